"""Nasty input to calendars, courses on them, records and patterns: refused with a stable code, or read as it is meant."""

from __future__ import annotations

import datetime
import json
import pickle
from types import MappingProxyType

import attrs
import pytest

import ketadose as kd
from ketadose.errors import CODES, KetadoseError
from ketadose.evidence import Citation
from ketadose.model.conduct import Phase
from ketadose.planning import Closure, Entry, PhaseKind, Spacing, replan, start_at
from tests import strategies as some

OLIVER = kd.protocols.OLIVER_2022
START = "2026-01-05"
COURSE = kd.plan_course("70 kg", OLIVER, start=START)
CITATION = Citation(some.SOURCE, "as given")
HUGE = 10**5000  # more digits than Python writes
MIDNIGHT = datetime.datetime(2026, 1, 5)
AWARE = datetime.time(9, tzinfo=datetime.UTC)


class Lazy(dict):
    """A calendar of holidays that fills itself when it is asked for a date."""

    def __contains__(self, date):
        self[date] = "found late"
        return True


class Sly:
    """An object whose every comparison and text fails."""

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    __hash__ = None

    def __repr__(self):
        raise RuntimeError("no text")


ODD = [
    True,
    False,
    0,
    1,
    -1,
    1.0,
    float("nan"),
    float("inf"),
    10**9,
    HUGE,
    "",
    "x",
    "1",
    "\0",
    "../etc/passwd",
    "é" * 400,
    b"Monday",
    [],
    {},
    set(),
    [[]],
    [None],
    {"Monday"},
    {"a": 1},
    MIDNIGHT,
    AWARE,
    object(),
    Sly(),
    int,
    lambda: 1,
    range(3),
]
"""None of it is a day, a date, a time, a zone or a number that anybody would mean, where nothing else is said."""


def refused(question, *codes):
    """The error of a question that has no answer; only the library's own, in plain words and with a published code."""
    with pytest.raises(KetadoseError) as caught:
        question()
    well_told(caught.value)
    if codes:
        assert caught.value.code in codes
    return caught.value


def well_told(error):
    text = str(error)
    assert error.code in dict(CODES)
    assert text.isascii()
    assert text.isprintable()
    assert len(text) < 300
    assert str(pickle.loads(pickle.dumps(error))) == text


def answered(question):
    """The answer, or a refusal of the library; anything else fails the test."""
    try:
        return question()
    except KetadoseError as error:
        well_told(error)
        return error


def named(odd):
    """A name for a test that is the same in every run."""
    plain = type(odd) in {bool, float, str, bytes, list, dict, range} or (type(odd) is int and odd < HUGE)
    return f"{type(odd).__name__} {odd!a}"[:24] if plain else type(odd).__name__


FIELDS = ("clinic_days", "closures", "preferred", "holidays", "open_on", "zone", "at")


@pytest.mark.parametrize("odd", ODD, ids=named)
@pytest.mark.parametrize("field", FIELDS)
def test_a_calendar_is_made_or_refused(field, odd):
    answered(lambda: kd.Calendar(**{field: odd}))


@pytest.mark.parametrize("odd", ODD, ids=named)
@pytest.mark.parametrize("field", ["closures", "holidays", "open_on", "clinic_days", "preferred"])
def test_a_calendar_of_odd_things_is_made_or_refused(field, odd):
    answered(lambda: kd.Calendar(**{field: [odd]}))
    answered(lambda: kd.Calendar(**{field: [(odd, odd)]}))
    answered(lambda: kd.Calendar(**{field: [("2026-01-01", odd)]}))


@pytest.mark.parametrize("odd", ODD, ids=named)
def test_names_of_holidays_are_text(odd):
    answered(lambda: kd.Calendar(holidays={"2026-01-01": odd}))
    answered(lambda: kd.Calendar(holidays={"2026-01-01": odd, datetime.date(2026, 1, 1): "New Year"}))
    answered(lambda: kd.Calendar(closures=[("2026-01-01", "2026-01-02", odd)]))


