"""A dose given at once from a syringe, and a dose of an oral solution."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.bag import too_strong
from ketadose.calc.dose import Dose, read_overrides
from ketadose.calc.draw import Draw, DrawnUp, draw_up, same_drug, undiluted
from ketadose.catalog import limits
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, Override, exact, settle
from ketadose.measures import Amount, Deviation, PerWeight
from ketadose.model.product import Product, Syringe
from ketadose.records import Record, agree, plain
from ketadose.terms import INJECTED, Rounding, Route, Severity, read_word
from ketadose.working import Working

_BY_MOUTH = frozenset({Route.ORAL, Route.SUBLINGUAL})
_SITES = {Route.SUBCUTANEOUS: limits.SUBCUTANEOUS_SITE, Route.INTRAMUSCULAR: limits.INTRAMUSCULAR_SITE}


@attrs.frozen
class Injection(Record):
    """What to draw up for one injection or one oral dose, and what it really holds."""

    dose: Dose
    draw: Draw
    deviation: Deviation
    working: Working
    findings: tuple[Finding, ...]
    rounding: Rounding

    def __attrs_post_init__(self) -> None:
        agree(self, "deviation", formulas.DEVIATION(self.draw.amount, self.dose.amount).result)

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"amount": self.amount.__plain__(), "per_weight": self.per_weight.__plain__()}

    @property
    def amount(self) -> Amount:
        """The amount that is given."""
        return self.draw.amount

    @property
    def per_weight(self) -> PerWeight:
        """Given mg/kg of actual body weight."""
        return formulas.PER_WEIGHT(self.amount, self.dose.patient.weight).result  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return f"{self.draw} {self.dose.regimen.route.value}: {self.amount}"


def plan_injection(
    dose: Dose,
    *,
    product: Product,
    syringe: Syringe | None = None,
    rounding: Rounding | str = Rounding.HALF_UP,
    overrides: tuple[Override, ...] = (),
) -> Injection:
    """The volume of an intravenous bolus, an intramuscular or a subcutaneous injection: amount / strength, in mL.

    Findings: "draw.unrounded", "draw.large_site" (CAUTION above 1.5 mL subcutaneous, 5 mL intramuscular),
    "rounding.held_down", "rounding.coarse", "product.off_label", "product.undiluted" (STOP),
    "bag.strong" (STOP) and those of the dose.

    Raises `KetadoseError`: "argument.type", "product.form" (another route, or a dose over a time), "product.drug",
    "product.route", "draw.too_small", "draw.capacity", "dose.changed", "word.unknown"; `LimitError`.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
    >>> print(kd.plan_injection(dose, product=kd.products.KETAMINE_50_MG_PER_ML, syringe=kd.Syringe("0.01 mL")))
    0.7 mL subcutaneous: 35 mg
    """
    mode = read_word(Rounding, rounding, "rounding")
    drawn = _drawn(dose, product, syringe, mode, INJECTED)
    found: tuple[Finding, ...] = ()
    route, volume = dose.regimen.route, drawn.draw.volume
    site = _SITES.get(route)
    if site is not None and volume.value > exact(site.value):
        message = f"{volume} is more than {site.value}, {site.reason}: consider two sites or a stronger product"
        found += (Finding("draw.large_site", Severity.CAUTION, message, site.citation),)
    if route is Route.INTRAVENOUS:
        found += undiluted(product, volume, volume) + too_strong(product, product.strength)
    return _injection(dose, drawn, found, mode, overrides)


def plan_oral(
    dose: Dose,
    *,
    product: Product,
    syringe: Syringe | None = None,
    rounding: Rounding | str = Rounding.HALF_UP,
    overrides: tuple[Override, ...] = (),
) -> Injection:
    """The volume of a solution to swallow or hold under the tongue: amount / strength, in mL.

    Findings: "draw.unrounded", "rounding.held_down", "rounding.coarse", "product.off_label" and those of the dose. Errors
    are those of `plan_injection`.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.IRWIN_2013)
    >>> solution = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",), source=kd.Source.site("Pharmacy 7"))
    >>> print(kd.plan_oral(dose, product=solution, syringe=kd.Syringe("0.1 mL")))
    3.5 mL oral: 35 mg
    """
    mode = read_word(Rounding, rounding, "rounding")
    return _injection(dose, _drawn(dose, product, syringe, mode, _BY_MOUTH), (), mode, overrides)


def _drawn(dose: Dose, product: Product, syringe: Syringe | None, mode: Rounding, routes: frozenset[Route]) -> DrawnUp:
    same_drug(dose, product)
    if dose.regimen.route not in routes or dose.regimen.over is not None:
        raise KetadoseError(
            "product.form",
            f"'{dose}' is not given at once by this way",
            field="dose",
            received=str(dose),
            expected="a dose that is " + " or ".join(route.value for route in Route if route in routes),
            fix="kd.plan_infusion is for infusions, kd.plan_devices for nasal devices",
        )
    return draw_up(dose, product, syringe, mode)


def _injection(dose: Dose, drawn: DrawnUp, found: tuple[Finding, ...], mode: Rounding, overrides: object) -> Injection:
    deviation = formulas.DEVIATION(drawn.draw.amount, dose.amount)
    findings = settle(dose.findings + drawn.findings + found, read_overrides(overrides), "injection")
    working = Working((*drawn.entries, deviation))
    return Injection(dose, drawn.draw, deviation.result, working, findings, mode)
