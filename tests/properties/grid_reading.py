"""Text and numbers as a caller writes them: what they say, in any unit of the kind, as a float, and printed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from ketadose import measures as m
from ketadose.errors import KetadoseError
from tests.oracle import units
from tests.oracle.floats import nearest
from tests.oracle.pairs import decimal_text, div, number
from tests.oracle.printing import told as as_printed
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair


class Kind(NamedTuple):
    """A kind of measure, its units, the one that it is printed in, and how many of the table's are one of the library's."""

    kind: type[Any]
    table: units.Table
    printed: str
    per: int = 1


KINDS = (
    Kind(m.Weight, units.WEIGHT, "kg"),
    Kind(m.Height, units.HEIGHT, "cm"),
    Kind(m.Age, units.AGE, "years"),
    Kind(m.Amount, units.AMOUNT, "mg"),
    Kind(m.PerWeight, units.PER_WEIGHT, "mg/kg"),
    Kind(m.Concentration, units.CONCENTRATION, "mg/mL"),
    Kind(m.Volume, units.VOLUME, "mL"),
    Kind(m.Duration, units.DURATION, "min", 3600),
    Kind(m.FlowRate, units.FLOW_RATE, "mL/h"),
    Kind(m.AmountRate, units.AMOUNT_RATE, "mg/h"),
    Kind(m.PerWeightRate, units.PER_WEIGHT_RATE, "mg/kg/h"),
    Kind(m.BodyMassIndex, units.BODY_MASS_INDEX, "kg/m2"),
)
UNITS = tuple(tuple(kind.table) for kind in KINDS)
SPOILT = (
    "{0},5 {1}",
    "{0}  {1}",
    "0{0} {1}",
    "-{0} {1}",
    "+{0} {1}",
    "{0}. {1}",
    "{0}e1 {1}",
    "{0}.5.5 {1}",
    "{0} {1} ",
    " {0} {1}",
    "{0}",
    "{1}",
    "{0} {1}s",
    "0 {1}",
    "0.0 {1}",
    ".{0} {1}",
    "{0}_0 {1}",
    "\uff17{0} {1}",
    "{0}/3 {1}",
    "{0}0000000000000000000000000000000000000000 {1}",
    "{0} to 9 {1}",
    "{0} {1}\n",
)
FINE = 15
"""So many digits come out of a float as they went in."""


class Asked(NamedTuple):
    """What is read, by which door, told in which other unit, and whether it is also printed and handed to pint."""

    place: int
    door: str
    text: str
    other: str
    printed: bool
    handed: bool


def point(index: int) -> Asked:
    choose = Choices(index)
    place = choose.below(len(KINDS))
    unit, other = choose.of(UNITS[place]), choose.of(UNITS[place])
    digits = decimal_text(choose.between(1, 10 ** choose.between(1, FINE)), choose.of((0, 0, 1, 2, 3, 6, 9)))
    door = choose.of(("text", "text", "text", "number", "float", "spoilt"))
    text = f"{digits}{choose.of((' ', ' ', ''))}{unit}" if door == "text" else f"{digits} {unit}"
    if door == "spoilt":
        text = choose.of(SPOILT).format(digits, unit)
    if KINDS[place].kind is m.Height and door == "text" and choose.one_in(2):
        text = f"{choose.between(1, 9)} ft {choose.decimal(0, 12, choose.of((0, 1, 3)))} in"
    return Asked(place, door, text, other, choose.one_in(12), choose.one_in(40))


def read(asked: Asked) -> Any:
    """The measure, by the door that is asked for."""
    kind = KINDS[asked.place].kind
    if asked.door not in {"number", "float"}:
        return kind(asked.text)
    digits, unit = asked.text.split(" ")
    if asked.door == "float":
        return kind.of(float(digits), unit)
    return kind.of(int(digits) if digits.isdigit() else Fraction(*number(digits)), unit)


def computed(asked: Asked) -> Told:
    try:
        measure = read(asked)
    except KetadoseError:
        return {"error": "refused"}
    there = measure.to(asked.other)
    told: Told = {"value": pair(measure), "float": float_of(measure), "there": there.number.as_integer_ratio()}
    told["float there"] = float_of(there)
    if asked.printed:
        told |= {"printed": str(measure), "printed there": str(there)}
    if asked.handed:
        told["float handed to pint"] = float_of(measure.quantity.magnitude)
    return told


def expected(asked: Asked) -> Told:
    kind = KINDS[asked.place]
    said = units.said(asked.text, kind.table)
    if said is None:
        return {"error": "refused"}
    value, there = div(said, (kind.per, 1)), div(said, number(kind.table[asked.other]))
    told: Told = {"value": value, "float": nearest(value), "there": there, "float there": nearest(there)}
    if asked.printed:
        shown = div(said, number(kind.table[kind.printed]))
        told |= {
            "printed": as_printed(shown, kind.printed),
            "printed there": as_printed(there, SAFE.get(asked.other, asked.other)),
        }
    if asked.handed:
        told["float handed to pint"] = nearest(value)
    return told


def _safe() -> dict[str, str]:
    """What a unit is called on an order, where it is written otherwise: mcg, mL, and hours by their letter."""
    found = {"lbs": "lb", "stone": "st", "year": "years", "y": "years", "minute": "min", "minutes": "min"}
    found |= dict.fromkeys(("hour", "hours"), "h") | dict.fromkeys(("day", "days"), "d")
    for table in (kind.table for kind in KINDS):
        for unit in table:
            name = unit.replace("ug", "mcg").replace("\u00b5g", "mcg").replace("\u03bcg", "mcg")
            name = name.replace("ml", "mL").replace("/hr", "/h")
            if name != unit:
                found[unit] = name
    return found


SAFE = _safe()


READING = Grid("reading", 4_800, point, computed, expected, frozenset({"answered", "refused"}))
