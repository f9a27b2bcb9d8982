"""The words of a refused measure: what is wrong with it and what to write instead."""

from __future__ import annotations

import re
from numbers import Number
from typing import Any, NoReturn

from ketadose.errors import KetadoseError, KindError, shown
from ketadose.measures.units import LONGEST_TEXT
from ketadose.measures.value import Value

_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
_COMMA = re.compile(r"([0-9]{1,3}),([0-9]{1,6})( ?[^0-9 ,.]+)", re.ASCII)
_POINT_FIRST = re.compile(r"\.([0-9]{1,6})( ?[^0-9 ,.]+)", re.ASCII)
_ZERO_FIRST = re.compile(r"0+([1-9][0-9]{0,2}(?:\.[0-9]{1,6})?)( ?[^0-9 ,.]+)", re.ASCII)
_ZERO = re.compile(r"0(?:\.0+)? ?(.*)", re.ASCII)


def form(kind: type[Value]) -> str:
    """What this kind looks like: "a weight such as 70 kg (kg, g, lb, oz or st)"."""
    names = list(dict.fromkeys(unit.name for unit in kind.units.by_text.values()))
    units = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
    return f"{kind.article} {kind.noun} such as {kind.example} ({units})"


def refuse_text(kind: type[Value], text: str, field: str) -> NoReturn:
    """The text is not in the grammar: find out which rule it breaks and say so."""
    code, problem, fix = _diagnosis(kind, text)
    raise KetadoseError(code, problem, field=field, received=text, expected=form(kind), fix=fix)


def refuse_kind(kind: type[Value], given: object, field: str) -> NoReturn:
    """The object is no measure of this kind: a bare number, another kind, or something else."""
    expected = form(kind)
    if _is_number(given) and type(given).__name__ not in {"bool", "Quantity"}:
        raise KetadoseError(
            "measure.bare_number",
            f"{shown(given)} is a bare number",
            field=field,
            received=given,
            expected=expected,
            fix="Write the unit with it",
        )
    other: Any = type(given)
    what = f"{shown(given)} is {other.article} {other.noun}" if issubclass(other, Value) else _what(given)
    raise KindError("measure.kind", what, field=field, received=given, expected=expected)


def _is_number(given: object) -> bool:
    try:
        return issubclass(type(given), Number)
    except Exception:  # a class may refuse to be asked
        return False


def refuse_zero(measure: Value, field: str) -> NoReturn:
    """The measure is a result of zero or less, which nobody can give."""
    raise KetadoseError(
        "measure.not_positive",
        f"{measure} is not more than zero",
        field=field,
        received=measure.exact,
        expected=form(type(measure)),
    )


def refuse_hollow(kind: type[Value], field: str) -> NoReturn:
    """The object was made without its constructor and holds nothing."""
    raise KetadoseError(
        "measure.hollow",
        f"this {kind.__name__} was never given a value",
        field=field,
        received=kind.__name__,
        expected=form(kind),
    )


def refuse_quantity(kind: type[Value], field: str) -> NoReturn:
    """The Quantity is hollow or was tampered with, or its registry was: it doesn't answer as pint's own do."""
    raise KetadoseError(
        "measure.registry",
        "this Quantity does not answer as pint's own do",
        field=field,
        expected=form(kind),
        fix="Use a fresh pint.UnitRegistry(), or give text",
    ) from None


def _what(given: object) -> str:
    return f"{shown(given)} ({type(given).__name__}) is not a measure"


def _diagnosis(kind: type[Value], text: str) -> tuple[str, str, str]:
    if len(text) > LONGEST_TEXT:
        return "measure.length", f"{shown(text)} has {len(text)} characters, more than {LONGEST_TEXT}", ""
    quoted = shown(text)
    comma = _COMMA.fullmatch(text)
    if "," in text:
        fix = _write(kind, f"{comma[1]}.{comma[2]}", comma[3]) if comma and len(comma[2]) != 3 else ""
        return "measure.comma", f"{quoted} has a comma", fix or "Write the number without a comma"
    if _NUMBER.fullmatch(text):
        return "measure.bare_number", f"{quoted} is a bare number", "Write the unit with it"
    pointed = _POINT_FIRST.fullmatch(text)
    if pointed:
        return "measure.text", f"{quoted} starts with a point", _write(kind, f"0.{pointed[1]}", pointed[2])
    zeroed = _ZERO_FIRST.fullmatch(text)
    if zeroed:
        return "measure.text", f"{quoted} starts with a zero", _write(kind, zeroed[1], zeroed[2])
    return _unit_diagnosis(kind, text, quoted)


def _write(kind: type[Value], number: str, unit: str) -> str:
    """What to write instead, as it would be printed, if that could be read: more than zero, in a unit of the kind."""
    row = kind.units.by_text.get(unit.strip())
    number = number.rstrip("0").rstrip(".") if "." in number else number
    readable = any(digit in "123456789" for digit in number) and (number[0] != "0" or number.startswith("0."))
    return f"Write {number} {row.name} if that is meant" if row is not None and readable else ""


def _unit_diagnosis(kind: type[Value], text: str, quoted: str) -> tuple[str, str, str]:
    number = _NUMBER.match(text)
    if number is None:
        return "measure.text", f"{quoted} does not start with a plain number", "Write digits, a space and the unit"
    name = text[number.end() :].removeprefix(" ")
    zero = _ZERO.fullmatch(text)
    if name in kind.units.by_text and zero:
        return "measure.not_positive", f"{quoted} is zero", "Give more than zero"
    if not name[:1].isalpha() and name[:1] != "%":
        return "measure.text", f"{quoted} is not one number and one unit", "Write digits, a space and the unit"
    meant = _meant(kind, name)
    fix = f"Write {meant} if that is meant" if meant else ""
    return "measure.unit", f"{quoted} has the unit {shown(name)}, not a unit of {kind.noun}", fix


def _meant(kind: type[Value], name: str) -> str:
    alike = {"cc": "mL", "kgs": "kg", "hr": "h", "hrs": "h", "hours": "h", "mins": "min", "pounds": "lb", "mgs": "mg"}
    if alike.get(name.lower()) in kind.units.by_text:
        return alike[name.lower()]
    folded = [text for text in kind.units.by_text if text.lower() == name.lower()]
    return kind.units.by_text[folded[0]].name if folded else ""
