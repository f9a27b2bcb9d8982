"""Courses in text: who is treated with what, on which days, and when the clinic is closed."""

from __future__ import annotations

import datetime

from proof.vectors.numbering import Choices
from proof.vectors.treatments import Given, only, patient

_WAYS = (
    ("ketamine", "intravenous", "0.5 mg/kg"),
    ("ketamine", "intravenous", "0.5 mg/kg"),
    ("ketamine", "intravenous", "0.9 mg/kg"),
    ("ketamine", "subcutaneous", "0.5 mg/kg"),
    ("ketamine", "intramuscular", "0.75 mg/kg"),
    ("esketamine", "intravenous", "0.25 mg/kg"),
    ("esketamine", "subcutaneous", "0.5 mg/kg"),
    ("ketamine", "oral", "0.5 mg/kg"),
    ("esketamine", "intranasal", "56 mg"),
    ("ketamine", "sublingual", "0.5 mg/kg"),
    ("esketamine", "sublingual", "10 mg"),
)
_LISTS = (
    [1],
    [1, 4],
    [1, 3, 5, 8, 10, 12],
    [1, 4, 8, 11, 15, 18, 22, 25],
    [1, 2, 3],
    [1, 15],
    [1, 8, 15, 22],
    [1, 4, 8, 15, 29],
)
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORKING = (
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    ["Monday", "Wednesday", "Friday"],
    ["Monday", "Thursday"],
    ["Tuesday", "Friday", "Saturday"],
)
_REASONS = ("", "", "winter holidays", "staff training")
_RISING = ("0.2 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "0.5 mg/kg")


def course(choices: Choices) -> Given:
    """A course on days of its own or by a rule, from a date, on a calendar or on none."""
    drug, route, dose = choices.of(_WAYS)
    told: Given = {"patient": patient(choices), "regimen": only(drug=drug, route=route, dose=dose)}
    if route == "intravenous":
        told["regimen"]["over"] = "40 min" if choices.below(12) else "1 h"
    days = _days(choices)
    told |= {"days": days, "start": _date(choices).isoformat()}
    if dose == "0.5 mg/kg" and choices.once_in(6):
        told["regimen"]["dose"] = list(_RISING)
        told["levels"] = [choices.of(_RISING) for _ in range(_count(days) - choices.once_in(12))]
    elif choices.once_in(10):
        told["sessions"] = choices.between(1, 7)
    if choices.once_in(6):
        weighed = datetime.date.fromisoformat(told["start"]) - datetime.timedelta(days=choices.between(-2, 40))
        told["patient"]["weighed_on"] = weighed.isoformat()
    if choices.below(2):
        told["overrides"] = "all"
    if choices.below(5) < 3:
        told["calendar"] = _calendar(choices, datetime.date.fromisoformat(told["start"]))
    return told


def _days(choices: Choices) -> Given:
    way = choices.below(5)
    if way < 2:
        return {"on": choices.of(_LISTS)}
    if way == 2:
        return {"weekly": choices.between(1, 4), "weeks": choices.between(1, 4)}
    if way == 3:
        return {"every": choices.between(1, 9), "sessions": choices.between(1, 8)}
    sessions = choices.between(2, 8)
    return {"spread": sessions, "within": choices.between(2 * sessions, 4 * sessions)}


def _count(days: Given) -> int:
    """How many sessions the days are."""
    if "on" in days:
        return len(days["on"])
    if "weekly" in days:
        return int(days["weekly"]) * int(days["weeks"])
    return int(days["spread"] if "spread" in days else days["sessions"])


def _date(choices: Choices) -> datetime.date:
    return datetime.date(2024, 1, 1) + datetime.timedelta(days=choices.below(2000))


def _calendar(choices: Choices, start: datetime.date) -> Given:
    """When a clinic treats: mostly so that it treats on the first day of the course."""
    told: Given = {}
    if choices.below(3):
        days = choices.of(_WORKING)
        first = _WEEK[start.weekday()]
        told["clinic_days"] = days if first in days or choices.once_in(8) else [*days, first]
        if choices.once_in(3):
            told["preferred"] = told["clinic_days"][:2]
    closures = []
    for _ in range(choices.below(4)):
        begin = start + datetime.timedelta(days=choices.between(0 if choices.once_in(10) else 1, 30))
        end = begin + datetime.timedelta(days=choices.of((0, 0, 1, 2, 6, 13)))
        closures.append([begin.isoformat(), end.isoformat(), choices.of(_REASONS)])
    return told | only(closures=closures or None)
