"""Records never change, are checked whenever they are made, and go out and come back whole."""

import copy
import json
import pickle
from datetime import UTC, datetime

import attrs
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Evidence
from ketadose.model.conduct import AgeRange
from ketadose.records import Record
from ketadose.terms import Grade

PATIENT = kd.Patient("70 kg", height="172 cm", age="44 years", sex="female", weighed_on="2026-01-02", previous_weight="71 kg")
DOSE = kd.calculate_dose(PATIENT, kd.protocols.OLIVER_2022, by="A. Pharmacist")
INFUSION = kd.plan_infusion(
    DOSE, product=kd.products.KETAMINE_50_MG_PER_ML, added_to="100 mL", syringe=kd.Syringe("0.01 mL"), pump=kd.Pump("1 mL/h")
)
STRONG = kd.Regimen("ketamine", "intravenous", "1.1 mg/kg", over="60 min", at_most="90 mg")
OVERRIDDEN = kd.calculate_dose(PATIENT, STRONG, overrides=kd.Override("per_weight.high", "A. Doctor", "earlier response"))
SPRAY = kd.calculate_dose(PATIENT, kd.protocols.SPRAVATO_UNDER_65, level="56 mg")
GLUE = kd.plan_course(PATIENT, kd.protocols.GLUE_2017, start="2026-01-05")
RECORDS = {
    "patient": PATIENT,
    "dose": DOSE,
    "overridden": OVERRIDDEN,
    "infusion": INFUSION,
    "part": INFUSION.delivered(after="23 min"),
    "injection": kd.plan_injection(GLUE.doses[0], product=kd.products.KETAMINE_50_MG_PER_ML),
    "devices": kd.plan_devices(SPRAY, product=kd.products.SPRAVATO_28_MG),
    "course": GLUE,
    "basis": kd.WeightBasis.ACTUAL.capped("100 kg"),
    "product": kd.products.SPRAVATO_28_MG,
    "syringe": kd.Syringe("0.01 mL", "1 mL"),
    "pump": kd.Pump("0.1 mL/h", "999 mL/h"),
    "profile limit": kd.limits.PSYCHIATRIC_CLINIC.limits[0],
    "formula": kd.formulas.DOSE,
    "protocols": kd.diff_protocols(kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US),
}
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())


@pytest.mark.property(37)
@each_record
def test_a_record_pickles_equal_and_hash_equal(record):
    again = pickle.loads(pickle.dumps(record))
    assert again == record
    assert hash(again) == hash(record)
    assert type(again) is type(record)


@pytest.mark.property(37)
def test_every_protocol_pickles_equal_and_hash_equal():
    for protocol in kd.protocols.ALL:
        again = pickle.loads(pickle.dumps(protocol))
        assert again == protocol
        assert hash(again) == hash(protocol)


@each_record
def test_a_record_copies_equal(record):
    assert copy.copy(record) == record
    assert copy.deepcopy(record) == record


@pytest.mark.property(37)
@each_record
def test_a_record_is_plain_data_as_json(record):
    plain = record.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert "Fraction(" not in json.dumps(plain)


@each_record
def test_a_finished_record_refuses_change(record):
    name = attrs.fields(type(record))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, name, None)
    with pytest.raises(KetadoseError, match="does not change"):
        record.__attrs_pre_init__()


@pytest.mark.parametrize("record", [PATIENT, STRONG, kd.products.SPRAVATO_28_MG, kd.Syringe("0.01 mL"), kd.Pump("1 mL/h")])
def test_evolving_a_record_reads_and_checks_again(record):
    assert attrs.evolve(record) == record


def test_evolving_a_patient_to_nonsense_is_refused():
    with pytest.raises(KetadoseError, match="has a comma"):
        attrs.evolve(PATIENT, weight="70,5 kg")


def test_calling_init_again_changes_nothing():
    patient = kd.Patient("70 kg")
    with pytest.raises(KetadoseError, match="does not change"):
        patient.__init__("80 kg")
    assert patient.weight == m.Weight("70 kg")


def test_guards_hold_with_validators_disabled():
    attrs.validators.set_disabled(True)
    try:
        with pytest.raises(KetadoseError):
            kd.Patient("2000 kg")
        with pytest.raises(KetadoseError):
            kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", "2 mg/kg", over="40 min"))
    finally:
        attrs.validators.set_disabled(False)


def test_a_result_says_which_library_and_which_facts_made_it():
    made = DOSE.to_dict()["made"]
    assert made == {"library": kd.__version__, "catalog": "2026.12", "at": None, "by": "A. Pharmacist"}


def test_only_what_came_out_of_the_calculation_is_taken_for_calculated():
    given = (DOSE, attrs.evolve(DOSE), pickle.loads(pickle.dumps(DOSE)))
    assert [dose.calculated for dose in given] == [True, False, True]


def test_the_stamp_keeps_the_moment_with_its_zone():
    dose = kd.calculate_dose(PATIENT, kd.protocols.OLIVER_2022, at=datetime(2026, 1, 5, 9, tzinfo=UTC))
    assert dose.to_dict()["made"] | {"library": "", "catalog": ""} == {
        "library": "",
        "catalog": "",
        "at": "2026-01-05T09:00:00+00:00",
        "by": "",
    }


def test_a_course_writes_each_different_dose_once():
    plain = kd.plan_course(PATIENT, kd.protocols.IRWIN_2013, start="2026-01-05").to_dict()
    assert len(plain["doses"]) == 1
    assert len(plain["sessions"]) == 28
    assert plain["sessions"][27] == {
        "number": 28,
        "day": 28,
        "date": "2026-02-01",
        "at": None,
        "dose": 0,
        "status": "planned",
        "reason": "its day of the pattern",
    }


def test_the_plain_dose_holds_what_the_dose_holds():
    plain = DOSE.to_dict()
    assert plain["amount"]["exact"] == "35"
    assert plain["per_weight"]["exact"] == "0.5"
    assert plain["amount_rate"]["exact"] == "52.5"
    assert plain["per_weight_rate"]["exact"] == "0.75"
    assert plain["working"][2]["expression"] == "per_weight * weight"
    assert plain["working"][3]["area"] == "psychiatric clinic"


def test_an_age_range_holds_its_lower_end_and_not_its_upper():
    ages = AgeRange(Citation(kd.sources.SPRAVATO_UK, "dosage"), from_age=m.Age("18 years"), under=m.Age("65 years"))
    held = [ages.holds(m.Age(f"{age} years")) for age in ("17.9", "18", "64.9", "65")]
    assert held == [False, True, True, False]
    assert str(ages) == "from 18 years and under 65 years"


def test_evidence_counts_and_cites():
    for grade, participants in ((Grade.OPEN, "many"), (Grade.OPEN, -1), (Grade.OPEN, True), ("open", 3)):
        with pytest.raises(KetadoseError, match="counts its people"):
            Evidence(grade, "trial", "people", participants)


def test_every_record_class_has_the_same_base():
    assert isinstance(PATIENT, Record)
    assert isinstance(GLUE.sessions[0].dose, Record)
