"""One text grammar: another spelling is read exactly or refused, never anything else."""

from fractions import Fraction as F

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import KetadoseError
from tests.lying import LyingText
from tests.measures import facts

LOOK_ALIKES = ["\u0667\u0660", "\uff17\uff10", "\u0be6", "\u00b2", "\u2460", "\U0001d7d5"]
SCRAPS = st.sampled_from(
    [
        *"0123456789.,' _+-/%eE\n\t\r\0",
        *("mg", "kg", "mL", "ML", "ml", "h", "min", "ft", " in", "lb", "1e3", "inf", "nan", "00", "1/2"),
        *("\u00a0", "\u2009", "\u00b5g", "\u03bcg", "\u212ag", "\u338e", "\u2212", "\u00b1"),
        *LOOK_ALIKES,
    ]
)
almost = st.lists(SCRAPS, max_size=8).map("".join)
any_text = st.text(max_size=60)


def refused(kind: type[m.Measure], text: str) -> KetadoseError:
    with pytest.raises(KetadoseError) as caught:
        kind(text)
    assert facts.is_well_told(caught.value)
    return caught.value


def reads_exactly_or_is_refused(kind: type[m.Measure], text: str) -> None:
    expected = facts.said(kind, text)
    if expected is None:
        refused(kind, text)
    else:
        measure = kind(text)
        assert (type(measure), measure.value, type(measure.value), measure.written) == (kind, expected, F, text)


def test_the_spellings_of_each_kind_are_a_closed_list():
    assert {kind: set(kind.units.by_text) for kind in facts.KINDS} == {k: set(rows) for k, rows in facts.FACTORS.items()}


def test_there_are_no_kinds_but_the_ones_tested_here():
    assert set(m.Measure.__subclasses__()) == set(facts.KINDS)


@pytest.mark.parametrize(("kind", "unit"), facts.EVERY_SPELLING)
def test_every_spelling_reads_at_its_exact_factor(kind, unit):
    for number in ("1", "70.5", "0.001", "5.0", "12345678.87654321"):
        assert kind(f"{number} {unit}").value == kind(f"{number}{unit}").value == F(number) * facts.FACTORS[kind][unit]


@pytest.mark.property(36)
@given(facts.honest(), st.sampled_from(["", " "]))
def test_honest_text_reads_exactly_and_is_kept_as_written(case, space):
    kind, number, unit = case
    text = f"{number}{space}{unit}"
    assert kind(text).value == F(number) * facts.FACTORS[kind][unit]
    assert kind(text).written == text


@given(facts.kinds, almost)
@example(m.Height, "5 ft 11.99 in")
@example(m.Weight, "0.0000000000000000000000000000000000001kg")
@example(m.Weight, "99999999999999999999999999999999999999kg")
def test_almost_a_measure_reads_exactly_or_is_refused(kind, text):
    reads_exactly_or_is_refused(kind, text)


@pytest.mark.property(40)
@given(facts.kinds, any_text)
@example(m.Weight, "\ud800")
@example(m.Weight, "")
def test_any_text_reads_exactly_or_is_refused(kind, text):
    reads_exactly_or_is_refused(kind, text)


@given(facts.honest(), SCRAPS, st.integers(0, 30))
def test_one_scrap_too_many_reads_exactly_or_is_refused(case, scrap, place):
    kind, number, unit = case
    text = f"{number} {unit}"
    reads_exactly_or_is_refused(kind, text[:place] + scrap + text[place:])


@given(facts.honest(), st.integers(0, 30))
def test_one_letter_in_the_other_case_reads_exactly_or_is_refused(case, place):
    kind, number, unit = case
    text = f"{number} {unit}"
    reads_exactly_or_is_refused(kind, text[:place] + text[place : place + 1].swapcase() + text[place + 1 :])


@pytest.mark.parametrize("kind", facts.KINDS, ids=lambda kind: kind.__name__)
def test_the_unit_of_another_kind_is_refused(kind):
    for _, unit in facts.EVERY_SPELLING:
        if unit not in facts.FACTORS[kind]:
            assert refused(kind, f"70.5 {unit}").code == "measure.unit"


