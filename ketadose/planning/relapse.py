"""How long a response lasted in each source, and on which dates that falls: side by side, never merged to one number."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose.catalog import time_courses
from ketadose.errors import KetadoseError, shown
from ketadose.measures import Duration
from ketadose.model.patient import read_date
from ketadose.model.screening import Clock
from ketadose.model.time_course import TimeCourse, in_words
from ketadose.records import Record, plain, whole
from ketadose.terms import Drug, Route, read_word
from ketadose.working import Given, Working

_DAY = Duration("1 d")


def _last(given: object) -> datetime.date:
    return read_date(given, "last")


@attrs.frozen
class Watch(Record):
    """A source's figure of how long a benefit lasted, counted on the calendar from a last session.

    `first` and `until` are the dates of its two ends, the same where it names one time; a part of a day counts to the earlier
    date. It tells when to look, and promises nothing.

    Raises `KetadoseError`: "argument.type" for a time course that does not say how long, "date.unreadable".
    """

    window: TimeCourse
    last: datetime.date = attrs.field(converter=_last)

    def __attrs_post_init__(self) -> None:
        if type(self.window) is not TimeCourse or whole(self.window, "window").lasts is None:
            raise KetadoseError(
                "argument.type",
                f"{shown(str(self.window))} does not say how long a benefit lasts",
                field="window",
                received=str(self.window),
                fix="Use one of relapse_windows()",
            )
        if self._ordinal(-1) > datetime.date.max.toordinal():
            raise KetadoseError(
                "date.unreadable",
                f"{in_words(self._lasts)} after {self.last.isoformat()} is past the calendar",
                field="last",
                received=self.last,
                expected="an earlier date",
            )

    @property
    def _lasts(self) -> tuple[Duration, Duration]:
        return self.window.lasts  # type: ignore[return-value]

    def _ordinal(self, end: int) -> int:
        days = self._lasts[end].value / _DAY.value
        return self.last.toordinal() + days.numerator // days.denominator

    @property
    def first(self) -> datetime.date:
        """The date of the figure, or of the earlier of two."""
        return datetime.date.fromordinal(self._ordinal(0))

    @property
    def until(self) -> datetime.date:
        """The date of the figure, or of the later of two."""
        return datetime.date.fromordinal(self._ordinal(-1))

    @property
    def working(self) -> Working:
        """The last session, the source's figure and the date."""
        window = self.window
        last = Given("last session", self.last.isoformat())
        return Working((last, Given("source says", str(window), window.citation), Given("on the calendar", str(self))))

    def __str__(self) -> str:
        window = self.window
        dates = " to ".join(dict.fromkeys((self.first.isoformat(), self.until.isoformat())))
        sense = window.end.value if window.end is not None else ""
        whom = f", {window.share}" if window.share else ""
        return f"{window.what}: {sense} {in_words(self._lasts)}{whom}: {dates} ({window.citation.source.reference})"

    def __plain__(self) -> dict[str, Any]:
        return {**plain(self), "first": self.first.isoformat(), "until": self.until.isoformat(), "text": str(self)}


def relapse_windows(*, drug: Drug | str | None = None, route: Route | str | None = None) -> tuple[TimeCourse, ...]:
    """The sources' figures of how long a benefit lasts after a dose or a series, each in its own sense.

    Some still found it at a time, some no longer, some say after which median it was lost: `end` tells which. With `drug` or
    `route` only those studied with it; a source that names no route is kept. Figures of people still in treatment are left
    out: nothing was counted from a last session there.

    Raises `KetadoseError` "word.unknown".

    >>> from ketadose.planning.maintenance import relapse_windows
    >>> for window in relapse_windows(drug="ketamine", route="subcutaneous")[:2]:
    ...     print(window)
    relief of depression after one dose: peak 24 h, still there at 7 days; 20 trials; ...
    response in depression after one dose: still there at 7 days; 52.2 % at 24 h, ...
    """
    drugs = None if drug is None else read_word(Drug, drug, "drug")
    routes = None if route is None else read_word(Route, route, "route")
    return tuple(
        each
        for each in time_courses.ALL
        if each.lasts is not None
        and _after_treatment(each)
        and (drugs is None or drugs in each.drugs)
        and (routes is None or not each.routes or routes in each.routes)
    )


def watch_dates(
    last: datetime.date | str, *, drug: Drug | str | None = None, route: Route | str | None = None
) -> tuple[Watch, ...]:
    """The sources' figures as dates counted from the last session, the earliest first: when to look for a relapse.

    `last` is the date of the last session. Days are calendar days; each figure keeps its source's own sense and people, and
    none is chosen. A source that counts from the dose is counted from that session too.

    Raises `KetadoseError`: "date.unreadable", "word.unknown".

    >>> from ketadose.planning.maintenance import watch_dates
    >>> for watch in watch_dates("2026-01-22", drug="ketamine", route="intravenous"):
    ...     if "series" in watch.window.what:
    ...         print(watch.first, watch.window.end.value)
    2026-02-09 lost after a median of
    2026-02-18 lost after a median of
    2026-02-19 still there at
    2026-03-19 still there at
    2026-03-20 lost after a median of
    """
    day = read_date(last, "last")
    watches = [Watch(window, day) for window in relapse_windows(drug=drug, route=route)]
    return tuple(sorted(watches, key=lambda watch: (watch.first, watch.until)))


def _after_treatment(window: TimeCourse) -> bool:
    """Whether the figure is counted from a dose or from the end of a series, and not within a treatment that goes on."""
    return window.clock in {Clock.DOSE, Clock.LAST} or " after " in window.what
