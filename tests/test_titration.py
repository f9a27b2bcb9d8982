"""What a titration rule proposes: by the sources' own words, at the threshold, with data missing, and never an order."""

import copy
import json
import pickle
from fractions import Fraction

import attrs
import pytest

import ketadose as kd
from ketadose.catalog import scales
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source
from ketadose.findings import Severity
from ketadose.measures import Amount, Deviation, PerWeight
from ketadose.measures.value import make
from ketadose.model.conduct import Titration
from ketadose.planning.rule import Action
from ketadose.planning.titration import propose_dose as propose
from tests.ismp import faults

P = kd.protocols
OWN = Source.site("SOP 12")
PLACE = Citation(OWN, "page 3")
RESPONSE, REMISSION = scales.PHILLIPS_2019_MADRS_RESPONSE, scales.EKSTRAND_2022_MADRS_REMISSION
RULES = [each for each in P.ALL if each.titration]


def propose_dose(*given, tolerated=True, **more):
    """The rules are worked for a dose that was tolerated; what is not known of that has tests of its own."""
    return propose(*given, tolerated=tolerated, **more)


def told(proposal):
    return proposal.action.value, proposal.proposed and str(proposal.proposed)


def own(*doses, **rule):
    more = {key: rule.pop(key) for key in ("between", "step") if key in rule}
    return kd.Regimen("ketamine", "subcutaneous", doses, source=OWN, titration=Titration("up", PLACE, **rule), **more)


# The sources, one by one


@pytest.mark.parametrize(
    ("level", "improvement", "expected"),
    [
        ("0.5 mg/kg", "0 %", ("raise", "0.6 mg/kg")),
        ("0.5 mg/kg", "-20 %", ("raise", "0.6 mg/kg")),
        ("0.5 mg/kg", "49.99 %", ("raise", "0.6 mg/kg")),
        ("0.5 mg/kg", "50 %", ("stay", "0.5 mg/kg")),
        ("0.5 mg/kg", "50.01 %", ("stay", "0.5 mg/kg")),
        ("0.6 mg/kg", "10%", ("raise", "0.75 mg/kg")),
        ("0.75 mg/kg", "10 %", ("raise", "0.9 mg/kg")),
        ("0.9 mg/kg", "10 %", ("stay", "0.9 mg/kg")),
        ("900 mcg/kg", None, ("stay", "0.9 mg/kg")),
        ("0.5 mg/kg", None, ("unknown", None)),
    ],
)
def test_kads_goes_one_level_up_below_half_an_improvement(level, improvement, expected):
    assert told(propose_dose(P.LOO_2023_FLEXIBLE, level, improvement=improvement)) == expected


def test_an_outcome_says_the_improvement_exactly_and_its_scale():
    """(30 - 16) / 30 = 46.67 %, (30 - 15) / 30 = 50 %, (31 - 16) / 31 = 48.39 %."""
    scores = ((30, 16, "raise"), (30, 15, "stay"), (31, 16, "raise"), (20, 25, "raise"), (30, 0, "stay"))
    for baseline, now, action in scores:
        outcome = kd.response(baseline, now, RESPONSE)
        assert propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=outcome).action.value == action
    proposal = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=kd.response(30, 16, RESPONSE), tolerated=True)
    assert proposal.reason == "the improvement of 46.67 % (MADRS) is less than 50 %"


def test_a_baseline_of_nothing_has_no_percentage_and_nothing_is_proposed():
    proposal = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=kd.response(0, 4, REMISSION))
    assert told(proposal) == ("unknown", None)
    assert proposal.missing == ("improvement",)
    assert "from a baseline of 0 it has no percentage" in proposal.reason


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [(0, "stay"), (2, "stay"), (3, "raise"), (4, "raise"), (None, "unknown")],
)
def test_cusin_raises_everybody_from_the_fourth_infusion_on(sessions, expected):
    proposal = propose_dose(P.CUSIN_2017, "0.5 mg/kg", sessions=sessions, tolerated=True)
    assert proposal.action.value == expected
    if expected == "raise":
        assert str(proposal.proposed) == "0.75 mg/kg"
        assert proposal.reason.startswith("the source raises it for everybody; the rule waits for 3 sessions")
    if expected == "unknown":
        assert proposal.missing == ("sessions",)


