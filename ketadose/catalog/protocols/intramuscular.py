"""Intramuscular injections, racemic ketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Duration, PerWeight
from ketadose.model.conduct import Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_LOO = Citation(sources.LOO_2016, "abstract")
LOO_2016_INTRAMUSCULAR = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    ("0.1 mg/kg", "0.2 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "0.5 mg/kg"),
    days=DayPattern((1, 8, 15, 22, 29), _LOO, derived="one a week; the source says a week or more apart", ascending=True),
    source=_LOO,
    name="LOO_2016_INTRAMUSCULAR",
    title="Intramuscular doses rising by 0.1 mg/kg, a week or more apart",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover pilot of three routes, one midazolam control inserted at random",
        "treatment-resistant depression; five by this route",
        5,
    ),
    titration=Titration(
        "up by 0.1 mg/kg from session to session, up to 0.5 mg/kg",
        _LOO,
        by=PerWeight("0.1 mg/kg"),
        up_to=PerWeight("0.5 mg/kg"),
        every=7,
    ),
    remarks=("five people were treated intramuscularly: a pilot, no proof",),
)

_CHILUKURI = Citation(sources.CHILUKURI_2014, "abstract")
CHILUKURI_2014_INTRAMUSCULAR = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    ("0.25 mg/kg", "0.5 mg/kg"),
    days=DayPattern((1,), _CHILUKURI),
    source=_CHILUKURI,
    name="CHILUKURI_2014_INTRAMUSCULAR",
    title="One intramuscular injection at one of two doses",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "open-label randomised comparison with 0.5 mg/kg intravenously, no placebo",
        "major depression; nine in each of three groups",
        27,
        outcome=("HDRS fell by 60 % (0.5 mg/kg) and 57 % (0.25 mg/kg), and 59 % intravenously, within 3 days",),
    ),
)

_CUSIN = Citation(sources.CUSIN_2012, "letter, patient 1")
CUSIN_2012 = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    ("32 mg", "50 mg", "70 mg"),
    first=("32 mg",),
    days=DayPattern((1, 5, 9, 13, 17, 21, 25, 29), _CUSIN, derived="every 4 days, the first month of many"),
    source=_CUSIN,
    name="CUSIN_2012",
    title="Intramuscular maintenance every four days in bipolar II depression, one patient of 122 lb",
    indications=(Indication.BIPOLAR_DEPRESSION,),
    evidence=Evidence(
        Grade.CASES,
        "two cases; the doses are of the first",
        "bipolar II depression after failed treatments",
        2,
        outcome=("50 mg every 4 days held for 5 months until a partial relapse, 70 mg for 4 months more",),
        negative=("irritability, nightmares and dissociative feelings",),
    ),
    phases=(Phase(PhaseKind.MAINTENANCE, _CUSIN, every=(4, 4)),),
    titration=Titration("raised by response: 32 mg, then 50 mg, then 70 mg", _CUSIN),
    remarks=("fixed doses of a single patient of 122 lb (about 55.3 kg): 0.58, 0.90 and 1.26 mg/kg by our arithmetic",),
)

_ZANICOTTI = Citation(sources.ZANICOTTI_2012, "abstract")
ZANICOTTI_2012 = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    "1 mg/kg",
    source=_ZANICOTTI,
    name="ZANICOTTI_2012",
    title="Six intramuscular injections of 1 mg/kg in one patient with cancer",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.CASES,
        "one case",
        "depression with metastatic cancer",
        1,
        outcome=("rapid and sustained response to six injections",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _ZANICOTTI, sessions=(6, 6), condition="the interval was not seen at the source"),),
)

_TWO_CASES = Citation(sources.INTRAMUSCULAR_TWO_CASES, "abstract")
INTRAMUSCULAR_TWO_CASES = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    "0.75 mg/kg",
    days=DayPattern((1, 3, 5, 7), _TWO_CASES),
    source=_TWO_CASES,
    name="INTRAMUSCULAR_TWO_CASES",
    title="Four intramuscular injections, one every two days, in two patients",
    indications=(Indication.BIPOLAR_DEPRESSION, Indication.SUICIDAL_IDEATION, Indication.ANXIETY_SYMPTOMS),
    evidence=Evidence(
        Grade.CASES,
        "two cases, congress abstract",
        "bipolar depression with risk of suicide, 20 and 24 years",
        2,
        outcome=("anxiety (BAI) fell by 83.3 % and 77.2 %",),
        negative=("nausea, drowsiness and paraesthesia in one; dry mouth, dizziness and dissociation in the other",),
    ),
    monitoring=(Monitoring("observation", _TWO_CASES, at_least=Duration("2 h")),),
)

_AHUJA = Citation(sources.AHUJA_2022, "abstract; adverse events: abstract of the preprint rs-1331173")
AHUJA_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    None,
    undosed="the dose is not in the abstract, which is what was seen",
    source=_AHUJA,
    name="AHUJA_2022",
    title="Intramuscular treatments in outpatient clinics, four in the median",
    indications=(Indication.MAJOR_DEPRESSION, Indication.ANXIETY_SYMPTOMS, Indication.POST_TRAUMATIC_STRESS),
    evidence=Evidence(
        Grade.COHORT,
        "retrospective records of one clinic network, before and after, no control",
        "outpatients: 93 % with major depression, 54 % with generalised anxiety disorder",
        452,
        outcome=("GAD-7 from a median of 14.0 to 7.0 and PHQ-9 from 16.0 to 10.0, after a median of 4 treatments (1 to 48)",),
        negative=("an adverse event in 59 of 2,532 treatments",),
    ),
)

_BEAGLEHOLE = Citation(sources.BEAGLEHOLE_2023, "abstract")
BEAGLEHOLE_2023 = Regimen(
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    None,
    undosed="the doses are not in the abstract, which is what was seen",
    source=_BEAGLEHOLE,
    name="BEAGLEHOLE_2023",
    title="An intramuscular test dose, then oral ketamine for three months (New Zealand)",
    indications=_TRD,
    evidence=Evidence(Grade.SERVICE, "guideline of a service", "treatment-resistant depression", 0),
    phases=(
        Phase(PhaseKind.TRIAL, _BEAGLEHOLE, sessions=(1, 1), condition="a test of the response, intramuscular"),
        Phase(PhaseKind.CONTINUATION, _BEAGLEHOLE, weeks=(13, 13), condition="by mouth, for three months"),
    ),
)
