"""Readiness on the day: readings, times, the last dose, the weight, the screening; the site's values and those of sources."""

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest

import ketadose as kd
from ketadose.errors import KetadoseError
from ketadose.findings import Severity
from ketadose.model.gates import Side, Vital
from ketadose.screening import (
    AGENTS,
    CODES,
    Answer,
    Answers,
    Day,
    Readiness,
    SitePolicy,
    Vitals,
    Weighed,
    check_readiness,
    screen,
)
from ketadose.screening.policy import NO_POLICY, UNKNOWN_DAY
from tests.ismp import faults

OLIVER, SPRAVATO = kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US
NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)
PATIENT = kd.Patient("70 kg", age="40 years", weighed_on="2026-01-02")
HEALTHY = Answers(never=set(CODES) - {"age.under_18"}, planned={"pregnancy": "no"}, without=AGENTS, others=())
SITE = kd.Source.site("SOP 12")
POLICY = SitePolicy(
    highest_pressure="150/95 mmHg",
    lowest_pressure="90/50 mmHg",
    readings_within="30 min",
    food="6 h",
    liquid="2 h",
    tests=["ECG", "liver tests"],
    source=SITE,
)
DAY = Day(
    food=NINE - timedelta(hours=6),
    liquid=NINE - timedelta(hours=2),
    nasal_spray="none",
    substances="no",
    assessed="yes",
    escort="yes",
    tests={"ECG": "yes", "liver tests": "yes"},
    last_dose="none",
)
CLINIC = kd.Calendar(zone="UTC")
VITALS = Vitals(NINE - timedelta(minutes=10), "128/82 mmHg")
LOWEST = SitePolicy(lowest_pressure="90/50 mmHg")


def course_of(regimen=OLIVER, patient=PATIENT, start="2026-01-05", **more):
    return kd.plan_course(patient, regimen, start=start, **{"calendar": CLINIC, **more})


COURSE = course_of()
NASAL = course_of(SPRAVATO, levels="56 mg")


def ready(course=COURSE, number=1, vitals=VITALS, *, screening=..., at=NINE, day=None, policy=None, weighed=(), **of_the_day):
    """Somebody who may go ahead, but for what is said."""
    done = screen(PATIENT, course.regimen, HEALTHY, on=at.date(), area=course.profile.area) if screening is ... else screening
    known = attrs.evolve(DAY, **of_the_day) if day is None else day
    return check_readiness(
        course, number, vitals, done, at=at, day=known, policy=POLICY if policy is None else policy, weighed=weighed
    )


def of(readiness, code):
    (item,) = [item for item in readiness.items if item.code == code]
    return item


def way(readiness, code):
    """What would turn the item into a pass."""
    return of(readiness, code).to_pass


def but(readiness):
    """The items that do not pass, with their answers."""
    return {item.code: item.answer.value for item in readiness.items if item.answer is not Answer.PASS}


def test_where_everything_is_known_and_in_order_it_passes():
    for course in (COURSE, NASAL):
        readiness = ready(course)
        assert but(readiness) == {}
        assert readiness.answer is Answer.PASS
        assert {finding.code for finding in readiness.findings} <= {"readiness.looser"}
        assert readiness.to_pass == ()
    assert ready().findings == ()


def test_what_would_turn_it_into_a_pass_names_the_holds_first():
    readiness = ready(screening=None, escort="no", last_dose=None)
    assert [each.partition(":")[0] for each in readiness.to_pass] == [
        "escort.ketamine_europe",
        "escort.ketamine_uk",
        "escort.ketamine_swiss",
        "screening",
        "interval",
    ]


def test_where_nothing_is_known_nothing_passes_but_what_the_course_says():
    readiness = check_readiness(COURSE, 1, at=NINE)
    assert readiness.answer is Answer.UNKNOWN
    passed = {item.code for item in readiness.of(Answer.PASS)}
    assert passed == {"session", "date", "course", "weight"}
    assert len(readiness.to_pass) == len(readiness.items) - len(passed)
    assert all(item.to_pass for item in readiness.items if item.answer is not Answer.PASS)
    assert {finding.severity for finding in readiness.findings} == {Severity.CAUTION}