@pytest.mark.parametrize("odd", [*ODD, None], ids=named)
@pytest.mark.parametrize("field", ["start", "sessions", "days", "calendar", "spacing", "earlier", "levels"])
def test_a_course_is_planned_or_refused(field, odd):
    answered(lambda: kd.plan_course("70 kg", OLIVER, **({"start": START} | {field: odd})))
    dose = COURSE.doses[0]
    if field != "levels":
        answered(lambda: kd.plan_sessions(dose, **({"start": START} | {field: odd})))


@pytest.mark.parametrize("odd", [*ODD, None], ids=named)
@pytest.mark.parametrize("field", ["on", "missed", "calendar", "spacing", "levels", "overrides"])
def test_a_course_is_planned_again_or_refused(field, odd):
    course = COURSE.record(1, "missed")
    answered(lambda: replan(course, **({"on": "2026-01-06", "missed": "make up"} | {field: odd})))


@pytest.mark.parametrize("odd", [*ODD, None], ids=named)
@pytest.mark.parametrize("field", ["number", "what", "date", "amount", "why", "by", "at", "corrects", "overrides"])
def test_a_record_is_written_or_refused(field, odd):
    answered(lambda: COURSE.record(**({"number": 1, "what": "given"} | {field: odd})))
    answered(lambda: COURSE.record(**({"number": 1, "what": "moved", "date": "2026-01-06"} | {field: odd})))


@pytest.mark.parametrize("odd", [*ODD, None], ids=named)
def test_everything_else_that_takes_a_number_or_a_date(odd):
    answered(lambda: COURSE.session(odd))
    answered(lambda: COURSE.status(odd))
    answered(lambda: COURSE.starts(odd))
    answered(lambda: Entry(odd, "missed", "2026-01-05"))
    answered(lambda: start_at(odd, "Europe/London"))
    answered(lambda: start_at(MIDNIGHT, odd))
    answered(lambda: kd.planning.timeline(odd, odd))
    answered(lambda: kd.planning.cumulative(odd, days=28))
    answered(lambda: kd.planning.cumulative(COURSE, days=odd))
    for first, last in ((odd, None), ("2026-01-05", odd)):
        answered(lambda first=first, last=last: Closure(first, last))


@pytest.mark.parametrize("odd", [each for each in ODD if type(each) is not int or each < 1 or each > 10**8], ids=named)
@pytest.mark.parametrize("field", ["least_gap", "most_gap", "in_week", "span", "moves"])
def test_spacing_is_of_whole_numbers(field, odd):
    if field == "moves" and type(odd) is int and odd == 0:
        assert Spacing(moves=0).furthest == 0
        return
    refused(lambda: Spacing(**{field: odd}), "course.spacing")


def test_spacing_that_contradicts_itself_or_the_pattern():
    refused(lambda: Spacing(least_gap=4, most_gap=3), "course.spacing")
    for spacing in (Spacing(span=15), Spacing(most_gap=2), Spacing(span=1)):
        refused(lambda spacing=spacing: kd.plan_course("70 kg", OLIVER, start=START, spacing=spacing), "course.spacing")


@pytest.mark.parametrize("odd", [each for each in ODD if type(each) is not int or each < 1 or each > 10**8], ids=named)
def test_pattern_builders_take_whole_numbers(odd):
    pattern = kd.DayPattern.weekly(2, weeks=3)
    for question in (
        lambda: kd.DayPattern.weekly(odd, weeks=2),
        lambda: kd.DayPattern.weekly(2, weeks=odd),
        lambda: kd.DayPattern.every(odd, sessions=2),
        lambda: kd.DayPattern.every(2, sessions=odd),
        lambda: kd.DayPattern.daily(odd),
        lambda: kd.DayPattern.spread(odd, within=20),
        lambda: kd.DayPattern.spread(2, within=odd),
        lambda: pattern.repeated(odd),
        lambda: pattern.then(odd),
    ):
        refused(question, "regimen.pattern")


