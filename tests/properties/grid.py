"""Grids of numbered questions: point n is always the same, asked of the library and of the oracle.

A long run over a grid can be split, and taken up again, at any number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from tests.oracle.pairs import Pair, compare, decimal_text

Told = dict[str, Any]
"""Figures by name: exact pairs, lists, words; under "error" the code where there is no answer."""
WORDS = 4
_MIX = 0x9E3779B97F4A7C15


class Choices:
    """Choices taken one after the other from a well-mixed whole number (splitmix64): of the same index always the same."""

    __slots__ = ("_state",)

    def __init__(self, index: int) -> None:
        state = 0
        for word in range(WORDS):
            mixed = (index * WORDS + word + 1) * _MIX % 2**64
            mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 % 2**64
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB % 2**64
            state = state << 64 | (mixed ^ mixed >> 31)
        self._state = state

    def below(self, many: int) -> int:
        self._state, chosen = divmod(self._state, many)
        return chosen

    def one_in(self, many: int) -> bool:
        return not self.below(many)

    def between(self, low: int, high: int) -> int:
        """Both ends included."""
        return low + self.below(high - low + 1)

    def of(self, items: Sequence[Any]) -> Any:
        self._state, place = divmod(self._state, len(items))
        return items[place]

    def decimal(self, low: int, high: int, places: int) -> str:
        """Text of a number from low to high with so many decimals; whole in one of three."""
        if places and self.below(3):
            return decimal_text(self.between(low * 10**places, high * 10**places), places)
        return str(self.between(low, high))

    def weight(self) -> str:
        """A person of 40 to 160 kg, in each unit that is read."""
        unit, low, places = self.of(_PEOPLE)
        return f"{decimal_text(self.between(low, 4 * low), places)} {unit}"


_PEOPLE = (("kg", 400, 1), ("kg", 40_000, 3), ("g", 40_000, 0), ("lb", 900, 1), ("oz", 1_500, 0), ("st", 640, 2))


class Compared(NamedTuple):
    """One point: what the two sides do not agree on, what came of it, and how many floats were compared."""

    differences: list[str]
    outcomes: list[str]
    floats: int


class Grid(NamedTuple):
    """One kind of question: how a number becomes one, what the library says, what the oracle says.

    `share` is how many points of a run it gets beside the others; `wanted` are the outcomes without which it would agree with
    anything, `words` the figures whose word is an outcome.
    """

    name: str
    share: int
    point: Callable[[int], Any]
    computed: Callable[[Any], Told]
    expected: Callable[[Any], Told]
    wanted: frozenset[str]
    words: tuple[str, ...] = ()

    def compare(self, index: int) -> Compared:
        asked = self.point(index)
        ours, theirs = self.computed(asked), self.expected(asked)
        different = [
            f"{name}: {ours.get(name)} != {theirs.get(name)}"
            for name in {**ours, **theirs}
            if not agree(ours.get(name), theirs.get(name))
        ]
        if different:
            different.insert(0, f"{self.name} {index}: {asked}")
        return Compared(different, list(self.outcomes(theirs)), sum(name.startswith("float") for name in theirs))

    def outcomes(self, told: Told) -> Iterator[str]:
        """What came of a point: its error or an answer, its findings, whatever is true, and its words."""
        yield told.get("error", "answered")
        for name, figure in told.items():
            if figure is True:
                yield name
            elif name in self.words:
                yield from (f"{name} {word}" for word in (figure if type(figure) is list else [figure]))
            elif name == "findings":
                yield from (f"{code} {severity}" for code, severity in figure)


def agree(one: Any, other: Any) -> bool:
    """Pairs by their value, lists one by one, everything else as it is."""
    if type(one) is tuple and type(other) is tuple and type(one[0]) is int and type(other[0]) is int:
        return compare(one, other) == 0
    if type(one) is list and type(other) is list:
        return len(one) == len(other) and all(agree(each, with_) for each, with_ in zip(one, other, strict=True))
    return type(one) is type(other) and bool(one == other)


def float_of(measure: Any) -> Pair:
    """The float that the library hands out, exactly."""
    return float(measure).as_integer_ratio()
