"""Each hazard the design must keep controlled, met where a user would meet it: typed in, ordered or planned.

One test a hazard, as `proof/hazards.py` lists them; the parts each rests on have tests of their own.
"""

import os
import subprocess
import sys
from datetime import date

import pint
import pytest

import ketadose as kd
from ketadose.calc.salt import hydrochloride_of
from proof.hazards import HAZARDS
from tests.strategies import infusion

OLIVER = kd.protocols.OLIVER_2022
SAFE = "0.5 mg/kg"
ON_PAPER = {"drug": "ketamine", "route": "intravenous", "amount": "35 mg", "weight": "70 kg", "over": "40 min"}
"""An order that agrees with the protocol; each hazard puts its own mistake into it."""
OLD = date(2025, 11, 1)
START = date(2026, 1, 5)


def verified(**mistake: object) -> str:
    """What is printed of the order with the mistake in it."""
    return str(kd.verify_order(kd.Order(**(ON_PAPER | mistake)), protocol=OLIVER, patient=kd.Patient("70 kg")))


def refused(call: object, *given: object, **more: object) -> kd.KetadoseError:
    with pytest.raises(kd.KetadoseError) as caught:
        call(*given, **more)
    return caught.value


def codes(result: object) -> list[str]:
    return [finding.code for finding in result.findings]


def test_an_order_without_a_mistake_agrees():
    assert verified().startswith("AGREES")


def test_a_tenfold_overdose():
    assert refused(kd.calculate_dose, "70,5 kg", OLIVER).fix == "Write 70.5 kg if that is meant"
    assert refused(infusion, ".5 mg/kg").fix == "Write 0.5 mg/kg if that is meant"
    assert "per_weight.high" in codes(refused(kd.calculate_dose, "70 kg", infusion("5 mg/kg")))
    assert "a decimal point has moved: dose 350 mg, probably meant 35 mg" in verified(amount="350 mg")


def test_pounds_taken_as_kilograms():
    assert "weight.converted" in codes(kd.calculate_dose("154 lb", OLIVER))
    assert "weight.pounds_unchecked" in codes(kd.calculate_dose("154 kg", OLIVER))
    assert "weight.pounds" in codes(kd.calculate_dose(kd.Patient("154 kg", previous_weight="70 kg"), OLIVER))
    assert "pounds and kilograms were taken for each other" in verified(weight="154 kg")


def test_the_wrong_strength_of_vial():
    dose = kd.calculate_dose("70 kg", OLIVER)
    for strength, volume in (("10", "3.5 mL"), ("50", "0.7 mL"), ("100", "0.35 mL")):
        product = getattr(kd.products, f"KETAMINE_{strength}_MG_PER_ML")
        infusion = kd.plan_infusion(dose, product=product, made_up_to="100 mL", syringe=kd.Syringe("0.01 mL"))
        assert str(infusion.draw.volume) == volume
    assert "a vial of another strength was meant" in verified(concentration="100 mg/mL", volume="0.7 mL")
    assert refused(kd.plan_infusion, dose, product="50 mg/mL", made_up_to="100 mL").field == "product"


def test_minutes_taken_as_hours():
    assert "duration.high" in codes(refused(kd.calculate_dose, "70 kg", infusion(SAFE, "40 h")))
    assert "hours and minutes were taken for each other: duration 40 h" in verified(over="40 h")


def test_rounding_above_a_maximum():
    dose = kd.calculate_dose("70.3 kg", infusion("1 mg/kg"))
    infused = kd.plan_infusion(
        dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL", syringe=kd.Syringe("0.01 mL")
    )
    assert "rounding.held_down" in codes(infused)
    assert infused.amount < dose.amount


def test_nan_passes_every_comparison():
    for nan in (float("nan"), pint.Quantity(float("nan"), "kg"), "nan kg"):
        assert refused(kd.Patient, nan).field == "weight"


