"""The limits of each care area, typed again as text, and what they say of a dose."""

from functools import cache
from typing import NamedTuple

from tests.oracle.pairs import Pair, compare, div, mul, number


class Bounds(NamedTuple):
    """One limit; None where it has no such bound. Durations are in minutes; `drug` and `route` None mean any."""

    axis: str
    drug: str | None
    route: str | None
    soft_low: str | None = None
    hard_low: str | None = None
    soft_high: str | None = None
    hard_high: str | None = None
    wall: bool = False
    window: int = 0
    up_to: str | None = None
    lasting_to: str | None = None
    lasting_over: str | None = None


_K, _S = "ketamine", "esketamine"
_IV, _SC, _IM, _IN, _PO, _SL = "intravenous", "subcutaneous", "intramuscular", "intranasal", "oral", "sublingual"

CLINIC: tuple[Bounds, ...] = (
    Bounds("per_weight", _K, _IV, hard_high="4.5", wall=True, lasting_to="60"),
    Bounds("per_weight_rate", _K, _IV, hard_high="4.5", wall=True, lasting_over="60"),
    Bounds("per_weight", _K, _IM, hard_high="13", wall=True),
    Bounds("per_weight", _K, _PO, hard_high="7", wall=True),
    Bounds("per_weight", _K, _SC, hard_high="4.5", wall=True),
    Bounds("per_weight", _K, "sublingual", hard_high="7", wall=True),
    Bounds("per_weight", _K, None, hard_high="13", wall=True),
    Bounds("per_weight", _S, _IV, hard_high="1", wall=True),
    Bounds("per_weight", _S, _IM, hard_high="4", wall=True),
    Bounds("per_weight", _S, _SC, hard_high="1", wall=True),
    Bounds("per_weight", _S, _PO, hard_high="3", wall=True),
    Bounds("amount", _K, _IN, hard_high="100", wall=True),
    Bounds("amount", _S, _IN, hard_high="84", wall=True),
    Bounds("per_weight", _S, None, hard_high="6.5", wall=True),
    Bounds("age", None, None, hard_low="18"),
    Bounds("weight", None, None, soft_low="30", soft_high="250"),
    Bounds("per_weight", _K, _IV, soft_low="0.1", soft_high="0.75", hard_high="1"),
    Bounds("amount", _K, _IV, soft_high="100"),
    Bounds("per_weight_rate", _K, _IV, soft_high="1", hard_high="1.5"),
    Bounds("per_weight", _S, _IV, soft_low="0.1", soft_high="0.4", hard_high="0.5"),
    Bounds("per_weight_rate", _S, _IV, soft_high="0.5", hard_high="0.75"),
    Bounds("duration", None, _IV, soft_low="40", hard_low="2", soft_high="100", hard_high="120"),
    Bounds("interval", None, _IV, soft_low="2"),
    Bounds("per_week", None, _IV, soft_high="2", hard_high="3"),
    Bounds("course", None, _IV, soft_high="6", hard_high="12"),
    Bounds("window", _K, _IV, soft_high="3", window=21),
    Bounds("window", _K, _IV, hard_high="12", window=28),
    Bounds("per_weight", _K, _SC, soft_low="0.1", soft_high="0.9", hard_high="1"),
    Bounds("amount", _K, _SC, soft_high="100"),
    Bounds("interval", _K, _SC, soft_low="3"),
    Bounds("per_week", _K, _SC, soft_high="2", hard_high="3"),
    Bounds("course", _K, _SC, soft_high="8"),
    Bounds("per_weight", _K, _IM, soft_low="0.1", soft_high="1", hard_high="1.3"),
    Bounds("amount", _K, _IM, hard_high="100"),
    Bounds("interval", _K, _IM, soft_low="3"),
    Bounds("per_week", _K, _IM, soft_high="2", hard_high="3"),
    Bounds("course", _K, _IM, soft_high="8"),
    Bounds("interval", _S, _IN, soft_low="2"),
    Bounds("per_week", _S, _IN, hard_high="2"),
    Bounds("course", _S, _IN, soft_high="8"),
    Bounds("per_weight", _K, _PO, soft_low="0.25", soft_high="2.5", hard_high="3"),
    Bounds("amount", _K, _PO, hard_high="300"),
    Bounds("course", _K, _PO, soft_high="28"),
    Bounds("per_weight", _S, _SC, soft_high="0.5", hard_high="1"),
    Bounds("interval", _S, _SC, soft_low="7"),
    Bounds("per_week", _S, _SC, soft_high="1", hard_high="2"),
    Bounds("course", _S, _SC, soft_high="6", hard_high="12"),
    Bounds("amount", _K, _IN, soft_low="10", soft_high="50", hard_high="75"),
    Bounds("interval", _K, _IN, soft_low="2"),
    Bounds("per_week", _K, _IN, soft_high="2", hard_high="3"),
    Bounds("amount", _S, _PO, soft_high="30"),
    Bounds("per_weight", _S, _PO, hard_high="3"),
    Bounds("window", _S, _PO, soft_high="6", hard_high="9", window=7),
    Bounds("window", _K, _PO, soft_high="4", hard_high="7.5", window=7),
    Bounds("per_weight", _K, _SL, soft_high="1", hard_high="3"),
    Bounds("amount", _K, _SL, hard_high="300"),
    Bounds("interval", _K, _SL, soft_low="2"),
    Bounds("per_week", _K, _SL, hard_high="4"),
)
COMMON = 16
"""So many of the first bind in every care area: the walls, and age and weight."""

