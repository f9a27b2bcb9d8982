"""An infusion that does not go as planned: changed, paused, resumed or stopped, and what was given by when."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.dose import read_overrides
from ketadose.calc.infusion import Infusion
from ketadose.calc.planned import as_planned
from ketadose.delivery.derived import as_derived, filled
from ketadose.delivery.events import Event, EventKind
from ketadose.delivery.resuming import Continuation, Moment
from ketadose.delivery.stretches import Segment, Stretch, following, parts, started, stopped
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding, Override
from ketadose.measures import Amount, Deviation, Duration, FlowRate, PerWeight, Volume
from ketadose.measures.reading import read, read_optional
from ketadose.records import Record, plain, whole
from ketadose.working import Working


@attrs.frozen
class State(Record):
    """A running infusion at a time: what has gone in and what has not, at which rate it runs and for how long yet.

    `running` is False in a pause, after a stop and when the bag is empty; `rate` and `time_left` are None then. `segments`
    tell each part of the time so far; their volumes and amounts add up to `volume` and `amount`.

    Raises `KetadoseError` "record.disagrees" where its own run does not give this at that time, as after an edit.
    """

    run: Running
    elapsed: Duration
    volume: Volume
    amount: Amount
    per_weight: PerWeight
    volume_left: Volume
    amount_left: Amount
    running: bool
    rate: FlowRate | None
    time_left: Duration | None
    segments: tuple[Segment, ...]
    working: Working

    def __attrs_post_init__(self) -> None:
        as_derived(self, lambda: self.run.at(self.elapsed))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What must be known of the infusion and of what was done to it."""
        return self.run.findings

    def __str__(self) -> str:
        told = f"{self.amount} of {self.run.infusion.amount} after {self.elapsed}, {self.volume_left} left"
        return told if self.time_left is None else f"{told} for {self.time_left}"


