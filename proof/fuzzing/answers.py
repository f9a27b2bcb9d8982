"""What a person is asked before a session: any answers are judged, or refused."""

from __future__ import annotations

import datetime
from typing import Any

from ketadose import Patient, protocols, screen
from ketadose.errors import KetadoseError
from ketadose.screening import AGENTS, CODES, Answers, Day, Vitals, Weighed
from proof.fuzzing.given import field, fields_of
from proof.fuzzing.promises import refused, written
from proof.fuzzing.target import Target, require

_PAIRS = ("current", "history", "planned", "last")
_LISTS = ("never", "takes", "without", "others")
_DAY = ("substances", "assessed", "escort", "nasal_spray", "last_dose", "tests")
_SIGNS = ("blood_pressure", "heart_rate", "respiratory_rate")
_NAMES = (*_PAIRS, *_LISTS, "weighed", "on", "age", "regimen", "area", *_DAY, *_SIGNS)
_NOON = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
_REGIMENS = protocols.ALL

Case = dict[str, list[Any]]


def make(data: bytes) -> Case:
    """The fields of what is known; "code=reply" is a pair."""
    given = fields_of(data, _NAMES)
    for name in (*_PAIRS, "weighed", "tests"):
        given[name] = [tuple(each.split("=")) if isinstance(each, str) else each for each in given.get(name, [])]
    return given


def check(case: Case) -> None:
    """Each record is made and written, or refused; a screening without answers never passes."""
    for judge in (_screened, _on_the_day, _measured):
        try:
            judge(case)
        except KetadoseError as error:
            refused(error)


def _first(case: Case, name: str) -> Any:
    return next(iter(case.get(name, [])), None)


def _screened(case: Case) -> None:
    known = {name: tuple(case[name]) for name in _PAIRS if case[name]} | {name: case[name] for name in _LISTS if name in case}
    answers = Answers(**known)
    written(answers)
    age, regimen = _first(case, "age"), _first(case, "regimen")
    patient = None if age is None else Patient("70 kg", age=age)
    chosen = _REGIMENS[len(regimen) % len(_REGIMENS)] if isinstance(regimen, str) else _REGIMENS[0]
    weighed = tuple(Weighed(*each[:3]) for each in case["weighed"] if isinstance(each, tuple) and len(each) > 2)
    found = screen(patient, chosen, answers, on=_first(case, "on"), area=_first(case, "area"), weighed=weighed)
    written(found)
    str(found.working)
    require(bool(known) or found.answer.value != "pass", "nobody was asked, and {} passes", chosen.name)


def _on_the_day(case: Case) -> None:
    said = {name: case[name][0] for name in _DAY[:-1] if name in case}
    written(Day(**said, tests=tuple(case["tests"])))


def _measured(case: Case) -> None:
    vitals = Vitals(_NOON, **{name: case[name][0] for name in _SIGNS if name in case})
    written(vitals)
    for name in _SIGNS:
        text = case.get(name, [""])[0]
        if isinstance(text, str):
            unit = getattr(vitals, name).partition(" ")[2]
            require(
                text.removesuffix(unit).rstrip(" ") == getattr(vitals, name).partition(" ")[0], "{} is read as {}", text, vitals
            )


TARGET = Target(
    make=make,
    check=check,
    within=0.5,
    longest=400,
    seeds=(
        field(
            _NAMES,
            current="psychosis=no",
            history="psychosis=yes",
            never="stroke",
            takes="opioids",
            on="2026-01-05",
            regimen="a",
        ),
        field(_NAMES, last=f"{CODES[0]}=2025-12-01", others="an herb", age="42 years", area="acute pain ward"),
        field(_NAMES, planned="pregnancy=yes", weighed="pregnancy=A. Doctor=seen today", without=AGENTS[0], regimen="abc"),
        field(_NAMES, blood_pressure="128/82 mmHg", heart_rate="72 beats/min", respiratory_rate="14 breaths/min"),
        field(
            _NAMES,
            substances="no",
            assessed="yes",
            escort="unknown",
            nasal_spray="none",
            last_dose="2026-01-01",
            tests="ECG=yes",
        ),
    ),
    words=(
        *(f"\n{chr(ord('a') + place)}" for place in range(len(_NAMES))),
        *(f"{code}=yes" for code in CODES),
        *AGENTS,
        *("=no", "=unknown", "=2025-12-01", "2026-01-05", "12 years", "128/82 mmHg", "72 beats/min", "\x01\x03", "none"),
    ),
)
