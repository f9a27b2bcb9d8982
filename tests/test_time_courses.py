"""How fast benefit comes and goes: cited, in the sense of each source, side by side, and refused when not complete."""

import copy
import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketadose.catalog import time_courses
from ketadose.errors import CODES, KetadoseError
from ketadose.evidence import Citation, Standing, sources
from ketadose.measures import Duration
from ketadose.model.complete import spelled
from ketadose.model.screening import Clock
from ketadose.model.time_course import End, TimeCourse, in_words
from ketadose.terms import Drug, Route
from tests.test_screening_facts import junk

ABSTRACT = Citation(sources.GLUE_2017, "abstract")
WHOLE = {
    "what": "relief",
    "says": "said",
    "citation": ABSTRACT,
    "drugs": (Drug.KETAMINE,),
    "routes": (Route.ORAL,),
    "onset": "1 h",
    "peak": "1 d",
    "lasts": ("10 d", "12 d"),
    "end": End.LOST,
    "clock": Clock.DOSE,
    "share": "half",
}


def of(source):
    return [each for each in time_courses.ALL if each.citation.source is source]


def days(span):
    return tuple(each.value / 24 for each in span)


# What the catalog holds


def test_every_time_course_is_published_and_none_is_of_a_page():
    assert {each.citation.source.standing for each in time_courses.ALL} == {Standing.PUBLISHED}
    assert len(set(time_courses.ALL)) == len(time_courses.ALL)


def test_depression_after_one_infusion_by_the_pooled_trials():
    relief, response, remission = of(sources.KISHIMOTO_2016)
    assert [each.onset[0] for each in (relief, response, remission)] == [
        Duration("40 min"),
        Duration("40 min"),
        Duration("80 min"),
    ]
    assert (days(relief.peak), days(relief.lasts), relief.end) == ((1, 1), (10, 12), End.LOST)
    assert {each.end for each in (response, remission)} == {End.SEEN}
    assert str(relief).startswith(
        "relief of depression after one dose: onset 40 min, peak 24 h, no longer found by 10 to 12 days;"
    )


def test_anxiety_after_one_subcutaneous_dose_within_the_hour_for_a_week():
    (glue,) = of(sources.GLUE_2017)
    assert (glue.onset[0], days(glue.lasts), glue.end) == (Duration("1 h"), (7, 7), End.SEEN)
    assert glue.routes == (Route.SUBCUTANEOUS,)
    assert "no control" in glue.says


def test_anxiety_by_the_review_in_its_three_windows():
    (hartland,) = of(sources.HARTLAND_2023)
    assert (hartland.onset[0], days(hartland.lasts)) == (Duration("12 h"), (7, 14))
    for figure in ("-1.17", "-0.44", "-0.40", "11 at high risk"):
        assert figure in hartland.says


def test_relapse_and_kept_response_stand_side_by_side():
    (relapse,) = of(sources.MURROUGH_2013_REPEATED)
    assert (days(relapse.lasts), relapse.end, relapse.clock, relapse.share) == (
        (18, 18),
        End.MEDIAN,
        Clock.LAST,
        "among responders",
    )
    kept = {days(each.lasts)[0]: each.share for each in of(sources.MCINNES_2022)}
    assert kept == {28: "about 80 % of responders", 56: "about 60 % of responders"}
    (trauma,) = of(sources.FEDER_2021)
    assert days(trauma.lasts) == (Fraction("27.5"),) * 2


def test_the_nasal_course_is_of_esketamine_too_and_no_other_is():
    assert [each.citation.source for each in time_courses.ALL if Drug.ESKETAMINE in each.drugs] == [sources.AN_2021]


@pytest.mark.parametrize("each", time_courses.ALL, ids=lambda each: each.citation.source.key)
def test_the_times_rise(each):
    low = [span[0].value for span in (each.onset, each.peak, each.lasts) if span]
    assert low == sorted(low)
    assert all(0 < first.value <= last.value for first, last in filter(None, (each.onset, each.peak, each.lasts)))
    for again in (pickle.loads(pickle.dumps(each)), copy.deepcopy(each)):
        assert again == each
        assert str(again) == str(each)
    assert each.to_dict()


# Times in words


@given(st.fractions(min_value=Fraction(1, 60), max_value=24 * 90), st.booleans())
def test_a_time_is_spelled_in_the_unit_it_is_spoken_of_in(hours, whole):
    hours = Fraction(int(hours) + 1) if whole else hours
    text = spelled(Duration.of(hours, "h"))
    unit = "min" if hours <= 4 else "h" if hours <= 24 else "days"
    assert text.partition("(")[0].split()[1] == unit
    if whole:
        number = Fraction(text.split()[0].replace(",", ""))
        assert abs(number * {"min": Fraction(1, 60), "h": 1, "days": 24}[unit] - hours) <= hours / 1000


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("1 h", "1 h", "60 min"),
        ("2 h", "4 h", "120 to 240 min"),
        ("3 d", "5 d", "3 to 5 days"),
        ("24 h", "7 d", "24 h to 7 days"),
        ("240 min", "12 h", "240 min to 12 h"),
    ],
)
def test_a_span_in_words(low, high, words):
    assert in_words((Duration(low), Duration(high))) == words


# What is refused


def test_the_whole_course_is_read():
    whole = TimeCourse(**WHOLE)
    assert str(whole) == "relief: onset 60 min, peak 24 h, no longer found by 10 to 12 days; half; said"
    assert whole == TimeCourse(**WHOLE)


def test_one_time_is_enough_and_needs_no_end():
    assert str(TimeCourse("relief", "said", ABSTRACT, (Drug.KETAMINE,), peak="1 d")) == "relief: peak 24 h; said"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"what": " "}, "screening.form"),
        ({"says": ""}, "screening.form"),
        ({"citation": None}, "screening.form"),
        ({"drugs": ()}, "screening.form"),
        ({"routes": ("oral",)}, "screening.form"),
        ({"onset": None, "peak": None, "lasts": None, "end": None}, "screening.form"),
        ({"end": None}, "screening.form"),
        ({"end": "lost"}, "screening.form"),
        ({"lasts": None}, "screening.form"),
        ({"lasts": ("12 d", "10 d")}, "screening.form"),
        ({"lasts": ("10 d",)}, "screening.form"),
        ({"clock": None}, "screening.form"),
        ({"peak": "1 mg"}, "measure.unit"),
        ({"share": 5}, "argument.text"),
    ],
)
def test_an_incomplete_course_is_refused(changes, code):
    with pytest.raises(KetadoseError) as caught:
        TimeCourse(**{**WHOLE, **changes})
    assert caught.value.code == code


@pytest.mark.property(40)
@given(st.data())
def test_any_argument_is_read_or_refused_and_what_is_read_prints(data):
    changed = data.draw(st.lists(st.sampled_from(list(WHOLE)), min_size=1, max_size=3, unique=True))
    arguments = {**WHOLE, **{field: data.draw(junk) for field in changed}}
    try:
        course = TimeCourse(**arguments)
    except KetadoseError as error:
        assert error.code in {code for code, _ in CODES}
        assert str(error).isascii()
    else:
        assert str(course)
        assert hash(course) == hash(pickle.loads(pickle.dumps(course)))
