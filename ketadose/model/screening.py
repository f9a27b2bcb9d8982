"""What sources say of who should not be treated, what happens to the treated, and what interacts.

Records of facts, each with the words of one source: where sources disagree there are several records of one condition or
one effect, and none of them wins. A page of a clinic can be recorded as saying something; it contraindicates nothing.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from ketadose.evidence import Citation, Standing
from ketadose.model.complete import Span, cite, counts, need, read_code, read_span, refuse, say, told, words
from ketadose.records import Record, read_text
from ketadose.terms import CareArea, Drug, Route, Word


class Time(Word):
    """When a condition counts: what a person has now and what a person ever had are different answers."""

    CURRENT = "current"
    HISTORY = "history"
    RECENT = "recent"
    PLANNED = "planned"
    RISK = "a judgement that it would be a hazard"
    UNSAID = "the source does not say when"


class Advice(Word):
    """What a source says to do, in the source's own class; no class is turned into another."""

    CONTRAINDICATED = "contraindicated"
    DO_NOT_CO_ADMINISTER = "do not co-administer"
    NOT_RECOMMENDED = "not recommended"
    EXCLUDED = "excluded from a study"
    RELATIVE = "relative contraindication"
    WARNING = "warning"
    CAUTION = "caution"
    CONSIDER_STOPPING = "consider stopping"
    CONSIDER_DOSE = "consider another dose"
    MONITOR = "monitor"
    RECOMMENDED = "recommended"
    INSTRUCTION = "instruction"
    NO_OBJECTION = "no reason to avoid or to adjust"


class Clock(Word):
    """From when a source counts onset, peak and duration."""

    DOSE = "from the dose"
    START = "from the start of the infusion"
    END = "from the end of the infusion"
    LAST = "from the last dose of a series"
    UNSAID = "the source does not say from when"


@attrs.frozen
class Condition(Record):
    """Something that a person has, had or plans: a stable code, such as "intracerebral_haemorrhage", and its title.

    Raises `KetadoseError` "screening.form" for a code that is not lower-case words, at most one dot between them.

    >>> print(Condition("hypertension.uncontrolled", "uncontrolled hypertension"))
    uncontrolled hypertension
    """

    code: str
    title: str

    def __attrs_post_init__(self) -> None:
        read_code(self.code, "code")
        say(self.title, "title")

    def __str__(self) -> str:
        return self.title


@attrs.frozen
class Contraindication(Record):
    """What one source says of one condition at one time, for the drugs that the source is about.

    `says` is a paraphrase in our words. `routes` and `areas` are empty where the source does not narrow them; `where` is the
    country or product of a label. `within` (days) or `months` is how recent, where the source gives a window.

    Raises `KetadoseError` "screening.form" for a record that is not complete, for a window that is not of something recent,
    and for a page or a judgement of ours that is said to contraindicate: they may only be "not recommended" and the like.

    >>> from ketadose.evidence import Citation, sources
    >>> event = Condition("cardiovascular_event", "cardiovascular event")
    >>> label = Citation(sources.SPRAVATO_EU, "section 4.3")
    >>> print(
    ...     Contraindication(
    ...         event, Time.RECENT, Advice.CONTRAINDICATED, "infarction included", label, (Drug.ESKETAMINE,), within=42
    ...     )
    ... )
    cardiovascular event (recent, within 42 days): contraindicated; infarction included
    """

    condition: Condition
    time: Time
    advice: Advice
    says: str
    citation: Citation
    drugs: tuple[Drug, ...]
    routes: tuple[Route, ...] = ()
    where: str = ""
    within: int | None = None
    months: int | None = None
    areas: tuple[CareArea, ...] = ()

    def __attrs_post_init__(self) -> None:
        need(self.condition, Condition, "condition")
        need(self.time, Time, "time")
        need(self.advice, Advice, "advice")
        say(self.says, "says")
        cite(self.citation)
        words(self.drugs, Drug, "drugs")
        words(self.routes, Route, "routes", empty=True)
        words(self.areas, CareArea, "areas", empty=True)
        read_text(self.where, "where")
        windows = [window for window in (self.within, self.months) if window is not None]
        if windows and (len(windows) == 2 or not counts(windows[0]) or self.time is not Time.RECENT):
            refuse("within", windows, "one whole number, of days or of months, with Time.RECENT")
        if self.advice is Advice.CONTRAINDICATED and self.citation.source.standing is not Standing.PUBLISHED:
            refuse("advice", self.citation.source.key, "a published source: a page contraindicates nothing")

    @property
    def only_claimed(self) -> bool:
        """Whether this is the claim of a clinic's page and not of a source of facts."""
        return self.citation.source.standing is Standing.PAGE

    def __str__(self) -> str:
        window = f", within {self.within} days" if self.within else f", within {self.months} months" if self.months else ""
        return f"{self.condition} ({self.time.value}{window}): {self.advice.value}; {self.says}"


