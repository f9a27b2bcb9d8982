"""The limits of a care area, ready to be asked by drug and route."""

from __future__ import annotations

import attrs

from ketadose.evidence import Standing
from ketadose.findings import DoseRule, Limit
from ketadose.records import Record, read_text
from ketadose.terms import Axis, CareArea, Drug, Route

_Key = tuple[Drug, Route]


@attrs.frozen
class Rules(Record):
    """What bounds one drug by one route in one care area, sorted by axis."""

    limits: tuple[Limit, ...]
    amount: tuple[Limit, ...]
    per_weight: tuple[Limit, ...]
    amount_rate: tuple[Limit, ...]
    per_weight_rate: tuple[Limit, ...]
    duration: tuple[Limit, ...]
    interval: tuple[Limit, ...]
    per_week: tuple[Limit, ...]
    course: tuple[Limit, ...]
    window: tuple[Limit, ...]
    allowed: tuple[DoseRule, ...]
    bounded: bool
    """Whether anything but an outer wall bounds the dose from above."""


@attrs.define(init=False, frozen=True)
class Profile(Record):
    """A care area with its limits and dose rules; a site may add stricter ones of its own, which are named in `site`."""

    area: CareArea
    limits: tuple[Limit, ...]
    rules: tuple[DoseRule, ...]
    site: str
    weight: tuple[Limit, ...] = attrs.field(init=False, repr=False, eq=False)
    age: tuple[Limit, ...] = attrs.field(init=False, repr=False, eq=False)
    _ready: dict[_Key, Rules] = attrs.field(init=False, repr=False, eq=False)

    def __init__(self, area: CareArea, limits: tuple[Limit, ...], rules: tuple[DoseRule, ...] = (), site: str = "") -> None:
        self.__attrs_init__(area, tuple(limits), tuple(rules), read_text(site, "site"))
        object.__setattr__(self, "weight", tuple(limit for limit in limits if limit.axis is Axis.WEIGHT))
        object.__setattr__(self, "age", tuple(limit for limit in limits if limit.axis is Axis.AGE))
        object.__setattr__(self, "_ready", {})

    def for_(self, drug: Drug, route: Route) -> Rules:
        """The limits that bind this drug by this route here."""
        rules = self._ready.get((drug, route))
        if rules is None:
            rules = self._ready[drug, route] = self._sorted(drug, route)
        return rules

    def contains(self, other: Profile) -> bool:
        """Whether every limit and rule of the other profile stands here too."""
        kept = self.limits[: len(other.limits)] == other.limits and self.rules[: len(other.rules)] == other.rules
        return self.area is other.area and kept

    def __str__(self) -> str:
        return f"{self.area.value} with the limits of {self.site}" if self.site else self.area.value

    def _sorted(self, drug: Drug, route: Route) -> Rules:
        own = tuple(x for x in self.limits if x.drug in {None, drug} and x.route in {None, route})
        by_axis = {axis: tuple(limit for limit in own if limit.axis is axis) for axis in Axis}
        return Rules(
            own,
            by_axis[Axis.AMOUNT],
            by_axis[Axis.PER_WEIGHT],
            by_axis[Axis.AMOUNT_RATE],
            by_axis[Axis.PER_WEIGHT_RATE],
            by_axis[Axis.DURATION],
            by_axis[Axis.INTERVAL],
            by_axis[Axis.PER_WEEK],
            by_axis[Axis.COURSE],
            by_axis[Axis.WINDOW],
            (allowed := tuple(rule for rule in self.rules if rule.drug is drug and rule.route is route)),
            bool(allowed) or _bounded(by_axis),
        )


def _bounded(by_axis: dict[Axis, tuple[Limit, ...]]) -> bool:
    """Whether the dose is bounded: itself, or its rate where a bolus is refused and the duration has an end."""
    if any(map(_caps, by_axis[Axis.AMOUNT] + by_axis[Axis.PER_WEIGHT])):
        return True
    duration = by_axis[Axis.DURATION]
    timed = any(limit.hard_low for limit in duration) and any(limit.hard_high for limit in duration)
    return timed and any(map(_caps, by_axis[Axis.AMOUNT_RATE] + by_axis[Axis.PER_WEIGHT_RATE]))


def _caps(limit: Limit) -> bool:
    """Whether the limit bounds from above; a wall or a site's own limit does not make a dose known to be bounded."""
    highs = (bound for bound in (limit.soft_high, limit.hard_high) if bound is not None)
    return not limit.wall and any(bound.citation.source.standing is not Standing.SITE for bound in highs)
