"""How a source conducts a treatment beyond its dose: for whom, in which phases, with what steps, watched how."""

from __future__ import annotations

from typing import NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.measures import Age, Amount, Duration, PerWeight
from ketadose.measures.reading import filled
from ketadose.model.days import MOST_SESSIONS, DayPattern
from ketadose.model.level import DoseLevel
from ketadose.records import Record, is_a, read_text
from ketadose.terms import PhaseKind, Weekday


@attrs.frozen
class AgeRange(Record):
    """The ages that a source doses in this way: from one on, under another; and where it says so."""

    citation: Citation
    from_age: Age | None = None
    under: Age | None = None

    def __attrs_post_init__(self) -> None:
        ends = (self.from_age, self.under)
        known = is_a(self.citation, Citation) and all(end is None or is_a(end, Age) for end in ends)
        if not known or ends == (None, None) or (None not in ends and ends[0] >= ends[1]):  # type: ignore[operator]
            _refuse("ages", ends, "an age from, an age under, or both in order, and a citation")

    def holds(self, age: Age) -> bool:
        """Whether the age is in the range; `under` itself is outside."""
        return (self.from_age is None or age >= self.from_age) and (self.under is None or age < self.under)

    def __str__(self) -> str:
        parts = [f"from {self.from_age}" if self.from_age else "", f"under {self.under}" if self.under else ""]
        return " and ".join(part for part in parts if part)


Span = tuple[int, int]
_WEEK = len(Weekday)


@attrs.frozen
class Phase(Record):
    """One phase of a treatment: how many sessions, how often, for how long, and on what condition.

    `sessions`, `every` (days from one session to the next) and `weeks` are spans, the least and the most that the source
    says; `a_week` is sessions in each week. What the source leaves open is None.

    Raises `KetadoseError` "regimen.phase" for a span that is not two rising whole numbers.

    >>> from ketadose.evidence import Citation, sources
    >>> label = Citation(sources.SPRAVATO_UK, "dosage and administration")
    >>> print(Phase(PhaseKind.MAINTENANCE, label, every=(7, 14), condition="the least frequent that holds"))
    maintenance: every 7 to 14 days; the least frequent that holds
    """

    kind: PhaseKind
    citation: Citation
    sessions: Span | None = None
    every: Span | None = None
    a_week: int | None = None
    weeks: Span | None = None
    condition: str = ""

    def __attrs_post_init__(self) -> None:
        if type(self.kind) is not PhaseKind or not is_a(self.citation, Citation):
            _refuse("phase", self.kind, "a kind of phase and a citation")
        for field in ("sessions", "every", "weeks"):
            span = getattr(self, field)
            if span is not None and not _is_span(span):
                _refuse(field, span, "the least and the most, such as (4, 8)")
        if self.a_week is not None and not _counts(self.a_week):
            _refuse("a_week", self.a_week, "a whole number of sessions")
        read_text(self.condition, "condition")
        if not any((self.sessions, self.every, self.a_week, self.weeks, self.condition.strip())):
            _refuse("phase", self.kind.value, "sessions, how often, how long, or a condition")

    def days(self, *, sessions: int | None = None, every: int | None = None, weeks: int | None = None) -> DayPattern:
        """The days of this phase; what its source leaves open is an argument, within what the source says.

        Raises `KetadoseError`: "regimen.phase" where something is left open, with what to choose from, or lies outside the
        source's span; "regimen.pattern".

        >>> import ketadose as kd
        >>> induction, weekly, upkeep = kd.protocols.SPRAVATO_US.phases
        >>> induction.days().then(weekly.days()).then(upkeep.days(every=14, sessions=2)).days
        (1, 4, 8, 11, 15, 18, 22, 25, 29, 36, 43, 50, 57, 71)
        """
        count, length = _chosen(self, "sessions", sessions), _chosen(self, "weeks", weeks)
        if self.a_week is not None:
            if every is not None:
                _refuse("every", every, f"no interval: the source says {self.a_week} a week")
            length = length or _weeks_for(count, self.a_week)
            if length is None:
                _refuse("weeks", None, "for how many weeks: the source leaves it open")
            pattern = DayPattern.weekly(self.a_week, weeks=length, source=self.citation)
        else:
            gap = _chosen(self, "every", every)
            if gap is None or (count is None and length is None):
                _refuse("every, sessions", (every, sessions), "days between sessions, and how many sessions or weeks")
            fitting = None if length is None else (_WEEK * length + gap - 1) // gap
            pattern = DayPattern.every(gap, sessions=count or fitting or 1, source=self.citation)
            if fitting is not None and fitting < len(pattern.days):
                _refuse("sessions", sessions, f"at most {fitting} in {length} weeks")
        if count is not None and count > len(pattern.days):
            _refuse("sessions", sessions, f"at most {len(pattern.days)} in {length} weeks")
        pattern = pattern if count is None or count == len(pattern.days) else pattern.shortened(count)
        return pattern.called(self.kind, self.condition)

    def __str__(self) -> str:
        told = []
        if self.sessions is not None:
            told.append(f"{_span(self.sessions)} session{'' if self.sessions == (1, 1) else 's'}")
        if self.a_week is not None:
            told.append("once a week" if self.a_week == 1 else f"{self.a_week} times a week")
        if self.every is not None:
            told.append("every day" if self.every == (1, 1) else f"every {_span(self.every)} days")
        if self.weeks is not None:
            told.append(f"for {_span(self.weeks)} week{'' if self.weeks == (1, 1) else 's'}")
        how = ", ".join(told)
        return f"{self.kind.value}: {'; '.join(each for each in (how, self.condition) if each)}"


