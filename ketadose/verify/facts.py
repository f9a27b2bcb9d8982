"""An order's figures under their names, with what follows from how its bag is made; one of them may be tried otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ketadose.findings import exact
from ketadose.measures import (
    Amount,
    AmountRate,
    Concentration,
    Duration,
    FlowRate,
    Measure,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.model.order import Order
from ketadose.model.product import Product
from ketadose.terms import Drug, Route
from ketadose.verify.figures import Figure, coarsest, exactly, product, stands_for
from ketadose.verify.frequency import Frequency, read_frequency


class Field(NamedTuple):
    """A field of an order or of what it is compared with: what it is called, and the kind of its figure, None for a count."""

    noun: str
    kind: type[Measure] | None


FIELDS: dict[str, Field] = {
    "amount": Field("dose", Amount),
    "total": Field("course total", Amount),
    "volume": Field("volume to draw", Volume),
    "flow_rate": Field("pump rate", FlowRate),
    "amount_rate": Field("rate", AmountRate),
    "per_weight_rate": Field("rate per weight", PerWeightRate),
    "per_weight": Field("dose per weight", PerWeight),
    "weight": Field("weight", Weight),
    "concentration": Field("strength", Concentration),
    "over": Field("duration", Duration),
    "devices": Field("devices", None),
    "sessions": Field("sessions", None),
    "said_sessions": Field("sessions of the frequency", None),
    "bag_volume": Field("volume of the bag", Volume),
    "volume_to_infuse": Field("volume to infuse", Volume),
    "infused": Field("volume of the bag", Volume),
    "interval": Field("days between sessions", None),
    "span": Field("days in all", None),
    "said_a_week": Field("sessions a week of the frequency", None),
    "said_every": Field("days between sessions of the frequency", None),
    "said_days": Field("days of the frequency", None),
    "product_strength": Field("strength of the product", Concentration),
    "content": Field("content of a device", Amount),
    "patient_weight": Field("the patient's weight", Weight),
    "protocol_per_weight": Field("the protocol's dose per weight", PerWeight),
    "protocol_amount": Field("the protocol's dose", Amount),
    "protocol_over": Field("the protocol's duration", Duration),
    "protocol_sessions": Field("the protocol's sessions", None),
}
"""Every field by its name, in the order in which relations are solved and read."""
BAGS = ("made_up_to", "added_to", "bag_volume")
_PLAIN = ("amount", "total", "volume", "per_weight", "weight", "concentration", "over", "volume_to_infuse")
_RATES = ("flow_rate", "amount_rate", "per_weight_rate")
_COUNTS = ("devices", "sessions", "interval", "span")
GIVEN = frozenset({"product_strength", "content", "patient_weight"} | {name for name in FIELDS if name.startswith("protocol_")})
"""What is no part of the order and taken as it stands."""


_DOSES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("amount",), ()),
    (("per_weight", "weight"), ()),
    (("per_weight", "patient_weight"), ()),
    (("volume", "strength"), ()),
    (("devices", "content"), ()),
    (("amount_rate", "over"), ()),
    (("total",), ("sessions",)),
    (("total",), ("said_sessions",)),
    (("total",), ("protocol_sessions",)),
)
"""The ways in which an order tells the dose of a session."""


class Facts(NamedTuple):
    """The figures of an order, or of the order as it may have been meant."""

    figures: dict[str, Figure]
    bag_way: str
    """Which of the three fields names the bag: made_up_to, added_to or bag_volume; "" without a bag."""
    drug: Drug | None
    route: Route | None
    product: Product | None
    frequency: Frequency | None = None
    on_basis: bool = False
    """Whether the weight is taken to be the patient's on some basis."""

    def get(self, name: str) -> Figure | None:
        """The figure of a field; what is run in is put together from how the bag is made."""
        if name == "infused":
            return self.figures.get("volume_to_infuse") or self._bag()
        figure = self.figures.get(name)
        return self._as_drawn(figure) if name == "amount" and figure is not None else figure

    def tried(self, **changes: Figure) -> Facts:
        """The same with other figures."""
        return self._replace(figures=self.figures | changes)

    def said(self, frequency: Frequency) -> Facts:
        """The same with another frequency."""
        kept = {name: figure for name, figure in self.figures.items() if not name.startswith("said_")}
        return self._replace(figures=kept | _said(frequency), frequency=frequency)

    @property
    def strength(self) -> Figure | None:
        """The strength of what is drawn: as it is written, or as the product has it."""
        return self.figures.get("concentration") or self.figures.get("product_strength")

    @property
    def dose(self) -> Figure | None:
        """The dose of a session, by the first way in which the order tells it."""
        return next(self.doses(), None)

    def doses(self, without: str = "") -> Iterator[Figure]:
        """The dose of a session by each way in which the order tells it, but for those with the field left out."""
        for times, over in _DOSES:
            figures = [self.strength if name == "strength" else self.get(name) for name in (*times, *over)]
            if without not in times and None not in figures:
                up, down = (product([each for each in side if each]) for side in (figures[: len(times)], figures[len(times) :]))
                yield up.over(down) if over else up

    def _as_drawn(self, amount: Figure) -> Figure:
        """A dose that is what is drawn stands for what was ordered, to half a graduation of the syringe."""
        volume, strength = self.figures.get("volume"), self.strength
        if volume is None or strength is None or not amount.meets(exactly(volume.value * strength.value)):
            return amount
        by = (volume.value - volume.low) * strength.value - (amount.high - amount.value)
        return amount.widened(by) if by > 0 else amount

    def _bag(self) -> Figure | None:
        """All that is in the bag; where the order leaves open whether the drug is on top, both are meant."""
        named = self.figures.get("bag_volume")
        if named is None or self.bag_way == "made_up_to":
            return named
        drawn = self.figures.get("volume")
        dose, strength = self.dose, self.strength
        if drawn is None and dose is not None and strength is not None:
            drawn = dose.over(strength).widened(coarsest(Volume))
        if self.bag_way == "added_to":
            return None if drawn is None else Figure(named.low + drawn.low, named.value + drawn.value, named.high + drawn.high)
        return named if drawn is None else named._replace(high=named.high + drawn.high)


