"""One mistake put into an order, and whether anything in the order shows it: plain intervals on a list of products."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Any

import ketadose as kd
from tests.verify_orders import BAGS, COUNTS, POUND, SALT, UNITS, F, Written, clean, places_of, rounded

STEPS = {  # coarsest rounding of a kind, and the finest setting of its device
    "mg": (F(1), F(0)),
    "mg/kg": (F(1, 100), F(0)),
    "kg": (F(1), F(0)),
    "mg/mL": (F(1, 100), F(0)),
    "mL": (F(1, 10), F(1, 100)),
    "min": (F(1), F(0)),
    "mL/h": (F(1), F(1, 10)),
    "mg/h": (F(1), F(0)),
    "mg/kg/h": (F(1, 100), F(0)),
}
PRODUCTS = (  # a figure, and the product of figures that it is; minutes are hours by the last factor
    ("amount", ("per_weight", "weight")),
    ("amount", ("volume", "strength")),
    ("hourly", ("amount_rate", "over")),
    ("amount", ("devices", "content")),
    ("amount_rate", ("per_weight_rate", "weight")),
    ("hourly_each", ("per_weight_rate", "over")),
    ("flowing", ("flow_rate", "amount")),
    ("flowing", ("amount_rate", "bag")),
    ("running", ("flow_rate", "over")),
    ("hourly", ("amount", "sixty")),
    ("hourly_each", ("per_weight", "sixty")),
    ("running", ("bag", "sixty")),
    ("total", ("amount", "sessions")),
    ("weight", ("patient_weight", "one")),
    ("per_weight", ("protocol_per_weight", "one")),
    ("amount", ("protocol_amount", "one")),
    ("over", ("protocol_over", "one")),
    ("sessions", ("protocol_sessions", "one")),
)
Span = tuple[Fraction, Fraction]


def span_of(name: str, value: Fraction) -> Span:
    """What the figure stands for."""
    if name in COUNTS or name in BAGS:
        return value, value
    coarsest, finest = STEPS[UNITS[name]]
    step = max(min(F(1, 10 ** places_of(value)), coarsest), finest)
    low, high = (min(step, coarsest / 2), min(2 * step, coarsest)) if finest else (step / 2, step / 2)
    return (value - low if value > low else value / 2), value + high


def spans(written: Written) -> dict[str, Span]:
    """Every figure of the order and of what it is compared with."""
    known = {name: span_of(name, value) for name, (value, _) in written.figures.items()}
    known |= {"one": (F(1), F(1)), "sixty": (F(60), F(60))}
    product = written.words.get("product")
    if product is not None:
        known["strength"] = (product.strength.value,) * 2
        if product.sprays:
            known["content"] = (product.strength.value * product.volume.value,) * 2
    if "concentration" in known:
        known["strength"] = known["concentration"]
    if written.patient_given:
        weight = written.patient.weight.value
        known["patient_weight"] = (weight * F(95, 100), weight * F(105, 100))
    protocol = written.protocol
    if written.protocol_given:
        (level, *more) = protocol.doses
        if not more:
            name = "protocol_per_weight" if type(level) is kd.measures.PerWeight else "protocol_amount"
            known[name] = (level.value,) * 2
        if protocol.over is not None:
            known["protocol_over"] = (protocol.over.value * 60,) * 2
        if protocol.days is not None:
            known["protocol_sessions"] = (F(len(protocol.days.days)),) * 2
    _bag(written, known)
    if {"amount", "volume", "strength"} <= set(known):
        (low, high), volume = known["amount"], written.figures["volume"][0]
        by, middle = (volume - known["volume"][0]) * known["strength"][1], (low + high) / 2
        known["amount"] = (min(low, max(middle - by, middle / 2)), max(high, middle + by))
    return known


def _bag(written: Written, known: dict[str, Span]) -> None:
    if "volume_to_infuse" in known:
        known["bag"] = known["volume_to_infuse"]
    elif "made_up_to" in known:
        known["bag"] = known["made_up_to"]
    elif "added_to" in known and "volume" in known:
        known["bag"] = (known["added_to"][0] + known["volume"][0], known["added_to"][1] + known["volume"][1])


def expected(known: dict[str, Span], name: str) -> list[Span]:
    """What the other figures give for one of them, each way."""
    others = {each: span for each, span in known.items() if each != name}
    if name == "volume" and "added_to" in others and "volume_to_infuse" not in others:
        others.pop("bag", None)
    if name == "concentration" and "strength" in others:
        others.pop("strength")
    for _ in PRODUCTS:
        for whole, (one, other) in PRODUCTS:
            parts = [each for each in (whole, one, other) if each not in others and each != name]
            if len(parts) == 1 and name not in (whole, one, other):
                others[parts[0]] = _solved(others, whole, one, other, parts[0])
    field = "strength" if name == "concentration" else name
    return [
        _solved(others, whole, one, other, field)
        for whole, (one, other) in PRODUCTS
        if field in (whole, one, other) and all(each in others for each in (whole, one, other) if each != field)
    ]


def _solved(known: dict[str, Span], whole: str, one: str, other: str, wanted: str) -> Span:
    if wanted == whole:
        return known[one][0] * known[other][0], known[one][1] * known[other][1]
    part = other if wanted == one else one
    return known[whole][0] / known[part][1], known[whole][1] / known[part][0]


def visible(after: Written, name: str) -> bool | None:
    """Whether the figure disagrees with what the others give; None where nothing gives it."""
    given = expected(spans(after), name)
    if not given:
        return None
    low, high = spans(after)["strength" if name == "concentration" else name]
    return any(high < least or most < low for least, most in given)


def mistakes(random: Random, written: Written) -> list[tuple[str, tuple[str, ...], Written, str]]:
    """Every mistake of the list that can be made in this order: its kind, the field, the order with it."""
    found: list[tuple[str, tuple[str, ...], Written | None, str]] = []

    def put(kind: str, name: str, value: Fraction, places: int | None = None) -> None:
        places = places_of(value, 6) if places is None else places
        found.append((kind, (name,), written.with_figure(name, value, places), name))

    figures = {name: value for name, (value, _) in written.figures.items()}
    _scaled(random, written, figures, put)
    _crossed(written, figures, put)
    vial = figures.get("concentration")
    if vial in (F(10), F(50), F(100)) and written.words["drug"] == "ketamine":
        for strength in (10, 50, 100):
            if strength != vial:
                put("STRENGTH", "concentration", F(strength))
    _sizes(written, figures, put)
    if "devices" in figures:
        put("DEVICES", "devices", figures["devices"] + random.choice([1, 2]), 0)
    if "sessions" in figures:
        put("FREQUENCY", "sessions", figures["sessions"] + random.choice([1, 2, 3, 6]), 0)
    return [(kind, fields, after, name) for kind, fields, after, name in found if after is not None]


MASSES = ("amount", "total", "per_weight", "concentration", "amount_rate", "per_weight_rate")


def _scaled(random: Random, written: Written, figures: dict[str, Fraction], put: Any) -> None:
    for name, value in figures.items():
        places = written.figures[name][1]
        if name not in COUNTS:
            shift = random.choice([1, 2])
            put("DECIMAL", name, value * 10**shift)
            put("DECIMAL", name, value / 10**shift, places + shift)
        if name in MASSES:
            put("MICROGRAMS", name, value * 1000)
            put("MICROGRAMS", name, value / 1000, places + 3)
            up = random.random() < 0.5
            put("SALT", name, value * SALT if up else value / SALT, max(places, 1 if UNITS[name] in {"mg", "mg/h"} else 2))
        if name in ("over", "flow_rate", "amount_rate", "per_weight_rate"):
            put("MINUTES", name, value * 60)
            put("MINUTES", name, value / 60, places + 3)
        if name in ("amount", "per_weight", "amount_rate", "per_weight_rate"):
            up = random.random() < 0.5
            put("DRUG", name, value * 2 if up else value / 2)
        if name == "weight":
            put("POUNDS", name, value / POUND, random.choice([0, 1]))
            put("POUNDS", name, value * POUND, random.choice([0, 1]))


def _crossed(written: Written, figures: dict[str, Fraction], put: Any) -> None:
    weight, sessions, amount = figures.get("weight"), figures.get("sessions"), figures.get("amount")
    strength = figures.get("concentration") or getattr(written.words.get("product"), "strength", None)
    strength = getattr(strength, "value", strength)
    for total, each in (("amount", "per_weight"), ("amount_rate", "per_weight_rate")):
        if weight is not None:
            if total in figures:
                put("PER_WEIGHT", total, rounded(figures[total] / weight, 3))
            if each in figures:
                put("PER_WEIGHT", each, rounded(figures[each] * weight, 1))
    if sessions is not None and sessions > 1:
        if amount is not None:
            put("COURSE", "amount", amount * sessions)
        if "per_weight" in figures:
            put("COURSE", "per_weight", figures["per_weight"] * sessions)
        if "total" in figures:
            put("COURSE", "total", amount or rounded(figures["total"] / sessions, 2))
    if strength is not None and amount is not None and not getattr(written.words.get("product"), "sprays", 0):
        if "volume" in figures:
            put("VOLUME", "volume", amount)
        put("VOLUME", "amount", rounded(amount / strength, 2))
    if "flow_rate" in figures and "amount_rate" in figures and amount is not None and {"made_up_to"} & set(figures):
        put("VOLUME", "flow_rate", figures["amount_rate"])
        put("VOLUME", "amount_rate", figures["flow_rate"])


def _sizes(written: Written, figures: dict[str, Fraction], put: Any) -> None:
    product = written.words.get("product")
    if product is None or product.sprays or product.routes[0] is kd.Route.ORAL:
        return
    if "volume" in figures:
        put("VIAL", "volume", figures["volume"] * product.volume.value)
    if "concentration" in figures:
        put("VIAL", "concentration", product.strength.value / product.volume.value)


def worded(random: Random, written: Written) -> list[tuple[str, tuple[str, ...], Written]]:
    """Mistakes in words and readings; what shows each of them is plain."""
    found: list[tuple[str, tuple[str, ...], Written]] = []
    figures, words = written.figures, written.words

    def other(**changes: Any) -> Written:
        return Written(
            changes.get("figures", figures),
            words | changes.get("words", {}),
            written.protocol,
            written.patient,
            written.kept,
            written.protocol_given,
            written.patient_given,
        )

    if written.protocol_given:
        swapped = "esketamine" if words["drug"] == "ketamine" else "ketamine"
        if "product" not in words:
            found.append(("DRUG", ("drug",), other(words={"drug": swapped})))
        route = random.choice([route.value for route in kd.Route if route.value != words["route"]])
        found.append(("ROUTE", ("route",), other(words={"route": route})))
    for way, another in (BAGS, BAGS[::-1]):
        drawn = "volume" in figures or ("amount" in figures and ("product" in words or "concentration" in figures))
        if way in figures and drawn and "volume_to_infuse" not in figures:
            changed = {(another if name == way else name): figure for name, figure in figures.items()}
            after = other(figures=changed)
            if bag_visible(after):
                found.append(("BAG", (another,), after))
    if written.patient_given and "weight" in figures:
        ideal = devine(written.patient)
        after = other(figures=figures | {"weight": (rounded(ideal, 1), 1)})
        if abs(ideal - written.patient.weight.value) * 20 >= written.patient.weight.value and visible(after, "weight"):
            found.append(("BASIS", ("weight",), after))
    if "sessions" in figures and words.get("frequency", "").startswith(("twice weekly for", "six infusions")):
        wrong = "twice weekly for 6 weeks" if words["frequency"].startswith("twice") else "seven infusions over 21 days"
        found.append(("FREQUENCY", ("frequency",), other(words={"frequency": wrong})))
    return found


def bag_visible(after: Written) -> bool:
    """Whether the bag, as the rates have it, is another one than is written."""
    known = spans(after)
    bag = known.pop("bag", None)
    if bag is None:
        return False
    ways = []
    if {"flow_rate", "over"} <= set(known):
        (f, g), (t, u) = known["flow_rate"], known["over"]
        ways.append((f * t / 60, g * u / 60))
    if {"flow_rate", "amount", "amount_rate"} <= set(known):
        (f, g), (a, b), (r, s) = known["flow_rate"], known["amount"], known["amount_rate"]
        ways.append((f * a / s, g * b / r))
    return any(bag[1] < low or high < bag[0] for low, high in ways)


def devine(patient: kd.Patient) -> Fraction:
    """Ideal weight, as a table has it."""
    inches = patient.height.value * F(100, 254)
    return (F(455, 10) if patient.sex.value == "female" else F(50)) + F(23, 10) * (inches - 60)


@dataclass
class Measured:
    """What a run of random orders has shown."""

    orders: int = 0
    false_alarms: list[str] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    disagreed: Counter[str] = field(default_factory=Counter)
    tied: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    uncovered: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> Fraction:
        """The share of mistakes that are in the top tie."""
        return F(sum(self.told.values()), max(sum(self.tried.values()), 1))

    @property
    def alarms(self) -> Fraction:
        """The share of right orders that are said to disagree."""
        return F(len(self.false_alarms), max(self.orders, 1))


def measure(orders: int, seed: int) -> Measured:
    """So many random orders, each as it was written from a calculation and with one mistake put in."""
    result = Measured()
    for number in range(orders):
        random = Random(f"{seed} {number}")  # noqa: S311
        written = clean(random)
        verdict = written.verified().verdict.value
        result.orders += 1
        result.verdicts[verdict] += 1
        if verdict == "disagrees":
            result.false_alarms.append(f"{number}: {written.order()}")
        _one_mistake(random, written, result, number)
    return result


def _one_mistake(random: Random, written: Written, result: Measured, number: int) -> None:
    every: list[Any] = [*mistakes(random, written), *((*each, None) for each in worded(random, written))]
    if not every:
        return
    kind = random.choice(sorted({each[0] for each in every}))
    kind, fields, after, name = random.choice([each for each in every if each[0] == kind])
    seen = True if name is None else visible(after, name)
    if not seen:
        (result.uncovered if seen is None else result.inside)[kind] += 1
        return
    found = after.verified()
    result.tried[kind] += 1
    result.disagreed[kind] += found.verdict.value == "disagrees"
    result.tied[kind] += len(found.likely)
    if any(each.kind.name == kind and each.field in fields for each in found.likely):
        result.told[kind] += 1
    else:
        result.missed.append(f"{number}: {kind} in {', '.join(fields)}: {after.order()}")
