"""A figure brought to a device's step, in each way of rounding, between edges that it may or may not respect."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ketadose.calc.checks import Edge
from ketadose.calc.rounding import Device, at_step
from ketadose.errors import KetadoseError
from ketadose.measures import FlowRate, Volume
from ketadose.measures.value import make
from ketadose.terms import Rounding
from tests.oracle import devices
from tests.oracle.floats import nearest
from tests.oracle.pairs import Pair, mul
from tests.oracle.units import FLOW_RATE, VOLUME, read
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair

GRADUATIONS = ("0.01 mL", "0.02 mL", "0.05 mL", "0.1 mL", "0.2 mL", "0.25 mL", "0.5 mL", "1 mL", "0.07 mL", "5 mL")
PUMP_STEPS = ("0.01 mL/h", "0.1 mL/h", "0.3 mL/h", "1 mL/h", "5 mL/h", "7 mL/h", "40 mL/h", "1 mL/min")
MODES = {mode.value: mode for mode in Rounding}
PARTS = (1, 2, 3, 4, 7, 10, 60, 100, 127, 1_000, 45_359_237)


class Asked(NamedTuple):
    """The figure, the step of a syringe or a pump as text, the way of rounding, and how far it may go."""

    figure: Pair
    step: str
    mode: str
    low: Pair | None
    high: Pair | None


def point(index: int) -> Asked:
    choose = Choices(index)
    step = choose.of(GRADUATIONS + PUMP_STEPS)
    size = read(step, FLOW_RATE if "/" in step else VOLUME)
    parts = choose.of(PARTS)
    figure = mul(size, (choose.between(1, 60 * parts), parts))
    kept, sides = choose.below(4), choose.below(4)  # one edge alone may be passed by the figure itself, as by an override
    low = _edge(choose, figure, size, -1 if kept else 1) if sides in {1, 3} else None
    high = _edge(choose, figure, size, 1 if kept else -1) if sides == 2 or (sides == 3 and kept) else None
    return Asked(figure, step, choose.of(tuple(MODES)), low, high)


def _edge(choose: Choices, figure: Pair, step: Pair, side: int) -> Pair:
    """The figure itself, or up to two steps to one side of it."""
    away = side * choose.between(1, 40) if choose.below(4) else 0
    near = 20 * figure[0] * step[1] + away * step[0] * figure[1]
    return max(near, 1), 20 * figure[1] * step[1]


@cache
def _device(step: str) -> Device:
    pump = "/" in step
    return Device("pump" if pump else "syringe", "rate" if pump else "volume", (FlowRate if pump else Volume)(step))


def _given(edge: Pair | None) -> Edge | None:
    return None if edge is None else Edge(Fraction(*edge), "a limit")


def computed(asked: Asked) -> Told:
    device = _device(asked.step)
    figure = make(type(device.step), Fraction(*asked.figure))
    try:
        done = at_step(figure, device, MODES[asked.mode], low=_given(asked.low), high=_given(asked.high))
    except KetadoseError as error:
        return {"error": error.code}
    found = {finding.code for finding in done.findings}
    told: Told = {"rounded": pair(done.measure), "float": float_of(done.measure)}
    return told | {"held": "rounding.held_down" in found, "coarse": "rounding.coarse" in found}


def expected(asked: Asked) -> Told:
    pump = "/" in asked.step
    step = read(asked.step, FLOW_RATE if pump else VOLUME)
    highs, lows = ([] if edge is None else [edge] for edge in (asked.high, asked.low))
    nothing = "rate.too_slow" if pump else "draw.too_small"
    try:
        rounded, held = devices.at_step(asked.figure, step, asked.mode, highs, lows, nothing)
    except devices.NoAnswer as none:
        return {"error": none.args[0]}
    told: Told = {"rounded": rounded, "float": nearest(rounded)}
    return told | {"held": held, "coarse": devices.coarse(asked.figure, rounded)}


WANTED = frozenset({"answered", "held", "coarse", "rate.too_slow", "draw.too_small", "rounding.none"})
ROUNDING = Grid("rounding", 1_500, point, computed, expected, WANTED)
