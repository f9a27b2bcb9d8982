"""The mistakes that are known from prescribing: a table, and how an order reads with one of them undone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ketadose.catalog import salts
from ketadose.catalog.limits import ORDER_HUNDREDFOLD, ORDER_TENFOLD
from ketadose.findings import exact
from ketadose.measures import Amount, Duration, Weight
from ketadose.terms import MistakeKind
from ketadose.verify.facts import FIELDS, Facts
from ketadose.verify.figures import Figure, exactly, meant, step_of

ASKS: dict[MistakeKind, str] = {
    MistakeKind.DECIMAL: "where the decimal point stands in the order as it was first written",
    MistakeKind.MICROGRAMS: "whether mg or mcg was first written",
    MistakeKind.MINUTES: "whether hours or minutes were meant",
    MistakeKind.POUNDS: "the unit on the scale",
    MistakeKind.PER_WEIGHT: "whether the figure is for each kilogram",
    MistakeKind.COURSE: "whether the figure is for one session or for all",
    MistakeKind.VOLUME: "whether the figure is mg or mL",
    MistakeKind.STRENGTH: "the strength on the vial's label",
    MistakeKind.VIAL: "how many mL are in the vial",
    MistakeKind.BAG: "whether the drug's own volume was taken out of the bag first",
    MistakeKind.SALT: "whether the label states base or hydrochloride",
    MistakeKind.DRUG: "whether the product is racemic ketamine or esketamine",
    MistakeKind.ROUTE: "by which route it was meant",
    MistakeKind.BASIS: "on which weight the dose is calculated",
    MistakeKind.FREQUENCY: "the days on which the sessions are planned",
    MistakeKind.DEVICES: "how many devices are handed out",
}
"""What to look at, to tell one mistake from another."""


class Scaling(NamedTuple):
    """Fields whose figure is a factor too large, or too small."""

    kind: MistakeKind
    fields: tuple[str, ...]
    factors: tuple[Fraction, ...]


class Crossing(NamedTuple):
    """A field that holds the figure of another kind: `read_as` is that, and times / over lead to the one that was meant."""

    kind: MistakeKind
    field: str
    read_as: str
    times: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


_TENS = (exact(ORDER_TENFOLD.value), exact(ORDER_HUNDREDFOLD.value))
_DRUGS = ("amount", "total", "per_weight", "concentration", "amount_rate", "per_weight_rate")
_DOSES = ("amount", "per_weight", "amount_rate", "per_weight_rate")
_RATES = ("flow_rate", "amount_rate", "per_weight_rate")
_MEASURES = tuple(name for name in (*_DRUGS, "volume", "flow_rate", "weight", "over", "bag_volume", "volume_to_infuse"))
_POUND, _MINUTE, _MICROGRAM = Weight.units.by_text["lb"], Duration.units.by_text["min"], Amount.units.by_text["mcg"]

SCALINGS: tuple[Scaling, ...] = (
    Scaling(MistakeKind.DECIMAL, _MEASURES, _TENS),
    Scaling(MistakeKind.MICROGRAMS, _DRUGS, (Fraction(_MICROGRAM.denominator, _MICROGRAM.numerator),)),
    Scaling(MistakeKind.MINUTES, ("over", *_RATES), (Fraction(_MINUTE.denominator, _MINUTE.numerator),)),
    Scaling(MistakeKind.POUNDS, ("weight",), (Fraction(_POUND.denominator, _POUND.numerator),)),
    Scaling(MistakeKind.SALT, _DRUGS, tuple({salt.ratio.value for salt in salts.SALTS})),
    Scaling(MistakeKind.DRUG, (*_DOSES, "total"), tuple({potency.ratio.value for potency in salts.POTENCIES})),
)
CROSSINGS: tuple[Crossing, ...] = (
    Crossing(MistakeKind.PER_WEIGHT, "amount", "per_weight", ("weight",)),
    Crossing(MistakeKind.PER_WEIGHT, "per_weight", "amount", (), ("weight",)),
    Crossing(MistakeKind.PER_WEIGHT, "amount_rate", "per_weight_rate", ("weight",)),
    Crossing(MistakeKind.PER_WEIGHT, "per_weight_rate", "amount_rate", (), ("weight",)),
    Crossing(MistakeKind.COURSE, "amount", "total", (), ("sessions",)),
    Crossing(MistakeKind.COURSE, "per_weight", "per_weight", (), ("sessions",)),
    Crossing(MistakeKind.COURSE, "total", "amount", ("sessions",)),
    Crossing(MistakeKind.VOLUME, "volume", "amount", (), ("strength",)),
    Crossing(MistakeKind.VOLUME, "amount", "volume", ("strength",)),
    Crossing(MistakeKind.VOLUME, "flow_rate", "amount_rate", ("infused",), ("dose",)),
    Crossing(MistakeKind.VOLUME, "amount_rate", "flow_rate", ("dose",), ("infused",)),
)
_SOURCES: dict[str, tuple[str, ...]] = {
    "weight": ("weight", "patient_weight"),
    "sessions": ("sessions", "said_sessions", "protocol_sessions"),
}
TOGETHER: dict[str, dict[str, int]] = {
    "the dose": dict.fromkeys((*_DOSES, "volume", "total"), 1),
    "the weight": dict.fromkeys(("weight", "amount", "volume", "amount_rate", "total"), 1),
    "the duration": {"over": 1} | dict.fromkeys(_RATES, -1),
}
"""What changes with a figure that was wrong before the others were calculated from it, and with which power."""
_LEADING = {"the dose": "per_weight", "the weight": "weight", "the duration": "over"}


class Undone(NamedTuple):
    """An order with one mistake undone: of which kind, in which field, by which factor, and the figures as they were meant."""

    kind: MistakeKind
    field: str
    facts: Facts
    meant: Figure | str
    alone: bool = True
    """Whether only this field is wrong; otherwise what was calculated from it is wrong with it."""


def scaled(facts: Facts) -> Iterator[Undone]:
    """Each figure with each factor taken out, and put in."""
    for row in SCALINGS:
        for field in row.fields:
            figure = facts.figures.get(field)
            if figure is not None:
                for factor in _both_ways(row.factors):
                    new = _meant(field, figure, exactly(factor), _error_by(factor, field, facts))
                    yield Undone(row.kind, field, facts.tried(**{field: new}), new)


def crossed(facts: Facts) -> Iterator[Undone]:
    """Each figure read as that of the field that it was taken for."""
    for row in CROSSINGS:
        figure = facts.figures.get(row.field)
        factor = _factor(row, facts)
        if figure is not None and factor is not None and factor.value != 1:
            new = _meant(row.field, figure, factor, _error(row.read_as, figure))
            yield Undone(row.kind, row.field, facts.tried(**{row.field: new}), new)


def together(facts: Facts) -> Iterator[Undone]:
    """Each figure with all that was calculated from it, a factor less and a factor more."""
    sessions = _source("sessions", facts)
    course: tuple[Scaling, ...] = ()
    if sessions is not None and sessions.value != 1:
        course = (Scaling(MistakeKind.COURSE, ("per_weight",), (sessions.value,)),)
    for row in (*SCALINGS, *course):
        for name, powers in TOGETHER.items():
            present = {field: power for field, power in powers.items() if field in facts.figures}
            if len(present) > 1 and _LEADING[name] in row.fields:
                for factor in _both_ways(row.factors):
                    changed = {
                        field: _meant(field, facts.figures[field], exactly(factor**power), _error_by(factor, field, facts))
                        for field, power in present.items()
                    }
                    first = _LEADING[name] if _LEADING[name] in changed else next(iter(changed))
                    yield Undone(row.kind, first, facts.tried(**changed), changed[first], alone=False)


_exact_shifts = frozenset({factor for row in SCALINGS[:2] for each in row.factors for factor in (each, 1 / each)})
"""Factors that move the decimal point: the digits stay, and so does their rounding."""


def _both_ways(factors: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(factor for each in factors for factor in (1 / each, each))


def _error(name: str, figure: Figure) -> Fraction:
    """Half the step to which a figure was rounded, read as one of the named field."""
    kind = FIELDS[name].kind
    return Fraction(0) if kind is None else step_of(kind, figure.place) / 2


def _error_by(factor: Fraction, field: str, facts: Facts) -> Fraction | None:
    return None if factor in _exact_shifts else _error(field, facts.figures[field])


def _meant(field: str, figure: Figure, factor: Figure, error: Fraction | None) -> Figure:
    """The figure times the factor, as wide as both roundings make it."""
    kind = FIELDS[field].kind
    value = figure.value * factor.value
    if kind is None or field == "bag_volume":
        return exactly(value)
    if error is None:
        return meant(kind, value, None)
    spread = value * (factor.high - factor.low) / (2 * factor.value)
    return meant(kind, value, error * factor.value + spread)


def _factor(row: Crossing, facts: Facts) -> Figure | None:
    """What leads from the figure that was written to the one that was meant, where the order has all that it takes."""
    factor = exactly(1)
    for names, up in ((row.times, True), (row.over, False)):
        for name in names:
            figure = _source(name, facts)
            if figure is None:
                return None
            factor = factor.times(figure) if up else factor.over(figure)
    return factor


def _source(name: str, facts: Facts) -> Figure | None:
    if name in {"dose", "strength"}:
        return facts.dose if name == "dose" else facts.strength
    return next((figure for each in _SOURCES.get(name, (name,)) if (figure := facts.get(each)) is not None), None)
