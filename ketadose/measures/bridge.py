"""pint in and out: by unit names in closed tables, and by the definitions that the registry holds behind them.

pint's own conversions are never asked: they cache, and a unit that somebody redefines afterwards would go unseen. Instead
the chain of definitions under each unit name is followed down to its root once, compared with what the unit must mean, and
remembered; at every read the registry must still hold the very same definitions.
"""

from __future__ import annotations

import os
from collections import ChainMap
from fractions import Fraction
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from weakref import WeakKeyDictionary

from ketadose.errors import KetadoseError, shown
from ketadose.measures import refusal
from ketadose.measures.grammar import from_text
from ketadose.measures.numbers import exact_number
from ketadose.measures.units import BASE, LONGEST_TEXT, PintNames, Unit
from ketadose.measures.value import Value
from ketadose.records import exact_text

if TYPE_CHECKING:
    import pint


_CLOSE = Fraction(1, 10**9)
_DEEPEST = 8
_LARGE = 10**15
_ROOTS = {"gram": "[mass]", "second": "[time]", "meter": "[length]"}


class _Verified(NamedTuple):
    """A unit of a kind with the definitions that were found right behind its names."""

    unit: Unit
    definitions: tuple[tuple[str, Any], ...]


_one_at_a_time = RLock()
_at_fork = getattr(os, "register_at_fork", lambda **_: None)  # Windows has no fork
# Else a child that is forked while a thread builds the registry would wait for that thread forever.
_at_fork(before=_one_at_a_time.acquire, after_in_parent=_one_at_a_time.release, after_in_child=_one_at_a_time.release)
_seen: WeakKeyDictionary[Any, dict[tuple[type[Value], Any], _Verified]] = WeakKeyDictionary()
"""For each registry's own Quantity class, held weakly: what has been verified of it."""


def from_quantity(kind: type[Value], given: pint.Quantity[Any], field: str) -> tuple[Fraction, str | None]:
    """The exact value in the canonical unit, and the text that says it where one ends."""
    registry = given._REGISTRY
    names = given._units
    known = _seen.get(type(given))
    if known is None:
        known = _seen.setdefault(type(given), {})
    verified = known.get((kind, names))
    if verified is None or not _unchanged(registry, verified.definitions):
        verified = _verify(kind, registry, names, given, field)
        known[kind, names] = verified
    unit = verified.unit
    magnitude = given._magnitude
    plain = type(magnitude) is float or (type(magnitude) is int and -_LARGE < magnitude < _LARGE)
    value = from_text(kind, text := f"{magnitude!r} {unit.name}") if plain else None
    if value is not None:  # by its shortest text, through the one grammar
        return value, text
    number = exact_number(magnitude, field)
    if number <= 0:
        raise KetadoseError(
            "measure.not_positive", f"{_told(given)} is not more than zero", field=field, expected=refusal.form(kind)
        )
    digits = exact_text(number)
    written = f"{digits} {unit.name}" if "/" not in digits and len(digits) + len(unit.name) < LONGEST_TEXT else None
    if unit.numerator == unit.denominator:
        return number, written
    return number * Fraction(unit.numerator, unit.denominator), written


def to_quantity(number: Fraction, unit: Unit) -> pint.Quantity[float]:
    """A fresh Quantity in the application registry, after the same check of its definitions."""
    import pint

    try:
        return _handed_out(pint.get_application_registry(), float(number), unit)  # type: ignore[no-untyped-call]
    except KetadoseError:
        raise
    except Exception:  # whatever a registry of somebody else's does when it is asked
        _refuse_registry(unit.name, unit.name, "quantity")


def _handed_out(application: Any, number: float, unit: Unit) -> pint.Quantity[float]:
    with _one_at_a_time:  # pint builds the registry when it is first asked, and two threads would find half of it
        names = application.UnitsContainer(dict(unit.pint))
    _definitions(application, unit.pint, unit.name, "quantity")
    quantity: pint.Quantity[float] = application.Quantity(number, names)
    if quantity._magnitude != number or frozenset(quantity._units.items()) != unit.pint:
        _refuse_registry(unit.name, unit.name, "quantity")
    return quantity


def _unchanged(registry: Any, definitions: tuple[tuple[str, Any], ...]) -> bool:
    live = registry._units
    if type(live) is ChainMap and len(live.maps) == 1:  # no context is active: one plain dict, asked directly
        live = live.maps[0]
    for name, definition in definitions:  # noqa: SIM110 - a loop is half the time of all(), on every read
        if live.get(name) is not definition:
            return False
    return True


def _verify(kind: type[Value], registry: Any, names: Any, given: object, field: str) -> _Verified:
    unit = kind.units.by_pint.get(frozenset(names.items()))
    if unit is None:
        raise KetadoseError(
            "measure.unit",
            f"{_told(given)} has a unit that is not a unit of {kind.noun}",
            field=field,
            received=_told(given),
            expected=refusal.form(kind),
        )
    return _Verified(unit, _definitions(registry, unit.pint, unit.name, field))


def _definitions(registry: Any, names: PintNames, unit: str, field: str) -> tuple[tuple[str, Any], ...]:
    chain: dict[str, Any] = {}
    for name, _ in sorted(names):
        root, power, factor = BASE[name] if name in BASE else ("", 0, Fraction(0))
        found = _meaning(registry, name, chain, _DEEPEST)
        if found is None or found[:2] != (root, power) or abs(found[2] - factor) > factor * _CLOSE:
            _refuse_registry(name, unit, field)
    return tuple(chain.items())


def _meaning(registry: Any, name: str, chain: dict[str, Any], depth: int) -> tuple[str, int, Fraction] | None:
    """Root unit, its power and the factor that this registry's definitions give the name; None where they give none."""
    definition = _definition(registry, name)
    if definition is None or not depth or type(definition.converter).__name__ != "ScaleConverter":
        return None
    chain[name] = definition
    try:
        scale = exact_number(definition.converter.scale, name)
    except KetadoseError:
        return None
    ((below, power),) = definition.reference.items() if len(definition.reference) == 1 else ((None, 0),)
    if definition.is_base:
        return (name, 1, Fraction(1)) if _ROOTS.get(name) == below and power == 1 and scale == 1 else None
    if below is None or power not in {1, 3}:
        return None
    under = _meaning(registry, below, chain, depth - 1)
    return under and (under[0], under[1] * int(power), scale * under[2] ** int(power))


def _definition(registry: Any, name: str) -> Any:
    definition = registry._units.get(name)
    if definition is None:
        try:
            registry.get_name(name)  # pint makes "milligram" out of "milli" and "gram" when it is first asked
        except Exception:
            return None
        definition = registry._units.get(name)
    return definition


def _told(given: object) -> str:
    """The Quantity as text, whatever its magnitude does when it is asked for one."""
    try:
        return shown(str(given))
    except Exception:
        return "this Quantity"


def _refuse_registry(name: str, unit: str, field: str) -> NoReturn:
    raise KetadoseError(
        "measure.registry",
        f"this pint registry gives {name!r} another meaning, so {unit!r} cannot be trusted",
        field=field,
        received=name,
        expected="a registry with pint's own definitions of this unit",
        fix="Use a fresh pint.UnitRegistry(), or give text",
    )
