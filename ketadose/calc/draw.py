"""What to draw up: the volume at the syringe's graduation, whole vials, and what is left for the controlled-drug record."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.checks import Edge, highest
from ketadose.calc.dose import Dose, untouched
from ketadose.calc.rounding import AtStep, Device, at_step, steps
from ketadose.catalog.limits import DILUTE_FROM, DILUTE_TO
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, exact
from ketadose.measures import Amount, Volume
from ketadose.model.product import Product, Syringe
from ketadose.records import Record, agree, is_a, plain, whole
from ketadose.terms import INJECTED, Axis, Rounding, Route, Severity
from ketadose.working import Entry, Given

_NO_SYRINGE = Finding(
    "draw.unrounded", Severity.NOTE, "no syringe was given: the volume is exact and not rounded to a graduation"
)


@attrs.frozen
class Draw(Record):
    """What is drawn up from which vials, and what is left in the last one."""

    product: Product
    syringe: Syringe | None
    volume: Volume
    amount: Amount
    vials: int
    left_volume: Volume
    left_amount: Amount

    def __attrs_post_init__(self) -> None:
        strength = self.product.strength
        agree(self, "amount", formulas.AMOUNT_IN(self.volume, strength).result)
        agree(self, "left_amount", formulas.AMOUNT_IN(self.left_volume, strength).result)
        in_vials = formulas.VIALS_VOLUME(self.product.volume, self.vials).result
        agree(self, "left_volume", formulas.LEFT(in_vials, self.volume).result)

    @property
    def waste(self) -> Amount | None:
        """What is left, where the product is for single use; None for a multiple-dose vial."""
        return self.left_amount if self.product.single_use else None

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"waste": None if self.waste is None else self.waste.__plain__()}

    def __str__(self) -> str:
        return self.volume.in_full() if self.syringe else str(self.volume)


@attrs.frozen
class DrawnUp:
    """A draw with its entries and findings."""

    draw: Draw
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def draw_up(dose: Dose, product: Product, syringe: Syringe | None, mode: Rounding) -> DrawnUp:
    """Volume = amount / strength, at the syringe's graduation, in whole vials: the fewest that hold it."""
    check_device(syringe, Syringe, "syringe")
    findings = fits(dose, product)
    wanted = formulas.VOLUME(dose.amount, product.strength)
    entries: list[Entry] = [Given("product", str(product), product.citation), wanted]
    volume: Volume = wanted.result
    if syringe is None:
        findings += (_NO_SYRINGE,)
    else:
        rounded = _at_graduation(dose, product, volume, syringe, mode)
        volume = rounded.measure
        entries.append(rounded.entry)
        findings += rounded.findings
    drawn = formulas.AMOUNT_IN(volume, product.strength)
    vials = steps(volume.value, product.volume.value, Rounding.UP)
    in_vials = formulas.VIALS_VOLUME(product.volume, vials)
    left = formulas.LEFT(in_vials.result, volume)
    left_amount = formulas.AMOUNT_IN(left.result, product.strength)
    draw = Draw(product, syringe, volume, drawn.result, vials, left.result, left_amount.result)
    return DrawnUp(draw, (*entries, drawn, in_vials, left, left_amount), findings)


def fits(dose: Dose, product: Product) -> tuple[Finding, ...]:
    """Whether the product may be used for this dose at all; a NOTE where its label does not name the route.

    Raises `KetadoseError`: "argument.type", "product.drug", "product.form", "product.route".
    """
    same_drug(dose, product)
    route = dose.regimen.route
    if product.sprays:
        raise KetadoseError(
            "product.form", "a nasal device is not drawn up", field="product", received=str(product), fix="Use kd.plan_devices"
        )
    if route in product.routes:
        return ()
    if route is Route.INTRAVENOUS or not INJECTED & set(product.routes):
        raise KetadoseError(
            "product.route",
            f"the product is not for {route.value} use",
            field="product",
            received=str(product),
            expected=f"a product for {route.value} use",
        )
    labelled = " and ".join(each.value for each in product.routes)
    message = f"the product's label names {labelled} use only; {route.value} use is off-label"
    return (Finding("product.off_label", Severity.NOTE, message, product.citation),)


def same_drug(dose: Dose, product: Product) -> None:
    """A dose and a product that are what they say, of the same drug.

    Raises `KetadoseError`: "argument.type", "record.hollow", "dose.changed", "product.drug".
    """
    if type(dose) is not Dose or type(product) is not Product:
        wrong, field = (dose, "dose") if type(dose) is not Dose else (product, "product")
        made = "kd.calculate_dose(...)" if field == "dose" else "kd.products or kd.Product(...)"
        raise KetadoseError("argument.type", f"{shown(wrong)} is not a {field}", field=field, received=wrong, fix=f"Use {made}")
    untouched(dose)
    whole(product, "product")
    if product.drug is not dose.regimen.drug:
        raise KetadoseError(
            "product.drug",
            f"the product holds {product.drug.value}, the order is for {dose.regimen.drug.value}",
            field="product",
            received=str(product),
            fix="One is never turned into the other",
        )


def check_device(given: object, kind: type[Any], field: str) -> None:
    """A syringe or a pump, or None; `KetadoseError` "argument.type" for anything else."""
    if given is not None and not is_a(given, kind):
        raise KetadoseError(
            "argument.type",
            f"{shown(given)} is not a {field}",
            field=field,
            received=given,
            fix=f"Write kd.{kind.__name__}(...)",
        )


def _at_graduation(dose: Dose, product: Product, volume: Volume, syringe: Syringe, mode: Rounding) -> AtStep[Volume]:
    edge = most_amount(dose)
    high = attrs.evolve(edge, value=edge.value / product.strength.value) if edge else None
    rounded = at_step(volume, Device("syringe", "volume to draw", syringe.graduation), mode, high=high)
    capacity = syringe.capacity
    if capacity is not None and rounded.measure > capacity:
        raise KetadoseError(
            "draw.capacity",
            f"{rounded.measure} does not fit a syringe of {capacity}",
            field="syringe",
            received=capacity.exact,
            fix="Use a larger syringe or a stronger product",
        )
    return rounded


def undiluted(product: Product, volume: Volume, total: Volume) -> tuple[Finding, ...]:
    """A STOP where a strong product goes into a vein in less than the volume that it must be diluted to."""
    if product.strength.value < exact(DILUTE_FROM.value) or total.value >= exact(DILUTE_TO.value) * volume.value:
        return ()
    words = "{} must be diluted to at least {} times its own volume before it goes into a vein; {} is in {}"
    figures = (product, DILUTE_TO.value, volume, total)
    return (Finding("product.undiluted", Severity.STOP, words, DILUTE_FROM.citation, figures),)


def most_amount(dose: Dose) -> Edge | None:
    """The largest amount in mg that neither the regimen's cap nor a hard limit that the order respects forbids."""
    weight, over = dose.patient.weight.value, dose.regimen.over
    factors = {Axis.AMOUNT: Fraction(1), Axis.PER_WEIGHT: weight}
    if over is not None:
        factors |= {Axis.AMOUNT_RATE: over.value, Axis.PER_WEIGHT_RATE: weight * over.value}
    edge, cap = highest(dose.limits, factors, dose.amount.value), dose.regimen.at_most
    if cap is not None and (edge is None or cap.value < edge.value):
        return Edge(cap.value, "the regimen's own cap of {}", (cap,))
    return edge
