"""Measures by way of pint and NumPy: what pint's versions and NumPy's presence might change."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import ketadose as kd
from proof.vectors.answers import MEASURES
from proof.vectors.numbering import Choices
from proof.vectors.pack import compact

_UNITS = {
    "weight": ("kilogram", "gram", "pound", "ounce", "stone"),
    "height": ("centimeter", "meter", "inch", "foot"),
    "age": ("year",),
    "amount": ("milligram", "gram", "microgram"),
    "amount per weight": ("milligram / kilogram", "microgram / kilogram"),
    "concentration": ("milligram / milliliter", "microgram / milliliter", "gram / liter", "milligram / liter"),
    "volume": ("milliliter", "liter"),
    "duration": ("hour", "minute", "second", "day"),
    "flow rate": ("milliliter / hour", "milliliter / minute", "liter / hour"),
    "amount rate": ("milligram / hour", "microgram / minute"),
    "amount rate per weight": ("milligram / kilogram / hour", "microgram / kilogram / minute"),
}
_STRANGE = (
    "percent",
    "hertz",
    "milligram / gram",
    "kilogram * meter",
    "degree_Celsius",
    "delta_degree_Celsius",
    "tonne",
    "year",
)
_TEXTS = ("70.3", "0.1", "1e-05", "12345.678", "1e16", "0.30000000000000004", "3", "0", "-2.5", "nan", "inf", "1e400", "2.5e-9")
_NUMPY = ("float64", "float32", "float16", "longdouble", "int8", "int64", "uint16", "bool_", "complex128", "timedelta64")


def by_pint(number: int) -> str:
    """The line of a Quantity read and given back."""
    import pint

    choices = Choices(number)
    magnitude: Any = choices.of((float, int, Decimal, Fraction))
    kind = choices.of(tuple(_UNITS))
    name = choices.of(_STRANGE) if choices.once_in(8) else choices.of(_UNITS[kind])
    try:
        value = magnitude(choices.of(_TEXTS))
    except (ValueError, OverflowError):
        value = magnitude(7)
    registry = pint.application_registry
    return _told(number, kind, registry.Quantity(value, registry.Unit(name)))


def by_numpy(number: int) -> str:
    """The line of a NumPy scalar or array, in a Quantity or with a unit beside it."""
    import numpy as np
    import pint

    choices = Choices(number)
    kind = choices.of(tuple(_UNITS))
    scalar = getattr(np, choices.of(_NUMPY))
    value: Any = scalar(choices.between(1, 120))
    if issubclass(scalar, np.floating) and choices.once_in(2):
        value = scalar(choices.of(("0.1", "70.3", "1.5", "1e-3", "nan")))
    if choices.once_in(9):
        value = np.array([value, value]) if choices.below(2) else np.array(value)
    if scalar is np.timedelta64 or choices.below(2):  # pint 0.26.2 cannot make a Quantity of a span without a unit
        return _told(number, kind, (value, MEASURES[kind].units.canonical.name))
    return _told(number, kind, pint.application_registry.Quantity(value, choices.of(_UNITS[kind])))


def _told(number: int, kind: str, given: Any) -> str:
    measure: Any = MEASURES[kind]
    try:
        made = measure.of(*given) if type(given) is tuple else measure(given)
    except kd.KetadoseError as error:
        return compact({"number": number, "refused": {"code": error.code, "message": str(error)}})
    back = made.quantity
    units = sorted((name, int(power)) for name, power in back.unit_items())
    figures = {"exact": made.exact, "text": str(made), "written": made.written}
    return compact({"number": number, **figures, "magnitude": repr(back.magnitude), "units": units})
