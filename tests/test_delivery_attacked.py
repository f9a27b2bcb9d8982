"""What somebody tried so as to get past the limits of a programme or of a running infusion, or to forge a record of one."""

import copy
import pickle
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.delivery.judging import Judge
from ketadose.delivery.programme import plan_programme
from ketadose.delivery.running import start_infusion
from ketadose.delivery.windows import Flow, within
from ketadose.errors import KetadoseError, LimitError
from ketadose.evidence import Citation
from ketadose.findings import Bound, Limit
from ketadose.measures import Amount, AmountRate, Duration, FlowRate, PerWeight, PerWeightRate, Volume, Weight
from ketadose.measures.value import make
from ketadose.model.handling import Handling
from ketadose.model.profile import Profile
from ketadose.model.programme import ProgrammeStep
from ketadose.terms import Axis, CareArea, Drug, Rounding, Route, Severity

VIAL = kd.products.KETAMINE_50_MG_PER_ML
OWN = kd.Source.site("SOP 12")
SUICIDALITY, WARD, CLINIC = "emergency suicidality", "acute pain ward", "psychiatric clinic"
UP = Rounding.UP
EVERYTHING = kd.Override(
    ("duration.low", "duration.high", "amount.high", "amount_rate.high", "per_weight.high", "per_weight_rate.high"),
    "A. Doctor",
    "on purpose",
)


def infuse(amount=None, over=None, rate=None):
    return ProgrammeStep(amount, rate, over)


def plan(*steps, area=SUICIDALITY, bag="100 mg", volume="100 mL", product=VIAL, **more):
    return plan_programme(
        "70 kg", "ketamine", steps, product=product, bag_amount=bag, bag_volume=volume, area=area, source=OWN, **more
    )


def prepared(dose="0.5 mg/kg", over="40 min", area=SUICIDALITY, pump="1 mL/h", product=VIAL, **more):
    """35 mg in 100 mL for 70 kg: 200 mL/h are 1 mg/kg/h."""
    calculated = kd.calculate_dose(
        "70 kg", kd.Regimen("ketamine", "intravenous", dose, over=over, area=area, source=OWN), **more
    )
    return kd.plan_infusion(calculated, product=product, made_up_to="100 mL", pump=pump and kd.Pump(pump), **more)


def kept(time):
    handling = Handling(diluents=("sodium chloride 0.9 %",), use_within=time, source=OWN)
    return kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), handling=handling, source=OWN)


def stops(call):
    with pytest.raises(LimitError) as caught:
        call()
    return {each.code for each in caught.value.findings if each.severity is Severity.STOP and not each.overridden}


def refused(code, call):
    with pytest.raises(KetadoseError) as caught:
        call()
    assert caught.value.code == code
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300


def found(result, code):
    return [each for each in result.findings if each.code == code]


# Limits on what lasts at most so long.


@pytest.mark.parametrize(
    "steps",
    [
        (infuse("0.4 mg/kg", "2 min"), infuse("0.01 mg/kg", "29 min")),
        (infuse("0.01 mg/kg", "29 min"), infuse("0.4 mg/kg", "2 min")),
        (infuse("0.01 mg/kg", "29 min"), infuse("0.25 mg/kg", "2 min"), infuse("0.01 mg/kg", "29 min")),
        (infuse("0.2 mg/kg", "10 min"), infuse("0.1 mg/kg", "31 min")),
        (infuse("0.15 mg/kg", "2 min"), infuse("0.15 mg/kg", "29 min")),
        (infuse("0.15 mg/kg", "2 min"), ProgrammeStep.pause("26 min"), infuse("0.15 mg/kg", "2 min"), infuse("1 mg", "31 min")),
    ],
    ids=["trickle after", "trickle before", "trickle around", "more after", "all of it after", "a pause in between"],
)
def test_a_trickle_hides_no_fast_dose(steps):
    assert stops(lambda: plan(*steps)) == {"per_weight.high"}
    told = found(plan(*steps, overrides=EVERYTHING), "per_weight.high")
    assert [str(each.limit.lasting_to) for each in told] == ["30 min"]
    assert "ordered dose per body weight" in told[0].message


