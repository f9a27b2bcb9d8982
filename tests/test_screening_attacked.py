"""What a hostile reader of the screening found: answers that vanished, the old that counted as new, what nothing judged."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.catalog import scales
from ketadose.errors import KetadoseError
from ketadose.evidence import Standing
from ketadose.findings import Severity
from ketadose.measures import Age
from ketadose.model.conduct import AgeRange
from ketadose.model.gates import Vital
from ketadose.screening import (
    AGENTS,
    CODES,
    QUESTIONS,
    Answer,
    Answers,
    Day,
    Scores,
    SitePolicy,
    Vitals,
    Weighed,
    check_discharge,
    check_readiness,
    review_course,
    screen,
)
from ketadose.screening.signs import latest

OLIVER, SPRAVATO, IRWIN = kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US, kd.protocols.IRWIN_2013
NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)
PATIENT = kd.Patient("70 kg", age="40 years", weighed_on="2026-01-02")
CLINIC = kd.Calendar(zone="UTC")
POLICY = SitePolicy(highest_pressure="150/95 mmHg", lowest_pressure="90/50 mmHg")
NO = dict.fromkeys(QUESTIONS, "no")


def healthy(**known):
    answered = {code for field in ("current", "history", "last") for code in known.get(field, {})}
    rest = {"never": set(CODES) - answered, "planned": {"pregnancy": "no"}, "without": AGENTS, "others": ()}
    return Answers(**{**rest, **known})


def course_of(regimen=OLIVER, patient=PATIENT, **more):
    return kd.plan_course(patient, regimen, start="2026-01-05", **{"calendar": CLINIC, **more})


def of(judged, code):
    (item,) = [item for item in judged.items if item.code == code]
    return item


def way(judged, code):
    """What would turn the item into a pass."""
    return of(judged, code).to_pass


def codes(judged, answer):
    return {item.code for item in judged.of(answer)}


# A yes that no source here names


def test_a_condition_that_no_source_names_here_is_weighed_and_does_not_vanish():
    """Acute coronary syndrome: an emergency protocol contraindicates ketamine, nobody speaks of it in the clinic."""
    for known in (
        {"current": {"acute_coronary_syndrome": "yes"}},
        {"history": {"acute_coronary_syndrome": "yes"}},
        {"last": {"acute_coronary_syndrome": "2020-01-01"}},
        {"never": CODES, "planned": {"pregnancy": "no", "acute_coronary_syndrome": "yes"}},
    ):
        screening = screen(PATIENT, OLIVER, healthy(**known) if "never" not in known else Answers(**{**REST, **known}))
        assert codes(screening, Answer.UNKNOWN) == {"acute_coronary_syndrome"}
        item = of(screening, "acute_coronary_syndrome")
        assert item.why == (
            "no source speaks of it for this drug, route and area: to be weighed; elsewhere contraindicated (WESTJEM_2020)"
        )
        assert way(screening, item.code) == 'somebody weighs it: Weighed("acute_coronary_syndrome", by, reason)'
        (finding,) = screening.findings
        assert (finding.code, finding.severity, finding.citation.source.key) == (
            "screening.unknown",
            Severity.CAUTION,
            "WESTJEM_2020",
        )
        assert "elsewhere: suspected acute coronary syndrome (current): contraindicated" in str(screening.working)
        assert "WESTJEM_2020" in item.to_dict()["why"]
        assert len(item.to_dict()["elsewhere"]) == 1
        decided = attrs.evolve(screening, weighed=(Weighed("acute_coronary_syndrome", "A. Doctor", "long ago"),))
        assert decided.answer is Answer.PASS
        assert [finding.code for finding in decided.findings] == ["screening.weighed"]


REST = {"without": AGENTS, "others": ()}


def test_a_no_to_what_nobody_names_needs_no_item():
    assert "acute_coronary_syndrome" not in {item.code for item in screen(PATIENT, OLIVER, healthy()).items}
    unknown = healthy(current={"acute_coronary_syndrome": "unknown"})
    assert "acute_coronary_syndrome" not in {item.code for item in screen(PATIENT, OLIVER, unknown).items}


@pytest.mark.parametrize("protocol", [OLIVER, SPRAVATO, IRWIN, kd.protocols.GLUE_2017], ids=lambda each: each.name)
@pytest.mark.parametrize("code", CODES)
def test_no_condition_that_somebody_has_passes_unweighed_unless_a_source_sees_no_objection(protocol, code):
    if code.startswith("age."):
        return
    screening = screen(None, protocol, healthy(current={code: "yes"}, history={code: "yes"}), on="2026-01-05")
    item = of(screening, code)
    silent = {each.class_ for each in item.said if not each.claim} == {"no reason to avoid or to adjust"}
    assert (item.answer is Answer.PASS) is silent


def test_what_is_planned_is_named_where_a_source_speaks_of_plans():
    planned = of(screen(PATIENT, SPRAVATO, healthy(planned={"pregnancy": "yes"})), "pregnancy")
    assert (planned.why, planned.answer, planned.elsewhere) == ("", Answer.UNKNOWN, ())
    assert [each.fact.time.value for each in planned.applies] == ["planned"]


def test_the_same_drug_elsewhere_comes_before_the_other_drug():
    seen = 0
    for code in CODES:
        if code.startswith("age."):
            continue
        item = of(screen(None, SPRAVATO, healthy(current={code: "yes"})), code)
        own = [kd.ESKETAMINE in fact.drugs for fact in item.elsewhere]
        assert own == sorted(own, reverse=True)
        assert all(fact.condition.code == code and not fact.only_claimed for fact in item.elsewhere)
        assert all(fact.advice.value != "no reason to avoid or to adjust" for fact in item.elsewhere)
        seen += len(item.elsewhere)
    assert seen


def test_a_page_alone_decides_nothing():
    """Of the use of substances only clinics' pages speak in emergency care."""
    regimen = kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="15 min", area="emergency analgesia")
    known = {"current": {"substance_use": "yes"}, "history": {"substance_use": "yes"}}
    screening = screen(None, regimen, healthy(**known))
    item = of(screening, "substance_use")
    assert {each.claim for each in item.said} == {True}
    assert item.answer is Answer.UNKNOWN
    assert {finding.code for finding in item.findings} == {"screening.claim", "screening.unknown"}
    assert way(screening, "substance_use") == 'somebody weighs it: Weighed("substance_use", by, reason)'


