"""Programmes: what is ordered and what follows, worked examples by hand, properties, and what is refused."""

import json
import pickle
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise

import attrs
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.delivery.programme import plan_programme
from ketadose.errors import KetadoseError, LimitError
from ketadose.evidence import Citation
from ketadose.findings import Bound, Limit
from ketadose.measures import Amount, AmountRate, Duration, FlowRate, PerWeightRate, Volume
from ketadose.model.handling import Handling
from ketadose.model.profile import Profile
from ketadose.model.programme import Ordered, ProgrammeStep, StepKind
from ketadose.terms import Axis, Severity
from tests import strategies as some
from tests.oracle.pairs import decimal_text

VIAL = kd.products.KETAMINE_50_MG_PER_ML
OWN = kd.Source.site("SOP 12")
CLINIC, WARD, EMERGENCY = "psychiatric clinic", "acute pain ward", "emergency analgesia"


def infuse(amount=None, rate=None, duration=None):
    return ProgrammeStep(amount, rate, duration)


def plan(*steps, weight="70 kg", area=CLINIC, bag="100 mg", volume="100 mL", product=VIAL, drug="ketamine", **more):
    """100 mg in 100 mL unless said otherwise: mg are mL."""
    return plan_programme(
        weight, drug, steps, product=product, bag_amount=bag, bag_volume=volume, area=area, source=OWN, **more
    )


def override(*codes):
    return kd.Override(codes, "A. Doctor", "on purpose")


def found(result, code):
    return [each.severity for each in result.findings if each.code == code]


def stops(call):
    with pytest.raises(LimitError) as caught:
        call()
    return {each.code for each in caught.value.findings if each.severity is Severity.STOP and not each.overridden}


def refused(code, call):
    with pytest.raises(KetadoseError) as caught:
        call()
    assert caught.value.code == code
    assert len(str(caught.value)) < 300
    return str(caught.value)


@pytest.mark.parametrize(
    ("step", "kind", "ordered", "derived", "text"),
    [
        (infuse("0.3 mg/kg"), StepKind.BOLUS, [Ordered.AMOUNT], None, "bolus of 0.3 mg/kg"),
        (
            infuse("20 mg", duration="1 h"),
            StepKind.INFUSION,
            [Ordered.AMOUNT, Ordered.DURATION],
            Ordered.RATE,
            "20 mg over 60 min",
        ),
        (infuse("20 mg", "10 mg/h"), StepKind.INFUSION, [Ordered.AMOUNT, Ordered.RATE], Ordered.DURATION, "20 mg at 10 mg/h"),
        (
            infuse(rate="0.1 mg/kg/h", duration="1 h"),
            StepKind.INFUSION,
            [Ordered.RATE, Ordered.DURATION],
            Ordered.AMOUNT,
            "0.1 mg/kg/h for 60 min",
        ),
        (ProgrammeStep.pause("10 min"), StepKind.PAUSE, [Ordered.DURATION], None, "pause of 10 min"),
    ],
)
def test_a_step_knows_what_was_ordered(step, kind, ordered, derived, text):
    assert (step.kind, list(step.ordered), step.derived, str(step)) == (kind, ordered, derived, text)
    assert attrs.evolve(step) == step == pickle.loads(pickle.dumps(step))


@pytest.mark.parametrize(
    "given_",
    [
        {},
        {"rate": "10 mg/h"},
        {"duration": "1 h"},
        {"amount": "10 mg", "rate": "10 mg/h", "duration": "1 h"},
        {"amount": "10 mg", "paused": True},
        {"amount": "10 mg", "paused": "no"},
        {"rate": "10 mg/h", "duration": "1 h", "paused": True},
    ],
)
def test_a_step_is_two_of_three_or_a_bolus_or_a_pause(given_):
    refused("programme.step", lambda: ProgrammeStep(**given_))


