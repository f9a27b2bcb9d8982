"""What a placement of sessions on dates has to keep: gaps, the week, the span, and how far a session may be moved."""

from __future__ import annotations

from itertools import pairwise

import attrs

from ketadose.catalog.limits import MOVE_DAYS
from ketadose.errors import KetadoseError, shown
from ketadose.findings import exact
from ketadose.model.days import DayPattern
from ketadose.planning.room import WEEK, Wanted
from ketadose.records import Record

_LONGEST = 3000
"""Days: a guard against typing errors."""


@attrs.frozen
class Spacing(Record):
    """How sessions may lie around the days of their pattern; what is left out comes from the pattern itself.

    `least_gap` and `most_gap` are days from one session to the next: no session comes closer than the pattern's own closest
    two of the same phase, and nothing is said of the most. `in_week` is the most sessions in any seven days: as many as the
    pattern itself has, and two where a `least_gap` of less than a week is given. `span` is the last day: the source's, where
    it gives one. `moves` is how many days a session may be moved from its day in the pattern: 6 (our judgement).

    Raises `KetadoseError` "course.spacing".

    >>> import ketadose as kd
    >>> spacing = kd.planning.Spacing(least_gap=2, span=14)
    >>> clinic = kd.Calendar(closures=["2026-01-07"])
    >>> course = kd.plan_course(
    ...     "70 kg", kd.protocols.MURROUGH_2013_REPEATED, start="2026-01-05", calendar=clinic, spacing=spacing
    ... )
    >>> [session.day for session in course.sessions]
    [1, 4, 6, 8, 11, 13]
    """

    least_gap: int | None = None
    most_gap: int | None = None
    in_week: int | None = None
    span: int | None = None
    moves: int | None = None

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Spacing):
            given = getattr(self, field.name)
            low = 0 if field.name == "moves" else 1
            if given is not None and (type(given) is not int or not low <= given <= _LONGEST):
                _refuse(field.name, given, f"a whole number from {low} to {_LONGEST:,}")
        if self.least_gap is not None and self.most_gap is not None and self.most_gap < self.least_gap:
            _refuse("most_gap", self.most_gap, f"at least the least gap of {self.least_gap} days")

    def check(self, pattern: DayPattern) -> None:
        """Refuse a span that the number of sessions and the least gap do not fit into, before any search.

        Raises `KetadoseError` "course.spacing".
        """
        count = len(pattern.days)
        fewest = sum(_least(pattern, self)) + 1
        if self.span is not None and fewest > self.span:
            _refuse("span", self.span, f"at least {fewest} days for {count} sessions with these gaps")
        if self.most_gap is not None and any(gap > self.most_gap for gap in _least(pattern, self)):
            _refuse("most_gap", self.most_gap, "at least the pattern's own least gap, or a smaller least_gap=")

    def wanted(self, pattern: DayPattern, start: int) -> Wanted:
        """What is to be placed: the pattern from the ordinal of its first day on."""
        span = self.span or pattern.within
        return Wanted(
            tuple(start + day - 1 for day in pattern.days),
            (1, *_least(pattern, self)),
            self.most_gap,
            None if span is None else start + span - 1,
            self.furthest,
            self.most_in_week(pattern),
        )

    @property
    def furthest(self) -> int:
        """How many days a session may be moved."""
        return int(exact(MOVE_DAYS.value)) if self.moves is None else self.moves

    def most_in_week(self, pattern: DayPattern) -> int:
        """The most sessions in any seven days."""
        if self.in_week is not None:
            return self.in_week
        own = pattern.most_in(WEEK)
        return max(own, 2) if self.least_gap is not None and self.least_gap < WEEK else own


def _least(pattern: DayPattern, spacing: Spacing) -> list[int]:
    """The fewest days before each session but the first: as given, or the closest that its phase of the pattern has."""
    gaps = [later - earlier for earlier, later in pairwise(pattern.days)]
    if spacing.least_gap is not None:
        return [spacing.least_gap] * len(gaps)
    least: list[int] = []
    first = 1
    for count in [part.sessions for part in pattern.parts] or [len(pattern.days)]:
        inside = gaps[first - 1 : first + count - 2]
        closest = min(inside, default=0)
        if first > 1:  # from the phase before to this one
            least.append(gaps[first - 2])
        least += [closest] * len(inside)
        first += count
    return least


def _refuse(field: str, given: object, expected: str) -> None:
    raise KetadoseError("course.spacing", f"{shown(given)} does not fit", field=field, received=given, expected=expected)


BY_PATTERN = Spacing()
"""Everything as the pattern itself says."""
