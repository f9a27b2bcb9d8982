"""Whether a person may leave after a dose: least times, return to baseline, an escort, and what is said of driving."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import attrs

from ketadose.calc.profiles import profile_of
from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.model.gates import Gate, GateKind, Vital, When
from ketadose.model.regimen import Regimen
from ketadose.planning.clock import later
from ketadose.screening.gating import Facts, by_the_site, gates_for, replied, words_of
from ketadose.screening.judged import Judged
from ketadose.screening.leaving import about_escort, about_stay, least_times
from ketadose.screening.policy import NO_POLICY, UNKNOWN_DAY, SitePolicy
from ketadose.screening.signs import Vitals, figure, read_vitals
from ketadose.screening.verdict import Answer, Item, Reply, clock, elapsed, read_kind, read_moment
from ketadose.terms import CareArea, Severity, read_word

_NEAR = {
    Vital.SYSTOLIC: "near_pressure",
    Vital.DIASTOLIC: "near_pressure",
    Vital.HEART_RATE: "near_heart_rate",
    Vital.RESPIRATORY_RATE: "near_respiratory_rate",
}


@attrs.frozen
class Discharge(Judged):
    """A person judged at a moment after a dose, by what is known then: made again whenever the record is made."""

    regimen: Regimen
    area: CareArea
    started: datetime.datetime
    ended: datetime.datetime
    at: datetime.datetime
    vitals: tuple[Vitals, ...] = ()
    baseline: Vitals | None = None
    escort: Reply = Reply.UNKNOWN
    stable: Reply = Reply.UNKNOWN
    advised: Reply = Reply.UNKNOWN
    policy: SitePolicy = NO_POLICY
    items: tuple[Item, ...] = attrs.field(init=False, repr=False, eq=False)
    _area = "discharge"

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "area", profile_of(self.regimen, self.area).area)
        for field in ("escort", "stable", "advised"):
            object.__setattr__(self, field, read_word(Reply, getattr(self, field), field))
        read_kind(self.policy, SitePolicy, "policy")
        read_kind(self.baseline, Vitals, "baseline", optional=True)
        self._check_times()
        object.__setattr__(self, "vitals", read_vitals(self.vitals, self.at))
        object.__setattr__(self, "items", tuple(self._judged()))

    def _check_times(self) -> None:
        for field in ("started", "ended", "at"):
            read_moment(getattr(self, field), field)
        for field, before, after in (("ended", self.started, self.ended), ("at", self.ended, self.at)):
            if elapsed(before, after) < 0:
                _out_of_order(field, f"{clock(after)} is before {clock(before)}")
        if self.baseline is not None and elapsed(self.baseline.at, self.started) < 0:
            _out_of_order("baseline", f"{clock(self.baseline.at)} is after the dose began")

    @property
    def _gates(self) -> tuple[Gate, ...]:
        return gates_for(self.regimen.drug, self.regimen.route, self.area, When.AFTER)

    @property
    def advice(self) -> tuple[Gate, ...]:
        """What sources say of driving and hazardous work: facts, none of which wins."""
        return tuple(gate for gate in self._gates if gate.kind is GateKind.DRIVING)

    def _judged(self) -> Iterator[Item]:
        gates, watched = self._gates, self.regimen.monitoring
        least = tuple(least_times(gates, watched, self.escort, self.started, self.ended))
        yield from about_stay(least, self.at, self.ended, self.policy)
        ends = [(gate.code, words_of(gate), gate.citation) for gate in gates if gate.kind is GateKind.STAY and gate.until]
        ends += [(f"monitoring.{place}", str(each), each.citation) for place, each in enumerate(watched, 1) if each.until]
        for code, asked, citation in ends:
            yield replied(f"{code}.until", asked, self.stable, Reply.YES, "stable=...", citation)
        if not ends:
            asked = "assessed as stable and ready to leave, which no source here asks"
            yield replied("stable", asked, self.stable, Reply.YES, "stable=...", None)
        facts = self._facts
        yield from by_the_site(facts)
        yield from self._about_baseline(facts)
        escorts = tuple(gate for gate in gates if gate.kind is GateKind.ESCORT)
        yield from about_escort(escorts, self.escort, self.policy, self._area)
        yield self._about_driving()

    @property
    def _facts(self) -> Facts:
        """The readings after the dose, of which those that the site calls too old do not count."""
        after = tuple(each for each in self.vitals if elapsed(self.ended, each.at) >= 0)
        return Facts(self.at, after, UNKNOWN_DAY, self.policy)

    def _before(self, vital: Vital) -> int | None:
        """The baseline of a sign; None where it was not measured on the day of the dose, by the clock of its start."""
        taken, started = self.baseline, self.started
        same = taken is not None and taken.at.astimezone(started.tzinfo).date() == started.date()
        return taken.of(vital) if taken is not None and same else None

    def _about_baseline(self, facts: Facts) -> Iterator[Item]:
        """Each sign that was measured, and blood pressure in any case: the latest after the dose beside the baseline."""
        readings = facts.readings
        taken = tuple(each for each in (self.baseline, *facts.vitals) if each is not None)
        for vital, field in _NEAR.items():
            asked, code = f"{vital.value} near the baseline", f"baseline.{vital.name.lower()}"
            before = self._before(vital)
            if field != "near_pressure" and all(each.of(vital) is None for each in taken):
                continue
            near = figure(getattr(self.policy, field))
            missing = [
                words
                for words, known in (
                    ("a baseline reading of the day", before),
                    ("a reading after the dose", readings.get(vital)),
                    (f"the site's tolerance: SitePolicy({field}=...)", near),
                )
                if known is None
            ]
            if before is None or near is None or vital not in readings:
                yield Item(code, asked, Answer.UNKNOWN, "not known", " and ".join(missing))
                continue
            now = readings[vital][0]
            why = f"{now} {vital.unit}, {before} before the dose, at most {near} apart by the site"
            answer = Answer.PASS if abs(now - before) <= near else Answer.HOLD
            to_pass = "" if answer is Answer.PASS else f"a reading from {before - near} to {before + near} {vital.unit}"
            yield Item(code, asked, answer, why, to_pass, (self.policy.citation,))

    def _about_driving(self) -> Item:
        """Whether the person was told of driving and hazardous work, and what each source says of it."""
        told = []
        for gate in self.advice:
            until = f"; until {clock(later(self.ended, gate.at_least))}" if gate.at_least is not None else ""
            told.append(Finding("discharge.advice", Severity.NOTE, f"{words_of(gate)}{until}", gate.citation))
        if not told:
            told.append(
                Finding("discharge.advice", Severity.NOTE, "no source here speaks of driving after this drug and route")
            )
        asked = "told of driving and hazardous work"
        item = replied("driving", asked, self.advised, Reply.YES, "advised=...", None)
        return attrs.evolve(item, citations=tuple(gate.citation for gate in self.advice), notes=tuple(told))

    def __str__(self) -> str:
        return self._summed_up(
            f"leaving at {clock(self.at)}, {self.regimen.drug.value} {self.regimen.route.value} ended at {clock(self.ended)}"
        )

    def __plain__(self) -> dict[str, Any]:
        return {**self._plain("regimen"), "regimen": self.regimen.label, "advice": [str(gate) for gate in self.advice]}


def check_discharge(
    regimen: Regimen,
    vitals: Vitals | tuple[Vitals, ...] | list[Vitals] | None = None,
    *,
    started: datetime.datetime,
    ended: datetime.datetime,
    at: datetime.datetime,
    baseline: Vitals | None = None,
    escort: Reply | str = Reply.UNKNOWN,
    stable: Reply | str = Reply.UNKNOWN,
    advised: Reply | str = Reply.UNKNOWN,
    policy: SitePolicy = NO_POLICY,
    area: CareArea | str | None = None,
) -> Discharge:
    """Pass, hold or unknown for everything that is asked before a person leaves, with what would turn each into a pass.

    `started` and `ended` are when the dose began and ended, `at` the moment that is judged, all with their zones; minutes are
    real minutes. A source's least time counts from the end of the dose, what the regimen itself watches from its start; exactly
    as long is enough. A service's time is a guide that gives way to the site's own, with a CAUTION where that is less; where a
    service has one time with an escort and one without, the longer holds until somebody says that there is one. `vitals` are
    readings, of which the latest after the dose counts, unless it is older than the site allows: beyond a value of the site it
    holds. It is held beside `baseline`, a reading of the day of the dose: how far they may be apart is the site's, unknown
    until it is set, for every sign that was measured. `stable` is whether somebody has assessed the person as the sources ask,
    `escort` whether somebody goes along, `advised` whether the person was told of driving; what sources say of that is listed
    as facts.

    Findings: "discharge.hold" (STOP, told and never raised), "discharge.unknown", "discharge.looser", "discharge.advice".

    Raises `KetadoseError`: "argument.type", "time.unreadable", "readiness.reading" for moments out of order, "word.unknown".

    >>> import ketadose as kd
    >>> from datetime import datetime, UTC
    >>> from ketadose.screening import check_discharge
    >>> nine, ten = (datetime(2026, 1, 5, hour, 0, tzinfo=UTC) for hour in (9, 10))
    >>> leaving = check_discharge(kd.protocols.SPRAVATO_US, started=nine, ended=nine, at=ten, stable="yes")
    >>> leaving.answer.value, leaving.to_pass[0]
    ('hold', 'stay.esketamine: stay until 2026-01-05 11:00+00:00')
    """
    given: tuple[Any, ...] = (regimen, area, started, ended, at, vitals, baseline, escort, stable, advised, policy)
    return Discharge(*given)


def _out_of_order(field: str, problem: str) -> None:
    raise KetadoseError("readiness.reading", problem, field=field, received=problem, fix="Check the times")
