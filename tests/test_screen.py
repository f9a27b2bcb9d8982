"""Screening: coded conditions with their times, disagreeing sources side by side, decisions, medicines, refusals."""

import copy
import json
import pickle
from datetime import date

import attrs
import pytest

import ketadose as kd
from ketadose.catalog import contraindications, interactions
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Standing, sources
from ketadose.findings import Override, Severity, unused
from ketadose.model.screening import Advice, Condition, Contraindication, Time
from ketadose.screening import AGENTS, CODES, Answer, Answers, Reply, Screening, Weighed, screen
from ketadose.screening.answers import NOTHING
from ketadose.screening.verdict import HOLDS, Item, settled
from tests.ismp import faults

OLIVER, SPRAVATO, IRWIN, GLUE = (
    kd.protocols.OLIVER_2022,
    kd.protocols.SPRAVATO_US,
    kd.protocols.IRWIN_2013,
    kd.protocols.GLUE_2017,
)
EMERGENCY = kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="15 min", area="emergency analgesia")
ON = "2026-03-31"
FINE = {"planned": {"pregnancy": "no"}, "without": AGENTS, "others": ()}


def having(regimen=OLIVER, *, on=ON, weighed=(), patient=None, takes=(), **known):
    """The screening of somebody who has none of the rest and takes nothing else."""
    answered = {code for field in ("current", "history", "last") for code in known.get(field, {})}
    rest = {"never": set(CODES) - answered, "takes": takes, **FINE, "without": set(AGENTS) - set(takes)}
    return screen(patient, regimen, Answers(**{**rest, **known}), on=on, weighed=weighed)


def of(screening, code):
    (item,) = [item for item in screening.items if item.code == code]
    return item


def way(screening, code):
    """What would turn the item into a pass."""
    return of(screening, code).to_pass


def codes(screening):
    return [finding.code for finding in screening.findings]


# Times


@pytest.mark.parametrize(
    ("now", "ever", "time", "applies"),
    [
        ("yes", None, Time.CURRENT, "yes"),
        ("no", "yes", Time.CURRENT, "no"),
        (None, "no", Time.CURRENT, "unknown"),
        ("no", "yes", Time.HISTORY, "yes"),
        ("yes", None, Time.HISTORY, "yes"),
        ("no", None, Time.HISTORY, "unknown"),
        (None, "no", Time.HISTORY, "no"),
        ("no", "yes", Time.UNSAID, "yes"),
        ("yes", None, Time.UNSAID, "yes"),
        ("no", None, Time.UNSAID, "unknown"),
        (None, "no", Time.UNSAID, "unknown"),
        ("no", "no", Time.UNSAID, "no"),
        ("yes", None, Time.RISK, "yes"),
        ("no", "yes", Time.RISK, "no"),
        ("unknown", "unknown", Time.UNSAID, "unknown"),
        ("yes", "yes", Time.PLANNED, "unknown"),
    ],
)
def test_what_is_there_now_and_what_ever_was_are_different_answers(now, ever, time, applies):
    label = Citation(sources.SPRAVATO_EU, "section 4.3")
    stroke = Condition("stroke", "stroke")
    fact = Contraindication(stroke, time, Advice.CONTRAINDICATED, "x", label, (kd.ESKETAMINE,))
    answers = Answers(current={"stroke": now} if now else {}, history={"stroke": ever} if ever else {})
    assert answers.applies(fact, None).value == applies
    assert bool(answers.open(fact, None)) is (applies == "unknown")


@pytest.mark.parametrize(
    ("last", "answer", "ends"),
    [
        ("2026-02-17", Answer.HOLD, "2026-03-31"),  # 42 days: inside, from 17 February to 31 March
        ("2026-02-16", Answer.PASS, None),
        ("2026-03-31", Answer.HOLD, "2026-05-12"),
    ],
)
def test_a_recent_event_counts_up_to_the_last_day_of_the_window(last, answer, ends):
    item = of(
        having(SPRAVATO, history={"cardiovascular_event": "yes"}, last={"cardiovascular_event": last}), "cardiovascular_event"
    )
    assert item.answer is answer
    assert item.to_pass == (f"it no longer applies, as it is after {ends}; no decision lets a hold pass here" if ends else "")


