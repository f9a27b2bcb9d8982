"""How an infusion goes on from a moment: at which rate, for how long, and against which limits."""

from __future__ import annotations

from operator import attrgetter

import attrs

from ketadose import formulas
from ketadose.calc.checks import Edge, highest
from ketadose.calc.infusion import Infusion
from ketadose.calc.rounding import Device, at_step
from ketadose.delivery.events import check_rate
from ketadose.delivery.judging import RATES, Figures, Judge, Looked, judged
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, Override, exact, settle
from ketadose.measures import Amount, AmountRate, Deviation, Duration, FlowRate, Measure, PerWeightRate, Volume
from ketadose.records import Record, agree
from ketadose.terms import Axis, Severity
from ketadose.working import Entry, Given, Step, Working

_AMOUNTS = frozenset({Axis.AMOUNT, Axis.PER_WEIGHT})


@attrs.frozen
class Moment(Record):
    """An infusion at a moment: the time since its start, the time it ran, what ran in, and the pump's last setting."""

    infusion: Infusion
    at: Duration
    ran: Duration
    volume: Volume
    before: FlowRate

    @property
    def left(self) -> Volume:
        """What has not run in."""
        return formulas.LEFT(self.infusion.volume_to_infuse, self.volume).result  # type: ignore[no-any-return]


@attrs.frozen
class Continuation(Record):
    """What going on does: ordered is a rate, a time to finish in (`finish_in`), or neither; everything else is derived.

    `time_left` is from this moment to the empty bag, `ends_at` the time from the start to it with every pause, `duration`
    the time that the pump runs in all, without pauses. `amount_left` is still to come at `amount_rate`; `amount` is what
    the whole infusion gives. `of_rate` are findings on the new rate, `of_end` those on when the bag will be empty.
    """

    moment: Moment
    finish_in: Duration | None
    rate: FlowRate
    time_left: Duration
    ends_at: Duration
    duration: Duration
    duration_deviation: Deviation
    amount_left: Amount
    amount_rate: AmountRate
    per_weight_rate: PerWeightRate
    working: Working
    of_rate: tuple[Finding, ...]
    of_end: tuple[Finding, ...]

    def __attrs_post_init__(self) -> None:
        moment, infusion = self.moment, self.moment.infusion
        agree(self, "time_left", formulas.RUNNING_TIME(moment.left, self.rate).result)
        agree(self, "ends_at", formulas.TIME_SUM(moment.at, self.time_left).result)
        agree(self, "duration", formulas.TIME_SUM(moment.ran, self.time_left).result)
        agree(self, "amount_left", formulas.AMOUNT_IN(moment.left, infusion.concentration).result)
        agree(self, "amount_rate", formulas.AMOUNT_RATE(self.amount_left, self.time_left).result)

    @property
    def amount(self) -> Amount:
        """What the whole infusion gives, before this moment and after it."""
        return self.moment.infusion.amount

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What must be known of going on so."""
        return self.of_rate + self.of_end

    def __str__(self) -> str:
        rate = self.rate.in_full() if self.moment.infusion.pump else str(self.rate)
        return f"{rate} for {self.time_left}: {self.amount_left} of {self.amount}, the bag empty after {self.ends_at}"


def go_on(
    moment: Moment, *, rate: FlowRate | None = None, finish_in: Duration | None = None, overrides: tuple[Override, ...] = ()
) -> Continuation:
    """Go on at a rate, so as to finish in a time, or at the rate before; with both limits and the pump looked at.

    Raises `KetadoseError`: "running.rate", "rate.too_fast", "rate.too_slow", "rounding.none"; `LimitError`.
    """
    infusion = moment.infusion
    left = formulas.LEFT(infusion.volume_to_infuse, moment.volume)
    to_come = formulas.AMOUNT_IN(left.result, infusion.concentration)
    entries: tuple[Entry, ...] = (
        Given("time since the start", moment.at),
        Given("run in so far", moment.volume),
        left,
        to_come,
    )
    wanted, chosen, chosen_by, found = _rate(moment, rate, finish_in)
    ordered, delivered = _Ahead(moment, to_come.result, wanted), _Ahead(moment, to_come.result, chosen)
    late = formulas.DURATION_DEVIATION(delivered.total.result, infusion.dose.regimen.over)  # type: ignore[arg-type]
    looked = Looked(ordered.judge, ordered.total.result, tuple(ordered.along.items()))
    steps = (delivered.time, delivered.end, delivered.total, late, delivered.hourly, delivered.per_weight)
    of_rate, of_end = _looked(moment, chosen, ordered, delivered)
    of_rate = found + of_rate
    settled = settle(of_rate + of_end, overrides, "running infusion")
    return Continuation(
        moment,
        finish_in,
        chosen,
        delivered.time.result,
        delivered.end.result,
        delivered.total.result,
        late.result,
        to_come.result,
        delivered.hourly.result,
        delivered.per_weight.result,
        Working((*entries, *chosen_by, *steps, looked)),
        settled[: len(of_rate)],
        settled[len(of_rate) :],
    )


class _Ahead:
    """What lies ahead at a rate, each figure with its step."""

    def __init__(self, moment: Moment, to_come: Amount, rate: FlowRate) -> None:
        dose, volume = moment.infusion.dose, moment.infusion.volume_to_infuse
        self.judge = Judge(dose.profile, dose.rules, dose.patient.weight)
        self.time: Step = formulas.RUNNING_TIME(moment.left, rate)
        self.end: Step = formulas.TIME_SUM(moment.at, self.time.result)
        self.total: Step = formulas.TIME_SUM(moment.ran, self.time.result)
        self.hourly: Step = formulas.AMOUNT_RATE(to_come, self.time.result)
        self.per_weight: Step = formulas.PER_WEIGHT_RATE(self.hourly.result, dose.patient.weight)
        self.pace: Duration = formulas.RUNNING_TIME(volume, rate).result
        self.along: dict[Axis, Measure] = {
            Axis.AMOUNT_RATE: self.hourly.result,
            Axis.PER_WEIGHT_RATE: self.per_weight.result,
            Axis.DURATION: self.total.result,
        }

    def rates(self) -> Figures:
        """The figures of the rate itself."""
        return Figures(self.total.result, {axis: self.along[axis] for axis in self.along if axis in RATES}, self.pace)

    def ends(self, amount: Amount) -> Figures:
        """The figures of the whole: how long it runs, and what it gives."""
        per_weight = formulas.PER_WEIGHT(amount, self.judge.weight).result
        along = {Axis.DURATION: self.total.result, Axis.AMOUNT: amount, Axis.PER_WEIGHT: per_weight}
        return Figures(self.total.result, along)


def _rate(
    moment: Moment, rate: FlowRate | None, finish_in: Duration | None
) -> tuple[FlowRate, FlowRate, tuple[Entry, ...], tuple[Finding, ...]]:
    """The rate that was ordered, the one at the pump, how it was found, and what must be known of that."""
    pump = moment.infusion.pump
    if finish_in is None:
        chosen = moment.before if rate is None else check_rate(rate, pump)
        return chosen, chosen, (Given("rate before" if rate is None else "rate ordered", chosen),), ()
    step = formulas.FLOW_RATE(moment.left, finish_in)
    entries: tuple[Entry, ...] = (Given("to finish in", finish_in), step)
    wanted: FlowRate = step.result
    if pump is None:
        return wanted, wanted, entries, ()
    largest = pump.largest_rate
    if largest is not None and wanted > largest:
        raise KetadoseError(
            "rate.too_fast",
            f"{wanted} is above the pump's largest rate of {largest}",
            field="finish_in",
            received=finish_in.written or finish_in.exact,
            fix=f"Write at least {formulas.RUNNING_TIME(moment.left, largest).result}",
        )
    low, high = _edges(moment, wanted)
    rounded = at_step(wanted, Device("pump", "pump rate", pump.step), moment.infusion.rounding, low=low, high=high)
    return wanted, rounded.measure, (*entries, rounded.entry), rounded.findings


def _edges(moment: Moment, wanted: FlowRate) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the pump and the hard limits allow which the exact rate respects."""
    infusion, left, ran = moment.infusion, moment.left.value, moment.ran.value
    ahead = _Ahead(moment, formulas.AMOUNT_IN(moment.left, infusion.concentration).result, wanted)
    over, weight, strength = ahead.total.result, ahead.judge.weight.value, infusion.concentration.value
    limits = ahead.judge.bind(over)
    timed = [limit for limit in limits if limit.axis is Axis.DURATION]
    shortest = [limit.hard_low for limit in timed if limit.hard_low is not None and exact(limit.hard_low.value) > ran]
    longest = [limit.hard_high for limit in timed if limit.hard_high is not None and exact(limit.hard_high.value) > ran]
    paced = [limit.hard_low for limit in ahead.judge.paced(over) if limit.hard_low is not None]
    slow = [Edge(left / (exact(each.value) - ran), f"the longest duration of {each.value}") for each in longest]
    edges = [Edge(left / (exact(each.value) - ran), f"the shortest duration of {each.value}") for each in shortest]
    whole = infusion.volume_to_infuse.value
    edges += [Edge(whole / exact(each.value), f"the shortest duration of {each.value}") for each in paced]
    hard = highest(limits, {Axis.AMOUNT_RATE: 1 / strength, Axis.PER_WEIGHT_RATE: weight / strength}, wanted.value)
    edges += [] if hard is None else [hard]
    largest = infusion.pump.largest_rate if infusion.pump else None
    edges += [] if largest is None else [Edge(largest.value, f"the pump's largest rate of {largest}")]
    above = [edge for edge in edges if edge.value >= wanted.value]
    below = [edge for edge in slow if edge.value <= wanted.value]
    by_value = attrgetter("value")
    return max(below, key=by_value, default=None), min(above, key=by_value, default=None)


