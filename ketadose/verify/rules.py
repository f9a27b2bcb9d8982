"""What is no product of figures: words that must be the same, the patient's weight, and how sessions follow each other."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

import attrs

from ketadose.catalog.limits import ORDER_HUNDREDFOLD, WEIGHT_CHANGE_PERCENT
from ketadose.findings import exact
from ketadose.measures import Weight
from ketadose.measures.value import make
from ketadose.records import Record
from ketadose.terms import Word
from ketadose.verify.check import Check
from ketadose.verify.facts import FIELDS, Facts
from ketadose.verify.figures import Figure
from ketadose.verify.frequency import WEEK

SHARE = exact(WEIGHT_CHANGE_PERCENT.value) / exact(ORDER_HUNDREDFOLD.value)
"""The part of the patient's weight by which the order's may not differ."""


class Rule(Protocol):
    """Anything that an order can be asked."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that take part."""

    @property
    def against(self) -> str:
        """What the order is compared with."""

    def holds(self, facts: Facts) -> bool:
        """Whether it holds."""

    def check(self, facts: Facts) -> Check:
        """The rule, looked at."""


@attrs.frozen
class SameWord(Record):
    """The drug or the route of the order is that of the protocol or the product."""

    field: str
    word: Word
    against: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The word."""
        return (self.field,)

    def holds(self, facts: Facts) -> bool:
        """Whether the order has the word."""
        return getattr(facts, self.field) is self.word

    def check(self, facts: Facts) -> Check:
        """Both words."""
        own: Word = getattr(facts, self.field)
        return Check(
            f"{self.field} = the {self.against}'s {self.field}",
            self.fields,
            self.against,
            own is self.word,
            str(own.value),
            str(self.word.value),
        )


@attrs.frozen
class SameWeight(Record):
    """The weight of the order is the patient's, but for a difference of less than `WEIGHT_CHANGE_PERCENT`."""

    weight: Fraction
    fields: tuple[str, ...] = ("weight", "patient_weight")
    against: str = "patient"

    def holds(self, facts: Facts) -> bool:
        """Whether the order's weight differs by less, or is taken to be the patient's on another basis."""
        return facts.on_basis or abs(facts.figures["weight"].value - self.weight) < SHARE * self.weight

    def check(self, facts: Facts) -> Check:
        """Both weights."""
        own = facts.figures["weight"].value
        left, right = str(make(Weight, own)), str(make(Weight, self.weight))
        return Check("weight = the patient's weight", self.fields, "patient", self.holds(facts), left, right, own / self.weight)


@attrs.frozen
class Course(Record):
    """So many sessions, so often, in so many days: `count`, `rate` and `days` name the fields that say so."""

    count: str
    rate: str
    days: str
    weeks: bool = False
    within: bool = False
    against: str = "order"

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that take part."""
        return tuple(name for name in (self.count, self.rate, self.days) if name)

    def fitting(self, facts: Facts) -> tuple[int, int]:
        """The fewest and the most sessions at this rate in these days: both the last day's and the interval after it count."""
        days, rate = (int(facts.figures[name].value) for name in (self.days, self.rate))
        if self.rate == "said_a_week":
            fewest, most = rate * days // WEEK, -(-rate * days // WEEK)
        else:
            fewest, most = -(-days // rate), days // rate + 1
        return 1 if self.within else max(fewest, 1), max(most, 1)

    def holds(self, facts: Facts) -> bool:
        """Whether the number of sessions is among them."""
        fewest, most = self.fitting(facts)
        return fewest <= facts.figures[self.count].value <= most

    def check(self, facts: Facts) -> Check:
        """The number of sessions, and what rate and days come to."""
        fewest, most = self.fitting(facts)
        count, rate, days = (int(facts.figures[name].value) for name in self.fields)
        often = f"{rate} a week" if self.rate == "said_a_week" else f"one every {rate} days"
        fits = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        return Check(
            f"{FIELDS[self.count].noun} = what {FIELDS[self.rate].noun} and {FIELDS[self.days].noun} come to",
            self.fields,
            self.against,
            self.holds(facts),
            f"{count} sessions",
            f"{fits} ({often} in {days} days)",
        )


@attrs.frozen
class SameCount(Record):
    """Two fields that say the same number of days, `one` of the order and `other` of its frequency."""

    one: str
    other: str
    weeks: bool = False
    against: str = "order"

    @property
    def fields(self) -> tuple[str, ...]:
        """Both fields."""
        return (self.one, self.other)

    def fitting(self, facts: Facts) -> tuple[int, int]:
        """The fewest and the most days that the frequency's own words mean."""
        said = int(facts.figures[self.other].value)
        if self.other == "said_a_week":
            return WEEK // said, -(-WEEK // said)
        return (said - WEEK + 1 if self.weeks else said), said

    def holds(self, facts: Facts) -> bool:
        """Whether the order's own days are among them."""
        fewest, most = self.fitting(facts)
        return fewest <= facts.figures[self.one].value <= most

    def check(self, facts: Facts) -> Check:
        """Both figures."""
        fewest, most = self.fitting(facts)
        own = int(facts.figures[self.one].value)
        return Check(
            f"{FIELDS[self.one].noun} = {FIELDS[self.other].noun}",
            self.fields,
            self.against,
            self.holds(facts),
            f"{own} days",
            f"{most} days" if fewest == most else f"{fewest} to {most} days",
        )


def course_rules(facts: Facts) -> tuple[Course | SameCount, ...]:
    """What the figures of a course, and the text of its frequency, must have to do with each other."""
    known, frequency = facts.figures, facts.frequency
    weeks, within = (False, False) if frequency is None else (frequency.weeks, frequency.within)
    found: list[Course | SameCount] = []
    found += [
        Course(count, rate, days, within=within and days == "said_days")
        for count in ("sessions", "said_sessions")
        for rate in ("interval", "said_a_week", "said_every")
        for days in ("span", "said_days")
        if count in known and rate in known and days in known
    ]
    pairs = (("interval", "said_a_week"), ("interval", "said_every"), ("span", "said_days"))
    found += [
        SameCount(one, other, weeks and other == "said_days")
        for one, other in pairs
        if one in known and other in known and not (within and other == "said_days")
    ]
    return tuple(found)


def figure_near(value: Fraction) -> Figure:
    """The patient's weight where the order has none: a difference of less than `SHARE` is none."""
    return Figure(value - SHARE * value, value, value + SHARE * value)
