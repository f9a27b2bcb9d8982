"""Every document that a fact of the catalog cites."""

from __future__ import annotations

from ketadose.evidence import Source, Standing, sources
from sheets.markdown import table

_NO_DOCUMENT = {Standing.OURS, Standing.SITE, Standing.DEFINITION}


def lines() -> list[str]:
    """The bibliography by name."""
    documents = [each for each in (getattr(sources, name) for name in dir(sources)) if each.standing not in _NO_DOCUMENT]
    told = ["## Sources", "", f"{len(documents)} documents.", ""]
    return told + table(
        "name | reference | DOI, PubMed number or address", map(_source, sorted(documents, key=lambda x: x.key))
    )


def _source(source: Source) -> tuple[object, ...]:
    pmid = f"PMID {source.pmid}" if source.pmid else ""
    found = "; ".join(each for each in (source.doi, pmid, source.address) if each)
    return source.key, source.reference, found or source.standing.value
