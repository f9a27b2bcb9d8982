"""Plain data into the tables, nothing coerced and every error found, each with its path."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from ketadose.errors import KetadoseError, shown
from ketadose.exchange.tables import RENAMED, Doses, Name, keys_of
from ketadose.measures import Measure
from ketadose.measures.reading import read
from ketadose.model.conduct import Span
from ketadose.model.level import DoseLevel, read_dose
from ketadose.records import read_text
from ketadose.terms import Word, read_word

T = TypeVar("T")
LARGEST_NUMBER = 99_999
MOST_ENTRIES = 1_000
MOST_HINTS = 100
"""A document with more unknown keys than this is no catalog, and what each of them may mean would take seconds."""
_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,59}")
_TOML_WORDS: dict[type[Any], str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "an array",
    dict: "a table",
    datetime.date: "a date",
    datetime.time: "a time",
    datetime.datetime: "a date and time",
}


def structured(table: type[T], given: object, hints: Iterator[int]) -> tuple[T | None, tuple[KetadoseError, ...]]:
    """The table filled from plain data, or None with every error in it; the `field` of each is its path inside the table."""
    try:
        return _converter().structure(given, table), ()
    except (BaseValidationError, KetadoseError) as error:
        return None, tuple(_flat(error, "", table, hints))


def wrong(given: object, expected: str) -> KetadoseError:
    """The refusal of a value of another type than the key needs."""
    return KetadoseError("argument.type", f"{shown(given)} is {_TOML_WORDS[type(given)]}", received=given, expected=expected)


def unknown_key(key: str, keys: tuple[str, ...], path: str, hints: Iterator[int]) -> KetadoseError:
    """The refusal of a key that the table does not have; one of the hints is spent on the key that may be meant."""
    meant = "" if next(hints, None) is None else _meant(key[:60].lower(), keys)
    return KetadoseError(
        "catalog.document",
        f"there is no key {shown(key)} here",
        field=path,
        received=key,
        expected="" if meant else ", ".join(keys),
        fix=meant,
    )


def whole_number(given: object) -> int:
    """A whole number that a person may have meant; a count, a day or a minute."""
    if type(given) is not int or not 0 <= given <= LARGEST_NUMBER:
        raise wrong(given, f"a whole number up to {LARGEST_NUMBER:,}")
    return given


@lru_cache(maxsize=1024)
def _meant(key: str, keys: tuple[str, ...]) -> str:
    near = get_close_matches(key, keys, n=1)
    return f"Write {near[0]} if that is meant" if near else ""


def _flat(error: Exception, path: str, table: type[Any], hints: Iterator[int]) -> Iterator[KetadoseError]:
    """Every error inside an error of cattrs, with its path."""
    if isinstance(error, BaseValidationError):
        inner = error.cl if isinstance(error, ClassValidationError) else table
        for each in error.exceptions:
            yield from _flat(each, path + _step(each), inner, hints)
    elif isinstance(error, ForbiddenExtraKeysError):
        keys = keys_of(table)
        for key in sorted(error.extra_fields):
            yield unknown_key(key, keys, path.removeprefix("."), hints)
    elif isinstance(error, KetadoseError):
        error.__dict__.pop("__notes__", None)
        error.field = path.removeprefix(".")
        yield error.with_traceback(None)
    else:  # the key is not there
        yield KetadoseError("catalog.document", "this key is missing", field=path.removeprefix("."), fix="There is no default")


def _step(error: Exception) -> str:
    """What the last note of an error adds to the path: a key, or a place in an array counted from 1."""
    for note in reversed(getattr(error, "__notes__", ())):
        if isinstance(note, IterableValidationNote):
            return f"[{int(note.index) + 1}]"
        return f".{RENAMED.get(note.name, note.name)}"
    return ""


def _text(given: object) -> str:
    if type(given) is not str:
        raise wrong(given, 'text in quotes, such as "SOP 12"')
    return read_text(given, "text")


def _name(given: object) -> str:
    text = _text(given)
    if not _NAME.fullmatch(text):
        raise KetadoseError(
            "argument.text",
            f"{shown(text)} is not a name",
            received=text,
            expected="capital letters, digits and underscores, such as CLINIC_STANDARD, at most 60",
        )
    return text


def _truth(given: object) -> bool:
    if type(given) is not bool:
        raise wrong(given, "true or false")
    return given


def _span(given: object) -> Span:
    """Two whole numbers, or one for both; whether they rise is for the phase to say."""
    if type(given) is not list:
        least = most = whole_number(given)
    elif len(given) != 2:
        raise wrong(given, "the least and the most, such as [4, 8]")
    else:
        least, most = map(whole_number, given)
    return least, most


def _list(given: object) -> list[Any]:
    if type(given) is not list:
        raise wrong(given, "an array in square brackets")
    if len(given) > MOST_ENTRIES:
        raise KetadoseError("argument.type", f"an array of {len(given):,}", expected=f"at most {MOST_ENTRIES:,} entries")
    return given


def _array(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inside: Any = list.__class_getitem__(get_args(kind)[0])
    fill = list_structure_factory(inside, converter)
    return lambda given, _: tuple(fill(_list(given), inside))


def _doses(_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """One dose as text, or an array of them; whether they rise is for the regimen to say."""
    several = _array(Doses, converter)
    return lambda given, _: several(given, Doses) if type(given) is list else (read_dose(given),)


def _table(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    renamed = {name: override(rename=key) for name, key in RENAMED.items()}
    fill = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **renamed)  # type: ignore[arg-type]

    def structure(given: Any, _: Any) -> Any:
        if type(given) is not dict:
            raise wrong(given, "a table")
        return fill(given, kind)

    return structure


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook_factory(lambda kind: hasattr(kind, "__attrs_attrs__"), _table)
    converter.register_structure_hook_factory(_is_tuple, _array)
    readers: tuple[tuple[Callable[[Any], bool], Callable[[Any, Any], Any]], ...] = (
        (lambda kind: kind is Name, lambda given, _: _name(given)),
        (lambda kind: kind in {DoseLevel, DoseLevel | None}, lambda given, _: read_dose(given)),
        (lambda kind: kind == Span, lambda given, _: _span(given)),
    )
    for plain, checked in ((str, _text), (int, whole_number), (bool, _truth)):
        # by class, and so the words below: cattrs asks its own coercing hooks for these before any predicate
        converter.register_structure_hook(plain, lambda given, _, checked=checked: checked(given))
    converter.register_structure_hook(Word, lambda given, kind: read_word(kind, given, ""))
    converter.register_structure_hook(Measure, lambda given, kind: read(kind, given, ""))
    for wanted, reader in readers:
        converter.register_structure_hook_func(wanted, reader)
    converter.register_structure_hook_factory(lambda kind: kind == Doses, _doses)
    return converter