@pytest.mark.parametrize(("last", "answer"), [("2025-09-30", "hold"), ("2025-09-29", "pass"), ("2025-10-01", "hold")])
def test_months_are_counted_on_the_calendar(last, answer):
    """Six months after 30 September is 30 March; a day later it is over. 29 September plus six months is 29 March."""
    item = of(having(IRWIN, on="2026-03-30", last={"cardiovascular_event": last}), "cardiovascular_event")
    held = [each for each in item.said if each.fact.months == 6]
    assert [each.answer.value for each in held] == [answer]


def test_what_holds_until_two_days_holds_until_the_later():
    """By mouth: 42 days (extended by this project) end on 1 May, the trial's six months on 20 September."""
    screening = having(IRWIN, last={"cardiovascular_event": "2026-03-20"})
    assert "as it is after 2026-09-20;" in way(screening, "cardiovascular_event")


def test_six_months_from_the_end_of_august_end_with_february():
    answers = Answers(last={"cardiovascular_event": "2025-08-31"})
    (fact,) = [each for each in contraindications.ALL if each.months == 6 and each.routes == (kd.Route.ORAL,)]
    assert answers.until(fact) == date(2026, 2, 28)
    assert Answers(last={"cardiovascular_event": "9999-12-31"}).until(fact) is None
    assert Answers(last={"cardiovascular_event": "9999-12-31"}).applies(fact, date(9999, 12, 31)) is Reply.YES
    assert NOTHING.until(fact) is None


def test_an_event_without_its_date_is_unknown_and_asks_for_it():
    undated = of(having(SPRAVATO, history={"cardiovascular_event": "yes"}), "cardiovascular_event")
    assert (undated.answer, undated.to_pass) == (Answer.UNKNOWN, "answer last, and it does not apply")
    day = having(SPRAVATO, on=None, last={"cardiovascular_event": "2026-01-01"})
    assert way(day, "cardiovascular_event") == "answer on, and it does not apply"
    neither = having(SPRAVATO, on=None, history={"cardiovascular_event": "yes"})
    assert way(neither, "cardiovascular_event") == "answer last and on, and it does not apply"
    unasked = having(SPRAVATO, never=set(CODES) - {"cardiovascular_event"})
    assert way(unasked, "cardiovascular_event") == "answer history, and it does not apply"


def test_a_recent_event_without_a_window_counts_whenever_it_was():
    item = of(having(OLIVER, last={"cerebral_trauma": "2001-01-01"}), "cerebral_trauma")
    leaflet = [each for each in item.said if each.fact.time is Time.RECENT]
    assert [(each.applies, each.answer, each.until) for each in leaflet] == [(Reply.YES, Answer.UNKNOWN, None)]


def test_a_current_event_is_recent():
    screening = having(SPRAVATO, current={"cardiovascular_event": "yes"})
    assert screening.answer is Answer.HOLD
    assert way(screening, "cardiovascular_event") == "it no longer applies; no decision lets a hold pass here"


def test_what_is_planned_is_asked_apart():
    planned = of(having(SPRAVATO, planned={"pregnancy": "yes"}), "pregnancy")
    assert planned.answer is Answer.UNKNOWN
    assert [each.fact.time for each in planned.applies] == [Time.PLANNED]
    assert way(having(SPRAVATO, planned={}), "pregnancy") == "answer planned, and it does not apply"


# Classes and sources


def test_a_label_contraindicates_and_another_only_cautions():
    """A history of stroke: contraindicated in Switzerland and the United Kingdom, a caution in a drug summary."""
    item = of(having(history={"stroke": "yes"}, current={"stroke": "no"}), "stroke")
    assert item.answer is Answer.HOLD
    assert item.disagree
    assert [each.class_ for each in item.applies] == ["caution", "contraindicated", "contraindicated", "caution"]
    screening = having(history={"stroke": "yes"}, current={"stroke": "no"})
    assert codes(screening) == [
        "screening.weigh",
        "screening.hold",
        "screening.hold",
        "screening.weigh",
        "screening.disagree",
    ]
    told = next(f.message for f in screening.findings if f.code == "screening.disagree")
    assert "caution (KETALAR_PDR) / contraindicated (KETALAR_UK)" in told
    assert {f.severity for f in screening.findings if f.code == "screening.hold"} == {Severity.STOP}


