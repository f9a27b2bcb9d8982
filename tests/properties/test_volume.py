"""The properties of what is drawn up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from tests import strategies as some
from tests.oracle import devices as oracle
from tests.oracle import units as oracle_units
from tests.oracle.pairs import decimal_text, mul, same, steps
from tests.properties.looking import codes, pair

KETAMINE = kd.products.KETAMINE_50_MG_PER_ML


def drawn(weight, regimen, product, graduation, rounding="half up"):
    """The injection, or None where the syringe cannot measure so little."""
    dose = kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES)
    syringe = None if graduation is None else kd.Syringe(graduation)
    try:
        return kd.plan_injection(dose, product=product, syringe=syringe, rounding=rounding)
    except kd.KetadoseError as error:
        if error.code == "draw.too_small":
            return None
        raise


@pytest.mark.property(2, 19)
@given(some.weights, some.injections, some.products, some.graduations, some.roundings)
def test_delivered_never_passes_a_hard_limit(weight, regimen, product, graduation, rounding):
    """Orders up to the very limit, every graduation, every mode."""
    made = drawn(weight, regimen, product, graduation, rounding)
    if made is None:
        return
    kilograms = made.dose.patient.weight.value
    if regimen.route is kd.Route.SUBCUTANEOUS:
        assert made.amount.value <= kilograms
    else:
        assert 10 * made.amount.value <= 13 * kilograms
        assert made.amount.value <= 100 or made.dose.amount.value > 100
    assert made.per_weight.value * kilograms == made.amount.value


@pytest.mark.property(2, 19)
@given(st.integers(3_000, 15_000), some.products, some.graduations, some.roundings)
def test_order_at_the_hard_limit_is_never_exceeded(hundredths, product, graduation, rounding):
    """With the order exactly at 1 mg/kg: held down exactly when the mode would have gone past."""
    weight = f"{decimal_text(hundredths, 2)} kg"
    made = drawn(weight, some.injection("1 mg/kg"), product, graduation, rounding)
    wanted = (hundredths * pair(product.strength)[1], 100 * pair(product.strength)[0])
    step = oracle_units.read(graduation, oracle_units.VOLUME)
    down = steps(wanted, step, "down")
    if made is None:
        assert down == 0
        return
    assert same(pair(made.draw.volume), mul((down, 1), step))
    assert ("rounding.held_down" in codes(made)) == (steps(wanted, step, rounding) != down)


@pytest.mark.property(2, 19)
def test_glue_at_one_mg_per_kg_is_held_down_for_440_of_1100_weights(examples):
    """On a published protocol: 40.0 to 149.9 kg, 50 mg/mL at 0.01 mL; every eleventh of them, or all with many examples."""
    stride = 1 if examples >= 200 else 11
    held = 0
    for tenths in range(400, 1500, stride):
        dose = kd.calculate_dose(f"{decimal_text(tenths, 1)} kg", kd.protocols.GLUE_2017, level="1 mg/kg")
        made = kd.plan_injection(dose, product=KETAMINE, syringe=kd.Syringe("0.01 mL"))
        assert made.per_weight.value <= 1
        down = codes(made).count("rounding.held_down")
        assert down == (tenths % 5 >= 3)  # half a mg to the step: .3 and .4, .8 and .9 would go up
        held += down
    assert held * stride == 440


@pytest.mark.property(3)
@given(some.weights, some.regimens, some.products, some.graduations)
def test_rounding_down_never_delivers_more_than_ordered(weight, regimen, product, graduation):
    """For the drawn volume of injections and infusions."""
    dose = kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES)
    made = _plan(dose, product, graduation, "down")
    assert made is None or made.amount <= dose.amount


@pytest.mark.property(4)
@given(some.weights, some.regimens, some.products, some.graduations, some.roundings)
def test_delivered_is_within_a_step_of_the_order(weight, regimen, product, graduation, rounding):
    """Half up without a held limit is within half a step."""
    dose = kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES)
    made = _plan(dose, product, graduation, rounding)
    if made is None:
        return
    step = kd.Syringe(graduation).graduation.value * product.strength.value
    off = abs(made.amount.value - dose.amount.value)
    assert off < step
    if rounding == "half up" and "rounding.held_down" not in codes(made):
        assert 2 * off <= step
    if rounding == "up" and "rounding.held_down" not in codes(made):
        assert made.amount >= dose.amount


@pytest.mark.property(5)
@given(some.weights, some.regimens, some.products, some.graduations, some.roundings)
def test_drawn_volume_is_a_multiple_of_the_step(weight, regimen, product, graduation, rounding):
    made = _plan(kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES), product, graduation, rounding)
    if made is None:
        return
    count = made.draw.volume.value / kd.Syringe(graduation).graduation.value
    assert count.denominator == 1
    assert count >= 1


@pytest.mark.property(6)
@given(some.kilograms, some.kilograms, some.levels, some.products, some.graduations, some.roundings)
def test_drawn_volume_rises_with_weight(one, other, level, product, graduation, rounding):
    """After the syringe, held limits included."""
    lighter, heavier = sorted([kd.Patient(one).weight, kd.Patient(other).weight])
    volumes = [drawn(weight, some.injection(level), product, graduation, rounding) for weight in (lighter, heavier)]
    assert volumes[0] is None or volumes[0].draw.volume <= volumes[1].draw.volume


@pytest.mark.property(10)
@given(some.weights, some.injections, some.products, some.graduations, some.roundings)
def test_rounding_twice_changes_nothing(weight, regimen, product, graduation, rounding):
    """An order for what was drawn is drawn as it is, without a finding about rounding."""
    first = drawn(weight, regimen, product, graduation, rounding)
    if first is None:
        return
    again = kd.Regimen("ketamine", regimen.route, first.amount, source=some.SOURCE)
    second = drawn(weight, again, product, graduation, rounding)
    assert second.draw.volume == first.draw.volume
    assert second.deviation.value == 0
    assert not {"rounding.held_down", "rounding.coarse"} & set(codes(second))


@pytest.mark.property(11)
@given(some.weights, some.injections, some.products, some.graduations, st.integers(2, 10), some.roundings)
def test_finer_step_is_never_further_from_the_order(weight, regimen, product, graduation, parts, rounding):
    """A step that divides the old one, unless a limit held the old one down against its mode."""
    coarse = drawn(weight, regimen, product, graduation, rounding)
    if coarse is None or "rounding.held_down" in codes(coarse):
        return
    finer = kd.measures.Volume.of(kd.Syringe(graduation).graduation.value / parts, "mL")
    fine = drawn(weight, regimen, product, finer, rounding)
    ordered = coarse.dose.amount.value
    assert abs(fine.amount.value - ordered) <= abs(coarse.amount.value - ordered)


@pytest.mark.property(12)
@given(some.weights, some.injections, some.products, some.graduations, some.roundings)
def test_reported_delivery_is_what_the_volume_gives_back(weight, regimen, product, graduation, rounding):
    """Delivered: mg, mg/kg and the deviation, all from the drawn volume."""
    made = drawn(weight, regimen, product, graduation, rounding)
    if made is None:
        return
    delivered, ordered = made.draw.volume.value * product.strength.value, made.dose.amount.value
    assert made.amount.value == made.draw.amount.value == delivered
    assert made.per_weight.value == delivered / made.dose.patient.weight.value
    assert made.deviation.value == 100 * (delivered - ordered) / ordered


@pytest.mark.property(17)
@given(some.weights, some.injections, some.products)
def test_millilitres_times_strength_is_the_dose_before_rounding(weight, regimen, product):
    made = drawn(weight, regimen, product, None)
    assert made.draw.volume.value * product.strength.value == made.dose.amount.value
    assert made.deviation.value == 0
    assert "draw.unrounded" in codes(made)


@pytest.mark.property(18)
@given(some.weights, some.injections, st.integers(1, 2_000))
def test_doubling_the_strength_halves_the_volume(weight, regimen, tenths):
    volumes = []
    for count in (tenths, 2 * tenths):
        product = kd.Product(
            "ketamine", f"{decimal_text(count, 1)} mg/mL", "10 mL", routes=("intramuscular",), source=some.SOURCE
        )
        volumes.append(drawn(weight, regimen, product, None).draw.volume.value)
    assert volumes[0] == 2 * volumes[1]


@pytest.mark.property(20)
@given(some.weights, some.injections, some.products, st.one_of(st.none(), some.graduations), some.roundings)
def test_vials_are_the_fewest_that_hold_the_volume(weight, regimen, product, graduation, rounding):
    """What is left is at least nothing and less than one vial."""
    made = drawn(weight, regimen, product, graduation, rounding)
    if made is None:
        return
    draw = made.draw
    assert draw.vials * product.volume.value == draw.volume.value + draw.left_volume.value
    assert 0 <= draw.left_volume.value < product.volume.value
    assert draw.left_amount.value == draw.left_volume.value * product.strength.value
    assert draw.waste == (draw.left_amount if product.single_use else None)


@pytest.mark.property(20)
@pytest.mark.parametrize(("volume", "vials"), [("1.99 mL", 1), ("2 mL", 1), ("2.01 mL", 2), ("4 mL", 2)])
def test_full_vial_is_one_vial(volume, vials):
    """At the edge."""
    product = kd.Product("ketamine", "10 mg/mL", "2 mL", routes=("intramuscular",), single_use=True, source=some.SOURCE)
    amount = kd.measures.Amount.of(10 * kd.measures.Volume(volume).value, "mg")
    dose = kd.calculate_dose("70 kg", some.injection(amount, "intramuscular"))
    draw = kd.plan_injection(dose, product=product, syringe=kd.Syringe("0.01 mL")).draw
    assert draw.vials == vials
    assert draw.waste == draw.left_amount
    assert draw.left_amount.value == vials * 20 - amount.value


@pytest.mark.property(16)
@given(some.weights, some.levels, some.strengths, some.vials, some.graduations, some.roundings)
def test_draw_equals_the_oracle(weight, level, strength, vial, graduation, rounding):
    """For the syringe and the vials."""
    kg = oracle_units.weight(weight)
    order = oracle.Order("ketamine", "subcutaneous", mul(kg, oracle_units.level(level)[1]), kg)
    product = kd.Product("ketamine", strength, vial, routes=("intramuscular",), source=some.SOURCE)
    made = drawn(weight, some.injection(level), product, graduation, rounding)
    try:
        expected = oracle.draw(
            order,
            oracle_units.read(strength, oracle_units.CONCENTRATION),
            oracle_units.read(vial, oracle_units.VOLUME),
            oracle_units.read(graduation, oracle_units.VOLUME),
            rounding,
        )
    except oracle.NoAnswer:
        assert made is None
        return
    assert same(pair(made.draw.volume), expected.ml)
    assert same(pair(made.amount), expected.mg)
    assert made.draw.vials == expected.vials
    assert same(pair(made.draw.left_volume), expected.left_ml)
    assert same(pair(made.draw.left_amount), expected.left_mg)
    assert ("rounding.held_down" in codes(made)) == expected.held


def _plan(dose, product, graduation, rounding):
    syringe = kd.Syringe(graduation)
    try:
        if dose.regimen.over is None:
            return kd.plan_injection(dose, product=product, syringe=syringe, rounding=rounding)
        return kd.plan_infusion(dose, product=product, made_up_to="250 mL", syringe=syringe, rounding=rounding)
    except kd.KetadoseError as error:
        if error.code == "draw.too_small":
            return None
        raise
