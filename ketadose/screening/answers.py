"""What is known of a person: exact coded conditions, now and ever apart, and medicines by name; what is missing is unknown."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from ketadose.catalog import contraindications, interactions
from ketadose.model.patient import read_date
from ketadose.model.screening import Contraindication, Time
from ketadose.records import Record, read_text
from ketadose.screening.verdict import Reply, nearest, refuse_answer
from ketadose.terms import read_word

CODES: tuple[str, ...] = tuple(condition.code for condition in contraindications.CONDITIONS)
"""The code of every condition that the catalog names."""
AGENTS: tuple[str, ...] = tuple(dict.fromkeys(agent for each in interactions.ALL for agent in each.agents))
"""The name of every medicine, and of whatever else the catalog says interacts."""
_MEANT = {word: condition.code for condition in contraindications.CONDITIONS for word in (condition.code, condition.title)}
_MONTHS = datetime.date.max.month

Replies = tuple[tuple[str, Reply], ...]


@attrs.define(init=False, frozen=True)
class Answers(Record):
    """What is known of a person; whatever is not answered is unknown.

    `current` and `history` map the code of a condition to "yes", "no" or "unknown": whether the person has it now, and
    whether the person ever had it. Neither is taken for the other, but that a source which counts a history counts what is
    there now too. `never` names conditions of which both are "no". `planned` is for what is planned, `last` the date on which
    an event happened last: it says that there is a history. `takes` and `without` are agents, by the names of the catalog,
    that the person takes and does not take; `others` names everything else that is taken, `()` for nothing else.

    Raises `KetadoseError`: "screening.answer" for a code or name that the catalog does not have (with the nearest), one that
    is answered twice, a date for an event that never was, and a history denied of what is there now; "word.unknown",
    "date.unreadable", "argument.text".

    >>> answers = Answers(current={"psychosis": "no"}, history={"psychosis": "yes"}, never=["stroke"], takes=["opioids"])
    >>> answers.now("psychosis").value, answers.ever("psychosis").value, answers.now("liver.severe").value
    ('no', 'yes', 'unknown')
    >>> Answers(current={"hypertension.uncontroled": "no"})
    Traceback (most recent call last):
    ...
    ketadose.errors.KetadoseError: current: 'hypertension.uncontroled' is no condition of the catalog. \
