"""Whether a course is still what was planned and recorded: made again from its own parts, it is the same."""

from __future__ import annotations

from ketadose.calc.dose import untouched
from ketadose.errors import KetadoseError, shown
from ketadose.planning.course import Course, assemble, setting_of
from ketadose.planning.doses import of_one
from ketadose.planning.history import Entry, standing
from ketadose.planning.plan import planned_again
from ketadose.planning.session import Session
from ketadose.records import whole


def course_of(given: object, field: str) -> Course:
    """The course, if it is one that was filled.

    Raises `KetadoseError`: "argument.type", "record.hollow".
    """
    if type(given) is not Course:
        raise KetadoseError(
            "argument.type", f"{shown(given)} is no course", field=field, received=given, fix="Use kd.plan_course(...)"
        )
    return whole(given, field)  # type: ignore[no-any-return]


def unchanged(course: Course) -> Course:
    """The course, if its own doses, pattern and history give the same again: nothing of it was edited.

    Raises `KetadoseError`: "argument.type", "record.hollow", "record.disagrees", "dose.changed".
    """
    if getattr(course_of(course, "course"), "_planned", False):
        return course
    for dose in course.doses:
        untouched(dose)
    try:
        again = bool(course.sessions) and of_one(course.doses) and _again(course)
    except KetadoseError:
        again = False
    if not again:
        raise KetadoseError(
            "record.disagrees",
            "this course is not what its own doses, days and history give",
            field="course",
            received=str(course.total),
            fix="Plan again instead of changing a result",
        )
    return course


def _again(course: Course) -> bool:
    if not course.history:
        return len(course.sessions) == len(course.pattern.days) and planned_again(course) == course
    days = all(each.day == (each.date - course.start).days + 1 for each in course.sessions)
    numbers = [each.number for each in course.sessions]
    if not days or len(set(numbers)) != len(numbers) or not all(_dated(each, course) for each in course.sessions):
        return False
    setting = setting_of(course)
    made = assemble(course.sessions, course.pattern, course.overrides, setting, course.dates, course.history, frozenset())
    return made == course


def _dated(session: Session, course: Course) -> bool:
    """Whether the date is the last that the history gives the session, else the one it was first planned for."""
    told = [entry for entry in course.history if entry.session == session.number]
    first = course.dates[session.number - 1] if session.number <= len(course.dates) else None
    return session.date == (told[-1].date if told else first) and _timed(session, course, told)


def _timed(session: Session, course: Course, told: list[Entry]) -> bool:
    """Whether a session that is to come has the hour of the calendar."""
    at = None if course.calendar is None else course.calendar.at
    return session.at == at or session.number in standing(tuple(told))
