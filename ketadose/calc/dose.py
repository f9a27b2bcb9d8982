"""How much to give in one session, checked against every limit of the care area."""

from __future__ import annotations

import datetime
from typing import Any, NoReturn

import attrs

from ketadose import formulas
from ketadose.calc.checks import Checked, against_limits
from ketadose.calc.made import NOBODY, Made, read_made
from ketadose.calc.profiles import profile_of
from ketadose.calc.weights import about_patient, dosing_weight, on_each_basis
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Limit, Override, settle
from ketadose.measures import Amount, AmountRate, PerWeight, PerWeightRate, Weight
from ketadose.measures.units import LONGEST_TEXT
from ketadose.measures.value import make
from ketadose.model.level import DoseLevel, read_dose
from ketadose.model.patient import Patient, WeightBasis
from ketadose.model.profile import Profile, Rules
from ketadose.model.regimen import Regimen
from ketadose.records import Record, decimal_places, is_a, maker, plain, whole
from ketadose.terms import CareArea, Severity
from ketadose.working import Entry, Given, Working, make_step


@attrs.define(slots=True, frozen=True)
class Dose(Record):
    """What one session gives: the amount, the weight it was calculated on, the working, and what must be known."""

    patient: Patient
    regimen: Regimen
    level: DoseLevel
    basis: WeightBasis
    weight: Weight
    amount: Amount
    steps: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    profile: Profile = attrs.field(repr=str)
    made: Made
    _calculated: bool = attrs.field(init=False, repr=False, eq=False)
    """Set on what comes out of the calculation itself; a copy, changed or not, lacks it."""

    @property
    def calculated(self) -> bool:
        """Whether this very record came out of the calculation; a copy is calculated again before it is used."""
        return getattr(self, "_calculated", False)

    @property
    def working(self) -> Working:
        """The level, the weight, every formula, any cap, and what was checked, each with its source."""
        level = self.regimen.given_level(self.level)
        checked = Checked(self.profile, self.regimen, self.amount, self.patient.weight)
        return Working((level, Given("body weight", self.patient.weight), *self.steps, checked))

    @property
    def rules(self) -> Rules:
        """The limits that judge this drug by this route in this care area."""
        return self.profile.for_(self.regimen.drug, self.regimen.route)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Those of the limits that are for people of this body weight and a dose over this time."""
        weight, over = self.patient.weight, self.regimen.over
        return tuple(limit for limit in self.rules.limits if limit.binds(weight, over))

    @property
    def area(self) -> CareArea:
        """The care area whose limits judge."""
        return self.profile.area

    def __plain__(self) -> dict[str, Any]:
        rate, per_weight_rate = self.amount_rate, self.per_weight_rate
        return {
            **plain(self, "steps", "profile"),
            "area": str(self.profile),
            "per_weight": self.per_weight.__plain__(),
            "amount_rate": rate and rate.__plain__(),
            "per_weight_rate": per_weight_rate and per_weight_rate.__plain__(),
            "working": self.working.__plain__(),
        }

    @property
    def per_weight(self) -> PerWeight:
        """The amount for each kilogram of actual body weight."""
        return formulas.PER_WEIGHT(self.amount, self.patient.weight).result  # type: ignore[no-any-return]

    @property
    def amount_rate(self) -> AmountRate | None:
        """mg/h, where the regimen is an infusion."""
        return None if self.regimen.over is None else formulas.AMOUNT_RATE(self.amount, self.regimen.over).result

    @property
    def per_weight_rate(self) -> PerWeightRate | None:
        """mg/kg/h of actual body weight, where the regimen is an infusion."""
        rate = self.amount_rate
        return None if rate is None else formulas.PER_WEIGHT_RATE(rate, self.patient.weight).result

    def __reduce__(self) -> tuple[Any, ...]:
        _rebuild, (_kind, given) = super().__reduce__()
        return _restored, (given,)

    def __str__(self) -> str:
        over = f" over {self.regimen.over}" if self.regimen.over else ""
        return f"{self.regimen.drug.value} {self.amount} {self.regimen.route.value}{over}"


_make = maker(Dose)


def calculate_dose(
    patient: Patient | object,
    regimen: Regimen,
    *,
    level: object = None,
    basis: WeightBasis | str = WeightBasis.ACTUAL,
    profile: Profile | CareArea | str | None = None,
    overrides: tuple[Override, ...] = (),
    at: datetime.datetime | None = None,
    by: str = "",
) -> Dose:
    """The dose of one session: level * weight on the basis, or the fixed amount, capped where the regimen says so.

    `patient` is a `Patient` or just a weight. `level` chooses where the source leaves a choice ("0.5 mg/kg", "84 mg").
    `basis` is the weight to multiply by. `profile` is the care area whose limits judge, or a site's own profile that adds
    to one; the regimen's own by default.

    Amounts are in mg of base; every limit axis is checked: mg, mg/kg of actual weight, and for an infusion mg/h, mg/kg/h
    and minutes. Findings: "age.", "weight.", "basis.", "dose.", "regimen." and the axes' codes.

    Raises `KetadoseError`: "tier.needed", "tier.unknown", "regimen.no_dose", "profile.incomplete", "basis.needs",
    "basis.domain", "basis.fixed", "argument.type", "argument.text", "date.unreadable", "word.unknown", "record.hollow" and
    whatever reading the patient raises; `LimitError` on a STOP that no `Override` names.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose(kd.Patient("70 kg"), kd.protocols.OLIVER_2022)
    >>> print(dose.amount, dose.per_weight, dose.per_weight_rate.to("mcg/kg/min"), sep="; ")
    35 mg; 0.5 mg/kg; 12.5 mcg/kg/min
    """
    patient = whole(patient, "patient") if type(patient) is Patient else Patient(patient)
    limits = profile_of(regimen, profile)
    basis = basis if basis is WeightBasis.ACTUAL else WeightBasis.read(basis)
    chosen = choose_level(regimen, level)
    if basis is not WeightBasis.ACTUAL and type(chosen) is Amount:
        _refuse_basis(basis, chosen)
    weighed = dosing_weight(patient, basis)
    steps, amount, capped = _amount(regimen, chosen, weighed.weight, weighed.entries)
    about = about_patient(patient, limits)
    if limits.area is not regimen.area:
        about += (_elsewhere(Checked(profile_of(regimen, None), regimen, amount, patient.weight), limits),)
    found = about + weighed.findings + capped + against_limits(limits, regimen, amount, patient.weight) + regimen.findings
    if regimen.ages is not None or regimen.first:
        found += _about_person(patient, regimen, chosen)
    if patient.height is not None:
        found += on_each_basis(patient, chosen)
    findings = settle(found, read_overrides(overrides), "dose")
    made = NOBODY if at is None and type(by) is str and not by else read_made(at, by)
    return _make(patient, regimen, chosen, basis, weighed.weight, amount, steps, findings, limits, made, True)


def _elsewhere(own: Checked, limits: Profile) -> Finding:
    """That limits of another care area than the regimen's judge: a STOP where those of its own would refuse the dose."""
    regimen = own.regimen
    places = (regimen.area.place, limits.area.place)
    refused = [each.code for each in own.findings() if each.severity is Severity.STOP and each.code != "dose.no_limits"]
    if not refused:
        words = "the regimen is for {}; it was judged by the limits of {}"
        return Finding("dose.area", Severity.CAUTION, words, regimen.citation, places)
    words = "the regimen is for {}, whose limits refuse it ({}); if it is for {}, write kd.Regimen(..., area=...)"
    figures = (places[0], ", ".join(dict.fromkeys(refused)), places[1])
    return Finding("dose.area", Severity.STOP, words, regimen.citation, figures)


