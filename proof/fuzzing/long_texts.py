"""A million bytes of text where a measure, a date, a time, a zone or a word is read: refused at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ketadose as kd
from ketadose.errors import KetadoseError
from proof.fuzzing.given import text_of
from proof.fuzzing.kinds import KINDS
from proof.fuzzing.promises import refused
from proof.fuzzing.target import BrokenPromiseError, Target

_LARGE = 1_000_000
_READERS: tuple[Callable[[Any], object], ...] = (
    *(kind.measure for kind in KINDS),
    lambda text: kd.measures.Weight("70 kg").to(text),
    lambda text: kd.measures.Amount.of(35, text),
    lambda text: kd.Patient("70 kg", weighed_on=text),
    lambda text: kd.Patient("70 kg", sex=text),
    lambda text: kd.Calendar(zone="UTC", at=text),
    lambda text: kd.Calendar(zone=text, at="09:00"),
    lambda text: kd.Calendar(clinic_days=(text,)),
    lambda text: kd.Order(drug=text),
    lambda text: kd.Order(rate=text),
    lambda text: kd.Order(frequency=text),
    lambda text: kd.Order(interval=text),
    lambda text: kd.Regimen("ketamine", "oral", text),
)
_TEXTS = (
    b"7",
    b"70 kg",
    b"0.5 mg/kg",
    b".",
    b",",
    b" ",
    b"0",
    b"5 ft 5 in",
    b"\xce\xbcg",
    b"\xf0\x9f\x92\x89",
    b"\xff",
    b"2026-01-05",
    b"A/",
    b"9:",
)


def make(data: bytes) -> tuple[Callable[[Any], object], str]:
    """A reader, and the text over and over, up to a million bytes as Python holds it: one, two or four for each letter."""
    text = text_of(data[1:]) or " "
    letters = _LARGE // (1 if max(text) < "\u0100" else 2 if max(text) < "\U00010000" else 4)
    return _READERS[(data[0] if data else 0) % len(_READERS)], (text * (letters // len(text) + 1))[:letters]


def check(case: tuple[Callable[[Any], object], str]) -> None:
    """It is refused."""
    reader, text = case
    try:
        reader(text)
    except KetadoseError as error:
        refused(error)
        return
    raise BrokenPromiseError("a million bytes are read", f"a million bytes are read: {text[:60]!a}...")


TARGET = Target(
    make=make,
    check=check,
    within=0.001,
    longest=40,
    seeds=tuple(bytes([reader]) + text for reader in range(len(_READERS)) for text in _TEXTS),
    words=("kg", " ft ", " in", "mg/kg", "1e", "-", "every ", " days", "Europe/", "../", "\x00"),
)
