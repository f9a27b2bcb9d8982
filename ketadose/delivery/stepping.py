"""One step of a programme: what was ordered of it, what follows, and what the pump really gives."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter

import attrs

from ketadose import formulas
from ketadose.calc.checks import Edge, highest
from ketadose.calc.rounding import Device, at_step
from ketadose.delivery.derived import as_derived, filled
from ketadose.delivery.judging import Judge
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, exact
from ketadose.measures import (
    Amount,
    AmountRate,
    Concentration,
    Deviation,
    Duration,
    FlowRate,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.measures.value import make
from ketadose.model.product import Pump
from ketadose.model.programme import Ordered, ProgrammeStep, StepKind
from ketadose.records import Record
from ketadose.terms import Axis, Rounding
from ketadose.working import Entry, Step

NOTHING = make(Amount, Fraction(0))
START = make(Duration, Fraction(0))
NO_VOLUME = make(Volume, Fraction(0))


@attrs.frozen
class PlannedStep(Record):
    """A step as it will be given, from `start` to `end` since the beginning.

    An infusion has a `rate` at the pump's step and what that gives in mg/h and mg/kg/h; a bolus has none and takes no time.
    An ordered amount is kept and its time follows from the pump's rate; an ordered rate and duration keep the time, and the
    amount follows. `deviation` and `duration_deviation` are (delivered - ordered) / ordered.

    Raises `KetadoseError` "record.disagrees" where its own figures do not agree, as after an edit; the `Programme` that holds
    it knows the rest.
    """

    ordered: ProgrammeStep
    start: Duration
    end: Duration
    amount: Amount
    per_weight: PerWeight
    volume: Volume
    rate: FlowRate | None
    duration: Duration | None
    amount_rate: AmountRate | None
    per_weight_rate: PerWeightRate | None
    deviation: Deviation | None
    duration_deviation: Deviation | None

    def __attrs_post_init__(self) -> None:
        as_derived(self, self._again)

    def _again(self) -> PlannedStep:
        told = attrs.asdict(self, recurse=False)
        if self.duration is not None:
            told["end"] = formulas.TIME_SUM(self.start, self.duration).result
        if self.ordered.kind is StepKind.INFUSION:
            told["volume"] = formulas.VOLUME_RUN(self.rate, self.duration).result  # type: ignore[arg-type]
            told["amount_rate"] = formulas.AMOUNT_RATE(self.amount, self.duration).result  # type: ignore[arg-type]
            told["per_weight_rate"] = make(PerWeightRate, self.per_weight.value / self.duration.value)  # type: ignore[union-attr]
        else:
            infused = ("rate", "amount_rate", "per_weight_rate", "duration_deviation")
            told |= dict.fromkeys(infused) | ({} if self.ordered.paused else {"end": self.start, "duration": None})
        return filled(PlannedStep, *told.values())

    def __str__(self) -> str:
        when = f"from {self.start} to {self.end}"
        if self.ordered.kind is StepKind.PAUSE:
            return f"{when}: pause"
        if self.rate is None:
            return f"after {self.start}: bolus of {self.amount} in {self.volume}"
        return f"{when}: {self.rate}, {self.amount}, {self.amount_rate}, {self.per_weight_rate}"


@attrs.frozen
class Wanted:
    """A step for this person, exactly as ordered: mg, mg/h, time; and how the one that was not ordered follows."""

    step: ProgrammeStep
    amount: Amount
    hourly: AmountRate | None
    duration: Duration | None
    entries: tuple[Entry, ...]


@attrs.frozen
class Delivered:
    """What a step really gives: volume, amount and time at the pump's rate, with entries and findings."""

    volume: Volume
    amount: Amount
    rate: FlowRate | None
    duration: Duration | None
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


@attrs.frozen
class Setting:
    """The bag's concentration, the pump and its rounding, and the hard limits that bind the whole programme.

    `most` says why no more may be given than was ordered, `longest` why it may not last longer, `shortest` why not shorter:
    where a first rounding of all steps would pass a hard limit that the order respects.
    """

    concentration: Concentration
    pump: Pump | None
    mode: Rounding
    judge: Judge
    over: Duration | None
    total: Volume
    most: str = ""
    longest: str = ""
    shortest: str = ""


def wanted(step: ProgrammeStep, weight: Weight) -> Wanted:
    """The step for this weight: mg/kg and mg/kg/h become mg and mg/h, and two of amount, rate and duration give the third."""
    entries: list[Entry] = []
    amount, hourly, duration = step.amount, step.rate, step.duration
    if type(amount) is PerWeight:
        entries.append(dose := formulas.DOSE(amount, weight))
        amount = dose.result
    if type(hourly) is PerWeightRate:
        entries.append(rate := formulas.RATE_FOR(hourly, weight))
        hourly = rate.result
    derived: Step | None = None
    if step.derived is Ordered.AMOUNT:
        derived = formulas.AMOUNT_RUN(hourly, duration)  # type: ignore[arg-type]
        amount = derived.result
    elif step.derived is Ordered.RATE:
        derived = formulas.AMOUNT_RATE(amount, duration)  # type: ignore[arg-type]
        hourly = derived.result
    elif step.derived is Ordered.DURATION:
        derived = formulas.TIME_FOR(amount, hourly)  # type: ignore[arg-type]
        duration = derived.result
    entries += [] if derived is None else [derived]
    return Wanted(step, amount or NOTHING, hourly, duration, tuple(entries))  # type: ignore[arg-type]


