"""What a placement of sessions must keep, and which days that leaves to each session at all.

Every constraint is a difference between two days or a set of open days, so that the earliest day of every session taken
together is itself a placement if there is any: whether one exists needs no search.
"""

from __future__ import annotations

import attrs

from ketadose.model.calendar import LAST_DAY, Calendar
from ketadose.terms import Weekday

WEEK = len(Weekday)


@attrs.define(slots=True, frozen=True)
class Wanted:
    """What is to be placed, and what a placement must keep. Days are ordinals of dates.

    `days` are the days wanted, `least` the fewest days from the session before to each (the first counts from the last of
    `before`), `most` the most, `last` the last day allowed, `moves` how far a session may be moved, `in_week` the most
    sessions in any seven days, `before` the days of sessions that are given already, `earliest` the first day that is not
    past. With `fixed` the first session stays where it is.
    """

    days: tuple[int, ...]
    least: tuple[int, ...]
    most: int | None
    last: int | None
    moves: int
    in_week: int
    before: tuple[int, ...] = ()
    earliest: int = 1
    fixed: bool = True

    def fits(self, number: int, day: int, behind: tuple[int, ...]) -> bool:
        """Whether session `number` (counted from 0) may be on a day that is open, after the sessions behind it."""
        if behind:
            gap = day - behind[-1]
            if gap < self.least[number] or (self.most is not None and gap > self.most):
                return False
        return len(behind) < self.in_week or day - behind[-self.in_week] >= WEEK

    def window(self, number: int) -> tuple[int, int]:
        """The first and the last day of session `number` by itself: how far it may be moved, what is past, the span."""
        day = self.days[number]
        if self.fixed and number == 0:
            return day, day
        last = min(day + self.moves, LAST_DAY)
        return max(day - self.moves, self.earliest), last if self.last is None else min(last, self.last)

    @property
    def remembered(self) -> int:
        """How many of the last dates decide what may follow."""
        implied = not self.before and min(self.least) * self.in_week >= WEEK  # the gaps alone keep the week
        return 1 if implied else self.in_week


Room = tuple[tuple[int, int], ...]
"""The first and the last day of each session in any placement."""


def room(wanted: Wanted, calendar: Calendar | None) -> Room | None:
    """The days between which every placement has each session; None where there is no placement."""
    windows = [wanted.window(number) for number in range(len(wanted.days))]
    low, high = [first for first, _ in windows], [last for _, last in windows]
    while True:
        before = (*low, *high)
        if not _raise(wanted, calendar, low, high) or not _lower(wanted, calendar, low, high):
            return None
        if wanted.most is None or before == (*low, *high):
            return tuple(zip(low, high, strict=True))


def _raise(wanted: Wanted, calendar: Calendar | None, low: list[int], high: list[int]) -> bool:
    """Bring the first days up to what the sessions before each leave, and to days that are open."""
    done = len(wanted.before)
    days = [*wanted.before, *low]
    for number, least in enumerate(wanted.least[: len(low)]):
        place = done + number
        if place:
            days[place] = max(days[place], days[place - 1] + least)
        if place >= wanted.in_week:
            days[place] = max(days[place], days[place - wanted.in_week] + WEEK)
        if wanted.most is not None and number + 1 < len(low):
            days[place] = max(days[place], days[place + 1] - wanted.most)
        while days[place] <= high[number] and calendar is not None and not calendar.opens(days[place]):
            days[place] += 1
        if days[place] > high[number]:
            return False
    low[:] = days[done:]
    return True


def _lower(wanted: Wanted, calendar: Calendar | None, low: list[int], high: list[int]) -> bool:
    """Bring the last days down to what the sessions after each leave, and to days that are open."""
    count = len(high)
    for number in reversed(range(count)):
        day = high[number]
        if number + 1 < count:
            day = min(day, high[number + 1] - wanted.least[number + 1])
        if number + wanted.in_week < count:
            day = min(day, high[number + wanted.in_week] - WEEK)
        if wanted.most is not None and (number or wanted.before):
            day = min(day, (high[number - 1] if number else wanted.before[-1]) + wanted.most)
        while day >= low[number] and calendar is not None and not calendar.opens(day):
            day -= 1
        if day < low[number]:
            return False
        high[number] = day
    return True


def reach(wanted: Wanted, calendar: Calendar | None) -> int:
    """How many sessions from the first on can be placed, where not all can."""
    low, high = 0, len(wanted.days) - 1
    while low < high:
        middle = (low + high + 1) // 2
        few = attrs.evolve(wanted, days=wanted.days[:middle], least=wanted.least[:middle])
        low, high = (low, middle - 1) if room(few, calendar) is None else (middle, high)
    return low
