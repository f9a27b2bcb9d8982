"""What nothing checks in an order, and what it would have to say for that to be checked."""

from __future__ import annotations

from collections.abc import Iterable

from ketadose.measures import Measure
from ketadose.model.order import Order
from ketadose.model.profile import Profile
from ketadose.terms import Axis, Word
from ketadose.verify.facts import FIELDS, Facts
from ketadose.verify.figures import exactly
from ketadose.verify.relations import relations_of
from ketadose.verify.rules import Rule, course_rules

_FIRST = ("amount", "per_weight", "weight")
_ASKED = (
    *_FIRST,
    "volume",
    "concentration",
    "over",
    "flow_rate",
    "infused",
    "amount_rate",
    "per_weight_rate",
    "devices",
    "sessions",
    "interval",
    "span",
    "said_a_week",
    "total",
)
"""What an order may be asked for, the plainest first."""
_TIMES = frozenset({"over", "flow_rate", "amount_rate", "per_weight_rate"})
_COURSE = frozenset({"sessions", "interval", "span", "said_sessions", "said_a_week", "said_every", "said_days"})


def unchecked(order: Order, facts: Facts, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The figures of the order that take part in no relation, by their fields."""
    taking = {field for rule in rules for field in rule.fields}
    if taking & {"product_strength", "content"}:
        taking.add("product")
    if "infused" in taking:
        taking |= {"volume_to_infuse"} if "volume_to_infuse" in facts.figures else {facts.bag_way}
    if any(field.startswith("said_") for field in taking):
        taking.add("frequency")
    fields = [each.name for each in type(order).__attrs_attrs__ if each.name not in {"drug", "route", "rates"}]
    written = [name for name in fields if getattr(order, name) not in {None, ""}]
    rates = [name for name in ("flow_rate", "amount_rate", "per_weight_rate") if getattr(order, name) is not None]
    return tuple(name for name in (*written, *rates) if name not in taking)


def missing(order: Order, facts: Facts, rules: tuple[Rule, ...], lacking: tuple[str, ...], profile: Profile) -> tuple[str, ...]:
    """What the order would have to say: drug and route, how long an infusion runs, and what has each figure checked."""
    needed = [name for name in ("drug", "route") if getattr(order, name) is None]
    if unhurried(facts, profile):
        needed.append(FIELDS["over"].noun)
    if not rules and not lacking:
        return (*needed, *(FIELDS[name].noun for name in _FIRST))
    if lacking:
        helping = [FIELDS[name].noun for name in _ASKED if _helps(name, facts, lacking)]
        needed += helping or [FIELDS[name].noun for name in _FIRST if name not in facts.figures]
    return tuple(dict.fromkeys(needed))


def unhurried(facts: Facts, profile: Profile) -> bool:
    """Whether the limits ask for a shortest duration and the order neither says nor lets find how long it takes."""
    if facts.drug is None or facts.route is None:
        return False
    timed = [limit for limit in profile.for_(facts.drug, facts.route).limits if limit.axis is Axis.DURATION and limit.hard_low]
    return bool(timed) and not any(name in facts.figures for name in _TIMES)


def _helps(name: str, facts: Facts, lacking: tuple[str, ...]) -> bool:
    """Whether one more field would have something checked that is not."""
    known = {field for field in FIELDS if facts.get(field) is not None}
    if name in known:
        return False
    wanted = {"infused" if each in {"made_up_to", "added_to", "bag_volume", "volume_to_infuse"} else each for each in lacking}
    wanted |= {"product_strength", "content"} if "product" in lacking else set()
    wanted |= {field for field in known if field.startswith("said_")} if "frequency" in lacking else set()
    found: list[Rule] = [relation for relation in relations_of(known | {name}) if name in relation.fields]
    if name in _COURSE:
        tried = facts.tried(**{name: exactly(1)})
        found += [rule for rule in course_rules(tried) if name in rule.fields]
    return any(wanted & set(rule.fields) for rule in found)


def figure_text(given: object) -> str:
    """A figure as it is written, and in the library's own words where those differ."""
    if isinstance(given, Measure) and given.written not in {None, str(given)}:
        return f"{given.written} ({given})"
    return str(given.value) if isinstance(given, Word) else str(given)
