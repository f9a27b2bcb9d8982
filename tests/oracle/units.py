"""Units as decimal text: every factor is to kg, cm, mg, mg/kg, mg/mL, mL, minutes or mL/h."""

from tests.oracle.pairs import Pair, add, div, mul, number

WEIGHT = {"kg": "1", "g": "0.001", "lb": "0.45359237", "oz": "0.028349523125", "st": "6.35029318"}
HEIGHT = {"cm": "1", "m": "100", "in": "2.54", "ft": "30.48"}
AMOUNT = {"mg": "1", "g": "1000", "mcg": "0.001"}
PER_WEIGHT = {"mg/kg": "1", "mcg/kg": "0.001"}
CONCENTRATION = {"mg/mL": "1", "g/L": "1", "mcg/mL": "0.001", "mg/L": "0.001"}
VOLUME = {"mL": "1", "L": "1000"}
FLOW_RATE = {"mL/h": "1", "mL/min": "60", "L/h": "1000"}
DURATION = {"min": "1", "h": "60", "d": "1440"}


def read(text: str, table: dict[str, str]) -> Pair:
    """The number of the text in the table's first unit."""
    digits, unit = text.split(" ")
    return mul(number(digits), number(table[unit]))


def weight(text: str) -> Pair:
    return read(text, WEIGHT)


def height(text: str) -> Pair:
    """Centimetres; "5 ft 5.5 in" as well."""
    if " ft " in text:
        feet, _, inches, _ = text.split(" ")
        return mul(add(mul(number(feet), (12, 1)), number(inches)), number("2.54"))
    return read(text, HEIGHT)


def minutes(text: str) -> Pair:
    if text.endswith(" s"):
        return div(number(text[:-2]), (60, 1))
    return read(text, DURATION)


def level(text: str) -> tuple[str, Pair]:
    """What a dose text is ("mg/kg" or "mg") and its number."""
    if text.endswith("/kg"):
        return "mg/kg", read(text, PER_WEIGHT)
    return "mg", read(text, AMOUNT)
