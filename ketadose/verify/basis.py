"""The weights on which a patient's dose may be calculated, in other words than those that calculate it."""

from __future__ import annotations

from fractions import Fraction

from ketadose.catalog.limits import BASIS_ADJUSTED, BASIS_IDEAL, BASIS_LEAN, ORDER_HUNDREDFOLD
from ketadose.findings import exact
from ketadose.measures import Height
from ketadose.model.patient import Patient, Scalar
from ketadose.terms import Sex

_WOMEN, _MEN, _AN_INCH, _OVER, _INCH = (exact(bound.value) for bound in BASIS_IDEAL)
_TIMES, _WOMEN_AT, _WOMEN_BMI, _MEN_AT, _MEN_BMI = (exact(bound.value) for bound in BASIS_LEAN)
_PART = exact(BASIS_ADJUSTED.value) / exact(ORDER_HUNDREDFOLD.value)
_METRE = Height.units.by_text["m"].numerator


def weights_of(patient: Patient) -> dict[Scalar, Fraction]:
    """The patient's weight in kg on each basis that the record has the figures for, the actual one first.

    >>> import ketadose as kd
    >>> patient = kd.Patient("100 kg", height="5 ft 10 in", sex="male")
    >>> {basis.value: float(weight) for basis, weight in weights_of(patient).items()}
    {'actual': 100.0, 'ideal': 73.0, 'adjusted': 83.8, 'lean': 68.6...}
    """
    actual = patient.weight.value
    found = {Scalar.ACTUAL: actual}
    if patient.height is None or patient.sex is None:
        return found
    height, female = patient.height.value, patient.sex is Sex.FEMALE
    ideal = (_WOMEN if female else _MEN) + _AN_INCH * (height - _OVER) / _INCH
    index = actual * _METRE * _METRE / (height * height)
    below = _WOMEN_AT + _WOMEN_BMI * index if female else _MEN_AT + _MEN_BMI * index
    if ideal > 0:
        found |= {Scalar.IDEAL: ideal, Scalar.ADJUSTED: ideal + _PART * (actual - ideal)}
    return found | {Scalar.LEAN: _TIMES * actual / below}
