"""How the sessions of a course follow each other: against their source, the limits, and the age of the weight."""

from __future__ import annotations

import datetime
from itertools import pairwise

from ketadose.calc.dose import Dose
from ketadose.catalog.limits import STALE_DAYS
from ketadose.evidence import Standing
from ketadose.findings import Finding, Limit, exact, passed
from ketadose.measures import Measure, PerWeight
from ketadose.measures.value import make
from ketadose.model.days import DayPattern
from ketadose.model.profile import Rules
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


def against(doses: tuple[Dose, ...], pattern: DayPattern, same: bool) -> tuple[Finding, ...]:
    """The course against the limits on intervals, sessions a week, sessions in all, and rolling totals."""
    dose = doses[0]
    rules = dose.rules
    broken: list[tuple[Limit, Measure | int, str]] = []
    gap, most, count = pattern.shortest_gap, pattern.most_in(7), len(doses)
    if gap is not None:
        broken += [(limit, gap, "days between two sessions:") for limit in rules.interval if not limit.inside(gap, 1)]
    broken += [(limit, most, "sessions in seven days:") for limit in rules.per_week if not limit.inside(most, 1)]
    broken += [(limit, count, "sessions in the course:") for limit in rules.course if not limit.inside(count, 1)]
    if rules.window:
        broken += _windows(rules, doses, pattern, same)
    found = tuple([passed(limit, figure, what, dose.area) for limit, figure, what in broken])
    if count > 1 and not rules.course_bounded:
        what = f"{dose.regimen.drug.value} {dose.regimen.route.value} in {dose.area.place}"
        message = f"no limits on intervals, sessions or totals are known for {what}: the course was not checked"
        found += (Finding("course.no_limits", Severity.STOP, message),)
    return found


def _windows(rules: Rules, doses: tuple[Dose, ...], pattern: DayPattern, same: bool) -> list[tuple[Limit, Measure | int, str]]:
    weight, amount = doses[0].patient.weight.value, doses[0].amount.value
    over, under = amount.numerator * weight.denominator, amount.denominator * weight.numerator
    broken: list[tuple[Limit, Measure | int, str]] = []
    for limit in rules.window:
        span = limit.window
        if same and limit.inside(pattern.most_in(span) * over, under):
            continue
        total = max(
            sum(exact(dose.amount) for day, dose in zip(pattern.days, doses, strict=True) if first <= day < first + span)
            for first in pattern.days
        )
        figure = make(PerWeight, total / weight)
        if not limit.inside(*figure.value.as_integer_ratio()):
            broken.append((limit, figure, f"total dose in {span} days"))
    return broken
