"""Results of the verbs, and the same dose for many people, each made anew when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import attrs

import ketadose as kd
from ketadose import measures as m
from ketadose.calc.route import disagreements
from ketadose.calc.salt import base_of, hydrochloride_of
from ketadose.catalog import bioavailability, salts, scales
from ketadose.findings import Bound, Limit, Override
from ketadose.model.profile import Profile
from ketadose.model.scale import Definition
from ketadose.terms import Axis, Rounding
from tests.strategies import ANYTHING_GOES as EVERY
from tests.test_codes import IRWIN, OWN, STRONG, bolus, dose_of, iv, young
from tests.test_refusals import VIAL

RATIO = salts.CORREIA_MELO_2020
CLINIC = kd.limits.PSYCHIATRIC_CLINIC
OTHER = kd.Source.site("SOP 13")
WEAK_VIAL = kd.Product("ketamine", "5 mg/mL", "10 mL", routes=("subcutaneous",), single_use=True, source=OWN)
OWN_VIAL = kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",))
SOLUTION = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",))


def oliver(weight: object = "70 kg", **more: Any) -> kd.Dose:
    return kd.calculate_dose(weight, kd.protocols.OLIVER_2022, **more)


def glue(weight: object = "70 kg", level: str = "1 mg/kg") -> kd.Dose:
    return kd.calculate_dose(weight, kd.protocols.GLUE_2017, level=level)


def irwin() -> kd.Dose:
    return kd.calculate_dose("70 kg", kd.protocols.IRWIN_2013)


def sprays(level: str) -> kd.Dose:
    return kd.calculate_dose("70 kg", kd.Regimen("esketamine", "intranasal", level, source=OWN))


def somebody() -> kd.Patient:
    return kd.Patient(
        "70.3 kg", height="172 cm", age="44 years", sex="female", weighed_on="2026-01-02", previous_weight="71 kg"
    )


def bagged(dose: kd.Dose, **more: Any) -> kd.Infusion:
    ways = {"product": VIAL, "made_up_to": "100 mL", "syringe": kd.Syringe("0.01 mL"), "pump": kd.Pump("1 mL/h"), **more}
    return kd.plan_infusion(dose, **ways)


def cited(source: kd.Source, days: kd.Source) -> kd.Regimen:
    return kd.Regimen("ketamine", "oral", "35 mg", days=kd.DayPattern((1, 4), kd.Citation(days, "page 1")), source=source)


def starting(*doses: str) -> kd.Regimen:
    return kd.Regimen("esketamine", "intranasal", ("28 mg", "56 mg"), first=doses, source=OWN)


def for_long(over: str) -> Profile:
    """The clinic's profile with a limit of a site's own on infusions of more than this time."""
    bound = Bound(m.PerWeight("0.4 mg/kg"), kd.Citation(OWN, "page 1"))
    own = Limit(Axis.PER_WEIGHT, soft_high=bound, lasting_over=m.Duration(over))
    return Profile(CLINIC.area, (*CLINIC.limits, own), CLINIC.rules, site="SOP 12")


ABOVE = Override("per_weight.high", "A. Doctor", "earlier response")
MADE: dict[str, Callable[[], Any]] = {
    "dose": lambda: oliver(somebody(), by="A. Pharmacist", at=datetime(2026, 1, 5, 9, tzinfo=UTC)),
    "dose that was overridden": lambda: dose_of(iv("1.1 mg/kg", "60 min", at_most="70 mg"), overrides=ABOVE),
    "dose of a spray": lambda: sprays("56 mg"),
    "dose by a site's limit for long infusions": lambda: oliver(profile=for_long("30 min")),
    "dose by a site's limit for longer infusions": lambda: oliver(profile=for_long("40 min")),
    "dose of another area": lambda: dose_of(iv("0.3 mg/kg", "60 min"), profile="anaesthesia"),
    "dose by weight bands": lambda: dose_of(iv("0.5 mg/kg"), "70.123456 kg"),
    "bolus": lambda: kd.plan_injection(dose_of(bolus("0.5 mg/kg"), overrides=EVERY), product=VIAL, overrides=EVERY),
    "dose on ideal weight": lambda: oliver(somebody(), basis="ideal"),
    "dose on a capped adjusted weight": lambda: oliver(somebody(), basis=kd.WeightBasis.ADJUSTED.capped("60 kg")),
    "dose on a band of weight": lambda: oliver("154 lb", at=datetime(2026, 1, 5, 9, tzinfo=UTC)),
    "bolus of an own product": lambda: kd.plan_injection(
        dose_of(bolus("0.5 mg/kg"), overrides=EVERY), product=OWN_VIAL, overrides=EVERY
    ),
    "infusion": lambda: bagged(oliver(somebody())),
    "infusion, added to": lambda: bagged(oliver(), made_up_to=None, added_to="100 mL", rounding="down", diluent="glucose 5 %"),
    "infusion with a line": lambda: bagged(oliver(), line_volume="20 mL", pump=None, syringe=None),
    "infusion by a slow pump": lambda: bagged(oliver(), pump=kd.Pump("50 mL/h", "100 mL/h"), made_up_to="50 mL", rounding="up"),
    "part of an infusion": lambda: bagged(oliver(somebody()), line_volume="20 mL").delivered(after="23 min"),
    "oral dose": lambda: kd.plan_oral(irwin(), product=SOLUTION, syringe=kd.Syringe("0.2 mL")),
    "injection": lambda: kd.plan_injection(glue("76 kg"), product=VIAL, syringe=kd.Syringe("0.01 mL", "2 mL")),
    "injection, held down": lambda: kd.plan_injection(glue("70.3 kg"), product=VIAL, syringe=kd.Syringe("0.01 mL")),
    "injection with a fine syringe": lambda: kd.plan_injection(
        glue("123.456 kg", "0.5 mg/kg"), product=WEAK_VIAL, syringe=kd.Syringe("0.001 mL")
    ),
    "injection without a syringe": lambda: kd.plan_injection(glue("70.123456 kg", "0.5 mg/kg"), product=WEAK_VIAL),
    "infusion of an own product": lambda: bagged(oliver(), product=OWN_VIAL, diluent="glucose 5 %"),
    "infusion by a fine pump": lambda: bagged(oliver(), made_up_to="100.123 mL", pump=kd.Pump("0.01 mL/h")),
    "infusion without a pump": lambda: bagged(oliver(), made_up_to="100.123 mL", pump=None),
    "a dose that nothing limits": lambda: kd.plan_oral(
        dose_of(kd.Regimen("esketamine", "sublingual", "10 mg"), overrides=EVERY),
        product=kd.Product("esketamine", "3 mg/mL", "10 mL", routes=("sublingual",), single_use=True),
        syringe=kd.Syringe("0.1 mL"),
    ),
    "two devices": lambda: kd.plan_devices(sprays("56 mg"), product=kd.products.SPRAVATO_28_MG),
    "one device": lambda: kd.plan_devices(sprays("28 mg"), product=kd.products.SPRAVATO_28_MG),
    "systemic": lambda: kd.systemic_amount(irwin()),
    "systemic, by one record": lambda: kd.systemic_amount(irwin(), records=bioavailability.CHONG_2009_ORAL),
    "systemic, unknown": lambda: kd.systemic_amount(glue()),
    "systemic of a young adult": lambda: kd.systemic_amount(dose_of(IRWIN, kd.Patient("70 kg", age="18 years"))),
    "systemic of a child": lambda: kd.systemic_amount(dose_of(IRWIN, young(), overrides=EVERY)),
    "equivalent": lambda: kd.equivalent_dose(oliver(), to="oral"),
    "equivalent, other drug": lambda: kd.equivalent_dose(oliver(), to="intranasal", drug="esketamine", ratio=RATIO),
    "equivalent, unknown": lambda: kd.equivalent_dose(oliver(), to="subcutaneous"),
    "base": lambda: base_of("57.67 mg", "ketamine"),
    "hydrochloride": lambda: hydrochloride_of("28 mg", "esketamine"),
    "a fall": lambda: kd.response(30, 11, scales.SALLOUM_2019_MADRS_RESPONSE),
    "no change": lambda: kd.response(30, 30, scales.SALLOUM_2019_MADRS_RESPONSE),
    "a rise of a point": lambda: kd.response(30, 31, scales.SALLOUM_2019_MADRS_RESPONSE),
    "a fall near the threshold": lambda: kd.response(37, 19, scales.SALLOUM_2019_MADRS_RESPONSE),
    "a remission": lambda: kd.response(30, 10, scales.EKSTRAND_2022_MADRS_REMISSION),
    "a fall from zero": lambda: kd.response(0, 3, scales.EKSTRAND_2022_MADRS_REMISSION),
    "a fall in points": lambda: kd.response(20, 14, scales.HULL_2022_GAD_7_RESPONSE),
    "two protocols": lambda: kd.diff_protocols(kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US),
    "the same protocol": lambda: kd.diff_protocols(kd.protocols.OLIVER_2022, kd.protocols.OLIVER_2022),
    "an own protocol and a preset": lambda: kd.diff_protocols(iv("0.5 mg/kg", days=(1, 8, 15)), kd.protocols.GLUE_2017),
    "two unnamed protocols": lambda: kd.diff_protocols(iv("0.5 mg/kg", days=(1, 8)), iv("0.4 mg/kg", "50 min", days=(1, 9))),
    "two ways to start": lambda: kd.diff_protocols(starting("28 mg"), starting("28 mg", "56 mg")),
    "the same days in two documents": lambda: kd.diff_protocols(cited(OWN, OWN), cited(OTHER, OTHER)),
    "the same days on two pages": lambda: kd.diff_protocols(cited(OWN, OWN), cited(OWN, OTHER)),
    "formula": lambda: kd.formulas.LEAN_MALE,
    "limit": lambda: kd.limits.PSYCHIATRIC_CLINIC.limits[0],
    **{
        f"deviation {part}": lambda part=part: getattr(bagged(oliver("70.3 kg")), part)
        for part in ("deviation", "duration_deviation")
    },
    **{f"{n} side by side": lambda n=n: disagreements()[n] for n in range(len(disagreements()))},
}
"""Results of the verbs, each made anew when it is asked for."""

ONE = kd.protocols.OLIVER_2022
SOUGHT: dict[str, dict[str, Any]] = {
    "drug": {"drug": "esketamine"},
    "route": {"route": "oral"},
    "area": {"area": "acute pain ward"},
    "one session": {"sessions": 1},
    "twelve sessions": {"sessions": 12},
    "drug, route and indication": {"drug": "ketamine", "route": "intravenous", "indication": "social anxiety disorder"},
    "no drug": {"drug": "S-ketamine"},
    "no route": {"route": "IV"},
    "no area": {"area": "home"},
    "no indication": {"indication": "grief"},
    "no session": {"sessions": 0},
    "a bool": {"sessions": True},
    "a word": {"sessions": "six"},
    "among one": {"among": ONE},
    "among names": {"among": ("OLIVER_2022",)},
    "among a list": {"among": [ONE]},
    "among others": {"among": (ONE,), "drug": "esketamine"},
    "among none": {"among": ()},
    "among a hollow one": {"among": (object.__new__(kd.Regimen),)},
}
"""What protocols are looked for by."""
THIRD = m.PerWeight.of(Fraction(1, 3), "mg/kg")
ASKED: dict[str, Callable[[], Any]] = {
    "a dose that its own area refuses": lambda: dose_of(iv("1.2 mg/kg", "60 min"), profile="anaesthesia"),
    "a dose that its own area refuses twice": lambda: dose_of(iv("2 mg/kg", "60 min"), profile="anaesthesia"),
    "a dose without text": lambda: dose_of(iv((THIRD, "0.5 mg/kg"))),
    "a basis for an amount": lambda: dose_of(iv("35 mg"), somebody(), basis="ideal"),
    "systemic, by no record": lambda: kd.systemic_amount(irwin(), records=()),
    "systemic, by a name": lambda: kd.systemic_amount(irwin(), records=("CHONG_2009_ORAL",)),
    "a sprayed dose of no device": lambda: kd.calculate_dose(
        "70 kg", kd.Regimen("esketamine", "intranasal", "30 mg"), overrides=Override("dose.not_allowed", "A. Doctor", "asked")
    ),
    "an injection of a solution": lambda: kd.plan_injection(glue(), product=SOLUTION),
    "an infusion of a solution": lambda: bagged(oliver(), product=SOLUTION),
    "an own product in glucose": lambda: bagged(oliver(), product=OWN_VIAL, diluent="glucose 5 %"),
    "a line as large as the bag": lambda: bagged(oliver(), line_volume="100 mL"),
    "a line as large as all of it": lambda: bagged(oliver(), made_up_to=None, added_to="100 mL", line_volume="101 mL"),
    "a bag as large as the drug": lambda: bagged(oliver(), made_up_to="0.7 mL", pump=None),
    "an infusion from a device": lambda: kd.plan_devices(
        dose_of(kd.Regimen("esketamine", "intravenous", "0.4 mg/kg", over="40 min")), product=kd.products.SPRAVATO_28_MG
    ),
    "a spray from a device for the mouth": lambda: kd.plan_devices(
        sprays("56 mg"), product=kd.Product("esketamine", "140 mg/mL", "0.2 mL", routes=("oral",), sprays=2)
    ),
    "a spray from a vial": lambda: kd.plan_devices(
        sprays("56 mg"), product=kd.Product("esketamine", "140 mg/mL", "0.2 mL", routes=("intranasal",))
    ),
    "a comparison with a name": lambda: kd.diff_protocols(ONE, "SPRAVATO_US"),
    "a comparison of a name": lambda: kd.diff_protocols("SPRAVATO_US", ONE),
    "a comparison with a hollow one": lambda: kd.diff_protocols(ONE, object.__new__(kd.Regimen)),
    "a dose of an area without limits, by another": lambda: dose_of(
        kd.Regimen("ketamine", "oral", "35 mg", area="emergency agitation"), profile="psychiatric clinic"
    ),
    "a dose that is never the first": lambda: kd.calculate_dose(
        "70 kg", kd.Regimen("esketamine", "intranasal", ("28 mg", "56 mg", "84 mg"), first=("28 mg", "56 mg")), level="84 mg"
    ),
    "a device drawn up": lambda: kd.plan_injection(
        dose_of(kd.Regimen("esketamine", "subcutaneous", "14 mg")), product=kd.products.SPRAVATO_28_MG
    ),
    "an infusion in tap water": lambda: bagged(oliver(), diluent="tap water"),
    "an infusion that is too strong": lambda: bagged(oliver(), product=STRONG, made_up_to="0.69 mL", pump=None),
    "a bolus that is too strong": lambda: kd.plan_injection(dose_of(bolus("0.5 mg/kg"), overrides=EVERY), product=STRONG),
    "an injection rounded to nearest": lambda: kd.plan_injection(glue(), product=VIAL, rounding="nearest"),
    "an oral dose rounded to nearest": lambda: kd.plan_oral(irwin(), product=SOLUTION, rounding="nearest"),
    "an outcome by a name": lambda: kd.response(30, 10, "MADRS"),
    "an outcome by a hollow definition": lambda: kd.response(30, 10, object.__new__(Definition)),
    "a percentage of nothing": lambda: kd.response(0, 3, scales.SALLOUM_2019_MADRS_RESPONSE),
    "an outcome of half a point": lambda: kd.response(30, 10.5, scales.SALLOUM_2019_MADRS_RESPONSE),
    "an edited infusion": lambda: kd.report.text(attrs.evolve(bagged(oliver()), rounding=Rounding.UP, findings=())),
    "an edited injection": lambda: kd.report.text(attrs.evolve(kd.plan_injection(glue(), product=VIAL), findings=())),
    "a dose by a catalog": lambda: oliver(profile=kd.read_catalog('[source]\ndocument = "SOP 12"\n')),
    "a dose by a hollow profile": lambda: oliver(profile=object.__new__(Profile)),
    "a dose by an emptied profile": lambda: oliver(profile=Profile(CLINIC.area, CLINIC.limits[1:], CLINIC.rules)),
    "a dose by a widened profile": lambda: oliver(
        profile=Profile(CLINIC.area, (*CLINIC.limits, CLINIC.limits[0]), CLINIC.rules)
    ),
    "another dose than the only one": lambda: oliver(level="0.75 mg/kg"),
    **{f"protocols, {name}": lambda asked=asked: found_by(**asked) for name, asked in SOUGHT.items()},
}
"""Questions with a short answer."""


def found_by(**asked: Any) -> str:
    return ", ".join(each.name for each in kd.find_protocols(**asked))


PEOPLE: dict[str, Callable[[], kd.Patient]] = {
    "pounds": lambda: kd.Patient("154 kg", height="170 cm", sex="male", age="40 years"),
    "earlier weight": lambda: kd.Patient("154 lb", previous_weight="70 lb"),
    "stated": lambda: kd.Patient("11 st", height="5 ft 5 in", weight_origin="stated"),
    "heavy": lambda: kd.Patient("120 kg", height="165 cm", sex="female", age="70 years"),
    "heavy, sex unknown": lambda: kd.Patient("120 kg", height="165 cm"),
    "small": lambda: kd.Patient("40 kg", height="145 cm", sex="male", age="19 years"),
    "very small": lambda: kd.Patient("40 kg", height="80 cm", sex="female"),
    "no height": lambda: kd.Patient("70 kg", sex="male"),
    "no sex": lambda: kd.Patient("70 kg", height="172 cm"),
    "only a weight": lambda: kd.Patient("70 kg"),
    "pounds with an age": lambda: kd.Patient("154 lb", age="40 years"),
    "stated, with an age": lambda: kd.Patient("70 kg", age="40 years", weight_origin="stated"),
    "very heavy": lambda: kd.Patient("230 kg", height="150 cm", sex="female", age="80 years"),
    "kilograms in pounds": lambda: kd.Patient("70 lb", height="172 cm"),
}
BASES = {
    **{name: lambda name=name: name for name in ("actual", "ideal", "adjusted", "lean")},
    "actual, capped": lambda: kd.WeightBasis.ACTUAL.capped("60 kg"),
    "lean, capped": lambda: kd.WeightBasis.LEAN.capped("50 kg"),
}
