"""Texts about time: dates, times of day, zones and frequencies, each read as an independent reader reads it, or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import available_timezones

from ketadose import Calendar, Patient
from ketadose.errors import KetadoseError
from ketadose.verify.frequency import read_frequency
from proof.fuzzing.given import text_of, value_of
from proof.fuzzing.promises import refused
from proof.fuzzing.target import Target, require
from tests.oracle.frequency import readings
from tests.oracle.screening import MONTH_LENGTHS

_DIGITS = frozenset("0123456789")
_ZONES = frozenset(zone for zone in available_timezones() if zone[0].isupper()) - {"Factory"}
Case = tuple[Callable[[Any], None], Any]


def _numbers(text: object, form: str) -> tuple[int, ...] | None:
    """The numbers of a text of this form, in which 9 stands for any digit; None for any other text."""
    if type(text) is not str or len(text) != len(form):
        return None
    if any(letter not in _DIGITS if wanted == "9" else letter != wanted for letter, wanted in zip(text, form, strict=True)):
        return None
    marks = "".join(" " if letter not in _DIGITS else letter for letter in text)
    return tuple(map(int, marks.split()))


def _date(given: object) -> None:
    numbers = _numbers(given, "9999-99-99")
    try:
        read = Patient("70 kg", weighed_on=given).weighed_on  # type: ignore[arg-type]
    except KetadoseError as error:
        refused(error)
        require(numbers is None or not _exists(*numbers), "the date {} is refused", given)
        return
    if isinstance(given, str):
        require(read is not None and (read.year, read.month, read.day) == numbers, "{} is read as {}", given, read)


def _exists(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= (29 if leap and month == 2 else MONTH_LENGTHS[month - 1])


def _time(given: object) -> None:
    numbers = _numbers(given, "99:99")
    try:
        read = Calendar(zone="UTC", at=given).at  # type: ignore[arg-type]
    except KetadoseError as error:
        refused(error)
        require(numbers is None or numbers[0] > 23 or numbers[1] > 59, "the time {} is refused", given)
        return
    if isinstance(given, str):
        require(read is not None and (read.hour, read.minute) == numbers, "{} is read as {}", given, read)


def _zone(given: object) -> None:
    try:
        Calendar(zone=given, at="09:00")  # type: ignore[arg-type]
    except KetadoseError as error:
        refused(error)
        require(type(given) is not str or given not in _ZONES, "the zone {} is refused", given)
        return
    require(given in _ZONES, "{} is read as a zone", given)


def _frequency(given: object) -> None:
    if type(given) is not str:
        return
    read, expected = read_frequency(given), readings(given)
    require((read is None) == (not expected), "{} is read as {}", given, read)
    if read is not None:
        said = {"sessions": read.number, "a_week": read.a_week, "every": read.every, "days": read.days}
        require({name: value for name, value in said.items() if value is not None} in expected, "{} is read as {}", given, read)


_READERS = (_date, _time, _zone, _frequency)


def make(data: bytes) -> Case:
    """A reader, and text for it; the reader of frequencies is given text only."""
    reader = _READERS[(data[0] if data else 0) % len(_READERS)]
    return reader, text_of(data[1:]) if reader is _frequency else value_of(data[1:])


def check(case: Case) -> None:
    """The text says what the oracle says."""
    reader, given = case
    reader(given)


_TEXTS = (
    *("d2026-01-05", "d2024-02-29", "d2023-02-29", "d0001-01-01", "d9999-12-31", "d20260105", "d2026-W01-1", "d5.1.2026"),
    *(
        "e09:00",
        "e23:59",
        "e24:00",
        "e9:00",
        "e09:00:00",
        "fEurope/London",
        "fAmerica/Argentina/Ushuaia",
        "fUTC",
        "f",
        "fEurope",
    ),
    *(
        "flocaltime",
        "f../etc/passwd",
        "fEtc/GMT+5",
        "gtwice weekly for 3 weeks",
        "gsix infusions over 21 days",
        "gdaily",
        "g3x/week",
    ),
    *("gevery 3 days", "gone session, every week, within two weeks", "gbiweekly", "g12 doses,3 times a week in 28 days"),
)

TARGET = Target(
    make=make,
    check=check,
    within=0.02,
    longest=80,
    seeds=tuple(text.encode() for text in _TEXTS),
    words=(
        *(
            "-01-",
            "-12-31",
            "0000",
            "02-29",
            "+05:30",
            "Z",
            ":59",
            "Europe/",
            "America/",
            "Berlin",
            "Etc/",
            "../",
            "\x00",
            "\x01\x0d",
        ),
        *(
            "one",
            "twelve",
            "six ",
            " infusions",
            " sessions",
            " doses",
            ", ",
            "daily",
            "weekly",
            "twice ",
            "once a week",
            "every ",
        ),
        *("every other day", " times a week", "x/week", " per week", "for ", "over ", "within ", "in ", " days", " weeks"),
    ),
)
