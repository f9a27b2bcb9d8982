"""Whether a preparation is still what was planned: planned again from its own dose, products and devices, it is the same."""

from __future__ import annotations

from typing import TypeAlias

from ketadose.calc.devices import DevicePlan, plan_devices
from ketadose.calc.infusion import Infusion, PartDelivered, plan_infusion
from ketadose.calc.injection import Injection, plan_injection, plan_oral
from ketadose.errors import KetadoseError
from ketadose.terms import INJECTED

Preparation: TypeAlias = Infusion | Injection | DevicePlan


def as_planned(prepared: Preparation | PartDelivered) -> None:
    """Refuse a preparation that planning again does not give: a figure or a finding of it was edited.

    Raises `KetadoseError`: "record.disagrees", "dose.changed".
    """
    if isinstance(prepared, PartDelivered):
        as_planned(prepared.infusion)
    try:
        same = _again(prepared) == prepared
    except KetadoseError as error:
        if error.code == "dose.changed":
            raise
        same = False
    if not same:
        raise KetadoseError(
            "record.disagrees",
            f"this {type(prepared).__name__} is not what its own dose and devices give",
            field="result",
            received=str(prepared),
            fix="Plan again instead of changing a result",
        )


def _again(prepared: Preparation | PartDelivered) -> Preparation | PartDelivered:
    if isinstance(prepared, PartDelivered):
        return prepared.infusion.delivered(prepared.after)
    dose = prepared.dose
    if isinstance(prepared, DevicePlan):
        return plan_devices(dose, product=prepared.product)
    overrides = tuple(finding.overridden for finding in prepared.findings if finding.overridden is not None)
    product, syringe, rounding = prepared.draw.product, prepared.draw.syringe, prepared.rounding
    if isinstance(prepared, Injection):
        plan = plan_injection if dose.regimen.route in INJECTED else plan_oral
        return plan(dose, product=product, syringe=syringe, rounding=rounding, overrides=overrides)
    bag = prepared.bag
    return plan_infusion(
        dose,
        product=product,
        made_up_to=bag.named if bag.made_up_to else None,
        added_to=None if bag.made_up_to else bag.named,
        line_volume=bag.line_volume,
        syringe=syringe,
        pump=prepared.pump,
        rounding=rounding,
        diluent=prepared.diluent,
        overrides=overrides,
    )
