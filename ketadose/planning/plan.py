"""Planning a course: the dose of each session, and a date for each on which the clinic treats."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

from ketadose.calc.dose import Dose, calculate_dose, read_overrides, untouched
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Override
from ketadose.model.calendar import Calendar
from ketadose.model.days import DayPattern, read_days
from ketadose.model.patient import Patient, WeightBasis, read_date
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.planning.constraints import BY_PATTERN, Spacing
from ketadose.planning.course import BARE, Course, Setting, assemble, finish, setting_of
from ketadose.planning.dating import dates_of
from ketadose.planning.impossible import refuse
from ketadose.planning.placing import first_open, place
from ketadose.planning.reasons import why_moved
from ketadose.planning.session import Session, make_session
from ketadose.planning.spacing import against
from ketadose.records import whole
from ketadose.terms import CareArea


def plan_course(
    patient: Patient | object,
    regimen: Regimen,
    *,
    start: datetime.date | str,
    levels: object = None,
    sessions: int | None = None,
    days: DayPattern | tuple[int, ...] | None = None,
    calendar: Calendar | None = None,
    spacing: Spacing = BY_PATTERN,
    earlier: tuple[Course, ...] = (),
    basis: WeightBasis | str = WeightBasis.ACTUAL,
    profile: Profile | CareArea | str | None = None,
    overrides: tuple[Override, ...] = (),
    at: datetime.datetime | None = None,
    by: str = "",
) -> Course:
    """The sessions of a regimen's own pattern of days, from `start`, each with its dose and a date on which the clinic treats.

    `levels` chooses the dose where the source leaves it open: one for all sessions, or a sequence with one for each; an
    ascending protocol needs none. `sessions` plans fewer than the source's number ("up to six"). `days` plans by other days
    than the regimen's own, such as `kd.DayPattern.weekly(2, weeks=4)`. Totals add the sessions.

    With a `calendar`, every session lies on a day on which the clinic treats, within what `spacing` allows: the fewest
    sessions on days of the week that are not preferred, then the fewest days moved in all; each session that is moved says
    why. The first session is on `start`. `earlier` courses of the patient count in the gap, the week and rolling windows.

    Findings: those of the doses, "course.derived", "course.condition", "course.order", "course.step" (STOP), "dose.first"
    (STOP), "weight.stale", "course.other_days", "course.moved", "course.closer", "course.span", "course.holidays",
    "course.uncounted", "clock.gap", "clock.twice", and the axes "interval.", "per_week.", "course." and "window.".

    Raises `KetadoseError`: "course.pattern", "course.tiers", "course.start", "course.spacing", "tier.needed", "tier.unknown",
    "date.unreadable", "argument.type" and those of `calculate_dose`; `PlacementError` "course.impossible" with what would do;
    `LimitError` on a STOP that no `Override` names.

    >>> import ketadose as kd
    >>> course = kd.plan_course(kd.Patient("70 kg"), kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> print(course)
    6 sessions from 2026-01-05 to 2026-01-22, 210 mg in all
    >>> [session.day for session in course.sessions]
    [1, 4, 8, 11, 15, 18]
    >>> clinic = kd.Calendar(clinic_days=("Monday", "Tuesday", "Thursday", "Friday"), closures=["2026-01-12"])
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05", calendar=clinic)
    >>> print(course.sessions[2].date, course.sessions[2].reason, sep="; ")
    2026-01-13; 1 day later: 2026-01-12 is closed
    """
    patient = whole(patient, "patient") if type(patient) is Patient else Patient(patient)
    pattern = pattern_of(regimen, days, sessions)
    chosen = _levels(regimen, levels, pattern)
    given = read_overrides(overrides)
    options: dict[str, Any] = {"basis": basis, "profile": profile, "overrides": given, "at": at, "by": by}
    doses = _doses(patient, regimen, chosen, options)
    same = all([dose is doses[0] for dose in doses])  # noqa: C419 - a list is faster here
    setting = BARE
    if calendar is not None or spacing is not BY_PATTERN or type(earlier) is not tuple or earlier or days is not None:
        setting = Setting(calendar, spacing, earlier)
    return plan_doses(doses, same, pattern, read_date(start, "start"), given, setting)


def _doses(patient: Patient, regimen: Regimen, levels: tuple[Any, ...], options: dict[str, Any]) -> tuple[Dose, ...]:
    """The dose of each session: one and the same record where it is the same dose."""
    doses = [calculate_dose(patient, regimen, level=levels[0], **options)]
    for before, level in pairwise(levels):
        if level is before:
            doses.append(doses[-1])
            continue
        dose = calculate_dose(patient, regimen, level=level, **options)
        doses.append(next((earlier for earlier in doses if earlier == dose), dose))
    return tuple(doses)


def plan_sessions(
    dose: Dose,
    *,
    start: datetime.date | str,
    sessions: int | None = None,
    days: DayPattern | tuple[int, ...] | None = None,
    calendar: Calendar | None = None,
    spacing: Spacing = BY_PATTERN,
    earlier: tuple[Course, ...] = (),
    overrides: tuple[Override, ...] = (),
) -> Course:
    """The same dose at every session of its regimen's pattern of days, or of other `days`.

    Arguments, findings and errors are those of `plan_course`.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.MURROUGH_2013_REPEATED)
    >>> print(kd.plan_sessions(dose, start="2026-01-05"))
    6 sessions from 2026-01-05 to 2026-01-16, 210 mg in all
    """
    if type(dose) is not Dose:
        raise KetadoseError(
            "argument.type", f"{shown(dose)} is not a dose", field="dose", received=dose, fix="Use kd.calculate_dose(...)"
        )
    if not whole(dose, "dose").calculated:
        untouched(dose)
    pattern = pattern_of(dose.regimen, days, sessions)
    setting = BARE
    if calendar is not None or spacing is not BY_PATTERN or type(earlier) is not tuple or earlier or days is not None:
        setting = Setting(calendar, spacing, earlier)
    return plan_doses((dose,) * len(pattern.days), True, pattern, read_date(start, "start"), read_overrides(overrides), setting)


def pattern_of(regimen: object, days: object, sessions: int | None) -> DayPattern:
    """The days to plan by: those given, else the regimen's own, or the first so many of them.

    Raises `KetadoseError`: "course.pattern", "regimen.pattern".
    """
    if type(days) is DayPattern:
        pattern: DayPattern | None = whole(days, "days")
    elif days is not None:
        pattern = DayPattern(read_days(days), whole(regimen, "regimen").citation)
    else:
        pattern = whole(regimen, "regimen").days if type(regimen) is Regimen else None
    if pattern is None:
        what = regimen.label if type(regimen) is Regimen else shown(regimen)
        raise KetadoseError(
            "course.pattern",
            f"{what} has no pattern of days",
            field="regimen",
            received=what,
            fix="Write days=(1, 4, 8, 11)",
        )
    if sessions is None:
        return pattern
    if type(sessions) is not int or not 1 <= sessions <= len(pattern.days):
        raise KetadoseError(
            "course.pattern",
            f"{shown(sessions)} is no number of sessions of this pattern",
            field="sessions",
            received=sessions,
            expected=f"a whole number from 1 to {len(pattern.days)}",
        )
    return pattern.shortened(sessions)


def _levels(regimen: Regimen, levels: Any, pattern: DayPattern) -> tuple[Any, ...]:
    """One level for each session: the only one, the ascending ones, one for all, or as many as there are sessions."""
    count = len(pattern.days)
    if levels is None:
        if pattern.ascending and count <= len(regimen.doses):
            return regimen.doses[:count]
        return (regimen.doses[0] if len(regimen.doses) == 1 else None,) * count
    if type(levels) not in {tuple, list}:
        return (levels,) * count
    if len(levels) != count:
        raise KetadoseError(
            "course.tiers",
            f"{len(levels)} doses were given for {count} sessions",
            field="levels",
            received=len(levels),
            expected=f"one dose, or a sequence of {count}",
        )
    return tuple(levels)


def plan_doses(
    doses: tuple[Dose, ...],
    same: bool,
    pattern: DayPattern,
    start: datetime.date,
    overrides: tuple[Override, ...],
    setting: Setting,
) -> Course:
    """The sessions of a pattern with these doses, dated."""
    numbers = range(1, len(doses) + 1)
    if setting is BARE:
        dates = dates_of(pattern, start)
        given = zip(numbers, pattern.days, dates, doses, strict=True)
        sessions = tuple([make_session(number, day, date, dose, "", None) for number, day, date, dose in given])
        found = against(doses, pattern, same)
        return finish(sessions, same, pattern, overrides, found, found, BARE, dates)
    calendar, spacing = setting.calendar, setting.spacing
    spacing.check(pattern)
    dates_of(pattern, start)
    if calendar is not None and (why := calendar.closed(start)):
        raise KetadoseError(
            "course.start",
            f"the clinic does not treat on {start.isoformat()}: {why}",
            field="start",
            received=start.isoformat(),
            fix=f"Start on {first_open(calendar, start).isoformat()}",
        )
    wanted = spacing.wanted(pattern, start.toordinal())
    placed = place(wanted, calendar)
    if placed is None:
        refuse(wanted, calendar, tuple(numbers))
    before = start.toordinal() - 1
    at = None if calendar is None else calendar.at
    whys = why_moved(wanted, calendar, placed, tuple(numbers))
    sessions = tuple(
        Session(number, day - before, datetime.date.fromordinal(day), dose, why, at)
        for number, day, dose, why in zip(numbers, placed.days, doses, whys, strict=True)
    )
    return assemble(sessions, pattern, overrides, setting, tuple(each.date for each in sessions))


def planned_again(course: Course) -> Course:
    """The course as it is planned from its own doses, pattern and start, before anything has happened.

    Raises what planning raises.
    """
    doses = tuple(session.dose for session in course.sessions)
    same = all(dose is doses[0] for dose in doses)
    return plan_doses(doses, same, course.pattern, course.start, course.overrides, setting_of(course))
