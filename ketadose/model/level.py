"""A dose level: an amount per weight or an amount, as a source offers it."""

from __future__ import annotations

from itertools import pairwise

from ketadose.errors import KetadoseError, shown
from ketadose.measures import Amount, PerWeight
from ketadose.measures.reading import read

DoseLevel = Amount | PerWeight


def read_dose(given: object, field: str = "dose") -> DoseLevel:
    """An amount per weight or an amount: the unit tells which."""
    kind: type[DoseLevel] = PerWeight
    if type(given) is Amount:
        kind = Amount
    elif issubclass(type(given), str):
        unit = str.lstrip(given, "0123456789. ")  # type: ignore[arg-type]
        kind = Amount if unit in Amount.units.by_text else PerWeight
    try:
        return read(kind, given, field)
    except KetadoseError as error:
        if error.code == "measure.unit" and not issubclass(type(given), str):
            kind = Amount  # a Quantity says its kind by its unit only
        else:
            error.expected = _DOSE_FORM
            raise
    return read(kind, given, field)


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
