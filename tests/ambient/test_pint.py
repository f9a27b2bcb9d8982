"""pint in somebody else's hands: what it converts to changes nothing, and what does not answer as pint's own is refused."""

import sys
import types

import numpy as np
import pint
import pytest

import ketadose as kd
from ketadose import measures as m
from tests.ambient import specimens as s
from tests.ambient.refusing import refused

SHARED = pint.UnitRegistry()
"""For what changes nothing in it, or puts it back."""


@pytest.fixture
def registry():
    return pint.UnitRegistry()


@pytest.fixture
def application():
    """Puts back the application registry that was there before the test."""
    before = pint.get_application_registry().get()
    yield pint.set_application_registry
    pint.set_application_registry(before)


def explode(*_arguments, **_options):
    raise ZeroDivisionError


# What pint computes is never asked


ARITHMETIC = ("to", "ito", "m_as", "to_base_units", "__mul__", "__rmul__", "__truediv__", "__eq__", "__lt__", "check")


def test_no_method_of_a_quantity_is_called(monkeypatch):
    weight = SHARED.Quantity(70, "kilogram")
    level = SHARED.Quantity(0.5, "milligram / kilogram")
    expected = kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min"))
    for name in ARITHMETIC:
        monkeypatch.setattr(type(weight), name, explode)
    dose = kd.calculate_dose(weight, kd.Regimen("ketamine", "intravenous", level, over="40 min"))
    assert dose.amount == expected.amount


CONVERSIONS = ("convert", "_convert", "get_base_units", "get_root_units", "_get_root_units", "parse_expression", "parse_units")


def test_no_conversion_of_a_registry_is_asked(monkeypatch, application):
    weight = SHARED.Quantity(70, "kilogram")
    for name in CONVERSIONS:
        monkeypatch.setattr(SHARED, name, explode)
    application(SHARED)
    assert m.Weight(weight) == m.Weight("70 kg")
    assert m.Weight("154 lb").quantity.magnitude == 69.85322498


class Tenfold(pint.UnitRegistry):
    """A registry whose conversions are all ten times too much."""

    def _convert(self, value, src, dst, inplace=False, **options):
        return 10 * super()._convert(value, src, dst, inplace, **options)


def test_a_registry_of_a_subclass_that_converts_otherwise_is_read_by_its_definitions(application):
    registry = Tenfold()
    assert registry.Quantity(70.0, "kilogram").to("gram").magnitude == pytest.approx(700_000)
    assert m.Weight(registry.Quantity(70, "kilogram")) == m.Weight("70 kg")
    application(registry)
    assert m.Amount("35 mg").quantity.magnitude == 35


# Definitions that were exchanged behind pint's back


def exchanged(registry):
    registry._units["kilogram"] = registry._units["pound"]


def emptied(registry):
    registry._units = {}


def nothing(registry):
    registry._units = None


def junk(registry):
    registry._units["kilogram"] = "junk"


def bent_scale(registry):
    object.__setattr__(registry._units["kilogram"].converter, "scale", 999)


@pytest.mark.parametrize("patch", [exchanged, emptied, nothing, junk])
def test_definitions_that_were_exchanged_after_a_read_are_seen(registry, patch):
    weight = registry.Quantity(70, "kilogram")
    assert m.Weight(weight) == m.Weight("70 kg")
    patch(registry)
    refused(lambda: m.Weight(weight), "measure.registry")
    refused(lambda: kd.calculate_dose(weight, s.REGIMEN), "measure.registry")


def test_a_definition_that_was_bent_in_place_is_seen_at_the_first_read(registry):
    bent_scale(registry)
    refused(lambda: m.Weight(registry.Quantity(70, "kilogram")), "measure.registry")


def test_a_definition_that_was_bent_in_place_after_a_read_still_means_what_ketadose_means_by_it(registry):
    weight = registry.Quantity(70, "kilogram")
    m.Weight(weight)
    bent_scale(registry)
    assert m.Weight(weight) == m.Weight("70 kg"), "pinned: by pint's own factor it would be 69.93 kg"


# Quantities that fight back


def test_a_hollow_quantity_is_refused():
    for kind in (SHARED.Quantity, pint.Quantity):
        refused(lambda kind=kind: m.Weight(object.__new__(kind)), "measure.registry")


@pytest.mark.parametrize("name", ["_units", "_magnitude", "_REGISTRY"])
@pytest.mark.parametrize("value", [None, {"kilogram": 1}, property(explode)], ids=["None", "dict", "raising"])
def test_a_quantity_whose_inside_is_not_pints_is_refused(name, value):
    sly = type("Sly", (SHARED.Quantity,), {name: value})
    honest, made = SHARED.Quantity(70, "kilogram"), object.__new__(sly)
    for each in ("_units", "_magnitude"):
        if each != name:
            setattr(made, each, getattr(honest, each))
    code = "measure.number" if name == "_magnitude" and not isinstance(value, property) else "measure.registry"
    refused(lambda: m.Weight(made), code)


def test_units_with_the_right_name_and_another_power_are_refused():
    for units in ({"kilogram": 2}, {"kilogram": 1, "second": 0.5}, {"kilogram": True, "gram": 1}):
        refused(lambda units=units: m.Weight(SHARED.Quantity(70, SHARED.UnitsContainer(units))), "measure.unit")


# Handing out


@pytest.mark.parametrize(
    "make",
    [
        lambda honest, value, units: honest(10 * value, units),
        lambda honest, value, units: honest(value, "gram"),
        lambda honest, value, units: honest(value),
        lambda honest, value, units: value,
        lambda honest, value, units: None,
        explode,
    ],
    ids=["ten times", "another unit", "no unit", "a bare number", "None", "raising"],
)
def test_a_registry_that_makes_something_else_of_it_gets_no_quantity(application, monkeypatch, make):
    honest = SHARED.Quantity
    monkeypatch.setattr(SHARED, "Quantity", lambda value, units=None: make(honest, value, units))
    application(SHARED)
    refused(lambda: m.Weight("70 kg").quantity, "measure.registry")
    refused(lambda: m.Weight("70 kg").to("lb").quantity, "measure.registry")
    assert str(m.Weight("70 kg")) == "70 kg"


def test_an_application_registry_that_cannot_be_had_is_refused(monkeypatch):
    for found in (lambda: None, lambda: object(), explode):
        monkeypatch.setattr(pint, "get_application_registry", found)
        refused(lambda: m.Weight("70 kg").quantity, "measure.registry")


def test_a_registry_of_arrays_gets_the_number_as_it_wants_it(application):
    application(pint.UnitRegistry(force_ndarray=True))
    assert m.Weight("70 kg").quantity.magnitude == np.array(70.0)


# A pint that is not whole


@pytest.mark.parametrize("found", [None, "str", int, 5], ids=repr)
def test_a_pint_that_another_thread_is_importing_is_no_reason_to_fail(monkeypatch, found):
    half = types.ModuleType("pint")
    if found is not None:
        half.Quantity = found
    monkeypatch.setitem(sys.modules, "pint", half)
    assert m.Weight("70 kg").value == 70
    refused(lambda: m.Weight(70.5), "measure.bare_number")
    refused(lambda: m.Weight(None), "measure.missing")


def test_a_numpy_that_another_thread_is_importing_is_no_reason_to_fail(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", types.ModuleType("numpy"))
    assert m.Weight.of(70, "kg").value == 70
    refused(lambda: m.Weight.of(70j, "kg"), "measure.number")