# The age


@pytest.mark.parametrize("protocol", [OLIVER, SPRAVATO, IRWIN], ids=lambda each: each.name)
@pytest.mark.parametrize(("age", "answer"), [("17.99 years", "hold"), ("18 years", "pass"), ("0.2 years", "hold")])
def test_a_person_under_18_holds_whatever_the_drug(protocol, age, answer):
    never = [code for code in CODES if not code.startswith("age.")]
    screening = screen(kd.Patient("70 kg", age=age), protocol, healthy(never=never))
    assert of(screening, "age").answer.value == answer
    assert screening.answer.value == answer
    if answer == "hold":
        (finding,) = of(screening, "age").findings
        assert (finding.code, finding.citation.source.standing) == ("screening.hold", Standing.OURS)
        assert Standing.OURS.value in finding.message


def test_an_age_that_is_not_known_is_unknown_and_an_answer_counts():
    never = [code for code in CODES if not code.startswith("age.")]
    unknown = screen("70 kg", OLIVER, healthy(never=never))
    assert of(unknown, "age").answer is Answer.UNKNOWN
    assert way(unknown, "age") == 'answer Patient(age=...), or current "age.under_18", and it does not apply'
    for code in ("age.under_18", "age.under_3_months"):
        young = screen("70 kg", OLIVER, healthy(current={code: "yes"}))
        assert codes(young, Answer.HOLD) == {"age"}
        assert of(attrs.evolve(young, weighed=(Weighed("age", "A. Doctor", "in earnest"),)), "age").answer is Answer.HOLD