@pytest.mark.parametrize(
    ("field", "left", "expected"),
    [
        ("food", None, {"site.food": "unknown"}),
        ("liquid", None, {"site.liquid": "unknown"}),
        ("substances", "unknown", {"substances.oxford": "unknown"}),
        ("substances", "yes", {"substances.oxford": "hold"}),
        ("assessed", "no", {"assessment.psychiatric": "hold"}),
        ("last_dose", None, {"interval": "unknown"}),
        ("last_dose", "2026-01-05", {"interval": "hold"}),
        ("last_dose", "2026-01-04", {"interval": "unknown"}),
        ("last_dose", "2026-01-02", {}),
        ("tests", {"ECG": "yes"}, {"test.liver tests": "unknown", "work_up.liver": "unknown", "work_up.draft": "unknown"}),
        (
            "tests",
            {"ECG": "no", "liver tests": "yes"},
            {"test.ECG": "hold", "work_up.liver": "hold", "work_up.draft": "hold"},
        ),
        ("escort", "no", dict.fromkeys(("escort.ketamine_europe", "escort.ketamine_uk", "escort.ketamine_swiss"), "hold")),
    ],
)
def test_one_thing_missing_or_wrong_is_that_thing_and_no_other(field, left, expected):
    tests = tuple(left.items()) if field == "tests" else left
    assert but(ready(**{field: tests})) == expected


# Blood pressure


def test_a_guide_holds_until_the_site_sets_its_own_value():
    """The US label's 140/90 for the nasal spray: 141 holds, 140 is inside; whether both are needed the source leaves open."""
    high = Vitals(NINE, "141/80 mmHg")
    readiness = ready(NASAL, vitals=high, policy=LOWEST)
    guides = [code for code in but(readiness) if code.startswith("pressure.guide")]
    assert len(guides) == 5
    item = of(readiness, "pressure.guide_esketamine")
    assert (item.answer, item.weighing) == (Answer.HOLD, True)
    assert "does not say whether one or both, so one is enough here" in item.why
    assert "so one is enough" not in of(readiness, "pressure.guide_esketamine_pdr").why
    assert way(readiness, item.code) == (
        "a reading of systolic blood pressure not above 140 mmHg, or a site policy with its own value, "
        'or Weighed("pressure.guide_esketamine", by, reason)'
    )
    assert but(ready(NASAL, vitals=Vitals(NINE, "140/90 mmHg"), policy=LOWEST)) == {}
    assert [f.code for f in ready(NASAL, vitals=Vitals(NINE, "140/90 mmHg"), policy=LOWEST).findings] == [
        "readiness.reading_age",
        "readiness.reading_age",
    ]


def test_somebody_may_weigh_a_guide_but_not_a_contraindication():
    codes = [f"pressure.guide_esketamine{each}" for each in ("", "_manufacturer", "_pdr", "_philippines", "_malaysia")]
    decided = [Weighed(code, "A. Doctor", "passing rise, known") for code in codes]
    readiness = ready(NASAL, vitals=Vitals(NINE, "150/80 mmHg"), policy=LOWEST, weighed=decided)
    assert readiness.answer is Answer.PASS
    assert [f.code for f in readiness.findings].count("readiness.weighed") == 5
    label = ready(vitals=Vitals(NINE, "181/90 mmHg"), weighed=Weighed("pressure.label_swiss", "A. Doctor", "in earnest"))
    assert of(label, "pressure.label_swiss").answer is Answer.HOLD


def test_the_site_s_value_decides_and_a_looser_one_says_so():
    looser = attrs.evolve(LOWEST, highest_pressure="160/90 mmHg", source=SITE)
    readiness = ready(NASAL, vitals=Vitals(NINE, "155/85 mmHg"), policy=looser)
    assert but(readiness) == {}
    told = [finding for finding in readiness.findings if finding.code == "readiness.looser"]
    assert len(told) == 5
    assert told[0].message == (
        "pressure.guide_esketamine: systolic blood pressure: the site's 160 mmHg is looser than the source's 140"
    )
    assert {finding.severity for finding in told} == {Severity.CAUTION}
    assert but(ready(NASAL, vitals=Vitals(NINE, "161/85 mmHg"), policy=looser)) == {"site.systolic": "hold"}
    stricter = attrs.evolve(LOWEST, highest_pressure="130/90 mmHg", source=SITE)
    held = ready(NASAL, vitals=Vitals(NINE, "135/85 mmHg"), policy=stricter)
    assert but(held) == {"site.systolic": "hold"}
    assert "readiness.looser" not in {finding.code for finding in held.findings}


