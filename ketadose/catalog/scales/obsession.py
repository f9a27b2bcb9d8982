"""The scale of obsessive-compulsive disorder."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.scale import Band, Comparison, Definition, Judged, Purpose, Scale

Y_BOCS = Scale(
    "Y-BOCS",
    "Yale-Brown Obsessive Compulsive Scale, rated by a clinician",
    items=10,
    lowest=0,
    highest=40,
    citation=Citation(sources.GOODMAN_1989, "abstract"),
    bands=(Band(0, "mild"), Band(14, "moderate"), Band(26, "moderate to severe"), Band(35, "severe")),
    bands_citation=Citation(sources.STORCH_2015, "abstract: 954 adults with the disorder, against a global impression"),
    remarks=(
        "the bands in common use, 0 to 7, 8 to 15, 16 to 23, 24 to 31 and 32 to 40, are not in the abstract of 1989",
        "the second edition ends at 50 and is another scale",
        "the consensus of 2016 on response, remission and relapse also needs a global impression: not decided here",
    ),
)
RODRIGUEZ_2013_Y_BOCS_RESPONSE = Definition(
    "RODRIGUEZ_2013_Y_BOCS_RESPONSE",
    Y_BOCS,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    35,
    Citation(sources.RODRIGUEZ_2013, "abstract"),
    population="15 people without medication, one infusion of ketamine",
)
_FARRIS = Citation(sources.FARRIS_2013, "abstract")
FARRIS_2013_Y_BOCS_RESPONSE = Definition(
    "FARRIS_2013_Y_BOCS_RESPONSE", Y_BOCS, Purpose.RESPONSE, Judged.PERCENT, Comparison.AT_LEAST, 35, _FARRIS
)
FARRIS_2013_Y_BOCS_REMISSION = Definition(
    "FARRIS_2013_Y_BOCS_REMISSION", Y_BOCS, Purpose.REMISSION, Judged.SCORE, Comparison.AT_MOST, 14, _FARRIS
)
FARRIS_2013_Y_BOCS_WELLNESS = Definition(
    "FARRIS_2013_Y_BOCS_WELLNESS", Y_BOCS, Purpose.WELLNESS, Judged.SCORE, Comparison.AT_MOST, 12, _FARRIS
)
_RAMAKRISHNAN = Citation(sources.RAMAKRISHNAN_2024, "abstract")
_TRIALS = "1,235 people of 25 randomised trials"
RAMAKRISHNAN_2024_Y_BOCS_RESPONSE = Definition(
    "RAMAKRISHNAN_2024_Y_BOCS_RESPONSE",
    Y_BOCS,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    30,
    _RAMAKRISHNAN,
    population=_TRIALS,
)
RAMAKRISHNAN_2024_Y_BOCS_REMISSION = Definition(
    "RAMAKRISHNAN_2024_Y_BOCS_REMISSION",
    Y_BOCS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    15,
    _RAMAKRISHNAN,
    population=_TRIALS,
)
