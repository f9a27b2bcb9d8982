"""The speed table: each row is ours against a yardstick, both sides interleaved in one run; the median ratio is printed.

    python -m pip install -e ".[bench]"
    python -m benchmarks            # all rows
    python -m benchmarks --rounds 31

Ratios of one process differ from run to run; quote medians of several. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import cycle

import pint
from dateutil.rrule import DAILY, rrule

import ketadose as kd
from ketadose import measures as m
from ketadose.calc.checks import Checked
from ketadose.calc.dose import choose_level, profile_of, read_overrides
from ketadose.calc.weights import about_patient, dosing_weight
from ketadose.findings import settle
from ketadose.measures.reading import read
from ketadose.measures.value import make
from ketadose.records import whole

OLIVER = kd.protocols.OLIVER_2022
CAPPED = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", at_most="30 mg", source=kd.Source.site("SOP 12"))
START = date(2026, 1, 5)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_LONG = kd.Override(("course.high", "window.high"), "the benchmark", "52 sessions")
_NO_NUMPY = "import sys; sys.modules['numpy'] = None; "
_FIRST_DOSE = "import ketadose as kd; str(kd.calculate_dose('70 kg', kd.protocols.OLIVER_2022).working)"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Print the speed table as ratios.")
    parser.add_argument("--rounds", type=int, default=15, help="interleaved rounds of each row (default 15)")
    rounds = parser.parse_args().rounds
    print(f"Python {sys.version.split()[0]}, pint {pint.__version__}, {rounds} rounds; ratios ours / yardstick")
    print(f"{'row':58} {'bar':>6} {'median':>7} {'lowest':>7} {'highest':>7}")
    for row, bar, ratios in (*start_up(rounds), *calls(rounds)):
        low, high = min(ratios), max(ratios)
        print(f"{row:58} {bar:>6} {statistics.median(ratios):7.3f} {low:7.3f} {high:7.3f}")


def start_up(rounds: int) -> Iterator[tuple[str, str, list[float]]]:
    """Import and first dose against `import pint`, bare Python taken off both, NumPy hidden from both."""
    for row, bar, code in (
        ("import ketadose / import pint", "0.05", "import ketadose"),
        ("import to first worked dose / import pint", "0.6", _FIRST_DOSE),
    ):
        ratios = []
        for _ in range(rounds):
            bare, ours, theirs = (_process(_NO_NUMPY + each) for each in ("pass", code, "import pint"))
            ratios.append((ours - bare) / (theirs - bare))
        yield row, bar, ratios


def _process(code: str) -> float:
    """Seconds that the code takes in a new interpreter, the best of three."""
    best = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        best.append(time.perf_counter() - started)
    return min(best)


def calls(rounds: int) -> Iterator[tuple[str, str, list[float]]]:
    """What one call costs against one bare pint multiplication, or against dateutil's list of the same dates."""
    per_weight, weight = pint.Quantity(0.5, "mg/kg"), pint.Quantity(70, "kg")
    weights = cycle([f"{tenths // 10}.{tenths % 10} kg" for tenths in range(400, 1500)])
    quantities = cycle([pint.Quantity(tenths / 10, "kg") for tenths in range(400, 1500)])
    patient = kd.Patient("70 kg")
    dose = kd.calculate_dose(patient, OLIVER)

    def multiply() -> object:
        return per_weight * weight

    def dates() -> object:
        return list(rrule(DAILY, dtstart=datetime(2026, 1, 5), interval=3, count=6))

    def traced() -> object:
        return kd.calculate_dose(kd.Patient(next(weights)), OLIVER)

    def text() -> object:
        return m.PerWeight("0.5 mg/kg")

    def quantity() -> object:
        return read(m.PerWeight, per_weight, "dose")

    rows: tuple[tuple[str, str, Callable[[], object], Callable[[], object]], ...] = (
        ('reading "0.5 mg/kg" / pint multiplication', "0.3", text, multiply),
        ("reading a Quantity / pint multiplication", "0.6", quantity, multiply),
        ("dose from text / pint multiplication", "2", traced, multiply),
        (
            "dose from text, capped, with findings / pint multiplication",
            "3",
            lambda: kd.calculate_dose(kd.Patient(next(weights)), CAPPED),
            multiply,
        ),
        (
            "dose from a Quantity / pint multiplication",
            "2",
            lambda: kd.calculate_dose(kd.Patient(next(quantities)), OLIVER),
            multiply,
        ),
        ("dose traced / the same without records", "1.25", traced, lambda: untraced(next(weights))),
        ("six sessions of a computed dose / dateutil's six dates", "1", lambda: kd.plan_sessions(dose, start=START), dates),
        (
            "six sessions and their dose / dateutil's six dates",
            "2",
            lambda: kd.plan_course(patient, OLIVER, start=START),
            dates,
        ),
    )
    for row, bar, ours, yardstick in rows:
        yield row, bar, [_timed(ours) / _timed(yardstick) for _ in range(rounds)]
    yield from on_a_calendar(rounds, dose, dates)


