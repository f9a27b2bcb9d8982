"""Where a number comes from. A fact without a citation cannot be made."""

from __future__ import annotations

from enum import Enum
from typing import Self

import attrs

from ketadose.errors import KetadoseError
from ketadose.records import Record, is_a, read_text
from ketadose.terms import Grade


class Standing(Enum):
    """What kind of authority stands behind a fact."""

    PUBLISHED = "published"
    OURS = "a judgement of this project, not a published limit"
    SITE = "site, unpublished"
    DEFINITION = "by definition"
    PAGE = "clinic or educational page, not a source of facts"


@attrs.frozen
class Source(Record):
    """A document: its key, the reference to find it by, and what kind of authority it is.

    Raises `KetadoseError` "source.incomplete" without a key and a reference, or, for a published one, without a DOI, a
    PubMed number or an address.
    """

    key: str
    reference: str
    standing: Standing = Standing.PUBLISHED
    doi: str = ""
    pmid: str = ""
    address: str = ""
    approved_by: str = ""

    def __attrs_post_init__(self) -> None:
        for field in ("key", "reference", "doi", "pmid", "address", "approved_by"):
            read_text(getattr(self, field), f"source {field}")
        if type(self.standing) is not Standing or not self.key.strip() or not self.reference.strip():
            raise KetadoseError("source.incomplete", "a source needs a key and a reference", field="source", received=self.key)
        if self.standing is Standing.PUBLISHED and not (self.doi or self.pmid or self.address):
            raise KetadoseError(
                "source.incomplete",
                "a published source needs something to look it up by",
                field=self.key,
                expected="a DOI, a PubMed number or an address",
            )

    @classmethod
    def site(cls, document: str, *, approved_by: str = "") -> Self:
        """A site's own document, labelled "site, unpublished" wherever it is cited.

        >>> import ketadose as kd
        >>> print(kd.Source.site("SOP 12", approved_by="A. Pharmacist"))
        SOP 12 (site, unpublished; approved by A. Pharmacist)
        """
        return cls(key=document, reference=document, standing=Standing.SITE, approved_by=approved_by)

    def __str__(self) -> str:
        if self.standing in {Standing.OURS, Standing.DEFINITION}:
            return str(self.standing.value)
        if self.standing is Standing.SITE:
            approved = f"; approved by {self.approved_by}" if self.approved_by else ""
            return f"{self.reference} ({self.standing.value}{approved})"
        if self.standing is Standing.PAGE:
            return f"{self.reference} ({self.standing.value})"
        found = f"doi {self.doi}" if self.doi else f"PMID {self.pmid}" if self.pmid else self.address
        return f"{self.reference}, {found}"


@attrs.frozen
class Citation(Record):
    """A source and the place in it that carries the fact.

    Raises `KetadoseError` "source.incomplete" without a source or a place.
    """

    source: Source
    place: str

    def __attrs_post_init__(self) -> None:
        if not is_a(self.source, Source) or not read_text(self.place, "place").strip():
            raise KetadoseError(
                "source.incomplete",
                "a citation needs a source and the place in it",
                field="citation",
                received=self.place,
                fix='Write Citation(sources.OLIVER_2022, "abstract")',
            )

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" if self.source.standing is Standing.PUBLISHED else str(self.source)


@attrs.frozen
class Evidence(Record):
    """How far a published regimen has been studied: the kind of study, its people, what it found and what speaks against it.

    `participants` is 0 where the source is no study. `outcome` is what the source itself reports, `negative` what it
    reports against the treatment, `against` other studies of the same treatment that found no benefit.
    """

    grade: Grade
    design: str
    population: str
    participants: int
    outcome: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    against: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        for text in (self.design, self.population, *self.outcome, *self.negative):
            read_text(text, "evidence")
        counted = type(self.participants) is int and self.participants >= 0
        if type(self.grade) is not Grade or not counted or not all(is_a(each, Citation) for each in self.against):
            raise KetadoseError(
                "argument.type", "evidence has a grade, counts its people and cites what speaks against it", field="evidence"
            )
