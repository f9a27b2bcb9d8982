"""How the sessions of a course follow each other: against their source, the limits, and the age of the weight."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

import attrs

from ketadose.calc.dose import Dose
from ketadose.catalog.limits import STALE_DAYS
from ketadose.evidence import Standing
from ketadose.findings import Finding, Limit, exact, passed
from ketadose.measures import Measure, PerWeight
from ketadose.measures.value import make
from ketadose.model.days import DayPattern
from ketadose.model.profile import Rules
from ketadose.planning.room import WEEK
from ketadose.records import Frozen
from ketadose.terms import Severity


def stale(weighed: datetime.date, dates: tuple[datetime.date, ...]) -> tuple[Finding, ...]:
    """A CAUTION where the weight is older than a session allows, or dated after the first."""
    allowed = exact(STALE_DAYS.value)
    old = [date for date in dates if (date - weighed).days > allowed]
    if weighed > dates[0]:
        message = f"the weight is dated {weighed.isoformat()}, after the first session on {dates[0].isoformat()}"
        return (Finding("weight.stale", Severity.CAUTION, message),)
    if not old:
        return ()
    days = (old[0] - weighed).days
    message = f"on {old[0].isoformat()} the weight is {days} days old, more than {allowed} ({Standing.OURS.value})"
    return (Finding("weight.stale", Severity.CAUTION, message, STALE_DAYS.citation),)


def order(doses: tuple[Dose, ...], pattern: DayPattern) -> tuple[Finding, ...]:
    """Whether the course starts as the source does, rises as it does, and changes by no more than its step."""
    regimen, levels = doses[0].regimen, [dose.level for dose in doses]
    found: tuple[Finding, ...] = ()
    if regimen.first and levels[0] not in regimen.first:
        choices = " or ".join(str(level) for level in regimen.first)
        words = "the first session is {}; the source starts with {}"
        found += (Finding("dose.first", Severity.STOP, words, regimen.citation, (levels[0], choices)),)
    step = regimen.step
    for before, after in pairwise(levels):
        if step is not None and abs(after.value - before.value) > step.value:
            words = "the dose goes from {} to {}; the source changes it by {} at a time"
            found += (Finding("course.step", Severity.STOP, words, regimen.citation, (before, after, step)),)
    if pattern.ascending and levels != list(regimen.doses[: len(levels)]):
        words = "the source raises the dose: {}; this course gives {}"
        figures = tuple(", ".join(str(level) for level in each) for each in (regimen.doses[: len(levels)], levels))
        found += (Finding("course.order", Severity.CAUTION, words, pattern.citation, figures),)
    return found


@attrs.define(slots=True, frozen=True)
class Counted(Frozen):
    """A session as limits on a course count it: the ordinal of its date, its mg/kg, its number, and whether it was given.

    The number is 0 for a session of an earlier course.
    """

    day: int
    per_weight: Fraction
    number: int = 0
    done: bool = True


def in_order(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    """The sessions in the order of their days."""
    return tuple(sorted(counted, key=attrgetter("day")))


def against(doses: tuple[Dose, ...], pattern: DayPattern, same: bool) -> tuple[Finding, ...]:
    """The course on the days of its pattern against the limits on intervals, weeks, sessions in all, and rolling totals."""
    dose = doses[0]
    rules, count = dose.rules, len(doses)
    broken = _broken(rules, pattern.shortest_gap, pattern.most_in(WEEK), count)
    (weight, weight_by), (amount, amount_by) = (
        dose.patient.weight.value.as_integer_ratio(),
        dose.amount.value.as_integer_ratio(),
    )
    over, under = amount * weight_by, amount_by * weight
    for limit in rules.window:
        if not (same and limit.inside(pattern.most_in(limit.window) * over, under)):
            broken += _window(limit, largest(_on_days(doses, pattern), limit.window))
    if not broken and (count == 1 or rules.course_bounded):
        return ()
    return _told(broken, dose, count)


def against_dates(
    dose: Dose, own: tuple[Counted, ...], earlier: tuple[Counted, ...], at_stake: frozenset[int]
) -> tuple[Finding, ...]:
    """The same for sessions on any dates, with those of earlier courses, which count in everything but the course itself.

    Only gaps, weeks and windows in which one of the sessions `at_stake` lies, by their numbers.
    """
    counted = in_order((*own, *earlier))
    stake = [each.number in at_stake for each in counted]
    near = zip(pairwise(counted), pairwise(stake), strict=True)
    gap = min((later.day - before.day for (before, later), either in near if any(either)), default=None)
    weeks = [(each.day, Fraction(1)) for each in counted]
    broken = _broken(dose.rules, gap, int(largest(weeks, WEEK, stake)) or None, len(own) if any(stake) else None)
    doses = [(each.day, each.per_weight) for each in counted]
    for limit in dose.rules.window:
        broken += _window(limit, largest(doses, limit.window, stake))
    return _told(broken, dose, len(counted) if any(stake) else 0)


_Broken = list[tuple[Limit, Measure | int, str]]


def _broken(rules: Rules, gap: int | None, most: int | None, count: int | None) -> _Broken:
    counted = (
        (rules.interval, gap, "days between two sessions:"),
        (rules.per_week, most, "sessions in seven days:"),
        (rules.course, count, "sessions in the course:"),
    )
    return [
        (limit, figure, what)
        for limits, figure, what in counted
        if figure is not None
        for limit in limits
        if not limit.inside(figure, 1)
    ]


def _told(broken: _Broken, dose: Dose, count: int) -> tuple[Finding, ...]:
    found = tuple([passed(limit, figure, what, dose.area) for limit, figure, what in broken])
    if count > 1 and not dose.rules.course_bounded:
        what = f"{dose.regimen.drug.value} {dose.regimen.route.value} in {dose.area.place}"
        message = f"no limits on intervals, sessions or totals are known for {what}: the course was not checked"
        found += (Finding("course.no_limits", Severity.STOP, message),)
    return found


def _on_days(doses: tuple[Dose, ...], pattern: DayPattern) -> list[tuple[int, Fraction]]:
    return [(day, exact(dose.amount) / dose.patient.weight.value) for day, dose in zip(pattern.days, doses, strict=True)]


def _window(limit: Limit, total: Fraction) -> _Broken:
    """The total in so many days in a row, where it is past the limit."""
    if not total or limit.inside(*total.as_integer_ratio()):
        return []
    return [(limit, make(PerWeight, total), f"total dose in {limit.window} days")]


def largest(sessions: list[tuple[int, Fraction]], span: int, counts: list[bool] | None = None) -> Fraction:
    """The most in any `span` days in a row of what is given on rising days; only where one of those that count lies in them."""
    most = total = Fraction(0)
    first = inside = 0
    for place, (day, amount) in enumerate(sessions):
        total += amount
        inside += counts is None or counts[place]
        while sessions[first][0] <= day - span:
            total -= sessions[first][1]
            inside -= counts is None or counts[first]
            first += 1
        if inside:
            most = max(most, total)
    return most
