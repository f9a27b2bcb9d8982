"""Measures that were read and are printed: safe on an order, and never read again as anything else."""

from __future__ import annotations

from ketadose.errors import KetadoseError
from proof.fuzzing import measures
from proof.fuzzing.given import text_of
from proof.fuzzing.kinds import KINDS, Kind, told
from proof.fuzzing.promises import refused
from proof.fuzzing.target import Target

Case = tuple[Kind, str]


def make(data: bytes) -> Case:
    """A kind, and a text that is likely to be one of it: a unit is put behind a bare number."""
    kind, units = KINDS[(data[0] if data else 0) % len(KINDS)], (data[1] if len(data) > 1 else 0)
    text = text_of(data[2:])
    spelled = tuple(kind.table)
    return kind, f"{text} {spelled[units % len(spelled)]}" if text[-1:].isdigit() else text


def check(case: Case) -> None:
    """What can be read is printed safely."""
    kind, text = case
    try:
        measure = kind.measure(text)
    except KetadoseError as error:
        refused(error)
        return
    told(kind, measure)


_FIGURES = (b"70", b"0.35", b"34.92661249", b"12345", b"1234.5678", b"0.00001", b"99999.5", b"0.99995", b"1e5", b"5 ft 5 in")

TARGET = Target(
    make=make,
    check=check,
    within=0.01,
    longest=40,
    seeds=tuple(bytes([kind, unit]) + figure for kind in range(len(KINDS)) for unit in (0, 1, 2) for figure in _FIGURES),
    words=(*measures.TARGET.words, "999", "9999.5", "00001"),
)
