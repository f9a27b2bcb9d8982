"""The pump's rate at its step, between the slowest and the fastest that the hard limits allow."""

from __future__ import annotations

from ketadose.calc.checks import highest
from ketadose.calc.dose import Dose
from ketadose.calc.rounding import AtStep, Device, Edge, at_step
from ketadose.catalog.limits import PROFILES
from ketadose.errors import KetadoseError
from ketadose.findings import exact
from ketadose.measures import Concentration, FlowRate, Volume
from ketadose.model.product import Pump
from ketadose.terms import Axis, Rounding


def at_pump(
    dose: Dose, rate: FlowRate, volume: Volume, concentration: Concentration, pump: Pump, mode: Rounding
) -> AtStep[FlowRate]:
    """The rate at the pump's step; refused above the pump's largest rate, held within the hard limits on rate and duration."""
    largest = pump.largest_rate
    if largest is not None and rate > largest:
        raise KetadoseError(
            "rate.too_fast",
            f"{rate} is above the pump's largest rate of {largest}",
            field="pump",
            received=rate.exact,
            fix="Use a smaller bag or another pump",
        )
    low, high = _rate_edges(dose, volume, concentration)
    if largest is not None and (high is None or largest.value < high.value):
        high = Edge(largest.value, f"the pump's largest rate of {largest}")
    return at_step(rate, Device("pump", "pump rate", pump.step), mode, low=low, high=high)


def _rate_edges(dose: Dose, volume: Volume, concentration: Concentration) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the hard limits on rate and duration allow."""
    rules = PROFILES[dose.area].for_(dose.regimen.drug, dose.regimen.route)
    weight = dose.patient.weight.value
    fastest = []
    for axis, factor in ((Axis.AMOUNT_RATE, 1), (Axis.PER_WEIGHT_RATE, weight)):
        bound = highest(rules, axis)
        if bound is not None:
            value = bound.value * factor / concentration.value
            fastest.append(Edge(value, f"the hard limit of {bound.measure} on the {axis.value}"))
    slowest = []
    for limit in rules.duration:
        if limit.hard_low is not None:
            fastest.append(Edge(volume.value / exact(limit.hard_low.value), f"the shortest duration of {limit.hard_low.value}"))
        if limit.hard_high is not None:
            slowest.append(
                Edge(volume.value / exact(limit.hard_high.value), f"the longest duration of {limit.hard_high.value}")
            )
    return (
        max(slowest, key=lambda edge: edge.value, default=None),
        min(fastest, key=lambda edge: edge.value, default=None),
    )
