"""The oddities of pint, attrs, NumPy and Python that the library is built around, each pinned, as docs/soup.md lists them.

When one of these fails, what lies underneath has changed: look at docs/soup.md before anything else.
"""

import datetime
import math
import re
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import attrs
import numpy as np
import pint
import pytest

Q = pint.Quantity
SOUP = Path(__file__).resolve().parent.parent / "docs/soup.md"


def test_a_dose_per_weight_is_a_plain_number():
    assert Q(5000, "mg/kg") <= 2


def test_a_percentage_passes_as_a_dose_per_weight():
    assert Q(0.5, "percent").check("mg/kg")
    assert Q(0.5, "percent").to("mg/kg").magnitude == pytest.approx(5000)


def test_a_frequency_passes_as_a_rate_per_weight():
    assert Q(1, "Hz").check("mg/kg/h")


def test_a_decimal_comma_is_read_as_something_else():
    read = pint.UnitRegistry().Quantity("0,5 mg/kg")
    assert read.magnitude != 0.5


def test_a_comma_makes_seventy_kilograms_seven_hundred():
    assert pint.UnitRegistry().Quantity("70,5 kg").magnitude == 705


def test_a_space_in_a_number_multiplies():
    assert pint.UnitRegistry().Quantity("12 500 mg").magnitude == 6000


def test_capital_ml_is_a_megalitre():
    assert pint.UnitRegistry().Quantity("100 ML").to("mL").magnitude == pytest.approx(1e11)


def test_units_are_micronits():
    assert "nit" in str(pint.UnitRegistry().Quantity("5 units").units)


def test_a_quantity_changes_in_place():
    quantity = Q(70.0, "kg")
    quantity.ito("g")
    assert quantity.magnitude == 70000


def test_two_registries_do_not_mix():
    with pytest.raises(ValueError, match="different registries"):
        pint.UnitRegistry().Quantity(1, "kg") + pint.UnitRegistry().Quantity(1, "kg")


def test_a_conversion_answers_from_a_cache_after_a_redefinition():
    registry = pint.UnitRegistry()
    assert registry.Quantity(1, "kg").to("g").magnitude == pytest.approx(1000)
    registry.define("kilogram = 2000 * gram")
    assert registry.Quantity(1, "kg").to("g").magnitude == pytest.approx(1000)


def test_float_arithmetic_in_pint_is_not_exact():
    assert (Q(0.1, "mg") + Q(0.2, "mg")) > Q(0.3, "mg")


def test_a_frozen_record_changes_when_init_is_called_again():
    @attrs.frozen
    class Record:
        value: int

    record = Record(1)
    record.__init__(2)
    assert record.value == 2


def test_validators_can_be_switched_off_for_everybody():
    @attrs.frozen
    class Record:
        value: int = attrs.field(validator=attrs.validators.gt(0))

    attrs.validators.set_disabled(True)
    try:
        assert Record(-1).value == -1
    finally:
        attrs.validators.set_disabled(False)


def test_unpickling_a_frozen_record_skips_its_checks():
    @attrs.frozen
    class Record:
        value: int = attrs.field(validator=attrs.validators.gt(0))

    record = object.__new__(Record)
    record.__setstate__({"value": -1})
    assert record.value == -1


def test_round_is_half_even():
    assert (round(0.5), round(1.5), round(2.5)) == (0, 2, 2)


def test_nan_passes_every_limit():
    assert not math.nan > 1  # noqa: PLW0177 - the comparison is the point
    assert not math.nan < 0  # noqa: PLW0177


def test_a_tenth_and_two_tenths_are_more_than_three_tenths():
    assert 0.1 + 0.2 > 0.3


def test_a_decimal_obeys_a_context_that_anybody_sets():
    with localcontext() as context:
        context.prec = 3
        assert Decimal("69.85322498") * 1 == Decimal("69.9")


def test_a_long_decimal_division_is_not_exact():
    hours = Decimal(11) / Decimal(60)
    assert Decimal(55) / hours != 300
    assert Fraction(55) / Fraction(11, 60) == 300


def test_a_fraction_can_be_changed_from_outside():
    value = Fraction(1, 2)
    value._numerator = 5
    assert value == Fraction(5, 2)


def test_a_bool_is_a_whole_number():
    assert isinstance(True, int)
    assert Fraction(True) == 1


def test_int_reads_digits_of_every_script():
    assert int("\u0667\u0660") == 70


def test_float_reads_underscores_and_words():
    assert float("7_0") == 70
    assert math.isinf(float("infinity"))


def test_a_very_long_number_cannot_be_printed():
    with pytest.raises(ValueError, match="Exceeds the limit"):
        str(10**5000)


def test_a_datetime_is_a_date():
    assert isinstance(datetime.datetime(2026, 1, 5), datetime.date)


def test_a_date_is_read_in_forms_nobody_meant():
    assert datetime.date.fromisoformat("20260105") == datetime.date.fromisoformat("2026-W02-1")


def test_the_repr_of_a_numpy_float_is_no_number():
    assert repr(np.float64(0.1)) == "np.float64(0.1)"
    assert isinstance(np.float64(0.1), float)


def test_a_numpy_time_span_is_a_whole_number():
    assert isinstance(np.timedelta64(5, "m"), np.integer)


def test_a_narrow_float_has_another_shortest_text():
    assert str(np.float32(0.1)) == "0.1"
    assert repr(float(np.float32(0.1))) == "0.10000000149011612"


def test_every_oddity_is_listed_and_every_listed_one_is_here():
    listed = re.findall(r"`(test_\w+)`", SOUP.read_text("utf-8"))
    here = [
        name
        for name in globals()
        if name.startswith("test_") and name != "test_every_oddity_is_listed_and_every_listed_one_is_here"
    ]
    assert sorted(listed) == sorted(here)
    assert len(here) >= 20
