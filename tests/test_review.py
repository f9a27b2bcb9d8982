"""A course reviewed: when a review is due, outcomes by named definitions, what is asked of tolerance and by whose word."""

import copy
import json
import pickle

import attrs
import pytest

import ketadose as kd
from ketadose.catalog import scales
from ketadose.errors import KetadoseError
from ketadose.findings import Severity
from ketadose.screening import QUESTIONS, Answer, CourseReview, Scores, Weighed, review_course
from ketadose.screening.tolerance import question
from ketadose.terms import Drug
from tests.ismp import faults

OLIVER, SPRAVATO = kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US
RESPONSE, REMISSION, RELAPSE = (
    scales.SALLOUM_2019_MADRS_RESPONSE,
    scales.EKSTRAND_2022_MADRS_REMISSION,
    scales.SALLOUM_2019_MADRS_RELAPSE,
)
NO = dict.fromkeys(QUESTIONS, "no")


def course_of(done, regimen=OLIVER, **more):
    course = kd.plan_course(kd.Patient("70 kg", age="40 years"), regimen, start="2026-01-05", **more)
    for number in range(1, done + 1):
        course = course.record(number, "given")
    return course


THREE = course_of(3)


def of(review, code):
    (item,) = [item for item in review.items if item.code == code]
    return item


def but(review):
    """The items that do not pass, with their answers."""
    return {item.code: item.answer.value for item in review.items if item.answer is not Answer.PASS}


def test_no_review_is_due_before_the_third_session():
    review = review_course(course_of(2))
    assert (review.due, review.answer) == ((), Answer.PASS)
    assert of(review, "due").why == "none by now, with 2 given; the next after session 3"
    assert review.findings == ()
    over = review_course(THREE, reviewed=3)
    assert of(over, "due").why == "none by now, with 3 given; the next after session 6"


def test_missed_sessions_are_not_given_and_partly_given_ones_are():
    course = course_of(2).record(3, "missed")
    assert review_course(course).due == ()
    partly = course_of(2).record(3, "stopped", amount="10 mg")
    assert [each.after for each in review_course(partly).due] == [3]


def test_before_maintenance_a_review_is_due_once_every_session_is_over():
    whole = course_of(8, SPRAVATO, levels="56 mg")
    assert [each.after for each in review_course(whole).due] == [3, 6, None]
    assert [each.after for each in review_course(whole, reviewed=8).due] == [None]
    codes = [item.code for item in review_course(whole, Scores(RESPONSE, 30, {8: 10}), reviewed=8).items]
    assert f"{RESPONSE.name}.8" in codes
    missed = course_of(7, SPRAVATO, levels="56 mg").record(8, "missed")
    assert [each.after for each in review_course(missed).due] == [3, 6, None]
    none = course_of(1, kd.protocols.TAYLOR_2018)
    assert of(review_course(none), "due").why == "none by now, with 1 given"


# Outcomes


@pytest.mark.parametrize(
    ("definition", "score", "answer"),
    [
        (RESPONSE, 15, "pass"),  # exactly half of 30
        (RESPONSE, 16, "hold"),
        (REMISSION, 10, "pass"),
        (REMISSION, 11, "pass"),
    ],
)
def test_a_response_that_is_not_met_holds_and_remission_is_only_told(definition, score, answer):
    met = Scores(kd.catalog.scales.SUSTAIN_3_MADRS_RESPONSE, 30, {3: 10})
    review = review_course(THREE, [Scores(definition, 30, {3: score}), met], replies=NO)
    item = of(review, f"{definition.name}.3")
    assert (item.answer.value, review.answer.value) == (answer, answer)
    met = kd.response(30, score, definition).met
    assert ("not met" in item.why) is not met
    assert item.citations == (definition.citation,)


def test_a_relapse_that_is_met_holds():
    lost = next(score for score in range(60, -1, -1) if kd.response(15, score, RELAPSE).met)
    met = Scores(RESPONSE, 30, {3: 14})
    assert but(review_course(THREE, [Scores(RELAPSE, 15, {3: lost}), met], replies=NO)) == {f"{RELAPSE.name}.3": "hold"}
    assert but(review_course(THREE, [Scores(RELAPSE, 15, {3: 10}), met], replies=NO)) == {}


def test_a_score_that_is_missing_is_unknown_at_each_review():
    six = course_of(6)
    review = review_course(six, [Scores(RESPONSE, 30, {3: 14}), Scores(REMISSION, after={3: 9, 6: 9})], replies=NO)
    assert but(review) == {
        f"{RESPONSE.name}.6": "unknown",
        f"{REMISSION.name}.3": "unknown",
        f"{REMISSION.name}.6": "unknown",
    }
    assert review.to_pass[0] == f"{REMISSION.name}.3: a baseline"
    assert review.to_pass[1] == f"{RESPONSE.name}.6: a score after session 6"
    assert but(review_course(THREE, replies=NO)) == {"outcome": "unknown"}


def test_what_must_be_known_of_a_definition_is_a_note():
    review = review_course(THREE, Scores(RESPONSE, 30, {3: 14}), replies=NO)
    notes = [finding for finding in review.findings if finding.code == "review.outcome"]
    assert len(notes) == len(kd.response(30, 14, RESPONSE).notes) > 0
    assert {finding.severity for finding in notes} == {Severity.NOTE}


