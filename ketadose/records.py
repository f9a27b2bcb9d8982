"""What every record has in common: it never changes, is checked whenever it is made, and can be written as plain data."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeGuard, TypeVar

import attrs

from ketadose.errors import KetadoseError, shown

if TYPE_CHECKING:
    from cattrs import BaseConverter

_LONGEST = 300
Kind = TypeVar("Kind")


class Frozen:
    """Base of what never changes once it is made: filling it again is refused, and a copy is made by the constructor."""

    __slots__ = ("__weakref__",)
    _first: ClassVar[str]
    """The field by which a finished one is known."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls._first = cls.__attrs_attrs__[0].name  # type: ignore[attr-defined]
        for name in {"__getstate__", "__setstate__"} & vars(cls).keys():  # by which attrs would fill a finished one again
            delattr(cls, name)

    def __attrs_pre_init__(self) -> None:
        if hasattr(self, self._first):
            raise changed(self)

    def __setstate__(self, state: object) -> NoReturn:
        raise changed(self)

    def __reduce__(self) -> tuple[Any, ...]:
        whole(self, "record")
        given = {a.alias: getattr(self, a.name) for a in type(self).__attrs_attrs__ if a.init}  # type: ignore[attr-defined]
        return _rebuild, (type(self), given)


class Record(Frozen):
    """Base of the library's attrs-frozen records, which can be written as plain data."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain data: dicts, lists, text, whole numbers, booleans and None; exact numbers as text.

        >>> import ketadose as kd
        >>> kd.Syringe(graduation="0.01 mL").to_dict()["graduation"]["exact"]
        '0.01'
        """
        written: dict[str, Any] = _converter().unstructure(whole(self, "record"))
        return written


def maker(kind: type[Kind]) -> Callable[..., Kind]:
    """What makes records of a kind, out of values that are checked already: one for each field, those left out by `init` too.

    Into a frozen record each value goes through `object.__setattr__`. An open twin with the same slots takes them by plain
    assignment and then becomes the record, in a third of the time.
    """
    names = [a.name for a in kind.__attrs_attrs__]  # type: ignore[attr-defined]
    unguarded = {"__attrs_pre_init__": None}
    twin = attrs.make_class(kind.__name__, names, kind.__bases__, unguarded, slots=True, eq=False, repr=False)

    def make(*values: object) -> Kind:
        record: Any = twin(*values)
        record.__class__ = kind
        return record  # type: ignore[no-any-return]

    return make


def is_a(given: object, kind: type[Kind]) -> TypeGuard[Kind]:
    """Whether it is of exactly this class, and its constructor filled it.

    >>> import ketadose as kd
    >>> is_a(kd.Patient("70 kg"), kd.Patient), is_a(object.__new__(kd.Patient), kd.Patient), is_a("70 kg", kd.Patient)
    (True, False, False)
    """
    return type(given) is kind and hasattr(given, kind.__attrs_attrs__[0].name)  # type: ignore[attr-defined]


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


def _rebuild(kind: type[Frozen], given: dict[str, Any]) -> Frozen:
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
