"""Maintenance: the least frequent interval that holds, reviews with their source, and windows of relapse side by side."""

import copy
import datetime
import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.catalog import time_courses
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source, Standing, sources
from ketadose.findings import Severity
from ketadose.measures import Duration
from ketadose.model.conduct import Phase, Titration
from ketadose.model.screening import Clock
from ketadose.model.time_course import End, TimeCourse
from ketadose.planning.maintenance import (
    IntervalAction,
    IntervalProposal,
    Review,
    Tried,
    Watch,
    propose_interval,
    relapse_windows,
    review_sessions,
    watch_dates,
)
from ketadose.terms import Drug, PhaseKind, Route

P = kd.protocols
OWN = Source.site("SOP 12")
PLACE = Citation(OWN, "page 3")


def phase(least, most, condition=""):
    return Phase(PhaseKind.MAINTENANCE, PLACE, every=(least, most), condition=condition)


def tried(text):
    """7+ 14- is seven days that held, then fourteen that did not."""
    return [Tried(int(each[:-1]), each[-1] == "+") for each in text.split()]


def told(proposal):
    return proposal.action.value, proposal.days


# The interval


@st.composite
def histories(draw):
    least = draw(st.integers(1, 30))
    most = least + draw(st.integers(0, 40))
    days = st.integers(max(least - 3, 1), most + 3)
    return (least, most), draw(st.lists(st.tuples(days, st.booleans()), max_size=8))


def expected(span, history):
    """The words of the rule, counted on the fingers: (days or None, whether it is left to judgement)."""
    least, most = span
    if not history:
        return least, False
    if [days for days, _ in history if days < least or days > most]:
        return None, True
    for days, held in history:
        for other, also in history:
            if held and not also and days >= other:
                return None, True
    good = [days for days, held in history if held]
    last = history[-1][0]
    if len(good) == len(history):
        return min(most, last + 7), False
    if good:
        return max(good), False
    return (None, True) if least in [days for days, _ in history] else (least, False)


@given(histories())
def test_the_interval_is_what_the_words_of_the_rule_say(case):
    span, history = case
    proposal = propose_interval(phase(*span), [Tried(*each) for each in history])
    days, judged = expected(span, history)
    assert proposal.days == days
    assert (proposal.action is IntervalAction.JUDGE) is judged


@given(histories())
def test_no_interval_leaves_the_sources_span_or_one_that_failed(case):
    (least, most), history = case
    proposal = propose_interval(phase(least, most), [Tried(*each) for each in history])
    if proposal.days is None:
        return
    assert least <= proposal.days <= most
    assert all(proposal.days < days for days, held in history if not held)
    if history:
        last = history[-1][0]
        assert proposal.days <= max([last + 7, *(days for days, held in history if held)])
        sign = (proposal.days > last) - (proposal.days < last)
        assert {IntervalAction.LONGER: 1, IntervalAction.KEEP: 0, IntervalAction.SHORTER: -1}[proposal.action] == sign
    else:
        assert proposal.action is IntervalAction.START


