"""A programme: boluses, infusions and pauses one after another from bags of one make, counted by hand.

Hours, mg and mL. No limit holds a rate here: for orders that stay well within them.
"""

from typing import NamedTuple

from tests.oracle.pairs import ZERO, Pair, add, compare, div, mul, steps, sub, total


class Step(NamedTuple):
    """What was ordered: two of mg, mg/h and hours; mg alone for a bolus, hours alone for a pause."""

    mg: Pair | None
    hourly: Pair | None
    hours: Pair | None


class Run(NamedTuple):
    """What a step is: when it starts and ends, what goes in, and the pump's rate; None for a bolus and a pause."""

    start: Pair
    end: Pair
    mg: Pair
    ml: Pair
    rate: Pair | None


class Bags(NamedTuple):
    """How strong and how large each is."""

    strength: Pair
    ml: Pair


def wanted(step: Step) -> tuple[Pair, Pair, Pair]:
    """mg, mg/h and hours of an infusion, the third from the two."""
    mg, hourly, hours = step
    if hours is None:
        assert mg is not None
        assert hourly is not None
        return mg, hourly, div(mg, hourly)
    if mg is None:
        assert hourly is not None
        return mul(hourly, hours), hourly, hours
    return mg, div(mg, hours), hours


def infused(step: Step) -> bool:
    """Whether it is an infusion, and no bolus and no pause."""
    return sum(each is not None for each in step) > 1


def amount(step: Step) -> Pair:
    """mg that were ordered, or follow from what was."""
    return wanted(step)[0] if infused(step) else step.mg or ZERO


def run(ordered: list[Step], bags: Bags, pump: Pair | None, mode: str) -> list[Run]:
    """An amount that was ordered is kept and the time follows from the pump's rate; else the time, and the amount follows."""
    told: list[Run] = []
    for step in ordered:
        start = told[-1].end if told else ZERO
        if not infused(step):
            end = start if step.hours is None else add(start, step.hours)
            told.append(Run(start, end, amount(step), div(amount(step), bags.strength), None))
            continue
        mg, hourly, hours = wanted(step)
        rate = div(hourly, bags.strength)
        if pump is not None:
            rate = mul((steps(rate, pump, mode), 1), pump)
        ml = div(mg, bags.strength) if step.mg is not None else mul(rate, hours)
        time = div(ml, rate) if step.mg is not None else hours
        told.append(Run(start, add(start, time), mul(ml, bags.strength), ml, rate))
    return told


def running(told: list[Run]) -> Pair:
    """The hours in which the pump runs."""
    return total([sub(each.end, each.start) for each in told if each.rate is not None])


def changes(told: list[Run], bags: Bags) -> list[Pair]:
    """When each bag but the last is empty: in a bolus when that is given, else when the pump has run so much in."""
    count = steps(total([each.ml for each in told]), bags.ml, "up")
    found = []
    for number in range(1, count):
        empty, before = mul((number, 1), bags.ml), ZERO
        for each in told:
            if compare(add(before, each.ml), empty) >= 0:
                found.append(each.start if each.rate is None else add(each.start, div(sub(empty, before), each.rate)))
                break
            before = add(before, each.ml)
    return found
