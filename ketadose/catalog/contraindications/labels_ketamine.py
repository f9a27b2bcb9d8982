"""What labels and leaflets of racemic ketamine say of conditions; no two are merged."""

from __future__ import annotations

from ketadose.catalog.contraindications import conditions as have
from ketadose.evidence import Citation, sources
from ketadose.model.screening import Advice, Contraindication, Time
from ketadose.terms import Drug

_US_4 = Citation(sources.KETAMINE_LABEL_HOSPIRA, "section 4")
_US_5 = Citation(sources.KETALAR_HENRY_SCHEIN, "section 5, titles of the warnings")
_US_2_1 = Citation(sources.KETALAR_LABEL, "section 2.1")
_PDR = Citation(sources.KETALAR_PDR, "contraindications and precautions")
_UK_4_3 = Citation(sources.KETALAR_UK, "section 4.3")
_UK_4_4 = Citation(sources.KETALAR_UK, "section 4.4")
_SUMMARY = Citation(sources.KETAMINE_SUMMARY, "section 4.4")
_CH = Citation(sources.KETAMIN_CH, "contraindications")
_PH = Citation(sources.KETAMAX_PHILIPPINES, "special precautions")
_KETAMINE = (Drug.KETAMINE,)


ALL = (
    Contraindication(
        have.PRESSURE_HAZARD,
        Time.RISK,
        Advice.CONTRAINDICATED,
        "the label names no diagnoses, only that a marked rise would be a serious hazard",
        _US_4,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.HYPERSENSITIVITY,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "known hypersensitivity to ketamine or an excipient",
        _US_4,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.UNSAID,
        Advice.WARNING,
        "one of the warnings is titled increase in cerebrospinal fluid pressure; it is no contraindication",
        _US_5,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.GENITOURINARY_PAIN,
        Time.CURRENT,
        Advice.CONSIDER_STOPPING,
        "after chronic off-label use; cessation to be considered if the pain goes on with other urinary symptoms",
        _US_2_1,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.ANEURYSM,
        Time.UNSAID,
        Advice.CAUTION,
        "a drug summary gives it as an example of a hazard from a rise of blood pressure; the label itself does not",
        _PDR,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.HYPERTENSION_UNCONTROLLED,
        Time.CURRENT,
        Advice.CAUTION,
        "a drug summary gives it as an example of a hazard from a rise of blood pressure; the label itself does not",
        _PDR,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.STROKE,
        Time.HISTORY,
        Advice.CAUTION,
        "a drug summary gives it as an example of a hazard from a rise of blood pressure; the label itself does not",
        _PDR,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.HYPERTHYROIDISM,
        Time.CURRENT,
        Advice.CAUTION,
        "a drug summary names thyrotoxicosis as an example of a hazard from a rise of blood pressure; the label does not",
        _PDR,
        _KETAMINE,
        where="United States",
    ),
    Contraindication(
        have.PRESSURE_HAZARD,
        Time.RISK,
        Advice.CONTRAINDICATED,
        "contraindicated where a rise would be a serious hazard",
        _UK_4_3,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.PREECLAMPSIA,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "eclampsia or pre-eclampsia, without a time",
        _UK_4_3,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.HEART_DISEASE_SEVERE,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "severe coronary or myocardial disease, without a time",
        _UK_4_3,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.STROKE,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "cerebrovascular accident, without a time",
        _UK_4_3,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.CEREBRAL_TRAUMA,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "cerebral trauma, without a time",
        _UK_4_3,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.ALCOHOL_CHRONIC,
        Time.CURRENT,
        Advice.CAUTION,
        "caution in chronic alcohol use",
        _UK_4_4,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.ALCOHOL_INTOXICATION,
        Time.CURRENT,
        Advice.CAUTION,
        "caution in acute intoxication with alcohol",
        _UK_4_4,
        _KETAMINE,
        where="United Kingdom",
    ),
    Contraindication(
        have.LIVER,
        Time.CURRENT,
        Advice.CONSIDER_DOSE,
        "cirrhosis or other impairment: a lower dose to be considered",
        _SUMMARY,
        _KETAMINE,
        where="Europe",
    ),
    Contraindication(
        have.HYPERTENSION_UNCONTROLLED,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "poorly controlled or untreated, above 180/100 mmHg at rest",
        _CH,
        _KETAMINE,
        where="Switzerland",
    ),
    Contraindication(
        have.STROKE,
        Time.HISTORY,
        Advice.CONTRAINDICATED,
        "an earlier stroke is the example of a hazard from a rise of blood pressure",
        _CH,
        _KETAMINE,
        where="Switzerland",
    ),
    Contraindication(
        have.PREECLAMPSIA,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "pre-eclampsia and eclampsia",
        _CH,
        _KETAMINE,
        where="Switzerland",
    ),
    Contraindication(
        have.HYPERTHYROIDISM,
        Time.CURRENT,
        Advice.CONTRAINDICATED,
        "not treated or not treated enough",
        _CH,
        _KETAMINE,
        where="Switzerland",
    ),
    Contraindication(
        have.HYPERSENSITIVITY,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "to ketamine or an excipient",
        _CH,
        _KETAMINE,
        where="Switzerland",
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.CURRENT,
        Advice.CAUTION,
        "special caution where the pressure is raised beforehand",
        _PH,
        _KETAMINE,
        where="Philippines",
    ),
    Contraindication(
        have.HYPERTENSION,
        Time.CURRENT,
        Advice.MONITOR,
        "cardiac function to be monitored throughout",
        _PH,
        _KETAMINE,
        where="Philippines",
    ),
    Contraindication(
        have.HEART_FAILURE,
        Time.CURRENT,
        Advice.MONITOR,
        "cardiac decompensation: cardiac function to be monitored throughout",
        _PH,
        _KETAMINE,
        where="Philippines",
    ),
)
