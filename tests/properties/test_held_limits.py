"""Rounding against hard limits where it is easiest to forget one: overrides, several limits, coarse devices, esketamine."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.model.profile import Profile
from ketadose.terms import Axis
from ketadose.working import Rounded
from tests import strategies as some
from tests.oracle.pairs import decimal_text
from tests.properties.looking import codes

KETAMINE = kd.products.KETAMINE_50_MG_PER_ML
ESKETAMINE = kd.Product("esketamine", "25 mg/mL", "2 mL", routes=("intravenous",), source=some.SOURCE)


def overridden(weight, level, over=None, drug="ketamine", route="intravenous"):
    regimen = kd.Regimen(drug, route, level, over=over, source=some.SOURCE)
    return kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES)


def outcome(call):
    """The plan, or None where no multiple of the step will do."""
    try:
        return call()
    except kd.KetadoseError as error:
        if error.code in {"draw.too_small", "rate.too_slow", "rate.too_fast", "rounding.none"}:
            return None
        raise


@pytest.mark.property(2)
@given(some.kilograms, st.integers(101, 450), some.graduations, some.roundings)
def test_overridden_dose_is_still_held_at_the_outer_wall(weight, hundredths, graduation, rounding):
    """An override of 1 mg/kg does not let rounding pass the wall of 4.5 mg/kg, which has no override."""
    dose = overridden(weight, f"{decimal_text(hundredths, 2)} mg/kg")
    made = outcome(lambda: kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe(graduation), rounding=rounding))
    assert made is None or made.per_weight.value <= Fraction(9, 2)


@pytest.mark.property(2)
def test_wall_holds_a_coarse_syringe():
    """4.4 mg/kg at 50 kg is 4.4 mL; rounding up to 5 mL would be 5 mg/kg."""
    dose = overridden("50 kg", "4.4 mg/kg")
    made = kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe("1 mL"), rounding="up")
    assert str(made.draw.volume) == "4 mL"
    assert "rounding.held_down" in codes(made)


def test_overridden_limit_itself_does_not_hold():
    """A limit that the order is past was let pass by name: the syringe rounds as the mode says."""
    dose = overridden("71 kg", "1.01 mg/kg", route="subcutaneous")
    made = kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe("0.01 mL"), rounding="up")
    assert str(made.draw.volume) == "1.44 mL"
    assert "rounding.held_down" not in codes(made)


@pytest.mark.property(2)
@given(some.kilograms, st.integers(60, 130), some.graduations, some.roundings)
def test_intramuscular_amount_and_dose_per_weight_hold_each_for_itself(weight, hundredths, graduation, rounding):
    """Past the 100 mg by override, the 1.3 mg/kg still holds."""
    dose = overridden(weight, f"{decimal_text(hundredths, 2)} mg/kg", route="intramuscular")
    made = outcome(lambda: kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe(graduation), rounding=rounding))
    if made is not None:
        assert 10 * made.per_weight.value <= 13
        assert made.amount.value <= 100 or dose.amount.value > 100


@pytest.mark.property(2)
@given(some.kilograms, st.integers(5, 50), some.graduations, some.pump_steps, some.roundings, st.integers(2, 120))
def test_esketamine_never_passes_its_own_wall(weight, hundredths, graduation, step, rounding, minutes):
    """For esketamine intravenously: 0.5 mg/kg is half of the racemate's limit, 0.75 mg/kg/h holds the pump."""
    dose = overridden(weight, f"{decimal_text(hundredths, 2)} mg/kg", f"{minutes} min", "esketamine")
    made = outcome(
        lambda: kd.plan_infusion(
            dose,
            product=ESKETAMINE,
            added_to="50 mL",
            syringe=kd.Syringe(graduation),
            pump=kd.Pump(step),
            rounding=rounding,
        )
    )
    if made is not None:
        assert 2 * made.per_weight.value <= 1
        assert 4 * made.per_weight_rate.value <= 3 or 4 * dose.per_weight_rate.value > 3
        assert 2 <= 60 * made.duration.value <= 120


