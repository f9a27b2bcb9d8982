"""Properties 27 to 33 and 35 of courses on a calendar, each against counting by hand."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from tests import strategies as some
from tests.oracle import course as oracle
from tests.oracle import units as oracle_units
from tests.oracle.pairs import mul
from tests.properties.looking import along_axes

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
AXES = ("interval.", "per_week.", "course.high", "window.")
DOSES = ("0.2 mg/kg", "0.5 mg/kg", "0.75 mg/kg", "1 mg/kg")
REGIMEN = kd.Regimen("ketamine", "intravenous", DOSES, over="40 min", source=some.SOURCE)
EVERY_DAY = kd.Calendar()


def planned(days, start, calendar=None, levels="0.5 mg/kg", weight="70 kg", **options):
    options = {"overrides": some.ANYTHING_GOES} | options
    return kd.plan_course(weight, REGIMEN, start=start, levels=levels, days=days, calendar=calendar, **options)


@st.composite
def plans(draw, closures=2):
    """Days, a start on which the clinic treats, its weekdays and its closures, given as (days after the start, length)."""
    days = draw(some.day_patterns(most=7))
    start = draw(st.dates(datetime.date(2020, 1, 1), datetime.date(2089, 12, 31)))
    clinic = {*draw(st.sets(st.sampled_from(DAYS), min_size=3)), DAYS[start.weekday()]}
    shut = draw(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 4)), max_size=closures))
    least = draw(st.integers(1, 3))
    within = days[-1] + draw(st.integers(0, 6))
    return days, start, tuple(day for day in DAYS if day in clinic), shut, least, within


def solved(plan, **changes):
    """The course, its calendar's open-day test, and what it had to keep."""
    days, start, clinic, shut, least, within = plan
    closures = [(start + DAY * first, start + DAY * (first + length - 1)) for first, length in shut]
    calendar = kd.Calendar(clinic_days=clinic, closures=closures)
    spacing = kd.planning.Spacing(least_gap=least, in_week=5, span=within)
    try:
        return planned(days, changes.get("start", start), calendar, spacing=spacing)
    except kd.KetadoseError as error:
        assert error.code in {"course.impossible", "course.spacing"}
        return None


@pytest.mark.property(27, 28, 29, 30, 35)
@given(plans())
def test_courses_on_a_calendar_keep_what_they_were_asked_to(plan):
    """Counted here."""
    days, start, clinic, shut, least, within = plan
    course = solved(plan)
    assume(course is not None)
    dates = [each.date for each in course.sessions]
    assert len(dates) == len(days)
    assert [each.number for each in course.sessions] == list(range(1, len(days) + 1))
    assert dates[0] == start
    assert [each.day for each in course.sessions] == [(date - start).days + 1 for date in dates]
    assert (dates[-1] - start).days < within
    assert all((after - before).days >= least for before, after in pairwise(dates))
    for date in dates:
        assert DAYS[date.weekday()] in clinic
        assert not any(first <= (date - start).days < first + length for first, length in shut)
        assert sum(date - WEEK < other <= date for other in dates) <= 5
    for session, day in zip(course.sessions, days, strict=True):
        assert abs(session.day - day) <= 6
        assert bool(session.why) == (session.day != day)
    assert ("course.moved" in [each.code for each in course.findings]) == any(each.why for each in course.sessions)


@pytest.mark.property(31)
@given(plans(), st.integers(1, 300))
def test_whole_weeks_shift_everything(plan, weeks):
    """On clinic days and without closures, and with closures that shift along."""
    days, start, clinic, shut, least, within = plan
    first, second = solved(plan), solved((days, start + weeks * WEEK, clinic, shut, least, within))
    assert (first is None) == (second is None)
    if first is not None:
        assert [each.date + weeks * WEEK for each in first.sessions] == [each.date for each in second.sessions]
        assert [each.dose for each in first.sessions] == [each.dose for each in second.sessions]
        assert [each.code for each in first.findings] == [each.code for each in second.findings]


@pytest.mark.property(35)
@given(some.day_patterns(), some.starts)
def test_a_calendar_that_forbids_nothing_changes_nothing(days, start):
    """The same sessions, totals and findings as without a calendar."""
    bare, free = planned(days, start), planned(days, start, EVERY_DAY)
    assert (free.sessions, free.total, free.findings) == (bare.sessions, bare.total, bare.findings)
    assert free.steps == bare.steps


