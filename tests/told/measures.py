"""Measures as they are refused and as they are told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pint

from ketadose import measures as m
from ketadose.measures.bridge import to_quantity
from ketadose.measures.printing import beside, percent_text, plain_text, safe_text, shortened
from ketadose.measures.refusal import form
from ketadose.measures.units import WEIGHT
from tests.measures.test_redefinition import UREG, fresh

TEXTS = (
    *(
        "",
        " ",
        "kg",
        "70",
        "0",
        "70kg",
        "70 kg ",
        " 70 kg",
        "70  kg",
        "070 kg",
        "00.5 mg",
        "000 mg",
        ".5 mg",
        ".0 mg",
        ".5 mg/kg",
    ),
    *("0 kg", "0.0 mg", "0.00kg", "0 mgs", "0 kg kg", "00 kg", "0,5 mg", "00,5 mg", "0,500 mg", "12,34 mg", "1234567,5 mg"),
    *("70,5 kg", "7,050 kg", "70,5 cc", "1,5 mg/kg", ",5 mg", "1,2,3 kg", "70.5.1 kg", "70. kg", "1e3 g", "1/2 kg", "-70 kg"),
    *(
        "+70 kg",
        "70 KG",
        "70 Kgs",
        "70 pounds",
        "5 hrs",
        "5 HR",
        "5 Hours",
        "5 mins",
        "5 cc",
        "5 CC",
        "5 mgs",
        "5 ML",
        "5 mg/KG",
    ),
    *("0 %", "5 %", "5 %%", "5 pct", "70 _kg", "70 k g", "70 kg/kg", "7 ft", "5 ft 12 in", "5 ft 11 in", "0 ft 5 in"),
    *("5 ft 5.5 in", "7" * 37 + " kg", "7" * 38 + " kg", "7" * 36 + " mL", "(35 mg)", "35 mg (rounded)", "seventy kg"),
    *("70,50 kg", "7,0 kg", ".50 mg"),
    *(
        "about 70 kg",
        "70 \u00b5g",
        "70 \u212ag",
        "\u0667\u0660 kg",
        "70\nkg",
        "1 " + "k" * 38,
        "0" * 41,
        "x" * 70,
        "5 x" + "y" * 30,
    ),
)
"""Text that comes close to a measure."""
KINDS = (m.Weight, m.Height, m.Amount, m.Volume, m.Duration, m.Deviation)


def quantity(magnitude: Any, unit: str, *definitions: str) -> pint.Quantity:
    """A Quantity of the tests' registry, or of one of its own in which somebody defined something."""
    registry = fresh() if definitions else UREG
    for definition in definitions:
        registry.define(definition)
    return registry.Quantity(magnitude, unit)


class Untold(int):
    """A number that raises when it is asked for its text."""

    def __format__(self, spec: str) -> str:
        raise RuntimeError

    __str__ = __repr__ = __format__  # type: ignore[assignment]


def forged() -> Fraction:
    """A fraction whose numerator somebody made a float."""
    fraction = Fraction(70)
    fraction._numerator = 70.0  # type: ignore[attr-defined]
    return fraction


