"""Every arithmetic rule, once.

Each function has only + - * / and whole numbers, so that the same one runs on an exact `Fraction` and on whole arrays.
Beside it stands its record: what it is called, how it is printed, what goes in and what comes out. Arguments and results
are in canonical units: kg, cm, mg, mg/kg, mg/mL, mL, h, mL/h, mg/h, mg/kg/h.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from ketadose import measures as m
from ketadose.evidence import Citation, sources
from ketadose.working import Formula

N = TypeVar("N", Fraction, float)
"""Any number with + - * and /; checkers are told of the two plainest, arrays run as well."""


def dose(per_weight: N, weight: N) -> N:
    """Dose = dose per weight * weight."""
    return per_weight * weight


def per_weight(amount: N, weight: N) -> N:
    """Dose per weight = amount / weight."""
    return amount / weight


def volume(amount: N, concentration: N) -> N:
    """Volume = amount / concentration."""
    return amount / concentration


def amount_in(volume: N, concentration: N) -> N:
    """Amount = volume * concentration."""
    return volume * concentration


def concentration(amount: N, volume: N) -> N:
    """Concentration = amount / volume."""
    return amount / volume


def left(whole: N, part: N) -> N:
    """What is left of a whole."""
    return whole - part


def flow_rate(volume: N, duration: N) -> N:
    """Flow rate = volume / duration."""
    return volume / duration


def running_time(volume: N, flow_rate: N) -> N:
    """Duration = what runs in / its rate."""
    return volume / flow_rate


def volume_run(flow_rate: N, duration: N) -> N:
    """What runs in = its rate * duration."""
    return flow_rate * duration


def amount_rate(amount: N, duration: N) -> N:
    """Amount rate = amount / duration."""
    return amount / duration


def per_weight_rate(amount_rate: N, weight: N) -> N:
    """Amount rate per weight = amount rate / weight."""
    return amount_rate / weight


def deviation(delivered: N, ordered: N) -> N:
    """Deviation in % = 100 * (delivered - ordered) / ordered."""
    return 100 * (delivered - ordered) / ordered


def rest_total(devices: int, rest: N) -> N:
    """Time from the first device to the last, with a rest between two."""
    return (devices - 1) * rest


def together(one: N, other: N) -> N:
    """Two parts in one."""
    return one + other


def several(each: N, count: int) -> N:
    """So many equal parts."""
    return each * count


def body_mass_index(weight: N, height: N) -> N:
    """Body mass index = weight / (height in m)^2."""
    return 10000 * weight / (height * height)


def ideal_female(height: N) -> N:
    """Devine: 45.5 kg and 2.3 kg for each inch over 60."""
    return (455 + 23 * (50 * height / 127 - 60)) / 10


def ideal_male(height: N) -> N:
    """Devine: 50 kg and 2.3 kg for each inch over 60."""
    return (500 + 23 * (50 * height / 127 - 60)) / 10


def adjusted(weight: N, ideal: N) -> N:
    """Adjusted weight: ideal and four tenths of what lies between ideal and actual."""
    return ideal + 2 * (weight - ideal) / 5


def lean_female(weight: N, bmi: N) -> N:
    """Janmahasatian, women."""
    return 9270 * weight / (8780 + 244 * bmi)


def lean_male(weight: N, bmi: N) -> N:
    """Janmahasatian, men."""
    return 9270 * weight / (6680 + 216 * bmi)


_IDEAL = Citation(sources.IDEAL_WEIGHT_TABLE, "table 3")
_LEAN = Citation(sources.LEAN_WEIGHT_TABLE, "table 2, semi-mechanistic model of Janmahasatian 2005")

DOSE = Formula("dose", "dose", "per_weight * weight", (("per_weight", m.PerWeight), ("weight", m.Weight)), m.Amount, dose)
PER_WEIGHT = Formula(
    "dose per body weight",
    "per_weight",
    "amount / weight",
    (("amount", m.Amount), ("weight", m.Weight)),
    m.PerWeight,
    per_weight,
)
VOLUME = Formula(
    "volume to draw",
    "volume",
    "amount / concentration",
    (("amount", m.Amount), ("concentration", m.Concentration)),
    m.Volume,
    volume,
)
AMOUNT_IN = Formula(
    "amount in the volume",
    "amount_in",
    "volume * concentration",
    (("volume", m.Volume), ("concentration", m.Concentration)),
    m.Amount,
    amount_in,
)
CONCENTRATION = Formula(
    "concentration",
    "concentration",
    "amount / volume",
    (("amount", m.Amount), ("volume", m.Volume)),
    m.Concentration,
    concentration,
)
BAG_TOTAL = Formula(
    "volume in the bag", "bag_total", "bag + drawn", (("bag", m.Volume), ("drawn", m.Volume)), m.Volume, together
)
LEFT = Formula("volume left", "left", "whole - part", (("whole", m.Volume), ("part", m.Volume)), m.Volume, left)
AMOUNT_LEFT = Formula("amount left", "amount_left", "whole - part", (("whole", m.Amount), ("part", m.Amount)), m.Amount, left)
VIALS_VOLUME = Formula(
    "volume in the vials", "vials_volume", "vial * vials", (("vial", m.Volume), ("vials", int)), m.Volume, several
)
FLOW_RATE = Formula(
    "pump rate", "flow_rate", "volume / duration", (("volume", m.Volume), ("duration", m.Duration)), m.FlowRate, flow_rate
)
RUNNING_TIME = Formula(
    "running time",
    "running_time",
    "volume / flow_rate",
    (("volume", m.Volume), ("flow_rate", m.FlowRate)),
    m.Duration,
    running_time,
)
VOLUME_RUN = Formula(
    "volume run in",
    "volume_run",
    "flow_rate * duration",
    (("flow_rate", m.FlowRate), ("duration", m.Duration)),
    m.Volume,
    volume_run,
)
AMOUNT_RATE = Formula(
    "rate", "amount_rate", "amount / duration", (("amount", m.Amount), ("duration", m.Duration)), m.AmountRate, amount_rate
)
PER_WEIGHT_RATE = Formula(
    "rate per body weight",
    "per_weight_rate",
    "amount_rate / weight",
    (("amount_rate", m.AmountRate), ("weight", m.Weight)),
    m.PerWeightRate,
    per_weight_rate,
)


def _deviation(name: str, symbol: str, kind: type[m.Measure], one: str = "delivered", other: str = "ordered") -> Formula:
    expression = f"100 * ({one} - {other}) / {other}"
    return Formula(name, symbol, expression, ((one, kind), (other, kind)), m.Deviation, deviation)


DEVIATION = _deviation("deviation in %", "deviation", m.Amount)
DURATION_DEVIATION = _deviation("deviation of the duration in %", "duration_deviation", m.Duration)
SHARE = _deviation("difference from the whole bag in %", "share", m.Volume)
WEIGHT_CHANGE = _deviation("change of the weight in %", "weight_change", m.Weight, "now", "before")
AMOUNT_CHANGE = _deviation("change of the dose in %", "amount_change", m.Amount, "now", "before")
DEVICES_AMOUNT = Formula(
    "amount in the devices",
    "devices_amount",
    "content * devices",
    (("content", m.Amount), ("devices", int)),
    m.Amount,
    several,
)
DEVICES_VOLUME = Formula(
    "volume in the devices",
    "devices_volume",
    "content * devices",
    (("content", m.Volume), ("devices", int)),
    m.Volume,
    several,
)
REST_TOTAL = Formula(
    "first device to last",
    "rest_total",
    "(devices - 1) * rest",
    (("devices", int), ("rest", m.Duration)),
    m.Duration,
    rest_total,
)
REPEATED = Formula(
    "total of equal sessions",
    "repeated",
    "amount * sessions",
    (("amount", m.Amount), ("sessions", int)),
    m.Amount,
    several,
)
TOGETHER = Formula("total", "together", "so_far + amount", (("so_far", m.Amount), ("amount", m.Amount)), m.Amount, together)
VOLUME_OF = Formula(
    "volume of it", "volume_of", "amount / strength", (("amount", m.Amount), ("strength", m.Concentration)), m.Volume, volume
)
RATE_FOR = Formula(
    "rate for the body weight",
    "rate_for",
    "rate * weight",
    (("rate", m.PerWeightRate), ("weight", m.Weight)),
    m.AmountRate,
    dose,
)
AMOUNT_RUN = Formula(
    "amount run in", "amount_run", "rate * duration", (("rate", m.AmountRate), ("duration", m.Duration)), m.Amount, volume_run
)
TIME_FOR = Formula(
    "time for the amount", "time_for", "amount / rate", (("amount", m.Amount), ("rate", m.AmountRate)), m.Duration, running_time
)
SPAN = Formula("time between", "span", "until - since", (("until", m.Duration), ("since", m.Duration)), m.Duration, left)
TIME_SUM = Formula("time", "time_sum", "so_far + time", (("so_far", m.Duration), ("time", m.Duration)), m.Duration, together)
VOLUME_SUM = Formula(
    "volume", "volume_sum", "so_far + run_in", (("so_far", m.Volume), ("run_in", m.Volume)), m.Volume, together
)
BODY_MASS_INDEX = Formula(
    "body mass index",
    "body_mass_index",
    "10000 * weight / (height * height)",
    (("weight", m.Weight), ("height", m.Height)),
    m.BodyMassIndex,
    body_mass_index,
)
IDEAL_FEMALE = Formula(
    "ideal weight, women",
    "ideal_female",
    "45.5 + 2.3 * (height / 2.54 - 60)",
    (("height", m.Height),),
    m.Weight,
    ideal_female,
    _IDEAL,
)
IDEAL_MALE = Formula(
    "ideal weight, men", "ideal_male", "50 + 2.3 * (height / 2.54 - 60)", (("height", m.Height),), m.Weight, ideal_male, _IDEAL
)
ADJUSTED = Formula(
    "adjusted weight",
    "adjusted",
    "ideal + 0.4 * (weight - ideal)",
    (("weight", m.Weight), ("ideal", m.Weight)),
    m.Weight,
    adjusted,
    _IDEAL,
)
LEAN_FEMALE = Formula(
    "lean weight, women",
    "lean_female",
    "9270 * weight / (8780 + 244 * bmi)",
    (("weight", m.Weight), ("bmi", m.BodyMassIndex)),
    m.Weight,
    lean_female,
    _LEAN,
)
LEAN_MALE = Formula(
    "lean weight, men",
    "lean_male",
    "9270 * weight / (6680 + 216 * bmi)",
    (("weight", m.Weight), ("bmi", m.BodyMassIndex)),
    m.Weight,
    lean_male,
    _LEAN,
)

ALL: tuple[Formula, ...] = tuple(rule for rule in list(globals().values()) if isinstance(rule, Formula))
"""Every formula of the library."""
