"""Scales and definitions of response: bands, exact thresholds, wrong bands in the wild, and what is refused."""

import json
import pickle
import re
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.calc.outcome import Outcome
from ketadose.catalog import scales
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source, sources
from ketadose.evidence.sources import instruments
from ketadose.model.scale import Band, Comparison, Cutoff, Definition, Judged, Purpose, Scale
from tests.ismp import faults

PAGE = Citation(Source.site("SOP 12"), "page 1")
each_scale = pytest.mark.parametrize("scale", scales.ALL, ids=lambda scale: scale.name)
each_definition = pytest.mark.parametrize("definition", scales.DEFINITIONS, ids=lambda definition: definition.name)


class Hostile:
    """Lies about equality and breaks when looked at."""

    def __eq__(self, other):
        raise RuntimeError

    __hash__ = None

    def __repr__(self):
        raise RuntimeError

    def __index__(self):
        return 5


HOSTILE = (
    None, True, False, -1, 10**5000, -(10**5000), 5.0, float("nan"), float("inf"), Fraction(5), "5", b"5", [5], (5,), {5}, 5j,
    Hostile(), object, type, len, object.__new__(Scale), object.__new__(Definition), object.__new__(Citation),
    object.__new__(Fraction), lambda: 5,
)  # fmt: skip


def refused(code, make, *args, **more):
    with pytest.raises(KetadoseError) as caught:
        make(*args, **more)
    assert caught.value.code == code
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300
    return caught.value


# The oracle: reads the printed words and decides in whole numbers, sharing nothing with the library.

WORDS = re.compile(
    r"a (?P<what>score|fall) of (?P<how>at least|more than|at most|less than) (?P<whole>\d+)(?:\.(?P<decimals>\d+))?"
    r"(?P<unit> %| points?|)(?P<risen> and above the baseline)?"
)


def oracle(words, baseline, now):
    said = WORDS.fullmatch(words)
    scale = 10 ** len(said["decimals"] or "")
    threshold = int(said["whole"] + (said["decimals"] or ""))
    if said["what"] == "score":
        left, right = now * scale, threshold
    elif said["unit"] == " %":
        left, right = 100 * (baseline - now) * scale, threshold * baseline
    else:
        left, right = (baseline - now) * scale, threshold
    holds = {"at least": left >= right, "more than": left > right, "at most": left <= right, "less than": left < right}
    return holds[said["how"]] and (not said["risen"] or now > baseline)


@st.composite
def judged(draw):
    definition = draw(st.sampled_from(scales.DEFINITIONS))
    score = st.integers(definition.scale.lowest, definition.scale.highest)
    return definition, draw(score), draw(score)


@given(judged())
def test_an_answer_is_what_the_printed_words_say(case):
    definition, baseline, now = case
    assume(baseline or definition.judged is not Judged.PERCENT)
    outcome = kd.response(baseline, now, definition)
    assert outcome.met is oracle(definition.rule, baseline, now)
    assert outcome.change == now - baseline
    if baseline:
        assert outcome.reduction * baseline == 100 * (baseline - now)
    else:
        assert outcome.reduction is None


@given(judged(), st.integers(0, 144))
def test_a_lower_score_is_never_a_worse_outcome_nor_a_better_relapse(case, other):
    definition, baseline, now = case
    assume(baseline or definition.judged is not Judged.PERCENT)
    assume(other <= definition.scale.highest)
    lower, higher = (kd.response(baseline, score, definition).met for score in sorted((now, other)))
    worse = definition.purpose in {Purpose.RELAPSE, Purpose.DISSOCIATION}
    assert (higher or not lower) if worse else (lower or not higher)


