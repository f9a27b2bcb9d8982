"""The properties of one dose."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from tests import strategies as some
from tests.oracle import limits as oracle_limits
from tests.oracle import units as oracle_units
from tests.oracle import weights as oracle_weights
from tests.oracle.pairs import decimal_text, mul, same
from tests.properties.looking import along_axes, codes, findings_of, pair

IDLE = {"weight.converted", "weight.pounds", "weight.pounds_unchecked"}  # they are about the unit that was written
"""Findings that only tell of a unit conversion."""
CAPS = some.texts(kd.measures.Amount, "1 mg", "120 mg", units=("mg",), places=2)


@pytest.mark.property(1)
@given(some.weights, some.chosen_protocols)
def test_dose_is_positive_and_finite(weight, chosen):
    regimen, level = chosen
    dose = kd.calculate_dose(weight, regimen, level=level, overrides=some.ANYTHING_GOES)
    assert type(dose.amount.value) is Fraction
    assert dose.amount.value > 0
    assert 0 < float(dose.amount) < 10_000


@pytest.mark.property(6)
@given(some.kilograms, some.kilograms, some.levels)
def test_dose_rises_with_weight(one, other, level):
    """In weight: strictly, without a cap."""
    weights = sorted([kd.Patient(one).weight, kd.Patient(other).weight])
    doses = [kd.calculate_dose(weight, some.infusion(level)).amount for weight in weights]
    assert (doses[0] < doses[1]) == (weights[0] < weights[1])
    assert doses[0] <= doses[1]


@pytest.mark.property(6)
@given(some.weights, some.levels, some.levels)
def test_dose_rises_with_level(weight, one, other):
    """In level: strictly."""
    regimens = sorted([some.infusion(one), some.infusion(other)], key=lambda regimen: regimen.doses[0].value)
    doses = [kd.calculate_dose(weight, regimen).amount for regimen in regimens]
    assert (doses[0] < doses[1]) == (regimens[0].doses[0] < regimens[1].doses[0])
    assert doses[0] <= doses[1]


@pytest.mark.property(6)
@given(some.weights, some.levels, CAPS, CAPS)
def test_dose_rises_with_cap(weight, level, one, other):
    """In the cap: a larger cap never gives less, and no cap gives the most."""
    caps = sorted([kd.measures.Amount(one), kd.measures.Amount(other)])
    doses = [kd.calculate_dose(weight, some.infusion(level, at_most=cap)).amount for cap in caps]
    assert doses[0] <= doses[1] <= kd.calculate_dose(weight, some.infusion(level)).amount
    assert all(dose <= cap for dose, cap in zip(doses, caps, strict=True))


@pytest.mark.property(7)
@given(st.integers(20_000, 120_000), some.levels)
def test_doubling_the_weight_doubles_the_dose(grams, level):
    single = kd.calculate_dose(f"{decimal_text(grams, 3)} kg", some.infusion(level))
    double = kd.calculate_dose(f"{decimal_text(2 * grams, 3)} kg", some.infusion(level))
    assert double.amount.value == 2 * single.amount.value


@pytest.mark.property(8)
@given(st.integers(9_000, 33_000), some.levels)
def test_units_of_weight_do_not_change_the_dose(hundredths, level):
    """The same weight in lb, oz, st, kg and g, each as exact text."""
    pounds = f"{decimal_text(hundredths * 14, 2)} lb"
    grams = hundredths * 14 * 45359237
    same_weight = [
        pounds,
        f"{decimal_text(hundredths * 14 * 16, 2)} oz",
        f"{decimal_text(hundredths, 2)} st",
        f"{decimal_text(grams, 10)} kg",
        f"{decimal_text(grams, 7)} g",
    ]
    assume(oracle_units.weight(pounds)[0] < 900 * oracle_units.weight(pounds)[1])
    amounts = {kd.calculate_dose(weight, some.infusion(level)).amount for weight in same_weight}
    assert len(amounts) == 1


@pytest.mark.property(9)
@given(some.weights, st.integers(1, 100_000), st.integers(1, 84_000_000))
def test_units_of_dose_do_not_change_the_dose(weight, nanograms_per_gram, nanograms):
    """mg/kg and mcg/kg; mg, mcg and g."""
    per_weight = [f"{decimal_text(nanograms_per_gram, 5)} mg/kg", f"{decimal_text(nanograms_per_gram, 2)} mcg/kg"]
    fixed = [
        f"{decimal_text(nanograms, 6)} mg",
        f"{decimal_text(nanograms, 3)} mcg",
        f"{decimal_text(nanograms, 9)} g",
    ]
    for texts in (per_weight, fixed):
        doses = [kd.calculate_dose(weight, some.injection(text), overrides=some.ANYTHING_GOES) for text in texts]
        assert len({dose.amount for dose in doses}) == 1
        assert doses[0].amount.value > 0


@pytest.mark.property(12)
@given(some.weights, some.infusions)
def test_reported_mg_per_kg_is_what_the_amount_gives_back(weight, regimen):
    """For the order: mg/kg, mg/h and mg/kg/h of actual weight."""
    dose = kd.calculate_dose(weight, regimen)
    kilograms, hours = dose.patient.weight.value, regimen.over.value
    assert dose.per_weight == regimen.doses[0]
    assert dose.per_weight.value * kilograms == dose.amount.value
    assert dose.amount_rate.value * hours == dose.amount.value
    assert dose.per_weight_rate.value * hours * kilograms == dose.amount.value


@pytest.mark.property(12)
@given(some.weights, some.heights, some.sexes, some.bases, some.levels)
def test_reported_mg_per_kg_is_of_actual_weight_on_every_basis(weight, height, sex, basis, level):
    """On another basis: what is reported and limited stays per kg of actual weight."""
    patient = kd.Patient(weight, height=height, sex=sex)
    dose = kd.calculate_dose(patient, some.infusion(level, "2 h"), basis=basis, overrides=some.ANYTHING_GOES)
    assert dose.per_weight.value * patient.weight.value == dose.amount.value
    assert dose.weight.value * dose.level.value == dose.amount.value


@pytest.mark.property(13)
@given(some.weights, some.levels, some.kilograms)
def test_weight_cap_is_applied_exactly_when_the_finding_says_so(weight, level, cap):
    """For the dosing weight."""
    dose = kd.calculate_dose(weight, some.infusion(level), basis=kd.WeightBasis.ACTUAL.capped(cap))
    actual, most = dose.patient.weight, kd.Patient(cap).weight
    found = [finding for finding in dose.findings if finding.code == "weight.capped"]
    assert len(found) == (actual > most)
    assert dose.weight == min(actual, most)
    assert dose.amount.value == dose.weight.value * dose.level.value
    assert all(str(most) in each.message and str(actual) in each.message for each in found)


@pytest.mark.property(13)
@given(some.weights, some.levels, CAPS)
def test_dose_cap_is_applied_exactly_when_the_finding_says_so(weight, level, cap):
    """For the dose."""
    uncapped = kd.calculate_dose(weight, some.infusion(level)).amount
    dose = kd.calculate_dose(weight, some.infusion(level, at_most=cap))
    most = kd.measures.Amount(cap)
    found = [finding for finding in dose.findings if finding.code == "dose.capped"]
    assert len(found) == (uncapped > most)
    assert dose.amount == min(uncapped, most)
    assert all(str(most) in each.message and str(uncapped) in each.message for each in found)


@pytest.mark.property(13)
@pytest.mark.parametrize(("weight", "capped"), [("99.999999999 kg", 0), ("100 kg", 0), ("100.000000001 kg", 1)])
def test_cap_exactly_met_is_no_cap(weight, capped):
    """At the edge: a figure equal to the cap was not capped."""
    on_weight = kd.calculate_dose(weight, some.infusion("0.5 mg/kg"), basis=kd.WeightBasis.ACTUAL.capped("100 kg"))
    on_dose = kd.calculate_dose(weight, some.infusion("0.5 mg/kg", at_most="50 mg"))
    assert codes(on_weight).count("weight.capped") == capped
    assert codes(on_dose).count("dose.capped") == capped
    assert on_weight.amount.value == on_dose.amount.value == min(on_dose.patient.weight.value / 2, 50)


@pytest.mark.property(15)
@given(st.integers(600, 4_000), st.integers(58, 78), some.sexes, some.levels, some.bases, st.integers(15, 90), st.data())
def test_findings_do_not_depend_on_units(tenths, inches, sex, level, basis, age, data):
    """Everything but the note of a conversion is word for word the same."""
    kilograms = f"{decimal_text(tenths * 45359237, 9)} kg"
    earlier = data.draw(st.integers(600, 4_000))
    in_pounds = kd.Patient(
        f"{decimal_text(tenths, 1)} lb",
        height=f"{inches // 12} ft {inches % 12} in",
        sex=sex,
        age=f"{age} years",
        previous_weight=f"{decimal_text(earlier, 1)} lb",
    )
    in_kilograms = kd.Patient(
        kilograms,
        height=f"{decimal_text(inches * 254, 2)} cm",
        sex=sex,
        age=f"{age} y",
        previous_weight=f"{decimal_text(earlier * 45359237, 9)} kg",
    )
    regimens = some.infusion(level, "40 min"), some.infusion(_in_micrograms(level), "2400 s")
    told = []
    for patient, regimen in zip((in_pounds, in_kilograms), regimens, strict=True):
        found = findings_of(
            lambda patient=patient, regimen=regimen: kd.calculate_dose(
                patient, regimen, basis=basis, overrides=some.ANYTHING_GOES
            )
        )
        told.append([(f.code, f.severity, f.message, f.citation) for f in found if f.code not in IDLE])
    assert told[0] == told[1]


def _in_micrograms(level: str) -> str:
    digits = level.removesuffix(" mg/kg")
    whole, _, decimals = digits.partition(".")
    moved = (decimals + "000")[:3]
    rest = decimals[3:]
    text = (whole + moved).lstrip("0") or "0"
    return f"{text}.{rest} mcg/kg" if rest else f"{text} mcg/kg"


@pytest.mark.property(14, 16)
@given(some.weights, some.heights, some.sexes, some.bases, some.levels, some.times)
def test_dose_equals_the_oracle(weight, height, sex, basis, level, over):
    """For the dosing weight, the amount and every limit that is passed."""
    kg, cm, mg_per_kg = oracle_units.weight(weight), oracle_units.height(height), oracle_units.level(level)[1]
    dosing = oracle_weights.dosing(kg, basis, cm, sex)
    mg = mul(dosing, mg_per_kg)
    expected = oracle_limits.judged("ketamine", "intravenous", mg, kg, oracle_units.minutes(over))
    patient = kd.Patient(weight, height=height, sex=sex)
    dose = kd.calculate_dose(patient, some.infusion(level, over), basis=basis, overrides=some.ANYTHING_GOES)
    assert same(pair(patient.weight), kg)
    assert same(pair(patient.height), cm)
    assert same(pair(dose.weight), dosing)
    assert same(pair(dose.amount), mg)
    odd = [each for each in along_axes(dose.findings) if not each[0].startswith("weight.")]
    assert odd == expected


def test_short_and_heavy_patient_gets_a_dose_on_actual_weight():
    """A note that compares weight bases must not refuse a dose that uses none of them."""
    patient = kd.Patient("70 kg", height="100 cm", sex="female")
    dose = kd.calculate_dose(patient, kd.protocols.OLIVER_2022)
    assert str(dose.amount) == "35 mg"
    assert "basis.obesity" in codes(dose)
