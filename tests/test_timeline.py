"""The moments around a session: the right real minutes from its start or its end, of the right sources, in their order."""

from __future__ import annotations

import datetime
import pickle
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.catalog import day_of_session
from ketadose.evidence import Citation, sources
from ketadose.measures import Duration
from ketadose.model.conduct import Monitoring
from ketadose.model.gates import Comparison, Gate, GateKind, Side, Vital, When
from ketadose.model.screening import Advice
from ketadose.planning import timeline
from ketadose.terms import CareArea, Drug, Route
from tests import strategies as some
from tests.oracle import clocks
from tests.oracle.units import minutes as minutes_of

KINDS = ("before", "dose", "watch", "after")
DOSED = [regimen for regimen in kd.protocols.ALL if regimen.doses]
ZONES = ("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Chatham", "Africa/Casablanca")
MINUTE = 60


def planned(regimen, at="09:00", *, day="2026-01-05", zone="Europe/London", **options):
    """The first session of a regimen at a time of day."""
    level = str(regimen.first[0] if regimen.first else regimen.doses[0])
    calendar = kd.Calendar(zone=zone, at=at)
    return kd.plan_course(
        "70 kg", regimen, start=day, levels=level, days=(1,), calendar=calendar, overrides=some.ANYTHING_GOES, **options
    )