@pytest.mark.parametrize("odd", [each for each in ODD if type(each) is not int or each < 0 or each > 10**8], ids=named)
def test_days_between_two_patterns_are_a_whole_number(odd):
    pattern = kd.DayPattern.weekly(2, weeks=3)
    refused(lambda: pattern.then(pattern, after=odd), "regimen.pattern")
    for times in (1, 2):
        refused(lambda times=times: pattern.repeated(times, rest=odd), "regimen.pattern")


@pytest.mark.parametrize("odd", [*(each for each in ODD if each is True or type(each) is not int or each < 1), None], ids=named)
def test_a_pattern_is_shortened_to_a_whole_number_of_sessions(odd):
    for pattern in (kd.DayPattern.weekly(2, weeks=3), kd.DayPattern.daily(3).called(PhaseKind.INDUCTION)):
        refused(lambda pattern=pattern: pattern.shortened(odd), "regimen.pattern", "course.pattern")


@pytest.mark.parametrize("odd", [*ODD, None], ids=named)
def test_a_pattern_is_called_by_a_kind_and_a_condition(odd):
    pattern = kd.DayPattern.daily(2)
    answered(lambda: pattern.called(odd))
    answered(lambda: pattern.called(PhaseKind.INDUCTION, odd))
    answered(lambda: pattern.part_of(odd))
    answered(lambda: kd.DayPattern.daily(2, source=odd))
    answered(lambda: kd.planning.Part(odd))
    answered(lambda: kd.planning.Part(1, odd, odd))


def test_many_patterns_can_follow_each_other():
    """What is said of the derived days is made by the library: its length is nothing that a caller can get wrong."""
    pattern = kd.DayPattern.weekly(2, weeks=1)
    for weeks in range(2, 14):
        pattern = pattern.then(kd.DayPattern.weekly(2, weeks=weeks))
    assert len(pattern.days) == 2 * sum(range(1, 14))


def test_a_pattern_that_rises_does_not_forget_it_when_another_follows():
    """Session n takes the n-th dose: kept, or refused, never dropped without a word."""
    rising = kd.DayPattern((1, 4), CITATION, ascending=True)
    both = answered(lambda: rising.then(kd.DayPattern.daily(1)))
    assert isinstance(both, KetadoseError) or both.ascending


def a_phase(**given):
    return Phase(PhaseKind.INDUCTION, CITATION, **given)


@pytest.mark.parametrize(
    ("phase", "choice", "days"),
    [
        ({"sessions": (4, 8), "every": (7, 7)}, {"sessions": 4}, (1, 8, 15, 22)),
        ({"weeks": (4, 4), "every": (7, 14)}, {"every": 14}, (1, 15)),
        ({"weeks": (4, 4), "every": (7, 14)}, {"every": 10}, (1, 11, 21)),
        ({"weeks": (3, 3), "a_week": 2}, {}, (1, 4, 8, 11, 15, 18)),
        ({"sessions": (5, 5), "a_week": 2}, {}, (1, 4, 8, 11, 15)),
        ({"sessions": (1, 1), "every": (1, 1)}, {}, (1,)),
    ],
)
def test_days_of_a_phase(phase, choice, days):
    assert a_phase(**phase).days(**choice).days == days


@pytest.mark.parametrize(
    ("phase", "choice"),
    [
        ({"sessions": (4, 8), "every": (7, 7)}, {}),
        ({"sessions": (4, 8), "every": (7, 7)}, {"sessions": 9}),
        ({"sessions": (4, 8), "every": (7, 7)}, {"sessions": 3}),
        ({"sessions": (4, 8), "every": (7, 7)}, {"sessions": True}),
        ({"sessions": (4, 8), "every": (7, 7)}, {"sessions": 4.0}),
        ({"weeks": (4, 4), "every": (7, 14)}, {}),
        ({"weeks": (4, 4), "every": (7, 14)}, {"every": 6}),
        ({"weeks": (4, 4), "every": (7, 14)}, {"every": 14, "weeks": 5}),
        ({"condition": "if it helps"}, {}),
        ({"condition": "if it helps"}, {"sessions": 3}),
        ({"condition": "if it helps"}, {"sessions": 10**9, "every": 10**9}),
        ({"a_week": 2}, {}),
        ({"a_week": 2}, {"weeks": 10**9}),
        ({"a_week": 2, "sessions": (4, 4)}, {"every": 10}),
        ({"a_week": 2, "sessions": (1, 12)}, {"sessions": 12, "weeks": 2}),
        ({"every": (7, 7)}, {"sessions": 8, "weeks": 2}),
    ],
)
def test_days_of_a_phase_that_are_left_open_contradictory_or_outside_of_the_source(phase, choice):
    """What a source says is kept, and of two choices that contradict each other none is dropped without a word."""
    refused(lambda: a_phase(**phase).days(**choice), "regimen.phase", "regimen.pattern")


