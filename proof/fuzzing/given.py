"""What bytes stand for: text, fields of text, or an object that nobody would hand over on purpose."""

from __future__ import annotations

import datetime
import struct
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

import ketadose as kd

_OBJECT = b"\x01"
"""A value that begins with it is an object, not text."""


def text_of(data: bytes) -> str:
    """Text as Python gets it from outside: what is not UTF-8 becomes a lone surrogate."""
    return data.decode("utf-8", "surrogateescape")


def value_of(data: bytes) -> object:
    """Text, or an object where the bytes ask for one."""
    return object_of(data[1:]) if data.startswith(_OBJECT) else text_of(data)


def number_of(data: bytes) -> int:
    """A whole number, also below zero, of any size."""
    return int.from_bytes(data, "big", signed=True)


def fields_of(data: bytes, names: Sequence[str]) -> dict[str, list[Any]]:
    """The values of each field, one in each line, whose first letter chooses the field: "a" the first of the names."""
    found: dict[str, list[Any]] = {}
    for line in data.split(b"\n"):
        if line:
            found.setdefault(names[(line[0] - ord("a")) % len(names)], []).append(value_of(line[1:]))
    return found


def field(names: Sequence[str], **values: str) -> bytes:
    """The bytes of some fields, as `fields_of` reads them."""
    return b"\n".join(bytes([ord("a") + names.index(name)]) + value.encode() for name, value in values.items())


class Hostile:
    """An object that raises whatever it is asked."""

    __slots__ = ()

    def __repr__(self) -> str:
        raise RuntimeError

    __str__ = __int__ = __float__ = __index__ = __len__ = __iter__ = __eq__ = __lt__ = __hash__ = __repr__  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


class Text(str):
    """A text that is not quite one."""

    __slots__ = ()

    def __str__(self) -> str:
        return "1 kg"


class Whole(int):
    """A whole number that is not quite one."""

    def __lt__(self, other: object) -> bool:
        return True

    __gt__ = __le__ = __ge__ = __lt__  # type: ignore[assignment]


class Share(Fraction):
    """A fraction that is not quite one."""

    @property
    def denominator(self) -> int:
        """Nothing to divide by."""
        return 0


def _decimal(data: bytes) -> Decimal:
    try:
        return Decimal(text_of(data))
    except ArithmeticError:
        return Decimal(number_of(data[:1])).scaleb(number_of(data[1:3]))


def _fraction(data: bytes) -> Fraction:
    half = len(data) // 2
    return Fraction(number_of(data[:half]), number_of(data[half:]) or 1)


def _forged(data: bytes) -> Fraction:
    fraction = Fraction(1, 2)
    parts: tuple[Any, ...] = (number_of(data[:2]), number_of(data[2:4]), 0.5, None)
    fraction._numerator, fraction._denominator = parts[data[0] % 4 if data else 0], parts[1]  # type: ignore[attr-defined]
    return fraction


def _float(data: bytes) -> float:
    return float(struct.unpack("<d", data[:8].ljust(8, b"\0"))[0])


def _numpy(data: bytes) -> object:
    kinds = (
        np.float64,
        np.float32,
        np.float16,
        np.int64,
        np.uint8,
        np.longdouble,
        np.complex128,
        np.bool_,
        "m8[s]",
        "M8[s]",
        "U3",
    )
    kind = np.dtype(kinds[(data[0] if data else 0) % len(kinds)])
    return np.frombuffer(data[1:].ljust(kind.itemsize, b"\0"), kind, 1)[0] if kind.kind != "U" else np.str_(text_of(data[1:]))


def _structure(data: bytes) -> object:
    inside = text_of(data)
    return ([inside], (inside,), {inside: inside}, {inside}, bytearray(data), np.zeros(2), [])[len(data) % 7]


def _measure(data: bytes) -> object:
    hollow: object = object.__new__(kd.measures.Weight)
    zero = kd.measures.Deviation(Fraction(0), None)
    return (hollow, zero, kd.measures.Weight("70 kg"), kd.measures.Amount("35 mg"))[len(data) % 4]


def _day(data: bytes) -> object:
    moment = datetime.datetime(1, 1, 1) + datetime.timedelta(microseconds=abs(number_of(data[:8])) % 315_537_897_600_000_000)
    return (moment, moment.date(), moment.time(), moment.replace(tzinfo=datetime.UTC), datetime.timedelta(1))[len(data) % 5]


_MAKERS: tuple[Callable[[bytes], object], ...] = (
    number_of,
    _float,
    _decimal,
    _fraction,
    _forged,
    _numpy,
    lambda data: float(number_of(data[:3])) / 1000,
    lambda data: number_of(data[:4]) * 10 ** (len(data) * 1000),
    lambda data: Text(text_of(data)),
    lambda data: Whole(number_of(data)),
    lambda data: Share(number_of(data), 3),
    _structure,
    _measure,
    _day,
    bytes,
    lambda data: (None, True, False, Hostile(), object(), 1j, Ellipsis, kd.Patient, float("nan"), float("inf"))[len(data) % 10],
)


def object_of(data: bytes) -> object:
    """An object of the kind that the first byte chooses, made from the others."""
    return _MAKERS[data[0] % len(_MAKERS)](data[1:]) if data else None
