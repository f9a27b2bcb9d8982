"""The facts, each number with its citation. No logic lives here; `kd.catalog` holds every part.

protocols, products, limits, bioavailability, salts, scales, contraindications, side_effects, interactions, day_of_session,
time_courses (when the benefit begins and ends), and discrepancies: where clinic and educational pages are wrong or
contradict each other.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.catalog import bioavailability as bioavailability
    from ketadose.catalog import contraindications as contraindications
    from ketadose.catalog import day_of_session as day_of_session
    from ketadose.catalog import discrepancies as discrepancies
    from ketadose.catalog import incidents as incidents
    from ketadose.catalog import interactions as interactions
    from ketadose.catalog import limits as limits
    from ketadose.catalog import products as products
    from ketadose.catalog import protocols as protocols
    from ketadose.catalog import salts as salts
    from ketadose.catalog import scales as scales
    from ketadose.catalog import side_effects as side_effects
    from ketadose.catalog import time_courses as time_courses

VERSION = "2026.12"
"""The version of the facts; every result names it."""

_PARTS = (
    "bioavailability",
    "contraindications",
    "day_of_session",
    "discrepancies",
    "incidents",
    "interactions",
    "limits",
    "products",
    "protocols",
    "salts",
    "scales",
    "side_effects",
    "time_courses",
)


def __getattr__(name: str) -> object:
    """Load a part of the catalog when it is first used."""
    if name not in _PARTS:
        raise AttributeError(f"module 'ketadose.catalog' has no attribute {name!r}")
    from importlib import import_module

    return import_module(f"ketadose.catalog.{name}")


def __dir__() -> list[str]:
    return [*_PARTS, "VERSION"]