def test_a_rate_is_of_the_drug_and_its_unit_tells_which():
    registry = pint.UnitRegistry()
    kinds = [
        ("10 mg/h", AmountRate),
        ("2 mcg/kg/min", PerWeightRate),
        (AmountRate("10 mg/h"), AmountRate),
        (PerWeightRate("0.1 mg/kg/h"), PerWeightRate),
        (registry.Quantity(10, "mg/hour"), AmountRate),
        (registry.Quantity(0.1, "mg/kg/hour"), PerWeightRate),
    ]
    assert [type(infuse(rate=rate, duration="1 h").rate) for rate, _ in kinds] == [kind for _, kind in kinds]
    assert "mg/kg/h or mcg/kg/min" in refused("measure.unit", lambda: infuse(rate="10 mL/h", duration="1 h"))
    refused("measure.unit", lambda: infuse(rate=registry.Quantity(10, "mL/hour"), duration="1 h"))
    refused("measure.bare_number", lambda: infuse(rate=10, duration="1 h"))


# 70 mg at 35 mg/h are 2 h: each change leaves the other ordered quantity as it is.
@pytest.mark.parametrize(
    ("step", "change", "told"),
    [
        (infuse("20 mg", "10 mg/h"), {"rate": "20 mg/h"}, ("20 mg", "20 mg/h", "60 min")),
        (infuse("20 mg", "10 mg/h"), {"amount": "10 mg"}, ("10 mg", "10 mg/h", "60 min")),
        (infuse("20 mg", duration="2 h"), {"duration": "1 h"}, ("20 mg", "20 mg/h", "60 min")),
        (infuse("20 mg", duration="2 h"), {"amount": "40 mg"}, ("40 mg", "20 mg/h", "120 min")),
        (infuse(rate="10 mg/h", duration="2 h"), {"rate": "5 mg/h"}, ("10 mg", "5 mg/h", "120 min")),
        (infuse(rate="10 mg/h", duration="2 h"), {"duration": "1 h"}, ("10 mg", "10 mg/h", "60 min")),
    ],
)
def test_changing_one_ordered_quantity_moves_only_the_derived_one(step, change, told):
    changed = step.changed(**change)
    assert (changed.ordered, changed.derived) == (step.ordered, step.derived)
    (done,) = plan(changed).steps
    assert (str(done.amount), str(done.amount_rate), str(done.duration)) == told


@pytest.mark.parametrize(
    ("step", "change", "words"),
    [
        (infuse("20 mg", "10 mg/h"), {"duration": "1 h"}, "amount and rate are ordered, the duration follows from them"),
        (infuse("20 mg", duration="2 h"), {"rate": "1 mg/h"}, "amount and duration are ordered, the rate follows from them"),
        (infuse("20 mg"), {"duration": "1 h"}, "amount is ordered; a bolus has no other"),
        (ProgrammeStep.pause("1 h"), {"amount": "1 mg"}, "duration is ordered; a pause has no other"),
    ],
)
def test_a_quantity_that_was_not_ordered_is_not_changed(step, change, words):
    message = refused("programme.derived", lambda: step.changed(**change))
    assert words in message
    assert "Write ProgrammeStep(...) with the two that are meant" in message
    refused("programme.step", step.changed)
    refused("programme.step", lambda: step.changed(amount="1 mg", rate="1 mg/h"))


def test_a_bolus_and_a_pause_change_in_what_they_are():
    assert str(infuse("20 mg").changed(amount="10 mg")) == "bolus of 10 mg"
    assert str(ProgrammeStep.pause("1 h").changed(duration="2 h")) == "pause of 120 min"


