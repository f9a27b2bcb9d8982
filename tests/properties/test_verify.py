"""Properties of verifying an order: right ones agree, wrong ones are explained, and the answer is a pure function."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose import testing
from ketadose.model.order import Order
from ketadose.verify.figures import place_of, stands_for
from ketadose.verify.verification import Verdict
from ketadose.verify.verifying import verify_order
from tests.oracle.pairs import decimal_text
from tests.verify_mistakes import measure, mistakes, visible
from tests.verify_orders import COUNTS, F, clean

seeds = st.integers(0, 2**32)


def random_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same orders each time


@pytest.mark.property(39)
def test_mistakes_are_in_the_top_tie_and_right_orders_do_not_disagree(examples):
    """Measured; `python -m benchmarks.verification` runs it at length."""
    orders = max(3 * examples, 75)
    result = measure(orders, seed=39)
    assert result.share >= Fraction(99, 100), result.missed
    assert result.alarms <= Fraction(1, 1000), result.false_alarms
    assert result.disagreed == result.tried
    assert sum(result.tried.values()) > orders * 2 // 3
    assert sum(result.inside.values()) < orders // 20
    assert {"DECIMAL", "MICROGRAMS", "MINUTES", "POUNDS", "PER_WEIGHT", "COURSE", "VOLUME", "SALT"} <= set(result.tried)


@pytest.mark.slow
def test_the_same_over_many_orders():
    result = measure(10_000, seed=7)
    assert result.share >= Fraction(99, 100), result.missed
    assert result.alarms <= Fraction(1, 1000), result.false_alarms


@pytest.mark.property(39)
@given(testing.orders())
def test_an_order_written_from_a_plan_is_verified_without_a_fault(order):
    found = verify_order(order)
    assert (found.failed, found.mistakes) == ((), ())
    assert found.verdict is not Verdict.DISAGREES


@pytest.mark.property(39)
@given(testing.mistaken_orders())
def test_a_mistake_with_a_name_is_reported_and_named(mistaken):
    found = verify_order(mistaken.order)
    assert found.verdict is Verdict.DISAGREES
    assert found.failed
    assert (mistaken.kind, mistaken.field) in {(each.kind, each.field) for each in found.mistakes}
    assert verify_order(mistaken.right).failed == ()


@pytest.mark.property(39)
@given(seeds, st.sampled_from([F(10), F(1000), F(22, 10), F(60)]), st.booleans())
def test_any_figure_wrong_by_a_factor_is_reported(seed, factor, up):
    """Any one field, ten, a thousand, 2.2 or sixty times as much or as little, wherever another figure contradicts it."""
    random = random_of(seed)
    written = clean(random)
    assume(written.figures)
    name = random.choice(sorted(written.figures))
    value, places = written.figures[name]
    wrong = value * factor if up else value / factor
    after = written.with_figure(name, wrong, 0 if name in COUNTS else places + 4)
    if after is None or after.figures[name][0] == value or not visible(after, name) or too_much_to_write(after, name):
        return
    found = after.verified()
    assert found.failed, (name, after.order())
    assert found.verdict is Verdict.DISAGREES


def too_much_to_write(written, name):
    """Whether the order refuses the count outright."""
    return name in COUNTS and written.figures[name][0] > 1000


@pytest.mark.property(39)
@given(seeds)
def test_a_right_order_never_disagrees_and_agrees_only_if_everything_is_checked(seed):
    found = clean(random_of(seed)).verified()
    assert found.failed == ()
    assert found.mistakes == ()
    assert (found.verdict is Verdict.AGREES) == (found.unchecked == () and found.missing == ())


@pytest.mark.property(39)
@given(seeds)
def test_a_wrong_order_is_never_verified(seed):
    """Whatever is put in, an order with a relation that fails, or a STOP, does not agree."""
    random = random_of(seed)
    found = mistakes(random, clean(random))
    if not found:
        return
    _, _, after, name = random.choice(found)
    told = after.verified()
    stops = [each for each in told.findings if each.severity.value == "STOP"]
    if visible(after, name):
        assert told.failed
    assert (told.verdict is Verdict.DISAGREES) == bool(told.failed or stops)
    assert all(each.rank == 1 for each in told.likely)
    assert all(each.factor != 1 for each in told.mistakes)
    assert [each.rank for each in told.mistakes] == sorted(each.rank for each in told.mistakes)


@pytest.mark.property(38)
@given(seeds)
def test_verifying_is_pure(seed):
    written = clean(random_of(seed))
    assert written.verified() == written.verified()
    assert str(written.verified()) == str(written.verified())


def test_a_mistake_that_would_change_nothing_is_none():
    """One session: its dose is the course's total. Rounded up, the pump's rate is past the step that an order may show."""
    rates = ("126 mL/h", "40.9276395451 mg/h", "0.5 mg/kg/h")
    bag = {"concentration": "25 mg/mL", "volume": "3.27 mL", "added_to": "250 mL", "volume_to_infuse": "250.77 mL"}
    dose = {"amount": "81.8552790902 mg", "per_weight": "1 mg/kg", "weight": "81.8552790902 kg", "over": "120 min"}
    found = verify_order(Order(**dose, **bag, rate=rates, sessions=1, total=dose["amount"]))
    assert found.failed
    assert [each.kind.name for each in found.mistakes] == []


@given(
    st.sampled_from([(m.Amount, "mg"), (m.Volume, "mL"), (m.FlowRate, "mL/h"), (m.PerWeight, "mg/kg"), (m.Weight, "lb")]),
    st.integers(1, 10**7),
    st.integers(0, 4),
)
def test_a_figure_stands_for_half_a_unit_of_its_last_place(kind_unit, digits, places):
    kind, unit = kind_unit
    text = f"{decimal_text(digits, places)} {unit}"
    measure_ = kind(text)
    figure = stands_for(measure_)
    written = decimal_text(digits, places).rstrip("0") if places else str(digits)
    decimals = len(written.partition(".")[2])
    factor = Fraction(45359237, 10**8) if unit == "lb" else Fraction(1)
    assert place_of(measure_) == factor / 10**decimals
    coarsest = {"mg": "1", "mL": "0.1", "mL/h": "1", "mg/kg": "0.01", "lb": "1"}[unit]
    half = min(factor / 10**decimals, Fraction(coarsest)) / 2
    assert figure.low < figure.value == measure_.value < figure.high
    if unit in {"mL", "mL/h"}:  # a device's setting: never finer than the device, and a step short of the exact figure
        finest = Fraction({"mL": "0.01", "mL/h": "0.1"}[unit])
        step, most = max(2 * half, finest), Fraction(coarsest)
        assert figure.high - figure.value == min(2 * step, most)
        assert figure.value - figure.low == min(step, most / 2, figure.value - figure.low)
    else:
        assert figure.high - figure.value == half
        assert figure.value - figure.low == min(half, figure.value - figure.low)


@pytest.mark.property(40)
@given(st.text(max_size=60))
def test_any_text_of_a_frequency_is_read_or_told(text):
    try:
        order = Order(drug="ketamine", frequency=text)
    except kd.KetadoseError as error:
        assert error.code == "argument.text"
        return
    found = verify_order(order)
    assert found.verdict is not Verdict.AGREES


@pytest.mark.property(40)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "drug": st.sampled_from(["ketamine", "esketamine"]),
            "route": st.sampled_from([route.value for route in kd.Route]),
            "amount": st.integers(1, 10**6).map("{} mcg".format),
            "per_weight": st.integers(1, 10**5).map("{} mcg/kg".format),
            "weight": st.integers(1, 500).map("{} kg".format),
            "concentration": st.sampled_from(["10 mg/mL", "50 mg/mL", "100 mg/mL", "3 mg/mL"]),
            "volume": st.integers(1, 10**4).map(lambda n: f"{decimal_text(n, 2)} mL"),
            "added_to": st.sampled_from(["50 mL", "100 mL"]),
            "rate": st.sampled_from(["1 mL/h", "150 mL/h", ("52.5 mg/h", "3 mcg/kg/min")]),
            "over": st.sampled_from(["1 min", "40 min", "3 d"]),
            "devices": st.integers(1, 5),
            "product": st.sampled_from([kd.products.SPRAVATO_28_MG, kd.products.KETAMINE_50_MG_PER_ML]),
            "sessions": st.integers(1, 1000),
            "interval": st.integers(1, 1000),
            "span": st.integers(1, 1000),
            "frequency": st.sampled_from(["weekly", "8 a week for 2 days", "999 x/week", "every 999 weeks", "six doses"]),
            "total": st.integers(1, 10**6).map("{} mg".format),
        },
    ),
    st.sampled_from([None, kd.protocols.OLIVER_2022, kd.protocols.GLUE_2017, kd.protocols.SPRAVATO_UNDER_65]),
    st.sampled_from([None, "70 kg", kd.Patient("70 kg", height="150 cm", sex="female", age="12 years")]),
)
def test_no_order_is_too_bad_to_verify(fields, protocol, patient):
    """Nothing is raised for any order that can be written, and nothing is verified that lacks something."""
    if not fields:
        return
    found = verify_order(Order(**fields), patient=patient, protocol=protocol)
    assert found.to_dict()["verdict"] == found.verdict.value
    assert str(found)
    if found.verdict is Verdict.AGREES:
        assert not found.failed
        assert not found.missing
        assert not found.unchecked
