"""Trials of esketamine nasal spray: what stands behind its labels, and what speaks against them."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.measures import Age
from ketadose.model.conduct import AgeRange, Phase
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)
_EIGHT = (1, 4, 8, 11, 15, 18, 22, 25)
_NO_DAYS = "twice a week for four weeks; the source gives no days"
_DAY_1 = "the dose of day 1 was not seen for this trial; the label's first dose is used (ours)"
_FIXED = "fixed arms of a trial; not a way to begin"

_DALY_2018 = Citation(sources.DALY_2018, "abstract and table 1")
DALY_2018 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("28 mg", "56 mg", "84 mg"),
    days=DayPattern((1, 4), _DALY_2018, derived="twice a week, the first week; the source gives no days"),
    source=_DALY_2018,
    name="DALY_2018",
    title="Esketamine nasal spray at one of three doses, phase 2",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind doubly randomised trial against placebo",
        "treatment-resistant depression",
        67,
        outcome=("MADRS against placebo after a week: -5.0 (28 mg), -7.6 (56 mg), -10.5 (84 mg)",),
    ),
    remarks=(_FIXED,),
)

_FEDGCHIN = Citation(sources.FEDGCHIN_2019, "abstract; responders: Clin Pharmacol Ther 2021, PMC7894501, table 1")
FEDGCHIN_2019 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    days=DayPattern(_EIGHT, _FEDGCHIN, within=28, derived=_NO_DAYS),
    source=_FEDGCHIN,
    name="FEDGCHIN_2019",
    title="Esketamine nasal spray at a fixed dose for four weeks (TRANSFORM-1)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against placebo, each with a new antidepressant",
        "treatment-resistant depression",
        346,
        negative=("responders at day 28: 54.1 % (56 mg), 53.1 % (84 mg), 38.9 % (placebo); 84 mg had to be significant first",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _FEDGCHIN, a_week=2, weeks=(4, 4)),),
    remarks=(_DAY_1,),
)

_POPOVA = Citation(sources.POPOVA_2019, "abstract; number: Clin Pharmacol Ther 2021, PMC7894501, table 1")
POPOVA_2019 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    days=DayPattern(_EIGHT, Citation(sources.POPOVA_2019, "registry results, at meddatax.com"), within=28),
    source=_POPOVA,
    name="POPOVA_2019",
    title="Esketamine nasal spray at a flexible dose for four weeks (TRANSFORM-2)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against placebo, each with a new antidepressant",
        "treatment-resistant depression",
        223,
        outcome=("MADRS at day 28: -4.0 (-7.31 to -0.64) against placebo",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _POPOVA, a_week=2, weeks=(4, 4)),),
    remarks=(_DAY_1,),
)

_OCHS_ROSS = Citation(
    sources.OCHS_ROSS_2020,
    "abstract; doses: registry results of NCT02422186, at meddatax.com; number: PMC7894501, table 2",
)
OCHS_ROSS_2020 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("28 mg", "56 mg", "84 mg"),
    first=("28 mg",),
    ages=AgeRange(_OCHS_ROSS, from_age=Age("65 years")),
    days=DayPattern(_EIGHT, Citation(sources.OCHS_ROSS_2020, "registry results of NCT02422186, at meddatax.com"), within=28),
    source=_OCHS_ROSS,
    name="OCHS_ROSS_2020",
    title="Esketamine nasal spray at 65 years and over (TRANSFORM-3; primary endpoint missed)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial against placebo, each with a new antidepressant",
        "treatment-resistant depression, 65 years and over",
        137,
        negative=("MADRS -3.6 (-7.20 to 0.07) against placebo, p = 0.059; -0.4 at 75 years and over",),
    ),
    remarks=(_DAY_1,),
)

_JAPAN = Citation(sources.JAPAN_2021, "abstract")
JAPAN_2021 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("28 mg", "56 mg", "84 mg"),
    days=DayPattern(_EIGHT, _JAPAN, within=28, derived=_NO_DAYS),
    source=_JAPAN,
    name="JAPAN_2021",
    title="Esketamine nasal spray in Japan (no benefit found)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind trial of three fixed doses against placebo, with an antidepressant",
        "treatment-resistant depression, Japanese",
        202,
        negative=("MADRS at day 28: -15.2, -14.5 and -15.1 against -15.3 with placebo",),
    ),
    remarks=(_FIXED,),
)

_DALY_2019 = Citation(sources.DALY_2019, "key points")
DALY_2019 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    source=_DALY_2019,
    name="DALY_2019",
    title="Esketamine nasal spray kept up after remission or response (SUSTAIN-1)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "randomised withdrawal after 16 weeks of treatment",
        "treatment-resistant depression in stable remission (176) or response",
        297,
        outcome=("of those in remission 26.7 % relapsed against 45.3 % on placebo; of responders 25.8 % against 57.6 %",),
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _DALY_2019, a_week=2, weeks=(4, 4)),
        Phase(PhaseKind.CONTINUATION, _DALY_2019, weeks=(12, 12)),
        Phase(PhaseKind.MAINTENANCE, _DALY_2019, every=(7, 14)),
    ),
)

_REIF = Citation(sources.REIF_2023, "abstract")
REIF_2023 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    None,
    undosed="flexible, as the summary of product characteristics says",
    source=_REIF,
    name="REIF_2023",
    title="Esketamine nasal spray against quetiapine (ESCAPE-TRD)",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "open-label trial with blinded raters against quetiapine",
        "treatment-resistant depression",
        676,
        outcome=("27.1 % against 17.6 % in remission (MADRS of at most 10) at week 8",),
    ),
)

_FU = Citation(sources.FU_2020, "abstract; suicidality: PMC9540857, table 5")
_ASPIRE = "double-blind trial against placebo on top of comprehensive care in hospital"
FU_2020 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    "84 mg",
    days=DayPattern(_EIGHT, Citation(sources.FU_2020, "registry results of NCT03039192, at meddatax.com"), within=28),
    source=_FU,
    name="FU_2020",
    title="Esketamine nasal spray 84 mg in major depression with suicidal ideation (ASPIRE I)",
    indications=(Indication.MAJOR_DEPRESSION, Indication.SUICIDAL_IDEATION),
    evidence=Evidence(
        Grade.RANDOMISED,
        _ASPIRE,
        "major depression with suicidal ideation and intent",
        226,
        outcome=("MADRS at 24 h: -3.8 (-6.56 to -1.09) against placebo",),
        negative=("suicidality at 24 h: no significant difference",),
    ),
)

_IONESCU = Citation(sources.IONESCU_2021, "abstract; suicidality: PMC9540857, table 5")
IONESCU_2021 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    "84 mg",
    days=DayPattern(_EIGHT, Citation(sources.IONESCU_2021, "registry results of NCT03097133, at meddatax.com"), within=28),
    source=_IONESCU,
    name="IONESCU_2021",
    title="Esketamine nasal spray 84 mg in major depression with suicidal ideation (ASPIRE II)",
    indications=(Indication.MAJOR_DEPRESSION, Indication.SUICIDAL_IDEATION),
    evidence=Evidence(
        Grade.RANDOMISED,
        _ASPIRE,
        "major depression with suicidal ideation and intent, 18 to 64 years",
        227,
        outcome=("MADRS at 24 h: -3.9 (-6.60 to -1.11) against placebo",),
        negative=("suicidality at 24 h: no significant difference",),
    ),
)

_JANIK = Citation(sources.JANIK_2025, "abstract; number and effects: epocrates.com, 7 July 2025")
JANIK_2025 = Regimen(
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    ("56 mg", "84 mg"),
    first=("56 mg",),
    days=DayPattern(
        _EIGHT, Citation(sources.JANIK_2025, "registry results of NCT04599855, at meddatax.com, placebo arm"), within=28
    ),
    source=_JANIK,
    name="JANIK_2025",
    title="Esketamine nasal spray alone, without an antidepressant",
    indications=_TRD,
    evidence=Evidence(
        Grade.RANDOMISED,
        "double-blind fixed-dose trial against placebo, after at least two weeks without antidepressant",
        "treatment-resistant depression, outpatients",
        378,
        outcome=("MADRS at day 28 against placebo: -5.1 (56 mg) and -6.8 (84 mg)",),
        negative=("nausea in 24.8 %, dissociation in 24.3 %, dizziness in 21.7 %",),
    ),
    remarks=(_DAY_1,),
)
