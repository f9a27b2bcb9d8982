"""An infusion that does not go as planned: worked examples by hand, and what is refused."""

import json
import pickle

import attrs
import pytest

import ketadose as kd
from ketadose.delivery.events import Event, EventKind
from ketadose.delivery.running import Running, start_infusion
from ketadose.errors import KetadoseError, LimitError
from ketadose.measures import Amount, Duration, FlowRate, Volume
from ketadose.model.handling import Handling
from ketadose.terms import Severity

VIAL = kd.products.KETAMINE_50_MG_PER_ML
OWN = kd.Source.site("SOP 12")


def planned(dose="0.5 mg/kg", over="40 min", area="psychiatric clinic", pump="1 mL/h", largest=None, product=VIAL, **more):
    """100 mL for a person of 70 kg; 0.5 mg/kg over 40 min are 35 mg at 150 mL/h."""
    regimen = kd.Regimen("ketamine", "intravenous", dose, over=over, area=area, source=OWN)
    calculated = kd.calculate_dose("70 kg", regimen, **more)
    device = kd.Pump(pump, largest) if pump else None
    return kd.plan_infusion(calculated, product=product, made_up_to="100 mL", pump=device, **more)


def kept(time):
    handling = Handling(diluents=("sodium chloride 0.9 %",), use_within=time, source=OWN)
    return kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), handling=handling, source=OWN)


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
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 300
    return str(caught.value)


def test_a_slow_down_a_pause_and_a_faster_rest():
    """150 mL/h for 10 min: 25 mL. 75 mL/h for 10 min: 12.5 mL. A pause of 15 min. 125 mL/h for the 62.5 mL left: 30 min."""
    run = start_infusion(planned()).change_rate("75 mL/h", at="10 min").pause(at="20 min").resume(at="35 min", rate="125 mL/h")
    assert [str(run.at(f"{minute} min").volume) for minute in (10, 20, 30, 35, 65)] == [
        "25 mL",
        "37.5 mL",
        "37.5 mL",
        "37.5 mL",
        "100 mL",
    ]
    state = run.at("41 min")
    assert state.volume == Volume("50 mL")
    assert state.amount == Amount("17.5 mg")
    assert state.per_weight.exact == "0.25 mg/kg"
    assert state.time_left == Duration("24 min")
    assert [part.rate and part.rate.exact for part in state.segments] == ["150 mL/h", "75 mL/h", None, "125 mL/h"]
    assert (run.ends_at, run.duration) == (Duration("65 min"), Duration("50 min"))
    assert run.duration_deviation.exact == "25 %"
    assert (run.infusion.dose.amount.exact, str(run.infusion.dose.regimen.over)) == ("35 mg", "40 min")
    assert str(run).endswith("paused after 20 min; resumed at 125 mL/h after 35 min; the bag empty after 65 min")


def test_the_working_tells_each_segment_and_its_sums():
    state = start_infusion(planned()).pause(at="20 min").resume(at="30 min").at("40 min")
    told = str(state.working)
    for line in (
        "segment 1, from 0 min to 20 min: 150 mL/h",
        "= 150 mL/h × 20 min = 50 mL",
        "segment 2, from 20 min to 30 min: nothing runs",
        "= 40 min - 30 min = 10 min",
        "= 50 mL + 25 mL = 75 mL",
        "= 75 mL × 0.35 mg/mL = 26.25 mg",
        "= 100 mL - 75 mL = 25 mL",
        "= 25 mL ÷ 150 mL/h = 10 min",
    ):
        assert line in told
    assert str(state) == "26.25 mg of 35 mg after 40 min, 25 mL left for 10 min"


