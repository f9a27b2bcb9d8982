"""Screening against an oracle; missing never passes; more known loses no hold; readings, bounds and waits by counting."""

import datetime
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.catalog import contraindications, interactions
from ketadose.evidence import Standing
from ketadose.screening import (
    AGENTS,
    CODES,
    QUESTIONS,
    Answer,
    Answers,
    Day,
    Reply,
    SitePolicy,
    Vitals,
    Weighed,
    check_discharge,
    check_readiness,
    review_course,
    screen,
)
from ketadose.screening.verdict import combine
from tests.oracle import screening as oracle

PROTOCOLS = (
    kd.protocols.OLIVER_2022,
    kd.protocols.SPRAVATO_US,
    kd.protocols.GLUE_2017,
    kd.protocols.IRWIN_2013,
    kd.Regimen("esketamine", "intravenous", "0.25 mg/kg", over="40 min"),
    kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="15 min", area="emergency analgesia"),
)
ON = datetime.date(2026, 3, 31)
NOON = datetime.datetime(2026, 1, 5, 12, tzinfo=UTC)
REPLIES = ("yes", "no", "unknown", None)
replies = st.sampled_from(REPLIES)
UTC_CLINIC = kd.Calendar(zone="UTC")
PATIENT = kd.Patient("70 kg", weighed_on="2026-01-04")
COURSE = kd.plan_course(PATIENT, kd.protocols.OLIVER_2022, start="2026-01-05", calendar=UTC_CLINIC)


def told(pairs):
    return {code: reply for code, reply in pairs.items() if reply is not None}


@st.composite
def people(draw):
    """A few conditions answered each way, with dates, agents and decisions; the rest all answered no, or left out."""
    some = draw(st.lists(st.sampled_from(CODES), max_size=6, unique=True))
    now = {code: draw(replies) for code in some}
    ever = {code: draw(replies if now[code] != "yes" else st.sampled_from(("yes", "unknown", None))) for code in some}
    ago = {code: draw(st.integers(0, 250)) for code in some if ever[code] != "no" and draw(st.booleans())}
    rest = draw(st.sampled_from(("no", None)))
    agents = draw(st.lists(st.sampled_from(AGENTS), max_size=4, unique=True))
    takes = tuple(name for name in agents if draw(st.booleans()))
    planned = draw(replies)
    return now, ever, ago, rest, takes, tuple(name for name in agents if name not in takes), planned


def answers_of(person):
    now, ever, ago, rest, takes, without, planned = person
    never = [code for code in CODES if code not in now] if rest == "no" else ()
    others = () if rest == "no" else None
    left = [name for name in AGENTS if name not in takes] if rest == "no" else without
    last = {code: ON - timedelta(days=days) for code, days in ago.items()}
    return Answers(
        current=told(now),
        history=told(ever),
        never=never,
        last=last,
        planned=told({"pregnancy": planned}),
        takes=takes,
        without=left,
        others=others,
    )


def expected_of(fact, person, weighed):
    now, ever, ago, rest, _, _, planned = person
    code = fact.condition.code
    window = ("days", fact.within) if fact.within else ("months", fact.months) if fact.months else None
    since = None
    if code in ago:
        day = ON - timedelta(days=ago[code])
        since = ago[code], ((day.year, day.month, day.day), (ON.year, ON.month, ON.day))
    left = rest or "unknown"
    replied = (now.get(code, left) or "unknown", ever.get(code, left) or "unknown", planned or "unknown")
    applied = oracle.applies(fact.time.value, window, *replied, since)
    page = fact.citation.source.standing is Standing.PAGE
    return oracle.said(applied, fact.advice.value, page, weighed)


def concerned(facts, protocol):
    for fact in facts:
        areas = getattr(fact, "areas", ())
        here = protocol.drug in fact.drugs and (not fact.routes or protocol.route in fact.routes)
        if here and (not areas or protocol.area in areas):
            yield fact


def unspoken(code, own, person):
    """Whether the person has, had or plans it, and no source but a page speaks of that."""
    now, ever, ago, *_, planned = person
    times = {fact.time.value for fact in own if fact.citation.source.standing is not Standing.PAGE}
    had = "yes" in (now.get(code), ever.get(code)) or code in ago
    if code in {"age.under_18", "age.under_3_months"}:
        return False
    return (had and not times - {"planned"}) or (code == "pregnancy" and planned == "yes" and "planned" not in times)


