"""Rows on courses: bare dates, closures, a clock, how they grow, and planning again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle

import ketadose as kd
from benchmarks.doses import OLIVER
from benchmarks.running import NO_BAR, Calls, Row
from benchmarks.yardsticks import dates

_START = date(2026, 1, 5)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_LONG = kd.Override(("course.high", "window.high"), "the benchmark", "52 sessions")
_PATIENT = kd.Patient("70 kg")
_DOSE = kd.calculate_dose(_PATIENT, OLIVER)


def rows() -> tuple[Row, ...]:
    """Six bare dates of dateutil are the yardstick; how plans grow is measured against smaller ones of ours."""
    return (
        Calls("six sessions of a computed dose / dateutil's six dates", "1", _sessions, dates),
        Calls("six sessions and their dose / dateutil's six dates", "2", _course, dates),
        *_on_a_calendar(),
        Calls("planning again after three sessions / dateutil's six dates", NO_BAR, _again(), dates, 20),
    )


def _sessions() -> object:
    return kd.plan_sessions(_DOSE, start=_START)


def _course() -> object:
    return kd.plan_course(_PATIENT, OLIVER, start=_START)


def _on_a_calendar() -> tuple[Row, ...]:
    closed = kd.Calendar(clinic_days=_WEEKDAYS, closures=["2026-01-12", ("2026-01-26", "2026-01-30")])
    clock = kd.Calendar(zone="Europe/London", at="09:00")
    starts = cycle([_START + timedelta(days=7 * week) for week in range(500)])
    shut = kd.Calendar(clinic_days=_WEEKDAYS, closures=[_START + timedelta(days=3 + 91 * n) for n in range(40)])
    half, whole = (kd.DayPattern.weekly(1, weeks=weeks) for weeks in (26, 52))
    few, many = (kd.Calendar(closures=[_START + timedelta(days=2 + 7 * n) for n in range(count)]) for count in (10, 1000))

    def anywhere() -> object:
        return kd.plan_sessions(_DOSE, start=next(starts), calendar=shut)

    return (
        Calls("six sessions around closures / dateutil's six dates", NO_BAR, _planned(closed), dates, 20),
        Calls("six sessions in a time zone / dateutil's six dates", NO_BAR, _planned(clock), dates, 20),
        Calls("plans with closures from 500 dates / dateutil's six dates", NO_BAR, anywhere, dates, 500, turns=3),
        Calls("52 weekly sessions / 26, both around closures", NO_BAR, _planned(shut, whole), _planned(shut, half), 5),
        Calls("six sessions, 1,000 closures / 10 closures", NO_BAR, _planned(many), _planned(few), 20),
    )


def _planned(calendar: kd.Calendar, days: kd.DayPattern | None = None) -> Callable[[], object]:
    return lambda: kd.plan_sessions(_DOSE, start=_START, days=days, calendar=calendar, overrides=(_LONG,))


def _again() -> Callable[[], object]:
    course = kd.plan_course(_PATIENT, OLIVER, start=_START)
    course = course.record(1, "given").record(2, "stopped", amount="21 mg", why="nausea").record(3, "missed", why="a cold")
    return lambda: kd.planning.replan(course, on="2026-01-13", missed="make up")
