"""What is given, how and when: a drug by a route at a dose, over a time, on a pattern of days, with its source."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Evidence, Source
from ketadose.evidence.sources import CALLER
from ketadose.findings import Finding
from ketadose.measures import Amount, Duration, PerWeight, read, read_optional
from ketadose.records import Record
from ketadose.terms import CareArea, Drug, Route, Severity, read_word
from ketadose.working import Given

DoseLevel = Amount | PerWeight


@attrs.frozen
class DayPattern(Record):
    """The days of a course, day 1 being the first session.

    `within` is the last day that the source allows; `derived` says how the days were found where the source gives only
    their number and span; `ascending` means that session n takes the regimen's n-th dose.
    """

    days: tuple[int, ...]
    citation: Citation
    within: int | None = None
    derived: str = ""
    ascending: bool = False
    shortest_gap: int | None = attrs.field(init=False, repr=False, eq=False)
    """The fewest days from one session to the next; None for a single session."""
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)
    """What must be said of the days whoever the patient is: made once."""
    _most: dict[int, int] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        days = self.days
        whole = bool(days) and all(type(day) is int for day in days)
        if not whole or days[0] != 1 or any(a >= b for a, b in pairwise(days)):
            self._refuse("days that rise from day 1")
        if self.within is not None and days[-1] > self.within:
            self._refuse(f"a last day on or before day {self.within}")
        gaps = [b - a for a, b in pairwise(days)]
        object.__setattr__(self, "shortest_gap", min(gaps, default=None))
        derived = Finding("course.derived", Severity.NOTE, f"the days were derived: {self.derived}", self.citation)
        object.__setattr__(self, "findings", (derived,) if self.derived else ())

    def most_in(self, span: int) -> int:
        """The most sessions in any `span` days in a row."""
        most = self._most.get(span)
        if most is None:
            most = max(sum(first <= day < first + span for day in self.days) for first in self.days)
            self._most[span] = most
        return most

    def shortened(self, sessions: int) -> DayPattern:
        """The first so many days of the pattern."""
        return attrs.evolve(self, days=self.days[:sessions])

    def _refuse(self, expected: str) -> None:
        raise KetadoseError(
            "regimen.pattern", f"{shown(self.days)} is no pattern of days", field="days", received=self.days, expected=expected
        )


@attrs.define(init=False, frozen=True)
class Regimen(Record):
    """A drug by a route at one dose or a choice of doses; published ones are in `kd.protocols`, a caller's own is one line.

    `dose` is an amount per weight ("0.6 mg/kg"), an amount ("56 mg"), or a sequence of them where the source leaves a
    choice. `over` is the duration of an intravenous infusion. `days` is a `DayPattern` or a sequence of day numbers.
    `at_most` caps the amount of a session. `source` is where it comes from; without one the result says that none was named.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "regimen.dose", "regimen.duration", "regimen.pattern".

    >>> import ketadose as kd
    >>> own = kd.Regimen("ketamine", "intravenous", "0.6 mg/kg", over="40 min", source=kd.Source.site("SOP 12"))
    >>> print(kd.calculate_dose("83 kg", own).amount)
    49.8 mg
    """

    drug: Drug
    route: Route
    doses: tuple[DoseLevel, ...]
    over: Duration | None
    days: DayPattern | None
    at_most: Amount | None
    first: tuple[DoseLevel, ...]
    area: CareArea
    citation: Citation
    name: str
    title: str
    evidence: Evidence | None
    remarks: tuple[str, ...]
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)
    """What must be said of the regimen whoever the patient is: made once."""
    given: tuple[Given, ...] = attrs.field(init=False, repr=False, eq=False)
    """The first entry of a working, for each of the doses: made once."""

    def __init__(
        self,
        drug: Drug | str,
        route: Route | str,
        dose: object,
        *,
        over: object = None,
        days: DayPattern | tuple[int, ...] | None = None,
        at_most: object = None,
        first: object = (),
        area: CareArea | str = CareArea.PSYCHIATRIC_CLINIC,
        source: Source | Citation | None = None,
        name: str = "",
        title: str = "",
        evidence: Evidence | None = None,
        remarks: tuple[str, ...] = (),
    ) -> None:
        given_route = read_word(Route, route, "route")
        duration = read_optional(Duration, over, "over")
        if duration is not None and given_route is not Route.INTRAVENOUS:
            raise KetadoseError(
                "regimen.duration",
                f"{given_route.value} doses have no duration",
                field="over",
                received=over,
                fix="Leave out over=, or give the drug intravenously",
            )
        citation = read_citation(source)
        self.__attrs_init__(
            read_word(Drug, drug, "drug"),
            given_route,
            read_doses(dose),
            duration,
            days if days is None or type(days) is DayPattern else _own_days(days, citation),
            read_optional(Amount, at_most, "at_most"),
            read_doses(first) if first else (),
            read_word(CareArea, area, "area"),
            citation,
            _text(name, "name"),
            _text(title, "title"),
            evidence,
            remarks,
        )
        object.__setattr__(self, "findings", self._about())
        object.__setattr__(self, "given", tuple(Given("dose level", dose, citation) for dose in self.doses))

    def _about(self) -> tuple[Finding, ...]:
        found = tuple(Finding("regimen.remark", Severity.NOTE, text, self.citation) for text in self.remarks)
        if self.citation.source is CALLER:
            message = f"the regimen names no document ({CALLER.standing.value})"
            found += (Finding("regimen.unsourced", Severity.NOTE, message),)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        given = {
            a.name: getattr(self, a.name) for a in attrs.fields(type(self)) if a.init and a.name not in {"doses", "citation"}
        }
        return _again, (given | {"dose": self.doses, "source": self.citation},)

    @property
    def label(self) -> str:
        """What to call it on paper: the published name, or "site, unpublished" with its source."""
        return self.name or f"own regimen: {self.citation}"


def read_dose(given: object, field: str = "dose") -> DoseLevel:
    """An amount per weight or an amount: the unit tells which."""
    if type(given) is PerWeight or type(given) is Amount:
        return read(type(given), given, field)
    kind: type[DoseLevel] = PerWeight
    if type(given) is str:
        unit = given.lstrip("0123456789. ")
        if unit in Amount.units.by_text:
            kind = Amount
    elif getattr(given, "units", None) is not None and len(dict(getattr(given, "_units", {}))) == 1:
        kind = Amount
    try:
        return read(kind, given, field)
    except KetadoseError as error:
        error.expected = "a dose such as 0.5 mg/kg (mg/kg or mcg/kg) or 56 mg (mg, g or mcg)"
        raise


def read_doses(given: object) -> tuple[DoseLevel, ...]:
    """One dose or several, all of one kind and rising."""
    several = tuple(given) if isinstance(given, (tuple, list)) else (given,)
    doses = tuple(read_dose(each) for each in several)
    if not doses or len({type(dose) for dose in doses}) != 1 or any(a.value >= b.value for a, b in pairwise(doses)):
        raise KetadoseError(
            "regimen.dose",
            f"{shown(given)} is no choice of doses",
            field="dose",
            received=given,
            expected="doses of one kind, rising",
        )
    return doses


def read_citation(source: object) -> Citation:
    """A citation, a source, or nothing: a figure of the caller's own."""
    if type(source) is Citation:
        return source
    if type(source) is Source:
        return Citation(source, "as given")
    if source is None:
        return Citation(CALLER, "no document named")
    raise KetadoseError(
        "argument.type",
        f"{shown(source)} is not a source",
        field="source",
        received=source,
        fix='Write kd.Source.site("SOP 12")',
    )


def _own_days(days: object, citation: Citation) -> DayPattern:
    if not isinstance(days, (tuple, list)):
        raise KetadoseError(
            "regimen.pattern",
            f"{shown(days)} is no pattern of days",
            field="days",
            received=days,
            expected="such as (1, 4, 8, 11)",
        )
    return DayPattern(tuple(days), citation)


def _text(given: object, field: str) -> str:
    if type(given) is not str or len(given) > 200:
        raise KetadoseError("argument.type", f"{shown(given)} is not a short text", field=field, received=given)
    return given


def _again(given: dict[str, Any]) -> Regimen:
    return Regimen(**given)
