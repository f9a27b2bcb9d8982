"""Text vectors: what a caller types, and what is printed or refused. Vector n is always the same.

python -m proof.vectors write      # the conformance pack in docs/conformance
python -m proof.vectors check      # the pack against the library at hand
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from proof.vectors import courses, texts, treatments
from proof.vectors.numbering import Choices

_MAKERS: dict[str, Callable[[Choices], dict[str, Any]]] = {
    "reading": texts.reading,
    "dose": treatments.calculated,
    "infusion": treatments.infusion,
    "injection": treatments.injection,
    "devices": treatments.devices,
    "share": treatments.share,
    "course": courses.course,
}
KINDS = tuple(_MAKERS)
_OFTEN = (*("reading",) * 8, *("dose",) * 4, *("infusion",) * 3, *("injection",) * 2, "devices", "share", *("course",) * 2)


class Vector(NamedTuple):
    """One question: its number, its kind, and what is given, in text as far as a caller types it."""

    number: int
    kind: str
    given: dict[str, Any]


def vector(number: int) -> Vector:
    """The vector of this number."""
    choices = Choices(number)
    kind = choices.of(_OFTEN)
    return Vector(number, kind, _MAKERS[kind](choices))
