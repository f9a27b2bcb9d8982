"""What happens to an infusion that runs: its rate is changed, it is paused, resumed, stopped."""

from __future__ import annotations

from typing import NoReturn

import attrs

from ketadose.calc.rounding import steps
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Override
from ketadose.measures import Duration, FlowRate
from ketadose.measures.value import make
from ketadose.model.product import Pump
from ketadose.records import Record
from ketadose.terms import Rounding, Word


class EventKind(Word):
    """What was done to the pump."""

    RATE_CHANGED = "rate changed"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"


@attrs.frozen
class Event(Record):
    """What was done, when, and what was ordered with it; what follows from it is derived by the `Running` that holds it.

    `at` is the time that has passed since the start, pauses included. `rate` is an ordered rate, `finish_in` an ordered
    time to finish in; a resumption with neither goes on at the rate before the pause. `overrides` let a STOP pass.

    Raises `KetadoseError`: "argument.type", "running.event" for a rate and a time at once, a change without a rate, or
    either where nothing runs on.
    """

    kind: EventKind
    at: Duration
    rate: FlowRate | None = None
    finish_in: Duration | None = None
    overrides: tuple[Override, ...] = ()

    def __attrs_post_init__(self) -> None:
        kinds = (EventKind, Duration, FlowRate, Duration, tuple)
        given_all: tuple[object, ...] = (self.kind, self.at, self.rate, self.finish_in, self.overrides)
        for given, kind, optional in zip(given_all, kinds, (False, False, True, True, False), strict=True):
            if type(given) is not kind and not (optional and given is None):
                raise KetadoseError(
                    "argument.type", f"{shown(given)} is no part of an event", field="event", received=given, fix=_METHODS
                )
        ordered = (self.rate is not None) + (self.finish_in is not None)
        if ordered > 1:
            refuse("a rate and a time to finish in were both given", self.at, "rate=, or finish_in=, or neither")
        if ordered and self.kind in {EventKind.PAUSED, EventKind.STOPPED}:
            refuse(f"what is {self.kind.value} has no rate", self.at, "Leave out the rate")
        if not ordered and self.kind is EventKind.RATE_CHANGED:
            refuse("a change of the rate needs the new rate", self.at, 'Write rate="75 mL/h"')

    def __str__(self) -> str:
        rate = "" if self.rate is None else f" to {self.rate.in_full()}" if self._changed else f" at {self.rate.in_full()}"
        finish = "" if self.finish_in is None else f" to finish in {self.finish_in}"
        return f"{self.kind.value}{rate}{finish} after {self.at}"

    @property
    def _changed(self) -> bool:
        return self.kind is EventKind.RATE_CHANGED


_METHODS = "Use the methods of kd.start_infusion(...)"


def refuse(problem: str, at: Duration | None, fix: str) -> NoReturn:
    """The refusal of an event that cannot have happened.

    Raises `KetadoseError` "running.event".
    """
    raise KetadoseError("running.event", problem, field="at", received=None if at is None else at.written or at.exact, fix=fix)


def check_rate(rate: FlowRate, pump: Pump | None) -> FlowRate:
    """The rate, if the pump can be set to it: a multiple of its step and at most its largest rate; never rounded here.

    Raises `KetadoseError` "running.rate", which names the nearest settings.
    """
    if pump is None:
        return rate
    largest, step = pump.largest_rate, pump.step
    if largest is not None and rate > largest:
        _refuse_rate(rate, pump, f"{rate} is above the pump's largest rate of {largest}")
    if rate.value % step.value:
        _refuse_rate(rate, pump, f"the pump's step of {step} does not reach {rate}")
    return rate


def _refuse_rate(rate: FlowRate, pump: Pump, problem: str) -> NoReturn:
    value, step, largest = rate.value, pump.step.value, pump.largest_rate
    counts = [steps(value, step, Rounding.DOWN), steps(value, step, Rounding.UP)]
    if largest is not None:
        most = steps(largest.value, step, Rounding.DOWN)
        counts = [min(count, most) for count in counts]
    near = " or ".join(make(FlowRate, count * step).exact for count in dict.fromkeys(counts) if count)
    raise KetadoseError("running.rate", problem, field="rate", received=rate.written or rate.exact, fix=f"Write {near}")
