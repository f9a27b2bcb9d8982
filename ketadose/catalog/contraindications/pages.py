"""What clinic pages claim of conditions: claims with their page, no facts, and never a contraindication."""

from __future__ import annotations

from ketadose.catalog.contraindications import conditions as have
from ketadose.evidence import Citation, sources
from ketadose.model.screening import Advice, Contraindication, Time
from ketadose.terms import Drug

_GUIDE = Citation(sources.PAGE_CLINIC_GUIDE, "when to consider ketamine therapy")
_PROCESS = Citation(sources.PAGE_PROCESS, "potential risks and side effects")
_CENTRE = Citation(sources.PAGE_CENTRE, "safety and considerations")
_KETAMINE = (Drug.KETAMINE,)

ALL = (
    Contraindication(
        have.PREGNANCY, Time.CURRENT, Advice.NOT_RECOMMENDED, "the page does not recommend ketamine", _GUIDE, _KETAMINE
    ),
    Contraindication(
        have.BREASTFEEDING, Time.CURRENT, Advice.NOT_RECOMMENDED, "the page does not recommend ketamine", _GUIDE, _KETAMINE
    ),
    Contraindication(
        have.SCHIZOPHRENIA, Time.UNSAID, Advice.NOT_RECOMMENDED, "the page does not recommend ketamine", _GUIDE, _KETAMINE
    ),
    Contraindication(
        have.HYPERTENSION_UNCONTROLLED,
        Time.CURRENT,
        Advice.NOT_RECOMMENDED,
        "unmanaged: the page does not recommend ketamine",
        _GUIDE,
        _KETAMINE,
    ),
    Contraindication(
        have.SUBSTANCE_USE,
        Time.HISTORY,
        Advice.NOT_RECOMMENDED,
        "a history is enough for the page, where the US label of esketamine warns and ASRA means active abuse",
        _GUIDE,
        _KETAMINE,
    ),
    Contraindication(
        have.PSYCHOSIS, Time.UNSAID, Advice.NOT_RECOMMENDED, "the page does not recommend ketamine", _GUIDE, _KETAMINE
    ),
    Contraindication(
        have.HEART_DISEASE,
        Time.UNSAID,
        Advice.NOT_RECOMMENDED,
        "the page does not recommend ketamine, whatever the disease",
        _GUIDE,
        _KETAMINE,
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.CURRENT,
        Advice.NOT_RECOMMENDED,
        "the page does not recommend ketamine",
        _GUIDE,
        _KETAMINE,
    ),
    Contraindication(
        have.SUBSTANCE_USE, Time.HISTORY, Advice.CAUTION, "may not be suitable, the page says", _PROCESS, _KETAMINE
    ),
    Contraindication(
        have.HYPERTENSION_UNCONTROLLED,
        Time.CURRENT,
        Advice.NOT_RECOMMENDED,
        "unmanaged: the page does not recommend ketamine",
        _CENTRE,
        _KETAMINE,
    ),
    Contraindication(
        have.SUBSTANCE_USE, Time.UNSAID, Advice.NOT_RECOMMENDED, "a substance use disorder, without a time", _CENTRE, _KETAMINE
    ),
)