# Tolerance


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_flag_holds_until_somebody_decides(code):
    scores = Scores(RESPONSE, 30, {3: 14})
    flagged = review_course(THREE, scores, replies={**NO, code: "yes"})
    assert but(flagged) == {code: "hold"}
    assert of(flagged, code).weighing
    assert flagged.to_pass == (f'{code}: somebody decides whether to go on: Weighed("{code}", by, reason)',)
    decided = review_course(THREE, scores, replies={**NO, code: "yes"}, weighed=Weighed(code, "A. Doctor", "seen"))
    assert but(decided) == {}
    assert "review.weighed" in {finding.code for finding in decided.findings}
    missing = {other: "no" for other in QUESTIONS if other != code}
    assert but(review_course(THREE, scores, replies=missing)) == {code: "unknown"}


@pytest.mark.parametrize("drug", list(Drug))
@pytest.mark.parametrize("code", QUESTIONS)
def test_every_question_has_sources_of_its_drug_or_says_which(code, drug):
    asked = question(code, drug)
    assert asked.facts
    others = [fact for fact in asked.facts if drug not in fact.drugs]
    assert others in ([], list(asked.facts))
    told = {fact.citation.source.key for fact in asked.facts}
    if code == "urinary":
        expected = {Drug.KETAMINE: "KETALAR_LABEL", Drug.ESKETAMINE: "SPRAVATO_US_LABEL_2019"}
        assert expected[drug] in told
    if code == "liver":
        assert told == {"KETALAR_PDR"}


# Records and refusals


def test_a_review_is_plain_data_and_survives_copies():
    review = review_course(THREE, Scores(RESPONSE, 30, {3: 16}), replies={"urinary": "yes"})
    plain = review.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["answer"], len(plain["questions"]), len(plain["due"])) == ("hold", len(QUESTIONS), 1)
    assert plain["questions"][0]["asked"] == "urinary: symptoms of the urinary tract or bladder since the last review?"
    for again in (pickle.loads(pickle.dumps(review)), copy.deepcopy(review), attrs.evolve(review)):
        assert again == review
        assert again.items == review.items
    assert Scores(RESPONSE, 30, ((3, 16),)) == review.scores[0]
    assert CourseReview(THREE).answer is Answer.UNKNOWN


def test_nothing_that_is_printed_breaks_the_rules_of_printing():
    for definition in scales.DEFINITIONS:
        low, high = definition.scale.lowest, definition.scale.highest
        for score in (low, high):
            review = review_course(THREE, Scores(definition, high, {3: score}), replies=dict.fromkeys(QUESTIONS, "yes"))
            text = "\n".join([str(review), str(review.working), *map(str, review.findings), *review.to_pass])
            assert faults(text) == []


@pytest.mark.parametrize(
    ("make", "code", "match"),
    [
        (lambda: Scores("MADRS", 30), "argument.type", "not a definition"),
        (lambda: Scores(RESPONSE, 61), "scale.score", ""),
        (lambda: Scores(RESPONSE, 30, {3: 61}), "scale.score", ""),
        (lambda: Scores(RESPONSE, 30, {0: 20}), "review.scores", "whole number of sessions"),
        (lambda: Scores(RESPONSE, 30, {"3": 20}), "review.scores", "whole number of sessions"),
        (lambda: Scores(RESPONSE, 30, [20]), "review.scores", "a mapping"),
        (lambda: Scores(RESPONSE, 30, (20,)), "review.scores", "a mapping"),
        (lambda: Scores(RESPONSE, 30, ((3, 20), (3, 21))), "review.scores", "one score for each"),
        (lambda: review_course(THREE, Scores(RESPONSE, 0, {3: 0})), "scale.score", "from 0 has no percentage"),
        (lambda: review_course(OLIVER), "argument.type", "no Course"),
        (lambda: review_course(THREE, "MADRS"), "argument.type", "no Scores"),
        (lambda: review_course(THREE, reviewed=-1), "review.scores", "0 for none"),
        (lambda: review_course(THREE, reviewed=True), "review.scores", "0 for none"),
        (lambda: review_course(THREE, replies={"urinry": "no"}), "screening.answer", 'Write "urinary"'),
        (lambda: review_course(THREE, replies={"zzz": "no"}), "screening.answer", "urinary"),
        (lambda: review_course(THREE, replies={5: "no"}), "screening.answer", "no question"),
        (lambda: review_course(THREE, replies={"urinary": True}), "word.unknown", "yes, no or unknown"),
        (lambda: review_course(THREE, replies="no"), "screening.answer", "no mapping"),
        (lambda: review_course(THREE, replies=(("liver", "no"), ("liver", "yes"))), "screening.answer", "twice"),
        (lambda: review_course(THREE, weighed=Weighed("liverr", "A", "b")), "screening.answer", 'Write "liver"'),
        (lambda: review_course(attrs.evolve(THREE, findings=())), "record.disagrees", "course"),
    ],
)
def test_what_cannot_be_meant_is_refused(make, code, match):
    with pytest.raises(KetadoseError, match=match or "MADRS") as caught:
        make()
    assert caught.value.code == code
    assert str(caught.value).isascii()
