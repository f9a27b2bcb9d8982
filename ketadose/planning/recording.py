"""Writing down what happened in a session: the sessions and the history as they are afterwards."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.model.patient import read_date
from ketadose.planning.history import WITH_A_DOSE, Entry, What, standing
from ketadose.planning.session import Session, numbered
from ketadose.terms import read_word

Sessions = tuple[Session, ...]


def find_session(sessions: Sessions, number: object) -> Session:
    """The session of this number.

    Raises `KetadoseError` "history.session".
    """
    for session in sessions:
        if type(number) is int and session.number == number:
            return session
    numbers = [session.number for session in sessions]
    whole = numbers == list(range(numbers[0], numbers[-1] + 1))
    raise KetadoseError(
        "history.session",
        f"the course has no session {shown(number)}",
        field="session",
        received=number,
        expected=f"a number from {numbers[0]} to {numbers[-1]}" if whole else "one of " + ", ".join(map(str, numbers)),
    )


def recorded(
    sessions: Sessions, history: tuple[Entry, ...], number: int, what: What | str, **said: Any
) -> tuple[Sessions, Entry]:
    """The sessions and the new entry, when something happened to one of them.

    Raises `KetadoseError`: "history.session", "history.order", "history.missing" and those of `Entry`.
    """
    session = find_session(sessions, number)
    kind = read_word(What, what, "what")
    date, amount = said.pop("date"), said.pop("amount")
    if kind is What.MOVED and date is None:
        raise KetadoseError(
            "history.missing", f"session {number} was moved: to when is not said", field="date", fix='Write date="2026-01-16"'
        )
    if kind is What.MISSED and date is not None and read_date(date, "date") != session.date:
        raise KetadoseError(
            "history.session",
            f"session {number} was planned for {session.date.isoformat()}, which is the date that it can be missed on",
            field="date",
            received=date,
            fix='Leave out date=, or write "moved" first',
        )
    if kind is What.GIVEN and amount is None:
        amount = session.dose.amount
    entry = Entry(number, kind, session.date if date is None else date, amount, **said)
    _check_amount(session, entry)
    _check_standing(standing(history).get(number), entry)
    moved = tuple(attrs.evolve(each, date=entry.date) if each is session else each for each in sessions)
    _check_order(moved, standing((*history, entry)), entry)
    if entry.what is What.MOVED:
        moved = tuple(_explained(each, session.date, entry) if each.number == number else each for each in moved)
    return numbered(moved), entry


def _explained(moved: Session, before: datetime.date, entry: Entry) -> Session:
    return attrs.evolve(moved, why=f"moved from {before.isoformat()}{': ' + entry.why if entry.why else ''}")


def _check_amount(session: Session, entry: Entry) -> None:
    """Part of a dose is less than the dose."""
    partly = entry.what in WITH_A_DOSE - {What.GIVEN}
    if partly and entry.amount is not None and entry.amount >= session.dose.amount:
        raise KetadoseError(
            "history.session",
            f"{entry.amount} is no part of {session.dose.amount}",
            field="amount",
            received=entry.amount.exact,
            expected=f"less than {session.dose.amount}",
            fix='Write "given" where all of it was',
        )


def _check_standing(before: Entry | None, entry: Entry) -> None:
    """What is written stays; a second entry about a session has to say that it corrects the first."""
    made_up = before is not None and before.what is What.MISSED and entry.what is What.MOVED
    if made_up or (before is not None) is entry.corrects:
        return
    if before is not None:
        raise KetadoseError(
            "history.session",
            f"session {entry.session} was {before.what.value} on {before.date.isoformat()}: that is written already",
            field="session",
            received=entry.session,
            fix="Write corrects=True to correct it; both entries stay",
        )
    raise KetadoseError(
        "history.session", f"nothing is written of session {entry.session} to correct", field="corrects", fix="Leave it out"
    )


def _check_order(sessions: Sessions, told: dict[int, Entry], entry: Entry) -> None:
    """Sessions that were given follow each other, and a session is moved only to between its neighbours."""
    facts = [each for each in sessions if each.number in told and told[each.number].what is not What.MISSED]
    checked = sessions if entry.what is What.MOVED else tuple(facts)
    for before, after in pairwise(checked):
        if after.date <= before.date and entry.session in {before.number, after.number}:
            first, second = (f"session {each.number} is on {each.date.isoformat()}" for each in (before, after))
            moved = entry.what is What.MOVED
            raise KetadoseError(
                "history.order",
                f"{first} and {second}",
                field="date",
                received=entry.date.isoformat(),
                fix="kd.planning.replan moves several sessions at once" if moved else "Check both dates",
            )
