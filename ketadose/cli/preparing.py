"""What is prepared for each different dose of a course; a flag without use is refused."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from ketadose.calc.devices import plan_devices
from ketadose.calc.infusion import plan_infusion
from ketadose.calc.injection import plan_injection, plan_oral
from ketadose.calc.planned import Preparation
from ketadose.cli.given import overrides, product_of
from ketadose.errors import KetadoseError
from ketadose.model.product import Pump, Syringe
from ketadose.planning.course import Course
from ketadose.terms import Rounding, Route

_FOR_A_BAG = ("made_up_to", "added_to", "line_volume", "pump", "largest_rate")
_FOR_A_SYRINGE = ("syringe", "rounding")


def prepared(course: Course, options: argparse.Namespace) -> tuple[Preparation, ...]:
    """The preparation of each different dose; a flag that this kind of preparation has no use for is refused."""
    if options.product is None:
        _refuse_unused(options, (*_FOR_A_BAG, *_FOR_A_SYRINGE), "nothing is prepared without --product")
        return ()
    product = product_of(options.product)
    if product.sprays:
        _refuse_unused(options, (*_FOR_A_BAG, *_FOR_A_SYRINGE), "a nasal device needs no preparation")
        return tuple(plan_devices(dose, product=product) for dose in course.doses)
    common: dict[str, Any] = {
        "product": product,
        "syringe": Syringe(options.syringe) if options.syringe is not None else None,
        "rounding": options.rounding or Rounding.HALF_UP,
        "overrides": overrides(options),
    }
    if course.regimen.over is None:
        _refuse_unused(options, _FOR_A_BAG, "the dose is not an infusion")
        plan = plan_oral if course.regimen.route in {Route.ORAL, Route.SUBLINGUAL} else plan_injection
        return tuple(plan(dose, **common) for dose in course.doses)
    if options.pump is None:
        _refuse_unused(options, ("largest_rate",), "no pump was given")
    pump = Pump(options.pump, options.largest_rate) if options.pump is not None else None
    bag = {"made_up_to": options.made_up_to, "added_to": options.added_to, "line_volume": options.line_volume}
    return tuple(plan_infusion(dose, pump=pump, **bag, **common) for dose in course.doses)


def _refuse_unused(options: argparse.Namespace, names: Sequence[str], why: str) -> None:
    for name in names:
        if getattr(options, name) is not None:
            flag = "--" + name.replace("_", "-")
            raise KetadoseError("argument.type", f"{flag} has no use here: {why}", fix=f"Leave out {flag}")
