"""Scales of anxiety, and of anxiety and depression in the same booklet."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, sources
from ketadose.model.scale import Band, Comparison, Cutoff, Definition, Judged, Purpose, Scale

_SPITZER = Citation(sources.SPITZER_2006, "abstract; figure 2; official scoring text")
GAD_7 = Scale(
    "GAD-7",
    "Generalised Anxiety Disorder scale, 7 items, self-rated, past 2 weeks",
    items=7,
    lowest=0,
    highest=21,
    citation=_SPITZER,
    bands=(Band(0, "minimal"), Band(5, "mild"), Band(10, "moderate"), Band(15, "severe")),
    bands_citation=_SPITZER,
    cutoffs=(Cutoff(10, "generalised anxiety disorder is worth a look: sensitivity 89 %, specificity 82 %", _SPITZER),),
    remarks=("the source says that the cut points might be interpreted as these levels",),
)
HULL_2022_GAD_7_RESPONSE = Definition(
    "HULL_2022_GAD_7_RESPONSE",
    GAD_7,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    50,
    Citation(sources.HULL_2022, "abstract"),
    population="1,247 people treated at home with sublingual ketamine",
)
TOUSSAINT_2020_GAD_7_CHANGE = Definition(
    "TOUSSAINT_2020_GAD_7_CHANGE",
    GAD_7,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    4,
    Citation(sources.TOUSSAINT_2020, "abstract"),
    population="261 people in a trial of chronic depression",
)
BAUER_STAEB_2021_GAD_7_CHANGE = Definition(
    "BAUER_STAEB_2021_GAD_7_CHANGE",
    GAD_7,
    Purpose.MEANINGFUL_CHANGE,
    Judged.POINTS,
    Comparison.AT_LEAST,
    Fraction(33, 10),
    Citation(sources.BAUER_STAEB_2021, "abstract"),
    remarks=("the mean; the source also gives it as 28 %",),
)

_LSAS = Citation(sources.BEARD_2011, "introduction; 0 to 144: outcome text of trial NCT02432703")
_RYTWINSKI = Citation(sources.RYTWINSKI_2009, "abstract")
_NO_LSAS_BANDS = "no bands: the pages that give some disagree, and no source that defines any was found"
_NOT_SAME_VERSION = "the self-rated and the clinician-rated version are two scales with their own definitions"
LSAS_SELF = Scale(
    "LSAS-SR",
    "Liebowitz Social Anxiety Scale, self-rated, past week",
    items=24,
    lowest=0,
    highest=144,
    citation=_LSAS,
    cutoffs=(
        Cutoff(30, "social anxiety disorder", _RYTWINSKI),
        Cutoff(60, "generalised subtype of social anxiety disorder", _RYTWINSKI),
    ),
    remarks=("each item is rated 0 to 3 for fear and 0 to 3 for avoidance", _NO_LSAS_BANDS, _NOT_SAME_VERSION),
)
_MENNIN = Citation(sources.RYTWINSKI_2009, "abstract, restating Mennin et al. 2002")
LSAS_CLINICIAN = Scale(
    "LSAS-CA",
    "Liebowitz Social Anxiety Scale, rated by a clinician, past week",
    items=24,
    lowest=0,
    highest=144,
    citation=_LSAS,
    cutoffs=(
        Cutoff(30, "social anxiety disorder", _MENNIN),
        Cutoff(60, "generalised subtype of social anxiety disorder", _MENNIN),
    ),
    remarks=("each item is rated 0 to 3 for fear and 0 to 3 for avoidance", _NO_LSAS_BANDS, _NOT_SAME_VERSION),
)
TAYLOR_2018_LSAS_CA_RESPONSE = Definition(
    "TAYLOR_2018_LSAS_CA_RESPONSE",
    LSAS_CLINICIAN,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.ABOVE,
    35,
    Citation(sources.TAYLOR_2018, "abstract"),
    population="18 adults with social anxiety disorder, one infusion of ketamine",
)
_GLISCHINSKI = Citation(sources.VON_GLISCHINSKI_2018, "abstract")
_GERMANS = "311 people in a German trial of psychotherapy"
_READ_AS_AT_LEAST = "the abstract gives the cut and not the comparison; read here as at least"
_READ_AS_AT_MOST = "the abstract gives the cut and not the comparison; read here as at most"
VON_GLISCHINSKI_2018_LSAS_SR_RESPONSE = Definition(
    "VON_GLISCHINSKI_2018_LSAS_SR_RESPONSE",
    LSAS_SELF,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    28,
    _GLISCHINSKI,
    population=_GERMANS,
    remarks=(_READ_AS_AT_LEAST,),
)
VON_GLISCHINSKI_2018_LSAS_CA_RESPONSE = Definition(
    "VON_GLISCHINSKI_2018_LSAS_CA_RESPONSE",
    LSAS_CLINICIAN,
    Purpose.RESPONSE,
    Judged.PERCENT,
    Comparison.AT_LEAST,
    29,
    _GLISCHINSKI,
    population=_GERMANS,
    remarks=(_READ_AS_AT_LEAST,),
)
VON_GLISCHINSKI_2018_LSAS_SR_REMISSION = Definition(
    "VON_GLISCHINSKI_2018_LSAS_SR_REMISSION",
    LSAS_SELF,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    35,
    _GLISCHINSKI,
    population=_GERMANS,
    remarks=(_READ_AS_AT_MOST,),
)
VON_GLISCHINSKI_2018_LSAS_CA_REMISSION = Definition(
    "VON_GLISCHINSKI_2018_LSAS_CA_REMISSION",
    LSAS_CLINICIAN,
    Purpose.REMISSION,
    Judged.SCORE,
    Comparison.AT_MOST,
    30,
    _GLISCHINSKI,
    population=_GERMANS,
    remarks=(_READ_AS_AT_MOST,),
)

HAM_A = Scale(
    "HAM-A",
    "Hamilton Anxiety Rating Scale, rated by a clinician",
    items=14,
    lowest=0,
    highest=56,
    citation=Citation(sources.HAMILTON_1959, "items and range"),
    bands=(Band(0, "no or minimal"), Band(8, "mild"), Band(15, "moderate"), Band(24, "severe")),
    bands_citation=Citation(sources.MATZA_2010, "abstract"),
    remarks=(
        "the source asks for caution with its bands: 144 people with generalised anxiety disorder",
        "other bands in use, 0 to 17, 18 to 24 and 25 to 30 among them, have no source that was found to define them",
    ),
)

FQ_TOTAL_PHOBIA = Scale(
    "FQ total phobia",
    "Fear Questionnaire, total phobia, self-rated",
    items=15,
    lowest=0,
    highest=120,
    citation=Citation(sources.MARKS_1979, "items and range of the total phobia score"),
    remarks=("15 of the questionnaire's 24 items, each 0 to 8; no source defines bands or a response",),
)

_HADS = Citation(sources.SNAITH_2003, "items and range")
_HADS_BANDS = Citation(sources.HADS_CAMBIO, "cut-off points")
_BJELLAND = Citation(sources.BJELLAND_2002, "abstract")
HADS_ANXIETY = Scale(
    "HADS-A",
    "Hospital Anxiety and Depression Scale, anxiety, self-rated",
    items=7,
    lowest=0,
    highest=21,
    citation=_HADS,
    bands=(Band(0, "not likely"), Band(8, "possible"), Band(11, "likely")),
    bands_citation=_HADS_BANDS,
    cutoffs=(Cutoff(8, "case finding", _BJELLAND),),
    remarks=("forms with four bands contradict each other",),
)
HADS_DEPRESSION = Scale(
    "HADS-D",
    "Hospital Anxiety and Depression Scale, depression, self-rated",
    items=7,
    lowest=0,
    highest=21,
    citation=_HADS,
    bands=(Band(0, "not likely"), Band(8, "possible"), Band(11, "likely")),
    bands_citation=_HADS_BANDS,
    cutoffs=(Cutoff(8, "case finding", _BJELLAND),),
    remarks=("forms with four bands contradict each other",),
)