def _refuse_basis(basis: WeightBasis, level: Amount) -> NoReturn:
    raise KetadoseError(
        "basis.fixed",
        f"{level} is a fixed dose: {basis} has no effect on it",
        field="basis",
        received=str(basis),
        fix="Leave out basis=",
    )


def choose_level(regimen: Regimen, level: object) -> DoseLevel:
    """The dose that was chosen among those of the regimen; without a choice to make, its only one."""
    doses = regimen.doses
    if len(doses) == 1 and (level is None or level is doses[0]):
        return doses[0]
    if not doses:
        raise KetadoseError(
            "regimen.no_dose",
            f"{regimen.label} states no dose: {regimen.undosed}",
            field="regimen",
            received=regimen.label,
            fix="Use another protocol, or a kd.Regimen with a dose and its source",
        )
    if level is None:
        raise KetadoseError(
            "tier.needed",
            f"{regimen.label} leaves the dose open",
            field="level",
            expected=regimen.choices,
            fix=f"Choose one: level={_typed(doses)}",
        )
    wanted = read_dose(level, "level")
    for dose in doses:
        if dose == wanted:
            return dose
    if regimen.offers(wanted):
        return wanted
    raise KetadoseError(
        "tier.unknown",
        f"{wanted} is not a dose of {regimen.label}",
        field="level",
        received=level,
        expected=regimen.choices,
        fix="Write a kd.Regimen of your own for another dose",
    )


