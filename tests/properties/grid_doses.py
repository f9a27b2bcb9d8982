"""Doses of one session: any person, drug, route, level, duration and care area, against every limit."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from ketadose.measures import Age
from ketadose.model.conduct import AgeRange
from tests.oracle import limits, patients, units
from tests.oracle.devices import NoAnswer
from tests.oracle.floats import nearest
from tests.oracle.pairs import Pair, compare, div, mul
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair
from tests.strategies import ANYTHING_GOES, SOURCE

DRUGS = ("ketamine", "ketamine", "esketamine")
ROUTES = ("intravenous", "intravenous", "subcutaneous", "intramuscular", "intranasal", "oral", "sublingual")
AREAS = (limits.HERE,) * 12 + tuple(limits.ELSEWHERE)
TIMES = ("1 min", "90 s", "2 min", "5 min", "10 min", "15 min", "20 min", "30 min", "40 min", "2400 s", "60 min", "1 h")
TIMES += ("3601 s", "90 min", "100 min", "101 min", "2 h", "130 min", "4 h", "5 h", "1 d", "25 h")
CAPS = (None, None, None, None, None, "40 mg", "0.0605 g", "100 mg")
BASES = ("actual", "actual", "actual", "actual", "ideal", "adjusted", "lean")
WIDEST = {"mg/kg": ("0.001 mg/kg", "600 mg/kg"), "mg": ("0.01 mg", "2 g")}
"""Levels from and to: each point has one between."""
AT_BOUNDS = ("0.1", "0.2", "0.25", "0.3", "0.35", "0.4", "0.5", "0.75", "0.9", "1", "1.3", "2", "2.5", "3", "4", "4.5", "6.5")
AT_BOUNDS += ("7", "13", "10", "28", "30", "50", "56", "75", "84", "100", "300", "500")
HEIGHTS = (None, None, None, None, "165.1 cm", "5 ft 5 in", "1.83 m", "148 cm", "72 in", "6 ft 0.5 in", "60 in", "95 cm")
HEIGHTS += ("121 cm", "2.05 m", "302 cm", "49.9 cm")
AGES = (None, None, "18 years", "17.9 years", "42 y", "82 years", "82.5 years", "0.2 years", "7 year", "99 years")


Ages = tuple[str | None, str | None]
EVERYBODY: Ages = (None, None)
MEANT_FOR: tuple[Ages, ...] = (*(EVERYBODY,) * 6, ("18 years", "65 years"), ("42 years", None), (None, "18 years"))
"""The ages that a source doses so: from one on, under another."""


class Asked(NamedTuple):
    """Who, what, how much, how fast and where; `judged` names another care area than the regimen's own."""

    weight: str
    height: str | None
    sex: str | None
    age: str | None
    origin: str | None
    before: str | None
    basis: str
    at_most: str | None
    drug: str
    route: str
    level: str
    cap: str | None
    over: str | None
    area: str
    judged: str | None
    ages: Ages
    overridden: bool


def point(index: int) -> Asked:
    choose = Choices(index)
    weight = choose.weight() if choose.below(12) else choose.of(("29.9 kg", "30 kg", "250 kg", "250.01 kg", "700 lb", "9 kg"))
    drug, route = choose.of(DRUGS), choose.of(ROUTES)
    over = choose.of((None, *TIMES, *TIMES)) if route == "intravenous" else None
    fixed = choose.one_in(3)
    number = choose.of(AT_BOUNDS) if choose.one_in(4) else choose.decimal(1, 320, 2) if fixed else _small(choose)
    level = f"{number} mg" if fixed else f"{number} mg/kg"
    basis = choose.of(BASES) if not fixed or choose.one_in(20) else "actual"
    capped = choose.of((None, None, None, "70 kg", "100 kg")) if basis != "actual" else None
    area = choose.of(AREAS)
    judged = choose.of(AREAS) if choose.one_in(8) else None
    known = choose.one_in(4) or basis != "actual"
    person = (choose.of(HEIGHTS), choose.of((None, "female", "male", "female", "male")), choose.of(AGES))
    earlier = choose.weight() if choose.one_in(3) else None
    about = (*person, choose.of((None, "measured", "stated", "estimated")), earlier) if known else (None,) * 5
    cap = choose.of(CAPS)
    ages, overridden = choose.of(MEANT_FOR), bool(choose.below(8))
    return Asked(weight, *about, basis, capped, drug, route, level, cap, over, area, judged, ages, overridden)


def _small(choose: Choices) -> str:
    """mg/kg about what is given; now and then what is not."""
    return choose.decimal(1, 15, 2) if choose.one_in(6) else f"{choose.below(5)}.{choose.between(1, 999):03}"


@cache
def _regimen(drug: str, route: str, unit: str, over: str | None, cap: str | None, area: str, ages: Ages) -> kd.Regimen:
    meant = None if ages == EVERYBODY else AgeRange(kd.Citation(SOURCE, "page 3"), *(each and Age(each) for each in ages))
    options: Any = {"over": over, "at_most": cap, "area": area, "ages": meant, "source": SOURCE}
    return kd.Regimen(drug, route, WIDEST[unit], between=True, **options)


@cache
def _basis(basis: str, cap: str | None) -> kd.WeightBasis:
    plain = kd.WeightBasis.read(basis)
    return plain if cap is None else plain.capped(cap)


