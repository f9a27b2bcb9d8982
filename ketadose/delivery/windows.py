"""The most that goes in within a time: limits on short infusions judge every run of a longer one as well.

A limit on what lasts at most a time T bounds what is given within any T that pass, boluses and infusions together, whatever
goes in before or after: unless all of it goes in no faster than an infusion of more than T may, and is a part of such a one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from ketadose import formulas
from ketadose.delivery.judging import AMOUNTS, RATES, Judge
from ketadose.findings import Bound, Finding, Limit, exact, passed
from ketadose.measures import Amount, Duration, Measure
from ketadose.measures.value import make
from ketadose.records import Record
from ketadose.terms import Axis, Severity

_BY_WEIGHT = frozenset({Axis.PER_WEIGHT, Axis.PER_WEIGHT_RATE})
_NOTHING, _START = make(Amount, Fraction(0)), make(Duration, Fraction(0))


@attrs.frozen
class Flow(Record):
    """What goes in from one time to another, at one rate; all at once where the times are the same."""

    since: Duration
    until: Duration
    amount: Amount

    def within(self, since: Fraction, until: Fraction) -> Fraction:
        """How much of it goes in from then to then, in mg."""
        start, end = self.since.value, self.until.value
        if start == end:
            return self.amount.value if since <= start <= until else Fraction(0)
        return max(Fraction(0), min(until, end) - max(since, start)) * self.amount.value / (end - start)

    def faster(self, pace: Fraction) -> bool:
        """Whether it goes in at more than so many mg/h; a bolus does."""
        return self.amount.value > pace * (self.until.value - self.since.value)


def total(flows: Sequence[Flow]) -> Amount:
    """What goes in, in all."""
    amount = _NOTHING
    for each in flows:
        amount = formulas.TOGETHER(amount, each.amount).result
    return amount


def lasting(flows: Sequence[Flow]) -> Duration:
    """The time in which something goes in."""
    time = _START
    for each in flows:
        time = formulas.TIME_SUM(time, formulas.SPAN(each.until, each.since).result).result
    return time


def within(by: Judge, flows: Sequence[Flow], what: str) -> tuple[Finding, ...]:
    """Each limit on short infusions that some run of this length is past.

    Findings: "amount.high", "per_weight.high".
    """
    found = (_judged(by, limit, limit.lasting_to, flows, what) for limit in by.for_runs() if limit.lasting_to is not None)
    return tuple(finding for finding in found if finding is not None)


def in_runs(by: Judge, ordered: Sequence[Flow], delivered: Sequence[Flow]) -> tuple[Finding, ...]:
    """Every such limit that a run of what was ordered is past, and every hard one that only the delivered one is past.

    Findings: those of `within`.
    """
    return within(by, ordered, "ordered") + more_within(by, ordered, delivered)


def more_within(by: Judge, ordered: Sequence[Flow], delivered: Sequence[Flow]) -> tuple[Finding, ...]:
    """The hard ones of those limits that only what is delivered is past."""
    told = {each.limit for each in within(by, ordered, "ordered") if each.severity is Severity.STOP}
    more = within(by, delivered, "delivered")
    return tuple(each for each in more if each.severity is Severity.STOP and each.limit not in told)


def _judged(by: Judge, limit: Limit, time: Duration, flows: Sequence[Flow], what: str) -> Finding | None:
    most = _most(flows, time.value, _pace(by, time))
    for bound in (limit.hard_high, limit.soft_high):
        if bound is not None and most > _mg(by, limit.axis, bound):
            given = make(Amount, most)
            figure: Measure = given if limit.axis is Axis.AMOUNT else formulas.PER_WEIGHT(given, by.weight).result
            words = f"within {time} {what} {limit.axis.value}"
            judged_by = limit if bound is limit.hard_high else attrs.evolve(limit, hard_high=None)
            return attrs.evolve(passed(judged_by, figure, words, by.profile.area), limit=limit)
    return None


def _mg(by: Judge, axis: Axis, bound: Bound) -> Fraction:
    """A bound in mg or mg/h, for this body weight."""
    return exact(bound.value) * (by.weight.value if axis in _BY_WEIGHT else 1)


def _pace(by: Judge, time: Duration) -> Fraction:
    """The fastest in mg/h that an infusion of more than this time may be by its hard limits; 0 where none bounds it."""
    paces = []
    for other in by.rules.limits:
        short = other.lasting_to is not None and other.lasting_to <= time
        heavy = other.up_to is not None and by.weight > other.up_to
        late = other.lasting_over is not None and other.lasting_over > time
        if other.hard_high is None or short or heavy or late:
            continue
        if other.axis in AMOUNTS:
            paces.append(_mg(by, other.axis, other.hard_high) / time.value)
        elif other.axis in RATES:
            paces.append(_mg(by, other.axis, other.hard_high))
    return min(paces, default=Fraction(0))


def _most(flows: Sequence[Flow], time: Fraction, pace: Fraction) -> Fraction:
    """The most in mg that goes in within the time, where some of it or what touches it is faster than the pace; else 0.

    What goes in within a time is piecewise linear in when that starts, so that it is most where something starts or ends.
    """
    fast = [(each.since.value, each.until.value) for each in flows if each.faster(pace)]
    edges = {each.since.value for each in flows} | {each.until.value for each in flows}
    starts = edges | {edge - time for edge in edges}
    near = [start for start in starts if any(since <= start + time and start <= until for since, until in fast)]
    return max((sum((each.within(start, start + time) for each in flows), Fraction(0)) for start in near), default=Fraction(0))
