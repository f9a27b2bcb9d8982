"""Choices by number: vector n is always the same, on any machine, so that a run can be split, resumed and repeated.

The numbers come from splitmix64, whose state starts at the mixed number of the vector.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
_STEP = 0x9E3779B97F4A7C15
_WORD = 2**64


class Choices:
    """The choices of one vector, one after the other."""

    def __init__(self, number: int) -> None:
        self._state = _mixed(number)

    def below(self, count: int) -> int:
        """A whole number from 0 to less than `count`."""
        self._state = (self._state + _STEP) % _WORD
        return _mixed(self._state) % count

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + self.below(high - low + 1)

    def of(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.below(len(items))]

    def once_in(self, count: int) -> bool:
        """True once in so many times."""
        return self.below(count) == 0

    def decimal(self, low: int, high: int, places: int) -> str:
        """A number from `low` to `high`, both counted in its last place."""
        return written(self.between(low, high), places)


def written(count: int, places: int) -> str:
    """A decimal without trailing zeros: 705 and 1 is "70.5"."""
    digits = str(count).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".") if places else digits


def _mixed(word: int) -> int:
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 % _WORD
    word = (word ^ word >> 27) * 0x94D049BB133111EB % _WORD
    return word ^ word >> 31
