"""The weight that a dose is calculated on, and what must be said about the patient's weight and age."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from ketadose import formulas
from ketadose.catalog import limits
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, Limit, exact, judge
from ketadose.measures import BodyMassIndex, Measure, PerWeight, Weight
from ketadose.measures.value import make
from ketadose.model.level import DoseLevel
from ketadose.model.patient import Patient, Scalar, WeightBasis
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Severity, Sex, WeightOrigin
from ketadose.working import Entry, Given, Step

_AGE_UNKNOWN = Finding("age.unknown", Severity.NOTE, "no age was given: that the patient is an adult was not checked")
_POUNDS_UNCHECKED = Finding(
    "weight.pounds_unchecked",
    Severity.NOTE,
    "without a height or an earlier weight, pounds written as kilograms cannot be noticed: not checked",
)
_PLAIN = (_AGE_UNKNOWN, _POUNDS_UNCHECKED)


class DosingWeight(NamedTuple):
    """The weight to dose on, how it was found, and what must be known about it."""

    weight: Weight
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def dosing_weight(patient: Patient, basis: WeightBasis) -> DosingWeight:
    """The weight of the basis for this patient, with its steps.

    Raises `KetadoseError`: "basis.needs" where height or sex is missing, "basis.domain" where the formula gives no
    weight above zero.
    """
    if basis is WeightBasis.ACTUAL:
        return DosingWeight(patient.weight, (), ())
    steps = scalar_steps(patient, basis.scalar)
    uncapped: Weight = steps[-1].result if steps else patient.weight
    entries: tuple[Entry, ...] = steps
    weight, findings = uncapped, _outside(patient, basis.scalar) if steps else []
    if basis.cap is not None and basis.cap < uncapped:
        weight, figures = basis.cap, (basis.cap, uncapped)
        words = "the dosing weight was capped: {} instead of {}"
        findings.append(Finding("weight.capped", Severity.CAUTION, words, None, figures))
        entries = (*steps, Given("dosing weight capped at", weight))
    if steps:
        words = "the dose is on {} weight, {}, not on {}"
        findings.append(Finding("basis.used", Severity.NOTE, words, None, (basis.scalar.value, weight, patient.weight)))
    if weight > patient.weight:
        words = "{} weight, {}, is more than the actual weight, {}: the dose is larger for it"
        findings.append(
            Finding("basis.above_actual", Severity.CAUTION, words, None, (basis.scalar.value, weight, patient.weight))
        )
    return DosingWeight(weight, entries, tuple(findings))


def scalar_steps(patient: Patient, scalar: Scalar) -> tuple[Step, ...]:
    """The formulas that lead from the patient to the weight of this scalar, the last one with its result."""
    if scalar is Scalar.ACTUAL:
        return ()
    height, sex = patient.height, patient.sex
    if height is None or sex is None:
        missing = "height and sex" if height is None and sex is None else "height" if height is None else "sex"
        raise KetadoseError(
            "basis.needs",
            f"{scalar.value} weight needs the patient's {missing}",
            field="basis",
            received=scalar.value,
            fix=f"Give Patient(..., {missing.replace(' and ', '=..., ')}=...), or use the actual weight",
        )
    female = sex is Sex.FEMALE
    if scalar is Scalar.LEAN:
        bmi = formulas.BODY_MASS_INDEX(patient.weight, height)
        lean = formulas.LEAN_FEMALE if female else formulas.LEAN_MALE
        return bmi, lean(patient.weight, bmi.result)
    ideal = (formulas.IDEAL_FEMALE if female else formulas.IDEAL_MALE)(height)
    steps = (ideal,) if scalar is Scalar.IDEAL else (ideal, formulas.ADJUSTED(patient.weight, ideal.result))
    if any(step.result.value <= 0 for step in steps):
        raise KetadoseError(
            "basis.domain",
            f"ideal weight has no figure above zero at a height of {height}",
            field="basis",
            received=scalar.value,
            fix="Use the actual or the lean weight",
        )
    return steps


def _outside(patient: Patient, scalar: Scalar) -> list[Finding]:
    """A CAUTION for each way in which the patient is not among those that the weight formula was made for."""
    figures: dict[Axis, Any] = {Axis.AGE: patient.age, Axis.WEIGHT: patient.weight, Axis.HEIGHT: patient.height}
    figures[Axis.BODY_MASS_INDEX] = body_mass_index(patient)
    domain = limits.LEAN_DOMAIN if scalar is Scalar.LEAN else limits.IDEAL_DOMAIN
    found = []
    for limit in domain:
        figure = figures[limit.axis]
        if figure is not None and not limit.inside(*figure.value.as_integer_ratio()):
            _, side, bound = limit.broken(*figure.value.as_integer_ratio())
            words = "{} weight is used outside the people it was made for: {} {} is {} {}"
            told = (scalar.value, limit.axis.value, figure, "above" if side == "high" else "below", bound.value)
            found.append(Finding("basis.outside", Severity.CAUTION, words, bound.citation, told))
    return found


def about_patient(patient: Patient, profile: Profile) -> tuple[Finding, ...]:
    """What must be said of the patient before any dose: age, weight, and whether the weight may be in the wrong unit."""
    weight = patient.weight
    numerator, denominator = weight.value.as_integer_ratio()
    odd = [limit for limit in profile.weight if not limit.inside(numerator, denominator)]
    if patient.age is None and patient.height is None and patient.previous_weight is None and not odd:
        if not _metric(weight):
            return _PLAIN[:1] + _about_weight(patient)
        return _PLAIN if patient.weight_origin is None else _PLAIN + _about_weight(patient)
    found = list(judged(tuple(odd), weight, "body weight", profile.area))
    if patient.age is None:
        found.append(_AGE_UNKNOWN)
    else:
        found.extend(judged(profile.age, patient.age, "age", profile.area))
    found.extend(_pounds(patient))
    return (*found, *_about_weight(patient))


def judged(bounds: tuple[Limit, ...], figure: Measure, what: str, area: CareArea) -> tuple[Finding, ...]:
    """The findings of a figure against several limits."""
    found = (judge(limit, figure, what, area) for limit in bounds)
    return tuple(finding for finding in found if finding is not None)


def _metric(weight: Weight) -> bool:
    return weight.written is None or weight.written.endswith("g")


def _about_weight(patient: Patient) -> tuple[Finding, ...]:
    found: tuple[Finding, ...] = ()
    if not _metric(patient.weight):
        words, figures = "the weight was converted: {} = {}", (patient.weight.written, patient.weight)
        found += (Finding("weight.converted", Severity.NOTE, words, None, figures),)
    if patient.weight_origin is not None and patient.weight_origin is not WeightOrigin.MEASURED:
        how = patient.weight_origin.value
        found += (Finding("weight.not_measured", Severity.NOTE, f"the weight was {how}, not measured"),)
    return found


def _pounds(patient: Patient) -> list[Finding]:
    """A unit that was mistaken: kilograms that look like pounds or the other way, or a factor of 2.2 to an earlier weight."""
    weight, written = patient.weight, patient.weight.written
    if patient.height is None and patient.previous_weight is None:
        return [_POUNDS_UNCHECKED] if _metric(weight) else []
    found = []
    pound = Weight.units.by_text["lb"]
    factor = Fraction(pound.numerator, pound.denominator)
    in_pounds = written is not None and written.endswith(("lb", "lbs"))
    in_kilograms = written is None or written.endswith("kg")
    if patient.height is not None and (in_pounds or in_kilograms):
        other = make(Weight, weight.value / factor if in_pounds else weight.value * factor)
        bmi = formulas.BODY_MASS_INDEX(weight, patient.height).result
        read = formulas.BODY_MASS_INDEX(other, patient.height).result
        plausible = limits.POUNDS_BMI_READ.inside(read.value.numerator, read.value.denominator)
        low = limits.POUNDS_BMI_READ.soft_low
        odd = bmi.value >= exact(limits.POUNDS_BMI_FROM.value)
        if in_pounds and low is not None:
            odd = bmi.value < exact(low.value)
        if odd and plausible:
            unit = "kilograms" if in_pounds else "pounds"
            found.append(_suspected(f"the body mass index is {bmi}; read as {unit} the same number gives {read}"))
    if patient.previous_weight is not None:
        earlier = patient.previous_weight.value
        ratio = max(weight.value / earlier, earlier / weight.value)
        if exact(limits.POUNDS_FACTOR_LOW.value) <= ratio <= exact(limits.POUNDS_FACTOR_HIGH.value):
            found.append(_suspected(f"the earlier weight was {patient.previous_weight}, now {weight}"))
    return found


def _suspected(why: str) -> Finding:
    citation = limits.POUNDS_BMI_FROM.citation
    message = f"pounds and kilograms may have been mistaken: {why} ({citation.source.standing.value})"
    return Finding("weight.pounds", Severity.CAUTION, message, citation)


def body_mass_index(patient: Patient) -> BodyMassIndex | None:
    """The body mass index, where the height is known.

    >>> import ketadose as kd
    >>> print(body_mass_index(kd.Patient("102.06 kg", height="165.1 cm")))
    37.44 kg/m2 (rounded)
    >>> print(body_mass_index(kd.Patient("102.06 kg")))
    None
    """
    if patient.height is None:
        return None
    bmi: BodyMassIndex = formulas.BODY_MASS_INDEX(patient.weight, patient.height).result
    return bmi


def on_each_basis(patient: Patient, level: DoseLevel) -> tuple[Finding, ...]:
    """At body mass index 30 and above: the dose on each basis, none of them chosen."""
    bmi = body_mass_index(patient)
    if bmi is None or bmi.value < exact(limits.BMI_SHOWN_FROM.value) or type(level) is not PerWeight:
        return ()
    told = []
    for scalar in Scalar if patient.sex is not None else (Scalar.ACTUAL,):
        try:
            steps = scalar_steps(patient, scalar)
        except KetadoseError:
            told.append(f"{scalar.value} weight has no figure at this height")
            continue
        weight = steps[-1].result if steps else patient.weight
        told.append(f"{scalar.value} {formulas.DOSE(level, weight).result} on {weight}")
    more = "" if patient.sex is not None else "; the other bases need the patient's sex"
    message = f"body mass index {bmi}: {'; '.join(told)}{more} ({limits.BMI_SHOWN_FROM.citation.source.standing.value})"
    return (Finding("basis.obesity", Severity.NOTE, message, limits.BMI_SHOWN_FROM.citation),)