@pytest.mark.parametrize(
    ("scores", "sessions", "expected"),
    [
        ((30, 15), 1, ("stay", "0.2 mg/kg")),
        ((30, 16), 1, ("raise", "0.4 mg/kg")),
        ((30, 16), 0, ("stay", "0.2 mg/kg")),
        ((30, 16), None, ("unknown", None)),
        (None, 1, ("unknown", None)),
    ],
)
def test_singh_raises_those_who_have_not_responded(scores, sessions, expected):
    outcome = scores and kd.response(*scores, RESPONSE)
    assert told(propose_dose(P.SINGH_2016_ESKETAMINE, "0.2 mg/kg", outcome=outcome, sessions=sessions)) == expected


def test_a_remission_is_no_answer_to_whether_somebody_responded():
    proposal = propose_dose(P.SINGH_2016_ESKETAMINE, "0.2 mg/kg", outcome=kd.response(30, 9, REMISSION), sessions=1)
    assert (proposal.action, proposal.missing) == (Action.UNKNOWN, ("outcome",))
    assert "the one given is of remission" in proposal.reason


def test_suicidality_goes_down_where_the_higher_dose_is_not_tolerated():
    regimen = P.SPRAVATO_US_SUICIDALITY
    high = {each: told(propose_dose(regimen, "84 mg", tolerated=each)) for each in (None, True, False)}
    assert high == {None: ("unknown", None), True: ("stay", "84 mg"), False: ("lower", "56 mg")}
    low = {each: told(propose_dose(regimen, "56 mg", tolerated=each)) for each in (None, True, False)}
    assert low == {None: ("judge", None), True: ("stay", "56 mg"), False: ("judge", None)}
    assert propose_dose(regimen, "84 mg", tolerated=None).missing == ("tolerated",)


JUDGED = {
    ("LOO_2016_SUBCUTANEOUS", "0.2 mg/kg"): "0.3 mg/kg",
    ("LOO_2016_INTRAMUSCULAR", "0.4 mg/kg"): "0.5 mg/kg",
    ("LOO_2016_INTRAVENOUS", "0.5 mg/kg"): None,
    ("DEL_SANT_2020", "0.5 mg/kg"): "0.75 mg/kg",
    ("CUSIN_2012", "50 mg"): "70 mg",
    ("ZED3_REGISTERED", "0.3 mg/kg"): None,
    ("ZED3_REGISTERED", "0.5 mg/kg"): None,
    ("CAN_2021", "1 mg/kg"): None,
    ("CAN_2021", "3 mg/kg"): None,
    ("AL_SHIRAWI_2017", "50 mg"): None,
    ("SPRAVATO_UNDER_65", "56 mg"): "84 mg",
    ("SPRAVATO_FROM_65", "28 mg"): "56 mg",
    ("SPRAVATO_FROM_65", "84 mg"): None,
    ("WESTJEM_ANALGESIA", "0.2 mg/kg"): None,
}


@pytest.mark.parametrize(("name", "level"), JUDGED)
def test_a_rule_without_a_figure_is_shown_with_the_next_level_and_proposes_nothing(name, level):
    regimen = getattr(P, name)
    proposal = propose_dose(regimen, level, improvement="10 %", sessions=9, days=30, tolerated=True, patient="70 kg")
    assert told(proposal) == ("judge", None)
    assert (proposal.next_level and str(proposal.next_level)) == JUDGED[name, level]
    assert regimen.titration.rule in proposal.reason
    assert proposal.dose is None


def test_each_judged_rule_of_the_catalog_is_here():
    """Whatever is known, these rules alone propose nothing."""
    known = {"sessions": 99, "days": 99, "tolerated": True, "outcome": kd.response(30, 29, RESPONSE)}
    judged = {each.name for each in RULES if each.doses and propose_dose(each, each.doses[0], **known).action is Action.JUDGE}
    assert judged == {name for name, _ in JUDGED}


