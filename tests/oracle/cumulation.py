"""What sessions of one drug add up to, whatever happened in them: by summing over calendar days."""

from typing import NamedTuple

from tests.oracle import shares
from tests.oracle.course import largest_window
from tests.oracle.pairs import Pair, add, div, total


class Taken(NamedTuple):
    """A session that counts: its day, milligrams, the body weight of its course, whether it is on record, and its route."""

    day: int
    mg: Pair
    kg: Pair
    given: bool
    route: str


class Sums(NamedTuple):
    """In mg; per kg; in any so many days; and the least and the most in the circulation, None where a share is unknown."""

    given: Pair
    to_come: Pair
    total: Pair
    per_kg: Pair
    lifetime: Pair
    most: Pair
    most_per_kg: Pair
    low: Pair | None
    high: Pair | None


def sums(drug: str, taken: list[Taken], span: int, before: Pair) -> Sums:
    """Of at least one session."""
    first = min(each.day for each in taken)
    ordered = sorted(taken, key=lambda each: each.day)
    days = [each.day - first + 1 for each in ordered]
    amounts = [each.mg for each in ordered]
    per_kg = [div(each.mg, each.kg) for each in ordered]
    everything = total(amounts)
    return Sums(
        total([each.mg for each in ordered if each.given]),
        total([each.mg for each in ordered if not each.given]),
        everything,
        total(per_kg),
        add(everything, before),
        largest_window(days, amounts, span),
        largest_window(days, per_kg, span),
        _arrives(drug, ordered, 0),
        _arrives(drug, ordered, 1),
    )


def _arrives(drug: str, taken: list[Taken], end: int) -> Pair | None:
    """The least (0) or the most (1) that any record says."""
    arrived = []
    for each in taken:
        rows = shares.rows(drug, each.route)
        if not rows:
            return None
        arrived.append(shares.arrives(each.mg, shares.envelope(rows)[end]))
    return total(arrived)
