"""Measures from a number and a unit, and from objects: exact, or refused."""

from __future__ import annotations

from typing import Any

from ketadose.errors import KetadoseError
from ketadose.measures import Measure
from proof.fuzzing.given import object_of, text_of
from proof.fuzzing.kinds import KINDS, SPELLED, Kind, same, told
from proof.fuzzing.promises import refused
from proof.fuzzing.target import Target, require
from tests.oracle.pairs import Pair, mul, number
from tests.oracle.quantities import exactly

Case = tuple[Kind, Any, object]
_SEEDED = (
    b"\x00\x46",
    b"\x01\x00\x00\x00\x00\x00\x80\x51\x40",
    b"\x0270.5",
    b"\x021E+29",
    b"\x03\x01\x03",
    b"\x06\x01\x02\x03",
    b"\x0f",
)


def make(data: bytes) -> Case:
    """A kind, one of its units or any text for a unit, and an object."""
    kind = KINDS[(data[0] if data else 0) % len(KINDS)]
    spelled = tuple(kind.table)
    place = data[1] if len(data) > 1 else 0
    if place < 128:
        return kind, spelled[place % len(spelled)], object_of(data[2:])
    unit, _, rest = data[2:].partition(b"\n")
    return kind, text_of(unit) if place < 250 else object_of(unit), object_of(rest)


def _factor(kind: Kind, unit: object) -> Pair | None:
    """How much of the library's unit one of this unit is; None for a unit that the kind does not have."""
    return mul(number(kind.table[unit]), (1, kind.times)) if type(unit) is str and unit in kind.table else None


def check(case: Case) -> None:
    """The number counts the unit exactly, or either is refused; an object alone is no measure."""
    kind, unit, given = case
    figure, factor = exactly(given), _factor(kind, unit)
    try:
        measure = kind.measure.of(given, unit)
    except KetadoseError as error:
        refused(error)
        readable = figure is not None and figure[0] > 0 and factor is not None
        require(not readable, "{} refuses {} {}", kind.name, figure, unit)
    else:
        same(measure, factor and figure and mul(figure, factor), "{} reads {} {} as {}", kind.name, figure, unit, measure)
        if measure.written is not None:
            same(measure, kind.said(measure.written), "{} is not what was given", measure.written)
        told(kind, measure)
        _in_unit(kind, measure, unit)
    _alone(kind, given)


def _in_unit(kind: Kind, measure: Measure, unit: str) -> None:
    """Told in a unit of its kind, the figure times the unit is the measure."""
    there = measure.to(unit).number
    factor = _factor(kind, unit)
    same(measure, factor and mul((there.numerator, there.denominator), factor), "{} is not {} {}", measure, there, unit)


def _alone(kind: Kind, given: object) -> None:
    """Without a unit only a measure of the kind is one; a kind of text is read as the text that it holds."""
    try:
        measure = kind.measure(given)
    except KetadoseError as error:
        refused(error)
    else:
        honest = type(given) is kind.measure or (isinstance(given, str) and kind.said(str.__str__(given)) is not None)
        require(honest, "{} reads {}", kind.name, given)
        require(measure.value > 0, "{} is not more than zero", measure)


TARGET = Target(
    make=make,
    check=check,
    within=0.01,
    longest=80,
    seeds=tuple(bytes([kind, place]) + given for kind in range(len(KINDS)) for place in (0, 1) for given in _SEEDED)
    + tuple(b"\x00\x80" + unit.encode() + b"\n\x00\x05" for unit in (*SPELLED, "ML", "percent", "")),
    words=(*SPELLED, "1E+5", "NaN", "-Infinity", "0.1", "sNaN"),
)