@pytest.mark.parametrize(
    ("start", "under", "age", "answer"),
    [
        ("12 years", None, "12 years", "pass"),
        ("12 years", None, "11 years", "hold"),
        ("12 years", "16 years", "16 years", "hold"),
        (None, "65 years", "10 years", "hold"),  # "under 65" is said of adults
        ("65 years", None, "40 years", "pass"),  # an adult: what the source doses so is another question
    ],
)
def test_a_regimen_that_names_such_ages_is_for_them(start, under, age, answer):
    cited = kd.protocols.OLIVER_2022.citation
    ages = AgeRange(cited, from_age=Age(start) if start else None, under=Age(under) if under else None)
    regimen = attrs.evolve(OLIVER, ages=ages)
    assert of(screen(kd.Patient("40 kg", age=age), regimen), "age").answer.value == answer


# What is old, and what is nobody's


def ready(vitals=None, *, at=NINE, screening=None, policy=POLICY, course=None, **day):
    return check_readiness(course or course_of(), 1, vitals, screening, at=at, policy=policy, day=Day(**day))


@pytest.mark.parametrize(
    ("ago", "within", "answer"),
    [
        (timedelta(hours=9), None, "pass"),  # midnight
        (timedelta(hours=9, minutes=1), None, "unknown"),
        (timedelta(days=300), None, "unknown"),
        (timedelta(days=1), "48 h", "unknown"),
        (timedelta(minutes=31), "30 min", "unknown"),
        (timedelta(minutes=30), "30 min", "pass"),
    ],
)
def test_a_reading_of_another_day_is_none(ago, within, answer):
    readiness = ready(Vitals(NINE - ago, "120/80 mmHg"), policy=attrs.evolve(POLICY, readings_within=within))
    for code in ("age.systolic", "age.diastolic", "site.systolic", "site.diastolic", "pressure.label_swiss"):
        assert of(readiness, code).answer.value == answer
    if answer == "unknown":
        assert way(readiness, "age.systolic") == "measure it again"


def test_the_day_of_a_reading_is_the_clinic_s():
    """In Sydney 20:00 UTC on the 4th is the morning of the 5th, and 12:59 UTC still the 4th."""
    course = course_of(calendar=kd.Calendar(zone="Australia/Sydney"))
    at = datetime(2026, 1, 4, 22, tzinfo=UTC)
    same, before = (Vitals(datetime(2026, 1, 4, *when, tzinfo=UTC), "120/80 mmHg") for when in ((13, 0), (12, 59)))
    assert of(ready(same, at=at, course=course), "age.systolic").answer is Answer.PASS
    old = of(ready(before, at=at, course=course), "age.systolic")
    assert (old.answer, old.why) == (Answer.UNKNOWN, "measured 9.017 h (rounded) before, on another day")


def test_a_screening_is_of_a_day_of_a_person_and_not_old():
    def about(patient, on, **known):
        return of(ready(screening=screen(patient, OLIVER, healthy(**known), on=on)), "screening")

    assert about(PATIENT, "2026-01-05").answer is Answer.PASS
    undated = about(PATIENT, None)
    assert (undated.answer, undated.to_pass) == (Answer.UNKNOWN, "screen with on=...")
    nobody = about(None, "2026-01-05")
    assert (nobody.answer, nobody.to_pass) == (
        Answer.UNKNOWN,
        "a screening of this patient: screen(patient, regimen, answers)",
    )
    assert about(PATIENT, "2025-12-08").answer is Answer.PASS  # 28 days
    old = about(PATIENT, "2025-12-07")
    assert (old.answer, old.to_pass) == (Answer.UNKNOWN, "screen again")
    assert "more than 28 days (a judgement of this project" in old.why
    assert about(PATIENT, "2026-01-06").answer is Answer.UNKNOWN
    held = about(PATIENT, "2025-12-07", current={"psychosis": "yes"})
    assert held.answer is Answer.HOLD
    assert held.to_pass.startswith("psychosis: ")


