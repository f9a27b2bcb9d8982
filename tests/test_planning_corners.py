"""What is refused or told at the corners of planning, each by the only thing that brings it about."""

from __future__ import annotations

import attrs
import pytest

import ketadose as kd
from ketadose.cli import main
from ketadose.errors import KetadoseError, PlacementError

OLIVER = kd.protocols.OLIVER_2022
PAGE = kd.Citation(kd.Source.site("SOP 12"), "page 4")
COURSE = kd.plan_course("70 kg", OLIVER, start="2026-01-05")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: kd.Calendar(holidays=[kd.planning.Closure("2026-01-01", "2026-01-02")]), "a stretch of them is a closure"),
        (lambda: kd.DayPattern((1, 8), PAGE, lasts=7), "at least the 8 days"),
        (lambda: kd.DayPattern((1, 8), PAGE, lasts="14"), "at least the 8 days"),
        (lambda: kd.DayPattern((1, 8), PAGE, parts=[kd.planning.Part(2)]), "a tuple of Part"),
        (lambda: kd.DayPattern((1, 8), PAGE, parts=(kd.planning.Part(3),)), "2 sessions in all parts"),
        (lambda: COURSE.record(2, "missed", date="2026-01-09"), "the date that it can be missed on"),
        (lambda: kd.planning.diff_courses(COURSE, kd.plan_course("71 kg", OLIVER, start="2026-01-05")), "two patients"),
    ],
)
def test_refused_with_what_is_wrong(make, message):
    with pytest.raises(KetadoseError, match=message):
        make()


def test_a_session_that_only_the_other_plan_has_is_added():
    few = kd.plan_course("70 kg", OLIVER, start="2026-01-05", sessions=5)
    assert str(kd.planning.diff_courses(few, COURSE)) == (
        "session 6: added on 2026-01-22, 35 mg\nordered in all: 175 mg to 210 mg"
    )
    assert str(kd.planning.diff_courses(COURSE, COURSE)) == "no session changes"
    assert not kd.planning.diff_courses(COURSE, COURSE)


def test_a_course_that_cannot_be_planned_again_is_an_edited_one():
    clinic = kd.Calendar(closures=["2026-01-12"])
    course = kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=clinic)
    shut = attrs.evolve(course, calendar=kd.Calendar(closures=["2026-01-05"]))
    with pytest.raises(KetadoseError, match="not what its own doses, days and history give"):
        kd.report.text(shut)


@pytest.mark.parametrize(("last", "span"), [("2026-04-30", None), ("2026-03-08", 8)])
def test_where_nothing_small_is_enough_the_error_says_so(last, span):
    """Beyond eight weeks no constraint is relaxed: neither how far a session is moved, nor the span that would follow."""
    long = kd.Calendar(closures=[("2026-01-06", last)])
    spacing = kd.planning.Spacing(span=span)
    with pytest.raises(PlacementError, match="No small change is enough") as caught:
        kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=long, sessions=3, spacing=spacing)
    assert caught.value.relaxations == ()


def test_two_changes_are_told_where_one_is_not_enough():
    shut = kd.Calendar(closures=[("2026-01-10", "2026-01-30")])
    with pytest.raises(PlacementError) as caught:
        kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=shut)
    (both,) = caught.value.relaxations
    assert both == "moving a session by up to 19 days instead of 6 and a last day 16 days later, 2026-02-10"
    spacing = kd.planning.Spacing(moves=19, span=37)
    assert kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=shut, spacing=spacing).sessions[-1].day == 37


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--clinic-days", "Monday", "Thursday", "--zone", "Europe/London", "--at", "09:00"], "2026-01-08 Thursday at 09:00"),
        (["--closed", "2026-01-12", "2026-01-20/2026-01-21", "--least-gap", "2"], "2026-01-13 Tuesday, day 9: 35 mg; 1 day"),
        (["--closed", "2026-01-22", "--span", "20", "--moves", "2", "--most-gap", "5"], "2026-01-23 Friday, day 19"),
        (["--clinic-days", "Monday", "Thursday", "Friday", "--preferred", "Monday", "Friday"], "2026-01-09 Friday, day 5"),
    ],
)
def test_the_command_line_plans_on_a_calendar(options, expected, capsys):
    status = main(["plan", "--weight", "70 kg", "--protocol", "OLIVER_2022", "--start", "2026-01-05", *options])
    out = capsys.readouterr()
    assert (status, out.err) == (0, "")
    assert expected in out.out


def test_nothing_is_left_of_a_course_whose_sessions_were_all_missed_and_left_out():
    one = kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start="2026-01-05").record(1, "missed")
    with pytest.raises(KetadoseError, match="nothing is left of the course"):
        kd.planning.replan(one, on="2026-01-06", missed="leave out")


@pytest.mark.parametrize(
    ("days", "closures", "spacing", "whys"),
    [
        (
            (1, 5, 9),
            ["2026-01-09"],
            kd.planning.Spacing(most_gap=4, least_gap=2),
            ["", "1 day earlier: 2026-01-09 is closed", "1 day earlier: at most 4 days after session 2"],
        ),
        (
            (1, 4, 8),
            [],
            kd.planning.Spacing(span=7, least_gap=2, in_week=3),
            ["", "", "1 day earlier: no session after 2026-01-11"],
        ),
    ],
    ids=["longest gap", "last day"],
)
def test_a_session_says_what_has_moved_it(days, closures, spacing, whys):
    calendar, pattern = kd.Calendar(closures=closures), kd.DayPattern(days, PAGE)
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", source=PAGE.source)
    course = kd.plan_course("70 kg", regimen, start="2026-01-05", days=pattern, calendar=calendar, spacing=spacing)
    assert [session.why for session in course.sessions] == whys