def test_what_the_sources_say_in_figures_stands_in_the_rule():
    step, ceiling = PerWeight("0.1 mg/kg"), PerWeight("0.5 mg/kg")
    for each in (P.LOO_2016_INTRAVENOUS, P.LOO_2016_INTRAMUSCULAR, P.LOO_2016_SUBCUTANEOUS):
        rule = each.titration
        assert (rule.by, rule.up_to, rule.every, rule.everybody) == (step, ceiling, 7, False)
    assert (P.AL_SHIRAWI_2017.titration.by, P.AL_SHIRAWI_2017.titration.every) == (Amount("25 mg"), 3)
    assert (P.CAN_2021.titration.up_to, P.CAN_2021.titration.every) == (PerWeight("3 mg/kg"), 7)
    assert P.ZED3_REGISTERED.titration.up_to == PerWeight("1 mg/kg")
    assert P.SPRAVATO_UNDER_65.titration.by == P.SPRAVATO_FROM_65.titration.by == Amount("28 mg")
    assert P.SPRAVATO_US_SUICIDALITY.titration.down_to == Amount("56 mg")
    assert (P.CUSIN_2017.titration.after, P.CUSIN_2017.titration.everybody) == (3, True)
    assert (P.SINGH_2016_ESKETAMINE.titration.after, P.SINGH_2016_ESKETAMINE.titration.response) == (1, True)


# Reasons, findings and the working


@pytest.mark.parametrize(
    ("name", "level", "more", "words"),
    [
        ("LOO_2023_FLEXIBLE", "0.9 mg/kg", {}, "the ceiling is reached: 0.9 mg/kg is the highest dose of the regimen"),
        ("SINGH_2016_ESKETAMINE", "0.4 mg/kg", {}, "the ceiling is reached: the rule goes up to 0.4 mg/kg"),
        ("ZED3_REGISTERED", "0.5 mg/kg", {}, "the rule goes on to 1 mg/kg, which is no dose of this regimen"),
        ("CAN_2021", "1 mg/kg", {"days": 6}, "the rule waits for 7 days at this level; there were 6; the source names no step"),
        ("CUSIN_2017", "0.5 mg/kg", {"sessions": 1}, "the rule waits for 3 sessions at this level; there was 1"),
        ("LOO_2023_FLEXIBLE", "0.5 mg/kg", {}, "asks for the improvement, whether it is less than 50 %; none was given"),
        ("LOO_2023_FLEXIBLE", "0.5 mg/kg", {"improvement": "49.9999 %"}, "of 49.9999 % is less than 50 %"),
        (
            "LOO_2023_FLEXIBLE",
            "0.5 mg/kg",
            {"improvement": "40 %", "tolerated": None},
            "whether 0.5 mg/kg was tolerated is not said",
        ),
        (
            "LOO_2023_FLEXIBLE",
            "0.5 mg/kg",
            {"improvement": "40 %", "tolerated": False},
            "0.5 mg/kg was not tolerated, and the rule names no level below it",
        ),
    ],
)
def test_the_reason_is_told_with_its_figures(name, level, more, words):
    proposal = propose_dose(getattr(P, name), level, **more)
    assert words in proposal.reason
    assert proposal.reason in str(proposal)
    assert str(proposal.rule.citation) in str(proposal)


def test_the_step_of_the_rule_or_of_the_regimen_holds_back():
    assert told(propose_dose(own("1 mg", "3 mg", by=Amount("1 mg"), everybody=True), "1 mg")) == ("judge", None)
    assert told(propose_dose(own("1 mg", "3 mg", by=Amount("2 mg"), everybody=True), "1 mg")) == ("raise", "3 mg")
    assert told(propose_dose(own("1 mg", "3 mg", step="1 mg", everybody=True), "1 mg")) == ("judge", None)
    ranged = own("1 mg", "3 mg", between=True, by=Amount("1.5 mg"), up_to=Amount("2.8 mg"), everybody=True)
    steps = [told(propose_dose(ranged, level)) for level in ("1 mg", "2 mg", "2.8 mg", "2.9 mg")]
    assert steps == [("raise", "2.5 mg"), ("raise", "2.8 mg"), ("stay", "2.8 mg"), ("stay", "2.9 mg")]
    reason = propose_dose(own("1 mg", "3 mg", by=Amount("1 mg"), everybody=True), "1 mg").reason
    assert "the next level, 3 mg, is further away than the step of 1 mg" in reason


