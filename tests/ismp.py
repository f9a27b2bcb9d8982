"""A linter of printed doses, after ISMP and the Joint Commission: what must never stand on an order."""

import re

_UNIT = r"(?:kg|mg|mcg|g|mL|h|min|cm|years)"
RULES = {
    "no leading zero": re.compile(r"(?<![\w.])\.\d"),
    "trailing zero": re.compile(rf"(?<![\w.])\d+\.\d*0 (?={_UNIT}\b)"),
    "no space before the unit": re.compile(rf"(?<![\w.,-])\d+(?:\.\d+)?{_UNIT}\b(?!\.)"),
    "no comma from 1,000": re.compile(rf"(?<![\w.,])\d{{4,}}(?:\.\d+)? {_UNIT}\b"),
    "exponent": re.compile(r"(?<![\w-])\d+(?:\.\d+)?[eE][+-]?\d+(?![\w-])"),
    "micro sign": re.compile("[\u00b5\u03bc]"),
    "ml or cc": re.compile(r"\bml\b|\bcc\b"),
    "route abbreviated": re.compile(r"\b(?:IV|IM|SC|SQ|IN|PO|SL|QD|QOD)\b"),
    "minus zero": re.compile(r"-0(?:\.0*)?(?![\d.])"),
    "units abbreviated": re.compile(r"\b\d+ ?(?:U|IU)\b"),
}


def faults(text):
    """Every rule that the text breaks, with the place."""
    return [
        f"{rule}: {text[max(match.start() - 20, 0) : match.end() + 20]!r}"
        for rule, found in RULES.items()
        for match in found.finditer(text)
    ]
