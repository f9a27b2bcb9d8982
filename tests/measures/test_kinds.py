"""A kind is frozen, exact, compares with itself only, and says in another unit what it is."""

import copy
import itertools
import operator
import pickle
import sys
from fractions import Fraction as F

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketadose import measures as m
from ketadose.errors import KetadoseError, KindError
from tests.measures import facts

ORDER = [operator.lt, operator.le, operator.gt, operator.ge]
ONE_OF_EACH = [kind(kind.example) for kind in facts.KINDS]


@pytest.mark.property(37)
@given(facts.honest(), st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_pickle_copy_and_evolve_give_the_same_measure_again(case, protocol):
    kind, number, unit = case
    measure = kind(f"{number} {unit}")
    for twin in (
        pickle.loads(pickle.dumps(measure, protocol)),
        copy.copy(measure),
        copy.deepcopy(measure),
        copy.deepcopy([measure])[0],
        attrs.evolve(measure),
        kind(measure),
    ):
        assert type(twin) is kind
        assert (twin.value, twin.written, twin) == (measure.value, measure.written, measure)
        assert hash(twin) == hash(measure)


@pytest.mark.parametrize("text", ["9" * 37 + " kg", "0." + "0" * 34 + "1 kg", "1." + "1" * 28 + " lb", "9" * 30 + " st"])
def test_whatever_was_read_can_be_pickled_and_copied(text):
    measure = m.Weight(text)
    assert pickle.loads(pickle.dumps(measure)) == copy.copy(measure) == attrs.evolve(measure) == measure


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace came with 3.13")
def test_copy_replace_is_checked_as_evolve_is():
    weight = m.Weight("70 kg")
    assert copy.replace(weight) == weight
    with pytest.raises(KetadoseError):
        copy.replace(weight, value=F(80))


@given(facts.honest(), st.text(max_size=12) | st.just("70 kg"))
def test_equal_means_the_same_value_whatever_was_written(case, other):
    kind, number, unit = case
    measure = kind(f"{number} {unit}")
    assert measure == kind(f"{number}{unit}")
    assert hash(measure) == hash(kind(f"{number}{unit}"))
    assert measure != other
    assert measure != measure.value
    assert measure != float(measure)


@given(facts.kinds.flatmap(lambda kind: st.tuples(facts.honest(kind), facts.honest(kind))))
def test_order_within_a_kind_is_the_order_of_the_exact_values(pair):
    (kind, left, left_unit), (_, right, right_unit) = pair
    a, b = kind(f"{left} {left_unit}"), kind(f"{right} {right_unit}")
    x, y = F(left) * facts.FACTORS[kind][left_unit], F(right) * facts.FACTORS[kind][right_unit]
    assert [compare(a, b) for compare in ORDER] == [compare(x, y) for compare in ORDER]
    assert [a == b, a != b] == [x == y, x != y]


def test_two_kinds_are_never_equal_and_never_ordered():
    for a, b in itertools.permutations(ONE_OF_EACH, 2):
        assert operator.eq(a, b) is False
        assert operator.ne(a, b) is True
        for compare in ORDER:
            with pytest.raises(KindError) as caught:
                compare(a, b)
            assert isinstance(caught.value, TypeError)
            assert facts.is_well_told(caught.value)


@pytest.mark.parametrize("other", [70, 70.0, F(70), "70 kg", None, True, [70], object, 1j], ids=repr)
def test_a_measure_is_not_ordered_with_anything_else(other):
    weight = m.Weight("70 kg")
    assert weight != other
    for compare in ORDER:
        with pytest.raises(KindError):
            compare(weight, other)
        with pytest.raises(KindError):
            compare(other, weight)


def test_a_measure_of_another_kind_is_refused_as_input():
    for given_measure, kind in itertools.product(ONE_OF_EACH, facts.KINDS):
        if type(given_measure) is kind:
            assert kind(given_measure) == given_measure
        else:
            with pytest.raises(KindError) as caught:
                kind(given_measure)
            assert facts.is_well_told(caught.value)
            assert caught.value.code == "measure.kind"


@pytest.mark.parametrize(
    "given_object",
    [None, [], {}, b"70 kg", ("70", "kg"), object(), m.Weight, "70 kg".encode, True],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_measure_is_refused(given_object):
    with pytest.raises(KetadoseError) as caught:
        m.Weight(given_object)
    assert facts.is_well_told(caught.value)
    assert caught.value.code == ("measure.missing" if given_object is None else "measure.kind")


@given(facts.honest(), st.data())
def test_another_unit_of_the_kind_says_the_same(case, data):
    kind, number, unit = case
    target = data.draw(st.sampled_from(list(facts.FACTORS[kind])))
    exact = F(number) * facts.FACTORS[kind][unit]
    told = kind(f"{number} {unit}").to(target)
    assert told.number == exact / facts.FACTORS[kind][target]
    assert facts.FACTORS[kind][told.unit] == facts.FACTORS[kind][target]
    assert float(told) == told.number.numerator / told.number.denominator


@given(facts.kinds, st.text(max_size=10) | st.none() | st.integers())
def test_another_unit_that_the_kind_does_not_have_is_refused(kind, unit):
    assume(not isinstance(unit, str) or unit not in facts.FACTORS[kind])
    with pytest.raises(KetadoseError) as caught:
        kind(kind.example).to(unit)
    assert facts.is_well_told(caught.value)
    assert caught.value.code == "measure.unit"


def test_the_example_of_each_error_can_be_read():
    for kind in facts.KINDS:
        assert facts.said(kind, kind.example) == kind(kind.example).value


def test_repr_can_be_typed_in_again():
    for measure in ONE_OF_EACH:
        assert eval(repr(measure), vars(m)) == measure  # noqa: S307 - the point of the test
    assert repr(m.Weight("154 lb")) == "Weight('154 lb')"
    assert repr(m.Weight.of(F(1, 3), "kg")) == "Weight('1/3 kg')"


def test_a_measure_does_no_arithmetic():
    weight = m.Weight("70 kg")
    for operate in (
        lambda: weight + weight,
        lambda: weight - weight,
        lambda: weight * 2,
        lambda: 2 * weight,
        lambda: weight / 2,
        lambda: weight // 1,
        lambda: weight % 1,
        lambda: weight**2,
        lambda: -weight,
        lambda: abs(weight),
        lambda: sum([weight]),
        lambda: divmod(weight, 1),
    ):
        with pytest.raises(TypeError):
            operate()


@given(st.fractions(-(10**6), 10**6))
def test_a_result_without_text_is_made_again_from_its_value_alone(value):
    for kind in (m.Amount, m.Deviation):
        if value < 0 and kind is m.Amount:
            with pytest.raises(KetadoseError) as caught:
                kind(value, None)
            assert caught.value.code == "measure.not_positive"
        else:
            again = pickle.loads(pickle.dumps(kind(value, None)))
            assert (again.value, again.written) == (value, None)


def test_a_result_of_zero_can_be_told_but_not_given():
    nothing = m.Volume(F(0), None)
    assert str(nothing) == "0 mL"
    with pytest.raises(KetadoseError) as caught:
        m.Volume(nothing)
    assert caught.value.code == "measure.not_positive"


def test_plain_data_says_the_exact_value_the_unit_the_text_and_what_was_written():
    assert m.Weight("154 lb").__plain__() == {
        "exact": "69.85322498",
        "unit": "kg",
        "text": "69.85 kg (exact 69.85322498 kg)",
        "written": "154 lb",
    }
