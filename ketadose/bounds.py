"""Limits: up to four bounds on one axis, each with its own citation, and the allowed doses of a product.

Exactly at a bound is inside. Past a soft bound is a CAUTION, past a hard bound a STOP.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Standing
from ketadose.measures import (
    Age,
    Amount,
    AmountRate,
    BodyMassIndex,
    Duration,
    Height,
    Measure,
    PerWeight,
    PerWeightRate,
    Weight,
)
from ketadose.records import Record, is_a, read_text, whole
from ketadose.terms import Axis, Drug, Route, Severity

Pairs = tuple[int, int, int, int]
"""A low and a high bound as numerator and denominator; an absent one is 0/1 or 1/0."""


def exact(value: Measure | int | Fraction) -> Fraction:
    """The exact number of a measure or a count."""
    return value.value if isinstance(value, Measure) else Fraction(value)


@attrs.frozen
class Bound(Record):
    """One end of a limit: the figure that is still inside, and where it comes from."""

    value: Measure | int | Fraction
    citation: Citation
    reason: str = ""
    unit: str = ""
    """What a plain number counts: sessions, days, %."""

    def __attrs_post_init__(self) -> None:
        read_text(self.reason, "reason")
        read_text(self.unit, "unit")
        if isinstance(self.value, Measure):
            whole(self.value, "bound")
        number = isinstance(self.value, Measure) or (type(self.value) in {int, Fraction} and self.value > 0)
        if not is_a(self.citation, Citation) or not number:
            raise KetadoseError(
                "limit.empty",
                f"{shown(self.value)} is no bound with its source",
                field="bound",
                received=self.value,
                expected="a measure or a count, and a Citation",
            )

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".rstrip()

    @property
    def ours(self) -> bool:
        """Whether this is a judgement of the project and not a published figure."""
        return self.citation.source.standing is Standing.OURS


_KINDS: dict[Axis, type[Any]] = {
    Axis.AGE: Age,
    Axis.WEIGHT: Weight,
    Axis.HEIGHT: Height,
    Axis.BODY_MASS_INDEX: BodyMassIndex,
    Axis.AMOUNT: Amount,
    Axis.PER_WEIGHT: PerWeight,
    Axis.AMOUNT_RATE: AmountRate,
    Axis.PER_WEIGHT_RATE: PerWeightRate,
    Axis.DURATION: Duration,
    Axis.INTERVAL: int,
    Axis.PER_WEEK: int,
    Axis.COURSE: int,
    Axis.WINDOW: PerWeight,
}
"""What is measured along each axis."""
_OF_A_DOSE = frozenset({Axis.AMOUNT, Axis.PER_WEIGHT, Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE, Axis.DURATION})


@attrs.frozen
class Limit(Record):
    """Bounds on one axis, for a drug and a route (None: any), in a care area.

    A `wall` is an outer limit that no override passes. Raises `KetadoseError` "limit.empty" without a bound, with bounds
    out of order (low above high, soft outside hard), or with a bound of another kind than the axis.
    """

    axis: Axis
    drug: Drug | None = None
    route: Route | None = None
    soft_low: Bound | None = None
    hard_low: Bound | None = None
    soft_high: Bound | None = None
    hard_high: Bound | None = None
    wall: bool = False
    window: int = 0
    """For the axis WINDOW: how many days in a row are added up."""
    up_to: Weight | None = None
    """Binds only people of at most this body weight; None: everybody."""
    lasting_to: Duration | None = None
    """Binds only boluses and infusions of at most this duration; None: any."""
    lasting_over: Duration | None = None
    """Binds only infusions of more than this duration; None: any."""
    pairs: Pairs = attrs.field(init=False, repr=False, eq=False)
    """The innermost low and high bound."""

    def __attrs_post_init__(self) -> None:
        bounds = (self.hard_low, self.soft_low, self.soft_high, self.hard_high)
        given = [bound for bound in bounds if bound is not None]
        self._check(given)
        low, high = self.soft_low or self.hard_low, self.soft_high or self.hard_high
        lowest = exact(low.value).as_integer_ratio() if low else (0, 1)
        highest = exact(high.value).as_integer_ratio() if high else (1, 0)
        object.__setattr__(self, "pairs", (*lowest, *highest))

    def _check(self, given: list[Bound]) -> None:
        kind = _KINDS.get(self.axis) if type(self.axis) is Axis else None
        if kind is None or any(not is_a(bound, Bound) or type(bound.value) is not kind for bound in given):
            raise KetadoseError(
                "limit.empty",
                "a limit needs bounds that are measures of its axis",
                field=self.axis.value if type(self.axis) is Axis else "axis",
                received=[bound.value if is_a(bound, Bound) else bound for bound in given],
                expected=f"a Bound of {kind.__name__}" if kind else "an Axis",
            )
        ordered = [exact(bound.value) for bound in given]
        if not given or ordered != sorted(ordered):
            raise KetadoseError("limit.empty", "a limit needs bounds in their order", field=self.axis.value, received=ordered)
        self._check_scope()
        if type(self.window) is not int or (self.window > 0) is not (self.axis is Axis.WINDOW) or self.window < 0:
            raise KetadoseError(
                "limit.empty",
                "a rolling total has a window of days, and nothing else has",
                field="window",
                received=self.window,
            )

    def _check_scope(self) -> None:
        """For whom and what it binds: exact words, and people or durations only where a dose is judged."""
        durations = to, over = self.lasting_to, self.lasting_over
        known = type(self.drug) in {Drug, type(None)} and type(self.route) in {Route, type(None)} and type(self.wall) is bool
        timed = all(each is None or is_a(each, Duration) for each in durations)
        narrow = (self.up_to is None or is_a(self.up_to, Weight)) and timed
        never = narrow and over is not None and to is not None and over.value >= to.value
        if not known or not narrow or never or (self.axis not in _OF_A_DOSE and any((self.up_to, *durations))):
            raise KetadoseError(
                "limit.empty",
                "a limit that can never bind: both its durations exclude each other"
                if never
                else "a limit binds a drug and a route, and only a dose is judged by body weight or duration",
                field=self.axis.value,
                received=(self.drug, self.route, self.wall, self.up_to, *durations),
            )

    def binds(self, weight: Weight, over: Duration | None) -> bool:
        """Whether the limit is for people of this body weight and for a dose over this time, None being a bolus."""
        if self.up_to is not None and weight.value > self.up_to.value:
            return False
        if self.lasting_to is not None and over is not None and over.value > self.lasting_to.value:
            return False
        return self.lasting_over is None or (over is not None and over.value > self.lasting_over.value)

    def inside(self, numerator: int, denominator: int) -> bool:
        """Whether the figure numerator/denominator is inside the soft bounds; exactly at a bound is inside."""
        return within(self.pairs, numerator, denominator)

    def broken(self, numerator: int, denominator: int) -> tuple[Severity, str, Bound]:
        """The severity, the side ("low" or "high") and the bound that a figure outside is past, the hard ones first."""
        sides = (
            (Severity.STOP, "high", self.hard_high),
            (Severity.STOP, "low", self.hard_low),
            (Severity.CAUTION, "high", self.soft_high),
            (Severity.CAUTION, "low", self.soft_low),
        )
        figure = Fraction(numerator, denominator)
        for severity, side, bound in sides:
            if bound is not None and (figure > exact(bound.value) if side == "high" else figure < exact(bound.value)):
                return severity, side, bound
        raise KetadoseError("limit.inside", "the figure is inside the limit", field=self.axis.value, received=figure)


def within(pairs: Pairs, numerator: int, denominator: int) -> bool:
    """Whether the figure numerator/denominator is inside both bounds; exactly at a bound is inside."""
    low, low_by, high, high_by = pairs
    return numerator * low_by >= low * denominator and numerator * high_by <= high * denominator


def innermost(limits: tuple[Limit, ...]) -> Pairs:
    """The highest low and the lowest high bound of several limits: a figure within them is inside every one."""
    lows = [Fraction(low, low_by) for low, low_by, _, _ in (limit.pairs for limit in limits)]
    highs = [Fraction(high, high_by) for _, _, high, high_by in (limit.pairs for limit in limits) if high_by]
    low = max(lows, default=Fraction(0)).as_integer_ratio()
    high = min(highs).as_integer_ratio() if highs else (1, 0)
    return (*low, *high)


@attrs.frozen
class DoseRule(Record):
    """The only amounts that a product's instructions have, for a drug and a route; no override passes it."""

    drug: Drug
    route: Route
    allowed: tuple[Measure, ...]
    citation: Citation

    def __attrs_post_init__(self) -> None:
        words = type(self.drug) is Drug and type(self.route) is Route and is_a(self.citation, Citation)
        amounts = type(self.allowed) is tuple and bool(self.allowed) and all(is_a(each, Amount) for each in self.allowed)
        if not words or not amounts:
            raise KetadoseError(
                "limit.empty",
                "a dose rule needs a drug, a route, amounts and a citation",
                field="allowed",
                received=self.allowed,
            )