def test_a_screening_by_a_regimen_for_other_ages_is_judged_again():
    young = kd.Patient("50 kg", age="15 years", weighed_on="2026-01-02")
    for_them = attrs.evolve(OLIVER, ages=AgeRange(OLIVER.citation, from_age=Age("12 years")))
    never = [code for code in CODES if not code.startswith("age.")]
    done = screen(young, for_them, healthy(never=never), on="2026-01-05")
    assert done.answer is Answer.PASS
    allowed = kd.Override("age.low", "A. Doctor", "agreed")
    for regimen, answer in ((for_them, Answer.PASS), (OLIVER, Answer.HOLD)):
        course = course_of(regimen, young, overrides=allowed)
        assert of(ready(screening=done, course=course), "screening").answer is answer


# What nothing judges


@pytest.mark.parametrize(
    ("vitals", "policy", "fields"),
    [
        ({"blood_pressure": "60/30 mmHg"}, {"lowest_pressure": None}, "lowest_pressure=..."),
        ({"heart_rate": "250 beats/min"}, {}, "lowest_heart_rate=..., highest_heart_rate=..."),
        ({"heart_rate": "250 beats/min"}, {"highest_heart_rate": "120 beats/min"}, "lowest_heart_rate=..."),
        ({"respiratory_rate": "4 breaths/min"}, {}, "lowest_respiratory_rate=..., highest_respiratory_rate=..."),
        ({"respiratory_rate": "4 breaths/min"}, {"lowest_respiratory_rate": "8 breaths/min"}, "highest_respiratory_rate=..."),
        (
            {"blood_pressure": "60/30 mmHg", "heart_rate": "30 beats/min"},
            {"lowest_pressure": None},
            "lowest_pressure=..., lowest_heart_rate=..., highest_heart_rate=...",
        ),
    ],
)
def test_a_side_of_a_sign_that_nothing_judges_is_unknown(vitals, policy, fields):
    readiness = ready(Vitals(NINE, **vitals), policy=attrs.evolve(POLICY, **policy))
    item = of(readiness, "site.unjudged")
    assert (item.answer, item.to_pass) == (Answer.UNKNOWN, f"set it in SitePolicy({fields})")
    assert item.why.startswith("nothing to judge it by: ")


def test_what_a_source_or_the_site_judges_needs_no_such_item():
    assert "site.unjudged" not in {item.code for item in ready(Vitals(NINE, "120/80 mmHg")).items}
    assert "site.unjudged" not in {item.code for item in ready().items}  # nothing measured: other items ask for it
    regimen = kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="15 min", area="emergency analgesia", days=(1,))
    emergency = ready(Vitals(NINE, heart_rate="100 beats/min"), course=course_of(regimen))
    assert way(emergency, "site.unjudged") == "set it in SitePolicy(lowest_heart_rate=...)"


# Leaving

ENDED = NINE + timedelta(minutes=40)
LEFT = ENDED + timedelta(hours=2)
NEAR = attrs.evolve(POLICY, near_pressure="200 mmHg", near_heart_rate="200 beats/min", near_respiratory_rate="4 breaths/min")
FINE = {"escort": "yes", "stable": "yes", "advised": "yes"}


def leaving(after, baseline="120/80 mmHg", *, policy=NEAR, before=NINE, at=LEFT, **signs):
    taken = Vitals(before, baseline, **signs)
    return check_discharge(OLIVER, after, started=NINE, ended=ENDED, at=at, baseline=taken, policy=policy, **FINE)


