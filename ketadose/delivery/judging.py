"""What runs at more than one rate, against the limits: ordered figures by every bound, delivered ones by the hard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ketadose.calc.checks import bounds_text
from ketadose.findings import Finding, Limit, judge
from ketadose.measures import Duration, Measure, Weight
from ketadose.model.profile import Profile, Rules
from ketadose.records import Frozen
from ketadose.terms import Axis, Severity

RATES = frozenset({Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE})
AMOUNTS = frozenset({Axis.AMOUNT, Axis.PER_WEIGHT})


@attrs.frozen
class Judge(Frozen):
    """The limits of a drug by a route in a care area, for a person of this weight."""

    profile: Profile
    rules: Rules
    weight: Weight

    def bind(self, over: Duration | None) -> tuple[Limit, ...]:
        """Those of the limits that are for this weight and a dose over this time, None being a bolus."""
        return tuple(limit for limit in self.rules.limits if limit.binds(self.weight, over))

    def for_runs(self) -> tuple[Limit, ...]:
        """The limits on the amount of what lasts at most so long: they judge every run of that length."""
        amounts = (limit for limit in self.rules.limits if limit.axis in AMOUNTS)
        return tuple(each for each in amounts if each.lasting_to is not None and each.binds(self.weight, each.lasting_to))

    def paced(self, over: Duration | None) -> tuple[Limit, ...]:
        """The shortest durations, where nothing but them bounds how fast the drug goes in: no hard limit on a rate binds."""
        limits = self.bind(over)
        if any(limit.axis in RATES and limit.hard_high is not None and not limit.wall for limit in limits):
            return ()
        return tuple(limit for limit in limits if limit.axis is Axis.DURATION and limit.hard_low is not None)


@attrs.frozen
class Figures(Frozen):
    """What is judged: how long it lasts in all, which says whose limits bind, and the figure on each axis.

    `pace` is the time that the whole dose would take at the fastest of its rates.
    """

    over: Duration | None
    along: Mapping[Axis, Measure]
    pace: Duration | None = None


def judged(judge_by: Judge, ordered: Figures, delivered: Figures, label: str = "") -> tuple[Finding, ...]:
    """Every bound that the ordered figures are past, and every hard one that only the delivered figures are past."""
    found = _past(judge_by, ordered, f"{label}ordered")
    return found + _more(judge_by, found, delivered, label)


def only_delivered(judge_by: Judge, ordered: Figures, delivered: Figures) -> tuple[Finding, ...]:
    """The hard bounds that only the delivered figures are past."""
    return _more(judge_by, _past(judge_by, ordered, "ordered"), delivered, "")


def _more(by: Judge, found: tuple[Finding, ...], delivered: Figures, label: str) -> tuple[Finding, ...]:
    told = {(each.code, each.limit) for each in found if each.severity is Severity.STOP}
    more = (each for each in _past(by, delivered, f"{label}delivered") if each.severity is Severity.STOP)
    return tuple(each for each in more if (each.code, each.limit) not in told)


def _past(by: Judge, figures: Figures, what: str) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for limit in by.bind(figures.over):
        figure = figures.along.get(limit.axis)
        finding = None if figure is None else judge(limit, figure, f"{what} {limit.axis.value}", by.profile.area)
        if finding is not None:
            found.append(finding)
    low = {finding.limit for finding in found if finding.code == "duration.low"}
    for limit in by.paced(figures.over):
        if figures.pace is not None and limit not in low:
            finding = judge(limit, figures.pace, f"at the {what} rate the whole dose's duration", by.profile.area)
            if finding is not None and finding.code == "duration.low":
                found.append(finding)
    return tuple(found)


@attrs.define(slots=True, frozen=True)
class Looked(Frozen):
    """The entry of a working that tells which limits judged which figures."""

    by: Judge
    over: Duration | None
    along: tuple[tuple[Axis, Measure], ...]
    in_runs: bool = False
    """Whether limits on short infusions judged every run of that length as well."""

    def lines(self) -> tuple[str, ...]:
        """Each limit that judged: the figure, the bounds and their sources."""
        told = [f"checked against the limits of the {self.by.profile}:"]
        for axis, figure in self.along:
            limits = (limit for limit in self.by.bind(self.over) if limit.axis is axis)
            told.extend(f"{axis.value} {figure}: {bounds_text(limit)}" for limit in limits)
        runs = self.by.for_runs() if self.in_runs else ()
        told.extend(f"{limit.axis.value} within any {limit.lasting_to}: {bounds_text(limit)}" for limit in runs)
        return tuple(told)

    def __plain__(self) -> dict[str, Any]:
        return {"checked": list(self.lines()[1:]), "area": self.by.profile.area.value}
