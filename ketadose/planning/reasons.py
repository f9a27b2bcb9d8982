"""Why a session is on another day than the one wanted for it, in words."""

from __future__ import annotations

import datetime

from ketadose.model.calendar import Calendar
from ketadose.planning.placing import Placed
from ketadose.planning.room import Wanted

_EARLIEST = "as early as it can be, as there are too many ways to look through for the best"


def why_moved(wanted: Wanted, calendar: Calendar | None, placed: Placed, numbers: tuple[int, ...]) -> tuple[str, ...]:
    """The reason for each session, empty for one that is on its day."""
    days = placed.days
    whys = []
    for place, (day, asked) in enumerate(zip(days, wanted.days, strict=True)):
        moved = day - asked
        if not moved:
            whys.append("")
            continue
        count = f"{abs(moved)} day{'' if abs(moved) == 1 else 's'} {'later' if moved > 0 else 'earlier'}"
        why = _why(wanted, calendar, days, numbers, place) if placed.searched else _EARLIEST
        whys.append(f"{count}: {why}")
    return tuple(whys)


def _why(wanted: Wanted, calendar: Calendar | None, days: tuple[int, ...], numbers: tuple[int, ...], place: int) -> str:
    asked = wanted.days[place]
    date = datetime.date.fromordinal(asked)
    closed = "" if calendar is None else calendar.closed(date)
    if closed:
        return f"{date.isoformat()} is {closed}"
    behind = wanted.before + days[:place]
    before = f"session {numbers[place - 1]}" if place else "the session before"
    if behind and asked - behind[-1] < wanted.least[place]:
        return f"at least {_days(wanted.least[place])} after {before}"
    if behind and wanted.most is not None and asked - behind[-1] > wanted.most:
        return f"at most {_days(wanted.most)} after {before}"
    if behind and not wanted.fits(place, asked, behind):
        return f"at most {wanted.in_week} session{'' if wanted.in_week == 1 else 's'} in seven days"
    if calendar is not None and calendar.likes(days[place]) and not calendar.likes(asked):
        return "a preferred day of the week"
    if wanted.last is not None and asked > wanted.last:
        return f"no session after {datetime.date.fromordinal(wanted.last).isoformat()}"
    return "room for the sessions that follow"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
