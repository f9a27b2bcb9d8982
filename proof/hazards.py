"""The hazards the design must keep controlled, each with the test that meets it: `python -m proof.hazards`."""

from __future__ import annotations

import argparse
import sys

from proof.records import begin, finish
from proof.suite import cases

HAZARDS = {
    "tenfold overdose: a comma, a zero, a unit": "test_a_tenfold_overdose",
    "pounds taken as kilograms": "test_pounds_taken_as_kilograms",
    "the wrong strength of vial: 10, 50 or 100 mg/mL": "test_the_wrong_strength_of_vial",
    "minutes taken as hours": "test_minutes_taken_as_hours",
    "rounding above a maximum": "test_rounding_above_a_maximum",
    "NaN, which passes every comparison": "test_nan_passes_every_comparison",
    "limits switched off": "test_limits_switched_off",
    "a unit that was redefined": "test_a_unit_that_was_redefined",
    "the total of a course given as one dose": "test_the_total_of_a_course_given_as_one_dose",
    "a dose per kilogram given as a total": "test_a_dose_per_kilogram_given_as_a_total",
    "sessions too close together": "test_sessions_too_close_together",
    "the racemate for esketamine": "test_the_racemate_for_esketamine",
    "the base for its salt": "test_the_base_for_its_salt",
    "bioavailability misused": "test_bioavailability_misused",
    "a stale weight": "test_a_stale_weight",
    "a number without a source": "test_a_number_without_a_source",
    "an answer without its working": "test_an_answer_without_its_working",
    "a version that drifts": "test_a_version_that_drifts",
    "denial of service by text": "test_denial_of_service_by_text",
}
"""Each hazard, and the name of its test in tests/test_hazards.py."""


def main() -> int:
    """Run the tests and keep how each ended; 1 where one fails."""
    argparse.ArgumentParser(description="Run the test of each hazard.").parse_args()
    started = begin()
    ended = cases(["tests/test_hazards.py", "-n", "0"])
    controlled = {hazard: ended.get(test, False) for hazard, test in HAZARDS.items()}
    finish("hazards", "python -m proof.hazards", started, {"controlled": controlled}).save()
    print(f"{sum(controlled.values())} of {len(controlled)} hazards controlled")
    return 0 if all(controlled.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
