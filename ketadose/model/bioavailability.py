"""How much of a dose reaches the circulation, and by whose measurement."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.measures import numbers
from ketadose.measures.printing import shortened
from ketadose.model.complete import counts
from ketadose.pharmacology import WHOLE, Share
from ketadose.records import Record, exact_text, plain, read_text, whole
from ketadose.terms import Drug, Route, Word, read_word


class Spread(Word):
    """What the interval of a record is."""

    DEFINITION = "by definition"
    INTERQUARTILE = "interquartile range"
    CONFIDENCE_90 = "90 % confidence interval"
    STANDARD_DEVIATION = "one standard deviation below and above the mean"
    STANDARD_ERROR = "none, only a standard error of the estimate"
    REVIEW = "range of a review"
    NONE = "none reported"


class Population(Word):
    """In whom it was measured."""

    ADULTS = "adults"
    CHILDREN = "children"
    NOT_STATED = "population not stated"


_WITHOUT_INTERVAL = frozenset({Spread.NONE, Spread.STANDARD_ERROR})


def figure(given: object) -> Fraction:
    """The exact number; anything else is refused with "bioavailability.form"."""
    try:
        return numbers.exact_number(given, "figure")
    except (KetadoseError, AttributeError):
        return refuse("figure", given, "a number")


def check_origin(citation: object, remarks: object) -> None:
    """Refuse what is not a citation with its source, and remarks that are not a tuple of text."""
    if type(citation) is not Citation or type(whole(citation, "citation").source) is not Source:
        refuse("citation", citation, "one Citation")
    whole(citation.source, "source")
    if type(remarks) is not tuple:
        refuse("remarks", remarks, "a tuple of text")
    for each in remarks:
        read_text(each, "remarks", empty=False)


def refuse(field: str, given: object, expected: str) -> NoReturn:
    """Refuse a record whose figures make no sense."""
    raise KetadoseError("bioavailability.form", f"{shown(given)} is not usable", field=field, received=given, expected=expected)


def refuse_other(record: Bioavailability, wanted: str, field: str = "records") -> NoReturn:
    """Refuse a record of another drug, route or population than is asked for."""
    of = f"{record.drug.value} {record.route.value}, {record.population.value}"
    raise KetadoseError(
        "bioavailability.other",
        f"{shown(record.name)} is of {of}",
        field=field,
        received=record.name,
        expected=wanted,
    )


def check_way(records: tuple[Bioavailability, ...], drug: Drug, route: Route, field: str = "records") -> None:
    """Refuse a record of another drug or route.

    Raises `KetadoseError` "bioavailability.other".
    """
    for each in records:
        if each.drug is not drug or each.route is not route:
            refuse_other(each, f"a record of {drug.value} {route.value}", field)


@attrs.frozen
class Bioavailability(Record):
    """The share of a dose that one source found in the circulation: of the analyte that it names, in percent, exact.

    `value` is None where the source prints a range alone; `low` and `high` are None where it prints no interval, and no
    interval is made up: `lowest` and `highest` then are the value itself. `n` is None where it is not stated.

    Raises `KetadoseError`: "bioavailability.form" unless 0 < low <= value <= high <= 100, for an interval that `spread`
    does not name, and for a field of the wrong kind; "argument.text", "record.hollow".

    >>> from ketadose.catalog import bioavailability
    >>> print(bioavailability.CHONG_2009_ORAL)
    CHONG_2009_ORAL: 24 % (17 % to 27 %, interquartile range); lozenge 25 mg, swallowed; population not stated, n = 6;
    ketamine (parent drug)
    """

    name: str
    drug: Drug
    route: Route
    formulation: str
    value: Fraction | None = attrs.field(converter=attrs.converters.optional(figure))
    low: Fraction | None = attrs.field(converter=attrs.converters.optional(figure))
    high: Fraction | None = attrs.field(converter=attrs.converters.optional(figure))
    spread: Spread
    n: int | None
    population: Population
    analyte: str
    citation: Citation
    remarks: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for field in ("name", "formulation", "analyte"):
            read_text(getattr(self, field), field, empty=False)
        for field, kind in (("drug", Drug), ("route", Route), ("spread", Spread), ("population", Population)):
            if type(getattr(self, field)) is not kind:
                refuse(field, getattr(self, field), f"one {kind.__name__}")
        if self.n is not None and not counts(self.n):
            refuse("n", self.n, "a whole number of people, or None")
        check_origin(self.citation, self.remarks)
        self._check_shares()

    def _check_shares(self) -> None:
        ends = (self.low, self.value, self.high)
        if (self.low is None) is not (self.high is None):
            refuse("interval", ends, "both ends or none")
        if (self.low is None) is not (self.spread in _WITHOUT_INTERVAL):
            refuse("spread", self.spread.value, "an interval where the spread is one, and only there")
        rising = [end for end in ends if end is not None]
        if not rising or rising != sorted(rising) or rising[0] <= 0 or rising[-1] > WHOLE:
            refuse("shares", tuple(map(exact_text, rising)), "0 < low <= value <= high <= 100, in percent")

    @property
    def lowest(self) -> Fraction:
        """The least that the source says: the lower end of its interval, or its value."""
        return self.value if self.low is None else self.low  # type: ignore[return-value]

    @property
    def highest(self) -> Fraction:
        """The most that the source says: the upper end of its interval, or its value."""
        return self.value if self.high is None else self.high  # type: ignore[return-value]

    def lines(self) -> tuple[str, ...]:
        """The record as an entry of a working: what it says, its remarks and its source."""
        return (str(self), *(f"remark: {each}" for each in self.remarks), f"source: {self.citation}")

    def __str__(self) -> str:
        ends = f"{Share(self.lowest)} to {Share(self.highest)}"
        if self.value is None:
            figure = f"{ends} ({self.spread.value})"
        elif self.spread is Spread.DEFINITION:
            figure = f"{Share(self.value)} ({self.spread.value})"
        elif self.low is None:
            figure = f"{Share(self.value)} (interval: {self.spread.value})"
        else:
            figure = f"{Share(self.value)} ({ends}, {self.spread.value})"
        people = f"{self.population.value}, {f'n = {self.n:,}' if self.n else 'n not stated'}"
        return f"{self.name}: {figure}; {self.formulation}; {people}; {self.analyte}"

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"text": str(self)}


def _drug(given: Drug | str) -> Drug:
    return read_word(Drug, given, "drug")


def _route(given: Route | str) -> Route:
    return read_word(Route, given, "route")


def _records(given: Any) -> tuple[Bioavailability, ...]:
    if type(given) not in {tuple, list} or any(type(each) is not Bioavailability for each in given):
        refuse("records", given, "a tuple of Bioavailability")
    return tuple(whole(each, "records") for each in given)


@attrs.frozen
class Shares(Record):
    """The records of one drug by one route side by side, the most trusted first.

    Raises `KetadoseError`: "bioavailability.form" for anything but records; "bioavailability.other" for a record of
    another drug or route.

    >>> from ketadose.catalog import bioavailability as b
    >>> both = Shares("ketamine", "oral", (b.CHONG_2009_ORAL, b.YANAGIHARA_2003_ORAL))
    >>> print(both)
    ketamine oral: 17 % to 27 %, most trusted 24 % (CHONG_2009_ORAL); 2 records, whose values differ by a factor of 1.2
    """

    drug: Drug = attrs.field(converter=_drug)
    route: Route = attrs.field(converter=_route)
    records: tuple[Bioavailability, ...] = attrs.field(converter=_records)

    def __attrs_post_init__(self) -> None:
        check_way(self.records, self.drug, self.route)

    @property
    def known(self) -> bool:
        """Whether there is any record."""
        return bool(self.records)

    @property
    def low(self) -> Fraction | None:
        """The least that any of the records says, in percent."""
        return min((each.lowest for each in self.records), default=None)

    @property
    def high(self) -> Fraction | None:
        """The most that any of the records says, in percent."""
        return max((each.highest for each in self.records), default=None)

    @property
    def trusted(self) -> Bioavailability | None:
        """The first record that has a value; None where there is none."""
        return next((each for each in self.records if each.value is not None), None)

    @property
    def factor(self) -> Fraction:
        """By how much the values of the records differ, intervals aside: the highest divided by the lowest, 1 for one."""
        lows = [each.lowest if each.value is None else each.value for each in self.records]
        highs = [each.highest if each.value is None else each.value for each in self.records]
        return max(highs) / min(lows) if self.records else Fraction(1)

    def __str__(self) -> str:
        of = f"{self.drug.value} {self.route.value}"
        if self.low is None or self.high is None:
            return f"{of}: unknown: no human source"
        best = self.trusted
        trusted = f", most trusted {Share(best.value)} ({best.name})" if best is not None and best.value is not None else ""
        count = len(self.records)
        differ = f", whose values differ by a factor of {exact_text(shortened(self.factor))}" if self.factor > 1 else ""
        told = f"{count} record{'' if count == 1 else 's'}{differ}"
        return f"{of}: {Share(self.low)} to {Share(self.high)}{trusted}; {told}"

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | {"factor": exact_text(self.factor), "text": str(self)}