@given(st.integers(1, 30), st.integers(0, 60))
def test_holding_again_and_again_ends_at_the_sources_longest(least, wider):
    """The proposals themselves, followed and held each time, rise to the longest and stay there."""
    where, history = phase(least, least + wider), []
    for _ in range(wider // 7 + 3):
        proposal = propose_interval(where, history)
        history.append(Tried(proposal.days, True))
    assert told(propose_interval(where, history)) == ("keep", least + wider)


@pytest.mark.parametrize(
    ("span", "history", "expected"),
    [
        ((7, 14), "", ("start", 7)),
        ((7, 14), "7+", ("longer", 14)),
        ((7, 14), "7+ 14+", ("keep", 14)),
        ((7, 14), "7+ 14-", ("shorter", 7)),
        ((7, 14), "7+ 14- 7+", ("keep", 7)),
        ((7, 14), "7-", ("judge", None)),
        ((7, 14), "14-", ("shorter", 7)),
        ((7, 14), "7+ 7-", ("judge", None)),
        ((7, 14), "7- 14+", ("judge", None)),
        ((7, 14), "7+ 14+ 14-", ("judge", None)),
        ((7, 14), "7+ 21+", ("judge", None)),
        ((7, 14), "3+", ("judge", None)),
        ((7, 14), "10+", ("longer", 14)),
        ((21, 42), "21+", ("longer", 28)),
        ((21, 42), "21+ 28+ 35+", ("longer", 42)),
        ((21, 42), "21+ 28+ 35-", ("shorter", 28)),
        ((21, 42), "28+ 35- 21+", ("longer", 28)),
        ((21, 42), "42-", ("shorter", 21)),
        ((3, 7), "3+", ("longer", 7)),
        ((4, 4), "", ("start", 4)),
        ((4, 4), "4+", ("keep", 4)),
    ],
)
def test_worked_histories(span, history, expected):
    assert told(propose_interval(phase(*span), tried(history))) == expected


def test_the_label_s_own_span_and_rule():
    for regimen in (P.SPRAVATO_US, P.SPRAVATO_UNDER_65, P.GLUE_2018, P.KED_REGISTERED, P.ZED3_REGISTERED, P.LARA_2013):
        proposal = propose_interval(regimen)
        assert told(proposal) == ("start", proposal.span[0])
        assert proposal.phase in regimen.phases
    assert propose_interval(P.SPRAVATO_US, [Tried(7, True)]).days == 14


def test_only_a_maintenance_phase_that_names_days_is_taken():
    phases = (
        Phase(PhaseKind.INDUCTION, PLACE, every=(2, 3)),
        Phase(PhaseKind.MAINTENANCE, PLACE, condition="as needed"),
        phase(7, 14),
    )
    mixed = kd.Regimen("ketamine", "oral", "10 mg", source=OWN, phases=phases)
    assert propose_interval(mixed).phase == phases[-1]


def codes(proposal):
    return [each.code for each in proposal.findings]


def test_what_is_ours_says_so():
    label, other = (propose_interval(each, tried("7+")) for each in (P.SPRAVATO_US, P.SPRAVATO_UNDER_65))
    assert codes(label) == ["proposal.order"]
    assert codes(other) == ["proposal.order", "proposal.ours"]
    between = propose_interval(phase(21, 42, "the least frequent that holds"), tried("21+"))
    assert codes(between) == ["proposal.order", "proposal.ours"]
    assert "every 21 to 42 days the interval grows by 7 days (a judgement of this project" in between.findings[-1].message
    assert codes(propose_interval(phase(21, 42), tried("21+"))) == ["proposal.order", "proposal.ours", "proposal.ours"]
    assert codes(propose_interval(phase(21, 42, "the least frequent that holds"), tried("28+ 35- 21+"))) == ["proposal.order"]
    assert codes(propose_interval(phase(4, 4))) == ["proposal.order"]
    assert codes(propose_interval(P.SPRAVATO_UNDER_65, tried("7-"))) == ["proposal.order"]
    assert {each.severity for each in between.findings} == {Severity.NOTE}
    assert between.findings[-1].citation.source is sources.OURS


@pytest.mark.parametrize(
    ("history", "words"),
    [
        ("", "nothing was tried: the source's most frequent, every 7 days"),
        ("7+ 14+", "14 days held, and the source names nothing longer"),
        ("7+ 14-", "14 days did not hold, 7 days did"),
        ("7+ 7-", "7 days held, and 7 days did not: they contradict"),
        ("7-", "7 days did not hold, and the source names nothing shorter"),
        ("14-", "14 days did not hold, and nothing else did"),
        ("7+ 21+ 28-", "the source says every 7 to 14 days; it says nothing of 21, 28 days"),
        ("7+", "all that was tried held, 7 days the last"),
    ],
)
def test_the_reason_is_told_with_both_intervals(history, words):
    proposal = propose_interval(P.SPRAVATO_US, tried(history))
    assert words in proposal.reason
    assert words in str(proposal)
    assert words in str(proposal.working)
    assert str(proposal.phase.citation) in str(proposal)


def test_the_working_tells_what_was_tried():
    text = str(propose_interval(P.SPRAVATO_US, tried("7+ 14-")).working)
    assert "tried: 7 days: held; 14 days: did not hold" in text
    assert "shorter, every 7 days" in text
    assert "tried: nothing" in str(propose_interval(phase(1, 1)).working)
    assert "every 1 day" in str(propose_interval(phase(1, 1)))


def test_a_proposal_is_a_record():
    for proposal in (propose_interval(P.SPRAVATO_US, tried("7+ 14-")), propose_interval(P.SPRAVATO_US, tried("7-"))):
        plain = proposal.to_dict()
        assert json.loads(json.dumps(plain)) == plain
        assert plain["days"] == proposal.days
        for again in (pickle.loads(pickle.dumps(proposal)), copy.deepcopy(proposal), attrs.evolve(proposal)):
            assert again == proposal
            assert told(again) == told(proposal)


SEVERAL = kd.Regimen("ketamine", "oral", "10 mg", source=OWN, phases=(phase(7, 14), phase(14, 28)))


@pytest.mark.parametrize(
    ("code", "field", "call"),
    [
        ("maintenance.none", "maintenance", lambda: propose_interval(P.CUSIN_2017)),
        ("maintenance.none", "maintenance", lambda: propose_interval(P.OLIVER_2022)),
        ("maintenance.none", "maintenance", lambda: propose_interval(SEVERAL)),
        ("maintenance.none", "maintenance", lambda: propose_interval(P.SPRAVATO_US.phases[0])),
        ("maintenance.none", "maintenance", lambda: propose_interval(Phase(PhaseKind.INDUCTION, PLACE, every=(7, 14)))),
        ("maintenance.none", "maintenance", lambda: IntervalProposal("weekly", ())),
        ("argument.type", "regimen", lambda: propose_interval("SPRAVATO_US")),
        ("record.hollow", "maintenance", lambda: propose_interval(object.__new__(Phase))),
        ("maintenance.tried", "days", lambda: Tried(0, True)),
        ("maintenance.tried", "days", lambda: Tried(-7, True)),
        ("maintenance.tried", "days", lambda: Tried(True, True)),
        ("maintenance.tried", "days", lambda: Tried(7.0, True)),
        ("maintenance.tried", "held", lambda: Tried(7, None)),
        ("maintenance.tried", "held", lambda: Tried(7, 1)),
        ("maintenance.tried", "tried", lambda: propose_interval(P.SPRAVATO_US, Tried(7, True))),
        ("maintenance.tried", "tried", lambda: propose_interval(P.SPRAVATO_US, [(7, True)])),
        ("maintenance.tried", "tried", lambda: IntervalProposal(P.SPRAVATO_US.phases[-1], [Tried(7, True)])),
        ("record.hollow", "tried", lambda: propose_interval(P.SPRAVATO_US, [object.__new__(Tried)])),
        ("maintenance.tried", "sessions", lambda: review_sessions(P.SPRAVATO_US, sessions=0)),
        ("maintenance.tried", "sessions", lambda: review_sessions(P.SPRAVATO_US, sessions=True)),
        ("argument.type", "regimen", lambda: review_sessions("SPRAVATO_US")),
        ("word.unknown", "drug", lambda: relapse_windows(drug="propofol")),
        ("word.unknown", "route", lambda: watch_dates("2026-01-22", route="rectal")),
        ("date.unreadable", "last", lambda: watch_dates("22.1.2026")),
        ("date.unreadable", "last", lambda: watch_dates(datetime.datetime(2026, 1, 22))),
        ("date.unreadable", "last", lambda: watch_dates(20260122)),
        ("date.unreadable", "last", lambda: watch_dates("9999-12-20")),
        ("date.unreadable", "last", lambda: Watch(relapse_windows()[0], "soon")),
        ("argument.type", "window", lambda: Watch("18 days", datetime.date(2026, 1, 22))),
        ("argument.type", "window", lambda: Watch(ONSET_ONLY, datetime.date(2026, 1, 22))),
        ("record.hollow", "window", lambda: Watch(object.__new__(TimeCourse), datetime.date(2026, 1, 22))),
    ],
)
def test_nonsense_is_refused_with_what_to_write(code, field, call):
    with pytest.raises(KetadoseError) as caught:
        call()
    assert (caught.value.code, caught.value.field) == (code, field)
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300


# Reviews


def reviews(regimen, **more):
    return [(each.after, each.citation.source.standing) for each in review_sessions(regimen, **more)]


OURS, SEEN = Standing.OURS, Standing.PUBLISHED


def test_a_course_is_reviewed_after_three_and_six_and_before_maintenance():
    assert reviews(P.SPRAVATO_US) == [(3, OURS), (6, OURS), (None, OURS)]
    assert reviews(P.LOO_2023_FLEXIBLE) == [(3, OURS), (6, OURS)]
    assert reviews(P.CUSIN_2017) == [(3, OURS), (3, SEEN), (6, OURS)]
    assert reviews(P.SINGH_2016_ESKETAMINE) == [(1, SEEN)]
    assert reviews(P.FALK_2020) == []
    assert reviews(P.LOO_2023_FLEXIBLE, sessions=5) == [(3, OURS)]
    assert reviews(P.LOO_2023_FLEXIBLE, sessions=6) == [(3, OURS), (6, OURS)]
    assert reviews(P.CUSIN_2017, sessions=2) == []
    open_ended = kd.Regimen("ketamine", "oral", "10 mg", source=OWN, titration=Titration("up", PLACE, after=40))
    assert reviews(open_ended) == [(3, OURS), (6, OURS), (40, Standing.SITE)]


def test_a_review_says_why_and_by_whose_word():
    before = review_sessions(P.SPRAVATO_US)[-1]
    assert str(before).startswith("before maintenance: whether to go on (a judgement of this project")
    assert "benefit is judged at its end" in before.said[0]
    assert len(before.said) == 3
    sourced = review_sessions(P.CUSIN_2017)[1]
    assert str(sourced).startswith("after session 3: the second dose from the fourth infusion on, for everybody (Cusin")
    assert type(sourced) is Review
    assert sourced.to_dict()["after"] == 3


# Windows of relapse


ONSET_ONLY = next(each for each in time_courses.ALL if each.lasts is None)
EVERY = relapse_windows()


def test_every_figure_of_how_long_after_treatment_is_here_and_none_within_it():
    left_out = [each for each in time_courses.ALL if each not in EVERY]
    assert {(each.what, each.citation.source.key) for each in left_out} == {
        ("relief of depression with repeated doses", "KRYST_2020"),
        ("relief of depression with nasal treatment", "AN_2021"),
        ("relief of anxiety after one dose", "GLUE_2018"),
    }
    assert {each.end for each in EVERY} == set(End)
    assert all(each.lasts is not None for each in EVERY)


def test_windows_are_filtered_and_never_merged():
    for drug in Drug:
        for route in Route:
            wanted = [each for each in EVERY if drug in each.drugs and (route in each.routes or each.routes == ())]
            assert list(relapse_windows(drug=drug, route=route)) == wanted
            assert relapse_windows(drug=drug.value, route=route.value) == tuple(wanted)
    assert relapse_windows(drug="esketamine") == ()
    kinds = {each.citation.source.key for each in relapse_windows(drug="ketamine", route="subcutaneous") if each.routes}
    assert kinds == {"GLUE_2017", "GLUE_2020"}


def by_source(watches, key):
    return next(each for each in watches if each.window.citation.source.key == key)


def test_the_median_of_murrough_is_eighteen_days_after_the_last_session():
    """22 January + 18 days = 9 February 2026."""
    watch = by_source(watch_dates("2026-01-22", drug="ketamine", route="intravenous"), "MURROUGH_2013_REPEATED")
    assert watch.first == watch.until == datetime.date(2026, 2, 9)
    assert str(watch) == (
        "response in depression after a series: lost after a median of 18 days, among responders: 2026-02-09 "
        f"({watch.window.citation.source.reference})"
    )


def test_a_span_is_told_with_both_dates_and_a_part_of_a_day_to_the_earlier():
    """10 to 12 days from 22 January are 1 and 3 February; 27.5 days are 18 February and a half."""
    watches = watch_dates(datetime.date(2026, 1, 22))
    span = next(each for each in watches if each.window.end is End.LOST)
    assert "no longer found by 10 to 12 days: 2026-02-01 to 2026-02-03 (" in str(span)
    assert by_source(watches, "FEDER_2021").first == datetime.date(2026, 2, 18)
    assert [each.first for each in watches] == sorted(each.first for each in watches)
    assert len(watches) == len(EVERY)


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2090, 12, 31)))
def test_every_date_is_the_last_session_and_the_sources_days(last):
    for watch in watch_dates(last):
        hours = [each.value for each in watch.window.lasts]
        days = [(date - last).days for date in (watch.first, watch.until)]
        assert all(24 * day <= hour < 24 * (day + 1) for day, hour in zip(days, hours, strict=True))
        assert watch.first <= watch.until