def test_what_a_label_contraindicates_holds_whatever_the_site_sets():
    loose = attrs.evolve(POLICY, highest_pressure="200/120 mmHg")
    assert but(ready(vitals=Vitals(NINE, "181/90 mmHg"), policy=loose)) == {"pressure.label_swiss": "hold"}
    assert but(ready(vitals=Vitals(NINE, "180/100 mmHg"), policy=loose)) == {}
    assert way(ready(vitals=Vitals(NINE, "181/90 mmHg"), policy=loose), "pressure.label_swiss") == (
        "a reading of systolic blood pressure not above 180 mmHg"
    )


def test_what_a_trial_excluded_holds_too():
    oral = course_of(kd.Regimen("ketamine", "oral", "35 mg", days=(1, 4), source=SITE))
    assert but(
        ready(oral, vitals=Vitals(NINE, "151/90 mmHg"), policy=attrs.evolve(POLICY, highest_pressure="170/99 mmHg"))
    ) == {"pressure.trial_oral": "hold"}


@pytest.mark.parametrize("regimen", [OLIVER, kd.Regimen("esketamine", "intravenous", "0.25 mg/kg", over="40 min", days=(1, 4))])
def test_where_no_source_has_a_value_to_treat_by_the_site_has_to_set_one(regimen):
    course = course_of(regimen)
    readiness = ready(course, policy=attrs.evolve(POLICY, highest_pressure=None))
    unset = {code: answer for code, answer in but(readiness).items() if code.startswith("site.")}
    assert unset == {"site.systolic_unset": "unknown", "site.diastolic_unset": "unknown"}
    assert way(readiness, "site.systolic_unset") == "the site sets its own: SitePolicy(highest_pressure=...)"
    assert {code for code in but(ready(course)) if code.startswith("site.s")} == set()


@pytest.mark.parametrize(
    ("vitals", "expected"),
    [
        ({"heart_rate": "49 beats/min"}, {"site.heart_rate": "hold"}),
        ({"heart_rate": "50 beats/min"}, {}),
        ({"heart_rate": "121 beats/min"}, {"site.heart_rate": "hold"}),
        ({}, {"site.heart_rate": "unknown"}),
        ({"heart_rate": "60 beats/min", "blood_pressure": "89/60 mmHg"}, {"site.systolic": "hold"}),
        ({"heart_rate": "60 beats/min", "respiratory_rate": "31 breaths/min"}, {"site.respiratory_rate": "hold"}),
    ],
)
def test_the_site_may_set_lowest_values_and_other_signs(vitals, expected):
    policy = attrs.evolve(
        POLICY,
        lowest_pressure="90/50 mmHg",
        lowest_heart_rate="50 beats/min",
        highest_heart_rate="120 beats/min",
        highest_respiratory_rate="30 breaths/min" if "respiratory_rate" in vitals else None,
        lowest_respiratory_rate="8 breaths/min" if "respiratory_rate" in vitals else None,
    )
    measured = Vitals(NINE, **{"blood_pressure": "120/80 mmHg", **vitals})
    readiness = ready(vitals=measured, policy=policy)
    assert but(readiness) == expected
    if expected == {"site.heart_rate": "hold"}:
        assert way(readiness, "site.heart_rate") == "a reading not above 120 beats/min or not below 50 beats/min"


def test_in_emergency_care_the_protocols_signs_are_asked():
    regimen = kd.Regimen(
        "ketamine", "intravenous", "0.2 mg/kg", over="15 min", area="emergency analgesia", days=(1,), source=SITE
    )
    course = course_of(regimen)
    told = but(ready(course))
    assert told["vitals.emergency_analgesia"] == "unknown"
    measured = Vitals(NINE, "128/82 mmHg", heart_rate="150 beats/min", respiratory_rate="10 breaths/min")
    assert "vitals.emergency_analgesia" not in but(ready(course, vitals=measured))
    slow = Vitals(NINE, "128/82 mmHg", heart_rate="150 beats/min", respiratory_rate="9 breaths/min")
    assert but(ready(course, vitals=slow))["vitals.emergency_analgesia"] == "hold"
    suicidality = attrs.evolve(regimen, area="emergency suicidality", dose="0.5 mg/kg", over="40 min")
    low = Vitals(NINE, "89/60 mmHg", heart_rate="60 beats/min", respiratory_rate="14 breaths/min")
    assert "systolic blood pressure not below 90 mmHg" in way(
        ready(course_of(suicidality), vitals=low), "vitals.emergency_suicidality"
    )