def test_the_history_stays_as_it_was():
    run = start_infusion(planned()).change_rate("75 mL/h", at="10 min").stop(at="20 min")
    assert run.at("10 min").rate == FlowRate("75 mL/h")  # what holds after the event
    assert run.at("9 min").rate == FlowRate("150 mL/h")
    assert run.at("9 min").time_left == Duration("31 min")
    last = run.at("1 h")
    assert (last.volume, last.running, last.rate, last.time_left) == (Volume("37.5 mL"), False, None, None)
    assert str(last) == "13.13 mg (exact 13.125 mg) of 35 mg after 60 min, 62.5 mL left"
    assert (run.stopped, run.ends_at) == (True, None)
    assert str(run).endswith("; stopped after 20 min; stopped")


def test_what_was_before_is_not_changed():
    started = start_infusion(planned())
    started.pause(at="5 min")
    assert started.events == ()
    assert str(started) == "ketamine 35 mg intravenous over 40 min: as planned; the bag empty after 40 min"
    assert started.at("40 min").running is False
    assert str(started.pause(at="5 min")).endswith("paused after 5 min; paused")


def test_the_line_keeps_what_it_kept():
    infusion = planned(over="40 min", pump=None)
    with_line = kd.plan_infusion(infusion.dose, product=VIAL, made_up_to="100 mL", line_volume="20 mL")
    state = start_infusion(with_line).at("40 min")
    assert (state.volume, state.amount) == (Volume("80 mL"), Amount("28 mg"))


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({}, ("150 mL/h", "20 min", "50 min", "52.5 mg/h", "0.75 mg/kg/h")),
        ({"rate": "100 mL/h"}, ("100 mL/h", "30 min", "60 min", "35 mg/h", "0.5 mg/kg/h")),
        ({"finish_in": "25 min"}, ("120 mL/h", "25 min", "55 min", "42 mg/h", "0.6 mg/kg/h")),
    ],
)
def test_what_resuming_would_do_and_does(how, told):
    """50 mL and 17.5 mg are left after 20 min."""
    paused = start_infusion(planned()).pause(at="20 min")
    ahead = paused.resuming(at="30 min", **how)
    figures = (ahead.rate, ahead.time_left, ahead.ends_at, ahead.amount_rate, ahead.per_weight_rate)
    assert tuple(map(str, figures)) == told
    assert (ahead.amount_left, ahead.amount) == (Amount("17.5 mg"), Amount("35 mg"))
    assert ahead.duration.value == Duration("20 min").value + ahead.time_left.value
    assert paused.ends_at is None  # nothing was done
    assert paused.resume(at="30 min", **how).ends_at == ahead.ends_at
    assert "checked against the limits of the psychiatric clinic" in str(ahead.working)
    assert ahead.working.__plain__()[-1]["area"] == "psychiatric clinic"
    assert str(ahead).startswith(told[0])


def test_without_a_pump_a_time_is_met_exactly():
    paused = start_infusion(planned(pump=None)).pause(at="20 min")
    assert paused.resuming(at="30 min", finish_in="35 min").rate.exact == "600/7 mL/h"
    assert paused.resuming(at="30 min", rate="85.7 mL/h").rate.exact == "85.7 mL/h"
    assert str(paused.resuming(at="30 min", finish_in="25 min")).startswith("120 mL/h for 25 min")


def test_a_time_is_rounded_once_at_the_pump_s_step():
    """50 mL in 35 min are 85.71 mL/h: 86 at the step, 34.88 min."""
    ahead = start_infusion(planned()).pause(at="20 min").resuming(at="30 min", finish_in="35 min")
    assert ahead.rate == FlowRate("86 mL/h")
    assert ahead.time_left.value * 86 == 50
    assert ahead.finish_in == Duration("35 min")


# 35 mg in 100 mL at 70 kg: 1 mg/kg/h are 200 mL/h, 1.5 mg/kg/h are 300 mL/h.
@pytest.mark.parametrize(("rate", "severity"), [("200 mL/h", []), ("201 mL/h", ["CAUTION"]), ("300 mL/h", ["CAUTION"])])
def test_a_faster_rate_is_judged_exactly(rate, severity):
    run = start_infusion(planned(over="60 min")).change_rate(rate, at="30 min")
    assert [each.value for each in found(run, "per_weight_rate.high")] == severity


