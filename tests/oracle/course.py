"""Totals and rolling windows of a course, counted day by day, and what must be said of its sessions."""

from itertools import pairwise
from math import lcm
from typing import NamedTuple

from tests.oracle import limits
from tests.oracle.pairs import Pair, compare, div, sub

Told = list[tuple[str, str]]
"""Codes with their severities."""
COURSE_AXES = ("interval", "per_week", "course", "window")
OLD = 28
"""Days after which a weight is called old: this project's figure."""


def daily(days: list[int], amounts: list[Pair]) -> tuple[list[int], int]:
    """The amount on each calendar day from day 1 to the last, and of what all of them are parts."""
    parts = lcm(*(amount[1] for amount in amounts))
    found = [0] * days[-1]
    for day, (n, d) in zip(days, amounts, strict=True):
        found[day - 1] += n * (parts // d)
    return found, parts


def largest_window(days: list[int], amounts: list[Pair], span: int) -> Pair:
    """The most in any `span` calendar days in a row, wherever they begin."""
    each, parts = daily(days, amounts)
    return max(sum(each[first : first + span]) for first in range(len(each))), parts


def findings(drug: str, route: str, days: list[int], amounts: list[Pair], kg: Pair, area: str = limits.HERE) -> Told:
    """(code, severity) of every limit on intervals, weeks, the course and windows that is passed, sorted."""
    ones: list[Pair] = [(1, 1)] * len(days)
    gaps = [later - earlier for earlier, later in pairwise(days)]
    found = []
    for axis in COURSE_AXES:
        for bounds in limits.of(area, axis, drug, route):
            if axis == "interval":
                if not gaps:
                    continue
                figure: Pair = (min(gaps), 1)
            elif axis == "per_week":
                figure = largest_window(days, ones, 7)
            elif axis == "course":
                figure = (len(days), 1)
            else:
                figure = div(largest_window(days, amounts, bounds.window), kg)
            found += limits.passed(axis, bounds, figure)
    return sorted(found)


def unchecked(drug: str, route: str, sessions: int, area: str = limits.HERE) -> Told:
    """That nothing is known here of how sessions follow each other, or of how many there may be."""
    known = any(limits.of(area, axis, drug, route) for axis in COURSE_AXES)
    return [] if known or sessions == 1 else [("course.no_limits", "STOP")]


class Source(NamedTuple):
    """The doses of a source in their order, those for the first session, its step, and whether they rise by session."""

    doses: tuple[Pair, ...]
    first: tuple[Pair, ...]
    step: Pair | None
    ascending: bool


def order(source: Source, levels: list[Pair]) -> Told:
    """Whether the levels start, rise and change as the source's do."""

    def among(level: Pair, some: tuple[Pair, ...]) -> bool:
        return any(compare(level, each) == 0 for each in some)

    found = [("dose.first", "STOP")] if source.first and not among(levels[0], source.first) else []
    for one, other in pairwise(levels):
        change = sub(other, one)
        if source.step is not None and compare((abs(change[0]), change[1]), source.step) > 0:
            found.append(("course.step", "STOP"))
    if source.ascending and any(compare(*both) for both in zip(levels, source.doses, strict=False)):
        found.append(("course.order", "CAUTION"))
    return found


def stale(weighed: int, days: list[int]) -> Told:
    """Whether the weight is from after the first day, or too old on the last."""
    return [("weight.stale", "CAUTION")] if weighed > days[0] or days[-1] - weighed > OLD else []
