"""When benefit begins, is greatest and is lost again, as each source found it: facts, no promise to a person."""

from __future__ import annotations

import attrs

from ketadose.evidence import Citation
from ketadose.model.complete import Span, cite, need, read_span, refuse, say, spelled, words
from ketadose.model.screening import Clock
from ketadose.records import Record, read_text
from ketadose.terms import Drug, Route, Word


class End(Word):
    """What the last time of a course means: sources that followed people for a week cannot say when an effect is lost."""

    SEEN = "still there at"
    LOST = "no longer found by"
    MEDIAN = "lost after a median of"


@attrs.define(init=False, frozen=True)
class TimeCourse(Record):
    """How one benefit runs over time in one source.

    `onset` is by when the source first found it, `peak` when it was greatest, `lasts` how long it went on, and `end` in which
    of three senses. Times are text, a Duration, or a pair of them for a span, counted `clock`; None where the source does not
    say. `share` is in whom, in words. `drugs` and `routes` are those studied, `routes` empty where the source names none.

    Raises `KetadoseError` "screening.form" for a record without a time, with a span that falls, or that lasts without an end
    or ends without lasting; or a "measure." code.

    >>> from ketadose.evidence import Citation, sources
    >>> print(
    ...     TimeCourse(
    ...         "relief of anxiety",
    ...         "single ascending doses, no control",
    ...         Citation(sources.GLUE_2017, "abstract"),
    ...         (Drug.KETAMINE,),
    ...         (Route.SUBCUTANEOUS,),
    ...         onset="1 h",
    ...         lasts="7 d",
    ...         end=End.SEEN,
    ...     )
    ... )
    relief of anxiety: onset 60 min, still there at 7 days; single ascending doses, no control
    """

    what: str
    says: str
    citation: Citation
    drugs: tuple[Drug, ...]
    routes: tuple[Route, ...]
    onset: Span | None
    peak: Span | None
    lasts: Span | None
    end: End | None
    clock: Clock
    share: str

    def __init__(
        self,
        what: str,
        says: str,
        citation: Citation,
        drugs: tuple[Drug, ...],
        routes: tuple[Route, ...] = (),
        *,
        onset: object = None,
        peak: object = None,
        lasts: object = None,
        end: End | None = None,
        clock: Clock = Clock.UNSAID,
        share: str = "",
    ) -> None:
        say(what, "what")
        say(says, "says")
        cite(citation)
        words(drugs, Drug, "drugs")
        words(routes, Route, "routes", empty=True)
        need(clock, Clock, "clock")
        times = (read_span(onset, "onset"), read_span(peak, "peak"), read_span(lasts, "lasts"))
        if not any(times):
            refuse("times", None, "an onset, a peak or how long it lasts")
        if type(end) not in {End, type(None)} or (end is None) is not (times[-1] is None):
            refuse("end", end, "in which sense it lasts, and only where it does")
        self.__attrs_init__(what, says, citation, drugs, routes, *times, end, clock, read_text(share, "share"))

    def __str__(self) -> str:
        last = self.end.value if self.end else ""
        named = (("onset", self.onset), ("peak", self.peak), (last, self.lasts))
        times = ", ".join(f"{name} {in_words(span)}" for name, span in named if span is not None)
        return f"{self.what}: {'; '.join(part for part in (times, self.share, self.says) if part)}"


def in_words(span: Span) -> str:
    """A span of a time course in minutes, hours or days: "10 to 12 days".

    >>> from ketadose.measures import Duration
    >>> in_words((Duration("10 d"), Duration("12 d"))), in_words((Duration("1 d"), Duration("7 d")))
    ('10 to 12 days', '24 h to 7 days')
    """
    low, high = (spelled(each) for each in span)
    if low == high:
        return low
    number, _, unit = low.rpartition(" ")
    return f"{number if unit == high.rpartition(' ')[-1] else low} to {high}"