def facts_of(order: Order) -> Facts:
    """The figures of an order as they are written, and its frequency if the text can be read."""
    figures: dict[str, Figure] = {}
    for name in (*_PLAIN, *_RATES):
        measure = getattr(order, name)
        if measure is not None:
            figures[name] = stands_for(measure)
    for name in _COUNTS:
        if getattr(order, name) is not None:
            figures[name] = exactly(getattr(order, name))
    way = next((name for name in BAGS if getattr(order, name) is not None), "")
    if way:
        figures["bag_volume"] = exactly(exact(getattr(order, way)))
    product = order.product
    if product is not None:
        figures["product_strength"] = exactly(product.strength.value)
        if product.sprays:
            figures["content"] = exactly(product.strength.value * product.volume.value)
    frequency = read_frequency(order.frequency)
    facts = Facts(figures, way, order.drug, order.route, product)
    return facts if frequency is None else facts.said(frequency)


def _said(frequency: Frequency) -> dict[str, Figure]:
    """What the text of the frequency says, as counts."""
    told = (
        ("said_sessions", frequency.sessions),
        ("said_a_week", frequency.a_week),
        ("said_every", frequency.every),
        ("said_days", frequency.days),
    )
    return {name: exactly(Fraction(count)) for name, count in told if count is not None}


def noun_of(name: str) -> str:
    """What a field is called."""
    return FIELDS[name].noun if name in FIELDS else name.replace("_", " ")


def measure_of(name: str, value: Fraction) -> Measure | int | Fraction:
    """The figure as a measure of its field's kind, or as a count."""
    from ketadose.measures.value import make

    kind = FIELDS[name].kind
    if kind is not None:
        return make(kind, value)
    return value.numerator if value.denominator == 1 else value