@pytest.mark.parametrize("odd", [each for each in ODD if type(each) is not int or each < 1 or each > 10**8], ids=named)
@pytest.mark.parametrize("field", ["sessions", "every", "weeks"])
def test_choices_of_a_phase_are_whole_numbers(field, odd):
    """In an open phase, and where the choice would not be looked at."""
    refused(lambda: a_phase(condition="if it helps").days(**({"sessions": 3, "every": 7} | {field: odd})))


@pytest.mark.parametrize(
    "text",
    [
        "1.2.2026",
        "2026-1-2",
        "20260105",
        "2026-13-01",
        "2026-02-30",
        "2026-01-05T00:00",
        " 2026-01-05",
        "２０２６-01-05",
        "2026-W01-1",
        "05/01/2026",
        "+026-01-05",
    ],
)
def test_a_date_is_written_in_one_way(text):
    for question in (
        lambda: Closure(text),
        lambda: Closure("2026-01-01", text),
        lambda: kd.Calendar(closures=[text]),
        lambda: kd.Calendar(open_on=[text]),
        lambda: kd.Calendar(holidays=[text]),
        lambda: kd.Calendar(holidays={text: "a day"}),
        lambda: kd.plan_course("70 kg", OLIVER, start=text),
        lambda: COURSE.record(1, "given", date=text),
        lambda: replan(COURSE, on=text),
    ):
        refused(question, "date.unreadable")


def test_a_moment_is_no_date():
    refused(lambda: Closure(MIDNIGHT), "date.unreadable")
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=MIDNIGHT), "date.unreadable")


@pytest.mark.parametrize(
    "text", ["9:00", "24:00", "09:60", "0900", "09:00:00", "09.00", "9 am", "09:00Z", " 09:00", "０９:00", AWARE]
)
def test_a_time_of_day_is_written_in_one_way(text):
    refused(lambda: kd.Calendar(zone="Europe/London", at=text), "time.unreadable")


@pytest.mark.parametrize(
    "zone",
    [
        "Mars/Base",
        "../etc/passwd",
        "/etc/passwd",
        "\0",
        "Europe/London\0",
        "europe",
        "Europe",
        "Europe/Löndon",
        "A" * 5000,
        " ",
        None,
        0,
        b"UTC",
    ],
)
def test_a_zone_is_one_of_the_database(zone):
    refused(lambda: kd.Calendar(zone=zone), "calendar.zone")
    refused(lambda: kd.Calendar(zone=zone, at="09:00"), "calendar.zone")


def test_a_time_of_day_needs_a_zone():
    refused(lambda: kd.Calendar(at="09:00"), "calendar.zone")


@pytest.mark.parametrize("word", ["Mon", "monday", "MONDAY", "Mo", "Montag", "0", "Monday "])
def test_a_weekday_is_written_in_full(word):
    answer = answered(lambda: kd.Calendar(clinic_days=(word,)))
    assert isinstance(answer, KetadoseError)
    assert answer.code == "word.unknown"
    refused(lambda: kd.Calendar(preferred=(word,)), "word.unknown")


def test_days_may_be_a_set_and_text_alone_is_none():
    assert kd.Calendar(clinic_days={"Monday", "Friday"}) == kd.Calendar(clinic_days=("Friday", "Monday", "Monday"))
    refused(lambda: kd.Calendar(clinic_days="Monday"), "calendar.form")
    refused(lambda: kd.Calendar(closures="2026-01-05"), "calendar.form")
    refused(lambda: kd.Calendar(holidays="2026-01-05"), "calendar.form")
    refused(lambda: kd.Calendar(clinic_days=()), "calendar.form")
    refused(lambda: kd.Calendar(clinic_days=("Monday",), preferred=("Tuesday",)), "calendar.form")


