"""What a syringe, a bag and a pump make of an amount."""

from typing import NamedTuple

from tests.oracle.limits import along, most_mg
from tests.oracle.pairs import Pair, add, compare, div, mul, number, steps, sub

COARSE = number("5")
"""Percent that a step may move a figure by without a word: this project's figure."""
SITES = {"subcutaneous": number("1.5"), "intramuscular": number("5")}
"""Millilitres at one site, from which on two are to be considered."""
STRONG = number("100")
"""mg/mL from which on a product is diluted with at least its own volume before it goes into a vein."""


class NoAnswer(Exception):
    """The question has no answer; the first argument is the code that the library should give."""


def at_step(value: Pair, step: Pair, mode: str, highs: list[Pair], lows: list[Pair], nothing: str) -> tuple[Pair, bool]:
    """The multiple of the step, and whether it was held.

    Only limits that the value itself respects hold it: past one of those above it goes down instead, past one below up.
    """
    over = [limit for limit in highs if compare(value, limit) <= 0]
    under = [limit for limit in lows if compare(value, limit) >= 0]
    count = steps(value, step, mode)
    held = False
    if any(compare(mul((count, 1), step), limit) > 0 for limit in over):
        count, held = steps(value, step, "down"), True
    elif any(compare(mul((count, 1), step), limit) < 0 for limit in under):
        count, held = steps(value, step, "up"), True
    result = mul((count, 1), step)
    if count == 0:
        raise NoAnswer(nothing)
    if any(compare(result, limit) > 0 for limit in over) or any(compare(result, limit) < 0 for limit in under):
        raise NoAnswer("rounding.none")
    return result, held


class Order(NamedTuple):
    """What is given to whom: the amount, the actual weight, the minutes (None at once), the regimen's own cap."""

    drug: str
    route: str
    mg: Pair
    kg: Pair
    minutes: Pair | None = None
    cap: Pair | None = None


class Drawn(NamedTuple):
    """Millilitres drawn and their amount, whole vials, what is left in the last, and whether a limit held it down."""

    ml: Pair
    mg: Pair
    vials: int
    left_ml: Pair
    left_mg: Pair
    held: bool


def draw(order: Order, strength: Pair, vial: Pair, graduation: Pair | None, mode: str, capacity: Pair | None = None) -> Drawn:
    ml, held = div(order.mg, strength), False
    if graduation is not None:
        highs = [div(limit, strength) for limit in most_mg(order.drug, order.route, order.kg, order.minutes)]
        highs += [] if order.cap is None else [div(order.cap, strength)]
        ml, held = at_step(ml, graduation, mode, highs, [], "draw.too_small")
        if capacity is not None and compare(ml, capacity) > 0:
            raise NoAnswer("draw.capacity")
    vials = steps(ml, vial, "up")
    left = sub(mul((vials, 1), vial), ml)
    return Drawn(ml, mul(ml, strength), vials, left, mul(left, strength), held)


class Bag(NamedTuple):
    """The whole volume, its true concentration, and the volume that reaches the patient."""

    ml: Pair
    strength: Pair
    into_patient: Pair


def bag(drawn: Drawn, way: str, named: Pair, line: Pair | None) -> Bag:
    """`way` is "made_up_to" (that much in all) or "added_to" (that much and the drug)."""
    whole = named if way == "made_up_to" else add(named, drawn.ml)
    if compare(whole, drawn.ml) < 0 or (line is not None and compare(line, whole) >= 0):
        raise NoAnswer("bag.volume")
    return Bag(whole, div(drawn.mg, whole), whole if line is None else sub(whole, line))


class Run(NamedTuple):
    """What the pump does: mL/h, minutes, mg that go in, % off the order, and whether a limit held the rate."""

    rate: Pair
    minutes: Pair
    mg: Pair
    deviation: Pair
    held: bool


def run(order: Order, made: Bag, step: Pair | None, largest: Pair | None, mode: str) -> Run:
    assert order.minutes is not None
    hours = div(order.minutes, (60, 1))
    rate, held = div(made.into_patient, hours), False
    if step is not None:
        if largest is not None and compare(rate, largest) > 0:
            raise NoAnswer("rate.too_fast")
        highs, lows = _rates(order, made)
        rate, held = at_step(rate, step, mode, highs + ([largest] if largest else []), lows, "rate.too_slow")
    given = mul(made.into_patient, made.strength)
    off = div(mul((100, 1), sub(given, order.mg)), order.mg)
    return Run(rate, div(mul((60, 1), made.into_patient), rate), given, off, held)


def _rates(order: Order, made: Bag) -> tuple[list[Pair], list[Pair]]:
    """The hard limits in mL/h: from above those on mg/h, mg/kg/h and the shortest time, from below the longest time."""
    highs, lows = [], []
    for axis, per in (("amount_rate", (1, 1)), ("per_weight_rate", order.kg)):
        for limit in along(axis, order.drug, order.route, order.minutes):
            if limit.hard_high:
                highs.append(div(mul(number(limit.hard_high), per), made.strength))
    for limit in along("duration", order.drug, order.route, order.minutes):
        if limit.hard_low:
            highs.append(div(mul((60, 1), made.into_patient), number(limit.hard_low)))
        if limit.hard_high:
            lows.append(div(mul((60, 1), made.into_patient), number(limit.hard_high)))
    return highs, lows


def coarse(figure: Pair, rounded: Pair) -> bool:
    """Whether a step moved a figure by more than is let pass without a word."""
    n, d = div(sub(rounded, figure), figure)
    return compare((100 * abs(n), d), COARSE) > 0


def undiluted(strength: Pair, drawn: Pair, whole: Pair) -> bool:
    """Whether a strong product would go into a vein in less than twice its own volume."""
    return compare(strength, STRONG) >= 0 and compare(whole, mul((2, 1), drawn)) < 0


class Nasal(NamedTuple):
    """Whole devices, their sprays, mg and mL in them, and the time from the first to the last in minutes."""

    devices: int
    sprays: int
    mg: Pair
    ml: Pair
    first_to_last: Pair


def nasal(mg: Pair, content: Pair, ml: Pair, sprays: int, rest: Pair) -> Nasal:
    """A device is never split."""
    count, left = divmod(*div(mg, content))
    if left:
        raise NoAnswer("devices.whole")
    return Nasal(count, count * sprays, mul((count, 1), content), mul((count, 1), ml), mul((count - 1, 1), rest))
