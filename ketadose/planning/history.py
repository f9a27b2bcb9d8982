"""What happened in the sessions of a course: written once, kept for good, corrected only by a later entry that says so."""

from __future__ import annotations

import datetime

import attrs

from ketadose.calc.made import read_made
from ketadose.errors import KetadoseError, shown
from ketadose.measures import Amount
from ketadose.measures.reading import read_optional
from ketadose.model.patient import read_date
from ketadose.records import Record, read_text
from ketadose.terms import Word, read_word


class What(Word):
    """What happened to a session."""

    GIVEN = "given"
    PARTIAL = "partly given"
    STOPPED = "stopped"
    MISSED = "missed"
    MOVED = "moved"


_LESS = frozenset({What.PARTIAL, What.STOPPED})
"""Some of the dose was given and the rest was not."""
WITH_A_DOSE = frozenset({What.GIVEN, *_LESS})
"""The drug was given."""


@attrs.define(init=False, frozen=True)
class Entry(Record):
    """One entry of a course's history: to which session what happened, when, how much was given, who says so and why.

    `date` is when it was given, when it was missed, or to when it was moved. `amount` is what was really given; None for a
    session in which nothing was. `corrects` marks an entry that takes the place of an earlier one, which stays in the history.

    Raises `KetadoseError`: "word.unknown", "date.unreadable", "argument.text", "argument.type", "history.missing" where an
    amount is missing, "history.session" where one is given and nothing was.
    """

    session: int
    what: What
    date: datetime.date
    amount: Amount | None
    why: str
    by: str
    at: datetime.datetime | None
    corrects: bool

    def __init__(
        self,
        session: int,
        what: What | str,
        date: datetime.date | str,
        amount: object = None,
        why: str = "",
        by: str = "",
        at: datetime.datetime | None = None,
        corrects: bool = False,
    ) -> None:
        if type(session) is not int or session < 1:
            raise KetadoseError(
                "history.session", f"{shown(session)} is no number of a session", field="session", received=session
            )
        kind = read_word(What, what, "what")
        given = read_optional(Amount, amount, "amount")
        if kind in WITH_A_DOSE and given is None:
            raise KetadoseError(
                "history.missing",
                f"session {shown(session)} was {kind.value}: how much was given is not said",
                field="amount",
                fix='Write amount="17.5 mg"',
            )
        if kind not in WITH_A_DOSE and given is not None:
            raise KetadoseError(
                "history.session",
                f"session {shown(session)} was {kind.value}, and yet an amount is given",
                field="amount",
                received=given.exact,
                fix='Leave out amount=, or write "given", "partly given" or "stopped"',
            )
        if type(corrects) is not bool:
            raise KetadoseError("argument.type", f"{shown(corrects)} is neither True nor False", field="corrects")
        made = read_made(at, by)
        text = read_text(why, "why")
        self.__attrs_init__(session, kind, read_date(date, "date"), given, text, made.by, made.at, corrects)

    def __str__(self) -> str:
        to = "to" if self.what is What.MOVED else "on"
        amount = f", {self.amount}" if self.amount else ""
        why = f": {self.why}" if self.why else ""
        corrected = ", correcting an earlier entry" if self.corrects else ""
        return f"session {self.session} {self.what.value} {to} {self.date.isoformat()}{amount}{why}{corrected}"


def standing(history: tuple[Entry, ...]) -> dict[int, Entry]:
    """The entry that stands for each session about which there is one.

    A session that was only moved is still to come, and so is one that was missed and then moved: it is made up.
    """
    told: dict[int, Entry] = {}
    for entry in history:
        if entry.what is not What.MOVED:
            told[entry.session] = entry
        elif entry.corrects or (entry.session in told and told[entry.session].what is What.MISSED):
            told.pop(entry.session, None)
    return told
