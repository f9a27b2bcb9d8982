"""A course: the dates of a protocol's own pattern of days, the dose of each session, and the totals.

Day 1 is the first session; intervals count calendar days.
"""

from __future__ import annotations

import datetime
from itertools import starmap
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import Dose, calculate_dose, read_overrides, untouched
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override, settle
from ketadose.measures import Amount, PerWeight
from ketadose.measures.value import make
from ketadose.model.days import DayPattern
from ketadose.model.patient import Patient, WeightBasis, read_date
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.planning.spacing import against, order, stale
from ketadose.records import Record, plain, whole
from ketadose.terms import CareArea
from ketadose.working import Given, Step, Working


@attrs.define(slots=True, frozen=True)
class Session:
    """One session: its number, its day (day 1 is the first session), its date and its dose."""

    number: int
    day: int
    date: datetime.date
    dose: Dose

    def __str__(self) -> str:
        return f"{self.number}. {self.date.isoformat()} (day {self.day}): {self.dose}"


@attrs.frozen
class Course(Record):
    """Dated sessions with their doses, and the totals in mg and in mg/kg of actual body weight."""

    patient: Patient
    regimen: Regimen
    sessions: tuple[Session, ...]
    total: Amount
    total_per_weight: PerWeight
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    profile: Profile
    _planned: bool = attrs.field(init=False, repr=False, eq=False)
    """Set on what comes out of the planning itself; a copy, changed or not, lacks it and is planned again before printing."""

    def __plain__(self) -> dict[str, Any]:
        doses = self.doses
        sessions = [
            {"number": each.number, "day": each.day, "date": each.date.isoformat(), "dose": doses.index(each.dose)}
            for each in self.sessions
        ]
        told = plain(self, "sessions", "steps", "profile") | {"area": str(self.profile)}
        doses_told = [dose.__plain__() for dose in doses]
        return {**told, "doses": doses_told, "sessions": sessions, "working": self.working.__plain__()}

    @property
    def working(self) -> Working:
        """The first session and the steps that add up the totals."""
        days = self.regimen.days
        first = Given("first session", self.start.isoformat(), days.citation if days else None)
        return Working((first, *self.steps))

    @property
    def doses(self) -> tuple[Dose, ...]:
        """The different doses of the course, in their order."""
        different: list[Dose] = []
        for session in self.sessions:
            if not any(session.dose is dose for dose in different):
                different.append(session.dose)
        return tuple(different)

    @property
    def start(self) -> datetime.date:
        """The date of the first session."""
        return self.sessions[0].date

    def __str__(self) -> str:
        first, last = self.sessions[0].date.isoformat(), self.sessions[-1].date.isoformat()
        if len(self.sessions) == 1:
            return f"1 session on {first}, {self.total}"
        return f"{len(self.sessions)} sessions from {first} to {last}, {self.total} in all"


def plan_course(
    patient: Patient | object,
    regimen: Regimen,
    *,
    start: datetime.date | str,
    levels: object = None,
    sessions: int | None = None,
    basis: WeightBasis | str = WeightBasis.ACTUAL,
    profile: Profile | CareArea | str | None = None,
    overrides: tuple[Override, ...] = (),
    at: datetime.datetime | None = None,
    by: str = "",
) -> Course:
    """The sessions of a regimen's own pattern of days, from `start`, each with its dose.

    `levels` chooses the dose where the source leaves it open: one for all sessions, or a sequence with one for each; an
    ascending protocol needs none. `sessions` plans fewer than the source's number ("up to six"). Totals add the sessions.

    Findings: those of the doses, "course.derived", "course.order", "course.step" (STOP), "dose.first" (STOP),
    "weight.stale", and the axes "interval.", "per_week.", "course." and "window.".

    Raises `KetadoseError`: "course.pattern", "course.tiers", "tier.needed", "tier.unknown", "date.unreadable" and those
    of `calculate_dose`; `LimitError` on a STOP that no `Override` names.

    >>> import ketadose as kd
    >>> course = kd.plan_course(kd.Patient("70 kg"), kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> print(course)
    6 sessions from 2026-01-05 to 2026-01-22, 210 mg in all
    >>> [session.day for session in course.sessions]
    [1, 4, 8, 11, 15, 18]
    """
    patient = whole(patient, "patient") if type(patient) is Patient else Patient(patient)
    pattern = _pattern(regimen, sessions)
    chosen = _levels(regimen, levels, len(pattern.days))
    given = read_overrides(overrides)
    options: dict[str, Any] = {"basis": basis, "profile": profile, "overrides": given, "at": at, "by": by}
    doses = [calculate_dose(patient, regimen, level=chosen[0], **options)]
    for number in range(1, len(chosen)):
        again = chosen[number] is chosen[number - 1]
        doses.append(doses[-1] if again else _dose(doses, patient, regimen, chosen[number], options))
    same = all(dose is doses[0] for dose in doses)
    return _course(tuple(doses), same, pattern, read_date(start, "start"), given)