ELSEWHERE: dict[str, tuple[Bounds, ...]] = {
    "emergency analgesia": (
        Bounds("per_weight", _K, _IV, soft_low="0.1", soft_high="0.3", hard_high="0.35"),
        Bounds("duration", None, _IV, soft_low="15", hard_low="5"),
    ),
    "emergency suicidality": (
        Bounds("per_weight", _K, _IV, hard_high="0.2", lasting_to="30"),
        Bounds("per_weight", _K, _IV, hard_high="0.5"),
        Bounds("duration", None, _IV, soft_low="40", hard_low="1"),
        Bounds("per_weight_rate", _K, _IV, soft_high="0.75", hard_high="12"),
        Bounds("course", _K, _IV, hard_high="2"),
    ),
    "emergency agitation": (
        Bounds("per_weight", _K, _IM, hard_high="4"),
        Bounds("amount", _K, _IM, hard_high="500"),
    ),
    "acute pain ward": (
        Bounds("amount_rate", _K, _IV, hard_high="25"),
        Bounds("amount_rate", _K, _IV, hard_high="15", up_to="50"),
        Bounds("duration", None, _IV, hard_low="60", hard_high="1440"),
    ),
    "chronic pain": (
        Bounds("per_weight_rate", _K, _IV, soft_high="0.35", hard_high="0.5"),
        Bounds("amount_rate", _K, _IV, hard_high="25"),
        Bounds("duration", _K, _IV, hard_low="60", hard_high="240"),
        Bounds("course", _K, _IV, soft_high="10"),
        Bounds("window", _K, _IV, soft_high="14", window=10),
    ),
    "procedural sedation": (
        Bounds("per_weight", _K, _IV, soft_low="0.25", soft_high="0.5", hard_high="1"),
        Bounds("duration", None, _IV, hard_low="1"),
    ),
    "anaesthesia": (
        Bounds("per_weight", _K, _IV, soft_low="1", soft_high="2", hard_high="4.5"),
        Bounds("per_weight_rate", _K, _IV, soft_high="30"),
        Bounds("duration", None, _IV, hard_low="1"),
        Bounds("per_weight", _K, _IM, soft_low="6.5", hard_high="13"),
        Bounds("per_weight", _S, _IV, soft_low="0.5", hard_high="1"),
        Bounds("per_weight", _S, _IM, soft_low="2", hard_high="4"),
    ),
}
"""What the other care areas add to the limits that bind everywhere."""

HERE = "psychiatric clinic"
DEVICES = ("28", "56", "84")
"""Milligrams of esketamine into the nose that the psychiatric clinic may give: whole devices."""


@cache
def of(area: str, axis: str, drug: str | None, route: str | None) -> tuple[Bounds, ...]:
    """The bounds along an axis in a care area that are for this drug by this route."""
    everything = CLINIC if area == HERE else CLINIC[:COMMON] + ELSEWHERE[area]
    return tuple(b for b in everything if b.axis == axis and b.drug in (None, drug) and b.route in (None, route))


