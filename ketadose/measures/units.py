"""The closed tables of units: every spelling that is read, every set of pint unit names, and the exact factor of each.

A factor is the whole-number pair numerator/denominator that turns the unit into its kind's canonical unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

LONGEST_TEXT = 40
"""How many characters an honest measure has at most."""

PintNames = frozenset[tuple[str, int]]


class Unit(NamedTuple):
    """One unit of one kind: its safe name, its exact factor to the canonical unit, the pint names it has."""

    name: str
    numerator: int
    denominator: int
    pint: PintNames


class Units(NamedTuple):
    """All the units of one kind: by the text that is read, and by pint's names."""

    canonical: Unit
    shown: Unit
    by_text: Mapping[str, Unit]
    by_pint: Mapping[PintNames, Unit]


def _units(shown: str, *rows: tuple[str, Fraction | int, dict[str, int], tuple[str, ...]]) -> Units:
    by_text: dict[str, Unit] = {}
    by_pint: dict[PintNames, Unit] = {}
    for name, factor, names, others in rows:
        exact = Fraction(factor)
        unit = Unit(name, exact.numerator, exact.denominator, frozenset(names.items()))
        by_pint[unit.pint] = unit
        for text in (name, *others):
            by_text[text] = unit
    return Units(by_text[rows[0][0]], by_text[shown], MappingProxyType(by_text), MappingProxyType(by_pint))


_MICRO = ("ug", "\u00b5g", "\u03bcg")  # the micro sign and the Greek letter look the same and both mean micro
_POUND = Fraction(45359237, 100_000_000)
_INCH = Fraction(254, 100)
_THOUSANDTH = Fraction(1, 1000)
_MINUTE = Fraction(1, 60)


def _per(tail: str) -> tuple[str, ...]:
    return tuple(micro + tail for micro in _MICRO)


WEIGHT = _units(
    "kg",
    ("kg", 1, {"kilogram": 1}, ()),
    ("g", _THOUSANDTH, {"gram": 1}, ()),
    ("lb", _POUND, {"pound": 1}, ("lbs",)),
    ("oz", _POUND / 16, {"ounce": 1}, ()),
    ("st", _POUND * 14, {"stone": 1}, ("stone",)),
)
HEIGHT = _units(
    "cm",
    ("cm", 1, {"centimeter": 1}, ()),
    ("m", 100, {"meter": 1}, ()),
    ("in", _INCH, {"inch": 1}, ()),
    ("ft", 12 * _INCH, {"foot": 1}, ()),
)
AGE = _units("years", ("years", 1, {"year": 1}, ("year", "y")))
AMOUNT = _units(
    "mg",
    ("mg", 1, {"milligram": 1}, ()),
    ("g", 1000, {"gram": 1}, ()),
    ("mcg", _THOUSANDTH, {"microgram": 1}, _MICRO),
)
PER_WEIGHT = _units(
    "mg/kg",
    ("mg/kg", 1, {"milligram": 1, "kilogram": -1}, ()),
    ("mcg/kg", _THOUSANDTH, {"microgram": 1, "kilogram": -1}, _per("/kg")),
)
CONCENTRATION = _units(
    "mg/mL",
    ("mg/mL", 1, {"milligram": 1, "milliliter": -1}, ("mg/ml",)),
    ("mcg/mL", _THOUSANDTH, {"microgram": 1, "milliliter": -1}, ("mcg/ml", *_per("/mL"), *_per("/ml"))),
    ("g/L", 1, {"gram": 1, "liter": -1}, ()),
    ("mg/L", _THOUSANDTH, {"milligram": 1, "liter": -1}, ()),
)
VOLUME = _units(
    "mL",
    ("mL", 1, {"milliliter": 1}, ("ml",)),
    ("L", 1000, {"liter": 1}, ()),
)
DURATION = _units(
    "min",
    ("h", 1, {"hour": 1}, ("hour", "hours")),
    ("min", _MINUTE, {"minute": 1}, ("minute", "minutes")),
    ("s", _MINUTE / 60, {"second": 1}, ()),
    ("d", 24, {"day": 1}, ("day", "days")),
)
FLOW_RATE = _units(
    "mL/h",
    ("mL/h", 1, {"milliliter": 1, "hour": -1}, ("ml/h", "mL/hr", "ml/hr")),
    ("mL/min", 60, {"milliliter": 1, "minute": -1}, ("ml/min",)),
    ("L/h", 1000, {"liter": 1, "hour": -1}, ()),
)
AMOUNT_RATE = _units(
    "mg/h",
    ("mg/h", 1, {"milligram": 1, "hour": -1}, ("mg/hr",)),
    ("mg/min", 60, {"milligram": 1, "minute": -1}, ()),
    ("mcg/h", _THOUSANDTH, {"microgram": 1, "hour": -1}, ("mcg/hr", *_per("/h"))),
    ("mcg/min", Fraction(60, 1000), {"microgram": 1, "minute": -1}, _per("/min")),
)
PER_WEIGHT_RATE = _units(
    "mg/kg/h",
    ("mg/kg/h", 1, {"milligram": 1, "kilogram": -1, "hour": -1}, ("mg/kg/hr",)),
    ("mg/kg/min", 60, {"milligram": 1, "kilogram": -1, "minute": -1}, ()),
    ("mcg/kg/h", _THOUSANDTH, {"microgram": 1, "kilogram": -1, "hour": -1}, ("mcg/kg/hr", *_per("/kg/h"))),
    ("mcg/kg/min", Fraction(60, 1000), {"microgram": 1, "kilogram": -1, "minute": -1}, _per("/kg/min")),
)
BODY_MASS_INDEX = _units("kg/m2", ("kg/m2", 1, {"kilogram": 1, "meter": -2}, ()))
DEVIATION = _units("%", ("%", 1, {"percent": 1}, ()))

BASE: dict[str, tuple[str, int, Fraction]] = {
    "gram": ("gram", 1, Fraction(1)),
    "kilogram": ("gram", 1, Fraction(1000)),
    "milligram": ("gram", 1, _THOUSANDTH),
    "microgram": ("gram", 1, _THOUSANDTH / 1000),
    "pound": ("gram", 1, 1000 * _POUND),
    "ounce": ("gram", 1, 1000 * _POUND / 16),
    "stone": ("gram", 1, 14000 * _POUND),
    "second": ("second", 1, Fraction(1)),
    "minute": ("second", 1, Fraction(60)),
    "hour": ("second", 1, Fraction(3600)),
    "day": ("second", 1, Fraction(86400)),
    "year": ("second", 1, Fraction(31557600)),
    "meter": ("meter", 1, Fraction(1)),
    "centimeter": ("meter", 1, Fraction(1, 100)),
    "inch": ("meter", 1, _INCH / 100),
    "foot": ("meter", 1, 12 * _INCH / 100),
    "liter": ("meter", 3, _THOUSANDTH),
    "milliliter": ("meter", 3, _THOUSANDTH / 1000),
}
"""What each pint unit name must mean: its root unit, the root's power, and how much of it."""