@pytest.mark.parametrize(
    "steps",
    [
        (infuse("0.5 mg/kg", "40 min"),),
        (infuse("0.25 mg/kg", "20 min"), infuse("0.25 mg/kg", "20 min")),
        (infuse("0.26 mg/kg", "20 min"), infuse("0.24 mg/kg", "20 min")),
        (infuse("0.2 mg/kg", "2 min"), ProgrammeStep.pause("30.1 min"), infuse("0.2 mg/kg", "31 min")),
        (infuse("0.15 mg/kg", "2 min"), infuse("0.05 mg/kg", "40 min")),
        (infuse("0.5 mg/kg", "31 min"),),
    ],
)
def test_what_is_slow_or_small_enough_is_not_refused(steps):
    """0.5 mg/kg over more than 30 min may be given: what goes no faster than that is a part of such an infusion."""
    assert found(plan(*steps), "per_weight.high") == []


def test_a_run_is_judged_exactly():
    """0.1 mg/kg over 2 min and then 0.12 mg/kg/h: 0.156 mg/kg in 30 min. 0.144 mg/kg and it are 0.2 mg/kg exactly."""
    after = infuse(over="60 min", rate="0.12 mg/kg/h")
    assert found(plan(infuse("0.144 mg/kg", "2 min"), after), "per_weight.high") == []
    assert stops(lambda: plan(infuse("0.1441 mg/kg", "2 min"), after)) == {"per_weight.high"}


def test_the_pump_s_rounding_is_held_where_only_it_would_pass():
    """12.6 mg over 2 min, then 2.9 mg/h: 13.95 mg in 30 min, of 14. 4.83 mL/h are 8 at a step of 4 up: 4.8 mg/h, 14.84 mg."""
    steps = infuse("12.6 mg", "2 min"), infuse(over="50 min", rate="2.9 mg/h")
    exact = plan(*steps)
    held = plan(*steps, pump=kd.Pump("4 mL/h"), rounding=UP, bag="60 mg")
    assert found(exact, "per_weight.high") == found(held, "per_weight.high") == []
    assert "the hard limit of 0.2 mg/kg on the whole programme" in found(held, "rounding.held_down")[0].message


@pytest.mark.parametrize("minutes", [39, 40, 118, 119])
def test_no_soft_finding_on_the_whole_hides_a_bolus(minutes):
    """The clinic's shortest and longest durations are bounds of one limit: a CAUTION on the sum is none on the bolus."""
    steps = infuse("1 mg"), infuse("20 mg", f"{minutes} min")
    assert stops(lambda: plan(*steps, area=CLINIC)) == {"duration.low"}
    assert stops(lambda: plan(*steps, area=SUICIDALITY)) >= {"duration.low"}


def test_the_wall_of_an_hour_binds_every_hour():
    """4.5 mg/kg at once and 4.5 mg/kg/h for 61 min are 9 mg/kg in the first hour: no override."""
    hour = infuse(over="61 min", rate="4.5 mg/kg/h")
    with pytest.raises(LimitError, match="There is no override") as caught:
        plan(infuse("4.5 mg/kg"), hour, area=CLINIC, overrides=EVERYTHING)
    assert [each.message.split(",")[0] for each in caught.value.findings if each.final] == [
        "within 60 min ordered dose per body weight 9 mg/kg is above 4.5 mg/kg"
    ]
    made = plan(hour, area=CLINIC, overrides=EVERYTHING)
    assert made.per_weight == PerWeight("4.575 mg/kg")
    assert "dose per body weight within any 60 min: wall at 4.5 mg/kg" in str(made.working)


def test_a_running_infusion_hides_no_fast_dose_after_a_trickle():
    slow = start_infusion(prepared()).change_rate("1 mL/h", at="1 min")
    assert stops(lambda: slow.change_rate("2340 mL/h", at="31 min")) == {"per_weight.high"}
    assert stops(lambda: slow.pause(at="31 min").resume(at="32 min", rate="2340 mL/h")) == {"per_weight.high"}
    assert stops(lambda: slow.pause(at="31 min").resume(at="32 min", finish_in="3 min")) == {"per_weight.high"}
    passed = slow.change_rate("2340 mL/h", at="31 min", overrides=EVERYTHING)
    assert found(passed, "per_weight.high")[0].overridden == EVERYTHING
    assert found(passed.change_rate("1000 mL/h", at="32 min"), "per_weight.high") == found(passed, "per_weight.high")
    assert found(slow.change_rate("200 mL/h", at="31 min"), "per_weight.high") == []
    told = [str(slow.pause(at="31 min").resuming(at="32 min", rate=rate).working) for rate in (None, "1 mL/h", "200 mL/h")]
    assert ["within any 30 min: hard to 0.2 mg/kg" in each for each in told] == [False, False, True]


