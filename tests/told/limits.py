"""Limits, overrides and what is made of them, as they are refused."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import ketadose as kd
from ketadose import measures as m
from ketadose.calc.checks import bounds_text
from ketadose.evidence import Citation
from ketadose.findings import Bound, DoseRule, Limit, Override, passed, unused
from ketadose.terms import Axis
from tests.strategies import ANYTHING_GOES as EVERY
from tests.test_codes import OWN, dose_of, iv
from tests.told.results import ABOVE, oliver

AREA = kd.CareArea.PSYCHIATRIC_CLINIC


class Findings:
    """Something that has findings of a kind."""

    def __init__(self, findings: Any) -> None:
        self.findings = findings


def not_needed(*given: Any) -> str:
    return "; ".join(map(str, unused(*given)))


PAGE = Citation(OWN, "page 1")
MG, HIGHER, KILOGRAM = (Bound(m.Amount("1 mg"), PAGE), Bound(m.Amount("2 mg"), PAGE), Bound(m.Weight("70 kg"), PAGE))
HOUR, TWO_HOURS = m.Duration("1 h"), m.Duration("2 h")
LIMITS: dict[str, Callable[[], Any]] = {
    "bound of a float": lambda: Bound(0.5, PAGE),
    "bound of zero": lambda: Bound(0, PAGE),
    "bound of less than nothing": lambda: Bound(-1, PAGE),
    "bound of a bool": lambda: Bound(True, PAGE),
    "bound of text": lambda: Bound("1 mg", PAGE),
    "bound of a hollow measure": lambda: Bound(object.__new__(m.Amount), PAGE),
    "bound of a count": lambda: Bound(6, PAGE, "as studied", "sessions"),
    "bound of a fraction": lambda: Bound(Fraction(1, 2), PAGE, unit="%"),
    "bound with a reason of two lines": lambda: Bound(6, PAGE, "one\ntwo"),
    "bound with a unit of two lines": lambda: Bound(6, PAGE, "", "one\ntwo"),
    "bound without a citation": lambda: Bound(m.Amount("1 mg"), "page 1"),
    "limit without an axis": lambda: Limit("amount", soft_low=MG),
    "limit along a list": lambda: Limit([], soft_low=MG),
    "limit of another kind": lambda: Limit(Axis.AMOUNT, hard_high=KILOGRAM),
    "limit of no bound": lambda: Limit(Axis.AMOUNT, hard_high=m.Amount("1 mg")),
    "limit without bounds": lambda: Limit(Axis.AMOUNT, kd.KETAMINE),
    "limit out of order, low": lambda: Limit(Axis.AMOUNT, soft_low=MG, hard_low=HIGHER),
    "limit out of order, high": lambda: Limit(Axis.AMOUNT, soft_high=HIGHER, hard_high=MG),
    "limit out of order, low above high": lambda: Limit(Axis.AMOUNT, soft_low=HIGHER, soft_high=MG),
    "limit at one figure": lambda: Limit(Axis.AMOUNT, hard_low=MG, soft_low=MG, soft_high=MG, hard_high=MG).pairs,
    "limit with a window": lambda: Limit(Axis.AMOUNT, soft_high=MG, window=7),
    "limit without its window": lambda: Limit(Axis.WINDOW, soft_high=Bound(m.PerWeight("1 mg/kg"), PAGE)),
    "limit with half a window": lambda: Limit(Axis.WINDOW, soft_high=Bound(m.PerWeight("1 mg/kg"), PAGE), window=7.0),
    "limit with a window of a day": lambda: Limit(Axis.WINDOW, soft_high=Bound(m.PerWeight("1 mg/kg"), PAGE), window=1).pairs,
    "limit of a drug in text": lambda: Limit(Axis.AMOUNT, "ketamine", soft_high=MG),
    "limit of a route in text": lambda: Limit(Axis.AMOUNT, kd.KETAMINE, "oral", soft_high=MG),
    "limit of a wall in text": lambda: Limit(Axis.AMOUNT, soft_high=MG, wall="yes"),
    "limit up to a number": lambda: Limit(Axis.AMOUNT, soft_high=MG, up_to=70),
    "limit lasting to a number": lambda: Limit(Axis.AMOUNT, soft_high=MG, lasting_to=1),
    "limit lasting over a number": lambda: Limit(Axis.AMOUNT, soft_high=MG, lasting_over=1),
    "limit that never binds": lambda: Limit(Axis.AMOUNT, soft_high=MG, lasting_to=HOUR, lasting_over=HOUR),
    "limit between two durations": lambda: Limit(Axis.AMOUNT, soft_high=MG, lasting_to=TWO_HOURS, lasting_over=HOUR).pairs,
    "limit of people by weight": lambda: Limit(Axis.WEIGHT, soft_high=KILOGRAM, up_to=m.Weight("70 kg")),
    "limit of people by duration": lambda: Limit(Axis.WEIGHT, soft_high=KILOGRAM, lasting_to=HOUR),
    "rule without amounts": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (), PAGE),
    "rule of a list": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, [m.Amount("1 mg")], PAGE),
    "rule of volumes": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (m.Amount("1 mg"), m.Volume("1 mL")), PAGE),
    "rule of a drug in text": lambda: DoseRule("ketamine", kd.Route.ORAL, (m.Amount("1 mg"),), PAGE),
    "rule of a route in text": lambda: DoseRule(kd.KETAMINE, "oral", (m.Amount("1 mg"),), PAGE),
    "rule without a citation": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (m.Amount("1 mg"),), "page 1"),
    "override of nobody": lambda: Override("per_weight.high", " ", "because"),
    "override without a reason": lambda: Override("per_weight.high", "A. Doctor", ""),
    "override without codes": lambda: Override((), "A. Doctor", "because"),
    "override of a code nobody has": lambda: Override("about everything", "A. Doctor", "because"),
    "override of almost a code": lambda: Override(("per_weight.high", "per_weight.hihg"), "A. Doctor", "because"),
    "override of almost a long code": lambda: Override("weight.pounds_unchecked" + "_" * 70, "A. Doctor", "because"),
    "override of codes that are no text": lambda: Override((1, None), "A. Doctor", "because"),
    "override in two lines": lambda: Override("per_weight.high", "A. Doctor\nB. Doctor", "because"),
    "override with a reason in two lines": lambda: Override("per_weight.high", "A. Doctor", "one\ntwo"),
    "unused of text": lambda: not_needed("per_weight.high", oliver()),
    "unused of a list with text": lambda: not_needed([ABOVE, "per_weight.high"], oliver()),
    "unused of a set": lambda: not_needed({ABOVE}, oliver()),
    "unused of one override": lambda: not_needed(ABOVE, oliver()),
    "unused of no result": lambda: not_needed(ABOVE, "a dose"),
    "unused of findings in a list": lambda: not_needed(ABOVE, Findings([])),
    "unused of two": lambda: not_needed((ABOVE, Override(("duration.low", "age.unknown"), "B. Doctor", "because")), oliver()),
    "past an outer wall": lambda: dose_of(iv("4.6 mg/kg", "60 min"), overrides=EVERY),
    "past a count": lambda: passed(Limit(Axis.COURSE, hard_high=Bound(6, PAGE)), 7, "number of sessions", AREA),
    "bounds told": lambda: bounds_text(Limit(Axis.AMOUNT, hard_low=MG, soft_low=MG, soft_high=HIGHER, hard_high=HIGHER)),
    "bounds of a wall told": lambda: bounds_text(Limit(Axis.AMOUNT, hard_high=MG, wall=True, up_to=m.Weight("50 kg"))),
    "bounds of short doses told": lambda: bounds_text(Limit(Axis.AMOUNT, soft_high=MG, lasting_to=HOUR)),
    "bounds of long doses told": lambda: bounds_text(Limit(Axis.AMOUNT, soft_high=MG, lasting_over=HOUR)),
    "bounds of ours told": lambda: bounds_text(kd.limits.PSYCHIATRIC_CLINIC.limits[0]),
    "inside": lambda: Limit(Axis.AMOUNT, soft_low=MG, soft_high=HIGHER).broken(3, 2),
}
