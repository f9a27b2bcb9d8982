"""The properties of an infusion: bag, pump rate, running time and what is really delivered."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.measures import PerWeightRate
from tests import strategies as some
from tests.oracle import devices as oracle
from tests.oracle import units as oracle_units
from tests.oracle.pairs import decimal_text, mul, same
from tests.properties.looking import codes, minutes, pair

SETUPS = st.fixed_dictionaries(
    {
        "product": some.products,
        "way": some.bag_ways,
        "bag": some.bag_volumes,
        "line": some.line_volumes,
        "graduation": st.one_of(st.none(), some.graduations),
        "step": st.one_of(st.none(), some.pump_steps),
        "rounding": some.roundings,
    }
)
UNROUNDED = {"graduation": None, "step": None}


def infused(dose, setup, largest=None):
    """The infusion, or None where these devices cannot give it."""
    step, graduation = setup["step"], setup["graduation"]
    try:
        return kd.plan_infusion(
            dose,
            product=setup["product"],
            line_volume=setup["line"],
            syringe=kd.Syringe(graduation) if graduation else None,
            pump=kd.Pump(step, largest_rate=largest) if step else None,
            rounding=setup["rounding"],
            overrides=some.ANYTHING_GOES,
            **{setup["way"]: setup["bag"]},
        )
    except kd.KetadoseError as error:
        if error.code in {"draw.too_small", "bag.volume", "rate.too_slow", "rate.too_fast", "rounding.none"}:
            return None
        raise


def ordered(weight, level, over):
    return kd.calculate_dose(weight, some.infusion(level, over), overrides=some.ANYTHING_GOES)


@pytest.mark.property(2)
@given(some.weights, some.levels, some.times, SETUPS)
def test_delivered_never_passes_a_hard_limit(weight, level, over, setup):
    """After the syringe and after the pump: mg/kg, mg/kg/h and the duration."""
    dose = ordered(weight, level, over)
    made = infused(dose, setup)
    if made is None:
        return
    kilograms = dose.patient.weight.value
    assert made.amount.value <= kilograms
    assert 2 * made.amount.value <= 3 * kilograms * made.duration.value
    assert made.per_weight_rate.value <= Fraction(3, 2)
    assert 2 <= 60 * made.duration.value <= 120


@pytest.mark.property(2)
@given(some.weights, st.integers(4, 40), SETUPS)
def test_order_at_the_rate_limit_is_never_exceeded(weight, minutes_long, setup):
    """With the order exactly at 1.5 mg/kg/h, at whatever duration."""
    level = f"{decimal_text(minutes_long * 25, 3)} mg/kg"
    dose = ordered(weight, level, f"{minutes_long} min")
    assert dose.per_weight_rate == PerWeightRate("1.5 mg/kg/h")
    made = infused(dose, setup)
    assert made is None or made.per_weight_rate <= dose.per_weight_rate


@pytest.mark.property(21)
@given(some.weights, some.levels, some.times, SETUPS)
def test_rate_times_duration_is_the_volume(weight, level, over, setup):
    """With and without devices."""
    made = infused(ordered(weight, level, over), setup)
    if made is None:
        return
    assert made.rate.value * made.duration.value == made.volume_to_infuse.value
    whole = kd.measures.Volume(setup["bag"]).value
    whole += made.draw.volume.value if setup["way"] == "added_to" else 0
    line = kd.measures.Volume(setup["line"]).value if setup["line"] else 0
    assert made.bag_volume.value == whole
    assert made.volume_to_infuse.value == whole - line


@pytest.mark.property(17)
@given(some.weights, some.levels, some.times, SETUPS)
def test_unrounded_infusion_runs_for_the_ordered_time(weight, level, over, setup):
    """For a bag: without devices or a line nothing is lost, and the time is the order's."""
    dose = ordered(weight, level, over)
    made = infused(dose, setup | UNROUNDED | {"line": None})
    assert made.amount == dose.amount
    assert made.deviation.value == 0
    assert made.duration == dose.regimen.over
    assert made.amount_rate == dose.amount_rate
    assert {"draw.unrounded", "rate.unrounded", "line.unknown"} <= set(codes(made))


@pytest.mark.property(22)
@given(st.integers(1, 2_000_000))
def test_mg_per_kg_per_hour_and_mcg_per_kg_per_minute_are_the_same(thousandths):
    """There and back, and both texts."""
    by_minute = f"{decimal_text(thousandths, 3)} mcg/kg/min"
    by_hour = f"{decimal_text(thousandths * 6, 5)} mg/kg/h"
    rate = PerWeightRate(by_minute)
    assert rate == PerWeightRate(by_hour)
    assert rate.to("mcg/kg/min").number == Fraction(thousandths, 1000)
    assert PerWeightRate.of(rate.to("mcg/kg/min").number, "mcg/kg/min") == rate
    assert PerWeightRate.of(rate.to("mg/kg/h").number, "mg/kg/h") == rate


@pytest.mark.property(23)
@given(some.weights, some.levels, some.times, SETUPS, st.integers(1, 6_000))
def test_rate_is_at_most_the_pump_s_largest_or_an_error(weight, level, over, setup, tenths):
    setup = setup | {"step": setup["step"] or "1 mL/h"}
    largest = kd.measures.FlowRate(f"{decimal_text(tenths, 1)} mL/h")
    assume(largest >= kd.Pump(setup["step"]).step)
    dose = ordered(weight, level, over)
    made, exact = infused(dose, setup, largest), infused(dose, setup | {"step": None})
    assert made is None or made.rate <= largest
    if exact is not None and exact.rate > largest:
        assert made is None