def utc(moment):
    """Seconds of UTC by the wall clock and the offset that the moment shows, and nothing else."""
    day = clocks.seconds(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    offset = moment.utcoffset()
    return day - (offset.days * clocks.DAY + offset.seconds)


def told(line):
    """Each moment as (seconds from the start, kind, words, key of the source)."""
    begin = utc(line.start.moment)
    return [
        (utc(each.at) - begin, each.kind.value, each.what, each.citation.source.key if each.citation else "")
        for each in line.moments
    ]


def clock(line, *kinds):
    """The moments of some kinds as they stand on the wall clock with their offsets."""
    return [(each.at.isoformat(" ", "minutes"), each.what) for each in line.moments if each.kind.value in kinds]


def at_minutes(line, kind, source):
    """The minutes from the start at which a source asks something."""
    return [seconds // MINUTE for seconds, which, _, key in told(line) if which == kind and key == source]


# By hand


def test_moments_of_the_nasal_spray():
    """Food 2 h, other sprays 1 h, liquid 30 min before; pressure at 0 and 40 min; at least 2 h after; driving in words."""
    stay = "observation afterwards: at least until here, and until "
    assert told(timeline(planned(kd.protocols.SPRAVATO_US), 1)) == [
        (-7_200, "before", "hours without food: at least 120 min before", "SPRAVATO_PDR"),
        (-3_600, "before", "time since another nasal spray: at least 60 min before", "SPRAVATO_PDR"),
        (-1_800, "before", "time without liquid: at least 30 min before", "SPRAVATO_PDR"),
        (0, "dose", "esketamine 56 mg intranasal", ""),
        (0, "watch", "blood pressure", "SPRAVATO_US_LABEL_2019"),
        (
            0,
            "after",
            "driving and hazardous work: not until the next day, after a restful sleep (United States)",
            "SPRAVATO_US_LABEL_2019",
        ),
        (2_400, "watch", "blood pressure", "SPRAVATO_US_LABEL_2019"),
        (7_200, "watch", "blood pressure: at least until here, and until values decline", "SPRAVATO_US_LABEL_2019"),
        (7_200, "watch", "observation by a professional: at least until here", "SPRAVATO_US_LABEL_2019"),
        (7_200, "after", f"{stay}assessed as stable and ready to leave", "SPRAVATO_PDR"),
        (7_200, "after", f"{stay}blood pressure declines (United States)", "SPRAVATO_US_LABEL_2019"),
    ]


def test_moments_of_the_nasal_spray_in_europe():
    """A source that watches without an end in time says its end in words at the start."""
    line = timeline(planned(kd.protocols.SPRAVATO_UNDER_65), 1)
    watched = [(seconds, what) for seconds, kind, what, _ in told(line) if kind == "watch"]
    assert watched == [(0, "blood pressure"), (0, "blood pressure: until stable and ready to leave"), (2_400, "blood pressure")]


def test_moments_of_an_infusion():
    """It ends at 40 min; the Oxford stay of 1 h or 2 h, and the 24 h of two labels without driving, count from there."""
    line = timeline(planned(kd.protocols.OLIVER_2022), 1)
    assert line.end.isoformat() == "2026-01-05T09:40:00+00:00"
    assert [(s, what) for s, kind, what, _ in told(line) if kind == "dose"] == [
        (0, "ketamine 35 mg intravenous over 40 min"),
        (2_400, "the dose ends"),
    ]
    assert at_minutes(line, "after", "OXFORD_SERVICE") == [40, 100, 160]
    assert at_minutes(line, "after", "KETAMIN_LABATEC_CH") == [40, 40 + 1_440]
    assert at_minutes(line, "after", "KETAMINE_MIMS_INDIA") == [40 + 1_440]
    assert at_minutes(line, "after", "KETALAR_UK") == [40]
    assert at_minutes(line, "after", "KETAMINE_SUMMARY") == [40]
    assert {kind for _, kind, _, _ in told(line)} == {"dose", "after"}


def test_moments_of_the_oxford_service_itself():
    """What it watches is told with its own words beside what it asks afterwards."""
    line = timeline(planned(kd.protocols.OXFORD_SERVICE), 1)
    assert [(seconds, what) for seconds, kind, what, _ in told(line) if kind == "watch"] == [
        (0, "stay in the clinic, with an escort: until 1 hour after the infusion"),
        (0, "stay in the clinic, without an escort: until 2 hours after the infusion"),
    ]
    assert at_minutes(line, "after", "OXFORD_SERVICE") == [40, 100, 160]


def test_moments_of_esketamine_under_the_skin():
    """Every 15 min up to 120, and 90 min at least by two places of one source; nothing of the spray, nothing of ketamine."""
    line = timeline(planned(kd.protocols.DEL_SANT_2020), 1)
    expected = [(0, "dose", "esketamine 35 mg subcutaneous", "")]
    expected += [(quarter * 900, "watch", "blood pressure", "DEL_SANT_2020") for quarter in range(9)]
    expected.append((5_400, "watch", "blood pressure: at least until here", "DEL_SANT_2020"))
    expected.append(
        (
            5_400,
            "after",
            "observation afterwards: at least until here, authors recommend watching blood pressure",
            "DEL_SANT_2020",
        )
    )
    assert sorted(told(line)) == sorted(expected)
    assert line.end == line.start.moment


@pytest.mark.parametrize("over", ["100 min", "3 h", Duration("41 min")])
def test_a_dose_that_takes_longer_moves_what_comes_after_it(over):
    """`over=` is how long it really takes; what counts from the start stays."""
    taken, left = divmod(*minutes_of(str(over)))
    assert not left
    line = timeline(planned(kd.protocols.OLIVER_2022), 1, over=over)
    assert utc(line.end) - utc(line.start.moment) == taken * MINUTE
    assert at_minutes(line, "after", "OXFORD_SERVICE") == [taken, taken + 60, taken + 120]
    assert [seconds for seconds, kind, _, _ in told(line) if kind == "dose"] == [0, taken * MINUTE]
    assert line.moments[0].what.endswith("over 40 min"), "what was ordered is told as it was"


def test_a_spray_that_takes_its_time_is_watched_from_its_start_and_left_after_its_end():
    """Two devices five minutes apart: the label's two hours of watching count from the start, those of staying from the end."""
    line = timeline(planned(kd.protocols.SPRAVATO_US), 1, over="5 min")
    assert at_minutes(line, "before", "SPRAVATO_PDR") == [-120, -60, -30]
    assert at_minutes(line, "watch", "SPRAVATO_US_LABEL_2019") == [0, 40, 120, 120]
    assert at_minutes(line, "after", "SPRAVATO_US_LABEL_2019") == [5, 125]
    assert at_minutes(line, "after", "SPRAVATO_PDR") == [125]


NIGHT = [
    (
        "2026-03-29",
        "01:30",
        ["2026-03-28 23:30+01:00", "2026-03-29 00:30+01:00", "2026-03-29 01:00+01:00"],
        ["2026-03-29 01:30+01:00", "2026-03-29 03:10+02:00", "2026-03-29 04:30+02:00"],
    ),
    (
        "2026-03-29",
        "03:15",
        ["2026-03-29 00:15+01:00", "2026-03-29 01:15+01:00", "2026-03-29 01:45+01:00"],
        ["2026-03-29 03:15+02:00", "2026-03-29 03:55+02:00", "2026-03-29 05:15+02:00"],
    ),
    (  # does not exist: 03:30 is meant
        "2026-03-29",
        "02:30",
        ["2026-03-29 00:30+01:00", "2026-03-29 01:30+01:00", "2026-03-29 03:00+02:00"],
        ["2026-03-29 03:30+02:00", "2026-03-29 04:10+02:00", "2026-03-29 05:30+02:00"],
    ),
    (
        "2026-10-25",
        "01:30",
        ["2026-10-24 23:30+02:00", "2026-10-25 00:30+02:00", "2026-10-25 01:00+02:00"],
        ["2026-10-25 01:30+02:00", "2026-10-25 02:10+02:00", "2026-10-25 02:30+01:00"],
    ),
    (  # exists twice: the first is meant
        "2026-10-25",
        "02:45",
        ["2026-10-25 00:45+02:00", "2026-10-25 01:45+02:00", "2026-10-25 02:15+02:00"],
        ["2026-10-25 02:45+02:00", "2026-10-25 02:25+01:00", "2026-10-25 03:45+01:00"],
    ),
    (
        "2026-10-25",
        "03:15",
        ["2026-10-25 02:15+02:00", "2026-10-25 02:15+01:00", "2026-10-25 02:45+01:00"],
        ["2026-10-25 03:15+01:00", "2026-10-25 03:55+01:00", "2026-10-25 05:15+01:00"],
    ),
]


@pytest.mark.parametrize(("day", "at", "before", "watch"), NIGHT)
def test_moments_on_the_night_the_clocks_change(day, at, before, watch):
    """Wrong if two hours before or after are taken on the wall clock: then somebody fasts or stays an hour too little."""
    line = timeline(planned(kd.protocols.SPRAVATO_US, at, day=day, zone="Europe/Berlin"), 1)
    assert [time for time, _ in clock(line, "before")] == before
    assert [time for time, what in clock(line, "watch")] == [*watch, watch[-1]]


def test_an_infusion_over_the_change_ends_after_its_minutes():
    """40 minutes from 01:50 end at 03:30; an hour later, 04:30, somebody may go home."""
    line = timeline(planned(kd.protocols.OLIVER_2022, "01:50", day="2026-03-29", zone="Europe/Berlin"), 1)
    assert line.end.isoformat() == "2026-03-29T03:30:00+02:00"
    oxford = [
        each.at.isoformat(" ", "minutes") for each in line.moments if each.citation and "OXFORD" in each.citation.source.key
    ]
    assert oxford == ["2026-03-29 03:30+02:00", "2026-03-29 04:30+02:00", "2026-03-29 05:30+02:00"]


def test_a_moment_is_printed_with_its_zone():
    """Of two moments with one wall time, the offset tells which is which; the source stands behind."""
    line = timeline(planned(kd.protocols.SPRAVATO_US, "03:15", day="2026-10-25", zone="Europe/Berlin"), 1)
    lines = str(line).splitlines()
    assert lines[0].startswith("2026-10-25 02:15+02:00 hours without food: at least 120 min before [Spravato, ")
    assert lines[1].startswith("2026-10-25 02:15+01:00 time since another nasal spray: at least 60 min before [")
    assert lines[3] == "2026-10-25 03:15+01:00 esketamine 56 mg intranasal"
    assert len(lines) == len(line.moments)


def test_every_session_has_its_own_timeline():
    """Session 4 of a course is on its own date, with its own dose, and says its number."""
    clinic = kd.Calendar(zone="Europe/Berlin", at="09:00")
    levels = ("56 mg", "56 mg", "84 mg", "84 mg")
    course = kd.plan_course("70 kg", kd.protocols.SPRAVATO_US, start="2026-03-23", levels=levels, sessions=4, calendar=clinic)
    line = timeline(course, 3)
    assert line.session == 3
    assert clock(line, "dose") == [("2026-03-30 09:00+02:00", "esketamine 84 mg intranasal")]
    assert clock(timeline(course, 2), "dose") == [("2026-03-26 09:00+01:00", "esketamine 56 mg intranasal")]
    given = course.record(1, "given").record(2, "given", date="2026-03-27")
    assert clock(timeline(given, 2), "dose") == [("2026-03-27 09:00+01:00", "esketamine 56 mg intranasal")]


# Properties


def asked(regimen, area, takes):
    """(seconds from the start, kind, citation) of what the records ask: minutes by the records' own text, by whole numbers."""

    def seconds(duration):
        count, parts = minutes_of(str(duration).replace(",", ""))
        assert count * MINUTE % parts == 0
        return count * MINUTE // parts

    end = 0 if takes is None else seconds(takes)
    expected = [(0, "dose", None)] + ([] if takes is None else [(end, "dose", None)])
    for watched in regimen.monitoring:
        expected += [(minute * MINUTE, "watch", watched.citation) for minute in watched.minutes]
        if watched.at_least is not None or watched.until:
            expected.append((seconds(watched.at_least) if watched.at_least else 0, "watch", watched.citation))
    for gate in day_of_session.ALL:
        if regimen.drug not in gate.drugs or (gate.routes and regimen.route not in gate.routes):
            continue
        if gate.areas and area not in gate.areas:
            continue
        before = gate.when.value == "before the dose"
        if gate.at_least is not None:
            time = seconds(gate.at_least)
            expected.append((-time if before else end + time, "before" if before else "after", gate.citation))
        elif gate.until and not before:
            expected.append((end, "after", gate.citation))
    return expected


CHANGES = [(name, change) for name in ZONES for change in clocks.zone(name).within(2026, 2027)]


@pytest.mark.property(34)
@given(
    st.sampled_from([regimen.label for regimen in DOSED]),
    st.sampled_from(CHANGES),
    st.integers(-1_500, 300),
    st.sampled_from([None, None, "7 min", "100 min", "6 h"]),
)
def test_every_moment_is_the_minutes_of_its_record_from_the_start(label, each, apart, over):
    """By UTC alone, for every protocol, with a change of the clocks somewhere between its moments; none more and none less."""
    regimen = getattr(kd.protocols, label)
    name, change = each
    local = (change.at + change.before) // MINUTE * MINUTE + apart * MINUTE
    year, month, day, hour, minute, _ = clocks.fields(local)
    course = planned(regimen, datetime.time(hour, minute), day=datetime.date(year, month, day), zone=name)
    line = timeline(course, 1, over=over)
    zone = clocks.zone(name)
    begin = zone.read(local).utc
    takes = regimen.over if over is None else over
    assert utc(line.start.moment) == begin
    found = Counter((utc(moment.at) - begin, moment.kind.value, moment.citation) for moment in line.moments)
    assert found == Counter(asked(regimen, course.profile.area, takes))
    for moment in line.moments:
        assert moment.at.isoformat() == zone.iso(utc(moment.at))
    instants = [(utc(moment.at), KINDS.index(moment.kind.value)) for moment in line.moments]
    assert instants == sorted(instants)
    count, parts = (0, 1) if takes is None else minutes_of(str(takes))
    assert utc(line.end) - begin == count * MINUTE // parts


def test_order_is_of_time_where_the_wall_clock_goes_back():
    """A moment after the change stands after one before it, whatever both clocks show."""
    line = timeline(planned(kd.protocols.DEL_SANT_2020, "02:30", day="2026-10-25", zone="Europe/Berlin"), 1)
    shown = [each.at.strftime("%H:%M") for each in line.moments]
    assert shown[:5] == ["02:30", "02:30", "02:45", "02:00", "02:15"]
    assert [utc(each.at) for each in line.moments] == sorted(utc(each.at) for each in line.moments)


SOURCES = {
    ("esketamine", "intranasal"): {"SPRAVATO_PDR", "SPRAVATO_US_LABEL_2019"},
    ("esketamine", "subcutaneous"): {"DEL_SANT_2020"},
    ("ketamine", "intravenous"): {
        "KETAMINE_SUMMARY",
        "KETALAR_UK",
        "KETAMIN_LABATEC_CH",
        "KETAMINE_MIMS_INDIA",
        "OXFORD_SERVICE",
    },
}
OF_KETAMINE = SOURCES["ketamine", "intravenous"] - {"OXFORD_SERVICE"}
"""Whose words before and after a dose are about which drug by which route; ketamine by any other route has the labels alone."""


@pytest.mark.parametrize("regimen", DOSED, ids=lambda regimen: regimen.label)
def test_nothing_is_about_another_drug_or_route(regimen):
    """And everything but the dose says who says so: the regimen's own source for what is watched."""
    line = timeline(planned(regimen), 1)
    drug, route = regimen.drug.value, regimen.route.value
    expected = SOURCES.get((drug, route), OF_KETAMINE if drug == "ketamine" else set())
    assert {key for _, kind, _, key in told(line) if kind in {"before", "after"}} == expected
    own = {watched.citation.source.key for watched in regimen.monitoring}
    assert {key for _, kind, _, key in told(line) if kind == "watch"} == own
    assert all((moment.citation is None) is (moment.kind.value == "dose") for moment in line.moments)


def test_one_source_does_not_say_two_ends_in_the_same_words():
    """Asked of one regimen of each drug and route: an hour with an escort and two without must not read the same."""
    for regimen in {(each.drug, each.route): each for each in DOSED}.values():
        said = [(what, key) for _, kind, what, key in told(timeline(planned(regimen), 1)) if kind == "after"]
        assert [each for each, times in Counter(said).items() if times > 1] == []


# Gates that no source has yet

CITED = Citation(sources.KETALAR_LABEL, "section 2.1")
STAY = {"at_least": "30 min"}


def gate(when=When.AFTER, drugs=(Drug.KETAMINE,), routes=(), areas=(), kind=GateKind.STAY, **asks):
    return Gate("stay.test", kind, when, Advice.RECOMMENDED, "words", CITED, drugs, routes, areas, **asks)


PRESSURE = Comparison(Vital.SYSTOLIC, Side.ABOVE, 140)
GATES = [
    (gate(**STAY), [(70, "observation afterwards: at least until here, words")]),
    (gate(where="Utopia", **STAY), [(70, "observation afterwards: at least until here, words (Utopia)")]),
    (gate(until="well", **STAY), [(70, "observation afterwards: at least until here, and until well")]),
    (gate(until="well"), [(40, "observation afterwards: well")]),
    (gate(When.BEFORE, **STAY), [(-30, "observation afterwards: at least 30 min before")]),
    (gate(When.BEFORE, until="well"), []),
    (gate(compares=(PRESSURE,)), []),
    (gate(When.BEFORE, compares=(PRESSURE,)), []),
    (gate(site_setting=True), []),
    (gate(drugs=(Drug.ESKETAMINE,), **STAY), []),
    (gate(drugs=tuple(Drug), **STAY), [(70, "observation afterwards: at least until here, words")]),
    (gate(routes=(Route.ORAL, Route.INTRANASAL), **STAY), []),
    (gate(routes=(Route.ORAL, Route.INTRAVENOUS), **STAY), [(70, "observation afterwards: at least until here, words")]),
    (gate(areas=(CareArea.CHRONIC_PAIN,), **STAY), []),
    (
        gate(areas=(CareArea.CHRONIC_PAIN, CareArea.PSYCHIATRIC_CLINIC), **STAY),
        [(70, "observation afterwards: at least until here, words")],
    ),
]


@pytest.mark.parametrize(("one", "expected"), GATES, ids=[str(number) for number in range(len(GATES))])
def test_a_gate_concerns_its_drug_route_and_area_and_only_a_time_or_an_end_is_a_moment(monkeypatch, one, expected):
    """For an infusion of 40 min in a psychiatric clinic."""
    monkeypatch.setattr(day_of_session, "ALL", (one,))
    line = timeline(planned(kd.protocols.OLIVER_2022), 1)
    assert [(s // MINUTE, what) for s, kind, what, _ in told(line) if kind != "dose"] == expected
    assert {key for _, kind, _, key in told(line) if kind != "dose"} <= {"KETALAR_LABEL"}


def test_a_gate_concerns_the_area_that_the_course_is_judged_by(monkeypatch):
    """`profile=` overrides the regimen's own."""
    monkeypatch.setattr(day_of_session, "ALL", (gate(areas=(CareArea.CHRONIC_PAIN,), **STAY),))
    assert len(timeline(planned(kd.protocols.OLIVER_2022, profile="chronic pain"), 1).moments) == 3


@pytest.mark.parametrize(
    ("watched", "expected"),
    [
        ({"minutes": (0, 5)}, [(0, "pulse"), (5, "pulse")]),
        ({"minutes": (10,), "until": "well"}, [(0, "pulse: until well"), (10, "pulse")]),
        ({"at_least": Duration("1 h")}, [(60, "pulse: at least until here")]),
        ({"at_least": Duration("1 h"), "until": "well"}, [(60, "pulse: at least until here, and until well")]),
    ],
)
def test_what_a_site_watches_counts_from_the_start(monkeypatch, watched, expected):
    """Not from the end of the infusion, and with the site as its source."""
    monkeypatch.setattr(day_of_session, "ALL", ())
    watch = (Monitoring("pulse", Citation(some.SOURCE, "page 2"), **watched),)
    line = timeline(planned(some.infusion("0.5 mg/kg", monitoring=watch)), 1)
    assert [(s // MINUTE, what) for s, kind, what, _ in told(line) if kind == "watch"] == expected


# Refusals


def refused(call):
    with pytest.raises(kd.KetadoseError) as error:
        call()
    assert len(str(error.value)) < 300
    assert str(error.value).isascii()
    return error.value.code


@pytest.mark.parametrize("calendar", [None, kd.Calendar(), kd.Calendar(zone="Europe/London")], ids=["none", "bare", "zone"])
def test_without_a_time_of_day_there_is_no_timeline(calendar):
    """No nine o'clock is assumed."""
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05", calendar=calendar)
    assert refused(lambda: timeline(course, 1)) == "time.unreadable"
    assert refused(lambda: timeline(course, 1, over="40 min")) == "time.unreadable"


@pytest.mark.parametrize("number", [0, 2, -1, True, 1.0, "1", None, (1,)])
def test_a_session_that_is_not_there_is_refused(number):
    course = planned(kd.protocols.OLIVER_2022)
    assert refused(lambda: timeline(course, number)) == "history.session"


@pytest.mark.parametrize(
    "over", [40, "40", "0 min", "-5 min", "40 mg", "40 mL/h", "1 h 30 min", "soon", True, float("nan"), ["40 min"], object()]
)
def test_what_is_no_duration_is_refused(over):
    course = planned(kd.protocols.OLIVER_2022)
    assert refused(lambda: timeline(course, 1, over=over)).startswith("measure.")


@pytest.mark.property(40)
@pytest.mark.parametrize(
    "course", [None, "course", 1, kd.protocols.OLIVER_2022, object()], ids=lambda each: type(each).__name__
)
def test_what_is_no_course_is_refused(course):
    """No AttributeError escapes."""
    assert refused(lambda: timeline(course, 1)) == "argument.type"


def test_a_hollow_course_is_refused():
    """One made behind the constructor's back."""
    course = planned(kd.protocols.OLIVER_2022)
    assert refused(lambda: timeline(object.__new__(type(course)), 1)) == "record.hollow"


@pytest.mark.property(40)
def test_moments_beyond_an_end_of_the_calendar_are_an_error_of_ours():
    """What is before the first day, and after the last."""
    assert refused(lambda: timeline(planned(kd.protocols.SPRAVATO_US, "01:59", day="0001-01-01", zone="UTC"), 1)) == (
        "date.unreadable"
    )
    late = planned(kd.protocols.OLIVER_2022, "23:00", day="9999-12-20", zone="UTC")
    assert refused(lambda: timeline(late, 1, over="300 h")) == "date.unreadable"
    early = planned(kd.protocols.SPRAVATO_US, "02:00", day="0001-01-01", zone="UTC")
    assert timeline(early, 1).moments[0].at.isoformat() == "0001-01-01T00:00:00+00:00"


def test_a_timeline_is_a_record():
    """Equal and hash-equal after pickling, offsets and all, and plain data for a program."""
    line = timeline(planned(kd.protocols.OLIVER_2022, "02:30", day="2026-10-25", zone="Europe/Berlin"), 1, over="60 min")
    again = pickle.loads(pickle.dumps(line))
    assert (again, hash(again), str(again)) == (line, hash(line), str(line))
    written = line.to_dict()
    assert written["end"] == "2026-10-25T02:30:00+01:00"
    assert written["start"] == {
        "asked": "2026-10-25T02:30:00",
        "moment": "2026-10-25T02:30:00+02:00",
        "wall": "exists twice: the clocks are put back over it",
    }
    assert [each["at"] for each in written["moments"]] == [each.at.isoformat() for each in line.moments]
    assert written["moments"][0]["citation"] is None