def test_past_a_hard_limit_only_with_an_override_that_is_kept():
    started = start_infusion(planned(over="60 min"))
    assert stops(lambda: started.change_rate("301 mL/h", at="30 min")) == {"per_weight_rate.high"}
    assert stops(lambda: started.pause(at="30 min").resume(at="31 min", rate="301 mL/h")) == {"per_weight_rate.high"}
    assert stops(lambda: started.pause(at="30 min").resuming(at="31 min", finish_in="9 min")) == {"per_weight_rate.high"}
    run = started.change_rate("301 mL/h", at="30 min", overrides=override("per_weight_rate.high"))
    (kept_finding,) = [each for each in run.findings if each.code == "per_weight_rate.high"]
    assert kept_finding.overridden.by == "A. Doctor"
    assert run.pause(at="31 min").resume(at="32 min").rate == FlowRate("301 mL/h")  # the same rate says nothing new
    assert run.stop(at="31 min").findings.count(kept_finding) == 1  # it was run
    assert pickle.loads(pickle.dumps(run)) == run


def test_no_override_passes_a_wall():
    """4.5 mg/kg/h binds where the pump runs for more than an hour: here 900 mL/h."""
    started = start_infusion(planned(over="100 min"))
    everything = override("per_weight_rate.high", "duration.low", "duration.high")
    assert started.change_rate("900 mL/h", at="90 min", overrides=everything).rate == FlowRate("900 mL/h")
    with pytest.raises(LimitError, match="outer wall"):
        started.change_rate("901 mL/h", at="90 min", overrides=everything)


def test_a_slower_rate_is_not_refused_though_it_is_still_past_a_limit():
    high = override("per_weight_rate.high")
    run = start_infusion(planned("0.8 mg/kg", "25 min", overrides=(high,))).change_rate("200 mL/h", at="5 min")
    assert found(run, "per_weight_rate.high") == [Severity.STOP, Severity.CAUTION]  # as ordered, and from now on


# 50 mL are left after 20 min: at 30 mL/h for 100 min, 120 min in all.
def test_a_slower_rate_may_take_too_long():
    started = start_infusion(planned())
    assert found(started.change_rate("38 mL/h", at="20 min"), "duration.high") == []
    assert found(started.change_rate("37 mL/h", at="20 min"), "duration.high") == [Severity.CAUTION]
    assert found(started.change_rate("30 mL/h", at="20 min"), "duration.high") == [Severity.CAUTION]
    run = started.change_rate("29 mL/h", at="20 min")  # past the hard limit, and never refused: it is slower than before
    assert found(run, "duration.high") == [Severity.CAUTION]
    assert "the hard limit" in run.findings[-1].message
    assert found(run.change_rate("75 mL/h", at="30 min"), "duration.high") == []  # that end is not coming any more
    assert found(run.stop(at="30 min"), "duration.high") == []


def test_what_ran_for_longer_than_it_may_can_still_be_finished():
    """After 20 min at 150 and 100 min at 29 mL/h exactly 120 min have run, which no rate can make shorter."""
    high = override("duration.high")
    run = start_infusion(planned()).change_rate("29 mL/h", at="20 min", overrides=high).pause(at="120 min")
    ahead = run.resuming(at="130 min", finish_in="2 min", overrides=high)
    assert ahead.rate == FlowRate("50 mL/h")
    assert found(ahead, "duration.high") == [Severity.STOP]


def test_a_pause_does_not_count_as_running_but_the_bag_grows_old():
    """40 min of running; resumed after 40 min the bag is empty after 60 min, after 41 min after 61 min."""
    paused = start_infusion(planned(product=kept("1 h"))).pause(at="20 min")
    assert found(paused.resume(at="40 min"), "bag.late") == []
    late = paused.resume(at="41 min")
    assert found(late, "bag.late") == [Severity.CAUTION]
    assert late.duration == Duration("40 min")
    assert "ends after 61 min; the bag may be used for 60 min" in late.findings[-1].message
    assert found(paused.resuming(at="41 min"), "bag.late") == [Severity.CAUTION]
    assert found(late.change_rate("300 mL/h", at="42 min", overrides=override("duration.low")), "bag.late") == []
    assert found(start_infusion(planned(product=kept("40 min"))).pause(at="20 min"), "bag.late") == []