def test_a_ceiling_between_two_levels_is_not_passed():
    assert told(propose_dose(own("1 mg", "3 mg", up_to=Amount("2 mg"), everybody=True), "1 mg")) == ("stay", "1 mg")


def test_a_proposal_is_no_order_and_says_so():
    alone = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="10 %")
    assert [(each.code, each.severity) for each in alone.findings] == [
        ("proposal.order", Severity.NOTE),
        ("proposal.unchecked", Severity.NOTE),
    ]
    missing = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg")
    assert [each.code for each in missing.findings] == ["proposal.order"]


def test_with_a_patient_the_proposed_level_is_calculated_and_checked():
    proposal = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="10 %", patient="70 kg")
    assert str(proposal.dose.amount) == "42 mg"
    assert {each.code for each in proposal.findings} >= {"proposal.order", "dose.first"}
    assert "proposal.unchecked" not in {each.code for each in proposal.findings}
    heavy = propose_dose(P.LOO_2023_FLEXIBLE, "0.75 mg/kg", improvement="10 %", patient="120 kg")
    assert ("amount.high", Severity.CAUTION) in {(each.code, each.severity) for each in heavy.findings}


def test_a_proposed_level_past_a_hard_limit_is_told_and_not_raised():
    strong = kd.Regimen(
        "ketamine", "intravenous", ("0.5 mg/kg", "2 mg/kg"), over="40 min", titration=Titration("up", PLACE, everybody=True)
    )
    proposal = propose_dose(strong, "0.5 mg/kg", patient=kd.Patient("70 kg", age="40 years"))
    assert told(proposal) == ("raise", "2 mg/kg")
    assert proposal.dose is None
    assert Severity.STOP in {each.severity for each in proposal.findings}
    assert len(proposal.working.entries) == 3


def test_basis_and_profile_are_those_of_the_check():
    patient = kd.Patient("100 kg", height="170 cm", sex="male")
    lean = propose_dose(P.CUSIN_2017, "0.5 mg/kg", sessions=3, patient=patient, basis="lean")
    assert lean.dose == kd.calculate_dose(patient, P.CUSIN_2017, level="0.75 mg/kg", basis="lean")
    area = propose_dose(P.CUSIN_2017, "0.5 mg/kg", sessions=3, patient=patient, profile="chronic pain")
    assert area.profile.area is kd.CareArea.CHRONIC_PAIN
    assert "dose.area" in {each.code for each in area.findings}


def test_the_working_tells_the_rule_its_source_and_every_condition():
    proposal = propose_dose(P.CUSIN_2017, "0.5 mg/kg", sessions=3, tolerated=True, patient="70 kg")
    text = str(proposal.working)
    assert "rule: the second dose from the fourth infusion on, for everybody" in text
    assert "raise from 0.5 mg/kg to 0.75 mg/kg" in text
    assert "the rule waits for 3 sessions at this level; there were 3" in text
    assert "52.5 mg" in text
    headlines = [
        propose_dose(P.CUSIN_2017, "0.75 mg/kg").verdict.headline,
        propose_dose(P.CUSIN_2017, "0.5 mg/kg").verdict.headline,
        propose_dose(P.SPRAVATO_US_SUICIDALITY, "84 mg", tolerated=False).verdict.headline,
    ]
    assert headlines == ["stay at 0.75 mg/kg", "unknown", "lower from 84 mg to 56 mg"]


