"""Weight-based dosing and infusion protocols in ketamine and esketamine treatment: exact, sourced, showing its working."""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers understand it, without the cost of importing typing
if TYPE_CHECKING:
    from ketadose import catalog, errors, findings, formulas, measures, planning, report, screening
    from ketadose.calc.devices import plan_devices
    from ketadose.calc.diff import diff_protocols
    from ketadose.calc.dose import Dose, calculate_dose
    from ketadose.calc.find import find_protocols
    from ketadose.calc.infusion import Infusion, plan_infusion
    from ketadose.calc.injection import plan_injection, plan_oral
    from ketadose.calc.outcome import response
    from ketadose.calc.route import equivalent_dose, systemic_amount
    from ketadose.catalog import limits, products, protocols
    from ketadose.errors import KetadoseError, LimitError
    from ketadose.evidence import Citation, Source, sources
    from ketadose.exchange.site import read_catalog
    from ketadose.findings import Override
    from ketadose.model.calendar import Calendar
    from ketadose.model.days import DayPattern
    from ketadose.model.order import Order
    from ketadose.model.patient import Patient, WeightBasis
    from ketadose.model.product import Product, Pump, Syringe
    from ketadose.model.regimen import Regimen
    from ketadose.planning.course import Course
    from ketadose.planning.plan import plan_course, plan_sessions
    from ketadose.screening.person import screen
    from ketadose.screening.readiness import check_readiness
    from ketadose.terms import CareArea, Drug, Route
    from ketadose.verify.verifying import verify_order
    from ketadose.version import VERSION

    __version__ = VERSION
    KETAMINE = Drug.KETAMINE
    ESKETAMINE = Drug.ESKETAMINE

_HOMES = {
    "ketadose": ("catalog", "errors", "findings", "formulas", "measures", "planning", "report", "screening"),
    "ketadose.catalog": ("limits", "products", "protocols"),
    "ketadose.evidence": ("Citation", "Source", "sources"),
    "ketadose.errors": ("KetadoseError", "LimitError"),
    "ketadose.findings": ("Override",),
    "ketadose.terms": ("CareArea", "Route"),
    "ketadose.model.order": ("Order",),
    "ketadose.model.patient": ("Patient", "WeightBasis"),
    "ketadose.model.product": ("Product", "Pump", "Syringe"),
    "ketadose.model.calendar": ("Calendar",),
    "ketadose.model.days": ("DayPattern",),
    "ketadose.model.regimen": ("Regimen",),
    "ketadose.calc.dose": ("Dose", "calculate_dose"),
    "ketadose.calc.infusion": ("Infusion", "plan_infusion"),
    "ketadose.calc.injection": ("plan_injection", "plan_oral"),
    "ketadose.calc.devices": ("plan_devices",),
    "ketadose.calc.diff": ("diff_protocols",),
    "ketadose.calc.find": ("find_protocols",),
    "ketadose.calc.outcome": ("response",),
    "ketadose.calc.route": ("equivalent_dose", "systemic_amount"),
    "ketadose.exchange.site": ("read_catalog",),
    "ketadose.planning.course": ("Course",),
    "ketadose.planning.plan": ("plan_course", "plan_sessions"),
    "ketadose.screening.person": ("screen",),
    "ketadose.screening.readiness": ("check_readiness",),
    "ketadose.verify.verifying": ("verify_order",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = frozenset((*_HOMES["ketadose"], *_HOMES["ketadose.catalog"], "sources"))
__all__ = [
    "ESKETAMINE",
    "KETAMINE",
    "Calendar",
    "CareArea",
    "Citation",
    "Course",
    "DayPattern",
    "Dose",
    "Infusion",
    "KetadoseError",
    "LimitError",
    "Order",
    "Override",
    "Patient",
    "Product",
    "Pump",
    "Regimen",
    "Route",
    "Source",
    "Syringe",
    "WeightBasis",
    "__version__",
    "calculate_dose",
    "catalog",
    "check_readiness",
    "diff_protocols",
    "equivalent_dose",
    "errors",
    "find_protocols",
    "findings",
    "formulas",
    "limits",
    "measures",
    "plan_course",
    "plan_devices",
    "plan_infusion",
    "plan_injection",
    "plan_oral",
    "plan_sessions",
    "planning",
    "products",
    "protocols",
    "read_catalog",
    "report",
    "response",
    "screen",
    "screening",
    "sources",
    "systemic_amount",
    "verify_order",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used, so that importing the library costs next to nothing."""
    from importlib import import_module

    if name in {"KETAMINE", "ESKETAMINE"}:
        found: object = getattr(import_module("ketadose.terms").Drug, name)
    elif name == "__version__":
        found = import_module("ketadose.version").VERSION
    elif name in _HOME_OF:
        home = _HOME_OF[name]
        found = import_module(f"{home}.{name}") if name in _MODULES else getattr(import_module(home), name)
    else:
        raise AttributeError(f"module 'ketadose' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