def test_a_limit_on_the_dose_may_bind_because_of_the_new_time():
    """Emergency suicidality: more than 0.2 mg/kg in 30 min only as slowly as 0.5 mg/kg in 30 min, which is 200 mL/h."""
    started = start_infusion(planned(area="emergency suicidality"))
    assert stops(lambda: started.change_rate("225 mL/h", at="10 min")) == {"per_weight.high"}
    assert stops(lambda: started.change_rate("201 mL/h", at="10 min")) == {"per_weight.high"}
    assert found(started.change_rate("200 mL/h", at="10 min"), "per_weight.high") == []


def test_where_no_rate_is_limited_the_shortest_time_of_the_whole_dose_is():
    """Emergency analgesia, 0.3 mg/kg over 15 min: 400 mL/h; at 1,200 mL/h the whole dose would take 5 min."""
    started = start_infusion(planned("0.3 mg/kg", "15 min", "emergency analgesia"))
    assert found(started.change_rate("1200 mL/h", at="14 min"), "duration.low") == [Severity.CAUTION] * 2
    assert stops(lambda: started.change_rate("1201 mL/h", at="14 min")) == {"duration.low"}
    slow = started.change_rate("300 mL/h", at="14 min").change_rate("400 mL/h", at="15 min")
    assert found(slow, "duration.low") == []
    with pytest.raises(LimitError, match=r"at the ordered rate the whole dose's duration 4\.99"):
        started.change_rate("1201 mL/h", at="14 min")


CLINIC, FAST = "psychiatric clinic", override("per_weight_rate.high")


@pytest.mark.parametrize(
    ("plan", "at", "finish_in", "rate", "why"),
    [
        # 51 mL are left in 100 min: 30.6 mL/h; 28 mL/h at a step of 7 would end after 129 min, 35 mL/h after 107 min
        (("0.5 mg/kg", "40 min", CLINIC, "7 mL/h"), "20 min", "100 min", "35 mL/h", "the longest duration of 120 min"),
        # 156 mL/h at a step of 13; 97.4 mL are left in 1 min: 5,844 mL/h, where 5,850 mL/h would end before 2 min
        (("0.1 mg/kg", "40 min", CLINIC, "13 mL/h"), "1 min", "1 min", "5837 mL/h", "the shortest duration of 2 min"),
        # 408 mL/h at a step of 17; 32 mL are left in 96 s: 1,200 mL/h, where 1,207 mL/h gave the whole bag in under 5 min
        (
            ("0.3 mg/kg", "15 min", "emergency analgesia", "17 mL/h"),
            "10 min",
            "96 s",
            "1190 mL/h",
            "the shortest duration of 5 min",
        ),
        # 104 mL/h at a step of 8; 48 mL are left in 576 s: 300 mL/h, which are 1.5 mg/kg/h
        (("0.5 mg/kg", "60 min", CLINIC, "8 mL/h"), "30 min", "576 s", "296 mL/h", "the hard limit of 1.5 mg/kg/h"),
        # 50 mL are left in 3 min: 1,000 mL/h, the pump's largest; 1,002 mL/h at a step of 6
        (
            ("0.1 mg/kg", "40 min", CLINIC, "6 mL/h", "1000 mL/h"),
            "20 min",
            "3 min",
            "996 mL/h",
            "the pump's largest rate of 1,000 mL/h",
        ),
        (("0.5 mg/kg", "60 min", CLINIC, "8 mL/h"), "30 min", "600 s", "288 mL/h", ""),
    ],
    ids=["longest", "shortest", "pace", "hard", "largest", "not held"],
)
def test_a_rounding_is_held_within_the_limits(plan, at, finish_in, rate, why):
    ahead = start_infusion(planned(*plan)).pause(at=at).resuming(at="2 h", finish_in=finish_in, overrides=FAST)
    assert ahead.rate == FlowRate(rate)
    held_down = [each.message for each in ahead.findings if each.code == "rounding.held_down"]
    assert bool(held_down) is bool(why)
    assert not why or why in held_down[0]


