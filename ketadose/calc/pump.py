"""The pump's rate at its step, between the slowest and the fastest that the hard limits allow."""

from __future__ import annotations

from operator import attrgetter

from ketadose.calc.checks import Edge, highest
from ketadose.calc.dose import Dose
from ketadose.calc.rounding import AtStep, Device, at_step
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
    low, high = _rate_edges(dose, rate, volume, concentration)
    if largest is not None and (high is None or largest.value < high.value):
        high = Edge(largest.value, "the pump's largest rate of {}", (largest,))
    return at_step(rate, Device("pump", "pump rate", pump.step), mode, low=low, high=high)


def _rate_edges(dose: Dose, rate: FlowRate, volume: Volume, concentration: Concentration) -> tuple[Edge | None, Edge | None]:
    """The slowest and the fastest rate in mL/h that the hard limits allow which the exact rate respects."""
    limits, weight = dose.limits, dose.patient.weight.value
    factors = {Axis.AMOUNT_RATE: 1 / concentration.value, Axis.PER_WEIGHT_RATE: weight / concentration.value}
    hard = highest(limits, factors, rate.value)
    timed = [limit for limit in limits if limit.axis is Axis.DURATION]
    shortest = [limit.hard_low for limit in timed if limit.hard_low is not None]
    longest = [limit.hard_high for limit in timed if limit.hard_high is not None]
    quick = [Edge(volume.value / exact(bound.value), "the shortest duration of {}", (bound.value,)) for bound in shortest]
    slow = [Edge(volume.value / exact(bound.value), "the longest duration of {}", (bound.value,)) for bound in longest]
    above = [edge for edge in (hard, *quick) if edge is not None and edge.value >= rate.value]
    below = [edge for edge in slow if edge.value <= rate.value]
    by_value = attrgetter("value")
    return max(below, key=by_value, default=None), min(above, key=by_value, default=None)
