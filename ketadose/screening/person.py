"""Screening: what every source says of a person's conditions and medicines, side by side, with three-valued answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import attrs

from ketadose.calc.profiles import profile_of
from ketadose.catalog import contraindications, interactions
from ketadose.catalog.limits import ADULT_FROM, INFANT_BELOW
from ketadose.findings import Finding, exact
from ketadose.model.patient import Patient, read_date
from ketadose.model.regimen import Regimen
from ketadose.model.screening import Advice, Contraindication, Interaction, Time
from ketadose.records import plain
from ketadose.screening.answers import NOTHING, Answers
from ketadose.screening.asked import Asked, Said
from ketadose.screening.judged import Answered
from ketadose.screening.verdict import Reply, Weighed, read_kind, read_weighed, refuse_answer
from ketadose.terms import CareArea, Drug, Route
from ketadose.working import Given, Working

_CHILD, _INFANT = "age.under_18", "age.under_3_months"
_OTHERS = "other medicines"
_AGES = ((_CHILD, ADULT_FROM), (_INFANT, INFANT_BELOW))
_UNNAMED = "no source speaks of it for this drug, route and area: to be weighed"


@attrs.frozen
class Screening(Answered[Asked]):
    """A person's answers against every source for a drug by a route in a care area: judged when the record is made.

    `on` is the day for which it is judged: recent events are counted back from it. `weighed` is what somebody has decided of
    what sources only warn of. `items` has one for the age, one for each condition and agent that a source names, and one for
    each condition that the person has and no source names here.
    """

    patient: Patient | None
    regimen: Regimen
    area: CareArea
    answers: Answers
    on: datetime.date | None = None
    weighed: tuple[Weighed, ...] = ()
    items: tuple[Asked, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        read_kind(self.answers, Answers, "answers")
        read_kind(self.patient, Patient, "patient", optional=True)
        object.__setattr__(self, "area", profile_of(self.regimen, self.area).area)
        object.__setattr__(self, "on", None if self.on is None else read_date(self.on, "on"))
        self._check_dates()
        known = _of_age(self.patient, self.answers)
        items = (_of_adults(self.patient, self.regimen, known), *_asked(self.regimen, self.area, known, self.on))
        decisions = read_weighed(self.weighed, [item.code for item in items])
        object.__setattr__(self, "weighed", decisions)
        object.__setattr__(self, "items", tuple(item.settled(decisions) for item in items))

    def _check_dates(self) -> None:
        for code, day in self.answers.last:
            if self.on is not None and day > self.on:
                refuse_answer("last", day.isoformat(), f"is after the screening: {code}", "Check both dates")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Holds as STOPs, which are told and never raised; unknowns and what is to be weighed as CAUTIONs; claims as NOTEs."""
        return tuple(finding for item in self.items for finding in item.findings)

    @property
    def working(self) -> Working:
        """What was judged, and every item with each of its sources."""
        what = f"{self.regimen.drug.value} {self.regimen.route.value} in {self.area.place}"
        entries = [Given("screened for", what), Given("on", self.on.isoformat() if self.on else "a day that was not said")]
        for item in self.items:
            entries.append(Given(item.code, item.told))
            entries += [Given("  says", str(each), each.fact.citation) for each in item.said]
            entries += [Given("  elsewhere", str(each), each.citation) for each in item.elsewhere]
        return Working(tuple(entries))

    def __str__(self) -> str:
        return self._summed_up(f"{self.regimen.drug.value} {self.regimen.route.value} in {self.area.place}")

    def __plain__(self) -> dict[str, Any]:
        return {
            **plain(self, "regimen"),
            "regimen": self.regimen.label,
            "drug": self.regimen.drug.value,
            "route": self.regimen.route.value,
            "answer": self.answer.value,
            "items": [item.to_dict() for item in self.items],
            "to_pass": list(self.to_pass),
            "findings": [finding.to_dict() for finding in self.findings],
        }


def screen(
    patient: Patient | Answers | object,
    regimen: Regimen,
    answers: Answers | None = None,
    *,
    on: datetime.date | str | None = None,
    area: CareArea | str | None = None,
    weighed: tuple[Weighed, ...] = (),
) -> Screening:
    """Pass, hold or unknown for every condition and agent that a source names for this drug by this route in this care area.

    What a person has, had or plans and no source names here is unknown: it lists what sources say of it for other routes,
    areas and the other drug, and passes only where somebody has weighed it. A person under 18 holds whatever the drug, and an
    age that is not known is unknown, unless the regimen names ages, from one under 18, that include the person (ours).

    `patient` gives the age; a weight alone, None, or the `Answers` themselves do too. `answers` is what is known of the
    person, `on` the day that it is judged for, `area` the care area if it is not the regimen's, and `weighed` what somebody
    has decided of what sources only warn of.

    A source that contraindicates, says not to give it together, does not recommend, or excluded from its study holds where
    its condition applies at the time that it names. Every other class of advice is to be weighed: unknown, until a `Weighed`
    says who did; then it passes with a CAUTION. "No reason to avoid" holds nothing. A page is shown and neither holds nor
    asks to be weighed. What is not answered is unknown, never a pass, even where a source has no objection.

    Findings: "screening.hold", "screening.unknown", "screening.weigh", "screening.weighed", "screening.disagree" where the
    sources of what applies differ in class, "screening.claim". A hold is a STOP that is told and never raised.

    Raises `KetadoseError`: "screening.answer", "argument.type", "word.unknown", "date.unreadable", and what reading the
    patient raises.

    >>> import ketadose as kd
    >>> from ketadose.screening import AGENTS, CODES, Answers, screen
    >>> healthy = Answers(never=CODES, planned={"pregnancy": "no"}, without=AGENTS, others=())
    >>> print(screen(healthy, kd.protocols.SPRAVATO_US))
    pass: esketamine intranasal in the psychiatric clinic: 39 pass, 0 hold, 0 unknown
    >>> missing = Answers(never=set(CODES) - {"psychosis"}, planned={"pregnancy": "no"}, without=AGENTS, others=())
    >>> screen(missing, kd.protocols.SPRAVATO_US).to_pass
    ('psychosis: answer current, and it does not apply',)
    """
    known: tuple[Any, ...] = (patient, NOTHING if answers is None else answers)
    if type(patient) is Answers and answers is None:
        known = (None, patient)
    elif patient is not None and type(patient) is not Patient:
        known = (Patient(patient), known[1])
    given: tuple[Any, ...] = (known[0], regimen, area, known[1], on, weighed)
    return Screening(*given)


