"""How a figure is printed on an order, by ISMP and the Joint Commission: four figures, and a word where it is shortened."""

from math import gcd

from tests.oracle.pairs import Pair, decimal_text

FIGURES = 4
LONGEST = 24
"""Letters of an exact number that is still printed beside a shortened one."""


def told(value: Pair, unit: str) -> str:
    """The figure with its unit; one of more than four figures is shortened half-up, whole digits excepted, and says so."""
    n, d = _lowest(value)
    places = _places(n, d)
    scaled = (2 * n * 10**places + d) // (2 * d)
    text = f"{_grouped(_stripped(scaled, places))} {unit}"
    if scaled * d == n * 10**places:
        return text
    exact = exact_text(value)
    shown = "/" not in exact and len(exact) <= LONGEST
    return f"{text} (exact {_grouped(exact)} {unit})" if shown else f"{text} (rounded)"


def exact_text(value: Pair) -> str:
    """The decimal where one ends, else a fraction in lowest terms."""
    n, d = _lowest(value)
    places = 0
    while 10**places % d and places <= d.bit_length():  # 2 or 5, and so one more place, for each factor of d
        places += 1
    if 10**places % d:
        return f"{n}/{d}"
    return _stripped(n * 10**places // d, places)


def _lowest(value: Pair) -> Pair:
    n, d = value
    common = gcd(n, d)
    return n // common, d // common


def _places(n: int, d: int) -> int:
    """How many decimals make four figures."""
    if n >= d:
        return max(FIGURES - len(str(n // d)), 0)
    zeros = 0
    while n * 10 ** (zeros + 1) < d:
        zeros += 1
    return zeros + FIGURES


def _stripped(count: int, places: int) -> str:
    text = decimal_text(count, places)
    return text.rstrip("0").rstrip(".") if places else text


def _grouped(text: str) -> str:
    """With a comma between each three whole digits."""
    whole, point, decimals = text.partition(".")
    groups = [whole[max(end - 3, 0) : end] for end in range(len(whole), 0, -3)]
    return ",".join(reversed(groups)) + point + decimals
