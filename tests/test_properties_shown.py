"""Each of the forty properties is shown by a test that carries its number, and no test carries a number that there is not."""

from collections import Counter

import pytest

from proof.properties import PROPERTIES, marked
from proof.records import ROOT

MARKED = tuple(marked())
TESTS = Counter(number for _, numbers in MARKED for number in numbers)


@pytest.mark.parametrize("number", range(1, 41))
def test_the_property_is_shown_by_a_test(number):
    assert [each.number for each in PROPERTIES].count(number) == 1
    assert TESTS[number] > 0


def test_no_test_shows_a_property_that_is_not_listed():
    assert set(TESTS) <= {each.number for each in PROPERTIES}
    assert all(len(set(numbers)) == len(numbers) for _, numbers in MARKED)


def test_every_mark_is_seen():
    """Counted in the text, so that a mark which is written otherwise is not overlooked."""
    lines = [line for path in (ROOT / "tests").rglob("test_*.py") for line in path.read_text("utf-8").splitlines()]
    assert len([line for line in lines if line.startswith("@pytest.mark.property(")]) == len(MARKED)
