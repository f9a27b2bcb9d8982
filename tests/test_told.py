"""Every word that the library says in the cases of tests/told is the word that was reviewed."""

import json

import pytest

from tests.told.cases import CASES, GOLDEN

REVIEWED = json.loads(GOLDEN.read_text("utf-8"))
EACH = [(section, name) for section, cases in CASES.items() for name in cases]


@pytest.mark.parametrize(("section", "name"), EACH, ids=[f"{section}: {name}" for section, name in EACH])
def test_every_word_is_the_word_that_was_reviewed(section, name):
    assert CASES[section][name]() == REVIEWED[section][name], "if the new words are meant: python -m tests.told"


def test_no_reviewed_case_is_left_over():
    assert {section: list(cases) for section, cases in REVIEWED.items()} == {key: list(each) for key, each in CASES.items()}
