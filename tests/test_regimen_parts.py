"""What a regimen tells beyond its dose: ranges, phases, titration, monitoring; finding and comparing; handling of products."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose.errors import KetadoseError, LimitError
from ketadose.evidence import Citation
from ketadose.findings import Bound, Limit
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.discrepancy import Claim, Discrepancy, Verdict
from ketadose.model.handling import Diluent, Handling
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Indication, PhaseKind
from tests.ismp import faults

OWN = kd.Source.site("SOP 12")
PAGE = Citation(OWN, "page 3")
VIAL = kd.products.KETAMINE_50_MG_PER_ML


def ranged(**more):
    doses = more.pop("dose", ("0.2 mg/kg", "0.5 mg/kg"))
    return kd.Regimen("ketamine", "intravenous", doses, between=True, over="40 min", source=OWN, **more)


@given(st.integers(0, 700))
def test_any_dose_of_a_range_may_be_chosen_and_no_other(hundredths):
    level = m.PerWeight.of(hundredths + 1, "mcg/kg")
    inside = 200 <= hundredths + 1 <= 500
    assert ranged().offers(level) is inside
    if inside:
        dose = kd.calculate_dose("70 kg", ranged(), level=level)
        assert dose.amount.value == 70 * level.value
        assert dose.working.entries[0].term == level
        assert "source: SOP 12" in str(dose.working).splitlines()[1]
    else:
        with pytest.raises(KetadoseError, match=r"0\.2 mg/kg to 0\.5 mg/kg") as caught:
            kd.calculate_dose("70 kg", ranged(), level=level)
        assert caught.value.code == "tier.unknown"


def test_a_range_is_no_amount_of_another_kind():
    assert not ranged().offers(m.Amount("0.3 mg"))
    with pytest.raises(KetadoseError) as caught:
        kd.calculate_dose("70 kg", ranged(), level="20 mg")
    assert caught.value.code == "tier.unknown"


@given(st.lists(st.fractions("1/100", 1, max_denominator=2**40), min_size=2, max_size=4, unique=True))
def test_the_dose_that_is_advised_can_be_typed_as_it_stands(milligrams):
    """A third of a mg/kg cannot be written as text: another dose, or code that works, is advised instead."""
    levels = tuple(m.PerWeight.of(each, "mg/kg") for each in sorted(milligrams))
    regimen = kd.Regimen("ketamine", "intravenous", levels, over="40 min", source=OWN)
    with pytest.raises(KetadoseError) as caught:
        kd.calculate_dose("70 kg", regimen)
    before, advised = caught.value.fix.split("level=")
    assert before == "Choose one: "
    level = levels[0] if advised == "regimen.doses[0]" else advised.strip('"')
    assert kd.calculate_dose("70 kg", regimen, level=level).level == next(filter(typed, levels), levels[0])


def typed(level):
    """Whether there is a text of this level."""
    try:
        return m.PerWeight(level.exact) == level
    except KetadoseError:
        return False


def test_a_range_leaves_the_dose_open():
    with pytest.raises(KetadoseError, match=r"expected 0\.2 mg/kg to 0\.5 mg/kg") as caught:
        kd.calculate_dose("70 kg", ranged())
    assert caught.value.code == "tier.needed"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: ranged(dose=("0.2 mg/kg", "0.3 mg/kg", "0.5 mg/kg")), "regimen.dose"),
        (lambda: ranged(dose="0.2 mg/kg"), "regimen.dose"),
        (lambda: attrs.evolve(ranged(), between="yes"), "regimen.dose"),
        (lambda: ranged(days=kd.DayPattern((1, 8), PAGE, ascending=True)), "regimen.pattern"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", undosed="none seen"), "regimen.dose"),
        (lambda: kd.Regimen("ketamine", "oral", None), "measure.missing"),
        (lambda: kd.Regimen("ketamine", "oral", ()), "regimen.dose"),
        (lambda: kd.Regimen("ketamine", "oral", None, undosed="none seen", step="10 mg"), "regimen.dose"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", phases=("induction",)), "argument.type"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", phases="induction"), "argument.type"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", titration="up"), "argument.type"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", monitoring=(1,)), "argument.type"),
        (lambda: kd.Regimen("ketamine", "oral", "10 mg", indications=("migraine",)), "word.unknown"),
        (lambda: Phase("induction", PAGE), "regimen.phase"),
        (lambda: Phase(PhaseKind.INDUCTION, OWN), "regimen.phase"),
        (lambda: Phase(PhaseKind.INDUCTION, PAGE, every=(0, 3)), "regimen.phase"),
        (lambda: Phase(PhaseKind.INDUCTION, PAGE, weeks=4), "regimen.phase"),
        (lambda: Phase(PhaseKind.INDUCTION, PAGE, a_week=True), "regimen.phase"),
        (lambda: Phase(PhaseKind.TAPER, PAGE), "regimen.phase"),
        (lambda: Phase(PhaseKind.TAPER, PAGE, condition=" "), "regimen.phase"),
        (lambda: AgeRange(PAGE), "regimen.phase"),
        (lambda: AgeRange(PAGE, from_age=m.Age("65 years"), under=m.Age("18 years")), "regimen.phase"),
        (lambda: AgeRange("page 3", from_age=m.Age("65 years")), "regimen.phase"),
        (lambda: AgeRange(PAGE, from_age="65 years"), "regimen.phase"),
        (lambda: kd.Regimen("ketamine", "oral", None, undosed="  "), "regimen.dose"),
        (lambda: kd.find_protocols(among=[object.__new__(kd.Regimen)]), "record.hollow"),
        (lambda: Titration("", PAGE), "argument.text"),
        (lambda: Titration("up", OWN), "regimen.phase"),
        (lambda: Titration("up", PAGE, improvement=0), "regimen.phase"),
        (lambda: Titration("up", PAGE, after=1.5), "regimen.phase"),
        (lambda: Monitoring("blood pressure", PAGE, minutes=(40, 0)), "regimen.phase"),
        (lambda: Monitoring("blood pressure", PAGE, minutes=(0, 0)), "regimen.phase"),
        (lambda: Monitoring("blood pressure", PAGE, minutes=(-1,)), "regimen.phase"),
        (lambda: Monitoring("blood pressure", PAGE, minutes=40), "regimen.phase"),
        (lambda: Monitoring("blood pressure", PAGE, at_least="2 h"), "regimen.phase"),
        (lambda: Monitoring("blood pressure", OWN), "regimen.phase"),
        (lambda: Discrepancy("x", (), Verdict.WRONG, "y", (PAGE,)), "source.incomplete"),
        (lambda: Discrepancy("x", (Claim("z", PAGE),), Verdict.WRONG, "y"), "source.incomplete"),
        (lambda: Discrepancy("x", (Claim("z", PAGE),), "wrong", "y", (PAGE,)), "source.incomplete"),
        (lambda: Handling(diluents="glucose 5 %"), "argument.type"),
        (lambda: Handling(diluents=("lemonade",)), "word.unknown"),
        (lambda: Handling(use_within="24"), "measure.bare_number"),
        (lambda: kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("oral",), handling="cold"), "argument.type"),
    ],
)
def test_what_makes_no_sense_is_refused(make, code):
    with pytest.raises(KetadoseError) as caught:
        make()
    assert caught.value.code == code
    assert len(str(caught.value)) < 300


def test_a_source_without_a_dose_is_open_to_nothing():
    undosed = kd.Regimen("ketamine", "oral", None, undosed="none seen", days=(1, 2), source=OWN)
    for call in (
        lambda: kd.calculate_dose("70 kg", undosed),
        lambda: kd.calculate_dose("70 kg", undosed, level="10 mg"),
        lambda: kd.plan_course("70 kg", undosed, start="2026-01-05"),
    ):
        with pytest.raises(KetadoseError) as caught:
            call()
        assert caught.value.code == "regimen.no_dose"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Phase(PhaseKind.TRIAL, PAGE, sessions=(1, 1)), "trial: 1 session"),
        (Phase(PhaseKind.INDUCTION, PAGE, sessions=(4, 8), weeks=(1, 4)), "induction: 4 to 8 sessions, for 1 to 4 weeks"),
        (Phase(PhaseKind.CONTINUATION, PAGE, a_week=1, weeks=(1, 1)), "continuation: once a week, for 1 week"),
        (Phase(PhaseKind.TAPER, PAGE, every=(1, 1)), "taper: every day"),
        (Phase(PhaseKind.MAINTENANCE, PAGE, condition="on response"), "maintenance: on response"),
        (Monitoring("pulse", PAGE), "pulse"),
        (Monitoring("pulse", PAGE, minutes=(15,)), "pulse: at 15 min"),
        (Monitoring("pulse", PAGE, minutes=(0, 15, 30), until="stable"), "pulse: at 0, 15 and 30 min, until stable"),
        (Monitoring("stay", PAGE, at_least=m.Duration("2 h")), "stay: for at least 120 min"),
        (Titration("up by response", PAGE), "up by response"),
        (Titration("up", PAGE, improvement=50), "up; for an improvement of less than 50 %"),
        (Titration("up", PAGE, after=3), "up; judged after 3 sessions"),
    ],
)
def test_the_parts_are_told_in_words(part, text):
    assert str(part) == text
    assert faults(text) == []


def test_finding_asks_only_what_it_is_asked():
    assert kd.find_protocols() == kd.protocols.ALL
    by = {
        "drug": lambda p: p.drug is kd.ESKETAMINE,
        "route": lambda p: p.route is kd.Route.ORAL,
        "indication": lambda p: Indication.SOCIAL_ANXIETY in p.indications,
        "sessions": lambda p: p.days is not None and len(p.days.days) == 6,
        "area": lambda p: p.area is CareArea.CHRONIC_PAIN,
    }
    asked = {
        "drug": "esketamine",
        "route": "oral",
        "indication": "social anxiety disorder",
        "sessions": 6,
        "area": "chronic pain",
    }
    for name, fits in by.items():
        found = kd.find_protocols(**{name: asked[name]})
        assert found
        assert found == tuple(p for p in kd.protocols.ALL if fits(p))
    both = kd.find_protocols(drug="esketamine", route="oral")
    assert both == tuple(p for p in kd.protocols.ALL if by["drug"](p) and by["route"](p))


def test_finding_among_ones_own():
    own = ranged(name="OWN")
    assert kd.find_protocols(among=[own], route="intravenous") == (own,)
    assert kd.find_protocols(among=(own,), route="oral") == ()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"sessions": 0}, "argument.type"),
        ({"sessions": True}, "argument.type"),
        ({"sessions": "6"}, "argument.type"),
        ({"route": "iv"}, "word.unknown"),
        ({"drug": 3}, "word.unknown"),
        ({"among": "OLIVER_2022"}, "argument.type"),
        ({"among": ("OLIVER_2022",)}, "argument.type"),
    ],
)
def test_finding_refuses_what_it_cannot_ask(asked, code):
    with pytest.raises(KetadoseError) as caught:
        kd.find_protocols(**asked)
    assert caught.value.code == code


@pytest.mark.parametrize("short", ["PTSD", "gad", "SAD", "ocd", "TRD", "mdd"])
def test_an_abbreviation_is_refused_with_the_words_in_full(short):
    with pytest.raises(KetadoseError) as caught:
        kd.find_protocols(indication=short)
    assert str(caught.value).partition(" if that is meant")[0].rpartition("Write ")[2] in {each.value for each in Indication}


def test_a_protocol_does_not_differ_from_itself():
    for protocol in kd.protocols.ALL:
        assert kd.diff_protocols(protocol, protocol).differences == ()
    assert str(kd.diff_protocols(protocol, protocol)) == "no difference"


CHANGES = {
    "title": {"title": "another"},
    "care area": {"area": "chronic pain"},
    "dose": {"dose": "0.6 mg/kg"},
    "duration": {"over": "60 min"},
    "cap of a session": {"at_most": "50 mg"},
    "first session": {"first": ("0.5 mg/kg",)},
    "largest step": {"step": "0.1 mg/kg"},
    "indications": {"indications": ("major depression",)},
    "titration": {"titration": Titration("up", PAGE)},
    "monitoring": {"monitoring": (Monitoring("pulse", PAGE),)},
    "phases": {"phases": (Phase(PhaseKind.TRIAL, PAGE, a_week=1),)},
    "remarks": {"remarks": ("look",)},
    "source": {"source": kd.Source.site("SOP 13")},
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_is_told_and_nothing_else(what):
    before = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", days=(1, 8), name="A", source=OWN)
    given = {"drug": "ketamine", "route": "intravenous", "dose": "0.5 mg/kg", "over": "40 min", "days": (1, 8), "name": "A"}
    days = kd.DayPattern((1, 8), Citation(OWN, "as given"))
    after = kd.Regimen(**{**given, "days": days, "source": OWN, **CHANGES[what]})
    told = kd.diff_protocols(before, after)
    assert [each.what for each in told.differences] == [what]
    assert str(told).startswith(f"{what}: ")
    assert " in the first, " in str(told)
    assert str(told.differences[0]) == f"{what}: {told.differences[0].first}; {told.differences[0].second}"


def test_two_named_protocols_are_told_apart_by_their_names():
    told = str(kd.diff_protocols(kd.protocols.GLUE_2017, kd.protocols.OLIVER_2022))
    assert "route: subcutaneous in GLUE_2017, intravenous in OLIVER_2022" in told
    assert "dose: 0.25 mg/kg or 0.5 mg/kg or 1 mg/kg in GLUE_2017, 0.5 mg/kg in OLIVER_2022" in told
    assert "days: 1, 8, 15, a dose for each in GLUE_2017" in told
    assert "number of sessions: 3 in GLUE_2017, 6 in OLIVER_2022" in told
    own = kd.diff_protocols(kd.protocols.ACEP_ANALGESIA, kd.protocols.HIGHLAND_WARD)
    assert "dose: 0.1 mg/kg to 0.3 mg/kg in ACEP_ANALGESIA, none in HIGHLAND_WARD" in str(own)
    assert "evidence" in {each.what for each in kd.diff_protocols(ranged(), kd.protocols.TAYLOR_2018).differences}


@pytest.mark.parametrize(
    ("what", "first", "second"),
    [
        ("titration", Titration("up", PAGE, improvement=20, after=2), Titration("up", PAGE, improvement=50, after=9)),
        ("titration", Titration("up", PAGE), Titration("up", Citation(OWN, "page 4"))),
        ("phases", (Phase(PhaseKind.TRIAL, PAGE, a_week=1),), (Phase(PhaseKind.TRIAL, Citation(OWN, "page 4"), a_week=1),)),
        ("remarks", ("a; b",), ("a", "b")),
        ("dose", m.PerWeight(Fraction(1, 3), None), m.PerWeight(Fraction(100001, 300000), None)),
        ("days", (1, 8), kd.DayPattern((1, 8), Citation(OWN, "page 4"))),
    ],
)
def test_what_prints_alike_still_differs(what, first, second):
    given = {"drug": "ketamine", "route": "oral", "dose": "0.5 mg/kg", "source": OWN}
    told = kd.diff_protocols(kd.Regimen(**{**given, what: first}), kd.Regimen(**{**given, what: second}))
    assert [each.what for each in told.differences] == [what]


def test_a_name_that_is_missing_is_a_difference():
    given = {"drug": "ketamine", "route": "oral", "dose": "0.5 mg/kg", "source": OWN}
    told = kd.diff_protocols(kd.Regimen(**given, name="A"), kd.Regimen(**given))
    assert str(told) == "name: A in the first, none in the second"


def test_the_same_dose_in_other_units_is_no_difference():
    one = kd.Regimen("ketamine", "oral", "0.5 mg/kg", source=OWN)
    other = kd.Regimen("ketamine", "oral", "500 mcg/kg", source=OWN)
    assert kd.diff_protocols(one, other).differences == ()


@pytest.mark.parametrize("given", [None, "OLIVER_2022", object.__new__(kd.Regimen)])
def test_only_regimens_are_compared(given):
    for pair in ((given, kd.protocols.OLIVER_2022), (kd.protocols.OLIVER_2022, given)):
        with pytest.raises(KetadoseError) as caught:
            kd.diff_protocols(*pair)
        assert caught.value.code in {"argument.type", "record.hollow"}


def ward(weight, rate, **more):
    regimen = kd.Regimen("ketamine", "intravenous", f"{rate} mg", over="1 h", source=OWN)
    return kd.calculate_dose(weight, regimen, profile="acute pain ward", **more)


@pytest.mark.parametrize(("weight", "most"), [("50 kg", "15"), ("50.001 kg", "25"), ("20 kg", "15"), ("110.2 lb", "15")])
def test_a_limit_for_light_people_binds_them_alone(weight, most):
    assert ward(weight, most).amount.value == int(most)
    with pytest.raises(LimitError) as caught:
        ward(weight, f"{most}.1")
    assert [f.code for f in caught.value.findings if f.severity.value == "STOP"] == ["amount_rate.high"] * (
        1 if most == "25" or float(most) < 25 else 2
    )
    told = "\n".join(ward(weight, "5").working.entries[-1].lines())
    assert ("at most 50 kg" in told) is (most == "15")


@given(st.integers(1, 90))
def test_a_light_person_never_gets_more_than_the_lower_rate_at_the_pump(tenths):
    dose = ward("49.9 kg", f"{15 - tenths / 1000:.3f}")
    step = kd.Pump(f"{tenths / 10:.1f} mL/h")
    try:
        plan = kd.plan_infusion(dose, product=VIAL, made_up_to="50 mL", pump=step)
    except KetadoseError as error:
        assert error.code in {"rate.too_slow", "rounding.none"}
        return
    assert plan.amount_rate.value <= 15


def test_a_profile_that_lacks_a_limit_is_refused_and_one_that_adds_is_not():
    base = kd.limits.PSYCHIATRIC_CLINIC
    more = Profile(base.area, base.limits, base.rules, site="SOP 12")
    assert str(kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=more).profile) == (
        "psychiatric clinic with the limits of SOP 12"
    )
    for less in (
        Profile(base.area, base.limits[1:], base.rules),
        Profile(base.area, base.limits, ()),
        Profile(CareArea.ANAESTHESIA, base.limits, base.rules),
    ):
        with pytest.raises(KetadoseError) as caught:
            kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=less)
        assert caught.value.code == "profile.incomplete"


def test_a_bag_says_how_long_it_may_be_used_and_with_what():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    plan = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", diluent=Diluent.SALINE)
    assert "with 99.3 mL of sodium chloride 0.9 %" in kd.report.text(plan)
    added = kd.plan_infusion(dose, product=VIAL, added_to="100 mL", diluent="glucose 5 %")
    assert "added to 100 mL of glucose 5 % = 100.7 mL" in kd.report.text(added)
    assert [f.message for f in plan.findings if f.code == "bag.use"] == ["after dilution: use immediately"]
    water = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", diluent="water for injections")
    told = [f.message for f in water.findings if f.code == "bag.diluent"]
    named = "glucose 5 % or sodium chloride 0.9 %"
    assert told == [f"water for injections is not a diluent that is named for an infusion of this product: {named}"]
    unnamed = kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), handling=Handling(source=OWN), source=OWN)
    bare = kd.plan_infusion(dose, product=unnamed, made_up_to="100 mL", diluent="glucose 5 %")
    assert [f.message.endswith("this product: none is recorded") for f in bare.findings if f.code == "bag.diluent"] == [True]


def test_the_sheet_of_a_page_says_that_it_is_no_source_of_facts():
    assert "not a source of facts" in str(kd.sources.PAGE_ANSWER)
    assert str(kd.sources.DEFINITION) == "by definition"


def test_the_only_dose_of_a_regimen_is_no_other():
    own = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", source=OWN)
    for level in ("0.75 mg/kg", m.PerWeight("0.75 mg/kg"), "35 mg"):
        with pytest.raises(KetadoseError) as caught:
            kd.calculate_dose("70 kg", own, level=level)
        assert caught.value.code == "tier.unknown"
    for level in (None, "0.5 mg/kg", "500 mcg/kg", own.doses[0]):
        assert kd.calculate_dose("70 kg", own, level=level).amount == m.Amount("35 mg")


def test_ages_are_asked_for_without_a_first_dose_and_a_first_dose_without_ages():
    adults = AgeRange(PAGE, from_age=m.Age("18 years"), under=m.Age("65 years"))
    aged = kd.Regimen("ketamine", "oral", "35 mg", ages=adults, source=OWN)
    assert "dose.age" in {each.code for each in kd.calculate_dose("70 kg", aged).findings}
    first = kd.Regimen("ketamine", "oral", ("35 mg", "70 mg"), first="35 mg", source=OWN)
    assert "dose.first" in {each.code for each in kd.calculate_dose("70 kg", first, level="70 mg").findings}
    both = kd.Regimen("ketamine", "oral", ("35 mg", "70 mg"), first="35 mg", ages=adults, source=OWN)
    found = {each.code for each in kd.calculate_dose("70 kg", both, level="70 mg").findings}
    assert {"dose.age", "dose.first"} <= found


def test_a_rate_in_milligrams_an_hour_is_judged_over_any_time():
    for over, inside in (("1 h", "25 mg"), ("90 min", "37.5 mg"), ("100 min", "41.6 mg")):
        past = m.Amount.of(m.Amount(inside).value + Fraction(1, 10), "mg")
        for amount, found in ((inside, False), (past, True)):
            regimen = kd.Regimen("ketamine", "intravenous", str(amount), over=over, area="acute pain ward", source=OWN)
            try:
                findings = kd.calculate_dose("150 kg", regimen).findings
            except LimitError as error:
                findings = error.findings
            assert ("amount_rate.high" in {each.code for each in findings}) is found


def test_a_volume_that_just_fits_the_syringe_is_drawn():
    dose = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
    plan = kd.plan_injection(dose, product=VIAL, syringe=kd.Syringe("0.01 mL", "0.7 mL"))
    assert plan.draw.volume == m.Volume("0.7 mL")


def test_a_step_that_moves_the_volume_by_five_percent_is_not_yet_coarse():
    dose = kd.calculate_dose("70 kg", kd.Regimen("ketamine", "subcutaneous", "50 mg", source=OWN))
    for graduation, coarse in (("0.95 mL", False), ("0.94 mL", True)):
        plan = kd.plan_injection(dose, product=VIAL, syringe=kd.Syringe(graduation))
        assert ("rounding.coarse" in {each.code for each in plan.findings}) is coarse


def test_an_ideal_weight_of_exactly_nothing_is_no_weight():
    nothing = m.Height.of(60 - Fraction(455, 23), "in")
    for basis in ("ideal", "adjusted"):
        with pytest.raises(KetadoseError) as caught:
            kd.calculate_dose(kd.Patient("40 kg", height=nothing, sex="female"), kd.protocols.OLIVER_2022, basis=basis)
        assert caught.value.code == "basis.domain"
    above = m.Height.of(60 - Fraction(455, 23) + Fraction(1, 100), "in")
    patient = kd.Patient("40 kg", height=above, sex="female")
    assert kd.calculate_dose(patient, kd.protocols.OLIVER_2022, basis="ideal").weight.value == Fraction(23, 1000)


def test_a_protocol_of_one_session_is_found_by_its_number():
    assert kd.protocols.TAYLOR_2018 in kd.find_protocols(sessions=1)
    assert kd.protocols.OLIVER_2022 not in kd.find_protocols(sessions=1)
    with pytest.raises(KetadoseError, match="0 is no number of sessions"):
        kd.find_protocols(sessions=0)


def test_a_bolus_is_refused_by_the_shortest_durations_that_bind_the_person():
    base = kd.limits.PSYCHIATRIC_CLINIC
    own = Limit(Axis.DURATION, hard_low=Bound(m.Duration("3 min"), PAGE), up_to=m.Weight("50 kg"))
    site = Profile(base.area, (*base.limits, own), base.rules, site="SOP 12")
    for weight, shortest in (("70 kg", 1), ("50 kg", 2)):
        with pytest.raises(LimitError) as caught:
            kd.calculate_dose(weight, kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", source=OWN), profile=site)
        told = [each for each in caught.value.findings if each.code == "duration.low"]
        assert [each.limit.axis for each in told] == [Axis.DURATION] * shortest


@pytest.mark.parametrize("binding", [{}, {"drug": kd.KETAMINE}, {"route": kd.Route.INTRAVENOUS}])
def test_a_looser_limit_of_a_site_hides_none_of_the_library(binding):
    base = kd.limits.PSYCHIATRIC_CLINIC
    loose = (
        Limit(Axis.AMOUNT, hard_high=Bound(m.Amount("1 g"), PAGE), **binding),
        Limit(Axis.PER_WEIGHT, hard_high=Bound(m.PerWeight("5 mg/kg"), PAGE), **binding),
    )
    site = Profile(base.area, (*base.limits, *loose), base.rules, site="SOP 12")
    for level in ("1.1 mg/kg", "2 mg/kg"):
        with pytest.raises(LimitError) as caught:
            kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", level, over="100 min", source=OWN), profile=site)
        assert "per_weight.high" in {each.code for each in caught.value.findings}
