"""A number in, exactly: int, float by its shortest text, Decimal, Fraction, NumPy scalar."""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

from ketadose.errors import KetadoseError, shown

_DIGITS = 30
_LARGEST = 10**_DIGITS
_ABSURD = 10**300


def exact_number(number: object, field: str) -> Fraction:
    """The number as an exact fraction; a float is read as its shortest text says, so 0.1 is one tenth.

    Raises `KetadoseError`: "measure.number" for anything that is not a plain number (booleans, arrays, complex numbers,
    subclasses of Fraction), "measure.not_finite", "measure.size".
    """
    kind = type(number)
    if kind is float:
        return _float(number, field)  # type: ignore[arg-type]
    if kind is int:
        return _whole(number, field)  # type: ignore[arg-type]
    if kind is Fraction:
        return _fraction(number, field)  # type: ignore[arg-type]
    if kind is Decimal:
        return _decimal(number, number, field)  # type: ignore[arg-type]
    return _numpy(number, field)


def exact_parts(value: object, field: str) -> Fraction:
    """A fraction that is what it seems: whole parts, in lowest terms, of a size that some calculation could have."""
    if type(value) is Fraction:
        numerator, denominator = value.numerator, value.denominator
        if type(numerator) is int and type(denominator) is int and denominator > 0:
            if abs(numerator) < _ABSURD and denominator < _ABSURD:
                return Fraction(numerator, denominator)
            raise KetadoseError("measure.size", "the fraction has parts of an absurd size", field=field)
    raise KetadoseError("measure.number", f"{shown(value)} is not an exact fraction", field=field, received=value)


def _float(number: float, field: str) -> Fraction:
    text = repr(number)
    whole, _, decimals = text.partition(".")
    if whole.isdigit() and decimals.isdigit():  # the common case, spelt out: no sign, no exponent, not inf or nan
        return Fraction(int(whole + decimals), 10 ** len(decimals))
    return _decimal(Decimal(text), number, field)


def _whole(number: int, field: str) -> Fraction:
    if not -_LARGEST < number < _LARGEST:
        _refuse_size(number, field)
    return Fraction(number)


def _fraction(number: Fraction, field: str) -> Fraction:
    numerator, denominator = number.numerator, number.denominator
    if type(numerator) is not int or type(denominator) is not int or denominator < 1:
        _refuse_number(number, field)
    if not -_LARGEST < numerator < _LARGEST or denominator > _LARGEST:
        _refuse_size(number, field)
    return Fraction(numerator, denominator)


def _decimal(number: Decimal, given: object, field: str) -> Fraction:
    if not number.is_finite():
        raise KetadoseError("measure.not_finite", f"{shown(given)} is not a finite number", field=field, received=given)
    digits = number.as_tuple().digits
    if number and (not -_DIGITS <= number.adjusted() < _DIGITS or len(digits) > _DIGITS):
        _refuse_size(given, field)
    return Fraction(*number.as_integer_ratio()) if number else Fraction(0)


def _numpy(number: object, field: str) -> Fraction:
    numpy: Any = sys.modules.get("numpy")
    scalar = getattr(numpy, "generic", None)  # another thread may be half-way through importing it
    if isinstance(scalar, type) and issubclass(type(number), scalar):
        if isinstance(number, numpy.integer) and not isinstance(number, numpy.timedelta64):
            return _whole(int(number), field)
        if isinstance(number, (numpy.float64, numpy.float32, numpy.float16)):
            return _decimal(Decimal(str(number)), number, field)
    return _refuse_number(number, field)


def _refuse_number(number: object, field: str) -> NoReturn:
    raise KetadoseError(
        "measure.number",
        f"{shown(number)} ({type(number).__name__}) is not a number that can be read exactly",
        field=field,
        received=number,
        expected="int, float, Decimal, Fraction or a NumPy scalar",
    )


def _refuse_size(number: object, field: str) -> NoReturn:
    what = shown(number) if type(number) is not int else "a whole number of more than 30 digits"
    raise KetadoseError("measure.size", f"{what} is too large or too fine to be meant", field=field, received=what)
