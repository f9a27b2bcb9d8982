"""Published regimens, one name per document. The name tells the source, the title tells what it does."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Age
from ketadose.model.regimen import AgeRange, DayPattern, Regimen
from ketadose.terms import Drug, Route

_OLIVER = Citation(sources.OLIVER_2022, "abstract")
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
    evidence=Evidence(
        "retrospective chart review",
        "treatment-resistant depression, suicidal ideation and generalized anxiety symptoms in a clinic",
        424,
    ),
    remarks=("0.5 mg/kg is the starting dose of the source", "a cohort with depression; no trial in anxiety disorder"),
)

_MURROUGH = Citation(
    sources.MURROUGH_2013_REPEATED, "abstract: 0.5 mg/kg, three a week over 12 days; 40 min and the weekdays: text of the paper"
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
    evidence=Evidence("open-label study", "treatment-resistant major depression", 24),
    remarks=("the days are Monday, Wednesday, Friday when day 1 is a Monday",),
)

TAYLOR_2018 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), Citation(sources.TAYLOR_2018, "abstract")),
    source=Citation(sources.TAYLOR_2018, "abstract"),
    name="TAYLOR_2018",
    title="One intravenous infusion in social anxiety disorder",
    evidence=Evidence("randomised placebo-controlled crossover trial, 28 days between", "social anxiety disorder", 18),
)

GLUE_2017 = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.25 mg/kg", "0.5 mg/kg", "1 mg/kg"),
    days=DayPattern((1, 8, 15), Citation(sources.GLUE_2017, "abstract"), ascending=True),
    source=Citation(sources.GLUE_2017, "abstract"),
    name="GLUE_2017",
    title="Three ascending subcutaneous doses, one a week",
    evidence=Evidence(
        "open ascending single-dose study",
        "treatment-refractory anxiety disorders",
        12,
        against=(Citation(sources.LOO_2023, "cohort 1: 0.5 mg/kg subcutaneously in depression, no better than midazolam"),),
    ),
)

LOO_2016_INTRAMUSCULAR = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    ("0.1 mg/kg", "0.2 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "0.5 mg/kg"),
    days=DayPattern(
        (1, 8, 15, 22, 29),
        Citation(sources.LOO_2016, "abstract"),
        derived="one a week; the source says a week or more apart",
        ascending=True,
    ),
    source=Citation(sources.LOO_2016, "abstract"),
    name="LOO_2016_INTRAMUSCULAR",
    title="Intramuscular doses rising by 0.1 mg/kg, a week or more apart",
    evidence=Evidence(
        "placebo-controlled pilot of three routes",
        "treatment-resistant depression",
        5,
        graded="very small: five people by this route",
    ),
    remarks=("five people were treated intramuscularly: a pilot, no proof", "in the source the dose rose only until response"),
)

_SPRAVATO = Citation(sources.SPRAVATO_UK, "dosage and administration")
_TWICE_WEEKLY = DayPattern(
    (1, 4, 8, 11, 15, 18, 22, 25), _SPRAVATO, within=28, derived="twice a week for four weeks; the source gives no days"
)
SPRAVATO_UNDER_65 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    step="28 mg",
    ages=AgeRange(_SPRAVATO, under=Age("65 years")),
    days=_TWICE_WEEKLY,
    source=_SPRAVATO,
    name="SPRAVATO_UNDER_65",
    title="Esketamine nasal spray, induction weeks 1 to 4, adults under 65 years",
    evidence=Evidence("licensed product", "treatment-resistant major depression, with an antidepressant", 0, graded="label"),
    remarks=("licensed for treatment-resistant depression; not for anxiety",),
)
SPRAVATO_FROM_65 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("28 mg", "56 mg", "84 mg"),
    first=("28 mg",),
    step="28 mg",
    ages=AgeRange(_SPRAVATO, from_age=Age("65 years")),
    days=_TWICE_WEEKLY,
    source=_SPRAVATO,
    name="SPRAVATO_FROM_65",
    title="Esketamine nasal spray, induction weeks 1 to 4, adults of 65 years and over (United Kingdom)",
    evidence=Evidence("licensed product", "treatment-resistant major depression, with an antidepressant", 0, graded="label"),
    remarks=(
        "licensed for treatment-resistant depression; not for anxiety",
        "the first dose of 28 mg is of the United Kingdom's label",
    ),
)

_IRWIN = Citation(sources.IRWIN_2013, "abstract")
IRWIN_2013 = Regimen(
    Drug.KETAMINE,
    Route.ORAL,
    "0.5 mg/kg",
    days=DayPattern(tuple(range(1, 29)), _IRWIN, within=28),
    source=_IRWIN,
    name="IRWIN_2013",
    title="Oral ketamine every day for 28 days",
    evidence=Evidence("open-label proof-of-concept trial", "depression and anxiety in hospice care", 14, graded="8 completed"),
    remarks=("the source states the dose as ketamine hydrochloride and does not say whether the figure is base or salt",),
)

ALL: tuple[Regimen, ...] = (
    OLIVER_2022,
    MURROUGH_2013_REPEATED,
    TAYLOR_2018,
    GLUE_2017,
    LOO_2016_INTRAMUSCULAR,
    SPRAVATO_UNDER_65,
    SPRAVATO_FROM_65,
    IRWIN_2013,
)
"""Every protocol of the catalog."""