# Readings


def test_the_latest_reading_of_each_sign_counts():
    before = Vitals(NINE - timedelta(minutes=20), "170/100 mmHg", heart_rate="80 beats/min")
    after = Vitals(NINE - timedelta(minutes=5), "130/80 mmHg")
    policy = attrs.evolve(POLICY, highest_heart_rate="120 beats/min", lowest_heart_rate="50 beats/min")
    for vitals in ([before, after], (after, before)):
        readiness = ready(vitals=vitals, policy=policy)
        assert but(readiness) == {}
        assert of(readiness, "age.systolic").why == "measured 5 min before"
        assert of(readiness, "age.heart_rate").why == "measured 20 min before"
    assert of(ready(vitals=Vitals(NINE, "130/80 mmHg")), "age.systolic").why == "measured 0 min before"


def test_a_reading_that_is_too_old_is_none():
    old = Vitals(NINE - timedelta(minutes=31), "128/82 mmHg")
    readiness = ready(vitals=old)
    assert but(readiness) == dict.fromkeys(
        ("pressure.label_swiss", "site.systolic", "site.diastolic", "age.systolic", "age.diastolic"), "unknown"
    )
    assert of(readiness, "age.systolic").why == "measured 31 min before, more than 30 min"
    unset = ready(vitals=old, policy=attrs.evolve(POLICY, readings_within=None))
    assert but(unset) == {}
    told = [finding for finding in unset.findings if finding.code == "readiness.reading_age"]
    assert [finding.severity for finding in told] == [Severity.NOTE, Severity.NOTE]
    assert told[0].message == "systolic blood pressure: measured 31 min before; the site sets no largest age"


def test_minutes_are_real_minutes_on_the_night_the_clocks_change():
    """In Berlin 02:45 comes twice on 25 October; from the first to 02:15 of the second are 30 minutes."""
    zone = ZoneInfo("Europe/Berlin")
    taken = datetime(2026, 10, 25, 2, 45, tzinfo=zone)
    at = datetime(2026, 10, 25, 2, 15, tzinfo=zone, fold=1)
    patient = kd.Patient("70 kg", weighed_on="2026-10-20")
    course = course_of(patient=patient, start="2026-10-25")
    day = attrs.evolve(DAY, food=taken, liquid=at - timedelta(days=1))
    done = screen(patient, OLIVER, attrs.evolve(HEALTHY, never=["age.under_18"]), on="2026-10-25")
    readiness = ready(course, vitals=Vitals(taken, "128/82 mmHg"), screening=done, at=at, day=day)
    assert of(readiness, "age.systolic").why == "measured 30 min before"
    assert way(readiness, "site.food") == "wait until 2026-10-25 07:45+01:00"


# Times


def test_a_source_s_times_hold_for_the_nasal_spray():
    day = attrs.evolve(
        DAY,
        food=NINE - timedelta(minutes=119),
        liquid=NINE - timedelta(minutes=30),
        nasal_spray=NINE - timedelta(minutes=59),
    )
    policy = attrs.evolve(LOWEST, readings_within="30 min")
    readiness = ready(NASAL, day=day, policy=policy)
    assert but(readiness) == {"fasting.food_esketamine": "hold", "nasal_sprays.esketamine": "hold"}
    assert way(readiness, "fasting.food_esketamine") == "wait until 2026-01-05 09:01+00:00"
    assert but(ready(NASAL, day=attrs.evolve(day, nasal_spray=None, food=DAY.food), policy=policy)) == {
        "nasal_sprays.esketamine": "unknown"
    }
    seconds = attrs.evolve(day, food=NINE - timedelta(minutes=119, seconds=30), nasal_spray="none")
    assert way(ready(NASAL, day=seconds, policy=policy), "fasting.food_esketamine") == "wait until 2026-01-05 09:00:30+00:00"


