"""Oral and sublingual ketamine and oral esketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Amount, PerWeight
from ketadose.model.conduct import Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)
_RELEASE = "a slow-release tablet: its milligrams are not those of a solution or an ordinary tablet"

_IRWIN = Citation(sources.IRWIN_2013, "abstract")
IRWIN_2013 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "0.5 mg/kg",
    days=DayPattern(tuple(range(1, 29)), _IRWIN, within=28),
    source=_IRWIN,
    name="IRWIN_2013",
    title="Oral ketamine every day for 28 days",
    indications=(Indication.ANXIETY_SYMPTOMS, Indication.MAJOR_DEPRESSION),
    evidence=Evidence(
        Grade.OPEN,
        "open-label proof-of-concept trial without control",
        "depression, or depression with anxiety, in hospice care",
        14,
        outcome=("all eight who completed responded; anxiety from day 3, depression from day 14",),
        negative=("only 8 of 14 completed",),
    ),
    remarks=("the source states the dose as ketamine hydrochloride and does not say whether the figure is base or salt",),
)

_DOMANY = Citation(sources.DOMANY_2019, "abstract")
DOMANY_2019 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "1 mg/kg",
    days=DayPattern(
        (1, 3, 5, 8, 10, 12, 15, 17, 19), _DOMANY, within=21, derived="three times a week for 21 days; the source gives no days"
    ),
    source=_DOMANY,
    name="DOMANY_2019",
    title="Oral ketamine three times a week for 21 days",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial in outpatients, 22 and 19",
        "treatment-resistant depression",
        41,
        outcome=("MADRS at day 21: -12.75 against -2.49; 27.3 % against 0 % remitted",),
    ),
    monitoring=(Monitoring("evaluation", _DOMANY, minutes=(0, 40, 240)),),
)

_KHEIRABADI = Citation(sources.KHEIRABADI_2023, "abstract")
KHEIRABADI_2023 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    ("1 mg/kg", "2 mg/kg"),
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25, 29, 32, 36, 39),
        _KHEIRABADI,
        derived="twice a week for six weeks; the source gives no days",
    ),
    source=_KHEIRABADI,
    name="KHEIRABADI_2023",
    title="Oral ketamine twice a week for six weeks, two doses compared",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind comparison of two doses, 17 and 12, no placebo",
        "treatment-resistant depression",
        29,
        negative=("2 mg/kg no better than 1 mg/kg, with more drowsiness and lightheadedness",),
    ),
)

_SHIRAWI = Citation(sources.AL_SHIRAWI_2017, "abstract")
AL_SHIRAWI_2017 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "50 mg",
    days=DayPattern((1, 4, 7, 10, 13, 16, 19, 22, 25, 28), _SHIRAWI, derived="every 3 days, the first four weeks"),
    source=_SHIRAWI,
    name="AL_SHIRAWI_2017",
    title="Oral ketamine every three days, from 50 mg upwards",
    indications=_TRD,
    evidence=Evidence(
        Grade.CASES, "retrospective case series", "depression after three antidepressants and magnetic stimulation", 22
    ),
    titration=Titration(
        "up by 25 mg every 3 days, by response and tolerability; the largest dose was not seen",
        _SHIRAWI,
        by=Amount("25 mg"),
        every=3,
    ),
    remarks=("50 mg is the first dose of the source",),
)

_CAN = Citation(sources.CAN_2021, "abstract")
CAN_2021 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    ("0.5 mg/kg", "3 mg/kg"),
    between=True,
    first=("0.5 mg/kg",),
    days=DayPattern((1, 8, 15, 22, 29, 36), _CAN, derived="once a week for six weeks; the source gives no days"),
    source=_CAN,
    name="CAN_2021",
    title="Weekly oral ketamine for six weeks, from 0.5 up to at most 3 mg/kg",
    indications=(Indication.SUICIDAL_IDEATION,),
    evidence=Evidence(
        Grade.OPEN,
        "open-label trial without control",
        "chronic suicidal thoughts, 22 to 72 years",
        32,
        outcome=("69 % improved within 6 weeks, 50 % still at week 10",),
    ),
    titration=Titration(
        "raised from week to week, at most 3 mg/kg; sources differ on the step", _CAN, up_to=PerWeight("3 mg/kg"), every=7
    ),
)

_ARABZADEH = Citation(sources.ARABZADEH_2018, "abstract; 25 mg twice a day: Cochrane review of 2021, table 0006")
ARABZADEH_2018 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "25 mg",
    source=_ARABZADEH,
    name="ARABZADEH_2018",
    title="Oral ketamine 25 mg twice a day for six weeks, with sertraline",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial, added to sertraline",
        "major depression, not treatment-resistant",
        90,
        outcome=("early improvement in 85.4 % against 42.5 %",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _ARABZADEH, weeks=(6, 6), condition="two doses a day"),),
    remarks=("25 mg is one of two doses a day",),
)

_JAFARINIA = Citation(sources.JAFARINIA_2016, "abstract")
JAFARINIA_2016 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "50 mg",
    source=_JAFARINIA,
    name="JAFARINIA_2016",
    title="Oral ketamine 50 mg three times a day for six weeks, in chronic pain with depression",
    indications=(Indication.MAJOR_DEPRESSION, Indication.CHRONIC_PAIN),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against diclofenac, 20 in each group completed",
        "chronic pain with mild to moderate depression, not treatment-resistant",
        40,
        outcome=("depression scores lower than with diclofenac at week 6",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _JAFARINIA, weeks=(6, 6), condition="three doses a day"),),
    remarks=("50 mg is one of three doses a day",),
)

_GLUE = Citation(sources.GLUE_2024, "abstract")
GLUE_2024 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    ("30 mg", "60 mg", "120 mg", "180 mg"),
    source=_GLUE,
    name="GLUE_2024",
    title="Extended-release tablets twice a week for 12 weeks, after five days of 120 mg",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial in those who had responded to open-label tablets (168 of 231)",
        "treatment-resistant depression, 18 to 80 years",
        168,
        outcome=(
            "180 mg: MADRS -6.1 against placebo (printed with the interval 1.0 to 11.16, a slip of the sign), P = 0.019",
            "180 mg: relapse 42.9 % against 70.6 % on placebo",
        ),
        negative=("of the doses only 180 mg is reported as significant",),
    ),
    phases=(
        Phase(PhaseKind.TRIAL, _GLUE, sessions=(5, 5), every=(1, 1), condition="120 mg a day, open label; judged on day 8"),
        Phase(PhaseKind.CONTINUATION, _GLUE, a_week=2, weeks=(12, 12), condition="for those who responded"),
    ),
    remarks=(_RELEASE,),
)

_COLLA = Citation(sources.COLLA_2024, "abstract")
COLLA_2024 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    ("160 mg", "240 mg"),
    days=DayPattern(tuple(range(1, 15)), _COLLA),
    source=_COLLA,
    name="COLLA_2024",
    title="Prolonged-release tablets every day for 14 days (no significant benefit, stopped early)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial, stopped early for slow recruitment",
        "treatment-resistant depression",
        27,
        negative=(
            "240 mg at day 15: MADRS 4.99 points better than placebo, p = 0.15",
            "160 mg at day 15: MADRS mean 25 against 23 on placebo",
        ),
    ),
    remarks=("the doses are milligrams a day", _RELEASE),
)

_LARA = Citation(sources.LARA_2013, "abstract")
LARA_2013 = Regimen(
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    "10 mg",
    source=_LARA,
    name="LARA_2013",
    title="Sublingual ketamine 10 mg every two to three days or weekly",
    indications=(*_TRD, Indication.BIPOLAR_DEPRESSION),
    evidence=Evidence(
        Grade.CASES,
        "open series judged by the patients' reports",
        "refractory unipolar or bipolar depression",
        26,
        outcome=("20 of 26 improved",),
    ),
    phases=(Phase(PhaseKind.MAINTENANCE, _LARA, every=(2, 7)),),
    remarks=("held under the tongue for 5 min, then swallowed; from a solution of 100 mg/mL",),
)

_HULL = Citation(sources.HULL_2022, "abstract")
HULL_2022 = Regimen(
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    None,
    undosed="the dose is not in the abstract, which is what was seen",
    source=_HULL,
    name="HULL_2022",
    title="Sublingual tablets at home over four weeks, by telehealth",
    indications=(Indication.MAJOR_DEPRESSION, Indication.ANXIETY_SYMPTOMS),
    evidence=Evidence(
        Grade.COHORT,
        "prospective records of the providing company, those who completed, no control",
        "depression and anxiety",
        1247,
        outcome=("62.8 % improved by at least half on the PHQ-9, 62.9 % on the GAD-7",),
    ),
)

_GRONINGEN = Citation(sources.SMITH_APELDOORN, "summary of the investigators")
SMITH_APELDOORN = Regimen(
    Drug.ESKETAMINE,
    Route.ORAL,
    "30 mg",
    source=_GRONINGEN,
    name="SMITH_APELDOORN",
    title="Oral esketamine 30 mg three times a day for six weeks (no benefit found)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind placebo-controlled trial with open-label extension",
        "treatment-resistant depression",
        111,
        negative=("no benefit of the fixed dose over placebo",),
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _GRONINGEN, weeks=(6, 6), condition="three doses a day"),
        Phase(PhaseKind.CONTINUATION, _GRONINGEN, a_week=2, weeks=(6, 6), condition="open label, 0.5 to 3 mg/kg as titrated"),
    ),
    remarks=("30 mg is one of three doses a day",),
)
