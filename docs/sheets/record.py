"""Every record of the catalog as plain data, for the golden file."""

from __future__ import annotations

from typing import Any

from ketadose import catalog
from ketadose.catalog import (
    bioavailability,
    contraindications,
    day_of_session,
    discrepancies,
    incidents,
    interactions,
    limits,
    products,
    protocols,
    salts,
    scales,
    side_effects,
    time_courses,
)
from ketadose.evidence import sources
from sheets.limits import single_figures


def everything() -> dict[str, Any]:
    """The whole catalog; documents are told once and cited by name."""
    documents = [getattr(sources, name) for name in dir(sources)]
    weights = (*limits.LEAN_DOMAIN, *limits.IDEAL_DOMAIN, limits.POUNDS_BMI_READ)
    return {
        "version": catalog.VERSION,
        "protocols": _all(protocols.ALL),
        "products": _all(products.ALL),
        "limits": {area.value: _all(profile.limits) for area, profile in limits.PROFILES.items()},
        "rules": {area.value: _all(profile.rules) for area, profile in limits.PROFILES.items()},
        "weights": _all(weights),
        "figures": _all(single_figures()),
        "bioavailability": _all(bioavailability.ALL),
        "salts": _all((*salts.SALTS, *salts.POTENCIES)),
        "scales": _all(scales.ALL),
        "definitions": _all(scales.DEFINITIONS),
        "contraindications": _all(contraindications.ALL),
        "side_effects": _all(side_effects.ALL),
        "interactions": _all(interactions.ALL),
        "day_of_session": _all(day_of_session.ALL),
        "time_courses": _all(time_courses.ALL),
        "discrepancies": _all(discrepancies.ALL),
        "incidents": _all(incidents.ALL),
        "sources": [document.to_dict() for document in documents],
    }


def _all(records: Any) -> list[Any]:
    return [_cited_by_name(record.to_dict()) for record in records]


def _cited_by_name(plain: Any) -> Any:
    """The same with each document by its name: it is told in full once, under sources."""
    if isinstance(plain, list):
        return [_cited_by_name(each) for each in plain]
    if not isinstance(plain, dict):
        return plain
    return {name: _cited_by_name(each["key"] if _is_document(each) else each) for name, each in plain.items()}


def _is_document(plain: Any) -> bool:
    return isinstance(plain, dict) and {"key", "reference", "standing"} <= set(plain)
