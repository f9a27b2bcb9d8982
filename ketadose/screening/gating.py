"""Gates of the day as items: readings against each source's values and the site's, times to keep, yes and no."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from ketadose.catalog import day_of_session
from ketadose.evidence import Citation, Standing
from ketadose.findings import Finding
from ketadose.measures import Duration
from ketadose.model.complete import spelled
from ketadose.model.gates import Comparison, Gate, GateKind, Joined, Side, Vital, When
from ketadose.planning.clock import later
from ketadose.screening.policy import NONE, Day, SitePolicy
from ketadose.screening.signs import Readings, Vitals, latest
from ketadose.screening.verdict import HOLDS, Answer, Item, Reply, clock, combine, elapsed
from ketadose.terms import CareArea, Drug, Route, Severity

_SIGNS = frozenset({GateKind.BLOOD_PRESSURE, GateKind.VITAL_SIGNS})
_SET = "the site sets its own: SitePolicy({}=...)"


@attrs.define(slots=True, frozen=True)
class Facts:
    """What gates are judged by: the moment, the readings that still count and those too old, the day and the site's policy.

    `zone` is where the clock of the day of the moment hangs; None where readings need not be of that day.
    """

    at: datetime.datetime
    vitals: tuple[Vitals, ...]
    day: Day
    policy: SitePolicy
    zone: datetime.tzinfo | None = None

    @property
    def readings(self) -> Readings:
        """The latest reading of each sign that still counts."""
        return {vital: said for vital, said in latest(self.vitals).items() if not self.old(said[1])}

    def old(self, moment: datetime.datetime) -> str:
        """Why a reading of this moment no longer counts: too old for the site, or of another day; empty where it counts."""
        within = self.policy.readings_within
        if within is not None and elapsed(moment, self.at) > within.value:
            return f"more than {spelled(within)}"
        same = self.zone is None or moment.astimezone(self.zone).date() == self.at.astimezone(self.zone).date()
        return "" if same else "on another day"


def gates_for(drug: Drug, route: Route, area: CareArea, when: When) -> tuple[Gate, ...]:
    """The gates of every source for this drug by this route in this care area, before the dose or after it."""
    return tuple(
        gate
        for gate in day_of_session.ALL
        if gate.when is when
        and drug in gate.drugs
        and (not gate.routes or route in gate.routes)
        and (not gate.areas or area in gate.areas)
    )


def words_of(gate: Gate) -> str:
    """What a gate asks, with its place and whose judgement it is."""
    where = f" ({gate.where})" if gate.where else ""
    ours = f" ({Standing.OURS.value})" if gate.citation.source.standing is Standing.OURS else ""
    return f"{gate}{where}{ours}"


def about_signs(gates: tuple[Gate, ...], facts: Facts) -> Iterator[Item]:
    """One item for each source with values, the site's own, what neither has a value for, and the age of the readings."""
    own = [gate for gate in gates if gate.kind in _SIGNS]
    for gate in own:
        if gate.compares:
            yield _compared(gate, facts)
    yield from by_the_site(facts)
    yield from _unset(own, facts)
    yield from _unjudged(own, facts)
    yield from _ages(facts)


def _compared(gate: Gate, facts: Facts) -> Item:
    """A source's values: a reading beyond one of them holds, unless they are only a guide and the site has its own value."""
    guide = gate.advice not in HOLDS
    states = [(each, _state(each, facts, guide)) for each in gate.compares]
    beyond, missing = ([each for each, state in states if state == wanted] for wanted in ("beyond", "missing"))
    answer = Answer.HOLD if beyond else Answer.UNKNOWN if missing else Answer.PASS
    unsaid = f"; {Joined.UNSAID.value}, so one is enough here" if gate.joined is Joined.UNSAID and beyond else ""
    told = [f"{_reading(each.vital, facts)}: {each if state == 'beyond' else _inside(each, state)}" for each, state in states]
    limits = ", ".join(
        f"{each.vital.value} not {each.side.value} {each.value} {each.vital.unit}" for each in (*beyond, *missing)
    )
    decided = f', or a site policy with its own value, or Weighed("{gate.code}", by, reason)'
    weighing = guide and bool(beyond)
    to_pass = f"a reading of {limits}{decided if weighing else ''}" if answer is not Answer.PASS else ""
    why = f"{'; '.join(told)}{unsaid}"
    return Item(
        gate.code, words_of(gate), answer, why, to_pass, (gate.citation,), weighing, _looser(gate, states, facts.policy)
    )


def _state(each: Comparison, facts: Facts, guide: bool) -> str:
    if guide and facts.policy.bound(each.vital, each.side) is not None:
        return "decided"
    reading = facts.readings.get(each.vital)
    return "missing" if reading is None else "beyond" if _beyond(reading[0], each.side, each.value) else "inside"


def _beyond(reading: int, side: Side, value: int) -> bool:
    """Past the value, which itself is inside."""
    return reading > value if side is Side.ABOVE else reading < value


def _inside(each: Comparison, state: str) -> str:
    words = {"decided": "the site's own value decides", "missing": "not known", "inside": f"not {each.side.value} {each.value}"}
    return words[state]