def along(
    axis: str, drug: str, route: str, minutes: Pair | None = None, *, area: str = HERE, kg: Pair | None = None
) -> list[Bounds]:
    """Those of them that are for a dose over this time, None being a bolus, and for this body weight."""
    return [b for b in of(area, axis, drug, route) if _timed(b, minutes) and not (b.up_to and kg and _past(b.up_to, kg, 1))]


def _timed(bounds: Bounds, minutes: Pair | None) -> bool:
    if bounds.lasting_to is not None and minutes is not None and _past(bounds.lasting_to, minutes, 1):
        return False
    return bounds.lasting_over is None or (minutes is not None and _past(bounds.lasting_over, minutes, 1))


def severity(bounds: Bounds, figure: Pair) -> str | None:
    """STOP outside hard, CAUTION outside soft; exactly at a bound is inside."""
    if _past(bounds.hard_low, figure, -1) or _past(bounds.hard_high, figure, 1):
        return "STOP"
    return "CAUTION" if _past(bounds.soft_low, figure, -1) or _past(bounds.soft_high, figure, 1) else None


def passed(axis: str, bounds: Bounds, figure: Pair) -> list[tuple[str, str]]:
    """The code with its severity where the figure is past a bound; "wall" for a STOP that no override passes."""
    level = severity(bounds, figure)
    if level is None:
        return []
    high = _past(bounds.soft_high, figure, 1) or _past(bounds.hard_high, figure, 1)
    return [(f"{axis}.{'high' if high else 'low'}", "wall" if bounds.wall else level)]


_bound = cache(number)


def _past(bound: str | None, figure: Pair, side: int) -> bool:
    return bound is not None and side * compare(figure, _bound(bound)) > 0


def figures(mg: Pair, kg: Pair, minutes: Pair | None) -> dict[str, Pair]:
    """The figure of a dose on each axis; an injection has no rate and no duration."""
    found = {"amount": mg, "per_weight": div(mg, kg)}
    if minutes is not None:
        hourly = div(mul(mg, (60, 1)), minutes)
        found |= {"amount_rate": hourly, "per_weight_rate": div(hourly, kg), "duration": minutes}
    return found


def judged(drug: str, route: str, mg: Pair, kg: Pair, minutes: Pair | None, area: str = HERE) -> list[tuple[str, str]]:
    """(code, severity) of every limit that the order is past, sorted; with "wall" for a STOP that no override passes."""
    found = []
    for axis, figure in figures(mg, kg, minutes).items():
        for bounds in along(axis, drug, route, minutes, area=area, kg=kg):
            found += passed(axis, bounds, figure)
    if minutes is None:  # a bolus is faster than any shortest duration
        found += [("duration.low", "STOP") for bounds in along("duration", drug, route, area=area, kg=kg) if bounds.hard_low]
    return sorted(found)


def refused(drug: str, route: str, mg: Pair, area: str = HERE) -> list[tuple[str, str]]:
    """That nothing bounds such a dose from above here, or that it is none of the amounts that the instructions have."""
    if area == HERE and (drug, route) == (_S, _IN):
        return [] if any(compare(mg, number(each)) == 0 for each in DEVICES) else [("dose.not_allowed", "wall")]
    return [] if bounded(area, drug, route) else [("dose.no_limits", "STOP")]


@cache
def bounded(area: str, drug: str, route: str) -> bool:
    """A bound on the dose itself, other than a wall; or on its rate, where a bolus is refused and the time has an end."""

    def high(axis: str) -> bool:
        return any(not b.wall and bool(b.soft_high or b.hard_high) for b in of(area, axis, drug, route))

    times = of(area, "duration", drug, route)
    timed = any(b.hard_low for b in times) and any(b.hard_high for b in times)
    return high("amount") or high("per_weight") or (timed and (high("amount_rate") or high("per_weight_rate")))


def most_mg(drug: str, route: str, kg: Pair, minutes: Pair | None) -> list[Pair]:
    """Every hard upper limit on an amount or a rate, turned into mg for this patient and duration."""
    found = []
    for axis, per in figures((1, 1), kg, minutes).items():
        if axis != "duration":
            found += [div(_bound(b.hard_high), per) for b in along(axis, drug, route, minutes) if b.hard_high]
    return found