def _typed(doses: tuple[DoseLevel, ...]) -> str:
    """The first of the doses that can be typed, as it is typed: a third of a mg/kg cannot."""
    for dose in doses:
        text = dose.written or dose.exact
        if decimal_places(dose.value.denominator) is not None and len(text) <= LONGEST_TEXT:
            return f'"{text}"'
    return "regimen.doses[0]"


def read_overrides(overrides: object) -> tuple[Override, ...]:
    """A tuple of overrides, or one alone."""
    if type(overrides) is tuple and not overrides:  # as nearly always: said at once, because every result asks
        return overrides
    given: Any = (overrides,) if is_a(overrides, Override) else overrides
    if type(given) not in {tuple, list} or not all(is_a(each, Override) for each in given):
        raise KetadoseError(
            "argument.type", f"{shown(overrides)} is no tuple of overrides", field="overrides", received=overrides
        )
    return tuple(given)


def untouched(dose: Dose) -> Dose:
    """The dose, if calculating it again gives the same: nothing of it was edited.

    Raises `KetadoseError` "dose.changed".
    """
    whole(dose, "dose")
    overrides = tuple(finding.overridden for finding in dose.findings if finding.overridden is not None)
    options: dict[str, Any] = {"level": dose.level, "basis": dose.basis, "profile": dose.profile, "overrides": overrides}
    try:
        same = calculate_dose(dose.patient, dose.regimen, **options, at=dose.made.at, by=dose.made.by) == dose
    except KetadoseError:
        same = False
    if not same:
        raise KetadoseError(
            "dose.changed",
            f"{dose.amount} is not what this dose's own patient, regimen and level give",
            field="dose",
            received=dose.amount.exact,
            fix="Calculate another dose instead of changing this one",
        )
    return dose


def _restored(given: dict[str, Any]) -> Dose:
    """An unpickled or copied dose, calculated again: one that was edited on the way is refused."""
    dose = untouched(Dose(**given))
    object.__setattr__(dose, "_calculated", True)
    return dose


def _amount(
    regimen: Regimen, level: DoseLevel, weight: Weight, before: tuple[Entry, ...]
) -> tuple[tuple[Entry, ...], Amount, tuple[Finding, ...]]:
    steps = before
    if isinstance(level, PerWeight):
        amount = make(Amount, formulas.dose(level.value, weight.value))
        steps += (make_step(formulas.DOSE, (level, weight), amount),)
    else:
        amount = level
    cap = regimen.at_most
    if cap is None or amount.value <= cap.value:
        return steps, amount, ()
    words = "the dose was capped: {} instead of {}"
    finding = Finding("dose.capped", Severity.CAUTION, words, regimen.citation, (cap, amount))
    return (*steps, Given("dose capped at", cap, regimen.citation)), cap, (finding,)


def _about_person(patient: Patient, regimen: Regimen, level: DoseLevel) -> tuple[Finding, ...]:
    """Whether the source doses a person of this age so, and whether it starts with this dose."""
    found: tuple[Finding, ...] = ()
    ages = regimen.ages
    if ages is not None and (patient.age is None or not ages.holds(patient.age)):
        known = patient.age is not None
        words = f"the source doses so {ages}; the patient is {patient.age}" if known else f"for ages {ages}: give the age"
        found += (Finding("dose.age", Severity.STOP if known else Severity.CAUTION, words, ages.citation),)
    if regimen.first and level not in regimen.first:
        words = "not for the first session: the source starts with {}"
        found += (Finding("dose.first", Severity.NOTE, words, regimen.citation, (_either(regimen.first),)),)
    return found


def _either(levels: tuple[DoseLevel, ...]) -> str:
    return " or ".join(str(level) for level in levels)
