"""What labels and guidelines say of ketamine and esketamine together with other agents; facts to warn with, never applied."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Advice, Interaction
from ketadose.terms import Drug, Route

_US = Citation(sources.KETALAR_LABEL, "highlights, 7.1 to 7.3")
_SUMMARY = Citation(sources.KETAMINE_SUMMARY, "section 4.5")
_HIGHLAND = Citation(sources.NHS_HIGHLAND, "drug interactions")
_PH = Citation(sources.SPRAVATO_PHILIPPINES, "drug interactions")
_PH_PK = Citation(sources.SPRAVATO_PHILIPPINES, "drug interactions, effect of other drugs on esketamine")
_PDR = Citation(sources.SPRAVATO_PDR, "administration")
_SZARMACH = Citation(sources.SZARMACH_2020, "abstract")

_KETAMINE = (Drug.KETAMINE,)
_ESKETAMINE = (Drug.ESKETAMINE,)
_NASAL = (Route.INTRANASAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)


KETAMINE = (
    Interaction(
        ("theophylline", "aminophylline"),
        "seizures",
        Advice.DO_NOT_CO_ADMINISTER,
        "may lower the seizure threshold",
        _US,
        _KETAMINE,
    ),
    Interaction(
        ("theophylline", "aminophylline"),
        "seizures",
        Advice.WARNING,
        "clinically relevant fall of the seizure threshold; unpredictable seizures of the extensor type",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("theophylline",),
        "seizures",
        Advice.CAUTION,
        "tachycardia and seizures; listed as a known interaction",
        _HIGHLAND,
        _KETAMINE,
        _INTRAVENOUS,
    ),
    Interaction(
        ("sympathomimetics", "vasopressin"),
        "raised blood pressure",
        Advice.MONITOR,
        "vital signs to be watched closely, the dose to be adjusted individually",
        _US,
        _KETAMINE,
    ),
    Interaction(
        ("sympathomimetics", "vasopressin"),
        "raised blood pressure",
        Advice.WARNING,
        "may strengthen the sympathomimetic effects of ketamine",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("benzodiazepines", "opioids", "other depressants of the central nervous system"),
        "sedation and respiratory depression",
        Advice.WARNING,
        "profound sedation, respiratory depression, coma or death; opioids may prolong recovery",
        _US,
        _KETAMINE,
    ),
    Interaction(
        ("benzodiazepines", "opioids", "barbiturates", "other depressants of the central nervous system"),
        "sedation and respiratory depression",
        Advice.CONSIDER_DOSE,
        "stronger depression; less ketamine may be needed; barbiturates and narcotics may prolong recovery",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("diazepam",),
        "raised concentration of ketamine",
        Advice.CONSIDER_DOSE,
        "a lower rate to be considered",
        _HIGHLAND,
        _KETAMINE,
        _INTRAVENOUS,
    ),
    Interaction(
        ("thyroid hormones",), "raised blood pressure", Advice.WARNING, "more hypertension and tachycardia", _SUMMARY, _KETAMINE
    ),
    Interaction(
        ("levothyroxine",),
        "low blood pressure",
        Advice.CAUTION,
        "hypotension and tachycardia, where the European texts say hypertension",
        _HIGHLAND,
        _KETAMINE,
        _INTRAVENOUS,
    ),
    Interaction(("antihypertensives",), "low blood pressure", Advice.WARNING, "more hypotension", _SUMMARY, _KETAMINE),
    Interaction(
        ("halogenated anaesthetics",),
        "longer effect of ketamine",
        Advice.WARNING,
        "longer half-life; hypotension and slow heart beat",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("atracurium", "tubocurarine"),
        "neuromuscular block",
        Advice.WARNING,
        "stronger block, respiratory arrest included",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("thiopental",),
        "weaker hypnosis",
        Advice.WARNING,
        "ketamine may work against the hypnotic effect of thiopental",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("CYP3A4 inhibitors",),
        "more ketamine in the blood",
        Advice.CONSIDER_DOSE,
        "less ketamine may be needed",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("CYP3A4 inducers",),
        "less ketamine in the blood",
        Advice.CONSIDER_DOSE,
        "more ketamine may be needed",
        _SUMMARY,
        _KETAMINE,
    ),
    Interaction(
        ("serotonin reuptake inhibitors",),
        "raised blood pressure",
        None,
        "higher peaks of blood pressure during infusions",
        _SZARMACH,
        _KETAMINE,
        _INTRAVENOUS,
        magnitude="p = 0.020 and p = 0.048 in 49 inpatients; no size in the abstract",
    ),
)

ESKETAMINE = (
    Interaction(
        ("benzodiazepines", "opioids", "alcohol", "other depressants of the central nervous system"),
        "sedation and respiratory depression",
        Advice.MONITOR,
        "more sedation; to be watched closely",
        _PH,
        _ESKETAMINE,
        _NASAL,
    ),
    Interaction(
        ("amphetamines", "methylphenidate", "modafinil", "armodafinil"),
        "raised blood pressure",
        Advice.MONITOR,
        "psychostimulants: blood pressure to be watched closely",
        _PH,
        _ESKETAMINE,
        _NASAL,
    ),
    Interaction(
        ("tranylcypromine", "selegiline", "phenelzine"),
        "raised blood pressure",
        Advice.MONITOR,
        "monoamine oxidase inhibitors: blood pressure to be watched closely; not a contraindication",
        _PH,
        _ESKETAMINE,
        _NASAL,
    ),
    Interaction(
        ("ticlopidine",),
        "more esketamine in the blood",
        None,
        "CYP2B6 inhibited, 250 mg twice daily for 9 days; highest concentration and half-life unchanged",
        _PH_PK,
        _ESKETAMINE,
        _NASAL,
        magnitude="exposure up by about 29 %",
        exposure=Fraction(129, 100),
    ),
    Interaction(
        ("nasal corticosteroids", "nasal decongestants"),
        "uptake through the nose",
        Advice.INSTRUCTION,
        "to be given at least 1 hour before esketamine",
        _PDR,
        _ESKETAMINE,
        _NASAL,
    ),
)

ALL = (*KETAMINE, *ESKETAMINE)
