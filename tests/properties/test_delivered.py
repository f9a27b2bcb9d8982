"""What is delivered, whatever protocol, product and device: plans drawn as any user of the public strategies draws them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose import testing
from ketadose.terms import Axis
from tests import strategies as some
from tests.properties.looking import codes

PLANS = testing.infusions() | testing.injections()
GIVEN = {
    Axis.AMOUNT: "amount",
    Axis.PER_WEIGHT: "per_weight",
    Axis.AMOUNT_RATE: "amount_rate",
    Axis.PER_WEIGHT_RATE: "per_weight_rate",
    Axis.DURATION: "duration",
}
"""The figure of a plan along an axis; an injection has only the first two."""


def ordered(plan, axis):
    """The figure of the order along an axis."""
    return plan.dose.regimen.over if axis is Axis.DURATION else getattr(plan.dose, GIVEN[axis])


@pytest.mark.property(1)
@given(testing.doses(), PLANS)
def test_every_figure_is_more_than_nothing_and_finite(dose, plan):
    figures = [dose.amount, dose.per_weight, plan.amount, plan.per_weight, plan.draw.volume]
    if type(plan) is kd.Infusion:
        figures += [plan.rate, plan.duration, plan.volume_to_infuse, plan.concentration, plan.amount_rate, plan.per_weight_rate]
    assert all(type(each.value) is Fraction and 0 < each.value < 10**6 for each in figures)
    assert all(0 < float(each) < 10**6 for each in figures)


@pytest.mark.property(2, 19)
@given(PLANS)
def test_no_hard_limit_that_the_order_respects_is_passed(plan):
    """Every limit that judges this person, drug and route in this area, along every axis, on both sides."""
    checked = 0
    for limit in plan.dose.limits:
        given_ = getattr(plan, GIVEN.get(limit.axis, ""), None)
        if given_ is None or ordered(plan, limit.axis) is None:
            continue
        for bound, passed in ((limit.hard_high, lambda one, two: one > two), (limit.hard_low, lambda one, two: one < two)):
            if bound is not None and not passed(ordered(plan, limit.axis), bound.value):
                assert not passed(given_, bound.value), limit
                checked += 1
    assert checked


@pytest.mark.property(12)
@given(PLANS)
def test_what_is_reported_is_what_the_volume_gives_back(plan):
    kilograms = plan.dose.patient.weight.value
    assert plan.per_weight.value * kilograms == plan.amount.value
    assert plan.deviation.value * plan.dose.amount.value == 100 * (plan.amount.value - plan.dose.amount.value)
    if type(plan) is kd.Infusion:
        assert plan.amount_rate.value * plan.duration.value == plan.amount.value
        assert plan.per_weight_rate.value * plan.duration.value * kilograms == plan.amount.value
        over = plan.dose.regimen.over.value
        assert plan.duration_deviation.value * over == 100 * (plan.duration.value - over)


@pytest.mark.property(22)
@given(testing.infusions())
def test_rate_in_micrograms_and_minutes_is_the_same_rate(infusion):
    told = infusion.per_weight_rate.to("mcg/kg/min")
    assert told.number * 60 == infusion.per_weight_rate.value * 1000
    grams_per_minute = told.number * infusion.dose.patient.weight.value / 10**6
    assert grams_per_minute * 1000 * 60 * infusion.duration.value == infusion.amount.value


@pytest.mark.property(5, 11)
@given(testing.infusions(pump=testing.pumps()), st.integers(2, 10))
def test_rate_is_a_whole_number_of_steps_and_a_finer_step_is_no_further(infusion, parts):
    """The finer step divides the old one; a limit that held the coarse rate against its mode is left out."""
    step = infusion.pump.step.value
    assert (infusion.rate.value / step).denominator == 1
    if "rounding.held_down" in codes(infusion):
        return
    finer = kd.Pump(m.FlowRate.of(step / parts, "mL/h"), infusion.pump.largest_rate)
    again = planned_again(infusion.dose, infusion, pump=finer)
    exact = infusion.volume_to_infuse.value / infusion.dose.regimen.over.value
    assert abs(again.rate.value - exact) <= abs(infusion.rate.value - exact)


@pytest.mark.property(10)
@given(testing.infusions(pump=testing.pumps(), syringe=testing.syringes()))
def test_infusion_of_what_was_delivered_is_set_to_the_same_rate(infusion):
    """An order for what was drawn, over the time that it really runs, is neither drawn nor run otherwise."""
    dose = infusion.dose
    again = kd.Regimen("ketamine", "intravenous", infusion.draw.amount, over=infusion.duration, source=some.SOURCE)
    second = planned_again(kd.calculate_dose(dose.patient, again, overrides=some.ANYTHING_GOES), infusion)
    assert (second.draw.volume, second.rate) == (infusion.draw.volume, infusion.rate)
    assert second.duration_deviation.value == 0
    assert "rounding.held_down" not in codes(second)


def planned_again(dose, infusion, **changes):
    """The same bag, syringe and mode for a dose, with these changes."""
    options = {
        "product": infusion.draw.product,
        "syringe": infusion.draw.syringe,
        "pump": infusion.pump,
        "rounding": infusion.rounding,
        "line_volume": infusion.line_volume,
        "made_up_to" if infusion.bag.made_up_to else "added_to": infusion.bag.named,
        "overrides": some.ANYTHING_GOES,
    }
    return kd.plan_infusion(dose, **(options | changes))


@pytest.mark.property(15)
@given(
    some.kilograms,
    testing.levels(places=3),
    st.integers(40, 120),
    st.integers(50, 1_000),
    st.sampled_from([20, 50, 250]),
    st.integers(1, 40),
    some.roundings,
)
def test_findings_of_an_infusion_do_not_depend_on_units(weight, level, minutes, tenths, bag, settings, rounding):
    """Strength, vial, bag, graduation and pump in other units, the dose in mcg and the time in seconds: word for word."""
    here = {
        "product": (f"{some.plain(tenths, 1)} mg/mL", "10 mL"),
        "bag": f"{bag} mL",
        "syringe": "0.1 mL",
        "pump": f"{6 * settings} mL/h",
    }
    there = {
        "product": (f"{some.plain(tenths, 1)} g/L", "0.01 L"),
        "bag": f"{some.plain(bag, 3)} L",
        "syringe": "0.0001 L",
        "pump": f"{some.plain(settings, 1)} mL/min",
    }
    level_in_micrograms = f"{some.plain(int(m.PerWeight(level).value * 1000), 0)} mcg/kg"
    asked = ((here, level, f"{minutes} min"), (there, level_in_micrograms, f"{60 * minutes} s"))
    assert told(weight, *asked[0], rounding) == told(weight, *asked[1], rounding)


def told(weight, devices, level, over, rounding):
    """Every finding of an infusion by these devices, or the code of the error where they cannot give it."""
    dose = kd.calculate_dose(weight, some.infusion(level, over))
    product = kd.Product("ketamine", *devices["product"], routes=("intravenous",), source=some.SOURCE)
    options = {"made_up_to": devices["bag"], "syringe": kd.Syringe(devices["syringe"]), "pump": kd.Pump(devices["pump"])}
    try:
        found = kd.plan_infusion(dose, product=product, rounding=rounding, **options).findings
    except kd.LimitError as error:
        found = error.findings
    except kd.KetadoseError as error:
        return error.code
    return [(each.code, each.severity, each.message, each.citation) for each in found]
