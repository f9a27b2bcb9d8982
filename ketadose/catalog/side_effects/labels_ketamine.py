"""Side effects of racemic ketamine as labels tell them, at anaesthetic doses."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.screening import SideEffect
from ketadose.terms import Drug, Route

_MYLAN = Citation(sources.KETAMINE_LABEL_MYLAN, "special note")
_SECTION_6 = Citation(sources.KETALAR_HENRY_SCHEIN, "section 6")
_TITLES = Citation(sources.KETALAR_HENRY_SCHEIN, "section 5, titles of the warnings")
_SECTION_5_3 = Citation(sources.KETAMINE_LABEL_GLAND, "section 5.3 (copy at medlibrary.org)")
_PDR = Citation(sources.KETALAR_PDR, "precautions")
_KETAMINE = (Drug.KETAMINE,)

ALL = (
    SideEffect(
        "emergence reactions",
        "dreams, hallucinations, delirium; ordinarily no more than a few hours, recurring up to 24 hours after; least over 65",
        _MYLAN,
        _KETAMINE,
        share="about 12 %",
    ),
    SideEffect(
        "psychiatric events",
        "begun or persisting days to weeks after exposure; older labels deny lasting effects and are superseded",
        _SECTION_6,
        _KETAMINE,
        serious=True,
    ),
    SideEffect("raised blood pressure", "heart rate and rhythm change too; both may also fall", _SECTION_6, _KETAMINE),
    SideEffect("double vision", "with uncontrolled eye movements and raised intraocular pressure", _SECTION_6, _KETAMINE),
    SideEffect("nausea and vomiting", "with loss of appetite and hepatobiliary dysfunction", _SECTION_6, _KETAMINE),
    SideEffect("anaphylaxis", "listed", _SECTION_6, _KETAMINE, serious=True),
    SideEffect("muscle tone", "increased tone and spasms", _SECTION_6, _KETAMINE),
    SideEffect("respiratory depression", "with overdose or too rapid administration", _SECTION_5_3, _KETAMINE, serious=True),
    SideEffect(
        "respiratory depression",
        "transient, or apnoea, when given into a vein faster than over 60 seconds; blood pressure rises more",
        Citation(sources.KETALAR_UK, "section 4.4"),
        _KETAMINE,
        (Route.INTRAVENOUS,),
        serious=True,
    ),
    SideEffect(
        "liver injury",
        "a warning of the label; baseline and periodic liver tests in recurrent dosing, as restated",
        _PDR,
        _KETAMINE,
        serious=True,
    ),
    SideEffect("haemodynamic instability", "title of a warning", _TITLES, _KETAMINE, serious=True),
)