def test_an_earlier_psychosis_does_not_hold_where_sources_mean_an_active_one():
    """Only a page, which decides nothing, names psychosis without a time for ketamine in the clinic."""
    screening = having(current={"psychosis": "no"}, history={"psychosis": "yes"})
    assert screening.answer is Answer.PASS
    assert codes(screening) == ["screening.claim"]
    assert screening.findings[0].severity is Severity.NOTE
    assert having(current={"psychosis": "yes"}).answer is Answer.HOLD
    trial = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", area="emergency suicidality")
    assert having(trial, current={"psychosis": "no"}, history={"psychosis": "yes"}).answer is Answer.HOLD


def test_a_warning_is_weighed_by_somebody_and_then_passes_with_a_caution():
    known = {"current": {"pregnancy": "yes"}}
    before = having(SPRAVATO, **known)
    assert before.answer is Answer.UNKNOWN
    assert before.to_pass == ('pregnancy: somebody weighs it: Weighed("pregnancy", by, reason)',)
    assert codes(before) == ["screening.weigh"]
    decided = Weighed("pregnancy", "A. Doctor", "discussed twice")
    after = having(SPRAVATO, weighed=decided, **known)
    assert after.answer is Answer.PASS
    assert codes(after) == ["screening.weighed"]
    assert after.findings[0].message.endswith("pregnancy weighed by A. Doctor: discussed twice")
    assert "pass: pregnancy; pregnancy weighed by A. Doctor" in str(after.working)


def test_no_decision_lets_a_hold_pass_or_answers_a_question():
    decided = [Weighed(code, "A. Doctor", "in earnest") for code in ("stroke", "psychosis")]
    screening = having(
        current={"psychosis": "unknown"}, history={"stroke": "yes"}, weighed=decided, never=set(CODES) - {"stroke", "psychosis"}
    )
    assert of(screening, "stroke").answer is Answer.HOLD
    assert of(screening, "psychosis").answer is Answer.UNKNOWN
    assert way(screening, "psychosis") == "answer current and history, and it does not apply"


def test_both_what_is_open_and_what_is_to_be_weighed_are_asked_for():
    screening = having(SPRAVATO, current={"pregnancy": "yes"}, planned={})
    assert way(screening, "pregnancy") == (
        'answer planned, and it does not apply; and somebody weighs it: Weighed("pregnancy", by, reason)'
    )


def test_a_page_is_shown_and_holds_nothing():
    pages = [fact for fact in contraindications.ALL if fact.only_claimed]
    assert {fact.advice for fact in pages} & HOLDS
    for fact in pages:
        known = {"current": {fact.condition.code: "yes"}, "history": {fact.condition.code: "yes"}}
        item = of(having(**known), fact.condition.code)
        assert all(each.answer is Answer.PASS for each in item.said if each.claim)
        assert any(finding.code == "screening.claim" for finding in item.findings)


def test_what_this_project_extends_holds_and_says_so():
    screening = having(GLUE, current={"aneurysmal_vascular_disease": "yes"})
    assert screening.answer is Answer.HOLD
    held = next(f for f in screening.findings if f.code == "screening.hold")
    assert Standing.OURS.value in held.message


def test_a_source_without_an_objection_passes_and_is_listed():
    """Impaired kidneys: two guidelines see no reason to adjust ketamine."""
    screening = having(current={"kidney.impaired": "yes"})
    assert screening.answer is Answer.PASS
    assert screening.findings == ()
    assert [each.class_ for each in of(screening, "kidney.impaired").said] == ["no reason to avoid or to adjust"]


