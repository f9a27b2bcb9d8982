"""What a measure is made of, before it can do anything: an exact value, the text it came from, and what its kind is called."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import ClassVar, TypeVar

import attrs

from ketadose.measures.units import Units
from ketadose.records import exact_text

Kind = TypeVar("Kind", bound="Value")


@attrs.define(init=False, frozen=True, order=False, repr=False, getstate_setstate=False)
class Value:
    """The two parts of every measure, and the words and units of its kind."""

    value: Fraction
    written: str | None = attrs.field(eq=False)

    noun: ClassVar[str]
    article: ClassVar[str] = "a"
    example: ClassVar[str]
    units: ClassVar[Units]
    feet: ClassVar[bool] = False
    signed: ClassVar[bool] = False
    _fill_value: ClassVar[Callable[[Value, Fraction], None]]
    _fill_written: ClassVar[Callable[[Value, str | None], None]]

    @property
    def exact(self) -> str:
        """The exact value in the canonical unit, as text with its unit; a fraction where no decimal ends."""
        return f"{exact_text(self.value)} {self.units.canonical.name}"


del Value.__attrs_init__  # it would fill a finished measure again
Value._fill_value = vars(Value)["value"].__set__
Value._fill_written = vars(Value)["written"].__set__


def make(kind: type[Kind], value: Fraction, written: str | None = None) -> Kind:
    """A measure of a value that has been checked: the one place where measures are filled."""
    measure = object.__new__(kind)
    kind._fill_value(measure, value)
    kind._fill_written(measure, written)
    return measure
