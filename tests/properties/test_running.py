"""The properties of an infusion that does not go as planned."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.delivery.running import start_infusion
from ketadose.measures import Duration, FlowRate
from ketadose.terms import Severity
from tests import strategies as some
from tests.oracle import running as oracle
from tests.oracle.pairs import decimal_text, same
from tests.properties.looking import minutes, pair

VIAL = kd.products.KETAMINE_50_MG_PER_ML
KINDS = ("change", "pause", "resume", "stop")


def infused(weight, level, over, bag, step):
    """An infusion within the hard limits, with or without a pump."""
    dose = kd.calculate_dose(weight, some.infusion(level, over), overrides=some.ANYTHING_GOES)
    pump = kd.Pump(step) if step else None
    return kd.plan_infusion(dose, product=VIAL, made_up_to=bag, pump=pump, overrides=some.ANYTHING_GOES)


INFUSIONS = st.builds(
    infused,
    some.kilograms,
    some.levels,
    some.times,
    st.sampled_from(["100 mL", "250 mL", "77.7 mL"]),
    st.sampled_from([None, "0.1 mL/h", "1 mL/h", "0.3 mL/h"]),
)
EVENTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 400), st.one_of(st.none(), st.integers(1, 28))), min_size=1, max_size=6
)
"""What is tried, so many tenths of a minute after the last, at so many tenths of the planned rate."""


def setting(infusion, tenths):
    """So many tenths of the planned rate, at a setting that the pump has: never past three times as fast."""
    if tenths is None:
        return None
    wanted = infusion.rate.value * tenths / 10
    step = infusion.pump.step.value if infusion.pump else Fraction(1, 100)
    return FlowRate(f"{decimal_text(max(1, wanted // step) * int(step * 100), 2)} mL/h")


def apply(run, kind, at, rate):
    """The event by its method; overrides let what lies past a hard limit be told."""
    if kind == "change":
        return run.change_rate(rate, at=at, overrides=some.ANYTHING_GOES)
    if kind == "resume":
        return run.resume(rate=rate, at=at, overrides=some.ANYTHING_GOES)
    return run.pause(at=at) if kind == "pause" else run.stop(at=at)


def ran(infusion, tried, check=lambda *_: None):
    """The infusion after every event that can have happened, and the same as the oracle has it."""
    run, done, tenths = start_infusion(infusion), (), 0
    total, planned = pair(infusion.volume_to_infuse), pair(infusion.rate)
    for kind, gap, part in tried:
        tenths += gap
        rate = setting(infusion, (part or 10) if kind == "change" else part if kind == "resume" else None)
        event = oracle.Done(kind, (tenths, 10), rate and pair(rate))
        possible = oracle.possible(total, planned, done, event)
        check(run, event, rate, possible)
        if possible:
            run, done = apply(run, kind, f"{decimal_text(tenths, 1)} min", rate), (*done, event)
        else:
            tenths -= gap
    return run, done


def latest(run):
    """A time at which everything has happened: the end, or an hour after the last event."""
    if run.ends_at is not None:
        return run.ends_at
    return Duration.of(run.events[-1].at.value + 1, "h")


@given(INFUSIONS, EVENTS)
def test_an_event_is_refused_exactly_when_it_cannot_have_happened(infusion, tried):
    """In order, before the bag is empty, never what holds already, nothing after a stop: and nothing else is refused."""

    def check(run, event, rate, possible):
        at = Duration.of(Fraction(*event.minute), "min")
        try:
            apply(run, event.kind, at, rate)
        except kd.KetadoseError as error:
            assert error.code == "running.event"
            assert not possible
        else:
            assert possible

    ran(infusion, tried, check)


@pytest.mark.property(16, 21)
@given(INFUSIONS, EVENTS, st.integers(1, 1000))
def test_what_was_given_equals_the_oracle(infusion, tried, share):
    """Volume, running time, rate and end at any time, after anything that can happen."""
    run, done = ran(infusion, tried)
    total, planned = pair(infusion.volume_to_infuse), pair(infusion.rate)
    end = oracle.ends(total, planned, done)
    assert (run.ends_at is None) == (end is None)
    assert end is None or same(minutes(run.ends_at), end)
    at = Duration.of(latest(run).value * share / 1000, "h")
    state, told = run.at(at), oracle.told(planned, done, minutes(at))
    assert same(pair(state.volume), told.ml)
    assert same(minutes(run.moment(at).ran), told.ran)
    empty = state.volume_left.value == 0
    assert state.running is (told.rate is not None and not empty)
    assert state.rate is None if not state.running else same(pair(state.rate), told.rate)
    assert state.amount.value == state.volume.value * infusion.concentration.value
    assert state.per_weight.value * infusion.dose.patient.weight.value == state.amount.value


@given(INFUSIONS, EVENTS, st.lists(st.integers(1, 1000), min_size=2, max_size=4))
def test_nothing_is_lost_and_nothing_is_added(infusion, tried, shares):
    """Given and left are the whole at every time; the parts add up to the total; time only adds."""
    run, _ = ran(infusion, tried)
    states = [run.at(Duration.of(latest(run).value * share / 1000, "h")) for share in sorted(shares)]
    for state in states:
        assert state.volume.value + state.volume_left.value == infusion.volume_to_infuse.value
        assert state.amount.value + state.amount_left.value == infusion.amount.value
        assert sum(part.volume.value for part in state.segments) == state.volume.value
        assert sum(part.amount.value for part in state.segments) == state.amount.value
        assert all(part.volume.value == 0 for part in state.segments if part.rate is None)
        assert all(one.until == other.since for one, other in pairwise(state.segments))
        assert state.segments[0].since.value == 0
        assert state.segments[-1].until == state.elapsed
        if state.time_left is not None:
            assert state.rate.value * state.time_left.value == state.volume_left.value
    assert all(one.volume <= other.volume for one, other in pairwise(states))
    if run.ends_at is not None:
        assert run.at(run.ends_at).amount == infusion.amount


@given(INFUSIONS, st.integers(1, 300), st.integers(1, 5000))
def test_a_pause_adds_nothing_and_shifts_the_end_by_its_length(infusion, at, length):
    started, first = start_infusion(infusion), Duration(f"{decimal_text(at, 1)} min")
    assume(first < infusion.duration)
    later = Duration(f"{decimal_text(at + length, 1)} min")
    paused = started.pause(at=first)
    assert (paused.ends_at, paused.rate, paused.duration, paused.duration_deviation) == (None, None, None, None)
    assert paused.at(later).volume == paused.at(first).volume == started.at(first).volume
    again = paused.resume(at=later)
    assert again.ends_at.value == started.ends_at.value + later.value - first.value
    assert (again.duration, again.duration_deviation) == (infusion.duration, infusion.duration_deviation)
    told = [each.code for each in again.findings[len(infusion.findings) :] if each.code != "bag.late"]
    assert again.findings[: len(infusion.findings)] == infusion.findings
    assert told == (
        ["duration.high"] if again.ends_at > Duration("120 min") else []
    )  # the bag hangs for longer, pauses included


@given(INFUSIONS, EVENTS, st.integers(1, 999), st.integers(1, 1000))
def test_a_change_to_the_same_rate_changes_nothing(infusion, tried, share, looked):
    """A part that is split in two gives what it gave: volume, end, findings."""
    run, _ = ran(infusion, tried)
    assume(run.ends_at is not None)
    last = run.events[-1].at.value if run.events else Fraction(0)
    split = run.change_rate(run.rate, at=Duration.of(last + (run.ends_at.value - last) * share / 1000, "h"))
    at = Duration.of(run.ends_at.value * looked / 1000, "h")
    for name in ("volume", "amount", "volume_left", "amount_left", "running", "rate", "time_left"):
        assert getattr(split.at(at), name) == getattr(run.at(at), name)
    assert (split.ends_at, split.duration, split.rate) == (run.ends_at, run.duration, run.rate)
    kept = [each for each in run.findings if each.code not in {"duration.high", "duration.low", "bag.late"}]
    assert [each for each in split.findings if each in kept] == kept
    new = [each for each in split.findings if each not in run.findings]
    assert {each.code for each in new} <= {"bag.late", "duration.high"}
    assert all(each.severity is Severity.CAUTION for each in new)


@given(INFUSIONS, st.integers(1, 300), st.integers(1, 1200))
def test_finishing_in_a_time_finishes_in_it_up_to_the_pump_s_step(infusion, at, finish):
    """Without a pump exactly; with one at the nearest setting, unless a limit holds it."""
    first, time = Duration(f"{decimal_text(at, 1)} min"), Duration(f"{decimal_text(finish, 1)} min")
    assume(first < infusion.duration)
    paused = start_infusion(infusion).pause(at=first)
    try:
        told = paused.resuming(at=Duration.of(first.value + 1, "h"), finish_in=time, overrides=some.ANYTHING_GOES)
    except kd.KetadoseError as error:
        assert error.code in {"limit.stop", "rate.too_slow", "rounding.none"}
        assert error.code != "limit.stop" or any(each.final for each in error.findings)
        return
    left = paused.moment(first).left.value
    assert told.rate.value * told.time_left.value == left
    assert told.finish_in == time
    if infusion.pump is None:
        assert told.time_left == time
    else:
        step = infusion.pump.step.value
        assert told.rate.value % step == 0
        held = "rounding.held_down" in {each.code for each in told.findings}
        assert abs(told.rate.value - left / time.value) <= (step if held else step / 2)
    done = paused.resume(at=Duration.of(first.value + 1, "h"), finish_in=time, overrides=some.ANYTHING_GOES)
    assert (done.ends_at, done.rate, done.duration) == (told.ends_at, told.rate, told.duration)


@given(some.kilograms, some.times, st.sampled_from(["0.1 mL/h", "1 mL/h", "7 mL/h"]), st.integers(1, 39), st.integers(1, 1200))
def test_a_derived_rate_never_passes_a_hard_limit_that_the_order_respects(weight, over, step, at, finish):
    """1 mg/kg: what finishes within 1.5 mg/kg/h and 120 min before the pump does so after it, or there is no setting."""
    infusion = infused(weight, "1 mg/kg", over, "100 mL", step)
    paused = start_infusion(infusion).pause(at=f"{at} min")
    left, concentration = paused.at(f"{at} min").volume_left.value, infusion.concentration.value
    time = Duration(f"{decimal_text(finish, 1)} min")
    kilograms = infusion.dose.patient.weight.value
    inside = 2 * left * concentration <= 3 * kilograms * time.value and at + 60 * time.value <= 120
    try:
        told = paused.resuming(at=f"{at + 5} min", finish_in=time)
    except kd.KetadoseError as error:
        expected = {"rounding.none", "rate.too_slow"} if inside else {"limit.stop", "rounding.none", "rate.too_slow"}
        assert error.code in expected
        return
    if told.rate > infusion.rate:
        assert inside
        assert told.per_weight_rate.value <= Fraction(3, 2)
    assert told.rate <= infusion.rate or told.duration <= Duration("120 min")


@given(INFUSIONS, st.integers(1, 39), st.integers(1, 9))
def test_a_slower_rate_is_never_refused(infusion, at, tenths):
    """What it is past is told as a CAUTION: the rate of an order that was past a limit, or a duration that is too long."""
    slower = setting(infusion, tenths)
    assume(Duration(f"{at} min") < infusion.duration and slower < infusion.rate)
    run = start_infusion(infusion).change_rate(slower, at=f"{at} min")
    long = [each for each in run.findings[len(infusion.findings) :] if each.code == "duration.high"]
    assert all(each.severity is Severity.CAUTION for each in long)
    assert bool(long) or run.duration <= Duration("120 min")
    assert run.duration_deviation.value > infusion.duration_deviation.value
