"""What a site has decided for the day of a session, and what is known of a person on that day; nothing is defaulted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.measures import Duration
from ketadose.measures.reading import read_optional
from ketadose.model.cited import read_citation
from ketadose.model.gates import Side, Vital
from ketadose.model.patient import read_date
from ketadose.records import Record, read_text
from ketadose.screening.signs import BEATS, BREATHS, PRESSURE, figure, read_pressure, read_sign
from ketadose.screening.verdict import Reply, read_moment, refuse_answer
from ketadose.terms import read_word

NONE = "none"
"""Written where there was nothing to time: no nasal spray, no earlier dose."""


@attrs.define(init=False, frozen=True)
class SitePolicy(Record):
    """A site's own settings for the day of a session; what is left out is not set, and what needs it answers unknown.

    `highest_pressure` and the like are readings beyond which the site holds, the value itself inside. `readings_within` is the
    largest age of a reading, `food`, `liquid` and `nasal_spray` the least time without, `substances` whether alcohol and
    benzodiazepines are asked about, `tests` which tests are asked for beforehand, `()` for none. `escort` is whether somebody
    is needed to go home with, `stay` the least time after the dose, `near_pressure`, `near_heart_rate` and
    `near_respiratory_rate` how far a reading may be from the baseline. `source` is the document of the site.

    Raises `KetadoseError`: "readiness.reading", "readiness.policy" for a lowest that is not below its highest, "argument.type",
    "argument.text", a "measure." code.

    >>> import ketadose as kd
    >>> policy = SitePolicy(highest_pressure="150/95 mmHg", food="6 h", tests=["ECG"], source=kd.Source.site("SOP 12"))
    >>> policy.bound(Vital.DIASTOLIC, Side.ABOVE), policy.bound(Vital.HEART_RATE, Side.ABOVE), policy.escort
    (95, None, None)
    """

    highest_pressure: str
    lowest_pressure: str
    highest_heart_rate: str
    lowest_heart_rate: str
    highest_respiratory_rate: str
    lowest_respiratory_rate: str
    readings_within: Duration | None
    food: Duration | None
    liquid: Duration | None
    nasal_spray: Duration | None
    substances: bool | None
    tests: tuple[str, ...] | None
    escort: bool | None
    stay: Duration | None
    near_pressure: str
    near_heart_rate: str
    near_respiratory_rate: str
    citation: Citation = attrs.field(alias="source")

    def __init__(
        self,
        *,
        highest_pressure: object = None,
        lowest_pressure: object = None,
        highest_heart_rate: object = None,
        lowest_heart_rate: object = None,
        highest_respiratory_rate: object = None,
        lowest_respiratory_rate: object = None,
        readings_within: object = None,
        food: object = None,
        liquid: object = None,
        nasal_spray: object = None,
        substances: bool | None = None,
        tests: object = None,
        escort: bool | None = None,
        stay: object = None,
        near_pressure: object = None,
        near_heart_rate: object = None,
        near_respiratory_rate: object = None,
        source: Source | Citation | None = None,
    ) -> None:
        self.__attrs_init__(
            read_pressure(highest_pressure, "highest_pressure"),
            read_pressure(lowest_pressure, "lowest_pressure"),
            read_sign(highest_heart_rate, BEATS, "highest_heart_rate"),
            read_sign(lowest_heart_rate, BEATS, "lowest_heart_rate"),
            read_sign(highest_respiratory_rate, BREATHS, "highest_respiratory_rate"),
            read_sign(lowest_respiratory_rate, BREATHS, "lowest_respiratory_rate"),
            read_optional(Duration, readings_within, "readings_within"),
            read_optional(Duration, food, "food"),
            read_optional(Duration, liquid, "liquid"),
            read_optional(Duration, nasal_spray, "nasal_spray"),
            _flag(substances, "substances"),
            None if tests is None else _tests(tests),
            _flag(escort, "escort"),
            read_optional(Duration, stay, "stay"),
            read_sign(near_pressure, PRESSURE, "near_pressure"),
            read_sign(near_heart_rate, BEATS, "near_heart_rate"),
            read_sign(near_respiratory_rate, BREATHS, "near_respiratory_rate"),
            read_citation(source),
        )
        self._check()

    def _check(self) -> None:
        for vital in Vital:
            low, high = self.bound(vital, Side.BELOW), self.bound(vital, Side.ABOVE)
            if low is not None and high is not None and low >= high:
                raise KetadoseError(
                    "readiness.policy",
                    f"the lowest {vital.value} of {low} is not below the highest of {high}",
                    field="policy",
                    received=(low, high),
                    fix="Check both figures",
                )

    def bound(self, vital: Vital, side: Side) -> int | None:
        """The value beyond which the site holds; None where it set none."""
        above = side is Side.ABOVE
        written = {
            Vital.HEART_RATE: self.highest_heart_rate if above else self.lowest_heart_rate,
            Vital.RESPIRATORY_RATE: self.highest_respiratory_rate if above else self.lowest_respiratory_rate,
        }
        pressure = self.highest_pressure if above else self.lowest_pressure
        return figure(written.get(vital, pressure), second=vital is Vital.DIASTOLIC)


@attrs.define(init=False, frozen=True)
class Day(Record):
    """What is known of a person on the day of a session; whatever is left out is unknown.

    `food`, `liquid` and `nasal_spray` are the moments of the last of each, "none" for no nasal spray; `substances` whether
    alcohol or benzodiazepines were taken against what a source asks, `assessed` whether the psychiatric assessment was done,
    `escort` whether somebody goes home with the person, `tests` whether each test was done and is as it should be, `last_dose`
    the date of the last dose anywhere, "none" for none before.

    Raises `KetadoseError`: "time.unreadable", "word.unknown", "date.unreadable", "screening.answer", "argument.text".

    >>> from datetime import UTC, datetime
    >>> Day(food=datetime(2026, 1, 5, 6, 0, tzinfo=UTC), escort="yes").assessed.value
    'unknown'
    """

    food: datetime.datetime | None
    liquid: datetime.datetime | None
    nasal_spray: datetime.datetime | str | None
    substances: Reply
    assessed: Reply
    escort: Reply
    tests: tuple[tuple[str, Reply], ...]
    last_dose: datetime.date | str | None

    def __init__(
        self,
        *,
        food: datetime.datetime | None = None,
        liquid: datetime.datetime | None = None,
        nasal_spray: datetime.datetime | str | None = None,
        substances: Reply | str = Reply.UNKNOWN,
        assessed: Reply | str = Reply.UNKNOWN,
        escort: Reply | str = Reply.UNKNOWN,
        tests: Mapping[str, Reply | str] | tuple[tuple[str, Reply | str], ...] = (),
        last_dose: datetime.date | str | None = None,
    ) -> None:
        self.__attrs_init__(
            None if food is None else read_moment(food, "food"),
            None if liquid is None else read_moment(liquid, "liquid"),
            nasal_spray if _nothing(nasal_spray) else read_moment(nasal_spray, "nasal_spray"),
            read_word(Reply, substances, "substances"),
            read_word(Reply, assessed, "assessed"),
            read_word(Reply, escort, "escort"),
            _replies(tests),
            last_dose if _nothing(last_dose) else read_date(last_dose, "last_dose"),
        )


def _nothing(given: object) -> bool:
    """Whether there was nothing to time, or nothing is known of it."""
    return given is None or (type(given) is str and given == NONE)


def _flag(given: Any, field: str) -> bool | None:
    if given is None or type(given) is bool:
        return given
    raise KetadoseError("argument.type", f"{shown(given)} is neither True nor False", field=field, received=given)


def _tests(given: Any) -> tuple[str, ...]:
    if type(given) not in {tuple, list}:
        raise KetadoseError("argument.type", f"{shown(given)} is no list of tests", field="tests", received=given)
    return tuple(dict.fromkeys(read_text(each, "tests", empty=False) for each in given))


def _replies(given: Any) -> tuple[tuple[str, Reply], ...]:
    pairs = tuple(given.items()) if isinstance(given, Mapping) else given
    if type(pairs) is not tuple or any(type(each) is not tuple or len(each) != 2 for each in pairs):
        refuse_answer("tests", given, "is no mapping of tests", 'Write tests={"ECG": "yes"}')
    replies = tuple((read_text(name, "tests", empty=False), read_word(Reply, reply, "tests")) for name, reply in pairs)
    if len(dict(replies)) < len(replies):
        refuse_answer("tests", given, "answers a test twice", "Answer each once")
    return replies


NO_POLICY = SitePolicy()
"""A site that has set nothing."""
UNKNOWN_DAY = Day()
"""Nothing is known of the day."""