def test_where_a_source_leaves_the_hours_to_the_site_they_are_unknown_until_set():
    readiness = ready(policy=attrs.evolve(POLICY, food=None, liquid=None))
    assert but(readiness) == {"site.food": "unknown"}
    item = of(readiness, "site.food")
    assert "the hours are the site's" in item.why
    assert len(item.citations) == 2
    held = ready(food=NINE - timedelta(hours=5, minutes=59))
    found = next(finding for finding in held.findings if finding.code == "readiness.hold")
    assert str(found.citation.source) == "SOP 12 (site, unpublished)"


def test_a_site_may_ask_about_substances_where_no_source_does_or_not_ask():
    asked = attrs.evolve(POLICY, substances=True)
    assert but(ready(NASAL, policy=asked, substances="unknown")) == {"site.substances": "unknown"}
    assert but(ready(policy=asked, substances="unknown")) == {"substances.oxford": "unknown"}
    waived = ready(policy=attrs.evolve(POLICY, substances=False), substances="yes")
    assert but(waived) == {}
    assert [finding.code for finding in waived.findings] == ["readiness.looser"]


def test_tests_are_the_site_s():
    unset = ready(policy=attrs.evolve(POLICY, tests=None), tests=())
    assert but(unset) == {"work_up.liver": "unknown", "work_up.draft": "unknown"}
    none = ready(policy=attrs.evolve(POLICY, tests=()), tests=())
    assert but(none) == {}
    assert of(none, "work_up.liver").why == "the site asks for no test"
    other = ready(tests=(*DAY.tests, ("pregnancy test", "no")))
    assert but(other)["test.pregnancy test"] == "hold"


@pytest.mark.parametrize(
    ("escort", "needed", "expected"),
    [
        ("yes", None, {}),
        ("no", None, {"site.escort": "unknown"}),
        ("unknown", None, {"site.escort": "unknown"}),
        ("unknown", True, {"site.escort": "unknown"}),
        ("no", True, {"site.escort": "hold"}),
        ("no", False, {}),
    ],
)
def test_an_escort_is_asked_for_where_no_source_does(escort, needed, expected):
    assert but(ready(NASAL, escort=escort, policy=attrs.evolve(POLICY, escort=needed))) == expected


def test_a_site_that_needs_no_escort_is_looser_than_the_sources():
    readiness = ready(escort="no", policy=attrs.evolve(POLICY, escort=False))
    assert but(readiness) == {}
    assert [finding.code for finding in readiness.findings] == ["readiness.looser"] * 3
    assert ready(escort="yes", policy=attrs.evolve(POLICY, escort=False)).findings == ()


# The session, the last dose, the weight, the screening


def later(course, number, days, **more):
    at = NINE + timedelta(days=days)
    moved = {field: getattr(DAY, field) + timedelta(days=days) for field in ("food", "liquid")}
    return ready(course, number, Vitals(at, "128/82 mmHg"), at=at, day=attrs.evolve(DAY, **moved), **more)


def test_the_last_dose_is_the_last_that_was_given():
    """Days 1, 4, 8: session 2 was missed, so that session 3 comes seven days after the first."""
    course = COURSE.record(1, "given").record(2, "missed")
    assert of(later(course, 3, 7), "interval").why == "7, the last on 2026-01-05"
    partly = COURSE.record(1, "given").record(2, "partly given", amount="10 mg")
    assert of(later(partly, 3, 7), "interval").why == "4, the last on 2026-01-08"
    open_ = later(COURSE.record(1, "given"), 3, 7)
    assert (of(open_, "interval").answer, of(open_, "interval").why) == (Answer.UNKNOWN, "nothing is written of session 2")


def test_sessions_of_the_course_before_count_and_have_to_be_written():
    before = course_of(kd.protocols.TAYLOR_2018, start="2026-01-04")
    planned = course_of(earlier=before)
    unwritten = of(ready(planned), "interval")
    assert unwritten.why == "nothing is written of session 1 of the course from 2026-01-04"
    today = course_of(earlier=course_of(kd.protocols.TAYLOR_2018))
    assert of(ready(today), "interval").why == "nothing is written of session 1 of the course from 2026-01-05"
    written = course_of(earlier=before.record(1, "given"))
    assert of(ready(written), "interval").why.startswith("1, the last on 2026-01-04; days since the last dose: 1")


