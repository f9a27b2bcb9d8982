"""Numbers in, exactly: a float by its shortest text, everything else by what it is; refused where that is not plain."""

import cmath
import decimal
import math
import sys
from decimal import Decimal
from fractions import Fraction as F
from types import ModuleType

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import KetadoseError
from tests.measures import facts

WALL = 10**30
honest_floats = st.floats(1e-29, 1e29, allow_nan=False)


def refused(number: object, code: str) -> None:
    with pytest.raises(KetadoseError) as caught:
        m.Weight.of(number, "kg")
    assert facts.is_well_told(caught.value)
    assert caught.value.code == code


def mg(number: object) -> F:
    return m.Amount.of(number, "mg").value


@given(honest_floats)
@example(0.1 + 0.2)
@example(1e22)
@example(1e-7)
@example(123456789.0)
def test_a_float_is_what_its_shortest_text_says(number):
    assert mg(number) == F(repr(number))
    assert float(mg(number)) == number


@given(st.integers(1, WALL - 1))
@example(WALL - 1)
def test_a_whole_number_is_itself(number):
    assert mg(number) == number


@given(st.decimals("1e-20", "1e20", places=8).filter(bool))
@example(Decimal("0.10"))
@example(Decimal("7E+1"))
def test_a_decimal_is_exactly_what_it_says(number):
    assert mg(number) == F(number)


@given(st.fractions(F(1, 10**6), 10**6, max_denominator=10**9))
def test_a_fraction_is_itself(number):
    assert mg(number) == number
    assert type(mg(number)) is F


@given(st.floats(2.0**-12, 60000, width=16), st.sampled_from([np.float16, np.float32, np.float64]))
@example(0.1, np.float16)
@example(0.1, np.float32)
@example(16777216.0, np.float32)
def test_a_numpy_float_is_what_its_own_shortest_text_says(number, kind):
    given_number = kind(number)
    assert mg(given_number) == F(str(given_number))
    assert kind(float(mg(given_number))) == given_number


@pytest.mark.parametrize("kind", [np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64])
def test_a_numpy_whole_number_is_itself(kind):
    largest = int(np.iinfo(kind).max)
    assert mg(kind(largest)) == largest
    assert type(mg(kind(1)).numerator) is int


@given(st.integers(1, 10**6), st.integers(0, 6))
def test_the_same_number_of_any_type_is_the_same_measure(digits, places):
    exact = F(digits, 10**places)
    text = f"{Decimal(digits).scaleb(-places):f}"
    numbers = [float(text), Decimal(text), exact, np.float64(text)]
    if exact.denominator == 1:
        numbers += [int(exact), np.int64(int(exact))]
    assert {m.Weight.of(number, "kg") for number in numbers} == {m.Weight(f"{text} kg")}


@given(facts.honest())
def test_a_number_with_its_unit_equals_the_text_and_is_written_in_the_grammar(case):
    kind, number, unit = case
    measure = kind.of(Decimal(number), unit)
    assert measure == kind(f"{number} {unit}")
    assert measure.written is not None
    assert facts.said(kind, measure.written) == measure.value == F(number) * facts.FACTORS[kind][unit]


def test_a_number_without_a_finite_text_has_no_text():
    assert m.Weight.of(F(1, 3), "kg").written is None
    assert m.Weight.of(Decimal("1e-29"), "stone").written == "0." + "0" * 28 + "1 st"


class Third(F):
    """A subclass of Fraction, which could say anything."""


def broken(numerator: object, denominator: object) -> F:
    fraction = F(1)
    fraction._numerator, fraction._denominator = numerator, denominator
    return fraction


NOT_PLAIN = {
    "a truth": True,
    "a numpy truth": np.bool_(True),
    "a long double": np.longdouble(1),
    "a time span": np.timedelta64(5, "h"),
    "a date": np.datetime64("2026-01-05"),
    "a complex number": 1 + 0j,
    "a numpy complex number": np.complex128(1),
    "an array": np.array([1.0, 2.0]),
    "an array of one": np.array([70.0]),
    "an array of no dimension": np.array(70.0),
    "a masked number": np.ma.masked,
    "a subclass of Fraction": Third(70),
    "a subclass of int": type("Whole", (int,), {})(70),
    "a subclass of float": type("Real", (float,), {})(70),
    "a subclass of Decimal": type("Dec", (Decimal,), {})(70),
    "text": "70",
    "bytes": b"70",
    "nothing": None,
    "a list": [70],
    "a measure": m.Weight("70 kg"),
    "a fraction of a not-a-number": broken(math.nan, 1),
    "a fraction of a truth": broken(True, 1),
    "a fraction over zero": broken(1, 0),
    "a fraction over less than zero": broken(70, -1),
}


@pytest.mark.parametrize("what", NOT_PLAIN)
def test_what_is_no_plain_number_is_refused(what):
    refused(NOT_PLAIN[what], "measure.number")


