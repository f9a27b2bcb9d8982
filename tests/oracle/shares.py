"""What each source found in the circulation, typed again from the sources, and the arithmetic of routes on pairs.

`ROWS` stand in the order of trust that docs/catalog.md describes, within each drug and route; a row names its source by a mark
that its citation must hold. "-" is what the source does not print.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.oracle.pairs import Pair, compare, div, mul, number

HUNDRED: Pair = (100, 1)


class Row(NamedTuple):
    """Percent of a dose, as text."""

    drug: str
    route: str
    value: str
    low: str
    high: str
    spread: str
    n: str
    people: str
    mark: str
    rank: str


_BARE, _QUARTILES, _SD, _NINETY, _ERROR = "NONE", "INTERQUARTILE", "STANDARD_DEVIATION", "CONFIDENCE_90", "STANDARD_ERROR"
K, S = "ketamine", "esketamine"
IV, IM, IN, PO, SL = "intravenous", "intramuscular", "intranasal", "oral", "sublingual"
UNSAID = "population not stated"
ROWS = (
    Row(K, IV, "100", "100", "100", "DEFINITION", "-", UNSAID, "by definition", "definition"),
    Row(K, IM, "93", "-", "-", _BARE, "-", UNSAID, "reg/35073", "label"),
    Row(K, IN, "13", "-", "-", _BARE, "10", UNSAID, "10.1002/phar.2669", "bare"),
    Row(K, IN, "11", "-", "-", _BARE, "10", UNSAID, "10.1002/phar.2669", "bare"),
    Row(K, IN, "17", "-", "-", _BARE, "7", UNSAID, "10.1002/phar.2669", "bare"),
    Row(K, IN, "45", "-", "-", _BARE, "3", "adults", "10.1002/bdd.336", "bare"),
    Row(K, PO, "24", "17", "27", _QUARTILES, "6", UNSAID, "10.2165/00044011-200929050-00004", "interval"),
    Row(K, PO, "23", "14", "32", _SD, "6", UNSAID, "Pain Med 7(5):469", "interval"),
    Row(K, PO, "20", "-", "-", _BARE, "3", "adults", "10.1002/bdd.336", "bare"),
    Row(K, PO, "19", "9", "29", _SD, "15", UNSAID, "Anesthesiology 135(2):326", "enantiomer"),
    Row(K, PO, "15", "7", "23", _SD, "15", UNSAID, "Anesthesiology 135(2):326", "enantiomer"),
    Row(K, PO, "-", "20", "25", "REVIEW", "-", UNSAID, "30997961", "review"),
    Row(K, SL, "29", "27", "31", _NINETY, "8", "adults", "10.1111/bcp.12264", "interval"),
    Row(K, SL, "24", "19", "49", _QUARTILES, "6", UNSAID, "10.2165/00044011-200929050-00004", "interval"),
    Row(K, SL, "32", "15", "49", _SD, "6", UNSAID, "Pain Med 7(5):469", "interval"),
    Row(K, SL, "30", "-", "-", _BARE, "3", "adults", "10.1002/bdd.336", "bare"),
    Row(S, IV, "100", "100", "100", "DEFINITION", "-", UNSAID, "by definition", "definition"),
    Row(S, IN, "54", "-", "-", _BARE, "820", "adults", "10.1007/s40262-020-00953-4", "bare"),
    Row(S, IN, "51", "-", "-", _BARE, "820", "adults", "10.1007/s40262-020-00953-4", "bare"),
    Row(S, IN, "48", "-", "-", _BARE, "-", UNSAID, "reg 67103", "label"),
    Row(S, PO, "8", "-", "-", _BARE, "11", "adults", "10.1007/s00228-015-1826-y", "bare"),
    Row(S, SL, "26", "-", "-", _ERROR, "20", "adults", "10.3389/fpain.2022.946486", "bare"),
    Row(K, IM, "41", "-", "-", _BARE, "113", "children", "10.1002/jcph.1116", "children"),
    Row(K, PO, "45", "33", "58", _NINETY, "20", "children", "10.1111/j.1460-9592.2011.03548.x", "children"),
    Row(K, IN, "50", "-", "-", _BARE, "-", "children", "10.1093/bja/77.2.203", "children"),
)
RANKS = ("definition", "interval", "bare", "other route", "enantiomer", "label", "review", "children")
"""The classes of trust, the most trusted first."""

BASE, HYDROCHLORIDE = number("237.73"), number("274.19")
RATIO: Pair = (2, 1)
"""Racemate to esketamine: 0.5 mg/kg against 0.25 mg/kg."""


def rows(drug: str, route: str) -> list[Row]:
    """What answers for an adult."""
    return [row for row in ROWS if (row.drug, row.route) == (drug, route) and row.people != "children"]


def lowest(row: Row) -> Pair:
    return number(row.value if row.low == "-" else row.low)


def highest(row: Row) -> Pair:
    return number(row.value if row.high == "-" else row.high)


def envelope(some: list[Row]) -> tuple[Pair, Pair]:
    """The least and the most that any of the rows says."""
    low, high = lowest(some[0]), highest(some[0])
    for row in some[1:]:
        low = lowest(row) if compare(lowest(row), low) < 0 else low
        high = highest(row) if compare(highest(row), high) > 0 else high
    return low, high


def trusted(some: list[Row]) -> Pair:
    """The value of the first row that has one."""
    for row in some:
        if row.value != "-":
            return number(row.value)
    raise ValueError(some)


def arrives(amount: Pair, share: Pair) -> Pair:
    """What of an amount reaches the circulation."""
    return div(mul(amount, share), HUNDRED)


def needs(amount: Pair, share: Pair) -> Pair:
    """The amount of which so much reaches the circulation."""
    return div(mul(amount, HUNDRED), share)


def exchanged(amount: Pair, to: str) -> Pair:
    """Racemate as esketamine, or the reverse."""
    return div(amount, RATIO) if to == S else mul(amount, RATIO)


def base_in(hydrochloride: Pair) -> Pair:
    return div(mul(hydrochloride, BASE), HYDROCHLORIDE)


def hydrochloride_with(base: Pair) -> Pair:
    return div(mul(base, HYDROCHLORIDE), BASE)
