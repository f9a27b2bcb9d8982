"""Intravenous infusions in anxiety, post-traumatic stress and obsessive-compulsive disorder, racemic ketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.model.conduct import Monitoring, Phase
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TAYLOR = Citation(sources.TAYLOR_2018, "abstract")
TAYLOR_2018 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _TAYLOR),
    source=_TAYLOR,
    name="TAYLOR_2018",
    title="One intravenous infusion in social anxiety disorder",
    indications=(Indication.SOCIAL_ANXIETY,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled crossover trial, 28 days between",
        "social anxiety disorder",
        18,
        outcome=("33.33 % against 0 % responded (LSAS fall of more than 35 %)",),
        negative=("anxiety on the visual scale did not separate from placebo over time, p = 0.95",),
    ),
)

_FEDER_2014 = Citation(sources.FEDER_2014, "abstract; 40 min: introduction of Abdallah 2022")
FEDER_2014 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _FEDER_2014),
    source=_FEDER_2014,
    name="FEDER_2014",
    title="One intravenous infusion in post-traumatic stress disorder",
    indications=(Indication.POST_TRAUMATIC_STRESS,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover against midazolam, 2 weeks between",
        "chronic post-traumatic stress disorder, 18 to 55 years",
        41,
        outcome=("symptoms at 24 h fell more than with midazolam",),
        against=(
            Citation(sources.ABDALLAH_2022, "abstract: no effect of 0.2 or 0.5 mg/kg on PCL-5 or CAPS-5 in 158 veterans"),
        ),
    ),
    remarks=("the abstract states the dose as ketamine hydrochloride; whether the figure is base or salt is not said",),
)

_FEDER_2021 = Citation(
    sources.FEDER_2021,
    "abstract; three a week, 40 min: introduction of Abdallah 2022, standard dose (0.5 mg/kg over 40 min); at least 30 %: "
    "release of Mount Sinai",
)
FEDER_2021 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1, 3, 5, 8, 10, 12), _FEDER_2021, derived="three a week for two weeks; the source gives no days"),
    source=_FEDER_2021,
    name="FEDER_2021",
    title="Six intravenous infusions in two weeks in post-traumatic stress disorder",
    indications=(Indication.POST_TRAUMATIC_STRESS,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against midazolam, 15 and 15",
        "chronic post-traumatic stress disorder",
        30,
        outcome=(
            "CAPS-5 11.88 points lower than with midazolam; 67 % against 20 % responded (fall of at least 30 %)",
            "median time to loss of response 27.5 days",
        ),
        against=(
            Citation(sources.ABDALLAH_2022, "abstract: no effect of 0.2 or 0.5 mg/kg on PCL-5 or CAPS-5 in 158 veterans"),
        ),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _FEDER_2021, sessions=(6, 6), a_week=3, weeks=(2, 2)),),
)

_ABDALLAH = Citation(
    sources.ABDALLAH_2022, "abstract; 40 min: its introduction, which calls 0.5 mg/kg over 40 min the standard dose"
)
ABDALLAH_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.2 mg/kg", "0.5 mg/kg"),
    over="40 min",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25), _ABDALLAH, within=28, derived="twice a week for four weeks; the source gives no days"
    ),
    source=_ABDALLAH,
    name="ABDALLAH_2022",
    title="Eight intravenous infusions in four weeks in veterans with post-traumatic stress disorder (no benefit found)",
    indications=(Indication.POST_TRAUMATIC_STRESS,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "multicentre double-blind trial of two doses against placebo (53, 51 and 54)",
        "antidepressant-resistant post-traumatic stress disorder, veterans and service members",
        158,
        outcome=("depression (MADRS) fell more with 0.5 mg/kg than with placebo",),
        negative=("no dose-related effect on PCL-5 or CAPS-5",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _ABDALLAH, sessions=(8, 8), a_week=2, weeks=(4, 4)),),
    monitoring=(Monitoring("dissociation and blood pressure", _ABDALLAH, until="back at baseline, within 2 hours"),),
)

_RODRIGUEZ = Citation(sources.RODRIGUEZ_2013, "abstract")
RODRIGUEZ_2013 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _RODRIGUEZ),
    source=_RODRIGUEZ,
    name="RODRIGUEZ_2013",
    title="One intravenous infusion in obsessive-compulsive disorder",
    indications=(Indication.OBSESSIVE_COMPULSIVE,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "crossover against saline, a week or more apart; carry-over, so that only the first phase counts",
        "obsessive-compulsive disorder without medication",
        15,
        outcome=("4 of 8 against 0 of 7 responded at one week (Y-BOCS fall of at least 35 %)",),
    ),
)
