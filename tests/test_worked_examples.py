"""The worked examples that the library must reproduce, figure by figure."""

from datetime import date
from fractions import Fraction

import pytest

import ketadose as kd
from ketadose import measures as m

VIAL = kd.products.KETAMINE_50_MG_PER_ML
SYRINGE = kd.Syringe(graduation="0.01 mL")
PUMP = kd.Pump(step="1 mL/h")


def test_seventy_kilograms_at_half_a_milligram_is_drawn_up_and_pumped():
    dose = kd.calculate_dose(kd.Patient(weight="70 kg"), kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", syringe=SYRINGE, pump=PUMP)
    assert str(dose.amount) == "35 mg"
    assert str(infusion.draw.volume) == "0.7 mL"
    assert infusion.draw.vials == 1
    assert (infusion.draw.left_volume, infusion.draw.left_amount) == (m.Volume("9.3 mL"), m.Amount("465 mg"))
    assert infusion.draw.waste is None
    assert infusion.rate == m.FlowRate("150 mL/h")
    assert infusion.amount_rate == m.AmountRate("52.5 mg/h")
    assert infusion.per_weight_rate == m.PerWeightRate("0.75 mg/kg/h")
    assert str(infusion.per_weight_rate.to("mcg/kg/min")) == "12.5 mcg/kg/min"
    assert infusion.duration == m.Duration("40 min")


def test_added_to_a_bag_the_volume_and_the_rate_grow():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, added_to="100 mL", syringe=SYRINGE)
    assert infusion.bag_volume == m.Volume("100.7 mL")
    assert infusion.rate == m.FlowRate("151.05 mL/h")
    assert infusion.nominal_concentration == m.Concentration("0.35 mg/mL")
    assert infusion.concentration.value == Fraction(35, 1) / Fraction(1007, 10)
    assert infusion.amount == m.Amount("35 mg")


def test_pounds_are_converted_exactly_and_shown_safely_shortened():
    patient = kd.Patient("154 lb")
    dose = kd.calculate_dose(patient, kd.protocols.OLIVER_2022)
    assert patient.weight.exact == "69.85322498 kg"
    assert dose.amount.exact == "34.92661249 mg"
    assert str(dose.amount) == "34.93 mg (exact 34.92661249 mg)"
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", syringe=SYRINGE, pump=PUMP)
    assert str(infusion.draw.volume) == "0.7 mL"
    assert infusion.amount == m.Amount("35 mg")
    assert str(infusion.deviation) == "+0.21 %"
    assert "weight.converted" in {finding.code for finding in dose.findings}


def test_obesity_shows_the_dose_on_four_weights_and_switches_to_none():
    patient = kd.Patient("102.06 kg", height="165.1 cm", sex="female")
    amounts = [
        kd.calculate_dose(patient, kd.protocols.OLIVER_2022, basis=basis) for basis in ("actual", "ideal", "adjusted", "lean")
    ]
    assert [f"{float(dose.weight):.2f}" for dose in amounts] == ["102.06", "57.00", "75.02", "52.81"]
    assert [f"{float(dose.amount):.1f}" for dose in amounts] == ["51.0", "28.5", "37.5", "26.4"]
    (told,) = [finding for finding in amounts[0].findings if finding.code == "basis.obesity"]
    assert "37.44 kg/m2" in told.message
    for figure in ("actual 51.03 mg", "ideal 28.5 mg", "adjusted 37.51 mg", "lean 26.4 mg"):
        assert figure in told.message
    assert amounts[0].amount == m.Amount("51.03 mg")


def test_feet_and_inches_are_the_same_height():
    assert m.Height("5 ft 5 in") == m.Height("165.1 cm") == m.Height("65 in") == m.Height("1.651 m")


def test_spravato_84_mg_is_three_devices_ten_minutes_apart():
    dose = kd.calculate_dose("70 kg", kd.protocols.SPRAVATO_UNDER_65, level="84 mg")
    plan = kd.plan_devices(dose, product=kd.products.SPRAVATO_28_MG)
    assert (plan.devices, plan.sprays, plan.volume, plan.first_to_last) == (3, 6, m.Volume("0.6 mL"), m.Duration("10 min"))


def test_irwin_is_28_days_and_980_mg():
    course = kd.plan_course("70 kg", kd.protocols.IRWIN_2013, start=date(2026, 1, 5))
    assert len(course.sessions) == 28
    assert {session.dose.amount for session in course.sessions} == {m.Amount("35 mg")}
    assert course.total == m.Amount("980 mg")
    assert course.sessions[-1].date == date(2026, 2, 1)


def test_glue_ascends_by_itself():
    course = kd.plan_course("70 kg", kd.protocols.GLUE_2017, start=date(2026, 1, 5))
    assert [str(session.dose.amount) for session in course.sessions] == ["17.5 mg", "35 mg", "70 mg"]
    assert [session.day for session in course.sessions] == [1, 8, 15]


def test_six_within_21_days_is_twice_a_week_and_says_so():
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start=date(2026, 1, 5))
    assert [session.day for session in course.sessions] == [1, 4, 8, 11, 15, 18]
    assert course.total == m.Amount("210 mg")
    assert course.total_per_weight == m.PerWeight("3 mg/kg")
    assert "course.derived" in {finding.code for finding in course.findings}
    assert course.sessions[-1].date <= date(2026, 1, 25)


def test_own_regimen_is_one_line():
    dose = kd.calculate_dose("83 kg", kd.Regimen("ketamine", "intravenous", "0.6 mg/kg", over="40 min"))
    assert str(dose.amount) == "49.8 mg"
    assert "regimen.unsourced" in {finding.code for finding in dose.findings}


def test_a_stopped_pump_has_delivered_its_share():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", syringe=SYRINGE, pump=PUMP)
    part = infusion.delivered(after="23 min")
    assert part.amount == m.Amount("20.125 mg")
    assert part.amount_left == m.Amount("14.875 mg")
    assert part.volume == m.Volume("57.5 mL")
    assert part.per_weight.value == Fraction(20125, 70000)


@pytest.mark.parametrize("after", ["40 min", "2400 s"])
def test_at_its_end_an_infusion_has_delivered_everything(after):
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL")
    part = infusion.delivered(after=after)
    assert part.amount == infusion.amount
    assert part.volume_left.value == 0


def test_half_up_at_the_hard_limit_is_held_down_at_440_of_1100_weights():
    held = 0
    for tenths in range(400, 1500):
        dose = kd.calculate_dose(f"{tenths // 10}.{tenths % 10} kg", kd.protocols.GLUE_2017, level="1 mg/kg")
        injection = kd.plan_injection(dose, product=VIAL, syringe=SYRINGE)
        assert injection.per_weight <= m.PerWeight("1 mg/kg")
        held += "rounding.held_down" in {finding.code for finding in injection.findings}
    assert held == 440
