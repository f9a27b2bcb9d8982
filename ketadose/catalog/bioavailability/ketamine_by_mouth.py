"""Racemic ketamine swallowed and under the tongue."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.bioavailability import Bioavailability, Population, Spread
from ketadose.terms import Drug, Route

_PARENT = "ketamine (parent drug)"

_ROLAN = Citation(sources.ROLAN_2014, "abstract")
ROLAN_2014_SUBLINGUAL = Bioavailability(
    "ROLAN_2014_SUBLINGUAL",
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    "wafer 25 mg",
    29,
    27,
    31,
    Spread.CONFIDENCE_90,
    8,
    Population.ADULTS,
    _PARENT,
    _ROLAN,
    remarks=(
        "healthy men, crossover against 10 mg intravenous over 30 min",
        "the interval is of the median, not of the people",
    ),
)
_CHONG_2009 = Citation(sources.CHONG_2009, "abstract")
_CHONG_2006 = Citation(sources.CHONG_2006, "abstract")
_CHONG_PEOPLE = "patients with chronic neuropathic pain; that they are adults is not spelt out"
CHONG_2009_SUBLINGUAL = Bioavailability(
    "CHONG_2009_SUBLINGUAL",
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    "lozenge 25 mg",
    24,
    19,
    49,
    Spread.INTERQUARTILE,
    6,
    Population.NOT_STATED,
    _PARENT,
    _CHONG_2009,
    remarks=(_CHONG_PEOPLE, "median"),
)
CHONG_2006_SUBLINGUAL = Bioavailability(
    "CHONG_2006_SUBLINGUAL",
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    "lozenge 25 mg",
    32,
    15,
    49,
    Spread.STANDARD_DEVIATION,
    6,
    Population.NOT_STATED,
    _PARENT,
    _CHONG_2006,
    remarks=(_CHONG_PEOPLE, "the same people as CHONG_2009", "with norketamine counted: 54 %, standard deviation 17"),
)
_YANAGIHARA = Citation(sources.YANAGIHARA_2003, "abstract")
_YANAGIHARA_PEOPLE = "healthy Japanese volunteers, against 20 mg intravenous; the figure is approximate"
YANAGIHARA_2003_SUBLINGUAL = Bioavailability(
    "YANAGIHARA_2003_SUBLINGUAL",
    Drug.KETAMINE,
    Route.SUBLINGUAL,
    "two tablets of 25 mg",
    30,
    None,
    None,
    Spread.NONE,
    3,
    Population.ADULTS,
    _PARENT,
    _YANAGIHARA,
    remarks=(_YANAGIHARA_PEOPLE,),
)

CHONG_2009_ORAL = Bioavailability(
    "CHONG_2009_ORAL",
    Drug.KETAMINE,
    Route.ORAL,
    "lozenge 25 mg, swallowed",
    24,
    17,
    27,
    Spread.INTERQUARTILE,
    6,
    Population.NOT_STATED,
    _PARENT,
    _CHONG_2009,
    remarks=(_CHONG_PEOPLE, "median"),
)
CHONG_2006_ORAL = Bioavailability(
    "CHONG_2006_ORAL",
    Drug.KETAMINE,
    Route.ORAL,
    "lozenge 25 mg, swallowed",
    23,
    14,
    32,
    Spread.STANDARD_DEVIATION,
    6,
    Population.NOT_STATED,
    _PARENT,
    _CHONG_2006,
    remarks=(_CHONG_PEOPLE, "the same people as CHONG_2009", "with norketamine counted: 59 %, standard deviation 16"),
)
YANAGIHARA_2003_ORAL = Bioavailability(
    "YANAGIHARA_2003_ORAL",
    Drug.KETAMINE,
    Route.ORAL,
    "two tablets of 25 mg",
    20,
    None,
    None,
    Spread.NONE,
    3,
    Population.ADULTS,
    _PARENT,
    _YANAGIHARA,
    remarks=(_YANAGIHARA_PEOPLE,),
)
_HASAN = Citation(sources.HASAN_2021, "abstract")
_HASAN_PEOPLE = "healthy white subjects, against 5 mg intravenous"
HASAN_2021_ORAL_S = Bioavailability(
    "HASAN_2021_ORAL_S",
    Drug.KETAMINE,
    Route.ORAL,
    "prolonged-release tablet 40 mg",
    15,
    7,
    23,
    Spread.STANDARD_DEVIATION,
    15,
    Population.NOT_STATED,
    "S-ketamine (parent drug) of the racemate",
    _HASAN,
    remarks=(_HASAN_PEOPLE,),
)
HASAN_2021_ORAL_R = Bioavailability(
    "HASAN_2021_ORAL_R",
    Drug.KETAMINE,
    Route.ORAL,
    "prolonged-release tablet 40 mg",
    19,
    9,
    29,
    Spread.STANDARD_DEVIATION,
    15,
    Population.NOT_STATED,
    "R-ketamine (parent drug) of the racemate",
    _HASAN,
    remarks=(_HASAN_PEOPLE,),
)
ANDRADE_2019_ORAL = Bioavailability(
    "ANDRADE_2019_ORAL",
    Drug.KETAMINE,
    Route.ORAL,
    "formulation not stated",
    None,
    20,
    25,
    Spread.REVIEW,
    None,
    Population.NOT_STATED,
    "analyte not stated",
    Citation(sources.ANDRADE_2019_PART_2, "abstract"),
    remarks=('the first part of the review says "possibly only" so much, and that it has been poorly studied',),
)
