"""Everything that is printed obeys the rules for safe doses; reports say what the records say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from tests.ismp import RULES, faults
from tests.strategies import ANYTHING_GOES

VIAL = kd.products.KETAMINE_50_MG_PER_ML
ESKETAMINE = kd.Product("esketamine", "25 mg/mL", "2 mL", routes=("intravenous",), source=kd.Source.site("Pharmacy 7"))
SOLUTION = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",), source=kd.Source.site("Pharmacy 7"))
LEVELS = {"SPRAVATO_FROM_65": ("28 mg", "56 mg", *["84 mg"] * 6)}
PLANNED = [each for each in kd.protocols.ALL if each.days and each.doses]


def levels_of(protocol):
    """One level for each session, or the first that the source starts with."""
    if protocol.days.ascending or len(protocol.doses) == 1:
        return None
    return LEVELS.get(protocol.name, str((protocol.first or protocol.doses)[0]))


def prepared(dose, syringe="0.01 mL", pump="1 mL/h", bag="100 mL"):
    route = dose.regimen.route
    vial = ESKETAMINE if dose.regimen.drug is kd.ESKETAMINE else VIAL
    if route is kd.Route.INTRANASAL:
        return kd.plan_devices(dose, product=kd.products.SPRAVATO_28_MG)
    if route is kd.Route.ORAL:
        return kd.plan_oral(dose, product=SOLUTION, syringe=kd.Syringe(syringe))
    if dose.regimen.over is None:
        return kd.plan_injection(dose, product=vial, syringe=kd.Syringe(syringe))
    return kd.plan_infusion(
        dose, product=vial, added_to=bag, line_volume="2 mL", syringe=kd.Syringe(syringe), pump=kd.Pump(pump)
    )


def everything(protocol, weight, **more):
    patient = kd.Patient(weight, height="172 cm", sex="female", previous_weight="70 kg", weight_origin="stated")
    options = {"levels": levels_of(protocol), "overrides": ANYTHING_GOES, **more}
    course = kd.plan_course(patient, protocol, start="2026-01-05", **options)
    sprayed = protocol.route is kd.Route.INTRANASAL and protocol.drug is kd.KETAMINE  # there is no product to prepare
    preparations = [] if sprayed else [prepared(dose) for dose in course.doses]
    yield kd.report.text(course, prepared=preparations)
    for preparation in preparations:
        yield kd.report.text(preparation)
        yield str(preparation)
        if hasattr(preparation, "delivered"):
            yield kd.report.text(preparation.delivered(after="12.5 min"))
    for dose in course.doses:
        yield kd.report.text(dose, working=False)


WEIGHTS = ("70.3 kg", "154 lb", "149.9 kg", "3333 oz", "40 kg", "11 st")


@pytest.mark.parametrize("weight", WEIGHTS[: max(2, settings().max_examples // 25)])  # two, or all where CI asks for more
def test_no_report_breaks_a_rule(weight):
    for protocol in PLANNED:
        for text in everything(protocol, weight):
            assert (protocol.name, faults(text)) == (protocol.name, [])


@given(st.fractions(min_value="1/100000", max_value=200000))
def test_no_measure_breaks_a_rule(value):
    for kind in (m.Amount, m.Volume, m.Concentration, m.PerWeightRate, m.Duration):
        measure = kind(value, None)
        assert faults(str(measure)) == []
        assert faults(measure.in_full()) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("no leading zero", "give .5 mg"),
        ("trailing zero", "give 5.0 mg"),
        ("no space before the unit", "give 5mg"),
        ("no comma from 1,000", "give 1000 mg"),
        ("exponent", "give 1e3 mg"),
        ("micro sign", "5 \u00b5g"),
        ("ml or cc", "5 cc"),
        ("route abbreviated", "5 mg IV"),
        ("minus zero", "-0 %"),
        ("units abbreviated", "5 U"),
    ],
)
def test_the_linter_sees_each_fault(rule, text):
    assert rule in RULES
    assert any(fault.startswith(rule) for fault in faults(text))


def test_the_weight_is_printed_in_kilograms_and_in_pounds():
    assert "Patient: 70 kg = 154.3 lb (rounded)" in kd.report.text(kd.calculate_dose("70 kg", kd.protocols.TAYLOR_2018))


def test_what_speaks_against_a_treatment_is_printed_with_it():
    text = kd.report.text(kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg"))
    assert "against: Loo et al. 2023 (KADS)" in text


def test_a_basis_other_than_the_actual_weight_is_named_with_the_dose():
    patient = kd.Patient("90 kg", height="172 cm", sex="male", age="40 years")
    text = kd.report.text(kd.calculate_dose(patient, kd.protocols.TAYLOR_2018, basis="adjusted"))
    assert "adjusted weight) (0.4" in text
    assert "mg/kg (rounded) of actual weight; " in text


def test_waste_is_named_for_single_use_only():
    ampoule = kd.Product("ketamine", "50 mg/mL", "2 mL", routes=("intramuscular",), single_use=True)
    dose = kd.calculate_dose("70 kg", kd.protocols.LOO_2016_INTRAMUSCULAR, level="0.5 mg/kg")
    single = kd.plan_injection(dose, product=ampoule, syringe=kd.Syringe("0.01 mL"))
    assert single.draw.waste == m.Amount("65 mg")
    assert "waste: 1.3 mL = 65 mg" in kd.report.text(single)
    assert "left in the vial: 9.3 mL = 465 mg" in kd.report.text(prepared(dose))


def test_two_vials_are_two_vials():
    dose = kd.calculate_dose("90 kg", kd.protocols.GLUE_2017, level="1 mg/kg")
    small = kd.Product("ketamine", "50 mg/mL", "1 mL", routes=("intramuscular",))
    assert "2 vials of 1 mL; left in the vial: 0.2 mL = 10 mg" in kd.report.text(kd.plan_injection(dose, product=small))


def test_a_preparation_of_another_patient_is_refused():
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    other = kd.calculate_dose("71 kg", kd.protocols.OLIVER_2022)
    with pytest.raises(kd.KetadoseError, match="prepares no dose of this course"):
        kd.report.text(course, prepared=[kd.plan_infusion(other, product=VIAL, made_up_to="100 mL")])


def test_a_preparation_of_an_equal_dose_is_told_with_the_course():
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    again = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    text = kd.report.text(course, prepared=kd.plan_infusion(again, product=VIAL, made_up_to="100 mL"))
    assert "Pump: 100 mL at 150 mL/h" in text


def test_a_figure_beside_a_limit_shows_the_digits_that_differ():
    dose = kd.Regimen("ketamine", "intravenous", "0.7500001 mg/kg", over="60 min")
    (told,) = [f.message for f in kd.calculate_dose("70 kg", dose).findings if f.code == "per_weight.high"]
    assert "0.7500001 mg/kg is above 0.75 mg/kg" in told


def test_only_results_are_told():
    with pytest.raises(kd.KetadoseError, match="not a result to print"):
        kd.report.text("35 mg")


def test_short_forms_say_the_essential():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL")
    assert str(infusion.delivered(after="20 min")) == "17.5 mg of 35 mg after 20 min, 17.5 mg not delivered"
    assert str(kd.limits.STALE_DAYS) == "28 days"
    assert str(kd.limits.SUBCUTANEOUS_SITE) == "1.5 mL"


def test_a_deviation_is_no_quantity():
    deviation = m.Deviation("1 %")
    with pytest.raises(kd.errors.KindError, match="no pint Quantity"):
        _ = deviation.quantity


def test_a_capped_dose_does_not_print_a_product_that_is_not_its_own():
    """0.4 mg/kg of 105 kg is 42 mg: beside 40 mg the line must say that a cap came between."""
    regimen = kd.Regimen("ketamine", "intramuscular", "0.4 mg/kg", at_most="40 mg")
    dose = kd.calculate_dose("120 kg", regimen, basis=kd.WeightBasis.ACTUAL.capped("105 kg"))
    (line,) = [line for line in kd.report.text(dose, working=False).splitlines() if line.startswith("Dose: ")]
    assert "0.4 mg/kg of 105 kg, actual weight, at most 105 kg, capped at 40 mg" in line


def test_a_bag_says_how_it_is_made_in_either_way():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    syringe = kd.Syringe("0.01 mL")
    made_up = kd.report.text(kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", syringe=syringe), working=False)
    added = kd.report.text(kd.plan_infusion(dose, product=VIAL, added_to="100 mL", syringe=syringe), working=False)
    assert "Bag: 0.7 mL of drug made up to 100 mL with 99.3 mL of diluent; 0.35 mg/mL" in made_up
    assert "Bag: 0.7 mL of drug added to 100 mL = 100.7 mL; 0.3476 mg/mL (rounded) (nominal 0.35 mg/mL)" in added
