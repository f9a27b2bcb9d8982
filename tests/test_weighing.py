"""A patient weighed again: exact changes, both doses side by side, refusals told and not raised, dates not guessed."""

import copy
import datetime
import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.errors import KetadoseError
from ketadose.findings import Severity
from ketadose.planning.weighing import recheck_weight
from tests import strategies as some
from tests.ismp import faults
from tests.oracle import units as oracle
from tests.oracle.pairs import compare, div, mul, sub
from tests.properties.looking import pair

OLIVER, SPRAVATO = kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_UNDER_65
DAY = datetime.date(2026, 3, 2)


def dose_of(weight="80 kg", regimen=OLIVER, patient=None, **more):
    return kd.calculate_dose(patient or kd.Patient(weight, age="40 years"), regimen, **more)


def codes(again):
    return {each.code for each in again.findings}


def severities(again, code):
    return [each.severity for each in again.findings if each.code == code]


@given(some.kilograms, some.weights)
def test_both_changes_are_exact_and_a_change_is_five_percent_or_more(old, new):
    """By whole numbers: |new - old| * 100 against 5 * old; the dose changes as the weight does."""
    again = recheck_weight(dose_of(old), new)
    kg, now = oracle.weight(old), oracle.weight(new)
    change = mul((100, 1), div(sub(now, kg), kg))
    assert compare(pair(again.weight_change), change) == 0
    assert faults(f"{again}; {next((each.message for each in again.findings if each.code == 'weight.changed'), '')}") == []
    size = (abs(change[0]), change[1])
    large = compare(size, (5, 1)) >= 0
    assert again.changed is large
    assert severities(again, "weight.changed") == ([Severity.CAUTION] if large else [])
    if again.after is not None:
        assert compare(pair(again.dose_change), change) == 0
        assert again.after == kd.calculate_dose(again.patient, OLIVER)


@given(some.kilograms, some.kilograms)
def test_the_old_dose_is_left_as_it_is(old, new):
    dose = dose_of(old)
    again = recheck_weight(dose, new)
    assert again.before == dose
    assert again.patient.previous_weight == dose.patient.weight
    assert again.patient.weight == again.weight == kd.measures.Weight(new)
    assert again.patient.age == dose.patient.age


@pytest.mark.parametrize(
    ("new", "change", "amount", "flagged"),
    [
        ("84 kg", "+5 %", "42 mg", True),
        ("76 kg", "-5 %", "38 mg", True),
        ("83.9 kg", "+4.88 %", "41.95 mg", False),
        ("76.1 kg", "-4.88 %", "38.05 mg", False),
        ("84.001 kg", "+5 %", "42 mg (exact 42.0005 mg)", True),
        ("80 kg", "0 %", "40 mg", False),
    ],
)
def test_exactly_five_percent_is_a_change(new, change, amount, flagged):
    again = recheck_weight(dose_of(), new)
    assert (str(again.weight_change), str(again.after.amount), again.changed) == (change, amount, flagged)
    assert ("weight.changed" in codes(again)) is flagged


def change_told(new):
    return next(each.message for each in recheck_weight(dose_of(), new).findings if each.code == "weight.changed")


def test_a_change_is_told_with_enough_digits_and_as_ours():
    ours = "5 % or more is called a change (a judgement of this project, not a published limit)"
    assert change_told("84.001 kg") == f"the weight went from 80 kg to 84 kg (exact 84.001 kg), by +5.001 %: {ours}"
    assert change_told("84.00001 kg").endswith(f"by +5.00001 %: {ours}")
    assert change_told("75.9 kg") == f"the weight went from 80 kg to 75.9 kg, by -5.125 %: {ours}"
    assert change_told("84 kg").endswith(f"by +5 %: {ours}")


