"""Several steps one after another from bags of one make: a bolus, infusions at rising rates, pauses."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import read_overrides
from ketadose.calc.draw import check_device
from ketadose.calc.made import Made, read_made
from ketadose.calc.profiles import profile_of
from ketadose.calc.weights import about_patient
from ketadose.delivery.bags import Hung, changes_of, count_bags, fits, flowing, make_alike, of_bags
from ketadose.delivery.derived import as_derived, filled, overrides_of
from ketadose.delivery.judging import Judge, Looked
from ketadose.delivery.stepping import NO_VOLUME, START, Delivered, PlannedStep, Setting, Wanted, planned, wanted
from ketadose.delivery.totals import Part, amounts, figures, findings, given, of_delivered, of_wanted, running
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.findings import Finding, Override, settle
from ketadose.measures import Amount, Concentration, Deviation, Duration, PerWeight, Volume
from ketadose.measures.reading import read
from ketadose.model.patient import Patient
from ketadose.model.product import Product, Pump
from ketadose.model.profile import Profile
from ketadose.model.programme import ProgrammeStep
from ketadose.model.regimen import Regimen
from ketadose.records import Record, plain, whole
from ketadose.terms import CareArea, Drug, Rounding, Route, Severity, read_word
from ketadose.working import Entry, Given, Working

_NO_PUMP = Finding("rate.unrounded", Severity.NOTE, "no pump was given: the rates are exact and not rounded to a step")


@attrs.frozen
class Programme(Record):
    """Steps as they will be given, what they add up to, and the bags that they need.

    `duration` is from the first step to the end of the last, `running` the time in which something runs in; `deviation`
    compares the amount with what was ordered. All bags hold `bag_amount` in `bag_volume`; one is changed for the next at
    each of `bag_changes`.

    A record that is not the very one that was planned, as after an edit, is planned again from its own order: any figure or
    finding that does not come out again is refused.

    Raises `KetadoseError` "record.disagrees".
    """

    patient: Patient
    drug: Drug
    citation: Citation
    profile: Profile
    product: Product
    pump: Pump | None
    bag_amount: Amount
    bag_volume: Volume
    concentration: Concentration
    steps: tuple[PlannedStep, ...]
    amount: Amount
    per_weight: PerWeight
    volume: Volume
    duration: Duration
    running: Duration
    deviation: Deviation
    bags: int
    bag_changes: tuple[Duration, ...]
    working: Working
    findings: tuple[Finding, ...]
    rounding: Rounding
    made: Made

    def __attrs_post_init__(self) -> None:
        as_derived(self, self._again, ("findings",))

    def _again(self) -> Programme:
        again = plan_programme(
            self.patient,
            self.drug,
            tuple(each.ordered for each in self.steps),
            product=self.product,
            bag_amount=self.bag_amount,
            bag_volume=self.bag_volume,
            area=self.profile,
            pump=self.pump,
            rounding=self.rounding,
            source=self.citation,
            overrides=overrides_of(self.findings),
        )
        made = attrs.evolve(read_made(self.made.at, self.made.by), library=self.made.library, catalog=self.made.catalog)
        return filled(Programme, *attrs.astuple(again, recurse=False)[:-1], made)

    def __plain__(self) -> dict[str, Any]:
        return plain(self, "profile") | {"area": str(self.profile)}

    def __str__(self) -> str:
        told = "; ".join(str(each) for each in self.steps)
        return f"{self.drug.value} intravenous {self.amount} over {self.duration}: {told}"


def plan_programme(
    patient: Patient | object,
    drug: Drug | str,
    steps: tuple[ProgrammeStep, ...],
    *,
    product: Product,
    bag_amount: object,
    bag_volume: object,
    area: Profile | CareArea | str,
    pump: Pump | None = None,
    rounding: Rounding | str = Rounding.HALF_UP,
    source: Source | Citation | None = None,
    overrides: tuple[Override, ...] | Override = (),
    at: datetime.datetime | None = None,
    by: str = "",
) -> Programme:
    """Plan steps one after another, intravenously, from bags of `bag_amount` made up to `bag_volume`.

    Of an infusion two of amount, rate and duration are ordered, and the third follows. An ordered amount is kept: its
    volume runs at the pump's step, and the time follows. An ordered rate and duration keep the time: the amount follows
    from the pump's rate. A bolus is given at once, from the same bag. What is drawn up for a bag is exact, and nothing is
    taken off for the line. `area` is the care area whose limits judge, or a site's profile.

    mg/h and mg/kg/h of each infusion, the sum of all amounts in mg and mg/kg, and the time in which something runs in are
    judged: ordered figures by every bound, delivered ones by the hard. Where no limit bounds the rate, the time that the
    sum would take at the fastest rate is judged by the shortest duration. A bolus is refused where there is one. A
    rounding that would pass a hard limit that the order respects goes the other way.

    A limit on what lasts at most a time judges the most that goes in within any such time, boluses and infusions together,
    unless all of it goes in no faster than a longer infusion may. A bag hangs from its start to its change, pauses included:
    past what is recorded for it (24 h where nothing is), or past the longest duration of the care area, that is told.

    Findings: those of the patient, the axes' codes, "dose.no_limits", "regimen.unsourced", "rate.unrounded",
    "rounding.held_down", "rounding.coarse", "draw.unrounded", "line.unknown", "product.undiluted", "programme.bags",
    "bag.use", "bag.late" for the bag that hangs longest, "bag.strong", "programme.flow".

    Raises `KetadoseError`: "programme.step", "argument.type", "product.drug", "product.route", "bag.volume",
    "rate.too_fast", "rate.too_slow", "rounding.none", "word.unknown" and what reading raises; `LimitError`.

    >>> import ketadose as kd
    >>> from ketadose.delivery.programme import plan_programme
    >>> from ketadose.model.programme import ProgrammeStep
    >>> up = [ProgrammeStep(rate=f"0.{tenth} mg/kg/h", duration="1 h") for tenth in (1, 2, 3)]
    >>> programme = plan_programme(
    ...     "70 kg",
    ...     "ketamine",
    ...     up,
    ...     product=kd.products.KETAMINE_50_MG_PER_ML,
    ...     bag_amount="50 mg",
    ...     bag_volume="50 mL",
    ...     area="acute pain ward",
    ...     pump=kd.Pump("0.1 mL/h"),
    ... )
    >>> for step in programme.steps:
    ...     print(step)
    from 0 min to 60 min: 7 mL/h, 7 mg, 7 mg/h, 0.1 mg/kg/h
    from 60 min to 120 min: 14 mL/h, 14 mg, 14 mg/h, 0.2 mg/kg/h
    from 120 min to 180 min: 21 mL/h, 21 mg, 21 mg/h, 0.3 mg/kg/h
    >>> print(programme.amount, programme.per_weight, programme.bags)
    42 mg 0.6 mg/kg 1
    """
    who = whole(patient, "patient") if type(patient) is Patient else Patient(patient)
    what, mode = read_word(Drug, drug, "drug"), read_word(Rounding, rounding, "rounding")
    check_device(pump, Pump, "pump")
    made_of = fits(product, what)
    hung = make_alike(made_of, read(Amount, bag_amount, "bag_amount"), read(Volume, bag_volume, "bag_volume"))
    ordered = tuple(wanted(step, who.weight) for step in _read_steps(steps))
    parts = [of_wanted(step) for step in ordered]
    regimen = Regimen(what, Route.INTRAVENOUS, amounts(parts)[-1].result, source=source)
    profile = profile_of(regimen, area if type(area) is Profile else read_word(CareArea, area, "area"))
    judge = Judge(profile, profile.for_(what, Route.INTRAVENOUS), who.weight)
    needed = formulas.VOLUME_OF(amounts(parts)[-1].result, hung.bag.concentration).result
    setting = Setting(hung.bag.concentration, pump, mode, judge, running(parts), needed)
    timed = _timed(ordered, given(ordered, setting), who)
    found = about_patient(who, profile) + findings(judge, parts, timed.parts) + regimen.findings + hung.findings
    found += timed.findings + (() if pump else (_NO_PUMP,))
    changes = changes_of(timed.steps, hung.bag.volume, count_bags(timed.volume, hung.bag.volume))
    found += of_bags(judge, made_of, hung.bag, timed.steps[-1].end, changes, found)
    found += flowing(timed.steps, timed.volume, pump)
    settled = settle(found, read_overrides(overrides), "programme")
    return _programme(regimen, who, made_of, hung, setting, parts, timed, changes, settled, read_made(at, by))


def _programme(
    regimen: Regimen,
    patient: Patient,
    product: Product,
    hung: Hung,
    setting: Setting,
    parts: list[Part],
    timed: _Timed,
    changes: tuple[Duration, ...],
    found: tuple[Finding, ...],
    made: Made,
) -> Programme:
    sums = amounts(timed.parts)
    per_weight = formulas.PER_WEIGHT(sums[-1].result, patient.weight)
    off = formulas.DEVIATION(sums[-1].result, amounts(parts)[-1].result)
    looked = Looked(setting.judge, setting.over, tuple(figures(parts, setting.judge).along.items()), True)
    entries = (Given("body weight", patient.weight), *hung.entries, *timed.entries, *sums, per_weight, off, looked)
    return filled(
        Programme,
        patient,
        regimen.drug,
        regimen.citation,
        setting.judge.profile,
        product,
        setting.pump,
        hung.amount,
        hung.bag.volume,
        hung.bag.concentration,
        timed.steps,
        sums[-1].result,
        per_weight.result,
        timed.volume,
        timed.steps[-1].end,
        running(timed.parts) or START,
        off.result,
        len(changes) + 1,
        changes,
        Working(entries),
        found,
        setting.mode,
        made,
    )


@attrs.frozen
class _Timed:
    """The steps in their time, with what runs in."""

    steps: tuple[PlannedStep, ...]
    parts: list[Part]
    volume: Volume
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def _read_steps(steps: object) -> tuple[ProgrammeStep, ...]:
    several: Any = steps
    if type(several) not in {tuple, list} or any(type(each) is not ProgrammeStep for each in several):
        raise KetadoseError(
            "argument.type",
            f"{shown(steps)} is no tuple of steps",
            field="steps",
            received=steps,
            fix="Write ProgrammeStep(...)",
        )
    read_all = tuple(whole(each, "steps") for each in several)
    if all(each.paused for each in read_all):
        raise KetadoseError("programme.step", "no step gives anything", field="steps", fix="Write ProgrammeStep(...)")
    return read_all


def _timed(ordered: tuple[Wanted, ...], run: tuple[Delivered, ...], patient: Patient) -> _Timed:
    steps: list[PlannedStep] = []
    entries: list[Entry] = []
    volume = NO_VOLUME
    for number, (step, each) in enumerate(zip(ordered, run, strict=True), 1):
        told, last = planned(step, each, steps[-1].end if steps else START, patient.weight)
        so_far = formulas.VOLUME_SUM(volume, each.volume)
        entries += [Given(f"step {number}", str(step.step)), *step.entries, *each.entries, *last, so_far]
        steps.append(told)
        volume = so_far.result
    findings_of = tuple(finding for each in run for finding in each.findings)
    return _Timed(tuple(steps), [of_delivered(each) for each in run], volume, tuple(entries), findings_of)
