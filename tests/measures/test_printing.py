"""Printed measures are safe on an order: the rules of ISMP and the Joint Commission, and an exact way back."""

import re
from fractions import Fraction as F

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import KetadoseError
from ketadose.measures import printing
from tests.measures import facts

NUMBER = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*)(?:\.[0-9]*[1-9])?"
UNIT = r"(?:kg|g|lb|oz|st|cm|m|in|ft|years|mg|mcg|mL|L|h|min|s|d|%|kg/m2)"
MEASURE = re.compile(rf"({NUMBER}) ({UNIT}(?:/{UNIT})*)(?: \((?:rounded|exact ({NUMBER}) \2)\))?")
UNSAFE = {
    "a trailing zero": r"\.[0-9]*0(?![0-9])",
    "a naked point": r"(?<![0-9])\.[0-9]",
    "a point without digits": r"[0-9]\.(?![0-9])",
    "four digits without a comma": r"(?<![0-9.])[0-9]{4}",
    "an exponent": r"[0-9][eE][+-]?[0-9]",
    "no space before the unit": r"[0-9](?:[a-zA-Z%])(?<!m2)",
    "a micro sign": "[\u00b5\u03bc]|\\bug\\b",
    "a small or odd millilitre": r"\b(?:ml|ML|cc)\b",
    "a minus before nothing": r"-0(?![.0-9])",
    "an ambiguous word": r"\b(?:IN|SC|SQ|QD|IU|U|hr|mgs|lbs)\b",
}


def lint(text: str) -> list[str]:
    """What is unsafe to print, by name."""
    return [name for name, pattern in UNSAFE.items() if re.search(pattern, text)]


def number(text: str) -> F:
    return F(text.replace(",", ""))


def test_the_linter_itself_catches_each_unsafe_text():
    unsafe = ["5.0 mg", ".5 mg", "5. mg", "1000 mg", "1e3 mg", "5mg", "5 \u00b5g", "5 ml", "-0 %", "5 mg IN"]
    assert [lint(text)[:1] for text in unsafe] == [[name] for name in UNSAFE]
    assert not any(lint(text) for text in ("0.5 mg", "12,345 mg", "10.05 mg/kg/h", "24 kg/m2", "100 mL", "0 %"))


@given(facts.honest(), st.data())
def test_every_printed_measure_is_safe_and_in_one_form(case, data):
    kind, digits, unit = case
    measure = kind(f"{digits} {unit}")
    told = measure.to(data.draw(st.sampled_from(list(facts.FACTORS[kind]))))
    for text in (str(measure), str(told), measure.in_full(), f"{measure}"):
        assert not lint(text), text
        assert MEASURE.fullmatch(text.removeprefix("+")) or text.endswith("(less than 0.01 %)"), text


@given(facts.honest())
@example((m.Amount, "9999.6", "mg"))
@example((m.Amount, "9.99996", "mg"))
@example((m.Amount, "0.0099999", "mg"))
def test_the_figure_is_exact_or_says_what_it_was_shortened_from(case):
    kind, digits, unit = case
    assume(kind not in {m.Deviation, m.Duration})
    exact = F(digits) * facts.FACTORS[kind][unit]
    figure, _, full = MEASURE.fullmatch(str(kind(f"{digits} {unit}"))).groups()
    shown = number(figure)
    significant = figure.replace(",", "").replace(".", "").lstrip("0")
    assert len(significant) <= max(4, len(figure.replace(",", "").partition(".")[0]))
    if shown != exact:
        text = str(kind(f"{digits} {unit}"))
        assert text.endswith("(rounded)") or number(full) == exact
        unit_in_the_last_place = max(F(1, 10 ** len(figure.partition(".")[2])), F(0))
        assert abs(shown - exact) <= max(unit_in_the_last_place, exact / 2000)
    else:
        assert full is None


@given(st.fractions(F(1, 10**9), 10**9, max_denominator=10**9))
@example(F(12345))
@example(F("99999.5"))
@example(F("0.99995"))
def test_shortening_keeps_four_figures_half_up_and_never_whole_digits(value):
    figure = number(printing.plain_text(value, "mg").removesuffix(" mg"))
    places = 4 - len(str(int(value))) if value >= 1 else 3 - _magnitude(value)
    scale = F(10) ** max(places, 0)
    assert figure == F(int(value * scale + F(1, 2))) / scale
    assert figure != int(figure) or abs(figure - value) <= F(1, 2)