def _reading(vital: Vital, facts: Facts) -> str:
    said = facts.readings.get(vital)
    return vital.value if said is None else f"{vital.value} {said[0]} {vital.unit}"


def _looser(gate: Gate, states: list[tuple[Comparison, str]], policy: SitePolicy) -> tuple[Finding, ...]:
    """A CAUTION for each value of the site that lets more pass than the source's guide."""
    found: tuple[Finding, ...] = ()
    for each, state in states:
        value = policy.bound(each.vital, each.side)
        if state == "decided" and value is not None and _beyond(value, each.side, each.value):
            words = f"{each.vital.value}: the site's {value} {each.vital.unit} is looser than the source's {each.value}"
            found += (Finding("readiness.looser", Severity.CAUTION, f"{gate.code}: {words}", gate.citation),)
    return found


def by_the_site(facts: Facts) -> Iterator[Item]:
    """The site's own values, sign by sign."""
    for vital in Vital:
        bounds = [(side, facts.policy.bound(vital, side)) for side in Side]
        set_here = [Comparison(vital, side, value) for side, value in bounds if value is not None]
        if set_here:
            yield _by_the_site(f"site.{vital.name.lower()}", set_here, facts)


def _unset(gates: list[Gate], facts: Facts) -> Iterator[Item]:
    """Blood pressure that neither the site nor a guide has a highest value for."""
    for vital in (Vital.SYSTOLIC, Vital.DIASTOLIC):
        guided = any(each.vital is vital for gate in gates if gate.advice not in HOLDS for each in gate.compares)
        if facts.policy.bound(vital, Side.ABOVE) is None and not guided:
            unset = [gate for gate in gates if gate.site_setting and not gate.compares]
            why = "; ".join(map(words_of, unset)) or "no source here names a value to treat by"
            code, cited = f"site.{vital.name.lower()}_unset", tuple(gate.citation for gate in unset)
            yield Item(code, vital.value, Answer.UNKNOWN, why, _SET.format("highest_pressure"), cited)


_SIDES = (
    ("lowest_pressure", Vital.SYSTOLIC, Side.BELOW),
    ("lowest_pressure", Vital.DIASTOLIC, Side.BELOW),
    ("lowest_heart_rate", Vital.HEART_RATE, Side.BELOW),
    ("highest_heart_rate", Vital.HEART_RATE, Side.ABOVE),
    ("lowest_respiratory_rate", Vital.RESPIRATORY_RATE, Side.BELOW),
    ("highest_respiratory_rate", Vital.RESPIRATORY_RATE, Side.ABOVE),
)
"""The sides of each sign that the site may set, but for the highest pressure, which has items of its own."""


def _unjudged(gates: list[Gate], facts: Facts) -> Iterator[Item]:
    """One item for every side of a sign that was measured and that no value of a source or of the site judges."""
    judged = {(each.vital, each.side) for gate in gates for each in gate.compares}
    measured = latest(facts.vitals)
    missing = [
        (field, f"{vital.value} {side.value} a value")
        for field, vital, side in _SIDES
        if vital in measured and facts.policy.bound(vital, side) is None and (vital, side) not in judged
    ]
    if missing:
        told = ", ".join(words for _, words in missing)
        fields = ", ".join(f"{field}=..." for field in dict.fromkeys(field for field, _ in missing))
        why, to_pass = f"nothing to judge it by: {told}", f"set it in SitePolicy({fields})"
        yield Item("site.unjudged", "every sign that was measured", Answer.UNKNOWN, why, to_pass)


def _by_the_site(code: str, bounds: list[Comparison], facts: Facts) -> Item:
    vital, said = bounds[0].vital, facts.readings.get(bounds[0].vital)
    limits = " or ".join(f"not {each.side.value} {each.value} {vital.unit}" for each in bounds)
    asked, cited = f"{vital.value} {limits}, by the site", (facts.policy.citation,)
    if said is None:
        return Item(code, asked, Answer.UNKNOWN, "not known", f"measure it: {limits}", cited)
    beyond = any(_beyond(said[0], each.side, each.value) for each in bounds)
    answer = Answer.HOLD if beyond else Answer.PASS
    return Item(code, asked, answer, _reading(vital, facts), f"a reading {limits}" if beyond else "", cited)


def _ages(facts: Facts) -> Iterator[Item]:
    """How old each latest reading is: too old, or of another day, is unknown; where the site sets no age, a NOTE tells it."""
    within = facts.policy.readings_within
    for vital, (_, moment) in latest(facts.vitals).items():
        age = Duration.of(elapsed(moment, facts.at), "h") if elapsed(moment, facts.at) else None
        told = f"measured {spelled(age) if age else '0 min'} before"
        code, asked = f"age.{vital.name.lower()}", f"how old the reading is: {vital.value}"
        old = facts.old(moment)
        if old:
            cites = () if within is None else (facts.policy.citation,)
            yield Item(code, asked, Answer.UNKNOWN, f"{told}, {old}", "measure it again", cites)
        elif within is None:
            note = Finding("readiness.reading_age", Severity.NOTE, f"{vital.value}: {told}; the site sets no largest age")
            yield Item(code, asked, Answer.PASS, told, notes=(note,))
        else:
            yield Item(code, asked, Answer.PASS, told, citations=(facts.policy.citation,))