def test_what_ran_in_counts_with_what_is_to_come():
    """25 mL in 10 min are 0.125 mg/kg; a pause of 5 min; the rest is faster than 0.5 mg/kg in 30 min from 200 mL/h on."""
    paused = start_infusion(prepared()).pause(at="10 min")
    assert stops(lambda: paused.resume(at="15 min", rate="201 mL/h")) == {"per_weight.high"}
    assert found(paused.resume(at="15 min", rate="200 mL/h"), "per_weight.high") == []


def test_a_derived_rate_is_held_where_only_the_step_would_pass():
    """75 mL in 22.5 min are 200 mL/h; at a step of 3 up 201 mL/h would be past it."""
    paused = start_infusion(prepared(pump="3 mL/h")).pause(at="10 min")
    ahead = paused.resuming(at="15 min", finish_in="22.5 min")
    told = paused.moment(Duration("15 min"))
    assert ahead.rate in {FlowRate("198 mL/h"), FlowRate("201 mL/h")}
    assert ahead.rate == FlowRate("198 mL/h")
    assert told.ran == Duration("10 min")
    assert "the hard limit of 0.2 mg/kg within 30 min" in found(ahead, "rounding.held_down")[0].message


def bound(value):
    return Bound(value, Citation(OWN, "here"))


def profile(*limits):
    return Profile(CareArea.PSYCHIATRIC_CLINIC, limits)


def judge(*limits):
    made = profile(*limits)
    return Judge(made, made.for_(Drug.KETAMINE, Route.INTRAVENOUS), Weight("70 kg"))


SHORT = Limit(Axis.AMOUNT, soft_high=bound(Amount("10 mg")), hard_high=bound(Amount("20 mg")), lasting_to=Duration("30 min"))
LONG = Limit(Axis.AMOUNT_RATE, hard_high=bound(AmountRate("30 mg/h")))


def flow(since, until, amount):
    hours = [make(Duration, Fraction(minutes, 60)) for minutes in (since, until)]
    return Flow(*hours, make(Amount, Fraction(amount)))


@pytest.mark.parametrize(
    ("limits", "amount", "severity"),
    [
        ((SHORT,), 10, []),
        ((SHORT,), 11, ["CAUTION"]),
        ((SHORT,), 20, ["CAUTION"]),
        ((SHORT,), 21, ["STOP"]),
        ((SHORT, LONG), 15, []),  # 15 mg in 30 min are 30 mg/h
        ((SHORT, LONG), 16, ["CAUTION"]),
        ((SHORT, LONG), 21, ["STOP"]),
        ((attrs.evolve(SHORT, soft_high=None),), 11, []),
        ((attrs.evolve(SHORT, hard_high=None),), 21, ["CAUTION"]),
        ((attrs.evolve(SHORT, up_to=Weight("60 kg")),), 21, []),
        ((SHORT, attrs.evolve(LONG, up_to=Weight("60 kg"))), 15, ["CAUTION"]),  # another's rate
        ((SHORT, attrs.evolve(LONG, lasting_to=Duration("20 min"))), 15, ["CAUTION"]),
        ((SHORT, attrs.evolve(LONG, lasting_over=Duration("60 min"))), 15, ["CAUTION"]),
        ((SHORT, attrs.evolve(LONG, lasting_over=Duration("30 min"))), 15, []),
        ((SHORT, Limit(Axis.PER_WEIGHT_RATE, hard_high=bound(PerWeightRate("0.5 mg/kg/h")))), 17, []),  # 35 mg/h
    ],
)
def test_soft_and_hard_bounds_of_the_weight_that_they_are_for(limits, amount, severity):
    told = within(judge(*limits), (flow(0, 30, amount), flow(30, 90, 0)), "ordered")
    assert [each.severity.value for each in told] == severity
    assert all(each.limit == limits[0] for each in told)