def test_the_ward_raises_the_rate_and_hangs_a_second_syringe():
    """5 mg/h for 4 h, 10 for 4 h, 15 for 16 h: 20 + 40 + 240 mg. 200 mg in 50 mL: 15 mL in the first 8 h, the other 35 mL at
    3.75 mL/h in 9 h 20 min: the second syringe after 17 h 20 min."""
    steps = (("5 mg/h", "4 h"), ("10 mg/h", "4 h"), ("15 mg/h", "16 h"))
    ward = plan(*(infuse(rate=rate, duration=time) for rate, time in steps), area=WARD, bag="200 mg", volume="50 mL")
    assert [str(each.amount) for each in ward.steps] == ["20 mg", "40 mg", "240 mg"]
    assert [each.rate.exact for each in ward.steps] == ["1.25 mL/h", "2.5 mL/h", "3.75 mL/h"]
    assert [each.end for each in ward.steps] == [Duration("4 h"), Duration("8 h"), Duration("24 h")]
    assert (ward.amount, ward.volume, ward.duration, ward.bags) == (Amount("300 mg"), Volume("75 mL"), Duration("24 h"), 2)
    assert ward.bag_changes == (Duration("1040 min"),)
    assert found(ward, "programme.bags") == [Severity.NOTE]
    (told,) = [each.message for each in ward.findings if each.code == "programme.bags"]
    assert told == "2 bags of 50 mL; the next one is hung after 1,040 min"
    fifty = [infuse(rate="15 mg/h", duration="24 h")]
    assert found(plan(*fifty, weight="50 kg", area=WARD), "amount_rate.high") == []
    assert stops(lambda: plan(infuse(rate="15.1 mg/h", duration="1 h"), weight="50 kg", area=WARD)) == {"amount_rate.high"}
    assert stops(lambda: plan(infuse(rate="25.1 mg/h", duration="1 h"), area=WARD)) == {"amount_rate.high"}
    assert stops(lambda: plan(infuse(rate="10 mg/h", duration="24.1 h"), area=WARD)) == {"duration.high"}
    assert stops(lambda: plan(infuse(rate="10 mg/h", duration="59 min"), area=WARD)) == {"duration.low"}


def test_an_emergency_bolus_over_a_quarter_of_an_hour_and_then_an_infusion():
    """7 mg over 15 min, 10 min of nothing, then 10.5 mg/h for an hour: 17.5 mg, 0.25 mg/kg, 75 min of running in 85 min."""
    steps = infuse("0.1 mg/kg", duration="15 min"), ProgrammeStep.pause("10 min"), infuse(rate="0.15 mg/kg/h", duration="1 h")
    emergency = plan(*steps, area=EMERGENCY, pump=kd.Pump("0.1 mL/h"))
    assert [str(each) for each in emergency.steps] == [
        "from 0 min to 15 min: 28 mL/h, 7 mg, 28 mg/h, 0.4 mg/kg/h",
        "from 15 min to 25 min: pause",
        "from 25 min to 85 min: 10.5 mL/h, 10.5 mg, 10.5 mg/h, 0.15 mg/kg/h",
    ]
    assert (str(emergency.amount), str(emergency.per_weight)) == ("17.5 mg", "0.25 mg/kg")
    assert (str(emergency.duration), str(emergency.running)) == ("85 min", "75 min")
    assert not [each for each in emergency.findings if each.limit]
    assert str(emergency).startswith("ketamine intravenous 17.5 mg over 85 min: from 0 min to 15 min: 28 mL/h")


def test_a_bolus_without_a_time_is_faster_than_the_shortest():
    steps = infuse("0.1 mg/kg"), infuse(rate="0.1 mg/kg/h", duration="1 h")
    for area in (EMERGENCY, CLINIC, WARD):
        assert stops(lambda area=area: plan(*steps, area=area)) == {"duration.low"}
    pushed = plan(*steps, area=EMERGENCY, overrides=override("duration.low"))
    first, second = pushed.steps
    assert (first.rate, first.duration, first.amount_rate, first.start, first.end) == (
        None,
        None,
        None,
        second.start,
        second.start,
    )
    assert str(first) == "after 0 min: bolus of 7 mg in 7 mL"
    assert (first.deviation.value, first.duration_deviation) == (0, None)
    assert (str(pushed.amount), str(pushed.running)) == ("14 mg", "60 min")
    alone = plan(infuse("0.1 mg/kg"), area=EMERGENCY, overrides=override("duration.low"))
    assert (alone.running.value, alone.duration.value) == (0, 0)
    assert stops(lambda: plan(infuse("0.1 mg/kg"))) == {"duration.low"}


