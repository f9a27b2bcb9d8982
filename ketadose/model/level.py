"""A dose level: an amount per weight or an amount, as a source offers it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ketadose.errors import KetadoseError, shown
from ketadose.measures import Amount, Measure, PerWeight
from ketadose.measures.reading import read
from ketadose.measures.units import LONGEST_TEXT

DoseLevel = Amount | PerWeight


def read_dose(given: object, field: str = "dose") -> DoseLevel:
    """An amount per weight or an amount: the unit tells which."""
    level: DoseLevel = read_either(PerWeight, Amount, given, field, _DOSE_FORM)
    return level


def read_either(one: type[Measure], other: type[Measure], given: object, field: str, form: str) -> Any:
    """A measure of one kind or of the other: the unit tells which; an error says the `form` that is expected."""
    kind = one
    if type(given) is other:
        kind = other
    elif issubclass(type(given), str):
        unit = str.__str__(given)[:LONGEST_TEXT].lstrip("0123456789. ")
        kind = other if unit in other.units.by_text else one
    try:
        return read(kind, given, field)
    except KetadoseError as error:
        if error.code != "measure.unit" or issubclass(type(given), str):
            error.expected = form
            raise
    return read(other, given, field)  # a Quantity says its kind by its unit only


_DOSE_FORM = "a dose such as 0.5 mg/kg (mg/kg or mcg/kg) or 56 mg (mg, g or mcg)"


def read_doses(given: object, field: str = "dose") -> tuple[DoseLevel, ...]:
    """One dose or several, all of one kind and rising."""
    several: tuple[object, ...] = tuple(given) if type(given) in {tuple, list} else (given,)  # type: ignore[arg-type]
    doses = tuple(read_dose(each, field) for each in several)
    one_kind = len({type(dose) for dose in doses}) == 1
    if not one_kind or any(a.value >= b.value for a, b in pairwise(doses)):
        raise KetadoseError(
            "regimen.dose",
            f"{shown(given)} is no choice of doses",
            field=field,
            received=given,
            expected="doses of one kind, rising",
        )
    return doses
