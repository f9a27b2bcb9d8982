"""What has happened stays, what is to come keeps every rule, and whatever comes out is printed, copied and compared alike."""

from __future__ import annotations

import datetime
import json
import pickle
import re
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.planning import diff_courses, replan
from ketadose.planning.unedited import unchanged
from tests import strategies as some

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REGIMEN = kd.Regimen("ketamine", "intravenous", ("0.3 mg/kg", "0.5 mg/kg"), over="40 min", source=some.SOURCE)
LEAST, MOST = 2, 3
"""The gap and the week that every plan here has to keep."""
DAY = datetime.timedelta(days=1)
MONDAY = datetime.date(2026, 1, 5)
EXPECTED = {"course.impossible", "course.pattern", "course.start", "history.missing", "history.order"}
"""What a plan that cannot be made, or a record that does not fit, may be refused with."""


COURSE = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start=MONDAY)
ON_CALENDAR = kd.plan_course(
    "70 kg",
    kd.protocols.OLIVER_2022,
    start=MONDAY,
    calendar=kd.Calendar(closures=["2026-01-12"], zone="Europe/London", at="09:00"),
)
PARTLY = COURSE.record(1, "given").record(2, "missed")
AGAIN = replan(PARTLY, on="2026-01-09", missed="make up")


class Step:
    """One thing that was done to a course, and the course afterwards; None where it was refused."""

    def __init__(self, name, on, before, after, error=None):
        self.name, self.on, self.before, self.after, self.error = name, on, before, after, error

    def __repr__(self) -> str:
        told = (
            " ".join(f"{n.number}:{n.date:%m-%d}{self.after.status(n.number)[0]}" for n in self.after.sessions)
            if self.after
            else self.error
        )
        return f"<{self.name} {self.on:%m-%d} -> {told}>"


def clinic(shut, weekend, clock):
    options = {"zone": "Europe/London", "at": "09:00"} if clock else {}
    closures = [(MONDAY + DAY * first, MONDAY + DAY * (first + length - 1)) for first, length in shut]
    return kd.Calendar(clinic_days=DAYS if weekend else DAYS[:5], closures=closures, **options)


clock = st.shared(st.booleans(), key="clock")
"""All clinics of a story have a time of day, or none has."""
clinics = st.builds(clinic, st.lists(st.tuples(st.integers(1, 40), st.integers(1, 5)), max_size=2), st.booleans(), clock)
patterns = st.sampled_from([(1, 4, 8, 11), (1, 3, 5, 8, 10, 12), (1, 8, 15, 22), (1, 3, 8), (1, 15, 29), (1,)])


def tried(name, on, before, what):
    """The step; only refusals of this library, and of the kinds that are expected, come out of it."""
    try:
        return Step(name, on, before, what())
    except kd.KetadoseError as error:
        assert error.code in EXPECTED, error
        return Step(name, on, before, None, error)


def recording(draw, course):
    """A record about the next session that has none, now and then a correction or a move."""
    waiting = [each for each in course.sessions if course.status(each.number) == "planned"]
    recorded = [each for each in course.sessions if course.status(each.number) != "planned"]
    correcting = bool(recorded) and (not waiting or draw(st.integers(0, 4)) == 0)
    session = draw(st.sampled_from(recorded)) if correcting else waiting[0]
    what = draw(st.sampled_from(["given", "given", "given", "partly given", "stopped", "missed", "moved"]))
    later = draw(st.sampled_from([0, 0, 0, 1, 2]))
    date = session.date + DAY * (0 if what == "missed" else later)  # missed is the date it was planned for
    amount = "7 mg" if what in {"partly given", "stopped"} else None
    details = {"date": date, "amount": amount, "why": "as it was", "corrects": correcting, "overrides": some.ANYTHING_GOES}
    return tried(what, date, course, lambda: course.record(session.number, what, **details))


def planning_again(draw, course):
    waiting = [each.date for each in course.sessions if course.status(each.number) == "planned"]
    told = [each.date for each in course.sessions if course.status(each.number) not in {"planned", "missed"}]
    on = max([min(waiting, default=MONDAY), *told]) - DAY * draw(st.integers(0, 2))
    on = max([on, *told])
    missed = draw(st.sampled_from(["make up", "leave out"]))
    calendar = draw(st.none() | clinics)
    levels = draw(st.none() | st.just("0.3 mg/kg"))
    options = {"on": on, "missed": missed, "calendar": calendar, "levels": levels, "overrides": some.ANYTHING_GOES}
    return tried("replan", on, course, lambda: replan(course, **options))


