"""A patient weighed again: by how many percent weight and dose have changed, and whether the old weight is too old."""

from typing import NamedTuple

from tests.oracle.course import OLD
from tests.oracle.formulas import off
from tests.oracle.pairs import Pair, compare, mul, number

CHANGED = number("5")
"""Percent from which on a weight has changed, exactly so much included: this project's figure."""


class Weighed(NamedTuple):
    """Percent of the weight and of the dose, and what is called a change, and old; None where a date is not known."""

    weight: Pair
    dose: Pair
    changed: bool
    old: bool | None


def weighed(before: Pair, now: Pair, level: Pair, fixed: bool, days: int | None) -> Weighed:
    """A dose per weight follows the weight, a fixed one does not; `days` since the old weight was taken."""
    weight = off(now, before)
    doses = (level, level) if fixed else (mul(now, level), mul(before, level))
    changed = compare((abs(weight[0]), weight[1]), CHANGED) >= 0
    return Weighed(weight, off(*doses), changed, None if days is None else days > OLD)
