"""Measures from pint Quantities: by the names of their units and what the registry means by them, exactly, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pint

from ketadose.errors import KetadoseError
from proof.fuzzing.given import number_of, object_of
from proof.fuzzing.kinds import KINDS, Kind, same
from proof.fuzzing.promises import refused
from proof.fuzzing.target import Target, require
from tests.oracle.quantities import NAMES, quantity

Case = tuple[Kind, Any]
_NAMES = tuple(sorted({str(name) for table in NAMES.values() for names in table for name, _ in names}))
_STRANGE = (
    "hertz",
    "degree_Celsius",
    "delta_degree_Celsius",
    "radian",
    "percent",
    "mg",
    "kg",
    "metric_ton",
    "grain",
    "no such unit",
)
_POWERS = (1, -1, 2, -2, 1.0, 0.5, 3, 0)
_BENT = frozenset({"pound", "stone", "ounce", "minute", "hour", "day", "year"})
"""The names that mean something else in the registry that was bent."""


def _bent() -> pint.UnitRegistry[Any]:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    registry.define("pound = 0.5 kilogram = lb")
    registry.define("minute = 61 second = min")
    return registry


_REGISTRIES: tuple[pint.UnitRegistry[Any], ...] = (
    pint.UnitRegistry(),
    pint.UnitRegistry(non_int_type=Decimal),
    pint.UnitRegistry(force_ndarray_like=True),
    _bent(),
)


def make(data: bytes) -> Case:
    """A kind and a Quantity: a registry, some units with their powers, and any object for a number."""
    kind, which, count = data[:3].ljust(3, b"\0")
    registry = _REGISTRIES[which % len(_REGISTRIES)]
    chosen = KINDS[kind % len(KINDS)]
    if count < 128:
        own = sorted(NAMES[chosen.name], key=sorted) or [frozenset({("percent", 1)})]
        names = dict(own[count % len(own)])
        magnitude = object_of(data[3:])
    else:
        pairs = data[3 : 3 + 2 * (count % 4)]
        every = (*_NAMES, *_STRANGE)
        names = {
            every[name % len(every)]: _POWERS[power % len(_POWERS)]
            for name, power in zip(pairs[::2], pairs[1::2], strict=False)
        }
        magnitude = object_of(data[3 + len(pairs) :])
    units = registry.UnitsContainer(names)
    try:
        return chosen, registry.Quantity(1 if isinstance(magnitude, str) else magnitude, units)
    except Exception:  # pint itself refuses it: what is left is the number of the length
        return chosen, registry.Quantity(number_of(data[-3:]), units)


def check(case: Case) -> None:
    """The Quantity is read exactly as the oracle reads it, or refused where the oracle reads nothing or the registry lies."""
    kind, given = case
    names = frozenset(given._units.items())
    expected = quantity(kind.name, names, given._magnitude)
    bent = given._REGISTRY is _REGISTRIES[-1] and not _BENT.isdisjoint(name for name, _ in names)
    try:
        measure = kind.measure(given)
    except KetadoseError as error:
        refused(error)
        require(expected is None or bent, "{} refuses {}", kind.name, expected)
        return
    require(not bent, "{} believes a registry that was bent", kind.name)
    same(measure, expected, "{} reads {} as {}", kind.name, dict(names), measure)
    if kind.name != "Deviation":
        back = measure.quantity
        require(back.magnitude == float(Fraction(measure.value)), "the Quantity is not the nearest float")


def _honest() -> Iterator[bytes]:
    """Two units of every kind in every registry, each with some numbers."""
    for kind, registry, place in product(range(len(KINDS)), range(len(_REGISTRIES)), (0, 1)):
        for number in (b"\x00\x46", b"\x0270.5", b"\x06\x01\x02\x03"):
            yield bytes([kind, registry, place]) + number


TARGET = Target(
    make=make,
    check=check,
    within=0.02,
    longest=60,
    seeds=(
        *_honest(),
        b"\x00\x00\x81\x00\x00\x00\x05",
        b"\x04\x00\x82\x00\x00\x01\x01\x00\x05",
        b"\x0c\x03\x81\x20\x00\x00\x05",
    ),
    words=("0.1", "1E-5", "NaN"),
)
