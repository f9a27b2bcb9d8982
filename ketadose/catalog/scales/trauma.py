"""Scales of post-traumatic stress and of dissociation."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.scale import Comparison, Cutoff, Definition, Judged, Purpose, Scale

_FORKUS = Citation(sources.FORKUS_2022, "abstract: between 31 and 33")
PCL_5 = Scale(
    "PCL-5",
    "PTSD Checklist for DSM-5, self-rated, past month",
    items=20,
    lowest=0,
    highest=80,
    citation=Citation(sources.BLEVINS_2015, "abstract; range: text of the US Department of Veterans Affairs"),
    cutoffs=(
        Cutoff(31, "probable post-traumatic stress disorder, the lower end of the published cuts", _FORKUS),
        Cutoff(33, "probable post-traumatic stress disorder, the upper end of the published cuts", _FORKUS),
    ),
    remarks=("no bands: no severity ranges have been derived empirically",),
)
CAPS_5 = Scale(
    "CAPS-5",
    "Clinician-Administered PTSD Scale for DSM-5, total severity",
    items=20,
    lowest=0,
    highest=80,
    citation=Citation(sources.WEATHERS_2018, "abstract; range: text of the form"),
    remarks=(
        "the interview has 30 items, of which 20 symptoms make the total",
        "no bands: the labels 0 to 4 are of single items; CAPS for DSM-IV is another scale",
    ),
)
FEDER_2021_CAPS_5_RESPONSE = Definition(
    "FEDER_2021_CAPS_5_RESPONSE",
    CAPS_5,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    30,
    Citation(sources.FEDER_2021, "release of Mount Sinai, as reprinted at citclinics.com; the abstract names no threshold"),
    when="at week 2",
    population="30 people with chronic post-traumatic stress disorder, six infusions",
)
_MARX = Citation(sources.MARX_2022, "abstract")
_VETERANS_1 = "male veterans, sample 1"
_VETERANS_2 = "male veterans, sample 2"
_VETERANS = "male veterans"
MARX_2022_CAPS_5_CHANGE_SAMPLE_1 = Definition(
    "MARX_2022_CAPS_5_CHANGE_SAMPLE_1",
    CAPS_5,
    Purpose.RELIABLE_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    13,
    _MARX,
    population=_VETERANS_1,
)
MARX_2022_CAPS_5_CHANGE_SAMPLE_2 = Definition(
    "MARX_2022_CAPS_5_CHANGE_SAMPLE_2",
    CAPS_5,
    Purpose.RELIABLE_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    12,
    _MARX,
    population=_VETERANS_2,
)
MARX_2022_CAPS_5_END = Definition(
    "MARX_2022_CAPS_5_END",
    CAPS_5,
    Purpose.SIGNIFICANT_END,
    Judged.SCORE,
    Comparison.AT_MOST,
    8,
    _MARX,
    population=_VETERANS,
)
MARX_2022_PCL_5_CHANGE_SAMPLE_1 = Definition(
    "MARX_2022_PCL_5_CHANGE_SAMPLE_1",
    PCL_5,
    Purpose.RELIABLE_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    15,
    _MARX,
    population=_VETERANS_1,
)
MARX_2022_PCL_5_CHANGE_SAMPLE_2 = Definition(
    "MARX_2022_PCL_5_CHANGE_SAMPLE_2",
    PCL_5,
    Purpose.RELIABLE_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    18,
    _MARX,
    population=_VETERANS_2,
)
MARX_2022_PCL_5_END = Definition(
    "MARX_2022_PCL_5_END",
    PCL_5,
    Purpose.SIGNIFICANT_END,
    Judged.SCORE,
    Comparison.AT_MOST,
    28,
    _MARX,
    population=_VETERANS,
)
_BLANCHARD = Citation(sources.BLANCHARD_2023, "abstract")
_UNRELIABLE = Citation(sources.BLANCHARD_2023, "abstract: changes of 5 points or less are likely not reliable")
_OLDER_RULE = Citation(sources.PCL_5_QXMD, "interpretation")
OLDER_RULE_PCL_5_RESPONSE = Definition(
    "OLDER_RULE_PCL_5_RESPONSE",
    PCL_5,
    Purpose.RESPONSE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    5,
    _OLDER_RULE,
    against=(_UNRELIABLE,),
)
OLDER_RULE_PCL_5_CHANGE = Definition(
    "OLDER_RULE_PCL_5_CHANGE",
    PCL_5,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    10,
    _OLDER_RULE,
    remarks=("older than the estimates of 2022 and 2023",),
)
BLANCHARD_2023_PCL_5_CHANGE_LEAST = Definition(
    "BLANCHARD_2023_PCL_5_CHANGE_LEAST",
    PCL_5,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    9,
    _BLANCHARD,
    population="971 people in primary care",
    remarks=("the lower end of the source's 9 to 12 points",),
)
BLANCHARD_2023_PCL_5_CHANGE_MOST = Definition(
    "BLANCHARD_2023_PCL_5_CHANGE_MOST",
    PCL_5,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    12,
    _BLANCHARD,
    population="971 people in primary care",
    remarks=("the upper end of the source's 9 to 12 points",),
)

CADSS = Scale(
    "CADSS",
    "Clinician-Administered Dissociative States Scale, 23 items, as used in ketamine studies",
    items=23,
    lowest=0,
    highest=92,
    citation=Citation(sources.RODRIGUES_2021, "abstract (23 items); 0 to 92: outcome text of trial NCT04226963"),
    remarks=("versions of 27, 28 and 6 items are other scales", "no bands: no source that defines any was found"),
)
_NO_CUTOFF = Citation(
    sources.CADSS_ADVERSE_EVENTS_2023,
    "abstract: no cutoff told people with dissociation as an adverse event from those without",
)
JANSSEN_CADSS_DISSOCIATION = Definition(
    "JANSSEN_CADSS_DISSOCIATION",
    CADSS,
    Purpose.DISSOCIATION,
    Judged.SCORE,
    Comparison.ABOVE,
    4,
    Citation(sources.SPRAVATO_MEDICAL_INFORMATION, "dissociative effects, updated 17 April 2024, summary"),
    risen=True,
    against=(_NO_CUTOFF,),
)
POST_HOC_2021_CADSS_DISSOCIATION = Definition(
    "POST_HOC_2021_CADSS_DISSOCIATION",
    CADSS,
    Purpose.DISSOCIATION,
    Judged.SCORE,
    Comparison.ABOVE,
    4,
    Citation(sources.CADSS_POST_HOC_2021, "abstract"),
    when="at the peak after the first dose",
    against=(_NO_CUTOFF,),
)