@each_definition
def test_exactly_at_the_threshold_the_comparison_decides(definition):
    scale, threshold = definition.scale, definition.threshold
    if definition.judged is Judged.SCORE:
        at = [(scale.lowest, int(threshold))]
    elif definition.judged is Judged.POINTS:
        at = [(scale.highest, int(scale.highest - threshold))] if threshold.denominator == 1 else []
    else:
        at = [(b, b - b * int(threshold) // 100) for b in range(1, scale.highest + 1) if b * int(threshold) % 100 == 0]
        assert at
    met = definition.comparison in {Comparison.AT_LEAST, Comparison.AT_MOST}
    for baseline, now in at:
        assert kd.response(baseline, now, definition).met is met, (baseline, now)


@each_definition
def test_every_definition_tells_some_from_others(definition):
    scale = definition.scale
    answers = {kd.response(scale.highest // 2, now, definition).met for now in range(scale.lowest, scale.highest + 1)}
    assert answers == {True, False}


def test_three_definitions_of_one_remission():
    kads, bio_k, phase_3 = (
        scales.LOO_2023_MADRS_REMISSION,
        scales.PARIKH_2023_MADRS_REMISSION,
        scales.TRANSFORM_3_MADRS_REMISSION,
    )
    told = {now: [kd.response(32, now, each).met for each in (kads, bio_k, phase_3)] for now in (9, 10, 11, 12, 13)}
    assert told == {
        9: [True, True, True],
        10: [True, False, True],
        11: [False, False, True],
        12: [False, False, True],
        13: [False, False, False],
    }


def test_more_than_thirty_five_percent_is_more():
    at = kd.response(100, 65, scales.TAYLOR_2018_LSAS_CA_RESPONSE)
    past = kd.response(100, 64, scales.TAYLOR_2018_LSAS_CA_RESPONSE)
    assert (at.reduction, at.met, past.met) == (35, False, True)


def test_dissociation_by_the_manufacturer_needs_a_rise():
    rise, peak = scales.JANSSEN_CADSS_DISSOCIATION, scales.POST_HOC_2021_CADSS_DISSOCIATION
    cases = [(0, 4), (0, 5), (5, 5), (6, 5)]
    assert [kd.response(*case, rise).met for case in cases] == [False, True, False, False]
    assert [kd.response(*case, peak).met for case in cases] == [False, True, True, True]


def test_no_cutoff_of_dissociation_goes_without_what_speaks_against_it():
    for definition in (scales.JANSSEN_CADSS_DISSOCIATION, scales.POST_HOC_2021_CADSS_DISSOCIATION):
        assert "pyac081" in kd.response(0, 40, definition).notes[-1]


# Scales


@each_scale
def test_bands_split_the_range_without_gap_or_overlap(scale):
    held = [scale.band(score) for score in range(scale.lowest, scale.highest + 1)]
    assert list(dict.fromkeys(held)) == (list(scale.bands) or [None])
    assert held == sorted(held, key=lambda band: band.start if band else 0)
    for band in scale.bands:
        assert held.index(band) + scale.lowest == band.start


@each_scale
def test_the_printed_bands_say_the_same(scale):
    printed = re.findall(r"(\d+) to (\d+)(?=,|$)", str(scale).partition(": ")[2])
    assert [score for low, high in printed for score in range(int(low), int(high) + 1)] == (
        list(range(scale.lowest, scale.highest + 1)) if scale.bands else []
    )


def test_bands_are_those_of_their_sources():
    starts = {scale.name: tuple(band.start for band in scale.bands) for scale in scales.ALL if scale.bands}
    assert starts == {
        "GAD-7": (0, 5, 10, 15),
        "PHQ-9": (0, 5, 10, 15, 20),
        "HAM-A": (0, 8, 15, 24),
        "HADS-A": (0, 8, 11),
        "HADS-D": (0, 8, 11),
        "MADRS": (0, 7, 20, 35),
        "HRSD-17": (0, 8, 17, 24),
        "QIDS-SR16": (0, 6, 11, 16, 21),
        "Y-BOCS": (0, 14, 26, 35),
    }
    assert {scale.name for scale in scales.ALL} - set(starts) == {
        "LSAS-SR", "LSAS-CA", "FQ total phobia", "PCL-5", "CAPS-5", "CADSS"
    }  # fmt: skip


def test_the_range_is_the_items_times_their_highest_answer():
    highest = {scale.name: Fraction(scale.highest, scale.items) for scale in scales.ALL}
    answers = {"GAD-7": 3, "PHQ-9": 3, "HAM-A": 4, "HADS-A": 3, "HADS-D": 3, "MADRS": 6, "PCL-5": 4, "CAPS-5": 4, "Y-BOCS": 4}
    assert {name: highest[name] for name in answers} == answers
    assert highest["LSAS-SR"] == highest["LSAS-CA"] == 3 + 3
    assert highest["FQ total phobia"] == 8
    assert highest["CADSS"] == 4
    assert scales.HRSD_17.highest == 9 * 4 + 8 * 2
    assert scales.QIDS_SR16.highest == 9 * 3


WRONG = [
    ("GAD-7 mild from 0 to 5, moderate from 6", scales.GAD_7, {5: "mild", 6: "mild", 10: "moderate", 11: "moderate"}),
    ("GAD-7 severe only above 15, or 15 in two bands", scales.GAD_7, {14: "moderate", 15: "severe", 16: "severe"}),
    ("PHQ-9 from 1 to 27, more than 15 minimal", scales.PHQ_9, {0: "none or minimal", 16: "moderately severe", 27: "severe"}),
    (
        "HADS below 7 and above 16, so that 7 and 16 are nothing",
        scales.HADS_ANXIETY,
        {7: "not likely", 8: "possible", 16: "likely"},
    ),
    ("HADS with four bands", scales.HADS_DEPRESSION, {10: "possible", 11: "likely", 14: "likely", 15: "likely"}),
    ("HRSD-17 24 in two bands", scales.HRSD_17, {23: "moderate", 24: "severe"}),
    ("LSAS 65 and 80 in two bands", scales.LSAS_SELF, {65: None, 80: None}),
    ("LSAS 95 very severe", scales.LSAS_CLINICIAN, {55: None, 95: None}),
    ("PCL-5 and CAPS-5 with bands", scales.PCL_5, {33: None}),
]


@pytest.mark.parametrize(("claim", "scale", "held"), WRONG, ids=[claim for claim, _, _ in WRONG])
def test_wrong_bands_in_the_wild(claim, scale, held):
    for score, name in held.items():
        band = scale.band(score)
        assert (band and band.name) == name, score


@pytest.mark.parametrize(
    ("scale", "score"),
    [
        (scales.HRSD_17, 53),  # a page says 54, another 69
        (scales.HRSD_17, 69),
        (scales.Y_BOCS, 41),  # the second edition ends at 50
        (scales.HADS_ANXIETY, 22),  # both halves added
        (scales.CAPS_5, 136),  # CAPS for DSM-IV
        (scales.CADSS, 93),
        (scales.GAD_7, 22),
    ],
    ids=str,
)
def test_a_score_of_another_scale_is_refused(scale, score):
    refused("scale.score", scale.band, score)


def test_other_claims_in_the_wild():
    assert "sensitivity 89 %, specificity 82 %" in scales.GAD_7.cutoffs[0].meaning
    assert scales.PHQ_9.check(0) == 0
    assert scales.FEDER_2021_CAPS_5_RESPONSE.threshold == 30
    assert not kd.response(50, 40, scales.FEDER_2021_CAPS_5_RESPONSE).met
    assert str(scales.LSAS_SELF.cutoffs[1]).startswith("from 60: generalised subtype")


def test_wrong_bands_cannot_be_written():
    def gad(*bands, cited=PAGE):
        return Scale("GAD-7", "scale", 7, 0, 21, PAGE, bands=bands, bands_citation=cited)

    assert gad(Band(0, "low"), Band(21, "high")).band(20).name == "low"
    refused("scale.form", gad, Band(1, "minimal"), Band(5, "mild"))
    refused("scale.form", gad, Band(0, "minimal"), Band(5, "mild"), Band(5, "moderate"))
    refused("scale.form", gad, Band(0, "minimal"), Band(10, "moderate"), Band(5, "mild"))
    refused("scale.form", gad, Band(0, "minimal"), Band(22, "severe"))
    refused("scale.form", gad, Band(0, "minimal"), cited=None)
    refused("scale.form", gad, cited=PAGE)


# Sources


def test_every_citation_is_in_the_bibliography():
    known = {id(getattr(sources, name)) for name in dir(sources)}
    cited = [d.citation for d in scales.DEFINITIONS] + [each for d in scales.DEFINITIONS for each in d.against]
    for scale in scales.ALL:
        cited += [scale.citation, *(cutoff.citation for cutoff in scale.cutoffs)]
        cited += [scale.bands_citation] if scale.bands else []
    assert {citation.source.key for citation in cited if id(citation.source) not in known} == set()
    used = {citation.source.key for citation in cited}
    assert {value.key for value in vars(instruments).values() if type(value) is Source} <= used


def test_no_document_has_two_names():
    here = {name: value for name, value in vars(instruments).items() if type(value) is Source}
    assert all(name == value.key for name, value in here.items())
    others = [getattr(sources, name) for name in dir(sources) if name not in here]
    for field in ("doi", "pmid"):
        mine = [getattr(value, field) for value in here.values() if getattr(value, field)]
        assert len(set(mine)) == len(mine)
        assert not set(mine) & {getattr(value, field) for value in others}


def test_every_record_is_listed_under_its_own_name():
    definitions = {name: value for name, value in vars(scales).items() if type(value) is Definition}
    assert all(name == value.name for name, value in definitions.items())
    assert set(definitions.values()) == set(scales.DEFINITIONS)
    assert {value for value in vars(scales).values() if type(value) is Scale} == set(scales.ALL)
    assert {definition.scale for definition in scales.DEFINITIONS} <= set(scales.ALL)
    for several in (scales.ALL, scales.DEFINITIONS):
        assert len({each.name for each in several}) == len(several)


PRINTED = """
CADSS dissociation: score > 4 and risen; score > 4
CAPS-5 clinically significant end score: score <= 8
CAPS-5 reliable change: 12 points; 13 points
CAPS-5 response: >= 30 %
GAD-7 meaningful change: 3.3 points; 4 points
GAD-7 response: >= 50 %
HRSD-17 meaningful change: 3 points; 8 points
LSAS-CA remission: score <= 30
LSAS-CA response: > 35 %; >= 29 %
LSAS-SR remission: score <= 35
LSAS-SR response: >= 28 %
MADRS meaningful change: 1.6 points; 1.9 points; 3 points; 9 points
MADRS relapse: score >= 22
MADRS remission: score <= 10; score <= 12; score < 10
MADRS response: >= 50 %
PCL-5 clinically significant end score: score <= 28
PCL-5 meaningful change: 9 points; 10 points; 12 points
PCL-5 reliable change: 15 points; 18 points
PCL-5 response: 5 points
PHQ-9 meaningful change: 3.7 points; 5 points
PHQ-9 remission: score < 5
PHQ-9 response: >= 50 %
QIDS-SR16 response: >= 50 %
Y-BOCS remission: score <= 14; score <= 15
Y-BOCS response: >= 30 %; >= 35 %
Y-BOCS wellness: score <= 12
"""
"""What the sources print, typed again: contradictions stand side by side."""


def test_every_rule_is_the_one_its_source_prints():
    signs = {"at least": ">=", "more than": ">", "at most": "<=", "less than": "<"}
    told = {}
    for each in scales.DEFINITIONS:
        said = WORDS.fullmatch(each.rule)
        figure = said["whole"] + (f".{said['decimals']}" if said["decimals"] else "")
        if said["what"] == "score":
            rule = f"score {signs[said['how']]} {figure}{' and risen' if said['risen'] else ''}"
        else:
            rule = f"{signs[said['how']]} {figure} %" if said["unit"] == " %" else f"{figure} points"
        told.setdefault(f"{each.scale.name} {each.purpose.value}", set()).add(rule)
    printed = dict(line.split(": ") for line in PRINTED.strip().splitlines())
    assert told == {name: set(rules.split("; ")) for name, rules in printed.items()}


def test_the_ends_of_a_range_can_be_thresholds():
    ends = [
        (Judged.SCORE, Comparison.AT_LEAST, 21),
        (Judged.SCORE, Comparison.AT_MOST, 0),
        (Judged.SCORE, Comparison.ABOVE, 0),
        (Judged.SCORE, Comparison.BELOW, 21),
        (Judged.PERCENT, Comparison.AT_LEAST, 100),
        (Judged.PERCENT, Comparison.ABOVE, 0),
        (Judged.POINTS, Comparison.AT_LEAST, 21),
    ]
    for judged_by, how, threshold in ends:
        definition = Definition("X", scales.GAD_7, Purpose.REMISSION, judged_by, how, threshold, PAGE)
        assert {kd.response(21, now, definition).met for now in (0, 21)} == {True, False}


def test_no_definition_is_of_both_versions_of_one_scale():
    self_rated = {each.citation: each.rule for each in scales.DEFINITIONS if each.scale is scales.LSAS_SELF}
    by_clinician = {each.citation: each.rule for each in scales.DEFINITIONS if each.scale is scales.LSAS_CLINICIAN}
    for citation in self_rated.keys() & by_clinician.keys():
        assert self_rated[citation] != by_clinician[citation]


# Outcomes as records


@given(judged())
@example((scales.TAYLOR_2018_LSAS_CA_RESPONSE, 1, 144))
@example((scales.JANSSEN_CADSS_DISSOCIATION, 0, 5))
def test_an_outcome_prints_on_one_line_and_goes_out_and_comes_back(case):
    definition, baseline, now = case
    assume(baseline or definition.judged is not Judged.PERCENT)
    outcome = kd.response(baseline, now, definition)
    assert str(outcome).isprintable()
    assert faults(f"{outcome}\n{outcome.working}") == []
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    written = outcome.to_dict()
    assert json.loads(json.dumps(written)) == written
    assert written["definition"]["citation"]["source"]["key"] == definition.citation.source.key
    assert written["met"] is outcome.met
    assert written["change"] == now - baseline


def test_an_outcome_is_told_in_words():
    told = [str(kd.response(b, n, scales.EKSTRAND_2022_MADRS_REMISSION)) for b, n in ((30, 30), (3, 4), (0, 2), (4, 3))]
    assert [each.partition(":")[0] for each in told] == [
        "MADRS from 30 to 30 (no change)",
        "MADRS from 3 to 4 (a rise of 1 point, 33.33 %)",
        "MADRS from 0 to 2 (a rise of 2 points)",
        "MADRS from 4 to 3 (a fall of 1 point, 25 %)",
    ]
    assert ": remission not met, as a score of at most 10 (Ekstrand et al. 2022" in told[0]
    assert ": remission met, as a score of at most 10 (Ekstrand et al. 2022" in told[1]


def test_the_working_tells_every_step():
    working = kd.response(60, 72, scales.TAYLOR_2018_LSAS_CA_RESPONSE).working
    assert str(working).splitlines() == [
        "1. LSAS-CA at baseline: 60",
        "2. LSAS-CA now: 72",
        "3. fall = baseline - now = 60 - 72 = -12",
        "   = -12 \u00f7 60 = -20 %",
        "   response = a fall of more than 35 %: not met",
        "   source: Taylor et al. 2018, Neuropsychopharmacology 43(2):325-333, doi 10.1038/npp.2017.194, abstract",
    ]
    assert len(str(kd.response(0, 12, scales.SALLOUM_2019_MADRS_RELAPSE).working).splitlines()) == 5


def test_a_percentage_next_to_its_threshold_is_told_apart():
    site = Scale("X", "a site's own scale", 250, 0, 1000, PAGE)
    half = Definition("X", site, Purpose.RESPONSE, Judged.PERCENT, Comparison.AT_LEAST, 50, PAGE)
    assert "49.95 %): response not met" in str(kd.response(997, 499, half))
    near = Definition("X", site, Purpose.RESPONSE, Judged.PERCENT, Comparison.AT_LEAST, Fraction("33.33"), PAGE)
    assert "33.333 %" in str(kd.response(999, 666, near))


def test_notes_tell_when_in_whom_and_what_remains_unclear():
    notes = kd.response(80, 40, scales.FEDER_2021_CAPS_5_RESPONSE).notes
    assert notes == (
        "the study judged at week 2",
        "the study's people: 30 people with chronic post-traumatic stress disorder, six infusions",
    )
    assert kd.response(80, 40, scales.VON_GLISCHINSKI_2018_LSAS_SR_RESPONSE).notes[-1].endswith("read here as at least")
    assert kd.response(30, 9, scales.EKSTRAND_2022_MADRS_REMISSION).notes == ()


def test_a_changed_outcome_is_judged_again():
    outcome = kd.response(30, 10, scales.EKSTRAND_2022_MADRS_REMISSION)
    assert outcome.met
    assert not attrs.evolve(outcome, now=11).met
    refused("scale.score", attrs.evolve, outcome, now=61)
    assert type(outcome) is Outcome


def test_a_definition_prints_its_rule_and_study():
    assert [each.rule for each in (scales.BAUER_STAEB_2021_GAD_7_CHANGE, scales.JANSSEN_CADSS_DISSOCIATION)] == [
        "a fall of at least 3.3 points",
        "a score of more than 4 and above the baseline",
    ]
    one = Definition("X", scales.GAD_7, Purpose.RESPONSE, Judged.POINTS, Comparison.AT_LEAST, 1, PAGE)
    assert str(one) == "GAD-7: response = a fall of at least 1 point (SOP 12 (site, unpublished))"
    assert ", at the end of week 4 (Loo et al. 2023" in str(scales.LOO_2023_MADRS_REMISSION)


# Refusals


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_score_is_refused(value):
    definition = scales.EKSTRAND_2022_MADRS_REMISSION
    assert refused("scale.score", kd.response, value, 10, definition).field == "baseline"
    assert refused("scale.score", kd.response, 30, value, definition).field == "now"
    assert "from 0 to 60" in str(refused("scale.score", kd.response, 30, 61, definition))


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_definition_is_refused(value):
    hollow = type(value) is Definition
    refused("record.hollow" if hollow else "argument.type", kd.response, 30, 10, value)


def test_a_percentage_of_nothing_is_refused():
    error = refused("scale.score", kd.response, 0, 0, scales.HULL_2022_GAD_7_RESPONSE)
    assert "a fall from 0 has no percentage" in str(error)
    assert not kd.response(0, 0, scales.TOUSSAINT_2020_GAD_7_CHANGE).met


@pytest.mark.parametrize("field", [field.alias for field in attrs.fields(Scale)])
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_scale_is_whole_or_not_at_all(field, value):
    parts = {"name": "X", "title": "X", "items": 3, "lowest": 0, "highest": 9, "citation": PAGE}
    try:
        made = Scale(**{**parts, field: value})
    except KetadoseError as error:
        assert error.code in {"scale.form", "argument.text", "record.hollow"}
        assert len(str(error)) < 300
    else:
        assert (field, value) in {("name", "5"), ("title", "5"), ("bands_citation", None)}
        assert made.band(3) is None


@pytest.mark.parametrize("field", [field.alias for field in attrs.fields(Definition)])
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_definition_is_whole_or_not_at_all(field, value):
    parts = {
        "name": "X",
        "scale": scales.GAD_7,
        "purpose": Purpose.REMISSION,
        "judged": Judged.SCORE,
        "comparison": Comparison.AT_LEAST,
        "threshold": 5,
        "citation": PAGE,
    }
    try:
        made = Definition(**{**parts, field: value})
    except KetadoseError as error:
        assert error.code in {"scale.form", "argument.text", "record.hollow"}
        assert len(str(error)) < 300
    else:
        assert type(value) in {str, bool, float, Fraction}
        assert kd.response(4, 5, made).met


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_bands_cutoffs_and_texts_are_checked_inside(value):
    text = type(value) is str
    refused("scale.form", Band, value, "mild")
    refused("scale.form", Cutoff, value, "case", PAGE)
    if not text:
        refused("argument.text", Band, 5, value)
        refused("argument.text", Cutoff, 5, value, PAGE)
    hollow = type(value) is Citation
    refused("record.hollow" if hollow else "scale.form", Cutoff, 5, "case", value)
    for field in ("bands", "cutoffs"):
        refused("scale.form", Scale, "X", "X", 3, 0, 9, PAGE, **{field: (value,)})
    if not text:
        refused("argument.text", Scale, "X", "X", 3, 0, 9, PAGE, remarks=(value,))


@pytest.mark.parametrize(
    "parts",
    [
        {"items": 0},
        {"lowest": 9},
        {"lowest": 10},
        {"highest": 1001},
        {"cutoffs": (Cutoff(10, "case", PAGE),)},
    ],
    ids=str,
)
def test_a_scale_without_a_range_is_refused(parts):
    good = {"name": "X", "title": "X", "items": 3, "lowest": 0, "highest": 9, "citation": PAGE}
    assert str(Scale(**good)) == "X, 3 items, 0 to 9"
    refused("scale.form", Scale, **{**good, **parts})


@pytest.mark.parametrize(
    ("what", "how", "threshold", "more"),
    [
        (Judged.SCORE, Comparison.AT_MOST, 21, {}),  # everybody
        (Judged.SCORE, Comparison.AT_LEAST, 0, {}),
        (Judged.SCORE, Comparison.BELOW, 0, {}),  # nobody
        (Judged.SCORE, Comparison.ABOVE, 21, {}),
        (Judged.SCORE, Comparison.AT_LEAST, 22, {}),
        (Judged.SCORE, Comparison.AT_MOST, -1, {}),
        (Judged.SCORE, Comparison.AT_MOST, Fraction(5, 2), {}),
        (Judged.PERCENT, Comparison.AT_LEAST, 0, {}),
        (Judged.PERCENT, Comparison.ABOVE, 100, {}),
        (Judged.PERCENT, Comparison.AT_LEAST, 101, {}),
        (Judged.PERCENT, Comparison.AT_LEAST, Fraction(100, 3), {}),
        (Judged.PERCENT, Comparison.AT_MOST, 50, {}),
        (Judged.POINTS, Comparison.BELOW, 5, {}),
        (Judged.POINTS, Comparison.AT_LEAST, 22, {}),
        (Judged.POINTS, Comparison.AT_LEAST, 5, {"risen": True}),
        (Judged.SCORE, Comparison.AT_MOST, 5, {"risen": True}),
    ],
)
def test_a_definition_that_makes_no_sense_is_refused(what, how, threshold, more):
    refused("scale.form", Definition, "X", scales.GAD_7, Purpose.RESPONSE, what, how, threshold, PAGE, **more)


def test_a_citation_is_never_left_out():
    refused("scale.form", Definition, "X", scales.GAD_7, Purpose.RESPONSE, Judged.POINTS, Comparison.AT_LEAST, 5, None)
    refused("scale.form", Scale, "X", "X", 3, 0, 9, sources.SPITZER_2006)
