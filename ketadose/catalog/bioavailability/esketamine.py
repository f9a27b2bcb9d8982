"""Esketamine."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.bioavailability import Bioavailability, Population, Spread
from ketadose.terms import Drug, Route

_PARENT = "esketamine (parent drug)"

_WHOLE = Citation(sources.DEFINITION, "what is given into a vein is in the circulation")
DEFINITION_ESKETAMINE_INTRAVENOUS = Bioavailability(
    "DEFINITION_ESKETAMINE_INTRAVENOUS",
    Drug.ESKETAMINE,
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
FANTA_2015_ORAL = Bioavailability(
    "FANTA_2015_ORAL",
    Drug.ESKETAMINE,
    Route.ORAL,
    "oral dose of 0.25 mg/kg",
    8,
    None,
    None,
    Spread.NONE,
    11,
    Population.ADULTS,
    _PARENT,
    Citation(sources.FANTA_2015, "abstract"),
    remarks=(
        "healthy volunteers, against 0.125 mg/kg intravenous",
        "varied by 11 % from person to person: that is no interval",
    ),
)
_PEREZ_RUIXO = Citation(sources.PEREZ_RUIXO_2021, "abstract")
_PEREZ_RUIXO_PEOPLE = "population model of healthy people and people with treatment-resistant depression"
SIMONS_2022_SUBLINGUAL = Bioavailability(
    "SIMONS_2022_SUBLINGUAL",
    Drug.ESKETAMINE,
    Route.SUBLINGUAL,
    "oral thin film 50 mg, not swallowed for 10 min",
    26,
    None,
    None,
    Spread.STANDARD_ERROR,
    20,
    Population.ADULTS,
    _PARENT,
    Citation(sources.SIMONS_2022, "abstract"),
    remarks=(
        "healthy volunteers, 15 under the tongue and 5 in the cheek, arterial blood",
        "standard error 1: how sure the estimate is, not how far people differ",
        "a film of 100 mg had 20 % less, not significant",
    ),
)
PEREZ_RUIXO_2021_INTRANASAL_56_MG = Bioavailability(
    "PEREZ_RUIXO_2021_INTRANASAL_56_MG",
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    "spray, 56 mg",
    54,
    None,
    None,
    Spread.NONE,
    820,
    Population.ADULTS,
    _PARENT,
    _PEREZ_RUIXO,
    remarks=(_PEREZ_RUIXO_PEOPLE, "includes what is swallowed", "no figure of 28 mg is printed"),
)
PEREZ_RUIXO_2021_INTRANASAL_84_MG = Bioavailability(
    "PEREZ_RUIXO_2021_INTRANASAL_84_MG",
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    "spray, 84 mg",
    51,
    None,
    None,
    Spread.NONE,
    820,
    Population.ADULTS,
    _PARENT,
    _PEREZ_RUIXO,
    remarks=(_PEREZ_RUIXO_PEOPLE, "includes what is swallowed"),
)
SPRAVATO_CH_INTRANASAL = Bioavailability(
    "SPRAVATO_CH_INTRANASAL",
    Drug.ESKETAMINE,
    Route.INTRANASAL,
    "spray, 84 mg",
    48,
    None,
    None,
    Spread.NONE,
    None,
    Population.NOT_STATED,
    _PARENT,
    Citation(sources.SPRAVATO_CH, "pharmacokinetics, absorption"),
    remarks=("mean, approximate; of 84 mg; the product is for adults",),
)
