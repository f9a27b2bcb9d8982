"""Texts of measures as people write them: well, and in every way that must be refused."""

from __future__ import annotations

from typing import Any

from proof.vectors.numbering import Choices

_MICRO = ("mcg", "ug", "\u00b5g", "\u03bcg")
SPELLINGS: dict[str, tuple[str, ...]] = {
    "weight": ("kg", "kg", "g", "lb", "lbs", "oz", "st", "stone"),
    "height": ("cm", "cm", "m", "in", "ft"),
    "age": ("years", "year", "y"),
    "amount": ("mg", "mg", "g", *_MICRO),
    "amount per weight": ("mg/kg", "mg/kg", *(f"{each}/kg" for each in _MICRO)),
    "concentration": ("mg/mL", "mg/mL", "mg/ml", *(f"{each}/mL" for each in _MICRO), "ug/ml", "mcg/ml", "g/L", "mg/L"),
    "volume": ("mL", "mL", "ml", "L"),
    "duration": ("min", "min", "minutes", "minute", "h", "hour", "hours", "s", "d", "day", "days"),
    "flow rate": ("mL/h", "mL/h", "ml/h", "mL/hr", "ml/hr", "mL/min", "ml/min", "L/h"),
    "amount rate": ("mg/h", "mg/h", "mg/hr", "mg/min", "mcg/hr", *(f"{each}/h" for each in _MICRO), "mcg/min", "ug/min"),
    "amount rate per weight": (
        *("mg/kg/h", "mg/kg/h", "mg/kg/hr", "mg/kg/min", "mcg/kg/hr"),
        *(f"{each}/kg/h" for each in _MICRO),
        *(f"{each}/kg/min" for each in _MICRO),
    ),
    "body mass index": ("kg/m2",),
    "deviation": ("%",),
}
"""For each kind of measure the spellings of its units, the usual one twice."""

_TWISTS = (
    "{digits:.3},5 {u}",
    "{digits:.2},50 {u}",
    "1,234 {u}",
    "1,234.5 {u}",
    "12,345,678 {u}",
    "0,{digits:.4}{u}",
    "{n},{u}",
    "{n}",
    ".{digits:.5} {u}",
    ".0 {u}",
    "0{n} {u}",
    "000{n} {u}",
    "-{n} {u}",
    "+{n} {u}",
    "{n}e3 {u}",
    "{n}E-3{u}",
    "{n}  {u}",
    " {n} {u}",
    "{n} {u} ",
    "{n} {u}\n",
    "{n}\t{u}",
    "{n}\u00a0{u}",
    "{n}\u2009{u}",
    "{n}. {u}",
    "{n}.1.2 {u}",
    "{n} {upper}",
    "{n} {lower}s",
    "{n} {title}",
    "0 {u}",
    "0.0{u}",
    "0.000 {u}",
    "{n}-{n} {u}",
    "{n} to {n} {u}",
    "{n}/2 {u}",
    "{n}\u00bd {u}",
    "{n} \u00b1 1 {u}",
    "~{n} {u}",
    "{n}_000 {u}",
    "1 000 {u}",
    "1'000 {u}",
    '{n}" {u}',
    '{n}\'s "{u}"',
    "\u0667\u0660 {u}",
    "\uff17\uff10 {u}",
    "{n}\u00b2 {u}",
    "{n} {u} \U0001f489",
    "{n} \U0001f40e",
    "{n} {u}\u200b",
    "\ufeff{n} {u}",
    "{n}{u}\\n",
    "{n} {u}\x00",
    "{u}",
    "",
    "nan {u}",
    "inf {u}",
    "{n} units",
    "{n} IU",
    "{n} cc",
    "{n} mins",
    "{n} Hrs",
    "{n} kgs",
    "{n} Pounds",
    "{n} mgs",
    "{n} {u} iv",
    "{n}" + "0" * 41 + " {u}",
    "{n}." + "0" * 70 + "1 {u}",
    "{n} " + "{u}" * 20,
    "\U0001f489" * 61,
    "x" * 59 + "'\"",
    "{n} " + "q" * 38,
)
"""What goes wrong in writing: each makes of a number n and a unit u a text that is not to be read, or not as it seems."""

_FEET = ("5 ft 5 in", "6 ft 0 in", "5 ft 11.5 in", "4 ft 10.25 in", "9 ft 11 in")
_NOT_FEET = ("5 ft 12 in", "0 ft 5 in", "5 ft 05 in", "5ft 5in", "5 ft 5", "10 ft 1 in", "5'5\"", "5 ft -1 in", "5 ft 5,5 in")


def reading(choices: Choices) -> dict[str, Any]:
    """A kind of measure and a text; where the text is well written mostly also a unit to tell it in."""
    kind = choices.of(tuple(SPELLINGS))
    if choices.once_in(4):
        return {"measure": kind, "text": _twisted(choices, kind)}
    if kind == "height" and choices.once_in(2):
        return {"measure": kind, "text": choices.of(_FEET if choices.below(3) else _NOT_FEET), "to": "in"}
    text = f"{number(choices)}{'' if choices.once_in(4) else ' '}{choices.of(SPELLINGS[kind])}"
    if choices.once_in(3):
        return {"measure": kind, "text": text}
    other = choices.once_in(60)
    return {"measure": kind, "text": text, "to": choices.of(SPELLINGS["volume" if other else kind])}


def number(choices: Choices) -> str:
    """A number as the grammar has it: short or long, whole or not, with and without zeros at its end."""
    way = choices.below(9)
    if way < 3:
        return str(choices.between(1, 999))
    if way == 3:
        return choices.decimal(1, 99_999, choices.between(1, 4))
    if way == 4:
        return f"{choices.between(0, 999)}.{choices.between(1, 9_999)}{'0' * choices.below(4)}"
    if way == 5:
        return str(choices.between(1_000, 10 ** choices.between(4, 12)))
    if way == 6:
        return f"0.{'0' * choices.below(9)}{choices.between(1, 99_999)}"
    if way == 7:
        return f"{choices.between(1, 10**14)}.{choices.between(1, 10**9)}"
    return f"{choices.of(('999.9', '9999', '0.9999', '99.99', '1', '0.1', '12'))}{choices.of(('', '5', '49', '51', '95'))}"


def _twisted(choices: Choices, kind: str) -> str:
    unit = choices.of(SPELLINGS[kind] if choices.below(6) else SPELLINGS[choices.of(tuple(SPELLINGS))])
    n = number(choices)
    others = {"digits": n.replace(".", ""), "upper": unit.upper(), "lower": unit.lower(), "title": unit.title()}
    return choices.of(_TWISTS).format(n=n, u=unit, **others)
