"""Fasting, other sprays, tests, observation, escort and driving, as labels and services ask."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.gates import Gate, GateKind, When
from ketadose.model.screening import Advice
from ketadose.terms import CareArea, Drug, Route

_US_PRESSURE = Citation(sources.SPRAVATO_US_LABEL_2019, "warnings: increases in blood pressure")
_US_DRIVING = Citation(sources.SPRAVATO_US_LABEL_2019, "warnings: impaired ability to drive; section 17")
_PDR = Citation(sources.SPRAVATO_PDR, "administration")
_KETALAR = Citation(sources.KETALAR_LABEL, "section 2.1")
_OXFORD = Citation(sources.OXFORD_SERVICE, "older pages")
_PDR_KETAMINE = Citation(sources.KETALAR_PDR, "precautions")
_ASRA = Citation(sources.ASRA_CHRONIC_2018, "testing before infusions")
_CPSBC = Citation(sources.CPSBC_DRAFT_2021, "assessment, as summarised")
_DEL_SANT = Citation(sources.DEL_SANT_2020, "abstract")
_SUMMARY = Citation(sources.KETAMINE_SUMMARY, "section 4.4")

_KETAMINE = (Drug.KETAMINE,)
_ESKETAMINE = (Drug.ESKETAMINE,)
_NASAL = (Route.INTRANASAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)

ALL = (
    Gate(
        "fasting.food_esketamine",
        GateKind.FOOD,
        When.BEFORE,
        Advice.INSTRUCTION,
        "nausea and vomiting may follow",
        _PDR,
        _ESKETAMINE,
        _NASAL,
        at_least="2 h",
    ),
    Gate(
        "fasting.liquid_esketamine",
        GateKind.LIQUID,
        When.BEFORE,
        Advice.INSTRUCTION,
        "nausea and vomiting may follow",
        _PDR,
        _ESKETAMINE,
        _NASAL,
        at_least="30 min",
    ),
    Gate(
        "fasting.ketamine",
        GateKind.FOOD,
        When.BEFORE,
        Advice.NOT_RECOMMENDED,
        "not recommended in people who did not fast as before an anaesthetic; the hours are the site's",
        _KETALAR,
        _KETAMINE,
        where="United States",
        site_setting=True,
    ),
    Gate(
        "fasting.oxford",
        GateKind.FOOD,
        When.BEFORE,
        Advice.INSTRUCTION,
        "breakfast, but little or no lunch before afternoon infusions",
        _OXFORD,
        _KETAMINE,
        _INTRAVENOUS,
        site_setting=True,
    ),
    Gate(
        "nasal_sprays.esketamine",
        GateKind.NASAL_SPRAYS,
        When.BEFORE,
        Advice.INSTRUCTION,
        "a nasal corticosteroid or decongestant of the same day is given earlier",
        _PDR,
        _ESKETAMINE,
        _NASAL,
        at_least="1 h",
    ),
    Gate(
        "substances.oxford",
        GateKind.SUBSTANCES,
        When.BEFORE,
        Advice.INSTRUCTION,
        "no benzodiazepine and no alcohol",
        _OXFORD,
        _KETAMINE,
        _INTRAVENOUS,
        until="neither the night before nor on the day",
        site_setting=True,
    ),
    Gate(
        "work_up.liver",
        GateKind.WORK_UP,
        When.BEFORE,
        Advice.MONITOR,
        "baseline and periodic liver tests with alkaline phosphatase and GGT in recurrent dosing; how often is the site's",
        _PDR_KETAMINE,
        _KETAMINE,
        site_setting=True,
    ),
    Gate(
        "work_up.healthy",
        GateKind.WORK_UP,
        When.BEFORE,
        Advice.NO_OBJECTION,
        "no test needed in healthy people; ECG at high cardiovascular risk, liver tests considered where the liver is at risk",
        _ASRA,
        _KETAMINE,
        _INTRAVENOUS,
        (CareArea.CHRONIC_PAIN,),
        site_setting=True,
    ),
    Gate(
        "work_up.draft",
        GateKind.WORK_UP,
        When.BEFORE,
        Advice.MONITOR,
        "ECG, renal and liver tests, a screen for sleep apnoea; a draft, as summarised",
        _CPSBC,
        _KETAMINE,
        site_setting=True,
    ),
    Gate(
        "stay.esketamine",
        GateKind.STAY,
        When.AFTER,
        Advice.INSTRUCTION,
        "watched until clinically stable; longer if blood pressure does not fall",
        _PDR,
        _ESKETAMINE,
        _NASAL,
        at_least="2 h",
        until="assessed as stable and ready to leave",
    ),
    Gate(
        "stay.esketamine_pressure",
        GateKind.STAY,
        When.AFTER,
        Advice.WARNING,
        "blood pressure around 40 minutes after the dose, then until it declines",
        _US_PRESSURE,
        _ESKETAMINE,
        _NASAL,
        where="United States",
        at_least="2 h",
        until="blood pressure declines",
    ),
    Gate(
        "stay.subcutaneous_esketamine",
        GateKind.STAY,
        When.AFTER,
        Advice.MONITOR,
        "authors recommend watching blood pressure",
        _DEL_SANT,
        _ESKETAMINE,
        (Route.SUBCUTANEOUS,),
        at_least="90 min",
    ),
    Gate(
        "stay.oxford_escort",
        GateKind.ESCORT,
        When.AFTER,
        Advice.INSTRUCTION,
        "with an escort, who stays too",
        _OXFORD,
        _KETAMINE,
        _INTRAVENOUS,
        at_least="1 h",
        site_setting=True,
    ),
    Gate(
        "stay.oxford_alone",
        GateKind.ESCORT,
        When.AFTER,
        Advice.INSTRUCTION,
        "without an escort, at least",
        _OXFORD,
        _KETAMINE,
        _INTRAVENOUS,
        at_least="2 h",
        site_setting=True,
    ),
    Gate(
        "escort.ketamine_europe",
        GateKind.ESCORT,
        When.AFTER,
        Advice.CAUTION,
        "leaving on the same day",
        _SUMMARY,
        _KETAMINE,
        where="Europe",
        until="accompanied by a responsible adult",
    ),
    Gate(
        "driving.esketamine",
        GateKind.DRIVING,
        When.AFTER,
        Advice.INSTRUCTION,
        "nor other hazardous work",
        _US_DRIVING,
        _ESKETAMINE,
        _NASAL,
        where="United States",
        until="not until the next day, after a restful sleep",
    ),
    Gate(
        "driving.oxford",
        GateKind.DRIVING,
        When.AFTER,
        Advice.INSTRUCTION,
        "never driving away from the clinic",
        _OXFORD,
        _KETAMINE,
        _INTRAVENOUS,
        until="does not drive away",
    ),
)
