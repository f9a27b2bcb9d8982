"""Findings as text that another implementation can say as well: severity, code, and the figures in words."""

from __future__ import annotations

from typing import Any

IN_WORDS = frozenset(
    {
        "basis.above_actual",
        "basis.obesity",
        "basis.outside",
        "basis.used",
        "course.derived",
        "course.moved",
        "dose.area",
        "dose.capped",
        "dose.not_allowed",
        "draw.large_site",
        "line.residue",
        "product.undiluted",
        "rounding.coarse",
        "rounding.held_down",
        "weight.capped",
        "weight.converted",
        "weight.pounds",
        "weight.stale",
    }
)
"""Findings that are told with their message, as it holds figures; of the others only severity and code are told."""


def told(findings: tuple[Any, ...]) -> list[str]:
    """The findings in the order of their text, each once."""
    return sorted({_line(finding) for finding in findings})


def _line(finding: Any) -> str:
    passed = " (overridden)" if finding.overridden else ""
    head = f"{finding.severity.value} {finding.code}{passed}"
    if finding.limit is not None:
        return f"{head}: {_past(*finding.figures)}"
    return f"{head}: {finding.message}" if finding.code in IN_WORDS else head


def _past(*figures: Any) -> str:
    """The figure beside the bound that it passes: where the bound comes from is not asked of another implementation."""
    if len(figures) == 3:  # the shortest duration, its care area, and why: of a bolus
        return f"a bolus is faster than {figures[0]}"
    came, bound, what, side, _where = figures
    return f"{what} {came} is {side} {bound}"
