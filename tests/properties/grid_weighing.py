"""A patient weighed again: what has changed, and by how much."""

from __future__ import annotations

import datetime
from functools import cache
from typing import NamedTuple

import ketadose as kd
from ketadose.planning import recheck_weight
from tests.oracle import units
from tests.oracle import weighing as oracle
from tests.oracle.floats import nearest
from tests.oracle.pairs import decimal_text
from tests.properties.grid import Choices, Grid, Told, float_of
from tests.properties.looking import pair
from tests.strategies import ANYTHING_GOES, SOURCE

ON = datetime.date(2026, 1, 5)


class Asked(NamedTuple):
    """Both weights, the level, and how many days before the session the first of them was taken, if somebody said."""

    before: str
    now: str
    level: str
    days: int | None


def point(index: int) -> Asked:
    choose = Choices(index)
    kg = choose.between(45, 150)
    near = f"{decimal_text(kg * 1_000 + kg * choose.of((-50, -51, -49, 50, 51, 49, 0)), 3)} kg"
    level = choose.of(("0.5 mg/kg", "0.4 mg/kg", "35 mg"))
    return Asked(f"{kg} kg", choose.of((near, choose.weight())), level, choose.of((None, 28, 29, choose.below(60))))


@cache
def _regimen(level: str) -> kd.Regimen:
    return kd.Regimen("ketamine", "subcutaneous", level, source=SOURCE)


def computed(asked: Asked) -> Told:
    weighed_on = None if asked.days is None else ON - datetime.timedelta(days=asked.days)
    patient = kd.Patient(asked.before, weighed_on=weighed_on)
    dose = kd.calculate_dose(patient, _regimen(asked.level), overrides=ANYTHING_GOES)
    again = recheck_weight(dose, asked.now, on=ON)
    told: Told = {"weight": pair(again.weight_change), "float weight": float_of(again.weight_change)}
    told |= {"changed": again.changed, "old": again.stale}
    return told | ({} if again.dose_change is None else {"dose": pair(again.dose_change)})


def expected(asked: Asked) -> Told:
    kind, level = units.level(asked.level)
    before, now = units.weight(asked.before), units.weight(asked.now)
    found = oracle.weighed(before, now, level, kind == "mg", asked.days)
    told: Told = {"weight": found.weight, "float weight": nearest(found.weight), "dose": found.dose}
    return told | {"changed": found.changed, "old": found.old}


WEIGHING = Grid("weighing", 15, point, computed, expected, frozenset({"answered", "changed", "old"}))
