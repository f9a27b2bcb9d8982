"""Single intravenous infusions and short comparisons in depression, racemic ketamine and esketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import PerWeight
from ketadose.model.conduct import Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_BERMAN = Citation(sources.BERMAN_2000, "abstract; 40 min and nine enrolled: Cochrane review of 2021, table 0008")
BERMAN_2000 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _BERMAN),
    source=_BERMAN,
    name="BERMAN_2000",
    title="One intravenous infusion in major depression",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover against saline, a week or more apart",
        "major depressive episode; nine enrolled, seven completed",
        9,
        outcome=("25-item HDRS fell by 14 (SD 10) against 0 (SD 12) points within 72 h",),
    ),
    remarks=("the abstract states the dose as ketamine hydrochloride; whether the figure is base or salt is not said",),
)

_ZARATE = Citation(sources.ZARATE_2006, "characteristics of the study")
ZARATE_2006 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _ZARATE),
    source=_ZARATE,
    name="ZARATE_2006",
    title="One intravenous infusion in treatment-resistant depression",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "crossover against saline, a week or more apart",
        "treatment-resistant depression, HRSD-21 of at least 18",
        18,
    ),
)

_MURROUGH = Citation(sources.MURROUGH_2013_SINGLE, "abstract; 40 min is not in the abstract: from evidence collected earlier")
MURROUGH_2013_SINGLE = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _MURROUGH),
    source=_MURROUGH,
    name="MURROUGH_2013_SINGLE",
    title="One intravenous infusion against midazolam",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "two-site trial against midazolam, 2:1, in people admitted for 24 hours",
        "treatment-resistant depression",
        73,
        outcome=("MADRS at 24 h 7.95 points lower (3.20 to 12.71); 64 % against 28 % responded",),
    ),
)

_FAVA = Citation(sources.FAVA_2020, "abstract")
FAVA_2020 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.1 mg/kg", "0.2 mg/kg", "0.5 mg/kg", "1 mg/kg"),
    over="40 min",
    days=DayPattern((1,), _FAVA),
    source=_FAVA,
    name="FAVA_2020",
    title="One intravenous infusion at one of four doses",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind dose-finding trial against midazolam, six sites",
        "treatment-resistant depression, 18 to 70 years, on stable antidepressants",
        99,
        outcome=("0.5 and 1 mg/kg were better than midazolam, mostly at day 1",),
        negative=("0.2 mg/kg was not better than midazolam, 0.1 mg/kg not after adjustment",),
        against=(
            Citation(
                sources.SALLOUM_2019,
                "abstract: of responders 30 % (1 mg/kg), 50 % (0.5) and 80 % (0.1) relapsed by day 14; not powered",
            ),
        ),
    ),
)

_CORREIA = Citation(sources.CORREIA_MELO_2020, "abstract")
_CORREIA_TRIAL = Evidence(
    Grade.RANDOMISED,
    "double-blind non-inferiority trial of esketamine 0.25 mg/kg against ketamine 0.5 mg/kg, two centres",
    "treatment-resistant depression",
    63,
    outcome=("at 24 h 29.4 % (esketamine) and 24.1 % (ketamine) remitted; esketamine was not inferior",),
)
CORREIA_MELO_2020_KETAMINE = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1,), _CORREIA),
    source=_CORREIA,
    name="CORREIA_MELO_2020_KETAMINE",
    title="One intravenous infusion of ketamine, beside esketamine",
    indications=_TRD,
    evidence=_CORREIA_TRIAL,
)
CORREIA_MELO_2020_ESKETAMINE = Regimen(
    Drug.ESKETAMINE,
    Route.INTRAVENOUS,
    "0.25 mg/kg",
    over="40 min",
    days=DayPattern((1,), _CORREIA),
    source=_CORREIA,
    name="CORREIA_MELO_2020_ESKETAMINE",
    title="One intravenous infusion of esketamine, beside ketamine",
    indications=_TRD,
    evidence=_CORREIA_TRIAL,
)

_SINGH = Citation(sources.SINGH_2016_ESKETAMINE, "characteristics of the study (its misprint of mg/kg read as such)")
SINGH_2016_ESKETAMINE = Regimen(
    Drug.ESKETAMINE,
    Route.INTRAVENOUS,
    ("0.2 mg/kg", "0.4 mg/kg"),
    over="40 min",
    days=DayPattern((1, 4), _SINGH),
    source=_SINGH,
    name="SINGH_2016_ESKETAMINE",
    title="Two intravenous infusions of esketamine, the second higher where the first did not help",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED, "double-blind trial against placebo", "recurrent major depression without psychosis", 30
    ),
    titration=Titration(
        "on day 4 responders repeat their dose, others receive 0.4 mg/kg",
        _SINGH,
        after=1,
        up_to=PerWeight("0.4 mg/kg"),
        response=True,
    ),
)

_FALK = Citation(sources.FALK_2020, "abstract")
FALK_2020 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRAVENOUS,
    "0.25 mg/kg",
    over="45 min",
    days=DayPattern((1,), _FALK),
    source=_FALK,
    name="FALK_2020",
    title="One intravenous infusion of esketamine in palliative care, given for pain",
    indications=(Indication.CHRONIC_PAIN, Indication.ANXIETY_SYMPTOMS),
    evidence=Evidence(
        Grade.CONTROLLED,
        "retrospective pilot, eight treated and eight matched controls",
        "refractory pain in a palliative care unit",
        16,
        outcome=("anxiety scores fell more than in the controls, p = 0.007",),
        negative=("no significant effect on depression",),
    ),
)

_LOO = Citation(sources.LOO_2016, "abstract")
LOO_2016_INTRAVENOUS = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.1 mg/kg", "0.2 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "0.5 mg/kg"),
    days=DayPattern((1, 8, 15, 22, 29), _LOO, derived="one a week; the source says a week or more apart", ascending=True),
    source=_LOO,
    name="LOO_2016_INTRAVENOUS",
    title="Intravenous injections rising by 0.1 mg/kg, a week or more apart",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind crossover pilot of three routes, one midazolam control inserted at random",
        "treatment-resistant depression; four by this route",
        4,
    ),
    titration=Titration(
        "up by 0.1 mg/kg from session to session, up to 0.5 mg/kg",
        _LOO,
        by=PerWeight("0.1 mg/kg"),
        up_to=PerWeight("0.5 mg/kg"),
        every=7,
    ),
    remarks=("an injection whose duration was not seen at the source: as written here it is a bolus, which the limits refuse",),
)

_CHILUKURI = Citation(sources.CHILUKURI_2014, "abstract")
CHILUKURI_2014_INTRAVENOUS = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    days=DayPattern((1,), _CHILUKURI),
    source=_CHILUKURI,
    name="CHILUKURI_2014_INTRAVENOUS",
    title="One intravenous infusion, beside two intramuscular doses",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "open-label randomised comparison with intramuscular 0.5 and 0.25 mg/kg, no placebo",
        "major depression; nine in each of three groups",
        27,
        outcome=("HDRS fell by 59 % (intravenous), 60 % (intramuscular 0.5) and 57 % (intramuscular 0.25) within 3 days",),
    ),
    remarks=("the duration of the infusion was not seen at the source: write a regimen of your own with one",),
)
