"""What goes in over time: an infusion to which things happen, and programmes of several steps."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import ketadose as kd
from ketadose.delivery.programme import plan_programme
from ketadose.delivery.running import start_infusion
from ketadose.model.programme import ProgrammeStep
from tests.oracle import programme, units
from tests.oracle import running as oracle
from tests.oracle.pairs import Pair, compare, decimal_text, div, mul, steps, sub, total
from tests.properties.grid import Choices, Grid, Told
from tests.properties.looking import minutes, pair
from tests.strategies import ANYTHING_GOES, SOURCE

VIAL = kd.products.KETAMINE_50_MG_PER_ML
KINDS = ("change", "pause", "resume", "stop")
BAGS = ("50 mL", "100 mL", "250 mL", "77.7 mL")
PUMPS = (None, "0.1 mL/h", "1 mL/h", "0.3 mL/h")
TIMES = ("40 min", "45 min", "1 h", "100 min")
MODES = ("half up", "down", "up")


class Event(NamedTuple):
    """What is tried, so many tenths of a minute after the start, and at so many tenths of a mL/h."""

    kind: str
    tenths: int
    rate: int | None


class Infused(NamedTuple):
    """An infusion, what is tried in its course, and when it is looked at, in tenths of a minute."""

    level: str
    over: str
    bag: str
    pump: str | None
    tried: tuple[Event, ...]
    at: int


def infused_point(index: int) -> Infused:
    choose = Choices(index)
    level, over, bag, pump = choose.of(("0.5 mg/kg", "0.75 mg/kg")), choose.of(TIMES), choose.of(BAGS), choose.of(PUMPS)
    tried, tenths = [], 0
    for _ in range(choose.between(1, 4)):
        tenths += choose.between(0, 300)
        kind = choose.of(KINDS)
        rated = kind == "change" or (kind == "resume" and choose.one_in(2))
        tried.append(Event(kind, max(tenths, 1), 30 * choose.between(1, 60) if rated else None))
    return Infused(level, over, bag, pump, tuple(tried), choose.between(1, 1_500))


@cache
def _planned(level: str, over: str, bag: str, pump: str | None) -> kd.Infusion:
    regimen = kd.Regimen("ketamine", "intravenous", level, over=over, source=SOURCE)
    dose = kd.calculate_dose("70.3 kg", regimen)
    return kd.plan_infusion(dose, product=VIAL, made_up_to=bag, pump=pump and kd.Pump(pump))


def _text(tenths: int) -> str:
    return f"{decimal_text(tenths, 1)} min"


def _happens(run: Any, event: Event) -> Any:
    at = _text(event.tenths)
    rate = None if event.rate is None else f"{decimal_text(event.rate, 1)} mL/h"
    if event.kind == "change":
        return run.change_rate(rate, at=at, overrides=ANYTHING_GOES)
    if event.kind == "resume":
        return run.resume(rate=rate, at=at, overrides=ANYTHING_GOES)
    return run.pause(at=at) if event.kind == "pause" else run.stop(at=at)


def infused_computed(asked: Infused) -> Told:
    run = start_infusion(_planned(asked.level, asked.over, asked.bag, asked.pump))
    happened = []
    for event in asked.tried:
        try:
            run = _happens(run, event)
        except kd.KetadoseError as error:
            happened.append(error.code)
        else:
            happened.append(event.kind)
    told: Told = {"ends": None if run.ends_at is None else minutes(run.ends_at), "happened": happened}
    if run.ends_at is not None and compare((asked.at, 10), minutes(run.ends_at)) > 0:
        return told
    state = run.at(_text(asked.at))
    told |= {"ml": pair(state.volume), "mg": pair(state.amount), "left": pair(state.volume_left)}
    return told | {"running": state.running}


def infused_expected(asked: Infused) -> Told:
    planned, ml, mg = _as_ordered(asked.level, asked.over, asked.bag, asked.pump)
    done: tuple[oracle.Done, ...] = ()
    happened = []
    for event in asked.tried:
        tried = oracle.Done(event.kind, (event.tenths, 10), None if event.rate is None else (event.rate, 10))
        possible = oracle.possible(ml, planned, done, tried)
        done += (tried,) if possible else ()
        happened.append(event.kind if possible else "running.event")
    end = oracle.ends(ml, planned, done)
    told: Told = {"ends": end, "happened": happened}
    if end is not None and compare((asked.at, 10), end) > 0:
        return told
    at = oracle.told(planned, done, (asked.at, 10))
    left = sub(ml, at.ml)
    told |= {"ml": at.ml, "mg": div(mul(at.ml, mg), ml), "left": left}
    return told | {"running": at.rate is not None and left[0] > 0}


@cache
def _as_ordered(level: str, over: str, bag: str, pump: str | None) -> tuple[Pair, Pair, Pair]:
    """mL/h at the pump's step, half-up, mL and mg of an infusion that no limit holds."""
    mg, ml = mul(units.weight("70.3 kg"), units.level(level)[1]), units.read(bag, units.VOLUME)
    rate = div(mul(ml, (60, 1)), units.minutes(over))
    if pump is not None:
        step = units.read(pump, units.FLOW_RATE)
        rate = mul((steps(rate, step, "half up"), 1), step)
    return rate, ml, mg


