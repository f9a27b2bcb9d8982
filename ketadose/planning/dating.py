"""What must be said of the dates of a course: moved sessions, closed days, the source's span and gaps, and the limits."""

from __future__ import annotations

import datetime
from itertools import pairwise

import attrs

from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.model.calendar import LAST_DAY, Calendar
from ketadose.model.days import DayPattern
from ketadose.planning.clock import about_clock
from ketadose.planning.history import Entry, What, standing
from ketadose.planning.session import Session
from ketadose.planning.spacing import Counted, against_dates
from ketadose.planning.totals import count
from ketadose.terms import Severity

_date_of = datetime.date.fromordinal


@attrs.define(slots=True, frozen=True)
class Judged:
    """What must be said of the dates, and what of it may refuse them: a limit that only past sessions break refuses nothing."""

    told: tuple[Finding, ...]
    refusing: tuple[Finding, ...]


def judge_dates(
    sessions: tuple[Session, ...],
    pattern: DayPattern,
    calendar: Calendar | None,
    history: tuple[Entry, ...] = (),
    earlier: tuple[Counted, ...] = (),
    at_stake: frozenset[int] | None = None,
) -> Judged:
    """The limits on gaps, weeks, sessions and rolling totals, and how the dates keep to the pattern and the calendar.

    `at_stake` are the sessions that are planned now, by their numbers: all that are to come if nothing is said.
    """
    first = sessions[0].dose
    told = standing(history)
    ahead = tuple(session for session in sessions if session.number not in told)
    counted = count(sessions, history, first.patient.weight)
    coming = frozenset(each.number for each in ahead)
    of_all = against_dates(first, counted, earlier, frozenset(each.number for each in counted))
    of_coming = of_all if len(coming) == len(counted) else against_dates(first, counted, earlier, coming)
    refusing = of_coming if at_stake in {None, coming} else against_dates(first, counted, earlier, at_stake or frozenset())
    found = tuple(dict.fromkeys((*of_all, *of_coming)))
    found += _other_days(pattern, first.regimen.days)
    found += _moved(sessions) + _closer(sessions, pattern, told) + _span(sessions, pattern, told) + _late(sessions, told)
    if calendar is not None:
        found += _closed(ahead, calendar) + _unknown_years(ahead, calendar) + about_clock(ahead, calendar)
    return Judged(found, refusing)


def _other_days(pattern: DayPattern, own: DayPattern | None) -> tuple[Finding, ...]:
    if own is None or pattern.days == own.days[: len(pattern.days)]:
        return ()
    words = "the sessions are planned on other days than the source's, {}"
    shown = ", ".join(map(str, own.days[:12])) + (" and on" if len(own.days) > 12 else "")
    return (Finding("course.other_days", Severity.CAUTION, words, own.citation, (shown,)),)


def _moved(sessions: tuple[Session, ...]) -> tuple[Finding, ...]:
    moved = [session for session in sessions if session.why]
    if not moved:
        return ()
    words = "{} of {} sessions {} not on the day of the pattern: {}"
    listed = "; ".join(f"session {each.number}, {each.why}" for each in moved)
    figures = (len(moved), len(sessions), "is" if len(moved) == 1 else "are", listed)
    return (Finding("course.moved", Severity.NOTE, words, None, figures),)


def _closer(sessions: tuple[Session, ...], pattern: DayPattern, told: dict[int, Entry]) -> tuple[Finding, ...]:
    """Sessions closer to each other than any two of the pattern."""
    dates = [each.date for each in sessions if not _missed(told, each)]
    gap = min(((later - before).days for before, later in pairwise(dates)), default=None)
    if gap is None or pattern.shortest_gap is None or gap >= pattern.shortest_gap:
        return ()
    words = "two sessions are {} days apart; those of the pattern are at least {}"
    return (Finding("course.closer", Severity.CAUTION, words, pattern.citation, (gap, pattern.shortest_gap)),)


def _span(sessions: tuple[Session, ...], pattern: DayPattern, told: dict[int, Entry]) -> tuple[Finding, ...]:
    kept = [each for each in sessions if not _missed(told, each)]
    if pattern.within is None or not kept:
        return ()
    last = (kept[-1].date - kept[0].date).days + 1
    if last <= pattern.within:
        return ()
    words = "the last session is on day {}; the source's span is {} days"
    return (Finding("course.span", Severity.CAUTION, words, pattern.citation, (last, pattern.within)),)


def _late(sessions: tuple[Session, ...], told: dict[int, Entry]) -> tuple[Finding, ...]:
    """A session that is planned for no later than one that has been given after it: the course must be planned again."""
    for before, after in pairwise(sessions):
        if after.number not in told and not _missed(told, before) and after.date <= before.date:
            words = "session {} is planned for {}, and session {} is on {}: plan again"
            figures = (after.number, after.date.isoformat(), before.number, before.date.isoformat())
            return (Finding("course.replan", Severity.CAUTION, words, None, figures),)
    return ()


def _closed(ahead: tuple[Session, ...], calendar: Calendar) -> tuple[Finding, ...]:
    closed = [(each, why) for each in ahead if (why := calendar.closed(each.date))]
    words = "session {} is planned for {}, which is {}"
    return tuple(
        Finding("course.closed", Severity.CAUTION, words, None, (each.number, each.date.isoformat(), why))
        for each, why in closed
    )


def _unknown_years(ahead: tuple[Session, ...], calendar: Calendar) -> tuple[Finding, ...]:
    """Years of which the calendar of holidays knows none: most likely it was made without them."""
    known = calendar.years
    unknown = sorted({each.date.year for each in ahead} - known) if known else []
    words = "no holiday of {} is known, and sessions are planned then"
    return tuple(Finding("course.holidays", Severity.CAUTION, words, None, (str(year),)) for year in unknown)


def _missed(told: dict[int, Entry], session: Session) -> bool:
    entry = told.get(session.number)
    return entry is not None and entry.what is What.MISSED


def dates_of(pattern: DayPattern, start: datetime.date) -> tuple[datetime.date, ...]:
    """The dates of the days of a pattern.

    Raises `KetadoseError` "date.unreadable" where the calendar ends before the course does.
    """
    before = start.toordinal() - 1
    if before + pattern.days[-1] > LAST_DAY:
        raise KetadoseError(
            "date.unreadable", "the course would end after the calendar does", field="start", received=start.isoformat()
        )
    return tuple([_date_of(before + day) for day in pattern.days])
