"""Clock changes of a zone, read from the TZif file itself; elapsed time is whole seconds of UTC and nothing else.

Which file: the first in `zoneinfo.TZPATH`, else the one of the package tzdata, as Python's own lookup has it. The file's
second block (64-bit) is read, and its last line, a POSIX rule, says what comes after the last change that is listed. Times
are seconds since 1970-01-01: `utc` of the instant, `local` of what a wall clock shows, read as if it stood in Greenwich.
"""

from __future__ import annotations

import re
import struct
import zoneinfo
from bisect import bisect_right
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

HOUR = 3_600
DAY = 86_400
FIRST_YEAR, LAST_YEAR = 1970, 2100
_HEAD = struct.Struct(">4s c 15x 6l")
_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_TIME = r"[+-]?[0-9]{1,3}(?::[0-9]{2}){0,2}"
_DATE = rf"M([0-9]+)\.([0-9])\.([0-9])(?:/({_TIME}))?"
_RULE = re.compile(rf"{_NAME}({_TIME})(?:{_NAME}({_TIME})?,{_DATE},{_DATE})?")


class Change(NamedTuple):
    """The offset to UTC changes at this instant."""

    at: int
    before: int
    after: int


class Reading(NamedTuple):
    """What a wall-clock time is: "once", "never" or "twice", and the instant it is taken for."""

    wall: str
    utc: int


class Zone(NamedTuple):
    """The offset at first, and every change of it up to the end of the year 2100."""

    first: int
    changes: tuple[Change, ...]

    def offset(self, utc: int) -> int:
        place = bisect_right(self.changes, utc, key=lambda change: change.at)
        return self.changes[place - 1].after if place else self.first

    def local(self, utc: int) -> int:
        return utc + self.offset(utc)

    def read(self, local: int) -> Reading:
        """When the wall clock shows it: of two instants the first; where there is none, by the offset before the change."""
        offsets = {self.offset(local + days * DAY) for days in (-2, 2)}
        near = [change for change in self.changes if abs(change.at - local) <= 2 * DAY]
        offsets.update(offset for change in near for offset in change[1:])
        shown = sorted(local - offset for offset in offsets if self.local(local - offset) == local)
        if shown:
            return Reading("once" if len(shown) == 1 else "twice", shown[0])
        skipped = next(change for change in near if change.at + change.before <= local < change.at + change.after)
        return Reading("never", local - skipped.before)

    def iso(self, utc: int) -> str:
        """The local time with its offset: 2026-03-29T03:10:00+02:00."""
        offset = self.offset(utc)
        hours, seconds = divmod(abs(offset), HOUR)
        if seconds % 60:
            raise ValueError(offset)
        year, month, day, hour, minute, second = fields(utc + offset)
        date, time = f"{year:04}-{month:02}-{day:02}", f"{hour:02}:{minute:02}:{second:02}"
        return f"{date}T{time}{'-' if offset < 0 else '+'}{hours:02}:{seconds // 60:02}"

    def within(self, first: int, last: int) -> list[Change]:
        """The changes of these years, the first and the last included."""
        start, end = seconds(first, 1, 1), seconds(last + 1, 1, 1)
        return [change for change in self.changes if start <= change.at < end]


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year: int, month: int) -> int:
    return 29 if month == 2 and leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@cache
def _year_start(year: int) -> int:
    """Days from 1970-01-01 to the first of January."""
    past = year - 1
    return 365 * (year - 1970) + past // 4 - past // 100 + past // 400 - (1969 // 4 - 1969 // 100 + 1969 // 400)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01, a Thursday."""
    return _year_start(year) + sum(month_days(year, each) for each in range(1, month)) + day - 1


def seconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Seconds since 1970-01-01, as if there were no zones."""
    return day_number(year, month, day) * DAY + hour * HOUR + minute * 60 + second


def fields(instant: int) -> tuple[int, int, int, int, int, int]:
    """Year, month, day, hour, minute and second."""
    days, rest = divmod(instant, DAY)
    year = 1970 + days // 366
    while _year_start(year + 1) <= days:
        year += 1
    month, left = 1, days - _year_start(year)
    while left >= month_days(year, month):
        left -= month_days(year, month)
        month += 1
    return year, month, left + 1, rest // HOUR, rest % HOUR // 60, rest % 60


@cache
def zone(name: str) -> Zone:
    """The zone of this name.

    Only changes of the offset count: a new name for the same offset is none.
    """
    types, listed, footer = _parsed(_file(name))
    offset = first = types[0]
    changes = []
    for at, kind in listed:
        if types[kind] != offset:
            changes.append(Change(at, offset, types[kind]))
        offset = types[kind]
    changes += _by_rule(footer, listed[-1][0] if listed else seconds(FIRST_YEAR, 1, 1), offset)
    return Zone(first, tuple(changes))


def _file(name: str) -> bytes:
    for folder in zoneinfo.TZPATH:
        path = Path(folder, name)
        if path.is_file():
            return path.read_bytes()
    return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


def _parsed(data: bytes) -> tuple[list[int], list[tuple[int, int]], str]:
    """The offsets, the instants with the number of the offset that begins there, and the rule for what comes after."""
    magic, version, *counts = _HEAD.unpack_from(data)
    if magic != b"TZif" or version < b"2":
        raise ValueError((magic, version))
    utc_flags, standard_flags, leaps, times, types, letters = counts
    second = _HEAD.size + 5 * times + 6 * types + letters + 8 * leaps + standard_flags + utc_flags
    utc_flags, standard_flags, leaps, times, types, letters = _HEAD.unpack_from(data, second)[2:]
    if leaps:
        raise ValueError("leap seconds")
    place = second + _HEAD.size
    instants = struct.unpack_from(f">{times}q", data, place)
    kinds = struct.unpack_from(f">{times}B", data, place + 8 * times)
    place += 9 * times
    offsets = [struct.unpack_from(">lBB", data, place + 6 * each)[0] for each in range(types)]
    place += 6 * types + letters + standard_flags + utc_flags
    return offsets, list(zip(instants, kinds, strict=True)), data[place:].decode("ascii").strip("\n")


def _clock(text: str) -> int:
    """Seconds of "2", "-1" or "02:30:00"."""
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    total = sum(part * unit for part, unit in zip(parts, (HOUR, 60, 1), strict=False))
    return -total if text.startswith("-") else total


def _day_of_rule(year: int, month: int, week: int, weekday: int) -> int:
    """The day number of the n-th such day of the week in a month; the fifth is the last."""
    first = day_number(year, month, 1)
    day = first + (weekday - (first + 4)) % 7 + 7 * (week - 1)
    return day - 7 if day >= first + month_days(year, month) else day


def _by_rule(rule: str, after: int, offset: int) -> list[Change]:
    """The changes that a POSIX rule makes after an instant; its offsets are what is added to local time to reach UTC."""
    found = _RULE.fullmatch(rule)
    if found is None:
        raise ValueError(rule)
    standard = -_clock(found[1])
    if found[3] is None:
        return [] if standard == offset else [Change(after, offset, standard)]
    summer = -_clock(found[2]) if found[2] else standard + HOUR
    events = []
    for year in range(fields(after)[0], LAST_YEAR + 1):
        for (month, week, weekday, time), before, then in (
            (found.group(3, 4, 5, 6), standard, summer),
            (found.group(7, 8, 9, 10), summer, standard),
        ):
            day = _day_of_rule(year, int(month), int(week), int(weekday))
            events.append(Change(day * DAY + _clock(time or "2") - before, before, then))
    later = sorted(event for event in events if event.at > after)
    if later and later[0].before != offset:
        raise ValueError((rule, offset))
    return later
