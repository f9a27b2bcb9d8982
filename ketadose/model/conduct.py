"""How a source conducts a treatment beyond its dose: for whom, in which phases, with what steps, watched how."""

from __future__ import annotations

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.measures import Age, Duration
from ketadose.records import Record, read_text
from ketadose.terms import Word


@attrs.frozen
class AgeRange(Record):
    """The ages that a source doses in this way: from one on, under another; and where it says so."""

    citation: Citation
    from_age: Age | None = None
    under: Age | None = None

    def __attrs_post_init__(self) -> None:
        ends = (self.from_age, self.under)
        known = type(self.citation) is Citation and all(type(end) in {Age, type(None)} for end in ends)
        if not known or ends == (None, None) or (None not in ends and ends[0] >= ends[1]):  # type: ignore[operator]
            _refuse("ages", tuple(str(end) for end in ends), "an age from, an age under, or both in order, and a citation")

    def holds(self, age: Age) -> bool:
        """Whether the age is in the range; `under` itself is outside."""
        return (self.from_age is None or age >= self.from_age) and (self.under is None or age < self.under)

    def __str__(self) -> str:
        parts = [f"from {self.from_age}" if self.from_age else "", f"under {self.under}" if self.under else ""]
        return " and ".join(part for part in parts if part)


class PhaseKind(Word):
    """The part that a phase plays in a treatment."""

    TRIAL = "trial"
    INDUCTION = "induction"
    CONTINUATION = "continuation"
    TAPER = "taper"
    MAINTENANCE = "maintenance"


Span = tuple[int, int]


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
        if type(self.kind) is not PhaseKind or type(self.citation) is not Citation:
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
    after which that is judged; None where the source says otherwise, in `rule`.

    Raises `KetadoseError` "regimen.phase" for figures that are not whole numbers.
    """

    rule: str
    citation: Citation
    improvement: int | None = None
    after: int | None = None

    def __attrs_post_init__(self) -> None:
        read_text(self.rule, "rule", empty=False)
        if type(self.citation) is not Citation:
            _refuse("titration", self.citation, "a citation")
        for field in ("improvement", "after"):
            figure = getattr(self, field)
            if figure is not None and not _counts(figure):
                _refuse(field, figure, "a whole number")

    def __str__(self) -> str:
        below = f"; for an improvement of less than {self.improvement} %" if self.improvement else ""
        judged = f"; judged after {self.after} session{'' if self.after == 1 else 's'}" if self.after else ""
        return f"{self.rule}{below}{judged}"


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
        if type(self.citation) is not Citation or not rising or type(self.at_least) not in {Duration, type(None)}:
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


def _counts(given: object) -> bool:
    return type(given) is int and given > 0


def _is_span(given: object) -> bool:
    return type(given) is tuple and len(given) == 2 and all(map(_counts, given)) and given[0] <= given[1]


def _span(span: Span) -> str:
    least, most = span
    return str(least) if least == most else f"{least} to {most}"


def _refuse(field: str, given: object, expected: str) -> None:
    raise KetadoseError("regimen.phase", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
