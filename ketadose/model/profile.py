"""The limits of a care area, ready to be asked by drug and route."""

from __future__ import annotations

import attrs

from ketadose.bounds import Pairs, innermost
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Standing
from ketadose.findings import DoseRule, Limit
from ketadose.records import Record, is_a, read_text
from ketadose.terms import Axis, CareArea, Drug, Route, read_word

_Key = tuple[Drug, Route]
OF_A_DOSE = (Axis.AMOUNT, Axis.PER_WEIGHT, Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE, Axis.DURATION)
_OF_A_COURSE = (Axis.INTERVAL, Axis.PER_WEEK, Axis.COURSE, Axis.WINDOW)


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
    """Whether anything but an outer wall or a site's own limit bounds the dose from above."""
    course_bounded: bool
    """Whether the library bounds how sessions follow each other, how many there are or what they add up to."""
    of_dose: tuple[Pairs, ...]
    """The innermost bounds on mg, mg/kg, mg/h, mg/kg/h and duration, in this order: a dose within them breaks no limit."""


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
        for field, given, kind in (("limits", limits, Limit), ("rules", rules, DoseRule)):
            if type(given) not in {tuple, list} or not all(is_a(each, kind) for each in given):
                raise KetadoseError(
                    "argument.type",
                    f"{shown(given)} is no tuple of {field}",
                    field=field,
                    received=given,
                    expected=f"a tuple of {kind.__name__}",
                )
        read_area = read_word(CareArea, area, "area")
        self.__attrs_init__(read_area, tuple(limits), tuple(rules), read_text(site, "site"))
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
            any(map(_published, (limit for axis in _OF_A_COURSE for limit in by_axis[axis]))),
            tuple(innermost(by_axis[axis]) for axis in OF_A_DOSE),
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
    return not limit.wall and bool(limit.soft_high or limit.hard_high) and _published(limit)


def _published(limit: Limit) -> bool:
    bounds = (limit.soft_low, limit.hard_low, limit.soft_high, limit.hard_high)
    return any(bound is not None and bound.citation.source.standing is not Standing.SITE for bound in bounds)
