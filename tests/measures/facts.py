"""What the units mean, written a second time by hand and sharing no code with the library: an oracle for this folder."""

from __future__ import annotations

import re
from fractions import Fraction as F

from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import CODES, KetadoseError

MICRO_SIGN, GREEK_MU = "\N{MICRO SIGN}", "\N{GREEK SMALL LETTER MU}"


def _micro(*tails: str) -> list[str]:
    return [f"{start}{tail}" for tail in tails for start in ("mcg", "ug", f"{MICRO_SIGN}g", f"{GREEK_MU}g")]


SPELLINGS: dict[type[m.Measure], dict[str, list[str]]] = {
    m.Weight: {
        "1": ["kg"],
        "0.001": ["g"],
        "0.45359237": ["lb", "lbs"],
        "0.028349523125": ["oz"],
        "6.35029318": ["st", "stone"],
    },
    m.Height: {"1": ["cm"], "100": ["m"], "2.54": ["in"], "30.48": ["ft"]},
    m.Age: {"1": ["years", "year", "y"]},
    m.Amount: {"1": ["mg"], "1000": ["g"], "0.001": _micro("")},
    m.PerWeight: {"1": ["mg/kg"], "0.001": _micro("/kg")},
    m.Concentration: {
        "1": ["mg/mL", "mg/ml", "g/L"],
        "0.001": [*_micro("/mL", "/ml"), "mg/L"],
    },
    m.Volume: {"1": ["mL", "ml"], "1000": ["L"]},
    m.Duration: {
        "1": ["h", "hour", "hours"],
        "1/60": ["min", "minute", "minutes"],
        "1/3600": ["s"],
        "24": ["d", "day", "days"],
    },
    m.FlowRate: {"1": ["mL/h", "ml/h", "mL/hr", "ml/hr"], "60": ["mL/min", "ml/min"], "1000": ["L/h"]},
    m.AmountRate: {"1": ["mg/h", "mg/hr"], "60": ["mg/min"], "0.001": [*_micro("/h"), "mcg/hr"], "0.06": _micro("/min")},
    m.PerWeightRate: {
        "1": ["mg/kg/h", "mg/kg/hr"],
        "60": ["mg/kg/min"],
        "0.001": [*_micro("/kg/h"), "mcg/kg/hr"],
        "0.06": _micro("/kg/min"),
    },
    m.BodyMassIndex: {"1": ["kg/m2"]},
    m.Deviation: {"1": ["%"]},
}
FACTORS = {kind: {text: F(factor) for factor, texts in rows.items() for text in texts} for kind, rows in SPELLINGS.items()}
"""For each kind, each spelling and how many canonical units it is."""

CANONICAL = {kind: next(iter(rows)) for kind, rows in FACTORS.items()}
KINDS = list(SPELLINGS)
EVERY_SPELLING = [(kind, unit) for kind, rows in FACTORS.items() for unit in rows]

PINT: dict[type[m.Measure], dict[str, str]] = {
    m.Weight: {"kilogram": "1", "gram": "0.001", "pound": "0.45359237", "ounce": "0.028349523125", "stone": "6.35029318"},
    m.Height: {"centimeter": "1", "meter": "100", "inch": "2.54", "foot": "30.48"},
    m.Age: {"year": "1"},
    m.Amount: {"milligram": "1", "gram": "1000", "microgram": "0.001"},
    m.PerWeight: {"milligram / kilogram": "1", "microgram / kilogram": "0.001"},
    m.Concentration: {
        "milligram / milliliter": "1",
        "microgram / milliliter": "0.001",
        "gram / liter": "1",
        "milligram / liter": "0.001",
    },
    m.Volume: {"milliliter": "1", "liter": "1000"},
    m.Duration: {"hour": "1", "minute": "1/60", "second": "1/3600", "day": "24"},
    m.FlowRate: {"milliliter / hour": "1", "milliliter / minute": "60", "liter / hour": "1000"},
    m.AmountRate: {
        "milligram / hour": "1",
        "milligram / minute": "60",
        "microgram / hour": "0.001",
        "microgram / minute": "0.06",
    },
    m.PerWeightRate: {
        "milligram / kilogram / hour": "1",
        "milligram / kilogram / minute": "60",
        "microgram / kilogram / hour": "0.001",
        "microgram / kilogram / minute": "0.06",
    },
    m.BodyMassIndex: {"kilogram / meter ** 2": "1"},
}
"""For each kind that pint has, each of pint's units and how many canonical units it is."""
EVERY_PINT_UNIT = [(kind, unit, F(factor)) for kind, rows in PINT.items() for unit, factor in rows.items()]

kinds = st.sampled_from(KINDS)


def digits(most: int = 16, places: int = 8) -> st.SearchStrategy[str]:
    """The number of an honest measure: "70", "0.5", "70.50"; never zero."""
    return st.tuples(st.integers(1, 10**most - 1), st.integers(0, places)).map(lambda parts: _point(*parts))


def _point(count: int, places: int) -> str:
    text = str(count).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}" if places else text


def honest(kind: type[m.Measure] | None = None) -> st.SearchStrategy[tuple[type[m.Measure], str, str]]:
    """A kind, a number and a unit of the kind, as text."""
    rows = [row for row in EVERY_SPELLING if kind in {None, row[0]}]
    return st.tuples(st.sampled_from(rows), digits()).map(lambda case: (case[0][0], case[1], case[0][1]))


def said(kind: type[m.Measure], text: str) -> F | None:
    """What the text says in the kind's canonical unit, None where it is not in the grammar: read letter by letter."""
    if len(text) > 40:
        return None
    end = 0
    while end < len(text) and text[end] in "0123456789.":
        end += 1
    number, unit = text[:end], text[end:]
    if kind is m.Height and unit.startswith(" ft "):
        return _feet(number, unit.removeprefix(" ft "))
    unit = unit.removeprefix(" ")
    if not _plain(number) or unit not in FACTORS[kind] or not F(number):
        return None
    return F(number) * FACTORS[kind][unit]


def _plain(number: str) -> bool:
    whole, point, decimals = number.partition(".")
    zero_first = whole.startswith("0") and whole != "0"
    return bool(whole) and not zero_first and "." not in decimals and bool(decimals) == bool(point)


def _feet(feet: str, rest: str) -> F | None:
    inches = rest.removesuffix(" in")
    clean = all(letter in "0123456789." for letter in inches) and _plain(inches)
    if inches == rest or not clean or feet not in set("123456789") or F(inches) >= 12:
        return None
    return (12 * int(feet) + F(inches)) * F("2.54")


def is_well_told(error: BaseException) -> bool:
    """Whether an error keeps what the library promises of every error."""
    text = str(error)
    assert isinstance(error, KetadoseError), repr(error)
    assert error.code in dict(CODES)
    assert text.endswith(f" [{error.code}]")
    assert text.isascii()
    assert text.isprintable(), ascii(text)
    assert len(text) < 300
    assert error.received.isascii()
    assert error.received.isprintable()
    assert len(error.received) <= 60
    return True


MEANT = re.compile(r"Write (.+) if that is meant")