def on_a_calendar(rounds: int, dose: kd.Dose, dates: Callable[[], object]) -> Iterator[tuple[str, str, list[float]]]:
    """Plans around closures and on a clock, against the same bare dates; and how they grow."""
    closed = kd.Calendar(clinic_days=_WEEKDAYS, closures=["2026-01-12", ("2026-01-26", "2026-01-30")])
    clock = kd.Calendar(zone="Europe/London", at="09:00")
    starts = cycle([START + timedelta(days=7 * week) for week in range(500)])
    shut = kd.Calendar(clinic_days=_WEEKDAYS, closures=[START + timedelta(days=3 + 91 * n) for n in range(40)])
    weekly = [kd.DayPattern.weekly(1, weeks=weeks) for weeks in (26, 52)]
    many, few = (kd.Calendar(closures=[START + timedelta(days=2 + 7 * n) for n in range(count)]) for count in (1000, 10))

    def plan(calendar: kd.Calendar, days: kd.DayPattern | None = None) -> Callable[[], object]:
        return lambda: kd.plan_sessions(dose, start=START, days=days, calendar=calendar, overrides=_LONG)

    def anywhere() -> object:
        return kd.plan_sessions(dose, start=next(starts), calendar=shut)

    rows: tuple[tuple[str, str, Callable[[], object], Callable[[], object], int], ...] = (
        ("six sessions around closures / dateutil's six dates", "-", plan(closed), dates, 300),
        ("six sessions in a time zone / dateutil's six dates", "-", plan(clock), dates, 300),
        ("10,000 plans with closures / 10,000 x dateutil's six dates", "-", anywhere, dates, 10_000),
        ("52 weekly sessions / 26, both around closures", "-", plan(shut, weekly[1]), plan(shut, weekly[0]), 100),
        ("six sessions, 1,000 closures / 10 closures", "-", plan(many), plan(few), 300),
    )
    for row, bar, ours, yardstick, times in rows:
        few_rounds = min(rounds, 3) if times == 10_000 else rounds
        yield row, bar, [_timed(ours, times) / _timed(yardstick, times) for _ in range(few_rounds)]


def untraced(text: str) -> object:
    """The same dose with the same checks, and no Given, Step, Working or Dose: what tracing is measured against."""
    patient = whole(kd.Patient(text), "patient")
    limits = profile_of(OLIVER, None)
    level = choose_level(OLIVER, None)
    weighed = dosing_weight(patient, kd.WeightBasis.ACTUAL)
    amount = make(m.Amount, kd.formulas.dose(level.value, weighed.weight.value))
    checked = Checked(limits, OLIVER, amount, patient.weight)
    found = about_patient(patient, limits) + weighed.findings + checked.findings() + OLIVER.findings
    if OLIVER.ages is not None or OLIVER.first or patient.height is not None:
        raise NotImplementedError
    return settle(found, read_overrides(()), "dose")


def _timed(call: Callable[[], object], times: int = 2000) -> float:
    started = time.perf_counter()
    for _ in range(times):
        call()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