def test_a_soft_limit_on_the_interval_is_weighed_and_a_closer_gap_too():
    soft = ready(last_dose="2026-01-04")
    assert (soft.answer, of(soft, "interval").weighing) == (Answer.UNKNOWN, True)
    passed = ready(last_dose="2026-01-04", weighed=Weighed("interval", "A. Doctor", "as an inpatient"))
    assert passed.answer is Answer.PASS
    assert [finding.code for finding in passed.findings] == ["readiness.weighed"]
    closer = of(ready(last_dose="2026-01-03"), "interval")
    assert closer.why == "2, the last on 2026-01-03; closer than any two sessions of the pattern, 3 days"
    assert (closer.answer, closer.weighing) == (Answer.UNKNOWN, True)


def test_a_hard_limit_on_the_interval_holds_and_nobody_weighs_it():
    site = kd.read_catalog(
        """
        [source]
        document = "SOP 12"

        [[limit]]
        area = "psychiatric clinic"
        axis = "days between sessions"
        route = "intravenous"
        hard_low = 3
        """
    )
    course = course_of(profile=site.profile("psychiatric clinic"))
    readiness = ready(course, last_dose="2026-01-03", weighed=Weighed("interval", "A. Doctor", "in earnest"))
    assert but(readiness) == {"interval": "hold"}
    assert way(readiness, "interval") == "a longer interval"
    assert but(ready(course, last_dose="2026-01-02")) == {}
    both = of(ready(course, last_dose="2026-01-04"), "interval")  # past the soft limit as well: the hard one decides
    assert both.answer is Answer.HOLD
    assert both.why.count("days since the last dose:") == 2


def test_a_session_is_judged_on_its_day_and_once():
    wrong = later(COURSE, 1, 1)
    assert of(wrong, "date").why == "planned for 2026-01-05, judged on 2026-01-06"
    assert of(wrong, "date").answer is Answer.HOLD
    given = ready(COURSE.record(1, "given"), last_dose=None)
    assert (of(given, "session").answer, of(given, "session").why) == (Answer.HOLD, "given")


def test_the_day_is_that_of_the_clinic():
    """22:30 in London on the 4th is 09:30 in Sydney on the 5th."""
    clinic = kd.Calendar(zone="Australia/Sydney", at="09:30")
    course = course_of(calendar=clinic)
    at = datetime(2026, 1, 4, 22, 30, tzinfo=UTC)
    readiness = check_readiness(course, 1, at=at)
    assert readiness.today == date(2026, 1, 5)
    assert of(readiness, "date").answer is Answer.PASS
    assert check_readiness(course, 1).at == at
    assert check_readiness(COURSE, 1, at=at).today == date(2026, 1, 4)


def test_a_stop_of_the_course_holds_unless_it_was_overridden():
    regimen = kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="40 min", days=tuple(range(1, 14)), source=SITE)
    override = kd.Override(("course.high", "per_week.high"), "A. Doctor", "as an inpatient")
    overridden = course_of(regimen, overrides=override)
    assert of(ready(overridden), "course").answer is Answer.PASS
    course = course_of(attrs.evolve(OLIVER, dose="1 mg/kg"))
    facts = course.record(1, "given", amount="1000 mg")
    held = of(later(facts, 2, 3), "course")
    assert held.answer is Answer.HOLD
    assert "total dose" in held.why


@pytest.mark.parametrize(
    ("weighed_on", "answer"),
    [("2025-12-08", "pass"), ("2025-12-07", "hold"), ("2026-01-06", "hold"), (None, "unknown")],
)
def test_the_weight_of_28_days_is_not_yet_old(weighed_on, answer):
    patient = kd.Patient("70 kg", age="40 years", weighed_on=weighed_on)
    assert of(ready(course_of(patient=patient)), "weight").answer.value == answer


