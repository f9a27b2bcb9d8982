"""Every kind of measure with the independent table of its units, and what is promised of a measure that was read."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose.errors import KetadoseError
from ketadose.measures import kinds
from proof.fuzzing.promises import refused
from proof.fuzzing.target import require
from tests.ismp import faults
from tests.oracle import units
from tests.oracle.pairs import Pair


@attrs.frozen
class Kind:
    """A kind of measure, its units as the oracle has them, and how much of the oracle's first unit is one of the library's."""

    measure: type[Any]
    table: units.Table
    times: int = 1

    @property
    def name(self) -> str:
        """What the class is called."""
        return self.measure.__name__

    def said(self, text: str) -> Pair | None:
        """What the text says in the library's unit, by the oracle; None where it says nothing."""
        pair = units.said(text, self.table) if len(text) <= units.LETTERS else None
        return None if pair is None else (pair[0], pair[1] * self.times)


KINDS = (
    Kind(kinds.Weight, units.WEIGHT),
    Kind(kinds.Height, units.HEIGHT),
    Kind(kinds.Age, units.AGE),
    Kind(kinds.Amount, units.AMOUNT),
    Kind(kinds.PerWeight, units.PER_WEIGHT),
    Kind(kinds.Concentration, units.CONCENTRATION),
    Kind(kinds.Volume, units.VOLUME),
    Kind(kinds.Duration, units.DURATION, 3600),
    Kind(kinds.FlowRate, units.FLOW_RATE),
    Kind(kinds.AmountRate, units.AMOUNT_RATE),
    Kind(kinds.PerWeightRate, units.PER_WEIGHT_RATE),
    Kind(kinds.BodyMassIndex, units.BODY_MASS_INDEX),
    Kind(kinds.Deviation, {"%": "1"}),
)
BY_NAME = {kind.name: kind for kind in KINDS}
SPELLED = tuple(dict.fromkeys(unit for kind in KINDS for unit in kind.table))


def same(measure: Any, pair: Pair | None, problem: str, *about: object) -> None:
    """The measure is exactly what the oracle says."""
    value = measure.value
    require(pair is not None and value.numerator * pair[1] == pair[0] * value.denominator, problem, *about)


def told(kind: Kind, measure: Any) -> None:
    """What is printed is safe on an order, and read again it is the same measure or is refused for its comma or its mark."""
    for printed in (str(measure), measure.in_full()):
        require(not faults(printed), "printed as {}", printed)
        try:
            again = kind.measure(printed)
        except KetadoseError as error:
            refused(error)
            marked = any(mark in printed for mark in ",(+") or len(printed) > units.LETTERS
            require(marked, "its own text {} is refused", printed)
        else:
            require(again == measure, "printed as {} and read as {}", printed, again)
