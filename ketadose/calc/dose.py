"""How much to give in one session, checked against every limit of the care area."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose import catalog, formulas
from ketadose.calc.checks import Checked
from ketadose.calc.weights import about_patient, body_mass_index, dosing_weight, scalar_steps
from ketadose.catalog.limits import BMI_SHOWN_FROM, PROFILES
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override, exact, settle
from ketadose.measures import Amount, AmountRate, PerWeight, PerWeightRate, Weight
from ketadose.model.patient import Patient, Scalar, WeightBasis
from ketadose.model.profile import Profile
from ketadose.model.regimen import DoseLevel, Regimen, read_dose
from ketadose.records import Record, plain
from ketadose.terms import CareArea, Severity, read_word
from ketadose.version import VERSION
from ketadose.working import Entry, Given, Working


@attrs.frozen
class Made:
    """Which library and which facts made a result, and where the caller says so, when and by whom."""

    library: str = VERSION
    catalog: str = catalog.VERSION
    at: datetime.datetime | None = None
    by: str = ""

    def __plain__(self) -> dict[str, Any]:
        at = self.at.isoformat() if self.at else None
        return {"library": self.library, "catalog": self.catalog, "at": at, "by": self.by}


_MADE = Made()


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
    area: CareArea
    made: Made

    @property
    def working(self) -> Working:
        """The level, the weight, every formula, any cap, and what was checked, each with its source."""
        level = self.regimen.given[self.regimen.doses.index(self.level)]
        checked = Checked(PROFILES[self.area], self.regimen, self.amount, self.patient.weight)
        return Working((level, Given("body weight", self.patient.weight), *self.steps, checked))

    def __plain__(self) -> dict[str, Any]:
        return {**plain(self), "working": self.working.__plain__()}

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

    def __str__(self) -> str:
        over = f" over {self.regimen.over}" if self.regimen.over else ""
        return f"{self.regimen.drug.value} {self.amount} {self.regimen.route.value}{over}"


def calculate_dose(
    patient: Patient | object,
    regimen: Regimen,
    *,
    level: object = None,
    basis: WeightBasis | str = WeightBasis.ACTUAL,
    profile: CareArea | str | None = None,
    overrides: tuple[Override, ...] = (),
    at: datetime.datetime | None = None,
    by: str = "",
) -> Dose:
    """The dose of one session: level * weight on the basis, or the fixed amount, capped where the regimen says so.

    `patient` is a `Patient` or just a weight. `level` chooses where the source leaves a choice ("0.5 mg/kg", "84 mg").
    `basis` is the weight to multiply by. `profile` is the care area whose limits judge, the regimen's own by default.

    Amounts are in mg of base; every limit axis is checked: mg, mg/kg of actual weight, and for an infusion mg/h, mg/kg/h
    and minutes. Findings: "age.", "weight.", "basis.", "dose.", "regimen." and the axes' codes.

    Raises `KetadoseError`: "tier.needed", "tier.unknown", "basis.needs", "basis.domain", "argument.type", "word.unknown"
    and whatever reading the patient raises; `LimitError` on a STOP that no `Override` names.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose(kd.Patient("70 kg"), kd.protocols.OLIVER_2022)
    >>> print(dose.amount, dose.per_weight, dose.per_weight_rate.to("mcg/kg/min"), sep="; ")
    35 mg; 0.5 mg/kg; 12.5 mcg/kg/min
    """
    if type(patient) is not Patient:
        patient = Patient(patient)
    if type(regimen) is not Regimen:
        raise KetadoseError(
            "argument.type",
            f"{shown(regimen)} is not a regimen",
            field="regimen",
            received=regimen,
            fix="Use kd.protocols or kd.Regimen",
        )
    limits = profile_of(regimen, profile)
    basis = basis if basis is WeightBasis.ACTUAL else WeightBasis.read(basis)
    chosen = choose_level(regimen, level)
    weighed = dosing_weight(patient, basis, limits.area)
    steps, amount, capped = _amount(regimen, chosen, weighed.weight, weighed.entries)
    checked = Checked(limits, regimen, amount, patient.weight)
    about = about_patient(patient, limits)
    found = about + weighed.findings + capped + checked.findings() + regimen.findings
    if patient.height is not None:
        found += _obesity(patient, chosen)
    findings = settle(found, read_overrides(overrides), "dose")
    made = _MADE if at is None and not by else Made(at=at, by=by)
    return Dose(patient, regimen, chosen, basis, weighed.weight, amount, steps, findings, limits.area, made)


def profile_of(regimen: Regimen, profile: CareArea | str | None) -> Profile:
    """The limits that judge: those of the regimen's care area, or of the one that the caller names."""
    return PROFILES[regimen.area if profile is None else read_word(CareArea, profile, "profile")]