def given_in(parts, start, end):
    """What the parts give between two times, in whole 1/600 mg: each (minutes, mg), a bolus of no minutes at its moment."""
    total, since = 0, 0
    for minutes, amount in parts:
        until = since + minutes
        if minutes:
            total += max(0, min(until, end) - max(since, start)) * amount * 600 // minutes
        elif start <= since <= end:
            total += amount * 600
        since = until
    return total


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 5, 10, 30, 60]), st.integers(0, 30)), min_size=1, max_size=6))
def test_every_run_is_judged(parts):
    """With no limit on longer infusions: past it exactly if some window of 30 min, tried minute by minute, gives more."""
    ends = [0]
    for minutes, _ in parts:
        ends.append(ends[-1] + minutes)
    flows = [flow(since, until, amount) for (since, until), (_, amount) in zip(pairwise(ends), parts, strict=True)]
    most = max(given_in(parts, start, start + 30) for start in range(-30, ends[-1] + 1))
    hard = attrs.evolve(SHORT, soft_high=None)
    assert bool(within(judge(hard), flows, "ordered")) is (most > 20 * 600)
    slow = [minutes and amount <= minutes for minutes, amount in parts]  # at most 60 mg/h
    near = [
        given_in(parts, start, start + 30)
        for start in range(-30, ends[-1] + 1)
        if any(
            since <= start + 30 and start <= until and amount and not is_slow
            for (since, until), (_, amount), is_slow in zip(pairwise(ends), parts, slow, strict=True)
        )
    ]
    fast = attrs.evolve(LONG, hard_high=bound(AmountRate("60 mg/h")))
    assert bool(within(judge(hard, fast), flows, "ordered")) is (max(near, default=0) > 20 * 600)


def most_given(steps, hours):
    """The most mg within the time that the planned steps give, and whether all of it goes in at 70 mg/h or slower."""
    edges = [edge.value for step in steps for edge in (step.start, step.end)]
    told = []
    for start in {*edges, *(edge - hours for edge in edges)}:
        amount, slow = Fraction(0), True
        for step in steps:
            since, until, mg = step.start.value, step.end.value, step.amount.value
            part = min(until, start + hours) - max(since, start)
            if since == until:
                amount += mg if part >= 0 else 0
            elif part > 0:
                amount += mg * part / (until - since)
            slow = slow and (part < 0 or mg <= 70 * (until - since))
        told.append((amount, slow))
    return max((amount for amount, slow in told if not slow), default=Fraction(0))


PARTS = st.lists(
    st.tuples(st.sampled_from([2, 5, 10, 20, 31]), st.integers(1, 200), st.booleans()).map(
        lambda part: (
            infuse(f"{part[1]}00 mcg", f"{part[0]} min") if part[2] else infuse(over=f"{part[0]} min", rate=f"{part[1]} mg/h")
        )
    ),
    min_size=2,
    max_size=4,
)


@given(PARTS, st.sampled_from(["0.1 mL/h", "1 mL/h", "7 mL/h"]), st.sampled_from(list(Rounding)))
def test_what_the_pump_gives_is_within_the_limit_in_every_half_hour(steps, pump, rounding):
    """Emergency suicidality, 70 kg: 14 mg in 30 min, unless no faster than 70 mg/h, as 35 mg in 30 min would be."""
    try:
        made = plan(*steps, pump=kd.Pump(pump), rounding=rounding, bag="35 mg")
    except KetadoseError as error:
        assert error.code in {"limit.stop", "rate.too_slow", "rounding.none"}
        return
    assert most_given(made.steps, Fraction(1, 2)) <= 14
    assert most_given(made.steps, Fraction(1)) <= 315


# Edited records.

STEPS = infuse("20 mg", "1 h"), ProgrammeStep.pause("5 min"), infuse(over="1 h", rate="10 mg/h"), infuse("1 mg")
PROGRAMME = plan(
    *STEPS, area=CLINIC, pump=kd.Pump("1 mL/h"), overrides=EVERYTHING, at=datetime(2026, 1, 5, tzinfo=UTC), by="A. P."
)
RUN = start_infusion(prepared(area=CLINIC)).pause(at="10 min").resume(at="20 min", rate="300 mL/h", overrides=EVERYTHING)
STATE = RUN.at("21 min")
AHEAD = start_infusion(prepared(area=CLINIC)).pause(at="10 min").resuming(at="20 min", finish_in="25 min")
PAST = start_infusion(prepared(area=SUICIDALITY)).pause(at="5 min").resuming(at="6 min", rate="900 mL/h", overrides=EVERYTHING)


@pytest.mark.parametrize("record", [PROGRAMME, *PROGRAMME.steps, STATE, AHEAD, PAST, AHEAD.moment, RUN])
def test_what_was_planned_goes_out_and_comes_back_equal(record):
    for again in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record), attrs.evolve(record)):
        assert again == record
        assert hash(again) == hash(record)