_TIMED = {GateKind.FOOD: "food", GateKind.LIQUID: "liquid", GateKind.NASAL_SPRAYS: "nasal_spray"}


def about_times(gates: tuple[Gate, ...], facts: Facts) -> Iterator[Item]:
    """Time without food, liquid and other nasal sprays: each source's and the site's."""
    for kind, field in _TIMED.items():
        last, own = getattr(facts.day, field), getattr(facts.policy, field)
        mine = [gate for gate in gates if gate.kind is kind]
        for gate in mine:
            if gate.at_least is not None:
                yield _kept(gate.code, words_of(gate), last, gate.at_least, facts.at, gate.citation, field)
        unset = [gate for gate in mine if gate.at_least is None]
        if own is not None:
            asked = f"{kind.value}: at least {spelled(own)}, by the site"
            item = _kept(f"site.{field}", asked, last, own, facts.at, facts.policy.citation, field)
            yield attrs.evolve(item, citations=(*item.citations, *(gate.citation for gate in unset)))
        elif unset:
            why, cited_all = "; ".join(map(words_of, unset)), tuple(gate.citation for gate in unset)
            yield Item(f"site.{field}", kind.value, Answer.UNKNOWN, why, _SET.format(field), cited_all)


def _kept(code: str, asked: str, last: object, least: Duration, at: datetime.datetime, cited: Citation, field: str) -> Item:
    """Whether so much time has passed since the last of something."""
    if last is None:
        return Item(code, asked, Answer.UNKNOWN, "when the last was is not known", f"Day({field}=...)", (cited,))
    if type(last) is not datetime.datetime:
        return Item(code, asked, Answer.PASS, NONE, citations=(cited,))
    passed, since = elapsed(last, at), f"the last was at {clock(last)}"
    if passed >= least.value:
        return Item(code, asked, Answer.PASS, since, citations=(cited,))
    to_pass = f"wait until {clock(later(last, least))}"
    return Item(code, asked, Answer.HOLD, since, to_pass, (cited,))


def about_replies(gates: tuple[Gate, ...], facts: Facts) -> Iterator[Item]:
    """Substances, the assessment and the tests beforehand."""
    policy, day = facts.policy, facts.day
    substances = [gate for gate in gates if gate.kind is GateKind.SUBSTANCES]
    for gate in substances:
        if policy.substances is not False:
            yield replied(gate.code, words_of(gate), day.substances, Reply.NO, "Day(substances=...)", gate.citation)
        else:
            words = f"{gate.code}: the site does not ask; the source does: {gate}"
            note = Finding("readiness.looser", Severity.CAUTION, words, gate.citation)
            yield Item(gate.code, words_of(gate), Answer.PASS, "the site does not ask", "", (gate.citation,), notes=(note,))
    if policy.substances and not substances:
        asked = f"{GateKind.SUBSTANCES.value}, by the site"
        yield replied("site.substances", asked, day.substances, Reply.NO, "Day(substances=...)", policy.citation)
    for gate in gates:
        if gate.kind is GateKind.ASSESSMENT:
            yield replied(gate.code, words_of(gate), day.assessed, Reply.YES, "Day(assessed=...)", gate.citation)
    yield from _tests([gate for gate in gates if gate.kind is GateKind.WORK_UP], facts)


def replied(code: str, asked: str, reply: Reply, wanted: Reply, where: str, cited: Citation | None) -> Item:
    """A question that is answered as it should be, otherwise, or not at all."""
    cites = (cited,) if cited else ()
    if reply is Reply.UNKNOWN:
        return Item(code, asked, Answer.UNKNOWN, "not answered", f"{where}, and the answer is {wanted.value}", cites)
    if reply is wanted:
        return Item(code, asked, Answer.PASS, f"answered {reply.value}", citations=cites)
    return Item(code, asked, Answer.HOLD, f"answered {reply.value}", f"the answer is {wanted.value}", cites)


def _tests(gates: list[Gate], facts: Facts) -> Iterator[Item]:
    """The tests that the site asks for; what sources say of them; unknown where the site has set none."""
    tests, told = facts.policy.tests, dict(facts.day.tests)
    items = [
        replied(f"test.{name}", name, told.get(name, Reply.UNKNOWN), Reply.YES, f'Day(tests={{"{name}": ...}})', None)
        for name in dict.fromkeys((*(tests or ()), *told))
    ]
    yield from items
    for gate in gates:
        if tests is None:
            yield Item(gate.code, words_of(gate), Answer.UNKNOWN, "not set", _SET.format("tests"), (gate.citation,))
        else:
            asked = ", ".join(tests) or "no test"
            answer = combine(item.answer for item in items) if items else Answer.PASS
            to_pass = "" if answer is Answer.PASS else "the tests that the site asks for"
            yield Item(gate.code, words_of(gate), answer, f"the site asks for {asked}", to_pass, (gate.citation,))
