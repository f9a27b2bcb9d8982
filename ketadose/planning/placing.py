"""Dates for sessions: the placement that moves least among all that keep the constraints, found by a bounded search.

The search goes over the sessions in order, the cheapest beginning first; of a beginning it has to remember the last few dates.
Where it would take too long, every session is placed as early as it can be, which is said.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from heapq import heappop, heappush

import attrs

from ketadose.errors import KetadoseError
from ketadose.model.calendar import Calendar
from ketadose.planning.room import Room, Wanted, room

_PATIENCE = 20_000
"""Beginnings that are looked at before the search is given up."""


@attrs.define(slots=True, frozen=True)
class Placed:
    """The days found, and whether they are the best there are; if not, they are the earliest."""

    days: tuple[int, ...]
    searched: bool = True


def place(wanted: Wanted, calendar: Calendar | None) -> Placed | None:
    """The placement with the fewest sessions on days of the week that are not preferred, then the fewest days moved in all.

    Among those the one with the fewest sessions moved to an earlier day, and then the one whose dates are earliest. None where
    there is no placement.
    """
    count = len(wanted.days)
    if _as_wanted(wanted, calendar):
        return Placed(wanted.days)
    free = room(wanted, calendar)
    if free is None:
        return None
    ahead = _cheapest(wanted, calendar, free)
    keep = wanted.remembered
    heap: list[tuple[int, tuple[int, ...], int]] = [(ahead[0], (), 0)]
    seen: set[tuple[int, tuple[int, ...]]] = set()
    while heap and len(seen) < _PATIENCE:
        _, days, spent = heappop(heap)
        number = len(days)
        if number == count:
            return Placed(days)
        behind = (*wanted.before, *days)
        state = (number, behind[-keep:])
        if state in seen:
            continue
        seen.add(state)
        for day, cost in _choices(wanted, calendar, free, number, behind):
            heappush(heap, (spent + cost + ahead[number + 1], (*days, day), spent + cost))
    return Placed(tuple(first for first, _ in free), searched=False)


def _as_wanted(wanted: Wanted, calendar: Calendar | None) -> bool:
    """Whether every session can be where it is wanted, which is the best that there is."""
    behind = wanted.before
    for number, day in enumerate(wanted.days):
        first, last = wanted.window(number)
        if not first <= day <= last or not wanted.fits(number, day, behind):
            return False
        if calendar is not None and not (calendar.opens(day) and calendar.likes(day)):
            return False
        behind = (*behind, day)
    return True


def _choices(
    wanted: Wanted, calendar: Calendar | None, free: Room, number: int, behind: tuple[int, ...]
) -> Iterator[tuple[int, int]]:
    """The days that a session may take after those behind it, each with what it costs."""
    first, last = free[number]
    if behind:
        first = max(first, behind[-1] + wanted.least[number])
        last = last if wanted.most is None else min(last, behind[-1] + wanted.most)
    for day in range(first, last + 1):
        if (calendar is None or calendar.opens(day)) and wanted.fits(number, day, behind):
            yield day, _cost(wanted, calendar, number, day)


def _cost(wanted: Wanted, calendar: Calendar | None, number: int, day: int) -> int:
    """One number for three wishes in their order: a preferred weekday, few days moved, and later rather than earlier."""
    moved = day - wanted.days[number]
    most = len(wanted.days) + 1
    unliked = calendar is not None and not calendar.likes(day)
    return (unliked * (most * (wanted.moves + 1)) + abs(moved)) * most + (moved < 0)


def _cheapest(wanted: Wanted, calendar: Calendar | None, free: Room) -> list[int]:
    """What the sessions from each on cost at the least, whatever is behind them."""
    count = len(wanted.days)
    ahead = [0] * (count + 1)
    for number in reversed(range(count)):
        ahead[number] = ahead[number + 1] + _cost(wanted, calendar, number, _nearest(wanted, calendar, free, number))
    return ahead


def _nearest(wanted: Wanted, calendar: Calendar | None, free: Room, number: int) -> int:
    """The day that costs a session least, whatever is around it: the nearest preferred one, else the nearest open one."""
    first, last = free[number]
    asked = wanted.days[number]
    unliked = None
    for moved in range(wanted.moves + 1):
        for day in (asked + moved, asked - moved):
            if first <= day <= last and (calendar is None or calendar.opens(day)):
                if calendar is None or calendar.likes(day):
                    return day
                unliked = day if unliked is None else unliked
    return first if unliked is None else unliked


def first_open(calendar: Calendar | None, date: datetime.date) -> datetime.date:
    """The first day from this date on, on which the clinic treats.

    Raises `KetadoseError` "course.start" where there is none until the calendar ends.
    """
    if calendar is None:
        return date
    day = calendar.opening(date.toordinal())
    if day is None:
        problem = f"the clinic treats on no day from {date.isoformat()} on"
        raise KetadoseError("course.start", problem, field="calendar", fix="Check the closures")
    return datetime.date.fromordinal(day)