def test_the_rate_of_a_bolus_is_not_averaged_into_an_infusion():
    """A bolus of 20 mg and 10 mg/h for an hour are no 30 mg/h."""
    steps = infuse("20 mg"), infuse(rate="10 mg/h", duration="1 h")
    assert found(plan(*steps, area=WARD, overrides=override("duration.low")), "amount_rate.high") == []


def test_a_limit_for_boluses_binds_the_bolus_of_a_long_programme():
    """Emergency suicidality: 0.2 mg/kg at once, more only over more than 30 min."""
    area, after = "emergency suicidality", infuse(rate="0.1 mg/kg/h", duration="1 h")
    assert stops(lambda: plan(infuse("0.21 mg/kg"), after, area=area)) == {"duration.low", "per_weight.high"}
    assert stops(lambda: plan(infuse("0.2 mg/kg"), after, area=area)) == {"duration.low", "per_weight.high"}  # together 0.25
    assert stops(lambda: plan(infuse("0.15 mg/kg"), after, area=area)) == {"duration.low"}


def test_a_fast_step_is_not_hidden_in_a_long_programme():
    """Emergency analgesia has no limit on the rate: 0.2 mg/kg in 2 min and 0.01 over half an hour are judged by their pace."""
    slow = infuse("0.01 mg/kg", duration="30 min")
    assert stops(lambda: plan(infuse("0.2 mg/kg", duration="2 min"), slow, area=EMERGENCY)) == {"duration.low"}
    with pytest.raises(LimitError, match=r"at the ordered rate the whole dose's duration 2\.1 min"):
        plan(infuse("0.2 mg/kg", duration="2 min"), slow, area=EMERGENCY)


def test_an_outer_wall_on_the_rate_does_not_stand_in_for_the_pace():
    """4.4 mg/kg/h is inside the wall of long infusions; 0.35 mg/kg would be in after 4.77 min."""
    steps = infuse(rate="4.4 mg/kg/h", duration="1 min"), infuse("0.27 mg/kg", duration="2 h")
    assert stops(lambda: plan(*steps, area=EMERGENCY)) == {"duration.low"}


def test_a_limit_speaks_once():
    """Three minutes are too short as a whole and as a pace; 1.1 mg/kg at once is too much as a sum and as a bolus."""
    low = override("duration.low")
    assert len(found(plan(infuse("0.2 mg/kg", duration="3 min"), area=EMERGENCY, overrides=low), "duration.low")) == 1
    both = override("duration.low", "per_weight.high")
    assert len(found(plan(infuse("1.1 mg/kg"), overrides=both), "per_weight.high")) == 1


def test_a_step_up_in_the_clinic():
    """0.1, 0.2 and 0.3 mg/kg/h for 40 min each at 70 kg: 7, 14 and 21 mg/h, 28 mg in all over 120 min."""
    steps = [infuse(rate=f"0.{tenth} mg/kg/h", duration="40 min") for tenth in (1, 2, 3)]
    up = plan(*steps, pump=kd.Pump("0.1 mL/h"))
    assert [each.amount_rate.exact for each in up.steps] == ["7 mg/h", "14 mg/h", "21 mg/h"]
    assert (str(up.amount), str(up.per_weight), str(up.duration)) == ("28 mg", "0.4 mg/kg", "120 min")
    assert found(up, "duration.high") == [Severity.CAUTION]
    assert stops(lambda: plan(*steps, infuse(rate="0.1 mg/kg/h", duration="1 s"))) == {"duration.high"}
    assert "checked against the limits of the psychiatric clinic" in str(up.working)
    assert up.working.__plain__()[-1]["area"] == CLINIC


