"""What the steps of a programme add up to, judged by the limits, and held within them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ketadose import formulas
from ketadose.delivery.judging import Figures, Judge, judged, only_delivered
from ketadose.delivery.stepping import NOTHING, START, Delivered, Setting, Wanted, delivered
from ketadose.delivery.windows import Flow, in_runs, more_within
from ketadose.findings import Finding
from ketadose.measures import Amount, AmountRate, Duration, Measure
from ketadose.terms import Axis, Severity
from ketadose.working import Step


@attrs.frozen
class Part:
    """What one step adds: an amount, and the rate and time of an infusion."""

    amount: Amount
    hourly: AmountRate | None
    duration: Duration | None


def of_wanted(step: Wanted) -> Part:
    """What a step adds as ordered."""
    return Part(step.amount, step.hourly, step.duration)


def of_delivered(given: Delivered) -> Part:
    """What a step adds as it is given."""
    if given.rate is None or given.duration is None:
        return Part(given.amount, None, given.duration)
    return Part(given.amount, formulas.AMOUNT_RATE(given.amount, given.duration).result, given.duration)


def amounts(parts: Sequence[Part]) -> tuple[Step, ...]:
    """The amounts added up, one step after another."""
    steps: tuple[Step, ...] = ()
    for part in parts:
        steps += (formulas.TOGETHER(steps[-1].result if steps else NOTHING, part.amount),)
    return steps


def running(parts: Sequence[Part]) -> Duration | None:
    """The time in which something runs in; None where nothing does."""
    total: Duration | None = None
    for part in parts:
        if part.hourly is not None and part.duration is not None:
            total = formulas.TIME_SUM(START if total is None else total, part.duration).result
    return total


def flows(parts: Sequence[Part]) -> tuple[Flow, ...]:
    """What goes in when: each part from the end of the one before."""
    told: tuple[Flow, ...] = ()
    end = START
    for part in parts:
        start, end = end, end if part.duration is None else formulas.TIME_SUM(end, part.duration).result
        told += (Flow(start, end, part.amount),)
    return told


def figures(parts: Sequence[Part], by: Judge) -> Figures:
    """The sum in mg and mg/kg, the time, and how long the sum would take at the fastest rate."""
    amount, over = amounts(parts)[-1].result, running(parts)
    along: dict[Axis, Measure] = {Axis.AMOUNT: amount, Axis.PER_WEIGHT: formulas.PER_WEIGHT(amount, by.weight).result}
    if over is None:
        return Figures(None, along)
    fastest = max((part.hourly for part in parts if part.hourly is not None), key=lambda rate: rate.value)
    return Figures(over, along | {Axis.DURATION: over}, formulas.TIME_FOR(amount, fastest).result)


def given(steps: Sequence[Wanted], setting: Setting) -> tuple[Delivered, ...]:
    """What the pump makes of each step; held where the sum would otherwise pass a hard limit that the order respects."""
    first = tuple(delivered(step, setting) for step in steps)
    wanted, really = [of_wanted(step) for step in steps], [of_delivered(each) for each in first]
    past = only_delivered(setting.judge, figures(wanted, setting.judge), figures(really, setting.judge))
    fast = more_within(setting.judge, flows(wanted), flows(really))
    if not past and not fast:
        return first
    why = "the hard limit of {} on the whole programme"
    high = [each.limit.hard_high for each in (*past, *fast) if each.limit and each.code.endswith(".high")]
    long = [each for each in high if each and type(each.value) is Duration]
    much = [each for each in high if each and type(each.value) is not Duration]
    short = [each.limit.hard_low for each in past if each.limit and each.code == "duration.low"]
    short += [each.limit.hard_high for each in fast if each.limit]
    held = attrs.evolve(
        setting,
        most=why.format(much[0].value) if much else "",
        longest=why.format(long[0].value) if long else "",
        shortest=why.format(short[0].value) if short and short[0] else "",
    )
    return tuple(delivered(step, held) for step in steps)


def findings(by: Judge, ordered: Sequence[Part], really: Sequence[Part]) -> tuple[Finding, ...]:
    """The rate of each infusion, what boluses give, and the sums, against the limits."""
    wanted, told = figures(ordered, by), figures(really, by)
    found: tuple[Finding, ...] = ()
    for number, (one, other) in enumerate(zip(ordered, really, strict=True), 1):
        if one.hourly is not None:
            rates = _rates(one.hourly, wanted.over, by), _rates(other.hourly or one.hourly, told.over, by)
            found += judged(by, *rates, f"step {number}: ")
    found += judged(by, wanted, told)
    known = {each.limit for each in found if each.severity is Severity.STOP}
    found += tuple(each for each in in_runs(by, flows(ordered), flows(really)) if each.limit not in known)
    bolus = [part for part in ordered if part.hourly is None and part.amount.value]
    if bolus:
        found += _of_bolus(by, bolus, found)
    if not by.rules.bounded:
        message = f"no limits are known for this drug given intravenously in {by.profile.area.place}: nothing was checked"
        found += (Finding("dose.no_limits", Severity.STOP, message),)
    return found


def _rates(hourly: AmountRate, over: Duration | None, by: Judge) -> Figures:
    along: dict[Axis, Measure] = {Axis.AMOUNT_RATE: hourly}
    along[Axis.PER_WEIGHT_RATE] = formulas.PER_WEIGHT_RATE(hourly, by.weight).result
    return Figures(over, along)


def _of_bolus(by: Judge, parts: Sequence[Part], found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A bolus is faster than any shortest duration, and what boluses give is bounded as boluses are."""
    place, told = by.profile.area.place, {each.limit for each in found if each.severity is Severity.STOP}
    short = {each.limit for each in found if each.code == "duration.low" and each.severity is Severity.STOP}
    words = "a bolus takes no time: it is faster than {}, the hard limit of {}; {} (give amount= and duration=)"
    timed = [(limit, limit.hard_low) for limit in by.bind(None) if limit.axis is Axis.DURATION]
    fast = tuple(
        Finding("duration.low", Severity.STOP, words, low.citation, (low.value, place, low.reason), limit)
        for limit, low in timed
        if low is not None and limit not in short
    )
    pushed = figures(parts, by)
    high = (each for each in judged(by, pushed, pushed, "by bolus, ") if each.code.endswith(".high") and each.limit not in told)
    return fast + tuple(high)
