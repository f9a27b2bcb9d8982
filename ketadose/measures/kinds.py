"""A number with its meaning: one small, frozen, exact type for each.

Every kind is made from text (`Weight("70 kg")`), from a pint Quantity of any registry, or from a number and its unit
(`Weight.of(70, "kg")`).
"""

from __future__ import annotations

from typing import NoReturn

from ketadose.errors import KindError
from ketadose.measures import units as tables
from ketadose.measures.measure import Measure
from ketadose.measures.printing import percent_text


class Weight(Measure):
    """A body weight. Canonical unit kg; g, lb, oz and st are read by the exact pound of 0.45359237 kg."""

    __slots__ = ()
    noun, example, units = "weight", "70 kg", tables.WEIGHT


class Height(Measure):
    """A body height. Canonical unit cm; m, in, ft, and feet with inches: "5 ft 5 in"."""

    __slots__ = ()
    noun, example, units, feet = "height", "165 cm", tables.HEIGHT, True


class Age(Measure):
    """An age in years."""

    __slots__ = ()
    noun, article, example, units = "age", "an", "42 years", tables.AGE


class Amount(Measure):
    """An amount of drug, as base. Canonical unit mg."""

    __slots__ = ()
    noun, article, example, units = "amount", "an", "35 mg", tables.AMOUNT


class PerWeight(Measure):
    """An amount for each kilogram of body weight. Canonical unit mg/kg."""

    __slots__ = ()
    noun, article, example, units = "amount per weight", "an", "0.5 mg/kg", tables.PER_WEIGHT


class Concentration(Measure):
    """An amount in each millilitre. Canonical unit mg/mL."""

    __slots__ = ()
    noun, example, units = "concentration", "50 mg/mL", tables.CONCENTRATION


class Volume(Measure):
    """A volume. Canonical unit mL."""

    __slots__ = ()
    noun, example, units = "volume", "100 mL", tables.VOLUME


class Duration(Measure):
    """A span of time. Canonical unit h, exact; printed in minutes."""

    __slots__ = ()
    noun, example, units = "duration", "40 min", tables.DURATION


class FlowRate(Measure):
    """A volume in each hour. Canonical unit mL/h."""

    __slots__ = ()
    noun, example, units = "flow rate", "150 mL/h", tables.FLOW_RATE


class AmountRate(Measure):
    """An amount in each hour. Canonical unit mg/h."""

    __slots__ = ()
    noun, article, example, units = "amount rate", "an", "52.5 mg/h", tables.AMOUNT_RATE


class PerWeightRate(Measure):
    """An amount for each kilogram in each hour. Canonical unit mg/kg/h."""

    __slots__ = ()
    noun, article, example, units = "amount rate per weight", "an", "0.75 mg/kg/h", tables.PER_WEIGHT_RATE


class BodyMassIndex(Measure):
    """A body mass index. Canonical unit kg/m2."""

    __slots__ = ()
    noun, example, units = "body mass index", "24 kg/m2", tables.BODY_MASS_INDEX


class Deviation(Measure):
    """How far the delivered figure is from the ordered one, in %: (delivered - ordered) / ordered. May be negative."""

    __slots__ = ()
    noun, example, units, signed = "deviation", "1 %", tables.DEVIATION, True

    @property
    def quantity(self) -> NoReturn:
        """Refused: to pint a percentage is a bare number, and 5 % would be 0.05 of anything. `float()` gives the number.

        Raises `KindError` "measure.kind".
        """
        raise KindError("measure.kind", "a deviation is no pint Quantity", fix="float() gives the number of percent")

    def __str__(self) -> str:
        return percent_text(self.value)


Measure._all_made = True  # no other kind can be added
