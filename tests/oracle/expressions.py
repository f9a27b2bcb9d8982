"""An evaluator of printed expressions: its own tokens, recursive descent, exact pairs, no `eval`.

sum = product (("+" | "-") product)*    product = factor (("*" | "/") factor)*    factor = number | name | "(" sum ")"
"""

from tests.oracle.pairs import Pair, add, div, mul, number, sub


class Unreadable(Exception):
    """Not an expression of + - * / parentheses, names and decimals."""


def tokens(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(text):
        start = place
        letter = text[place]
        if letter.isdigit():
            while place < len(text) and (text[place].isdigit() or text[place] == "."):
                place += 1
        elif letter.islower() or letter == "_":
            while place < len(text) and (text[place].islower() or text[place] == "_"):
                place += 1
        elif letter in "+-*/()":
            place += 1
        elif letter == " ":
            place += 1
            continue
        else:
            raise Unreadable(text)
        found.append(text[start:place])
    return found


def evaluate(text: str, names: dict[str, Pair]) -> Pair:
    """The exact value of the printed expression."""
    left = tokens(text)
    value = _sum(left, names)
    if left:
        raise Unreadable(text)
    return value


def _sum(left: list[str], names: dict[str, Pair]) -> Pair:
    value = _product(left, names)
    while left and left[0] in "+-":
        operation = add if left.pop(0) == "+" else sub
        value = operation(value, _product(left, names))
    return value


def _product(left: list[str], names: dict[str, Pair]) -> Pair:
    value = _factor(left, names)
    while left and left[0] in "*/":
        operation = mul if left.pop(0) == "*" else div
        value = operation(value, _factor(left, names))
    return value


def _factor(left: list[str], names: dict[str, Pair]) -> Pair:
    if not left:
        raise Unreadable("ends too early")
    word = left.pop(0)
    if word == "(":
        value = _sum(left, names)
        if not left or left.pop(0) != ")":
            raise Unreadable("a parenthesis is not closed")
        return value
    if word[0].isdigit():
        return number(word)
    if word in names:
        return names[word]
    raise Unreadable(word)
