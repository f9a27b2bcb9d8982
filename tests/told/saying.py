"""A case as plain data: what comes of a call, of a result and of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ketadose import measures as m
from ketadose.errors import KetadoseError
from ketadose.records import Record
from tests.test_codes import found

ELSEWHERE = {"made", "patient", "regimen", "dose", "product", "outcome", "definition"}
"""Parts of a record that other sheets and tests tell of."""


def given(make: Callable[[], Any]) -> list[str]:
    """The findings of a result, or of its refusal."""
    return [str(each) for each in found(make)]


def outcome(make: Callable[..., Any], *given: Any, **more: Any) -> list[str]:
    """What comes of a call: the error and what it received, or the result; then the findings."""
    try:
        made = make(*given, **more)
    except KetadoseError as error:
        told, findings = [f"{type(error).__name__}: {error}", error.received], getattr(error, "findings", ())
    else:
        told, findings = [repr(made) if isinstance(made, m.Measure) else str(made)], getattr(made, "findings", ())
    return [*told, *map(str, findings)]


def record(made: Any) -> dict[str, Any]:
    """The text of a record and its plain data, but for what is told elsewhere."""
    plain = made.to_dict() if isinstance(made, Record) else made.__plain__()
    return {"text": str(made), "plain": _own(plain)}


def _own(plain: Any) -> Any:
    match plain:
        case dict():
            return {key: _own(value) for key, value in plain.items() if key not in ELSEWHERE}
        case list():
            return [_own(each) for each in plain]
    return plain