def computed(asked: Asked) -> Told:
    unit = "mg/kg" if asked.level.endswith("/kg") else "mg"
    try:
        patient = kd.Patient(
            asked.weight,
            height=asked.height,
            sex=asked.sex,
            age=asked.age,
            weight_origin=asked.origin,
            previous_weight=asked.before,
        )
        dose = kd.calculate_dose(
            patient,
            _regimen(asked.drug, asked.route, unit, asked.over, asked.cap, asked.area, asked.ages),
            level=asked.level,
            basis=_basis(asked.basis, asked.at_most),
            profile=asked.judged,
            overrides=ANYTHING_GOES if asked.overridden else (),
        )
    except kd.LimitError as error:
        return {"error": "limit.stop", "findings": _severities(error.findings)}
    except kd.KetadoseError as error:
        return {"error": error.code}
    told: Told = {"mg": pair(dose.amount), "on": pair(dose.weight), "per_weight": pair(dose.per_weight)}
    told |= {"float mg": float_of(dose.amount), "float mg/kg": float_of(dose.per_weight)}
    if dose.amount_rate is not None and dose.per_weight_rate is not None:
        told |= {"mg/h": pair(dose.amount_rate), "mg/kg/h": pair(dose.per_weight_rate)}
    return told | {"findings": _severities(dose.findings)}


def _severities(findings: Any) -> list[tuple[str, str]]:
    return sorted((each.code, "wall" if each.final else each.severity.value) for each in findings)


def expected(asked: Asked) -> Told:
    kind, level = units.level(asked.level)
    person = _person(asked)
    try:
        person.check()
        cap = None if asked.at_most is None else units.weight(asked.at_most)
        on, found = patients.dosing(person, asked.basis, cap, fixed=kind == "mg")
    except NoAnswer as none:
        return {"error": none.args[0]}
    mg = mul(on, level) if kind == "mg/kg" else level
    most = None if asked.cap is None else units.read(asked.cap, units.AMOUNT)
    if most is not None and compare(mg, most) > 0:
        mg = most
        found.append(("dose.capped", "CAUTION"))
    minutes = None if asked.over is None else units.minutes(asked.over)
    found += patients.aged(person, *(each and units.read(each, units.AGE) for each in asked.ages))
    found += patients.obese(person) if kind == "mg/kg" else []
    found += _judged(asked, person, mg, minutes)
    stops = [severity for _, severity in found if severity in {"STOP", "wall"}]
    if "wall" in stops or (stops and not asked.overridden):
        return {"error": "limit.stop", "findings": sorted(found)}
    figures = limits.figures(mg, person.kg, minutes)
    told: Told = {"mg": mg, "on": on, "per_weight": figures["per_weight"]}
    told |= {"float mg": nearest(mg), "float mg/kg": nearest(div(mg, person.kg))}
    if minutes is not None:
        told |= {"mg/h": figures["amount_rate"], "mg/kg/h": figures["per_weight_rate"]}
    return told | {"findings": sorted(found)}


def _person(asked: Asked) -> patients.Person:
    return patients.Person(
        units.weight(asked.weight),
        asked.weight.split(" ")[1],
        asked.height and units.height(asked.height),
        asked.age and units.read(asked.age, units.AGE),
        asked.sex,
        asked.origin,
        asked.before and units.weight(asked.before),
    )


def _judged(asked: Asked, person: patients.Person, mg: Pair, minutes: Pair | None) -> patients.Told:
    """By the limits of the care area that judges; of another than the regimen's own that is said, and what its own say."""
    area = asked.judged or asked.area
    found = patients.about(person, area)
    dose = (asked.drug, asked.route, mg)
    if area != asked.area:
        own = limits.judged(*dose, person.kg, minutes, asked.area)
        own += [each for each in limits.refused(*dose, asked.area) if each[0] != "dose.no_limits"]
        found.append(("dose.area", "STOP" if any(severity != "CAUTION" for _, severity in own) else "CAUTION"))
    return found + limits.judged(*dose, person.kg, minutes, area) + limits.refused(*dose, area)


AXES = ("amount", "per_weight", "amount_rate", "per_weight_rate")
WANTED = {f"{axis}.high {severity}" for axis in AXES for severity in ("CAUTION", "STOP")} - {"amount_rate.high CAUTION"}
WANTED |= {"amount.low CAUTION", "per_weight.low CAUTION", "per_weight.high wall", "per_weight_rate.high wall"}
WANTED |= {"amount.high wall", "duration.low CAUTION", "duration.low STOP", "duration.high CAUTION", "duration.high STOP"}
WANTED |= {"age.low STOP", "weight.low CAUTION", "weight.high CAUTION", "weight.pounds CAUTION", "weight.converted NOTE"}
WANTED |= {"dose.capped CAUTION", "dose.no_limits STOP", "dose.not_allowed wall", "dose.area CAUTION", "dose.area STOP"}
WANTED |= {"basis.outside CAUTION", "basis.used NOTE", "basis.above_actual CAUTION", "basis.obesity NOTE"}
WANTED |= {"weight.capped CAUTION", "weight.not_measured NOTE", "weight.pounds_unchecked NOTE", "age.unknown NOTE"}
WANTED |= {"dose.age STOP", "dose.age CAUTION"}
WANTED |= {"answered", "limit.stop", "basis.needs", "basis.domain", "basis.fixed", "patient.weight", "patient.height"}
DOSES = Grid("doses", 700, point, computed, expected, frozenset(WANTED))
