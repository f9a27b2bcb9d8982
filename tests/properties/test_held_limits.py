"""Rounding against hard limits where it is easiest to forget one: overrides, several limits, coarse devices, esketamine."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
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


@given(some.kilograms, st.integers(101, 450), some.graduations, some.roundings)
def test_overridden_dose_is_still_held_at_the_outer_wall(weight, hundredths, graduation, rounding):
    """Property 2: an override of 1 mg/kg does not let rounding pass the wall of 4.5 mg/kg, which has no override."""
    dose = overridden(weight, f"{decimal_text(hundredths, 2)} mg/kg")
    made = outcome(lambda: kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe(graduation), rounding=rounding))
    assert made is None or made.per_weight.value <= Fraction(9, 2)


def test_wall_holds_a_coarse_syringe():
    """Property 2: 4.4 mg/kg at 50 kg is 4.4 mL; rounding up to 5 mL would be 5 mg/kg."""
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


@given(some.kilograms, st.integers(60, 130), some.graduations, some.roundings)
def test_intramuscular_amount_and_dose_per_weight_hold_each_for_itself(weight, hundredths, graduation, rounding):
    """Property 2: past the 100 mg by override, the 1.3 mg/kg still holds."""
    dose = overridden(weight, f"{decimal_text(hundredths, 2)} mg/kg", route="intramuscular")
    made = outcome(lambda: kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe(graduation), rounding=rounding))
    if made is not None:
        assert 10 * made.per_weight.value <= 13
        assert made.amount.value <= 100 or dose.amount.value > 100


@given(some.kilograms, st.integers(5, 50), some.graduations, some.pump_steps, some.roundings, st.integers(2, 120))
def test_esketamine_never_passes_its_own_wall(weight, hundredths, graduation, step, rounding, minutes):
    """Property 2 for esketamine intravenously: 0.5 mg/kg is half of the racemate's limit, 0.75 mg/kg/h holds the pump."""
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


@given(some.kilograms, some.levels, st.integers(2, 40), some.pump_steps, some.bag_volumes, some.roundings)
def test_overridden_rate_is_still_held_at_the_shortest_duration(weight, level, minutes, step, bag, rounding):
    """Property 2: past the mg/kg/h by override, the two minutes still hold, and the longest duration as well."""
    dose = overridden(weight, level, f"{minutes} min")
    made = outcome(lambda: kd.plan_infusion(dose, product=KETAMINE, made_up_to=bag, pump=kd.Pump(step), rounding=rounding))
    if made is not None:
        assert 2 <= 60 * made.duration.value <= 120
        assert 2 * made.per_weight_rate.value <= 3 or 2 * dose.per_weight_rate.value > 3


@given(some.kilograms, some.levels, st.integers(2, 119), some.pump_steps, st.integers(1, 6_000), some.roundings)
def test_overridden_rate_is_still_held_at_the_pump_s_largest(weight, level, minutes, step, tenths, rounding):
    """Property 23: an override of a limit on the patient says nothing about the pump."""
    largest = kd.measures.FlowRate(f"{decimal_text(tenths, 1)} mL/h")
    assume(largest >= kd.Pump(step).step)
    pump = kd.Pump(step, largest_rate=largest)
    dose = overridden(weight, level, f"{minutes} min")
    made = outcome(lambda: kd.plan_infusion(dose, product=KETAMINE, made_up_to="50 mL", pump=pump, rounding=rounding))
    assert made is None or made.rate <= largest


def test_overridden_rate_at_a_pump_whose_largest_is_no_multiple_of_its_step():
    """Property 23: 100 mL over 10 min is 600 mL/h; steps of 7 mL/h give 602, past a largest rate of 601."""
    dose = overridden("70 kg", "1 mg/kg", "10 min")
    pump = kd.Pump("7 mL/h", largest_rate="601 mL/h")
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="100 mL", pump=pump, rounding="up")
    assert str(made.rate) == "595 mL/h"
    assert "rounding.held_down" in codes(made)


@pytest.mark.parametrize("rounding", ["half up", "down", "up"])
def test_no_step_between_the_limits_is_an_error(rounding):
    """Property 2: 101 mL in at most 120 min takes 50.5 mL/h, the pump runs 50.7, and has no step between the two."""
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "120 min"))
    pump = kd.Pump("1 mL/h", largest_rate="50.7 mL/h")
    with pytest.raises(kd.KetadoseError) as caught:
        kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=pump, rounding=rounding)
    assert caught.value.code == "rounding.none"


def test_rate_at_the_limit_is_held_down():
    """Property 2: 100 mL over 40 min is 150 mL/h; steps of 40 would give 160, past 1.5 mg/kg/h."""
    dose = kd.calculate_dose("70 kg", some.infusion("1 mg/kg", "40 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="100 mL", pump=kd.Pump("40 mL/h"))
    assert str(made.rate) == "120 mL/h"
    assert codes(made).count("rounding.held_down") == 1


def test_longest_duration_holds_the_rate_up():
    """Property 2: 101 mL over 120 min is 50.5 mL/h; 50 would take longer than 120 min."""
    dose = kd.calculate_dose("70 kg", some.infusion("0.5 mg/kg", "120 min"))
    made = kd.plan_infusion(dose, product=KETAMINE, made_up_to="101 mL", pump=kd.Pump("1 mL/h"), rounding="down")
    assert str(made.rate) == "51 mL/h"
    assert codes(made).count("rounding.held_down") == 1


def test_oral_dose_is_held_at_its_own_limits():
    """Property 2 by mouth: 300 mg and 3 mg/kg."""
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


def test_rounding_never_passes_the_regimens_own_cap():
    """Property 2 for a cap of the caller's: half-up would draw 45 mg of at most 44 mg."""
    capped = kd.Regimen("ketamine", "intramuscular", "0.5 mg/kg", at_most="44 mg", source=some.SOURCE)
    dose = kd.calculate_dose("100 kg", capped)
    made = kd.plan_injection(dose, product=kd.products.KETAMINE_50_MG_PER_ML, syringe=kd.Syringe("0.1 mL"))
    assert made.amount == kd.measures.Amount("40 mg")
    assert "rounding.held_down" in codes(made)
