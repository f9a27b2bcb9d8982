"""How a product is diluted and kept, as its label says, and what a site may set instead."""

from __future__ import annotations

from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.measures import Concentration, Duration
from ketadose.measures.reading import read_optional
from ketadose.model.cited import read_citation
from ketadose.records import Record, read_text
from ketadose.terms import Word, read_word


class Diluent(Word):
    """What a drug is diluted with."""

    SALINE = "sodium chloride 0.9 %"
    GLUCOSE = "glucose 5 %"
    WATER = "water for injections"


@attrs.define(init=False, frozen=True)
class Handling(Record):
    """The diluents for an infusion and for an injection, the strongest solution for a vein, how long it keeps, what it meets.

    `use_within` None is the labels' "use immediately"; anything longer is a site's own to set, with its source.
    `incompatible` are drugs that may not share a container with it.

    Raises `KetadoseError`: a "measure." code, "word.unknown", "argument.type", "argument.text".

    >>> import ketadose as kd
    >>> kept = Handling(diluents=("sodium chloride 0.9 %",), use_within="24 h", source=kd.Source.site("Pharmacy 4"))
    >>> print(kept.use)
    use within 1,440 min
    """

    diluents: tuple[Diluent, ...]
    injection_diluents: tuple[Diluent, ...]
    strongest: Concentration | None
    use_within: Duration | None
    incompatible: tuple[str, ...]
    storage: str
    citation: Citation = attrs.field(alias="source")

    def __init__(
        self,
        *,
        diluents: tuple[Diluent | str, ...] = (),
        injection_diluents: tuple[Diluent | str, ...] = (),
        strongest: object = None,
        use_within: object = None,
        incompatible: tuple[str, ...] = (),
        storage: str = "",
        source: Source | Citation | None = None,
    ) -> None:
        self.__attrs_init__(
            tuple(read_word(Diluent, each, "diluents") for each in _several(diluents, "diluents")),
            tuple(
                read_word(Diluent, each, "injection_diluents") for each in _several(injection_diluents, "injection_diluents")
            ),
            read_optional(Concentration, strongest, "strongest"),
            read_optional(Duration, use_within, "use_within"),
            tuple(read_text(each, "incompatible", empty=False) for each in _several(incompatible, "incompatible")),
            read_text(storage, "storage"),
            read_citation(source),
        )

    @property
    def use(self) -> str:
        """How long a diluted solution may be used."""
        return "use immediately" if self.use_within is None else f"use within {self.use_within}"


def _several(given: Any, field: str) -> tuple[Any, ...]:
    if type(given) not in {tuple, list}:
        raise KetadoseError("argument.type", f"{shown(given)} is no tuple", field=field, received=given)
    return tuple(given)
