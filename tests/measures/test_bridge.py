"""pint at the door: read by unit names and live definitions, handed back as a fresh, correctly rounded Quantity."""

import gc
import math
import operator
import weakref
from decimal import Decimal
from fractions import Fraction as F

import numpy as np
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import KetadoseError, KindError
from ketadose.measures import bridge
from tests.measures import facts

UREG = pint.UnitRegistry()
honest_floats = st.floats(1e-12, 1e12, allow_nan=False)


def refused(kind, quantity, code):
    with pytest.raises(KetadoseError) as caught:
        kind(quantity)
    assert facts.is_well_told(caught.value)
    assert caught.value.code == code


def test_the_pint_units_of_each_kind_are_a_closed_list():
    for kind in facts.KINDS:
        names = {frozenset(UREG.Unit(unit)._units.items()) for unit in facts.PINT.get(kind, {})}
        readable = set(kind.units.by_pint) - {frozenset({("percent", 1)})}
        assert readable == names, kind


@pytest.mark.parametrize(("kind", "unit", "factor"), facts.EVERY_PINT_UNIT)
def test_every_pint_unit_reads_at_its_exact_factor(kind, unit, factor):
    for number in (1, 70.5, 0.001, Decimal("5.0"), F(1, 3), np.float32(0.1), np.int64(7), 1e-7, 1e22):
        exact = F(str(number))
        measure = kind(UREG.Quantity(number, unit))
        assert measure.value == exact * factor
        assert measure.written is None or facts.said(kind, measure.written) == measure.value
    assert pint_agrees(kind, unit, factor)


def pint_agrees(kind, unit, factor):
    """Whether pint's own arithmetic gives the factor that is written here."""
    canonical = next(iter(facts.PINT[kind]))
    return math.isclose(UREG.Quantity(1.0, unit).to(canonical).magnitude, float(factor), rel_tol=1e-12)


@given(st.sampled_from(facts.EVERY_PINT_UNIT), honest_floats)
def test_a_quantity_is_its_number_by_the_shortest_text(row, number):
    kind, unit, factor = row
    measure = kind(UREG.Quantity(number, unit))
    assert measure.value == F(repr(number)) * factor
    assert measure.written is None or facts.said(kind, measure.written) == measure.value


@given(facts.honest().filter(lambda case: case[0] in facts.PINT))
def test_quantity_hands_out_the_correctly_rounded_float(case):
    kind, number, unit = case
    exact = F(number) * facts.FACTORS[kind][unit]
    quantity = kind(f"{number} {unit}").quantity
    assert type(quantity.magnitude) is float
    assert quantity.magnitude == exact.numerator / exact.denominator
    assert quantity.units == pint.get_application_registry().Unit(next(iter(facts.PINT[kind])))


@given(st.sampled_from(facts.EVERY_PINT_UNIT), honest_floats)
def test_a_canonical_float_goes_out_and_comes_back_the_same(row, number):
    kind = row[0]
    measure = kind.of(number, facts.CANONICAL[kind])
    assert kind(measure.quantity) == measure


def test_another_unit_of_the_kind_is_handed_out_in_that_unit():
    quantity = m.PerWeightRate("0.75 mg/kg/h").to("mcg/kg/min").quantity
    assert quantity.magnitude == 12.5
    assert str(quantity.units) in {"microgram / kilogram / minute", "microgram / minute / kilogram"}


def test_each_quantity_is_a_fresh_one():
    weight = m.Weight("70 kg")
    first = weight.quantity
    first.ito("pound")
    assert weight.quantity is not first
    assert weight.quantity.magnitude == 70.0


NOT_OF_THE_KIND = [
    (m.PerWeight, "percent"),
    (m.PerWeight, "milligram / gram"),
    (m.PerWeight, "dimensionless"),
    (m.PerWeight, "ppm"),
    (m.PerWeightRate, "hertz"),
    (m.PerWeightRate, "milligram / gram / hour"),
    (m.PerWeightRate, "1 / hour"),
    (m.Concentration, "percent"),
    (m.Concentration, "kilogram / meter ** 3"),
    (m.Weight, "milligram"),
    (m.Weight, "metric_ton"),
    (m.Weight, "pound_force"),
    (m.Weight, "troy_pound"),
    (m.Weight, "degC"),
    (m.Weight, "delta_degC"),
    (m.Amount, "kilogram"),
    (m.Volume, "cubic_centimeter"),
    (m.Volume, "megaliter"),
    (m.Volume, "centimeter ** 3"),
    (m.Duration, "week"),
    (m.Age, "day"),
    (m.Age, "degF"),
    (m.FlowRate, "milliliter / second"),
    (m.Deviation, "percent"),
]


@pytest.mark.parametrize(("kind", "unit"), NOT_OF_THE_KIND)
def test_a_unit_that_only_shares_the_dimension_is_refused(kind, unit):
    with pytest.raises(KetadoseError) as caught:
        kind(UREG.Quantity(5, UREG.Unit(unit)))
    assert facts.is_well_told(caught.value)
    assert caught.value.code in {"measure.unit", "measure.registry"}


def test_an_exponent_that_is_almost_one_is_refused():
    refused(m.Weight, UREG.Quantity(5, UREG.UnitsContainer({"kilogram": 1 + 2**-52})), "measure.unit")