HAPPENED = frozenset({f"happened {kind}" for kind in (*KINDS, "running.event")} | {"running"})
RUNNING = Grid("running", 8, infused_point, infused_computed, infused_expected, HAPPENED, ("happened",))


class Ordered(NamedTuple):
    """A step in text: two of amount, rate and duration, an amount for a bolus, a duration for a pause."""

    amount: str | None
    rate: str | None
    duration: str | None


class Programmed(NamedTuple):
    """Who gets which steps from which bags, by which pump."""

    weight: str
    steps: tuple[Ordered, ...]
    bag: str
    pump: str | None
    mode: str


def programmed_point(index: int) -> Programmed:
    choose = Choices(index)
    weight = f"{choose.decimal(55, 90, 1)} kg"
    ordered = tuple(_ordered(choose, first=not place) for place in range(choose.between(1, 4)))
    return Programmed(weight, ordered, choose.of(("6 mL", "10 mL", "20 mL", "50 mL")), choose.of(PUMPS[:2]), choose.of(MODES))


def _ordered(choose: Choices, *, first: bool) -> Ordered:
    """The first is an infusion of two hours or more, so that nothing is near the shortest duration of all."""
    amount = choose.of((f"{choose.between(30, 60)} mcg/kg", f"{choose.between(4, 8)} mg"))
    rate = choose.of((f"{choose.between(30, 90)} mcg/kg/h", f"{choose.between(2, 6)} mg/h", "1 mcg/kg/min"))
    duration = f"{choose.between(120, 180)} min"
    kind = choose.below(3) if first else choose.below(5)
    forms = (
        (amount, rate, None),
        (amount, None, duration),
        (None, rate, duration),
        (amount, None, None),
        (None, None, duration),
    )
    return Ordered(*forms[kind]) if not first or kind else Ordered(None, rate, duration)


def programmed_computed(asked: Programmed) -> Told:
    ordered = tuple(
        ProgrammeStep.pause(each.duration) if each.amount is None and each.rate is None else ProgrammeStep(*each)
        for each in asked.steps
    )
    options: Any = {"product": VIAL, "bag_volume": asked.bag, "area": "acute pain ward", "overrides": ANYTHING_GOES}
    options |= {"pump": asked.pump and kd.Pump(asked.pump), "rounding": asked.mode, "source": SOURCE}
    bag_amount = f"{asked.bag.split(' ')[0]} mg"
    plan = plan_programme(asked.weight, "ketamine", ordered, bag_amount=bag_amount, **options)
    told: Told = {"mg": pair(plan.amount), "ml": pair(plan.volume), "mg/kg": pair(plan.per_weight), "off": pair(plan.deviation)}
    told |= {"hours": pair(plan.duration), "running": pair(plan.running), "bags": plan.bags}
    told |= {"changes": [pair(each) for each in plan.bag_changes], "several": plan.bags > 1}
    told |= {"starts": [pair(each.start) for each in plan.steps], "each": [pair(each.amount) for each in plan.steps]}
    return told | {"rates": [None if each.rate is None else pair(each.rate) for each in plan.steps]}


def programmed_expected(asked: Programmed) -> Told:
    kg = units.weight(asked.weight)
    ordered = [_read(each, kg) for each in asked.steps]
    bags = programme.Bags((1, 1), units.read(asked.bag, units.VOLUME))
    run = programme.run(ordered, bags, asked.pump and units.read(asked.pump, units.FLOW_RATE), asked.mode)
    mg = total([each.mg for each in run])
    wanted = total([programme.amount(each) for each in ordered])
    changes = programme.changes(run, bags)
    told: Told = {"mg": mg, "ml": total([each.ml for each in run]), "mg/kg": div(mg, kg)}
    told |= {"off": mul((100, 1), div(sub(mg, wanted), wanted)), "hours": run[-1].end, "running": programme.running(run)}
    told |= {"bags": len(changes) + 1, "changes": changes, "several": bool(changes)}
    told |= {"starts": [each.start for each in run], "each": [each.mg for each in run]}
    return told | {"rates": [each.rate for each in run]}


def _read(step: Ordered, kg: Pair) -> programme.Step:
    mg = hourly = None
    if step.amount is not None:
        kind, level = units.level(step.amount)
        mg = mul(kg, level) if kind == "mg/kg" else level
    if step.rate is not None:
        per_kg = "/kg/" in step.rate
        rate = units.read(step.rate, units.PER_WEIGHT_RATE if per_kg else units.AMOUNT_RATE)
        hourly = mul(kg, rate) if per_kg else rate
    return programme.Step(mg, hourly, step.duration and div(units.minutes(step.duration), (60, 1)))


PROGRAMMES = Grid(
    "programmes", 6, programmed_point, programmed_computed, programmed_expected, frozenset({"answered", "several"})
)
