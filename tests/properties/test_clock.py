"""Property 34: a session ends after exactly its real minutes, in every zone, on every change of the clocks."""

from __future__ import annotations

import datetime
import importlib.util
import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.planning import start_at
from tests import strategies as some
from tests.oracle import clocks

ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",  # back for Ramadan
    "Africa/Juba",
    "America/Havana",  # at midnight
    "America/New_York",
    "America/Santiago",  # at 24:00
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Casey",  # three hours
    "Antarctica/Troll",  # two hours
    "Asia/Almaty",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",  # half an hour
    "Europe/Berlin",
    "Europe/Dublin",  # winter is the saving time
    "Europe/London",
    "Europe/Volgograd",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",  # at 02:45
    "UTC",
)
WALLS = {"once": "ONCE", "never": "NEVER", "twice": "TWICE"}
CODES = {"never": "clock.gap", "twice": "clock.twice"}
AROUND = (-1440, -181, -120, -90, -61, -60, -59, -31, -30, -29, -1, 0, 1, 29, 30, 31, 59, 60, 61, 90, 119, 120, 179, 180, 1440)
"""Minutes from the wall time of a change to a start: an edge of half an hour, one, two and three hours is met exactly."""
ELAPSED = {"1 s": 1, "1 min": 60, "40 min": 2_400, "1 h": 3_600, "100 min": 6_000, "4 h": 14_400, "3 d": 259_200}
ONE = kd.protocols.TAYLOR_2018


def wall_time(local):
    return datetime.datetime(*clocks.fields(local))


def check(name, local):
    """One start on the wall clock: what it is, when it really is, and what time it is so much later; what it is."""
    zone = clocks.zone(name)
    expected = zone.read(local)
    start = start_at(wall_time(local), name)
    assert start.wall.name == WALLS[expected.wall], (name, wall_time(local))
    assert start.moment.isoformat() == zone.iso(expected.utc)
    assert start.asked == wall_time(local)
    for text, elapsed in ELAPSED.items():
        assert start.after(text).isoformat() == zone.iso(expected.utc + elapsed), (name, wall_time(local), text)
    return expected.wall


def check_change(name, change):
    """Starts before, in and after a change: forward over some that never come, back over some that come twice."""
    edges = {change.at + change.before, change.at + change.after}
    seen = Counter(check(name, edge + minutes * 60) for edge in sorted(edges) for minutes in AROUND)
    assert seen["once"]
    assert bool(seen["never"]) is (change.after > change.before)
    assert bool(seen["twice"]) is (change.after < change.before)


def changes(first, last):
    return [(name, change) for name in ZONES for change in clocks.zone(name).within(first, last)]


@pytest.mark.property(34)
@pytest.mark.parametrize("name", ZONES)
def test_session_around_every_change_of_2026_lasts_its_real_minutes(name):
    """Wrong if minutes are added on the wall clock, a gap is read by the later offset, or a fold by the second."""
    for change in clocks.zone(name).within(2026, 2026):
        check_change(name, change)
    for month in range(1, 13):
        check(name, clocks.seconds(2026, month, 15, 9))


