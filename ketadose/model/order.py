"""An order as somebody wrote it: any of its figures, in words and units, and nothing calculated."""

from __future__ import annotations

from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.measures import (
    Amount,
    AmountRate,
    Concentration,
    Duration,
    FlowRate,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.measures.reading import read, read_optional
from ketadose.measures.units import LONGEST_TEXT
from ketadose.model.days import MOST_SESSIONS
from ketadose.model.product import Product
from ketadose.records import Record, read_text, whole
from ketadose.terms import Drug, Route, read_word

Rate = FlowRate | AmountRate | PerWeightRate
_RATES: tuple[type[Rate], ...] = (FlowRate, AmountRate, PerWeightRate)
_RATE_FORM = "a rate such as 150 mL/h, 52.5 mg/h, 0.75 mg/kg/h or 12.5 mcg/kg/min"


@attrs.define(init=False, frozen=True)
class Order(Record):
    """What an order says, each figure as it was written; what it doesn't say is None.

    `amount` is what one session gives, `per_weight` the same for each kilogram, `total` what the course gives.
    `concentration` is the strength of what is drawn up, or `product` says it; `volume` is what is drawn. The bag is
    `made_up_to` a volume, the drug is `added_to` one, or `bag_volume` leaves open which; `volume_to_infuse` is what the pump
    runs in where that is not the whole bag. `rate` is one rate or several, each in mL/h, mg/h, mg/kg/h or mcg/kg/min: the
    unit tells which. `over` is the duration. `devices` and `sessions` are counts; `interval` is the days from one session to
    the next, `span` the days of the whole course: whole numbers, or text such as "21 days". `frequency` is the order's own
    text ("twice weekly for 3 weeks").

    Nothing is checked here but that each figure can be read: `kd.verify_order` verifies the order.

    Raises `KetadoseError`: "order.empty" without any field; "order.field" for two rates of a kind, two volumes of the bag,
    and counts that are none; a "measure." code, "word.unknown", "argument.type", "argument.text".

    >>> order = Order(drug="ketamine", amount="35 mg", weight="70 kg", rate=("150 mL/h", "12.5 mcg/kg/min"))
    >>> print(order.flow_rate, order.per_weight_rate, sep="; ")
    150 mL/h; 0.75 mg/kg/h
    >>> Order(rate=("150 mL/h", "75 mL/h"))
    Traceback (most recent call last):
    ...
    ketadose.errors.KetadoseError: rate: two flow rates: 150 mL/h and 75 mL/h; expected at most one of each kind. Write one \
order for each. [order.field]
    """

    drug: Drug | None
    route: Route | None
    amount: Amount | None
    per_weight: PerWeight | None
    weight: Weight | None
    concentration: Concentration | None
    product: Product | None
    volume: Volume | None
    made_up_to: Volume | None
    added_to: Volume | None
    bag_volume: Volume | None
    volume_to_infuse: Volume | None
    rates: tuple[Rate, ...] = attrs.field(alias="rate")
    over: Duration | None
    devices: int | None
    sessions: int | None
    interval: int | None
    span: int | None
    frequency: str
    total: Amount | None

    def __init__(
        self,
        *,
        drug: Drug | str | None = None,
        route: Route | str | None = None,
        amount: object = None,
        per_weight: object = None,
        weight: object = None,
        concentration: object = None,
        product: Product | None = None,
        volume: object = None,
        made_up_to: object = None,
        added_to: object = None,
        bag_volume: object = None,
        volume_to_infuse: object = None,
        rate: object = (),
        over: object = None,
        devices: int | None = None,
        sessions: int | None = None,
        interval: int | str | None = None,
        span: int | str | None = None,
        frequency: str = "",
        total: object = None,
    ) -> None:
        self.__attrs_init__(
            None if drug is None else read_word(Drug, drug, "drug"),
            None if route is None else read_word(Route, route, "route"),
            read_optional(Amount, amount, "amount"),
            read_optional(PerWeight, per_weight, "per_weight"),
            read_optional(Weight, weight, "weight"),
            read_optional(Concentration, concentration, "concentration"),
            _product(product),
            read_optional(Volume, volume, "volume"),
            read_optional(Volume, made_up_to, "made_up_to"),
            read_optional(Volume, added_to, "added_to"),
            read_optional(Volume, bag_volume, "bag_volume"),
            read_optional(Volume, volume_to_infuse, "volume_to_infuse"),
            _rates(rate),
            read_optional(Duration, over, "over"),
            _count(devices, "devices"),
            _count(sessions, "sessions"),
            _days(interval, "interval"),
            _days(span, "span"),
            read_text(frequency, "frequency").strip(),
            read_optional(Amount, total, "total"),
        )
        self._check()

    def _check(self) -> None:
        if all(getattr(self, each.name) in (None, "", ()) for each in type(self).__attrs_attrs__):
            raise KetadoseError("order.empty", "an order says something", field="order", fix='Write Order(amount="35 mg", ...)')
        bags = [each for each in (self.made_up_to, self.added_to, self.bag_volume) if each is not None]
        if len(bags) > 1:
            _refuse("made_up_to, added_to, bag_volume", " and ".join(map(str, bags)), "two volumes of the bag", "one of them")

    def _rate(self, kind: type[Any]) -> Any:
        return next((rate for rate in self.rates if type(rate) is kind), None)

    @property
    def flow_rate(self) -> FlowRate | None:
        """The pump's rate in mL/h, if it is written."""
        return self._rate(FlowRate)  # type: ignore[no-any-return]

    @property
    def amount_rate(self) -> AmountRate | None:
        """The rate in mg/h, if it is written."""
        return self._rate(AmountRate)  # type: ignore[no-any-return]

    @property
    def per_weight_rate(self) -> PerWeightRate | None:
        """The rate in mg/kg/h, if it or mcg/kg/min is written."""
        return self._rate(PerWeightRate)  # type: ignore[no-any-return]

    def __str__(self) -> str:
        told = [each.value for each in (self.drug, self.route) if each is not None]
        told += [f"{name} {_shown(getattr(self, field))}" for field, name in _TOLD if getattr(self, field) is not None]
        told += [f"at {_shown(rate)}" for rate in self.rates]
        return ", ".join([*told, self.frequency] if self.frequency else told)


_TOLD = (
    ("amount", "dose"),
    ("per_weight", "at"),
    ("weight", "for"),
    ("product", "from"),
    ("concentration", "of"),
    ("volume", "drawn"),
    ("made_up_to", "made up to"),
    ("added_to", "added to"),
    ("bag_volume", "bag"),
    ("volume_to_infuse", "to infuse"),
    ("over", "over"),
    ("devices", "devices"),
    ("sessions", "sessions"),
    ("interval", "days between"),
    ("span", "days in all"),
    ("total", "course total"),
)


def _shown(given: Any) -> str:
    """As it was written, where it was."""
    return getattr(given, "written", None) or str(given)


def _product(given: object) -> Product | None:
    if given is None:
        return None
    if type(given) is not Product:
        raise KetadoseError(
            "argument.type",
            f"{shown(given)} is not a product",
            field="product",
            received=given,
            fix='Use kd.products, or write concentration="50 mg/mL"',
        )
    return whole(given, "product")  # type: ignore[no-any-return]


def _rates(given: object) -> tuple[Rate, ...]:
    """One rate or several, at most one of each kind."""
    several: tuple[object, ...] = tuple(given) if type(given) in {tuple, list} else (given,)  # type: ignore[arg-type]
    rates = tuple(_read_rate(each) for each in several if each is not None)
    for kind in _RATES:
        alike = [str(rate) for rate in rates if type(rate) is kind]
        if len(alike) > 1:
            _refuse("rate", " and ".join(alike), f"two {kind.noun}s: {' and '.join(alike)}", "at most one of each kind")
    return rates


def _read_rate(given: object) -> Rate:
    """A rate of the kind that its unit tells."""
    kind: type[Rate] = FlowRate
    if type(given) in _RATES:
        kind = type(given)  # type: ignore[assignment]
    elif issubclass(type(given), str):
        unit = str.__str__(given)[:LONGEST_TEXT].lstrip("0123456789. ")
        kind = next((each for each in _RATES if unit in each.units.by_text), FlowRate)
    else:
        kind = _kind_of_quantity(given)
    try:
        return read(kind, given, "rate")
    except KetadoseError as error:
        error.expected = _RATE_FORM
        raise


def _kind_of_quantity(given: object) -> type[Rate]:
    """A Quantity says its kind by its unit only: the one kind that doesn't refuse the unit."""
    for kind in _RATES:
        try:
            read(kind, given, "rate")
        except KetadoseError as error:
            if error.code == "measure.unit":
                continue
        return kind
    return FlowRate


def _count(given: object, field: str) -> int | None:
    if given is None or (type(given) is int and 1 <= given <= MOST_SESSIONS):
        return given
    return _refuse(field, given, f"{shown(given)} is no number of {field}", f"a whole number from 1 to {MOST_SESSIONS:,}")


def _days(given: object, field: str) -> int | None:
    """A number of days: a whole number, or a text with its unit that is whole days."""
    if given is None or type(given) is int:
        return _count(given, field)
    days = read(Duration, given, field).to("d").number
    return _count(days.numerator if days.denominator == 1 else given, field)


def _refuse(field: str, received: object, problem: str, expected: str) -> NoReturn:
    fix = "Write one order for each" if "one" in expected.split() else "Check it"
    raise KetadoseError("order.field", problem, field=field, received=received, expected=expected, fix=fix)