@pytest.mark.property(2)
@given(some.kilograms, some.levels, st.integers(2, 40), some.pump_steps, some.bag_volumes, some.roundings)
def test_overridden_rate_is_still_held_at_the_shortest_duration(weight, level, minutes, step, bag, rounding):
    """Past the mg/kg/h by override, the two minutes still hold, and the longest duration as well."""
    dose = overridden(weight, level, f"{minutes} min")
    made = outcome(lambda: kd.plan_infusion(dose, product=KETAMINE, made_up_to=bag, pump=kd.Pump(step), rounding=rounding))
    if made is not None:
        assert 2 <= 60 * made.duration.value <= 120
        assert 2 * made.per_weight_rate.value <= 3 or 2 * dose.per_weight_rate.value > 3


@pytest.mark.property(23)
@given(some.kilograms, some.levels, st.integers(2, 119), some.pump_steps, st.integers(1, 6_000), some.roundings)
def test_overridden_rate_is_still_held_at_the_pump_s_largest(weight, level, minutes, step, tenths, rounding):
    """An override of a limit on the patient says nothing about the pump."""
    largest = kd.measures.FlowRate(f"{decimal_text(tenths, 1)} mL/h")
    assume(largest >= kd.Pump(step).step)
    pump = kd.Pump(step, largest_rate=largest)
    dose = overridden(weight, level, f"{minutes} min")
    made = outcome(lambda: kd.plan_infusion(dose, product=KETAMINE, made_up_to="50 mL", pump=pump, rounding=rounding))
    assert made is None or made.rate <= largest


@pytest.mark.property(23)
def test_overridden_rate_at_a_pump_whose_largest_is_no_multiple_of_its_step():
    """100 mL over 10 min is 600 mL/h; steps of 7 mL/h give 602, past a largest rate of 601."""
    dose = overridden("70 kg", "1 mg/kg", "10 min")
    pump = kd.Pump("7 mL/h", largest_rate="601 mL/h")
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="100 mL", pump=pump, rounding="up")
    assert str(made.rate) == "595 mL/h"
    assert "rounding.held_down" in codes(made)


@pytest.mark.property(2)
@pytest.mark.parametrize("rounding", ["half up", "down", "up"])
def test_no_step_between_the_limits_is_an_error(rounding):
    """101 mL in at most 120 min takes 50.5 mL/h, the pump runs 50.7, and has no step between the two."""
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "120 min"))
    pump = kd.Pump("1 mL/h", largest_rate="50.7 mL/h")
    with pytest.raises(kd.KetadoseError) as caught:
        kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=pump, rounding=rounding)
    assert caught.value.code == "rounding.none"


