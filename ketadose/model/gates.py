"""What holds on the day of a session: gates before the dose and advice after it, each from one source."""

from __future__ import annotations

import attrs

from ketadose.evidence import Citation, Standing
from ketadose.measures import Duration
from ketadose.measures.reading import read_optional
from ketadose.model.complete import cite, counts, need, read_code, refuse, say, spelled, words
from ketadose.model.screening import Advice
from ketadose.records import Record, read_text
from ketadose.terms import CareArea, Drug, Route, Word


class Vital(Word):
    """A sign that is measured on the day, with its unit."""

    SYSTOLIC = "systolic blood pressure"
    DIASTOLIC = "diastolic blood pressure"
    HEART_RATE = "heart rate"
    RESPIRATORY_RATE = "respiratory rate"

    @property
    def unit(self) -> str:
        """The unit of its readings."""
        return {Vital.HEART_RATE: "beats/min", Vital.RESPIRATORY_RATE: "breaths/min"}.get(self, "mmHg")


class Side(Word):
    """On which side of a comparison value a gate speaks; the value itself is inside."""

    ABOVE = "above"
    BELOW = "below"


class Joined(Word):
    """How several comparisons make one gate."""

    ANY = "any of them"
    UNSAID = "the source does not say whether one or both"


class GateKind(Word):
    """What a gate of the day asks about."""

    BLOOD_PRESSURE = "blood pressure"
    VITAL_SIGNS = "vital signs"
    FOOD = "hours without food"
    LIQUID = "time without liquid"
    NASAL_SPRAYS = "time since another nasal spray"
    SUBSTANCES = "alcohol and benzodiazepines"
    WORK_UP = "tests beforehand"
    ASSESSMENT = "psychiatric assessment"
    STAY = "observation afterwards"
    ESCORT = "escort"
    DRIVING = "driving and hazardous work"


class When(Word):
    """Whether a gate stands before the dose or after it."""

    BEFORE = "before the dose"
    AFTER = "after the dose"


@attrs.frozen
class Comparison(Record):
    """A reading beyond which a gate speaks: the value itself is inside.

    Raises `KetadoseError` "screening.form".

    >>> print(Comparison(Vital.SYSTOLIC, Side.ABOVE, 140))
    systolic blood pressure above 140 mmHg
    """

    vital: Vital
    side: Side
    value: int

    def __attrs_post_init__(self) -> None:
        need(self.vital, Vital, "vital")
        need(self.side, Side, "side")
        if not counts(self.value):
            refuse("value", self.value, "a whole number")

    def __str__(self) -> str:
        return f"{self.vital.value} {self.side.value} {self.value} {self.vital.unit}"


@attrs.define(init=False, frozen=True)
class Gate(Record):
    """What one source asks of the day: readings to compare, a time to keep, or words; `code` is stable.

    `compares` are comparison values and `joined` how they make one gate; `at_least` is a time to wait or to stay, `until` an
    end in words. `site_setting`: the site must set its own policy, and a figure here is advisory. Only a gate whose source
    contraindicates or says not to give `refuses`; every other is weighed.

    Raises `KetadoseError` "screening.form" for a gate that asks nothing and leaves nothing to the site, or that cites a page
    or a judgement of ours as contraindicating; or a "measure." code.

    >>> from ketadose.evidence import Citation, sources
    >>> print(
    ...     Gate(
    ...         "fasting.liquid",
    ...         GateKind.LIQUID,
    ...         When.BEFORE,
    ...         Advice.WARNING,
    ...         "nausea may follow",
    ...         Citation(sources.SPRAVATO_UK, "dosage"),
    ...         (Drug.ESKETAMINE,),
    ...         at_least="30 min",
    ...     )
    ... )
    time without liquid (before the dose): at least 30 min; nausea may follow
    """

    code: str
    kind: GateKind
    when: When
    advice: Advice
    says: str
    citation: Citation
    drugs: tuple[Drug, ...]
    routes: tuple[Route, ...]
    areas: tuple[CareArea, ...]
    where: str
    compares: tuple[Comparison, ...]
    joined: Joined | None
    at_least: Duration | None
    until: str
    site_setting: bool

    def __init__(
        self,
        code: str,
        kind: GateKind,
        when: When,
        advice: Advice,
        says: str,
        citation: Citation,
        drugs: tuple[Drug, ...],
        routes: tuple[Route, ...] = (),
        areas: tuple[CareArea, ...] = (),
        *,
        where: str = "",
        compares: tuple[Comparison, ...] = (),
        joined: Joined | None = None,
        at_least: object = None,
        until: str = "",
        site_setting: bool = False,
    ) -> None:
        read_code(code, "code")
        for field, given, word in (("kind", kind, GateKind), ("when", when, When), ("advice", advice, Advice)):
            need(given, word, field)
        say(says, "says")
        cite(citation)
        words(drugs, Drug, "drugs")
        words(routes, Route, "routes", empty=True)
        words(areas, CareArea, "areas", empty=True)
        read_text(where, "where")
        read_text(until, "until")
        need(site_setting, bool, "site_setting")
        time = read_optional(Duration, at_least, "at_least")
        self.__attrs_init__(
            code, kind, when, advice, says, citation, drugs, routes, areas, where, compares, joined, time, until, site_setting
        )
        self._check()

    def _check(self) -> None:
        if type(self.compares) is not tuple:
            refuse("compares", self.compares, "a tuple of Comparison")
        for each in self.compares:
            need(each, Comparison, "compares")
        if type(self.joined) not in {Joined, type(None)} or (self.joined is None) is not (len(self.compares) < 2):
            refuse("joined", self.joined, "how two comparisons or more make one gate, and only then")
        if not (self.compares or self.at_least or self.until or self.site_setting):
            refuse("gate", self.code, "comparisons, a time, an end in words, or a setting of the site")
        if self.refuses and self.citation.source.standing is not Standing.PUBLISHED:
            refuse("advice", self.citation.source.key, "a published source: a page refuses nobody")

    @property
    def refuses(self) -> bool:
        """Whether the source itself says not to give the drug past this gate."""
        return self.advice is Advice.CONTRAINDICATED

    def __str__(self) -> str:
        asked = ", ".join(
            [
                *map(str, self.compares),
                *([f"at least {spelled(self.at_least)}"] if self.at_least else []),
                *([self.until] if self.until else []),
            ]
        )
        return f"{self.kind.value} ({self.when.value}): {'; '.join(part for part in (asked, self.says) if part)}"
