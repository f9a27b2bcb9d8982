"""Whether a record is still what was derived: derived again from its own inputs, it is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

import attrs

from ketadose.errors import KetadoseError
from ketadose.findings import Finding, Override
from ketadose.records import Record
from ketadose.terms import Severity

R = TypeVar("R", bound=Record)


def filled(kind: type[R], *values: object) -> R:
    """A record by its fields in their order, not derived again: only for what has just been derived."""
    record = object.__new__(kind)
    for name, value in zip(_names(kind), values, strict=True):
        object.__setattr__(record, name, value)
    return record


def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(kind) if each.init)


def overrides_of(findings: object) -> tuple[Override, ...]:
    """The overrides that let something pass; none where these are no findings."""
    given: Any = findings if type(findings) is tuple else ()
    return tuple(each.overridden for each in given if type(each) is Finding and each.overridden is not None)


def as_derived(record: Record, derive: Callable[[], Record], findings: tuple[str, ...] = ()) -> None:
    """Refuse a record that its own inputs do not give: a figure or a finding of it was edited.

    `findings` names the fields that hold findings; whose override lets one pass may differ, if it names the code.

    Raises `KetadoseError` "record.disagrees".
    """
    try:
        again: Record | None = derive()
    except (KetadoseError, AttributeError, TypeError):
        again = None  # an edited input, or one of another type
    if again is None:
        _refuse(record, "inputs")
    for field in _names(type(record)):
        mine, given = getattr(record, field), getattr(again, field)
        if mine != given and not (field in findings and _same(mine, given)):
            _refuse(record, field)


def _same(mine: object, given: tuple[Finding, ...]) -> bool:
    """Whether the findings are the same but for who let a STOP pass, each by an override that names it."""
    told: Any = mine
    return type(mine) is tuple and len(told) == len(given) and all(map(_stands, told, given))


def _stands(mine: object, given: Finding) -> bool:
    if type(mine) is not Finding or mine.overridden is None:
        return mine == given
    named = mine.code in mine.overridden.codes and mine.severity is Severity.STOP
    return named and attrs.evolve(mine, overridden=None) == attrs.evolve(given, overridden=None)


def _refuse(record: Record, field: str) -> NoReturn:
    raise KetadoseError(
        "record.disagrees",
        f"{field} in this {type(record).__name__} is not what its own order gives",
        field=field,
        received=type(record).__name__,
        fix="Plan again instead of changing a result",
    )
