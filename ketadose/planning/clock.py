"""Sessions on the clock: local times of day in the clinic's zone, elapsed minutes in real time.

A session starts at a wall-clock time. What is added to it is added in UTC, so that 40 minutes are 40 minutes on the night the
clocks change as well.
"""

from __future__ import annotations

import datetime

import attrs

from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.measures import Duration
from ketadose.measures.reading import read
from ketadose.model.calendar import Calendar, find_zone
from ketadose.planning.session import Session
from ketadose.records import Record
from ketadose.terms import Severity, Word


class Wall(Word):
    """What a wall-clock time is in its zone."""

    ONCE = "exists once"
    NEVER = "does not exist: the clocks are put forward over it"
    TWICE = "exists twice: the clocks are put back over it"


@attrs.frozen
class Start(Record):
    """The moment at which a session starts: as it was asked for on the wall clock, and as it really is.

    A time that does not exist is read with the offset from before the change, so that 02:30 becomes 03:30; of a time that
    exists twice the first is taken.
    """

    asked: datetime.datetime
    moment: datetime.datetime
    wall: Wall

    def after(self, elapsed: object) -> datetime.datetime:
        """The local time when so much real time has passed.

        >>> from datetime import datetime
        >>> start_at(datetime(2026, 3, 29, 1, 30), "Europe/Berlin").after("40 min").isoformat()
        '2026-03-29T03:10:00+02:00'
        """
        return later(self.moment, read(Duration, elapsed, "elapsed"))


def later(moment: datetime.datetime, elapsed: Duration) -> datetime.datetime:
    """The local time when so much real time has passed; parts of a second are cut off.

    Raises `KetadoseError` "date.unreadable" outside the calendar.
    """
    return _shifted(moment, int(elapsed.value * _SECONDS))


def earlier(moment: datetime.datetime, elapsed: Duration) -> datetime.datetime:
    """The local time so much real time before.

    Raises `KetadoseError` "date.unreadable" outside the calendar.
    """
    return _shifted(moment, -int(elapsed.value * _SECONDS))


def _shifted(moment: datetime.datetime, seconds: int) -> datetime.datetime:
    """Added in UTC: two wall-clock times of one zone would forget the change of its clocks between them."""
    try:
        return (moment.astimezone(datetime.UTC) + datetime.timedelta(seconds=seconds)).astimezone(moment.tzinfo)
    except OverflowError:
        raise _past_the_end() from None


def _past_the_end() -> KetadoseError:
    return KetadoseError("date.unreadable", "the time would be outside the calendar", field="time", fix="Use another date")


_SECONDS = int(datetime.timedelta(hours=1).total_seconds())


def start_at(asked: datetime.datetime, zone: str) -> Start:
    """The moment of a wall-clock time in a zone.

    Raises `KetadoseError`: "time.unreadable" for a time that brings a zone of its own, "calendar.zone".

    >>> from datetime import datetime
    >>> start_at(datetime(2026, 3, 29, 2, 30), "Europe/Berlin").moment.isoformat()
    '2026-03-29T03:30:00+02:00'
    >>> print(start_at(datetime(2026, 10, 25, 2, 30), "Europe/Berlin").wall.value)
    exists twice: the clocks are put back over it
    """
    if type(asked) is not datetime.datetime or asked.tzinfo is not None:
        raise KetadoseError(
            "time.unreadable",
            "a wall-clock time is to come without a zone of its own",
            field="asked",
            received=asked,
            expected="a datetime.datetime without tzinfo",
        )
    there = find_zone(zone)
    first, second = (asked.replace(tzinfo=there, fold=fold) for fold in (0, 1))
    try:
        moment = first.astimezone(datetime.UTC).astimezone(there)
    except OverflowError:
        raise _past_the_end() from None
    if moment.replace(tzinfo=None) != asked.replace(fold=0):
        return Start(asked, moment, Wall.NEVER)
    return Start(asked, moment, Wall.ONCE if first.utcoffset() == second.utcoffset() else Wall.TWICE)


def starts(session: Session, calendar: Calendar | None) -> Start:
    """When a session starts, on the clinic's clock.

    Raises `KetadoseError` "time.unreadable" where the calendar has no time of day.
    """
    if calendar is None or session.at is None:
        raise KetadoseError(
            "time.unreadable",
            f"session {session.number} has no time of day",
            field="calendar",
            fix='Plan with kd.Calendar(zone="Europe/London", at="09:00")',
        )
    return start_at(datetime.datetime.combine(session.date, session.at), calendar.zone)


def about_clock(sessions: tuple[Session, ...], calendar: Calendar) -> tuple[Finding, ...]:
    """A CAUTION for each session that would start at a time that does not exist, or exists twice."""
    found: tuple[Finding, ...] = ()
    for session in sessions:
        start = starts(session, calendar) if session.at is not None else None
        if start is None or start.wall is Wall.ONCE:
            continue
        words = "session {} at {} in {}: this time {}; {} is meant here"
        asked, moment = start.asked.isoformat(" ", "minutes"), start.moment.isoformat(" ", "minutes")
        code = "clock.gap" if start.wall is Wall.NEVER else "clock.twice"
        found += (
            Finding(code, Severity.CAUTION, words, None, (session.number, asked, calendar.zone, start.wall.value, moment)),
        )
    return found
