"""What courses add up to: as planned and as given, in any so many days, over a life, and in the circulation."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import attrs

from ketadose import pharmacology
from ketadose.calc.route import systemic_amount
from ketadose.errors import KetadoseError, shown
from ketadose.findings import exact
from ketadose.measures import Amount, PerWeight
from ketadose.measures.reading import read_optional
from ketadose.measures.value import make
from ketadose.model.bioavailability import Shares
from ketadose.pharmacology import Share
from ketadose.planning.course import Course
from ketadose.planning.history import What, standing
from ketadose.records import Record, plain, whole
from ketadose.terms import Drug

_LONGEST = 40_000


@attrs.frozen
class Taken(Record):
    """One session as it counts: its date, what was given or is planned, per body weight, and by what share it arrives."""

    date: datetime.date
    amount: Amount
    per_weight: PerWeight
    given: bool
    shares: Shares


@attrs.frozen
class Cumulative(Record):
    """What one person gets of one drug: every session that counts, in order, and what was given `before` them.

    Amounts are mg of base; per body weight they are of the actual weight of each session's own course.
    """

    drug: Drug
    sessions: tuple[Taken, ...]
    days: int
    before: Amount | None

    @property
    def given(self) -> Amount:
        """What was really given, in the sessions that are on record."""
        return _sum(each for each in self.sessions if each.given)

    @property
    def to_come(self) -> Amount:
        """What is planned and not on record."""
        return _sum(each for each in self.sessions if not each.given)

    @property
    def total(self) -> Amount:
        """Given and to come."""
        return _sum(self.sessions)

    @property
    def total_per_weight(self) -> PerWeight:
        """Given and to come, for each kilogram of body weight."""
        return make(PerWeight, sum((exact(each.per_weight) for each in self.sessions), Fraction(0)))

    @property
    def lifetime(self) -> Amount:
        """The total, and what was given before."""
        return make(Amount, exact(self.total) + (exact(self.before) if self.before else 0))

    @property
    def most(self) -> Amount:
        """The most in any `days` days in a row."""
        return make(Amount, max((self._window(place, "amount") for place in range(len(self.sessions))), default=Fraction(0)))

    @property
    def most_per_weight(self) -> PerWeight:
        """The most for each kilogram of body weight in any `days` days in a row."""
        figures = (self._window(place, "per_weight") for place in range(len(self.sessions)))
        return make(PerWeight, max(figures, default=Fraction(0)))

    @property
    def systemic_low(self) -> Amount | None:
        """The least that reaches the circulation by any record; None where a route's share is unknown."""
        return self._systemic([each.shares.low for each in self.sessions])

    @property
    def systemic_high(self) -> Amount | None:
        """The most that reaches the circulation by any record; None where a route's share is unknown."""
        return self._systemic([each.shares.high for each in self.sessions])

    def _window(self, place: int, field: str) -> Fraction:
        """What is taken from one session on, until so many days have passed."""
        first = self.sessions[place].date
        inside = (each for each in self.sessions[place:] if (each.date - first).days < self.days)
        return sum((exact(getattr(each, field)) for each in inside), Fraction(0))

    def _systemic(self, shares: list[Fraction | None]) -> Amount | None:
        amounts = []
        for taken, share in zip(self.sessions, shares, strict=True):
            if share is None:
                return None
            amounts.append(exact(pharmacology.apply(pharmacology.SYSTEMIC, taken.amount, Share(share)).result))
        return make(Amount, sum(amounts, Fraction(0)))

    def __str__(self) -> str:
        count = f"{len(self.sessions)} session{'' if len(self.sessions) == 1 else 's'}"
        parts = (
            f"{self.drug.value}: {self.total} ({self.total_per_weight}) in {count}",
            f"{self.given} given, {self.to_come} to come",
            f"at most {self.most} ({self.most_per_weight}) in {self.days} day{'' if self.days == 1 else 's'}",
            f"{self.lifetime} with what was given before" if self.before else "",
            f"in the circulation {self._span()}",
        )
        return "; ".join(part for part in parts if part)

    def _span(self) -> str:
        low, high = self.systemic_low, self.systemic_high
        return "unknown" if low is None or high is None else str(low) if low == high else f"{low} to {high}"

    def __plain__(self) -> dict[str, Any]:
        names = ("given", "to_come", "total", "total_per_weight", "lifetime", "most", "most_per_weight")
        told: dict[str, Any] = {name: getattr(self, name).__plain__() for name in names}
        for name in ("systemic_low", "systemic_high"):
            amount = getattr(self, name)
            told[name] = amount and amount.__plain__()
        return plain(self) | told


def cumulative(*courses: Course, days: int, before: object = None) -> Cumulative:
    """What courses of one person and one drug add up to: planned, given, in any `days` days, in a life, in the circulation.

    A session on record counts with what was really given, one that was missed does not count, every other one as planned.
    `before` is what was given before these courses. What reaches the circulation is amount * share / 100 of each session by
    the lowest and the highest record of its route (see `kd.systemic_amount`); unknown where one of them is. The limits of a
    care area are judged by `kd.plan_course`, with `earlier=` for courses before; nothing is judged here.

    Raises `KetadoseError`: "argument.type" for anything but courses, or a number of days that is none; "potency.needed" for
    courses of two drugs, which are never added up; a "measure." code.

    >>> import ketadose as kd
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> course = course.record(1, "given").record(2, "stopped", amount="17.5 mg")
    >>> print(kd.planning.cumulative(course, days=7, before="400 mg").lifetime)
    592.5 mg
    >>> print(kd.planning.cumulative(course, days=7).most)
    70 mg
    """
    if not courses or any(type(each) is not Course for each in courses):
        raise KetadoseError("argument.type", f"{shown(courses)} are no courses", field="courses", fix="Use kd.plan_course(...)")
    if type(days) is not int or not 1 <= days <= _LONGEST:
        raise KetadoseError(
            "argument.type", f"{shown(days)} is no number of days", field="days", received=days, expected="such as 28"
        )
    drugs = {whole(each, "courses").regimen.drug for each in courses}
    if len(drugs) > 1:
        raise KetadoseError(
            "potency.needed",
            "racemate and esketamine are not added up",
            field="courses",
            fix="Ask for the courses of each drug by themselves",
        )
    if any(one == other for place, one in enumerate(courses) for other in courses[:place]):
        raise KetadoseError("argument.type", "the same course was given twice", field="courses", fix="Give each course once")
    taken = sorted((each for course in courses for each in _taken(course)), key=lambda each: each.date)
    return Cumulative(drugs.pop(), tuple(taken), days, read_optional(Amount, before, "before"))


def _taken(course: Course) -> list[Taken]:
    told = standing(course.history)
    shares = {id(dose): systemic_amount(dose).shares for dose in course.doses}
    taken = []
    for session in course.sessions:
        entry = told.get(session.number)
        if entry is not None and entry.what is What.MISSED:
            continue
        amount = session.dose.amount if entry is None or entry.amount is None else entry.amount
        per_weight = make(PerWeight, exact(amount) / exact(course.patient.weight))
        taken.append(Taken(session.date, amount, per_weight, entry is not None, shares[id(session.dose)]))
    return taken


def _sum(sessions: Any) -> Amount:
    return make(Amount, sum((exact(each.amount) for each in sessions), Fraction(0)))
