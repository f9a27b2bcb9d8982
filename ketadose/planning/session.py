"""A session of a course: its number, its date, its dose, and why it is there."""

from __future__ import annotations

import datetime

import attrs

from ketadose.calc.dose import Dose
from ketadose.records import Frozen, maker


@attrs.define(slots=True, frozen=True)
class Session(Frozen):
    """One session: its number, its day (day 1 is the first session), its date and its dose.

    The number is its identity: it stays when the date changes. `why` says why it is not on the day that the pattern gives
    it; `at` is the time of day, where the calendar has one.
    """

    number: int
    day: int
    date: datetime.date
    dose: Dose
    why: str = ""
    at: datetime.time | None = None

    def __str__(self) -> str:
        why = f"; {self.why}" if self.why else ""
        return f"{self.number}. {self.date.isoformat()} (day {self.day}): {self.dose}{why}"

    @property
    def reason(self) -> str:
        """Why the session is on this date, in words."""
        return self.why or "its day of the pattern"


make_session = maker(Session)


def numbered(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The sessions with their days counted from the first of them."""
    first = sessions[0].date
    return tuple(attrs.evolve(each, day=(each.date - first).days + 1) for each in sessions)
