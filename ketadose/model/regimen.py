"""What is given, how and when: a drug by a route at a dose, over a time, on a pattern of days, with its source."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Evidence, Source, Standing
from ketadose.evidence.sources import CALLER
from ketadose.findings import Finding
from ketadose.measures import Amount, Duration
from ketadose.measures.reading import read_optional
from ketadose.model.cited import read_citation
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.days import DayPattern, read_days
from ketadose.model.level import DoseLevel, read_dose, read_doses
from ketadose.records import Record, is_a, read_text
from ketadose.terms import CareArea, Drug, Indication, Route, Severity, read_word
from ketadose.working import Given


@attrs.define(init=False, frozen=True)
class Regimen(Record):
    """A drug by a route at one dose or a choice of doses; published ones are in `kd.protocols`, a caller's own is one line.

    `dose` is an amount per weight ("0.6 mg/kg"), an amount ("56 mg"), or a sequence of them where the source leaves a
    choice; with `between` any dose from the first to the last may be chosen. None is for a source that states no dose:
    `undosed` says why, and calculating it is an error. `over` is the duration of an intravenous infusion. `days` is a
    `DayPattern` or a sequence of day numbers. `at_most` caps the amount of a session. `first` are the doses for the first
    session where they are fewer, `step` the largest change from one session to the next, `ages` the ages that the source
    doses so. `phases`, `titration` and `monitoring` tell how the source conducts the treatment; they are facts to plan by
    and change no dose. `source` is where it comes from; without one the result says that none was named.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "regimen.dose", "regimen.duration", "regimen.pattern",
    "argument.type", "argument.text".

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
    between: bool
    undosed: str
    at_most: Amount | None
    first: tuple[DoseLevel, ...]
    step: DoseLevel | None
    ages: AgeRange | None
    area: CareArea
    citation: Citation = attrs.field(alias="source")
    name: str
    title: str
    indications: tuple[Indication, ...]
    evidence: Evidence | None
    phases: tuple[Phase, ...]
    titration: Titration | None
    monitoring: tuple[Monitoring, ...]
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
        between: bool = False,
        undosed: str = "",
        at_most: object = None,
        first: object = (),
        step: object = None,
        ages: AgeRange | None = None,
        area: CareArea | str = CareArea.PSYCHIATRIC_CLINIC,
        source: Source | Citation | None = None,
        name: str = "",
        title: str = "",
        indications: tuple[Indication | str, ...] = (),
        evidence: Evidence | None = None,
        phases: tuple[Phase, ...] = (),
        titration: Titration | None = None,
        monitoring: tuple[Monitoring, ...] = (),
        remarks: tuple[str, ...] = (),
    ) -> None:
        citation = read_citation(source)
        unstated = dose is None or (type(dose) in {tuple, list} and not dose)
        self.__attrs_init__(
            read_word(Drug, drug, "drug"),
            read_word(Route, route, "route"),
            doses := () if unstated and undosed else read_doses(dose),
            read_optional(Duration, over, "over"),
            days if days is None or is_a(days, DayPattern) else DayPattern(read_days(days), citation),
            between,
            read_text(undosed, "undosed").strip(),
            read_optional(Amount, at_most, "at_most"),
            read_doses(first, "first") if type(first) is not tuple or first else (),
            None if step is None else read_dose(step, "step"),
            ages,
            read_word(CareArea, area, "area"),
            citation,
            read_text(name, "name"),
            read_text(title, "title"),
            tuple(read_word(Indication, each, "indications") for each in _several(indications, "indications")),
            evidence,
            _several(phases, "phases", Phase),
            titration,
            _several(monitoring, "monitoring", Monitoring),
            tuple(read_text(remark, "remarks") for remark in _several(remarks, "remarks")),
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
        self._check_doses()
        for field, kind in (("ages", AgeRange), ("evidence", Evidence), ("titration", Titration)):
            given = getattr(self, field)
            if given is not None and not is_a(given, kind):
                raise KetadoseError(
                    "argument.type",
                    f"{field} is to be {kind.__name__}",
                    field=field,
                    received=getattr(self, field),
                    expected=f"{kind.__name__}(...) or None",
                )

    def _check_doses(self) -> None:
        doses = self.doses
        if bool(doses) is bool(self.undosed):
            raise KetadoseError(
                "regimen.dose", "a regimen has a dose, or undosed= says why its source states none", field="dose, undosed"
            )
        kinds = {type(dose) for dose in doses}
        if any(dose not in doses for dose in self.first) or not {type(self.step)} <= {*kinds, type(None)}:
            raise KetadoseError(
                "regimen.dose", "the first doses are among the doses and the step is of their kind", field="first, step"
            )
        if type(self.between) is not bool or (self.between and len(doses) != 2):
            raise KetadoseError(
                "regimen.dose", "between= is for the two ends of a range of doses", field="between", received=self.between
            )
        if self.days is not None and self.days.ascending and (len(doses) < len(self.days.days) or self.between):
            raise KetadoseError(
                "regimen.pattern",
                f"{len(doses)} ascending doses do not fill {len(self.days.days)} days",
                field="days",
                expected="a dose for each day",
            )

    def _about(self) -> tuple[Finding, ...]:
        found = tuple(Finding("regimen.remark", Severity.NOTE, text, self.citation) for text in self.remarks)
        if self.citation.source == CALLER:
            message = f"the regimen names no document ({CALLER.standing.value})"
            found += (Finding("regimen.unsourced", Severity.NOTE, message),)
        return found

    def offers(self, level: DoseLevel) -> bool:
        """Whether the source has this dose: one of its doses, or one between the ends of its range."""
        if not self.between:
            return level in self.doses
        low, high = self.doses
        return type(level) is type(low) and low.value <= level.value <= high.value

    def given_level(self, level: DoseLevel) -> Given:
        """The first entry of a working: the dose level with its source."""
        for given in self.given:
            if given.term == level:
                return given
        return Given("dose level", level, self.citation)

    @property
    def choices(self) -> str:
        """The doses in words: one, several, or a range."""
        return (" to " if self.between else " or ").join(dose.written or dose.exact for dose in self.doses)

    @property
    def label(self) -> str:
        """What to call it on paper: the published name, or "site, unpublished" with its source."""
        if self.citation.source.standing is Standing.PUBLISHED and self.name:
            return self.name
        return f"{self.name or 'own regimen'}: {self.citation}"


def _several(given: Any, field: str, kind: type[Any] | None = None) -> tuple[Any, ...]:
    if type(given) not in {tuple, list} or (kind is not None and not all(is_a(each, kind) for each in given)):
        expected = f"a tuple of {kind.__name__}" if kind else "a tuple"
        raise KetadoseError(
            "argument.type", f"{shown(given)} is no tuple of {field}", field=field, received=given, expected=expected
        )
    return tuple(given)