@attrs.frozen
class Titration(Record):
    """When a source changes the dose along its levels; a rule to propose by, never applied by itself.

    `improvement` is the percentage of improvement below which the next level is given, `after` the number of sessions
    after which that is judged; None where the source says otherwise, in `rule`. `by` is the largest step, `up_to` the
    highest level of the rule, `every` the fewest days from one step to the next, `down_to` the level for those who do not
    tolerate a higher one. `everybody` says that the next level is for all; `response` that it is for those who have not
    responded. Of `improvement`, `everybody` and `response` there is at most one; without any the source leaves it open.

    Raises `KetadoseError` "regimen.phase" for figures that are not whole numbers, levels of two kinds, and two conditions.

    >>> from ketadose.evidence import Citation, sources
    >>> print(Titration("up weekly", Citation(sources.CAN_2021, "abstract"), up_to=PerWeight("3 mg/kg"), every=7))
    up weekly; up to 3 mg/kg; no sooner than every 7 days
    """

    rule: str
    citation: Citation
    improvement: int | None = None
    after: int | None = None
    by: DoseLevel | None = None
    up_to: DoseLevel | None = None
    down_to: DoseLevel | None = None
    every: int | None = None
    everybody: bool = False
    response: bool = False

    def __attrs_post_init__(self) -> None:
        read_text(self.rule, "rule", empty=False)
        if not is_a(self.citation, Citation):
            _refuse("titration", self.citation, "a citation")
        for field in ("improvement", "after", "every"):
            figure = getattr(self, field)
            if figure is not None and not _counts(figure):
                _refuse(field, figure, "a whole number")
        if any(type(level) not in {Amount, PerWeight} for level in self.levels) or len(set(map(type, self.levels))) > 1:
            _refuse("by, up_to, down_to", self.levels, "amounts, or amounts per weight")
        for level in self.levels:
            filled(level, "titration")
        conditions = (self.improvement is not None, self.everybody, self.response)
        if any(type(each) is not bool for each in conditions) or sum(conditions) > 1:
            _refuse("improvement, everybody, response", conditions, "at most one of them, the last two True or False")

    @property
    def levels(self) -> tuple[DoseLevel, ...]:
        """The step and the ends that the rule names: all of one kind."""
        return tuple(each for each in (self.by, self.up_to, self.down_to) if each is not None)

    def __str__(self) -> str:
        below = f"; for an improvement of less than {self.improvement} %" if self.improvement else ""
        judged = f"; judged after {self.after} session{'' if self.after == 1 else 's'}" if self.after else ""
        unsaid = "".join(f"; {part}" for part in self._parts() if part not in self.rule)
        return f"{self.rule}{below}{judged}{unsaid}"

    def _parts(self) -> list[str]:
        """The other parts in words; those that the rule has in the same words are not said twice."""
        named = (("by", self.by), ("up to", self.up_to), ("down to", self.down_to))
        told = [f"{name} {level}" for name, level in named if level is not None]
        told += [f"no sooner than every {self.every} day{'' if self.every == 1 else 's'}"] if self.every else []
        told += ["for everybody"] if self.everybody else []
        return [*told, "for those who have not responded"] if self.response else told


@attrs.frozen
class Monitoring(Record):
    """What a source watches in a session: at which minutes from the start, for at least how long, until when.

    Raises `KetadoseError` "regimen.phase" for minutes that do not rise.

    >>> from ketadose.evidence import Citation, sources
    >>> print(Monitoring("blood pressure", Citation(sources.SPRAVATO_UK, "precautions"), minutes=(0, 40)))
    blood pressure: at 0 and 40 min
    """

    what: str
    citation: Citation
    minutes: tuple[int, ...] = ()
    at_least: Duration | None = None
    until: str = ""

    def __attrs_post_init__(self) -> None:
        read_text(self.what, "monitoring", empty=False)
        read_text(self.until, "until")
        minutes = self.minutes
        whole = type(minutes) is tuple and all(type(minute) is int and minute >= 0 for minute in minutes)
        rising = whole and list(minutes) == sorted(set(minutes))
        if not is_a(self.citation, Citation) or not rising or not (self.at_least is None or is_a(self.at_least, Duration)):
            _refuse("monitoring", self.minutes, "rising minutes, a Duration and a citation")

    def __str__(self) -> str:
        told = []
        if self.minutes:
            *before, last = map(str, self.minutes)
            told.append(f"at {' and '.join([', '.join(before), last] if before else [last])} min")
        if self.at_least is not None:
            told.append(f"for at least {self.at_least}")
        if self.until:
            told.append(f"until {self.until}")
        return f"{self.what}: {', '.join(told)}" if told else self.what


def _chosen(phase: Phase, field: str, given: int | None) -> int | None:
    """What was chosen, or the only figure that the source has; None where neither says."""
    span: Span | None = getattr(phase, field)
    if given is None:
        if span is None or span[0] == span[1]:
            return span and span[0]
        return _refuse(field, None, f"a choice: the source says {_span(span)}")
    if not _counts(given) or given > MOST_SESSIONS or (span is not None and not span[0] <= given <= span[1]):
        return _refuse(field, given, f"{_span(span)}, as the source says" if span else "a whole number")
    return given


def _weeks_for(count: int | None, a_week: int) -> int | None:
    return None if count is None else -(-count // a_week)


def _counts(given: object) -> bool:
    return type(given) is int and given > 0


def _is_span(given: object) -> bool:
    return type(given) is tuple and len(given) == 2 and all(map(_counts, given)) and given[0] <= given[1]


def _span(span: Span) -> str:
    least, most = span
    return str(least) if least == most else f"{least} to {most}"


def _refuse(field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError("regimen.phase", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
