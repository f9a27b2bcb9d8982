"""Orders: any fields of text or of anything else are read exactly or refused, and what was read is verified."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose import Order, products, protocols, verify_order
from ketadose.errors import KetadoseError
from proof.fuzzing.given import field, fields_of
from proof.fuzzing.kinds import BY_NAME, Kind, same
from proof.fuzzing.promises import refused, written
from proof.fuzzing.target import Target

_MEASURES = {
    "amount": "Amount",
    "total": "Amount",
    **dict.fromkeys(("volume", "made_up_to", "added_to", "bag_volume", "volume_to_infuse"), "Volume"),
    "per_weight": "PerWeight",
    "weight": "Weight",
    "concentration": "Concentration",
    "over": "Duration",
}
_COUNTS = ("devices", "sessions", "interval", "span")
_ORDERED = (*_MEASURES, "drug", "route", "product", "rate", *_COUNTS, "frequency")
_NAMES = (*_ORDERED, "patient", "protocol", "profile")
_RATES = ("FlowRate", "AmountRate", "PerWeightRate")


@attrs.frozen
class Case:
    """What an order is made of, and what it is verified against."""

    fields: dict[str, Any]
    patient: Any
    protocol: Any
    profile: Any


def make(data: bytes) -> Case:
    """An order's fields; a field that comes twice is a pair, a product and a protocol are chosen by their first letter."""
    given: dict[str, Any] = {name: each[0] if len(each) == 1 else tuple(each) for name, each in fields_of(data, _NAMES).items()}
    for name in _COUNTS:
        if isinstance(given.get(name), str) and given[name].isascii() and given[name].isdigit():
            given[name] = int(given[name][:9])
    chosen = {name: _chosen(given.get(name), every) for name, every in (("product", products), ("protocol", protocols))}
    fields = {name: given[name] for name in _ORDERED if name in given} | (
        {"product": chosen["product"]} if "product" in given else {}
    )
    return Case(fields, given.get("patient"), chosen["protocol"], given.get("profile"))


def _chosen(given: object, catalog: Any) -> Any:
    """One of a catalog for a text, which cannot name every one by chance; any other object as it is."""
    return catalog.ALL[ord(given[0]) % len(catalog.ALL)] if isinstance(given, str) and given else given


def check(case: Case) -> None:
    """Every text that was read says what the oracle says; the order is verified, told and written, or refused."""
    try:
        order = Order(**case.fields)
        _exact(order, case.fields)
        written(order)
        found = verify_order(order, case.patient, case.protocol, case.profile)
    except KetadoseError as error:
        refused(error)
        return
    written(found)
    str(found.working)


def _exact(order: Order, fields: dict[str, Any]) -> None:
    for name, kind in _MEASURES.items():
        text = fields.get(name)
        if isinstance(text, str):
            _same(BY_NAME[kind], getattr(order, name), text)
    rates = fields.get("rate", ())
    for rate, text in zip(order.rates, rates if isinstance(rates, tuple) else (rates,), strict=False):
        if isinstance(text, str) and type(rate).__name__ in _RATES:
            _same(BY_NAME[type(rate).__name__], rate, text)


def _same(kind: Kind, measure: Any, text: str) -> None:
    plain = str.__str__(text)
    same(measure, kind.said(plain), "{} is read as {}", plain, measure)


_BAG = {"drug": "ketamine", "route": "intravenous", "amount": "35 mg", "weight": "70 kg", "concentration": "50 mg/mL"}
_RUN = {"volume": "0.7 mL", "made_up_to": "100 mL", "rate": "150 mL/h", "over": "40 min"}
_COURSE = {"sessions": "6", "interval": "3 d", "span": "21", "frequency": "twice weekly for 3 weeks", "total": "210 mg"}

TARGET = Target(
    make=make,
    check=check,
    within=0.5,
    longest=600,
    seeds=(
        field(_NAMES, **_BAG, **_RUN),
        field(_NAMES, **_BAG, **_COURSE, protocol="O", patient="70 kg"),
        field(_NAMES, **_BAG | {"amount": "350 mg"}, **_RUN, protocol="K"),
        field(_NAMES, drug="esketamine", route="intranasal", product="K", devices="2", amount="56 mg", frequency="weekly"),
        field(_NAMES, per_weight="0.5 mg/kg", weight="154 lb", rate="12.5 mcg/kg/min", profile="psychiatric clinic"),
        field(_NAMES, added_to="100 mL", amount="50 mg", volume_to_infuse="101 mL", rate="52.5 mg/h", over="1 h"),
        field(_NAMES, rate="150 mL/h") + b"\n" + field(_NAMES, rate="0.75 mg/kg/h"),
        field(_NAMES, frequency="six infusions, every 3 days", bag_volume="0.5 L", product="A"),
    ),
    words=(
        *(f"\n{chr(ord('a') + place)}" for place in range(len(_NAMES))),
        *("35 mg", "0.5 mg/kg", "70 kg", "50 mg/mL", "0.7 mL", "100 mL", "150 mL/h", "40 min", "ketamine", "intravenous"),
        *(
            "intranasal",
            "twice weekly",
            " for 3 weeks",
            "every 3 days",
            "six infusions",
            "acute pain ward",
            "\x01\x00",
            "\x01\x0c",
        ),
    ),
)
