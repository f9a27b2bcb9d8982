"""Side effects as studies and services report them, at the doses that they gave."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Clock, SideEffect
from ketadose.terms import Drug, Route

_ACEVEDO = Citation(sources.ACEVEDO_DIAZ_2020, "page text")
_SZARMACH = Citation(sources.SZARMACH_2020, "abstract")
_SZARMACH_2021 = Citation(sources.SZARMACH_2021, "abstract")
_GLUE_2017 = Citation(sources.GLUE_2017, "abstract")
_GLUE_2018 = Citation(sources.GLUE_2018, "abstract")
_GLUE_2024 = Citation(sources.GLUE_2024, "abstract")
_DEL_SANT = Citation(sources.DEL_SANT_2020, "abstract")
_AHUJA = Citation(sources.AHUJA_PREPRINT, "abstract")
_SHORT = Citation(sources.SHORT_2018, "abstract")
_IRWIN = Citation(sources.IRWIN_2013, "abstract")
_GALVEZ = Citation(sources.GALVEZ_2018, "abstract")
_POPOVA = Citation(sources.POPOVA_2019, "abstract")
_JANIK = Citation(sources.JANIK_2025, "abstract and report at epocrates.com, 7 July 2025")
_RODRIGUES = Citation(sources.RODRIGUES_2022, "abstract")
_MURROUGH = Citation(sources.MURROUGH_2013_REPEATED, "as restated at avyia.com")
_DIAZGRANADOS = Citation(sources.DIAZGRANADOS_2010, "abstract")
_SIGTERMANS = Citation(sources.SIGTERMANS_2009, "abstract")
_SINGH = Citation(sources.SINGH_2016, "abstract")
_OXFORD = Citation(sources.OXFORD_SERVICE, "page of 2026")
_WEEKS = Citation(sources.SPRAVATO_WEEKS, "abstract")
_DALY = Citation(sources.DALY_2019, "abstract")
_KETAMINE = (Drug.KETAMINE,)
_ESKETAMINE = (Drug.ESKETAMINE,)
_NASAL = (Route.INTRANASAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)
_SUBCUTANEOUS = (Route.SUBCUTANEOUS,)

ALL = (
    SideEffect(
        "side effects in general",
        "one dose; most peaked within an hour and were gone within 2 hours, all within 4; none serious in 3 months",
        _ACEVEDO,
        _KETAMINE,
        _INTRAVENOUS,
        lasts=("2 h", "4 h"),
        share="eight effects in at least half of the participants",
    ),
    SideEffect(
        "raised blood pressure",
        "with heart rate; back at baseline in all 49, counted after the infusion; points at 0, 15, 30, 45, 60 and 90 min",
        _SZARMACH,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="1.5 h",
        clock=Clock.END,
    ),
    SideEffect(
        "raised blood pressure",
        "larger rises in people with hypertension, at the second infusion, n = 49",
        _SZARMACH_2021,
        _KETAMINE,
        _INTRAVENOUS,
    ),
    SideEffect(
        "raised blood pressure",
        "165/100 mmHg or more during repeated infusions, n = 203",
        _RODRIGUES,
        _KETAMINE,
        _INTRAVENOUS,
        share="44.3 %; drugs for it in 12 % of these",
    ),
    SideEffect(
        "dissociation",
        "less after the first infusion, then level; drowsiness 56.4 %, dizziness 45.2 %, nausea 13.3 %",
        _RODRIGUES,
        _KETAMINE,
        _INTRAVENOUS,
        share="35.6 %",
    ),
    SideEffect(
        "raised blood pressure",
        "one of 24 stopped: no response to drugs, highest 180/115 mmHg",
        _MURROUGH,
        _KETAMINE,
        _INTRAVENOUS,
        serious=True,
        share="1 of 24",
    ),
    SideEffect(
        "dissociation", "found at 40 minutes and at no later point", _DIAZGRANADOS, _KETAMINE, _INTRAVENOUS, peak="40 min"
    ),
    SideEffect(
        "dissociation",
        "passing, weaker with repeated doses; headache, anxiety, nausea and dizziness in at least 20 %",
        _SINGH,
        _KETAMINE,
        _INTRAVENOUS,
        share="20 % or more",
    ),
    SideEffect("unpleasant first infusion", "the service's own figure", _OXFORD, _KETAMINE, _INTRAVENOUS, share="about 10 %"),
    SideEffect(
        "psychomimetic effects",
        "4.2 days of infusion for pain",
        _SIGTERMANS,
        _ESKETAMINE,
        _INTRAVENOUS,
        share="76 % against 18 % with placebo",
    ),
    SideEffect(
        "raised blood pressure",
        "systolic and diastolic up by about 10 mmHg at 30 minutes after 1 mg/kg",
        _GLUE_2018,
        _KETAMINE,
        _SUBCUTANEOUS,
        peak="30 min",
        clock=Clock.DOSE,
    ),
    SideEffect(
        "dissociation", "the score fell from 20 points in week 1 to 8.8 in week 14", _GLUE_2018, _KETAMINE, _SUBCUTANEOUS
    ),
    SideEffect("nausea", "with dizziness and blurred vision among the commonest", _GLUE_2018, _KETAMINE, _SUBCUTANEOUS),
    SideEffect(
        "dissociation",
        "rises with the dose, as do blood pressure and heart rate; minor at 0.25 mg/kg",
        _GLUE_2017,
        _KETAMINE,
        _SUBCUTANEOUS,
    ),
    SideEffect(
        "raised blood pressure",
        "above 180 mmHg systolic or 110 mmHg diastolic, passing; mean rise largest at 30 to 45 min; 90 min of watching advised",
        _DEL_SANT,
        _ESKETAMINE,
        _SUBCUTANEOUS,
        peak=("30 min", "45 min"),
        lasts="120 min",
        clock=Clock.DOSE,
        share="14 of 70",
    ),
    SideEffect(
        "adverse events in general",
        "treatments with any adverse event",
        _AHUJA,
        _KETAMINE,
        (Route.INTRAMUSCULAR,),
        share="59 of 2,532 treatments",
    ),
    SideEffect(
        "side effects in general",
        "more frequent than with placebo; selective reporting and little assessment of long use, 60 studies",
        _SHORT,
        _KETAMINE,
    ),
    SideEffect(
        "diarrhoea",
        "rare; trouble sleeping and sitting still too; no weight loss is reported",
        _IRWIN,
        _KETAMINE,
        (Route.ORAL,),
    ),
    SideEffect(
        "headache",
        "dizziness and anxiety too; no change of blood pressure; extended-release tablets",
        _GLUE_2024,
        _KETAMINE,
        (Route.ORAL,),
    ),
    SideEffect(
        "poor tolerability",
        "stopped early after 5 people: heart, mind and coordination affected below 100 mg",
        _GALVEZ,
        _KETAMINE,
        _NASAL,
        serious=True,
        share="nobody gave all 10 sprays alone",
    ),
    SideEffect(
        "side effects in general",
        "resolved by 1.5 hours after dosing",
        _POPOVA,
        _ESKETAMINE,
        _NASAL,
        lasts="1.5 h",
        clock=Clock.DOSE,
    ),
    SideEffect("nausea", "dissociation 24.3 %, dizziness 21.7 %, headache 19 %", _JANIK, _ESKETAMINE, _NASAL, share="24.8 %"),
    SideEffect(
        "side effects in general",
        "incidence in week 1, lower afterwards",
        _WEEKS,
        _ESKETAMINE,
        _NASAL,
        share="dizziness 20.6 %, dissociation 16.7 %, nausea 14 %, vertigo 12.1 %, blood pressure 4.3 %, sedation 3.8 %",
    ),
    SideEffect(
        "interstitial cystitis",
        "no case, and none of respiratory depression",
        _DALY,
        _ESKETAMINE,
        _NASAL,
        serious=True,
        share="none",
    ),
)
