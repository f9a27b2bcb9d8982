"""What reaches the circulation, what another route or the other drug would need, base and salt, and what sessions add up to."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from ketadose.calc.salt import base_of, hydrochloride_of
from ketadose.catalog import salts
from ketadose.planning import cumulative
from tests.oracle import clocks, cumulation, units
from tests.oracle import shares as oracle
from tests.oracle.floats import nearest
from tests.oracle.pairs import Pair, mul
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair
from tests.strategies import ANYTHING_GOES, SOURCE

DRUGS = ("ketamine", "esketamine")
ROUTES = ("intravenous", "intramuscular", "subcutaneous", "intranasal", "oral", "sublingual")
QUESTIONS = ("circulation", "equivalent", "equivalent", "base", "base", "base", "base", "salt", "salt", "salt", "salt")
RANGE = ("0.01 mg", "1 g")


class Asked(NamedTuple):
    """A question about an amount of a drug by a route, and of which drug and route the answer is to be."""

    question: str
    drug: str
    route: str
    amount: str
    other: str
    to: str


def point(index: int) -> Asked:
    choose = Choices(index)
    question, drug, route = choose.of(QUESTIONS), choose.of(DRUGS), choose.of(ROUTES)
    number = choose.decimal(1, 80, choose.of((0, 1, 2)))
    amount = "28 mg" if (drug, route) == ("esketamine", "intranasal") else f"{number} {choose.of(('mg', 'mg', 'mg'))}"
    return Asked(question, drug, route, amount, choose.of(DRUGS), choose.of(ROUTES))


@cache
def _regimen(drug: str, route: str) -> kd.Regimen:
    return kd.Regimen(drug, route, RANGE, between=True, source=SOURCE)


def computed(asked: Asked) -> Told:
    if asked.question in {"base", "salt"}:
        made = (base_of if asked.question == "base" else hydrochloride_of)(asked.amount, asked.drug)
        return {"question": asked.question, "amount": pair(made.amount), "float": float_of(made.amount)}
    dose = kd.calculate_dose("100 kg", _regimen(asked.drug, asked.route), level=asked.amount, overrides=ANYTHING_GOES)
    answer: Any = kd.systemic_amount(dose)
    if asked.question == "equivalent":
        ratio = None if asked.other == asked.drug else salts.CORREIA_MELO_2020
        answer = kd.equivalent_dose(dose, to=asked.to, drug=asked.other, ratio=ratio)
    found = {name: getattr(answer, name) for name in ("low", "high", "value")}
    told: Told = {name: None if amount is None else pair(amount) for name, amount in found.items()}
    return told | {"question": asked.question, "known": answer.known}


def expected(asked: Asked) -> Told:
    amount = units.read(asked.amount, units.AMOUNT)
    if asked.question in {"base", "salt"}:
        made = (oracle.base_in if asked.question == "base" else oracle.hydrochloride_with)(amount)
        return {"question": asked.question, "amount": made, "float": nearest(made)}
    rows = oracle.rows(asked.drug, asked.route)
    told: Told = {"low": None, "high": None, "value": None, "question": asked.question, "known": False}
    if asked.question == "circulation":
        if not rows:
            return told
        low, high = (oracle.arrives(amount, each) for each in oracle.envelope(rows))
        return told | {"low": low, "high": high, "value": oracle.arrives(amount, oracle.trusted(rows)), "known": True}
    others = oracle.rows(asked.other, asked.to)
    if not rows or not others:
        return told
    (least, most), (to_least, to_most) = oracle.envelope(rows), oracle.envelope(others)
    pairs = {"low": (least, to_most), "high": (most, to_least), "value": (oracle.trusted(rows), oracle.trusted(others))}
    return told | {name: _needed(asked, amount, *shares) for name, shares in pairs.items()} | {"known": True}


def _needed(asked: Asked, amount: Pair, share: Pair, to_share: Pair) -> Pair:
    arrived = oracle.arrives(amount, share)
    return oracle.needs(arrived if asked.drug == asked.other else oracle.exchanged(arrived, asked.other), to_share)


WANTED = frozenset({"known", *(f"question {question}" for question in QUESTIONS)})
SHARES = Grid("shares", 80, point, computed, expected, WANTED, ("question",))


class Session(NamedTuple):
    """A planned day of the course, and what happened: "given", "stopped", "missed" or "planned", and how much if not all."""

    day: int
    what: str
    mg: str | None


class Treated(NamedTuple):
    """A course: who, by which route, from which day on, and its sessions."""

    weight: str
    route: str
    start: int
    sessions: tuple[Session, ...]


class Added(NamedTuple):
    """Courses of one person, the days that are looked at together, and what was given before them."""

    courses: tuple[Treated, ...]
    span: int
    before: str


FIRST = clocks.day_number(2026, 1, 5)
LEVEL = "0.5 mg/kg"


def added_point(index: int) -> Added:
    choose = Choices(index)
    routes = ROUTES if choose.one_in(2) else ROUTES[:2]
    several = tuple(_treated(choose, choose.of(routes), FIRST + 100 * place) for place in range(choose.between(1, 2)))
    return Added(several, choose.of((1, 7, 28, choose.between(1, 130))), f"{choose.between(1, 9_999)} mg")


def _treated(choose: Choices, route: str, latest: int) -> Treated:
    days = [0]
    for _ in range(choose.below(5)):
        days.append(days[-1] + choose.between(1, 9))
    happened = choose.below(len(days) + 1)
    sessions = []
    for place, day in enumerate(days):
        what = choose.of(("given", "given", "stopped", "missed")) if place < happened else "planned"
        sessions.append(Session(day, what, f"{choose.between(1, 19)} mg" if what == "stopped" else None))
    return Treated(choose.weight(), route, latest + choose.below(90), tuple(sessions))


@cache
def _treatment(route: str, days: tuple[int, ...]) -> kd.Regimen:
    over = "40 min" if route == "intravenous" else None
    return kd.Regimen("ketamine", route, LEVEL, over=over, days=tuple(day + 1 for day in days), source=SOURCE)


def added_computed(asked: Added) -> Told:
    courses = []
    for treated in asked.courses:
        days = tuple(each.day for each in treated.sessions)
        start = datetime.date(*clocks.fields(treated.start * clocks.DAY)[:3])
        course = kd.plan_course(treated.weight, _treatment(treated.route, days), start=start, overrides=ANYTHING_GOES)
        for number, each in enumerate(treated.sessions, 1):
            course = course if each.what == "planned" else course.record(number, each.what, amount=each.mg)
        courses.append(course)
    found = cumulative(*courses, days=asked.span, before=asked.before)
    figures = {"given": found.given, "to come": found.to_come, "total": found.total, "per kg": found.total_per_weight}
    figures |= {"lifetime": found.lifetime, "most": found.most, "most per kg": found.most_per_weight}
    figures |= {"low": found.systemic_low, "high": found.systemic_high}
    told: Told = {name: None if figure is None else pair(figure) for name, figure in figures.items()}
    return told | {"known": found.systemic_low is not None}


def added_expected(asked: Added) -> Told:
    taken = []
    for treated in asked.courses:
        kg = units.weight(treated.weight)
        ordered = mul(kg, units.level(LEVEL)[1])
        for each in treated.sessions:
            if each.what != "missed":
                mg = ordered if each.mg is None else units.read(each.mg, units.AMOUNT)
                day = treated.start + each.day
                taken.append(cumulation.Taken(day, mg, kg, each.what != "planned", treated.route))
    if not taken:
        return dict.fromkeys(("given", "to come", "total", "per kg", "most", "most per kg", "low", "high"), (0, 1)) | {
            "lifetime": units.read(asked.before, units.AMOUNT),
            "known": True,
        }
    found = cumulation.sums("ketamine", taken, asked.span, units.read(asked.before, units.AMOUNT))
    names = ("given", "to come", "total", "per kg", "lifetime", "most", "most per kg", "low", "high")
    return dict(zip(names, found, strict=True)) | {"known": found.low is not None}


CUMULATION = Grid("cumulation", 10, added_point, added_computed, added_expected, frozenset({"answered", "known"}))
