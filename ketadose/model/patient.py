"""The person who is treated, and the weight that a dose is calculated on."""

from __future__ import annotations

import datetime
from typing import ClassVar, Self

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.measures import Age, Height, Weight
from ketadose.measures.reading import read
from ketadose.records import Record, is_a
from ketadose.terms import Sex, WeightOrigin, Word, read_word

_LIGHTEST = 10
_HEAVIEST = 1000
_TALLEST = 300
_SHORTEST = 50


@attrs.define(init=False, frozen=True)
class Patient(Record):
    """A person: weight, and where known height, age, sex, how and when the weight was obtained, and an earlier weight.

    `weight`, `height`, `age` and `previous_weight` are text ("70 kg", "5 ft 5 in", "42 years"), pint Quantities or
    measures; `sex` and `weight_origin` are words or their members; `weighed_on` is a date. There is no default weight.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "date.unreadable"; "patient.weight" below 10 kg or
    from 1,000 kg and "patient.height" outside 50 to 300 cm (guards against typing errors, ours; limits judge the rest).

    >>> import ketadose as kd
    >>> kd.Patient("154 lb", height="5 ft 9 in", sex="male", age="42 years").weight
    Weight('154 lb')
    """

    weight: Weight
    height: Height | None = None
    age: Age | None = None
    sex: Sex | None = None
    weight_origin: WeightOrigin | None = None
    weighed_on: datetime.date | None = None
    previous_weight: Weight | None = None

    def __init__(
        self,
        weight: object,
        *,
        height: object = None,
        age: object = None,
        sex: Sex | str | None = None,
        weight_origin: WeightOrigin | str | None = None,
        weighed_on: datetime.date | str | None = None,
        previous_weight: object = None,
    ) -> None:
        self.__attrs_init__(
            _weight(weight, "weight"),
            None if height is None else _height(height),
            None if age is None else read(Age, age, "age"),
            None if sex is None else read_word(Sex, sex, "sex"),
            None if weight_origin is None else read_word(WeightOrigin, weight_origin, "weight_origin"),
            None if weighed_on is None else read_date(weighed_on, "weighed_on"),
            None if previous_weight is None else _weight(previous_weight, "previous_weight"),
        )


def _weight(given: object, field: str) -> Weight:
    weight = read(Weight, given, field)
    numerator, denominator = weight.value.as_integer_ratio()
    if not _LIGHTEST * denominator <= numerator < _HEAVIEST * denominator:  # a Fraction compares five times as slowly
        raise KetadoseError(
            "patient.weight",
            f"{shown(weight.written or weight.exact)} is a weight that no adult has",
            field=field,
            received=weight.written,
            expected=f"from {_LIGHTEST} kg to less than {_HEAVIEST:,} kg",
            fix="Check the number and its unit",
        )
    return weight


def _height(given: object) -> Height:
    height = read(Height, given, "height")
    if not _SHORTEST <= height.value <= _TALLEST:
        raise KetadoseError(
            "patient.height",
            f"{shown(height.written or height.exact)} is a height that no adult has",
            field="height",
            received=height.written,
            expected=f"{_SHORTEST} to {_TALLEST} cm",
            fix="Check the unit",
        )
    return height


def read_date(given: object, field: str) -> datetime.date:
    """A calendar date, or its text YYYY-MM-DD; a datetime is refused, because a day in which zone is not said."""
    if type(given) is datetime.date:
        return given
    if type(given) is str and len(given) == 10 and given[4] == given[7] == "-" and given.isascii():
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            pass
    raise KetadoseError(
        "date.unreadable",
        f"{shown(given)} is not a calendar date",
        field=field,
        received=given,
        expected="a datetime.date or text such as 2026-01-05",
    )


class Scalar(Word):
    """How a dosing weight is made from a patient."""

    ACTUAL = "actual"
    IDEAL = "ideal"
    ADJUSTED = "adjusted"
    LEAN = "lean"


@attrs.frozen
class WeightBasis(Record):
    """The weight that a dose per kilogram is multiplied by: actual unless somebody asks otherwise; optionally capped.

    >>> import ketadose as kd
    >>> kd.WeightBasis.ACTUAL.capped("100 kg").cap
    Weight('100 kg')
    """

    scalar: Scalar
    cap: Weight | None = None

    def __attrs_post_init__(self) -> None:
        if type(self.scalar) is not Scalar or not (self.cap is None or is_a(self.cap, Weight)):
            raise KetadoseError(
                "argument.type",
                f"{shown(self.scalar)} is not a weight basis",
                field="basis",
                received=self.scalar,
                fix='Write WeightBasis.IDEAL or WeightBasis.ACTUAL.capped("100 kg")',
            )

    ACTUAL: ClassVar[WeightBasis]
    IDEAL: ClassVar[WeightBasis]
    ADJUSTED: ClassVar[WeightBasis]
    LEAN: ClassVar[WeightBasis]

    def capped(self, cap: object) -> Self:
        """The same basis, but never more than this weight."""
        return attrs.evolve(self, cap=_weight(cap, "cap"))

    @classmethod
    def read(cls, given: object) -> WeightBasis:
        """A basis, or its word: "actual", "ideal", "adjusted", "lean"."""
        if is_a(given, WeightBasis) and given.cap is not None:
            return given
        scalar = given.scalar if is_a(given, WeightBasis) else read_word(Scalar, given, "basis")
        return next(basis for basis in (cls.ACTUAL, cls.IDEAL, cls.ADJUSTED, cls.LEAN) if basis.scalar is scalar)

    def __str__(self) -> str:
        return f"{self.scalar.value} weight" + (f", at most {self.cap}" if self.cap else "")


WeightBasis.ACTUAL = WeightBasis(Scalar.ACTUAL)
WeightBasis.IDEAL = WeightBasis(Scalar.IDEAL)
WeightBasis.ADJUSTED = WeightBasis(Scalar.ADJUSTED)
WeightBasis.LEAN = WeightBasis(Scalar.LEAN)
