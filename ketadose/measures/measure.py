"""What every kind of measure has in common: an exact value, the text it came from, and no arithmetic.

A measure compares within its own kind only; the formulas calculate, and record it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

import attrs

from ketadose.errors import KetadoseError, KindError, shown
from ketadose.measures import reading, refusal
from ketadose.measures.grammar import from_text
from ketadose.measures.numbers import exact_number, exact_parts
from ketadose.measures.printing import EVERY_FIGURE, FIGURES, beside, safe_text
from ketadose.measures.units import LONGEST_TEXT
from ketadose.measures.value import Value, make
from ketadose.records import Record, changed, decimal_places, exact_text

if TYPE_CHECKING:
    import pint

    from ketadose.measures.units import Unit

_UNSAID: Any = object()


def _no_rounding(measure: object, *_digits: object) -> NoReturn:
    raise KindError(
        "measure.kind",
        f"rounding {measure} would drop its unit",
        fix="A syringe or a pump rounds, on the record; float() gives the number",
    )


class Measure(Value):
    """The base of all kinds: `value` is exact, in the canonical unit; `written` is the text it came from, if any."""

    __slots__ = ()
    _all_made: ClassVar[bool] = False

    def __new__(cls, value: object, written: object = _UNSAID) -> Self:
        """Read text, a Quantity or a measure; with `written`, make the same measure again from its two parts."""
        cls._refuse_base()
        if written is _UNSAID:
            measure = reading.read(cls, value, cls.noun)
            return make(cls, measure.value, measure.written)
        return cls._restored(value, written)

    def __init_subclass__(cls) -> None:
        if Measure._all_made:
            raise KindError("measure.kind", f"{cls.__name__} adds a kind of measure", expected="one of the library's kinds")

    @classmethod
    def _refuse_base(cls) -> None:
        if cls is Measure:
            raise KindError("measure.kind", "Measure is no kind of its own", expected="a kind such as Weight or Amount")

    @classmethod
    def of(cls, number: object, unit: str) -> Self:
        """A measure from a number and a unit of the kind: `Weight.of(70.5, "kg")`.

        Raises `KetadoseError`: "measure.number", "measure.not_finite", "measure.size", "measure.unit",
        "measure.not_positive".
        """
        cls._refuse_base()
        exact = exact_number(number, cls.noun)
        row = cls._unit(unit)
        if exact <= 0:
            raise KetadoseError(
                "measure.not_positive",
                f"{shown(number)} is not more than zero",
                field=cls.noun,
                received=number,
                expected=refusal.form(cls),
            )
        return make(cls, exact * Fraction(row.numerator, row.denominator), _in_grammar(exact, row.name))

    @classmethod
    def _restored(cls, value: object, written: object) -> Self:
        """Again from its parts, as unpickling and `attrs.evolve` do: the text must say the value."""
        exact = exact_parts(value, cls.noun)
        if written is None:
            if exact < 0 and not cls.signed:
                raise KetadoseError("measure.not_positive", f"{shown(value)} is less than zero", field=cls.noun)
            return make(cls, exact)
        if type(written) is not str or from_text(cls, written) != exact:
            raise KetadoseError(
                "measure.written",
                f"{shown(written)} does not say {exact_text(exact)} {cls.units.canonical.name}",
                field=cls.noun,
                received=written,
                fix=f"Make a new {cls.__name__} from its text",
            )
        return make(cls, exact, written)

    @classmethod
    def _unit(cls, name: str) -> Unit:
        unit = cls.units.by_text.get(name) if type(name) is str else None
        if unit is None:
            raise KetadoseError(
                "measure.unit",
                f"{shown(name)} is not a unit of {cls.article} {cls.noun}",
                field="unit",
                received=name,
                expected=" or ".join(dict.fromkeys(each.name for each in cls.units.by_text.values())),
            )
        return unit

    @property
    def quantity(self) -> pint.Quantity[float]:
        """A fresh pint Quantity in the application registry, its float correctly rounded.

        Raises `KetadoseError` "measure.registry" if that registry defines the unit otherwise.
        """
        from ketadose.measures.bridge import to_quantity

        return to_quantity(self.value, self.units.canonical)

    def to(self, unit: str) -> InUnit:
        """The same measure told in another unit of its kind.

        >>> import ketadose as kd
        >>> kd.measures.PerWeightRate("0.75 mg/kg/h").to("mcg/kg/min")
        InUnit('12.5 mcg/kg/min')
        """
        row = self._unit(unit)
        return InUnit(self.value * Fraction(row.denominator, row.numerator), row)

    def __str__(self) -> str:
        return str(self.to(self.units.shown.name))

    def in_full(self) -> str:
        """The figure with every digit, as a device is set to it; shortened only where no decimal ends.

        >>> import ketadose as kd
        >>> kd.measures.FlowRate("376.24 mL/h").in_full()
        '376.24 mL/h'
        """
        return str(
            InUnit(self.value * Fraction(self.units.shown.denominator, self.units.shown.numerator), self.units.shown, True)
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.written or self.exact!r})"

    def __format__(self, spec: str) -> str:
        if spec:
            raise KindError("measure.kind", f"{spec!r} formats numbers and would drop the unit", fix="Use str() or float()")
        return str(self)

    def __float__(self) -> float:
        return float(self.value)

    def __plain__(self) -> dict[str, Any]:
        return {
            "exact": exact_text(self.value),
            "unit": self.units.canonical.name,
            "text": str(self),
            "written": self.written,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.value, self.written)

    def __setstate__(self, state: object) -> NoReturn:
        raise changed(self)

    def _other(self, other: object) -> Fraction:
        if type(other) is not type(self):
            kind: Any = type(other)
            what = kind.noun if issubclass(kind, Measure) else kind.__name__
            raise KindError(
                "measure.kind",
                f"{self.article} {self.noun} does not compare with {shown(what)}",
                received=other,
                expected=refusal.form(type(self)),
            )
        return reading.filled_value(other)

    def __lt__(self, other: Self) -> bool:
        return reading.filled_value(self) < self._other(other)

    def __le__(self, other: Self) -> bool:
        return reading.filled_value(self) <= self._other(other)

    def __gt__(self, other: Self) -> bool:
        return reading.filled_value(self) > self._other(other)

    def __ge__(self, other: Self) -> bool:
        return reading.filled_value(self) >= self._other(other)

    __round__ = __floor__ = __ceil__ = __trunc__ = __int__ = _no_rounding


@attrs.define(init=True, frozen=True, repr=False)
class InUnit(Record):
    """A measure told in one of its kind's units: `number` is exact, `str()` is safe to print."""

    number: Fraction
    _unit: Unit
    _full: bool = False

    @property
    def unit(self) -> str:
        """The unit's safe name."""
        return self._unit.name

    @property
    def quantity(self) -> pint.Quantity[float]:
        """A fresh pint Quantity in this unit, in the application registry."""
        from ketadose.measures.bridge import to_quantity

        return to_quantity(self.number, self._unit)

    def __float__(self) -> float:
        return float(self.number)

    def __str__(self) -> str:
        ends = decimal_places(self.number.denominator) is not None
        return safe_text(self.number, self._unit.name, EVERY_FIGURE if self._full and ends else FIGURES)

    def __repr__(self) -> str:
        return f"InUnit({str(self)!r})"

    __round__ = __floor__ = __ceil__ = __trunc__ = __int__ = _no_rounding


@attrs.frozen
class Beside(Record):
    """A figure to be printed beside another, with enough digits to tell them apart."""

    figure: Measure
    other: Measure

    def __str__(self) -> str:
        unit = self.figure.units.shown
        scale = Fraction(unit.denominator, unit.numerator)
        return beside(self.figure.value * scale, self.other.value * scale, unit.name)[0]


def _in_grammar(exact: Fraction, unit: str) -> str | None:
    text = f"{exact_text(exact)} {unit}"
    return text if "/" not in text.partition(" ")[0] and len(text) <= LONGEST_TEXT else None