def test_a_watch_is_a_record_with_its_working():
    watch = watch_dates("2026-01-22")[0]
    plain = watch.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert pickle.loads(pickle.dumps(watch)) == watch
    text = str(watch.working)
    assert "last session: 2026-01-22" in text
    assert str(watch.window.citation) in text
    assert str(watch) in text


def test_a_figure_counted_from_the_dose_is_a_figure_after_treatment_whatever_it_is_called():
    anxious = [each for each in EVERY if each.what == "relief of anxiety in any condition"]
    assert [each.clock for each in anxious] == [Clock.DOSE]


def test_the_last_day_of_the_calendar_can_be_reached():
    week = next(each for each in EVERY if each.lasts == (Duration("7 d"), Duration("7 d")))
    assert Watch(week, datetime.date(9999, 12, 24)).until == datetime.date.max
    assert Watch(week, "9999-12-24") == Watch(week, datetime.date(9999, 12, 24))
    with pytest.raises(KetadoseError, match="past the calendar"):
        Watch(week, datetime.date(9999, 12, 25))


def test_the_sources_own_number_of_sessions_is_not_passed():
    regimen = kd.protocols.ZED3_REGISTERED
    assert propose_interval(regimen, [Tried(21, True)] * 5).action is IntervalAction.LONGER
    proposal = propose_interval(regimen, [Tried(21, True)] * 6)
    assert (proposal.action, proposal.days) == (IntervalAction.JUDGE, None)
    assert proposal.reason == "the source gives at most 6 sessions, and 6 were given"
