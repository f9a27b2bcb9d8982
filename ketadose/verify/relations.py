"""The relations between the figures of an order: a table of products, and what follows where a figure between is missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import attrs

from ketadose.measures import Measure
from ketadose.records import Record, exact_text
from ketadose.verify.check import Check
from ketadose.verify.facts import FIELDS, GIVEN, Facts, measure_of
from ketadose.verify.figures import Figure, product

_BESIDE = ("protocol", "patient")
_PLACE = {name: place for place, name in enumerate(FIELDS)}


@attrs.frozen
class Relation(Record):
    """A field that is a product of fields, divided by others: `solved` = `times` / `over`."""

    solved: str
    times: tuple[str, ...]
    over: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that take part."""
        return (self.solved, *self.times, *self.over)

    @property
    def name(self) -> str:
        """The relation in words."""
        field, times, over = self._turned
        up = " \u00d7 ".join(FIELDS[name].noun for name in times)
        full = " \u00f7 ".join([up, *(FIELDS[name].noun for name in over)])
        noun = FIELDS[field].noun
        return f"{full} = {noun}" if field.startswith("protocol_") else f"{noun} = {full}"

    @property
    def _turned(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Solved for the protocol's own figure, where it has one: the order is compared with that."""
        protocol = next((name for name in self.fields if name.startswith("protocol_")), None)
        if protocol is None:
            return self.solved, self.times, self.over
        if protocol in self.times:
            return protocol, (self.solved, *self.over), tuple(name for name in self.times if name != protocol)
        return protocol, self.times, (self.solved, *(name for name in self.over if name != protocol))

    @property
    def against(self) -> str:
        """What the order is compared with."""
        beside = [each for each in _BESIDE if any(name.startswith(each) for name in self.fields)]
        return next(iter(beside), "product" if GIVEN.intersection(self.fields) else "order")

    def both(self, facts: Facts) -> tuple[Figure, Figure]:
        """What is written on the left, and what the right comes to."""
        return _known(facts, self.solved), self.solve(self.solved, facts)

    def holds(self, facts: Facts) -> bool:
        """Whether both sides may be the same within the rounding of their figures."""
        left, right = self.both(facts)
        return left.meets(right)

    def solve(self, name: str, facts: Facts) -> Figure:
        """What the others of its fields give for one of them."""
        if name == self.solved or name in self.over:
            up, down = self.times, (*self.over, *(() if name == self.solved else (self.solved,)))
        else:
            up, down = (self.solved, *self.over), self.times
        above = product(_all(facts, up))
        below = _all(facts, down, name)
        return above.over(product(below)) if below else above

    def check(self, facts: Facts) -> Check:
        """The relation with both sides; the order's own figures are on the left of the protocol's."""
        field, times, over = self._turned
        written, found = _known(facts, field), self.solve(field, facts)
        sums = " \u00d7 ".join(told(name, _known(facts, name)) for name in times)
        sums = " \u00f7 ".join([sums, *(told(name, _known(facts, name)) for name in over)])
        result = told(field, found)
        sides = [told(field, written), sums if sums == result else f"{result} = {sums}"]
        factor = written.value / found.value
        if field.startswith("protocol_"):
            sides, factor = sides[::-1], 1 / factor
        return Check(self.name, self.fields, self.against, written.meets(found), sides[0], sides[1], factor)


def _known(facts: Facts, name: str) -> Figure:
    """A figure that the relation was chosen for having."""
    return facts.get(name)  # type: ignore[return-value]


def _all(facts: Facts, names: tuple[str, ...], without: str = "") -> list[Figure]:
    return [_known(facts, name) for name in names if name != without]


def told(name: str, figure: Figure) -> str:
    """A figure of a field with its unit; a count with the thing that is counted."""
    measure = measure_of(name, figure.value)
    return str(measure) if isinstance(measure, Measure) else f"{exact_text(figure.value)} {FIELDS[name].noun}"


BETWEEN = (
    Relation("amount", ("per_weight", "weight")),
    Relation("amount", ("volume", "concentration")),
    Relation("amount", ("amount_rate", "over")),
    Relation("amount", ("devices", "content")),
    Relation("amount_rate", ("per_weight_rate", "weight")),
    Relation("per_weight", ("per_weight_rate", "over")),
    Relation("amount_rate", ("flow_rate", "amount"), ("infused",)),
    Relation("infused", ("flow_rate", "over")),
    Relation("total", ("amount", "sessions")),
    Relation("sessions", ("said_sessions",)),
    Relation("concentration", ("product_strength",)),
)
"""Between the figures of one order, and those of the product it names."""
BESIDE = (
    Relation("weight", ("patient_weight",)),
    Relation("per_weight", ("protocol_per_weight",)),
    Relation("amount", ("protocol_amount",)),
    Relation("over", ("protocol_over",)),
    Relation("sessions", ("protocol_sessions",)),
)
"""Between the order and what it is compared with: they hold of a right order, so they lead from a figure to a missing one."""

_Powers = tuple[tuple[str, int], ...]


def relations_of(known: Iterable[str]) -> tuple[Relation, ...]:
    """Every relation between fields that are known: those of the tables, and those that follow from them.

    A field that is not known is eliminated: two relations that have it give one that has not.

    >>> [relation.name for relation in relations_of(["per_weight", "weight", "volume", "concentration"])]
    ['volume to draw = dose per weight \u00d7 weight \u00f7 strength']
    """
    return _closed(frozenset(known))


@cache
def _closed(known: frozenset[str]) -> tuple[Relation, ...]:
    every: dict[_Powers, None] = dict.fromkeys(map(_powers, (*BETWEEN, *BESIDE)))
    for name in FIELDS:
        if name not in known:
            having = [each for each in every if name in dict(each)]
            every = {each: None for each in every if name not in dict(each)}
            pairs = ((one, other) for place, one in enumerate(having) for other in having[place + 1 :])
            every |= dict.fromkeys(filter(None, (_without(name, one, other) for one, other in pairs)))
    plain = [each for each in every if not _is_two(each, every)]
    return tuple(sorted((_solved(each) for each in plain), key=lambda relation: [_PLACE[name] for name in relation.fields]))


def _is_two(powers: _Powers, every: dict[_Powers, None]) -> bool:
    """Whether a relation says no more than two simpler ones between its own fields."""
    own, names = dict(powers), {name for name, _ in powers}
    for other in every:
        if len(other) < len(powers) and names.issuperset(name for name, _ in other):
            for sign in (1, -1):
                rest = _normal({name: own[name] + sign * dict(other).get(name, 0) for name in own})
                if len(rest) < len(powers) and rest in every:
                    return True
    return False


def _powers(relation: Relation) -> _Powers:
    """Each field with its power, the first in the order of the fields with the power 1."""
    powers = {relation.solved: 1} | dict.fromkeys(relation.times, -1) | dict.fromkeys(relation.over, 1)
    return _normal(powers)


def _normal(powers: dict[str, int]) -> _Powers:
    ordered = sorted(((name, power) for name, power in powers.items() if power), key=lambda each: _PLACE[each[0]])
    sign = ordered[0][1] if ordered else 1
    return tuple((name, power * sign) for name, power in ordered)


def _without(name: str, one: _Powers, other: _Powers) -> _Powers | None:
    """The relation that follows from two without the field; None where nothing follows, or only a power of one."""
    left, right = dict(one), dict(other)
    sign = -left[name] * right[name]
    powers = {each: left.get(each, 0) + sign * right.get(each, 0) for each in (*left, *right)}
    kept = _normal(powers)
    telling = any(each not in GIVEN for each, _ in kept)
    return kept if telling and all(abs(power) == 1 for _, power in kept) else None


def _solved(powers: _Powers) -> Relation:
    (solved, _), *rest = powers
    return Relation(solved, tuple(n for n, power in rest if power < 0), tuple(n for n, power in rest if power > 0))
