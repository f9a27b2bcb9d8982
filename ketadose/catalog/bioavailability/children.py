"""Children: these records answer for no adult."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.bioavailability import Bioavailability, Population, Spread
from ketadose.terms import Drug, Route

_PARENT = "ketamine (parent drug)"

HORNIK_2018_INTRAMUSCULAR = Bioavailability(
    "HORNIK_2018_INTRAMUSCULAR",
    Drug.KETAMINE,
    Route.INTRAMUSCULAR,
    "injection",
    41,
    None,
    None,
    Spread.NONE,
    113,
    Population.CHILDREN,
    _PARENT,
    Citation(sources.HORNIK_2018, "abstract"),
    remarks=(
        "estimate of a population model; 50 of the children had intramuscular doses",
        "median age 3.3 years (0.02 to 17.6)",
    ),
)
BRUNETTE_2011_ORAL = Bioavailability(
    "BRUNETTE_2011_ORAL",
    Drug.KETAMINE,
    Route.ORAL,
    "5 mg/kg or 10 mg/kg",
    45,
    33,
    58,
    Spread.CONFIDENCE_90,
    20,
    Population.CHILDREN,
    _PARENT,
    Citation(sources.BRUNETTE_2011, "abstract"),
    remarks=("burnt children of 1 to 8 years", "the interval is of the estimate, not of the people"),
)
MALINOVSKY_1996_INTRANASAL = Bioavailability(
    "MALINOVSKY_1996_INTRANASAL",
    Drug.KETAMINE,
    Route.INTRANASAL,
    "3 mg/kg or 9 mg/kg",
    50,
    None,
    None,
    Spread.NONE,
    None,
    Population.CHILDREN,
    _PARENT,
    Citation(sources.MALINOVSKY_1996, "abstract"),
    remarks=("2 to 9 years, under halothane; 32 children in four arms", "part of the dose was swallowed"),
)