def test_the_sum_is_judged_though_every_step_is_small():
    """Four times 0.25 mg/kg are the hard limit of 1 mg/kg; a little more is past it."""
    quarter = infuse("0.25 mg/kg", duration="25 min")
    assert found(plan(*[quarter] * 4), "per_weight.high") == [Severity.CAUTION]
    assert stops(lambda: plan(*[quarter] * 3, quarter.changed(amount="0.251 mg/kg"))) == {"per_weight.high"}


def test_each_rate_is_judged_by_itself():
    steps = infuse(rate="1.5 mg/kg/h", duration="10 min"), infuse(rate="0.1 mg/kg/h", duration="30 min")
    assert found(plan(*steps), "per_weight_rate.high") == [Severity.CAUTION]
    fast = steps[0].changed(rate="1.51 mg/kg/h")
    with pytest.raises(LimitError, match=r"step 2: ordered rate per body weight 1\.51 mg/kg/h"):
        plan(steps[1], fast)
    told = plan(steps[1], fast, overrides=override("per_weight_rate.high"))
    assert [each.overridden.by for each in told.findings if each.overridden] == ["A. Doctor"]


# mg are mL: what the pump's step would make of a figure at its very limit
@pytest.mark.parametrize(
    ("step", "area", "pump", "rate", "why"),
    [
        (infuse(rate="0.5 mg/kg/h", duration="2 h"), CLINIC, ("2 mL/h",), "34 mL/h", "1 mg/kg on the whole programme"),
        (infuse("0.5 mg/kg", duration="2 h"), CLINIC, ("4 mL/h",), "20 mL/h", "120 min on the whole programme"),
        (infuse("0.03 mg/kg", duration="2 min"), CLINIC, ("2 mL/h",), "62 mL/h", "2 min on the whole programme"),
        (infuse("0.3 mg/kg", duration="5 min"), EMERGENCY, ("8 mL/h",), "248 mL/h", "the shortest duration of 5 min"),
        (infuse(rate="25 mg/h", duration="1 h"), WARD, ("2 mL/h",), "24 mL/h", "25 mg/h on the rate"),
        (infuse(rate="24 mg/h", duration="1 h"), WARD, ("5 mL/h", "24 mL/h"), "20 mL/h", "the pump's largest rate of 24 mL/h"),
        (infuse(rate="21 mg/h", duration="1 h"), WARD, ("2 mL/h",), "22 mL/h", ""),
    ],
    ids=["sum", "longest", "shortest", "pace", "rate", "largest", "not held"],
)
def test_a_rounding_is_held_within_the_limits(step, area, pump, rate, why):
    done = plan(step, area=area, pump=kd.Pump(*pump))
    assert done.steps[0].rate == FlowRate(rate)
    told = [each.message for each in done.findings if each.code == "rounding.held_down"]
    assert bool(told) is bool(why)
    assert not why or why in told[0]
    assert not [each for each in done.findings if each.severity is Severity.STOP]


def test_a_pump_that_cannot_keep_rate_and_time_is_refused():
    """600 mg over 24 h are 25 mg/h: no setting between is slower than the one and faster than the other."""
    refused("rounding.none", lambda: plan(infuse("600 mg", duration="24 h"), area=WARD, pump=kd.Pump("2 mL/h")))
    refused("rate.too_fast", lambda: plan(infuse("20 mg", duration="1 h"), pump=kd.Pump("1 mL/h", "19 mL/h")))
    refused("rate.too_slow", lambda: plan(infuse("2 mg", duration="1 h"), pump=kd.Pump("5 mL/h")))


def test_an_ordered_amount_is_kept_and_an_ordered_time_is_kept():
    """20 mg over 61 min are 19.67 mL/h: 20 at the step, so 60 min. 19.67 mg/h for an hour: 20 mg."""
    by_amount = plan(infuse("20 mg", duration="61 min"), pump=kd.Pump("1 mL/h")).steps[0]
    assert (by_amount.amount, by_amount.duration, by_amount.deviation.value) == (Amount("20 mg"), Duration("60 min"), 0)
    assert by_amount.duration_deviation.value == Fraction(-100, 61)
    by_time = plan(infuse(rate="19.7 mg/h", duration="1 h"), pump=kd.Pump("1 mL/h"))
    (step,) = by_time.steps
    assert (step.amount, step.duration, step.duration_deviation.value) == (Amount("20 mg"), Duration("60 min"), 0)
    assert by_time.deviation == step.deviation
    assert step.deviation.value == Fraction(30, 197) * 10