def delivered(step: Wanted, setting: Setting) -> Delivered:
    """What the bag and the pump make of a step; a pause gives nothing, a bolus is given from the bag at once."""
    volume = formulas.VOLUME_OF(step.amount, setting.concentration)
    if step.hourly is None:
        return Delivered(volume.result, step.amount, None, step.duration, () if step.duration else (volume,), ())
    flow = formulas.FLOW_RATE(volume.result, step.duration)  # type: ignore[arg-type]
    rate, entries, findings = _at_pump(flow, step, setting)
    if step.step.amount is not None:
        time = formulas.RUNNING_TIME(volume.result, rate)
        return Delivered(volume.result, step.amount, rate, time.result, (volume, *entries, time), findings)
    run = formulas.VOLUME_RUN(rate, step.duration)  # type: ignore[arg-type]
    amount = formulas.AMOUNT_IN(run.result, setting.concentration)
    return Delivered(run.result, amount.result, rate, step.duration, (volume, *entries, run, amount), findings)


def _at_pump(flow: Step, step: Wanted, setting: Setting) -> tuple[FlowRate, tuple[Entry, ...], tuple[Finding, ...]]:
    exact_rate: FlowRate = flow.result
    pump = setting.pump
    if pump is None:
        return exact_rate, (flow,), ()
    largest = pump.largest_rate
    if largest is not None and exact_rate > largest:
        raise KetadoseError(
            "rate.too_fast",
            f"{step.step}: {exact_rate} is above the pump's largest rate of {largest}",
            field="pump",
            received=exact_rate.exact,
            fix="Use a stronger bag or another pump",
        )
    low, high = _edges(exact_rate, step.step.amount is not None, setting)
    rounded = at_step(exact_rate, Device("pump", "pump rate", pump.step), setting.mode, low=low, high=high)
    return rounded.measure, (flow, rounded.entry), rounded.findings


def _edges(rate: FlowRate, keeps_amount: bool, setting: Setting) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the hard limits and the pump allow which the exact rate respects."""
    strength, weight = setting.concentration.value, setting.judge.weight.value
    factors = {Axis.AMOUNT_RATE: 1 / strength, Axis.PER_WEIGHT_RATE: weight / strength}
    paced = [limit.hard_low for limit in setting.judge.paced(setting.over) if limit.hard_low is not None]
    edges = [Edge(setting.total.value / exact(each.value), f"the shortest duration of {each.value}") for each in paced]
    hard = highest(setting.judge.bind(setting.over), factors, rate.value)
    edges += [] if hard is None else [hard]
    largest = setting.pump.largest_rate if setting.pump else None
    edges += [] if largest is None else [Edge(largest.value, f"the pump's largest rate of {largest}")]
    why = setting.shortest if keeps_amount else setting.most
    edges += [Edge(rate.value, why)] if why else []
    slow = Edge(rate.value, setting.longest) if keeps_amount and setting.longest else None
    return slow, min((edge for edge in edges if edge.value >= rate.value), key=attrgetter("value"), default=None)


def planned(step: Wanted, given: Delivered, start: Duration, weight: Weight) -> tuple[PlannedStep, tuple[Entry, ...]]:
    """The step with its start and end, the rates that it gives and the deviations, and the entries that tell of these."""
    per_weight = formulas.PER_WEIGHT(given.amount, weight).result
    end = start if given.duration is None else formulas.TIME_SUM(start, given.duration).result
    if step.hourly is None:
        off = formulas.DEVIATION(given.amount, step.amount).result if step.amount.value else None
        told = PlannedStep(
            step.step, start, end, given.amount, per_weight, given.volume, None, given.duration, None, None, off, None
        )
        return told, ()
    hourly = formulas.AMOUNT_RATE(given.amount, given.duration)  # type: ignore[arg-type]
    per_hour = formulas.PER_WEIGHT_RATE(hourly.result, weight)
    off, late = formulas.DEVIATION(given.amount, step.amount), formulas.DURATION_DEVIATION(given.duration, step.duration)  # type: ignore[arg-type]
    told = PlannedStep(
        step.step,
        start,
        end,
        given.amount,
        per_weight,
        given.volume,
        given.rate,
        given.duration,
        hourly.result,
        per_hour.result,
        off.result,
        late.result,
    )
    return told, (hourly, per_hour, off, late)
