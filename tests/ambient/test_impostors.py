"""What only looks like a record of the library: made without its constructor, of a subclass, or text that lies."""

import copy
import pickle

import attrs
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.evidence import Citation, Evidence
from ketadose.findings import Bound, DoseRule, Limit
from ketadose.model.calendar import Closure
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.handling import Handling
from ketadose.model.profile import Profile
from ketadose.terms import Severity
from tests.ambient import specimens as s
from tests.ambient.refusing import refused
from tests.lying import LyingText

# Hollow records, made by `object.__new__`


def hollow(kind: type) -> object:
    return object.__new__(kind)


CITATION = s.LIMIT.hard_high.citation
FILLED_WITH_NOTHING = {
    "dose of a hollow patient": lambda: kd.calculate_dose(hollow(kd.Patient), s.REGIMEN),
    "dose of a hollow weight": lambda: kd.calculate_dose(hollow(m.Weight), s.REGIMEN),
    "dose of a hollow regimen": lambda: kd.calculate_dose("70 kg", hollow(kd.Regimen)),
    "dose at a hollow level": lambda: kd.calculate_dose("70 kg", s.REGIMEN, level=hollow(m.PerWeight)),
    "dose on a hollow basis": lambda: kd.calculate_dose("70 kg", s.REGIMEN, basis=hollow(kd.WeightBasis)),
    "dose in a hollow profile": lambda: kd.calculate_dose("70 kg", s.REGIMEN, profile=hollow(Profile)),
    "dose with a hollow override": lambda: kd.calculate_dose("70 kg", s.REGIMEN, overrides=hollow(kd.Override)),
    "infusion of a hollow dose": lambda: kd.plan_infusion(hollow(kd.Dose), product=s.VIAL, made_up_to="100 mL"),
    "infusion of a hollow product": lambda: kd.plan_infusion(s.DOSE, product=hollow(kd.Product), made_up_to="100 mL"),
    "infusion by a hollow syringe": lambda: kd.plan_infusion(
        s.DOSE, product=s.VIAL, made_up_to="1 L", syringe=hollow(kd.Syringe)
    ),
    "infusion by a hollow pump": lambda: kd.plan_infusion(s.DOSE, product=s.VIAL, made_up_to="1 L", pump=hollow(kd.Pump)),
    "infusion in a hollow volume": lambda: kd.plan_infusion(s.DOSE, product=s.VIAL, made_up_to=hollow(m.Volume)),
    "running a hollow infusion": lambda: kd.planning.start_infusion(hollow(kd.Infusion)),
    "course of a hollow dose": lambda: kd.plan_sessions(hollow(kd.Dose), start="2026-01-05"),
    "course on hollow days": lambda: kd.plan_sessions(s.DOSE, start="2026-01-05", days=hollow(kd.DayPattern)),
    "course on a hollow calendar": lambda: kd.plan_sessions(s.DOSE, start="2026-01-05", calendar=hollow(kd.Calendar)),
    "course after a hollow one": lambda: kd.plan_sessions(s.DOSE, start="2026-01-05", earlier=(hollow(kd.Course),)),
    "planning a hollow course again": lambda: kd.planning.replan(hollow(kd.Course), on="2026-01-05"),
    "printing a hollow dose": lambda: kd.report.text(hollow(kd.Dose)),
    "printing a hollow course": lambda: kd.report.text(hollow(kd.Course)),
    "verifying a hollow order": lambda: kd.verify_order(hollow(kd.Order)),
    "verifying by a hollow protocol": lambda: kd.verify_order(s.ORDER, protocol=hollow(kd.Regimen)),
    "screening hollow answers": lambda: kd.screen(hollow(kd.screening.Answers), s.REGIMEN),
    "a hollow dose as plain data": lambda: hollow(kd.Dose).to_dict(),
    "a hollow patient in a pickle": lambda: pickle.dumps(hollow(kd.Patient)),
    "a copy of a hollow regimen": lambda: copy.deepcopy(hollow(kd.Regimen)),
    "a regimen with a hollow source": lambda: attrs.evolve(s.REGIMEN, source=hollow(kd.Source)),
    "a regimen with a hollow citation": lambda: attrs.evolve(s.REGIMEN, source=hollow(Citation)),
    "a regimen with hollow days": lambda: attrs.evolve(s.REGIMEN, days=hollow(kd.DayPattern)),
    "a regimen with hollow ages": lambda: attrs.evolve(s.REGIMEN, ages=hollow(AgeRange)),
    "a regimen with hollow evidence": lambda: attrs.evolve(s.REGIMEN, evidence=hollow(Evidence)),
    "a regimen with a hollow phase": lambda: attrs.evolve(s.REGIMEN, phases=(hollow(Phase),)),
    "a regimen with a hollow titration": lambda: attrs.evolve(s.REGIMEN, titration=hollow(Titration)),
    "a regimen with hollow monitoring": lambda: attrs.evolve(s.REGIMEN, monitoring=(hollow(Monitoring),)),
    "a citation of a hollow source": lambda: Citation(hollow(kd.Source), "abstract"),
    "evidence against which nothing speaks": lambda: attrs.evolve(
        kd.protocols.OLIVER_2022.evidence, against=(hollow(Citation),)
    ),
    "ages by a hollow citation": lambda: AgeRange(hollow(Citation), m.Age("18 years")),
    "hollow ages": lambda: AgeRange(CITATION, hollow(m.Age)),
    "a phase by a hollow citation": lambda: attrs.evolve(kd.protocols.SPRAVATO_US.phases[0], citation=hollow(Citation)),
    "a titration by a hollow citation": lambda: attrs.evolve(
        kd.protocols.LOO_2023_FLEXIBLE.titration, citation=hollow(Citation)
    ),
    "days by a hollow citation": lambda: kd.DayPattern((1, 4), hollow(Citation)),
    "a bound by a hollow citation": lambda: Bound(m.Amount("35 mg"), hollow(Citation)),
    "a bound at a hollow measure": lambda: Bound(hollow(m.Amount), CITATION),
    "a limit with a hollow bound": lambda: attrs.evolve(s.LIMIT, hard_high=hollow(Bound)),
    "a limit for a hollow weight": lambda: attrs.evolve(s.LIMIT, up_to=hollow(m.Weight)),
    "a limit over a hollow time": lambda: attrs.evolve(s.LIMIT, lasting_over=hollow(m.Duration)),
    "a dose rule of a hollow amount": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (hollow(m.Amount),), CITATION),
    "a dose rule by a hollow citation": lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (m.Amount("35 mg"),), hollow(Citation)),
    "a profile with a hollow limit": lambda: attrs.evolve(s.PROFILE, limits=(hollow(Limit),)),
    "a calendar with a hollow closure": lambda: kd.Calendar(closures=[hollow(Closure)]),
    "a product with hollow handling": lambda: attrs.evolve(s.VIAL, handling=hollow(Handling)),
    "a basis with a hollow cap": lambda: attrs.evolve(kd.WeightBasis.ACTUAL, cap=hollow(m.Weight)),
}