def kept(time):
    handling = Handling(diluents=("sodium chloride 0.9 %",), use_within=time, source=OWN)
    return kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), handling=handling, source=OWN)


def test_the_bag_that_hangs_longest_is_judged():
    """10 mL/h from bags of 10 mL for 2 h, with a pause of 30 min in the second hour: the second bag hangs 90 min."""
    steps = infuse(rate="10 mg/h", duration="1 h"), ProgrammeStep.pause("30 min"), infuse(rate="10 mg/h", duration="1 h")
    options = {"area": WARD, "bag": "10 mg", "volume": "10 mL"}
    hung = plan(*steps, **options, product=kept("90 min"))
    assert (hung.bags, hung.bag_changes) == (2, (Duration("1 h"),))
    assert found(hung, "bag.late") == []
    assert found(plan(*steps, **options, product=kept("89 min")), "bag.late") == [Severity.CAUTION]
    assert found(plan(*steps, **options), "bag.use") == [Severity.NOTE]


def test_a_bag_may_be_empty_during_a_bolus():
    steps = infuse(rate="10 mg/h", duration="1 h"), infuse("25 mg")
    hung = plan(*steps, area=WARD, bag="10 mg", volume="10 mL", overrides=override("duration.low"))
    assert (hung.bags, hung.bag_changes) == (4, (Duration("1 h"),) * 3)


PLANNED = plan(infuse("20 mg", duration="1 h"), pump=kd.Pump("1 mL/h"), at=datetime(2026, 1, 5, tzinfo=UTC), by="A. P.")


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("programme.step", plan),
        ("programme.step", lambda: plan(ProgrammeStep.pause("1 h"))),
        ("argument.type", lambda: plan("20 mg over 1 h")),
        (
            "argument.type",
            lambda: plan_programme("70 kg", "ketamine", PLANNED, product=VIAL, bag_amount="1 mg", bag_volume="1 mL", area=WARD),
        ),
        ("record.hollow", lambda: plan(object.__new__(ProgrammeStep))),
        ("argument.type", lambda: plan(infuse("1 mg"), product="ketamine")),
        ("product.drug", lambda: plan(infuse("1 mg"), drug="esketamine")),
        ("product.route", lambda: plan(infuse("1 mg"), product=kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",)))),
        ("bag.volume", lambda: plan(infuse("1 mg"), bag="100 mg", volume="1.9 mL")),
        ("bag.volume", lambda: plan(infuse("20 mg", duration="1 h"), bag="0.1 mg", volume="1 mL")),
        ("argument.type", lambda: plan(infuse("1 mg"), pump="1 mL/h")),
        ("word.unknown", lambda: plan(infuse("1 mg"), area=None)),
        ("word.unknown", lambda: plan(infuse("1 mg"), drug="S-ketamine")),
        ("measure.bare_number", lambda: plan(infuse("1 mg"), bag=100)),
        ("argument.type", lambda: plan(infuse("1 mg", duration="1 h"), overrides="all")),
        ("record.disagrees", lambda: attrs.evolve(PLANNED, amount=Amount("21 mg"))),
        ("record.disagrees", lambda: attrs.evolve(PLANNED, duration=Duration("2 h"))),
        ("record.disagrees", lambda: attrs.evolve(PLANNED, bags=2)),
        ("record.disagrees", lambda: attrs.evolve(PLANNED, steps=PLANNED.steps * 2)),
        (
            "record.disagrees",
            lambda: attrs.evolve(PLANNED, steps=(attrs.evolve(PLANNED.steps[0], start=Duration("1 min")),)),
        ),
    ],
)
def test_what_makes_no_programme_is_refused(code, call):
    refused(code, call)


