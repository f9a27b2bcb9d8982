"""Mistakes in the reading of a field: another vial, another way to make a bag, another weight, route, drug or frequency."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ketadose.catalog import products
from ketadose.measures import Volume, Weight
from ketadose.model.patient import Patient, Scalar
from ketadose.terms import Drug, MistakeKind, Route
from ketadose.verify.basis import weights_of
from ketadose.verify.facts import Facts
from ketadose.verify.figures import Figure, coarsest, exactly, meant, step_of
from ketadose.verify.frequency import WEEK
from ketadose.verify.mistakes import Undone
from ketadose.verify.rules import Course, Rule, SameCount

_WAYS = {"made_up_to": "added_to", "added_to": "made_up_to"}


def other_vials(facts: Facts) -> Iterator[Undone]:
    """Vials of the other strengths of the catalog, and the strength in each mL taken for the content of a vial."""
    vials = [each for each in products.ALL if not each.sprays and each.drug is (facts.drug or Drug.KETAMINE)]
    strengths = sorted({each.strength.value for each in vials})
    for field, name in (("concentration", "concentration"), ("product", "product_strength")):
        figure = facts.figures.get(name)
        if figure is not None and figure.value in strengths:
            for strength in strengths:
                if strength != figure.value:
                    new = exactly(strength)
                    yield Undone(MistakeKind.STRENGTH, field, facts.tried(**{name: new}), new)
    sizes = {(each.strength.value, each.volume.value) for each in vials}
    if facts.product is not None:
        sizes |= {(facts.product.strength.value, facts.product.volume.value)}
    yield from _per_vial(facts, sizes)


def _per_vial(facts: Facts, sizes: set[tuple[Fraction, Fraction]]) -> Iterator[Undone]:
    """The volume drawn as though a vial held what each mL holds; the strength written as though it were spread over a vial."""
    drawn, written, strength = facts.figures.get("volume"), facts.figures.get("concentration"), facts.strength
    for vial, size in sorted(sizes):
        if drawn is not None and strength is not None and strength.value == vial:
            new = meant(Volume, drawn.value / size, step_of(Volume, drawn.place) / (2 * size))
            yield Undone(MistakeKind.VIAL, "volume", facts.tried(volume=new), new)
        if written is not None and written.low * size <= vial <= written.high * size:
            new = exactly(vial)
            yield Undone(MistakeKind.VIAL, "concentration", facts.tried(concentration=new), new)


def other_bag(facts: Facts) -> Iterator[Undone]:
    """The bag made the other way."""
    way = _WAYS.get(facts.bag_way)
    tried = facts._replace(bag_way=way or "")
    if way is not None and tried.get("infused") is not None:
        yield Undone(MistakeKind.BAG, facts.bag_way, tried, way.replace("_", " "))


def other_weight(facts: Facts, patient: Patient | None) -> Iterator[Undone]:
    """The patient's weight on another basis."""
    written = facts.figures.get("weight")
    if patient is not None and written is not None:
        for basis, weight in weights_of(patient).items():
            new = exactly(weight).widened(coarsest(Weight) / 2)
            if basis is not Scalar.ACTUAL or not new.meets(written):
                tried = facts.tried(weight=new)._replace(on_basis=True)
                yield Undone(MistakeKind.BASIS, "weight", tried, f"{basis.value} weight")


def other_words(facts: Facts) -> Iterator[Undone]:
    """The other drug, and the other routes."""
    for drug in Drug if facts.drug is not None else ():
        if drug is not facts.drug:
            yield Undone(MistakeKind.DRUG, "drug", facts._replace(drug=drug), drug.value)
    for route in Route if facts.route is not None else ():
        if route is not facts.route:
            yield Undone(MistakeKind.ROUTE, "route", facts._replace(route=route), route.value)


def other_devices(facts: Facts) -> Iterator[Undone]:
    """As many devices as the dose takes."""
    content = facts.figures.get("content")
    if "devices" in facts.figures and content is not None:
        for count in dict.fromkeys(_nearest(dose.value / content.value) for dose in facts.doses(without="devices")):
            new = exactly(count)
            if count > 0 and new.value != facts.figures["devices"].value:
                yield Undone(MistakeKind.DEVICES, "devices", facts.tried(devices=new), new)


def other_frequency(facts: Facts, rules: tuple[Rule, ...]) -> Iterator[Undone]:
    """Each figure of a course as the others would have it."""
    courses = [rule for rule in rules if isinstance(rule, Course | SameCount) and not rule.holds(facts)]
    fields = dict.fromkeys(field for rule in courses for field in rule.fields)
    counted = [rule for rule in rules if not rule.holds(facts) and set(rule.fields) & {"sessions", "said_sessions"}]
    fields |= dict.fromkeys(f for rule in counted for f in rule.fields if f in {"sessions", "said_sessions"})
    for field in fields:
        for number in _candidates(field, facts):
            new = exactly(number)
            if new.value != facts.figures[field].value:
                name, tried = "frequency", _said_otherwise(facts, field, number)
                if tried is None:
                    name, tried = field, facts.tried(**{field: new})
                if facts.figures.keys() <= tried.figures.keys():  # "twice weekly for 10 days" says no number of sessions
                    yield Undone(MistakeKind.FREQUENCY, name, tried, _as_said(field, new))


def _said_otherwise(facts: Facts, field: str, number: int) -> Facts | None:
    """The text of the frequency with another number in it; None for a field of its own."""
    said = facts.frequency
    if said is None or not field.startswith("said_"):
        return None
    if field == "said_sessions":
        return facts.said(said._replace(number=number))
    if field == "said_days":
        return facts.said(said._replace(days=number))
    return facts.said(said._replace(a_week=number) if field == "said_a_week" else said._replace(every=number))


def _candidates(field: str, facts: Facts) -> tuple[int, ...]:
    """Every number that the other figures of the course could give this field."""
    known = {name: int(figure.value) for name, figure in facts.figures.items() if figure.value.denominator == 1}
    counts = [known[name] for name in ("sessions", "said_sessions", "protocol_sessions") if name in known]
    spans = [known[name] for name in ("span", "said_days") if name in known]
    gaps = [known[name] for name in ("interval", "said_every") if name in known]
    rate = known.get("said_a_week")
    if field in {"sessions", "said_sessions"}:
        found = [*counts, *(n for s in spans for g in gaps for n in (s // g, s // g + 1))]
        found += [n for s in spans if rate for n in (rate * s // WEEK, -(-rate * s // WEEK))]
        total = facts.get("total")
        found += [] if total is None else [_nearest(total.value / dose.value) for dose in facts.doses(without="total")]
    elif field == "said_a_week":
        found = list(range(1, WEEK + 1))
    elif field in {"interval", "said_every"}:
        found = [*gaps, *(s // n for s in spans for n in counts), *((s - 1) // (n - 1) for s in spans for n in counts if n > 1)]
        found += [WEEK // rate, -(-WEEK // rate)] if rate else []
    else:
        found = [*spans, *(n * g for n in counts for g in gaps), *((n - 1) * g + 1 for n in counts for g in gaps)]
        found += [-(-n // rate) * WEEK for n in counts if rate]
    return tuple(dict.fromkeys(number for number in found if number > 0))


def _nearest(value: Fraction) -> int:
    return int((2 * value + 1) // 2)


def _as_said(field: str, new: Figure) -> str:
    count = int(new.value)
    return {
        "sessions": f"{count} sessions",
        "said_sessions": f"{count} sessions",
        "interval": f"every {count} days",
        "said_every": f"every {count} days",
        "said_a_week": f"{count} a week",
    }.get(field, f"{count} days")
