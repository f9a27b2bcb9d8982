"""Measures from text: any text reads exactly what an independent reader says, or is refused."""

from __future__ import annotations

from ketadose.errors import KetadoseError
from proof.fuzzing.given import text_of
from proof.fuzzing.kinds import KINDS, SPELLED, Kind, same
from proof.fuzzing.promises import refused
from proof.fuzzing.target import Target, require

_EXAMPLES = (
    *(kind.measure.example for kind in KINDS),
    *("70.5 kg", "154 lb", "11 st", "5 ft 5 in", "5 ft 11.5 in", "12.5 mcg/kg/min", "0.1 \u00b5g", "3600 s", "1000 mL", "24 d"),
    *(
        "70,5 kg",
        "070 kg",
        ".5 mg",
        "0 mg",
        "-1 kg",
        "+1 kg",
        "1e3 mg",
        "1_000 mg",
        "1,000 mg",
        "70 kg ",
        "\u0667\u0660 kg",
        "70",
    ),
    *("34.93 mg (exact 34.92661249 mg)", "0.3333 mg (rounded)", "12 500 mg", "1/3 mg", "2-3 mg", "10 ML", "10 cc", "5 units"),
)


def make(data: bytes) -> tuple[Kind, str]:
    """A kind and a text."""
    return KINDS[(data[0] if data else 0) % len(KINDS)], text_of(data[1:])


def check(case: tuple[Kind, str]) -> None:
    """The text is read exactly, or refused where the oracle reads nothing in it either."""
    kind, text = case
    expected = kind.said(text)
    try:
        measure = kind.measure(text)
    except KetadoseError as error:
        refused(error)
        require(expected is None, "{} refuses {}", kind.name, text)
        return
    same(measure, expected, "{} reads {} as {}", kind.name, text, measure)
    require(measure.written == text, "{} is not kept as it was written", text)


TARGET = Target(
    make=make,
    check=check,
    within=0.001,
    longest=60,
    seeds=tuple(bytes([number]) + text.encode() for number in range(len(KINDS)) for text in _EXAMPLES),
    words=(
        *SPELLED,
        " ft ",
        " in",
        "0.",
        "00",
        ".0",
        "/kg",
        "/h",
        ",",
        "e5",
        "1000",
        "\u00b5",
        "\u03bc",
        "\u0660",
        "\u00a0",
        "(exact ",
    ),
)