@pytest.mark.parametrize("what", FILLED_WITH_NOTHING)
def test_a_hollow_record_is_refused(what):
    refused(FILLED_WITH_NOTHING[what])


# Classes that claim to be one of the library's


def sly(record: object, **lies: object) -> object:
    """An object of a subclass of the record's class, with the same fields and another opinion."""
    kind = type(record)
    subclass = type("Sly", (kind,), {"__slots__": (), **lies})
    made = object.__new__(subclass)
    for a in attrs.fields(kind):
        object.__setattr__(made, a.name, getattr(record, a.name))
    return made


SLY = {
    "patient": lambda: kd.calculate_dose(sly(s.PERSON), s.REGIMEN),
    "regimen": lambda: kd.calculate_dose("70 kg", sly(s.REGIMEN)),
    "profile": lambda: kd.calculate_dose("70 kg", s.REGIMEN, profile=sly(s.PROFILE, for_=lambda *_: ())),
    "override": lambda: kd.calculate_dose("70 kg", s.REGIMEN, overrides=(sly(s.OVERRIDE),)),
    "dose": lambda: kd.plan_infusion(sly(s.DOSE, calculated=True), product=s.VIAL, made_up_to="100 mL"),
    "dose of a course": lambda: kd.plan_sessions(sly(s.DOSE, calculated=True), start="2026-01-05"),
    "product": lambda: kd.plan_infusion(s.DOSE, product=sly(s.VIAL), made_up_to="100 mL"),
    "syringe": lambda: kd.plan_infusion(s.DOSE, product=s.VIAL, made_up_to="100 mL", syringe=sly(kd.Syringe("1 mL"))),
    "pump": lambda: kd.plan_infusion(s.DOSE, product=s.VIAL, made_up_to="100 mL", pump=sly(kd.Pump("1 mL/h"))),
    "calendar": lambda: kd.plan_sessions(s.DOSE, start="2026-01-05", calendar=sly(s.CALENDAR)),
    "course": lambda: kd.planning.replan(sly(s.COURSE), on="2026-01-06"),
    "printed course": lambda: kd.report.text(sly(s.COURSE)),
    "infusion": lambda: kd.planning.start_infusion(sly(s.INFUSION)),
    "order": lambda: kd.verify_order(sly(s.ORDER)),
    "source": lambda: attrs.evolve(s.REGIMEN, source=sly(kd.sources.OLIVER_2022)),
    "limit": lambda: attrs.evolve(s.PROFILE, limits=(sly(s.LIMIT, inside=lambda *_: True),)),
    "bound": lambda: attrs.evolve(s.LIMIT, hard_high=sly(s.LIMIT.hard_high)),
}


@pytest.mark.parametrize("what", SLY)
def test_a_subclass_is_not_taken_for_the_record(what):
    refused(SLY[what])


def test_text_that_lies_is_read_by_its_letters():
    assert m.Weight(LyingText("70 kg")) == m.Weight("70 kg")
    assert type(m.Weight(LyingText("70 kg")).written) is str
    refused(lambda: m.Weight(LyingText("70,5 kg")), "measure.comma")
    refused(lambda: m.Weight(LyingText("7" * 100 + " kg")), "measure.length")
    refused(lambda: kd.Regimen(LyingText("whatever"), "intravenous", "0.5 mg/kg"), "word.unknown")
    refused(lambda: kd.Override("per_weight.high", LyingText("A. B."), "reason"), "argument.text")


def test_a_word_cannot_be_added_to_a_closed_list():
    for kind in (type(kd.KETAMINE), kd.Route, kd.CareArea, Severity):
        with pytest.raises(TypeError):
            type(kind)("More", (kind,), type(kind).__prepare__("More", (kind,)))
        for word in kind:
            with pytest.raises(AttributeError):
                setattr(kind, word.name, None)
