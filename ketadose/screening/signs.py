"""Signs that were measured, with the moment of their reading: whole numbers with their unit, read exactly or refused."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.model.gates import Vital
from ketadose.records import Record
from ketadose.screening.verdict import clock, elapsed, read_kinds, read_moment

PRESSURE, BEATS, BREATHS = Vital.SYSTOLIC.unit, Vital.HEART_RATE.unit, Vital.RESPIRATORY_RATE.unit
_FORMS = {PRESSURE: "a number of mmHg", BEATS: "a number of beats/min", BREATHS: "a number of breaths/min"}
_ONE = {unit: re.compile(rf"([1-9][0-9]{{0,2}}) ?{unit}") for unit in _FORMS}
_TWO = re.compile(rf"([1-9][0-9]{{0,2}})/([1-9][0-9]{{0,2}}) ?{PRESSURE}")

_GUARDS = {PRESSURE: (20, 300), BEATS: (5, 300), BREATHS: (1, 80)}
"""Outside these a reading is taken for a typing error: guards, ours, and no limits."""


def read_sign(given: object, unit: str, field: str) -> str:
    """A whole number with its unit, as "72 beats/min"; empty text for None.

    Raises `KetadoseError` "readiness.reading".
    """
    if given is None or (type(given) is str and not given):
        return ""
    found = _ONE[unit].fullmatch(given) if type(given) is str else None
    return f"{found[1]} {unit}" if found else _refuse(given, field, _FORMS[unit])


def read_pressure(given: object, field: str) -> str:
    """A blood pressure, systolic over diastolic, as "128/82 mmHg"; empty text for None.

    Raises `KetadoseError` "readiness.reading", also where the first is not the higher.
    """
    if given is None or (type(given) is str and not given):
        return ""
    found = _TWO.fullmatch(given) if type(given) is str else None
    if found is None or int(found[1]) <= int(found[2]):
        return _refuse(given, field, "systolic over diastolic in mmHg, the higher first")
    return f"{found[1]}/{found[2]} {PRESSURE}"


def figure(written: str, *, second: bool = False) -> int | None:
    """The number of a sign, or the second of a pressure; None where nothing was written."""
    numbers = written.partition(" ")[0].split("/")
    return int(numbers[-1 if second else 0]) if written else None


def _refuse(given: object, field: str, expected: str) -> NoReturn:
    raise KetadoseError(
        "readiness.reading", f"{shown(given)} is no reading", field=field, received=given, expected=f"text: {expected}"
    )


@attrs.define(init=False, frozen=True)
class Vitals(Record):
    """What was measured at one moment: blood pressure, heart rate, respiratory rate, as text with units; any may be missing.

    Raises `KetadoseError`: "readiness.reading" for a number without its unit, one that is not whole, nothing at all, and
    for what nobody has: a pressure outside 20 to 300 mmHg, a heart rate outside 5 to 300, a respiratory rate outside 1 to 80
    (guards against typing errors, ours); "time.unreadable" for a time without its zone.

    >>> from datetime import UTC, datetime
    >>> vitals = Vitals(datetime(2026, 1, 5, 8, 50, tzinfo=UTC), "128/82 mmHg", heart_rate="72 beats/min")
    >>> print(vitals)
    128/82 mmHg, 72 beats/min at 2026-01-05 08:50+00:00
    """

    at: datetime.datetime
    blood_pressure: str
    heart_rate: str
    respiratory_rate: str

    def __init__(
        self,
        at: datetime.datetime,
        blood_pressure: object = None,
        *,
        heart_rate: object = None,
        respiratory_rate: object = None,
    ) -> None:
        self.__attrs_init__(
            read_moment(at, "at"),
            read_pressure(blood_pressure, "blood_pressure"),
            read_sign(heart_rate, BEATS, "heart_rate"),
            read_sign(respiratory_rate, BREATHS, "respiratory_rate"),
        )
        if not (self.blood_pressure or self.heart_rate or self.respiratory_rate):
            _refuse(None, "vitals", "at least one sign")
        for vital in Vital:
            (least, most), reading = _GUARDS[vital.unit], self.of(vital)
            if reading is not None and not least <= reading <= most:
                _refuse(f"{reading} {vital.unit}", "vitals", f"a {vital.value} of {least} to {most} {vital.unit}")

    def of(self, vital: Vital) -> int | None:
        """The reading of one sign; None where it was not measured."""
        written = {Vital.HEART_RATE: self.heart_rate, Vital.RESPIRATORY_RATE: self.respiratory_rate}
        return figure(written.get(vital, self.blood_pressure), second=vital is Vital.DIASTOLIC)

    def __str__(self) -> str:
        told = ", ".join(each for each in (self.blood_pressure, self.heart_rate, self.respiratory_rate) if each)
        return f"{told} at {clock(self.at)}"


Readings = dict[Vital, tuple[int, datetime.datetime]]


def read_vitals(given: Any, at: datetime.datetime) -> tuple[Vitals, ...]:
    """The readings in the order of their moments, none of them later than the moment that is judged.

    Raises `KetadoseError`: "argument.type"; "readiness.reading" for one from the future, and for two of one moment.
    """
    ordered = sorted(read_kinds(given, Vitals, "vitals"), key=lambda each: each.at.astimezone(datetime.UTC))
    for each in ordered:
        if elapsed(each.at, at) < 0:
            raise _at_a_wrong_time(each, "is after the moment that is judged")
    for before, after in pairwise(ordered):
        if not elapsed(before.at, after.at):
            raise _at_a_wrong_time(after, "is a second reading of the same moment")
    return tuple(ordered)


def latest(vitals: tuple[Vitals, ...]) -> Readings:
    """The latest reading of each sign, with its moment."""
    found: Readings = {}
    for each in vitals:
        for vital in Vital:
            reading = each.of(vital)
            if reading is not None:
                found[vital] = (reading, each.at)
    return found


def _at_a_wrong_time(vitals: Vitals, problem: str) -> KetadoseError:
    return KetadoseError("readiness.reading", f"{vitals} {problem}", field="vitals", received=str(vitals), fix="Check its time")
