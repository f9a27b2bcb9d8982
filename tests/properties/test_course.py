"""The properties of a course: its days, its totals and its rolling windows."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from tests import strategies as some
from tests.oracle import course as oracle
from tests.oracle import units as oracle_units
from tests.oracle.pairs import compare, div, mul, same, total
from tests.properties.looking import along_axes, findings_of, pair

WITH_DAYS = st.sampled_from([regimen for regimen in kd.protocols.ALL if regimen.days and regimen.doses])
AXES = ("interval.", "per_week.", "course.", "window.")
DOSES = ("0.2 mg/kg", "0.5 mg/kg", "0.75 mg/kg", "1 mg/kg")
ROUTES = st.sampled_from(["intravenous", "subcutaneous", "intramuscular", "oral"])


def own(days, route="intravenous", doses=DOSES):
    over = "40 min" if route == "intravenous" else None
    return kd.Regimen("ketamine", route, doses, over=over, days=days, source=some.SOURCE)


def planned(regimen, start="2026-01-05", weight="70 kg", **options):
    levels = options.pop("levels", None)
    ascending = regimen.days.ascending
    if levels is None and not ascending:
        levels = str(regimen.first[0] if regimen.first else regimen.doses[0])
    return kd.plan_course(weight, regimen, start=start, levels=levels, overrides=some.ANYTHING_GOES, **options)


@pytest.mark.property(27)
@given(WITH_DAYS, st.data())
def test_course_has_exactly_the_sessions_asked_for(regimen, data):
    """As many as the source says, or as many as are asked for; numbered from one."""
    count = data.draw(st.integers(1, len(regimen.days.days)))
    everything, few = planned(regimen), planned(regimen, sessions=count)
    assert len(everything.sessions) == len(regimen.days.days)
    assert len(few.sessions) == count
    assert [session.number for session in few.sessions] == list(range(1, count + 1))
    assert few.sessions == everything.sessions[:count]


@pytest.mark.property(28)
@given(some.day_patterns(), some.starts)
def test_days_rise_and_the_first_is_the_start(days, start):
    """Day 1 is the start, and every date is its day."""
    course = planned(own(days), start)
    dates = [session.date for session in course.sessions]
    assert dates[0] == start == course.start
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert [(date - start).days + 1 for date in dates] == list(days) == [session.day for session in course.sessions]


@pytest.mark.property(29)
@given(WITH_DAYS, some.starts)
def test_last_session_is_within_the_span_of_the_source(regimen, start):
    course = planned(regimen, start)
    if regimen.days.within is not None:
        assert (course.sessions[-1].date - start).days < regimen.days.within


@pytest.mark.property(29)
@pytest.mark.parametrize(
    ("name", "within"),
    [("OLIVER_2022", 21), ("MURROUGH_2013_REPEATED", 12), ("IRWIN_2013", 28), ("SPRAVATO_UNDER_65", 28)],
)
def test_span_is_the_one_that_the_source_gives(name, within):
    """Against figures typed from the sources."""
    course = planned(getattr(kd.protocols, name))
    assert (course.sessions[-1].date - course.start).days < within


@pytest.mark.property(30)
@given(some.day_patterns(), some.starts)
def test_every_gap_is_at_least_the_minimum(days, start):
    """A gap below the soft two days of infusions is told, and only then; below one day none exists."""
    course = planned(own(days), start)
    gaps = [(later.date - earlier.date).days for earlier, later in pairwise(course.sessions)]
    assert min(gaps, default=1) >= 1
    told = [finding for finding in course.findings if finding.code == "interval.low"]
    assert [finding.severity.value for finding in told] == (["CAUTION"] if min(gaps, default=2) < 2 else [])


@pytest.mark.property(31)
@given(WITH_DAYS, some.starts, st.integers(1, 3_000))
def test_shifting_the_start_shifts_every_session(regimen, start, days):
    """And nothing else."""
    shift = datetime.timedelta(days=days)
    early, late = planned(regimen, start), planned(regimen, start + shift)
    assert [session.date + shift for session in early.sessions] == [session.date for session in late.sessions]
    assert [session.dose for session in early.sessions] == [session.dose for session in late.sessions]
    assert (early.total, early.findings) == (late.total, late.findings)


@pytest.mark.property(32)
@given(some.day_patterns(), ROUTES, some.weights, st.data())
def test_rolling_windows_weeks_and_gaps_are_within_their_limits(days, route, weight, data):
    """Against every calendar window of the oracle; the other limits of a course with it."""
    levels = data.draw(st.lists(st.sampled_from(DOSES), min_size=len(days), max_size=len(days)))
    kg = oracle_units.weight(weight)
    amounts = [mul(kg, oracle_units.level(level)[1]) for level in levels]
    expected = oracle.findings("ketamine", route, list(days), amounts, kg)
    course = planned(own(days, route), weight=weight, levels=levels)
    found = [each for each in along_axes(course.findings) if each[0].startswith(AXES)]
    assert found == expected
    if ("window.high", "STOP") not in expected and route == "intravenous":
        assert compare(div(oracle.largest_window(list(days), amounts, 28), kg), (12, 1)) <= 0


@pytest.mark.property(32)
@given(some.day_patterns(widest=3), st.sampled_from(["0.5 mg/kg", "0.75 mg/kg", "1 mg/kg"]))
def test_course_that_is_not_refused_is_within_every_hard_limit(days, level):
    """Without overrides: refused exactly when the oracle finds a STOP."""
    amounts = [mul((70, 1), oracle_units.level(level)[1])] * len(days)
    expected = oracle.findings("ketamine", "intravenous", list(days), amounts, (70, 1))
    regimen = own(days, doses=(level,))
    refused = any(severity == "STOP" for _, severity in expected)
    if refused:
        with pytest.raises(kd.LimitError):
            kd.plan_course("70 kg", regimen, start="2026-01-05")
    else:
        kd.plan_course("70 kg", regimen, start="2026-01-05")
    found = findings_of(lambda: kd.plan_course("70 kg", regimen, start="2026-01-05"))
    assert [each for each in along_axes(found) if each[0].startswith(AXES)] == expected


@pytest.mark.property(33)
@given(some.day_patterns(), ROUTES, some.weights, st.data())
def test_total_is_the_sum_of_the_sessions(days, route, weight, data):
    """In mg and in mg/kg of actual weight, with equal and with different doses."""
    several = data.draw(st.booleans())
    levels = data.draw(st.lists(st.sampled_from(DOSES), min_size=len(days), max_size=len(days))) if several else "0.5 mg/kg"
    course = planned(own(days, route), weight=weight, levels=levels)
    summed = sum(session.dose.amount.value for session in course.sessions)
    assert course.total.value == summed
    assert course.total_per_weight.value == summed / course.patient.weight.value
    each = levels if several else [levels] * len(days)
    kg = oracle_units.weight(weight)
    assert same(pair(course.total), total([mul(kg, oracle_units.level(level)[1]) for level in each]))


@pytest.mark.property(27, 33)
@given(WITH_DAYS, some.weights)
def test_same_dose_at_every_session_is_the_course(regimen, weight):
    """`plan_sessions` of a dose is `plan_course` at its level."""
    level = str(regimen.first[0] if regimen.first else regimen.doses[0])
    dose = kd.calculate_dose(weight, regimen, level=level, overrides=some.ANYTHING_GOES)
    from_dose = kd.plan_sessions(dose, start="2026-01-05", overrides=some.ANYTHING_GOES)
    course = planned(regimen, weight=weight, levels=level)
    assert from_dose.sessions == course.sessions
    assert (from_dose.total, from_dose.findings) == (course.total, course.findings)


@pytest.mark.property(33)
@given(some.weights)
def test_ascending_protocol_takes_each_dose_in_its_turn(weight):
    """For rising doses: session n has the source's n-th dose."""
    course = kd.plan_course(weight, kd.protocols.GLUE_2017, start="2026-01-05")
    kg = oracle_units.weight(weight)
    for session, level in zip(course.sessions, ("0.25", "0.5", "1"), strict=True):
        assert same(pair(session.dose.amount), mul(kg, oracle_units.level(f"{level} mg/kg")[1]))


@pytest.mark.property(27)
@pytest.mark.parametrize("route", ["intravenous", "subcutaneous"])
def test_more_days_than_rising_doses_is_an_error(route):
    """Sessions are never dropped in silence, and no error of another kind escapes."""
    citation = kd.Citation(some.SOURCE, "as given")
    with pytest.raises(kd.KetadoseError):
        kd.plan_course(
            "70 kg",
            own(kd.DayPattern((1, 4, 8), citation, ascending=True), route, ("0.3 mg/kg", "0.5 mg/kg")),
            start="2026-01-05",
        )
