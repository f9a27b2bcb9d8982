"""Which library, which facts, and where the caller says so, who and when: the stamp on every result."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose.catalog import VERSION as FACTS
from ketadose.errors import KetadoseError, shown
from ketadose.records import Frozen, read_text
from ketadose.version import VERSION


@attrs.frozen
class Made(Frozen):
    """Which library and which facts made a result, and where the caller says so, when and by whom."""

    library: str = VERSION
    catalog: str = FACTS
    at: datetime.datetime | None = None
    by: str = ""

    def __plain__(self) -> dict[str, Any]:
        at = self.at.isoformat() if self.at else None
        return {"library": self.library, "catalog": self.catalog, "at": at, "by": self.by}


NOBODY = Made()
"""The stamp of a result that nobody signed."""


def read_made(at: object, by: object) -> Made:
    """Who made a result and when: a time with its zone, so that it is one moment everywhere."""
    if at is not None and (type(at) is not datetime.datetime or at.utcoffset() is None):
        raise KetadoseError(
            "date.unreadable",
            f"{shown(at)} is not a time with its zone",
            field="at",
            received=at,
            expected="a datetime.datetime with tzinfo",
        )
    return Made(at=at, by=read_text(by, "by"))
