"""A site's own limits: each on one axis, in one care area, cited to the site's document."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.exchange.building import Building
from ketadose.exchange.strict import whole_number
from ketadose.exchange.tables import LimitTable, keys_of
from ketadose.findings import Bound, Limit
from ketadose.measures import Age, Amount, AmountRate, Duration, Measure, PerWeight, PerWeightRate, Weight
from ketadose.measures.reading import read
from ketadose.records import Record
from ketadose.terms import Axis, CareArea

_KINDS: dict[Axis, type[Measure] | None] = {
    Axis.AGE: Age,
    Axis.WEIGHT: Weight,
    Axis.AMOUNT: Amount,
    Axis.PER_WEIGHT: PerWeight,
    Axis.AMOUNT_RATE: AmountRate,
    Axis.PER_WEIGHT_RATE: PerWeightRate,
    Axis.DURATION: Duration,
    Axis.INTERVAL: None,
    Axis.PER_WEEK: None,
    Axis.COURSE: None,
    Axis.WINDOW: PerWeight,
}
"""What a bound on each axis is; None: a whole number of days or sessions."""
_OF_THE_PERSON = frozenset({Axis.AGE, Axis.WEIGHT})
_OF_A_DOSE = frozenset({Axis.AMOUNT, Axis.PER_WEIGHT, Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE, Axis.DURATION})
_BOUNDS = ("soft_low", "hard_low", "soft_high", "hard_high")


@attrs.frozen
class SiteLimit(Record):
    """A limit of a site and the care area that it belongs to.

    Raises `KetadoseError` "argument.type".
    """

    area: CareArea
    limit: Limit

    def __attrs_post_init__(self) -> None:
        if type(self.area) is not CareArea or type(self.limit) is not Limit:
            raise KetadoseError(
                "argument.type", f"{shown(self.limit)} is no limit of a care area", field="limit", received=self.limit
            )


def build_limit(table: LimitTable, path: str, building: Building) -> SiteLimit | None:
    """A limit with its bounds; a key that would have no effect on its axis is refused."""
    before = len(building.errors)
    if table.axis not in _KINDS:
        building.refuse(f"{path}.axis", f"nothing is judged by {table.axis.value}", code="word.unknown")
        return None
    _refuse_idle_keys(table, path, building)
    cited = building.cite(f"{path}.place", table.place)
    bounds = {
        name: building.make(f"{path}.{name}", (), _bound, _KINDS[table.axis], getattr(table, name), cited, table.reason)
        for name in _BOUNDS
        if getattr(table, name) is not None
    }
    if len(building.errors) > before:
        return None
    fields: dict[str, Any] = {"drug": table.drug, "route": table.route, "window": table.window or 0, "up_to": table.up_to}
    limit = building.make(path, keys_of(LimitTable), Limit, table.axis, **fields, **bounds)
    return None if limit is None else SiteLimit(table.area, limit)


def _bound(kind: type[Measure] | None, given: object, cited: Citation, reason: str) -> Bound:
    if kind is not None:
        return Bound(read(kind, given, "bound"), cited, reason)
    return Bound(whole_number(given), cited, reason)


def _refuse_idle_keys(table: LimitTable, path: str, building: Building) -> None:
    axis = table.axis
    if axis is Axis.WINDOW and not table.window:
        building.refuse(f"{path}.window", f"{axis.value} is added up over days", "Write window = 28 for 28 days")
    for key, judged in (
        ("window", axis is Axis.WINDOW),
        ("up_to", axis in _OF_A_DOSE),
        ("drug", axis not in _OF_THE_PERSON),
        ("route", axis not in _OF_THE_PERSON),
    ):
        if getattr(table, key) is not None and not judged:
            building.refuse(f"{path}.{key}", f"this has no effect on a limit of {axis.value}", f"Leave out {key}")