def test_level_basis_profile_and_overrides_are_those_of_the_old_dose():
    patient = kd.Patient("100 kg", height="170 cm", sex="male", age="40 years")
    slow = kd.Regimen("ketamine", "intravenous", "0.3 mg/kg", over="60 min")
    old = kd.calculate_dose(patient, slow, basis="adjusted", profile="anaesthesia")
    again = recheck_weight(old, "110 kg")
    heavier = kd.Patient("110 kg", height="170 cm", sex="male", age="40 years", previous_weight="100 kg")
    assert again.after == kd.calculate_dose(heavier, slow, basis="adjusted", profile="anaesthesia")
    assert again.dose_change != again.weight_change
    tier = recheck_weight(dose_of(regimen=kd.protocols.GLUE_2017, level="0.25 mg/kg"), "82 kg")
    assert str(tier.after.amount) == "20.5 mg"
    strong = kd.Regimen("ketamine", "intravenous", "1.1 mg/kg", over="60 min")
    override = kd.Override("per_weight.high", "A. Doctor", "earlier response")
    kept = recheck_weight(dose_of(regimen=strong, overrides=override), "79 kg")
    assert {each.overridden for each in kept.after.findings} == {None, override}


def test_a_fixed_dose_stays_and_says_so():
    again = recheck_weight(dose_of(regimen=SPRAVATO, level="56 mg"), "60 kg")
    assert again.after.amount == again.before.amount
    assert str(again.dose_change) == "0 %"
    assert {"weight.fixed", "weight.changed"} <= codes(again)
    assert "weight.fixed" not in codes(recheck_weight(dose_of(), "60 kg"))


def test_a_capped_dose_may_stay_while_the_weight_changes():
    capped = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", at_most="50 mg")
    again = recheck_weight(dose_of("110 kg", capped), "120 kg")
    assert (str(again.dose_change), str(again.before.amount), str(again.after.amount)) == ("0 %", "50 mg", "50 mg")


def test_a_refused_dose_is_told_and_not_raised():
    fixed = kd.Regimen("ketamine", "intravenous", "40 mg", over="40 min")
    dose = dose_of("80 kg", fixed)
    again = recheck_weight(dose, "36 kg")
    assert again.after is None
    assert again.dose_change is None
    assert severities(again, "per_weight.high") == [Severity.STOP]
    assert "weight.changed" in codes(again)
    assert str(again) == "weight 80 kg to 36 kg (-55 %); dose refused by the limits; not applied"
    assert len(again.working.entries) == 4
    assert again.to_dict()["after"] is None


def test_pounds_for_kilograms_show_against_the_old_weight():
    """80 kg is 176.4 lb: the number of pounds written as kilograms."""
    assert severities(recheck_weight(dose_of(), "176 kg"), "weight.pounds") == [Severity.CAUTION]
    assert severities(recheck_weight(dose_of(), "176 lb"), "weight.pounds") == []
    assert severities(recheck_weight(dose_of(), "81 kg"), "weight.pounds") == []


# Dates


def dated(weighed="2026-02-01", **more):
    return recheck_weight(dose_of(patient=kd.Patient("80 kg", age="40 years", weighed_on=weighed)), "81 kg", **more)