def test_closures_backwards_and_too_long():
    refused(lambda: kd.Calendar(closures=[("2026-01-09", "2026-01-05")]), "calendar.form")
    refused(lambda: kd.Calendar(closures=[("2026-01-05", "2026-01-09", "ski", "more")]), "calendar.form")
    refused(lambda: kd.Calendar(closures=[()]), "calendar.form")


def test_holidays_that_are_not_there_yet():
    for given in (Lazy(), {}, MappingProxyType({}), set(), iter(())):
        refused(lambda given=given: kd.Calendar(holidays=given), "calendar.form")
    filled = Lazy({"2026-01-01": "New Year"})
    calendar = kd.Calendar(holidays=filled)
    filled["2026-01-02"] = "later"
    assert not calendar.closed(datetime.date(2026, 1, 2))


HOLIDAYS = kd.Calendar(
    clinic_days=("Monday", "Thursday"),
    closures=[("2026-01-09", "2026-01-10", "works")],
    preferred=("Monday",),
    holidays={"2026-01-22": "a holiday", datetime.date(2026, 1, 1): "New Year"},
    open_on=["2026-01-31"],
    zone="Europe/London",
    at="09:00",
)


def test_a_calendar_can_be_copied_changed_and_written():
    """Holidays, closures and time included: what the constructor made it also takes back."""
    assert pickle.loads(pickle.dumps(HOLIDAYS)) == HOLIDAYS
    assert attrs.evolve(HOLIDAYS, zone="Europe/Paris").holidays == HOLIDAYS.holidays
    assert json.loads(json.dumps(HOLIDAYS.to_dict()))["zone"] == "Europe/London"
    assert hash(pickle.loads(pickle.dumps(HOLIDAYS))) == hash(HOLIDAYS)


def test_a_plan_that_holidays_make_impossible_says_what_would_do():
    error = refused(
        lambda: kd.plan_course("70 kg", OLIVER, start=START, calendar=HOLIDAYS, spacing=Spacing(span=18)), "course.impossible"
    )
    assert error.session == 6
    assert "opening on 2026-01-22" in error.relaxations


def test_start_at_the_ends_of_the_calendar():
    assert kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start=datetime.date.max).start == datetime.date.max
    first = kd.plan_course("70 kg", OLIVER, start=datetime.date.min, calendar=kd.Calendar(closures=["0001-01-04"]))
    assert first.start == datetime.date.min
    assert first.sessions[1].date == datetime.date(1, 1, 5)
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=datetime.date.max), "date.unreadable")
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=datetime.date.max, calendar=kd.Calendar()), "date.unreadable")
    single = {"calendar": kd.Calendar(), "days": (1,)}
    assert len(kd.plan_course("70 kg", OLIVER, start=datetime.date.max, **single).sessions) == 1
    late = {"start": datetime.date(9999, 12, 1), "calendar": kd.Calendar(closures=[("9999-12-02", "9999-12-31")])}
    refused(lambda: kd.plan_course("70 kg", OLIVER, **late), "course.impossible")
    clocked = kd.Calendar(zone="America/New_York", at="23:00")
    answered(lambda: kd.plan_course("70 kg", OLIVER, start=datetime.date(9999, 12, 1), calendar=clocked))
    answered(lambda: kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start=datetime.date.max, calendar=clocked, days=(1,)))
    east = kd.Calendar(zone="Asia/Tokyo", at="01:00")
    answered(lambda: kd.plan_course("70 kg", OLIVER, start=datetime.date.min, calendar=east))


