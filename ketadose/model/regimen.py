"""What is given, how and when: a drug by a route at a dose, over a time, on a pattern of days, with its source."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Evidence, Source, Standing
from ketadose.evidence.sources import CALLER
from ketadose.findings import Finding
from ketadose.measures import Age, Amount, Duration, PerWeight
from ketadose.measures.reading import read, read_optional
from ketadose.records import Record, read_text
from ketadose.terms import CareArea, Drug, Route, Severity, read_word
from ketadose.working import Given

DoseLevel = Amount | PerWeight


def _days(given: Any) -> tuple[Any, ...]:
    return tuple(given) if type(given) in {tuple, list} else (given,)


@attrs.frozen
class AgeRange(Record):
    """The ages that a source doses in this way: from one on, under another; and where it says so."""

    citation: Citation
    from_age: Age | None = None
    under: Age | None = None

    def holds(self, age: Age) -> bool:
        """Whether the age is in the range; `under` itself is outside."""
        return (self.from_age is None or age >= self.from_age) and (self.under is None or age < self.under)

    def __str__(self) -> str:
        parts = [f"from {self.from_age}" if self.from_age else "", f"under {self.under}" if self.under else ""]
        return " and ".join(part for part in parts if part)


@attrs.frozen
class DayPattern(Record):
    """The days of a course, day 1 being the first session.

    `within` is the last day that the source allows; `derived` says how the days were found where the source gives only
    their number and span; `ascending` means that session n takes the regimen's n-th dose.
    """

    days: tuple[int, ...] = attrs.field(converter=_days)
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
        if type(self.citation) is not Citation or type(self.ascending) is not bool:
            self._refuse("days with a citation")
        read_text(self.derived, "derived")
        if self.within is not None and (type(self.within) is not int or days[-1] > self.within):
            self._refuse(f"a last day on or before day {shown(self.within)}")
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
    `at_most` caps the amount of a session. `first` are the doses for the first session where they are fewer, `step` the
    largest change from one session to the next, `ages` the ages that the source doses so. `source` is where it comes
    from; without one the result says that none was named.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "regimen.dose", "regimen.duration", "regimen.pattern".

    >>> import ketadose as kd
    >>> own = kd.Regimen("ketamine", "intravenous", "0.6 mg/kg", over="40 min", source=kd.Source.site("SOP 12"))
    >>> print(kd.calculate_dose("83 kg", own).amount)
    49.8 mg
    """

    drug: Drug
    route: Route
    doses: tuple[DoseLevel, ...] = attrs.field(alias="dose")
    over: Duration | None
    days: DayPattern | None
    at_most: Amount | None
    first: tuple[DoseLevel, ...]
    step: DoseLevel | None
    ages: AgeRange | None
    area: CareArea
    citation: Citation = attrs.field(alias="source")
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
        step: object = None,
        ages: AgeRange | None = None,
        area: CareArea | str = CareArea.PSYCHIATRIC_CLINIC,
        source: Source | Citation | None = None,
        name: str = "",
        title: str = "",
        evidence: Evidence | None = None,
        remarks: tuple[str, ...] = (),
    ) -> None:
        citation = read_citation(source)
        doses = read_doses(dose)
        self.__attrs_init__(
            read_word(Drug, drug, "drug"),
            read_word(Route, route, "route"),
            doses,
            read_optional(Duration, over, "over"),
            days if days is None or type(days) is DayPattern else DayPattern(_days(days), citation),
            read_optional(Amount, at_most, "at_most"),
            read_doses(first, "first") if type(first) is not tuple or first else (),
            None if step is None else read_dose(step, "step"),
            ages,
            read_word(CareArea, area, "area"),
            citation,
            read_text(name, "name"),
            read_text(title, "title"),
            evidence,
            _remarks(remarks),
        )
        self._check()
        object.__setattr__(self, "findings", self._about())
        object.__setattr__(self, "given", tuple(Given("dose level", level, citation) for level in doses))

    def _check(self) -> None:
        if self.over is not None and self.route is not Route.INTRAVENOUS:
            raise KetadoseError(
                "regimen.duration",
                f"{self.route.value} doses have no duration",
                field="over",
                received=self.over.exact,
                fix="Leave out over=, or give the drug intravenously",
            )
        kind = type(self.doses[0])
        if any(dose not in self.doses for dose in self.first) or type(self.step) not in {kind, type(None)}:
            raise KetadoseError(
                "regimen.dose", "the first doses are among the doses and the step is of their kind", field="first, step"
            )
        if self.days is not None and self.days.ascending and len(self.doses) < len(self.days.days):
            raise KetadoseError(
                "regimen.pattern",
                f"{len(self.doses)} ascending doses do not fill {len(self.days.days)} days",
                field="days",
                expected="a dose for each day",
            )
        if type(self.ages) not in {AgeRange, type(None)} or type(self.evidence) not in {Evidence, type(None)}:
            raise KetadoseError("argument.type", "ages is an AgeRange and evidence an Evidence", field="ages, evidence")

    def _about(self) -> tuple[Finding, ...]:
        found = tuple(Finding("regimen.remark", Severity.NOTE, text, self.citation) for text in self.remarks)
        if self.citation.source is CALLER:
            message = f"the regimen names no document ({CALLER.standing.value})"
            found += (Finding("regimen.unsourced", Severity.NOTE, message),)
        return found

    @property
    def label(self) -> str:
        """What to call it on paper: the published name, or "site, unpublished" with its source."""
        if self.citation.source.standing is Standing.PUBLISHED and self.name:
            return self.name
        return f"{self.name or 'own regimen'}: {self.citation}"


def read_dose(given: object, field: str = "dose") -> DoseLevel:
    """An amount per weight or an amount: the unit tells which."""
    kind: type[DoseLevel] = PerWeight
    if type(given) is Amount:
        kind = Amount
    elif issubclass(type(given), str):
        unit = str.lstrip(given, "0123456789. ")  # type: ignore[arg-type]
        kind = Amount if unit in Amount.units.by_text else PerWeight
    try:
        return read(kind, given, field)
    except KetadoseError as error:
        if error.code == "measure.unit" and not issubclass(type(given), str):
            kind = Amount  # a Quantity says its kind by its unit only
        else:
            error.expected = _DOSE_FORM
            raise
    return read(kind, given, field)


_DOSE_FORM = "a dose such as 0.5 mg/kg (mg/kg or mcg/kg) or 56 mg (mg, g or mcg)"


def read_doses(given: object, field: str = "dose") -> tuple[DoseLevel, ...]:
    """One dose or several, all of one kind and rising."""
    several: tuple[object, ...] = tuple(given) if type(given) in {tuple, list} else (given,)  # type: ignore[arg-type]
    doses = tuple(read_dose(each, field) for each in several)
    one_kind = len({type(dose) for dose in doses}) == 1
    if not one_kind or any(a.value >= b.value for a, b in pairwise(doses)):
        raise KetadoseError(
            "regimen.dose",
            f"{shown(given)} is no choice of doses",
            field=field,
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


def _remarks(given: object) -> tuple[str, ...]:
    if type(given) not in {tuple, list}:
        raise KetadoseError("argument.type", f"{shown(given)} is no tuple of remarks", field="remarks", received=given)
    return tuple(read_text(remark, "remarks") for remark in given)  # type: ignore[attr-defined]
