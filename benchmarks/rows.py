"""All rows, in the order of the table."""

from __future__ import annotations

from benchmarks import courses, doses, judgements, preparations, starting
from benchmarks.running import Row


def every_row() -> tuple[Row, ...]:
    """The rows of every part that there is."""
    parts = (starting, doses, preparations, courses, judgements)
    return tuple(row for part in parts for row in part.rows())
