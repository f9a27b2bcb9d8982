"""What guidelines, protocols and trials say of conditions in treatment with racemic ketamine, by care area."""

from __future__ import annotations

from ketadose.catalog.contraindications import conditions as have
from ketadose.evidence import Citation, sources
from ketadose.model.screening import Advice, Contraindication, Time
from ketadose.terms import CareArea, Drug, Route

_CHRONIC = Citation(sources.ASRA_CHRONIC_2018, "relative contraindications")
_ACUTE = Citation(sources.ASRA_ACUTE_2018, "contraindications, as restated at reference.medscape.com/viewarticle/913357_2")
_WESTJEM = Citation(sources.WESTJEM_2020, "table 1, analgesia")
_WESTJEM_AGITATION = Citation(sources.WESTJEM_2020, "table 1, agitation")
_ACEP = Citation(sources.ACEP_NOW, "page text")
_HIGHLAND = Citation(sources.NHS_HIGHLAND, "dose and drug preparation")
_WELLINGTON = Citation(sources.WELLINGTON_ICU, "renal impairment")
_SCOTTISH = Citation(sources.SCOTTISH_PALLIATIVE, "ketamine, cautions")
_CPSBC = Citation(sources.CPSBC_DRAFT_2021, "assessment, as summarised")
_OKTOS = Citation(sources.OKTOS_PROTOCOL, "table 1, exclusion criteria")
_ABBAR = Citation(sources.ABBAR_2022, "abstract, exclusion criteria")
_KETAMINE = (Drug.KETAMINE,)
_ORAL = (Route.ORAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)
_CHRONIC_PAIN = (CareArea.CHRONIC_PAIN,)
_ACUTE_PAIN = (CareArea.ACUTE_PAIN_WARD,)
_EMERGENCY = (CareArea.EMERGENCY_ANALGESIA,)
_SUICIDALITY = (CareArea.EMERGENCY_SUICIDALITY,)

