"""Intranasal racemic ketamine, and esketamine nasal spray by its labels."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Age, Amount, Duration
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_LAPIDUS = Citation(sources.LAPIDUS_2014, "abstract; five applications 5 min apart: Cochrane review of 2021, table 0034")
LAPIDUS_2014 = Regimen(
    Drug.KETAMINE,
    Route.INTRANASAL,
    "50 mg",
    days=DayPattern((1,), _LAPIDUS),
    source=_LAPIDUS,
    name="LAPIDUS_2014",
    title="One intranasal dose of 50 mg, in five applications",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover against saline; 18 of 20 completed",
        "major depression after at least one antidepressant",
        20,
        outcome=("8 of 18 against 1 of 18 responded at 24 h; MADRS 7.6 points lower (3.9 to 11.3)",),
        against=(Citation(sources.GALVEZ_2018, "abstract: 100 mg stopped early for poor tolerability"),),
    ),
    remarks=("the abstract states the dose as ketamine hydrochloride; whether the figure is base or salt is not said",),
)

_GALVEZ = Citation(sources.GALVEZ_2018, "abstract")
GALVEZ_2018 = Regimen(
    Drug.KETAMINE,
    Route.INTRANASAL,
    "100 mg",
    days=DayPattern((1, 4, 8, 11, 15, 18, 22, 25), _GALVEZ, within=28, derived="eight in four weeks; the source gives no days"),
    source=_GALVEZ,
    name="GALVEZ_2018",
    title="Eight intranasal doses of 100 mg in four weeks (stopped early: not tolerated)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind pilot against midazolam, stopped early",
        "treatment-resistant depression",
        5,
        negative=(
            "marked cardiovascular, psychotomimetic and neurological effects below 100 mg",
            "nobody could give themselves all ten sprays",
        ),
    ),
)

_UK = Citation(sources.SPRAVATO_UK, "dosage and administration")
_US = Citation(sources.SPRAVATO_US_MANUFACTURER, "dosing, treatment-resistant depression")
_US_REPRINT = Citation(sources.SPRAVATO_US_LABEL_2019, "section 5.6, increases in blood pressure")
_TWICE_WEEKLY = DayPattern(
    (1, 4, 8, 11, 15, 18, 22, 25), _UK, within=28, derived="twice a week for four weeks; the source gives no days"
)
_TWICE_WEEKLY_US = DayPattern(
    (1, 4, 8, 11, 15, 18, 22, 25), _US, within=28, derived="twice a week for four weeks; the source gives no days"
)
_WATCHED_UK = (Monitoring("blood pressure", _UK, minutes=(0, 40), until="stable and ready to leave"),)
_WATCHED_US = (
    Monitoring("blood pressure", _US_REPRINT, minutes=(0, 40), at_least=Duration("2 h"), until="values decline"),
    Monitoring("observation by a professional", _US_REPRINT, at_least=Duration("2 h")),
)
_LABEL_PHASES = (
    Phase(PhaseKind.INDUCTION, _UK, sessions=(8, 8), a_week=2, weeks=(4, 4)),
    Phase(PhaseKind.CONTINUATION, _UK, a_week=1, weeks=(4, 4), condition="weeks 5 to 8"),
    Phase(PhaseKind.MAINTENANCE, _UK, every=(7, 14), condition="from week 9"),
)
_LABEL_PHASES_US = (
    Phase(PhaseKind.INDUCTION, _US, sessions=(8, 8), a_week=2, weeks=(4, 4), condition="benefit is judged at its end"),
    Phase(PhaseKind.CONTINUATION, _US, a_week=1, weeks=(4, 4), condition="weeks 5 to 8"),
    Phase(PhaseKind.MAINTENANCE, _US, every=(7, 14), condition="from week 9; the least frequent that holds"),
)
_NOT_ANXIETY = "licensed for treatment-resistant depression; not for anxiety"
_BY_LABEL = Evidence(
    Grade.LABEL,
    "licensed product",
    "treatment-resistant major depression, with an antidepressant",
    0,
    against=(
        Citation(sources.JAPAN_2021, "abstract: 28, 56 and 84 mg no better than placebo in 202 people"),
        Citation(sources.OCHS_ROSS_2020, "abstract: primary endpoint missed at 65 years and over, p = 0.059"),
    ),
)
SPRAVATO_UNDER_65 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    step="28 mg",
    ages=AgeRange(_UK, under=Age("65 years")),
    days=_TWICE_WEEKLY,
    source=_UK,
    name="SPRAVATO_UNDER_65",
    title="Esketamine nasal spray, induction weeks 1 to 4, adults under 65 years",
    indications=_TRD,
    evidence=_BY_LABEL,
    phases=_LABEL_PHASES,
    titration=Titration("dose changes in steps of 28 mg", _UK, by=Amount("28 mg")),
    monitoring=_WATCHED_UK,
    remarks=(_NOT_ANXIETY,),
)
SPRAVATO_FROM_65 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("28 mg", "56 mg", "84 mg"),
    first=("28 mg",),
    step="28 mg",
    ages=AgeRange(_UK, from_age=Age("65 years")),
    days=_TWICE_WEEKLY,
    source=_UK,
    name="SPRAVATO_FROM_65",
    title="Esketamine nasal spray, induction weeks 1 to 4, adults of 65 years and over (United Kingdom)",
    indications=_TRD,
    evidence=_BY_LABEL,
    phases=_LABEL_PHASES,
    titration=Titration("dose changes in steps of 28 mg", _UK, by=Amount("28 mg")),
    monitoring=_WATCHED_UK,
    remarks=(_NOT_ANXIETY, "the first dose of 28 mg is of the United Kingdom's label"),
)
SPRAVATO_US = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    days=_TWICE_WEEKLY_US,
    source=_US,
    name="SPRAVATO_US",
    title="Esketamine nasal spray, induction weeks 1 to 4 (United States)",
    indications=_TRD,
    evidence=Evidence(
        Grade.LABEL,
        "licensed product, alone or with an oral antidepressant, as the manufacturer restates its label",
        "treatment-resistant depression",
        0,
        against=_BY_LABEL.against,
    ),
    phases=_LABEL_PHASES_US,
    monitoring=_WATCHED_US,
    remarks=(_NOT_ANXIETY,),
)
_US_SUICIDALITY = Citation(sources.SPRAVATO_US_MANUFACTURER, "dosing, major depression with suicidal ideation or behaviour")
SPRAVATO_US_SUICIDALITY = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("84 mg",),
    days=_TWICE_WEEKLY_US,
    source=_US_SUICIDALITY,
    name="SPRAVATO_US_SUICIDALITY",
    title="Esketamine nasal spray for four weeks, major depression with suicidal ideation (United States)",
    indications=(Indication.MAJOR_DEPRESSION, Indication.SUICIDAL_IDEATION),
    evidence=Evidence(
        Grade.LABEL,
        "licensed product, with an oral antidepressant, as the manufacturer restates its label",
        "depressive symptoms in major depression with acute suicidal ideation or behaviour",
        0,
        negative=("suicidality itself did not fall significantly more than with placebo (ASPIRE I and II)",),
    ),
    phases=(
        Phase(
            PhaseKind.INDUCTION,
            _US_SUICIDALITY,
            sessions=(8, 8),
            a_week=2,
            weeks=(4, 4),
            condition="not evaluated beyond 4 weeks",
        ),
    ),
    titration=Titration("down to 56 mg where 84 mg is not tolerated", _US_SUICIDALITY, down_to=Amount("56 mg")),
    monitoring=_WATCHED_US,
    remarks=("licensed for depressive symptoms; not shown to prevent suicide",),
)