@pytest.mark.parametrize(("pressure", "held"), [("150/95 mmHg", set()), ("151/96 mmHg", {"site.systolic", "site.diastolic"})])
def test_the_site_s_own_values_hold_a_person_who_would_leave(pressure, held):
    discharge = leaving(Vitals(LEFT, pressure))
    assert codes(discharge, Answer.HOLD) == held
    assert discharge.answer is (Answer.HOLD if held else Answer.PASS)


def test_every_bound_of_the_site_is_applied_to_the_reading_afterwards():
    policy = attrs.evolve(NEAR, highest_heart_rate="120 beats/min", lowest_respiratory_rate="8 breaths/min")
    signs = {"heart_rate": "60 beats/min", "respiratory_rate": "7 breaths/min"}
    worse = Vitals(LEFT, "120/80 mmHg", heart_rate="121 beats/min", respiratory_rate="7 breaths/min")
    assert codes(leaving(worse, policy=policy, **signs), Answer.HOLD) == {"site.heart_rate", "site.respiratory_rate"}
    assert codes(leaving(Vitals(LEFT, "120/80 mmHg"), policy=policy), Answer.UNKNOWN) == {
        "site.heart_rate",
        "site.respiratory_rate",
    }


def test_a_reading_that_the_site_calls_old_or_that_is_of_the_infusion_is_none():
    policy = attrs.evolve(NEAR, readings_within="30 min")
    expected = {"site.systolic", "site.diastolic", "baseline.systolic", "baseline.diastolic"}
    kept = leaving(Vitals(LEFT - timedelta(minutes=30), "120/80 mmHg"), policy=policy)
    assert kept.answer is Answer.PASS
    old = leaving(Vitals(LEFT - timedelta(minutes=31), "120/80 mmHg"), policy=policy)
    during = leaving(Vitals(ENDED - timedelta(minutes=1), "120/80 mmHg"))
    assert codes(old, Answer.UNKNOWN) == codes(during, Answer.UNKNOWN) == expected


def test_a_baseline_of_another_day_is_none():
    after = Vitals(LEFT, "120/80 mmHg")
    assert leaving(after, before=NINE - timedelta(hours=9)).answer is Answer.PASS
    old = leaving(after, before=NINE - timedelta(hours=9, minutes=1))
    assert codes(old, Answer.UNKNOWN) == {"baseline.systolic", "baseline.diastolic"}
    assert way(old, "baseline.systolic") == "a baseline reading of the day"


def test_the_day_of_a_baseline_is_told_by_the_clock_of_the_start():
    """22:00 on the 4th in New York is 03:00 on the 5th in London."""
    before = datetime(2026, 1, 4, 22, tzinfo=ZoneInfo("America/New_York"))
    assert leaving(Vitals(LEFT, "120/80 mmHg"), before=before).answer is Answer.PASS


@pytest.mark.parametrize(("now", "answer"), [(18, "pass"), (19, "hold"), (10, "pass"), (9, "hold")])
def test_the_respiratory_rate_is_held_beside_the_baseline(now, answer):
    after = Vitals(LEFT, "120/80 mmHg", respiratory_rate=f"{now} breaths/min")
    found = of(leaving(after, respiratory_rate="14 breaths/min"), "baseline.respiratory_rate")
    assert found.answer.value == answer
    unset = leaving(after, respiratory_rate="14 breaths/min", policy=attrs.evolve(NEAR, near_respiratory_rate=None))
    assert of(unset, "baseline.respiratory_rate").answer is Answer.UNKNOWN
    assert of(leaving(after), "baseline.respiratory_rate").answer is Answer.UNKNOWN  # measured afterwards only
    assert "baseline.respiratory_rate" not in {item.code for item in leaving(Vitals(LEFT, "120/80 mmHg")).items}


# One instant, one answer

ZONES = (UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12)), ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Lima"))


