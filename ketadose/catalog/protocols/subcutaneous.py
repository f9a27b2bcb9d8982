"""Subcutaneous injections, racemic ketamine and esketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Age, Duration, PerWeight
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)
_ANXIETY = (Indication.GENERALISED_ANXIETY, Indication.SOCIAL_ANXIETY)

_GLUE_2017 = Citation(sources.GLUE_2017, "abstract")
GLUE_2017 = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.25 mg/kg", "0.5 mg/kg", "1 mg/kg"),
    days=DayPattern((1, 8, 15), _GLUE_2017, ascending=True),
    source=_GLUE_2017,
    name="GLUE_2017",
    title="Three ascending subcutaneous doses, one a week",
    indications=_ANXIETY,
    evidence=Evidence(
        Grade.OPEN,
        "open ascending single-dose study",
        "treatment-refractory anxiety disorders, not currently depressed",
        12,
        outcome=("10 of 12 responded at 0.5 to 1 mg/kg, within 1 h and for up to seven days; minor changes at 0.25 mg/kg",),
        against=(
            Citation(
                sources.LOO_2023,
                "cohort 1: 0.5 mg/kg subcutaneously in depression, no better than midazolam (ayzahealth.co.za)",
            ),
        ),
    ),
    phases=(Phase(PhaseKind.TRIAL, _GLUE_2017, sessions=(3, 3), a_week=1),),
)

_GLUE_2018 = Citation(sources.GLUE_2018, "abstract")
GLUE_2018 = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    "1 mg/kg",
    days=DayPattern(
        tuple(range(1, 85, 7)), _GLUE_2018, derived="once a week for 12 weeks; the source says one or two a week for 3 months"
    ),
    source=_GLUE_2018,
    name="GLUE_2018",
    title="Subcutaneous maintenance, one or two doses a week for three months",
    indications=_ANXIETY,
    evidence=Evidence(
        Grade.OPEN,
        "uncontrolled open-label study",
        "treatment-refractory anxiety disorders, responders of an earlier ketamine study",
        20,
        outcome=("anxiety about 50 % lower 1 h after a dose; 18 of 20 functioned better; CADSS 20 at week 1, 8.8 at week 14",),
        negative=("blood pressure rose by about 10 mmHg at 30 min",),
    ),
    phases=(Phase(PhaseKind.MAINTENANCE, _GLUE_2018, sessions=(12, 24), every=(3, 7), weeks=(12, 14)),),
)

_GLUE_2020 = Citation(sources.GLUE_2020, "abstract; the route: registry")
GLUE_2020 = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.25 mg/kg", "0.5 mg/kg", "1 mg/kg"),
    days=DayPattern(
        (1, 8, 15), _GLUE_2020, derived="the midazolam session, inserted at random, is not counted", ascending=True
    ),
    source=_GLUE_2020,
    name="GLUE_2020",
    title="Three ascending subcutaneous doses and midazolam, one a week",
    indications=_ANXIETY,
    evidence=Evidence(
        Grade.CONTROLLED,
        "double-blind ascending doses with one midazolam session at random",
        "treatment-resistant generalised and social anxiety disorders, not currently depressed",
        12,
        outcome=("anxiety fell with the dose, within 1 h and for up to 1 week",),
    ),
)

_KADS = Citation(
    sources.LOO_2023, "abstract; the steps: registry ACTRN12616001096448; results: as restated at ayzahealth.co.za"
)
_KADS_MIDAZOLAM = "phase 3, double-blind against midazolam, seven centres"
LOO_2023_FIXED = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    "0.5 mg/kg",
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25), _KADS, within=28, derived="twice a week for four weeks; the source gives no days"
    ),
    source=_KADS,
    name="LOO_2023_FIXED",
    title="Eight subcutaneous injections of 0.5 mg/kg in four weeks (no benefit found)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        _KADS_MIDAZOLAM,
        "treatment-resistant depression, cohort 1; its number was not seen",
        0,
        negative=("remission (MADRS of at most 10) no more frequent than with midazolam",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _KADS, sessions=(8, 8), a_week=2, weeks=(4, 4)),),
)
LOO_2023_FLEXIBLE = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.5 mg/kg", "0.6 mg/kg", "0.75 mg/kg", "0.9 mg/kg"),
    first=("0.5 mg/kg",),
    days=DayPattern(
        (1, 4, 8, 11, 15, 18, 22, 25), _KADS, within=28, derived="twice a week for four weeks; the source gives no days"
    ),
    source=_KADS,
    name="LOO_2023_FLEXIBLE",
    title="Eight subcutaneous injections in four weeks, raised by response",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        _KADS_MIDAZOLAM,
        "treatment-resistant depression, cohort 2; its number was not seen",
        0,
        outcome=("19.6 % against 2.0 % remitted (MADRS of at most 10)",),
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _KADS, sessions=(8, 8), a_week=2, weeks=(4, 4)),
        Phase(PhaseKind.CONTINUATION, _KADS, weeks=(4, 4), condition="open label, from a month after the trial"),
    ),
    titration=Titration("one level up where the improvement is less than 50 %", _KADS, improvement=50),
)

_LOO_2016 = Citation(sources.LOO_2016, "abstract")
LOO_2016_SUBCUTANEOUS = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.1 mg/kg", "0.2 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "0.5 mg/kg"),
    days=DayPattern((1, 8, 15, 22, 29), _LOO_2016, derived="one a week; the source says a week or more apart", ascending=True),
    source=_LOO_2016,
    name="LOO_2016_SUBCUTANEOUS",
    title="Subcutaneous doses rising by 0.1 mg/kg, a week or more apart",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover pilot of three routes, one midazolam control inserted at random",
        "treatment-resistant depression; six by this route",
        6,
    ),
    titration=Titration(
        "up by 0.1 mg/kg from session to session, up to 0.5 mg/kg",
        _LOO_2016,
        by=PerWeight("0.1 mg/kg"),
        up_to=PerWeight("0.5 mg/kg"),
        every=7,
    ),
)

_KED = Citation(sources.ANZCTR_KED, "intervention")
KED_REGISTERED = Regimen(
    Drug.KETAMINE,
    Route.SUBCUTANEOUS,
    ("0.3 mg/kg", "0.6 mg/kg"),
    ages=AgeRange(_KED, from_age=Age("65 years")),
    days=DayPattern((1, 8), _KED, ascending=True),
    source=_KED,
    name="KED_REGISTERED",
    title="Two ascending subcutaneous doses at 65 years and over (registered, no results)",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(Grade.OPEN, "registered open single-group study; planned number; no results", "major depression", 24),
    phases=(
        Phase(PhaseKind.TRIAL, _KED, sessions=(2, 2), a_week=1),
        Phase(PhaseKind.MAINTENANCE, _KED, every=(3, 7), weeks=(1, 13), condition="after an improvement of at least 50 %"),
    ),
)

_DEL_SANT = Citation(sources.DEL_SANT_2020, "abstract; the doses also: Lucchese et al. 2021, abstract")
DEL_SANT_2020 = Regimen(
    Drug.ESKETAMINE,
    Route.SUBCUTANEOUS,
    ("0.5 mg/kg", "0.75 mg/kg", "1 mg/kg"),
    first=("0.5 mg/kg",),
    days=DayPattern((1, 8, 15, 22, 29, 36), _DEL_SANT),
    source=_DEL_SANT,
    name="DEL_SANT_2020",
    title="Weekly subcutaneous esketamine for up to six weeks, raised by response",
    indications=(*_TRD, Indication.BIPOLAR_DEPRESSION),
    evidence=Evidence(
        Grade.COHORT,
        "open cohort without control, 394 injections",
        "treatment-resistant unipolar or bipolar depression",
        70,
        outcome=("about half responded (Lucchese 2021)",),
        negative=("14 of 70 passed 180 mmHg systolic or 110 mmHg diastolic for a time",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _DEL_SANT, sessions=(1, 6), a_week=1),),
    titration=Titration("one level up by response", _DEL_SANT),
    monitoring=(
        Monitoring(
            "blood pressure",
            _DEL_SANT,
            minutes=(0, 15, 30, 45, 60, 75, 90, 105, 120),
            at_least=Duration("90 min"),
        ),
    ),
)
