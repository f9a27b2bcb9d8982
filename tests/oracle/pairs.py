"""Exact arithmetic on pairs of whole numbers (n, d), d above zero, never reduced."""

Pair = tuple[int, int]
ZERO: Pair = (0, 1)


def number(text: str) -> Pair:
    """The pair that a plain decimal says: "0.50" is (50, 100)."""
    whole, point, decimals = text.partition(".")
    if not whole.isdigit() or (point and not decimals.isdigit()):
        raise ValueError(text)
    return int(whole + decimals), 10 ** len(decimals)


def add(a: Pair, b: Pair) -> Pair:
    return a[0] * b[1] + b[0] * a[1], a[1] * b[1]


def sub(a: Pair, b: Pair) -> Pair:
    return a[0] * b[1] - b[0] * a[1], a[1] * b[1]


def mul(a: Pair, b: Pair) -> Pair:
    return a[0] * b[0], a[1] * b[1]


def div(a: Pair, b: Pair) -> Pair:
    if b[0] == 0:
        raise ZeroDivisionError(a)
    sign = -1 if b[0] < 0 else 1
    return sign * a[0] * b[1], sign * a[1] * b[0]


def compare(a: Pair, b: Pair) -> int:
    """Below zero, zero or above zero as a is below, at or above b."""
    return a[0] * b[1] - b[0] * a[1]


def same(a: Pair, b: Pair) -> bool:
    return compare(a, b) == 0


def total(pairs: list[Pair]) -> Pair:
    result = ZERO
    for pair in pairs:
        result = add(result, pair)
    return result


def steps(value: Pair, step: Pair, mode: str) -> int:
    """How many steps: "down" the most that fit, "up" the fewest that hold, "half up" the nearer, the upper one at a tie."""
    n, d = div(value, step)
    below, over = divmod(n, d)
    if mode == "down":
        return below
    if mode == "up":
        return below + (over > 0)
    if mode == "half up":
        return below + (2 * over >= d)
    raise ValueError(mode)


def decimal_text(count: int, places: int) -> str:
    """The decimal with so many places: 705 with 1 is "70.5"; no point where there are no places."""
    if not places:
        return str(count)
    digits = str(count).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"