def edited(record):
    """The record with each of its figures replaced by that of another kind or amount."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.init and field.name not in {"made", "infusion", "ordered"}:
            yield field.name, None if value is not None else Volume("1 mL")
            yield field.name, "forged"
            if hasattr(value, "value") and type(value).__module__.startswith("ketadose.measures"):
                yield field.name, attrs.evolve(value, value=value.value + 1, written=None)
            if type(value) is tuple and value:
                yield field.name, value[1:]
                yield field.name, (*value, value[-1])


@pytest.mark.parametrize("record", [PROGRAMME, STATE, AHEAD, PAST], ids=lambda record: type(record).__name__)
def test_every_edited_figure_and_finding_is_refused(record):
    tried = list(edited(record))
    assert len(tried) > 20
    for name, value in tried:
        if name in {"run", "moment", "citation"} or (name, value) == ("bags", "forged"):
            continue
        refused("record.disagrees", lambda name=name, value=value: attrs.evolve(record, **{name: value}))


@pytest.mark.parametrize(
    ("number", "field", "other"),
    [
        (0, "rate", FlowRate("70 mL/h")),
        (0, "rate", None),
        (0, "rate", "70 mL/h"),
        (0, "end", Duration("2 h")),
        (0, "start", Duration("1 min")),
        (0, "volume", Volume("70 mL")),
        (0, "duration", Duration("59 min")),
        (0, "amount_rate", AmountRate("70 mg/h")),
        (0, "per_weight_rate", PerWeightRate("1 mg/kg/h")),
        (1, "end", Duration("66 min")),
        (1, "rate", FlowRate("70 mL/h")),
        (3, "duration", Duration("1 min")),
        (3, "end", Duration("3 h")),
    ],
)
def test_an_edited_step_is_refused(number, field, other):
    refused("record.disagrees", lambda: attrs.evolve(PROGRAMME.steps[number], **{field: other}))


@pytest.mark.parametrize("made", [None, "2026-01-05", attrs.evolve(PROGRAMME.made, at="2026-01-05")])
def test_a_forged_stamp_is_refused(made):
    refused("record.disagrees", lambda: attrs.evolve(PROGRAMME, made=made))


def test_a_step_with_an_edited_amount_is_refused_with_its_programme():
    step = PROGRAMME.steps[3]
    forged = attrs.evolve(step, amount=Amount("2 mg"))
    refused("record.disagrees", lambda: attrs.evolve(PROGRAMME, steps=(*PROGRAMME.steps[:3], forged)))


def test_a_finding_is_not_let_pass_by_an_override_of_something_else():
    late = next(each for each in PROGRAMME.findings if each.overridden is not None)
    place = PROGRAMME.findings.index(late)
    assert place
    note = attrs.evolve(PROGRAMME.findings[0], overridden=EVERYTHING)
    for forged in (
        attrs.evolve(late, overridden=None),
        attrs.evolve(late, overridden=kd.Override(("bag.strong",), "B. Doctor", "no reason")),
        attrs.evolve(late, severity=Severity.CAUTION),
    ):
        findings = (*PROGRAMME.findings[:place], forged, *PROGRAMME.findings[place + 1 :])
        refused("record.disagrees", lambda findings=findings: attrs.evolve(PROGRAMME, findings=findings))
    refused("record.disagrees", lambda: attrs.evolve(PROGRAMME, findings=(note, *PROGRAMME.findings[1:])))


def test_several_overrides_come_back_in_any_order():
    """Both name the first code, one of them the second: whichever let it pass is kept."""
    one = kd.Override(("duration.low",), "A. Doctor", "one")
    both = kd.Override(("per_weight.high", "duration.low"), "B. Doctor", "both")
    for overrides in ((one, both), (both, one)):
        made = plan(infuse("0.4 mg/kg"), infuse("1 mg", "40 min"), overrides=overrides)
        assert pickle.loads(pickle.dumps(made)) == made


def test_what_ran_in_before_a_moment_adds_up():
    moment = AHEAD.moment
    for field, other in (("volume", Volume("1 mL")), ("ran", Duration("1 min")), ("past", ())):
        refused("record.disagrees", lambda field=field, other=other: attrs.evolve(moment, **{field: other}))


# A bag that hangs.


def test_a_programme_s_pauses_do_not_let_a_bag_hang_for_days():
    steps = infuse(over="2 h", rate="10 mg/h"), ProgrammeStep.pause("72 h"), infuse(over="2 h", rate="10 mg/h")
    hung = plan(*steps, area=WARD)
    assert [each.severity for each in found(hung, "bag.late")] == [Severity.CAUTION]
    assert [each.severity for each in found(hung, "duration.high")] == [Severity.CAUTION]
    assert "discarded after 24 hours" in found(hung, "duration.high")[0].message
    assert "judgement of this project" in found(hung, "bag.late")[0].message
    day = plan(steps[0], ProgrammeStep.pause("20 h"), steps[2], area=WARD)
    assert found(day, "bag.late") == found(day, "duration.high") == []
    minute = plan(steps[0], ProgrammeStep.pause("1201 min"), steps[2], area=WARD)
    assert len(found(minute, "bag.late")) == len(found(minute, "duration.high")) == 1


def test_each_bag_hangs_for_itself():
    """Two bags of 20 mg, each for two hours, the first through the pause of 20 h as well, or through 23 h."""
    steps = [infuse(over="2 h", rate="9 mg/h"), infuse(over="2 h", rate="9 mg/h")]
    for hours, times in ((20, 0), (23, 1)):
        hung = plan(steps[0], ProgrammeStep.pause(f"{hours} h"), steps[1], area=WARD, bag="20 mg", volume="20 mL")
        assert hung.bags == 2
        assert len(found(hung, "bag.late")) == times


def test_what_is_recorded_of_a_bag_is_told_once():
    steps = infuse(over="1 h", rate="10 mg/h"), ProgrammeStep.pause("25 h"), infuse(over="1 h", rate="10 mg/h")
    assert len(found(plan(*steps, area=WARD, product=kept("2 h")), "bag.late")) == 1
    assert found(plan(*steps, area=WARD, product=kept("28 h")), "bag.late") == []


def test_a_run_that_is_too_long_is_not_told_again_as_a_bag_that_hangs():
    long = plan(infuse(over="25 h", rate="5 mg/h"), area=WARD, bag="200 mg", overrides=EVERYTHING)
    assert [each.severity for each in found(long, "duration.high")] == [Severity.STOP]


def test_a_pause_of_days_is_told_when_it_ends():
    paused = start_infusion(prepared(area=CLINIC)).pause(at="20 min")
    late = paused.resume(at="240 h")
    assert [each.severity for each in found(late, "bag.late")] == [Severity.CAUTION]
    assert [each.severity for each in found(late, "duration.high")] == [Severity.CAUTION]
    assert "the time that a bag hangs" in found(late, "duration.high")[0].message
    soon = paused.resume(at="100 min")
    assert found(soon, "bag.late") == found(soon, "duration.high") == []
    assert found(paused.resume(at="101 min"), "duration.high") != []
    assert found(paused.resume(at="1420 min"), "bag.late") == []
    assert found(paused.resume(at="1421 min"), "bag.late") != []


# A slower rate.


def test_an_infusion_may_always_be_slowed():
    run = start_infusion(prepared(area=CLINIC)).change_rate("1 mL/h", at="20 min")
    assert [each.severity for each in found(run, "duration.high")] == [Severity.CAUTION]


# A flow that is not usual.


@pytest.mark.parametrize(
    ("rate", "minutes", "pump", "told"),
    [
        ("0.999 mg/h", "60 min", None, 0),
        ("1 mg/h", "60 min", None, 1),
        ("1 mg/h", "60 min", kd.Pump("1 mL/h"), 1),
        ("1 mg/h", "60 min", kd.Pump("1 mL/h", "1200 mL/h"), 0),
        ("1 mg/h", "61 min", kd.Pump("1 mL/h", "1200 mL/h"), 1),
        ("5 mg/h", "120 min", None, 2),
    ],
)
def test_a_flow_or_a_volume_that_no_usual_pump_gives_is_told(rate, minutes, pump, told):
    """1 mg in 1,000 mL: 1 mg/h are 1,000 mL/h."""
    result = plan(infuse(over=minutes, rate=rate), area=WARD, bag="1 mg", volume="1000 mL", pump=pump)
    assert [each.severity for each in found(result, "programme.flow")] == [Severity.CAUTION] * told


def test_boluses_alone_have_no_flow():
    assert found(plan(infuse("0.1 mg/kg"), area=SUICIDALITY, overrides=EVERYTHING), "programme.flow") == []
