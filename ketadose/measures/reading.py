"""What came in, read exactly or refused: text by the grammar, pint Quantities by their names and definitions, measures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import NoReturn

from ketadose.errors import KetadoseError
from ketadose.measures import refusal
from ketadose.measures.grammar import from_text
from ketadose.measures.value import Kind, Value, make


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


def filled_value(measure: Value) -> Fraction:
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


def _read_object(kind: type[Kind], given: object, field: str) -> Kind:
    quantity = getattr(sys.modules.get("pint"), "Quantity", None)  # another thread may be half-way through importing it
    if isinstance(quantity, type) and issubclass(type(given), quantity):
        try:
            value, written = _bridge()(kind, given, field)
        except KetadoseError:
            raise
        except Exception:  # whatever somebody else's Quantity or registry does when it is asked
            refusal.refuse_quantity(kind, field)
        return make(kind, value, written)
    if issubclass(type(given), str):
        return read(kind, str.__str__(given), field)
    return _refuse_object(kind, given, field)


@cache
def _bridge() -> Callable[..., tuple[Fraction, str | None]]:
    from ketadose.measures.bridge import from_quantity

    return from_quantity


def _refuse_object(kind: type[Value], given: object, field: str) -> NoReturn:
    if given is None:
        raise KetadoseError(
            "measure.missing",
            f"no {kind.noun} was given",
            field=field,
            expected=refusal.form(kind),
            fix="There is no default",
        )
    refusal.refuse_kind(kind, given, field)
