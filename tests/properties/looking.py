"""How the tests look at results: exact numbers as pairs, findings as codes."""

from __future__ import annotations

from typing import Any

import ketadose as kd
from tests.oracle.pairs import Pair


def pair(measure: Any) -> Pair:
    """The exact number of a measure as two whole numbers."""
    return measure.value.numerator, measure.value.denominator


def minutes(duration: Any) -> Pair:
    """A duration, which the library holds in hours, in minutes as the oracle has it."""
    numerator, denominator = pair(duration)
    return 60 * numerator, denominator


def codes(result: Any) -> list[str]:
    """The codes of the findings in their order."""
    return [finding.code for finding in result.findings]


def along_axes(findings: Any) -> list[tuple[str, str]]:
    """(code, severity) of the findings that a limit made, an outer wall said as "wall", sorted."""
    return sorted((f.code, "wall" if f.final else f.severity.value) for f in findings if f.limit is not None)


def findings_of(call: Any) -> Any:
    """All findings of a call, refused or not."""
    try:
        return call().findings
    except kd.LimitError as error:
        return error.findings
