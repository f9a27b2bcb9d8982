"""The time of a running infusion, from one event to the next: what holds in each part, and what ran in."""

from __future__ import annotations

from fractions import Fraction

import attrs

from ketadose import formulas
from ketadose.calc.infusion import Infusion
from ketadose.delivery.events import Event, EventKind, refuse
from ketadose.delivery.resuming import Continuation, Moment, go_on
from ketadose.delivery.windows import Flow
from ketadose.measures import Amount, Duration, FlowRate, Volume
from ketadose.measures.value import make
from ketadose.records import Record
from ketadose.working import Entry, Given, Step

_START = make(Duration, Fraction(0))
_NOTHING = make(Volume, Fraction(0))


@attrs.frozen
class Segment(Record):
    """One part of the time, from one event to the next: the rate (None in a pause) and what ran in."""

    since: Duration
    until: Duration
    rate: FlowRate | None
    volume: Volume
    amount: Amount


@attrs.frozen
class Stretch(Record):
    """What holds from an event on: the pump's setting, whether it runs, and what had run in by then."""

    moment: Moment
    goes: bool
    after: Continuation | None = None

    @property
    def ends_at(self) -> Duration | None:
        """The time since the start at which the bag is empty, if nothing happens; None where nothing runs."""
        if not self.goes:
            return None
        time = formulas.RUNNING_TIME(self.moment.left, self.moment.before)
        return formulas.TIME_SUM(self.moment.at, time.result).result  # type: ignore[no-any-return]

    def steps(self, until: Duration) -> tuple[Step, Step]:
        """How long it ran from here to then, and how much ran in."""
        time = formulas.SPAN(until, self.moment.at)
        return time, formulas.VOLUME_RUN(self.moment.before, time.result)

    def then(self, at: Duration) -> Moment:
        """The infusion at a later moment, if nothing happens in between."""
        if not self.goes:
            return attrs.evolve(self.moment, at=at)
        time, volume = self.steps(at)
        ran = formulas.TIME_SUM(self.moment.ran, time.result).result
        run_in = formulas.VOLUME_SUM(self.moment.volume, volume.result).result
        amount = formulas.AMOUNT_IN(volume.result, self.moment.infusion.concentration).result
        past = (*self.moment.past, Flow(self.moment.at, at, amount))
        return attrs.evolve(self.moment, at=at, ran=ran, volume=run_in, past=past)


def started(infusion: Infusion) -> Stretch:
    """What holds from the start on: the rate that was planned."""
    return Stretch(Moment(infusion, _START, _START, _NOTHING, infusion.rate), True)


def stopped(events: tuple[Event, ...]) -> bool:
    """Whether the last event ended the infusion for good."""
    return bool(events) and events[-1].kind is EventKind.STOPPED


def following(last: Stretch, before: tuple[Event, ...], event: Event) -> Stretch:
    """What holds after an event, which is refused where it cannot have happened."""
    at, kind = event.at, event.kind
    if stopped(before):
        refuse(f"the infusion was stopped after {before[-1].at}", at, "Plan a new infusion")
    if before and at <= last.moment.at:
        refuse(
            f"the last event was after {last.moment.at}", at, "Write events in their order, each with the time since the start"
        )
    end = last.ends_at
    if end is not None and (at > end or (at == end and kind is not EventKind.STOPPED)):
        refuse(f"the bag was empty after {end}", at, f"Write a time before {end}")
    if kind is EventKind.RESUMED and last.goes:
        refuse("the infusion runs, so that it cannot be resumed", at, "Use change_rate")
    if kind in {EventKind.PAUSED, EventKind.RATE_CHANGED} and not last.goes:
        refuse("the infusion is paused", at, "Use resume, with a rate for another one")
    moment = last.then(at)
    if kind in {EventKind.PAUSED, EventKind.STOPPED}:
        return Stretch(moment, False)
    after = go_on(moment, rate=event.rate, finish_in=event.finish_in, overrides=event.overrides)
    return Stretch(attrs.evolve(moment, before=after.rate), True, after)


def parts(stretches: tuple[Stretch, ...], time: Duration) -> tuple[tuple[Segment, ...], tuple[Entry, ...]]:
    """Each part of the time until then, with the steps that lead to what ran in."""
    entries: list[Entry] = [Given("time since the start", time)]
    segments: list[Segment] = []
    for number, stretch in enumerate(stretches, 1):
        moment = stretch.moment
        since, until = moment.at, time if number == len(stretches) else stretches[number].moment.at
        strength, label = moment.infusion.concentration, f"segment {number}, from {since} to {until}"
        if not stretch.goes:
            entries.append(Given(label, "nothing runs"))
            segments.append(Segment(since, until, None, _NOTHING, formulas.AMOUNT_IN(_NOTHING, strength).result))
            continue
        span, volume = stretch.steps(until)
        amount, total = formulas.AMOUNT_IN(volume.result, strength), formulas.VOLUME_SUM(moment.volume, volume.result)
        entries += [Given(label, moment.before), span, volume, amount, total]
        segments.append(Segment(since, until, moment.before, volume.result, amount.result))
    return tuple(segments), tuple(entries)