@pytest.mark.property(23)
@pytest.mark.parametrize(("over", "code"), [("30 min", None), ("1799 s", "rate.too_fast")])
def test_largest_rate_is_still_a_rate(over, code):
    """At the edge: 100 mL over 30 min is exactly 200 mL/h."""
    dose = ordered("70 kg", "0.5 mg/kg", over)
    pump = kd.Pump("0.01 mL/h", largest_rate="200 mL/h")
    if code is None:
        made = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL", pump=pump)
        assert made.rate == pump.largest_rate
    else:
        with pytest.raises(kd.KetadoseError) as caught:
            kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL", pump=pump)
        assert caught.value.code == code


@pytest.mark.property(24)
@given(some.weights, some.levels, st.integers(2, 60), SETUPS)
def test_halving_the_duration_doubles_the_rate(weight, level, half, setup):
    """Before the pump: mL/h, mg/h and mg/kg/h."""
    setup = setup | {"step": None, "graduation": None}
    slow = infused(ordered(weight, level, f"{2 * half} min"), setup)
    fast = infused(ordered(weight, level, f"{half} min"), setup)
    assert fast.rate.value == 2 * slow.rate.value
    assert fast.amount_rate.value == 2 * slow.amount_rate.value
    assert fast.per_weight_rate.value == 2 * slow.per_weight_rate.value
    assert fast.amount == slow.amount


@pytest.mark.property(12)
@given(some.weights, some.levels, some.times, SETUPS)
def test_what_stays_in_the_line_is_not_delivered(weight, level, over, setup):
    """With a line: delivered + residue = drawn, and a finding says so exactly when a line is given."""
    made = infused(ordered(weight, level, over), setup)
    if made is None:
        return
    residue = made.line_volume.value * made.concentration.value if made.line_volume else 0
    assert made.amount.value + residue == made.draw.amount.value
    assert made.per_weight.value * made.dose.patient.weight.value == made.amount.value
    assert codes(made).count("line.residue") == (setup["line"] is not None)
    assert codes(made).count("line.unknown") == (setup["line"] is None)


@pytest.mark.property(21)
@pytest.mark.parametrize(
    ("way", "volume", "line", "code"),
    [
        ("made_up_to", "20 mL", "19.99 mL", None),
        ("made_up_to", "20 mL", "20 mL", "bag.volume"),
        ("added_to", "19 mL", "20 mL", "bag.volume"),
        ("added_to", "19 mL", "19.99 mL", None),
        ("made_up_to", "1 mL", None, None),
        ("made_up_to", "0.99 mL", None, "bag.volume"),
    ],
)
def test_line_holds_less_than_the_bag_and_the_bag_at_least_the_drug(way, volume, line, code):
    """At the edges: something always reaches the patient; 35 mg at 35 mg/mL are 1 mL."""
    product = kd.Product("ketamine", "35 mg/mL", "10 mL", routes=("intravenous",), source=some.SOURCE)
    dose = ordered("70 kg", "0.5 mg/kg", "40 min")
    if code is None:
        assert kd.plan_infusion(dose, product=product, line_volume=line, **{way: volume}).volume_to_infuse.value > 0
    else:
        with pytest.raises(kd.KetadoseError) as caught:
            kd.plan_infusion(dose, product=product, line_volume=line, **{way: volume})
        assert caught.value.code == code


@given(some.weights, some.levels, some.times, SETUPS, st.integers(1, 240))
def test_stopped_infusion_adds_up(weight, level, over, setup, halves):
    """Delivered and left are the whole, in mL and in mg; the amount grows with the share of the time; the end is the end."""
    made = infused(ordered(weight, level, over), setup)
    if made is None:
        return
    after = kd.measures.Duration(f"{decimal_text(halves * 5, 1)} min")
    if after > made.duration:
        with pytest.raises(kd.KetadoseError) as caught:
            made.delivered(after)
        assert caught.value.code == "infusion.elapsed"
        after = made.duration
    part = made.delivered(after)
    assert part.volume.value + part.volume_left.value == made.volume_to_infuse.value
    assert part.amount.value + part.amount_left.value == made.amount.value
    assert part.amount.value * made.duration.value == made.amount.value * after.value
    assert (part.amount_left.value == 0) == (after == made.duration)


@pytest.mark.property(16)
@given(some.weights, some.levels, some.times, SETUPS)
def test_infusion_equals_the_oracle(weight, level, over, setup):
    """Bag, concentration, rate, time, delivered, deviation, and whether a limit held a figure."""
    kg, mg_per_kg = oracle_units.weight(weight), oracle_units.level(level)[1]
    order = oracle.Order("ketamine", "intravenous", mul(kg, mg_per_kg), kg, oracle_units.minutes(over))
    made = infused(ordered(weight, level, over), setup)
    product = setup["product"]
    optional = {name: setup[name] and oracle_units.read(setup[name], oracle_units.VOLUME) for name in ("graduation", "line")}
    step = setup["step"] and oracle_units.read(setup["step"], oracle_units.FLOW_RATE)
    try:
        drawn = oracle.draw(order, pair(product.strength), pair(product.volume), optional["graduation"], setup["rounding"])
        bag = oracle.bag(drawn, setup["way"], oracle_units.read(setup["bag"], oracle_units.VOLUME), optional["line"])
        run = oracle.run(order, bag, step, None, setup["rounding"])
    except oracle.NoAnswer:
        assert made is None
        return
    figures = [
        (made.draw.volume, drawn.ml),
        (made.bag_volume, bag.ml),
        (made.concentration, bag.strength),
        (made.volume_to_infuse, bag.into_patient),
        (made.rate, run.rate),
        (made.amount, run.mg),
        (made.deviation, run.deviation),
    ]
    assert [pair(measure) for measure, expected in figures if not same(pair(measure), expected)] == []
    assert same(minutes(made.duration), run.minutes)
    assert codes(made).count("rounding.held_down") == drawn.held + run.held
