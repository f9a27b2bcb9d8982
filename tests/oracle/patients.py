"""What must be said of a person before any dose: age and weight, pounds taken for kilograms, and the weight to dose on."""

from typing import NamedTuple

from tests.oracle import limits, weights
from tests.oracle.devices import NoAnswer
from tests.oracle.pairs import Pair, compare, div, mul, number

Told = list[tuple[str, str]]
"""Codes with their severities."""
POUND = number("0.45359237")
SHORTEST = number("50")
TALLEST = number("300")
LIGHTEST = number("10")
HEAVIEST = number("1000")
OBESE = number("30")
MADE_FOR = {
    "lean": (("years", "18", "82"), ("kg", "40.7", "216.5"), ("bmi", "17.1", "69.9")),
    "ideal": (("cm", "152.4", None),),
    "adjusted": (("cm", "152.4", None),),
}
"""The people that a weight formula was made for: from and to."""


class Person(NamedTuple):
    """Kilograms and the unit they were written in; where known height, years, sex, how it was weighed, an earlier weight."""

    kg: Pair
    unit: str
    cm: Pair | None = None
    years: Pair | None = None
    sex: str | None = None
    origin: str | None = None
    before: Pair | None = None

    @property
    def bmi(self) -> Pair | None:
        return None if self.cm is None else weights.body_mass_index(self.kg, self.cm)

    def check(self) -> None:
        """No adult weighs or measures so much, or so little."""
        for kg in (self.kg, self.before):
            if kg is not None and (compare(kg, LIGHTEST) < 0 or compare(kg, HEAVIEST) >= 0):
                raise NoAnswer("patient.weight")
        if self.cm is not None and (compare(self.cm, SHORTEST) < 0 or compare(self.cm, TALLEST) > 0):
            raise NoAnswer("patient.height")


def about(person: Person, area: str) -> Told:
    """Age and weight against the limits, whether the unit may be wrong, and how the weight came about."""
    found: Told = []
    for bounds in limits.of(area, "weight", None, None):
        found += limits.passed("weight", bounds, person.kg)
    if person.years is None:
        found.append(("age.unknown", "NOTE"))
    else:
        for bounds in limits.of(area, "age", None, None):
            found += limits.passed("age", bounds, person.years)
    found += _pounds(person)
    if person.unit not in {"kg", "g"}:
        found.append(("weight.converted", "NOTE"))
    if person.origin in {"stated", "estimated"}:
        found.append(("weight.not_measured", "NOTE"))
    return found


def _pounds(person: Person) -> Told:
    """A body mass index that only the other unit explains, or a weight from 2 to 2.4 times an earlier one, or the reverse."""
    if person.cm is None and person.before is None:
        return [("weight.pounds_unchecked", "NOTE")] if person.unit in {"kg", "g"} else []
    found: Told = []
    if person.bmi is not None and person.cm is not None and person.unit in {"kg", "lb", "lbs"}:
        in_pounds = person.unit in {"lb", "lbs"}
        other = div(person.kg, POUND) if in_pounds else mul(person.kg, POUND)
        odd = compare(person.bmi, number("17")) < 0 if in_pounds else compare(person.bmi, number("40")) >= 0
        read = weights.body_mass_index(other, person.cm)
        if odd and compare(read, number("17")) >= 0 and compare(read, number("35")) <= 0:
            found.append(("weight.pounds", "CAUTION"))
    if person.before is not None:
        factors = div(person.kg, person.before), div(person.before, person.kg)
        if any(compare(each, number("2")) >= 0 and compare(each, number("2.4")) <= 0 for each in factors):
            found.append(("weight.pounds", "CAUTION"))
    return found


def dosing(person: Person, basis: str, cap: Pair | None, *, fixed: bool = False) -> tuple[Pair, Told]:
    """The weight to dose on by the basis, at most the cap, and what must be said of it; a dose that is fixed has no basis."""
    on, found = person.kg, list[tuple[str, str]]()
    if basis != "actual":
        if fixed:
            raise NoAnswer("basis.fixed")
        if person.cm is None or person.sex is None:
            raise NoAnswer("basis.needs")
        scalar = weights.dosing(person.kg, basis, person.cm, person.sex)
        if scalar is None:
            raise NoAnswer("basis.domain")
        on = scalar
        found = _outside(person, basis)
    if cap is not None and compare(cap, on) < 0:
        on = cap
        found.append(("weight.capped", "CAUTION"))
    if basis != "actual":
        found.append(("basis.used", "NOTE"))
    if compare(on, person.kg) > 0:
        found.append(("basis.above_actual", "CAUTION"))
    return on, found


def _outside(person: Person, basis: str) -> Told:
    figures = {"years": person.years, "kg": person.kg, "cm": person.cm, "bmi": person.bmi}
    found = []
    for name, least, most in MADE_FOR[basis]:
        figure = figures[name]
        low = figure is not None and compare(figure, number(least)) < 0
        high = figure is not None and most is not None and compare(figure, number(most)) > 0
        found += [("basis.outside", "CAUTION")] if low or high else []
    return found


def aged(person: Person, least: Pair | None, under: Pair | None) -> Told:
    """Whether a source doses so at this age: from one on, under another."""
    if least is None and under is None:
        return []
    if person.years is None:
        return [("dose.age", "CAUTION")]
    young = least is not None and compare(person.years, least) < 0
    old = under is not None and compare(person.years, under) >= 0
    return [("dose.age", "STOP")] if young or old else []


def obese(person: Person) -> Told:
    """At a body mass index from 30 on, the dose on each basis is shown."""
    return [("basis.obesity", "NOTE")] if person.bmi is not None and compare(person.bmi, OBESE) >= 0 else []
