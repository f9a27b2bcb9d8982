"""Whole scenarios: from the weight to the dose, its limits, the draw, the bag and the pump."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from tests.oracle import devices, limits, units, weights
from tests.oracle.floats import nearest
from tests.oracle.pairs import Pair, compare, decimal_text, div, mul, number, sub
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import along_axes, codes, minutes, pair
from tests.strategies import ANYTHING_GOES, SOURCE

WAYS = (("ketamine", "intravenous"), ("ketamine", "subcutaneous"), ("ketamine", "intramuscular"), ("esketamine", "intravenous"))
LEVELS = tuple(f"{decimal_text(count, 2)} mg/kg" for count in range(5, 135, 5))
LEVELS += ("750 mcg/kg", "4.45 mg/kg", "4.5 mg/kg", "4.6 mg/kg")
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
    choose = Choices(index)
    weight = choose.weight()
    drug, route = choose.of(WAYS)
    over = choose.of((None, *TIMES, *TIMES)) if route == "intravenous" else None
    each = (STRENGTHS, VIALS, GRADUATIONS, MODES, ("made_up_to", "added_to"), BAGS, LINES, STEPS, LARGEST)
    fixed = [choose.of(items) for items in each]
    height, sex, basis = (choose.of(items) for items in (HEIGHTS, ("female", "male"), BASES))
    level = choose.of(LEVELS)
    basis = basis if level.endswith("/kg") else "actual"  # a fixed dose refuses a weight basis
    return Point(weight, height, sex, basis, drug, route, level, choose.of(CAPS), over, *fixed)


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


def computed(p: Point) -> Told:
    """What the library says: exact pairs, the limits that were passed, and the code where there is no answer."""
    told: Told = {}
    try:
        patient = kd.Patient(p.weight, height=p.height, sex=p.sex)
        regimen = _regimen(p.drug, p.route, p.level, p.over, p.cap)
        dose = kd.calculate_dose(patient, regimen, basis=p.basis, overrides=ANYTHING_GOES)
        told |= {"mg": pair(dose.amount), "on": pair(dose.weight), "findings": along_axes(dose.findings)}
        told["capped"] = "dose.capped" in codes(dose)
        plan = _plan(p, dose)
        draw = plan.draw
        told |= {"ml": pair(draw.volume), "vials": draw.vials, "left": pair(draw.left_volume)}
        told |= {"given": pair(plan.amount), "off": pair(plan.deviation), "float given": float_of(plan.amount)}
        told["said"] = sorted(finding.code for finding in plan.findings if finding not in dose.findings)
        if p.over is not None:
            told |= {"bag": pair(plan.bag_volume), "strength": pair(plan.concentration), "rate": pair(plan.rate)}
            told |= {"into": pair(plan.volume_to_infuse), "minutes": minutes(plan.duration)}
            told |= {"late": pair(plan.duration_deviation), "float rate": float_of(plan.rate)}
    except kd.LimitError as error:
        told |= {"findings": along_axes(error.findings), "error": "limit.stop"}
    except kd.KetadoseError as error:
        told["error"] = error.code
    return told


def _plan(p: Point, dose: kd.Dose) -> Any:
    product, syringe = _product(p.drug, p.strength, p.vial), _syringe(p.graduation)
    options: Any = {"product": product, "syringe": syringe, "rounding": p.mode, "overrides": ANYTHING_GOES}
    if p.over is None:
        return kd.plan_injection(dose, **options)
    return kd.plan_infusion(dose, pump=_pump(p.step, p.largest), line_volume=p.line, **{p.way: p.bag}, **options)


def expected(p: Point) -> Told:
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
    told: Told = {"mg": mg, "on": on, "capped": capped}
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


def _volume(text: str | None) -> Pair | None:
    return None if text is None else units.read(text, units.VOLUME)


def _rate(text: str | None) -> Pair | None:
    return None if text is None else units.read(text, units.FLOW_RATE)


def _planned(p: Point, order: devices.Order) -> Told:
    strength, vial = units.read(p.strength, units.CONCENTRATION), units.read(p.vial, units.VOLUME)
    drawn = devices.draw(order, strength, vial, _volume(p.graduation), p.mode)
    told: Told = {"ml": drawn.ml, "vials": drawn.vials, "left": drawn.left_ml}
    said = _of_draw(p, order, drawn, strength)
    if order.minutes is None:
        off = div(mul((100, 1), sub(drawn.mg, order.mg)), order.mg)
        said += _of_injection(p, drawn.ml, strength)
        return told | {"given": drawn.mg, "off": off, "float given": nearest(drawn.mg), "said": sorted(said)}
    bag = devices.bag(drawn, p.way, units.read(p.bag, units.VOLUME), _volume(p.line))
    run = devices.run(order, bag, _rate(p.step), _rate(p.largest), p.mode)
    said += ["product.undiluted"] if devices.undiluted(strength, drawn.ml, bag.ml) else []
    said += ["line.unknown" if p.line is None else "line.residue", *(["rate.unrounded"] if p.step is None else [])]
    said += ["rounding.held_down"] if run.held else []
    said += ["rounding.coarse"] if devices.coarse(div(mul(bag.into_patient, (60, 1)), order.minutes), run.rate) else []
    late = div(mul((100, 1), sub(run.minutes, order.minutes)), order.minutes)
    told |= {"bag": bag.ml, "strength": bag.strength, "rate": run.rate, "into": bag.into_patient, "minutes": run.minutes}
    told |= {"late": late, "float rate": nearest(run.rate), "float given": nearest(run.mg)}
    return told | {"given": run.mg, "off": run.deviation, "said": sorted(said)}


def _of_draw(p: Point, order: devices.Order, drawn: devices.Drawn, strength: Pair) -> list[str]:
    """What must be said of a product for a vein or a muscle, and of what the syringe made of the volume."""
    said = ["product.off_label"] if p.route == "subcutaneous" else []
    said += ["draw.unrounded"] if p.graduation is None else []
    said += ["rounding.held_down"] if drawn.held else []
    return said + (["rounding.coarse"] if devices.coarse(div(order.mg, strength), drawn.ml) else [])


def _of_injection(p: Point, ml: Pair, strength: Pair) -> list[str]:
    if p.route == "intravenous":
        return ["product.undiluted"] if devices.undiluted(strength, ml, ml) else []
    return ["draw.large_site"] if compare(ml, devices.SITES[p.route]) > 0 else []


WANTED = {"answered", "limit.stop", "draw.too_small", "bag.volume", "rate.too_slow", "rate.too_fast", "capped"}
WANTED |= {"per_weight.low CAUTION", "per_weight.high CAUTION", "per_weight.high STOP", "per_weight.high wall"}
WANTED |= {"amount.high CAUTION", "amount.high STOP", "per_weight_rate.high CAUTION", "per_weight_rate.high STOP"}
WANTED |= {"duration.low CAUTION", "duration.high CAUTION", "duration.high STOP"}
SAID = ("draw.unrounded", "draw.large_site", "line.residue", "line.unknown", "product.off_label", "product.undiluted")
SAID += ("rate.unrounded", "rounding.coarse", "rounding.held_down")
WHOLE = Grid("whole", 50, point, computed, expected, frozenset(WANTED | {f"said {code}" for code in SAID}), ("said",))
