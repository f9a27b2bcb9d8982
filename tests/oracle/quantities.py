"""Numbers and Quantities as somebody hands them over: what each says exactly, or that it says nothing."""

from decimal import Decimal
from fractions import Fraction

import numpy as np

from tests.oracle.pairs import Pair, mul, number
from tests.oracle.units import Table

Names = frozenset[tuple[str, object]]
DIGITS = 30
"""A number has at most so many, and lies less than so many places from its point."""


def _names(**powers: int) -> Names:
    return frozenset(powers.items())


MASS = {"kilogram": "1", "gram": "0.001", "pound": "0.45359237", "ounce": "0.028349523125", "stone": "6.35029318"}
LENGTH = {"centimeter": "1", "meter": "100", "inch": "2.54", "foot": "30.48"}
TIME = {"hour": (1, 1), "minute": (1, 60), "second": (1, 3600), "day": (24, 1)}
DRUG = {"gram": "1000", "milligram": "1", "microgram": "0.001"}
FLOWS = (("milliliter", "hour", "1"), ("milliliter", "minute", "60"), ("liter", "hour", "1000"))
RATES = (
    ("milligram", "hour", "1"),
    ("milligram", "minute", "60"),
    ("microgram", "hour", "0.001"),
    ("microgram", "minute", "0.06"),
)
STRENGTHS = (
    ("milligram", "milliliter", "1"),
    ("microgram", "milliliter", "0.001"),
    ("gram", "liter", "1"),
    ("milligram", "liter", "0.001"),
)
"""The unit above, the unit below, and the factor."""


def _plain(table: Table) -> dict[Names, Pair]:
    return {_names(**{name: 1}): number(factor) for name, factor in table.items()}


def _ratio(rows: tuple[tuple[str, str, str], ...], **besides: int) -> dict[Names, Pair]:
    return {_names(**{above: 1, below: -1}, **besides): number(factor) for above, below, factor in rows}


NAMES: dict[str, dict[Names, Pair]] = {
    "Weight": _plain(MASS),
    "Height": _plain(LENGTH),
    "Age": {_names(year=1): (1, 1)},
    "Amount": _plain(DRUG),
    "PerWeight": {_names(milligram=1, kilogram=-1): (1, 1), _names(microgram=1, kilogram=-1): (1, 1000)},
    "Concentration": _ratio(STRENGTHS),
    "Volume": _plain({"milliliter": "1", "liter": "1000"}),
    "Duration": {_names(**{name: 1}): factor for name, factor in TIME.items()},
    "FlowRate": _ratio(FLOWS),
    "AmountRate": _ratio(RATES),
    "PerWeightRate": _ratio(RATES, kilogram=-1),
    "BodyMassIndex": {_names(kilogram=1, meter=-2): (1, 1)},
    "Deviation": {},
}
"""For each kind, the units of pint that it has, each with its factor to the kind's own unit; a deviation has none."""


def quantity(kind: str, names: Names, magnitude: object) -> Pair | None:
    """What a Quantity of these units says in the kind's own unit; None for a unit of no such kind, or no number above zero."""
    factor, figure = NAMES[kind].get(names), exactly(magnitude)
    return None if factor is None or figure is None or figure[0] <= 0 else mul(figure, factor)


def exactly(given: object) -> Pair | None:
    """The number that an object is, by its shortest text; None for what is no plain finite number of honest size."""
    if type(given) is Fraction:
        return _fraction(given)
    if type(given) is int or (isinstance(given, np.integer) and not isinstance(given, np.timedelta64)):
        whole = int(given)
        return (whole, 1) if abs(whole) < 10**DIGITS else None
    if type(given) is Decimal or type(given) is float or isinstance(given, (np.float64, np.float32, np.float16)):
        return _scientific(str(given))
    return None


def _fraction(given: Fraction) -> Pair | None:
    above, below = given.numerator, given.denominator
    honest = type(above) is int and type(below) is int and below > 0 and abs(above) < 10**DIGITS and below <= 10**DIGITS
    return (above, below) if honest else None


def _scientific(text: str) -> Pair | None:
    """The text of a float or a Decimal: sign, digits, point, exponent; None for "nan", "inf" and what is too large or fine."""
    sign = -1 if text.startswith("-") else 1
    mantissa, _, exponent = text.lstrip("+-").lower().partition("e")
    whole, _, decimals = mantissa.partition(".")
    if not whole.isdigit():
        return None
    significant = (whole + decimals).lstrip("0")
    power = int(exponent or 0) - len(decimals)
    if not significant:
        return 0, 1
    if len(significant) > DIGITS or not -DIGITS <= len(significant) - 1 + power < DIGITS:
        return None
    return (sign * int(significant) * 10**power, 1) if power >= 0 else (sign * int(significant), 10**-power)