def test_a_time_that_the_pump_cannot_meet_is_refused():
    paused = start_infusion(planned("0.1 mg/kg", pump="6 mL/h", largest="1000 mL/h")).pause(at="20 min")
    told = refused("rate.too_fast", lambda: paused.resuming(at="30 min", finish_in="179 s"))
    assert "Write at least 3 min" in told
    coarse = start_infusion(planned("0.1 mg/kg", pump="150 mL/h")).pause(at="20 min")
    refused("rate.too_slow", lambda: coarse.resuming(at="30 min", finish_in="101 min"))


RUN = start_infusion(planned(largest="999 mL/h"))
PAUSED = RUN.pause(at="20 min")
STOPPED = RUN.stop(at="20 min")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: PAUSED.resume(at="20 min"), "the last event was after 20 min"),
        (lambda: PAUSED.resume(at="19 min"), "the last event was after 20 min"),
        (lambda: RUN.change_rate("75 mL/h", at="10 min").change_rate("80 mL/h", at="9 min"), "the last event was after 10 min"),
        (lambda: RUN.pause(at="40 min"), "the bag was empty after 40 min"),
        (lambda: RUN.change_rate("75 mL/h", at="41 min"), "the bag was empty after 40 min"),
        (lambda: RUN.stop(at="40.1 min"), "the bag was empty after 40 min"),
        (lambda: PAUSED.pause(at="21 min"), "the infusion is paused"),
        (lambda: PAUSED.change_rate("75 mL/h", at="21 min"), "the infusion is paused"),
        (lambda: RUN.resume(at="21 min"), "the infusion runs"),
        (lambda: RUN.resuming(at="21 min"), "the infusion runs"),
        (lambda: STOPPED.resume(at="21 min"), "was stopped after 20 min"),
        (lambda: STOPPED.stop(at="21 min"), "was stopped after 20 min"),
        (lambda: PAUSED.stop(at="30 min").resume(at="31 min"), "was stopped after 30 min"),
        (lambda: PAUSED.resume(at="21 min", rate="75 mL/h", finish_in="20 min"), "both given"),
        (lambda: Event(EventKind.PAUSED, Duration("1 min"), FlowRate("75 mL/h")), "has no rate"),
        (lambda: Event(EventKind.STOPPED, Duration("1 min"), finish_in=Duration("5 min")), "has no rate"),
        (lambda: Event(EventKind.RATE_CHANGED, Duration("1 min")), "needs the new rate"),
    ],
)
def test_what_cannot_have_happened_is_refused(call, words):
    assert words in refused("running.event", call)


def test_the_very_end_can_be_told_and_nothing_later():
    assert RUN.stop(at="40 min").at("40 min").volume_left.exact == "0 mL"
    assert RUN.at("40 min").time_left is None
    assert "at most 40 min" in refused("infusion.elapsed", lambda: RUN.at("40.1 min"))


@pytest.mark.parametrize(
    ("rate", "fix"),
    [
        ("75.5 mL/h", "Write 75 mL/h or 76 mL/h."),
        ("0.4 mL/h", "Write 1 mL/h."),
        ("1000 mL/h", "Write 999 mL/h."),
        ("998.5 mL/h", "Write 998 mL/h or 999 mL/h."),
    ],
)
def test_a_rate_is_never_rounded_silently(rate, fix):
    assert fix in refused("running.rate", lambda: RUN.change_rate(rate, at="5 min"))
    assert fix in refused("running.rate", lambda: PAUSED.resume(rate=rate, at="25 min"))


