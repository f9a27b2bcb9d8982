"""The shapes of a site's document: one class for each table, one attribute for each key.

They hold what was read; whether it makes sense is for `Regimen`, `Product` and `Limit` to say. A name in these classes is a
key of the document, but for `from`, which Python keeps for itself.
"""

from __future__ import annotations

from typing import Any, NewType

import attrs

from ketadose.measures import Age, Amount, Concentration, Duration, Volume, Weight
from ketadose.model.conduct import Span
from ketadose.model.handling import Diluent
from ketadose.model.level import DoseLevel
from ketadose.terms import Axis, CareArea, Drug, Indication, PhaseKind, Route

Name = NewType("Name", str)
"""What a site calls a protocol or a product: capital letters, digits and underscores."""
Doses = tuple[DoseLevel, ...]
AS_GIVEN = "as given"
"""The place in a site's document where none is named."""
RENAMED = {"from_age": "from"}
"""Attributes whose key Python cannot spell."""


@attrs.frozen
class SourceTable:
    """The site's own document, which everything in the catalog is cited to."""

    document: str
    approved_by: str = ""


@attrs.frozen
class AgesTable:
    """The ages that are dosed so."""

    from_age: Age | None = None
    under: Age | None = None


@attrs.frozen
class PhaseTable:
    """One phase of a treatment."""

    kind: PhaseKind
    sessions: Span | None = None
    every: Span | None = None
    a_week: int | None = None
    weeks: Span | None = None
    condition: str = ""


@attrs.frozen
class TitrationTable:
    """When the dose is changed."""

    rule: str
    improvement: int | None = None
    after: int | None = None
    by: DoseLevel | None = None
    up_to: DoseLevel | None = None
    down_to: DoseLevel | None = None
    every: int | None = None
    everybody: bool = False
    response: bool = False


@attrs.frozen
class MonitoringTable:
    """What is watched in a session."""

    what: str
    minutes: tuple[int, ...] = ()
    at_least: Duration | None = None
    until: str = ""


@attrs.frozen
class ProtocolTable:
    """What is given, how and when."""

    name: Name
    drug: Drug
    route: Route
    title: str = ""
    place: str = AS_GIVEN
    dose: Doses | None = None
    undosed: str = ""
    between: bool = False
    over: Duration | None = None
    days: tuple[int, ...] | None = None
    within: int | None = None
    derived: str = ""
    ascending: bool = False
    at_most: Amount | None = None
    first: Doses = ()
    step: DoseLevel | None = None
    ages: AgesTable | None = None
    area: CareArea = CareArea.PSYCHIATRIC_CLINIC
    indications: tuple[Indication, ...] = ()
    remarks: tuple[str, ...] = ()
    phases: tuple[PhaseTable, ...] = ()
    titration: TitrationTable | None = None
    monitoring: tuple[MonitoringTable, ...] = ()


@attrs.frozen
class HandlingTable:
    """How a product is diluted and how long it keeps."""

    diluents: tuple[Diluent, ...] = ()
    injection_diluents: tuple[Diluent, ...] = ()
    strongest: Concentration | None = None
    use_within: Duration | None = None
    incompatible: tuple[str, ...] = ()
    storage: str = ""


@attrs.frozen
class ProductTable:
    """What is on the shelf."""

    name: Name
    drug: Drug
    strength: Concentration
    volume: Volume
    routes: tuple[Route, ...]
    as_salt: Concentration | None = None
    place: str = AS_GIVEN
    single_use: bool = False
    sprays: int = 0
    rest: Duration | None = None
    instructions: str | None = None
    handling: HandlingTable | None = None


@attrs.frozen
class LimitTable:
    """Bounds on one axis; what kind of figure they are is the axis' to say."""

    area: CareArea
    axis: Axis
    drug: Drug | None = None
    route: Route | None = None
    place: str = AS_GIVEN
    soft_low: Any = None
    hard_low: Any = None
    soft_high: Any = None
    hard_high: Any = None
    reason: str = ""
    window: int | None = None
    up_to: Weight | None = None


def keys_of(table: type[Any]) -> tuple[str, ...]:
    """The keys that a table may have."""
    return tuple(RENAMED.get(field.name, field.name) for field in attrs.fields(table))