@given(people(), st.sampled_from(PROTOCOLS), st.booleans())
def test_every_condition_that_nobody_names_is_weighed_or_unknown(person, protocol, decided):
    answers = answers_of(person)
    facts = list(concerned(contraindications.ALL, protocol))
    lost = [code for code in CODES if unspoken(code, [f for f in facts if f.condition.code == code], person)]
    weighed = tuple(Weighed(code, "A. Doctor", "weighed") for code in lost) if decided else ()
    screening = screen(answers, protocol, on=ON, weighed=weighed)
    found = {item.code: item for item in screening.items}
    assert {item.code for item in screening.items if item.why.startswith("no source speaks")} == set(lost)
    for code in lost:
        own = [expected_of(fact, person, decided) for fact in facts if fact.condition.code == code]
        assert found[code].answer.value == oracle.worst([*own, "pass" if decided else "unknown"])


@given(people(), st.sampled_from(PROTOCOLS), st.booleans())
def test_every_condition_is_as_the_oracle_says(person, protocol, decided):
    answers = answers_of(person)
    facts = list(concerned(contraindications.ALL, protocol))
    asked = list(dict.fromkeys(fact.condition.code for fact in facts))
    weighed = tuple(Weighed(code, "A. Doctor", "weighed") for code in asked) if decided else ()
    screening = screen(answers, protocol, on=ON, weighed=weighed)
    found = {item.code: item.answer.value for item in screening.items}
    for code in asked:
        own = [fact for fact in facts if fact.condition.code == code]
        each = [expected_of(fact, person, decided) for fact in own]
        each += ["pass" if decided else "unknown"] * unspoken(code, own, person)
        assert found[code] == oracle.worst(each), code
    assert screening.answer.value == oracle.worst(list(found.values()))


@given(people(), st.sampled_from(PROTOCOLS))
def test_every_agent_is_as_the_oracle_says(person, protocol):
    *_, rest, takes, without, _ = person
    found = {item.code: item.answer.value for item in screen(answers_of(person), protocol, on=ON).items}
    facts = list(concerned(interactions.ALL, protocol))
    for agent in {name for fact in facts for name in fact.agents}:
        applied = "yes" if agent in takes else "no" if rest == "no" or agent in without else "unknown"
        own = [fact for fact in facts if agent in fact.agents]
        classes = [fact.advice.value if fact.advice else "measured" for fact in own]
        assert found[agent] == oracle.worst([oracle.said(applied, advice, False, False) for advice in classes]), agent


@given(st.sampled_from(PROTOCOLS), st.data())
def test_a_missing_answer_is_unknown_and_never_a_pass(protocol, data):
    """Whatever one answer is left out of a person who has nothing: that item, and so the whole, is unknown."""
    whole = screen(Answers(never=CODES, planned={"pregnancy": "no"}, without=AGENTS, others=()), protocol, on=ON)
    assert whole.answer is Answer.PASS
    assert whole.findings == ()
    left = data.draw(st.sampled_from([item.code for item in whole.items if item.code not in {"age", "age.under_18"}]))
    given_ = Answers(never=set(CODES) - {left}, planned={"pregnancy": "no"}, without=set(AGENTS) - {left}, others=())
    missing = screen(given_, protocol, on=ON)
    assert [item.code for item in missing.items if item.answer is not Answer.PASS] == [left]
    assert missing.answer is Answer.UNKNOWN
    assert missing.to_pass[0].startswith(f"{left}: answer ")
    assert {finding.code for finding in missing.findings} == {"screening.unknown"}


@given(people(), st.sampled_from(PROTOCOLS), st.data())
def test_answering_more_never_loses_a_hold(person, protocol, data):
    """Filling in what is unknown changes no hold to anything else, and no pass."""
    answers = answers_of(person)
    before = screen(answers, protocol, on=ON)
    code = data.draw(st.sampled_from(CODES))
    if code in dict(answers.current) or dict(answers.history).get(code) is Reply.NO:
        return
    more = Answers(
        current=(*answers.current, (code, data.draw(st.sampled_from(("yes", "no"))))),
        **{field: getattr(answers, field) for field in ("history", "last", "planned", "takes", "without", "others")},
    )
    after = {item.code: item.answer for item in screen(more, protocol, on=ON).items}
    for item in before.items:
        if item.answer is Answer.HOLD:
            assert after[item.code] is Answer.HOLD