@given(facts.digits(13, 12), st.integers(1, 9), st.integers(0, 11))
def test_feet_and_inches_are_2_54_cm_an_inch(decimals, feet, inches):
    written = f"{inches}.{decimals.partition('.')[2] or '0'}"
    assert m.Height(f"{feet} ft {written} in").value == (feet * 12 + F(written)) * F(254, 100)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (m.PerWeight, "0,5 mg/kg", "measure.comma"),  # pint on 3.11: 0, on 3.12: 5
        (m.Weight, "70,5 kg", "measure.comma"),
        (m.Amount, "1,000 mg", "measure.comma"),
        (m.Amount, "12 500 mg", "measure.text"),
        (m.Amount, "12'500 mg", "measure.text"),
        (m.Amount, "12_500 mg", "measure.text"),
        (m.Volume, "100 ML", "measure.unit"),
        (m.Volume, "100 Ml", "measure.unit"),
        (m.Volume, "5 cc", "measure.unit"),
        (m.Amount, "5 units", "measure.unit"),
        (m.Amount, "5 Mg", "measure.unit"),
        (m.Weight, "070 kg", "measure.text"),
        (m.Weight, "00.5 kg", "measure.text"),
        (m.Amount, ".5 mg", "measure.text"),
        (m.Amount, "5. mg", "measure.text"),
        (m.Amount, "1.2.3 mg", "measure.text"),
        (m.Amount, "+5 mg", "measure.text"),
        (m.Amount, "-5 mg", "measure.text"),
        (m.Amount, "1e3 mg", "measure.unit"),
        (m.Amount, "1E3 mg", "measure.unit"),
        (m.Amount, "1-2 mg", "measure.text"),
        (m.Amount, "1/2 mg", "measure.text"),
        (m.Amount, "5 \u00b1 1 mg", "measure.text"),
        (m.Amount, "5  mg", "measure.text"),
        (m.Amount, "5\tmg", "measure.text"),
        (m.Amount, "5\u00a0mg", "measure.text"),
        (m.Amount, " 5 mg", "measure.text"),
        (m.Amount, "5 mg ", "measure.unit"),
        (m.Amount, "5 mg\n", "measure.unit"),
        (m.Amount, "5 mg\0", "measure.unit"),
        (m.Amount, "\u0665 mg", "measure.text"),
        (m.Amount, "5\u0665 mg", "measure.text"),
        (m.Weight, "70 \u212ag", "measure.unit"),
        (m.Amount, "5 \u338e", "measure.text"),
        (m.Amount, "inf mg", "measure.text"),
        (m.Amount, "mg", "measure.text"),
        (m.Amount, "", "measure.text"),
        (m.Amount, "5", "measure.bare_number"),
        (m.Amount, "0.5", "measure.bare_number"),
        (m.Amount, "0 mg", "measure.not_positive"),
        (m.Amount, "0.00 mg", "measure.not_positive"),
        (m.Duration, "40m", "measure.unit"),
        (m.Age, "6 months", "measure.unit"),
        (m.Height, "5 ft 12 in", "measure.unit"),
        (m.Height, "5'5\"", "measure.text"),
        (m.Weight, "5 ft 5 in", "measure.unit"),
        (m.PerWeight, "0.5 mg/g", "measure.unit"),
        (m.PerWeight, "0.5 percent", "measure.unit"),
        (m.Amount, "1" * 38 + " mg", "measure.length"),
    ],
)
def test_text_outside_the_grammar_is_refused_for_the_right_reason(kind, text, code):
    assert refused(kind, text).code == code


@given(facts.kinds, st.one_of(almost, any_text, st.from_regex(r"[0-9]{0,3}[,.][0-9]{1,3} ?(mg|kg|x|\n|\x07)", fullmatch=True)))
@example(m.Weight, "07,5 kg")
@example(m.Weight, "70,5 \n")
@example(m.Weight, ".5 foo")
@example(m.Weight, "070 \x07")
def test_what_the_error_says_to_write_can_be_read(kind, text):
    try:
        kind(text)
    except KetadoseError as error:
        facts.is_well_told(error)
        meant = facts.MEANT.search(error.fix)
        if meant:
            advice = meant[1] if meant[1][0].isdigit() else f"1 {meant[1]}"
            assert kind(advice).value > 0


def test_the_error_says_what_to_write_instead_of_the_usual_slips():
    assert "Write 70.5 kg if that is meant" in str(refused(m.Weight, "70,5 kg"))
    assert "Write 0.5 mg if that is meant" in str(refused(m.Amount, ".5 mg"))
    assert "Write 70 kg if that is meant" in str(refused(m.Weight, "070 kg"))
    assert "Write mL if that is meant" in str(refused(m.Volume, "100 ML"))
    assert "Write mL if that is meant" in str(refused(m.Volume, "5 cc"))
    assert "if that is meant" not in str(refused(m.Amount, "1,000 mg")), "one thousand or one: nobody knows"


@pytest.mark.parametrize("letter", ["9", " ", "k", "\ud800", "\u00b5", ",", "0"])
def test_a_megabyte_of_text_is_refused_without_being_read(letter):
    error = refused(m.Weight, letter * 1_000_000)
    assert error.code == "measure.length"
    assert "1000000" in error.problem


def test_forty_characters_are_read_and_forty_one_are_not():
    longest = "7" + "0" * 36 + " kg"
    assert m.Weight(longest).value == 7 * 10**36
    assert refused(m.Weight, "7" + longest).code == "measure.length"


def test_a_kind_of_str_is_read_for_its_letters_and_not_for_what_it_claims():
    measure = m.Weight(LyingText("70 kg"))
    assert (measure.value, type(measure.written), measure.written) == (70, str, "70 kg")
    assert refused(m.Weight, LyingText("9" * 50)).code == "measure.length"


def test_reading_text_asks_nothing_of_pint(monkeypatch):
    import pint

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("text must not reach pint")

    for name in ("parse_expression", "parse_units", "parse_unit_name", "__call__"):
        monkeypatch.setattr(pint.UnitRegistry, name, forbidden)
    assert m.Weight("154 lb").value == F("69.85322498")
    refused(m.Weight, "154 lbf")
