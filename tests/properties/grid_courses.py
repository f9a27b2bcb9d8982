"""Courses on the days of a pattern: dates, totals, every limit on gaps, weeks and windows, and the source's own order."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from tests.oracle import clocks, limits, units
from tests.oracle import course as oracle
from tests.oracle.floats import nearest
from tests.oracle.pairs import Pair, div, mul, total
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair
from tests.strategies import ANYTHING_GOES, SOURCE

WAYS = (("ketamine", "intravenous"),) * 4 + tuple(
    (drug, route)
    for drug in ("ketamine", "esketamine")
    for route in ("intravenous", "subcutaneous", "intramuscular", "oral", "sublingual")
)
AREAS = (limits.HERE,) * 7 + ("chronic pain", "emergency suicidality", "anaesthesia")
LEVELS = ("0.1 mg/kg", "0.25 mg/kg", "0.5 mg/kg", "0.75 mg/kg", "1 mg/kg", "1.1 mg/kg")
PATTERNS = 60
"""So many patterns of days, each with a third of the sources that there could be."""
FIRST = clocks.day_number(2020, 1, 1)


class Source(NamedTuple):
    """A regimen as a source has it: where, its days, whether its doses rise, those to start with, and its step."""

    drug: str
    route: str
    area: str
    days: tuple[int, ...]
    ascending: bool
    first: tuple[str, ...]
    step: str | None


class Asked(NamedTuple):
    """Who, by which source, from which day since 1970 on, which dose each time, and since which day the weight is known."""

    weight: str
    source: Source
    start: int
    levels: tuple[str, ...]
    weighed: int | None


def point(index: int) -> Asked:
    choose = Choices(index)
    weight, start = choose.weight(), FIRST + choose.below(20_000)
    source = _source(choose.below(PATTERNS), *choose.of(WAYS), choose.of(AREAS))
    weighed = start + choose.between(-30, 3) if choose.one_in(4) else None
    if choose.one_in(2):
        levels = (choose.of(LEVELS),) * len(source.days)
    elif source.ascending and choose.one_in(2):
        levels = LEVELS[: len(source.days)]
    else:
        levels = tuple(choose.of(LEVELS) for _ in source.days)
    return Asked(weight, source, start, levels, weighed)


@cache
def _source(number: int, drug: str, route: str, area: str) -> Source:
    choose = Choices(number)
    widest = choose.of((2, 4, 8, 15))
    days = [1]
    for _ in range(choose.below(13)):
        days.append(days[-1] + choose.between(1, widest))
    ascending = len(days) <= len(LEVELS) and choose.one_in(3)
    first = choose.of(((), (), LEVELS[:1], LEVELS[1:3]))
    return Source(drug, route, area, tuple(days), ascending, first, choose.of((None, None, "0.25 mg/kg", "0.5 mg/kg")))


@cache
def _regimen(source: Source) -> kd.Regimen:
    days = kd.DayPattern(source.days, kd.Citation(SOURCE, "page 3"), ascending=source.ascending)
    return kd.Regimen(
        source.drug,
        source.route,
        LEVELS,
        over="100 min" if source.route == "intravenous" else None,
        days=days,
        first=source.first,
        step=source.step,
        area=source.area,
        source=SOURCE,
    )


def computed(asked: Asked) -> Told:
    try:
        patient = kd.Patient(asked.weight, weighed_on=asked.weighed and _date(asked.weighed))
        options: Any = {"start": _date(asked.start), "levels": asked.levels, "overrides": ANYTHING_GOES}
        plan = kd.plan_course(patient, _regimen(asked.source), **options)
    except kd.LimitError as error:
        return {"error": "limit.stop", "findings": _about_course(error.findings)}
    told: Told = {"total": pair(plan.total), "mg/kg": pair(plan.total_per_weight), "float total": float_of(plan.total)}
    told |= {"days": [each.day for each in plan.sessions], "dates": [_number(each.date) for each in plan.sessions]}
    return told | {"each": [pair(each.dose.amount) for each in plan.sessions], "findings": _about_course(plan.findings)}


def _date(day: int) -> datetime.date:
    return datetime.date(*clocks.fields(day * clocks.DAY)[:3])


def _number(date: datetime.date) -> int:
    return clocks.day_number(date.year, date.month, date.day)


OF_A_COURSE = (*(f"{axis}." for axis in oracle.COURSE_AXES), "weight.stale", "dose.first")


def _about_course(findings: Any) -> list[tuple[str, str]]:
    """What is said of the sessions together; that one dose is not for the first session is a NOTE on that dose."""
    said = ((each.code, "wall" if each.final else each.severity.value) for each in findings)
    return sorted(each for each in said if each[0].startswith(OF_A_COURSE) and each[1] != "NOTE")


def expected(asked: Asked) -> Told:
    source, kg = asked.source, units.weight(asked.weight)
    levels = [units.level(level)[1] for level in asked.levels]
    amounts = [mul(kg, level) for level in levels]
    days = list(source.days)
    if any(_walled(source, amount, kg) for amount in set(amounts)):
        return {"error": "limit.stop", "findings": []}
    dates = [asked.start + day - 1 for day in days]
    found = oracle.findings(source.drug, source.route, days, amounts, kg, source.area)
    found += oracle.unchecked(source.drug, source.route, len(days), source.area)
    found += oracle.order(_typed(source), levels)
    found += [] if asked.weighed is None else oracle.stale(asked.weighed, dates)
    summed = total(amounts)
    told: Told = {"total": summed, "mg/kg": div(summed, kg), "float total": nearest(summed)}
    return told | {"days": days, "dates": dates, "each": amounts, "findings": sorted(found)}


def _walled(source: Source, mg: Pair, kg: Pair) -> bool:
    minutes = (100, 1) if source.route == "intravenous" else None
    found = limits.judged(source.drug, source.route, mg, kg, minutes, source.area)
    return any(severity == "wall" for _, severity in found)


@cache
def _typed(source: Source) -> oracle.Source:
    doses, first = (tuple(units.level(each)[1] for each in some) for some in (LEVELS, source.first))
    return oracle.Source(doses, first, source.step and units.level(source.step)[1], source.ascending)


WANTED = {"interval.low CAUTION", "per_week.high CAUTION", "per_week.high STOP", "course.high CAUTION", "course.high STOP"}
WANTED |= {"window.high CAUTION", "window.high STOP", "course.no_limits STOP", "weight.stale CAUTION", "dose.first STOP"}
WANTED |= {"course.step STOP", "course.order CAUTION", "answered", "limit.stop"}
COURSES = Grid("courses", 100, point, computed, expected, frozenset(WANTED))