@st.composite
def stories(draw):
    """A course, and what was done to it in turn."""
    spacing = kd.planning.Spacing(least_gap=LEAST, in_week=MOST, moves=draw(st.sampled_from([2, 6, 30])))
    options = {"days": draw(patterns), "spacing": spacing, "levels": "0.5 mg/kg", "overrides": some.ANYTHING_GOES}
    course = None
    for calendar in (draw(st.none() | clinics), None):
        if course is None:
            step = tried(
                "plan", MONDAY, None, lambda c=calendar: kd.plan_course("70 kg", REGIMEN, start=MONDAY, calendar=c, **options)
            )
            course = step.after
    steps = []
    for replanning in draw(st.lists(st.sampled_from([False, False, True]), min_size=1, max_size=7)):
        step = planning_again(draw, course) if replanning else recording(draw, course)
        steps.append(step)
        course = step.after or course
    return steps


def done(course):
    return [each for each in course.sessions if course.status(each.number) not in {"planned", "missed"}]


def to_come(course):
    return [each for each in course.sessions if course.status(each.number) == "planned"]


def replans(steps):
    return [each for each in steps if each.name == "replan" and each.after is not None]


@pytest.mark.property(35)
@given(stories())
def test_what_was_given_never_changes(steps):
    """Neither its date, its dose nor its number, nor in which order."""
    for step in replans(steps):
        facts = [[(each.number, each.date, each.dose) for each in done(course)] for course in (step.before, step.after)]
        assert facts[0] == facts[1]
        assert step.before.given == step.after.given


@pytest.mark.property(35)
@given(stories())
def test_history_only_grows(steps):
    for step in steps:
        if step.after is not None:
            old = step.before.history
            assert step.after.history[: len(old)] == old
            assert len(step.after.history) >= len(old) + (step.name != "replan")


@given(stories())
def test_numbers_are_neither_used_again_nor_changed(steps):
    for step in steps:
        if step.after is not None:
            before, after = ([each.number for each in course.sessions] for course in (step.before, step.after))
            assert len(set(after)) == len(after)
            assert set(after) <= set(before)
            dropped = set(before) - set(after)
            assert all(step.before.status(number) == "missed" for number in dropped)


@given(stories())
def test_what_is_to_come_keeps_every_rule_with_what_was_given(steps):
    """On or after `on`, on open days, no closer than the least gap, and no more in seven days, in the order of its dates."""
    for step in replans(steps):
        course = step.after
        ahead = [each.date for each in to_come(course)]
        everything = [each.date for each in (*done(course), *to_come(course))]
        assert ahead == sorted(ahead)
        assert all(date >= step.on for date in ahead)
        for date in ahead:
            assert course.calendar is None or not course.calendar.closed(date)
            assert sum(date - 7 * DAY < other <= date for other in everything) <= MOST
        for before, after in pairwise(everything):
            assert after not in ahead or (after - before).days >= LEAST


@given(stories())
def test_a_made_up_session_is_to_come_again(steps):
    """After planning again nothing is left that was missed: it was left out, or it is planned and counts."""
    for step in replans(steps):
        assert "missed" not in [step.after.status(each.number) for each in step.after.sessions]
        assert len(step.after.counted) == len(step.after.sessions)


@given(stories())
def test_sessions_not_on_the_day_of_the_pattern_say_why(steps):
    """`reason` never names a day of the pattern that the pattern does not have for this session."""
    for step in replans(steps):
        course = step.after
        for session in to_come(course):
            asked = course.pattern.days[session.number - 1]
            if found := re.fullmatch(r"day (\d+) of the pattern", session.reason):
                assert int(found[1]) == asked, (session.number, session.reason)


@given(stories())
def test_every_course_prints_and_so_does_its_copy(steps):
    """The last course of a story: those before it are the last of shorter ones."""
    course = steps[-1].after or steps[-1].before
    copy = pickle.loads(pickle.dumps(course))
    assert copy == course
    assert hash(copy) == hash(course)
    assert unchanged(copy) == course
    assert kd.report.text(copy) == kd.report.text(course)


def test_a_calendar_without_a_clock_takes_the_time_of_day_away_or_is_refused():
    """A clinic that no longer says when it treats: sessions to come lose their time, or the error speaks of the zone."""
    for course in (ON_CALENDAR, ON_CALENDAR.record(1, "given")):
        try:
            again = replan(course, on="2026-01-05", calendar=kd.Calendar())
        except kd.KetadoseError as error:
            assert (error.code, error.field) == ("calendar.zone", "calendar")
        else:
            assert {each.at for each in again.sessions if again.status(each.number) == "planned"} == {None}


def test_another_time_of_day_is_that_of_every_session_to_come():
    again = replan(ON_CALENDAR.record(1, "given"), on="2026-01-06", calendar=kd.Calendar(zone="Europe/London", at="14:00"))
    assert {each.at for each in again.sessions[1:]} == {datetime.time(14)}
    assert again.sessions[0].at == datetime.time(9)


