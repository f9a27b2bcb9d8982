"""What a fact of the catalog must have to be complete: small checks that its records share."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.measures import Duration
from ketadose.measures.printing import safe_text
from ketadose.measures.reading import read, read_optional
from ketadose.records import Record, read_text, whole
from ketadose.terms import Word

_MOST = 100_000
_FEW_HOURS = Duration("4 h")
_A_DAY = Duration("1 d")
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)?")

Span = tuple[Duration, Duration]


def read_code(given: object, field: str) -> None:
    """Refuse what is not a stable code: lower-case words, at most one dot between them."""
    if type(given) is not str or len(given) > 60 or not _CODE.fullmatch(given):
        refuse(field, given, 'a code such as "hypertension.uncontrolled"')


def need(given: object, kind: type[Any], field: str) -> None:
    """Refuse what is not exactly of this kind, or a record that was never filled."""
    if type(given) is not kind:
        refuse(field, given, f"one {kind.__name__}")
    if issubclass(kind, Record):
        whole(given, field)


def words(given: object, kind: type[Word], field: str, *, empty: bool = False) -> None:
    """Refuse what is not a tuple of different words of this kind."""
    if type(given) is not tuple or any(type(each) is not kind for each in given) or len(set(given)) != len(given):
        refuse(field, given, f"a tuple of {kind.__name__}")
    if not given and not empty:
        refuse(field, given, f"at least one {kind.__name__}")


def say(given: object, field: str) -> None:
    """Refuse text that says nothing, with "screening.form"; text that cannot be printed, with "argument.text"."""
    if not read_text(given, field).strip():
        refuse(field, given, "a few words")


def counts(given: object) -> bool:
    """Whether this is a whole number that counts something."""
    return type(given) is int and 0 < given < _MOST


def refuse(field: str, given: object, expected: str) -> NoReturn:
    """Refuse a fact that is not complete."""
    raise KetadoseError("screening.form", f"{shown(given)} is not usable", field=field, received=given, expected=expected)


def read_span(given: object, field: str) -> Span | None:
    """One time or a pair of them, the shorter first; None for None."""
    if type(given) is not tuple:
        one = read_optional(Duration, given, field)
        return None if one is None else (one, one)
    if len(given) != 2:
        refuse(field, given, "the shortest and the longest time")
    low, high = (read(Duration, each, field) for each in given)
    if low.value > high.value:
        refuse(field, given, "the shortest and the longest time")
    return low, high


def told(span: Span) -> str:
    """The span in words."""
    low, high = span
    return str(low) if low == high else f"{low} to {high}"


def spelled(time: Duration) -> str:
    """The time in the unit that it is spoken of in: minutes up to a few hours, hours up to a day, then days.

    >>> [spelled(Duration(text)) for text in ("40 min", "4 h", "12 h", "1 d", "27.5 d")]
    ['40 min', '240 min', '12 h', '24 h', '27.5 days']
    """
    if time <= _FEW_HOURS:
        return str(time)
    if time <= _A_DAY:
        return safe_text(time.value, "h")
    return safe_text(time.value / _A_DAY.value, "days")


def cite(given: object) -> Citation:
    """The citation, if it is one with a source: anything else is refused."""
    need(given, Citation, "citation")
    citation: Citation = given  # type: ignore[assignment]
    need(citation.source, Source, "source")
    return citation