@given(st.integers(0, 47), st.integers(1, 12), st.sampled_from(ZONES))
def test_without_a_zone_an_instant_is_judged_as_it_is_and_not_as_it_is_written(hour, ago, zone):
    course = course_of(calendar=None)
    at = datetime(2026, 1, 4, 12, tzinfo=UTC) + timedelta(hours=hour)
    day = {"last_dose": date(2026, 1, 5) - timedelta(days=ago)}
    first, second = (check_readiness(course, 1, at=each, day=Day(**day)) for each in (at, at.astimezone(zone)))
    for code in ("date", "interval"):
        assert of(first, code).answer is of(second, code).answer
    assert of(first, "date").answer is not Answer.PASS


@pytest.mark.parametrize(
    ("last", "answer"),
    [("2026-01-01", "pass"), ("2026-01-02", "unknown"), ("2026-01-03", "unknown"), ("2026-01-05", "unknown"), ("none", "pass")],
)
def test_an_interval_without_a_zone_is_known_only_a_day_beyond_what_is_needed(last, answer):
    """The pattern's shortest gap is three days: four days by UTC are at least three everywhere."""
    course = course_of(calendar=None)
    found = of(check_readiness(course, 1, at=NINE, day=Day(last_dose=last)), "interval")
    assert found.answer.value == answer
    if answer == "unknown":
        assert (found.to_pass, found.weighing) == ("plan with kd.Calendar(zone=...)", False)


def test_a_course_before_that_may_be_of_today_somewhere_has_to_be_written():
    before = kd.plan_course(PATIENT, kd.protocols.TAYLOR_2018, start="2026-01-05")
    course = course_of(calendar=None, earlier=before)
    assert of(check_readiness(course, 1, at=NINE), "interval").why.startswith("nothing is written of session 1 of the course")


def test_a_date_that_no_zone_makes_the_planned_one_holds_without_a_zone():
    course = course_of(calendar=None)
    assert of(check_readiness(course, 1, at=NINE + timedelta(days=2)), "date").answer is Answer.HOLD
    unknown = of(check_readiness(course, 1, at=NINE), "date")
    assert (unknown.answer, unknown.to_pass) == (Answer.UNKNOWN, "plan with kd.Calendar(zone=...)")
    assert of(check_readiness(course_of(calendar=kd.Calendar()), 1, at=NINE), "date").answer is Answer.UNKNOWN
    assert of(check_readiness(course_of(), 1, at=NINE), "date").answer is Answer.PASS


class Failing(tzinfo):
    """A zone that cannot say how far it is from UTC."""

    def utcoffset(self, _):
        raise ValueError("no idea")


class OneWay(tzinfo):
    """A zone that cannot be told from UTC."""

    def utcoffset(self, _):
        return timedelta(0)


@pytest.mark.parametrize("zone", [Failing(), OneWay()])
def test_a_zone_that_fails_is_none(zone):
    moment = NINE.replace(tzinfo=zone)
    for make in (
        lambda: Vitals(moment, "120/80 mmHg"),
        lambda: check_readiness(course_of(), 1, at=moment),
        lambda: check_discharge(OLIVER, started=moment, ended=moment, at=moment),
        lambda: Day(food=moment),
    ):
        with pytest.raises(KetadoseError) as caught:
            make()
        assert caught.value.code == "time.unreadable"


# A review


def reviewed(*scores, **more):
    course = course_of()
    for number in (1, 2, 3):
        course = course.record(number, "given")
    return review_course(course, scores, replies=NO, **more)


MET = Scores(scales.SALLOUM_2019_MADRS_RESPONSE, 30, {3: 14})


def test_a_review_is_unknown_until_a_response_is_judged():
    remission = Scores(scales.EKSTRAND_2022_MADRS_REMISSION, 30, {3: 9})
    without = reviewed(remission)
    assert codes(without, Answer.UNKNOWN) == {"outcome"}
    assert of(without, "outcome").why == "no definition of a response was given"
    assert reviewed(remission, MET).answer is Answer.PASS


