"""Tables and lists in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def table(head: str, rows: Iterable[Iterable[object]]) -> list[str]:
    """A table by its head, the columns named with bars between them."""
    columns = head.count("|") + 1
    return [f"| {head} |", "|" + "---|" * columns, *(row(each) for each in rows)]


def row(cells: Iterable[object]) -> str:
    """One row; a bar inside a cell would end it."""
    return "| " + " | ".join(str(cell).replace("|", "/") for cell in cells) + " |"