def _magnitude(value: F) -> int:
    power = 0
    while value * F(10) ** -power < 1:
        power -= 1
    return power


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        (m.Amount("5.0 mg"), "5 mg"),
        (m.Amount("0.50 mg"), "0.5 mg"),
        (m.Amount("34.92661249 mg"), "34.93 mg (exact 34.92661249 mg)"),
        (m.Weight("154 lb"), "69.85 kg (exact 69.85322498 kg)"),
        (m.Amount("999 mg"), "999 mg"),
        (m.Amount("1000 mg"), "1,000 mg"),
        (m.Amount("12345 mg"), "12,345 mg"),
        (m.Amount("12345.6 mg"), "12,346 mg (exact 12,345.6 mg)"),
        (m.Amount("1234567 mg"), "1,234,567 mg"),
        (m.Amount("0.00001 mg"), "0.00001 mg"),
        (m.Amount("5 ug"), "0.005 mg"),
        (m.Amount.of(F(1, 3), "mg"), "0.3333 mg (rounded)"),
        (m.Amount.of(0.1 + 0.2, "mg"), "0.3 mg (exact 0.30000000000000004 mg)"),
        (m.Duration("1.5 h"), "90 min"),
        (m.Duration("40 min"), "40 min"),
        (m.Duration("1 s"), "0.01667 min (rounded)"),
        (m.Volume("0.5 L"), "500 mL"),
        (m.Volume("100 ml"), "100 mL"),
        (m.FlowRate("1 ml/hr"), "1 mL/h"),
        (m.PerWeightRate("12.5 \u00b5g/kg/min"), "0.75 mg/kg/h"),
        (m.PerWeightRate("0.75 mg/kg/h").to("\u03bcg/kg/min"), "12.5 mcg/kg/min"),
        (m.Weight("70 kg").to("lbs"), "154.3 lb (rounded)"),
        (m.Deviation(F(21, 100), None), "+0.21 %"),
        (m.Deviation(F(-1, 2), None), "-0.5 %"),
        (m.Deviation(F(0), None), "0 %"),
        (m.Deviation(F(1, 1000), None), "+(less than 0.01 %)"),
        (m.Deviation(F(-1, 1000), None), "-(less than 0.01 %)"),
        (m.Deviation(F(12345), None), "+12,345 %"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_measures_print_like_this(measure, text):
    assert str(measure) == text


@given(st.fractions(-(10**5), 10**5))
@example(F(1, 100))
@example(F(-1, 200))
def test_a_deviation_prints_its_sign_and_two_decimals_and_never_vanishes(percent):
    text = str(m.Deviation(percent, None))
    assert not lint(text)
    assert text[0] == ("+" if percent > 0 else "-" if percent < 0 else "0")
    if "less than" in text:
        assert 0 < abs(percent) < F(1, 100)
    else:
        assert abs(number(text.removesuffix(" %")) - percent) <= F(1, 200)
        assert bool(number(text.removesuffix(" %"))) == bool(percent)


@pytest.mark.property(36)
@given(facts.honest())
def test_the_exact_text_reads_as_the_same_measure(case):
    kind, digits, unit = case
    measure = kind(f"{digits} {unit}")
    figure = measure.exact.split(" ")[0]
    assert F(figure) == measure.value
    if "/" in figure or len(measure.exact) > 40:
        with pytest.raises(KetadoseError):
            kind(measure.exact)
    else:
        assert kind(measure.exact) == measure


@pytest.mark.property(36)
@given(facts.honest())
def test_printed_text_reads_as_the_same_measure_or_is_refused(case):
    kind, digits, unit = case
    measure = kind(f"{digits} {unit}")
    text = str(measure)
    if any(mark in text for mark in (",", "(", "+")):
        with pytest.raises(KetadoseError):
            kind(text)
    else:
        assert kind(text) == measure


@given(facts.honest())
def test_in_full_every_digit_is_printed_where_the_number_ends(case):
    kind, digits, unit = case
    measure = kind(f"{digits} {unit}")
    text = measure.in_full()
    shown_unit = text.split(" ")[1]
    assert "rounded" in text or number(text.split(" ")[0]) * facts.FACTORS[kind][shown_unit] == measure.value
    assert "exact" not in text


near = st.tuples(st.integers(1, 10**6), st.integers(1, 12), st.sampled_from([-1, 1]))


@given(near)
@example((3, 17, 1))
def test_two_figures_side_by_side_can_be_told_apart_and_stay_in_order(case):
    hundredths, places, side = case
    bound = F(hundredths, 100)
    value = bound + side * F(1, 10**places) * bound
    assume(value > 0)
    left, right = (number(text.removesuffix(" mg")) for text in printing.beside(value, bound, "mg"))
    assert (left > right) == (value > bound)
    assert left != right
    assert len({*printing.beside(bound, bound, "mg")}) == 1


def test_a_float_just_past_a_limit_does_not_print_as_the_limit():
    assert printing.beside(F(repr(0.1 + 0.2)), F(3, 10), "mg") == ("0.30000000000000004 mg", "0.3 mg")
