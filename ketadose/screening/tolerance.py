"""What is asked of tolerance when a course is reviewed: questions, each with the facts of the catalog that it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ketadose.catalog import contraindications, side_effects
from ketadose.model.screening import Contraindication, SideEffect
from ketadose.records import Record, read_text
from ketadose.screening.verdict import Reply, nearest, refuse_answer
from ketadose.terms import Drug, read_word


@attrs.frozen
class Question(Record):
    """What is asked of tolerance at a review: a code, the question, and the facts of the catalog that it comes from.

    >>> print(question("urinary", Drug.KETAMINE))
    urinary: symptoms of the urinary tract or bladder since the last review?
    """

    code: str
    asked: str
    facts: tuple[SideEffect | Contraindication, ...]

    def __str__(self) -> str:
        return f"{self.code}: {self.asked} since the last review?"


_ASKED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "urinary",
        "symptoms of the urinary tract or bladder",
        ("genitourinary_pain", "urinary_symptoms", "interstitial cystitis"),
    ),
    ("craving", "craving, or tolerance to the effect", ("tolerance",)),
    ("cognition", "worse memory or attention", ("impaired cognition",)),
    (
        "dissociation",
        "dissociation or other psychiatric symptoms beyond the day of a session",
        ("dissociation", "psychiatric events", "emergence reactions"),
    ),
    ("liver", "liver tests out of their range", ("liver injury",)),
)
QUESTIONS: tuple[str, ...] = tuple(code for code, _, _ in _ASKED)
"""The codes of what is asked of tolerance."""


def question(code: str, drug: Drug) -> Question:
    """The question of this code, with what sources say of the drug; of the other drug where none speaks of this one.

    Raises `KetadoseError` "screening.answer".
    """
    for known, asked, names in _ASKED:
        if known == code:
            every = [each for each in side_effects.ALL if each.effect in names]
            facts: list[Any] = [each for each in contraindications.ALL if each.condition.code in names]
            own = [each for each in (*facts, *every) if drug in each.drugs]
            return Question(code, asked, tuple(own or (*facts, *every)))
    near = nearest(code, QUESTIONS) if type(code) is str else ""
    return refuse_answer("replies", code, "is no question of a review", f'Write "{near}"' if near else f"Asked: {QUESTIONS}")


def read_replies(given: Any) -> tuple[tuple[str, Reply], ...]:
    """The answers to the questions, in the order of their codes.

    Raises `KetadoseError`: "screening.answer", "word.unknown".
    """
    pairs = tuple(given.items()) if isinstance(given, Mapping) else given
    if type(pairs) is not tuple or any(type(each) is not tuple or len(each) != 2 for each in pairs):
        refuse_answer("replies", given, "is no mapping of questions", 'Write replies={"urinary": "no"}')
    for code, _ in pairs:
        if code not in QUESTIONS:
            question(code, Drug.KETAMINE)
    if len(dict(pairs)) < len(pairs):
        refuse_answer("replies", given, "answers a question twice", "Answer each once")
    return tuple(sorted((read_text(code, "replies"), read_word(Reply, reply, "replies")) for code, reply in pairs))
