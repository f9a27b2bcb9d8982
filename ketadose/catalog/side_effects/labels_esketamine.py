"""Side effects of esketamine nasal spray as labels and the manufacturer tell them; durations that differ stand side by side."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Clock, SideEffect
from ketadose.terms import Drug, Route

_HK = Citation(sources.SPRAVATO_HK, "section 4.8")
_US_2019 = Citation(sources.SPRAVATO_US_LABEL_2019, "section 5.2")
_US_SEDATION = Citation(sources.SPRAVATO_US_2021, "warnings: sedation")
_US_PRESSURE = Citation(sources.SPRAVATO_US_2021, "brief summary: increase in blood pressure")
_US_TABLE = Citation(sources.SPRAVATO_US_2021, "table of blood pressure")
_US_COGNITION = Citation(sources.SPRAVATO_US_2021, "warnings: cognitive impairment")
_US_TOLERANCE = Citation(sources.SPRAVATO_US_LABEL_2019, "section 9")
_US_BLADDER = Citation(sources.SPRAVATO_US_LABEL_2019, "warnings: ulcerative or interstitial cystitis")
_MY = Citation(sources.SPRAVATO_MALAYSIA, "special precautions, effect on blood pressure")
_JNJ_DISSOCIATION = Citation(sources.SPRAVATO_MEDICAL_INFORMATION, "dissociation, 17 April 2024")
_JNJ_SEDATION = Citation(sources.SPRAVATO_MEDICAL_INFORMATION, "sedation, 15 May 2025")
_JNJ_PRESSURE = Citation(sources.SPRAVATO_MEDICAL_INFORMATION, "use with antihypertensive medications")
_ESKETAMINE = (Drug.ESKETAMINE,)
_NASAL = (Route.INTRANASAL,)

ALL = (
    SideEffect(
        "dissociation",
        "on the day of dosing; less severe over time",
        _HK,
        _ESKETAMINE,
        _NASAL,
        lasts="1.5 h",
        clock=Clock.DOSE,
        share="27 %, severe in under 4 %",
    ),
    SideEffect("dissociation", "by the scale CADSS", _US_2019, _ESKETAMINE, _NASAL, share="61 % to 75 %"),
    SideEffect(
        "dissociation",
        "began shortly after the start; weaker with repeated doses",
        _JNJ_DISSOCIATION,
        _ESKETAMINE,
        _NASAL,
        peak="40 min",
        lasts="1.5 h",
        clock=Clock.DOSE,
    ),
    SideEffect(
        "sedation",
        "gone by itself on the same day",
        _HK,
        _ESKETAMINE,
        _NASAL,
        lasts="1.5 h",
        clock=Clock.DOSE,
        share="sedation 9.3 %, somnolence 18.2 %",
    ),
    SideEffect(
        "sedation",
        "by the scale MOAA/s; may be delayed or prolonged",
        _US_SEDATION,
        _ESKETAMINE,
        _NASAL,
        serious=True,
        share="48 % to 61 %; loss of consciousness 0.3 % to 0.4 %",
    ),
    SideEffect(
        "sedation",
        "by the scale MOAA/s",
        _JNJ_SEDATION,
        _ESKETAMINE,
        _NASAL,
        onset="15 min",
        peak=("30 min", "45 min"),
        lasts=("1 h", "1.5 h"),
        clock=Clock.DOSE,
    ),
    SideEffect(
        "raised blood pressure",
        "after any dose; the US label says about 4 hours",
        _US_PRESSURE,
        _ESKETAMINE,
        _NASAL,
        peak="40 min",
        lasts="4 h",
        clock=Clock.DOSE,
        share="8 % to 19 % rose by 40 mmHg systolic or 25 mmHg diastolic or more within 1.5 hours",
    ),
    SideEffect(
        "raised blood pressure",
        "systolic rise of 40 mmHg or more, by age",
        _US_TABLE,
        _ESKETAMINE,
        _NASAL,
        share="8 % under 65 years, 17 % from 65 years on",
    ),
    SideEffect(
        "raised blood pressure",
        "labels of the European wording say about 1 to 2 hours",
        _MY,
        _ESKETAMINE,
        _NASAL,
        peak="40 min",
        lasts=("1 h", "2 h"),
        clock=Clock.DOSE,
    ),
    SideEffect(
        "raised blood pressure",
        "in trials, typically back at the value before the dose",
        _JNJ_PRESSURE,
        _ESKETAMINE,
        _NASAL,
        lasts="2 h",
        clock=Clock.DOSE,
    ),
    SideEffect(
        "impaired cognition",
        "healthy volunteers; worse at 40 minutes",
        _US_COGNITION,
        _ESKETAMINE,
        _NASAL,
        peak="40 min",
        lasts="2 h",
        clock=Clock.DOSE,
    ),
    SideEffect(
        "sleepiness",
        "healthy volunteers; as with placebo afterwards",
        _US_COGNITION,
        _ESKETAMINE,
        _NASAL,
        lasts="4 h",
        clock=Clock.DOSE,
    ),
    SideEffect(
        "respiratory depression",
        "at high doses after rapid injection into a vein as an anaesthetic",
        _MY,
        _ESKETAMINE,
        (Route.INTRAVENOUS,),
        serious=True,
    ),
    SideEffect(
        "tolerance", "reported with prolonged use of ketamine and expected of esketamine", _US_TOLERANCE, _ESKETAMINE, _NASAL
    ),
    SideEffect(
        "interstitial cystitis",
        "no case related to esketamine in up to a year of treatment",
        _US_BLADDER,
        _ESKETAMINE,
        _NASAL,
        serious=True,
        share="none",
    ),
)