def test_a_score_that_is_worse_is_weighed_whatever_the_definition_says():
    definition = scales.EKSTRAND_2022_MADRS_REMISSION
    worse = Scores(definition, 7, {3: 9})
    code = f"{definition.name}.3"
    review = reviewed(worse, MET)
    assert codes(review, Answer.UNKNOWN) == {code}
    assert of(review, code).weighing
    assert "; worse than the baseline" in of(review, code).why
    assert reviewed(worse, MET, weighed=Weighed(code, "A. Doctor", "a bad week")).answer is Answer.PASS
    assert reviewed(Scores(definition, 9, {3: 9}), MET).answer is Answer.PASS


@pytest.mark.parametrize(
    ("definition", "before", "after", "answer"),
    [
        (scales.POST_HOC_2021_CADSS_DISSOCIATION, 20, 5, "unknown"),
        (scales.POST_HOC_2021_CADSS_DISSOCIATION, 20, 4, "pass"),
        (scales.JANSSEN_CADSS_DISSOCIATION, 0, 5, "unknown"),
    ],
)
def test_dissociation_that_is_met_is_weighed_and_is_no_response(definition, before, after, answer):
    review = reviewed(Scores(definition, before, {3: after}))
    item = of(review, f"{definition.name}.3")
    assert (item.answer.value, item.weighing) == (answer, answer == "unknown")
    assert of(review, "outcome").answer is Answer.UNKNOWN


def test_more_sessions_reviewed_than_given_is_refused():
    assert reviewed(reviewed=3).due == ()
    with pytest.raises(KetadoseError, match="at most the 3 sessions that were given") as caught:
        reviewed(reviewed=4)
    assert caught.value.code == "review.scores"


# Answers, decisions and readings that cannot be meant


@pytest.mark.parametrize(
    ("make", "code", "match"),
    [
        (
            lambda: Answers(current={"psychosis": "yes"}, history={"psychosis": "no"}),
            "screening.answer",
            "yet there is no history",
        ),
        (lambda: Weighed("opioids", "\u3164", "because"), "argument.text", "at least one letter or digit"),
        (lambda: Weighed("opioids", "A. Doctor", "\u115f\u1160\uffa0"), "argument.text", "at least one letter or digit"),
        (lambda: Weighed("opioids", "\u2800", "because"), "argument.text", "at least one letter or digit"),
        (lambda: Weighed("opioids", "...", "because"), "argument.text", "weighed by"),
        (lambda: Vitals(NINE, "301/80 mmHg"), "readiness.reading", "20 to 300 mmHg"),
        (lambda: Vitals(NINE, "120/19 mmHg"), "readiness.reading", "20 to 300 mmHg"),
        (lambda: Vitals(NINE, "80/80 mmHg"), "readiness.reading", "the higher first"),
        (lambda: Vitals(NINE, heart_rate="4 beats/min"), "readiness.reading", "5 to 300 beats"),
        (lambda: Vitals(NINE, heart_rate="301 beats/min"), "readiness.reading", "5 to 300 beats"),
        (lambda: Vitals(NINE, respiratory_rate="81 breaths/min"), "readiness.reading", "1 to 80 breaths"),
    ],
)
def test_what_cannot_be_meant_is_refused(make, code, match):
    with pytest.raises(KetadoseError, match=match) as caught:
        make()
    assert caught.value.code == code
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300


def test_the_guards_themselves_are_inside():
    for vitals in (
        Vitals(NINE, "300/20 mmHg", heart_rate="5 beats/min", respiratory_rate="1 breaths/min"),
        Vitals(NINE, "21/20 mmHg", heart_rate="300 beats/min", respiratory_rate="80 breaths/min"),
    ):
        assert len(latest((vitals,))) == len(Vital)
    assert Weighed("opioids", "李", "7").by == "李"
    assert Answers(current={"psychosis": "no"}, history={"psychosis": "yes"}).ever("psychosis").value == "yes"
