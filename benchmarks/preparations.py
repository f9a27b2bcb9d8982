"""Rows on what is drawn up and how the pump runs."""

from __future__ import annotations

import ketadose as kd
from benchmarks import peers, yardsticks
from benchmarks.doses import OLIVER
from benchmarks.running import NO_BAR, Calls, Row
from benchmarks.yardsticks import Q

_VIAL = kd.products.KETAMINE_50_MG_PER_ML
_DOSE = kd.calculate_dose("70 kg", OLIVER)
_INJECTED = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
_SYRINGE, _PUMP = kd.Syringe("0.01 mL"), kd.Pump("1 mL/h")
_AMOUNT, _IN_BAG = Q(35, "mg"), Q(0.35, "mg/mL")
_RATES = (("0 min", "150 mL/h"), ("20 min", "0 mL/h"), ("30 min", "100 mL/h"), ("48 min", "0 mL/h"))


def rows() -> tuple[Row, ...]:
    """Against what pint alone would be asked, without working, sources and limits of the devices."""
    infused = _infusion()
    return (
        Calls("an infusion / a naive pint version", NO_BAR, _infusion, lambda: yardsticks.infusion(_AMOUNT), 20),
        Calls("an infusion / drugdose's drip", NO_BAR, _infusion, peers.drip, 20),
        Calls("an injection / a naive pint version", NO_BAR, _injection, lambda: yardsticks.injection(_AMOUNT), 20),
        Calls(
            "an infusion paused, slowed and stopped / a naive pint version",
            NO_BAR,
            lambda: _running(infused),
            lambda: yardsticks.run(_RATES, _IN_BAG),
            10,
        ),
    )


def _infusion() -> kd.Infusion:
    return kd.plan_infusion(_DOSE, product=_VIAL, made_up_to="100 mL", syringe=_SYRINGE, pump=_PUMP)


def _injection() -> object:
    return kd.plan_injection(_INJECTED, product=_VIAL, syringe=_SYRINGE)


def _running(infusion: kd.Infusion) -> object:
    paused = kd.planning.start_infusion(infusion).pause(at="20 min")
    return paused.resume(at="30 min", rate="100 mL/h").stop(at="48 min").at("48 min")