@pytest.mark.parametrize(
    "proposal",
    [
        propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="-10 %", patient="70 kg"),
        propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=kd.response(30, 16, RESPONSE)),
        propose_dose(P.SPRAVATO_US_SUICIDALITY, "84 mg"),
    ],
)
def test_a_proposal_is_a_record(proposal):
    plain = proposal.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["action"] == proposal.action.value
    assert "Fraction(" not in json.dumps(plain)
    for again in (pickle.loads(pickle.dumps(proposal)), copy.copy(proposal), copy.deepcopy(proposal), attrs.evolve(proposal)):
        assert again == proposal
        assert hash(again) == hash(proposal)
        assert again.verdict == proposal.verdict
        assert again.findings == proposal.findings


def test_a_changed_proposal_decides_again():
    proposal = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="10 %")
    assert told(attrs.evolve(proposal, improvement="60 %")) == ("stay", "0.5 mg/kg")
    with pytest.raises(TypeError):
        attrs.evolve(proposal, verdict=None)


def test_an_improvement_may_be_a_measure_of_any_sign():
    for value, action in ((Fraction(50), "stay"), (Fraction(149, 3), "raise"), (Fraction(-5), "raise"), (Fraction(0), "raise")):
        given = make(Deviation, value)
        assert propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement=given).action.value == action


@pytest.mark.parametrize("regimen", [each for each in RULES if each.doses], ids=lambda each: each.name)
def test_every_proposal_of_the_catalog_prints_safely(regimen):
    for level in regimen.doses:
        for known in ({}, {"improvement": "-0.5 %", "sessions": 9, "days": 9, "tolerated": True, "patient": "70 kg"}):
            proposal = propose_dose(regimen, level, **known)
            said = (regimen.titration.rule, str(proposal.verdict.headline), proposal.reason, *proposal.verdict.lines())
            assert [fault for text in said for fault in faults(text)] == []


# What is refused


KADS = P.LOO_2023_FLEXIBLE
MIXED = kd.Regimen(
    "ketamine", "oral", ("10 mg", "20 mg"), source=OWN, titration=Titration("up", PLACE, by=PerWeight("1 mg/kg"))
)
REFUSED = [
    ("titration.none", "regimen", lambda: propose_dose(P.SPRAVATO_US, "56 mg")),
    ("regimen.no_dose", "regimen", lambda: propose_dose(P.HIGHLAND_WARD, "5 mg")),
    ("regimen.phase", "titration", lambda: propose_dose(MIXED, "10 mg")),
    ("tier.unknown", "level", lambda: propose_dose(KADS, "0.7 mg/kg")),
    ("tier.needed", "level", lambda: propose_dose(KADS, None)),
    ("measure.bare_number", "level", lambda: propose_dose(KADS, 0.5)),
    ("measure.bare_number", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement=30)),
    ("measure.bare_number", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement=0.3)),
    ("measure.unit", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement="30 mg")),
    ("measure.text", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement="--5 %")),
    ("measure.not_positive", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement="-0 %")),
    ("measure.hollow", "deviation", lambda: propose_dose(KADS, "0.5 mg/kg", improvement=object.__new__(Deviation))),
    ("titration.figure", "improvement", lambda: propose_dose(KADS, "0.5 mg/kg", improvement="100.01 %")),
    (
        "titration.figure",
        "improvement, outcome",
        lambda: propose_dose(KADS, "0.5 mg/kg", improvement="30 %", outcome=kd.response(30, 16, RESPONSE)),
    ),
    ("argument.type", "outcome", lambda: propose_dose(KADS, "0.5 mg/kg", outcome="30 %")),
    ("argument.type", "tolerated", lambda: propose_dose(KADS, "0.5 mg/kg", tolerated="yes")),
    ("argument.type", "tolerated", lambda: propose_dose(KADS, "0.5 mg/kg", tolerated=1)),
    ("titration.figure", "sessions", lambda: propose_dose(KADS, "0.5 mg/kg", sessions=-1)),
    ("titration.figure", "sessions", lambda: propose_dose(KADS, "0.5 mg/kg", sessions=True)),
    ("titration.figure", "days", lambda: propose_dose(KADS, "0.5 mg/kg", days=2.5)),
    ("argument.type", "regimen", lambda: propose_dose("LOO_2023_FLEXIBLE", "0.5 mg/kg")),
    ("word.unknown", "profile", lambda: propose_dose(KADS, "0.5 mg/kg", profile="moon")),
    ("word.unknown", "basis", lambda: propose_dose(KADS, "0.5 mg/kg", basis="moon")),
    ("measure.bare_number", "weight", lambda: propose_dose(KADS, "0.5 mg/kg", improvement="1 %", patient=70)),
]


