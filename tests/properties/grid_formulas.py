"""Every formula on any figures: the exact result, and the float of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from ketadose import formulas, measures, pharmacology
from ketadose.measures.value import make
from ketadose.working import Formula
from tests.oracle.floats import nearest
from tests.oracle.formulas import RULES
from tests.oracle.pairs import Pair
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair

ALL: tuple[Formula, ...] = formulas.ALL + pharmacology.ALL
PARTS = (1, 1, 10, 100, 1_000, 10**6, 3, 7, 60, 127, 45_359_237)
"""What figures are parts of: decimals, and what division, inches and pounds leave behind."""


class Asked(NamedTuple):
    """A formula by its place, and its terms."""

    place: int
    terms: tuple[Pair, ...]


def point(index: int) -> Asked:
    choose = Choices(index)
    place = choose.below(len(ALL))
    return Asked(place, tuple(_term(choose, kind) for _, kind in ALL[place].inputs))


def _term(choose: Choices, kind: type[Any]) -> Pair:
    if kind is int:
        return choose.between(1, 60), 1
    if kind is measures.Height:
        return choose.between(500, 3_000), 10
    return choose.between(1, 10 ** choose.between(1, 9)), choose.of(PARTS)


def term(kind: type[Any], figure: Pair) -> Any:
    """The figure as what the formula takes."""
    if kind is int:
        return figure[0]
    if kind is pharmacology.Ratio:
        return kind(Fraction(figure[0]), Fraction(figure[1]))
    return kind(Fraction(*figure)) if kind is pharmacology.Share else make(kind, Fraction(*figure))


def computed(asked: Asked) -> Told:
    formula = ALL[asked.place]
    terms = [term(kind, figure) for (_, kind), figure in zip(formula.inputs, asked.terms, strict=True)]
    result = formula(*terms).result
    return {"formula": formula.symbol, "result": pair(result), "float": float_of(result)}


def expected(asked: Asked) -> Told:
    symbol = ALL[asked.place].symbol
    result = RULES[symbol](*asked.terms)
    return {"formula": symbol, "result": result, "float": nearest(result)}


FORMULAS = Grid("formulas", 2_600, point, computed, expected, frozenset(f"formula {each.symbol}" for each in ALL), ("formula",))