MEASURES: dict[str, Callable[[], Any]] = {
    **{f"form of {kind.__name__}": lambda kind=kind: form(kind) for kind in (*KINDS, m.PerWeight, m.BodyMassIndex)},
    **{
        f"a weight of {given!r}": lambda given=given: m.Weight.of(given, "kg")
        for given in (None, True, "70", 0, -1, 0.1, 1e22, 5e-324, 10**29, 10**30, -(10**30), 1e-29, 1e-31, 70 + 0j)
    },
    **{
        f"a weight of the decimal {given}": lambda given=given: m.Weight.of(Decimal(given), "lb")
        for given in ("70.50", "1E+2", "-0", "NaN", "-Infinity", "1E+30", "1E-30", "1E-31", "9" * 30, "9" * 31, "0." + "1" * 31)
    },
    **{
        f"a weight of the fraction {given}": lambda given=given: m.Weight.of(Fraction(given), "kg")
        for given in (
            "1/3",
            "-1/3",
            "0",
            f"1/{10**30}",
            f"1/{10**30 + 1}",
            f"{10**30}/7",
            f"{10**30 - 1}/7",
            f"-{10**30}",
            f"-{10**30 - 1}",
        )
    },
    "a weight of a forged fraction": lambda: m.Weight.of(forged(), "kg"),
    **{
        f"a weight of numpy's {number}": lambda number=number: m.Weight.of(np.float32(number), "kg")
        for number in ("nan", "1e38", "70.1")
    },
    "a kind of one's own": lambda: type("Own", (m.Measure,), {"__slots__": ()}),
    "a weight in no unit": lambda: m.Weight.of(70, None),
    "a weight in milligrams": lambda: m.Weight.of(70, "mg"),
    "an age in weeks": lambda: m.Age.of(70, "weeks"),
    "a measure of no kind": lambda: m.Measure.of(70, "kg"),
    "a measure of no kind, from text": lambda: m.Measure("70 kg"),
    "an other measure": lambda: m.Weight(m.Amount("35 mg")),
    "a subtype of text": lambda: m.Weight(type("Text", (str,), {})("70 kg")),
    "a subtype of text without a unit": lambda: m.Weight(type("Text", (str,), {})("70")),
    "value and text": lambda: m.Weight(Fraction(70), "70 kg"),
    "value and another text": lambda: m.Weight(Fraction(80), "70 kg"),
    "value and no text": lambda: m.Weight(Fraction(70), None),
    "a result of zero": lambda: m.Weight(Fraction(0), None),
    "a result below zero": lambda: m.Weight(Fraction(-1), None),
    "a deviation below zero": lambda: m.Deviation(Fraction(-1), None),
    "a float as value": lambda: m.Weight(70.0, None),
    "an absurd numerator": lambda: m.Weight(Fraction(10**300), None),
    "a large numerator": lambda: m.Weight(Fraction(10**300 - 1, 10**299), None),
    "an absurd denominator": lambda: m.Weight(Fraction(1, 10**300), None),
    "a large denominator": lambda: m.Weight(Fraction(1, 10**300 - 1), None),
    "bytes as text": lambda: m.Weight(Fraction(70), b"70 kg"),
    "a zero given": lambda: m.Weight(m.Weight(Fraction(0), None)),
    "a hollow one given": lambda: m.Weight(object.__new__(m.Weight)),
    "less than another kind": lambda: m.Weight("70 kg") < m.Amount("35 mg"),
    "more than a number": lambda: m.Age("42 years") > 18,
    "less than a hollow one": lambda: m.Weight("70 kg") <= object.__new__(m.Weight),
    "a hollow one less": lambda: object.__new__(m.Weight) >= m.Weight("70 kg"),
    "rounding": lambda: round(m.Weight("70.5 kg")),
    "rounding in a unit": lambda: int(m.Weight("70.5 kg").to("g")),
    "a format": lambda: f"{m.Weight('70 kg'):.1f}",
    "another unit": lambda: repr(m.Weight("70 kg").to("lb")),
    "another unit in full": lambda: m.FlowRate("376.2412 mL/h").in_full(),
    "no end in full": lambda: m.Duration("2.00001 h").in_full(),
    "a third": lambda: m.Weight(Fraction(1, 3), None).in_full(),
    "no unit of the kind": lambda: m.Weight("70 kg").to("mg"),
    "plain": lambda: m.Weight("154 lb").__plain__(),
    "plain, no text": lambda: m.Weight(Fraction(1, 3), None).__plain__(),
    "of a number with 40 characters": lambda: m.PerWeightRate.of(Decimal("1" * 29), "mcg/kg/min").written,
    "of a number beyond 40 characters": lambda: m.PerWeightRate.of(Decimal("1" * 30), "mcg/kg/min").written,
    "set a state": lambda: m.Weight("70 kg").__setstate__({}),
    "evolved": lambda: attrs.evolve(m.Weight("70 kg"), written="80 kg"),
    "a quotient told apart": lambda: str(m.Beside(m.Weight("70.00001 kg"), m.Weight("70 kg"))),
    "minutes told apart": lambda: str(m.Beside(m.Duration("2.0000001 h"), m.Duration("2 h"))),
    "a deviation to pint": lambda: m.Deviation("1 %").quantity,
    "the unit": lambda: m.Weight("70 kg").to("lb").unit,
    "out to pint": lambda: repr(m.Weight("70 kg").quantity),
    "out to pint in pounds": lambda: repr(to_quantity(Fraction(154), WEIGHT.by_text["lb"])),
    "in from pint": lambda: m.Weight(quantity(70.5, "kg")),
    "in from pint, a whole number": lambda: m.Weight(quantity(154, "lb")),
    "in from pint, a decimal": lambda: m.Weight(quantity(Decimal("70.50"), "kg")),
    "in from pint, a third": lambda: m.Weight(quantity(Fraction(1, 3), "lb")),
    "in from pint, a tiny one": lambda: m.Weight(quantity(1e-7, "g")),
    "in from pint, many digits": lambda: m.Weight(quantity(Decimal("0." + "1" * 30), "kg")),
    "in from pint, more digits": lambda: m.PerWeightRate(quantity(Decimal("0." + "1" * 30), "microgram/kg/min")),
    "in from pint, a large number": lambda: m.Amount(quantity(10**15, "mg")),
    "in from pint, a small negative": lambda: m.Weight(quantity(-70, "kg")),
    "in from pint, a large negative": lambda: m.Weight(quantity(-(10**15), "kg")),
    "in from pint, nothing": lambda: m.Weight(quantity(0, "kg")),
    "in from pint, another unit": lambda: m.Weight(quantity(70, "mg")),
    "in from pint, text": lambda: m.Weight(quantity("70", "kg")),
    "in from pint, a number that cannot be told": lambda: m.Weight(quantity(Untold(70), "mg")),
    "in from pint, hollow": lambda: m.Weight(object.__new__(UREG.Quantity)),
    "a number that is called a Quantity": lambda: m.Weight(type("Quantity", (float,), {})(70)),
    "in from pint, redefined": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 999 * gram")),
    "in from pint, nearly redefined": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000.0000005 * gram")),
    "in from pint, as nearly redefined as may be": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000.000001 * gram")),
    "in from pint, a little more redefined": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000.0000011 * gram")),
    "in from pint, redefined by two units": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000 * gram * second")),
    "in from pint, redefined by half a power": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000 * gram ** 1.5")),
    "in from pint, redefined by a square": lambda: m.Weight(quantity(70, "kilogram", "kilogram = 1000 * gram ** 2")),
    "in from pint, a percentage": lambda: m.Deviation(quantity(5, "percent")),
    "in from pint, nearly redefined pounds": lambda: m.Weight(quantity(70, "pound", "pound = 453.59238 * gram")),
    **{
        f"{figure} printed": lambda figure=figure: printed(Fraction(figure))
        for figure in (
            *(
                "0",
                "1/3",
                "-1/3",
                "35",
                "-35",
                "12345",
                "1234.5",
                "999.95",
                "99.995",
                "9.9995",
                "0.99995",
                "0.099995",
                "0.00012345",
            ),
            *("34.92661249", "1000", "1/10000", "1/100", "-1/1000", "0.005", "0.015", "1.00005", "123456789.123456789123456"),
            *("2/201", "0.12345678901234567890123", "0.1234567890123456789012", "0.123456789012345678901"),
        )
    },
    "a figure by a bound with no end": lambda: beside(Fraction(2, 3), Fraction(1, 3), "mg"),
    "a figure at a bound with no end": lambda: beside(Fraction(1, 3), Fraction(1, 3), "mg"),
    "a figure by a bound of many digits": lambda: beside(Fraction("1.2345679"), Fraction("1.2345678"), "mg"),
    "a figure of many digits by a bound of five": lambda: beside(Fraction("1.000412345"), Fraction("1.0005"), "mg"),
    "a figure that nothing tells apart": lambda: beside(1 + Fraction(1, 10**70), Fraction(1), "mg"),
    "a figure that sixty digits tell apart": lambda: beside(1 + Fraction(1, 10**59), Fraction(1), "mg"),
}
"""Measures made, compared, printed, handed to pint and taken from it."""


def printed(figure: Fraction) -> list[str]:
    return [safe_text(figure, "mg"), plain_text(figure, "mg", 2), percent_text(figure), str(shortened(figure, 3))]
