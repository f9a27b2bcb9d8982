"""Side effects as clinic pages claim them: claims with their page, no facts."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Clock, SideEffect
from ketadose.terms import Drug, Route

_GUIDE = Citation(sources.PAGE_CLINIC_GUIDE, "safety and side effects")
_PROCESS = Citation(sources.PAGE_PROCESS, "potential risks and side effects")
_INFUSION = Citation(sources.PAGE_INFUSION, "safety and considerations")
_ANSWER = Citation(sources.PAGE_ANSWER, "safety and side effects")
_PITFALLS = Citation(sources.PAGE_ANSWER, "clinical pitfalls")
_CENTRE = Citation(sources.PAGE_CENTRE, "safety and considerations")
_KETAMINE = (Drug.KETAMINE,)

ALL = (
    SideEffect(
        "dissociation", "common after the infusion and passing", _GUIDE, _KETAMINE, lasts=("30 min", "60 min"), clock=Clock.END
    ),
    SideEffect("nausea and vomiting", "listed", _GUIDE, _KETAMINE),
    SideEffect("double vision", "listed, with uncontrolled eye movements", _GUIDE, _KETAMINE),
    SideEffect("dream-like states", "listed, with a warm skin", _GUIDE, _KETAMINE),
    SideEffect("raised blood pressure", "listed", _GUIDE, _KETAMINE),
    SideEffect("hallucinations", "serious, with confusion", _GUIDE, _KETAMINE, serious=True),
    SideEffect("irregular heart beat", "serious", _GUIDE, _KETAMINE, serious=True),
    SideEffect("weight loss", "rare, linked to oral ketamine; no source was found for it", _GUIDE, _KETAMINE, (Route.ORAL,)),
    SideEffect(
        "dissociation", "hallucinations or changed perception, generally short-lived", _PROCESS, _KETAMINE, lasts=("1 h", "2 h")
    ),
    SideEffect("nausea", "generally short-lived", _PROCESS, _KETAMINE, lasts=("1 h", "2 h")),
    SideEffect("dizziness", "generally short-lived", _PROCESS, _KETAMINE, lasts=("1 h", "2 h")),
    SideEffect("raised blood pressure", "with heart rate, generally short-lived", _PROCESS, _KETAMINE, lasts=("1 h", "2 h")),
    SideEffect(
        "dissociation",
        "dizziness, raised blood pressure and nausea too; usually short-lived",
        _INFUSION,
        _KETAMINE,
        (Route.INTRAVENOUS,),
    ),
    SideEffect("dissociation", "rises with the dose; nausea and dizziness too", _ANSWER, _KETAMINE),
    SideEffect("raised blood pressure", "passing, with heart rate", _ANSWER, _KETAMINE),
    SideEffect(
        "adverse events in general",
        "given without the route, which was intramuscular in its source",
        _ANSWER,
        _KETAMINE,
        share="about 2.3 % of treatments",
    ),
    SideEffect("tolerance", "with craving and impaired cognition, to be watched in repeated use", _PITFALLS, _KETAMINE),
    SideEffect("dissociation", "nausea and dizziness too", _CENTRE, _KETAMINE),
)