@pytest.mark.property(2)
def test_rate_at_the_limit_is_held_down():
    """100 mL over 40 min is 150 mL/h; steps of 40 would give 160, past 1.5 mg/kg/h."""
    dose = kd.calculate_dose("70 kg", some.infusion("1 mg/kg", "40 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="100 mL", pump=kd.Pump("40 mL/h"))
    assert str(made.rate) == "120 mL/h"
    assert codes(made).count("rounding.held_down") == 1


@pytest.mark.property(2)
def test_longest_duration_holds_the_rate_up():
    """101 mL over 120 min is 50.5 mL/h; 50 would take longer than 120 min."""
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "120 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=kd.Pump("1 mL/h"), rounding="down")
    assert str(made.rate) == "51 mL/h"
    assert codes(made).count("rounding.held_down") == 1


@pytest.mark.property(2)
def test_oral_dose_is_held_at_its_own_limits():
    """by mouth: 300 mg and 3 mg/kg."""
    syrup = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",), source=some.SOURCE)
    for weight, level in (("99.9 kg", "3 mg/kg"), ("150 kg", "299.7 mg")):
        dose = kd.calculate_dose(weight, some.injection(level, "oral"))
        made = kd.plan_oral(dose, product=syrup, syringe=kd.Syringe("0.1 mL"), rounding="up")
        assert str(made.amount) == ("299 mg" if "kg" in level else "300 mg")
        assert ("rounding.held_down" in codes(made)) == ("kg" in level)


@pytest.mark.parametrize(
    ("level", "over", "step", "rounding", "rate"),
    [
        ("3.5 mg/kg", "120 min", "1 mL/h", "down", "51 mL/h"),  # 50 would take longer than 120 min; 1.75 mg/kg/h was let pass
        ("3.25 mg/kg", "130 min", "1 mL/h", "up", "46 mL/h"),  # 47 would pass 1.5 mg/kg/h; the 130 min were let pass
    ],
)
def test_overridden_limit_on_one_side_does_not_forbid_holding_on_the_other(level, over, step, rounding, rate):
    """A rate that is held at one limit is not refused for another that the order was already past."""
    dose = overridden("70 kg", level, over)
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=kd.Pump(step), rounding=rounding)
    assert str(made.rate) == rate
    assert codes(made).count("rounding.held_down") == 1


@pytest.mark.property(2)
def test_rounding_never_passes_the_regimens_own_cap():
    """For a cap of the caller's: half-up would draw 45 mg of at most 44 mg."""
    capped = kd.Regimen("ketamine", "intramuscular", "0.5 mg/kg", at_most="44 mg", source=some.SOURCE)
    dose = kd.calculate_dose("100 kg", capped)
    made = kd.plan_injection(dose, product=kd.products.KETAMINE_50_MG_PER_ML, syringe=kd.Syringe("0.1 mL"))
    assert made.amount == kd.measures.Amount("40 mg")
    assert "rounding.held_down" in codes(made)


def held(made):
    """The words of the one rounding that was held."""
    (finding,) = [finding for finding in made.findings if finding.code == "rounding.held_down"]
    return finding.message


def subcutaneous(cap, strength="50 mg/mL"):
    regimen = kd.Regimen("ketamine", "subcutaneous", "1 mg/kg", at_most=cap, source=some.SOURCE)
    product = kd.Product("ketamine", strength, "10 mL", routes=("subcutaneous",), source=some.SOURCE)
    return kd.plan_injection(kd.calculate_dose("70 kg", regimen), product=product, syringe=kd.Syringe("0.2 mL"))


@pytest.mark.property(2)
@pytest.mark.parametrize(
    ("cap", "why"),
    [
        (None, "the hard limit of 1 mg/kg on the dose per body weight"),
        ("90 mg", "the hard limit of 1 mg/kg on the dose per body weight"),
        ("70 mg", "the hard limit of 1 mg/kg on the dose per body weight"),
    ],
)
def test_a_cap_that_is_no_tighter_leaves_the_hard_limit_to_hold(cap, why):
    """70 mg of 30 mg/mL are 2.33 mL; 2.4 mL would be 72 mg, past 1 mg/kg and within a cap of 90 mg."""
    made = subcutaneous(cap, "30 mg/mL")
    assert str(made.draw.volume) == "2.2 mL"
    assert f"past {why}; rounded" in held(made)


@pytest.mark.property(2)
def test_a_tighter_cap_holds_and_says_so():
    made = subcutaneous("65 mg", "30 mg/mL")
    assert str(made.draw.volume) == "2 mL"
    assert "past the regimen's own cap of 65 mg; rounded" in held(made)


@pytest.mark.property(23)
@pytest.mark.parametrize(
    ("largest", "rate", "why"),
    [
        (None, "116 mL/h", "the hard limit of 1.5 mg/kg/h on the rate per body weight"),
        ("999 mL/h", "116 mL/h", "the hard limit of 1.5 mg/kg/h on the rate per body weight"),
        ("116.55 mL/h", "116 mL/h", "the hard limit of 1.5 mg/kg/h on the rate per body weight"),
    ],
)
def test_a_pump_that_could_run_faster_leaves_the_hard_limit_to_hold(largest, rate, why):
    """77.7 mL over 40 min are 116.55 mL/h, at 1.5 mg/kg/h exactly; 117 would pass it, and the pump would run it."""
    dose = kd.calculate_dose("70 kg", some.infusion("1 mg/kg", "40 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="77.7 mL", pump=kd.Pump("1 mL/h", largest_rate=largest))
    assert str(made.rate) == rate
    assert f"past {why}; rounded" in held(made)


@pytest.mark.property(23)
def test_a_slower_pump_holds_and_says_so():
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "40 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="77.7 mL", pump=kd.Pump("1 mL/h", largest_rate="116.6 mL/h"))
    assert str(made.rate) == "116 mL/h"
    assert "past the pump's largest rate of 116.6 mL/h; rounded" in held(made)


@pytest.mark.property(2)
def test_the_milligrams_an_hour_of_a_ward_hold_the_pump():
    """25 mg in 77.7 mL over 1 h are 25 mg/h exactly; 78 mL/h would give 25.1."""
    regimen = kd.Regimen("ketamine", "intravenous", "25 mg", over="1 h", area="acute pain ward", source=some.SOURCE)
    dose = kd.calculate_dose("150 kg", regimen)
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="77.7 mL", pump=kd.Pump("1 mL/h"))
    assert str(made.rate) == "77 mL/h"
    assert "past the hard limit of 25 mg/h on the rate; rounded" in held(made)


@pytest.mark.property(2)
def test_the_shortest_duration_holds_the_pump():
    """77.7 mL over 2 min are 2,331 mL/h; steps of 100 would give 2,300 or 2,400, which is faster than 2 min."""
    dose = overridden("70 kg", "0.1 mg/kg", "2 min")
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="77.7 mL", pump=kd.Pump("100 mL/h"), rounding="up")
    assert str(made.rate) == "2,300 mL/h"
    assert "up would give 2,400 mL/h, past the shortest duration of 2 min; rounded to 2,300 mL/h instead" in held(made)


@pytest.mark.property(2)
def test_the_longest_duration_holds_the_pump_and_says_so():
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "120 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=kd.Pump("1 mL/h"), rounding="down")
    assert "past the longest duration of 120 min; rounded to 51 mL/h instead" in held(made)


@pytest.mark.property(2)
@pytest.mark.parametrize(
    ("bag", "largest", "rounding", "rate", "notes"),
    [
        ("100 mL", None, "down", "50 mL/h", 0),  # 50.42 mL/h; 50 takes the 120 min exactly
        ("100 mL", "50.7 mL/h", "up", "50 mL/h", 1),  # 51 is past the pump, 50 takes the 120 min exactly
        ("101 mL", "51 mL/h", "down", "51 mL/h", 1),  # 50.92 mL/h; 50 would take too long, 51 is the pump's largest rate
    ],
)
def test_a_rate_exactly_at_an_edge_is_a_rate(bag, largest, rounding, rate, notes):
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "119 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to=bag, pump=kd.Pump("1 mL/h", largest), rounding=rounding)
    assert str(made.rate) == rate
    assert codes(made).count("rounding.held_down") == notes


@pytest.mark.property(2)
def test_the_milligrams_by_mouth_hold_a_coarse_syringe():
    """299 mg of 33 mg/mL are 9.06 mL; 9.2 mL would be 303.6 mg, past 300 mg."""
    syrup = kd.Product("ketamine", "33 mg/mL", "100 mL", routes=("oral",), source=some.SOURCE)
    dose = kd.calculate_dose("150 kg", some.injection("299 mg", "oral"))
    made = kd.plan_oral(dose, product=syrup, syringe=kd.Syringe("0.2 mL"), rounding="up")
    assert str(made.draw.volume) == "9 mL"
    assert "past the hard limit of 300 mg on the dose; rounded" in held(made)


def test_a_rounding_that_nothing_held_says_nothing_of_it():
    made = kd.plan_injection(overridden("70 kg", "35 mg", route="subcutaneous"), product=KETAMINE, syringe=kd.Syringe("0.2 mL"))
    (entry,) = [entry for entry in made.working.entries if isinstance(entry, Rounded)]
    assert entry.held == ""


@pytest.mark.property(2)
def test_the_tighter_of_two_longest_durations_holds():
    """A site's own 110 min beside the clinic's 120: 101 mL take at least 55.09 mL/h."""
    base = kd.limits.PSYCHIATRIC_CLINIC
    bound = kd.findings.Bound(kd.measures.Duration("110 min"), kd.Citation(some.SOURCE, "page 1"))
    own = kd.findings.Limit(Axis.DURATION, hard_high=bound)
    site = Profile(base.area, (*base.limits, own), base.rules, site="SOP 12")
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "110 min"), profile=site)
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=kd.Pump("1 mL/h"), rounding="down")
    assert str(made.rate) == "56 mL/h"
    assert "past the longest duration of 110 min; rounded" in held(made)


@pytest.mark.property(2)
def test_a_rate_that_is_past_every_limit_is_rounded_as_any_other():
    dose = overridden("70 kg", "0.5 mg/kg", "1 min")
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="10 mL", pump=kd.Pump("7 mL/h"), rounding="up")
    assert str(made.rate) == "602 mL/h"
    assert "rounding.held_down" not in codes(made)
