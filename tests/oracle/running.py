"""A running infusion, counted by hand: what ran in by a time, and which event cannot have happened."""

from typing import NamedTuple

from tests.oracle.pairs import ZERO, Pair, add, compare, div, mul, sub


class Done(NamedTuple):
    """An event: "change", "pause", "resume" or "stop", at a minute since the start, with a rate in mL/h where it has one."""

    kind: str
    minute: Pair
    rate: Pair | None = None


class Told(NamedTuple):
    """Millilitres that ran in, minutes that the pump ran, and the rate now; None where nothing runs."""

    ml: Pair
    ran: Pair
    rate: Pair | None


def rates(planned: Pair, done: tuple[Done, ...]) -> list[tuple[Pair, Pair | None]]:
    """From which minute on which rate holds."""
    told: list[tuple[Pair, Pair | None]] = [(ZERO, planned)]
    last = planned
    for event in done:
        last = event.rate or last
        told.append((event.minute, last if event.kind in ("change", "resume") else None))
    return told


def told(planned: Pair, done: tuple[Done, ...], minute: Pair) -> Told:
    """By a minute that is not after the end: each rate from when it holds to when the next one does, or to that minute."""
    spans = rates(planned, done)
    ml, ran, rate = ZERO, ZERO, None
    for number, (since, each) in enumerate(spans):
        if compare(since, minute) > 0:
            break
        later = [other for other, _ in spans[number + 1 : number + 2] if compare(other, minute) < 0]
        until = later[0] if later else minute
        rate = each
        if each is not None:
            time = sub(until, since)
            ml, ran = add(ml, div(mul(each, time), (60, 1))), add(ran, time)
    return Told(ml, ran, rate)


def ends(total: Pair, planned: Pair, done: tuple[Done, ...]) -> Pair | None:
    """The minute at which the bag is empty; None where nothing runs."""
    since, rate = rates(planned, done)[-1]
    if rate is None:
        return None
    left = sub(total, told(planned, done, since).ml)
    return add(since, div(mul((60, 1), left), rate))


def possible(total: Pair, planned: Pair, done: tuple[Done, ...], event: Done) -> bool:
    """Whether the event can happen next: in order, before the bag is empty, and not what holds already."""
    end = ends(total, planned, done)
    if done and (done[-1].kind == "stop" or compare(event.minute, done[-1].minute) <= 0):
        return False
    if end is None:
        return event.kind in ("resume", "stop")
    if event.kind == "resume":
        return False
    return compare(event.minute, end) < 0 or (event.kind == "stop" and compare(event.minute, end) == 0)
