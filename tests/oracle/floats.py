"""The double nearest to an exact number, found in whole numbers: 53 binary digits, a tie to the even last digit."""

from tests.oracle.pairs import Pair

DIGITS = 53
FINEST = -1074
"""The exponent of the smallest double."""


def nearest(value: Pair) -> Pair:
    """The exact value of the nearest double."""
    n, d = abs(value[0]), value[1]
    power = n.bit_length() - d.bit_length() - DIGITS
    if _quotient(n, d, power)[0] >> DIGITS:
        power += 1
    power = max(power, FINEST)
    count, rest, whole = _quotient(n, d, power)
    if 2 * rest > whole or (2 * rest == whole and count % 2):
        count += 1
    count = -count if value[0] < 0 else count
    return (count << power, 1) if power > 0 else (count, 1 << -power)


def _quotient(n: int, d: int, power: int) -> tuple[int, int, int]:
    """How many 2**power there are in n/d, with what is left over and of what."""
    n, d = (n, d << power) if power > 0 else (n << -power, d)
    return *divmod(n, d), d
