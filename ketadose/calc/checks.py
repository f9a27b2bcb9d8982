"""An ordered dose against every limit of its care area."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from ketadose import formulas
from ketadose.bounds import within
from ketadose.evidence import Standing
from ketadose.findings import Bound, Finding, Limit, exact, passed
from ketadose.measures import Amount, Duration, Measure, Weight
from ketadose.model.profile import OF_A_DOSE, Profile, Rules
from ketadose.model.regimen import Regimen
from ketadose.records import Frozen
from ketadose.terms import Axis, Severity


def against_limits(profile: Profile, regimen: Regimen, amount: Amount, weight: Weight) -> tuple[Finding, ...]:
    """What the limits find in a dose: mostly nothing, which the innermost bounds alone can tell."""
    rules, over = profile.for_(regimen.drug, regimen.route), regimen.over
    timed = over is not None or not rules.duration
    if timed and rules.bounded and not rules.allowed:
        for pairs, (numerator, denominator) in zip(rules.of_dose, _figures(amount, weight, over), strict=False):
            if not within(pairs, numerator, denominator):
                break
        else:
            return ()
    return Checked(profile, regimen, amount, weight).findings()


def _figures(amount: Amount, weight: Weight, over: Duration | None) -> tuple[tuple[int, int], ...]:
    """mg, mg/kg of actual weight and, over a time, mg/h, mg/kg/h and that time: as whole numbers, which compare fast."""
    n, d = amount.value.as_integer_ratio()
    wn, wd = weight.value.as_integer_ratio()
    if over is None:
        return (n, d), (n * wd, d * wn)
    tn, td = over.value.as_integer_ratio()
    return (n, d), (n * wd, d * wn), (n * td, d * tn), (n * wd * td, d * wn * tn), (tn, td)


@attrs.define(slots=True, frozen=True)
class Checked(Frozen):
    """What was checked: mg, mg/kg of actual weight and, for an infusion, mg/h, mg/kg/h and its duration."""

    profile: Profile
    regimen: Regimen
    amount: Amount
    weight: Weight

    @property
    def rules(self) -> Rules:
        """The limits for this drug by this route."""
        return self.profile.for_(self.regimen.drug, self.regimen.route)

    def findings(self) -> tuple[Finding, ...]:
        """Every limit asked; text is made only where a bound is passed."""
        rules, over = self.rules, self.regimen.over
        found = self._bolus(rules.duration) if over is None else ()
        axes = (rules.amount, rules.per_weight, rules.amount_rate, rules.per_weight_rate, rules.duration)
        figures = _figures(self.amount, self.weight, over)
        broken = [limit for limits, pair in zip(axes, figures, strict=False) for limit in limits if not limit.inside(*pair)]
        found += tuple(self._told(limit) for limit in broken if limit.binds(self.weight, over))
        if not rules.bounded:
            found += (self._no_limits(),)
        return found + self._allowed() if rules.allowed else found

    def figure(self, axis: Axis) -> Measure | None:
        """The ordered figure on an axis; None where the axis has none, as a rate of an injection."""
        over = self.regimen.over
        if axis is Axis.AMOUNT:
            return self.amount
        if axis is Axis.PER_WEIGHT:
            return formulas.PER_WEIGHT(self.amount, self.weight).result  # type: ignore[no-any-return]
        if over is None or axis is Axis.DURATION:
            return over
        rate = formulas.AMOUNT_RATE(self.amount, over).result
        return rate if axis is Axis.AMOUNT_RATE else formulas.PER_WEIGHT_RATE(rate, self.weight).result  # type: ignore[no-any-return]

    def lines(self) -> tuple[str, ...]:
        """Each limit that judged the dose: the figure, the bounds and their sources."""
        told = [f"checked against the limits of the {self.profile}:"]
        for limit in self.rules.limits:
            figure = self.figure(limit.axis) if limit.axis in OF_A_DOSE else None
            if figure is not None and limit.binds(self.weight, self.regimen.over):
                told.append(f"{limit.axis.value} {figure}: {bounds_text(limit)}")
        told += [f"allowed: {', '.join(map(str, rule.allowed))} [{rule.citation}]" for rule in self.rules.allowed]
        return tuple(told)

    def __plain__(self) -> dict[str, Any]:
        return {"checked": list(self.lines()[1:]), "area": self.profile.area.value}

    def _told(self, limit: Limit) -> Finding:
        figure = self.figure(limit.axis)
        return passed(limit, figure, f"ordered {limit.axis.value}", self.profile.area)

    def _bolus(self, limits: tuple[Limit, ...]) -> tuple[Finding, ...]:
        """A dose without a duration, where the limits ask for one, is faster than the shortest."""
        shortest = [limit for limit in limits if limit.hard_low is not None]
        given = "no duration was given (an infusion needs over= in a kd.Regimen)"
        words = f"{given}: a bolus is faster than {{}}, the hard limit of {{}}; {{}}"
        return tuple(
            Finding("duration.low", Severity.STOP, words, low.citation, (low.value, self.profile.area.place, low.reason), limit)
            for limit in shortest
            if (low := limit.hard_low) is not None and limit.binds(self.weight, None)
        )

    def _no_limits(self) -> Finding:
        what = f"{self.regimen.drug.value} {self.regimen.route.value} in {self.profile.area.place}"
        return Finding("dose.no_limits", Severity.STOP, f"no limits are known for {what}: nothing was checked")

    def _allowed(self) -> tuple[Finding, ...]:
        for rule in self.rules.allowed:
            if self.amount not in rule.allowed:
                choices = ", ".join(str(each) for each in rule.allowed)
                message = f"{self.amount} is not a dose of the product's instructions: {choices}"
                return (Finding("dose.not_allowed", Severity.STOP, message, rule.citation, wall=True),)
        return ()


def bounds_text(limit: Limit) -> str:
    """The bounds of a limit with their sources, soft ones first."""
    told = []
    for words, bound in (
        ("soft from", limit.soft_low),
        ("soft to", limit.soft_high),
        ("hard from", limit.hard_low),
        ("wall at" if limit.wall else "hard to", limit.hard_high),
    ):
        if bound is not None:
            told.append(f"{words} {bound.value} [{_source(bound)}]")
    heavy = f", for a body weight of at most {limit.up_to}" if limit.up_to else ""
    short = f", for a bolus or at most {limit.lasting_to}" if limit.lasting_to else ""
    long = f", for more than {limit.lasting_over}" if limit.lasting_over else ""
    return ", ".join(told) + heavy + short + long


def _source(bound: Bound) -> str:
    return "ours" if bound.citation.source.standing is Standing.OURS else bound.citation.source.reference


@attrs.frozen
class Edge:
    """How far a rounding may go: the figure that is still allowed, and what sets it, put into words when somebody reads it."""

    value: Fraction
    words: str
    figures: tuple[object, ...] = ()

    @property
    def why(self) -> str:
        """What sets it."""
        return self.words.format(*self.figures) if self.figures else self.words


def highest(limits: tuple[Limit, ...], factors: Mapping[Axis, Fraction], figure: Fraction) -> Edge | None:
    """The lowest hard upper bound, each times its axis' factor, that the figure itself respects; None where there is none.

    A bound that the order passes (somebody has overridden it) does not hold the rounding; the next one still does.
    """
    edges = []
    for limit in limits:
        factor, bound = factors.get(limit.axis), limit.hard_high
        if factor is not None and bound is not None and exact(bound.value) * factor >= figure:
            edges.append(Edge(exact(bound.value) * factor, "the hard limit of {} on the {}", (bound.value, limit.axis.value)))
    return min(edges, key=lambda edge: edge.value, default=None)