def test_a_clinic_that_never_opens():
    shut = kd.Calendar(closures=[(datetime.date.min, datetime.date.max)])
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=START, calendar=shut), "course.start")
    later = kd.Calendar(closures=[("2026-01-06", datetime.date.max)])
    error = refused(lambda: kd.plan_course("70 kg", OLIVER, start=START, calendar=later), "course.impossible")
    assert error.session == 2
    refused(lambda: replan(COURSE.record(1, "given"), on="2026-01-06", calendar=later), "course.impossible")
    refused(lambda: replan(COURSE, on="2026-01-01", calendar=shut), "course.start")
    refused(lambda: replan(COURSE.record(1, "given"), on="2026-01-06", calendar=shut), "course.impossible")


@pytest.mark.parametrize("count", [0, -1, 7, 10**9, HUGE, True, 1.0, "6"], ids=named)
def test_sessions_are_counted_from_one_to_those_of_the_source(count):
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=START, sessions=count), "course.pattern")


@pytest.mark.parametrize("levels", [[], ["0.5 mg/kg"] * 5, ["0.5 mg/kg"] * 7, ("0.5 mg/kg",)])
def test_as_many_doses_as_sessions(levels):
    refused(lambda: kd.plan_course("70 kg", OLIVER, start=START, levels=levels), "course.tiers")
    refused(lambda: replan(COURSE, on="2026-01-01", levels=levels), "course.tiers")


@pytest.mark.parametrize("number", [0, 7, True, 1.0, "1", None, -1, 10**9, HUGE], ids=named)
def test_a_record_names_a_session_of_the_course(number):
    refused(lambda: COURSE.record(number, "given"), "history.session")
    refused(lambda: COURSE.session(number), "history.session")
    refused(lambda: COURSE.status(number), "history.session")


def test_an_entry_is_about_the_number_of_a_session():
    """An entry made by hand is checked like any other record."""
    for number in (True, 1.0, "1", None, 0, -1):
        refused(lambda number=number: Entry(number, "missed", START))


def test_records_follow_each_other():
    course = COURSE.record(1, "given").record(2, "given")
    refused(lambda: course.record(3, "given", date="2026-01-08"), "history.order")
    refused(lambda: course.record(3, "given", date="2025-12-31"), "history.order")
    refused(lambda: course.record(2, "given", date="2026-01-05", corrects=True), "history.order")
    refused(lambda: course.record(1, "given"), "history.session")
    refused(lambda: course.record(3, "missed", corrects=True), "history.session")
    refused(lambda: course.record(3, "missed", amount="35 mg"), "history.session")
    refused(lambda: course.record(3, "partly given"), "history.missing")
    refused(lambda: course.record(3, "partly given", amount="35 mg"), "history.session")
    refused(lambda: course.record(3, "moved"), "history.missing")
    refused(lambda: course.record(3, "moved", date="2026-01-08"), "history.order")
    refused(lambda: course.record(3, "moved", date="2026-01-15"), "history.order")
    refused(lambda: course.record(3, "given", amount="35"), "measure.bare_number", "measure.text", "measure.unit")
    refused(lambda: course.record(3, "given", at=datetime.datetime(2026, 1, 12)), "date.unreadable")
    refused(lambda: replan(course, on="2026-01-13"), "history.missing")
    refused(lambda: replan(course.record(3, "given"), on="2026-01-11"), "history.order")


def test_fewer_or_more_than_the_planned_sessions_in_time():
    """A whole course of 1,000 sessions and one of one are both planned."""
    many = kd.Regimen("ketamine", "intravenous", "0.1 mg/kg", over="40 min", source=some.SOURCE)
    options = {"start": START, "overrides": some.ANYTHING_GOES, "calendar": kd.Calendar()}
    assert len(kd.plan_course("70 kg", many, days=kd.DayPattern.daily(1000), **options).sessions) == 1000
    refused(lambda: kd.plan_course("70 kg", many, days=tuple(range(1, 1002)), **options), "regimen.pattern")
    refused(lambda: kd.plan_course("70 kg", many, days=(1, 10**9), **options), "date.unreadable")
    refused(lambda: kd.plan_course("70 kg", many, days=(1, HUGE), **options), "date.unreadable")
    for days in ((), (2,), (1, 1), (1, 0), (1, 2.0), (True,), ("1",), (1, None)):
        refused(lambda days=days: kd.plan_course("70 kg", many, days=days, **options), "regimen.pattern")
