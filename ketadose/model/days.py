"""On which days the sessions of a course fall; day 1 is the first session."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.findings import Finding
from ketadose.model.cited import read_citation
from ketadose.records import Record, is_a, read_text, whole
from ketadose.terms import PhaseKind, Severity, Weekday

MOST_SESSIONS = 1000
"""A course of more sessions is refused: a guard against typing errors."""
_WEEK = len(Weekday)
_LONGEST = 400 * _WEEK


@attrs.frozen
class Part(Record):
    """A part of a course: how many sessions it has, what it is for, and on what condition it is given at all."""

    sessions: int
    kind: PhaseKind | None = None
    condition: str = ""

    def __attrs_post_init__(self) -> None:
        if not _counts(self.sessions, MOST_SESSIONS) or type(self.kind) not in {PhaseKind, type(None)}:
            refuse_days("parts", self.sessions, "a number of sessions, and a kind of phase or None")
        read_text(self.condition, "condition")


def read_days(given: Any) -> tuple[Any, ...]:
    """The days as a tuple, or one day alone."""
    return tuple(given) if type(given) in {tuple, list} else (given,)


@attrs.frozen
class DayPattern(Record):
    """The days of a course, day 1 being the first session.

    `within` is the last day that the source allows; `derived` says how the days were found where the source gives only
    their number and span; `ascending` means that session n takes the regimen's n-th dose. `lasts` is how many days the
    pattern takes before another may follow, its last day if nothing is said; `parts` are its phases, in order.

    Patterns are also made by rule, and put one after another:

    >>> import ketadose as kd
    >>> kd.DayPattern.weekly(2, weeks=3).days
    (1, 4, 8, 11, 15, 18)
    >>> twice = kd.DayPattern.weekly(2, weeks=4)
    >>> twice.then(kd.DayPattern.weekly(1, weeks=4)).then(kd.DayPattern.every(14, sessions=3)).days
    (1, 4, 8, 11, 15, 18, 22, 25, 29, 36, 43, 50, 57, 71, 85)
    """

    days: tuple[int, ...] = attrs.field(converter=read_days)
    citation: Citation
    within: int | None = None
    derived: str = ""
    ascending: bool = False
    lasts: int | None = None
    parts: tuple[Part, ...] = ()
    shortest_gap: int | None = attrs.field(init=False, repr=False, eq=False)
    """The fewest days from one session to the next; None for a single session."""
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)
    """What must be said of the days whoever the patient is: made once."""
    _most: dict[int, int] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        days = self.days
        if not days or any(type(day) is not int for day in days) or days[0] != 1 or any(a >= b for a, b in pairwise(days)):
            self._refuse("days that rise from day 1")
        if len(days) > MOST_SESSIONS:
            self._refuse(f"at most {MOST_SESSIONS:,} sessions")
        if not is_a(self.citation, Citation) or type(self.ascending) is not bool:
            self._refuse("days with a citation")
        read_text(self.derived, "derived")
        if self.within is not None and (type(self.within) is not int or days[-1] > self.within):
            self._refuse(f"a last day on or before day {shown(self.within)}")
        self._check_parts()
        gaps = [b - a for a, b in pairwise(days)]
        object.__setattr__(self, "shortest_gap", min(gaps, default=None))
        object.__setattr__(self, "findings", self._about())

    def _check_parts(self) -> None:
        if self.lasts is not None and (type(self.lasts) is not int or self.lasts < self.days[-1]):
            refuse_days("lasts", self.lasts, f"at least the {self.days[-1]} days of the pattern")
        if type(self.parts) is not tuple or any(not is_a(part, Part) for part in self.parts):
            refuse_days("parts", self.parts, "a tuple of Part")
        if self.parts and sum(part.sessions for part in self.parts) != len(self.days):
            refuse_days("parts", [part.sessions for part in self.parts], f"{len(self.days)} sessions in all parts together")

    def _about(self) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = ()
        if self.derived:
            found += (Finding("course.derived", Severity.NOTE, f"the days were derived: {self.derived}", self.citation),)
        first = 1
        for part in self.parts:
            last = first + part.sessions - 1
            which = f"session {first} is" if part.sessions == 1 else f"sessions {first} to {last} are"
            if part.condition:
                words = "{} given only on a condition: {}"
                found += (Finding("course.condition", Severity.NOTE, words, self.citation, (which, part.condition)),)
            first = last + 1
        return found

    @classmethod
    def weekly(cls, a_week: int, *, weeks: int, source: Source | Citation | None = None) -> DayPattern:
        """So many sessions in each week, spread as evenly as whole days allow: 2 are days 1 and 4, 3 are days 1, 3 and 5."""
        if not _counts(a_week, _WEEK) or not _counts(weeks, _LONGEST // _WEEK):
            refuse_days("a_week, weeks", (a_week, weeks), "1 to 7 sessions a week, for at least one week")
        days = tuple(_WEEK * week + _WEEK * each // a_week + 1 for week in range(weeks) for each in range(a_week))
        told = f"{a_week} a week for {weeks} week{'' if weeks == 1 else 's'}, spread evenly"
        return cls._made(days, source, "" if a_week in {1, _WEEK} else told, _WEEK * weeks)

    @classmethod
    def every(cls, days: int, *, sessions: int, source: Source | Citation | None = None) -> DayPattern:
        """A session every so many days.

        >>> DayPattern.every(3, sessions=4).days
        (1, 4, 7, 10)
        """
        if not _counts(days, _LONGEST) or not _counts(sessions, MOST_SESSIONS) or days * sessions > _LONGEST:
            refuse_days("days, sessions", (days, sessions), "a number of days and of sessions, within eight years")
        return cls._made(tuple(range(1, days * sessions + 1, days)), source, "", days * sessions)

    @classmethod
    def daily(cls, sessions: int, *, source: Source | Citation | None = None) -> DayPattern:
        """A session every day."""
        return cls.every(1, sessions=sessions, source=source)

    @classmethod
    def spread(cls, sessions: int, *, within: int, source: Source | Citation | None = None) -> DayPattern:
        """So many sessions within a span of days, the first on day 1 and the last on its last, as evenly as may be.

        >>> DayPattern.spread(6, within=21).days
        (1, 5, 9, 13, 17, 21)
        """
        if not _counts(within, _LONGEST) or not _counts(sessions, min(MOST_SESSIONS, within)):
            refuse_days("sessions, within", (sessions, within), "a number of sessions, and at least as many days")
        steps = max(sessions - 1, 1)
        days = tuple((within - 1) * each // steps + 1 for each in range(sessions))
        return attrs.evolve(cls._made(days, source, f"{sessions} within {within} days, spread evenly", within), within=within)

    @classmethod
    def _made(cls, days: tuple[int, ...], source: Source | Citation | None, derived: str, lasts: int) -> DayPattern:
        return cls(days, read_citation(source), derived=derived, lasts=lasts)

    def called(self, kind: PhaseKind | None, condition: str = "") -> DayPattern:
        """The same days as one phase of a treatment, given only on a condition if one is named."""
        return attrs.evolve(self, parts=(Part(len(self.days), kind, condition),))

    def then(self, other: DayPattern, *, after: int = 0) -> DayPattern:
        """These days and, when they have passed and `after` more days with them, those of the other pattern.

        Only the span of the last pattern is kept.

        >>> from ketadose.terms import PhaseKind
        >>> trial, course = DayPattern.every(7, sessions=1), DayPattern.weekly(2, weeks=3)
        >>> trial.then(course.called(PhaseKind.INDUCTION, "a response to the first")).days
        (1, 8, 11, 15, 18, 22, 25)
        """
        if type(other) is not DayPattern or type(after) is not int or not 0 <= after <= _LONGEST:
            refuse_days("then", (other, after), "a DayPattern, and a number of days between the two")
        before = (self.lasts or self.days[-1]) + after
        if self.ascending or other.ascending:
            refuse_days("then", other, "patterns whose doses do not rise with the sessions: give levels= to the course")
        days = (*self.days, *(before + day for day in whole(other, "then").days))
        return DayPattern(
            days,
            self.citation,
            None if other.within is None else before + other.within,
            _joined(self.derived, other.derived),
            lasts=before + (other.lasts or other.days[-1]),
            parts=(*self._as_parts(), *other._as_parts()) if self.parts or other.parts else (),
        )

    def repeated(self, times: int, *, rest: int = 0) -> DayPattern:
        """The same days several times over, with `rest` days between two blocks.

        >>> DayPattern((1, 3, 5), DayPattern.daily(1).citation).repeated(2, rest=9).days
        (1, 3, 5, 15, 17, 19)
        """
        if not _counts(times, MOST_SESSIONS) or times * len(self.days) > MOST_SESSIONS:
            refuse_days("times", times, f"a number of times, and at most {MOST_SESSIONS:,} sessions in all")
        if type(rest) is not int or not 0 <= rest <= _LONGEST:
            refuse_days("rest", rest, "a number of days between two blocks")
        if times == 1:
            return self
        half = self.repeated(times // 2, rest=rest)  # one block after another would check the first of them again each time
        both = half.then(half, after=rest)
        return both.then(self, after=rest) if times % 2 else both

    def _as_parts(self) -> tuple[Part, ...]:
        return self.parts or (Part(len(self.days)),)

    def part_of(self, number: int) -> Part | None:
        """The part to which the session of this number belongs; None where the pattern names no parts."""
        for part in self.parts:
            if number <= part.sessions:
                return part
            number -= part.sessions
        return None

    def most_in(self, span: int) -> int:
        """The most sessions in any `span` days in a row."""
        most = self._most.get(span)
        if most is None:
            most = max(sum(first <= day < first + span for day in self.days) for first in self.days)
            self._most[span] = most
        return most

    def shortened(self, sessions: int) -> DayPattern:
        """The first so many days of the pattern.

        Raises `KetadoseError` "regimen.pattern".
        """
        if not _counts(sessions, len(self.days)):
            refuse_days("sessions", sessions, f"a whole number from 1 to {len(self.days)}")
        parts, left = [], sessions
        for part in self.parts:
            if left > 0:
                parts.append(attrs.evolve(part, sessions=min(part.sessions, left)))
            left -= part.sessions
        return attrs.evolve(self, days=self.days[:sessions], lasts=None, parts=tuple(parts))

    def _refuse(self, expected: str) -> NoReturn:
        raise KetadoseError(
            "regimen.pattern", f"{shown(self.days)} is no pattern of days", field="days", received=self.days, expected=expected
        )


def _joined(one: str, other: str) -> str:
    """How both patterns were derived, each thing once."""
    told = "; then ".join(dict.fromkeys(each for each in (one, other) if each))
    return told if len(told) <= _FITTING else "several patterns one after another, each by its rule"


_FITTING = 200
"""Characters of what is said of a derivation."""


def refuse_days(field: str, given: object, expected: str) -> NoReturn:
    """Refuse what makes no pattern of days."""
    raise KetadoseError(
        "regimen.pattern", f"{shown(given)} is no pattern of days", field=field, received=given, expected=expected
    )


def _counts(given: object, most: int) -> bool:
    return type(given) is int and 1 <= given <= most