def test_a_hundred_bags_are_still_hung():
    assert plan(infuse("20 mg", duration="1 h"), bag="0.2 mg", volume="1 mL").bags == 100


def test_what_is_not_bounded_is_not_checked_and_says_so():
    assert stops(lambda: plan(infuse("10 mg", duration="1 h"), area="emergency agitation")) == {"dose.no_limits"}


def test_the_patient_and_the_source_are_told_of():
    young = kd.Patient("70 kg", age="17 years")
    assert stops(lambda: plan(infuse("20 mg", duration="1 h"), weight=young)) == {"age.low"}
    one = (infuse("20 mg", duration="1 h"),)
    bare = plan_programme("70 kg", "ketamine", one, product=VIAL, bag_amount="20 mg", bag_volume="20 mL", area=CLINIC)
    assert found(bare, "regimen.unsourced") == [Severity.NOTE]
    assert found(PLANNED, "regimen.unsourced") == []
    assert found(bare, "rate.unrounded") == [Severity.NOTE]
    assert found(PLANNED, "rate.unrounded") == []


def test_a_site_s_profile_judges():
    base = kd.limits.PSYCHIATRIC_CLINIC
    tight = Limit(Axis.AMOUNT, soft_high=Bound(Amount("19 mg"), Citation(OWN, "1")))
    site = Profile(base.area, (*base.limits, tight), base.rules, site="SOP 12")
    step = infuse("20 mg", duration="1 h")
    assert found(plan(step, area=site), "amount.high") == [Severity.CAUTION]
    assert found(plan(step, area=base), "amount.high") == []


@pytest.mark.parametrize("record", [PLANNED, PLANNED.steps[0], PLANNED.steps[0].ordered])
def test_the_records_go_out_and_come_back_whole(record):
    again = pickle.loads(pickle.dumps(record))
    assert again == record
    assert hash(again) == hash(record)
    plain = record.to_dict()
    assert json.loads(json.dumps(plain)) == plain


def test_the_plain_programme_says_who_made_it_and_whose_limits_judged():
    plain = PLANNED.to_dict()
    assert (plain["area"], plain["made"]["by"], "profile" in plain) == (CLINIC, "A. P.", False)


PUMPS = st.sampled_from([None, "0.1 mL/h", "1 mL/h", "0.3 mL/h", "7 mL/h"])
MINUTES = st.integers(5, 60)
STEPS = st.one_of(
    st.builds(
        lambda count, time: infuse(f"{decimal_text(count, 2)} mg/kg", duration=f"{time} min"), st.integers(1, 30), MINUTES
    ),
    st.builds(
        lambda count, time: infuse(rate=f"{decimal_text(count, 2)} mg/kg/h", duration=f"{time} min"),
        st.integers(1, 150),
        MINUTES,
    ),
    st.builds(lambda count, rate: infuse(f"{count} mg", f"{rate} mg/h"), st.integers(1, 30), st.integers(20, 90)),
    MINUTES.map(lambda time: ProgrammeStep.pause(f"{time} min")),
)


def tried(weight, steps, pump, **more):
    """The programme, or None where these devices or the limits have no answer."""
    try:
        return plan(*steps, weight=weight, pump=kd.Pump(pump) if pump else None, **more)
    except KetadoseError as error:
        if error.code in {"limit.stop", "rate.too_slow", "rounding.none", "programme.step", "bag.volume"}:
            return None
        raise


