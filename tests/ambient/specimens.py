"""One of everything that the library hands out, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

import ketadose as kd
from ketadose.catalog import scales
from tests.ambient import story

PERSON = kd.Patient("70 kg", height="172 cm", age="44 years", sex="female", weighed_on="2026-01-02", previous_weight="71 kg")
VIAL = kd.products.KETAMINE_50_MG_PER_ML
REGIMEN = kd.Regimen(
    "ketamine",
    "intravenous",
    "0.5 mg/kg",
    over="40 min",
    days=(1, 4, 8),
    at_most="60 mg",
    source=kd.Source.site("SOP 12", approved_by="A. Pharmacist"),
)
DOSE = kd.calculate_dose(PERSON, kd.protocols.OLIVER_2022, by="A. Pharmacist")
INFUSION = story.an_infusion()
RUNNING = kd.planning.start_infusion(INFUSION).pause(at="20 min").resume(at="31 min", rate="100 mL/h")
CALENDAR = kd.Calendar(zone="Europe/Berlin", at="09:00", closures=[("2026-01-12", "2026-01-12", "holiday")])
COURSE = kd.plan_course(PERSON, kd.protocols.OLIVER_2022, start="2026-01-05", calendar=CALENDAR)
RECORDED = COURSE.record(1, "given").record(2, "missed", why="a cold")
OVERRIDE = kd.Override("per_weight.high", "A. Doctor", "earlier response")
ORDER = kd.Order(drug="ketamine", route="intravenous", amount="350 mg", over="40 min", weight="70 kg", product=VIAL)
PROFILE = kd.limits.PSYCHIATRIC_CLINIC
LIMIT = next(limit for limit in PROFILE.limits if limit.soft_high and limit.hard_high)

SPECIMENS = {
    "patient": PERSON,
    "regimen": REGIMEN,
    "protocol": kd.protocols.SPRAVATO_US,
    "profile": PROFILE,
    "product": kd.products.SPRAVATO_28_MG,
    "syringe": kd.Syringe("0.01 mL", "1 mL"),
    "pump": kd.Pump("0.1 mL/h", "999 mL/h"),
    "basis": kd.WeightBasis.ACTUAL.capped("100 kg"),
    "override": OVERRIDE,
    "order": ORDER,
    "dose": DOSE,
    "infusion": INFUSION,
    "part": INFUSION.delivered(after="23 min"),
    "running": RUNNING,
    "state": RUNNING.at("35 min"),
    "injection": kd.plan_injection(kd.calculate_dose(PERSON, kd.protocols.GLUE_2017, level="0.5 mg/kg"), product=VIAL),
    "devices": kd.plan_devices(
        kd.calculate_dose(PERSON, kd.protocols.SPRAVATO_UNDER_65, level="56 mg"), product=kd.products.SPRAVATO_28_MG
    ),
    "course": COURSE,
    "recorded": RECORDED,
    "changes": kd.planning.diff_courses(COURSE, RECORDED),
    "start": COURSE.starts(1),
    "verification": kd.verify_order(ORDER, protocol=kd.protocols.OLIVER_2022),
    "screening": kd.screen(kd.screening.Answers(current={"psychosis": "no"}), kd.protocols.SPRAVATO_US),
    "comparison": kd.diff_protocols(kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US),
    "outcome": kd.response(30, 11, scales.EKSTRAND_2022_MADRS_REMISSION),
    "systemic amount": kd.systemic_amount(kd.calculate_dose("70 kg", kd.protocols.IRWIN_2013)),
}


def inside(thing: object, seen: dict[int, object] | None = None) -> Iterator[object]:
    """Every record that is a part of the thing, itself among them, each once; and its working, made when it is asked."""
    seen = {} if seen is None else seen
    if type(thing) in {tuple, list}:
        for each in thing:
            yield from inside(each, seen)
    elif attrs.has(type(thing)) and id(thing) not in seen:
        seen[id(thing)] = thing
        yield thing
        for name in [a.name for a in attrs.fields(type(thing))] + ["working", "counted"]:
            yield from inside(getattr(thing, name, None), seen)
