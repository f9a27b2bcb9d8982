"""What an order's figures stand for: each an interval, as wide as its rounding.

A written figure stands for half a unit of its last place to either side. No figure is taken to be rounded further than
`ORDER_ROUNDED_TO` says for its kind ("0.5 mg/kg" is no 0.54 mg/kg), and none to be finer than the device that sets it
(`ORDER_SET_TO`), which may be set a whole step lower than the exact figure. The volumes of a bag, counts and facts of a
record are exact.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Any, NamedTuple

from ketadose.catalog.limits import ORDER_ROUNDED_TO, ORDER_SET_TO, ORDER_TENFOLD
from ketadose.findings import exact
from ketadose.measures import Measure
from ketadose.records import decimal_places

Kind = type[Measure]
_COARSEST: dict[Kind, Fraction] = {type(bound.value): exact(bound.value) for bound in ORDER_ROUNDED_TO}  # type: ignore[misc]
_FINEST: dict[Kind, Fraction] = {type(bound.value): exact(bound.value) for bound in ORDER_SET_TO}  # type: ignore[misc]
_TEN = exact(ORDER_TENFOLD.value)


class Figure(NamedTuple):
    """A figure in canonical units: the lowest and the highest that it stands for, and what is written.

    `place` is the unit of its last place, None where it was not rounded or no place is its last.
    """

    low: Fraction
    value: Fraction
    high: Fraction
    place: Fraction | None = None

    def times(self, other: Figure) -> Figure:
        """The product of two figures."""
        return Figure(self.low * other.low, self.value * other.value, self.high * other.high)

    def over(self, other: Figure) -> Figure:
        """The quotient of two figures."""
        return Figure(self.low / other.high, self.value / other.value, self.high / other.low)

    def meets(self, other: Figure) -> bool:
        """Whether the two may be the same."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Fraction) -> Figure:
        """The figure with so much more to either side, never as low as zero."""
        low = self.low - by
        return Figure(low if low > 0 else self.low / 2, self.value, self.high + by, self.place)


def exactly(value: Fraction | int) -> Figure:
    """A figure that is not rounded."""
    number = Fraction(value)
    return Figure(number, number, number)


def product(figures: list[Figure]) -> Figure:
    """The product of several figures, 1 where there are none."""
    return reduce(Figure.times, figures) if figures else exactly(1)


def stands_for(measure: Measure) -> Figure:
    """The interval of a written measure."""
    return rounded(type(measure), measure.value, place_of(measure))


def rounded(kind: Kind, value: Fraction, place: Fraction | None) -> Figure:
    """The interval of a figure of this kind with this last place; without one it is exact but for its device."""
    step = step_of(kind, place)
    if not step:
        return exactly(value)._replace(place=place)
    if kind in _FINEST:
        return _set_at(value, step, _COARSEST[kind])._replace(place=place)
    return exactly(value)._replace(place=place).widened(step / 2)


def _set_at(value: Fraction, step: Fraction, most: Fraction) -> Figure:
    """What a device's setting stands for.

    Graduations go in ones or in twos of the last place, and a setting is a whole one short of the exact figure where the
    next would pass a hard limit.
    """
    low = value - min(step, most / 2)
    return Figure(low if low > 0 else value / 2, value, value + min(2 * step, most))


def step_of(kind: Kind, place: Fraction | None) -> Fraction:
    """The step to which a figure of this kind with this last place may have been rounded."""
    step = Fraction(0) if place is None else min(place, _COARSEST[kind])
    return max(step, _FINEST.get(kind, step))


def coarsest(kind: Kind) -> Fraction:
    """The coarsest step to which a figure of this kind is rounded."""
    return _COARSEST[kind]


def place_of(measure: Measure) -> Fraction | None:
    """The unit of the last place, as the measure was written; None for a result whose decimals never end."""
    units = measure.units
    name = (measure.written or "").lstrip("0123456789. ")
    return place_in(measure.value, units.by_text.get(name, units.shown))


def place_in(value: Fraction, unit: Any) -> Fraction | None:
    """The unit of the last place of a value told in a unit."""
    factor = Fraction(unit.numerator, unit.denominator)
    places = decimal_places((value / factor).denominator)
    return None if places is None else factor / _TEN**places


def meant(kind: Kind, value: Fraction, error: Fraction | None) -> Figure:
    """The figure that was meant, found from another one that is known up to `error`.

    Where the digits stayed (None) it is as exact as they are; otherwise it was rounded itself before the mistake, nobody
    knows how far.
    """
    place = place_in(value, kind.units.shown)
    if error is None:
        return rounded(kind, value, place)
    coarse = _COARSEST[kind]
    return exactly(value)._replace(place=place).widened(error + (coarse if kind in _FINEST else coarse / 2))
