"""A course: dated sessions with their doses, what really happened in them, the totals, and what must be known.

Day 1 is the first session; intervals count calendar days.
"""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import Dose, read_overrides, untouched
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override, settle, settled
from ketadose.measures import Amount, PerWeight
from ketadose.model.calendar import Calendar
from ketadose.model.days import DayPattern
from ketadose.model.patient import Patient
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.planning.clock import Start, starts
from ketadose.planning.constraints import BY_PATTERN, Spacing
from ketadose.planning.dating import judge_dates
from ketadose.planning.doses import different, found_in, of_one
from ketadose.planning.history import Entry, What, standing
from ketadose.planning.recording import find_session, recorded
from ketadose.planning.session import Session
from ketadose.planning.spacing import Counted, order, stale
from ketadose.planning.totals import add_up, count, given_so_far
from ketadose.records import Record, plain, whole
from ketadose.working import Given, Step, Working


@attrs.frozen
class Course(Record):
    """Dated sessions with their doses, and the totals in mg and in mg/kg of actual body weight.

    `pattern` is what it was planned by, `calendar` and `spacing` what the dates had to keep, `history` what has happened, and
    `earlier` the courses before it whose sessions count in rolling windows.
    """

    patient: Patient
    regimen: Regimen
    sessions: tuple[Session, ...]
    total: Amount
    total_per_weight: PerWeight
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    profile: Profile
    pattern: DayPattern
    calendar: Calendar | None = None
    spacing: Spacing = BY_PATTERN
    history: tuple[Entry, ...] = ()
    earlier: tuple[Course, ...] = ()
    _planned: bool = attrs.field(init=False, repr=False, eq=False)
    """Set on what comes out of the planning itself; a copy, changed or not, lacks it and is planned again before printing."""

    def __plain__(self) -> dict[str, Any]:
        doses = self.doses
        sessions = [
            {
                "number": each.number,
                "day": each.day,
                "date": each.date.isoformat(),
                "at": each.at.isoformat("minutes") if each.at else None,
                "dose": doses.index(each.dose),
                "status": self.status(each.number),
                "reason": each.reason,
            }
            for each in self.sessions
        ]
        told = plain(self, "sessions", "steps", "profile", "earlier") | {"area": str(self.profile)}
        told["earlier"] = [str(each) for each in self.earlier]
        doses_told = [dose.__plain__() for dose in doses]
        return {**told, "doses": doses_told, "sessions": sessions, "working": self.working.__plain__()}

    @property
    def working(self) -> Working:
        """The first session and the steps that add up the totals."""
        first = Given("first session", self.start.isoformat(), self.pattern.citation)
        return Working((first, *self.steps))

    @property
    def doses(self) -> tuple[Dose, ...]:
        """The different doses of the course, in their order."""
        return different(session.dose for session in self.sessions)

    @property
    def start(self) -> datetime.date:
        """The date of the first session."""
        return self.sessions[0].date

    @property
    def given(self) -> Amount | None:
        """What was really given so far; None where nothing was."""
        return given_so_far(self.history)

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Every session that counts, in the order of the dates: what was really given, and what is still to come."""
        return count(self.sessions, self.history, self.patient.weight)

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The overrides that the findings carry, each once."""
        return tuple(dict.fromkeys(each.overridden for each in self.findings if each.overridden is not None))

    def session(self, number: int) -> Session:
        """The session of this number.

        Raises `KetadoseError` "history.session".
        """
        return find_session(self.sessions, number)

    def starts(self, number: int) -> Start:
        """When a session starts on the clinic's clock: `.moment`, and `.after("40 min")` in real time.

        Raises `KetadoseError`: "history.session"; "time.unreadable" where the calendar has no time of day.

        >>> import ketadose as kd
        >>> clinic = kd.Calendar(zone="Europe/Berlin", at="09:00")
        >>> course = kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start="2026-03-30", calendar=clinic)
        >>> course.starts(1).moment.isoformat(), course.starts(1).after("40 min").time().isoformat()
        ('2026-03-30T09:00:00+02:00', '09:40:00')
        """
        return starts(self.session(number), self.calendar)

    def status(self, number: int) -> str:
        """What is known of a session: "planned", "given", "partly given", "stopped" or "missed"."""
        entry = standing(self.history).get(self.session(number).number)
        return "planned" if entry is None else str(entry.what.value)

    def record(
        self,
        number: int,
        what: What | str,
        *,
        date: datetime.date | str | None = None,
        amount: object = None,
        why: str = "",
        by: str = "",
        at: datetime.datetime | None = None,
        corrects: bool = False,
        overrides: tuple[Override, ...] = (),
    ) -> Course:
        """The course with one more entry in its history: "given", "partly given", "stopped", "missed" or "moved".

        `date` is when it was given, or to when it is moved; left out, the planned date. `amount` is what was really given:
        the ordered dose for "given" unless it is said, needed for "partly given" and "stopped". An entry about a session that
        has one is refused unless it `corrects` it; both stay. What happened is a fact, so that limits which it passes are
        told and refuse nothing; only "moved" is a plan, and is refused by a new STOP that no `Override` names. No other
        session changes: see `kd.planning.replan`.

        Raises `KetadoseError`: "history.session", "history.order", "history.missing", "date.unreadable", "word.unknown" and a
        "measure." code; `LimitError`.

        >>> import ketadose as kd
        >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
        >>> course = course.record(1, "given").record(2, "stopped", amount="17.5 mg", why="nausea")
        >>> course.status(2), str(course.given)
        ('stopped', '52.5 mg')
        """
        said = {"date": date, "amount": amount, "why": why, "by": by, "at": at, "corrects": corrects}
        sessions, entry = recorded(self.sessions, self.history, number, what, **said)
        given = (*self.overrides, *read_overrides(overrides))
        known = self.findings if entry.what is What.MOVED else None
        setting = Setting(self.calendar, self.spacing, self.earlier)
        return assemble(sessions, self.pattern, given, setting, (*self.history, entry), known=known)

    def __str__(self) -> str:
        first, last = self.sessions[0].date.isoformat(), self.sessions[-1].date.isoformat()
        if len(self.sessions) == 1:
            return f"1 session on {first}, {self.total}"
        return f"{len(self.sessions)} sessions from {first} to {last}, {self.total} in all"


