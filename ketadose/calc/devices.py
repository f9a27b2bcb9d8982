"""Whole nasal devices: how many, how many sprays, and the rests between them."""

from __future__ import annotations

import attrs

from ketadose import formulas
from ketadose.calc.dose import Dose
from ketadose.calc.draw import same_drug
from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.measures import Amount, Duration, Volume
from ketadose.model.product import Product
from ketadose.records import Record
from ketadose.terms import Route
from ketadose.working import Entry, Given, Working


@attrs.frozen
class DevicePlan(Record):
    """Whole devices for one dose. `first_to_last` is the time from the first device to the last; None without rests."""

    dose: Dose
    product: Product
    devices: int
    sprays: int
    amount: Amount
    volume: Volume
    rest: Duration | None
    first_to_last: Duration | None
    working: Working
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        devices = "1 device" if self.devices == 1 else f"{self.devices} devices"
        return f"{devices}, {self.sprays} sprays: {self.amount} in {self.volume}"


def plan_devices(dose: Dose, *, product: Product) -> DevicePlan:
    """Devices = amount / content of one, which must be a whole number: a device is never shared or split.

    Raises `KetadoseError`: "argument.type", "product.drug", "product.form", "product.route", "devices.whole",
    "dose.changed".

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose(kd.Patient("70 kg"), kd.protocols.SPRAVATO_UNDER_65, level="84 mg")
    >>> plan = kd.plan_devices(dose, product=kd.products.SPRAVATO_28_MG)
    >>> print(plan, plan.first_to_last, sep="; ")
    3 devices, 6 sprays: 84 mg in 0.6 mL; 10 min
    """
    _suits(dose, product)
    content = product.content
    count = dose.amount.value / content.value
    if count.denominator != 1:
        raise KetadoseError(
            "devices.whole",
            f"{dose.amount} is not a whole number of devices of {content}",
            field="dose",
            received=dose.amount.exact,
            expected=f"a multiple of {content}",
        )
    devices = count.numerator
    amount = formulas.DEVICES_AMOUNT(content, devices)
    volume = formulas.DEVICES_VOLUME(product.volume, devices)
    rests = formulas.REST_TOTAL(devices, product.rest) if product.rest is not None else None
    entries: tuple[Entry, ...] = (Given("product", str(product), product.citation), amount, volume)
    if product.rest is not None and rests is not None:
        entries += (Given("rest after each device", product.rest, product.instructions), rests)
    return DevicePlan(
        dose,
        product,
        devices,
        devices * product.sprays,
        amount.result,
        volume.result,
        product.rest,
        rests.result if rests else None,
        Working(entries),
        dose.findings,
    )


def _suits(dose: Dose, product: Product) -> None:
    same_drug(dose, product)
    if not product.sprays:
        raise KetadoseError(
            "product.form",
            "this product is not a device",
            field="product",
            received=str(product),
            fix="Use kd.plan_injection or kd.plan_oral",
        )
    if dose.regimen.route is not Route.INTRANASAL or Route.INTRANASAL not in product.routes:
        raise KetadoseError(
            "product.route",
            f"a nasal device does not give '{dose}'",
            field="product",
            received=str(product),
            expected="an intranasal dose and a device for the nose",
        )
