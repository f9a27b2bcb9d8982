"""Courses on real dates, typed by hand from a calendar: year ends, leap days, clock changes, a missed session."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import ketadose as kd
from ketadose.errors import KetadoseError, LimitError, PlacementError
from tests import strategies as some

WORKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
OLIVER, MURROUGH = kd.protocols.OLIVER_2022, kd.protocols.MURROUGH_2013_REPEATED


def plan(regimen, start, **options):
    levels = options.pop("levels", str(regimen.first[0] if regimen.first else regimen.doses[0]))
    return kd.plan_course("70 kg", regimen, start=start, levels=levels, overrides=some.ANYTHING_GOES, **options)


def dates(course):
    return [f"{session.date:%Y-%m-%d %a}" for session in course.sessions]


@pytest.mark.parametrize(
    ("regimen", "start", "expected"),
    [
        pytest.param(
            MURROUGH,
            "2026-12-28",
            ["2026-12-28 Mon", "2026-12-30 Wed", "2027-01-01 Fri", "2027-01-04 Mon", "2027-01-06 Wed", "2027-01-08 Fri"],
            id="12 days over a year end",
        ),
        pytest.param(
            OLIVER,
            "2028-02-24",
            ["2028-02-24 Thu", "2028-02-27 Sun", "2028-03-02 Thu", "2028-03-05 Sun", "2028-03-09 Thu", "2028-03-12 Sun"],
            id="21 days over a leap day",
        ),
        pytest.param(
            OLIVER,
            "2027-02-24",
            ["2027-02-24 Wed", "2027-02-27 Sat", "2027-03-03 Wed", "2027-03-06 Sat", "2027-03-10 Wed", "2027-03-13 Sat"],
            id="21 days in a year without one",
        ),
        pytest.param(
            kd.protocols.SINGH_2016_TWICE_WEEKLY,
            "2026-03-16",
            [
                "2026-03-16 Mon",
                "2026-03-19 Thu",
                "2026-03-23 Mon",
                "2026-03-26 Thu",
                "2026-03-30 Mon",
                "2026-04-02 Thu",
                "2026-04-06 Mon",
                "2026-04-09 Thu",
            ],
            id="two a week",
        ),
        pytest.param(
            kd.protocols.SINGH_2016_THRICE_WEEKLY,
            "2026-10-12",
            [
                "2026-10-12 Mon",
                "2026-10-14 Wed",
                "2026-10-16 Fri",
                "2026-10-19 Mon",
                "2026-10-21 Wed",
                "2026-10-23 Fri",
                "2026-10-26 Mon",
                "2026-10-28 Wed",
                "2026-10-30 Fri",
                "2026-11-02 Mon",
                "2026-11-04 Wed",
                "2026-11-06 Fri",
            ],
            id="three a week",
        ),
    ],
)
def test_courses_come_out_on_real_dates(regimen, start, expected):
    assert dates(plan(regimen, start)) == expected
    assert dates(plan(regimen, start, calendar=kd.Calendar(zone="Europe/London", at="09:00"))) == expected


def test_daily_for_28_days_passes_the_year_and_the_leap_day():
    course = plan(kd.protocols.IRWIN_2013, "2028-02-05")
    assert [session.date for session in course.sessions] == [date(2028, 2, 5) + timedelta(days=n) for n in range(28)]
    assert (dates(course)[24], dates(course)[-1]) == ("2028-02-29 Tue", "2028-03-03 Fri")
    assert dates(plan(kd.protocols.IRWIN_2013, "2026-12-20"))[-1] == "2027-01-16 Sat"


def test_spravato_runs_through_its_three_phases():
    induction, weekly, upkeep = kd.protocols.SPRAVATO_US.phases
    days = induction.days().then(weekly.days()).then(upkeep.days(every=14, sessions=3))
    clinic = kd.Calendar(clinic_days=WORKDAYS, closures=["2026-12-25", "2027-01-01"], zone="America/New_York", at="13:30")
    course = plan(kd.protocols.SPRAVATO_US, "2026-11-30", levels=("56 mg", *["84 mg"] * 14), days=days, calendar=clinic)
    assert dates(course) == [
        "2026-11-30 Mon",
        "2026-12-03 Thu",
        "2026-12-07 Mon",
        "2026-12-10 Thu",
        "2026-12-14 Mon",
        "2026-12-17 Thu",
        "2026-12-21 Mon",
        "2026-12-24 Thu",
        "2026-12-28 Mon",
        "2027-01-04 Mon",
        "2027-01-11 Mon",
        "2027-01-18 Mon",
        "2027-01-25 Mon",
        "2027-02-08 Mon",
        "2027-02-22 Mon",
    ]
    parts = [course.pattern.part_of(number) for number in (1, 8, 9, 12, 13, 15)]
    assert [part.kind.value for part in parts] == [*["induction"] * 2, *["continuation"] * 2, *["maintenance"] * 2]
    told = [finding.message for finding in course.findings if finding.code == "course.condition"]
    assert told[0] == "sessions 1 to 8 are given only on a condition: benefit is judged at its end"
    assert str(course.total) == f"{56 + 14 * 84:,} mg"


def test_clock_changes_leave_the_hour_and_the_minutes():
    course = plan(kd.protocols.SINGH_2016_TWICE_WEEKLY, "2026-03-16", calendar=kd.Calendar(zone="Europe/London", at="09:00"))
    starts = [course.starts(number).moment.isoformat() for number in (4, 5)]
    assert starts == ["2026-03-26T09:00:00+00:00", "2026-03-30T09:00:00+01:00"]
    night = plan(kd.protocols.TAYLOR_2018, "2026-03-29", calendar=kd.Calendar(zone="Europe/London", at="00:40"))
    assert night.starts(1).after("40 min").isoformat() == "2026-03-29T02:20:00+01:00"
    autumn = plan(kd.protocols.TAYLOR_2018, "2026-10-25", calendar=kd.Calendar(zone="Europe/London", at="00:40"))
    assert autumn.starts(1).after("40 min").isoformat() == "2026-10-25T01:20:00+01:00"
    assert autumn.starts(1).after("100 min").isoformat() == "2026-10-25T01:20:00+00:00"


def test_a_closed_monday_moves_what_it_must_and_says_why():
    clinic = kd.Calendar(clinic_days=WORKDAYS, holidays={date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"})
    course = plan(kd.protocols.SINGH_2016_TWICE_WEEKLY, "2026-03-16", calendar=clinic)
    assert dates(course)[-2:] == ["2026-04-07 Tue", "2026-04-10 Fri"]
    assert [session.why for session in course.sessions[-3:]] == [
        "",
        "1 day later: 2026-04-06 is closed (Easter Monday)",
        "1 day later: at least 3 days after session 7",
    ]


def test_twelve_days_leave_no_room_for_new_year_and_the_error_says_what_would():
    clinic = kd.Calendar(closures=["2027-01-01"])
    with pytest.raises(PlacementError) as caught:
        plan(MURROUGH, "2026-12-28", calendar=clinic)
    assert caught.value.session == 6
    assert caught.value.relaxations == (
        "a last day 1 day later, 2027-01-09",
        "gaps 1 day shorter, at least 1 day",
        "up to 4 sessions in seven days instead of 3",
    )
    assert "2027-01-09" in str(caught.value)
    longer = plan(MURROUGH, "2026-12-28", calendar=clinic, spacing=kd.planning.Spacing(span=13))
    assert longer.sessions[-1].date == date(2027, 1, 9)
    assert "course.span" in {finding.code for finding in longer.findings}


def test_a_missed_third_session_is_made_up_with_a_readable_diff():
    clinic = kd.Calendar(clinic_days=WORKDAYS, closures=["2027-01-01"])
    course = kd.plan_course("70 kg", OLIVER, start="2026-12-21", calendar=clinic)
    assert dates(course) == [
        "2026-12-21 Mon",
        "2026-12-24 Thu",
        "2026-12-28 Mon",
        "2026-12-31 Thu",
        "2027-01-04 Mon",
        "2027-01-07 Thu",
    ]
    course = course.record(1, "given").record(2, "given", amount="34.5 mg").record(3, "missed", why="a cold")
    with pytest.raises(PlacementError, match="This would do: a last day 1 day later, 2027-01-11"):
        kd.planning.replan(course, on="2026-12-29", missed="make up")
    again = kd.planning.replan(course, on="2026-12-29", missed="make up", spacing=kd.planning.Spacing(span=22))
    assert str(kd.planning.diff_courses(course, again)) == (
        "session 3: 2026-12-28 to 2026-12-29; 1 day later: made up\n"
        "session 4: 2026-12-31 to 2027-01-04; 4 days later: at least 3 days after session 3\n"
        "session 5: 2027-01-04 to 2027-01-07; 3 days later: at least 3 days after session 4\n"
        "session 6: 2027-01-07 to 2027-01-11; 4 days later: at least 3 days after session 5"
    )
    assert [session.number for session in again.sessions] == [1, 2, 3, 4, 5, 6]
    assert again.sessions[:2] == course.sessions[:2]
    assert (str(again.given), str(again.total)) == ("69.5 mg", "210 mg")
    assert "course.span" in {finding.code for finding in again.findings}


def test_a_missed_third_session_may_be_left_out():
    course = kd.plan_course("70 kg", OLIVER, start="2026-01-05").record(1, "given").record(2, "given").record(3, "missed")
    again = kd.planning.replan(course, on="2026-01-13", missed="leave out")
    assert [session.number for session in again.sessions] == [1, 2, 4, 5, 6]
    assert str(kd.planning.diff_courses(course, again)) == "session 3: left out\nordered in all: 210 mg to 175 mg"
    assert [str(entry) for entry in again.history][-1] == "session 3 missed on 2026-01-12"


def test_a_plan_is_not_made_over_what_nobody_has_said():
    course = kd.plan_course("70 kg", OLIVER, start="2026-01-05").record(1, "given")
    with pytest.raises(KetadoseError, match=r"what happened in session 2 of 2026-01-08 was not said.*course\.record\(2"):
        kd.planning.replan(course, on="2026-01-10")
    with pytest.raises(KetadoseError, match="expected make up or leave out"):
        kd.planning.replan(course.record(2, "missed"), on="2026-01-10")


def test_what_was_given_too_close_is_told_and_the_future_must_not_add_to_it():
    course = kd.plan_course("70 kg", kd.protocols.SPRAVATO_US, start="2026-01-05", levels="56 mg")
    course = course.record(1, "given").record(2, "given", date="2026-01-06").record(3, "given", date="2026-01-08")
    stops = [finding for finding in course.findings if finding.severity.value == "STOP"]
    assert [(finding.code, finding.overridden) for finding in stops] == [("per_week.high", None)]
    again = kd.planning.replan(course, on="2026-01-09")
    assert again.sessions[3].date >= date(2026, 1, 13)
    with pytest.raises(LimitError):
        course.record(4, "moved", date="2026-01-10")


def test_earlier_courses_count_in_the_week_and_the_window():
    first = kd.plan_course("70 kg", OLIVER, start="2026-01-05")
    with pytest.raises(LimitError, match="sessions in seven days: 4"):
        kd.plan_course("70 kg", MURROUGH, start="2026-01-23", earlier=(first,))
    later = kd.plan_course("70 kg", MURROUGH, start="2026-01-26", earlier=(first,))
    assert "window.high" not in {finding.code for finding in kd.plan_course("70 kg", MURROUGH, start="2026-01-26").findings}
    window = [finding for finding in later.findings if finding.code == "window.high"]
    assert [str(finding.figures[0]) for finding in window] == ["4 mg/kg"]


def test_a_course_with_a_history_stays_on_its_clock():
    clinic = kd.Calendar(zone="Europe/London", at="09:00")
    course = kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=clinic).record(1, "given")
    with pytest.raises(KetadoseError, match="on the clock of Europe/London"):
        kd.planning.replan(course, on="2026-01-06", calendar=kd.Calendar(zone="America/New_York", at="14:00"))
    later = kd.planning.replan(course, on="2026-01-06", calendar=kd.Calendar(zone="Europe/London", at="14:00"))
    assert [later.starts(number).moment.hour for number in (1, 2)] == [9, 14]
    assert str(kd.planning.diff_courses(course, later)).splitlines()[0] == "session 2: at 14:00"


def test_only_a_missed_session_is_reopened_by_a_move():
    from ketadose.planning.history import Entry, standing

    given, missed, moved = (
        Entry(1, "given", "2026-01-05", "35 mg"),
        Entry(1, "missed", "2026-01-05"),
        Entry(1, "moved", "2026-01-07"),
    )
    assert standing((given, moved)) == {1: given}
    assert standing((missed, moved)) == {}


def test_a_stop_of_the_past_does_not_hide_one_of_the_future():
    days = kd.DayPattern.weekly(3, weeks=4)
    strong = kd.Regimen("ketamine", "intravenous", ("0.2 mg/kg", "2 mg/kg"), over="100 min", days=days)
    course = kd.plan_course("70 kg", strong, start="2026-01-05", levels="0.2 mg/kg", overrides=some.ANYTHING_GOES)
    bare = kd.plan_course("70 kg", OLIVER, start="2026-01-05")
    told = bare.record(1, "given", amount="1400 mg")
    assert {finding.code for finding in told.findings if finding.severity.value == "STOP"} == {"window.high"}
    with pytest.raises(LimitError, match="total dose in 28 days"):
        kd.planning.replan(told, on="2026-01-06")
    assert course.record(1, "given", amount="1400 mg").given is not None


def test_sessions_of_another_route_are_not_counted_and_that_is_told():
    nasal = kd.plan_course("70 kg", kd.protocols.SPRAVATO_US, start="2026-01-05", levels="56 mg")
    course = kd.plan_course("70 kg", OLIVER, start="2026-01-12", earlier=nasal)
    (told,) = [finding for finding in course.findings if finding.code == "course.uncounted"]
    assert told.message == "earlier sessions of esketamine intranasal are not counted in the limits of ketamine intravenous"
    assert "window.high" not in {finding.code for finding in course.findings}