@pytest.mark.parametrize(
    "number",
    [math.nan, math.inf, -math.inf, np.float64("nan"), np.float32("inf"), np.float16("-inf")]
    + [Decimal(text) for text in ("NaN", "sNaN", "Infinity", "-Infinity")],
    ids=repr,
)
def test_what_is_not_finite_is_refused(number):
    refused(number, "measure.not_finite")


@pytest.mark.parametrize(
    "number", [0, 0.0, -0.0, -1, -0.5, F(0), F(-1, 3), Decimal("0E+999999"), Decimal("-0"), np.int8(-1)], ids=repr
)
def test_zero_and_less_are_refused(number):
    refused(number, "measure.not_positive")


HUGE = {
    "10**30": WALL,
    "10**400": 10**400,
    "10**5000": 10**5000,
    "-(10**5000)": -(10**5000),
    "Decimal 1E+999999": Decimal("1E+999999"),
    "Decimal 1E-999999": Decimal("1E-999999"),
    "Decimal -1E+999999": Decimal("-1E+999999"),
    "1e300": 1e300,
    "5e-324": 5e-324,
    "1e31": 1e31,
    "numpy 1e300": np.float64(1e300),
    "Fraction": F(1, 10**31),
    "big Fraction": F(10**31, 3),
    "31 digits": Decimal("1.000000000000000000000000000001"),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_number_too_large_or_too_fine_to_be_meant_is_refused(name):
    refused(HUGE[name], "measure.size")


@pytest.mark.parametrize("exponent", [28, 29, 30, 31])
@pytest.mark.parametrize("make", [int, float, Decimal, F], ids=lambda make: make.__name__)
def test_the_wall_stands_at_the_same_place_for_every_type(exponent, make):
    number = 10**exponent
    if number < WALL:
        assert m.Weight.of(make(number), "kg").value == number
    else:
        refused(make(number), "measure.size")


HOSTILE_CONTEXTS = [
    decimal.Context(prec=1, rounding=decimal.ROUND_UP, Emin=0, Emax=1),
    decimal.Context(prec=2, traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal]),
    decimal.Context(prec=1, capitals=0, clamp=1, traps=list(decimal.getcontext().traps)),
]


@pytest.mark.parametrize("context", HOSTILE_CONTEXTS, ids=["coarse", "trapping", "every trap"])
def test_no_decimal_context_changes_a_number(context):
    numbers = [0.1, 1e-7, 1e22, Decimal("70.123456789"), np.float32(0.1), np.float64(1e-7), F(7, 3), 12345]
    expected = [m.Amount.of(number, "mg") for number in numbers]
    with decimal.localcontext(context):
        found = [m.Amount.of(number, "mg") for number in numbers]
        assert [(a.value, a.written, str(a), float(a)) for a in found] == [
            (a.value, a.written, str(a), float(a)) for a in expected
        ]
        refused(Decimal("sNaN"), "measure.not_finite")
        refused(Decimal("1E+999999"), "measure.size")


@pytest.mark.property(40)
@given(st.floats(allow_nan=True) | st.integers() | st.decimals() | st.complex_numbers() | st.fractions() | st.booleans())
def test_any_number_is_read_exactly_or_refused_with_a_well_told_error(number):
    try:
        value = mg(number)
    except KetadoseError as error:
        facts.is_well_told(error)
    else:
        assert not isinstance(number, (bool, complex))
        assert cmath.isfinite(number)
        assert value == F(repr(number) if isinstance(number, float) else number)


@given(facts.kinds, st.text(max_size=8) | st.none() | st.integers() | st.lists(st.integers()))
def test_a_unit_that_the_kind_does_not_have_is_refused(kind, unit):
    if not isinstance(unit, str) or unit not in facts.FACTORS[kind]:
        with pytest.raises(KetadoseError) as caught:
            kind.of(1, unit)
        assert facts.is_well_told(caught.value)
        assert caught.value.code == "measure.unit"


@pytest.mark.parametrize(
    "number", [70, 70.5, Decimal(70), F(70), np.float64(70), np.int64(70), 10**5000], ids=lambda n: type(n).__name__
)
def test_a_bare_number_is_never_a_measure(number):
    with pytest.raises(KetadoseError) as caught:
        m.Weight(number)
    assert caught.value.code == "measure.bare_number"
    assert "Write the unit" in str(caught.value)
    assert facts.is_well_told(caught.value)


@given(honest_floats)
def test_float_of_a_measure_is_correctly_rounded(number):
    measure = m.Weight.of(number, "lb")
    exact = F(repr(number)) * F("0.45359237")
    handed_out = float(measure)
    assert abs(F(handed_out) - exact) <= min(
        abs(F(math.nextafter(handed_out, -math.inf)) - exact), abs(F(math.nextafter(handed_out, math.inf)) - exact)
    )


def test_what_another_thread_is_still_importing_is_no_reason_to_fail(monkeypatch):
    for name in ("numpy", "pint"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    refused(object(), "measure.number")
    with pytest.raises(KetadoseError) as caught:
        m.Weight(70.0)
    assert caught.value.code == "measure.bare_number"