def test_sources_are_those_of_the_drug_the_route_and_the_care_area():
    for protocol in (OLIVER, SPRAVATO, IRWIN, EMERGENCY):
        for item in screen(NOTHING, protocol).items:
            for each in item.said:
                fact = each.fact
                assert protocol.drug in fact.drugs
                assert not fact.routes or protocol.route in fact.routes
                assert not getattr(fact, "areas", ()) or protocol.area in fact.areas
    coronary = "acute_coronary_syndrome"
    assert coronary in {item.code for item in screen(NOTHING, EMERGENCY).items}
    assert coronary not in {item.code for item in screen(NOTHING, OLIVER).items}
    assert coronary in {item.code for item in screen(NOTHING, OLIVER, area="emergency analgesia").items}


def test_where_protocols_disagree_both_stand_in_the_item():
    """Psychosis in emergency analgesia: a table contraindicates, a college sees no reason to withhold."""
    item = of(having(EMERGENCY, current={"psychosis": "yes"}), "psychosis")
    assert item.answer is Answer.HOLD
    assert {"contraindicated", "no reason to avoid or to adjust"} <= {each.class_ for each in item.said}


# Medicines


def test_an_agent_holds_or_is_weighed_by_its_sources():
    assert having(takes=["theophylline"]).answer is Answer.HOLD
    opioids = having(takes=["opioids"])
    assert (opioids.answer, opioids.to_pass) == (
        Answer.UNKNOWN,
        ('opioids: somebody weighs it: Weighed("opioids", by, reason)',),
    )
    measured = having(kd.Regimen("esketamine", "oral", "0.2 mg/kg"), takes=["grapefruit juice"])
    assert measured.answer is Answer.UNKNOWN
    assert of(measured, "grapefruit juice").said[0].class_ == "measured, and advised nothing"


def test_other_medicines_are_looked_up_by_somebody():
    other = having(others=["lorazepam"])
    assert other.answer is Answer.UNKNOWN
    assert codes(other) == ["screening.unknown"]
    assert having(others=["lorazepam"], weighed=Weighed("lorazepam", "A. Pharmacist", "low dose")).answer is Answer.PASS
    assert codes(having(others=["lorazepam"], weighed=Weighed("lorazepam", "A. Pharmacist", "low dose"))) == [
        "screening.weighed"
    ]
    unasked = having(others=None)
    assert unasked.to_pass == ("other medicines: answer others",)
    decided = having(others=None, weighed=Weighed("other medicines", "A. Pharmacist", "none, I think"))
    assert decided.answer is Answer.UNKNOWN
    elsewhere = having(OLIVER, takes=["alcohol"])
    assert "no record names it for this drug by this route" in str(of(elsewhere, "alcohol"))


# The age


@pytest.mark.parametrize(
    ("age", "child", "infant"),
    [("18 years", "no", "no"), ("17.9 years", "yes", "no"), ("0.25 years", "yes", "no"), ("0.2 years", "yes", "yes")],
)
def test_the_age_of_the_patient_answers(age, child, infant):
    patient = kd.Patient("70 kg", age=age)
    told = {
        item.code: item.said[0].applies.value
        for protocol in (SPRAVATO, EMERGENCY)
        for item in screen(patient, protocol).items
        if item.code.startswith("age.")
    }
    assert told == {"age.under_18": child, "age.under_3_months": infant}


def test_an_age_that_contradicts_an_answer_is_refused():
    adult = kd.Patient("70 kg", age="40 years")
    with pytest.raises(KetadoseError, match="contradicted by the age") as caught:
        screen(adult, SPRAVATO, Answers(current={"age.under_18": "yes"}))
    assert caught.value.code == "screening.answer"
    assert screen(adult, SPRAVATO, Answers(current={"age.under_18": "no"})).patient is adult
    assert screen("70 kg", SPRAVATO).patient == kd.Patient("70 kg")
    assert screen(None, SPRAVATO).patient is None
    assert of(screen("70 kg", SPRAVATO), "age.under_18").answer is Answer.UNKNOWN


# The records


