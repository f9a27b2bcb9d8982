"""Planning again from a date on: what has happened stays, what is to come finds new dates, and what changed is told."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose.calc.dose import calculate_dose, read_overrides
from ketadose.errors import KetadoseError
from ketadose.findings import Override
from ketadose.model.calendar import Calendar
from ketadose.model.patient import read_date
from ketadose.planning.constraints import Spacing
from ketadose.planning.course import Course, Setting, assemble
from ketadose.planning.history import Entry, What, standing
from ketadose.planning.impossible import refuse
from ketadose.planning.placing import first_open, place
from ketadose.planning.plan import plan_doses
from ketadose.planning.reasons import why_moved
from ketadose.planning.room import Wanted
from ketadose.planning.session import Session, numbered
from ketadose.planning.unedited import course_of, unchanged
from ketadose.records import Frozen
from ketadose.terms import Word, read_word


class Missed(Word):
    """What to do about sessions that were missed."""

    MAKE_UP = "make up"
    LEAVE_OUT = "leave out"


def replan(
    course: Course,
    *,
    on: datetime.date | str,
    missed: Missed | str | None = None,
    calendar: Calendar | None = None,
    spacing: Spacing | None = None,
    levels: object = None,
    overrides: tuple[Override, ...] = (),
) -> Course:
    """The course planned again from the date `on`: only sessions to come change, and each says why.

    Every session before `on` has to be on record. Sessions that were given stay as they were. `missed` says what to do about
    those that were not: "make up" gives them a new date and moves the others as little as need be, "leave out" drops them.
    `calendar` and `spacing` take the place of the course's own; gaps and the week are kept with what was given, and the span
    counts from the first session that was. `levels` is one dose for all sessions to come, or one for each of them. A session
    keeps its number. Where nothing was given yet, the course starts anew on the first day the clinic treats.

    Findings are those of `kd.plan_course`; a STOP that what was given causes by itself is told and refuses nothing.

    Raises `KetadoseError`: "history.missing" for a session without a record, or where `missed` is not said; "course.pattern"
    where nothing is left to plan; "course.tiers"; `PlacementError` "course.impossible"; `LimitError`.

    >>> import ketadose as kd
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> course = course.record(1, "given").record(2, "given").record(3, "missed", why="a cold")
    >>> again = kd.planning.replan(course, on="2026-01-13", missed="make up")
    >>> print(kd.planning.diff_courses(course, again))
    session 3: 2026-01-12 to 2026-01-13; 1 day later: made up
    session 4: 2026-01-15 to 2026-01-16; 1 day later: at least 3 days after session 3
    session 5: 2026-01-19 to 2026-01-20; 1 day later: at most 2 sessions in seven days
    session 6: 2026-01-22 to 2026-01-23; 1 day later: at least 3 days after session 5
    """
    unchanged(course)
    today = read_date(on, "on")
    _check_zone(course, calendar)
    choice = None if missed is None else read_word(Missed, missed, "missed")
    setting = Setting(
        course.calendar if calendar is None else calendar, course.spacing if spacing is None else spacing, course.earlier
    )
    done, ahead = _divided(course, today, choice)
    given = (*course.overrides, *read_overrides(overrides))
    ahead = _with_doses(ahead, course, levels, given)
    if not course.history:
        start = first_open(setting.calendar, max(course.start, today))
        doses = tuple(session.dose for session in ahead)
        return plan_doses(doses, len(set(map(id, doses))) == 1, course.pattern, start, given, setting)
    placed = _placed(course, done, ahead, setting, today) if ahead else ()
    before = {session.number: session.date for session in ahead}
    lost = standing(course.history)
    changed = (each for each in placed if each.date != before[each.number] or each.number in lost)
    history = (*course.history, *(Entry(each.number, What.MOVED, each.date, why=each.why) for each in changed))
    return assemble(numbered((*done, *placed)), course.pattern, given, setting, course.dates, history)


def _check_zone(course: Course, calendar: object) -> None:
    """What was given was given on the clock of its zone; another zone would tell it at another moment."""
    before = course.calendar.zone if course.calendar is not None else ""
    if type(calendar) is Calendar and course.history and before not in {"", calendar.zone}:
        raise KetadoseError(
            "calendar.zone",
            f"the course is on the clock of {before}, and the calendar on {calendar.zone or 'none'}",
            field="calendar",
            received=calendar.zone,
            expected=before,
            fix="Plan a course of its own for the other clinic, with earlier=",
        )


def _divided(course: Course, today: datetime.date, missed: Missed | None) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """What was given, and what is to come: sessions without a record, and those that are made up."""
    told = standing(course.history)
    done = tuple(each for each in course.sessions if each.number in told and told[each.number].what is not What.MISSED)
    lost = tuple(each for each in course.sessions if each.number in told and told[each.number].what is What.MISSED)
    ahead = tuple(each for each in course.sessions if each.number not in told)
    for session in ahead:
        if session.date < today:
            raise KetadoseError(
                "history.missing",
                f"what happened in session {session.number} of {session.date.isoformat()} was not said",
                field="course",
                received=session.number,
                fix=f'Write course.record({session.number}, "given"), "partly given", "stopped", "missed" or "moved"',
            )
    for session in done:
        if session.date > today:
            raise KetadoseError(
                "history.order",
                f"session {session.number} is on record for {session.date.isoformat()}, after {today.isoformat()}",
                field="on",
                received=today.isoformat(),
            )
    if lost and missed is None:
        which = ", ".join(str(each.number) for each in lost)
        raise KetadoseError(
            "history.missing",
            f"session {which} was missed: what is to become of it was not said",
            field="missed",
            expected="make up or leave out",
        )
    if lost and missed is Missed.MAKE_UP:
        ahead = tuple(each for each in course.sessions if each in lost or each in ahead)
    if not done and not ahead:
        raise KetadoseError("course.pattern", "nothing is left of the course", field="missed", fix='Write missed="make up"')
    return done, ahead


def _with_doses(
    ahead: tuple[Session, ...], course: Course, levels: Any, overrides: tuple[Override, ...]
) -> tuple[Session, ...]:
    """The sessions to come with the doses that were asked for."""
    if levels is None:
        return ahead
    several = list(levels) if type(levels) in {tuple, list} else [levels] * len(ahead)
    if len(several) != len(ahead):
        raise KetadoseError(
            "course.tiers",
            f"{len(several)} doses were given for {len(ahead)} sessions to come",
            field="levels",
            received=len(several),
            expected=f"one dose, or a sequence of {len(ahead)}",
        )
    basis = course.sessions[0].dose.basis
    options: dict[str, Any] = {"basis": basis, "profile": course.profile, "overrides": overrides}
    known = list(course.doses)
    new: list[Session] = []
    for session, level in zip(ahead, several, strict=True):
        dose = calculate_dose(course.patient, course.regimen, level=level, **options)
        same = next((each for each in known if each == dose), dose)
        known.append(same)
        new.append(attrs.evolve(session, dose=same))
    return tuple(new)


def _placed(
    course: Course, done: tuple[Session, ...], ahead: tuple[Session, ...], setting: Setting, today: datetime.date
) -> tuple[Session, ...]:
    """Dates for the sessions to come, each as near as may be to the one it had."""
    calendar = setting.calendar
    wanted = _wanted(course, done, ahead, setting, today)
    numbers = tuple(each.number for each in ahead)
    found = place(wanted, calendar)
    if found is None:
        refuse(wanted, calendar, numbers)
    whys = why_moved(wanted, calendar, found, numbers)
    at = None if calendar is None else calendar.at
    lost = standing(course.history)
    placed = []
    for session, day, why in zip(ahead, found.days, whys, strict=True):
        date = datetime.date.fromordinal(day)
        reason = _made_up(date, session.date) if session.number in lost else why or session.why
        placed.append(attrs.evolve(session, date=date, why=reason, at=at))
    return tuple(placed)


def _made_up(date: datetime.date, missed: datetime.date) -> str:
    days = (date - missed).days
    return f"{days} day{'' if days == 1 else 's'} later: made up" if days else "made up"


def _wanted(
    course: Course, done: tuple[Session, ...], ahead: tuple[Session, ...], setting: Setting, today: datetime.date
) -> Wanted:
    """What is to be placed after what was given; where nothing was, from the first day that is open.

    A session that was missed is wanted as soon as may be, every other one on the date it has.
    """
    everything = setting.spacing.wanted(course.pattern, course.start.toordinal())
    second = min(1, len(everything.least) - 1)
    least = tuple(everything.least[max(each.number - 1, second)] for each in ahead)
    soon = today if done else first_open(setting.calendar, max(ahead[0].date, today))
    days = tuple(max(each.date, soon).toordinal() for each in ahead)
    first = done[0].date.toordinal() if done else days[0]
    return attrs.evolve(
        everything,
        days=days,
        least=least,
        last=None if everything.last is None else everything.last - everything.days[0] + first,
        before=tuple(each.date.toordinal() for each in done),
        earliest=today.toordinal(),
        fixed=not done,
    )


@attrs.frozen
class Changes(Frozen):
    """What differs between two plans of one course, session by session, in words."""

    lines: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.lines)

    def __str__(self) -> str:
        return "\n".join(self.lines) if self.lines else "no session changes"


def diff_courses(before: Course, after: Course) -> Changes:
    """What changes from one plan of a course to another: dates with their reasons, doses, what was left out or has happened.

    Raises `KetadoseError` "argument.type" for anything but two courses of one patient.

    >>> import ketadose as kd
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> print(diff_courses(course, course.record(1, "given")))
    session 1: given on 2026-01-05, 35 mg
    """
    course_of(before, "before")
    course_of(after, "after")
    if before.patient != after.patient:
        raise KetadoseError("argument.type", "the courses are of two patients", field="after")
    old, new = ({each.number: each for each in course.sessions} for course in (before, after))
    told = (standing(before.history), standing(after.history))
    lines: list[str] = []
    for number in sorted({*old, *new}):
        parts = _session_changes(old.get(number), new.get(number), told[0].get(number), told[1].get(number))
        lines += [f"session {number}: {'; '.join(parts)}"] if parts else []
    if before.total != after.total:
        lines.append(f"ordered in all: {before.total} to {after.total}")
    return Changes(tuple(lines))


def _session_changes(old: Session | None, new: Session | None, was: Entry | None, now: Entry | None) -> list[str]:
    if old is None and new is not None:
        return [f"added on {new.date.isoformat()}, {new.dose.amount}"]
    parts = []
    if now is not None and now != was:
        amount = f", {now.amount}" if now.amount else ""
        parts.append(f"{now.what.value} on {now.date.isoformat()}{amount}{': ' + now.why if now.why else ''}")
    if new is None:
        return [*parts, "left out"]
    if was is not None and now is None and old is not None and old.date == new.date:
        parts.append(f"to come again on {new.date.isoformat()}")
    if old is not None and old.date != new.date and (now is None or now.what is What.MISSED):
        parts.append(f"{old.date.isoformat()} to {new.date.isoformat()}{'; ' + new.why if new.why else ''}")
    if old is not None and old.dose.amount != new.dose.amount:
        parts.append(f"{old.dose.amount} to {new.dose.amount}")
    if old is not None and old.at != new.at:
        parts.append(f"at {new.at.isoformat('minutes') if new.at else 'no time of day'}")
    return parts