@pytest.mark.property(34)
@pytest.mark.slow
def test_session_around_every_change_from_2020_to_2035_lasts_its_real_minutes():
    """Every change of every zone, those by the rule at the end of the file among them."""
    found = changes(2020, 2035)
    assert len(found) > 400
    assert {abs(change.after - change.before) // 60 for _, change in found} >= {30, 60, 120, 180}
    for name, change in found:
        check_change(name, change)


CHANGES = st.sampled_from(changes(2020, 2035))
SECONDS = st.integers(1, 4 * clocks.DAY)


@pytest.mark.property(34)
@given(CHANGES, st.integers(-2 * clocks.DAY, 2 * clocks.DAY))
def test_any_start_near_a_change_is_what_the_zone_says(each, apart):
    """To the second, wherever in the two days on both sides."""
    name, change = each
    check(name, change.at + change.before + apart)


@pytest.mark.property(34)
@given(st.sampled_from(ZONES), st.integers(clocks.seconds(1975, 1, 1), clocks.seconds(2099, 12, 31)))
def test_any_start_at_all_is_what_the_zone_says(name, local):
    """Far from the changes, and in years for which only the rule speaks."""
    check(name, local // 60 * 60)


@pytest.mark.property(34)
@given(CHANGES, st.integers(-600, 600), SECONDS, SECONDS)
def test_elapsed_time_adds_up(each, minutes, one, other):
    """Later is later, and no second is lost at the change between."""
    name, change = each
    start = start_at(wall_time(change.at + change.before + 60 * minutes), name)
    earlier, last = start.after(f"{one} s"), start.after(f"{one + other} s")
    utc = clocks.zone(name).read(change.at + change.before + 60 * minutes).utc
    assert (earlier.isoformat(), last.isoformat()) == tuple(clocks.zone(name).iso(utc + t) for t in (one, one + other))
    assert earlier.astimezone(datetime.UTC) < last.astimezone(datetime.UTC)


@pytest.mark.parametrize(("elapsed", "seconds"), [("0.9 s", 0), ("1.999 s", 1), ("0.999 min", 59), ("59.99 min", 3_599)])
def test_parts_of_a_second_are_cut_off(elapsed, seconds):
    """Wrong if they are rounded."""
    start = start_at(datetime.datetime(2026, 3, 29, 1, 0, 0), "Europe/Berlin")
    assert start.after(elapsed).isoformat() == clocks.zone("Europe/Berlin").iso(clocks.seconds(2026, 3, 29) + seconds)


@pytest.mark.property(34)
@given(CHANGES, st.integers(0, 1439), st.integers(0, 9), st.sampled_from(["40 min", "2 h", "6 h"]))
def test_course_says_of_each_session_whether_its_time_exists(each, minute, days, over):
    """In a plan: "clock.gap" and "clock.twice" for exactly those sessions, and the end after the real minutes."""
    name, change = each
    zone = clocks.zone(name)
    first = clocks.fields(change.at + change.before - days * clocks.DAY)[:3]
    at = datetime.time(minute // 60, minute % 60)
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over=over, days=tuple(range(1, 12)), source=some.SOURCE)
    calendar = kd.Calendar(zone=name, at=at)
    course = kd.plan_course("70 kg", regimen, start=datetime.date(*first), calendar=calendar, overrides=some.ANYTHING_GOES)
    readings = [zone.read(clocks.seconds(*first) + 60 * minute + day * clocks.DAY) for day in range(11)]
    expected = [(CODES[read.wall], number) for number, read in enumerate(readings, 1) if read.wall != "once"]
    told = [finding for finding in course.findings if finding.code.startswith("clock.")]
    assert [(finding.code, finding.figures[0]) for finding in told] == expected
    for finding, (_, number) in zip(told, expected, strict=True):
        assert finding.severity.value == "CAUTION"
        moment = zone.iso(readings[number - 1].utc)
        assert finding.message.endswith(f"{moment[:10]} {moment[11:16]}{moment[19:]} is meant here")
        assert f"session {number} at {wall_time(clocks.seconds(*first) + 60 * minute + (number - 1) * clocks.DAY)}"[:-3] in (
            finding.message
        )
    for number, read in enumerate(readings, 1):
        start = course.starts(number)
        assert start.wall.name == WALLS[read.wall]
        assert start.moment.isoformat() == zone.iso(read.utc)
        assert start.after(over).isoformat() == zone.iso(read.utc + int(over.split()[0]) * (60 if "min" in over else 3_600))


BY_HAND = [
    ("Europe/Berlin", "2025-03-30 01:59", "once", "2025-03-30T01:59:00+01:00", "2025-03-30T03:39:00+02:00"),
    ("Europe/Berlin", "2025-03-30 02:00", "never", "2025-03-30T03:00:00+02:00", "2025-03-30T03:40:00+02:00"),
    ("Europe/Berlin", "2025-03-30 03:00", "once", "2025-03-30T03:00:00+02:00", "2025-03-30T03:40:00+02:00"),
    ("Europe/Berlin", "2025-10-26 02:30", "twice", "2025-10-26T02:30:00+02:00", "2025-10-26T02:10:00+01:00"),
    ("Europe/Berlin", "2025-10-26 03:00", "once", "2025-10-26T03:00:00+01:00", "2025-10-26T03:40:00+01:00"),
    ("Europe/London", "2025-10-26 01:00", "twice", "2025-10-26T01:00:00+01:00", "2025-10-26T01:40:00+01:00"),
    ("Europe/Dublin", "2025-03-30 01:30", "never", "2025-03-30T02:30:00+01:00", "2025-03-30T03:10:00+01:00"),
    ("America/New_York", "2025-03-09 02:30", "never", "2025-03-09T03:30:00-04:00", "2025-03-09T04:10:00-04:00"),
    ("America/St_Johns", "2025-11-02 01:45", "twice", "2025-11-02T01:45:00-02:30", "2025-11-02T01:25:00-03:30"),
    ("America/Havana", "2025-03-09 00:00", "never", "2025-03-09T01:00:00-04:00", "2025-03-09T01:40:00-04:00"),
    ("Australia/Lord_Howe", "2025-04-06 01:45", "twice", "2025-04-06T01:45:00+11:00", "2025-04-06T01:55:00+10:30"),
    ("Australia/Lord_Howe", "2025-10-05 02:15", "never", "2025-10-05T02:45:00+11:00", "2025-10-05T03:25:00+11:00"),
    ("Antarctica/Troll", "2025-03-30 02:59", "never", "2025-03-30T04:59:00+02:00", "2025-03-30T05:39:00+02:00"),
    ("Antarctica/Troll", "2025-10-26 01:00", "twice", "2025-10-26T01:00:00+02:00", "2025-10-26T01:40:00+02:00"),
    ("Pacific/Chatham", "2025-09-28 02:45", "never", "2025-09-28T03:45:00+13:45", "2025-09-28T04:25:00+13:45"),
    ("Pacific/Chatham", "2025-09-28 02:30", "once", "2025-09-28T02:30:00+12:45", "2025-09-28T04:10:00+13:45"),
    ("Africa/Casablanca", "2025-02-23 02:30", "twice", "2025-02-23T02:30:00+01:00", "2025-02-23T02:10:00+00:00"),
    ("Pacific/Apia", "2011-12-30 09:00", "never", "2011-12-31T09:00:00+14:00", "2011-12-31T09:40:00+14:00"),
    ("Pacific/Apia", "2011-12-29 23:40", "once", "2011-12-29T23:40:00-10:00", "2011-12-31T00:20:00+14:00"),
    ("America/Sao_Paulo", "2018-11-04 00:00", "never", "2018-11-04T01:00:00-02:00", "2018-11-04T01:40:00-02:00"),
    ("America/Sao_Paulo", "2025-11-02 00:00", "once", "2025-11-02T00:00:00-03:00", "2025-11-02T00:40:00-03:00"),
    ("Asia/Tehran", "2022-03-22 00:30", "never", "2022-03-22T01:30:00+04:30", "2022-03-22T02:10:00+04:30"),
    ("Asia/Kathmandu", "2025-03-30 02:30", "once", "2025-03-30T02:30:00+05:45", "2025-03-30T03:10:00+05:45"),
    ("UTC", "2025-03-30 02:30", "once", "2025-03-30T02:30:00+00:00", "2025-03-30T03:10:00+00:00"),
]
"""Past changes, which no new rule moves: the start as it really is, and 40 minutes later."""


@pytest.mark.parametrize(("name", "asked", "wall", "moment", "after"), BY_HAND)
def test_changes_that_are_known(name, asked, wall, moment, after):
    """The oracle and the library, against figures worked out by hand."""
    start = start_at(datetime.datetime.fromisoformat(asked), name)
    assert (start.wall.name, start.moment.isoformat(), start.after("40 min").isoformat()) == (WALLS[wall], moment, after)
    zone, local = clocks.zone(name), clocks.seconds(*datetime.datetime.fromisoformat(asked).timetuple()[:6])
    read = zone.read(local)
    assert (read.wall, zone.iso(read.utc), zone.iso(read.utc + 2_400)) == (wall, moment, after)


def test_of_two_times_the_first_is_meant_whatever_the_fold_says():
    """Documented: the wall clock is asked, and a fold is no wall clock."""
    asked = datetime.datetime(2025, 10, 26, 2, 30)
    for fold in (0, 1):
        start = start_at(asked.replace(fold=fold), "Europe/Berlin")
        assert (start.wall.name, start.moment.isoformat()) == ("TWICE", "2025-10-26T02:30:00+02:00")
    gap = start_at(datetime.datetime(2025, 3, 30, 2, 30, fold=1), "Europe/Berlin")
    assert (gap.wall.name, gap.moment.isoformat()) == ("NEVER", "2025-03-30T03:30:00+02:00")


def at(hour, *, date="2026-03-29", zone="Europe/Berlin"):
    return kd.plan_course("70 kg", ONE, start=date, calendar=kd.Calendar(zone=zone, at=hour), sessions=1)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_only_a_time_that_is_given_is_judged(day):
    """A course without a time of day says nothing about the clock, and has no moment."""
    for calendar in (None, kd.Calendar(), kd.Calendar(zone="Europe/Berlin")):
        course = kd.plan_course("70 kg", ONE, start=day, calendar=calendar, sessions=1)
        assert not [finding for finding in course.findings if finding.code.startswith("clock.")]
        with pytest.raises(kd.KetadoseError) as error:
            course.starts(1)
        assert error.value.code == "time.unreadable"


def test_a_session_on_record_is_not_warned_of_again():
    """What happened has happened; the others still say it."""
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", days=(1, 8), source=some.SOURCE)
    calendar = kd.Calendar(zone="Europe/Berlin", at="02:30")
    course = kd.plan_course("70 kg", regimen, start="2026-10-25", calendar=calendar)
    assert [finding.code for finding in course.findings if "clock" in finding.code] == ["clock.twice"]
    done = course.record(1, "given")
    assert not [finding for finding in done.findings if "clock" in finding.code]
    moved = course.record(2, "moved", date="2027-03-28")
    assert [finding.code for finding in moved.findings if "clock" in finding.code] == ["clock.twice", "clock.gap"]


def test_a_session_that_is_made_up_is_judged_on_its_new_day():
    """Missed is the old date, not the new one: it is still to come."""
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", days=(1, 8), source=some.SOURCE)
    calendar = kd.Calendar(zone="Europe/Berlin", at="02:30")
    course = kd.plan_course("70 kg", regimen, start="2026-03-16", calendar=calendar).record(1, "given").record(2, "missed")
    again = kd.planning.replan(course, on="2026-03-29", missed="make up", spacing=kd.planning.Spacing(moves=30))
    assert again.sessions[1].date == datetime.date(2026, 3, 29)
    assert [finding.code for finding in again.findings if "clock" in finding.code] == ["clock.gap"]


class Hostile:
    """Answers nothing that is asked of it."""

    __hash__ = None

    def __bool__(self):
        raise RuntimeError

    __eq__ = __ne__ = __len__ = __str__ = lambda self, *_: self.__bool__()


NO_ZONES = [
    None,
    "",
    0,
    b"UTC",
    "Europe",
    "Europe/",
    "europe/london",
    "UTC ",
    " UTC",
    "UTC\n",
    "UTC\0",
    "../UTC",
    "/etc/localtime",
]
NO_ZONES += [".", "..", "tzdata.zi", "zone.tab", "x" * 5_000, "Zürich", 1.5, ["UTC"], datetime.UTC, Hostile()]


@pytest.mark.property(40)
@pytest.mark.parametrize("zone", NO_ZONES, ids=lambda zone: type(zone).__name__)
def test_what_is_no_zone_is_refused(zone):
    """For any value, by each door."""
    for call in (
        lambda: start_at(datetime.datetime(2026, 1, 5, 9), zone),
        lambda: kd.Calendar(zone=zone, at="09:00"),
    ):
        with pytest.raises(kd.KetadoseError) as error:
            call()
        assert error.value.code == "calendar.zone"


NO_TIMES = [None, "2026-01-05 09:00", datetime.date(2026, 1, 5), datetime.time(9), 1_767_600_000, Hostile()]
NO_TIMES += [datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC), type("Later", (datetime.datetime,), {})(2026, 1, 5)]


@pytest.mark.parametrize("asked", NO_TIMES, ids=lambda asked: type(asked).__name__)
def test_what_is_no_wall_clock_time_is_refused(asked):
    """Naive and aware never mix: a time with a zone of its own is refused, even the same one."""
    with pytest.raises(kd.KetadoseError) as error:
        start_at(asked, "UTC")
    assert error.value.code == "time.unreadable"


NO_TIMES_OF_DAY = ["9:00", "09:00:00", "24:00", "09:60", "09.00", " 09:00", "0900", "9 am", 9, Hostile()]
NO_TIMES_OF_DAY += [datetime.time(9, tzinfo=datetime.UTC), datetime.time(2, 30, fold=1), datetime.datetime(2026, 1, 5, 9)]


@pytest.mark.parametrize("time", NO_TIMES_OF_DAY, ids=lambda time: type(time).__name__)
def test_what_is_no_time_of_day_is_refused(time):
    with pytest.raises(kd.KetadoseError) as error:
        kd.Calendar(zone="UTC", at=time)
    assert error.value.code == "time.unreadable"


ENDS = [
    ("0001-01-01 00:00", "Europe/Berlin"),
    ("0001-01-01 08:59", "Asia/Tokyo"),
    ("9999-12-31 23:30", "America/New_York"),
    ("9999-12-31 13:00", "Pacific/Pago_Pago"),
]


@pytest.mark.property(40)
@pytest.mark.parametrize(("asked", "zone"), ENDS)
def test_a_time_at_an_end_of_the_calendar_is_an_error_of_ours(asked, zone):
    """UTC has no such moment there, and no OverflowError escapes."""
    with pytest.raises(kd.KetadoseError) as error:
        start_at(datetime.datetime.fromisoformat(asked), zone)
    assert error.value.code == "date.unreadable"
    hour = datetime.timedelta(hours=1 if asked < "5000" else -1)
    assert start_at(datetime.datetime.fromisoformat(asked) + 9 * hour, zone).wall.name == "ONCE"


@pytest.mark.property(40)
def test_a_course_at_an_end_of_the_calendar_is_an_error_of_ours():
    """Through the plan."""
    with pytest.raises(kd.KetadoseError) as error:
        at("00:00", date="0001-01-01")
    assert error.value.code == "date.unreadable"
    with pytest.raises(kd.KetadoseError) as error:
        at("23:30", date="9999-12-30", zone="UTC").starts(1).after("10000 h")
    assert error.value.code == "date.unreadable"


SCRIPT = """
import contextlib, datetime, locale, time
with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, "")
time.tzset()
import ketadose as kd
for text in ("2025-03-30 02:30", "2025-10-26 02:30", "2025-10-26 12:00"):
    start = kd.planning.start_at(datetime.datetime.fromisoformat(text), "Europe/Berlin")
    print(start.moment.isoformat(), start.wall.value, start.after("40 min").isoformat())
clinic = kd.Calendar(zone="America/St_Johns", at="02:30")
course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2025-03-09", calendar=clinic)
print(*[finding for finding in course.findings if finding.code.startswith("clock.")])
print(kd.planning.timeline(course, 1))
print(kd.planning.cumulative(course.record(1, "given"), days=7, before="400 mg"))
print(course.to_dict())
"""
SAID = [
    "2025-03-30T03:30:00+02:00 does not exist: the clocks are put forward over it 2025-03-30T04:10:00+02:00",
    "2025-10-26T02:30:00+02:00 exists twice: the clocks are put back over it 2025-10-26T02:10:00+01:00",
    "2025-10-26T12:00:00+01:00 exists once 2025-10-26T12:40:00+01:00",
    (
        "CAUTION clock.gap: session 1 at 2025-03-09 02:30 in America/St_Johns: this time does not exist: the clocks are put "
        "forward over it; 2025-03-09 03:30-02:30 is meant here"
    ),
    "2025-03-09 03:30-02:30 ketamine 35 mg intravenous over 40 min",
    "2025-03-09 04:10-02:30 the dose ends",
]
PLACES = [
    {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    {"TZ": "AAA-13:37BBB,M3.5.0,M10.5.0", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "", "LC_ALL": "C.UTF-8", "PYTHONOPTIMIZE": "1"},
]


def elsewhere(script, **place):
    environment = {name: value for name, value in os.environ.items() if name not in {"TZ", "LC_ALL", "PYTHONTZPATH"}}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment | place, capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return run.stdout.splitlines()


@pytest.mark.slow
def test_where_the_process_runs_changes_nothing():
    """Byte-identical in four zones and locales; a naive local time of the machine would differ in each."""
    first, *others = [elsewhere(SCRIPT, **place) for place in PLACES]
    assert first[: len(SAID)] == SAID
    assert all(each == first for each in others)
    if importlib.util.find_spec("tzdata") is not None:
        assert elsewhere(SCRIPT, PYTHONTZPATH="") == first


def test_without_any_zones_the_error_says_what_to_install():
    """A machine without a time-zone database gets an error of ours, and plans without a zone go on."""
    script = """
import sys
sys.modules["tzdata"] = None
import ketadose as kd
try:
    kd.Calendar(zone="Europe/London", at="09:00")
except kd.KetadoseError as error:
    print(error.code, "tzdata" in str(error))
print(kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start="2026-01-05", calendar=kd.Calendar()).start)
"""
    assert elsewhere(script, PYTHONTZPATH="") == ["calendar.zone True", "2026-01-05"]
