"""How to make up a bag and run the pump, and what will really be delivered."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.bag import Bag, keeping, make_bag
from ketadose.calc.dose import Dose, read_overrides
from ketadose.calc.draw import Draw, check_device, draw_up, undiluted
from ketadose.calc.pump import at_pump
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override, settle
from ketadose.measures import Amount, AmountRate, Concentration, Deviation, Duration, FlowRate, PerWeight, PerWeightRate, Volume
from ketadose.measures.reading import read
from ketadose.model.handling import Diluent
from ketadose.model.product import Product, Pump, Syringe
from ketadose.records import Record, agree, plain, whole
from ketadose.terms import Rounding, Severity, read_word
from ketadose.working import Entry, Given, Working

_NO_PUMP = Finding("rate.unrounded", Severity.NOTE, "no pump was given: the rate is exact and not rounded to a step")


@attrs.frozen
class Infusion(Record):
    """A bag, a pump programme, and what the patient will really receive.

    `amount` and `duration` are what will be delivered; `deviation` and `duration_deviation` are (delivered - ordered) /
    ordered of each.

    Raises `KetadoseError` "record.disagrees" where its own figures do not agree, as after an edit.
    """

    dose: Dose
    draw: Draw
    bag: Bag
    pump: Pump | None
    rate: FlowRate
    duration: Duration
    amount: Amount
    deviation: Deviation
    duration_deviation: Deviation
    working: Working
    findings: tuple[Finding, ...]
    rounding: Rounding
    diluent: Diluent | None = None

    def __attrs_post_init__(self) -> None:
        volume = self.bag.volume_to_infuse
        agree(self, "duration", formulas.RUNNING_TIME(volume, self.rate).result)
        agree(self, "amount", formulas.AMOUNT_IN(volume, self.bag.concentration).result)
        agree(self, "deviation", formulas.DEVIATION(self.amount, self.dose.amount).result)
        over = _duration(self.dose)
        agree(self, "duration_deviation", formulas.DURATION_DEVIATION(self.duration, over).result)

    @property
    def bag_volume(self) -> Volume:
        """All that is in the bag."""
        return self.bag.volume

    @property
    def nominal_concentration(self) -> Concentration:
        """What the bag's named volume suggests."""
        return self.bag.nominal_concentration

    @property
    def concentration(self) -> Concentration:
        """The true concentration."""
        return self.bag.concentration

    @property
    def line_volume(self) -> Volume | None:
        """What stays in the line when the bag is empty, if somebody said."""
        return self.bag.line_volume

    @property
    def volume_to_infuse(self) -> Volume:
        """What the pump is to run in: the bag, less what stays in the line."""
        return self.bag.volume_to_infuse

    def __plain__(self) -> dict[str, Any]:
        rates = (self.per_weight, self.amount_rate, self.per_weight_rate)
        names = ("per_weight", "amount_rate", "per_weight_rate")
        return plain(self) | {name: rate.__plain__() for name, rate in zip(names, rates, strict=True)}

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
        amount = formulas.AMOUNT_IN(volume.result, self.bag.concentration)
        left = formulas.LEFT(self.bag.volume_to_infuse, volume.result)
        amount_left = formulas.AMOUNT_LEFT(self.amount, amount.result)
        per_weight = formulas.PER_WEIGHT(amount.result, self.dose.patient.weight)
        entries = (Given("stopped after", elapsed), volume, amount, per_weight, left, amount_left)
        return PartDelivered(
            self,
            elapsed,
            volume.result,
            amount.result,
            per_weight.result,
            left.result,
            amount_left.result,
            Working(entries),
        )

    def __str__(self) -> str:
        rate = self.rate.in_full() if self.pump else str(self.rate)
        return f"draw {self.draw}, bag of {self.bag.volume}, {rate} for {self.duration}"


