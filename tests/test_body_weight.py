"""What is said of a body weight: in whichever spelling its unit was typed, and by whose figures."""

import pytest

import ketadose as kd
from ketadose.catalog import limits


def found(code, patient):
    return [finding for finding in kd.calculate_dose(patient, kd.protocols.OLIVER_2022).findings if finding.code == code]


@pytest.mark.parametrize("unit", ["lb", "lbs"])
def test_kilograms_typed_as_pounds_are_suspected_in_either_spelling(unit):
    (suspected,) = found("weight.pounds", kd.Patient(f"70 {unit}", height="172 cm"))
    assert "read as kilograms the same number gives 23.66 kg/m2" in suspected.message
    assert found("weight.pounds", kd.Patient(f"154 {unit}", height="172 cm")) == []


def test_what_is_suspected_and_what_is_shown_of_obesity_cite_the_figure_behind_them():
    (suspected,) = found("weight.pounds", kd.Patient("154 kg", height="170 cm"))
    (shown,) = found("basis.obesity", kd.Patient("120 kg", height="170 cm"))
    assert suspected.citation == limits.POUNDS_BMI_FROM.citation
    assert shown.citation == limits.BMI_SHOWN_FROM.citation