@given(stories())
def test_every_course_is_plain_data(steps):
    course = steps[-1].after or steps[-1].before
    plain = course.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["sessions"][0]["number"] == course.sessions[0].number


def of_session(course, number):
    """What is known of a session: its date, dose, time and status, and what is written of it."""
    session = next((each for each in course.sessions if each.number == number), None)
    if session is None:
        return None
    written = [each for each in course.history if each.session == number and each.what.value != "moved"]
    status = course.status(number)
    return session.date, session.dose.amount, session.at, status, written[-1] if written and status != "planned" else None


@given(stories())
def test_differences_name_exactly_the_sessions_that_differ(steps):
    for step in steps:
        if step.after is not None:
            numbers = {each.number for each in (*step.before.sessions, *step.after.sessions)}
            differ = {n for n in numbers if of_session(step.before, n) != of_session(step.after, n)}
            named = [re.match(r"session (\d+): ", line) for line in diff_courses(step.before, step.after).lines]
            assert {int(each[1]) for each in named if each} == differ
            assert not diff_courses(step.after, pickle.loads(pickle.dumps(step.after)))
            assert str(diff_courses(step.after, step.after)) == "no session changes"


@given(stories())
def test_same_steps_give_the_same_course(steps):
    """Planning again on the same day for the same reasons changes nothing more."""
    for step in replans(steps):
        if "missed" not in [step.after.status(each.number) for each in step.after.sessions]:
            again = replan(step.after, on=step.on, overrides=some.ANYTHING_GOES)
            assert [each.date for each in again.sessions] == [each.date for each in step.after.sessions]


EDITS = {
    "date": lambda each: attrs.evolve(each, date=each.date + DAY),
    "day": lambda each: attrs.evolve(each, day=each.day + 1),
    "date and day": lambda each: attrs.evolve(each, date=each.date + DAY, day=each.day + 1),
    "number": lambda each: attrs.evolve(each, number=each.number + 10),
    "time": lambda each: attrs.evolve(each, at=datetime.time(3)),
    "why": lambda each: attrs.evolve(each, why="no reason at all"),
    "dose": lambda each: attrs.evolve(each, dose=attrs.evolve(each.dose, amount=type(each.dose.amount)("36 mg"))),
    "another dose": lambda each: attrs.evolve(each, dose=kd.calculate_dose("71 kg", kd.protocols.OLIVER_2022)),
}


@pytest.mark.property(38)
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("course", [COURSE, ON_CALENDAR, PARTLY, AGAIN], ids=["planned", "calendar", "recorded", "again"])
def test_an_edited_session_is_refused(course, edit):
    """The other way round: what a plan did not give is not printed as a plan."""
    sessions = (*course.sessions[:-1], EDITS[edit](course.sessions[-1]))
    with pytest.raises(kd.KetadoseError) as caught:
        kd.report.text(attrs.evolve(course, sessions=sessions))
    assert caught.value.code in {"record.disagrees", "dose.changed"}


@pytest.mark.parametrize("course", [COURSE, ON_CALENDAR, PARTLY, AGAIN], ids=["planned", "calendar", "recorded", "again"])
def test_an_edited_course_is_refused(course):
    amount = type(course.total)
    changes = [
        {"total": amount("209 mg")},
        {"sessions": course.sessions[:-1]},
        {"sessions": course.sessions[::-1]},
        {"sessions": ()},
        {"findings": course.findings[1:]},
        {"steps": course.steps[:-1]},
    ]
    for change in changes:
        with pytest.raises(kd.KetadoseError) as caught:
            kd.report.text(attrs.evolve(course, **change))
        assert caught.value.code == "record.disagrees"


def test_an_override_that_two_name_is_the_same_in_a_copy():
    """Two overrides that share a code: the copy of a course settles its findings as the course did."""
    big = kd.Regimen("ketamine", "intravenous", "1 mg/kg", over="40 min", source=some.SOURCE)
    codes = ("window.high", "per_week.high", "course.high")
    both = (kd.Override(codes[:1], "Dr A", "the window"), kd.Override(codes, "Dr B", "everything"))
    course = kd.plan_course("70 kg", big, days=kd.DayPattern.daily(14), start=MONDAY, overrides=both)
    assert kd.report.text(pickle.loads(pickle.dumps(course))) == kd.report.text(course)


HEAVY = kd.Override(("per_weight.high", "per_weight_rate.high"), "Dr A", "each dose on purpose")
SPREAD = kd.DayPattern.weekly(1, weeks=1).then(kd.DayPattern.weekly(3, weeks=3), after=35)
LEVELS = kd.Regimen("ketamine", "intravenous", ("0.2 mg/kg", "2 mg/kg"), over="40 min", source=some.SOURCE)


