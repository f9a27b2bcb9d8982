"""When a clinic treats, on which days sessions fall, and courses planned on them."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from ketadose.model.calendar import Calendar
from ketadose.model.patient import Patient
from ketadose.model.regimen import Regimen
from ketadose.planning.course import Course
from ketadose.planning.plan import plan_course
from ketadose.terms import Weekday
from ketadose.testing.treatments import answered, patients, regimens

_DAY = datetime.timedelta(days=1)
_FIRST, _LAST = datetime.date(2020, 1, 1), datetime.date(2090, 12, 31)
_WEEKDAYS = st.lists(st.sampled_from(Weekday), min_size=1, max_size=len(Weekday), unique=True)
_SHUT = st.tuples(st.integers(1, 40), st.integers(0, 5))
"""A closure: so many days after a date, and for so many days more than one."""
_ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
_TIMES = ("00:30", "02:30", "09:00", "13:45", "23:30")
_CLOCKS = st.just(("", None)) | st.tuples(st.sampled_from(_ZONES), st.sampled_from(_TIMES))
_NO_PLACE = frozenset({"limit.stop", "course.impossible", "course.spacing"})


def starts(first: datetime.date = _FIRST, last: datetime.date = _LAST) -> st.SearchStrategy[datetime.date]:
    """Dates on which a course may start.

    >>> from hypothesis import find
    >>> find(starts(), lambda date: True)
    datetime.date(2020, 1, 1)
    """
    return st.dates(first, last)


@st.composite
def day_patterns(draw: st.DrawFn, *, most: int = 12, widest: int = 8) -> tuple[int, ...]:
    """Days that rise from day 1: at most so many, at most so far apart.

    >>> from hypothesis import find
    >>> find(day_patterns(), lambda days: len(days) == 3)
    (1, 2, 3)
    """
    days = [1]
    for gap in draw(st.lists(st.integers(1, widest), max_size=most - 1)):
        days.append(days[-1] + gap)
    return tuple(days)


def calendars(around: st.SearchStrategy[datetime.date] | None = None, *, closures: int = 3) -> st.SearchStrategy[Calendar]:
    """Clinics with their days of the week, closures in the weeks after a date, and now and then a zone and a time of day.

    >>> from hypothesis import find
    >>> find(calendars(), lambda calendar: len(calendar.clinic_days) == 2 and not calendar.closures).clinic_days
    (<Weekday.MONDAY: 'Monday'>, <Weekday.TUESDAY: 'Tuesday'>)
    """
    return _clinics(starts() if around is None else around, closures)


@st.composite
def _clinics(draw: st.DrawFn, dates: st.SearchStrategy[datetime.date], closures: int) -> Calendar:
    start = draw(dates)
    days = draw(_WEEKDAYS)
    shut = draw(st.lists(_SHUT, max_size=closures))
    zone, at = draw(_CLOCKS)
    return Calendar(
        clinic_days=days,
        closures=[(start + _DAY * after, start + _DAY * (after + more)) for after, more in shut],
        preferred=draw(st.just(()) | st.sets(st.sampled_from(days))),
        zone=zone,
        at=at,
    )


def courses(
    patient: st.SearchStrategy[Patient] | None = None,
    regimen: st.SearchStrategy[Regimen] | None = None,
    *,
    days: st.SearchStrategy[tuple[int, ...]] | None = None,
) -> st.SearchStrategy[Course]:
    """Planned courses, half of them on a clinic's calendar, that no limit refuses and that find a date for each session.

    >>> from hypothesis import given, settings
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(courses())
    ... def a_course_begins_on_its_start(course):
    ...     assert course.sessions[0].date == course.start
    >>> a_course_begins_on_its_start()
    """
    return _planned(
        patients() if patient is None else patient,
        regimens() if regimen is None else regimen,
        day_patterns() if days is None else days,
    )


@st.composite
def _planned(
    draw: st.DrawFn,
    people: st.SearchStrategy[Patient],
    several: st.SearchStrategy[Regimen],
    patterns: st.SearchStrategy[tuple[int, ...]],
) -> Course:
    start = draw(starts())
    calendar = draw(st.none() | calendars(st.just(start)))
    while calendar is not None and calendar.closed(start):
        start += _DAY
    person, chosen, pattern = draw(people), draw(several), draw(patterns)
    level = draw(st.sampled_from(chosen.doses))
    options: dict[str, Any] = {"levels": level, "days": pattern, "calendar": calendar}
    return answered(lambda: plan_course(person, chosen, start=start, **options), _NO_PLACE)