@given(st.lists(st.sampled_from(list(Answer)), max_size=6))
def test_answers_combine_as_the_worst_in_any_order(answers):
    assert combine(answers).value == oracle.worst([each.value for each in answers])
    assert combine(reversed(answers)) is combine(answers)


@given(st.integers(90, 250), st.integers(40, 85), st.integers(90, 250), st.integers(0, 90), st.integers(1, 90))
def test_a_site_s_value_decides_and_is_itself_inside(systolic, diastolic, highest, age, within):
    vitals = Vitals(NOON - timedelta(minutes=age), f"{systolic}/{diastolic} mmHg")
    policy = SitePolicy(highest_pressure=f"{highest}/86 mmHg", readings_within=f"{within} min")
    found = {item.code: item.answer.value for item in check_readiness(COURSE, 1, vitals, at=NOON, policy=policy).items}
    old = age > within
    assert found["site.systolic"] == ("unknown" if old else "hold" if systolic > highest else "pass")
    assert found["site.diastolic"] == ("unknown" if old else "pass")
    assert found["age.systolic"] == ("unknown" if old else "pass")
    assert found["pressure.label_swiss"] == ("unknown" if old else "hold" if systolic > 180 else "pass")


@given(st.integers(0, 600), st.integers(1, 600))
def test_a_wait_is_over_exactly_when_it_is(passed, least):
    readiness = check_readiness(
        COURSE, 1, at=NOON, day=Day(food=NOON - timedelta(minutes=passed)), policy=SitePolicy(food=f"{least} min")
    )
    (item,) = [item for item in readiness.items if item.code == "site.food"]
    assert item.answer.value == ("pass" if passed >= least else "hold")
    if passed < least:
        until = NOON + timedelta(minutes=least - passed)
        assert item.to_pass == f"wait until {until.isoformat(' ', 'minutes')}"
        again = check_readiness(
            COURSE, 1, at=until, day=Day(food=NOON - timedelta(minutes=passed)), policy=SitePolicy(food=f"{least} min")
        )
        assert [each.answer.value for each in again.items if each.code == "site.food"] == ["pass"]


@given(st.integers(0, 300), st.sampled_from(("yes", "no", "unknown")), st.one_of(st.none(), st.integers(1, 300)))
def test_a_stay_is_counted_from_the_end_of_the_dose(passed, escort, own):
    """The service's hour with an escort, or two without; the site's own time instead of either, if it has one."""
    policy = SitePolicy(stay=f"{own} min") if own else SitePolicy()
    ended = NOON + timedelta(minutes=40)
    leaving = check_discharge(
        kd.protocols.OLIVER_2022, started=NOON, ended=ended, at=ended + timedelta(minutes=passed), escort=escort, policy=policy
    )
    found = {item.code: item.answer.value for item in leaving.items}
    code, least = ("stay.oxford_escort", 60) if escort == "yes" else ("stay.oxford_alone", 120)
    assert found[code] == ("pass" if own or passed >= least else "hold")
    assert found.get("site.stay") == (None if own is None else "pass" if passed >= own else "hold")
    looser = [finding for finding in leaving.findings if finding.code == "discharge.looser"]
    assert bool(looser) is (own is not None and own < least)


@given(
    st.integers(0, 6), st.integers(0, 7), st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(("yes", "no", "unknown")))
)
def test_a_review_is_due_by_what_was_given_and_asks_until_all_is_answered(done, reviewed, given_replies):
    course = COURSE
    for number in range(1, done + 1):
        course = course.record(number, "given")
    if reviewed > done:
        with pytest.raises(kd.KetadoseError, match="sessions that were given"):
            review_course(course, replies=given_replies, reviewed=reviewed)
        return
    review = review_course(course, replies=given_replies, reviewed=reviewed)
    assert [each.after for each in review.due] == [n for n in (3, 6) if reviewed < n <= done] + [None] * (done == 6)
    found = {item.code: item.answer.value for item in review.items}
    if not review.due:
        assert found == {"due": "pass"}
        return
    for code in QUESTIONS:
        assert found[code] == {"yes": "hold", "no": "pass"}.get(given_replies.get(code), "unknown")
    assert review.answer.value == ("hold" if "yes" in given_replies.values() else "unknown")