@pytest.mark.parametrize(
    ("magnitude", "code"),
    [
        (math.nan, "measure.not_finite"),
        (math.inf, "measure.not_finite"),
        (np.float32("nan"), "measure.not_finite"),
        (0, "measure.not_positive"),
        (-0.0, "measure.not_positive"),
        (-70.5, "measure.not_positive"),
        (np.array([70.0]), "measure.number"),
        (np.array(70.0), "measure.number"),
        (np.longdouble(70), "measure.number"),
        (70 + 0j, "measure.number"),
        (Decimal("1E+999999"), "measure.size"),
        (10**400, "measure.size"),
        (10**5000, "measure.size"),
        (-(10**5000), "measure.size"),
        (5e-324, "measure.size"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_magnitude_that_is_no_plain_positive_number_is_refused(magnitude, code):
    refused(m.Weight, UREG.Quantity(magnitude, "kilogram"), code)


@pytest.mark.property(40)
@given(
    st.floats() | st.integers() | st.decimals() | st.fractions() | st.complex_numbers(), st.sampled_from(facts.EVERY_PINT_UNIT)
)
def test_any_magnitude_is_read_exactly_or_refused_with_a_well_told_error(magnitude, row):
    kind, unit, factor = row
    try:
        value = kind(UREG.Quantity(magnitude, unit)).value
    except KetadoseError as error:
        facts.is_well_told(error)
    else:
        assert value == F(repr(magnitude) if isinstance(magnitude, float) else magnitude) * factor > 0


def test_what_belongs_to_pint_but_is_no_quantity_is_refused():
    for thing in (UREG.kilogram, UREG, pint.UnitRegistry, UREG.UnitsContainer({"kilogram": 1})):
        refused(m.Weight, thing, "measure.kind")


def test_quantities_of_any_registry_are_read(application):
    for options in ({}, {"non_int_type": Decimal}, {"non_int_type": F}, {"auto_reduce_dimensions": True}):
        registry = pint.UnitRegistry(**options)
        number = options.get("non_int_type", float)("70.5")
        assert m.Weight(registry.Quantity(number, "kg")).value == F("70.5")
        assert m.PerWeight(registry.Quantity(number, "mg/kg")).value == F("70.5")
        application(registry)
        assert m.Weight(pint.Quantity(70.5, "kilogram")).value == F("70.5")
        assert m.PerWeight("0.1 mg/kg").quantity.magnitude == 0.1
        assert type(m.PerWeight("0.1 mg/kg").quantity.magnitude) is float


def test_a_registry_that_makes_arrays_is_never_read_as_one_number():
    registry = pint.UnitRegistry(force_ndarray=True)
    refused(m.Weight, registry.Quantity(70.5, "kg"), "measure.number")


def test_a_registry_that_was_read_from_can_be_forgotten():
    registry = pint.UnitRegistry()
    m.Weight(registry.Quantity(70, "kilogram"))
    m.PerWeight(registry.Quantity(0.5, "mg/kg"))
    forgotten = weakref.ref(registry)
    del registry
    gc.collect()
    assert forgotten() is None


def test_a_registry_with_a_formatter_of_its_own_changes_no_reading():
    registry = pint.UnitRegistry()
    for spec in ("bogus", ".0f", "~P"):
        registry.formatter.default_format = spec
        assert m.Weight(registry.Quantity(70.123, "kg")).written == "70.123 kg"
        refused(m.PerWeight, registry.Quantity(5, "percent"), "measure.unit")
        refused(m.Weight, registry.Quantity(-5, "kg"), "measure.not_positive")


def test_a_measure_and_a_quantity_are_never_equal_and_never_ordered():
    quantity = UREG.Quantity(70, "kilogram")
    weight = m.Weight("70 kg")
    for a, b in ((weight, quantity), (quantity, weight)):
        assert operator.eq(a, b) is False
        assert operator.ne(a, b) is True
    with pytest.raises(KindError):
        _ = weight < quantity
    with pytest.raises(ValueError, match="Cannot compare"):  # pint's own words come first: it is asked first
        _ = quantity < weight


def test_a_plain_number_is_read_by_the_grammar_and_any_other_by_its_digits(monkeypatch):
    asked = []
    m.Amount(UREG.Quantity(1, "milligram"))  # the definitions are looked at once, before
    monkeypatch.setattr(bridge, "exact_number", lambda number, _field: asked.append(number) or F(number))
    for magnitude in (70.5, 70, 10**15 - 1):
        assert m.Amount(UREG.Quantity(magnitude, "milligram")).value == F(str(magnitude))
    assert asked == []
    assert m.Amount(UREG.Quantity(10**15, "milligram")).value == 10**15
    assert asked == [10**15]


def test_a_text_of_forty_characters_is_kept_and_one_of_forty_one_is_not():
    for zeros, written in (("0" * 6, f"0.000000{'1' * 29} kg"), ("0" * 7, None)):
        weight = m.Weight(UREG.Quantity(Decimal(f"0.{zeros}{'1' * 29}"), "kilogram"))
        assert weight.written == written
        assert weight.value == F(f"0.{zeros}{'1' * 29}")


@pytest.mark.parametrize(
    "make",
    [
        None,
        lambda number, names: UREG.Quantity(2 * number, names),
        lambda number, _names: UREG.Quantity(number, "gram"),
        lambda number, names: UREG.Quantity(number, UREG.UnitsContainer(dict(names)) / UREG.UnitsContainer({"second": 1})),
    ],
)
def test_a_registry_that_hands_out_anything_else_is_refused(make, application):
    registry = pint.UnitRegistry()
    registry.Quantity = make
    application(registry)
    with pytest.raises(KetadoseError) as caught:
        _ = m.Weight("70 kg").quantity
    assert str(caught.value) == (
        "quantity: this pint registry gives 'kg' another meaning, so 'kg' cannot be trusted; expected a registry with pint's "
        "own definitions of this unit. Use a fresh pint.UnitRegistry(), or give text. [measure.registry]"
    )