def test_a_screening_is_plain_data_and_survives_copies():
    screening = having(current={"psychosis": "yes"}, takes=["opioids"], weighed=Weighed("opioids", "A. Doctor", "stable"))
    plain = screening.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["answer"] == "hold"
    assert plain["regimen"] == "OLIVER_2022"
    item = next(each for each in plain["items"] if each["code"] == "opioids")
    assert (item["answer"], item["decision"]["by"]) == ("pass", "A. Doctor")
    for again in (pickle.loads(pickle.dumps(screening)), copy.deepcopy(screening), attrs.evolve(screening)):
        assert again == screening
        assert again.items == screening.items
    worse = attrs.evolve(screening, weighed=())
    assert worse.of(Answer.UNKNOWN)[0].code == "opioids"


def test_nothing_that_is_printed_breaks_the_rules_of_printing():
    for protocol in (OLIVER, SPRAVATO, IRWIN, EMERGENCY):
        screening = screen(Answers(current=dict.fromkeys(CODES, "yes"), takes=AGENTS), protocol, on=ON)
        text = "\n".join([str(screening), str(screening.working), *map(str, screening.findings), *screening.to_pass])
        assert faults(text) == []
        assert all(str(finding.citation) for finding in screening.findings if finding.citation)
    undated = str(screen(NOTHING, OLIVER).working)
    assert "a day that was not said" in undated


def test_every_item_of_nobody_is_unknown():
    screening = screen(NOTHING, OLIVER)
    assert {item.answer for item in screening.items} == {Answer.UNKNOWN}
    assert len(screening.to_pass) == len(screening.items) == len(screening.findings)


def test_every_class_of_advice_is_decided():
    assert set(Advice) > HOLDS
    held = {Advice.CONTRAINDICATED, Advice.DO_NOT_CO_ADMINISTER, Advice.NOT_RECOMMENDED, Advice.EXCLUDED}
    assert held == HOLDS
    assert {name for fact in interactions.ALL for name in fact.agents} == set(AGENTS)


def test_a_decision_on_what_is_not_to_be_weighed_changes_nothing():
    item = Item("x", "asked", Answer.HOLD, "why", "never")
    assert settled(item, (Weighed("x", "A. Doctor", "because"),), "readiness") is item
    assert str(item) == "hold: asked: why. To pass: never."


# Refusals