@attrs.frozen
class Running(Record):
    """An infusion and what happened to it, in order; every method returns a new one, and nothing is ever taken back.

    The dose and the duration stay as they were ordered (`infusion.dose`); `duration` is what the rates now give, without
    pauses, and `duration_deviation` how far that is from the order. `ends_at` is when the bag will be empty. All are None
    while nothing runs. Times are `elapsed` times: real time since the start, pauses included. The events are judged again
    whenever a record is made, so that an edited one is refused.

    Raises `KetadoseError`: "argument.type", "running.event", "running.rate", "record.disagrees"; `LimitError`.
    """

    infusion: Infusion
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)
    """Those of the infusion, of every new rate, and of the end that the last of them leads to."""
    _stretches: tuple[Stretch, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if type(self.infusion) is not Infusion or type(self.events) is not tuple:
            wrong: object = self.events if type(self.infusion) is Infusion else self.infusion
            fix = "Use kd.plan_infusion(...)"
            raise KetadoseError(
                "argument.type", f"{shown(wrong)} is no planned infusion", field="infusion", received=wrong, fix=fix
            )
        as_planned(whole(self.infusion, "infusion"))
        stretches = [started(self.infusion)]
        for number, event in enumerate(self.events):
            if type(event) is not Event:
                raise KetadoseError("argument.type", f"{shown(event)} is no event", field="events", received=event)
            stretches.append(following(stretches[-1], self.events[:number], whole(event, "events")))
        self._fill(tuple(stretches))

    def _fill(self, stretches: tuple[Stretch, ...]) -> None:
        gone_on = [each.after for each in stretches if each.after is not None]
        of_rates = tuple(finding for each in gone_on for finding in each.of_rate)
        of_end = gone_on[-1].of_end if gone_on and not self.stopped else ()
        object.__setattr__(self, "_stretches", stretches)
        object.__setattr__(self, "findings", self.infusion.findings + of_rates + of_end)

    @property
    def stopped(self) -> bool:
        """Whether the infusion was stopped for good."""
        return stopped(self.events)

    @property
    def rate(self) -> FlowRate | None:
        """The rate that the pump runs at after the last event; None in a pause and after a stop."""
        last = self._stretches[-1]
        return last.moment.before if last.goes else None

    @property
    def ends_at(self) -> Duration | None:
        """The elapsed time at which the bag is empty if nothing more happens; None in a pause and after a stop."""
        return self._stretches[-1].ends_at

    @property
    def duration(self) -> Duration | None:
        """How long the pump runs in all, without pauses, if nothing more happens; None in a pause and after a stop."""
        end = self.ends_at
        return None if end is None else self.moment(end).ran

    @property
    def duration_deviation(self) -> Deviation | None:
        """How far that is from the ordered duration, in %."""
        over, duration = self.infusion.dose.regimen.over, self.duration
        return None if duration is None or over is None else formulas.DURATION_DEVIATION(duration, over).result

    def change_rate(self, rate: object, *, at: object, overrides: tuple[Override, ...] | Override = ()) -> Running:
        """The same infusion at another rate in mL/h from then on.

        Hard and soft limits on mg/h, mg/kg/h and on the whole running time judge a rate that is faster; one that is slower
        is never refused: what it is past is a CAUTION. A limit on the dose that binds only because of the new running time
        judges too, and one on what lasts at most a time judges the most that goes in within any such time, before and after.
        A bag that hangs too long, pauses included, is told.

        Findings: "amount_rate.", "per_weight_rate.", "duration.", "amount.", "per_weight.", "bag.late".

        Raises `KetadoseError`: "running.event", "running.rate" and what reading raises; `LimitError`.

        >>> import ketadose as kd
        >>> from ketadose.delivery.running import start_infusion
        >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
        >>> planned = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
        >>> slower = start_infusion(planned).change_rate("75 mL/h", at="20 min")
        >>> print(slower.ends_at, slower.duration_deviation)
        60 min +50 %
        """
        return self._and(EventKind.RATE_CHANGED, at, read(FlowRate, rate, "rate"), None, overrides)

    def pause(self, *, at: object) -> Running:
        """The same infusion, paused: nothing goes in until it is resumed.

        Raises `KetadoseError`: "running.event" and what reading raises.
        """
        return self._and(EventKind.PAUSED, at)

    def resume(
        self, *, at: object, rate: object = None, finish_in: object = None, overrides: tuple[Override, ...] | Override = ()
    ) -> Running:
        """The same infusion, going on after a pause: at the rate before, at another one, or so as to finish in a time.

        Does what `resuming` tells; its limits, findings and errors are those of `change_rate`, and the pump's.
        """
        new, finish = read_optional(FlowRate, rate, "rate"), read_optional(Duration, finish_in, "finish_in")
        return self._and(EventKind.RESUMED, at, new, finish, overrides)

    def stop(self, *, at: object) -> Running:
        """The same infusion, stopped for good: what has not run in is not given.

        Raises `KetadoseError`: "running.event" and what reading raises.
        """
        return self._and(EventKind.STOPPED, at)

    def resuming(
        self, *, at: object, rate: object = None, finish_in: object = None, overrides: tuple[Override, ...] | Override = ()
    ) -> Continuation:
        """What resuming at this time would do, without doing it: the rate, the time left, what is still to come, the limits.

        The rate is the one before the pause, an ordered `rate`, or the one that finishes in `finish_in`, at the pump's
        step. `duration` judges the time that the pump runs in all, `ends_at` how long the bag is in use with every pause.

        Findings: those of `change_rate`, "rounding.held_down", "rounding.coarse".

        Raises `KetadoseError`: "running.event", "running.rate", "rate.too_fast", "rate.too_slow", "rounding.none" and what
        reading raises; `LimitError`.

        >>> import ketadose as kd
        >>> from ketadose.delivery.running import start_infusion
        >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
        >>> planned = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
        >>> paused = start_infusion(planned).pause(at="20 min")
        >>> print(paused.resuming(at="30 min", finish_in="25 min"))
        120 mL/h for 25 min: 17.5 mg of 35 mg, the bag empty after 55 min
        """
        done = self.resume(at=at, rate=rate, finish_in=finish_in, overrides=overrides)
        after: Continuation = done._stretches[-1].after  # type: ignore[assignment]
        return after

    def at(self, elapsed: object) -> State:
        """What has gone in by a time since the start, what has not, and what the pump does then.

        At the time of an event it is what holds after it. Raises `KetadoseError`: a "measure." code; "infusion.elapsed"
        for a time after the bag is empty.

        >>> import ketadose as kd
        >>> from ketadose.delivery.running import start_infusion
        >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
        >>> planned = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
        >>> run = start_infusion(planned).pause(at="10 min").resume(at="15 min", rate="120 mL/h")
        >>> print(run.at("20 min"))
        12.25 mg of 35 mg after 20 min, 65 mL left for 32.5 min
        """
        time = read(Duration, elapsed, "elapsed")
        if self.ends_at is not None and time > self.ends_at:
            raise KetadoseError(
                "infusion.elapsed",
                f"the bag was empty after {self.ends_at}",
                field="elapsed",
                received=elapsed,
                expected=f"at most {self.ends_at}",
            )
        return _state(self, time, self._until(time))

    def moment(self, at: Duration) -> Moment:
        """The infusion at a time that has been read: how long it ran and what ran in."""
        return self._until(at)[-1].then(at)

    def _until(self, at: Duration) -> tuple[Stretch, ...]:
        return tuple(each for each in self._stretches if each.moment.at <= at)

    def _and(
        self,
        kind: EventKind,
        at: object,
        rate: FlowRate | None = None,
        finish_in: Duration | None = None,
        overrides: object = (),
    ) -> Running:
        event = Event(kind, read(Duration, at, "at"), rate, finish_in, read_overrides(overrides))
        stretch = following(self._stretches[-1], self.events, event)
        after = object.__new__(Running)  # what came before was judged when this record was made
        object.__setattr__(after, "infusion", self.infusion)
        object.__setattr__(after, "events", (*self.events, event))
        after._fill((*self._stretches, stretch))
        return after

    def __plain__(self) -> dict[str, Any]:
        derived: dict[str, Any] = {"rate": self.rate, "ends_at": self.ends_at, "duration": self.duration}
        derived["duration_deviation"] = self.duration_deviation
        told = {name: None if each is None else each.__plain__() for name, each in derived.items()}
        return plain(self) | told | {"findings": [finding.__plain__() for finding in self.findings]}

    def __str__(self) -> str:
        told = "; ".join(str(event) for event in self.events) or "as planned"
        end = self.ends_at
        state = "stopped" if self.stopped else "paused" if end is None else f"the bag empty after {end}"
        return f"{self.infusion.dose}: {told}; {state}"


def start_infusion(infusion: Infusion) -> Running:
    """A planned infusion that has been started, to tell what happens to it.

    Raises `KetadoseError`: "argument.type", "record.hollow", "record.disagrees" and "dose.changed" for an edited one.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    >>> planned = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
    >>> run = start_infusion(planned).pause(at="20 min").resume(at="35 min")
    >>> print(run)
    ketamine 35 mg intravenous over 40 min: paused after 20 min; resumed after 35 min; the bag empty after 55 min
    """
    return Running(infusion)


def _state(run: Running, time: Duration, stretches: tuple[Stretch, ...]) -> State:
    infusion, moment = run.infusion, stretches[-1].then(time)
    segments, entries = parts(stretches, time)
    amount = formulas.AMOUNT_IN(moment.volume, infusion.concentration)
    per_weight = formulas.PER_WEIGHT(amount.result, infusion.dose.patient.weight)
    left = formulas.LEFT(infusion.volume_to_infuse, moment.volume)
    amount_left = formulas.AMOUNT_LEFT(infusion.amount, amount.result)
    rate = moment.before if stretches[-1].goes and left.result.value else None
    time_left = None if rate is None else formulas.RUNNING_TIME(left.result, rate)
    ahead = () if time_left is None else (time_left,)
    return filled(
        State,
        run,
        time,
        moment.volume,
        amount.result,
        per_weight.result,
        left.result,
        amount_left.result,
        rate is not None,
        rate,
        None if time_left is None else time_left.result,
        segments,
        Working((*entries, amount, per_weight, left, amount_left, *ahead)),
    )
