"""Racemic ketamine by needle and as a nasal spray."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.bioavailability import Bioavailability, Population, Spread
from ketadose.terms import Drug, Route

_PARENT = "ketamine (parent drug)"

_WHOLE = Citation(sources.DEFINITION, "what is given into a vein is in the circulation")
DEFINITION_KETAMINE_INTRAVENOUS = Bioavailability(
    "DEFINITION_KETAMINE_INTRAVENOUS",
    Drug.KETAMINE,
    Route.INTRAVENOUS,
    "injection or infusion",
    100,
    100,
    100,
    Spread.DEFINITION,
    None,
    Population.NOT_STATED,
    _PARENT,
    _WHOLE,
)

KETALAR_CH_INTRAMUSCULAR = Bioavailability(
    "KETALAR_CH_INTRAMUSCULAR",
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    "injection",
    93,
    None,
    None,
    Spread.NONE,
    None,
    Population.NOT_STATED,
    _PARENT,
    Citation(sources.KETALAR_CH, "pharmacokinetics, absorption"),
    remarks=(
        "the label names no study, no dose and no people; the product is for adults and children",
        "a Swiss label of esketamine repeats the figure, of ketamine: it is none of esketamine",
    ),
)

_YANAGIHARA = Citation(sources.YANAGIHARA_2003, "abstract")
_YANAGIHARA_PEOPLE = "healthy Japanese volunteers, against 20 mg intravenous; the figure is approximate"
_NASAL_2022 = Citation(sources.NASAL_KETAMINE_2022, "table 6")
_NASAL_2022_PEOPLE = "patients, by a footnote of the table; that they are adults was not seen"
NASAL_KETAMINE_2022_30_MG = Bioavailability(
    "NASAL_KETAMINE_2022_30_MG",
    Drug.KETAMINE,
    Route.INTRANASAL,
    "30 mg",
    13,
    None,
    None,
    Spread.NONE,
    10,
    Population.NOT_STATED,
    _PARENT,
    _NASAL_2022,
    remarks=(_NASAL_2022_PEOPLE,),
)
NASAL_KETAMINE_2022_50_MG = Bioavailability(
    "NASAL_KETAMINE_2022_50_MG",
    Drug.KETAMINE,
    Route.INTRANASAL,
    "50 mg",
    11,
    None,
    None,
    Spread.NONE,
    10,
    Population.NOT_STATED,
    _PARENT,
    _NASAL_2022,
    remarks=(_NASAL_2022_PEOPLE,),
)
NASAL_KETAMINE_2022_10_MG = Bioavailability(
    "NASAL_KETAMINE_2022_10_MG",
    Drug.KETAMINE,
    Route.INTRANASAL,
    "10 mg",
    17,
    None,
    None,
    Spread.NONE,
    7,
    Population.NOT_STATED,
    _PARENT,
    _NASAL_2022,
    remarks=(_NASAL_2022_PEOPLE, "rests on few values"),
)
YANAGIHARA_2003_INTRANASAL = Bioavailability(
    "YANAGIHARA_2003_INTRANASAL",
    Drug.KETAMINE,
    Route.INTRANASAL,
    "spray 25 mg",
    45,
    None,
    None,
    Spread.NONE,
    3,
    Population.ADULTS,
    _PARENT,
    _YANAGIHARA,
    remarks=(_YANAGIHARA_PEOPLE,),
)