@attrs.frozen
class PartDelivered(Record):
    """What a stopped infusion has delivered, and what it has not: `volume_left` and `amount_left` of what was to run in.

    What stays in the line at the end of a whole infusion, `infusion.bag.line_amount`, is in neither.
    """

    infusion: Infusion
    after: Duration
    volume: Volume
    amount: Amount
    per_weight: PerWeight
    volume_left: Volume
    amount_left: Amount
    working: Working

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What must be known of the infusion that was stopped."""
        return self.infusion.findings

    def __str__(self) -> str:
        return f"{self.amount} of {self.infusion.amount} after {self.after}, {self.amount_left} not delivered"


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
    diluent: Diluent | str | None = None,
    overrides: tuple[Override, ...] = (),
) -> Infusion:
    """Draw up, make the bag, set the pump.

    Volume to draw = amount / strength, at the syringe's graduation. The bag is either `made_up_to` a volume (that much in
    all) or `added_to` one (that much and the drug): exactly one. `line_volume` is what stays in the line when the bag is
    empty: it is subtracted, and a CAUTION says what it holds. Rate = volume to be infused / duration, at the pump's step.
    Both roundings go half-up, down or up, but never past a hard limit that the order respects. `diluent` is what is in the
    bag ("sodium chloride 0.9 %", "glucose 5 %"), checked against those that the product's label names.

    Findings: "bag.use", "bag.late", "bag.strong" (STOP), "bag.diluent", "draw.unrounded", "rate.unrounded", "line.unknown",
    "line.residue", "rounding.held_down", "rounding.coarse", "product.off_label", "product.undiluted" (STOP) and those of the
    dose.

    Raises `KetadoseError`: "argument.type", "infusion.needed", "product.drug", "product.form", "product.route",
    "bag.choice", "bag.volume", "draw.too_small", "draw.capacity", "rounding.none", "rate.too_fast", "rate.too_slow",
    "dose.changed", "word.unknown" and what reading the volumes raises; `LimitError`.

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
    check_device(pump, Pump, "pump")
    over = _duration(dose)
    drawn = draw_up(dose, product, syringe, mode)
    made = make_bag(drawn.draw, made_up_to, added_to, line_volume)
    bag, volume = made.bag, made.bag.volume_to_infuse
    mixed_with = None if diluent is None else read_word(Diluent, diluent, "diluent")
    programme = _programme(dose, volume, over, bag.concentration, pump, mode)
    given = formulas.AMOUNT_IN(volume, bag.concentration)
    deviation = formulas.DEVIATION(given.result, dose.amount)
    late = formulas.DURATION_DEVIATION(programme.duration, over)
    found = drawn.findings + undiluted(product, drawn.draw.volume, bag.volume) + made.findings + programme.findings
    found += keeping(product, bag, mixed_with, programme.duration)
    entries = (*drawn.entries, *made.entries, *programme.entries, given, deviation, late)
    return Infusion(
        dose,
        drawn.draw,
        bag,
        pump,
        programme.rate,
        programme.duration,
        given.result,
        deviation.result,
        late.result,
        Working(entries),
        settle(dose.findings + found, read_overrides(overrides), "infusion"),
        mode,
        mixed_with,
    )


@attrs.frozen
class _Programme:
    """What the pump is set to and how long it runs, with how that was found."""

    rate: FlowRate
    duration: Duration
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def _programme(
    dose: Dose, volume: Volume, over: Duration, concentration: Concentration, pump: Pump | None, mode: Rounding
) -> _Programme:
    wanted = formulas.FLOW_RATE(volume, over)
    entries: tuple[Entry, ...] = (Given("duration ordered", over), wanted)
    rate: FlowRate = wanted.result
    findings: tuple[Finding, ...] = (_NO_PUMP,)
    if pump is not None:
        rounded = at_pump(dose, rate, volume, concentration, pump, mode)
        rate, findings = rounded.measure, rounded.findings
        entries += (rounded.entry,)
    time = formulas.RUNNING_TIME(volume, rate)
    return _Programme(rate, time.result, (*entries, time), findings)


def _duration(dose: object) -> Duration:
    over: Duration | None = whole(dose, "dose").regimen.over if type(dose) is Dose else None
    if over is None:
        raise KetadoseError(
            "infusion.needed",
            f"{shown(str(dose) if type(dose) is Dose else dose)} is not a dose over a time",
            field="dose",
            received=dose,
            fix='Use a regimen with over="40 min", or kd.plan_injection',
        )
    return over