@attrs.define(init=False, frozen=True)
class SideEffect(Record):
    """One effect as one source reports it: when it begins, is strongest and is over, counted `clock`, and its share.

    Times are text, a Duration, or a pair of them for a span; None where the source does not say. `drugs` and `routes` are
    those of the people in whom it was seen, empty where the source does not say; `share` is how often, in words.
    `serious`: the source calls it so, warns of it, or stopped because of it.

    Raises `KetadoseError` "screening.form" for a record that is not complete or a span that falls, or a "measure." code.

    >>> from ketadose.evidence import Citation, sources
    >>> print(
    ...     SideEffect(
    ...         "raised blood pressure",
    ...         "strongest early",
    ...         Citation(sources.SPRAVATO_US_2021, "blood pressure"),
    ...         (Drug.ESKETAMINE,),
    ...         (Route.INTRANASAL,),
    ...         peak="40 min",
    ...         lasts="4 h",
    ...     )
    ... )
    raised blood pressure: strongest early; peak 40 min, over after 240 min
    """

    effect: str
    says: str
    citation: Citation
    drugs: tuple[Drug, ...]
    routes: tuple[Route, ...]
    serious: bool
    onset: Span | None
    peak: Span | None
    lasts: Span | None
    clock: Clock
    share: str

    def __init__(
        self,
        effect: str,
        says: str,
        citation: Citation,
        drugs: tuple[Drug, ...],
        routes: tuple[Route, ...] = (),
        *,
        serious: bool = False,
        onset: object = None,
        peak: object = None,
        lasts: object = None,
        clock: Clock = Clock.UNSAID,
        share: str = "",
    ) -> None:
        say(effect, "effect")
        say(says, "says")
        cite(citation)
        words(drugs, Drug, "drugs")
        words(routes, Route, "routes", empty=True)
        need(serious, bool, "serious")
        need(clock, Clock, "clock")
        times = (read_span(onset, "onset"), read_span(peak, "peak"), read_span(lasts, "lasts"))
        self.__attrs_init__(effect, says, citation, drugs, routes, serious, *times, clock, read_text(share, "share"))

    def __str__(self) -> str:
        named = (("onset", self.onset), ("peak", self.peak), ("over after", self.lasts))
        times = ", ".join(f"{name} {told(span)}" for name, span in named if span is not None)
        return f"{self.effect}: {'; '.join(part for part in (self.says, times) if part)}"


@attrs.frozen
class Interaction(Record):
    """What one source says of the drug together with other agents; a fact to warn with, never applied to a dose.

    `exposure` and `peak` are exact factors on the area under the curve and on the highest concentration, `magnitude` the same
    in words. `advice` is None where a study measured and advised nothing; then it has a magnitude.

    Raises `KetadoseError` "screening.form" for a record that is not complete.

    >>> from ketadose.evidence import Citation, sources
    >>> print(
    ...     Interaction(
    ...         ("theophylline",),
    ...         "seizures",
    ...         Advice.DO_NOT_CO_ADMINISTER,
    ...         "seizure threshold may fall",
    ...         Citation(sources.KETALAR_LABEL, "7.1"),
    ...         (Drug.KETAMINE,),
    ...     )
    ... )
    theophylline: seizures; do not co-administer; seizure threshold may fall
    """

    agents: tuple[str, ...]
    effect: str
    advice: Advice | None
    says: str
    citation: Citation
    drugs: tuple[Drug, ...]
    routes: tuple[Route, ...] = ()
    magnitude: str = ""
    exposure: Fraction | None = None
    peak: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if type(self.agents) is not tuple or not self.agents:
            refuse("agents", self.agents, "a tuple of names")
        for agent in self.agents:
            say(agent, "agents")
        say(self.effect, "effect")
        say(self.says, "says")
        cite(self.citation)
        words(self.drugs, Drug, "drugs")
        words(self.routes, Route, "routes", empty=True)
        if self.advice is not None:
            need(self.advice, Advice, "advice")
        elif not read_text(self.magnitude, "magnitude"):
            refuse("advice", None, "advice or a magnitude")
        say(self.magnitude or "none", "magnitude")
        for field in ("exposure", "peak"):
            factor = getattr(self, field)
            if factor is not None and (type(factor) is not Fraction or factor <= 0 or not self.magnitude):
                refuse(field, factor, "a Fraction above 0, and the magnitude in words")

    def __str__(self) -> str:
        parts = (self.effect, self.advice.value if self.advice else "", self.says, self.magnitude)
        return f"{', '.join(self.agents)}: {'; '.join(part for part in parts if part)}"
