"""Calendars, patterns of days and moments on the clock, from any text and any numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from ketadose import Calendar, DayPattern
from ketadose.errors import KetadoseError
from ketadose.planning import start_at
from proof.fuzzing.given import field, fields_of, number_of, object_of, text_of
from proof.fuzzing.kinds import BY_NAME
from proof.fuzzing.promises import refused, written
from proof.fuzzing.target import Target, require

Case = tuple[Callable[[bytes], None], bytes]
_NAMES = ("clinic_days", "preferred", "closures", "holidays", "open_on", "zone", "at")
_SECOND = datetime.timedelta(seconds=1)


def _calendar(data: bytes) -> None:
    """A calendar: a closure of two dates is written with a stroke between them."""
    given: dict[str, Any] = {name: tuple(each) for name, each in fields_of(data, _NAMES).items()}
    if "closures" in given:
        given["closures"] = [tuple(each.split("/")) if isinstance(each, str) else each for each in given["closures"]]
    given |= {name: given[name][0] for name in ("zone", "at") if name in given}
    calendar = Calendar(**given)
    written(calendar)
    for day in (datetime.date.min, datetime.date(2026, 1, 5), datetime.date.max):
        require(bool(calendar.closed(day)) != calendar.opens(day.toordinal()), "{} is both open and closed", day)


def _pattern(data: bytes) -> None:
    """A pattern by rule, or of days one by one; then made longer, or shorter, by some more numbers."""
    numbers = [_number(data[at : at + 2]) for at in range(1, len(data), 2)]
    first, second, third, *more = (*numbers, 1, 1, 1)
    pattern = (
        lambda: DayPattern.weekly(first, weeks=second),
        lambda: DayPattern.every(first, sessions=second),
        lambda: DayPattern.spread(first, within=second),
        lambda: DayPattern((1, *numbers), DayPattern.daily(1).citation),
        lambda: DayPattern.daily(first),
    )[data[0] % 5 if data else 0]()
    changed = (
        lambda: pattern.repeated(third, rest=more[0] if more else 0),
        lambda: pattern.then(DayPattern.daily(3), after=third),
        lambda: pattern.shortened(third),
        lambda: pattern,
    )[data[0] // 5 % 4 if data else 0]()
    for each in (pattern, changed):
        require(each.days[0] == 1 and all(a < b for a, b in pairwise(each.days)), "{} do not rise from day 1", each.days)
        written(each)


def _number(pair: bytes) -> Any:
    """Mostly small, sometimes below zero, large, or no number at all."""
    if pair[0] == 255:
        return object_of(pair[1:])
    return pair[0] if pair[0] < 200 else number_of(pair[1:]) * 1000


def _moment(data: bytes) -> None:
    """A wall-clock time in a zone, and so much time after it."""
    zone, _, elapsed = text_of(data[8:]).partition("\n")
    minutes = int.from_bytes(data[:8].ljust(8, b"\0"), "big") % 5_258_964_960
    start = start_at(datetime.datetime(1, 1, 1) + datetime.timedelta(minutes=minutes), zone)
    written(start)
    after = start.after(elapsed)
    said = BY_NAME["Duration"].said(elapsed)
    passed = (after.astimezone(datetime.UTC) - start.moment.astimezone(datetime.UTC)) // _SECOND
    require(said is not None and passed == said[0] * 3600 // said[1], "{} later it is {}", elapsed, after)


_READERS = (_calendar, _pattern, _moment)


def make(data: bytes) -> Case:
    """What is read, and the bytes for it."""
    return _READERS[(data[0] if data else 0) % len(_READERS)], data[1:]


def check(case: Case) -> None:
    """It is made and keeps its promises, or is refused."""
    reader, data = case
    try:
        reader(data)
    except KetadoseError as error:
        refused(error)


def _at(moment: datetime.datetime, zone: str, elapsed: str) -> bytes:
    minutes = (moment - datetime.datetime(1, 1, 1)) // datetime.timedelta(minutes=1)
    return b"\x02" + minutes.to_bytes(8, "big") + f"{zone}\n{elapsed}".encode()


_TWO_DAYS = field(_NAMES, clinic_days="Monday") + b"\n" + field(_NAMES, clinic_days="Thursday", preferred="Monday")

TARGET = Target(
    make=make,
    check=check,
    within=0.1,
    longest=300,
    seeds=(
        b"\x00" + _TWO_DAYS,
        b"\x00" + field(_NAMES, closures="2026-12-24/2027-01-01", open_on="2026-12-28", zone="Europe/London", at="09:00"),
        b"\x00" + field(_NAMES, closures="2026-12-25", holidays="2026-12-26"),
        *(b"\x01" + bytes([rule]) + b"\x02\x00\x03\x00\x02\x00\x05\x00" for rule in range(20)),
        _at(datetime.datetime(2026, 3, 29, 2, 30), "Europe/Berlin", "40 min"),
        _at(datetime.datetime(2026, 10, 25, 2, 30), "Europe/Berlin", "1.5 h"),
        _at(datetime.datetime(9999, 12, 31, 23, 0), "America/Los_Angeles", "2 d"),
        _at(datetime.datetime(1, 1, 1), "Asia/Tokyo", "3600 s"),
    ),
    words=(
        *(f"\n{chr(ord('a') + place)}" for place in range(len(_NAMES))),
        *("Monday", "Sunday", "2026-12-24", "/", "0001-01-01", "9999-12-31", "Europe/Berlin", "Australia/Lord_Howe", "09:00"),
        *("\n40 min", "99999999999 d", "\x01\x0d", "\x01\x0b"),
    ),
)
