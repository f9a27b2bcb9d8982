"""The page of evidence, made from the figures and the records: `python -m proof page`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proof.bars import FIGURES, GROUPS
from proof.figures import Figure, State
from proof.records import ROOT, Record, load

PAGE = ROOT / "docs" / "evidence-of-quality.md"

HEADING = """# Evidence of quality

Every figure this project holds itself to: the bar, what the last run measured, when, and the command that measures it again.
The page is generated from the records of runs (`proof/records/`) by `python -m proof page`, and a test fails where it is stale.

- **holds**: the last run reached the bar. **short**: it ran and did not. **not run**: there is no record of a run.
- **on** is the commit that was measured, with + where the checkout had changes beside it. `python -m proof` also says which
  figures were measured on other code than the one at hand.
- Commands run in a checkout: `python -m pip install -e ".[dev,bench,proof]"` first. Those that say so in
  `python -m proof.<name> --help` are resumable, and `--quick` runs the short form that CI runs.
- Times and ratios are those of a small shared machine of two cores, and differ from run to run.
"""
HEAD = "| figure | bar | last measured | state | date | on | command |"


def text() -> str:
    """The whole page."""
    return "\n".join([HEADING, *summary(), *(line for each in sections() for line in each)]).rstrip() + "\n"


def write(path: Path = PAGE) -> None:
    """Write the page again."""
    path.write_text(text(), "utf-8")


def summary() -> Iterator[str]:
    """How many figures hold."""
    states = [figure.state(load(figure.record)) for figure in FIGURES]
    counted = ", ".join(f"{states.count(state)} {state}" for state in State)
    yield f"Of {len(FIGURES)} figures: {counted}."
    yield ""


def sections() -> Iterator[list[str]]:
    """One table for each group."""
    for group, figures in GROUPS:
        lines = [f"## {group}", "", HEAD, "|---|---|---|---|---|---|---|"]
        lines += [row(figure, load(figure.record)) for figure in figures]
        yield [*lines, ""]


def row(figure: Figure, record: Record | None) -> str:
    """One figure on one line of its table."""
    state = figure.state(record)
    if record is None or state is State.NOT_RUN:
        return f"| {figure.what} | {figure.bar} | - | {state} | - | - | `{figure.command}` |"
    told = figure.told(record.measured)
    return f"| {figure.what} | {figure.bar} | {told} | {state} | {record.day} | {record.commit} | `{record.command}` |"
