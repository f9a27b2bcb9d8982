"""Intravenous courses that were found wanting, or whose doses rise: against other treatment, by step, or without results."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import PerWeight
from ketadose.model.conduct import Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_EKSTRAND = Citation(sources.EKSTRAND_2022, "abstract")
EKSTRAND_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    days=DayPattern(
        (1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26), _EKSTRAND, derived="three a week, at most 12; the source gives no days"
    ),
    source=_EKSTRAND,
    name="EKSTRAND_2022",
    title="Three intravenous infusions a week until remission or maximal effect, at most 12",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.RANDOMISED,
        "open-label randomised non-inferiority trial against electroconvulsive therapy",
        "unipolar depression in hospital, 18 to 85 years",
        186,
        negative=(
            "inferior to electroconvulsive therapy: 46 % against 63 % remitted",
            "70 % of those in remission relapsed within 12 months (63 % after electroconvulsive therapy)",
            "more dropouts for adverse events",
        ),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _EKSTRAND, sessions=(1, 12), a_week=3, condition="until remission or maximal effect"),),
    remarks=("the duration of the infusions was not seen at the source: write a regimen of your own with one",),
)

_CUSIN = Citation(sources.CUSIN_2017, "abstract")
CUSIN_2017 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.5 mg/kg", "0.75 mg/kg"),
    first=("0.5 mg/kg",),
    over="45 min",
    days=DayPattern((1, 4, 8, 11, 15, 18), _CUSIN, within=21, derived="six over three weeks; the source gives no days"),
    source=_CUSIN,
    name="CUSIN_2017",
    title="Three intravenous infusions of 0.5 mg/kg, then three of 0.75 mg/kg",
    indications=_TRD,
    evidence=Evidence(
        Grade.OPEN,
        "open-label study without control",
        "outpatients with treatment-resistant depression",
        14,
        outcome=("1 of 14 responded after three infusions, 5 of 12 completers after six",),
        negative=("all but one responder relapsed within 2 weeks",),
    ),
    titration=Titration("the second dose from the fourth infusion on, for everybody", _CUSIN, after=3, everybody=True),
)

_ZED3 = Citation(sources.ANZCTR_ZED3, "intervention; the maximum and the maintenance as restated by blossomanalysis.com")
ZED3_REGISTERED = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    ("0.2 mg/kg", "0.5 mg/kg"),
    between=True,
    over="40 min",
    days=DayPattern((1, 3, 5, 8, 10, 12), _ZED3),
    source=_ZED3,
    name="ZED3_REGISTERED",
    title="Six intravenous infusions in two weeks, 0.2 to 0.5 mg/kg rising to at most 1 mg/kg (registered, no results)",
    indications=_TRD,
    evidence=Evidence(
        Grade.OPEN, "registered open single-arm study; planned number; no results", "treatment-resistant depression", 100
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _ZED3, sessions=(6, 6), a_week=3, weeks=(2, 2)),
        Phase(PhaseKind.MAINTENANCE, _ZED3, sessions=(1, 6), every=(21, 42), condition="on clinical response"),
    ),
    titration=Titration(
        "starts between 0.2 and 0.5 mg/kg; raised by response to the last infusion, by the anaesthetist, to at most 1 mg/kg",
        _ZED3,
        up_to=PerWeight("1 mg/kg"),
    ),
    monitoring=(Monitoring("nursing observation", _ZED3, until="60 min after the infusion"),),
)

_KARMA = Citation(sources.JELOVAC_2025, "abstract")
JELOVAC_2025 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    days=DayPattern((1, 4, 8, 11, 15, 18, 22, 25), _KARMA, derived="up to eight, twice a week; the source gives no days"),
    source=_KARMA,
    name="JELOVAC_2025",
    title="Up to eight intravenous infusions, two a week, as an adjunct in hospital (no benefit found)",
    indications=(Indication.MAJOR_DEPRESSION, Indication.BIPOLAR_DEPRESSION),
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against midazolam, one centre",
        "major depressive episode in hospital, added to usual care",
        65,
        negative=("MADRS -3.16 (-8.54 to 2.22) against midazolam, P = 0.25; 104 were planned",),
    ),
    remarks=("the duration of the infusions was not seen at the source: write a regimen of your own with one",),
)
