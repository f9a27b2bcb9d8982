"""The one grammar of text: `number[space]unit`.

The number has ASCII digits with at most one point between digits and no leading zero but in "0."; the unit is one of the
kind's closed table, case and all. A height may also be feet and inches. Anything else is refused, never repaired.
"""

from __future__ import annotations

import re
from fractions import Fraction

from ketadose.measures.units import LONGEST_TEXT
from ketadose.measures.value import Value

_match = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]+))? ?([^0-9. ].*)", re.ASCII).fullmatch
_match_feet = re.compile(r"([1-9]) ft (0|[1-9]|1[01])(?:\.([0-9]+))? in", re.ASCII).fullmatch
_TENS = [10**power for power in range(LONGEST_TEXT)]


def from_text(kind: type[Value], text: str) -> Fraction | None:
    """The exact value in the kind's canonical unit, or None where the text is not in the grammar or is zero."""
    if len(text) > LONGEST_TEXT:
        return None
    match = _match(text)
    if match is None:
        return None
    whole, decimals, name = match.groups()
    unit = kind.units.by_text.get(name)
    if unit is None:
        return _feet_and_inches(text) if kind.feet else None
    if decimals is None:
        digits, tens = int(whole), 1
    else:
        digits, tens = int(whole + decimals), _TENS[len(decimals)]
    return Fraction(digits * unit.numerator, tens * unit.denominator) if digits else None


def _feet_and_inches(text: str) -> Fraction | None:
    match = _match_feet(text)
    if match is None:
        return None
    feet, whole, decimals = match.groups()
    inches = 12 * int(feet) + Fraction(int(whole + (decimals or "")), _TENS[len(decimals or "")])
    return inches * Fraction(254, 100)
