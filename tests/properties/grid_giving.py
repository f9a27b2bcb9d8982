"""What is given at once: injections and solutions from a syringe that holds so much, and whole devices for the nose."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import ketadose as kd
from ketadose.model.handling import Handling
from tests.oracle import devices, limits, units
from tests.oracle.floats import nearest
from tests.oracle.pairs import compare, div, mul, sub
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import minutes, pair
from tests.strategies import ANYTHING_GOES, SOURCE

ROUTES = ("intravenous", "subcutaneous", "intramuscular", "oral", "sublingual", "intranasal", "intranasal")
STRENGTHS = ("10 mg/mL", "50 mg/mL", "100 mg/mL", "150 g/L", "33 mg/mL", "7 mg/mL")
PACKS = ("2 mL", "5 mL", "20 mL", "0.1 L", "0.7 mL")
SYRINGES = ((None, None), ("0.01 mL", "1 mL"), ("0.1 mL", "5 mL"), ("0.2 mL", None), ("0.5 mL", "10 mL"), ("1 mL", "20 mL"))
MODES = ("half up", "down", "up")
STRONGEST = (None, "50 mg/mL")
SPRAYS = (("140 mg/mL", "0.2 mL", 2, "5 min"), ("100 mg/mL", "0.1 mL", 1, None), ("70 g/L", "0.2 mL", 4, "90 s"))


class Asked(NamedTuple):
    """A dose in mg, or in mg/kg of a weight, and what is on the shelf for it."""

    weight: str
    drug: str
    route: str
    level: str
    strength: str
    pack: str
    graduation: str | None
    capacity: str | None
    mode: str
    strongest: str | None
    sprays: int
    rest: str | None


def point(index: int) -> Asked:
    choose = Choices(index)
    weight, route, drug = choose.weight(), choose.of(ROUTES), choose.of(("ketamine", "esketamine"))
    graduation, capacity = choose.of(SYRINGES)
    strength, pack, mode, strongest = (choose.of(items) for items in (STRENGTHS, PACKS, MODES, STRONGEST))
    sprays, rest = 0, None
    level = f"{choose.between(1, 130)}0 mcg/kg"
    if route == "intranasal":
        strength, pack, sprays, rest = choose.of(SPRAYS)
        level = f"{choose.of((10, 14, 20, 28, 30, 35, 40, 50, 56, 70, 84, 98))} mg"
    return Asked(weight, drug, route, level, strength, pack, graduation, capacity, mode, strongest, sprays, rest)


@cache
def _regimen(drug: str, route: str, level: str) -> kd.Regimen:
    return kd.Regimen(drug, route, level, source=SOURCE)


@cache
def _product(
    drug: str, route: str, strength: str, pack: str, strongest: str | None, sprays: int, rest: str | None
) -> kd.Product:
    handling = Handling(strongest=strongest, source=SOURCE) if strongest else None
    routes = ("intravenous", "intramuscular") if route == "subcutaneous" else (route,)
    return kd.Product(drug, strength, pack, routes=routes, handling=handling, sprays=sprays, rest=rest, source=SOURCE)


@cache
def _syringe(graduation: str | None, capacity: str | None) -> kd.Syringe | None:
    return kd.Syringe(graduation, capacity) if graduation else None


def computed(asked: Asked) -> Told:
    try:
        regimen = _regimen(asked.drug, asked.route, asked.level)
        dose = kd.calculate_dose(asked.weight, regimen, overrides=ANYTHING_GOES)
        product = _product(asked.drug, asked.route, asked.strength, asked.pack, asked.strongest, asked.sprays, asked.rest)
        return _devices(dose, product) if asked.sprays else _drawn(asked, dose, product)
    except kd.KetadoseError as error:
        return {"error": error.code}


def _devices(dose: kd.Dose, product: kd.Product) -> Told:
    plan = kd.plan_devices(dose, product=product)
    told: Told = {"devices": plan.devices, "sprays": plan.sprays, "given": pair(plan.amount), "ml": pair(plan.volume)}
    return told | ({} if plan.first_to_last is None else {"minutes": minutes(plan.first_to_last)})


def _drawn(asked: Asked, dose: kd.Dose, product: kd.Product) -> Told:
    plan = kd.plan_oral if asked.route in {"oral", "sublingual"} else kd.plan_injection
    syringe = _syringe(asked.graduation, asked.capacity)
    given = plan(dose, product=product, syringe=syringe, rounding=asked.mode, overrides=ANYTHING_GOES)
    draw = given.draw
    told: Told = {"ml": pair(draw.volume), "given": pair(given.amount), "vials": draw.vials, "left": pair(draw.left_volume)}
    told |= {"left mg": pair(draw.left_amount), "off": pair(given.deviation), "mg/kg": pair(given.per_weight)}
    told |= {"float ml": float_of(draw.volume), "float off": float_of(given.deviation)}
    return told | {"said": sorted(each.code for each in given.findings if each not in dose.findings)}


def expected(asked: Asked) -> Told:
    kg, (kind, level) = units.weight(asked.weight), units.level(asked.level)
    mg = mul(kg, level) if kind == "mg/kg" else level
    found = limits.judged(asked.drug, asked.route, mg, kg, None) + limits.refused(asked.drug, asked.route, mg)
    if any(severity == "wall" for _, severity in found):
        return {"error": "limit.stop"}
    strength, pack = units.read(asked.strength, units.CONCENTRATION), units.read(asked.pack, units.VOLUME)
    try:
        if asked.sprays:
            rest = (0, 1) if asked.rest is None else units.minutes(asked.rest)
            plan = devices.nasal(mg, mul(strength, pack), pack, asked.sprays, rest)
            told: Told = {"devices": plan.devices, "sprays": plan.sprays, "given": plan.mg, "ml": plan.ml}
            return told | ({} if asked.rest is None else {"minutes": plan.first_to_last})
        graduation, capacity = (each and units.read(each, units.VOLUME) for each in (asked.graduation, asked.capacity))
        order = devices.Order(asked.drug, asked.route, mg, kg)
        drawn = devices.draw(order, strength, pack, graduation, asked.mode, capacity)
    except devices.NoAnswer as none:
        return {"error": none.args[0]}
    off = mul((100, 1), div(sub(drawn.mg, mg), mg))
    told = {"ml": drawn.ml, "given": drawn.mg, "vials": drawn.vials, "left": drawn.left_ml, "left mg": drawn.left_mg}
    told |= {"off": off, "mg/kg": div(drawn.mg, kg), "float ml": nearest(drawn.ml), "float off": nearest(off)}
    return told | {"said": sorted(_said(asked, order, drawn))}


def _said(asked: Asked, order: devices.Order, drawn: devices.Drawn) -> list[str]:
    strength = units.read(asked.strength, units.CONCENTRATION)
    said = ["product.off_label"] if asked.route == "subcutaneous" else []
    said += ["draw.unrounded"] if asked.graduation is None else []
    said += ["rounding.held_down"] if drawn.held else []
    said += ["rounding.coarse"] if devices.coarse(div(order.mg, strength), drawn.ml) else []
    if asked.route in devices.SITES:
        said += ["draw.large_site"] if compare(drawn.ml, devices.SITES[asked.route]) > 0 else []
    if asked.route == "intravenous":
        said += ["product.undiluted"] if devices.undiluted(strength, drawn.ml, drawn.ml) else []
        strongest = asked.strongest and units.read(asked.strongest, units.CONCENTRATION)
        said += ["bag.strong"] if strongest and compare(strength, strongest) > 0 else []
    return said


SAID = ("product.off_label", "draw.unrounded", "rounding.held_down", "rounding.coarse", "draw.large_site", "product.undiluted")
WANTED = {"answered", "limit.stop", "draw.too_small", "draw.capacity", "devices.whole", *(f"said {code}" for code in SAID)}
GIVING = Grid("giving", 50, point, computed, expected, frozenset(WANTED | {"said bag.strong"}), ("said",))
