"""The grid: point number n is always the same scenario, so that a long run can be split and resumed."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from tests.oracle import devices, limits, units, weights
from tests.oracle.pairs import Pair, compare, decimal_text, mul, number
from tests.properties.looking import along_axes, codes, minutes, pair
from tests.strategies import ANYTHING_GOES, SOURCE

WAYS = (("ketamine", "intravenous"), ("ketamine", "subcutaneous"), ("ketamine", "intramuscular"), ("esketamine", "intravenous"))
LEVELS = (
    *(f"{decimal_text(count, 2)} mg/kg" for count in range(5, 135, 5)),
    "750 mcg/kg",
    "4.45 mg/kg",
    "4.5 mg/kg",
    "4.6 mg/kg",
)
LEVELS += ("1.000000001 mg/kg", "0.333 mg/kg", "35 mg", "0.1 g", "99999 mcg")
TIMES = ("2 min", "10 min", "20 min", "40 min", "2400 s", "45 min", "60 min", "1 h", "100 min", "119 min", "2 h", "130 min")
STRENGTHS = ("10 mg/mL", "50 mg/mL", "100 mg/mL", "25 g/L", "33 mg/mL")
VIALS = ("2 mL", "5 mL", "20 mL", "0.01 L", "0.7 mL")
GRADUATIONS = (None, "0.01 mL", "0.02 mL", "0.1 mL", "0.25 mL", "0.5 mL", "1 mL", "0.07 mL")
MODES = ("half up", "down", "up")
BAGS = ("50 mL", "100 mL", "250 mL", "0.5 L", "3 mL")
LINES = (None, "1 mL", "7 mL", "20 mL")
STEPS = (None, "0.01 mL/h", "0.1 mL/h", "1 mL/h", "5 mL/h", "40 mL/h", "1 mL/min")
LARGEST = (None, None, "999 mL/h", "200 mL/h", "99.5 mL/h")
HEIGHTS = ("165.1 cm", "5 ft 5 in", "1.83 m", "148 cm", "72 in", "6 ft 0.5 in")
CAPS = (None, None, None, "40 mg", "0.0605 g")
BASES = ("actual", "actual", "actual", "ideal", "adjusted", "lean")
MIX = 0x9E3779B97F4A7C15


class Point(NamedTuple):
    """One scenario, all in text."""

    weight: str
    height: str
    sex: str
    basis: str
    drug: str
    route: str
    level: str
    cap: str | None
    over: str | None
    strength: str
    vial: str
    graduation: str | None
    mode: str
    way: str
    bag: str
    line: str | None
    step: str | None
    largest: str | None


def point(index: int) -> Point:
    """The scenario of this number: choices taken one after the other from a well-mixed whole number (splitmix64)."""
    state = 0
    for word in range(3):
        mixed = (index * 3 + word + 1) * MIX % 2**64
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB % 2**64
        state = state << 64 | (mixed ^ mixed >> 31)

    def choose(items: Any) -> Any:
        nonlocal state
        state, place = divmod(state, len(items))
        return items[place]

    unit, low, places = choose(
        (("kg", 400, 1), ("kg", 40_000, 3), ("g", 40_000, 0), ("lb", 900, 1), ("oz", 1_500, 0), ("st", 640, 2))
    )
    weight = f"{decimal_text(low + choose(range(3 * low)), places)} {unit}"
    drug, route = choose(WAYS)
    over = choose((None, *TIMES, *TIMES)) if route == "intravenous" else None
    fixed = [
        choose(each) for each in (STRENGTHS, VIALS, GRADUATIONS, MODES, ("made_up_to", "added_to"), BAGS, LINES, STEPS, LARGEST)
    ]
    height, sex, basis = (choose(each) for each in (HEIGHTS, ("female", "male"), BASES))
    level = choose(LEVELS)
    basis = basis if level.endswith("/kg") else "actual"  # a fixed dose refuses a weight basis
    return Point(weight, height, sex, basis, drug, route, level, choose(CAPS), over, *fixed)


@cache
def _regimen(drug: str, route: str, level: str, over: str | None, cap: str | None) -> kd.Regimen:
    return kd.Regimen(drug, route, level, over=over, at_most=cap, source=SOURCE)


@cache
def _product(drug: str, strength: str, vial: str) -> kd.Product:
    return kd.Product(drug, strength, vial, routes=("intravenous", "intramuscular"), source=SOURCE)


@cache
def _syringe(graduation: str | None) -> kd.Syringe | None:
    return kd.Syringe(graduation) if graduation else None


@cache
def _pump(step: str | None, largest: str | None) -> kd.Pump | None:
    return kd.Pump(step, largest_rate=largest) if step else None


def computed(p: Point) -> dict[str, Any]:
    """What the library says: exact pairs, the limits that were passed, and the code where there is no answer."""
    told: dict[str, Any] = {}
    try:
        patient = kd.Patient(p.weight, height=p.height, sex=p.sex)
        regimen = _regimen(p.drug, p.route, p.level, p.over, p.cap)
        dose = kd.calculate_dose(patient, regimen, basis=p.basis, overrides=ANYTHING_GOES)
        told |= {"mg": pair(dose.amount), "on": pair(dose.weight), "findings": along_axes(dose.findings)}
        told["capped"] = "dose.capped" in codes(dose)
        product, syringe = _product(p.drug, p.strength, p.vial), _syringe(p.graduation)
        if p.over is None:
            plan: Any = kd.plan_injection(dose, product=product, syringe=syringe, rounding=p.mode, overrides=ANYTHING_GOES)
        else:
            pump, bag = _pump(p.step, p.largest), {p.way: p.bag, "overrides": ANYTHING_GOES}
            plan = kd.plan_infusion(
                dose, product=product, syringe=syringe, rounding=p.mode, pump=pump, line_volume=p.line, **bag
            )
            told |= {"bag": pair(plan.bag_volume), "strength": pair(plan.concentration), "rate": pair(plan.rate)}
            told |= {"into": pair(plan.volume_to_infuse), "minutes": minutes(plan.duration)}
        draw = plan.draw
        told |= {"ml": pair(draw.volume), "vials": draw.vials, "left": pair(draw.left_volume)}
        told |= {"given": pair(plan.amount), "off": pair(plan.deviation), "held": codes(plan).count("rounding.held_down")}
    except kd.LimitError as error:
        told |= {"findings": along_axes(error.findings), "error": "limit.stop"}
    except kd.KetadoseError as error:
        told["error"] = error.code
    return told


def expected(p: Point) -> dict[str, Any]:
    """What the oracle says of the same text."""
    kg, (kind, level) = units.weight(p.weight), units.level(p.level)
    time = None if p.over is None else units.minutes(p.over)
    on = weights.dosing(kg, p.basis, units.height(p.height), p.sex)
    assert on is not None
    mg = mul(on, level) if kind == "mg/kg" else level
    cap = None if p.cap is None else units.read(p.cap, units.AMOUNT)
    capped = cap is not None and compare(mg, cap) > 0
    if cap is not None and capped:
        mg = cap
    told: dict[str, Any] = {"mg": mg, "on": on, "capped": capped}
    odd = limits.severity(limits.along("weight", p.drug, p.route)[0], kg)
    heavy = [(f"weight.{'low' if compare(kg, number('30')) < 0 else 'high'}", odd)] if odd else []
    told["findings"] = sorted(heavy + limits.judged(p.drug, p.route, mg, kg, time))
    if any(severity == "wall" for _, severity in told["findings"]):
        return {"findings": told["findings"], "error": "limit.stop"}
    order = devices.Order(p.drug, p.route, mg, kg, time, cap)
    try:
        told |= _planned(p, order)
    except devices.NoAnswer as none:
        told["error"] = none.args[0]
    return told


def _planned(p: Point, order: devices.Order) -> dict[str, Any]:
    def volume(text: str | None) -> Pair | None:
        return None if text is None else units.read(text, units.VOLUME)

    def rate(text: str | None) -> Pair | None:
        return None if text is None else units.read(text, units.FLOW_RATE)

    strength, vial = units.read(p.strength, units.CONCENTRATION), units.read(p.vial, units.VOLUME)
    drawn = devices.draw(order, strength, vial, volume(p.graduation), p.mode)
    told: dict[str, Any] = {"ml": drawn.ml, "vials": drawn.vials, "left": drawn.left_ml}
    if order.minutes is None:
        off = (100 * (drawn.mg[0] * order.mg[1] - order.mg[0] * drawn.mg[1]), drawn.mg[1] * order.mg[0])
        return told | {"given": drawn.mg, "off": off, "held": int(drawn.held)}
    named = units.read(p.bag, units.VOLUME)
    bag = devices.bag(drawn, p.way, named, volume(p.line))
    run = devices.run(order, bag, rate(p.step), rate(p.largest), p.mode)
    told |= {"bag": bag.ml, "strength": bag.strength, "rate": run.rate, "into": bag.into_patient, "minutes": run.minutes}
    return told | {"given": run.mg, "off": run.deviation, "held": drawn.held + run.held}


def differences(index: int) -> list[str]:
    """What the library and the oracle do not agree on at this point; empty where they agree."""
    scenario = point(index)
    ours, theirs = computed(scenario), expected(scenario)
    names = sorted(set(ours) | set(theirs))
    return [f"{name}: {ours.get(name)} != {theirs.get(name)}" for name in names if not _agree(ours.get(name), theirs.get(name))]


def _agree(one: Any, other: Any) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return compare(one, other) == 0
    return bool(one == other) and type(one) is type(other)
