"""Scales of depression."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, sources
from ketadose.model.scale import Band, Comparison, Cutoff, Definition, Judged, Purpose, Scale

_KROENKE = Citation(sources.KROENKE_2001, "abstract")
PHQ_9 = Scale(
    "PHQ-9",
    "Patient Health Questionnaire, 9 items, self-rated, past 2 weeks",
    items=9,
    lowest=0,
    highest=27,
    citation=_KROENKE,
    bands=(
        Band(0, "none or minimal"),
        Band(5, "mild"),
        Band(10, "moderate"),
        Band(15, "moderately severe"),
        Band(20, "severe"),
    ),
    bands_citation=_KROENKE,
    cutoffs=(Cutoff(10, "major depression is worth a look: sensitivity 88 %, specificity 88 %", _KROENKE),),
    remarks=("the name of the lowest band is from the scoring guides",),
)
_MCINNES = Citation(sources.MCINNES_2022, "abstract")
_SUSTAIN_3 = Citation(sources.SUSTAIN_3_SUBGROUP, "table 3")
MCINNES_2022_PHQ_9_RESPONSE = Definition(
    "MCINNES_2022_PHQ_9_RESPONSE",
    PHQ_9,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    _MCINNES,
    when="14 to 31 days after induction",
)
MCINNES_2022_PHQ_9_REMISSION = Definition(
    "MCINNES_2022_PHQ_9_REMISSION", PHQ_9, Purpose.REMISSION, Judged.SCORE, Comparison.BELOW, 5, _MCINNES
)
SUSTAIN_3_PHQ_9_REMISSION = Definition(
    "SUSTAIN_3_PHQ_9_REMISSION", PHQ_9, Purpose.REMISSION, Judged.SCORE, Comparison.BELOW, 5, _SUSTAIN_3
)
LOEWE_2004_PHQ_9_CHANGE = Definition(
    "LOEWE_2004_PHQ_9_CHANGE",
    PHQ_9,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    5,
    Citation(sources.LOEWE_2004, "abstract"),
    remarks=("estimated as twice the standard error of measurement, for one person's change",),
)
BAUER_STAEB_2021_PHQ_9_CHANGE = Definition(
    "BAUER_STAEB_2021_PHQ_9_CHANGE",
    PHQ_9,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    Fraction(37, 10),
    Citation(sources.BAUER_STAEB_2021, "abstract"),
    remarks=("the mean; the source also gives it as 23 %, and it rises with the baseline",),
)

MADRS = Scale(
    "MADRS",
    "Montgomery-Asberg Depression Rating Scale, rated by a clinician",
    items=10,
    lowest=0,
    highest=60,
    citation=Citation(sources.MONTGOMERY_1979, "abstract"),
    bands=(Band(0, "absence of symptoms"), Band(7, "mild"), Band(20, "moderate"), Band(35, "severe")),
    bands_citation=Citation(sources.SNAITH_1986, "MADRS"),
    remarks=("the same textbook tells of other cut points: 12 mild, 24 moderate, 35 severe",),
)
_SALLOUM = Citation(sources.SALLOUM_2019, "abstract")
_TRANSFORM_3 = Citation(sources.ESKETAMINE_CPT_2021, "table 2, TRANSFORM-3, footnotes")
SALLOUM_2019_MADRS_RESPONSE = Definition(
    "SALLOUM_2019_MADRS_RESPONSE",
    MADRS,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    _SALLOUM,
    when="on day 3",
)
SUSTAIN_3_MADRS_RESPONSE = Definition(
    "SUSTAIN_3_MADRS_RESPONSE", MADRS, Purpose.RESPONSE, Judged.PERCENT, Comparison.AT_LEAST, 50, _SUSTAIN_3
)
TRANSFORM_3_MADRS_RESPONSE = Definition(
    "TRANSFORM_3_MADRS_RESPONSE", MADRS, Purpose.RESPONSE, Judged.PERCENT, Comparison.AT_LEAST, 50, _TRANSFORM_3
)
PHILLIPS_2019_MADRS_RESPONSE = Definition(
    "PHILLIPS_2019_MADRS_RESPONSE",
    MADRS,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    Citation(sources.PHILLIPS_2019, "abstract"),
)
JAPAN_2021_MADRS_RESPONSE = Definition(
    "JAPAN_2021_MADRS_RESPONSE",
    MADRS,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    Citation(sources.JAPAN_2021, "abstract"),
)
EKSTRAND_2022_MADRS_REMISSION = Definition(
    "EKSTRAND_2022_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    10,
    Citation(sources.EKSTRAND_2022, "abstract"),
)
SALLOUM_2019_MADRS_REMISSION = Definition(
    "SALLOUM_2019_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    10,
    _SALLOUM,
    when="on day 3",
)
LOO_2023_MADRS_REMISSION = Definition(
    "LOO_2023_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    10,
    Citation(sources.LOO_2023, "abstract"),
    when="at the end of week 4",
    remarks=("the trial's registry entry says less than 10, the published abstract at most 10",),
)
DALY_2018_MADRS_REMISSION = Definition(
    "DALY_2018_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    10,
    Citation(sources.DALY_2018, "table 2, footnote c"),
    remarks=("phase 2 of esketamine; phase 3 counted at most 12",),
)
PARIKH_2023_MADRS_REMISSION = Definition(
    "PARIKH_2023_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.BELOW,
    10,
    Citation(sources.PARIKH_2023, "abstract"),
    when="after three infusions",
)
HAWLEY_2002_MADRS_REMISSION = Definition(
    "HAWLEY_2002_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.BELOW,
    10,
    Citation(sources.HAWLEY_2002, "abstract"),
    population="684 people, against a global impression; no ketamine",
    remarks=("the source also weighs less than 9",),
)
TRANSFORM_3_MADRS_REMISSION = Definition(
    "TRANSFORM_3_MADRS_REMISSION",
    MADRS,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    12,
    _TRANSFORM_3,
    when="on day 28",
)
SUSTAIN_3_MADRS_REMISSION = Definition(
    "SUSTAIN_3_MADRS_REMISSION", MADRS, Purpose.REMISSION, Judged.SCORE, Comparison.AT_MOST, 12, _SUSTAIN_3
)
SALLOUM_2019_MADRS_RELAPSE = Definition(
    "SALLOUM_2019_MADRS_RELAPSE",
    MADRS,
    Purpose.RELAPSE,
    Judged.SCORE,
    Comparison.AT_LEAST,
    22,
    _SALLOUM,
    when="within 30 days",
)
_DURU = Citation(sources.DURU_2008, "abstract")
DURU_2008_MADRS_CHANGE_LEAST = Definition(
    "DURU_2008_MADRS_CHANGE_LEAST",
    MADRS,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    Fraction(8, 5),
    _DURU,
    remarks=("the lower end of the source's 1.6 to 1.9 points",),
)
DURU_2008_MADRS_CHANGE_MOST = Definition(
    "DURU_2008_MADRS_CHANGE_MOST",
    MADRS,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    Fraction(19, 10),
    _DURU,
    remarks=("the upper end of the source's 1.6 to 1.9 points",),
)
_HENGARTNER = Citation(sources.HENGARTNER_2021, "abstract")
HENGARTNER_2021_MADRS_CHANGE_LEAST = Definition(
    "HENGARTNER_2021_MADRS_CHANGE_LEAST",
    MADRS,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    3,
    _HENGARTNER,
    remarks=("the lower end of the source's 3 to 9 points, likely 3 to 6",),
)
HENGARTNER_2021_MADRS_CHANGE_MOST = Definition(
    "HENGARTNER_2021_MADRS_CHANGE_MOST",
    MADRS,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    9,
    _HENGARTNER,
    remarks=("the upper end of the source's 3 to 9 points, likely 3 to 6",),
)

HRSD_17 = Scale(
    "HRSD-17",
    "Hamilton Rating Scale for Depression, 17 items, rated by a clinician",
    items=17,
    lowest=0,
    highest=52,
    citation=Citation(sources.IDS_QIDS, "table, column HRSD17"),
    bands=(Band(0, "none"), Band(8, "mild"), Band(17, "moderate"), Band(24, "severe")),
    bands_citation=Citation(sources.ZIMMERMAN_2013, "abstract; the lowest cut as restated at datanalysis.net"),
    remarks=("versions of 21 and 24 items are other scales", "other bands are in use: 7 to 17 mild, 18 to 24 moderate"),
)
HENGARTNER_2021_HRSD_17_CHANGE_LEAST = Definition(
    "HENGARTNER_2021_HRSD_17_CHANGE_LEAST",
    HRSD_17,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    3,
    _HENGARTNER,
    remarks=("the lower end of the source's 3 to 8 points, likely 3 to 5",),
)
HENGARTNER_2021_HRSD_17_CHANGE_MOST = Definition(
    "HENGARTNER_2021_HRSD_17_CHANGE_MOST",
    HRSD_17,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    8,
    _HENGARTNER,
    remarks=("the upper end of the source's 3 to 8 points, likely 3 to 5",),
)

QIDS_SR16 = Scale(
    "QIDS-SR16",
    "Quick Inventory of Depressive Symptomatology, 16 items, self-rated, past 7 days",
    items=16,
    lowest=0,
    highest=27,
    citation=Citation(sources.RUSH_2003, "items and range"),
    bands=(Band(0, "none"), Band(6, "mild"), Band(11, "moderate"), Band(16, "severe"), Band(21, "very severe")),
    bands_citation=Citation(sources.IDS_QIDS, "table"),
    remarks=("the total is of nine domains and not the sum of the 16 items",),
)
ELEKT_D_2023_QIDS_SR16_RESPONSE = Definition(
    "ELEKT_D_2023_QIDS_SR16_RESPONSE",
    QIDS_SR16,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    Citation(sources.ELEKT_D_2023, "abstract"),
)