def test_the_screening_is_of_this_person_this_treatment_and_no_later_day():
    assert but(ready(screening=None)) == {"screening": "unknown"}
    nasal = screen(PATIENT, SPRAVATO, HEALTHY, on="2026-01-05")
    assert of(ready(screening=nasal), "screening").why.startswith("of something else: pass: esketamine intranasal")
    heavier = screen(kd.Patient("90 kg", age="40 years"), OLIVER, HEALTHY, on="2026-01-05")
    assert of(ready(screening=heavier), "screening").why == "of another patient"
    future = screen(PATIENT, OLIVER, HEALTHY, on="2026-01-06")
    assert of(ready(screening=future), "screening").why == "of a later day, 2026-01-06"
    undated = screen(PATIENT, OLIVER, HEALTHY)
    assert of(ready(screening=undated), "screening").why.endswith("screened on a day that was not said; undated")
    earlier = screen(PATIENT, OLIVER, HEALTHY, on="2026-01-01")
    assert of(ready(screening=earlier), "screening").why.endswith("screened 4 days before")


@pytest.mark.parametrize("answer", ["hold", "unknown"])
def test_what_the_screening_answers_holds_here_too(answer):
    reply = {"hold": "yes", "unknown": "unknown"}[answer]
    answers = attrs.evolve(
        HEALTHY,
        current=tuple((code, reply if code == "psychosis" else value) for code, value in HEALTHY.current),
        history=tuple(pair for pair in HEALTHY.history if pair[0] != "psychosis"),
    )
    readiness = ready(screening=screen(PATIENT, OLIVER, answers, on="2026-01-05"))
    assert but(readiness) == {"screening": answer}
    assert way(readiness, "screening").startswith("psychosis: ")


# Records and refusals


def test_a_readiness_is_plain_data_and_survives_copies():
    readiness = ready(vitals=Vitals(NINE, "152/90 mmHg"), weighed=[Weighed("interval", "A. Doctor", "none")])
    plain = readiness.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["answer"], plain["number"], plain["policy"]["highest_pressure"]) == ("hold", 1, "150/95 mmHg")
    for again in (pickle.loads(pickle.dumps(readiness)), copy.deepcopy(readiness), attrs.evolve(readiness)):
        assert again == readiness
        assert again.items == readiness.items
    assert check_readiness(COURSE, 1, at=NINE).to_dict()["screening"] is None
    assert str(readiness).startswith("hold: session 1 at 2026-01-05 09:00+00:00: ")
    assert Day() == UNKNOWN_DAY
    assert SitePolicy() == NO_POLICY


def test_nothing_that_is_printed_breaks_the_rules_of_printing():
    for course in (COURSE, NASAL):
        for readiness in (check_readiness(course, 1, at=NINE), ready(course, vitals=Vitals(NINE, "200/120 mmHg"))):
            text = "\n".join([str(readiness), str(readiness.working), *map(str, readiness.findings), *readiness.to_pass])
            assert faults(text) == []


def test_a_policy_reads_each_side_of_each_sign():
    policy = SitePolicy(
        highest_pressure="150/95 mmHg",
        lowest_pressure="90/50mmHg",
        highest_respiratory_rate="25 breaths/min",
        lowest_respiratory_rate="8 breaths/min",
    )
    found = {(vital, side): policy.bound(vital, side) for vital in Vital for side in Side}
    assert found == {
        (Vital.SYSTOLIC, Side.ABOVE): 150,
        (Vital.SYSTOLIC, Side.BELOW): 90,
        (Vital.DIASTOLIC, Side.ABOVE): 95,
        (Vital.DIASTOLIC, Side.BELOW): 50,
        (Vital.HEART_RATE, Side.ABOVE): None,
        (Vital.HEART_RATE, Side.BELOW): None,
        (Vital.RESPIRATORY_RATE, Side.ABOVE): 25,
        (Vital.RESPIRATORY_RATE, Side.BELOW): 8,
    }


NAIVE = datetime(2026, 1, 5, 9)


