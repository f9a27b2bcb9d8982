"""Dates for sessions: the placement that moves least among all that keep the constraints, found by a bounded search.

Days are ordinals of dates. The search goes over the sessions in order; what it has to remember of a beginning is its last
few dates, so that it ends after sessions x (days a session may take) ^ (dates remembered) steps at the most.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from heapq import heappop, heappush

import attrs

from ketadose.errors import KetadoseError
from ketadose.model.calendar import Calendar
from ketadose.terms import Weekday

WEEK = len(Weekday)
_LAST_DAY = datetime.date.max.toordinal()


@attrs.define(slots=True, frozen=True)
class Wanted:
    """What is to be placed, and what a placement must keep.

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

    @property
    def remembered(self) -> int:
        """How many of the last dates decide what may follow."""
        implied = not self.before and min(self.least) * self.in_week >= WEEK  # the gaps alone keep the week
        return 1 if implied else self.in_week

    def window(self, number: int, behind: tuple[int, ...]) -> tuple[int, int]:
        """The first and the last day that session `number` may take, closed days included."""
        day = self.days[number]
        if self.fixed and number == 0:
            return day, day
        first, last = max(day - self.moves, self.earliest), day + self.moves
        if behind:
            first = max(first, behind[-1] + self.least[number])
        if behind and self.most is not None:
            last = min(last, behind[-1] + self.most)
        return first, min(last, _LAST_DAY) if self.last is None else min(last, self.last, _LAST_DAY)


@attrs.define(slots=True, frozen=True)
class Placed:
    """The days found; where there are none, `reached` is how many sessions could be placed before one could not."""

    days: tuple[int, ...]
    reached: int

    @property
    def complete(self) -> bool:
        """Whether every session has its day."""
        return len(self.days) == self.reached


def place(wanted: Wanted, calendar: Calendar | None) -> Placed:
    """The placement with the fewest sessions on days of the week that are not preferred, then the fewest days moved in all.

    Among those the one with the fewest sessions moved to an earlier day, and then the one whose dates are earliest.
    """
    if _as_wanted(wanted, calendar):
        return Placed(wanted.days, len(wanted.days))
    count = len(wanted.days)
    ahead = _cheapest(wanted, calendar)
    if ahead is None:
        return _deepest(wanted, calendar)
    keep = wanted.remembered
    heap: list[tuple[int, tuple[int, ...], int]] = [(ahead[0], (), 0)]
    seen: set[tuple[int, tuple[int, ...]]] = set()
    reached = 0
    while heap:
        _, days, spent = heappop(heap)
        number = len(days)
        if number == count:
            return Placed(days, count)
        state = (number, (wanted.before + days)[-keep:])
        if state in seen:
            continue
        seen.add(state)
        reached = max(reached, number)
        for day, cost in _choices(wanted, calendar, number, wanted.before + days):
            heappush(heap, (spent + cost + ahead[number + 1], (*days, day), spent + cost))
    return Placed((), reached)


def _as_wanted(wanted: Wanted, calendar: Calendar | None) -> bool:
    """Whether every session can be where it is wanted, which is the best that there is."""
    behind = wanted.before
    for number, day in enumerate(wanted.days):
        first, last = wanted.window(number, behind)
        if not first <= day <= last or not wanted.fits(number, day, behind):
            return False
        if calendar is not None and not (calendar.opens(day) and calendar.likes(day)):
            return False
        behind = (*behind, day)
    return True


def _choices(wanted: Wanted, calendar: Calendar | None, number: int, behind: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The days that a session may take after those behind it, each with what it costs."""
    first, last = wanted.window(number, behind)
    for day in range(first, last + 1):
        if (calendar is None or calendar.opens(day)) and wanted.fits(number, day, behind):
            yield day, _cost(wanted, calendar, number, day)


def _cost(wanted: Wanted, calendar: Calendar | None, number: int, day: int) -> int:
    """One number for three wishes in their order: a preferred weekday, few days moved, and later rather than earlier."""
    moved = day - wanted.days[number]
    most = len(wanted.days) + 1
    unliked = calendar is not None and not calendar.likes(day)
    return (unliked * (most * (wanted.moves + 1)) + abs(moved)) * most + (moved < 0)


def _cheapest(wanted: Wanted, calendar: Calendar | None) -> list[int] | None:
    """What the sessions from each on cost at the least, whatever is behind them; None where one of them finds no day."""
    count = len(wanted.days)
    ahead = [0] * (count + 1)
    for number in reversed(range(count)):
        best = _nearest(wanted, calendar, number)
        if best is None:
            return None
        ahead[number] = ahead[number + 1] + _cost(wanted, calendar, number, best)
    return ahead


def _nearest(wanted: Wanted, calendar: Calendar | None, number: int) -> int | None:
    """The day that costs a session least, whatever is around it: the nearest preferred one, else the nearest open one."""
    first, last = wanted.window(number, ())
    asked = wanted.days[number]
    unliked = None
    for moved in range(wanted.moves + 1):
        for day in (asked + moved, asked - moved):
            if first <= day <= last and (calendar is None or calendar.opens(day)):
                if calendar is None or calendar.likes(day):
                    return day
                unliked = day if unliked is None else unliked
    return unliked


def _deepest(wanted: Wanted, calendar: Calendar | None) -> Placed:
    """No placement: how many sessions can be placed before one finds no day."""
    number, layer, keep = 0, {wanted.before}, wanted.remembered
    while layer := {(*behind, day)[-keep:] for behind in layer for day, _ in _choices(wanted, calendar, number, behind)}:
        number += 1
    return Placed((), number)


def first_open(calendar: Calendar | None, date: datetime.date) -> datetime.date:
    """The first day from this date on, on which the clinic treats.

    Raises `KetadoseError` "course.start" where there is none until the calendar ends.
    """
    if calendar is None:
        return date
    for day in range(date.toordinal(), _LAST_DAY + 1):
        if calendar.opens(day):
            return datetime.date.fromordinal(day)
    raise KetadoseError(
        "course.start", f"the clinic treats on no day from {date.isoformat()} on", field="calendar", fix="Check the closures"
    )