@pytest.mark.parametrize(
    ("on", "stale"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-02-01", False), (DAY, True)],
)
def test_a_weight_is_old_after_twenty_eight_days(on, stale):
    again = dated(on=on)
    assert again.stale is stale
    assert severities(again, "weight.stale") == ([Severity.CAUTION] if stale else [])
    assert "weight.undated" not in codes(again)


def test_the_day_is_by_default_that_of_the_new_weighing():
    assert dated(weighed_on="2026-03-02").stale is True
    assert dated(weighed_on="2026-03-02").on == DAY
    assert dated(weighed_on="2026-03-02", on="2026-03-01").stale is False


def test_without_a_date_the_age_is_unknown_and_never_fresh():
    for again in (dated(), recheck_weight(dose_of(), "81 kg", on="2026-03-02"), recheck_weight(dose_of(), "81 kg")):
        assert again.stale is None
        assert severities(again, "weight.undated") == [Severity.NOTE]
        assert "weight.stale" not in codes(again)


def messages(again):
    return [each.message for each in again.findings if each.code == "weight.stale"]


def test_every_date_that_cannot_be_is_told():
    assert messages(dated(on="2026-03-02")) == [
        "on 2026-03-02 the weight of the dose is 29 days old, more than 28 (a judgement of this project, not a published limit)"
    ]
    assert messages(dated(on="2026-01-31")) == ["the weight of the dose is dated 2026-02-01, after 2026-01-31"]
    assert messages(dated(weighed_on="2026-01-31", on="2026-02-10")) == [
        "the new weight is dated 2026-01-31, before the old one of 2026-02-01"
    ]
    both = messages(dated(weighed_on="2026-02-02", on="2026-03-03"))
    assert [each.split(" old, ")[0] for each in both] == [
        "on 2026-03-03 the weight of the dose is 30 days",
        "on 2026-03-03 the weight of the new weighing is 29 days",
    ]
    assert messages(dated(weighed_on="2026-02-12", on="2026-02-11")) == [
        "the weight of the new weighing is dated 2026-02-12, after 2026-02-11"
    ]
    assert messages(dated(weighed_on="2026-02-01", on="2026-02-11")) == []


# The record


@pytest.mark.parametrize(
    "again",
    [
        recheck_weight(dose_of(), "154 lb", weighed_on="2026-03-02", weight_origin="measured"),
        recheck_weight(dose_of("80 kg", kd.Regimen("ketamine", "intravenous", "40 mg", over="40 min")), "36 kg"),
    ],
)
def test_a_reweighing_is_a_record(again):
    plain = again.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert "Fraction(" not in json.dumps(plain)
    for same in (pickle.loads(pickle.dumps(again)), copy.deepcopy(again), attrs.evolve(again)):
        assert same == again
        assert hash(same) == hash(again)
        assert same.after == again.after
        assert same.findings == again.findings


def test_the_working_shows_both_weights_and_both_changes():
    text = str(recheck_weight(dose_of(), "76 kg").working)
    for words in (
        "body weight before: 80 kg",
        "body weight now: 76 kg",
        "change of the weight in % = 100 × (now - before) ÷ before",
        "= 100 × (76 kg - 80 kg) ÷ 80 kg = -5 %",
        "dose before: 40 mg",
        "change of the dose in %",
        "= 100 × (38 mg - 40 mg) ÷ 40 mg = -5 %",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("code", "field", "call"),
    [
        ("argument.type", "dose", lambda: recheck_weight("40 mg", "76 kg")),
        ("record.hollow", "dose", lambda: recheck_weight(object.__new__(kd.Dose), "76 kg")),
        (
            "dose.changed",
            "dose",
            lambda: recheck_weight(attrs.evolve(dose_of(), amount=kd.measures.Amount("50 mg")), "76 kg"),
        ),
        ("measure.bare_number", "weight", lambda: recheck_weight(dose_of(), 76)),
        ("patient.weight", "weight", lambda: recheck_weight(dose_of(), "1000 kg")),
        ("date.unreadable", "weighed_on", lambda: recheck_weight(dose_of(), "76 kg", weighed_on="2.3.2026")),
        ("date.unreadable", "on", lambda: recheck_weight(dose_of(), "76 kg", on=datetime.datetime(2026, 3, 2))),
        ("word.unknown", "weight_origin", lambda: recheck_weight(dose_of(), "76 kg", weight_origin="guessed")),
    ],
)
def test_what_cannot_be_compared_is_refused(code, field, call):
    with pytest.raises(KetadoseError) as caught:
        call()
    assert (caught.value.code, caught.value.field) == (code, field)


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)), st.integers(0, 60))
def test_staleness_is_a_matter_of_whole_days(weighed, days):
    assert dated(weighed, on=weighed + datetime.timedelta(days=days)).stale is (days > 28)


def test_an_override_is_not_carried_to_a_larger_dose():
    strong = kd.Regimen("ketamine", "intravenous", "1.2 mg/kg", over="60 min", source=kd.Source.site("SOP 12"))
    override = kd.Override("per_weight.high", "A. Doctor", "70 kg only")
    dose = kd.calculate_dose("70 kg", strong, overrides=override)
    assert recheck_weight(dose, "154 kg").after is None
    assert recheck_weight(dose, "68 kg").after is not None