def _dose(doses: list[Dose], patient: Patient, regimen: Regimen, level: object, options: dict[str, Any]) -> Dose:
    """The dose of the level: the one that an earlier session has, or a new one."""
    dose = calculate_dose(patient, regimen, level=level, **options)
    return next((earlier for earlier in doses if earlier == dose), dose)


def plan_sessions(
    dose: Dose, *, start: datetime.date | str, sessions: int | None = None, overrides: tuple[Override, ...] = ()
) -> Course:
    """The same dose at every session of its regimen's pattern of days.

    Findings and errors are those of `plan_course`.

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
    pattern = _pattern(dose.regimen, sessions)
    return _course((dose,) * len(pattern.days), True, pattern, read_date(start, "start"), read_overrides(overrides))


def _pattern(regimen: object, sessions: int | None) -> DayPattern:
    pattern: DayPattern | None = whole(regimen, "regimen").days if type(regimen) is Regimen else None
    if pattern is None:
        what = regimen.label if type(regimen) is Regimen else shown(regimen)
        raise KetadoseError(
            "course.pattern",
            f"{what} has no pattern of days",
            field="regimen",
            received=what,
            fix="Write kd.Regimen(..., days=(1, 4, 8, 11))",
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


def _levels(regimen: Regimen, levels: Any, count: int) -> tuple[Any, ...]:
    """One level for each session: the only one, the ascending ones, one for all, or as many as there are sessions."""
    if levels is None:
        if regimen.days is not None and regimen.days.ascending:
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


def _course(
    doses: tuple[Dose, ...], same: bool, pattern: DayPattern, start: datetime.date, overrides: tuple[Override, ...]
) -> Course:
    first = doses[0]
    dates = _dates(pattern, start)
    numbers = range(1, len(doses) + 1)
    sessions = tuple(starmap(Session, zip(numbers, pattern.days, dates, doses, strict=True)))
    totals = _totals(doses, same)
    per_weight = formulas.PER_WEIGHT.step(totals[-1].result, first.patient.weight)
    found = first.findings if same else _of_all(doses)
    found += pattern.findings + against(doses, pattern, same)
    if first.patient.weighed_on is not None:
        found += stale(first.patient.weighed_on, dates)
    if first.regimen.first or pattern.ascending:
        found += order(doses, pattern)
    findings = settle(found, overrides, "course")
    course = Course(
        first.patient,
        first.regimen,
        sessions,
        totals[-1].result,
        per_weight.result,
        (*totals, per_weight),
        findings,
        first.profile,
    )
    object.__setattr__(course, "_planned", True)
    return course


def unchanged(course: Course) -> Course:
    """The course, if planning its own doses on its own days again gives the same: nothing of it was edited.

    Raises `KetadoseError`: "record.disagrees", "dose.changed".
    """
    if getattr(whole(course, "course"), "_planned", False):
        return course
    doses = tuple(untouched(session.dose) for session in course.sessions)
    overrides = tuple(finding.overridden for finding in course.findings if finding.overridden is not None)
    try:
        days = attrs.evolve(_pattern(course.regimen, None), days=tuple(session.day for session in course.sessions))
        same = all(dose is doses[0] for dose in doses)
        again = _of_one(doses) and _course(doses, same, days, course.start, overrides) == course
    except (KetadoseError, IndexError):
        again = False
    if not again:
        raise KetadoseError(
            "record.disagrees",
            "this course is not what its own doses and days give",
            field="course",
            received=str(course.total),
            fix="Plan again instead of changing a result",
        )
    return course


def _of_one(doses: tuple[Dose, ...]) -> bool:
    """Whether all are doses of one patient by one regimen, judged by the same limits."""
    one, *others = ((each.patient, each.regimen, each.profile, each.basis) for each in doses)
    return all(each == one for each in others)


def _of_all(doses: tuple[Dose, ...]) -> tuple[Finding, ...]:
    """The findings of different doses, each once; that a dose is not for the first session, the course judges itself."""
    told = dict.fromkeys(finding for dose in doses for finding in dose.findings)
    return tuple(finding for finding in told if finding.code != "dose.first")


def _dates(pattern: DayPattern, start: datetime.date) -> tuple[datetime.date, ...]:
    before = start.toordinal() - 1
    if before + pattern.days[-1] > datetime.date.max.toordinal():
        raise KetadoseError(
            "date.unreadable", "the course would end after the calendar does", field="start", received=start.isoformat()
        )
    return tuple([datetime.date.fromordinal(before + day) for day in pattern.days])


def _totals(doses: tuple[Dose, ...], same: bool) -> tuple[Step, ...]:
    """The steps that add up the sessions: equal ones multiplied, then one group to the next."""
    if same:
        return (formulas.REPEATED.step(doses[0].amount, len(doses)),)
    groups: dict[Any, int] = {}
    for dose in doses:
        groups[dose.amount.value] = groups.get(dose.amount.value, 0) + 1
    steps: list[Step] = []
    total: Step | None = None
    for value, count in groups.items():
        group = formulas.REPEATED(make(Amount, value), count)
        total = group if total is None else formulas.TOGETHER(total.result, group.result)
        steps.extend([group] if total is group else [group, total])
    return tuple(steps)
