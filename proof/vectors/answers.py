"""What the library answers to a vector, as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ketadose as kd
from ketadose import measures
from ketadose.errors import PlacementError
from proof.vectors.told import told

Given = dict[str, Any]
Told = dict[str, Any]

MEASURES = {kind.noun: kind for kind in (getattr(measures, name) for name in measures.__all__) if hasattr(kind, "noun")}
_SOURCE = kd.Source.site("SOP 12")
_EVERY_STOP = tuple(code for code, meaning in kd.findings.FINDINGS if "STOP" in meaning)


def answer(kind: str, given: Given) -> Told:
    """The printed answer, or what the library refuses with: always the code, and what of it others can say."""
    try:
        return ANSWERS[kind](given)
    except kd.LimitError as error:
        return {"refused": {"code": error.code, "findings": told(error.findings)}}
    except PlacementError as error:
        return {"refused": {"code": error.code, "session": error.session}}
    except kd.KetadoseError as error:
        return {"refused": {"code": error.code, "message": str(error)}}


def _reading(given: Given) -> Told:
    measure = MEASURES[given["measure"]](given["text"])
    other = {"to": str(measure.to(given["to"]))} if "to" in given else {}
    return {"exact": measure.exact, "text": str(measure), "full": measure.in_full(), **other}


def dose_of(given: Given) -> kd.Dose:
    """The dose of a vector, in the order in which a caller makes its parts."""
    patient, regimen, basis = kd.Patient(**given["patient"]), _regimen(given), _basis(given)
    options = {name: given[name] for name in ("level", "profile") if name in given}
    return kd.calculate_dose(patient, regimen, basis=basis, overrides=_overrides(given), **options)


def _regimen(given: Given, **more: Any) -> kd.Regimen:
    mine = dict(given["regimen"])
    dose = mine.pop("dose")
    level = tuple(dose) if type(dose) is list else dose
    return kd.Regimen(mine.pop("drug"), mine.pop("route"), level, source=_SOURCE, **mine, **more)


def _basis(given: Given) -> Any:
    basis = kd.WeightBasis.read(given.get("basis", "actual"))
    return basis.capped(given["basis_at_most"]) if "basis_at_most" in given else basis


def _overrides(given: Given) -> tuple[kd.Override, ...]:
    codes = given.get("overrides", ())
    if not codes:
        return ()
    return (kd.Override(_EVERY_STOP if codes == "all" else tuple(codes), "Dr Example", "a test of what lies beyond"),)


def _dose(given: Given) -> Told:
    dose = dose_of(given)
    rate = dose.per_weight_rate
    return {
        "text": str(dose),
        "amount": str(dose.amount),
        "weight": str(dose.weight),
        "per_weight": str(dose.per_weight),
        **({} if rate is None else {"amount_rate": str(dose.amount_rate), **_rates(rate)}),
        "findings": told(dose.findings),
    }


def _rates(rate: measures.PerWeightRate) -> Told:
    return {"per_weight_rate": str(rate), "per_weight_per_minute": str(rate.to("mcg/kg/min"))}


def _product(given: Given) -> kd.Product:
    mine = dict(given["product"])
    return kd.Product(mine.pop("drug"), mine.pop("strength"), mine.pop("volume"), source=_SOURCE, **mine)


def _draw(draw: Any) -> Told:
    return {
        "draw": str(draw),
        "drawn": str(draw.amount),
        "vials": draw.vials,
        "left": f"{draw.left_volume} = {draw.left_amount}",
    }


def planned(given: Given, kind: str) -> Any:
    """The infusion, injection or devices of a vector."""
    dose, product = dose_of(given), _product(given)
    if kind == "devices":
        return kd.plan_devices(dose, product=product)
    syringe = kd.Syringe(**given["syringe"]) if "syringe" in given else None
    pump = kd.Pump(**given["pump"]) if "pump" in given else None
    plan: Callable[..., Any] = kd.plan_infusion
    if kind == "injection":
        plan = kd.plan_oral if given.get("by_mouth") else kd.plan_injection
    names = ("made_up_to", "added_to", "line_volume") if kind == "infusion" else ()
    options = {name: given[name] for name in (*names, "rounding") if name in given}
    options |= {"pump": pump} if kind == "infusion" else {}
    return plan(dose, product=product, syringe=syringe, overrides=_overrides(given), **options)


def _infusion(given: Given) -> Told:
    plan = planned(given, "infusion")
    bag, line = plan.bag, {}
    if bag.line_volume is not None:
        line = {"line": f"{bag.line_volume} = {bag.line_amount}"}
    return {
        "text": str(plan),
        **_draw(plan.draw),
        "bag": f"{bag.named} and {bag.diluent} = {bag.volume}",
        "concentration": f"{bag.concentration}, nominal {bag.nominal_concentration}",
        **line,
        "run": f"{plan.volume_to_infuse} at {plan.rate.in_full() if plan.pump else plan.rate} for {plan.duration}",
        "delivered": f"{plan.amount}, {plan.per_weight}",
        "amount_rate": str(plan.amount_rate),
        **_rates(plan.per_weight_rate),
        "deviation": f"{plan.deviation}, of the duration {plan.duration_deviation}",
        **({"part": _part(plan.delivered(given["after"]))} if "after" in given else {}),
        "findings": told(plan.findings),
    }


def _part(part: Any) -> str:
    return f"{part}; {part.volume}, {part.per_weight}, {part.volume_left} left"


def _injection(given: Given) -> Told:
    plan = planned(given, "injection")
    figures = {"given": f"{plan.amount}, {plan.per_weight}", "deviation": str(plan.deviation)}
    return {"text": str(plan), **_draw(plan.draw), **figures, "findings": told(plan.findings)}


def _devices(given: Given) -> Told:
    plan = planned(given, "devices")
    rests = {} if plan.rest is None else {"rest": f"{plan.rest}, {plan.first_to_last} from the first to the last"}
    return {"text": str(plan), "devices": plan.devices, "sprays": plan.sprays, **rests, "findings": told(plan.findings)}


def _share(given: Given) -> Told:
    dose = dose_of(given)
    answered = kd.equivalent_dose(dose, to=given["to"]) if "to" in given else kd.systemic_amount(dose)
    return {"text": str(answered)}


def course_of(given: Given) -> kd.Course:
    """The course of a vector."""
    patient = kd.Patient(**given["patient"])
    regimen = _regimen(given, days=_days(given["days"]))
    mine = given.get("calendar")
    calendar = None if mine is None else kd.Calendar(**mine)
    options = {name: given[name] for name in ("levels", "sessions") if name in given}
    return kd.plan_course(patient, regimen, start=given["start"], calendar=calendar, overrides=_overrides(given), **options)


def _days(days: Given) -> kd.DayPattern:
    if "on" in days:
        return kd.DayPattern(tuple(days["on"]), kd.Citation(_SOURCE, "as given"))
    if "weekly" in days:
        return kd.DayPattern.weekly(days["weekly"], weeks=days["weeks"], source=_SOURCE)
    if "every" in days:
        return kd.DayPattern.every(days["every"], sessions=days["sessions"], source=_SOURCE)
    return kd.DayPattern.spread(days["spread"], within=days["within"], source=_SOURCE)


def _course(given: Given) -> Told:
    course = course_of(given)
    sessions = [
        f"{each.date.isoformat()} (day {each.day}): {each.dose.amount}{'; ' + each.why if each.why else ''}"
        for each in course.sessions
    ]
    total = f"{course.total} ({course.total_per_weight})"
    return {"text": str(course), "sessions": sessions, "total": total, "findings": told(course.findings)}


ANSWERS: dict[str, Callable[[Given], Told]] = {
    "reading": _reading,
    "dose": _dose,
    "infusion": _infusion,
    "injection": _injection,
    "devices": _devices,
    "share": _share,
    "course": _course,
}
"""How each kind of vector is answered."""