@pytest.mark.parametrize(
    ("make", "code", "match"),
    [
        (lambda: Answers(current={"psychosys": "no"}), "screening.answer", 'Write "psychosis" if'),
        (
            lambda: Answers(current={"uncontrolled or untreated high blood pressure": "no"}),
            "screening.answer",
            "hypertension.uncontrolled",
        ),
        (lambda: Answers(current={"zzz": "no"}), "screening.answer", "ketadose.screening.CODES"),
        (lambda: Answers(current={"psychosis": True}), "word.unknown", "yes, no or unknown"),
        (lambda: Answers(current={"psychosis": "maybe"}), "word.unknown", "yes, no or unknown"),
        (lambda: Answers(current="psychosis"), "screening.answer", "is no mapping"),
        (lambda: Answers(current={5: "no"}), "screening.answer", "is no mapping"),
        (lambda: Answers(never="psychosis"), "screening.answer", "is no list"),
        (lambda: Answers(never=["psychosis"], current={"psychosis": "yes"}), "screening.answer", "answered twice"),
        (lambda: Answers(never=["psychosis"], last={"psychosis": "2026-01-01"}), "screening.answer", "no history"),
        (lambda: Answers(last={"stroke": "01.01.2026"}), "date.unreadable", "calendar date"),
        (lambda: Answers(takes=["opioid"]), "screening.answer", 'Write "opioids"'),
        (lambda: Answers(takes=["lorazepam tablets"]), "screening.answer", "others="),
        (lambda: Answers(takes=["opioids"], without=["opioids"]), "screening.answer", "among what is taken"),
        (lambda: Answers(others=["theophyllin"]), "screening.answer", r'takes=\["theophylline"\]'),
        (lambda: Answers(others=["a\nb"]), "argument.text", "printable"),
        (lambda: screen(NOTHING, "OLIVER_2022"), "argument.type", "not a regimen"),
        (lambda: screen("70 kg", OLIVER, "healthy"), "argument.type", "no Answers"),
        (lambda: screen(70, OLIVER), "measure.bare_number", "unit"),
        (lambda: screen(NOTHING, OLIVER, on="31.03.2026"), "date.unreadable", "calendar"),
        (lambda: screen(Answers(last={"stroke": "2026-04-01"}), OLIVER, on=ON), "screening.answer", "after the screening"),
        (lambda: screen(NOTHING, OLIVER, weighed=Weighed("opioid", "A", "b")), "screening.answer", 'Write "opioids"'),
        (lambda: screen(NOTHING, OLIVER, weighed=Weighed("xxx", "A", "b")), "screening.answer", "was not asked"),
        (lambda: screen(NOTHING, OLIVER, weighed="opioids"), "argument.type", "no Weighed"),
        (lambda: screen(NOTHING, OLIVER, area="clinic"), "word.unknown", "psychiatric clinic"),
        (lambda: screen(NOTHING, OLIVER, NOTHING), "measure.kind", "weight"),
        (lambda: screen(None, OLIVER, object.__new__(Answers)), "record.hollow", "never filled"),
        (lambda: Weighed("opioids", "", "because"), "argument.text", "by"),
        (lambda: Weighed("opioids", "A. Doctor", " "), "argument.text", "reason"),
        (lambda: attrs.evolve(having(), patient="70 kg"), "argument.type", "no Patient"),
    ],
)
def test_what_cannot_be_meant_is_refused(make, code, match):
    with pytest.raises(KetadoseError, match=match) as caught:
        make()
    assert caught.value.code == code
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300


def test_a_name_that_only_resembles_an_agent_is_another_medicine():
    assert Answers(others=["lorazepam", "temazepam", "lorazepam"]).others == ("lorazepam", "temazepam")


def test_the_package_has_its_names_and_no_others():
    import ketadose.screening as package

    assert dir(package) == sorted(package.__all__)
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="no attribute 'screens'"):
        _ = package.screens
    assert Screening is package.Screening


# An override that nothing needed


def test_an_override_is_unused_where_nothing_of_the_results_carries_it():
    regimen = kd.Regimen("ketamine", "intravenous", "1.2 mg/kg", over="60 min")
    override = Override(("per_weight.high", "duration.high"), "A. Doctor", "responded to it")
    dose = kd.calculate_dose("70 kg", regimen, overrides=override)
    (found,) = unused(override, dose)
    assert (found.code, found.severity, found.figures[0]) == ("override.unused", Severity.CAUTION, "duration.high")
    assert found.message == "the override of duration.high by A. Doctor was not needed: it did not arise"
    other = Override("per_weight.high", "B. Doctor", "as well")
    (second,) = unused((other,), dose)
    assert second.message.endswith("it did not arise as a STOP that this one lets pass")


def test_an_override_for_a_course_is_not_unused_because_the_dose_did_not_need_it():
    regimen = kd.Regimen("ketamine", "intravenous", "0.2 mg/kg", over="40 min", days=tuple(range(1, 14)))
    override = Override(("course.high", "per_week.high"), "A. Doctor", "as an inpatient")
    course = kd.plan_course("70 kg", regimen, start="2026-01-05", overrides=override)
    assert unused(override, course) == ()
    assert [found.figures[0] for found in unused(override, course.doses[0])] == ["course.high", "per_week.high"]
    assert unused((), course) == ()
    assert [found.figures[0] for found in unused(override)] == ["course.high", "per_week.high"]


@pytest.mark.parametrize("given", [("per_weight.high",), ("x", object()), (Override("age.low", "A", "b"), object())])
def test_unused_needs_overrides_and_results(given):
    with pytest.raises(KetadoseError, match=r"Write unused\(overrides, dose, course\)") as caught:
        unused(*given)
    assert caught.value.code == "argument.type"
