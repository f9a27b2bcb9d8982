"""Courses in a clinic's calendar: the best placement that there is, at first and when a course is planned again."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any, NamedTuple

import ketadose as kd
from ketadose.planning import Spacing, replan
from tests.oracle import course as course_oracle
from tests.oracle import placement as oracle
from tests.properties.grid import Choices, Grid, Told
from tests.strategies import ANYTHING_GOES, SOURCE

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REGIMEN = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", source=SOURCE)
DOSE = kd.calculate_dose("70 kg", REGIMEN)
START = datetime.date(2026, 1, 5)
"""A Monday."""
AHEAD = 60
"""Days after the start that are looked at."""


class Clinic(NamedTuple):
    """Days of the week on which it treats and those it prefers, and closed stretches: first day and length."""

    weekdays: tuple[int, ...]
    preferred: tuple[int, ...]
    closed: tuple[tuple[int, int], ...]

    def open_days(self) -> set[int]:
        shut = {day for first, length in self.closed for day in range(first, first + length)}
        return {day for day in range(AHEAD) if day % 7 in self.weekdays} - shut

    def liked_days(self) -> set[int]:
        return {day for day in range(AHEAD) if not self.preferred or day % 7 in self.preferred}

    def calendar(self) -> kd.Calendar:
        days, preferred = (tuple(WEEKDAYS[day] for day in some) for some in (self.weekdays, self.preferred))
        closures = [(_date(first), _date(first + length - 1)) for first, length in self.closed]
        return kd.Calendar(clinic_days=days, preferred=preferred, closures=closures)


def _date(day: int) -> datetime.date:
    return START + datetime.timedelta(days=day)


def _clinic(choose: Choices) -> Clinic:
    weekdays = tuple(day for day in range(7) if not day or choose.below(3))
    preferred = tuple(day for day in weekdays if choose.one_in(2)) if choose.one_in(3) else ()
    return Clinic(weekdays, preferred, tuple((choose.between(1, 20), choose.between(1, 4)) for _ in range(choose.below(3))))


def _days(choose: Choices, most: int, widest: int) -> tuple[int, ...]:
    days = [0]
    for _ in range(choose.below(most)):
        days.append(days[-1] + choose.between(1, widest))
    return tuple(days)


class Asked(NamedTuple):
    """The days wanted after the first, the clinic, and what the placement is to keep."""

    days: tuple[int, ...]
    clinic: Clinic
    least: int | None
    most: int | None
    in_week: int | None
    span: int | None
    moves: int


def point(index: int) -> Asked:
    choose = Choices(index)
    days = _days(choose, 5, 7)
    least = choose.of((None, None, 1, 2, 3))
    most = choose.of((None, None, None, 4, 6, 9))
    span = choose.of((None, None, days[-1] + choose.between(1, 6)))
    return Asked(days, _clinic(choose), least, most, choose.of((None, None, 1, 2, 3)), span, choose.below(4))


def computed(asked: Asked) -> Told:
    try:
        spacing = Spacing(asked.least, asked.most, asked.in_week, asked.span, asked.moves)
        options: Any = {"calendar": asked.clinic.calendar(), "spacing": spacing, "overrides": ANYTHING_GOES}
        course = kd.plan_sessions(DOSE, start=START, days=tuple(day + 1 for day in asked.days), **options)
    except kd.KetadoseError as error:
        return {"error": "none" if error.code in {"course.impossible", "course.spacing"} else error.code}
    said = sorted((each.code, each.severity.value) for each in course.findings if each.code.startswith(SAID))
    return _placed(course, asked.days) | {"findings": said}


def _placed(course: kd.Course, wanted: tuple[int, ...]) -> Told:
    placed = [(each.date - START).days for each in course.sessions]
    return {"days": placed, "moved": placed != list(wanted)}


def expected(asked: Asked) -> Told:
    gaps = oracle.least_gaps(list(asked.days), [], asked.least)
    week = oracle.week_of(list(asked.days), asked.in_week, asked.least)
    last = None if asked.span is None else asked.span - 1
    wanted, liked = list(asked.days), asked.clinic.liked_days()
    every = oracle.every(wanted, gaps, asked.most, week, last, asked.moves, asked.clinic.open_days())
    best = min(every, key=lambda placed: oracle.cost(placed, wanted, liked), default=None)
    if best is None:
        return {"error": "none"}
    return {"days": list(best), "moved": best != asked.days, "findings": _said(asked.days, best)}


SAID = (*(f"{axis}." for axis in course_oracle.COURSE_AXES), "course.")


def _said(wanted: tuple[int, ...], placed: tuple[int, ...]) -> list[tuple[str, str]]:
    """The limits on the days that were found, that sessions were moved, and that two came closer than any two wanted."""
    days, amounts = [day + 1 for day in placed], [(35, 1)] * len(placed)
    found = course_oracle.findings("ketamine", "intravenous", days, amounts, (70, 1))
    gaps, asked = ([later - before for before, later in pairwise(some)] for some in (placed, wanted))
    found += [("course.moved", "NOTE")] if placed != wanted else []
    return sorted(found + ([("course.closer", "CAUTION")] if gaps and min(gaps) < min(asked) else []))


WANTED = frozenset({"answered", "none", "moved", "course.closer CAUTION", "interval.low CAUTION", "per_week.high STOP"})
PLACING = Grid("placing", 15, point, computed, expected, WANTED)


class Again(NamedTuple):
    """A course of which the first sessions were given, some late or not at all, planned again in another calendar."""

    days: tuple[int, ...]
    given: tuple[int | None, ...]
    on: int
    clinic: Clinic
    moves: int


def again_point(index: int) -> Again:
    choose = Choices(index)
    days = _days(choose, 4, 6)
    days = (*days, days[-1] + choose.between(1, 6))
    done = choose.between(1, len(days) - 1)
    given: list[int | None] = [0]
    for place in range(1, done):
        late = choose.below(days[place + 1] - days[place])
        given.append(days[place] + late if choose.below(4) else None)
    latest = max(days[done - 1], *(day for day in given if day is not None))
    on = choose.between(latest + 1, days[done])
    return Again(days, tuple(given), on, _clinic(choose), choose.below(4))


def again_computed(asked: Again) -> Told:
    pattern = tuple(day + 1 for day in asked.days)
    spacing = Spacing(moves=asked.moves)
    course = kd.plan_sessions(DOSE, start=START, days=pattern, spacing=spacing, overrides=ANYTHING_GOES)
    for number, day in enumerate(asked.given, 1):
        course = course.record(number, "missed") if day is None else course.record(number, "given", date=_date(day))
    try:
        options: Any = {"calendar": asked.clinic.calendar(), "missed": "make up", "overrides": ANYTHING_GOES}
        return _placed(replan(course, on=_date(asked.on), **options), asked.days)
    except kd.KetadoseError as error:
        return {"error": "none" if error.code == "course.impossible" else error.code}


def again_expected(asked: Again) -> Told:
    days, given = list(asked.days), asked.given
    gaps = oracle.least_gaps(days, [], None)
    ahead = [place for place in range(len(days)) if place >= len(given) or given[place] is None]
    wanted = [max(days[place], asked.on) for place in ahead]
    before = tuple(day for day in given if day is not None)
    least, week = [gaps[place - 1] for place in ahead], oracle.week_of(days, None, None)
    options: Any = {"before": before, "earliest": asked.on}
    every = oracle.every(wanted, least, None, week, None, asked.moves, asked.clinic.open_days(), **options)
    liked = asked.clinic.liked_days()
    best = min(every, key=lambda placed: oracle.cost(placed, wanted, liked), default=None)
    if best is None:
        return {"error": "none"}
    everything = sorted((*before, *best))
    return {"days": everything, "moved": everything != days}


REPLANNING = Grid("replanning", 6, again_point, again_computed, again_expected, frozenset({"answered", "none", "moved"}))
