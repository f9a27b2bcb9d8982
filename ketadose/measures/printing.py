"""Numbers that are safe to print on an order.

Leading zero always, trailing zero never, a space before the unit, a comma in whole numbers from 1,000, no exponent; a
number of more than four significant figures is shortened, half-up, and says so (ISMP, Joint Commission).
"""

from __future__ import annotations

from fractions import Fraction

from ketadose.records import exact_text

FIGURES = 4
EVERY_FIGURE = 60
_LONGEST_EXACT = 24


def safe_text(value: Fraction, unit: str, figures: int = FIGURES) -> str:
    """The value with its unit, shortened to `figures` significant figures where it is longer, and saying so.

    >>> safe_text(Fraction(35), "mg"), safe_text(Fraction(1, 3), "mg")
    ('35 mg', '0.3333 mg (rounded)')
    >>> safe_text(Fraction("34.92661249"), "mg")
    '34.93 mg (exact 34.92661249 mg)'
    >>> safe_text(Fraction(12345), "mg")
    '12,345 mg'
    """
    text = plain_text(value, unit, figures)
    short = shortened(value, figures)
    if short == value:
        return text
    exact = exact_text(value)
    if "/" in exact or len(exact) > _LONGEST_EXACT:
        return f"{text} (rounded)"
    return f"{text} (exact {_grouped(value)} {unit})"


def plain_text(value: Fraction, unit: str, figures: int = FIGURES) -> str:
    """The value with its unit, shortened without a word: only where the exact figure stands beside it."""
    return f"{_grouped(shortened(value, figures))} {unit}"


def beside(value: Fraction, bound: Fraction, unit: str) -> tuple[str, str]:
    """Both figures as text with enough digits to tell them apart.

    >>> beside(Fraction("1.00004"), Fraction(1), "mg/kg")
    ('1.00004 mg/kg', '1 mg/kg')
    """
    figures = FIGURES
    while shortened(bound, figures) != bound or (value != bound and shortened(value, figures) == bound):
        if figures == EVERY_FIGURE:
            break
        figures += 1
    return plain_text(value, unit, figures), plain_text(bound, unit, figures)


def percent_text(percent: Fraction) -> str:
    """A signed percentage to two decimals: "+0.21 %", "0 %"; what would vanish is "less than 0.01 %" instead.

    >>> percent_text(Fraction(21, 100)), percent_text(Fraction(0)), percent_text(Fraction(-1, 1000))
    ('+0.21 %', '0 %', '-(less than 0.01 %)')
    """
    sign = "" if not percent else "+" if percent > 0 else "-"
    size = abs(percent)
    if size and size < Fraction(1, 100):
        return f"{sign}(less than 0.01 %)"
    return f"{sign}{_grouped(_half_up(size, 2))} %"


def shortened(value: Fraction, figures: int = FIGURES) -> Fraction:
    """The value at so many significant figures, half-up; whole digits are never shortened."""
    size = abs(value)
    if not size:
        return value
    if size >= 1:
        places = max(figures - len(str(size.numerator // size.denominator)), 0)
    else:
        places = figures
        while size * 10 ** (places - figures + 1) < 1:
            places += 1
    short = _half_up(size, places)
    return -short if value < 0 else short


def _half_up(size: Fraction, places: int) -> Fraction:
    scale = 10**places
    return Fraction((2 * size.numerator * scale + size.denominator) // (2 * size.denominator), scale)


def _grouped(value: Fraction) -> str:
    whole, dot, decimals = exact_text(abs(value)).partition(".")
    return f"{'-' if value < 0 else ''}{int(whole):,}{dot}{decimals}"
