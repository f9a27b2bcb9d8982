"""A patient weighed again: the old dose and the dose on the new weight, side by side; which is given is not decided here."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import Dose, calculate_dose, untouched
from ketadose.catalog.limits import STALE_DAYS, WEIGHT_CHANGE_PERCENT
from ketadose.errors import KetadoseError, LimitError, shown
from ketadose.evidence import Standing
from ketadose.findings import Finding, exact
from ketadose.measures import Amount, Deviation, Weight
from ketadose.measures.printing import beside
from ketadose.model.patient import Patient, read_date
from ketadose.records import Record, plain, whole
from ketadose.terms import Severity, WeightOrigin
from ketadose.working import Entry, Given, Step, Working


@attrs.define(init=False, frozen=True)
class Reweighed(Record):
    """A dose and the same dose on a new weight: calculated again whenever the record is made, and never applied.

    `before` is the old dose; `patient` the same person with the new weight, the old one being the previous weight; `after`
    the dose on it, None where the limits refuse it: the findings say why. `on` is the day that the weights are judged for.
    `findings` are those of the new dose, or of its refusal, and what must be known of the weights.
    """

    before: Dose
    weight: Weight
    weighed_on: datetime.date | None
    weight_origin: WeightOrigin | None
    on: datetime.date | None
    patient: Patient = attrs.field(init=False, repr=False, eq=False)
    after: Dose | None = attrs.field(init=False, repr=False, eq=False)
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)

    def __init__(
        self,
        before: Dose,
        weight: object,
        *,
        weighed_on: datetime.date | str | None = None,
        weight_origin: WeightOrigin | str | None = None,
        on: datetime.date | str | None = None,
    ) -> None:
        old = _checked(before).patient
        patient = Patient(
            weight,
            height=old.height,
            age=old.age,
            sex=old.sex,
            weight_origin=weight_origin,
            weighed_on=weighed_on,
            previous_weight=old.weight,
        )
        day = patient.weighed_on if on is None else read_date(on, "on")
        self.__attrs_init__(before, patient.weight, patient.weighed_on, patient.weight_origin, day)
        after, found = _again(before, patient)
        object.__setattr__(self, "patient", patient)
        object.__setattr__(self, "after", after)
        object.__setattr__(self, "findings", found + self._about())

    @property
    def _weights(self) -> Step:
        return formulas.WEIGHT_CHANGE(self.weight, self.before.patient.weight)

    @property
    def _doses(self) -> Step | None:
        return None if self.after is None else formulas.AMOUNT_CHANGE(self.after.amount, self.before.amount)

    @property
    def weight_change(self) -> Deviation:
        """(new - old) / old of the weight in percent, exactly."""
        return self._weights.result  # type: ignore[no-any-return]

    @property
    def dose_change(self) -> Deviation | None:
        """(new - old) / old of the dose in percent, exactly; None where the limits refuse the new one."""
        return self._doses.result if self._doses is not None else None

    @property
    def changed(self) -> bool:
        """Whether the weight has changed by as much as is called a change; exactly as much is one."""
        return abs(self.weight_change.value) >= exact(WEIGHT_CHANGE_PERCENT.value)

    @property
    def stale(self) -> bool | None:
        """Whether the old weight is too old on the day `on`; None where one of the dates is not known."""
        weighed = self.before.patient.weighed_on
        return None if weighed is None or self.on is None else _too_old(weighed, self.on)

    def _about(self) -> tuple[Finding, ...]:
        """What must be known of the two weights."""
        found: tuple[Finding, ...] = ()
        if self.changed:
            figures = self._figures()
            words = "the weight went from {} to {}, by {} %: {} % or more is called a change ({})"
            found += (Finding("weight.changed", Severity.CAUTION, words, WEIGHT_CHANGE_PERCENT.citation, figures),)
        if type(self.before.level) is Amount:
            words = "the dose is fixed at {}: the weight does not change it"
            found += (Finding("weight.fixed", Severity.NOTE, words, self.before.regimen.citation, (self.before.level,)),)
        if self.stale is None:
            message = "how old the weight of the dose is cannot be said: give weighed_on= of the patient, and on="
            found += (Finding("weight.undated", Severity.NOTE, message),)
        return found + self._about_dates()

    def _figures(self) -> tuple[object, ...]:
        percent, bound = self.weight_change.value, exact(WEIGHT_CHANGE_PERCENT.value)
        size = beside(abs(percent), bound, "%")[0].removesuffix(" %")
        signed = f"{'-' if percent < 0 else '+'}{size}"
        return (self.before.patient.weight, self.weight, signed, bound, WEIGHT_CHANGE_PERCENT.citation.source.standing.value)

    def _about_dates(self) -> tuple[Finding, ...]:
        """A CAUTION for each weight that is old, or dated after the day or before the other weight."""
        old, new, day = self.before.patient.weighed_on, self.weighed_on, self.on
        told = [_age(what, date, day) for what, date in (("dose", old), ("new weighing", new)) if date and day]
        if old is not None and new is not None and new < old:
            words = f"the new weight is dated {new.isoformat()}, before the old one of {old.isoformat()}"
            told.append(Finding("weight.stale", Severity.CAUTION, words))
        return tuple(each for each in told if each is not None)

    @property
    def working(self) -> Working:
        """Both weights, the change, the new dose, and its change."""
        first = (Given("body weight before", self.before.patient.weight), Given("body weight now", self.weight))
        entries: tuple[Entry, ...] = (*first, self._weights, Given("dose before", self.before.amount))
        if self.after is not None and self._doses is not None:
            entries += (*self.after.working.entries, self._doses)
        return Working(entries)

    def __str__(self) -> str:
        weights = f"{self.before.patient.weight} to {self.weight} ({self.weight_change})"
        doses = f"{self.before.amount} to {self.after.amount} ({self.dose_change})" if self.after else "refused by the limits"
        return f"weight {weights}; dose {doses}; not applied"

    def __plain__(self) -> dict[str, Any]:
        change = self.dose_change
        return {
            **plain(self, "before"),
            "before": self.before.to_dict(),
            "after": self.after and self.after.to_dict(),
            "weight_change": self.weight_change.__plain__(),
            "dose_change": change and change.__plain__(),
            "changed": self.changed,
            "stale": self.stale,
            "findings": [finding.to_dict() for finding in self.findings],
            "working": self.working.__plain__(),
        }


def recheck_weight(
    dose: Dose,
    weight: object,
    *,
    weighed_on: datetime.date | str | None = None,
    weight_origin: WeightOrigin | str | None = None,
    on: datetime.date | str | None = None,
) -> Reweighed:
    """The dose on a new weight beside the old one: same regimen, level, basis and limits; nothing is applied.

    Overrides are kept only where the weight has not risen: what was let pass was the smaller dose.

    `weight` is the new weight, `weighed_on` and `weight_origin` when and how it was obtained, and `on` the day for which the
    weights are judged: the next session's; by default the day of the new weighing. The changes of the weight and of the dose
    are (new - old) / old in percent, exactly. A dose in mg stays as it is, and a finding says so.

    Findings: "weight.changed" from 5 % on (exactly 5 % is a change; the figure is this project's), "weight.stale" for a
    weight that is old on that day, "weight.undated", "weight.fixed", and those of the new dose: "weight.pounds" where the
    two weights differ as pounds and kilograms do, and the STOPs where the limits refuse it: then `after` is None.

    Raises `KetadoseError`: "argument.type" for anything but a dose, "dose.changed" for an edited one, "date.unreadable",
    "word.unknown", "patient.weight", a "measure." code, and what calculating the dose raises other than `LimitError`.

    >>> import ketadose as kd
    >>> from ketadose.planning.weighing import recheck_weight
    >>> dose = kd.calculate_dose("80 kg", kd.protocols.OLIVER_2022)
    >>> print(recheck_weight(dose, "76 kg"))
    weight 80 kg to 76 kg (-5 %); dose 40 mg to 38 mg (-5 %); not applied
    """
    return Reweighed(dose, weight, weighed_on=weighed_on, weight_origin=weight_origin, on=on)


def _checked(dose: object) -> Dose:
    if type(dose) is not Dose:
        raise KetadoseError(
            "argument.type", f"{shown(dose)} is not a dose", field="dose", received=dose, fix="Use kd.calculate_dose(...)"
        )
    return untouched(whole(dose, "dose"))


def _again(dose: Dose, patient: Patient) -> tuple[Dose | None, tuple[Finding, ...]]:
    """The dose on the patient's new weight, or what refuses it."""
    lighter = patient.weight <= dose.patient.weight
    overrides = tuple(finding.overridden for finding in dose.findings if finding.overridden is not None) if lighter else ()
    try:
        again = calculate_dose(
            patient, dose.regimen, level=dose.level, basis=dose.basis, profile=dose.profile, overrides=overrides
        )
    except LimitError as error:
        return None, error.findings
    return again, again.findings


def _too_old(weighed: datetime.date, day: datetime.date) -> bool:
    return Fraction((day - weighed).days) > exact(STALE_DAYS.value)


def _age(what: str, weighed: datetime.date, day: datetime.date) -> Finding | None:
    """A CAUTION where a weight is too old on a day, or dated after it."""
    if weighed > day:
        message = f"the weight of the {what} is dated {weighed.isoformat()}, after {day.isoformat()}"
        return Finding("weight.stale", Severity.CAUTION, message)
    if not _too_old(weighed, day):
        return None
    days, allowed = (day - weighed).days, exact(STALE_DAYS.value)
    message = f"on {day.isoformat()} the weight of the {what} is {days} days old, more than {allowed} ({Standing.OURS.value})"
    return Finding("weight.stale", Severity.CAUTION, message, STALE_DAYS.citation)
