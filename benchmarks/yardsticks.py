"""What the rows are measured against: bare pint, what is commonly written with it, and dateutil's dates.

The pint versions do what their rows do as far as it goes with pint alone: text by its own reader, the same bounds compared,
the same steps of the devices. They keep no working and no sources.
"""

from __future__ import annotations

import math
from datetime import datetime
from itertools import pairwise

import pint
from dateutil.rrule import DAILY, rrule

from ketadose.catalog import limits
from ketadose.findings import Limit
from ketadose.terms import Drug, Route

Q = pint.Quantity
LEVEL, WEIGHT, OVER = Q(0.5, "mg/kg"), Q(70, "kg"), Q(40, "min")
STRENGTH, SYRINGE_STEP, SYRINGE, PUMP_STEP, PUMP = Q(50, "mg/mL"), Q(0.01, "mL"), Q(1, "mL"), Q(1, "mL/h"), Q(999, "mL/h")
_RULES = limits.PSYCHIATRIC_CLINIC.for_(Drug.KETAMINE, Route.INTRAVENOUS)
_Bounds = list[tuple[pint.Quantity, bool]]
_ENDS = ("hard_low", "soft_low", "soft_high", "hard_high")


def _bounds(*several: Limit) -> _Bounds:
    """Every bound of the limits that ours are compared with, and whether it is an upper one."""
    ends = [(getattr(limit, end), end) for limit in several for end in _ENDS]
    return [(bound.value.quantity, end.endswith("high")) for bound, end in ends if bound is not None]


WEIGHTS = _bounds(*limits.PSYCHIATRIC_CLINIC.weight)
AMOUNTS, PER_WEIGHTS = _bounds(*_RULES.amount), _bounds(*_RULES.per_weight)
PER_WEIGHT_RATES, DURATIONS = _bounds(*_RULES.per_weight_rate), _bounds(*_RULES.duration)


def multiply() -> object:
    """One multiplication of two Quantities: an amount per weight by a weight."""
    return LEVEL * WEIGHT


def dates() -> object:
    """Six dates, three days apart, of which nothing is checked."""
    return list(rrule(DAILY, dtstart=datetime(2026, 1, 5), interval=3, count=6))


def dose(weight: str) -> object:
    """A dose from the text of a weight, every bound compared."""
    read = Q(weight).to("kg")
    amount = (LEVEL * read).to("mg")
    per_weight = (amount / read).to("mg/kg")
    rate = (per_weight / OVER).to("mg/kg/h")
    _check((read, WEIGHTS), (amount, AMOUNTS), (per_weight, PER_WEIGHTS), (rate, PER_WEIGHT_RATES), (OVER, DURATIONS))
    return amount, per_weight, rate


def infusion(amount: pint.Quantity) -> object:
    """What to draw and how to run the pump, each at its step, and what is really given."""
    total = Q("100 mL")
    volume = _stepped(amount / STRENGTH, SYRINGE_STEP, SYRINGE)
    rate = _stepped(total / OVER, PUMP_STEP, PUMP)
    given = (volume * STRENGTH).to("mg")
    took = (total / rate).to("min")
    per_weight = (given / WEIGHT).to("mg/kg")
    rate_given = (per_weight / took).to("mg/kg/h")
    _check((given, AMOUNTS), (per_weight, PER_WEIGHTS), (rate_given, PER_WEIGHT_RATES), (took, DURATIONS))
    return volume, rate, given, took


def injection(amount: pint.Quantity) -> object:
    """What to draw, at the syringe's step, and what is really given."""
    volume = _stepped(amount / STRENGTH, SYRINGE_STEP, SYRINGE)
    given = (volume * STRENGTH).to("mg")
    _check((given, AMOUNTS), ((given / WEIGHT).to("mg/kg"), PER_WEIGHTS))
    return volume, given


def run(rates: tuple[tuple[str, str], ...], per_volume: pint.Quantity) -> object:
    """What has gone in at the end of each stretch of a pump: from when, and how fast from then on."""
    read = [(Q(begun), Q(rate)) for begun, rate in rates]
    amounts = [((end - begun) * rate * per_volume).to("mg") for (begun, rate), (end, _) in pairwise(read)]
    return amounts, sum(amounts[1:], amounts[0])


def verify(amount: str, per_weight: str, weight: str, over: str) -> object:
    """Whether the figures of an order fit each other and the bounds."""
    read, ordered, heavy, lasts = Q(amount).to("mg"), Q(per_weight).to("mg/kg"), Q(weight).to("kg"), Q(over).to("min")
    if not math.isclose((read / heavy).to("mg/kg").magnitude, ordered.magnitude, rel_tol=0.01):
        raise ValueError(amount)
    rate = (ordered / lasts).to("mg/kg/h")
    _check((heavy, WEIGHTS), (read, AMOUNTS), (ordered, PER_WEIGHTS), (rate, PER_WEIGHT_RATES), (lasts, DURATIONS))
    return read, ordered


def pressure(text: str, bounds: tuple[tuple[str, str], tuple[str, str]]) -> object:
    """Whether both figures of a blood pressure lie between their bounds."""
    figures = [Q(f"{figure} mmHg") for figure in text.removesuffix(" mmHg").split("/")]
    return [Q(low) <= figure <= Q(high) for figure, (low, high) in zip(figures, bounds, strict=True)]


def _check(*figures: tuple[pint.Quantity, _Bounds]) -> None:
    for figure, bounds in figures:
        if not math.isfinite(figure.magnitude) or figure.magnitude <= 0:
            raise ValueError(figure)
        for bound, upper in bounds:
            if figure > bound if upper else figure < bound:
                raise ValueError(figure)


def _stepped(figure: pint.Quantity, step: pint.Quantity, most: pint.Quantity) -> pint.Quantity:
    stepped = round((figure / step).to("").magnitude) * step
    if stepped > most:
        raise ValueError(figure)
    return stepped
