"""On which days the sessions of a course fall; day 1 is the first session."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.findings import Finding
from ketadose.records import Record, read_text
from ketadose.terms import Severity


def read_days(given: Any) -> tuple[Any, ...]:
    """The days as a tuple, or one day alone."""
    return tuple(given) if type(given) in {tuple, list} else (given,)


@attrs.frozen
class DayPattern(Record):
    """The days of a course, day 1 being the first session.

    `within` is the last day that the source allows; `derived` says how the days were found where the source gives only
    their number and span; `ascending` means that session n takes the regimen's n-th dose.
    """

    days: tuple[int, ...] = attrs.field(converter=read_days)
    citation: Citation
    within: int | None = None
    derived: str = ""
    ascending: bool = False
    shortest_gap: int | None = attrs.field(init=False, repr=False, eq=False)
    """The fewest days from one session to the next; None for a single session."""
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)
    """What must be said of the days whoever the patient is: made once."""
    _most: dict[int, int] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        days = self.days
        whole = bool(days) and all(type(day) is int for day in days)
        if not whole or days[0] != 1 or any(a >= b for a, b in pairwise(days)):
            self._refuse("days that rise from day 1")
        if type(self.citation) is not Citation or type(self.ascending) is not bool:
            self._refuse("days with a citation")
        read_text(self.derived, "derived")
        if self.within is not None and (type(self.within) is not int or days[-1] > self.within):
            self._refuse(f"a last day on or before day {shown(self.within)}")
        gaps = [b - a for a, b in pairwise(days)]
        object.__setattr__(self, "shortest_gap", min(gaps, default=None))
        derived = Finding("course.derived", Severity.NOTE, f"the days were derived: {self.derived}", self.citation)
        object.__setattr__(self, "findings", (derived,) if self.derived else ())

    def most_in(self, span: int) -> int:
        """The most sessions in any `span` days in a row."""
        most = self._most.get(span)
        if most is None:
            most = max(sum(first <= day < first + span for day in self.days) for first in self.days)
            self._most[span] = most
        return most

    def shortened(self, sessions: int) -> DayPattern:
        """The first so many days of the pattern."""
        return attrs.evolve(self, days=self.days[:sessions])

    def _refuse(self, expected: str) -> None:
        raise KetadoseError(
            "regimen.pattern", f"{shown(self.days)} is no pattern of days", field="days", received=self.days, expected=expected
        )
