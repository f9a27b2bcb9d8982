"""One relation of an order, looked at: both sides, whether it holds, and if not by what factor."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose.measures import printing
from ketadose.records import Record, exact_text, plain


@attrs.frozen
class Check(Record):
    """A relation with both of its sides as text. `factor` is the left side divided by the right, None for words.

    `against` says what the order is compared with: itself, the patient, the protocol or the product.
    """

    name: str
    fields: tuple[str, ...]
    against: str
    held: bool
    left: str
    right: str
    factor: Fraction | None = None

    def __str__(self) -> str:
        if self.held:
            return f"{self.name}: {self.left}; {self.right}"
        by = "" if self.factor is None or self.factor == 1 else f", {by_factor(self.factor)}"
        return f"{self.name} does not hold: {self.left}, not {self.right}{by}"

    def lines(self) -> tuple[str, ...]:
        """The relation as an entry of a working."""
        return (str(self),)

    def __plain__(self) -> dict[str, Any]:
        return plain(self, "factor") | {
            "factor": None if self.factor is None else exact_text(self.factor),
            "text": str(self),
        }


def by_factor(factor: Fraction) -> str:
    """How far a figure is from what it should be.

    >>> by_factor(Fraction(10)), by_factor(Fraction(1, 1000))
    ('10 times too much', '1,000 times too little')
    """
    if factor >= 1:
        return f"{printing.safe_text(factor, 'times')} too much"
    return f"{printing.safe_text(1 / factor, 'times')} too little"