@pytest.mark.parametrize(("code", "field", "call"), REFUSED)
def test_what_cannot_be_judged_is_refused_with_what_to_write(code, field, call):
    with pytest.raises(KetadoseError) as caught:
        call()
    error = caught.value
    assert (error.code, error.field) == (code, field)
    assert str(error).isascii()
    assert len(str(error)) < 300


def test_a_hundred_percent_is_an_improvement():
    assert told(propose_dose(KADS, "0.5 mg/kg", improvement="100 %")) == ("stay", "0.5 mg/kg")


@pytest.mark.parametrize(
    "fields",
    [
        {"by": "0.1 mg/kg"},
        {"by": PerWeight("0.1 mg/kg"), "up_to": Amount("5 mg")},
        {"down_to": 5},
        {"every": 0},
        {"every": True},
        {"after": 1.5},
        {"everybody": 1},
        {"response": "yes"},
        {"everybody": True, "response": True},
        {"improvement": 50, "everybody": True},
        {"improvement": 50, "response": True},
    ],
)
def test_a_rule_that_makes_no_sense_cannot_be_made(fields):
    with pytest.raises(KetadoseError) as caught:
        Titration("up", PLACE, **fields)
    assert caught.value.code == "regimen.phase"


def test_a_rule_with_a_hollow_step_cannot_be_made():
    with pytest.raises(KetadoseError) as caught:
        Titration("up", PLACE, by=object.__new__(PerWeight))
    assert caught.value.code == "measure.hollow"


def test_a_rule_tells_what_its_own_words_do_not():
    rule = Titration("up", PLACE, by=Amount("1 mg"), up_to=Amount("3 mg"), down_to=Amount("2 mg"), every=1, everybody=True)
    assert str(rule) == "up; by 1 mg; up to 3 mg; down to 2 mg; no sooner than every 1 day; for everybody"
    assert (
        str(Titration("up by 1 mg", PLACE, by=Amount("1 mg"), response=True)) == "up by 1 mg; for those who have not responded"
    )


@pytest.mark.parametrize("level", ["0.5 mg/kg", "0.75 mg/kg"])
def test_nothing_is_raised_while_nobody_has_said_that_it_was_tolerated(level):
    proposal = propose(P.LOO_2023_FLEXIBLE, level, improvement="0 %", patient="120 kg")
    assert (proposal.action, proposal.missing, proposal.dose) == (Action.UNKNOWN, ("tolerated",), None)


def test_at_the_ceiling_nothing_said_is_unknown_too():
    proposal = propose(P.LOO_2023_FLEXIBLE, "0.9 mg/kg")
    assert (proposal.action, proposal.missing) == (Action.UNKNOWN, ("tolerated",))
    assert propose_dose(P.LOO_2023_FLEXIBLE, "0.9 mg/kg", improvement="5 %").action is Action.STAY


def test_less_dissociation_is_no_improvement():
    outcome = kd.response(60, 40, kd.catalog.scales.JANSSEN_CADSS_DISSOCIATION)
    proposal = propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=outcome, patient="70 kg")
    assert (proposal.action, proposal.missing) == (Action.UNKNOWN, ("outcome",))
    assert "a side effect" in proposal.reason


def test_an_outcome_by_a_scale_that_the_rule_may_not_mean_is_a_caution():
    outcome = kd.response(60, 50, kd.catalog.scales.SALLOUM_2019_MADRS_RESPONSE)
    codes = {finding.code for finding in propose_dose(P.LOO_2023_FLEXIBLE, "0.5 mg/kg", outcome=outcome).findings}
    assert "proposal.scale" in codes
