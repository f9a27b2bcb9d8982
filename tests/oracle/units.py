"""Units as decimal text: every factor is to kg, cm, years, mg, mg/kg, mg/mL, mL, seconds, mL/h, mg/h, mg/kg/h or kg/m2."""

from tests.oracle.pairs import Pair, add, div, mul, number

Table = dict[str, str]


def _per(*tails: str) -> Table:
    """A thousandth, in each way that micrograms are written: mcg, ug, the micro sign, the Greek letter."""
    return {f"{micro}{tail}": "0.001" for tail in tails for micro in ("mcg", "ug", "\u00b5g", "\u03bcg")}


def _sixty(table: Table) -> Table:
    """What is for each minute, in units for each hour."""
    return dict.fromkeys(table, "0.06")


WEIGHT = {"kg": "1", "g": "0.001", "lb": "0.45359237", "lbs": "0.45359237", "oz": "0.028349523125"}
WEIGHT |= {"st": "6.35029318", "stone": "6.35029318"}
HEIGHT = {"cm": "1", "m": "100", "in": "2.54", "ft": "30.48"}
AGE = {"years": "1", "year": "1", "y": "1"}
AMOUNT = {"mg": "1", "g": "1000"} | _per("")
PER_WEIGHT = {"mg/kg": "1"} | _per("/kg")
CONCENTRATION = {"mg/mL": "1", "mg/ml": "1", "g/L": "1", "mg/L": "0.001"} | _per("/mL", "/ml")
VOLUME = {"mL": "1", "ml": "1", "L": "1000"}
DURATION = {"s": "1", "min": "60", "minute": "60", "minutes": "60", "h": "3600", "hour": "3600", "hours": "3600"}
DURATION |= {"d": "86400", "day": "86400", "days": "86400"}
FLOW_RATE = {"mL/h": "1", "ml/h": "1", "mL/hr": "1", "ml/hr": "1", "mL/min": "60", "ml/min": "60", "L/h": "1000"}
AMOUNT_RATE = {"mg/h": "1", "mg/hr": "1", "mg/min": "60", "mcg/hr": "0.001"} | _per("/h") | _sixty(_per("/min"))
PER_WEIGHT_RATE = {"mg/kg/h": "1", "mg/kg/hr": "1", "mg/kg/min": "60", "mcg/kg/hr": "0.001"} | _per("/kg/h")
PER_WEIGHT_RATE |= _sixty(_per("/kg/min"))
BODY_MASS_INDEX = {"kg/m2": "1"}
LETTERS = 40
"""How long a text may be."""


def read(text: str, table: Table) -> Pair:
    """The number of the text in the table's first unit."""
    digits, unit = text.split(" ")
    return mul(number(digits), number(table[unit]))


def weight(text: str) -> Pair:
    return read(text, WEIGHT)


def height(text: str) -> Pair:
    """Centimetres; "5 ft 5.5 in" as well."""
    if " ft " in text:
        feet, _, inches, _ = text.split(" ")
        return feet_and_inches(number(feet), number(inches))
    return read(text, HEIGHT)


def feet_and_inches(feet: Pair, inches: Pair) -> Pair:
    """In centimetres."""
    return mul(add(mul(feet, (12, 1)), inches), number("2.54"))


def minutes(text: str) -> Pair:
    return div(read(text, DURATION), (60, 1))


def level(text: str) -> tuple[str, Pair]:
    """What a dose text is ("mg/kg" or "mg") and its number."""
    if text.endswith("/kg"):
        return "mg/kg", read(text, PER_WEIGHT)
    return "mg", read(text, AMOUNT)


def said(text: str, table: Table) -> Pair | None:
    """What any text says: digits with at most one point, at most one space, a unit of the table; None for all other text.

    Read letter by letter. No zero before other digits, nothing that is zero, at most 40 letters.
    """
    end = 0
    while end < len(text) and text[end] in "0123456789.":
        end += 1
    digits, rest = text[:end], text[end:]
    if len(text) > LETTERS or not _plain(digits):
        return None
    if table is HEIGHT and rest.startswith(" ft "):
        return _tall(digits, rest[4:])
    unit = rest.removeprefix(" ")
    value = number(digits)
    return mul(value, number(table[unit])) if unit in table and value[0] else None


def _plain(digits: str) -> bool:
    whole, point, decimals = digits.partition(".")
    return bool(whole) and (whole == "0" or whole[0] != "0") and bool(point) == bool(decimals) and "." not in decimals


def _tall(feet: str, rest: str) -> Pair | None:
    """One to nine feet, and inches from 0 to less than 12."""
    inches = rest[:-3]
    clean = rest.endswith(" in") and all(letter in "0123456789." for letter in inches) and _plain(inches)
    if not clean or len(feet) != 1 or feet == "0" or number(inches)[0] >= 12 * number(inches)[1]:
        return None
    return feet_and_inches(number(feet), number(inches))
