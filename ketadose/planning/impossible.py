"""Why sessions find no dates, and the smallest change of one constraint that would let them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import NoReturn

import attrs

from ketadose.errors import PlacementError
from ketadose.model.calendar import Calendar
from ketadose.planning.room import WEEK, Wanted, reach, room
from ketadose.terms import Weekday

_FEW = 3
_FURTHEST = 8 * WEEK
"""How many days further a constraint is relaxed at the most before it is given up."""


def refuse(wanted: Wanted, calendar: Calendar | None, numbers: tuple[int, ...]) -> NoReturn:
    """The error for a search without a result: which session finds no day, why, and what would do."""
    number = reach(wanted, calendar)
    first, last = wanted.window(number)
    first = max(first, _soonest(wanted, number))
    window = f"finds no day from {_date(first)} to {_date(last)}{_obstacles(calendar, first, last)}"
    if first > last:
        window = f"is to be on or before {_date(last)}, and the sessions before it leave no day before {_date(first)}"
    error = PlacementError(
        "course.impossible",
        f"session {numbers[number]} {window}",
        field="course",
        received=_date(wanted.days[number]),
    )
    error.session = numbers[number]
    error.relaxations = tuple(_relaxations(wanted, calendar, number)) or tuple(_together(wanted, calendar))
    enough = f"This would do: {'; or '.join(error.relaxations[:_FEW])}"
    error.fix = enough if error.relaxations else "No small change is enough: start on another day, or use another calendar"
    raise error


def _possible(wanted: Wanted, calendar: Calendar | None) -> bool:
    return room(wanted, calendar) is not None


def _soonest(wanted: Wanted, number: int) -> int:
    """The first day that the gaps alone leave for a session."""
    before = wanted.before[-1] + wanted.least[0] if wanted.before else wanted.window(0)[0]
    return before + sum(wanted.least[1 : number + 1])


def _obstacles(calendar: Calendar | None, first: int, last: int) -> str:
    if calendar is None:
        return ""
    days = (datetime.date.fromordinal(day) for day in range(first, last + 1))
    told = [f"{day.isoformat()} is {why}" for day in days if (why := calendar.closed(day))]
    more = f" and {len(told) - _FEW} more" if len(told) > _FEW else ""
    return f": {', '.join(told[:_FEW])}{more}" if told else ""


def _relaxations(wanted: Wanted, calendar: Calendar | None, number: int) -> Iterator[str]:
    """Each single change that would do, the smallest of its kind, in words."""
    if wanted.last is not None:
        last = wanted.last
        extra = _fewest(lambda more: _possible(attrs.evolve(wanted, last=last + more), calendar))
        if extra:
            yield f"a last day {_days(extra)} later, {_date(last + extra)}"
    extra = _fewest(lambda more: _possible(attrs.evolve(wanted, moves=wanted.moves + more), calendar))
    if extra:
        yield f"moving a session by up to {wanted.moves + extra} days instead of {wanted.moves}"
    yield from _shorter_gaps(wanted, calendar)
    if wanted.most is not None:
        most = wanted.most
        extra = _fewest(lambda more: _possible(attrs.evolve(wanted, most=most + more), calendar))
        if extra:
            yield f"a gap of up to {most + extra} days instead of {most}"
    extra = _fewest(lambda more: _possible(attrs.evolve(wanted, in_week=wanted.in_week + more), calendar), WEEK)
    if extra:
        yield f"up to {wanted.in_week + extra} sessions in seven days instead of {wanted.in_week}"
    if calendar is not None:
        yield from _openings(wanted, calendar, number)


def _together(wanted: Wanted, calendar: Calendar | None) -> Iterator[str]:
    """Where no single change does: moving sessions further and ending later, both as little as may be."""
    free = attrs.evolve(wanted, last=None, most=None)
    further = _fewest(lambda more: _possible(attrs.evolve(free, moves=wanted.moves + more), calendar))
    if further and wanted.last is not None:
        free, last = attrs.evolve(free, moves=wanted.moves + further), wanted.last
        extra = _fewest(lambda more: _possible(attrs.evolve(free, last=last + more), calendar))
        if extra:
            moves = f"moving a session by up to {wanted.moves + further} days instead of {wanted.moves}"
            yield f"{moves} and a last day {_days(extra)} later, {_date(last + extra)}{_and_gap(wanted)}"


def _and_gap(wanted: Wanted) -> str:
    return "" if wanted.most is None else ", without the largest gap"


def _openings(wanted: Wanted, calendar: Calendar, number: int) -> Iterator[str]:
    """The closed dates and days of the week that would do if the clinic treated then."""
    first, last = wanted.window(number)
    for day in range(max(first, _soonest(wanted, number)), last + 1):
        if not calendar.opens(day) and _possible(wanted, _opened(calendar, day)):
            yield f"opening on {_date(day)}"
    for weekday in Weekday:
        if weekday not in calendar.clinic_days:
            wider = attrs.evolve(calendar, clinic_days=(*calendar.clinic_days, weekday))
            if _possible(wanted, wider):
                yield f"treating on {weekday.value}s"


def _opened(calendar: Calendar, day: int) -> Calendar:
    return attrs.evolve(calendar, open_on=(*calendar.open_on, datetime.date.fromordinal(day)))


def _shorter_gaps(wanted: Wanted, calendar: Calendar | None) -> Iterator[str]:
    """Shorter gaps, as `Spacing(least_gap=...)` would set them: all the same, and two sessions in a week where they are."""
    longest, shortest = max(wanted.least[1:], default=1), min(wanted.least[1:], default=1)
    less = _fewest(lambda less: _possible(_closer(wanted, longest - less), calendar), longest - 1)
    if not less:
        return
    if shortest == longest:
        yield f"gaps {_days(less)} shorter, at least {_days(longest - less)}"
    else:
        yield f"a least gap of {_days(longest - less)} throughout"


def _closer(wanted: Wanted, gap: int) -> Wanted:
    in_week = max(wanted.in_week, 2) if gap < WEEK else wanted.in_week
    return attrs.evolve(wanted, least=(wanted.least[0], *(gap for _ in wanted.least[1:])), in_week=in_week)


def _fewest(does: Callable[[int], bool], most: int = _FURTHEST) -> int:
    """The smallest number from 1 to `most` that does, where every larger one does too; 0 where none does."""
    if most < 1 or not does(most):
        return 0
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if does(middle) else (middle + 1, high)
    return low


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def _date(ordinal: int) -> str:
    return datetime.date.fromordinal(min(ordinal, datetime.date.max.toordinal())).isoformat()
