"""Arithmetic of routes, salts and drugs: what reaches the circulation, what another route would need, base and salt.

As in `ketadose.formulas`, each function has only + - * / and whole numbers, and beside it stands its record. A share of a
dose is in percent; a ratio is a pure number.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar, TypeVar

import attrs

from ketadose import measures as m
from ketadose.measures.printing import safe_text
from ketadose.records import Record, exact_text
from ketadose.working import Formula, Step

N = TypeVar("N", Fraction, float)

WHOLE = Fraction(100)
"""The whole dose, in percent."""


@attrs.frozen
class Share(Record):
    """A part of the whole, exact, in percent: a term of a formula.

    >>> print(Share(Fraction(24)))
    24 %
    """

    value: Fraction
    noun: ClassVar[str] = "share"

    def __str__(self) -> str:
        return safe_text(self.value, "%")

    def __plain__(self) -> dict[str, Any]:
        return {"exact": exact_text(self.value), "unit": "%", "text": str(self)}


@attrs.frozen
class Ratio(Record):
    """So many parts of one thing to so many of another, exact: a term of a formula.

    >>> print(Ratio(Fraction(2), Fraction(1)))
    (2:1)
    """

    one: Fraction
    other: Fraction
    noun: ClassVar[str] = "ratio"

    @property
    def value(self) -> Fraction:
        """The one divided by the other."""
        return self.one / self.other

    def __str__(self) -> str:
        return f"({exact_text(self.one)}:{exact_text(self.other)})"

    def __plain__(self) -> dict[str, Any]:
        return {"exact": exact_text(self.value), "unit": "", "text": str(self)}


def taken_up(amount: N, share: N) -> N:
    """Amount in the circulation = amount * share / 100."""
    return amount * share / 100


def needed(amount: N, share: N) -> N:
    """Amount to give = 100 * amount in the circulation / share."""
    return 100 * amount / share


def multiplied(amount: N, ratio: N) -> N:
    """Amount of the one = amount of the other * ratio."""
    return amount * ratio


def divided(amount: N, ratio: N) -> N:
    """Amount of the other = amount of the one / ratio."""
    return amount / ratio


def _of_share(name: str, symbol: str, expression: str, function: Any) -> Formula:
    return Formula(name, symbol, expression, (("amount", m.Amount), ("share", Share)), m.Amount, function)


def _of_ratio(name: str, symbol: str, term: str, sign: str, function: Any) -> Formula:
    return Formula(name, symbol, f"{term} {sign} ratio", ((term, m.Amount), ("ratio", Ratio)), m.Amount, function)


_TAKEN, _NEEDED = "amount * share / 100", "100 * amount / share"
SYSTEMIC_LOW = _of_share("lowest amount in the circulation", "systemic_low", _TAKEN, taken_up)
SYSTEMIC_HIGH = _of_share("highest amount in the circulation", "systemic_high", _TAKEN, taken_up)
SYSTEMIC = _of_share("amount in the circulation, most trusted record", "systemic", _TAKEN, taken_up)
EQUIVALENT_LOW = _of_share("lowest equivalent amount", "equivalent_low", _NEEDED, needed)
EQUIVALENT_HIGH = _of_share("highest equivalent amount", "equivalent_high", _NEEDED, needed)
EQUIVALENT = _of_share("equivalent amount, most trusted records", "equivalent", _NEEDED, needed)
AS_ESKETAMINE = _of_ratio("racemic ketamine exchanged for esketamine", "as_esketamine", "ketamine", "/", divided)
AS_KETAMINE = _of_ratio("esketamine exchanged for racemic ketamine", "as_ketamine", "esketamine", "*", multiplied)
BASE = _of_ratio("base in the hydrochloride", "base", "hydrochloride", "/", divided)
HYDROCHLORIDE = _of_ratio("hydrochloride of the base", "hydrochloride", "base", "*", multiplied)

ALL: tuple[Formula, ...] = tuple(rule for rule in list(globals().values()) if isinstance(rule, Formula))
"""Every formula of this module."""


def apply(formula: Formula, amount: m.Amount, part: Share | Ratio) -> Step:
    """The formula applied to an amount and a share or a ratio."""
    return formula(amount, part)  # type: ignore[arg-type]
