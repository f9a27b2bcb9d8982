"""What every record has in common: it never changes, is checked whenever it is made, and can be written as plain data."""

from __future__ import annotations

import datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from ketadose.errors import KetadoseError, shown

if TYPE_CHECKING:
    from cattrs import BaseConverter

_LONGEST = 300


class Record:
    """Base of the library's attrs-frozen records.

    A second call of `__init__` is refused, and unpickling or copying runs the same checks as making a new one.
    """

    __slots__ = ()

    def __attrs_pre_init__(self) -> None:
        try:
            getattr(self, type(self).__attrs_attrs__[0].name)  # type: ignore[attr-defined]
        except AttributeError:
            return
        raise changed(self)

    def __reduce__(self) -> tuple[Any, ...]:
        given = {a.alias: getattr(self, a.name) for a in type(self).__attrs_attrs__ if a.init}  # type: ignore[attr-defined]
        return _rebuild, (type(self), given)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain data: dicts, lists, text, whole numbers, booleans and None; exact numbers as text.

        >>> import ketadose as kd
        >>> kd.Syringe(graduation="0.01 mL").to_dict()["graduation"]["exact"]
        '0.01'
        """
        written: dict[str, Any] = _converter().unstructure(self)
        return written


def whole(record: Any, field: str) -> Any:
    """The record, if its constructor filled it: one made behind the constructor's back is refused.

    Raises `KetadoseError` "record.hollow".
    """
    try:
        getattr(record, type(record).__attrs_attrs__[0].name)
    except AttributeError:
        raise KetadoseError(
            "record.hollow",
            f"this {type(record).__name__} was never filled",
            field=field,
            received=type(record).__name__,
            fix=f"Make it with {type(record).__name__}(...)",
        ) from None
    return record


def agree(record: Any, field: str, computed: Any) -> None:
    """Refuse a record whose field is not what its other fields give, as after an edit.

    Raises `KetadoseError` "record.disagrees".
    """
    if getattr(record, field) != computed:
        raise KetadoseError(
            "record.disagrees",
            f"this {type(record).__name__} says {getattr(record, field)}, its other figures give {computed}",
            field=field,
            received=str(getattr(record, field)),
            fix="Plan again instead of changing a result",
        )


def read_text(given: object, field: str, *, empty: bool = True) -> str:
    """One line of printable text, at most 300 characters: what is printed on an order must not forge a line of it.

    Raises `KetadoseError` "argument.text".
    """
    if type(given) is str and len(given) <= _LONGEST and given.isprintable() and (empty or given.strip()):
        return given
    raise KetadoseError(
        "argument.text",
        f"{shown(given)} is not one line of printable text",
        field=field,
        received=given,
        expected=f"{'' if empty else 'at least one and '}at most {_LONGEST} characters",
    )


def changed(record: object) -> KetadoseError:
    """The refusal that every finished record gives to a change."""
    return KetadoseError(
        "record.changed",
        f"this {type(record).__name__} is finished and does not change",
        received=type(record).__name__,
        fix="Make a new one",
    )


def exact_text(value: Fraction) -> str:
    """The exact number as text: a decimal where it ends, else numerator/denominator.

    >>> exact_text(Fraction(7, 20)), exact_text(Fraction(1, 3))
    ('0.35', '1/3')
    """
    numerator, denominator = value.numerator, value.denominator
    places = decimal_places(denominator)
    if places is None:
        return f"{numerator}/{denominator}"
    if not places:
        return str(numerator)
    digits = str(abs(numerator) * 10**places // denominator).rjust(places + 1, "0")
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms with this denominator has; None where they never end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None


def plain(record: Any, *without: str) -> dict[str, Any]:
    """The fields that a record is made from, as plain data, but for those named."""
    unstructure = _converter().unstructure
    names = [a.name for a in type(record).__attrs_attrs__ if a.init and a.name not in without]
    return {name: unstructure(getattr(record, name)) for name in names}


def _rebuild(kind: type[Record], given: dict[str, Any]) -> Record:
    return kind(**given)


@cache
def _converter() -> BaseConverter:
    from cattrs import BaseConverter

    converter = BaseConverter()
    converter.register_unstructure_hook(Fraction, exact_text)
    converter.register_unstructure_hook(Enum, lambda word: word.value)
    converter.register_unstructure_hook(datetime.date, lambda day: day.isoformat())
    converter.register_unstructure_hook(datetime.time, lambda time: time.isoformat())
    converter.register_unstructure_hook(tuple, lambda items: [converter.unstructure(item) for item in items])
    converter.register_unstructure_hook_func(lambda kind: hasattr(kind, "__attrs_attrs__"), plain)
    # The hook asked last wins: a record that says how it is written goes before the general rule.
    converter.register_unstructure_hook_func(lambda kind: hasattr(kind, "__plain__"), lambda record: record.__plain__())
    return converter
