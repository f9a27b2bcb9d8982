"""When a clinic treats: its days of the week, the dates it is closed, its time zone and hour."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.measures import units
from ketadose.model.patient import read_date
from ketadose.records import Record, is_a, read_text
from ketadose.terms import Weekday, read_word

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAY = datetime.timedelta(days=1)
LAST_DAY = datetime.date.max.toordinal()
"""The ordinal of the last date that there is."""


@attrs.define(init=False, frozen=True)
class Closure(Record):
    """Dates on which a clinic is closed, the first and the last included, and why.

    Raises `KetadoseError`: "date.unreadable", "calendar.form" for a last date before the first, "argument.text".

    >>> print(Closure("2026-12-24", "2027-01-01", "winter holidays"))
    2026-12-24 to 2027-01-01 (winter holidays)
    """

    first: datetime.date
    last: datetime.date
    reason: str

    def __init__(self, first: datetime.date | str, last: datetime.date | str | None = None, reason: str = "") -> None:
        begin = read_date(first, "closure")
        end = begin if last is None else read_date(last, "closure")
        if end < begin:
            _refuse("closures", f"{begin} to {end}", "a closure whose last date is not before its first")
        self.__attrs_init__(begin, end, read_text(reason, "reason"))

    def __str__(self) -> str:
        dates = f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"
        return f"{dates} ({self.reason})" if self.reason else dates


@attrs.define(init=False, frozen=True)
class Calendar(Record):
    """When a clinic treats: every day unless something here says otherwise.

    `clinic_days` are the days of the week it is open ("Monday"), `preferred` those that are chosen where there is a choice.
    `closures` are dates, pairs of dates or `Closure`s; `open_on` are dates on which it treats all the same. `holidays` are
    dates, or a mapping from dates to their names; they are copied when the calendar is made, and a plan that reaches a year
    of which none is known says so. `zone` is a name of the IANA database ("Europe/London") and `at` the time of day that
    sessions start ("09:00"), local in that zone.

    Raises `KetadoseError`: "calendar.form", "calendar.zone", "time.unreadable", "date.unreadable", "word.unknown".

    >>> import ketadose as kd
    >>> clinic = kd.Calendar(clinic_days=("Monday", "Thursday"), closures=[("2026-12-24", "2027-01-01")])
    >>> from datetime import date
    >>> clinic.closed(date(2026, 12, 28)), clinic.closed(date(2027, 1, 5)), clinic.closed(date(2027, 1, 7))
    ('closed', 'a Tuesday', '')
    """

    clinic_days: tuple[Weekday, ...]
    closures: tuple[Closure, ...]
    preferred: tuple[Weekday, ...]
    holidays: tuple[Closure, ...]
    open_on: tuple[datetime.date, ...]
    zone: str
    at: datetime.time | None
    _starts: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)
    _ends: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)
    _open: tuple[bool, ...] = attrs.field(init=False, repr=False, eq=False)
    _liked: tuple[bool, ...] = attrs.field(init=False, repr=False, eq=False)
    _extra: frozenset[int] = attrs.field(init=False, repr=False, eq=False)

    def __init__(
        self,
        *,
        clinic_days: object = tuple(Weekday),
        closures: object = (),
        preferred: object = (),
        holidays: object = (),
        open_on: object = (),
        zone: str = "",
        at: datetime.time | str | None = None,
    ) -> None:
        days = _weekdays(clinic_days, "clinic_days")
        liked = _weekdays(preferred, "preferred")
        if not days or not set(liked) <= set(days):
            _refuse("clinic_days, preferred", clinic_days, "at least one clinic day, and preferred days that are clinic days")
        time = None if at is None else read_time(at, "at")
        if type(zone) is not str or zone or time is not None:
            find_zone(zone)
        shut = _in_order(map(_closure, _several(closures, "closures")))
        extra = tuple(sorted({read_date(each, "open_on") for each in _several(open_on, "open_on")}))
        self.__attrs_init__(days, shut, liked, _holidays(holidays), extra, zone, time)
        merged = _merged((*self.closures, *self.holidays))
        object.__setattr__(self, "_starts", tuple(first for first, _ in merged))
        object.__setattr__(self, "_ends", tuple(last for _, last in merged))
        object.__setattr__(self, "_open", tuple(day in days for day in Weekday))
        object.__setattr__(self, "_liked", tuple(not liked or day in liked for day in Weekday))
        object.__setattr__(self, "_extra", frozenset(date.toordinal() for date in extra))

    def opens(self, ordinal: int) -> bool:
        """Whether the clinic treats on the date of this ordinal."""
        if ordinal in self._extra:
            return True
        if not self._open[(ordinal - 1) % len(self._open)]:
            return False
        place = bisect_right(self._starts, ordinal) - 1
        return place < 0 or self._ends[place] < ordinal

    def opening(self, ordinal: int) -> int | None:
        """The first day from this one on, on which the clinic treats; None where there is none until dates end."""
        days = (date.toordinal() for date in self.open_on)
        extra = next((day for day in days if day >= ordinal), LAST_DAY + 1)
        while ordinal < extra and not self.opens(ordinal):
            place = bisect_right(self._starts, ordinal) - 1
            ordinal = max(ordinal, self._ends[place] if place >= 0 else 0) + 1  # a closure is stepped over whole
        day = min(ordinal, extra)
        return day if day <= LAST_DAY else None

    def likes(self, ordinal: int) -> bool:
        """Whether the date of this ordinal is on a preferred day of the week; every clinic day is where none is preferred."""
        return self._liked[(ordinal - 1) % len(self._liked)]

    def closed(self, date: datetime.date) -> str:
        """Why the clinic does not treat on a date, in words; empty where it does."""
        if self.opens(date.toordinal()):
            return ""
        for each in (*self.closures, *self.holidays):
            if each.first <= date <= each.last:
                return f"closed ({each.reason})" if each.reason else "closed"
        return f"a {Weekday.of(date).value}"

    @property
    def years(self) -> frozenset[int]:
        """The years of which a holiday is known; empty where no holidays were given."""
        return frozenset(each.first.year for each in self.holidays)


def read_time(given: object, field: str) -> datetime.time:
    """A time of day without a zone, or its text HH:MM.

    Raises `KetadoseError` "time.unreadable".

    >>> read_time("09:30", "at")
    datetime.time(9, 30)
    """
    if type(given) is datetime.time and given.tzinfo is None and not (given.fold or given.second or given.microsecond):
        return given
    if type(given) is str and _CLOCK.fullmatch(given):
        return datetime.time.fromisoformat(given)
    raise KetadoseError(
        "time.unreadable",
        f"{shown(given)} is not a time of day",
        field=field,
        received=given,
        expected="a datetime.time without a zone, or text such as 09:30",
    )


def find_zone(zone: object) -> ZoneInfo:
    """The time zone of this name; names that mean another zone on another machine ("localtime") are none.

    Raises `KetadoseError` "calendar.zone" for a name that the time-zone database does not have.
    """
    try:
        if type(zone) is str and _names_a_zone(zone):
            return ZoneInfo(zone)
    except (ValueError, OSError, LookupError):
        pass
    raise KetadoseError(
        "calendar.zone",
        "a time of day needs its time zone" if type(zone) is str and not zone else f"{shown(zone)} is no time zone",
        field="zone",
        received=zone,
        expected="a name such as Europe/London",
        fix="Where no zone is found at all, install the package tzdata",
    )


def _names_a_zone(text: str) -> bool:
    """Whether it is short, as every name is ("A/A/A/..." would be looked for folder by folder), and means the same anywhere."""
    return len(text) <= units.LONGEST_TEXT and text.isascii() and text[:1].isupper() and text != "Factory"


def _weekdays(given: Any, field: str) -> tuple[Weekday, ...]:
    days = tuple(read_word(Weekday, each, field) for each in _several(given, field))
    return tuple(day for day in Weekday if day in days)


def _several(given: object, field: str) -> tuple[Any, ...]:
    if type(given) not in {tuple, list, set, frozenset}:
        _refuse(field, given, f"a tuple of {field.replace('_', ' ')}")
    return tuple(given)  # type: ignore[arg-type]


def _closure(given: Any) -> Closure:
    if is_a(given, Closure):
        return given
    if type(given) in {tuple, list}:
        if not 1 <= len(given) <= len(attrs.fields(Closure)):
            _refuse("closures", given, "a date, a pair of dates, or a first date, a last date and a reason")
        return Closure(*given)
    return Closure(given)


def _holidays(given: Any) -> tuple[Closure, ...]:
    """The holidays as single days in their order; a calendar of holidays that knows none yet is refused."""
    if type(given) in {tuple, list} and not given:
        return ()
    if isinstance(given, str) or not isinstance(given, Iterable):
        _refuse("holidays", given, "dates, or a mapping from dates to names")
    named = given.items() if isinstance(given, Mapping) else ((each, "") for each in given)
    days = tuple(each if type(each) is Closure else Closure(each, None, name) for each, name in named)
    if not days:
        _refuse("holidays", given, "at least one date: a calendar that fills itself when asked is to be made with its years")
    if any(each.first != each.last for each in days):
        _refuse("holidays", given, "single dates: a stretch of them is a closure")
    return _in_order(days)


def _in_order(closures: Iterable[Closure]) -> tuple[Closure, ...]:
    return tuple(sorted(closures, key=attrgetter("first", "last", "reason")))


def _merged(closures: tuple[Closure, ...]) -> list[tuple[int, int]]:
    """The closed stretches as ordinals in their order, none touching another."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((each.first.toordinal(), each.last.toordinal()) for each in closures):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _refuse(field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError("calendar.form", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
