"""Ketamine outside the psychiatric clinic: suicidal ideation in emergency care, pain, agitation, anaesthesia."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.model.conduct import Monitoring, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import CareArea, Drug, Grade, Indication, Route

_SUICIDAL = (Indication.SUICIDAL_IDEATION,)

_DOMANY = Citation(sources.DOMANY_2020, "abstract")
DOMANY_2020 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.2 mg/kg",
    days=DayPattern((1,), _DOMANY),
    area=CareArea.EMERGENCY_SUICIDALITY,
    source=_DOMANY,
    name="DOMANY_2020",
    title="One intravenous dose of 0.2 mg/kg for suicidal ideation in emergency care",
    indications=_SUICIDAL,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind proof-of-concept trial against saline, nine and nine",
        "depression with acute suicidal ideation that needed admission",
        18,
        outcome=("88 % against 33 % without suicidal ideation at 90 min",),
        against=(
            Citation(sources.KASHANI_2014, "abstract: the authors advise against it for fast effect"),
            Citation(sources.MAGUIRE_2021, "abstract: no longer significant by 230 min; convincing evidence is lacking"),
        ),
    ),
    monitoring=(Monitoring("suicidal ideation", _DOMANY, minutes=(15, 30, 60, 90, 120, 180, 240)),),
    remarks=("over how many minutes it was given was not seen at the source",),
)

_KASHANI = Citation(sources.KASHANI_2014, "abstract")
KASHANI_2014 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.2 mg/kg",
    days=DayPattern((1,), _KASHANI),
    area=CareArea.EMERGENCY_SUICIDALITY,
    source=_KASHANI,
    name="KASHANI_2014",
    title="One intravenous bolus of 0.2 mg/kg for suicidal ideation in emergency care (advised against)",
    indications=_SUICIDAL,
    evidence=Evidence(
        Grade.OPEN,
        "open-label study without control",
        "suicidal ideation in an emergency department",
        49,
        negative=("the authors do not find it a good choice for a fast reduction of suicidal ideation",),
    ),
)

_BURGER = Citation(sources.BURGER_2016, "abstract")
BURGER_2016 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.2 mg/kg",
    days=DayPattern((1,), _BURGER),
    area=CareArea.EMERGENCY_SUICIDALITY,
    source=_BURGER,
    name="BURGER_2016",
    title="One intravenous dose of 0.2 mg/kg for suicidal ideation in military emergency care",
    indications=_SUICIDAL,
    evidence=Evidence(
        Grade.RANDOMISED,
        "pilot against saline; methodological problems left ten people to analyse, three on ketamine",
        "active-duty personnel with suicidal ideation",
        10,
        negative=("no clinically significant difference at discharge",),
    ),
    remarks=("over how many minutes it was given was not seen at the source",),
)

_ABBAR = Citation(sources.ABBAR_2022, "abstract")
ABBAR_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1, 2), _ABBAR),
    area=CareArea.EMERGENCY_SUICIDALITY,
    source=_ABBAR,
    name="ABBAR_2022",
    title="Two intravenous infusions 24 hours apart for suicidal ideation",
    indications=_SUICIDAL,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against saline, seven hospitals",
        "adults admitted of their own will with suicidal ideation",
        156,
        outcome=("63.0 % against 31.6 % without suicidal ideation at day 3, odds ratio 3.7 (1.9 to 7.3)",),
        negative=("in depressive disorder the difference was not significant: odds ratio 1.3 (0.3 to 5.2)",),
    ),
    remarks=("the abstract's denominators are misprinted; only percentages and the odds ratio are kept",),
)

_ACEP = Citation(sources.ACEP_NOW, "dosing; the range also: ACEP policy resource paper")
ACEP_ANALGESIA = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.1 mg/kg", "0.3 mg/kg"),
    between=True,
    over="15 min",
    area=CareArea.EMERGENCY_ANALGESIA,
    source=_ACEP,
    name="ACEP_ANALGESIA",
    title="A sub-dissociative dose over 15 minutes for pain in emergency care",
    indications=(Indication.ACUTE_PAIN,),
    evidence=Evidence(Grade.GUIDELINE, "guidance of a society", "acute pain in emergency care", 0),
    remarks=("the policy statement itself prints no dose; its resource paper and the society's magazine do",),
)

_WESTJEM = Citation(sources.WESTJEM_2020, "table 1")
WESTJEM_ANALGESIA = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.2 mg/kg", "0.3 mg/kg"),
    between=True,
    over="5 min",
    at_most="25 mg",
    area=CareArea.EMERGENCY_ANALGESIA,
    source=_WESTJEM,
    name="WESTJEM_ANALGESIA",
    title="A slow push over 5 minutes for pain in emergency care, at most 25 mg",
    indications=(Indication.ACUTE_PAIN,),
    evidence=Evidence(Grade.SERVICE, "published protocol of a service", "acute pain in emergency care", 0),
    titration=Titration("may be repeated once in 30 minutes", _WESTJEM),
)
WESTJEM_AGITATION = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    "4 mg/kg",
    at_most="500 mg",
    area=CareArea.EMERGENCY_AGITATION,
    source=_WESTJEM,
    name="WESTJEM_AGITATION",
    title="An intramuscular dose for severe agitation in emergency care, at most 500 mg",
    indications=(Indication.AGITATION,),
    evidence=Evidence(Grade.SERVICE, "published protocol of a service", "severe agitation with immediate danger", 0),
    remarks=("airway equipment at hand at once; only after de-escalation has failed and without venous access",),
)

_SCHWARTZMAN = Citation(sources.SCHWARTZMAN_2009, "abstract")
SCHWARTZMAN_2009 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "1.4 mg/kg",
    over="4 h",
    at_most="100 mg",
    days=DayPattern(tuple(range(1, 11)), _SCHWARTZMAN, derived="ten days in a row; the source says daily for 10 days"),
    area=CareArea.CHRONIC_PAIN,
    source=_SCHWARTZMAN,
    name="SCHWARTZMAN_2009",
    title="Ten four-hour infusions at up to 0.35 mg/kg/h in complex regional pain syndrome",
    indications=(Indication.CHRONIC_PAIN,),
    evidence=Evidence(
        Grade.RANDOMISED, "placebo-controlled trial; its number was not seen", "complex regional pain syndrome", 0
    ),
    remarks=(
        "0.35 mg/kg/h, no more than 25 mg/h, is the source's largest rate; the rate of the first day was not seen",
        "both groups were given clonidine and midazolam as well",
    ),
)

_SIGTERMANS = Citation(sources.SIGTERMANS_2009, "abstract")
SIGTERMANS_2009 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="titrated for each patient; 22.2 mg/h for 70 kg is where it ended",
    area=CareArea.CHRONIC_PAIN,
    source=_SIGTERMANS,
    name="SIGTERMANS_2009",
    title="A titrated infusion of esketamine over 4.2 days in complex regional pain syndrome",
    indications=(Indication.CHRONIC_PAIN,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial",
        "complex regional pain syndrome type 1",
        60,
        outcome=("pain in the first week 2.68 against 5.45",),
        negative=("no longer significant at week 12; function did not improve",),
    ),
)

_HIGHLAND = Citation(sources.NHS_HIGHLAND, "dose and drug preparation")
HIGHLAND_WARD = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="a rate as long as it is needed, from 5 mg/h (2.5 mg/h in the frail and elderly): its maxima are limits here",
    area=CareArea.ACUTE_PAIN_WARD,
    source=_HIGHLAND,
    name="HIGHLAND_WARD",
    title="A continuous infusion for acute pain on the ward (NHS Highland)",
    indications=(Indication.ACUTE_PAIN,),
    evidence=Evidence(Grade.SERVICE, "guideline of a service", "acute pain on the ward", 0),
    titration=Titration("raised no more often than every hour; no loading dose", _HIGHLAND),
)

_LABEL = Citation(sources.KETAMINE_LABEL_EUGIA, "dosage and administration: anaesthesia")
KETALAR_INDUCTION = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="anaesthesia: 1 to 4.5 mg/kg over 60 seconds; here for its maxima only",
    area=CareArea.ANAESTHESIA,
    source=_LABEL,
    name="KETALAR_INDUCTION",
    title="Induction of anaesthesia by the label",
    indications=(Indication.ANAESTHESIA,),
    evidence=Evidence(Grade.LABEL, "licensed product", "anaesthesia", 0),
)
