"""How to make up a bag and run the pump, and what will really be delivered."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.checks import highest
from ketadose.calc.dose import Dose, read_overrides
from ketadose.calc.draw import Draw, draw_up
from ketadose.calc.rounding import AtStep, Device, Edge, at_step
from ketadose.catalog.limits import PROFILES
from ketadose.catalog.products import DILUTION, EQUAL_VOLUME
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override, exact, settle
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
    read,
    read_optional,
)
from ketadose.model.product import Product, Pump, Syringe
from ketadose.records import Record
from ketadose.terms import Axis, Rounding, Severity, read_word
from ketadose.working import Given, Working

_NO_PUMP = Finding("rate.unrounded", Severity.NOTE, "no pump was given: the rate is exact and not rounded to a step")
_NO_LINE = Finding(
    "line.unknown", Severity.NOTE, "what stays in the line is not counted: give line_volume to have it subtracted"
)


@attrs.frozen
class Bag:
    """A made-up bag: its volume, and its concentration by name and in truth."""

    volume: Volume
    nominal: Concentration
    concentration: Concentration
    entries: tuple[Any, ...]


@attrs.frozen
class Infusion(Record):
    """A bag, a pump programme, and what the patient will really receive.

    `nominal_concentration` is what the bag's named volume suggests, `concentration` the true one. `amount`, `duration`
    and `deviation` are what will be delivered; the deviation is (delivered - ordered) / ordered.
    """

    dose: Dose
    draw: Draw
    bag_volume: Volume
    nominal_concentration: Concentration
    concentration: Concentration
    line_volume: Volume | None
    volume_to_infuse: Volume
    rate: FlowRate
    duration: Duration
    amount: Amount
    deviation: Deviation
    working: Working
    findings: tuple[Finding, ...]
    rounding: Rounding

    @property
    def per_weight(self) -> PerWeight:
        """Delivered mg/kg of actual body weight."""
        return formulas.PER_WEIGHT(self.amount, self.dose.patient.weight).result  # type: ignore[no-any-return]

    @property
    def amount_rate(self) -> AmountRate:
        """Delivered mg/h."""
        return formulas.AMOUNT_RATE(self.amount, self.duration).result  # type: ignore[no-any-return]

    @property
    def per_weight_rate(self) -> PerWeightRate:
        """Delivered mg/kg/h of actual body weight; `.to("mcg/kg/min")` tells it in the other common unit."""
        return formulas.PER_WEIGHT_RATE(self.amount_rate, self.dose.patient.weight).result  # type: ignore[no-any-return]

    def delivered(self, after: object) -> PartDelivered:
        """What has gone in when the pump was stopped `after` a time, and what remains.

        Raises `KetadoseError`: a "measure." code; "infusion.elapsed" for a time after the end.

        >>> import ketadose as kd
        >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
        >>> infusion = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
        >>> part = infusion.delivered(after="20 min")
        >>> print(part.amount, part.amount_left, part.volume_left, sep="; ")
        17.5 mg; 17.5 mg; 50 mL
        """
        elapsed = read(Duration, after, "after")
        if elapsed > self.duration:
            raise KetadoseError(
                "infusion.elapsed",
                f"the infusion has ended after {self.duration}",
                field="after",
                received=after,
                expected=f"at most {self.duration}",
            )
        volume = formulas.VOLUME_RUN(self.rate, elapsed)
        amount = formulas.AMOUNT_IN(volume.result, self.concentration)
        left = formulas.LEFT(self.volume_to_infuse, volume.result)
        amount_left = formulas.AMOUNT_LEFT(self.amount, amount.result)
        per_weight = formulas.PER_WEIGHT(amount.result, self.dose.patient.weight)
        entries = (Given("stopped after", elapsed), volume, amount, per_weight, left, amount_left)
        return PartDelivered(
            elapsed, volume.result, amount.result, per_weight.result, left.result, amount_left.result, Working(entries)
        )

    def __str__(self) -> str:
        return f"draw {self.draw.volume}, bag of {self.bag_volume}, {self.rate} for {self.duration}"


@attrs.frozen
class PartDelivered(Record):
    """What a stopped infusion has delivered, and what it has not."""

    after: Duration
    volume: Volume
    amount: Amount
    per_weight: PerWeight
    volume_left: Volume
    amount_left: Amount
    working: Working


def plan_infusion(
    dose: Dose,
    *,
    product: Product,
    made_up_to: object = None,
    added_to: object = None,
    line_volume: object = None,
    syringe: Syringe | None = None,
    pump: Pump | None = None,
    rounding: Rounding | str = Rounding.HALF_UP,
    overrides: tuple[Override, ...] = (),
) -> Infusion:
    """Draw up, make the bag, set the pump.

    Volume to draw = amount / strength, at the syringe's graduation. The bag is either `made_up_to` a volume (that much in
    all) or `added_to` one (that much and the drug): exactly one. `line_volume` is what stays in the line when the bag is
    empty: it is subtracted, and a CAUTION says what it holds. Rate = volume to be infused / duration, at the pump's step.
    Both roundings go half-up, down or up, but never past a hard limit that the order respects.

    Findings: "draw.unrounded", "rate.unrounded", "line.unknown", "line.residue", "rounding.held_down",
    "rounding.coarse", "product.off_label", "product.undiluted" (STOP) and those of the dose.

    Raises `KetadoseError`: "argument.type", "infusion.needed", "product.drug", "product.form", "product.route",
    "bag.choice", "bag.volume", "draw.too_small", "draw.capacity", "rate.too_fast", "rate.too_slow"; `LimitError`.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    >>> infusion = kd.plan_infusion(
    ...     dose,
    ...     product=kd.products.KETAMINE_50_MG_PER_ML,
    ...     made_up_to="100 mL",
    ...     syringe=kd.Syringe("0.01 mL"),
    ...     pump=kd.Pump("1 mL/h"),
    ... )
    >>> print(infusion)
    draw 0.7 mL, bag of 100 mL, 150 mL/h for 40 min
    """
    mode = read_word(Rounding, rounding, "rounding")
    _check(syringe, Syringe, "syringe")
    _check(pump, Pump, "pump")
    over = _duration(dose)
    drawn = draw_up(dose, product, syringe, mode)
    draw = drawn.draw
    bag = _bag(draw, made_up_to, added_to)
    line = read_optional(Volume, line_volume, "line_volume")
    into_patient, line_entries, line_findings = _into_patient(bag, line)
    wanted = formulas.FLOW_RATE(into_patient, over)
    entries = [*drawn.entries, *bag.entries, *line_entries, Given("duration ordered", over), wanted]
    found = drawn.findings + _undiluted(draw, bag.volume) + line_findings
    rate: FlowRate = wanted.result
    if pump is None:
        found += (_NO_PUMP,)
    else:
        rounded = _at_pump(dose, rate, into_patient, bag.concentration, pump, mode)
        rate = rounded.measure
        entries.append(rounded.entry)
        found += rounded.findings
    time = formulas.RUNNING_TIME(into_patient, rate)
    given = formulas.AMOUNT_IN(into_patient, bag.concentration)
    deviation = formulas.DEVIATION(given.result, dose.amount)
    return Infusion(
        dose,
        draw,
        bag.volume,
        bag.nominal,
        bag.concentration,
        line,
        into_patient,
        rate,
        time.result,
        given.result,
        deviation.result,
        Working((*entries, time, given, deviation)),
        settle(dose.findings + found, read_overrides(overrides), "infusion"),
        mode,
    )


def _check(given: object, kind: type[Any], field: str) -> None:
    if given is not None and type(given) is not kind:
        raise KetadoseError(
            "argument.type",
            f"{shown(given)} is not a {field}",
            field=field,
            received=given,
            fix=f"Write kd.{kind.__name__}(...)",
        )


def _duration(dose: object) -> Duration:
    over = dose.regimen.over if type(dose) is Dose else None
    if over is None:
        raise KetadoseError(
            "infusion.needed",
            f"{shown(str(dose))} is not a dose over a time",
            field="dose",
            received=str(dose),
            fix='Use a regimen with over="40 min", or kd.plan_injection',
        )
    return over


def _bag(draw: Draw, made_up_to: object, added_to: object) -> Bag:
    if (made_up_to is None) == (added_to is None):
        raise KetadoseError(
            "bag.choice",
            "the bag is either made up to a volume or the drug is added to one",
            field="made_up_to, added_to",
            expected="exactly one of the two",
            fix='Write made_up_to="100 mL" or added_to="100 mL"',
        )
    if made_up_to is not None:
        named = read(Volume, made_up_to, "made_up_to")
        total, entries = named, (Given("bag made up to", named),)
        if named < draw.volume:
            raise KetadoseError(
                "bag.volume",
                f"{named} cannot hold the {draw.volume} that is drawn",
                field="made_up_to",
                received=made_up_to,
                fix="Use a larger bag",
            )
    else:
        named = read(Volume, added_to, "added_to")
        step = formulas.BAG_TOTAL(named, draw.volume)
        total, entries = step.result, (Given("drug added to", named), step)  # type: ignore[assignment]
    nominal = formulas.CONCENTRATION(draw.amount, named).result
    true = formulas.CONCENTRATION(draw.amount, total)
    return Bag(total, nominal, true.result, (*entries, true))


def _into_patient(bag: Bag, line: Volume | None) -> tuple[Volume, tuple[Any, ...], tuple[Finding, ...]]:
    """The volume that reaches the patient: all of the bag, or the bag less what stays in the line."""
    if line is None:
        return bag.volume, (), (_NO_LINE,)
    if line >= bag.volume:
        raise KetadoseError(
            "bag.volume",
            f"a line of {line} would hold all of the {bag.volume}",
            field="line_volume",
            received=line.exact,
            fix="Check the volume of the line",
        )
    step = formulas.LEFT(bag.volume, line)
    stays = formulas.AMOUNT_IN(line, bag.concentration)
    message = (
        f"{line} with {stays.result} stays in the line and is not counted as delivered: "
        "flush the line at no more than the pump's rate to give it, or account for it"
    )
    return step.result, (Given("stays in the line", line), step, stays), (Finding("line.residue", Severity.CAUTION, message),)


def _undiluted(draw: Draw, total: Volume) -> tuple[Finding, ...]:
    if not draw.product.dilute or total.value >= 2 * draw.volume.value:
        return ()
    message = f"{draw.product} must be diluted with at least its own volume; {draw.volume} is in {total} ({EQUAL_VOLUME})"
    return (Finding("product.undiluted", Severity.STOP, message, DILUTION),)


def _at_pump(
    dose: Dose, rate: FlowRate, volume: Volume, concentration: Concentration, pump: Pump, mode: Rounding
) -> AtStep[FlowRate]:
    largest = pump.largest_rate
    if largest is not None and rate > largest:
        raise KetadoseError(
            "rate.too_fast",
            f"{rate} is above the pump's largest rate of {largest}",
            field="pump",
            received=rate.exact,
            fix="Use a smaller bag or another pump",
        )
    low, high = _rate_edges(dose, volume, concentration)
    if largest is not None and (high is None or largest.value < high.value):
        high = Edge(largest.value, f"the pump's largest rate of {largest}")
    return at_step(rate, Device("pump", "pump rate", pump.step), mode, low=low, high=high)


def _rate_edges(dose: Dose, volume: Volume, concentration: Concentration) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the hard limits on rate and duration allow."""
    rules = PROFILES[dose.area].for_(dose.regimen.drug, dose.regimen.route)
    weight = dose.patient.weight.value
    fastest = []
    for axis, factor in ((Axis.AMOUNT_RATE, 1), (Axis.PER_WEIGHT_RATE, weight)):
        bound = highest(rules, axis)
        if bound is not None:
            value = bound.value * factor / concentration.value
            fastest.append(Edge(value, f"the hard limit of {bound.measure} on the {axis.value}"))
    slowest = []
    for limit in rules.duration:
        if limit.hard_low is not None:
            fastest.append(Edge(volume.value / exact(limit.hard_low.value), f"the shortest duration of {limit.hard_low.value}"))
        if limit.hard_high is not None:
            slowest.append(
                Edge(volume.value / exact(limit.hard_high.value), f"the longest duration of {limit.hard_high.value}")
            )
    return (
        max(slowest, key=lambda edge: edge.value, default=None),
        min(fastest, key=lambda edge: edge.value, default=None),
    )