@pytest.mark.parametrize(
    ("make", "code", "match"),
    [
        (lambda: Vitals(NAIVE, "128/82 mmHg"), "time.unreadable", "with tzinfo"),
        (lambda: Vitals(datetime(9999, 12, 31, tzinfo=UTC), "128/82 mmHg"), "time.unreadable", "with tzinfo"),
        (lambda: Vitals("2026-01-05 09:00", "128/82 mmHg"), "time.unreadable", "with tzinfo"),
        (lambda: Vitals(NINE), "readiness.reading", "at least one sign"),
        (lambda: Vitals(NINE, 128), "readiness.reading", "systolic over diastolic"),
        (lambda: Vitals(NINE, "128/82"), "readiness.reading", "systolic over diastolic"),
        (lambda: Vitals(NINE, "82/128 mmHg"), "readiness.reading", "the higher first"),
        (lambda: Vitals(NINE, "128/128 mmHg"), "readiness.reading", "the higher first"),
        (lambda: Vitals(NINE, "12,8/82 mmHg"), "readiness.reading", "systolic over diastolic"),
        (lambda: Vitals(NINE, "\u0661\u0662\u0668/82 mmHg"), "readiness.reading", "systolic over diastolic"),
        (lambda: Vitals(NINE, heart_rate="72 bpm"), "readiness.reading", "a number of beats/min"),
        (lambda: Vitals(NINE, heart_rate=72), "readiness.reading", "a number of beats/min"),
        (lambda: Vitals(NINE, respiratory_rate="14.5 breaths/min"), "readiness.reading", "a number of breaths/min"),
        (lambda: SitePolicy(highest_pressure="90/80 mmHg", lowest_pressure="90/50 mmHg"), "readiness.policy", "not below"),
        (lambda: SitePolicy(food="6"), "measure.bare_number", "Write the unit"),
        (lambda: SitePolicy(escort="yes"), "argument.type", "True nor False"),
        (lambda: SitePolicy(tests="ECG"), "argument.type", "no list"),
        (lambda: SitePolicy(tests=["ECG\n"]), "argument.text", "printable"),
        (lambda: SitePolicy(source="SOP 12"), "argument.type", "Source"),
        (lambda: Day(food=NAIVE), "time.unreadable", "with tzinfo"),
        (lambda: Day(food="none"), "time.unreadable", "with tzinfo"),
        (lambda: Day(nasal_spray="no"), "time.unreadable", "with tzinfo"),
        (lambda: Day(escort=True), "word.unknown", "yes, no or unknown"),
        (lambda: Day(last_dose="never"), "date.unreadable", "calendar"),
        (lambda: Day(tests="ECG"), "screening.answer", "no mapping"),
        (lambda: Day(tests=(("ECG", "yes"), ("ECG", "no"))), "screening.answer", "twice"),
        (lambda: ready(vitals=Vitals(NINE + timedelta(minutes=1), "128/82 mmHg")), "readiness.reading", "after the moment"),
        (lambda: ready(vitals=[VITALS, VITALS]), "readiness.reading", "same moment"),
        (lambda: ready(vitals="128/82 mmHg"), "argument.type", "no Vitals"),
        (lambda: ready(food=NINE + timedelta(minutes=1)), "readiness.reading", "food"),
        (lambda: ready(last_dose="2026-01-06"), "readiness.reading", "last_dose"),
        (lambda: ready(number=7), "history.session", "no session 7"),
        (lambda: ready(weighed=Weighed("intervall", "A", "b")), "screening.answer", 'Write "interval"'),
        (lambda: check_readiness(COURSE, 1), "time.unreadable", "no time of day"),
        (lambda: check_readiness(OLIVER, 1, at=NINE), "argument.type", "no Course"),
        (lambda: check_readiness(COURSE, 1, at=NAIVE), "time.unreadable", "with tzinfo"),
        (lambda: check_readiness(COURSE, 1, at=NINE, day="today"), "argument.type", "no Day"),
        (lambda: check_readiness(COURSE, 1, at=NINE, policy=object.__new__(SitePolicy)), "record.hollow", "never filled"),
        (lambda: check_readiness(COURSE, 1, None, "pass", at=NINE), "argument.type", "no Screening"),
        (lambda: check_readiness(attrs.evolve(COURSE, findings=()), 1, at=NINE), "record.disagrees", "course"),
        (lambda: Readiness(COURSE, 1, NINE, vitals=(5,)), "argument.type", "no Vitals"),
    ],
)
def test_what_cannot_be_meant_is_refused(make, code, match):
    with pytest.raises(KetadoseError, match=match) as caught:
        make()
    assert caught.value.code == code
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300
