"""How a bound of the catalog is written: seen at a source, or a judgement of this project."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, Source, sources
from ketadose.findings import Bound
from ketadose.measures import Measure
from ketadose.terms import Drug, Route

K, S = Drug.KETAMINE, Drug.ESKETAMINE
IV, SC, IM, IN, PO, SL = (
    Route.INTRAVENOUS,
    Route.SUBCUTANEOUS,
    Route.INTRAMUSCULAR,
    Route.INTRANASAL,
    Route.ORAL,
    Route.SUBLINGUAL,
)


def seen(value: Measure | int, source: Source, reason: str = "", place: str = "abstract", unit: str = "") -> Bound:
    """A figure of a source; its use as a limit is this project's choice."""
    return Bound(value, Citation(source, place), reason, unit)


def ours(value: Measure | int | Fraction, reason: str = "", unit: str = "") -> Bound:
    """A judgement of this project, which every message says."""
    return Bound(value, Citation(sources.OURS, "judgement"), reason, unit)
