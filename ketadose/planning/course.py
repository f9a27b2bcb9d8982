"""A course: dated sessions with their doses, what really happened in them, the totals, and what must be known.

Day 1 is the first session; intervals count calendar days.
"""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import Dose, read_overrides
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
from ketadose.planning.doses import different, found_in
from ketadose.planning.history import Entry, What, standing
from ketadose.planning.recording import find_session, recorded
from ketadose.planning.session import Session
from ketadose.planning.spacing import Counted, order, stale
from ketadose.planning.totals import add_up, count, given_so_far
from ketadose.records import Record, maker, plain, whole
from ketadose.terms import Severity
from ketadose.working import Given, Step, Working


@attrs.frozen
class Course(Record):
    """Dated sessions with their doses, and the totals in mg and in mg/kg of actual body weight.

    `pattern` is what it was planned by, `dates` the dates of its sessions when it was, `calendar` and `spacing` what they had
    to keep. `history` is what has happened since: every later date stands in it. `earlier` are the courses before it whose
    sessions count in gaps, weeks and rolling windows, `overrides` those that were given.
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
    dates: tuple[datetime.date, ...]
    overrides: tuple[Override, ...] = ()
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
        moved = frozenset({entry.session}) if entry.what is What.MOVED else frozenset()
        return assemble(sessions, self.pattern, given, setting_of(self), self.dates, (*self.history, entry), moved)

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

    def counted(self, regimen: Regimen) -> tuple[Counted, ...]:
        """The sessions of the courses before, as limits on this drug by this route count them."""
        same = (course for course in self.earlier if _same_way(course.regimen, regimen))
        return tuple(attrs.evolve(counted, number=0) for course in same for counted in course.counted)

    def uncounted(self, regimen: Regimen) -> tuple[Finding, ...]:
        """That courses of another drug or by another route count in none of these limits."""
        others = [course.regimen for course in self.earlier if not _same_way(course.regimen, regimen)]
        words = "earlier sessions of {} {} are not counted in the limits of {} {}"
        return tuple(
            Finding("course.uncounted", Severity.CAUTION, words, None, (*_way(other), *_way(regimen)))
            for other in dict.fromkeys(others)
        )


def _way(regimen: Regimen) -> tuple[str, str]:
    return regimen.drug.value, regimen.route.value


def _same_way(one: Regimen, other: Regimen) -> bool:
    return _way(one) == _way(other)


BARE = Setting()
"""No calendar and nothing before: the days of the pattern as they are."""
_make = maker(Course)


def setting_of(course: Course) -> Setting:
    """What a course was planned into."""
    return Setting(course.calendar, course.spacing, course.earlier)


def assemble(
    sessions: tuple[Session, ...],
    pattern: DayPattern,
    overrides: tuple[Override, ...],
    setting: Setting,
    dates: tuple[datetime.date, ...],
    history: tuple[Entry, ...] = (),
    at_stake: frozenset[int] | None = None,
) -> Course:
    """A course of these sessions: its totals, and its findings on these dates.

    Only STOPs that concern the sessions `at_stake` refuse it, by default all that are to come; with none of them nothing does.
    """
    regimen = sessions[0].dose.regimen
    judged = judge_dates(sessions, pattern, setting.calendar, history, setting.counted(regimen), at_stake)
    same = all(session.dose is sessions[0].dose for session in sessions)
    found = judged.told + setting.uncounted(regimen)
    refusing = None if at_stake == frozenset() else judged.refusing
    return finish(sessions, same, pattern, overrides, found, refusing, setting, dates, history)


def finish(
    sessions: tuple[Session, ...],
    same: bool,
    pattern: DayPattern,
    overrides: tuple[Override, ...],
    found: tuple[Finding, ...],
    refusing: tuple[Finding, ...] | None,
    setting: Setting,
    dates: tuple[datetime.date, ...],
    history: tuple[Entry, ...] = (),
) -> Course:
    """The course, when what must be said of its dates was found; None of it refuses facts."""
    first = sessions[0].dose
    doses = (first,) * len(sessions) if same else tuple(session.dose for session in sessions)
    totals = add_up(doses, same)
    per_weight = formulas.PER_WEIGHT.step(totals[-1].result, first.patient.weight)
    about = (first.findings if same else found_in(doses)) + pattern.findings
    if first.patient.weighed_on is not None:
        about += stale(first.patient.weighed_on, tuple([session.date for session in sessions]))
    if first.regimen.first or first.regimen.step is not None or pattern.ascending:
        about += order(doses, pattern)
    if refusing is found:
        findings = settle(about + found, overrides, "course")
    else:
        quiet = tuple(each for each in found if each.severity is not Severity.STOP and each not in (refusing or ()))
        settle(() if refusing is None else about + refusing + quiet, overrides, "course")
        findings = settled(about + found, overrides)
    return _make(
        first.patient,
        first.regimen,
        sessions,
        totals[-1].result,
        per_weight.result,
        (*totals, per_weight),
        findings,
        first.profile,
        pattern,
        dates,
        overrides,
        setting.calendar,
        setting.spacing,
        history,
        setting.earlier,
        True,
    )
