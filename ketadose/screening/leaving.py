"""Who goes home with a person, how long the person stays, and what is said of driving: each source's word and the site's."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from ketadose.evidence import Citation
from ketadose.findings import Finding
from ketadose.measures import Duration
from ketadose.model.complete import spelled
from ketadose.model.conduct import Monitoring
from ketadose.model.gates import Gate, GateKind
from ketadose.planning.clock import later
from ketadose.screening.gating import replied, words_of
from ketadose.screening.policy import SitePolicy
from ketadose.screening.verdict import Answer, Item, Reply, clock, elapsed
from ketadose.terms import Severity


def about_escort(gates: tuple[Gate, ...], escort: Reply, policy: SitePolicy, area: str) -> Iterator[Item]:
    """Whether somebody goes home with the person, by each source that asks for it, or by the site where it has decided."""
    asking = [gate for gate in gates if gate.until]
    needed, where = policy.escort, "escort=..."
    for gate in asking:
        if needed is not False or escort is Reply.YES:
            yield replied(gate.code, words_of(gate), escort, Reply.YES, where, gate.citation)
            continue
        words = f"{gate.code}: the site does not need an escort; the source does: {gate}"
        note = Finding(f"{area}.looser", Severity.CAUTION, words, gate.citation)
        yield Item(gate.code, words_of(gate), Answer.PASS, "the site does not need one", "", (gate.citation,), notes=(note,))
    if asking:
        return
    if needed:
        yield replied("site.escort", "an escort, by the site", escort, Reply.YES, where, policy.citation)
    elif needed is False:
        yield Item("site.escort", "an escort", Answer.PASS, "the site does not need one", "", (policy.citation,))
    else:
        asked = "an escort, which no source here asks for"
        item = replied("site.escort", asked, escort, Reply.YES, where, None)
        if item.answer is Answer.PASS:
            yield item
        else:
            yield attrs.evolve(item, answer=Answer.UNKNOWN, to_pass="an escort, or SitePolicy(escort=False)")  # noqa: S106


@attrs.define(slots=True, frozen=True)
class Least:
    """A least time that somebody asks for, counted from a moment; a guide gives way to the site's own."""

    code: str
    asked: str
    time: Duration
    since: datetime.datetime
    citation: Citation
    guide: bool = False

    def judged(self, at: datetime.datetime, own: Duration | None) -> Item:
        """Whether so much time has passed; exactly as much is enough."""
        cites = (self.citation,)
        if self.guide and own is not None:
            words = f"{self.code}: the site's {spelled(own)} is less than the source's {spelled(self.time)}"
            looser = (Finding("discharge.looser", Severity.CAUTION, words, self.citation),) if own < self.time else ()
            return Item(self.code, self.asked, Answer.PASS, "the site's own time decides", "", cites, notes=looser)
        passed = elapsed(self.since, at)
        why = f"counted from {clock(self.since)}"
        if passed >= self.time.value:
            return Item(self.code, self.asked, Answer.PASS, why, citations=cites)
        return Item(self.code, self.asked, Answer.HOLD, why, f"stay until {clock(later(self.since, self.time))}", cites)


def least_times(
    gates: tuple[Gate, ...],
    monitoring: tuple[Monitoring, ...],
    escort: Reply,
    started: datetime.datetime,
    ended: datetime.datetime,
) -> Iterator[Least]:
    """Every source's least time: after the dose, by whether somebody goes home with the person; a regimen's from the start."""
    for gate in gates:
        if gate.kind is GateKind.STAY and gate.at_least is not None:
            yield Least(gate.code, words_of(gate), gate.at_least, ended, gate.citation, gate.site_setting)
    by_source: dict[Citation, list[tuple[Duration, Gate]]] = {}
    for gate in gates:
        if gate.kind is GateKind.ESCORT and gate.at_least is not None:
            by_source.setdefault(gate.citation, []).append((gate.at_least, gate))
    for citation, times in by_source.items():
        in_order = sorted(times, key=lambda each: each[0].value)
        time, gate = in_order[0 if escort is Reply.YES else -1]
        yield Least(gate.code, words_of(gate), time, ended, citation, gate.site_setting)
    for place, watched in enumerate(monitoring, 1):
        if watched.at_least is not None:
            yield Least(f"monitoring.{place}", str(watched), watched.at_least, started, watched.citation)


def about_stay(least: tuple[Least, ...], at: datetime.datetime, ended: datetime.datetime, policy: SitePolicy) -> Iterator[Item]:
    """Each source's least time and the site's; unknown where nobody names one."""
    for each in least:
        yield each.judged(at, policy.stay)
    if policy.stay is not None:
        asked = f"observation afterwards: at least {spelled(policy.stay)}, by the site"
        yield Least("site.stay", asked, policy.stay, ended, policy.citation).judged(at, None)
    elif not least:
        why, to_pass = "no source here names a least time", "the site sets its own: SitePolicy(stay=...)"
        yield Item("site.stay", "observation afterwards", Answer.UNKNOWN, why, to_pass)