def low(given=None):
    """A course of small doses, the first given six weeks before the others."""
    course = kd.plan_course("70 kg", LEVELS, days=SPREAD, start=MONDAY, levels="0.2 mg/kg")
    return course.record(1, "given", amount=given)


def test_a_stop_of_what_was_given_does_not_block_planning_again():
    """1,400 mg is 20 mg/kg, past the hard 12 mg/kg in 28 days: a fact, which the sessions to come do not make worse."""
    course = low("1400 mg")
    assert "window.high" in [each.code for each in course.findings if each.severity.value == "STOP"]
    again = replan(course, on="2026-01-06")
    assert [each.date for each in again.sessions] == [each.date for each in course.sessions]
    assert "window.high" in [each.code for each in again.findings if each.severity.value == "STOP"]


@pytest.mark.parametrize("amount", [None, "1400 mg"], ids=["given as ordered", "far too much given before"])
def test_a_stop_of_what_is_to_come_blocks_whatever_was_given(amount):
    """Nine sessions of 2 mg/kg in three weeks are 18 mg/kg: past 12 mg/kg, though less than the 20 mg/kg of one mistake."""
    with pytest.raises(kd.LimitError) as caught:
        replan(low(amount), on="2026-01-06", levels="2 mg/kg", overrides=HEAVY)
    assert "window.high" in str(caught.value)


def test_a_made_up_session_counts_in_the_limits():
    """Twelve were planned and the first was missed: made up, all twelve count, and it can be recorded as any other."""
    twelve = kd.plan_course("70 kg", LEVELS, days=kd.DayPattern.weekly(1, weeks=12), start=MONDAY, levels="0.2 mg/kg")
    again = replan(twelve.record(1, "missed"), on="2026-01-06", missed="make up")
    assert len(again.counted) == 12
    assert again.total.exact == "168 mg"
    assert again.status(1) == "planned"
    assert again.record(1, "given").status(1) == "given"


def test_a_session_missed_long_ago_is_made_up_or_refused():
    """Session 2 of four was missed, session 3 was given: session 2 comes after it, or the error says what would do."""
    weekly = kd.plan_course("70 kg", LEVELS, days=kd.DayPattern.weekly(1, weeks=4), start=MONDAY, levels="0.2 mg/kg")
    course = weekly.record(1, "given").record(2, "missed").record(3, "given")
    try:
        again = replan(course, on="2026-01-20", missed="make up")
    except kd.KetadoseError as error:
        assert error.code == "course.impossible"
        assert error.session in {2, 4}
        assert error.relaxations
    else:
        assert sorted(each.number for each in again.sessions) == [1, 2, 3, 4]


def test_first_session_to_come_that_finds_no_day_is_refused():
    """Closed for eight weeks from the next session on: nothing can be placed, not even the first."""
    course = COURSE.record(1, "given")
    with pytest.raises(kd.errors.PlacementError) as caught:
        replan(course, on="2026-01-06", calendar=kd.Calendar(closures=[("2026-01-06", "2026-02-28")]))
    assert caught.value.session == 2
    assert "2026-01-08" in str(caught.value)


def test_every_session_on_record_leaves_nothing_to_move():
    single = kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start=MONDAY).record(1, "given")
    assert replan(single, on="2026-01-06").sessions == single.sessions


@pytest.mark.parametrize(
    "other", [None, 0, "x", kd.Patient("70 kg"), kd.protocols.OLIVER_2022, kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)]
)
def test_something_else_than_a_course_is_refused(other):
    for question in (
        lambda: replan(other, on="2026-01-06"),
        lambda: diff_courses(other, COURSE),
        lambda: diff_courses(COURSE, other),
        lambda: unchanged(other),
    ):
        with pytest.raises(kd.KetadoseError) as caught:
            question()
        assert "never filled" not in str(caught.value)


@pytest.mark.parametrize(
    "wrong", [{"calendar": 0}, {"calendar": ""}, {"missed": "nonsense"}, {"spacing": 0}, {"overrides": 0}, {"on": None}]
)
def test_a_wrong_argument_is_refused_even_where_it_would_not_matter(wrong):
    with pytest.raises(kd.KetadoseError):
        replan(COURSE.record(1, "given"), **({"on": "2026-01-06"} | wrong))


def test_a_given_session_that_was_none_after_all_is_named():
    """Corrected to "moved", the session is to come again: its status differs though its date does not."""
    course = COURSE.record(1, "given")
    corrected = course.record(1, "moved", date="2026-01-05", corrects=True)
    assert (course.status(1), corrected.status(1)) == ("given", "planned")
    assert diff_courses(course, corrected)
