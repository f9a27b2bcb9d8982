"""drugdose, a dosing calculator for emergency services: its nearest calls to ours, as its own pages write them."""

from __future__ import annotations

from drugdose import Patient, calculate_dose, calculate_drip


def dose(kilograms: float) -> object:
    """The least intravenous dose of ketamine of its table, with its warnings."""
    return calculate_dose("ketamine", Patient(weight_kg=kilograms, age_years=42), route="IV", dose_fraction=0.0)


def drip() -> object:
    """Its pump rate for what Oliver 2022 gives: 0.5 mg/kg in 40 min, of 35 mg in 100 mL."""
    patient = Patient(weight_kg=70, age_years=42)
    return calculate_drip("ketamine", patient, 0.75, "mg/kg/hr", concentration_mg_ml=0.35, bag_volume_ml=100)