def _looked(
    moment: Moment, chosen: FlowRate, ordered: _Ahead, delivered: _Ahead
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings on the rate and those on the end: a rate that stays says nothing new, a slower one is not refused for it."""
    infusion, by = moment.infusion, ordered.judge
    late = _late(infusion, delivered.end.result)
    if chosen == moment.before:
        return (), late
    of_rate = judged(by, ordered.rates(), delivered.rates())
    if chosen < moment.before:
        of_rate = tuple(attrs.evolve(each, severity=Severity.CAUTION) for each in of_rate)
    known = {limit for limit in by.bind(infusion.dose.regimen.over) if limit.axis in _AMOUNTS}
    of_end = judged(by, ordered.ends(infusion.dose.amount), delivered.ends(infusion.amount))
    return of_rate, tuple(each for each in of_end if each.limit not in known) + late


def _late(infusion: Infusion, ends_at: Duration) -> tuple[Finding, ...]:
    """A CAUTION where the bag, with every pause, is empty only after it should have been discarded."""
    handling = infusion.draw.product.handling
    if handling is None or handling.use_within is None or ends_at <= handling.use_within:
        return ()
    words = "with its pauses the infusion ends after {}; the bag may be used for {}"
    return (Finding("bag.late", Severity.CAUTION, words, handling.citation, (ends_at, handling.use_within)),)
