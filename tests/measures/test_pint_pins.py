"""What the bridge leans on in pint, and why it is there: when one of these changes, the bridge must be looked at again."""

import pint


def test_the_private_names_of_pint_that_the_bridge_needs_are_there():
    registry = pint.UnitRegistry()
    quantity = registry.Quantity(70, "kilogram")
    assert quantity._REGISTRY is registry
    assert quantity._magnitude == 70
    assert dict(quantity._units.items()) == {"kilogram": 1}
    assert registry._units.get("no such unit") is None
    gram, kilogram = registry._units["gram"], registry._units["kilogram"]
    assert (gram.is_base, kilogram.is_base) == (True, False)
    assert (type(kilogram.converter).__name__, kilogram.converter.scale) == ("ScaleConverter", 1000)
    assert (dict(kilogram.reference), dict(gram.reference)) == ({"gram": 1}, {"[mass]": 1})
    registry.define("kilogram = 999 * gram")
    assert registry._units["kilogram"] is not kilogram


def test_the_reason_for_looking_at_definitions_pint_answers_from_its_cache_after_a_redefinition():
    registry = pint.UnitRegistry()
    assert registry.Quantity(1, "kilogram").to("gram").magnitude == 1000
    registry.define("kilogram = 999 * gram")
    assert registry.Quantity(1, "kilogram").to("gram").magnitude == 1000


def test_the_reason_for_kinds_pint_calls_a_dose_per_weight_a_plain_number():
    registry = pint.UnitRegistry()
    assert registry.Quantity(5000, "mg/kg") <= 2
    assert registry.Quantity(0.5, "percent").check("")