ALL = (
    Contraindication(
        have.CARDIOVASCULAR_UNCONTROLLED,
        Time.CURRENT,
        Advice.RELATIVE,
        "poorly controlled; grade B, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.PREGNANCY, Time.CURRENT, Advice.RELATIVE, "grade B, low certainty", _CHRONIC, _KETAMINE, areas=_CHRONIC_PAIN
    ),
    Contraindication(
        have.PSYCHOSIS,
        Time.CURRENT,
        Advice.RELATIVE,
        "active psychosis; grade B, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.LIVER_SEVERE,
        Time.CURRENT,
        Advice.RELATIVE,
        "to be avoided; grade C, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.LIVER_MODERATE,
        Time.CURRENT,
        Advice.CAUTION,
        "caution; grade C, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.CURRENT,
        Advice.RELATIVE,
        "elevated; grade C, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.INTRAOCULAR_PRESSURE,
        Time.CURRENT,
        Advice.RELATIVE,
        "elevated; grade C, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.SUBSTANCE_USE,
        Time.CURRENT,
        Advice.RELATIVE,
        "active abuse; no serial infusions; grade C, low certainty",
        _CHRONIC,
        _KETAMINE,
        areas=_CHRONIC_PAIN,
    ),
    Contraindication(
        have.PREGNANCY,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "a contraindication, as restated",
        _ACUTE,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(
        have.PSYCHOSIS,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "among the contraindications, as restated",
        _ACUTE,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(
        have.CARDIOVASCULAR_UNCONTROLLED,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "poorly controlled, as restated",
        _ACUTE,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(
        have.LIVER_SEVERE, Time.CURRENT, Advice.CONTRAINDICATED, "severe, as restated", _ACUTE, _KETAMINE, areas=_ACUTE_PAIN
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "elevated, as restated",
        _ACUTE,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(
        have.INTRAOCULAR_PRESSURE,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "elevated, as restated",
        _ACUTE,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(
        have.ACUTE_CORONARY_SYNDROME, Time.CURRENT, Advice.CONTRAINDICATED, "suspected", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(
        have.HEART_FAILURE, Time.CURRENT, Advice.CONTRAINDICATED, "acute decompensated", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(have.DYSRHYTHMIA, Time.CURRENT, Advice.CONTRAINDICATED, "unstable", _WESTJEM, _KETAMINE, areas=_EMERGENCY),
    Contraindication(
        have.CEREBRAL_TRAUMA, Time.CURRENT, Advice.CONTRAINDICATED, "acute head trauma", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(have.EYE_TRAUMA, Time.CURRENT, Advice.CONTRAINDICATED, "acute", _WESTJEM, _KETAMINE, areas=_EMERGENCY),
    Contraindication(
        have.INTRACRANIAL_PRESSURE, Time.CURRENT, Advice.CONTRAINDICATED, "raised", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(
        have.SCHIZOPHRENIA, Time.UNSAID, Advice.CONTRAINDICATED, "listed without a time", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(
        have.PSYCHOSIS, Time.UNSAID, Advice.CONTRAINDICATED, "listed without a time", _WESTJEM, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(
        have.PSYCHOSIS,
        Time.UNSAID,
        Advice.NO_OBJECTION,
        "in agitation the same protocols list no contraindication",
        _WESTJEM_AGITATION,
        _KETAMINE,
        areas=(CareArea.EMERGENCY_AGITATION,),
    ),
    Contraindication(
        have.PSYCHOSIS,
        Time.UNSAID,
        Advice.NO_OBJECTION,
        "sees no reason to withhold low doses in mental illness",
        _ACEP,
        _KETAMINE,
        areas=_EMERGENCY,
    ),
    Contraindication(
        have.INFANT, Time.CURRENT, Advice.CONTRAINDICATED, "under three months", _ACEP, _KETAMINE, areas=_EMERGENCY
    ),
    Contraindication(
        have.KIDNEY,
        Time.CURRENT,
        Advice.NO_OBJECTION,
        "no adjustment at the doses of the ward guideline",
        _HIGHLAND,
        _KETAMINE,
        areas=_ACUTE_PAIN,
    ),
    Contraindication(have.KIDNEY, Time.CURRENT, Advice.NO_OBJECTION, "no adjustment seems needed", _WELLINGTON, _KETAMINE),
    Contraindication(
        have.LIVER_SEVERE, Time.CURRENT, Advice.CONSIDER_DOSE, "a lower dose to be considered", _SCOTTISH, _KETAMINE
    ),
    Contraindication(
        have.SLEEP_APNOEA,
        Time.CURRENT,
        Advice.MONITOR,
        "to be screened for with a validated tool; a draft, as summarised",
        _CPSBC,
        _KETAMINE,
    ),
    Contraindication(
        have.HYPERTENSION, Time.CURRENT, Advice.EXCLUDED, "resting blood pressure above 150/100 mmHg", _OKTOS, _KETAMINE, _ORAL
    ),
    Contraindication(
        have.CARDIOVASCULAR_EVENT, Time.RECENT, Advice.EXCLUDED, "myocardial infarction", _OKTOS, _KETAMINE, _ORAL, months=6
    ),
    Contraindication(have.STROKE, Time.HISTORY, Advice.EXCLUDED, "any history", _OKTOS, _KETAMINE, _ORAL),
    Contraindication(
        have.PSYCHOSIS,
        Time.HISTORY,
        Advice.EXCLUDED,
        "a history of psychosis",
        _ABBAR,
        _KETAMINE,
        _INTRAVENOUS,
        areas=_SUICIDALITY,
    ),
    Contraindication(
        have.SUBSTANCE_USE, Time.CURRENT, Advice.EXCLUDED, "dependence", _ABBAR, _KETAMINE, _INTRAVENOUS, areas=_SUICIDALITY
    ),
)
