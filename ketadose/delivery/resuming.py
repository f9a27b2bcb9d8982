"""How an infusion goes on from a moment: at which rate, for how long, and against which limits."""

from __future__ import annotations

from operator import attrgetter

import attrs

from ketadose import formulas
from ketadose.calc.checks import Edge, highest
from ketadose.calc.infusion import Infusion
from ketadose.calc.rounding import Device, at_step
from ketadose.delivery.derived import as_derived, filled, overrides_of
from ketadose.delivery.events import check_rate
from ketadose.delivery.hanging import hangs_past, kept_too_long
from ketadose.delivery.judging import AMOUNTS, RATES, Figures, Judge, Looked, judged
from ketadose.delivery.windows import Flow, in_runs, lasting, more_within, total
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, Override, exact, settle
from ketadose.measures import Amount, AmountRate, Deviation, Duration, FlowRate, Measure, PerWeightRate, Volume
from ketadose.records import Record, agree
from ketadose.terms import Axis, Severity
from ketadose.working import Entry, Given, Step, Working


@attrs.frozen
class Moment(Record):
    """An infusion at a moment: the time since its start, the time it ran, what ran in, and the pump's last setting.

    `past` is what ran in until then, part by part.

    Raises `KetadoseError` "record.disagrees" where these do not add up, as after an edit.
    """

    infusion: Infusion
    at: Duration
    ran: Duration
    volume: Volume
    before: FlowRate
    past: tuple[Flow, ...] = ()

    def __attrs_post_init__(self) -> None:
        agree(self, "volume", formulas.VOLUME_OF(total(self.past), self.infusion.concentration).result)
        agree(self, "ran", lasting(self.past))

    @property
    def left(self) -> Volume:
        """What has not run in."""
        return formulas.LEFT(self.infusion.volume_to_infuse, self.volume).result  # type: ignore[no-any-return]


@attrs.frozen
class Continuation(Record):
    """What going on does: ordered is a rate, a time to finish in (`finish_in`), or neither; everything else is derived.

    `time_left` is from this moment to the empty bag, `ends_at` the time from the start to it with every pause, `duration`
    the time that the pump runs in all, without pauses. `amount_left` is still to come at `amount_rate`; `amount` is what
    the whole infusion gives. `of_rate` are findings on the new rate and on what goes in within a time, `of_end`
    those on when the bag will be empty.

    Raises `KetadoseError` "record.disagrees" where its own moment does not give this again, as after an edit.
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
        as_derived(self, self._again, ("of_rate", "of_end"))

    def _again(self) -> Continuation:
        rate = self.rate if self.finish_in is None else None
        return go_on(self.moment, rate=rate, finish_in=self.finish_in, overrides=overrides_of(self.of_rate + self.of_end))

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
    looked = Looked(ordered.judge, ordered.total.result, tuple(ordered.along.items()), chosen > moment.before)
    steps = (delivered.time, delivered.end, delivered.total, late, delivered.hourly, delivered.per_weight)
    of_rate, of_end = _looked(moment, chosen, ordered, delivered)
    of_rate = found + of_rate
    settled = settle(of_rate + of_end, overrides, "running infusion")
    return filled(
        Continuation,
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
        self.flows = (*moment.past, Flow(moment.at, self.end.result, to_come))
        self.pace: Duration = formulas.RUNNING_TIME(volume, rate).result
        self.along: dict[Axis, Measure] = {
            Axis.AMOUNT_RATE: self.hourly.result,
            Axis.PER_WEIGHT_RATE: self.per_weight.result,
            Axis.DURATION: self.total.result,
        }

    @classmethod
    def of(cls, moment: Moment, rate: FlowRate) -> _Ahead:
        """All that has not run in, at this rate."""
        return cls(moment, formulas.AMOUNT_IN(moment.left, moment.infusion.concentration).result, rate)

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
        return chosen, chosen, (Given("rate before" if chosen == moment.before else "rate ordered", chosen),), ()
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
    device = Device("pump", "pump rate", pump.step)
    rounded = at_step(wanted, device, moment.infusion.rounding, low=low, high=high)
    ahead, really = (_Ahead.of(moment, each) for each in (wanted, rounded.measure))
    fast = more_within(ahead.judge, ahead.flows, really.flows)
    if fast and fast[0].limit is not None and fast[0].limit.hard_high is not None:
        held = Edge(wanted.value, f"the hard limit of {fast[0].limit.hard_high.value} within {fast[0].limit.lasting_to}")
        rounded = at_step(wanted, device, moment.infusion.rounding, low=low, high=held)
    return wanted, rounded.measure, (*entries, rounded.entry), rounded.findings


def _edges(moment: Moment, wanted: FlowRate) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the pump and the hard limits allow which the exact rate respects."""
    infusion, left, ran = moment.infusion, moment.left.value, moment.ran.value
    ahead = _Ahead.of(moment, wanted)
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
    """The findings on the rate and those on the end: a rate that stays says nothing new, a slower one is never refused."""
    infusion, by = moment.infusion, ordered.judge
    late = kept_too_long(infusion.draw.product, delivered.end.result)
    if chosen == moment.before:
        return (), late + hangs_past(by, delivered.end.result)
    known = {limit for limit in by.bind(infusion.dose.regimen.over) if limit.axis in AMOUNTS}
    of_rate = judged(by, ordered.rates(), delivered.rates())
    of_end = judged(by, ordered.ends(infusion.dose.amount), delivered.ends(infusion.amount))
    if chosen < moment.before:
        of_rate, of_end = _cautions(of_rate), _cautions(of_end)
    else:
        told = known | {each.limit for each in of_end if each.severity is Severity.STOP}
        of_rate += tuple(each for each in in_runs(by, ordered.flows, delivered.flows) if each.limit not in told)
    of_end = tuple(each for each in of_end if each.limit not in known)
    return of_rate, of_end + late + hangs_past(by, delivered.end.result, of_end)


def _cautions(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(attrs.evolve(each, severity=Severity.CAUTION) for each in found)
