"""How services and large cohorts give ketamine intravenously; several state no dose."""

from __future__ import annotations

from ketadose.evidence import Citation, Evidence, sources
from ketadose.model.conduct import Monitoring, Phase
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.terms import Drug, Grade, Indication, PhaseKind, Route

_TRD = (Indication.TREATMENT_RESISTANT_DEPRESSION,)

_OXFORD = Citation(sources.OXFORD_SERVICE, "dose, 40 min and three weekly infusions: older pages; three to six: page of 2026")
OXFORD_SERVICE = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=DayPattern((1, 8, 15), _OXFORD, derived="one a week; the service treated on Mondays"),
    source=_OXFORD,
    name="OXFORD_SERVICE",
    title="Three weekly intravenous infusions, then as responded (Oxford)",
    indications=_TRD,
    evidence=Evidence(Grade.SERVICE, "web pages of a service", "treatment-resistant depression", 0),
    phases=(
        Phase(PhaseKind.TRIAL, _OXFORD, sessions=(3, 6), weeks=(3, 6), condition="dose reviewed before each"),
        Phase(PhaseKind.MAINTENANCE, _OXFORD, condition="regular treatment is usually needed"),
    ),
    monitoring=(
        Monitoring("stay in the clinic, with an escort", _OXFORD, until="1 hour after the infusion"),
        Monitoring("stay in the clinic, without an escort", _OXFORD, until="2 hours after the infusion"),
    ),
    remarks=("the service's page of 2026 says three to six infusions over three to six weeks",),
)

_BIOK = Citation(sources.PARIKH_2023, "abstract; 0.5 mg/kg: registry NCT03156504, for 100 min")
_BIOK_STUDY = Evidence(
    Grade.OPEN,
    "open-label study with slow, regular or mixed infusions, not randomised between them",
    "treatment-refractory unipolar or bipolar depression, 18 to 65 years",
    75,
    outcome=(
        "52 % remitted (MADRS under 10) and 67 % responded after three infusions; the durations were comparable",
        "40 % of those who did not respond to the first infusion remitted later",
    ),
)
_BIOK_DAYS = DayPattern((1, 6, 11), _BIOK, within=11, derived="evenly; the source says three in 11 days")
PARIKH_2023_SLOW = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="100 min",
    days=_BIOK_DAYS,
    source=_BIOK,
    name="PARIKH_2023_SLOW",
    title="Three slow intravenous infusions in 11 days",
    indications=(*_TRD, Indication.BIPOLAR_DEPRESSION),
    evidence=_BIOK_STUDY,
)
PARIKH_2023_REGULAR = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "0.5 mg/kg",
    over="40 min",
    days=_BIOK_DAYS,
    source=_BIOK,
    name="PARIKH_2023_REGULAR",
    title="Three regular intravenous infusions in 11 days",
    indications=(*_TRD, Indication.BIPOLAR_DEPRESSION),
    evidence=_BIOK_STUDY,
    remarks=("the registry states 0.5 mg/kg for the slow infusions; the abstract gives no dose",),
)

_MCINNES = Citation(sources.MCINNES_2022, "abstract")
MCINNES_2022 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="each clinic's own dose; the abstract gives none",
    source=_MCINNES,
    name="MCINNES_2022",
    title="Induction of four to eight infusions over 7 to 28 days",
    indications=(Indication.MAJOR_DEPRESSION,),
    evidence=Evidence(
        Grade.COHORT,
        "retrospective records of 178 community practices; 537 of 9,016 could be analysed",
        "depression",
        537,
        outcome=(
            "53.6 % responded and 28.9 % remitted (PHQ-9 under 5) 14 to 31 days after induction",
            "about 80 % kept the response at 4 weeks and 60 % at 8 weeks, without maintenance",
        ),
        negative=("8.4 % became more depressed and 6.0 % reported more suicidal ideation",),
    ),
    phases=(Phase(PhaseKind.INDUCTION, _MCINNES, sessions=(4, 8), weeks=(1, 4)),),
)

_HIETAMIES = Citation(
    sources.HIETAMIES_2023,
    "abstract; d = -1.03 and -0.62: summary at moreblossom.com; maintenance: summary at peeref.com",
)
HIETAMIES_2023 = Regimen(
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    None,
    undosed="each clinic's own dose; the abstract gives none",
    source=_HIETAMIES,
    name="HIETAMIES_2023",
    title="Induction and maintenance infusions in community clinics",
    indications=(Indication.MAJOR_DEPRESSION, Indication.ANXIETY_SYMPTOMS),
    evidence=Evidence(
        Grade.COHORT,
        "retrospective records of ten clinics, compared with published data of others",
        "depression and anxiety; 714 in induction, 836 in maintenance",
        714,
        outcome=(
            "within the group, after induction: anxiety d = -1.17, depression d = -1.56",
            "at eight weeks depression, not anxiety, was compared with others: d = -1.03 and -0.62",
        ),
    ),
    phases=(
        Phase(PhaseKind.INDUCTION, _HIETAMIES, condition="each clinic's own"),
        Phase(PhaseKind.MAINTENANCE, _HIETAMIES, condition="symptoms stayed stable"),
    ),
)