def choose_level(regimen: Regimen, level: object) -> DoseLevel:
    """The dose that was chosen among those of the regimen; without a choice to make, its only one."""
    doses = regimen.doses
    if level is None and len(doses) == 1:
        return doses[0]
    choices = " or ".join(dose.written or dose.exact for dose in doses)
    if level is None:
        raise KetadoseError(
            "tier.needed",
            f"{regimen.label} leaves the dose open",
            field="level",
            expected=choices,
            fix=f'Choose one: level="{doses[0].written}"',
        )
    wanted = read_dose(level, "level")
    for dose in doses:
        if dose == wanted:
            return dose
    raise KetadoseError(
        "tier.unknown",
        f"{wanted} is not a dose of {regimen.label}",
        field="level",
        received=level,
        expected=choices,
        fix="Write a kd.Regimen of your own for another dose",
    )


def read_overrides(overrides: object) -> tuple[Override, ...]:
    """A tuple of overrides, or one alone."""
    if overrides == ():
        return ()
    given = (overrides,) if type(overrides) is Override else overrides
    if not isinstance(given, (tuple, list)) or not all(type(each) is Override for each in given):
        raise KetadoseError(
            "argument.type", f"{shown(overrides)} is no tuple of overrides", field="overrides", received=overrides
        )
    return tuple(given)


def _amount(
    regimen: Regimen, level: DoseLevel, weight: Weight, before: tuple[Entry, ...]
) -> tuple[tuple[Entry, ...], Amount, tuple[Finding, ...]]:
    steps, amount = before, level
    if type(level) is PerWeight:
        step = formulas.DOSE(level, weight)
        steps, amount = (*before, step), step.result
    cap = regimen.at_most
    if cap is None or amount.value <= cap.value:
        return steps, amount, ()  # type: ignore[return-value]
    words = "the dose was capped: {} instead of {}"
    finding = Finding("dose.capped", Severity.CAUTION, words, regimen.citation, (cap, amount))
    return (*steps, Given("dose capped at", cap, regimen.citation)), cap, (finding,)


def _obesity(patient: Patient, level: DoseLevel) -> tuple[Finding, ...]:
    """At body mass index 30 and above: the dose on each basis, none of them chosen."""
    bmi = body_mass_index(patient)
    if bmi is None or bmi.value < exact(BMI_SHOWN_FROM.value) or type(level) is not PerWeight:
        return ()
    told = []
    for scalar in Scalar if patient.sex is not None else (Scalar.ACTUAL,):
        steps = scalar_steps(patient, scalar)
        weight = steps[-1].result if steps else patient.weight
        told.append(f"{scalar.value} {formulas.DOSE(level, weight).result} on {weight}")
    more = "" if patient.sex is not None else "; the other bases need the patient's sex"
    message = f"body mass index {bmi}: {'; '.join(told)}{more} ({BMI_SHOWN_FROM.citation.source.standing.value})"
    return (Finding("basis.obesity", Severity.NOTE, message, BMI_SHOWN_FROM.citation),)
