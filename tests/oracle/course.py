"""Totals and rolling windows of a course, counted day by day."""

from itertools import pairwise

from tests.oracle.limits import along, severity
from tests.oracle.pairs import ZERO, Pair, add, compare, div


def daily(days: list[int], amounts: list[Pair]) -> list[Pair]:
    """The amount on each calendar day from day 1 to the last."""
    found = [ZERO] * days[-1]
    for day, amount in zip(days, amounts, strict=True):
        found[day - 1] = add(found[day - 1], amount)
    return found


def largest_window(days: list[int], amounts: list[Pair], span: int) -> Pair:
    """The most in any `span` calendar days in a row, wherever they begin."""
    each = daily(days, amounts)
    most = ZERO
    for first in range(len(each)):
        inside = ZERO
        for amount in each[first : first + span]:
            inside = add(inside, amount)
        if compare(inside, most) > 0:
            most = inside
    return most


def findings(drug: str, route: str, days: list[int], amounts: list[Pair], kg: Pair) -> list[tuple[str, str]]:
    """(code, severity) of every limit on intervals, weeks, the course and windows that is passed, sorted."""
    ones: list[Pair] = [(1, 1)] * len(days)
    gaps = [later - earlier for earlier, later in pairwise(days)]
    found = []
    for axis in ("interval", "per_week", "course", "window"):
        for bounds in along(axis, drug, route):
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
            level = severity(bounds, figure)
            if level is not None:
                found.append((f"{axis}.{'low' if axis == 'interval' else 'high'}", level))
    return sorted(found)