def test_the_pump_s_largest_rate_may_lie_between_its_steps():
    unbounded = start_infusion(planned(pump="6 mL/h"))
    assert "Write 996 mL/h or 1002 mL/h." in refused("running.rate", lambda: unbounded.change_rate("999 mL/h", at="5 min"))
    run = start_infusion(planned(pump="6 mL/h", largest="1000 mL/h"))
    assert "Write 996 mL/h." in refused("running.rate", lambda: run.change_rate("999 mL/h", at="5 min"))


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("argument.type", lambda: start_infusion(None)),
        ("argument.type", lambda: Running(planned(), [])),
        ("argument.type", lambda: Running(planned(), ("paused",))),
        ("record.hollow", lambda: start_infusion(object.__new__(kd.Infusion))),
        ("argument.type", lambda: Event("paused", Duration("1 min"))),
        ("argument.type", lambda: Event(EventKind.PAUSED, "1 min")),
        ("argument.type", lambda: Event(EventKind.PAUSED, None)),
        ("argument.type", lambda: Event(EventKind.RESUMED, Duration("1 min"), rate="75 mL/h")),
        ("argument.type", lambda: RUN.change_rate("75 mL/h", at="1 min", overrides="all")),
        ("measure.bare_number", lambda: RUN.change_rate(75, at="1 min")),
        ("measure.bare_number", lambda: RUN.pause(at=20)),
        ("measure.not_positive", lambda: RUN.pause(at="0 min")),
        ("measure.missing", lambda: RUN.at(None)),
        ("measure.unit", lambda: RUN.change_rate("75 mg/h", at="1 min")),
    ],
)
def test_other_arguments_are_refused(code, call):
    refused(code, call)


def test_what_was_edited_is_refused():
    run = RUN.pause(at="10 min").resume(at="20 min", finish_in="40 min")
    assert attrs.evolve(run) == run
    refused("running.event", lambda: attrs.evolve(run, events=run.events[::-1]))
    refused("record.disagrees", lambda: attrs.evolve(run, infusion=attrs.evolve(run.infusion, findings=())))
    assert stops(lambda: Running(run.infusion, (Event(EventKind.RATE_CHANGED, Duration("1 min"), FlowRate("301 mL/h")),)))
    state, ahead = run.at("30 min"), PAUSED.resuming(at="30 min")
    for field, other in (("volume", Volume("1 mL")), ("amount", Amount("1 mg")), ("volume_left", Volume("1 mL"))):
        refused("record.disagrees", lambda field=field, other=other: attrs.evolve(state, **{field: other}))
    for field, other in (("time_left", Duration("1 min")), ("ends_at", Duration("1 min")), ("rate", FlowRate("1 mL/h"))):
        refused("record.disagrees", lambda field=field, other=other: attrs.evolve(ahead, **{field: other}))


@pytest.mark.parametrize(
    "record",
    [RUN, PAUSED, STOPPED, PAUSED.resume(at="30 min", finish_in="30 min"), PAUSED.resuming(at="30 min"), PAUSED.at("30 min")],
)
def test_the_records_go_out_and_come_back_whole(record):
    again = pickle.loads(pickle.dumps(record))
    assert again == record
    assert hash(again) == hash(record)
    plain_data = record.to_dict()
    assert json.loads(json.dumps(plain_data)) == plain_data


def test_the_plain_record_tells_what_was_ordered_and_what_follows():
    plain_data = PAUSED.resume(at="30 min", finish_in="30 min").to_dict()
    assert [each["kind"] for each in plain_data["events"]] == ["paused", "resumed"]
    assert plain_data["events"][1]["finish_in"]["text"] == "30 min"
    assert plain_data["events"][1]["rate"] is None
    assert (plain_data["rate"]["exact"], plain_data["ends_at"]["text"]) == ("100", "60 min")
    assert plain_data["duration_deviation"]["text"] == "+25 %"
    assert PAUSED.to_dict()["ends_at"] is None
    assert PAUSED.at("30 min").findings == PAUSED.findings
    assert plain_data["findings"][0]["code"] == "age.unknown"