Write "hypertension.uncontrolled" if that is meant. [screening.answer]
    """

    current: Replies
    history: Replies
    planned: Replies
    last: tuple[tuple[str, datetime.date], ...]
    takes: tuple[str, ...]
    without: tuple[str, ...]
    others: tuple[str, ...] | None
    _now: dict[str, Reply] = attrs.field(init=False, repr=False, eq=False)
    _ever: dict[str, Reply] = attrs.field(init=False, repr=False, eq=False)
    _last: dict[str, datetime.date] = attrs.field(init=False, repr=False, eq=False)

    def __init__(
        self,
        *,
        current: object = (),
        history: object = (),
        never: object = (),
        planned: object = (),
        last: object = (),
        takes: object = (),
        without: object = (),
        others: object = None,
    ) -> None:
        nowhere = tuple((code, Reply.NO) for code in _names(never, "never"))
        dates = _checked(tuple((code, read_date(day, "last")) for code, day in _pairs(last, "last")), "last")
        self.__attrs_init__(
            _checked((*_replies(current, "current"), *nowhere), "current"),
            _checked((*_replies(history, "history"), *nowhere), "history"),
            _checked(_replies(planned, "planned"), "planned"),
            dates,
            _agents(takes, "takes"),
            _agents(without, "without"),
            None if others is None else _others(others),
        )
        for field, pairs in (("_now", self.current), ("_ever", self.history), ("_last", dates)):
            object.__setattr__(self, field, dict(pairs))
        for name in self.takes:
            if name in self.without:
                refuse_answer("without", name, "is among what is taken", "Name it once")
        for code, reply in self.current:
            if reply is Reply.YES and self._ever.get(code) is Reply.NO:
                refuse_answer("history", code, "is there now, and yet there is no history of it", "Correct one of them")
        for code, _ in dates:
            if self._ever.get(code) is Reply.NO:
                refuse_answer("last", code, "has a date, and yet there is no history of it", "Correct one of them")

    def now(self, code: str) -> Reply:
        """Whether the person has the condition now."""
        return self._now.get(code, Reply.UNKNOWN)

    def ever(self, code: str) -> Reply:
        """Whether the person has, or ever had, the condition: yes where it is there now, or has a date."""
        if self.now(code) is Reply.YES or code in self._last:
            return Reply.YES
        return self._ever.get(code, Reply.UNKNOWN)

    def agent(self, name: str) -> Reply:
        """Whether the person takes an agent."""
        return Reply.YES if name in self.takes else Reply.NO if name in self.without else Reply.UNKNOWN

    def applies(self, fact: Contraindication, on: datetime.date | None) -> Reply:
        """Whether what a source says applies to the person on a day, at the time that the source names.

        A source that says when counts only then; one that does not say counts now and ever. A recent event counts up to and
        including the last day of the source's window, and whenever it was where the source gives no window.
        """
        code, now = fact.condition.code, self.now(fact.condition.code)
        if fact.time in {Time.CURRENT, Time.RISK}:
            return now
        if fact.time is Time.PLANNED:
            return dict(self.planned).get(code, Reply.UNKNOWN)
        ever = self.ever(code)
        if fact.time is Time.HISTORY:
            return ever
        if fact.time is Time.RECENT:
            return ever if now is Reply.YES or ever is not Reply.YES else self._recently(fact, on)
        if Reply.YES in {now, ever}:
            return Reply.YES
        return Reply.NO if {now, ever} == {Reply.NO} else Reply.UNKNOWN

    def _recently(self, fact: Contraindication, on: datetime.date | None) -> Reply:
        """Whether an event that once happened is as recent as the source says."""
        if fact.within is None and fact.months is None:
            return Reply.YES
        last = self._last.get(fact.condition.code)
        if last is None or on is None:
            return Reply.UNKNOWN
        until = last_day(fact, last)
        return Reply.YES if until is None or on <= until else Reply.NO

    def until(self, fact: Contraindication) -> datetime.date | None:
        """The last day on which the event counts to a source with a window; None where it has none, or no end is known."""
        last = self._last.get(fact.condition.code)
        windowed = fact.within is not None or fact.months is not None
        return last_day(fact, last) if windowed and last is not None else None

    def open(self, fact: Contraindication, on: datetime.date | None) -> tuple[str, ...]:
        """Which arguments would answer what the source asks; empty where it is answered."""
        code = fact.condition.code
        if self.applies(fact, on) is not Reply.UNKNOWN:
            return ()
        if fact.time is Time.UNSAID:
            given = {"current": self._now, "history": self._ever}
            return tuple(field for field, replies in given.items() if replies.get(code, Reply.UNKNOWN) is Reply.UNKNOWN)
        if fact.time is Time.RECENT and self.ever(code) is Reply.YES:
            return ("last", "on") if on is None and code not in self._last else ("on",) if on is None else ("last",)
        return {Time.PLANNED: ("planned",), Time.HISTORY: ("history",), Time.RECENT: ("history",)}.get(fact.time, ("current",))


def last_day(fact: Contraindication, last: datetime.date) -> datetime.date | None:
    """The last day on which an event of this date is recent to the source; None past the end of the calendar."""
    try:
        if fact.within is not None:
            return last + datetime.timedelta(days=fact.within)
        years, month = divmod(last.month - 1 + (fact.months or 0), _MONTHS)
        first = last.replace(year=last.year + years, month=month + 1, day=1)
    except (OverflowError, ValueError):
        return None
    return first.replace(day=min(last.day, calendar.monthrange(first.year, first.month)[1]))


def _pairs(given: Any, field: str) -> tuple[tuple[str, Any], ...]:
    """A mapping, or pairs, with text on the left."""
    if isinstance(given, Mapping):
        given = tuple(given.items())
    if type(given) in {tuple, list} and all(type(each) is tuple and len(each) == 2 and type(each[0]) is str for each in given):
        return tuple(given)
    return refuse_answer(field, given, "is no mapping of codes", f'Write {field}={{"psychosis": ...}}')


def _replies(given: object, field: str) -> Replies:
    return tuple((code, read_word(Reply, reply, field)) for code, reply in _pairs(given, field))


def _names(given: Any, field: str) -> tuple[str, ...]:
    if type(given) in {tuple, list, frozenset, set} and all(type(each) is str for each in given):
        return tuple(sorted(given))
    return refuse_answer(field, given, "is no list of names", f'Write {field}=["..."]')


def _checked(pairs: tuple[tuple[str, Any], ...], field: str) -> tuple[tuple[str, Any], ...]:
    """The pairs in the order of their codes, each a condition of the catalog and answered once."""
    found = dict(pairs)
    for code in found:
        if code not in CODES:
            near = nearest(code, _MEANT)
            fix = f'Write "{near}" if that is meant' if near else "The codes are in ketadose.screening.CODES"
            refuse_answer(field, code, "is no condition of the catalog", fix)
    if len(found) < len(pairs):
        twice = next(code for code in found if [each for each, _ in pairs].count(code) > 1)
        refuse_answer(field, twice, "is answered twice", "Answer it once, never= included")
    return tuple(sorted(found.items()))


def _agents(given: object, field: str) -> tuple[str, ...]:
    names = _names(given, field)
    for name in names:
        if name not in AGENTS:
            near = nearest(name, AGENTS)
            fix = f'Write "{near}" if that is meant' if near else "The names are in ketadose.screening.AGENTS"
            refuse_answer(field, name, "is no agent of the catalog", f"{fix}; others= is for what it does not name")
    return tuple(dict.fromkeys(names))


def _others(given: object) -> tuple[str, ...]:
    names = _names(given, "others")
    for name in names:
        read_text(name, "others", empty=False)
        near = nearest(name, AGENTS, closely=True)
        if near:
            refuse_answer("others", name, "is, or is spelled like, an agent of the catalog", f'Write takes=["{near}"]')
    return tuple(dict.fromkeys(names))


NOTHING = Answers()
"""Nobody was asked: everything is unknown."""