def test_limits_switched_off():
    program = """
import attrs, ketadose as kd
attrs.validators.set_disabled(True)
own = kd.Regimen("ketamine", "intravenous", "2 mg/kg", over="90 min")
try:
    print(kd.calculate_dose("70 kg", own))
except kd.LimitError as error:
    print(error.code)
try:
    print(kd.calculate_dose("70 kg", own, overrides=kd.Override("per_weight.high", "", "")))
except kd.KetadoseError as error:
    print(error.code)
"""
    said = subprocess.run([sys.executable, "-O", "-c", program], capture_output=True, text=True, check=True, env=os.environ)
    assert said.stdout.split() == ["limit.stop", "override.incomplete"]


def test_a_unit_that_was_redefined():
    registry = pint.UnitRegistry()
    weight = registry.Quantity(70, "kg")
    assert str(kd.Patient(weight).weight) == "70 kg"
    registry.define("kilogram = 2 * gram")
    assert refused(kd.Patient, weight).code == "measure.registry"


def test_the_total_of_a_course_given_as_one_dose():
    course = kd.plan_course("70 kg", OLIVER, start=START)
    assert str(course.total) == "210 mg"
    assert "the total of the course and one dose were taken for each other" in verified(amount=course.total)
    assert refused(kd.plan_infusion, course, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL").field == "dose"


def test_a_dose_per_kilogram_given_as_a_total():
    assert "a figure per kilogram and a total were taken for each other: dose 0.5 mg" in verified(amount="0.5 mg")
    assert refused(kd.Order, **(ON_PAPER | {"amount": "0.5 mg/kg"})).field == "amount"


def test_sessions_too_close_together():
    daily = kd.DayPattern.daily(6)
    assert "per_week.high" in codes(refused(kd.plan_course, "70 kg", OLIVER, start=START, days=daily))
    assert "per_week.high" in verified(sessions=6, span=6)


def test_the_racemate_for_esketamine():
    spray = kd.Regimen("esketamine", "intravenous", "0.2 mg/kg", over="40 min", source=kd.Source.site("SOP 12"))
    dose = kd.calculate_dose("70 kg", spray)
    ordered = refused(kd.plan_infusion, dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
    assert ordered.code == "product.drug"
    assert "racemic ketamine and esketamine were taken for each other" in verified(drug="esketamine")


def test_the_base_for_its_salt():
    salt = hydrochloride_of("35 mg", "ketamine")
    assert str(salt.amount).startswith("40.3")
    assert "base and hydrochloride were taken for each other" in verified(amount="40.36 mg")


def test_bioavailability_misused():
    oral = kd.Regimen("ketamine", "oral", SAFE, source=kd.Source.site("SOP 12"))
    answer = kd.systemic_amount(kd.calculate_dose("70 kg", oral))
    assert answer.low < answer.high
    assert refused(kd.plan_infusion, answer, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL").field == "dose"
    assert "the dose of one route is given by another" in verified(route="oral")


def test_a_stale_weight():
    course = kd.plan_course(kd.Patient("70 kg", weighed_on=OLD), OLIVER, start=START)
    assert "weight.stale" in codes(course)
    assert "weight.stale" not in codes(kd.plan_course(kd.Patient("70 kg", weighed_on=START), OLIVER, start=START))


def test_a_number_without_a_source():
    assert refused(kd.Citation, None, "table 2").code == "source.incomplete"
    unsourced = kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", SAFE, over="40 min"))
    assert "regimen.unsourced" in codes(unsourced)
    assert "site, unpublished" in str(unsourced.working)


def test_an_answer_without_its_working():
    dose = kd.calculate_dose("70 kg", OLIVER)
    assert "0.5 mg/kg × 70 kg = 35 mg" in str(dose.working)
    assert "21m14336" in str(dose.working)
    assert dose.to_dict()["working"]


def test_a_version_that_drifts():
    made = kd.calculate_dose("70 kg", OLIVER).made
    assert made.library == kd.__version__
    assert made.catalog


def test_denial_of_service_by_text():
    for text in ("9" * 1_000_000 + " kg", "1e999999999 kg", " " * 1_000_000, "0." + "0" * 60 + "1 kg"):
        assert len(str(refused(kd.Patient, text))) < 300


def test_each_hazard_has_its_test():
    here = [name for name in globals() if name.startswith("test_")]
    beside = {"test_an_order_without_a_mistake_agrees", "test_each_hazard_has_its_test"}
    assert sorted(HAZARDS.values()) == sorted(set(here) - beside)