@given(some.kilograms, some.levels, some.times, PUMPS, some.roundings)
def test_one_step_is_an_infusion(weight, level, over, pump, rounding):
    """The figures of plan_infusion, from the same bag, and the same limits are met."""
    dose = kd.calculate_dose(weight, some.infusion(level, over), overrides=some.ANYTHING_GOES)
    devices = {"pump": kd.Pump(pump) if pump else None, "rounding": rounding, "overrides": some.ANYTHING_GOES}
    bag = Amount.of(dose.amount.value, "mg")
    try:
        infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", **devices)
    except KetadoseError as error:
        refused(error.code, lambda: plan(infuse(level, duration=over), weight=weight, bag=bag, **devices))
        return
    whole = plan(infuse(level, duration=over), weight=weight, bag=bag, **devices)
    (step,) = whole.steps
    for name in (
        "rate",
        "duration",
        "amount",
        "amount_rate",
        "per_weight_rate",
        "per_weight",
        "deviation",
        "duration_deviation",
    ):
        assert getattr(step, name) == getattr(infusion, name), name
    assert (whole.amount, whole.running, whole.duration) == (infusion.amount, infusion.duration, infusion.duration)
    limits = [sorted((each.code, each.severity.value) for each in made.findings if each.limit) for made in (whole, infusion)]
    assert limits[0] == limits[1]


@given(some.kilograms, st.lists(STEPS, min_size=1, max_size=5), PUMPS)
def test_nothing_is_lost_and_no_limit_is_passed(weight, steps, pump):
    """Amounts, volumes and times add up; the delivered figures stay within every hard limit of the clinic."""
    made = tried(weight, steps, pump)
    if made is None:
        return
    assert sum(each.amount.value for each in made.steps) == made.amount.value
    assert sum(each.volume.value for each in made.steps) == made.volume.value == made.amount.value
    assert sum(each.duration.value for each in made.steps) == made.duration.value
    assert sum(each.duration.value for each in made.steps if each.rate) == made.running.value
    assert all(one.end == other.start for one, other in pairwise(made.steps))
    kilograms = made.patient.weight.value
    assert made.amount.value <= kilograms
    assert 2 <= 60 * made.running.value <= 120
    for each in made.steps:
        if each.rate is not None:
            assert 2 * each.amount_rate.value <= 3 * kilograms
            assert each.per_weight_rate.value * kilograms == each.amount_rate.value == each.rate.value
            assert not pump or each.rate.value % kd.Pump(pump).step.value == 0


@given(some.kilograms, st.lists(STEPS, min_size=1, max_size=3), st.integers(0, 2), PUMPS)
def test_a_step_in_two_equal_parts_changes_no_total(weight, steps, place, pump):
    """Half the amount or half the time, twice."""
    step = steps[place % len(steps)]
    name = "duration" if step.amount is None else "amount"
    measure = getattr(step, name)
    half = type(measure).of(measure.value / 2, measure.units.canonical.name)
    parts = {word.value: getattr(step, word.value) for word in step.ordered} | {name: half}
    if step.derived is Ordered.RATE:
        parts["duration"] = Duration.of(step.duration.value / 2, "h")
    halves = [ProgrammeStep(**parts, paused=step.paused)] * 2
    place %= len(steps)
    split = [*steps[:place], *halves, *steps[place + 1 :]]
    options = {"overrides": some.ANYTHING_GOES}
    one, other = tried(weight, steps, pump, **options), tried(weight, split, pump, **options)
    assert (one is None) == (other is None)
    if one is not None:
        for total in ("amount", "volume", "per_weight", "duration", "running", "bags", "bag_changes", "deviation"):
            assert getattr(one, total) == getattr(other, total), total
        assert {each.code for each in one.findings} == {each.code for each in other.findings}


@given(some.kilograms, st.lists(STEPS, min_size=1, max_size=4), st.integers(2, 9))
def test_each_bag_is_empty_when_the_next_is_hung(weight, steps, size):
    """What has run in by each change is a whole number of bags, counted here from the steps."""
    made = tried(weight, steps, None, overrides=some.ANYTHING_GOES, bag=f"{size} mg", volume=f"{size} mL")
    if made is None:
        return
    assert (made.bags - 1) * size < made.volume.value <= made.bags * size
    for number, change in enumerate(made.bag_changes, 1):
        ran = [
            each.rate.value * (min(change.value, each.end.value) - each.start.value)
            for each in made.steps
            if each.rate and each.start < change
        ]
        assert sum(ran) == number * size
