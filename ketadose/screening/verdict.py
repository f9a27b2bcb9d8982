"""Three answers and no fourth: pass, hold, unknown; what was asked, what was judged, and what would turn it into a pass."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.findings import Finding
from ketadose.model.screening import Advice
from ketadose.records import Record, read_text, whole
from ketadose.terms import Severity, Word

HOLDS = frozenset({Advice.CONTRAINDICATED, Advice.DO_NOT_CO_ADMINISTER, Advice.NOT_RECOMMENDED, Advice.EXCLUDED})
"""What a source says that holds a treatment; every other class but `NO_OBJECTION` is to be weighed by somebody."""

_LONGEST = 60
_LIKE = 0.6
_CLOSELY = 0.85
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters to Unicode, and blank on paper."""


class Answer(Word):
    """Whether something may go ahead: missing data is `UNKNOWN`, never `PASS`."""

    PASS = "pass"  # noqa: S105
    HOLD = "hold"
    UNKNOWN = "unknown"


class Reply(Word):
    """What a person, or somebody who knows, answers to a question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def combine(answers: Iterable[Answer]) -> Answer:
    """Any hold holds; else any unknown is unknown; else it passes. Where nothing was asked, nothing is known.

    >>> combine([Answer.PASS, Answer.UNKNOWN, Answer.HOLD]).value, combine([Answer.PASS]).value, combine([]).value
    ('hold', 'pass', 'unknown')
    """
    given = set(answers)
    if Answer.HOLD in given:
        return Answer.HOLD
    return Answer.PASS if given == {Answer.PASS} else Answer.UNKNOWN


@attrs.frozen
class Weighed(Record):
    """Somebody has weighed what a source only warns of: the code of the item, who, and why it may go ahead.

    It turns an item that is to be weighed into a pass that says so. Nothing that a source contraindicates or excludes is to be
    weighed, so that it lets none of that pass; and it answers no question.

    Raises `KetadoseError` "argument.text" without a code, a name or a reason that has a letter or a digit in it.

    >>> print(Weighed("opioids", "A. Doctor", "stable low dose"))
    opioids weighed by A. Doctor: stable low dose
    """

    code: str
    by: str
    reason: str

    def __attrs_post_init__(self) -> None:
        for field in ("code", "by", "reason"):
            _legible(read_text(getattr(self, field), f"weighed {field}", empty=False), f"weighed {field}")

    def __str__(self) -> str:
        return f"{self.code} weighed by {self.by}: {self.reason}"


def _legible(given: str, field: str) -> None:
    """Refuse text without a letter or a digit that can be seen."""
    if not any(each.isalnum() and each not in _FILLERS for each in given):
        problem, expected = f"{shown(given)} says nothing", "at least one letter or digit"
        raise KetadoseError("argument.text", problem, field=field, received=given, expected=expected)


@attrs.frozen
class Item(Record):
    """One thing that was asked: the answer, what it was judged by, and in words what would turn it into a pass."""

    code: str
    asked: str
    answer: Answer
    why: str
    to_pass: str = ""
    citations: tuple[Citation, ...] = ()
    weighing: bool = False
    """Whether it does not pass only because somebody has to weigh it."""
    notes: tuple[Finding, ...] = attrs.field(default=(), repr=False)

    def __str__(self) -> str:
        to_pass = f" To pass: {self.to_pass}." if self.to_pass else ""
        return f"{self.answer.value}: {self.asked}: {self.why}.{to_pass}"

    def told(self, area: str) -> tuple[Finding, ...]:
        """The findings of this item under the codes of an area: a hold is a STOP, an unknown a CAUTION; neither is raised."""
        if self.answer is Answer.PASS:
            return self.notes
        severity = Severity.STOP if self.answer is Answer.HOLD else Severity.CAUTION
        citation = self.citations[0] if self.citations else None
        found = Finding(f"{area}.{self.answer.value}", severity, f"{self.asked}: {self.why}; to pass: {self.to_pass}", citation)
        return (found, *self.notes)


def settled(item: Item, decisions: tuple[Weighed, ...], area: str) -> Item:
    """The item, passed where it is only to be weighed and somebody has weighed it; that stays on the record."""
    for decision in decisions:
        if item.weighing and decision.code == item.code:
            why = f"{item.why}; {decision}"
            citation = item.citations[0] if item.citations else None
            note = Finding(f"{area}.weighed", Severity.CAUTION, f"{item.asked}: {why}", citation)
            return attrs.evolve(item, answer=Answer.PASS, why=why, to_pass="", weighing=False, notes=(*item.notes, note))
    return item


def read_weighed(given: object, codes: Iterable[str]) -> tuple[Weighed, ...]:
    """The decisions, each about something that was asked.

    Raises `KetadoseError`: "argument.type", "screening.answer" for a code that was not asked.
    """
    several = read_kinds(given, Weighed, "weighed")
    known = tuple(codes)
    for each in several:
        if each.code not in known:
            near = nearest(each.code, known)
            refuse_answer("weighed", each.code, "was not asked here", f'Write "{near}" if that is meant' if near else "")
    return several


def nearest(given: str, known: Iterable[str], *, closely: bool = False) -> str:
    """What may have been meant, the meaning of the nearest word where `known` is a mapping; empty where nothing is near."""
    from difflib import get_close_matches

    meant = dict(known) if isinstance(known, Mapping) else {each: each for each in known}
    lowered = {word.lower(): meaning for word, meaning in meant.items()}
    near = get_close_matches(given[:_LONGEST].strip().lower(), lowered, n=1, cutoff=_CLOSELY if closely else _LIKE)
    return lowered[near[0]] if near else ""


def refuse_answer(field: str, given: object, problem: str, fix: str) -> NoReturn:
    """Refuse an answer that answers nothing, or two that contradict each other."""
    raise KetadoseError("screening.answer", f"{shown(given)} {problem}", field=field, received=given, fix=fix)


def read_kind(given: object, kind: type[Any], field: str, *, optional: bool = False) -> None:
    """Refuse what is no record of this kind, or one that was never filled.

    Raises `KetadoseError`: "argument.type", "record.hollow".
    """
    if optional and given is None:
        return
    if type(given) is not kind:
        problem, expected = f"{shown(given)} is no {kind.__name__}", f"one {kind.__name__}"
        raise KetadoseError("argument.type", problem, field=field, received=given, expected=expected)
    whole(given, field)


def read_kinds(given: Any, kind: type[Any], field: str) -> tuple[Any, ...]:
    """One record of this kind, several, or none, as a tuple.

    Raises `KetadoseError`: "argument.type", "record.hollow".
    """
    several = () if given is None else given if type(given) in {tuple, list} else (given,)
    for each in several:
        read_kind(each, kind, field)
    return tuple(several)


def read_moment(given: object, field: str) -> datetime.datetime:
    """A time with its zone, so that it is one moment everywhere.

    Raises `KetadoseError` "time.unreadable".
    """
    if type(given) is datetime.datetime and datetime.MINYEAR < given.year < datetime.MAXYEAR and _zoned(given):
        return given
    raise KetadoseError(
        "time.unreadable",
        f"{shown(given)} is not a time with its zone",
        field=field,
        received=given,
        expected="a datetime.datetime with tzinfo",
    )


def _zoned(moment: datetime.datetime) -> bool:
    """Whether the time has a zone that can be told in UTC and back; a zone that fails to is none."""
    try:
        return moment.utcoffset() is not None and moment.astimezone(datetime.UTC).astimezone(moment.tzinfo) == moment
    except Exception:
        return False


def clock(moment: datetime.datetime) -> str:
    """A moment in words, to the minute unless it has seconds."""
    return moment.isoformat(" ", "seconds" if moment.second or moment.microsecond else "minutes")


def elapsed(since: datetime.datetime, until: datetime.datetime) -> Fraction:
    """The hours of real time from one moment to another, exactly; less than zero where the second is earlier.

    >>> from zoneinfo import ZoneInfo
    >>> night = [datetime.datetime(2026, 10, 25, hour, tzinfo=ZoneInfo("Europe/Berlin")) for hour in (1, 4)]
    >>> print(elapsed(*night))
    4
    """
    apart = until.astimezone(datetime.UTC) - since.astimezone(datetime.UTC)
    return Fraction(
        apart // datetime.timedelta(microseconds=1), datetime.timedelta(hours=1) // datetime.timedelta(microseconds=1)
    )
