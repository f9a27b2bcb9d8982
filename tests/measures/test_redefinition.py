"""A registry in which somebody redefined a unit is never believed, whenever it happened."""

import copy
from fractions import Fraction as F

import pint
import pytest

from ketadose import measures as m
from ketadose.errors import KetadoseError
from ketadose.measures import bridge
from tests.measures import facts

UREG = pint.UnitRegistry()
UNTOUCHED = copy.deepcopy(UREG)


def fresh() -> pint.UnitRegistry:
    """A registry of one's own; a copy is made in a fraction of the time that pint takes to read its definitions."""
    return copy.deepcopy(UNTOUCHED)


def refused(kind, quantity, code):
    with pytest.raises(KetadoseError) as caught:
        kind(quantity)
    assert facts.is_well_told(caught.value)
    assert caught.value.code == code


REDEFINED = {
    "kilogram = 999 * gram": (m.Weight, "kilogram"),
    "kilogram = 1000.00001 * gram": (m.Weight, "kilogram"),
    "pound = 0.5 * kilogram": (m.Weight, "pound"),
    "gram = 2 * pound": (m.Weight, "kilogram"),
    "gram = [length]": (m.Amount, "gram"),
    "milligram = 1e-2 * gram": (m.Amount, "milligram"),
    "hour = 61 * minute": (m.Duration, "hour"),
    "minute = 100 * second": (m.AmountRate, "milligram / hour"),
    "milliliter = 1e-2 * liter": (m.FlowRate, "milliliter / hour"),
    "meter = 3 * foot": (m.Height, "centimeter"),
    "kilogram = 1000 * gram; offset: 1": (m.Weight, "kilogram"),
    "kilogram = 1000 * gram; logbase: 10; logfactor: 10": (m.Weight, "kilogram"),
    "kilogram = nan * gram": (m.Weight, "kilogram"),
}


def refuse_to_read(registry: pint.UnitRegistry, definition: str) -> None:
    kind, unit = REDEFINED[definition]
    refused(kind, registry.Quantity(70, unit), "measure.registry")


@pytest.mark.parametrize("definition", REDEFINED)
def test_a_unit_that_was_redefined_after_its_first_read_is_refused(definition):
    registry = fresh()
    kind, unit = REDEFINED[definition]
    assert kind(registry.Quantity(70, unit)).value > 0
    assert registry.Quantity(70.0, unit).to_root_units().magnitude > 0, "now pint has its answer in a cache"
    registry.define(definition)
    refuse_to_read(registry, definition)
    refuse_to_read(registry, definition)


@pytest.mark.parametrize("definition", ["kilogram = 999 * gram", "gram = 2 * pound", "minute = 100 * second"])
def test_a_unit_that_was_redefined_before_its_first_read_is_refused(definition):
    registry = pint.UnitRegistry()
    registry.define(definition)
    refuse_to_read(registry, definition)


def test_the_definitions_behind_a_unit_are_followed_once_for_each_registry(monkeypatch):
    registry, other = fresh(), fresh()
    assert m.Weight(registry.Quantity(70, "kilogram")).value == 70
    monkeypatch.setattr(bridge, "_verify", lambda *_: pytest.fail("followed again"))
    assert m.Weight(registry.Quantity(71, "kilogram")).value == 71
    with pytest.raises(pytest.fail.Exception):
        m.Weight(other.Quantity(70, "kilogram"))


def test_the_same_definition_again_is_still_the_same_unit():
    registry = fresh()
    assert m.Weight(registry.Quantity(70, "kilogram")) == m.Weight("70 kg")
    registry.define("kilogram = 1000 * gram")
    assert m.Weight(registry.Quantity(70, "kilogram")) == m.Weight("70 kg")


def test_a_context_that_redefines_a_unit_is_refused_while_it_is_active():
    registry = fresh()
    context = pint.Context("market")
    context.redefine("pound = 0.5 kilogram")
    registry.add_context(context)
    quantity = registry.Quantity(154, "pound")
    for _ in range(2):
        assert m.Weight(quantity).value == F("69.85322498")
        with registry.context("market"):
            refused(m.Weight, quantity, "measure.registry")
            assert m.Weight(registry.Quantity(70, "kilogram")).value == 70


def test_a_context_without_redefinitions_changes_nothing():
    with UREG.context("sp"):
        assert m.Weight(UREG.Quantity(154, "pound")).value == F("69.85322498")


def test_redefinition_in_one_registry_says_nothing_of_another():
    hostile, honest = fresh(), fresh()
    hostile.define("kilogram = 999 * gram")
    refused(m.Weight, hostile.Quantity(70, "kilogram"), "measure.registry")
    assert m.Weight(honest.Quantity(70, "kilogram")).value == 70


@pytest.mark.parametrize("definition", ["milligram = 1e-2 * gram", "gram = 2 * pound"])
def test_no_quantity_is_handed_out_in_a_hostile_application_registry(application, definition):
    assert m.Amount("35 mg").quantity.magnitude == 35.0
    hostile = fresh()
    hostile.define(definition)
    application(hostile)
    for hand_out in (lambda: m.Amount("35 mg").quantity, lambda: m.Amount("35 mg").to("mg").quantity):
        with pytest.raises(KetadoseError) as caught:
            hand_out()
        assert str(caught.value).startswith("quantity: this pint registry gives 'milligram' another meaning, so 'mg' cannot be")
        assert caught.value.code == "measure.registry"
        assert facts.is_well_told(caught.value)
    assert str(m.Amount("35 mg")) == "35 mg"


def test_no_quantity_is_handed_out_in_a_registry_that_knows_no_units(application):
    application(pint.UnitRegistry(None))
    with pytest.raises(KetadoseError, match=r"measure\.registry"):
        _ = m.Weight("70 kg").quantity
