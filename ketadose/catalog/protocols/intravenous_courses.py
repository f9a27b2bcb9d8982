"""Intravenous courses of several infusions in depression, racemic ketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.model.conduct import Monitoring, Phase
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_OLIVER = Citation(sources.OLIVER_2022, "abstract")
_ELEKT_D = Citation(sources.ELEKT_D_2023, "abstract; ages: PMC11200139; dissociation: restated at myhsn.co.uk")
OLIVER_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18),
        Citation(sources.OLIVER_2022, "abstract; the spacing from Anand et al. 2023 (ELEKT-D)"),
        within=21,
        derived="twice a week, as in ELEKT-D 2023 with the same number of infusions; the source says six within 21 days",
    ),
    source=_OLIVER,
    name="OLIVER_2022",
    title="Six intravenous infusions within 21 days",
    indications=(*_TRD, Indication.SUICIDAL_IDEATION, Indication.ANXIETY_SYMPTOMS),
    evidence=Evidence(
        Grade.COHORT,
        "retrospective chart review of private clinics, no control group",
        "treatment-resistant depression, with suicidal ideation and generalized anxiety symptoms in some",
        424,
        outcome=(
            "50 % responded and 20 % remitted within 6 weeks; 72 % and 38 % after 10 infusions",
            "half of those with suicidal ideation no longer had it after 6 infusions",
        ),
        against=(Citation(sources.JELOVAC_2025, "abstract: up to 8 infusions of 0.5 mg/kg no better than midazolam"),),
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _OLIVER, sessions=(6, 6), weeks=(3, 3)),
        Phase(PhaseKind.MAINTENANCE, _OLIVER, condition="offered on clinical response"),
    ),
    remarks=("0.5 mg/kg is the starting dose of the source", "a cohort with depression; no trial in anxiety disorder"),
)

ELEKT_D_2023 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18), _ELEKT_D, within=21, derived="twice a week for three weeks; the source gives no days"
    ),
    source=_ELEKT_D,
    name="ELEKT_D_2023",
    title="Two intravenous infusions a week for three weeks",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "open-label randomised non-inferiority trial against electroconvulsive therapy",
        "treatment-resistant depression without psychosis, 21 to 75 years",
        403,
        outcome=("55.4 % responded against 41.2 % (QIDS-SR16 fall of at least 50 %; 195 and 170 were treated)",),
        negative=(
            "dissociation with ketamine",
            "very severe depression improved earlier with electroconvulsive therapy (secondary analysis, PMC11200139)",
        ),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _ELEKT_D, a_week=2, weeks=(3, 3)),),
)

_MURROUGH = Citation(
    sources.MURROUGH_2013_REPEATED,
    "abstract: 0.5 mg/kg, three a week over 12 days; 40 min and the weekdays are not in it: from evidence collected earlier",
)
MURROUGH_2013_REPEATED = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1, 3, 5, 8, 10, 12), _MURROUGH, within=12),
    source=_MURROUGH,
    name="MURROUGH_2013_REPEATED",
    title="Up to six intravenous infusions in 12 days, three a week",
    indications=_TRD,
    evidence=Evidence(
        Grade.OPEN,
        "open-label study after washout of antidepressants, followed for up to 83 days",
        "treatment-resistant major depression",
        24,
        outcome=("70.8 % responded; median time to relapse among responders 18 days after the last infusion",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _MURROUGH, sessions=(1, 6), a_week=3),),
    remarks=("the days are Monday, Wednesday, Friday when day 1 is a Monday",),
)

_ZHAN = Citation(sources.ZHAN_2019, "abstract")
ZHAN_2019 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="the abstract, which is what was seen, gives neither dose nor duration",
    days=DayPattern((1, 3, 5, 8, 10, 12), _ZHAN, within=12, derived="three a week; the source says six in 12 days"),
    source=_ZHAN,
    name="ZHAN_2019",
    title="Six infusions in 12 days in depression with suicidal ideation",
    indications=(Indication.MAJOR_DEPRESSION, Indication.BIPOLAR_DEPRESSION, Indication.SUICIDAL_IDEATION),
    evidence=Evidence(
        Grade.OPEN,
        "open-label study without control",
        "unipolar or bipolar depression with current suicidal ideation",
        86,
        outcome=("suicidal ideation relieved in 57.0 % after the first and 65.1 % after the sixth infusion",),
    ),
)

_ZHENG = Citation(sources.ZHENG_2018, "abstract")
ZHENG_2018 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1, 3, 5, 8, 10, 12), _ZHENG, within=12, derived="three a week, as a later report of the centre says"),
    source=_ZHENG,
    name="ZHENG_2018",
    title="Six intravenous infusions in 12 days in unipolar or bipolar depression",
    indications=(Indication.MAJOR_DEPRESSION, Indication.BIPOLAR_DEPRESSION),
    evidence=Evidence(
        Grade.OPEN,
        "open-label study without control",
        "unipolar (77) or bipolar (20) depression",
        97,
        outcome=("68.0 % responded and 50.5 % remitted after six infusions",),
    ),
    monitoring=(Monitoring("vital signs", _ZHENG, until="the end of the infusion, continuously"),),
)

_SINGH = Citation(sources.SINGH_2016, "abstract")
_SINGH_TRIAL = Evidence(
    Grade.RANDOMISED,
    "double-blind placebo-controlled trial of two frequencies, for up to 4 weeks",
    "treatment-resistant depression, 18 to 64 years",
    67,
    outcome=(
        "MADRS at day 15: -18.4 against -5.7 twice a week, -17.7 against -3.1 three times a week",
        "the two frequencies were similar: three a week was not shown to be better",
    ),
)
SINGH_2016_TWICE_WEEKLY = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25), _SINGH, within=28, derived="twice a week for up to four weeks; the source gives no days"
    ),
    source=_SINGH,
    name="SINGH_2016_TWICE_WEEKLY",
    title="Two intravenous infusions a week for up to four weeks",
    indications=_TRD,
    evidence=_SINGH_TRIAL,
    phases=(Phase(PhaseKind.INDUCTION, _SINGH, a_week=2, weeks=(1, 4)),),
)
SINGH_2016_THRICE_WEEKLY = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26),
        _SINGH,
        within=28,
        derived="three times a week for up to four weeks; the source gives no days",
    ),
    source=_SINGH,
    name="SINGH_2016_THRICE_WEEKLY",
    title="Three intravenous infusions a week for up to four weeks",
    indications=_TRD,
    evidence=_SINGH_TRIAL,
    phases=(Phase(PhaseKind.INDUCTION, _SINGH, a_week=3, weeks=(1, 4)),),
)

_PHILLIPS = Citation(
    sources.PHILLIPS_2019, "abstract; 0.5 mg/kg and 40 min are not in the abstract: from evidence collected earlier"
)
PHILLIPS_2019 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 3, 5, 8, 10, 12, 19, 26, 33, 40),
        _PHILLIPS,
        derived="six in two weeks, three a week, then four weekly ones; the single infusion before them is not counted",
    ),
    source=_PHILLIPS,
    name="PHILLIPS_2019",
    title="Six intravenous infusions in two weeks, then four weekly ones for responders",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover of single infusions against midazolam, then open-label repeats after relapse",
        "treatment-resistant depression",
        41,
        outcome=("59 % responded to the repeats, after a median of three infusions; no further change in the weekly phase",),
    ),
    phases=(
        Phase(PhaseKind.TRIAL, _PHILLIPS, sessions=(1, 1), condition="blinded, against midazolam; wait for relapse"),
        Phase(PhaseKind.INDUCTION, _PHILLIPS, sessions=(6, 6), a_week=3, weeks=(2, 2)),
        Phase(PhaseKind.CONTINUATION, _PHILLIPS, sessions=(4, 4), a_week=1, condition="for an improvement of at least 50 %"),
    ),
)

_WILKOWSKA = Citation(sources.WILKOWSKA_2021, "abstract; 40 min: registry of the same centre, NCT05565352")
WILKOWSKA_2021 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25), _WILKOWSKA, within=28, derived="twice a week for four weeks; the source gives no days"
    ),
    source=_WILKOWSKA,
    name="WILKOWSKA_2021",
    title="Eight intravenous infusions in four weeks in bipolar depression",
    indications=(Indication.BIPOLAR_DEPRESSION,),
    evidence=Evidence(
        Grade.OPEN,
        "open-label naturalistic study, added to treatment",
        "treatment-resistant bipolar depression",
        13,
        outcome=("61.5 % responded and 46.2 % remitted after the seventh infusion; no affective switch",),
    ),
)