@pytest.mark.parametrize(
    "regimen", [each for each in kd.protocols.ALL if each.days and each.doses], ids=lambda each: each.label
)
def test_every_protocol_of_the_catalog_is_planned_alike_on_a_free_calendar(regimen):
    """Two ways lead to the dates of a protocol, with and without a search: they agree, in what they find as well."""
    level = None if regimen.days.ascending else str(regimen.first[0] if regimen.first else regimen.doses[0])
    options = {"start": "2026-01-05", "levels": level, "overrides": some.ANYTHING_GOES}
    bare = kd.plan_course("70 kg", regimen, **options)
    free = kd.plan_course("70 kg", regimen, calendar=EVERY_DAY, **options)
    assert (free.sessions, free.total, free.findings) == (bare.sessions, bare.total, bare.findings)


@given(plans())
def test_same_question_same_answer_whatever_the_order_of_the_closures(plan):
    days, start, clinic, shut, least, within = plan
    first, again, other = solved(plan), solved(plan), solved((days, start, clinic[::-1], shut[::-1], least, within))
    assert (first is None) == (again is None) == (other is None)
    if first is not None:
        assert kd.report.text(first) == kd.report.text(again)
        assert first.sessions == other.sessions


@pytest.mark.property(35)
@given(plans(), st.integers(0, 12))
def test_a_closure_moves_no_session_by_more_than_is_allowed(plan, moves):
    """Whatever is closed, each session stays within so many days of its day, or the plan is refused."""
    days, start, clinic, shut, _, _ = plan
    calendar = kd.Calendar(clinic_days=clinic, closures=[(start + DAY * a, start + DAY * (a + n - 1)) for a, n in shut])
    spacing = kd.planning.Spacing(least_gap=1, in_week=2 if len(days) > 4 else 5, moves=moves)
    try:
        course = planned(days[:5], start, calendar, spacing=spacing)
    except kd.KetadoseError as error:
        assert error.code == "course.impossible"
        return
    assert all(abs(session.day - day) <= moves for session, day in zip(course.sessions, days, strict=False))


@pytest.mark.property(33)
@given(plans(closures=0), st.data())
def test_total_is_the_sum_of_the_sessions_on_any_dates(plan, data):
    days, start, clinic, *_ = plan
    levels = data.draw(st.lists(st.sampled_from(DOSES), min_size=len(days), max_size=len(days)))
    spacing = kd.planning.Spacing(least_gap=1, in_week=7, moves=6)
    try:
        course = planned(days, start, kd.Calendar(clinic_days=clinic), levels, spacing=spacing)
    except kd.KetadoseError as error:
        assert error.code in {"course.impossible", "course.spacing"}
        return
    assert course.total.value == sum(each.dose.amount.value for each in course.sessions)
    assert course.total_per_weight.value == course.total.value / 70


def with_own(days, amounts, own):
    """What the oracle finds in every gap, week and window in which a session of the course itself lies."""
    found = set()
    for first in range(1, days[-1] + 1):
        for span in (2, 7, 14, 21, 28):
            inside = [place for place, day in enumerate(days) if first <= day < first + span]
            if any(days[place] in own for place in inside):
                few = [days[place] - days[inside[0]] + 1 for place in inside]
                told = oracle.findings("ketamine", "intravenous", few, [amounts[place] for place in inside], (70, 1))
                axes = {2: "interval.", 7: "per_week."}.get(span, "window.")
                found |= {each for each in told if each[0].startswith(axes) and (span != 2 or own & {days[p] for p in inside})}
    return worst(found)


def worst(found):
    """A STOP tells more than a CAUTION of the same limit; different windows are different limits."""
    stops = {code for code, severity in found if severity == "STOP" and not code.startswith("window.")}
    return [each for each in sorted(found) if each[1] == "STOP" or each[0] not in stops]


@pytest.mark.property(32)
@given(some.day_patterns(most=6), some.day_patterns(most=6), st.integers(-40, 60), st.data())
def test_windows_weeks_and_gaps_count_earlier_courses(days, before, shift, data):
    """With `earlier=`, against the oracle on the days of both; only the course's own number is its own."""
    start = datetime.date(2026, 6, 1)
    levels = data.draw(st.lists(st.sampled_from(DOSES), min_size=len(days), max_size=len(days)))
    level = data.draw(st.sampled_from(DOSES))
    first = planned(before, start + DAY * shift, levels=level)
    course = planned(days, start, levels=levels, earlier=first)
    both = [(shift + day, level) for day in before] + list(zip(days, levels, strict=True))
    both.sort(key=lambda each: each[0])
    origin = both[0][0] - 1
    placed = [day - origin for day, _ in both]
    assume(len(set(placed)) == len(placed))
    amounts = [mul((70, 1), oracle_units.level(each)[1]) for _, each in both]
    expected = with_own(placed, amounts, {day - origin for day in days})
    own = [mul((70, 1), oracle_units.level(each)[1]) for each in levels]
    expected += [
        each for each in oracle.findings("ketamine", "intravenous", list(days), own, (70, 1)) if each[0] == "course.high"
    ]
    found = [each for each in along_axes(course.findings) if each[0].startswith(AXES)]
    assert found == sorted(expected)


