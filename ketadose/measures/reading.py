"""What came in, read exactly or refused: text by one grammar, pint Quantities by their names and definitions.

The grammar is `number[space]unit`. The number has ASCII digits with at most one point between digits and no leading zero
but in "0."; the unit is one of the kind's closed table, case and all. Anything else is refused, never repaired.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NoReturn, TypeVar

from ketadose.errors import KetadoseError
from ketadose.measures import refusal
from ketadose.measures.units import LONGEST_TEXT

if TYPE_CHECKING:
    from ketadose.measures.measure import Measure

Kind = TypeVar("Kind", bound="Measure")

_match = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]+))? ?([^0-9. ].*)", re.ASCII).fullmatch
_match_feet = re.compile(r"([1-9]) ft (0|[1-9]|1[01])(?:\.([0-9]+))? in", re.ASCII).fullmatch
_TENS = [10**power for power in range(LONGEST_TEXT)]


def read(kind: type[Kind], given: object, field: str) -> Kind:
    """One measure of the kind from text, a pint Quantity or a measure; `field` names the argument in the error.

    Raises `KetadoseError` with a "measure." code, or `KindError` ("measure.kind") for a measure of another kind.
    """
    if type(given) is str:
        value = from_text(kind, given)
        if value is None:
            refusal.refuse_text(kind, given, field)
        return make(kind, value, given)
    if type(given) is kind:
        return filled(given, field)
    return _read_object(kind, given, field)


def read_optional(kind: type[Kind], given: object, field: str) -> Kind | None:
    """`read`, or None for None."""
    return None if given is None else read(kind, given, field)


def from_text(kind: type[Measure], text: str) -> Fraction | None:
    """The exact value in the kind's canonical unit, or None where the text is not in the grammar or is zero."""
    if len(text) > LONGEST_TEXT:
        return None
    match = _match(text)
    if match is None:
        return None
    whole, decimals, name = match.groups()
    unit = kind.units.by_text.get(name)
    if unit is None:
        return _feet_and_inches(text) if kind.feet else None
    if decimals is None:
        digits, tens = int(whole), 1
    else:
        digits, tens = int(whole + decimals), _TENS[len(decimals)]
    return Fraction(digits * unit.numerator, tens * unit.denominator) if digits else None


def make(kind: type[Kind], value: Fraction, written: str | None = None) -> Kind:
    """A measure of a value that has been checked: the one place where measures are filled."""
    measure = object.__new__(kind)
    kind._fill_value(measure, value)
    kind._fill_written(measure, written)
    return measure


def filled_value(measure: Measure) -> Fraction:
    """The value of a measure that may be hollow, refused then."""
    try:
        return measure.value
    except AttributeError:
        refusal.refuse_hollow(type(measure), measure.noun)


def filled(measure: Kind, field: str) -> Kind:
    """The measure, if it is filled and more than zero: a result of zero is no input."""
    try:
        positive = measure.value.numerator > 0
    except AttributeError:
        refusal.refuse_hollow(type(measure), field)
    if not positive:
        refusal.refuse_zero(measure, field)
    return measure


def _feet_and_inches(text: str) -> Fraction | None:
    match = _match_feet(text)
    if match is None:
        return None
    feet, whole, decimals = match.groups()
    inches = 12 * int(feet) + Fraction(int(whole + (decimals or "")), _TENS[len(decimals or "")])
    return inches * Fraction(254, 100)


def _read_object(kind: type[Kind], given: object, field: str) -> Kind:
    pint = sys.modules.get("pint")
    if pint is not None and issubclass(type(given), pint.Quantity):
        value, written = _bridge()(kind, given, field)
        return make(kind, value, written)
    if issubclass(type(given), str):
        return read(kind, str.__str__(given), field)
    return _refuse_object(kind, given, field)


@cache
def _bridge() -> Callable[..., tuple[Fraction, str | None]]:
    from ketadose.measures.bridge import from_quantity

    return from_quantity


def _refuse_object(kind: type[Measure], given: object, field: str) -> NoReturn:
    if given is None:
        raise KetadoseError(
            "measure.missing",
            f"no {kind.noun} was given",
            field=field,
            expected=refusal.form(kind),
            fix="There is no default",
        )
    refusal.refuse_kind(kind, given, field)