@attrs.define(slots=True, frozen=True)
class Setting:
    """What a course is planned into: the clinic's calendar, the room around its days, and the courses before it."""

    calendar: Calendar | None = None
    spacing: Spacing = BY_PATTERN
    earlier: tuple[Course, ...] = ()

    def __attrs_post_init__(self) -> None:
        several = self.earlier if type(self.earlier) is tuple else (self.earlier,)
        object.__setattr__(self, "earlier", several)
        calendar = () if self.calendar is None else (self.calendar,)
        kinds: tuple[tuple[str, tuple[object, ...], type, str], ...] = (
            ("calendar", calendar, Calendar, "kd.Calendar(...)"),
            ("spacing", (self.spacing,), Spacing, "kd.planning.Spacing(...)"),
            ("earlier", several, Course, "a tuple of courses"),
        )
        for field, given, kind, expected in kinds:
            for each in given:
                if type(each) is not kind:
                    raise KetadoseError(
                        "argument.type", f"{shown(each)} is not what {field} is", field=field, received=each, expected=expected
                    )
                whole(each, field)

    def counted(self) -> tuple[Counted, ...]:
        """The sessions of the courses before, as limits count them."""
        return tuple(counted for course in self.earlier for counted in course.counted)


BARE = Setting()
"""No calendar and nothing before: the days of the pattern as they are."""


def assemble(
    sessions: tuple[Session, ...],
    pattern: DayPattern,
    overrides: tuple[Override, ...],
    setting: Setting,
    history: tuple[Entry, ...] = (),
    *,
    known: tuple[Finding, ...] | None = (),
) -> Course:
    """A course of these sessions: its totals, and its findings on these dates.

    STOPs that are `known` are told again and refuse nothing; None knows them all.
    """
    found = judge_dates(sessions, pattern, setting.calendar, history, setting.counted())
    same = all(session.dose is sessions[0].dose for session in sessions)
    return finish(sessions, same, pattern, overrides, found, setting, history, known)


def finish(
    sessions: tuple[Session, ...],
    same: bool,
    pattern: DayPattern,
    overrides: tuple[Override, ...],
    found: tuple[Finding, ...],
    setting: Setting = BARE,
    history: tuple[Entry, ...] = (),
    known: tuple[Finding, ...] | None = (),
) -> Course:
    """The course, when what must be said of its dates was found."""
    doses = tuple([session.dose for session in sessions])
    first = doses[0]
    totals = add_up(doses, same)
    per_weight = formulas.PER_WEIGHT.step(totals[-1].result, first.patient.weight)
    found = (first.findings if same else found_in(doses)) + pattern.findings + found
    if first.patient.weighed_on is not None:
        found += stale(first.patient.weighed_on, tuple([session.date for session in sessions]))
    if first.regimen.first or pattern.ascending:
        found += order(doses, pattern)
    if known == ():
        findings = settle(found, overrides, "course")
    else:
        settle(tuple(each for each in found if known is not None and each not in known), overrides, "course")
        findings = settled(found, overrides)
    course = Course(
        first.patient,
        first.regimen,
        sessions,
        totals[-1].result,
        per_weight.result,
        (*totals, per_weight),
        findings,
        first.profile,
        pattern,
        setting.calendar,
        setting.spacing,
        history,
        setting.earlier,
    )
    object.__setattr__(course, "_planned", True)
    return course


def unchanged(course: Course) -> Course:
    """The course, if its own doses, dates and history give the same again: nothing of it was edited.

    Raises `KetadoseError`: "record.disagrees", "dose.changed".
    """
    if getattr(whole(course, "course"), "_planned", False):
        return course
    for dose in course.doses:
        untouched(dose)
    again = False
    try:
        setting = Setting(course.calendar, course.spacing, course.earlier)
        days = [(each.date - course.start).days + 1 for each in course.sessions]
        if course.sessions and of_one(course.doses) and days == [each.day for each in course.sessions]:
            again = assemble(course.sessions, course.pattern, course.overrides, setting, course.history, known=None) == course
    except KetadoseError:
        pass
    if not again:
        raise KetadoseError(
            "record.disagrees",
            "this course is not what its own doses and days give",
            field="course",
            received=str(course.total),
            fix="Plan again instead of changing a result",
        )
    return course
