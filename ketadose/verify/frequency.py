"""The text of a frequency, read by one small grammar or not at all.

    frequency = [count] [rate] [time]          at least one of them, in this order, with commas or single spaces between
    count     = number ("infusions" | "sessions" | "doses" | "treatments" | "injections", or one of each)
    rate      = "daily" | "once daily" | "every day" | "weekly" | "once weekly" | "once a week" | "twice weekly"
              | "twice a week" | number ("times weekly" | "times a week" | "a week" | "x/week" | "per week")
              | "every other day" | "every second day" | "every week" | "every" number ("days" | "weeks")
    time      = ["for" | "over" | "within" | "in"] number ("days" | "weeks", or one of each)
    number    = a whole number without a leading zero | "one" ... "twelve"

"biweekly", "fortnightly", "monthly" and "prn" are not in it: each is read in more than one way, or not as days.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ketadose.terms import Weekday

WEEK = len(Weekday)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"([1-9][0-9]{{0,2}}|{'|'.join(_NUMBERS)})"
_COUNT = rf"{_NUMBER} (?:infusion|session|dose|treatment|injection)s?"
_TIMES = rf"{_NUMBER} ?(?:times (?:weekly|a week)|a week|x/week|per week)"
_FIXED = {
    "daily": (None, 1),
    "once daily": (None, 1),
    "every day": (None, 1),
    "every other day": (None, 2),
    "every second day": (None, 2),
    "every week": (None, WEEK),
    "weekly": (1, None),
    "once weekly": (1, None),
    "once a week": (1, None),
    "twice weekly": (2, None),
    "twice a week": (2, None),
}
"""Sessions in a week, or days from one to the next."""
_EVERY = rf"every {_NUMBER} (day|week)s?"
_RATE = rf"({'|'.join(sorted(_FIXED, key=len, reverse=True))})|{_TIMES}|{_EVERY}"
_TIME = rf"(?:(for|over|within|in) )?{_NUMBER} (day|week)s?"
_match = re.compile(rf"(?![ ,])(?:{_COUNT})?(?:(?:, ?|^| )(?:{_RATE}))?(?:(?:, ?|^| ){_TIME})?", re.ASCII).fullmatch


class Frequency(NamedTuple):
    """What the text says: sessions in all, sessions in a week or days from one to the next, and days in all."""

    number: int | None
    a_week: int | None
    every: int | None
    days: int | None
    weeks: bool
    """Whether the days were told in weeks, whose last day need not have a session."""
    within: bool
    """Whether the days are the most that the course may take."""

    @property
    def sessions(self) -> int | None:
        """How many sessions: as the text counts them, or as its rate comes to over its whole weeks or whole intervals."""
        if self.number is not None or self.days is None or self.within:
            return self.number
        if self.a_week is not None:
            return None if self.days % WEEK else self.a_week * (self.days // WEEK)
        return None if self.every is None or self.days % self.every else self.days // self.every


def read_frequency(text: str) -> Frequency | None:
    """The frequency, or None where the text is not in the grammar: it is never guessed.

    >>> read_frequency("six infusions, twice weekly, six weeks")
    Frequency(number=6, a_week=2, every=None, days=42, weeks=True, within=False)
    >>> (
    ...     read_frequency("every 3 days").every,
    ...     read_frequency("3 x/week").a_week,
    ...     read_frequency("six infusions over 21 days").days,
    ... )
    (3, 3, 21)
    >>> print(read_frequency("biweekly"))
    None
    """
    match = _match(text) if text else None
    if match is None:
        return None
    count, fixed, times, every, every_unit, how, time, time_unit = match.groups()
    a_week, gap = _FIXED.get(fixed, (None, None))
    if times is not None:
        a_week = _number(times)
    if every is not None:
        gap = _number(every) * _length(every_unit)
    days = None if time is None else _number(time) * _length(time_unit)
    return Frequency(None if count is None else _number(count), a_week, gap, days, time_unit == "week", how == "within")


def _number(text: str) -> int:
    return _NUMBERS.index(text) + 1 if text in _NUMBERS else int(text)


def _length(unit: str) -> int:
    return WEEK if unit == "week" else 1
