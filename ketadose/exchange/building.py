"""From the tables to the library's own records, each built and checked by its own class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source
from ketadose.exchange.strict import MOST_HINTS, structured
from ketadose.exchange.tables import (
    AS_GIVEN,
    AgesTable,
    HandlingTable,
    MonitoringTable,
    PhaseTable,
    ProductTable,
    ProtocolTable,
    TitrationTable,
    keys_of,
)
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.handling import Handling
from ketadose.model.product import Product
from ketadose.model.regimen import Regimen

T = TypeVar("T")


class Building:
    """What is being built from a document: its source, and every error so far with its path."""

    def __init__(self) -> None:
        self.source = Source.site("a document without a name")  # until it is read: the errors after it are wanted too
        self.errors: list[KetadoseError] = []
        self.hints = iter(range(MOST_HINTS))

    def read(self, table: type[T], given: object, path: str) -> T | None:
        """The table filled from plain data; None, with its errors kept, where it has any."""
        filled, errors = structured(table, given, self.hints)
        for error in errors:
            error.field = f"{path}.{error.field}" if error.field and error.field[0] != "[" else f"{path}{error.field}"
        self.errors += errors
        return filled

    def make(self, path: str, keys: Iterable[str], kind: Callable[..., T], /, *args: Any, **fields: Any) -> T | None:
        """What the class makes of the fields; None, with the error kept, where it refuses them."""
        try:
            return kind(*args, **fields)
        except KetadoseError as error:
            error.field = f"{path}.{error.field}" if error.field in keys else path
            self.errors.append(error.with_traceback(None))
            return None

    def cite(self, path: str, place: str) -> Citation:
        """The site's document and the place in it; a blank place is an error, and the rest is read on."""
        return self.make(path, (), Citation, self.source, place) or Citation(self.source, AS_GIVEN)

    def refuse(self, path: str, problem: str, fix: str = "", code: str = "catalog.document") -> None:
        """Keep an error of the document."""
        self.errors.append(KetadoseError(code, problem, field=path, fix=fix))


def build_source(document: str, approved_by: str) -> Source:
    """The site's own document as a source; its name must not be blank."""
    return Source.site(document, approved_by=approved_by)


def build_protocol(table: ProtocolTable, path: str, building: Building) -> Regimen | None:
    """A protocol as a regimen that cites the site's document."""
    keys = keys_of(ProtocolTable)
    cited = building.cite(f"{path}.place", table.place)
    phases, monitoring, titration = _conduct(table, path, cited, building)
    return building.make(
        path,
        keys,
        Regimen,
        table.drug,
        table.route,
        table.dose,
        **{name: getattr(table, name) for name in ("undosed", "between", "over", "at_most", "first", "step", "area")},
        **{name: getattr(table, name) for name in ("name", "title", "indications", "remarks")},
        days=_days(table, path, cited, building),
        ages=_ages(table.ages, f"{path}.ages", cited, building),
        source=cited,
        phases=phases,
        titration=titration,
        monitoring=monitoring,
    )


def build_product(table: ProductTable, path: str, building: Building) -> Product | None:
    """A product that cites the site's document."""
    cited = building.cite(f"{path}.place", table.place)
    instructions = None if table.instructions is None else building.cite(f"{path}.instructions", table.instructions)
    options = _given(table, "instructions", "handling", "place", "drug", "strength", "volume")
    if table.handling is not None:
        keys = keys_of(HandlingTable)
        handling = _given(table.handling)
        options["handling"] = building.make(f"{path}.handling", keys, Handling, **handling, source=cited)
    return building.make(
        path,
        keys_of(ProductTable),
        Product,
        table.drug,
        table.strength,
        table.volume,
        **options,
        instructions=instructions,
        source=cited,
    )


def _given(table: Any, *without: str) -> dict[str, Any]:
    """The fields of a table under their names, but for those named."""
    return {field.name: getattr(table, field.name) for field in attrs.fields(type(table)) if field.name not in without}


def _days(table: ProtocolTable, path: str, cited: Citation, building: Building) -> DayPattern | None:
    if table.days is not None:
        fields = ("days", "within", "derived", "ascending")
        return building.make(path, fields, DayPattern, table.days, cited, table.within, table.derived, table.ascending)
    for key in ("within", "derived", "ascending"):
        if getattr(table, key):
            building.refuse(f"{path}.{key}", "this says something of days, and there are none", "Write days", "regimen.pattern")
    return None


def _ages(table: AgesTable | None, path: str, cited: Citation, building: Building) -> AgeRange | None:
    if table is None:
        return None
    low, high = table.from_age, table.under
    if (low is None and high is None) or (low is not None and high is not None and low >= high):
        building.refuse(path, "ages from one on, under an older one, or one of the two", code="limit.empty")
        return None
    return AgeRange(cited, low, high)


def _conduct(
    table: ProtocolTable, path: str, cited: Citation, building: Building
) -> tuple[tuple[Phase, ...], tuple[Monitoring, ...], Titration | None]:
    """The phases, the monitoring and the titration, each with the errors of its own."""
    phases = [
        building.make(f"{path}.phases[{n}]", keys_of(PhaseTable), Phase, citation=cited, **_given(each))
        for n, each in enumerate(table.phases, 1)
    ]
    watched = [
        building.make(f"{path}.monitoring[{n}]", keys_of(MonitoringTable), Monitoring, citation=cited, **_given(each))
        for n, each in enumerate(table.monitoring, 1)
    ]
    changed = None
    if table.titration is not None:
        keys = keys_of(TitrationTable)
        changed = building.make(f"{path}.titration", keys, Titration, citation=cited, **_given(table.titration))
    return tuple(filter(None, phases)), tuple(filter(None, watched)), changed
