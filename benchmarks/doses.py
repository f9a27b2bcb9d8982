"""Rows on reading a measure and on the dose of one session."""

from __future__ import annotations

from itertools import cycle

import ketadose as kd
from benchmarks import peers, yardsticks
from benchmarks.running import NO_BAR, Calls, Row
from benchmarks.yardsticks import Q, multiply
from ketadose import formulas
from ketadose.calc.checks import against_limits
from ketadose.calc.dose import choose_level, profile_of, read_overrides
from ketadose.calc.weights import about_patient, dosing_weight
from ketadose.findings import settle
from ketadose.measures import Amount, PerWeight
from ketadose.measures.reading import read
from ketadose.measures.value import make
from ketadose.records import whole

OLIVER = kd.protocols.OLIVER_2022
_CAPPED = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", at_most="30 mg", source=kd.Source.site("SOP 12"))
_tenths = range(400, 1500)
_texts = cycle([f"{tenths // 10}.{tenths % 10} kg" for tenths in _tenths])
_quantities = cycle([Q(tenths / 10, "kg") for tenths in _tenths])
_kilograms = cycle([tenths / 10 for tenths in _tenths])


def rows() -> tuple[Row, ...]:
    """Each weight is a new text or Quantity, so that nothing can be remembered."""
    return (
        Calls('reading "0.5 mg/kg" / pint multiplication', "0.3", lambda: PerWeight("0.5 mg/kg"), multiply),
        Calls("reading a Quantity / pint multiplication", "0.6", lambda: read(PerWeight, yardsticks.LEVEL, "dose"), multiply),
        Calls("dose from text / pint multiplication", "2", traced, multiply),
        Calls("dose from text, capped, with findings / pint multiplication", "3", _capped, multiply),
        Calls("dose from a Quantity / pint multiplication", "2", _from_quantity, multiply),
        Calls("dose traced / the same without records", "1.25", traced, untraced),
        Calls("a naive pint version of a dose / pint multiplication", NO_BAR, _naive, multiply, 20),
        Calls("dose from text / a naive pint version", NO_BAR, traced, _naive, 20),
        Calls("dose from text / drugdose", NO_BAR, traced, lambda: peers.dose(next(_kilograms))),
    )


def traced() -> object:
    """A dose from text, checked, with its working."""
    return kd.calculate_dose(kd.Patient(next(_texts)), OLIVER)


def untraced() -> object:
    """The same dose with the same checks, and no Given, Step, Working or Dose: what tracing is measured against."""
    patient = whole(kd.Patient(next(_texts)), "patient")
    limits = profile_of(OLIVER, None)
    level = choose_level(OLIVER, None)
    weighed = dosing_weight(patient, kd.WeightBasis.ACTUAL)
    amount = make(Amount, formulas.dose(level.value, weighed.weight.value))
    checked = against_limits(limits, OLIVER, amount, patient.weight)
    found = about_patient(patient, limits) + weighed.findings + checked + OLIVER.findings
    if OLIVER.ages is not None or OLIVER.first or patient.height is not None:
        raise NotImplementedError
    return settle(found, read_overrides(()), "dose")


def _capped() -> object:
    return kd.calculate_dose(kd.Patient(next(_texts)), _CAPPED)


def _from_quantity() -> object:
    return kd.calculate_dose(kd.Patient(next(_quantities)), OLIVER)


def _naive() -> object:
    return yardsticks.dose(next(_texts))
