"""The limits of a care area, ready to be asked by drug and route."""

from __future__ import annotations

import attrs

from ketadose.findings import DoseRule, Limit
from ketadose.records import Record
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
    """A care area with its limits and dose rules."""

    area: CareArea
    limits: tuple[Limit, ...]
    rules: tuple[DoseRule, ...]
    weight: tuple[Limit, ...] = attrs.field(init=False, repr=False, eq=False)
    age: tuple[Limit, ...] = attrs.field(init=False, repr=False, eq=False)
    _ready: dict[_Key, Rules] = attrs.field(init=False, repr=False, eq=False)

    def __init__(self, area: CareArea, limits: tuple[Limit, ...], rules: tuple[DoseRule, ...] = ()) -> None:
        self.__attrs_init__(area, limits, rules)
        object.__setattr__(self, "weight", tuple(limit for limit in limits if limit.axis is Axis.WEIGHT))
        object.__setattr__(self, "age", tuple(limit for limit in limits if limit.axis is Axis.AGE))
        object.__setattr__(self, "_ready", {(drug, route): self._sorted(drug, route) for drug in Drug for route in Route})

    def for_(self, drug: Drug, route: Route) -> Rules:
        """The limits that bind this drug by this route here."""
        return self._ready[drug, route]

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
            bool(allowed) or any(_caps(each) for each in by_axis[Axis.AMOUNT] + by_axis[Axis.PER_WEIGHT]),
        )


def _caps(limit: Limit) -> bool:
    return not limit.wall and (limit.soft_high is not None or limit.hard_high is not None)
