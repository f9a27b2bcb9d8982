"""Blood pressure and other readings of the day: guides to weigh by, contraindications of labels, exclusions of trials."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.gates import Comparison, Gate, GateKind, Joined, Side, Vital, When
from ketadose.model.screening import Advice
from ketadose.terms import CareArea, Drug, Route

_US_PRESSURE = Citation(sources.SPRAVATO_US_LABEL_2019, "warnings: increases in blood pressure")
_JNJ = Citation(sources.SPRAVATO_MEDICAL_INFORMATION, "use with antihypertensive medications")
_PDR = Citation(sources.SPRAVATO_PDR, "administration")
_PHILIPPINES = Citation(sources.SPRAVATO_PHILIPPINES, "dosage")
_MALAYSIA = Citation(sources.SPRAVATO_MALAYSIA, "special precautions, effect on blood pressure")
_CH = Citation(sources.KETAMIN_CH, "contraindications")
_CH_ESKETAMINE = Citation(sources.ESKETAMINE_CH, "contraindications")
_OKTOS = Citation(sources.OKTOS_PROTOCOL, "table 1, exclusion criteria")
_OURS = Citation(sources.OURS, "judgement")
_YIP = Citation(sources.YIP_2022, "abstract")
_WESTJEM = Citation(sources.WESTJEM_2020, "table 1, analgesia")
_BROOKE = Citation(sources.BROOKE_TRIAL, "exclusion criteria")

_KETAMINE = (Drug.KETAMINE,)
_ESKETAMINE = (Drug.ESKETAMINE,)
_NASAL = (Route.INTRANASAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)
_OVER_140 = Comparison(Vital.SYSTOLIC, Side.ABOVE, 140)
_OVER_180 = Comparison(Vital.SYSTOLIC, Side.ABOVE, 180)
_OVER_90 = Comparison(Vital.DIASTOLIC, Side.ABOVE, 90)
_BREATHS_UNDER_10 = Comparison(Vital.RESPIRATORY_RATE, Side.BELOW, 10)
_BREATHS_OVER_30 = Comparison(Vital.RESPIRATORY_RATE, Side.ABOVE, 30)

ALL = (
    Gate(
        "pressure.guide_esketamine",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.WARNING,
        "a general guide: whether to delay is to be weighed against the benefit; it forbids nothing",
        _US_PRESSURE,
        _ESKETAMINE,
        _NASAL,
        where="United States",
        compares=(_OVER_140, _OVER_90),
        joined=Joined.UNSAID,
        site_setting=True,
    ),
    Gate(
        "pressure.guide_esketamine_manufacturer",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.WARNING,
        "the manufacturer repeats the same general guide",
        _JNJ,
        _ESKETAMINE,
        _NASAL,
        where="United States",
        compares=(_OVER_140, _OVER_90),
        joined=Joined.UNSAID,
        site_setting=True,
    ),
    Gate(
        "pressure.guide_esketamine_pdr",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.WARNING,
        "a drug summary spells out one or the other; the short rise is to be weighed against the benefit",
        _PDR,
        _ESKETAMINE,
        _NASAL,
        where="United States",
        compares=(_OVER_140, _OVER_90),
        joined=Joined.ANY,
        site_setting=True,
    ),
    Gate(
        "pressure.guide_esketamine_philippines",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.WARNING,
        "an example of an elevated pressure: risk and benefit to be considered",
        _PHILIPPINES,
        _ESKETAMINE,
        _NASAL,
        where="Philippines",
        compares=(_OVER_140, _OVER_90),
        joined=Joined.UNSAID,
        site_setting=True,
    ),
    Gate(
        "pressure.guide_esketamine_malaysia",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.WARNING,
        "the European wording repeats a general guide of 140/90 mmHg; the rest was not seen",
        _MALAYSIA,
        _ESKETAMINE,
        _NASAL,
        where="Malaysia",
        compares=(_OVER_140, _OVER_90),
        joined=Joined.UNSAID,
        site_setting=True,
    ),
    Gate(
        "pressure.label_swiss",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.CONTRAINDICATED,
        "hypertension poorly controlled or untreated, at rest",
        _CH,
        _KETAMINE,
        where="Switzerland",
        compares=(_OVER_180, Comparison(Vital.DIASTOLIC, Side.ABOVE, 100)),
        joined=Joined.UNSAID,
    ),
    Gate(
        "pressure.label_swiss_esketamine",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.CONTRAINDICATED,
        "hypertension poorly controlled or untreated, at rest; the label of the injection",
        _CH_ESKETAMINE,
        _ESKETAMINE,
        (Route.INTRAVENOUS, Route.INTRAMUSCULAR),
        where="Switzerland",
        compares=(_OVER_180, Comparison(Vital.DIASTOLIC, Side.ABOVE, 100)),
        joined=Joined.UNSAID,
    ),
    Gate(
        "pressure.trial_oral",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.EXCLUDED,
        "resting hypertension excluded from one oral study",
        _OKTOS,
        _KETAMINE,
        (Route.ORAL,),
        compares=(Comparison(Vital.SYSTOLIC, Side.ABOVE, 150), Comparison(Vital.DIASTOLIC, Side.ABOVE, 100)),
        joined=Joined.UNSAID,
    ),
    Gate(
        "pressure.site_ketamine",
        GateKind.BLOOD_PRESSURE,
        When.BEFORE,
        Advice.MONITOR,
        "no figure was found at a source for low-dose ketamine; the site sets its own",
        _OURS,
        _KETAMINE,
        site_setting=True,
    ),
    Gate(
        "pressure.treatment_ketamine",
        GateKind.BLOOD_PRESSURE,
        When.AFTER,
        Advice.NO_OBJECTION,
        "authors argue against aggressive treatment of passing rises; the site decides",
        _YIP,
        _KETAMINE,
        _INTRAVENOUS,
        site_setting=True,
    ),
    Gate(
        "vitals.emergency_analgesia",
        GateKind.VITAL_SIGNS,
        When.BEFORE,
        Advice.CONTRAINDICATED,
        "low-dose analgesia is not given; lower bounds of pressure and heart rate were not seen",
        _WESTJEM,
        _KETAMINE,
        _INTRAVENOUS,
        (CareArea.EMERGENCY_ANALGESIA,),
        compares=(_OVER_180, Comparison(Vital.HEART_RATE, Side.ABOVE, 150), _BREATHS_UNDER_10, _BREATHS_OVER_30),
        joined=Joined.ANY,
    ),
    Gate(
        "vitals.emergency_suicidality",
        GateKind.VITAL_SIGNS,
        When.BEFORE,
        Advice.EXCLUDED,
        "excluded from a registered trial in suicidal thoughts",
        _BROOKE,
        _KETAMINE,
        (),
        (CareArea.EMERGENCY_SUICIDALITY,),
        compares=(
            Comparison(Vital.SYSTOLIC, Side.BELOW, 90),
            _OVER_180,
            Comparison(Vital.HEART_RATE, Side.BELOW, 50),
            Comparison(Vital.HEART_RATE, Side.ABOVE, 120),
            _BREATHS_UNDER_10,
            _BREATHS_OVER_30,
        ),
        joined=Joined.ANY,
    ),
)