def test_an_earlier_course_of_another_drug_is_not_added_to_this_one():
    """84 mg of esketamine are no mg/kg of ketamine: refused, or kept apart, but never one sum."""
    spravato = kd.plan_course(
        "70 kg", kd.protocols.SPRAVATO_UNDER_65, start="2026-01-01", levels="56 mg", overrides=some.ANYTHING_GOES
    )
    alone = planned((1, 4, 8), "2026-02-02")
    try:
        both = planned((1, 4, 8), "2026-02-02", earlier=spravato)
    except kd.KetadoseError as error:
        assert error.code != "limit.stop"
        return
    windows = [[str(each) for each in course.findings if each.code.startswith("window.")] for course in (alone, both)]
    assert windows[0] == windows[1]


def test_two_sessions_on_one_day_are_no_days_apart():
    """An earlier course with a session on the start: the gap is nothing, and is told."""
    earlier = planned((1, 4), "2026-01-05")
    course = planned((1, 4), "2026-01-08", earlier=earlier)
    assert "interval.low" in [each.code for each in course.findings]


def test_start_late_in_the_calendar_is_as_good_with_a_calendar_as_without():
    """A calendar that forbids nothing forbids nothing at the end of time either."""
    start = datetime.date.max - 17 * DAY
    bare = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start=start)
    free = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start=start, calendar=EVERY_DAY)
    assert free.sessions == bare.sessions


@given(st.integers(1, 7), st.integers(1, 60), st.integers(1, 7), st.integers(1, 40), st.integers(0, 30))
def test_weekly_patterns_have_so_many_days_in_each_week(a_week, weeks, other, more, after):
    """`weekly(k, weeks=w)` has k days in each of w weeks, and `then` starts when the first has lasted."""
    pattern = kd.DayPattern.weekly(a_week, weeks=weeks)
    assert len(pattern.days) == a_week * weeks
    for week in range(weeks):
        assert sum(7 * week < day <= 7 * week + 7 for day in pattern.days) == a_week
    gaps = [later - earlier for earlier, later in pairwise(pattern.days)]
    assert not gaps or max(gaps) - min(gaps) <= 1
    assert pattern.lasts == 7 * weeks
    following = kd.DayPattern.weekly(other, weeks=more)
    both = pattern.then(following, after=after)
    assert both.days[: len(pattern.days)] == pattern.days
    assert both.days[len(pattern.days) :] == tuple(7 * weeks + after + day for day in following.days)
    assert both.lasts == 7 * (weeks + more) + after


@given(st.integers(1, 60), st.integers(1, 45), st.integers(1, 200))
def test_other_patterns_are_even(gap, count, within):
    every = kd.DayPattern.every(gap, sessions=count)
    assert every.days == tuple(1 + gap * n for n in range(count))
    assert every.lasts == gap * count
    assert kd.DayPattern.daily(count).days == tuple(range(1, count + 1))
    sessions = min(count, within)
    spread = kd.DayPattern.spread(sessions, within=within)
    assert len(spread.days) == sessions
    assert spread.days[0] == 1
    assert spread.within == within
    assert sessions == 1 or spread.days[-1] == within
    gaps = [later - earlier for earlier, later in pairwise(spread.days)]
    assert not gaps or max(gaps) - min(gaps) <= 1


@given(some.day_patterns(most=5), st.integers(1, 6), st.integers(0, 20), st.data())
def test_repeated_and_shortened_patterns(days, times, rest, data):
    citation = kd.Citation(some.SOURCE, "as given")
    pattern = kd.DayPattern(days, citation).called(kd.planning.PhaseKind.INDUCTION)
    several = pattern.repeated(times, rest=rest)
    block = days[-1] + rest
    assert several.days == tuple(day + block * n for n in range(times) for day in days)
    assert [part.sessions for part in several.parts] == [len(days)] * times
    count = data.draw(st.integers(1, len(several.days)))
    few = several.shortened(count)
    assert few.days == several.days[:count]
    assert sum(part.sessions for part in few.parts) == count
    assert all(few.part_of(n) == several.part_of(n) or few.part_of(n) == few.parts[-1] for n in range(1, count + 1))
