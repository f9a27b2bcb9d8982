"""Body mass index, Devine's ideal, adjusted and Janmahasatian's lean weight, as the papers print them."""

from tests.oracle.pairs import Pair, add, div, mul, number, sub

DEVINE = {"female": "45.5", "male": "50"}
JANMAHASATIAN = {"female": ("8780", "244"), "male": ("6680", "216")}


def body_mass_index(kg: Pair, cm: Pair) -> Pair:
    metres = div(cm, (100, 1))
    return div(kg, mul(metres, metres))


def ideal(cm: Pair, sex: str) -> Pair:
    over_sixty = sub(div(cm, number("2.54")), number("60"))
    return add(number(DEVINE[sex]), mul(number("2.3"), over_sixty))


def adjusted(kg: Pair, slim: Pair) -> Pair:
    """From the ideal weight four tenths of the way to the actual one."""
    return add(slim, mul(number("0.4"), sub(kg, slim)))


def lean(kg: Pair, bmi: Pair, sex: str) -> Pair:
    constant, slope = JANMAHASATIAN[sex]
    return div(mul(number("9270"), kg), add(number(constant), mul(number(slope), bmi)))


def dosing(kg: Pair, basis: str, cm: Pair, sex: str) -> Pair | None:
    """The weight of the basis, or None where ideal weight has no figure above zero."""
    if basis == "actual":
        return kg
    if basis == "lean":
        return lean(kg, body_mass_index(kg, cm), sex)
    slim = ideal(cm, sex)
    found = slim if basis == "ideal" else adjusted(kg, slim)
    return found if slim[0] > 0 and found[0] > 0 else None