def _concerns(fact: Contraindication | Interaction, drug: Drug, route: Route, area: CareArea) -> bool:
    """Whether the source speaks of this drug by this route in this care area."""
    areas = fact.areas if isinstance(fact, Contraindication) else ()
    return drug in fact.drugs and (not fact.routes or route in fact.routes) and (not areas or area in areas)


def _asked(regimen: Regimen, area: CareArea, answers: Answers, on: datetime.date | None) -> Iterator[Asked]:
    """One item for each condition and each agent, in the order of the catalog, and one for what else is taken."""
    about = (regimen.drug, regimen.route, area)
    facts = [fact for fact in contraindications.ALL if _concerns(fact, *about)]
    for condition in contraindications.CONDITIONS:
        own = tuple(fact for fact in facts if fact.condition is condition)
        said = tuple(Said(fact, answers.applies(fact, on), answers.open(fact, on), answers.until(fact)) for fact in own)
        unnamed = _unnamed(condition.code, own, answers)
        if unnamed:
            others = _elsewhere(condition.code, own, regimen.drug)
            told = "; ".join(f"{each.advice.value} ({each.citation.source.key})" for each in others)
            why = f"{_UNNAMED}{'; elsewhere ' if told else ''}{told}"
            yield Asked(condition.code, condition.title, said, why, elsewhere=others)
        elif said:
            yield Asked(condition.code, condition.title, said)
    together = [fact for fact in interactions.ALL if _concerns(fact, *about)]
    for agent in dict.fromkeys(name for fact in together for name in fact.agents):
        reply = answers.agent(agent)
        asks = ("takes or without",) if reply is Reply.UNKNOWN else ()
        yield Asked(agent, agent, tuple(Said(fact, reply, asks) for fact in together if agent in fact.agents))
    for name in (*answers.takes, *(answers.others or ())):
        if name not in {agent for fact in together for agent in fact.agents}:
            yield Asked(name, name, (), "no record names it for this drug by this route: somebody has to look it up")
    if answers.others is None:
        yield Asked(_OTHERS, _OTHERS, (), "not answered", "others")


def _of_age(patient: Patient | None, answers: Answers) -> Answers:
    """The answers with what the age of the patient says; an answer that the age contradicts is refused."""
    if patient is None or patient.age is None:
        return answers
    age = patient.age.value
    known = {code: Reply.YES if age < exact(below.value) else Reply.NO for code, below in _AGES}
    for code, reply in known.items():
        if answers.now(code) not in {reply, Reply.UNKNOWN}:
            refuse_answer("current", code, f"is contradicted by the age of {patient.age}", "Correct one of them")
    current = {**dict(answers.current), **known}
    return attrs.evolve(answers, current=tuple(current.items()))


def _of_adults(patient: Patient | None, regimen: Regimen, answers: Answers) -> Asked:
    """The age, whatever the drug: this project holds who is not an adult, unless the regimen names ages that include them."""
    age, ages = None if patient is None else patient.age, regimen.ages
    named = age is not None and ages is not None and ages.from_age is not None and ages.holds(age)
    young = Reply.YES in {answers.now(code) for code, _ in _AGES}
    reply = Reply.NO if named else Reply.YES if young else answers.now(_CHILD)
    under = next(condition for condition in contraindications.CONDITIONS if condition.code == _CHILD)
    says = "the ages of the regimen include the patient" if named else "the regimen names no such ages"
    fact = Contraindication(under, Time.CURRENT, Advice.NOT_RECOMMENDED, says, ADULT_FROM.citation, (regimen.drug,))
    asks = (f'Patient(age=...), or current "{_CHILD}"',) if reply is Reply.UNKNOWN else ()
    return Asked("age", under.title, (Said(fact, reply, asks),))


def _unnamed(code: str, facts: tuple[Contraindication, ...], answers: Answers) -> bool:
    """Whether the person has, had or plans it, and no source here but a page speaks of that; the age has its own item."""
    times = {fact.time for fact in facts if not fact.only_claimed}
    planned = dict(answers.planned).get(code) is Reply.YES and Time.PLANNED not in times
    had = Reply.YES in {answers.now(code), answers.ever(code)} and not times - {Time.PLANNED}
    return (planned or had) and code not in dict(_AGES)


def _elsewhere(code: str, here: tuple[Contraindication, ...], drug: Drug) -> tuple[Contraindication, ...]:
    """What sources that hold or warn say of it for other routes and areas of the same drug, and then of the other drug."""
    told = [
        fact
        for fact in contraindications.ALL
        if fact.condition.code == code and fact not in here and not fact.only_claimed and fact.advice is not Advice.NO_OBJECTION
    ]
    return tuple(sorted(told, key=lambda fact: drug not in fact.drugs))
