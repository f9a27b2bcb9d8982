"""The library against the independent oracle, point by point: `python -m proof.grid`.

A run goes over every grid of tests/properties in pieces, keeps what each piece found in `.proof/grid.json`, and started again
goes on where it was; where the package has changed since, it begins anew. `--quick` compares 100,000 points and keeps nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from multiprocessing import get_context
from typing import Any

import attrs

from proof.progress import Progress
from proof.records import finish
from tests.properties.grid import Compared, Grid
from tests.properties.grids import ALL, split

FULL = 10_000_000
QUICK = 100_000
PIECES = 5_000
SHOWN = 10
"""Differences of a grid that are kept in full."""


@attrs.define
class Tally:
    """What the points of one grid came to: how many were compared, which differ, how many floats, and every outcome."""

    points: int = 0
    different: int = 0
    floats: int = 0
    outcomes: Counter[str] = attrs.field(factory=Counter, converter=Counter)
    shown: list[str] = attrs.field(factory=list)

    def count(self, found: Compared) -> None:
        """One point more."""
        self.points += 1
        self.floats += found.floats
        self.outcomes.update(found.outcomes)
        if found.differences:
            self.different += 1
            self.shown.append("; ".join(found.differences))
            del self.shown[SHOWN:]

    def add(self, other: Tally) -> None:
        """What another piece found."""
        self.points += other.points
        self.different += other.different
        self.floats += other.floats
        self.outcomes += other.outcomes
        self.shown = [*self.shown, *other.shown][:SHOWN]


Tallies = dict[str, Tally]
"""By the name of the grid."""


@attrs.define
class Pieces:
    """What has been compared so far, of so many points in all."""

    points: int
    done: list[int] = attrs.field(factory=list)
    tallies: Tallies = attrs.field(factory=lambda: {grid.name: Tally() for grid in ALL})

    def add(self, number: int, found: Tallies) -> None:
        """A piece that is done."""
        self.done.append(number)
        for name, tally in found.items():
            self.tallies[name].add(tally)


def resumed(progress: Progress, points: int) -> Pieces:
    """What was compared of so many points on this very package; nothing yet where it was of others."""
    tallies = {name: Tally(**tally) for name, tally in progress.state.get("tallies", {}).items()}
    if progress.state.get("points") != points or set(tallies) != {grid.name for grid in ALL}:
        return Pieces(points)
    return Pieces(points, progress.state["done"], tallies)


def compared(grid: Grid, index: int) -> Compared:
    """One point; what escapes from either side is a difference."""
    try:
        return grid.compare(index)
    except Exception as error:
        return Compared([f"{grid.name} {index}: {error!r}"], ["escaped"], 0)


def piece(job: tuple[int, int]) -> tuple[int, Tallies]:
    """Its number, and what the points of one piece came to: of so many in all, this part of every grid."""
    points, number = job
    found = {}
    for grid, count in split(points):
        found[grid.name] = tally = Tally()
        for index in range(count * number // PIECES, count * (number + 1) // PIECES):
            tally.count(compared(grid, index))
    return number, found


def run(progress: Progress, pieces: Pieces, jobs: int) -> None:
    """Every piece that is not done yet."""
    done = frozenset(pieces.done)
    left = [(pieces.points, number) for number in range(PIECES) if number not in done]
    with get_context("spawn").Pool(jobs) as pool:
        for number, found in pool.imap_unordered(piece, left):
            pieces.add(number, found)
            progress.keep(attrs.asdict(pieces))


def quick() -> Tallies:
    """All points of a short run."""
    tallies = {}
    for grid, count in split(QUICK):
        tallies[grid.name] = tally = Tally()
        for index in range(count):
            tally.count(compared(grid, index))
    return tallies


def measured(tallies: Tallies) -> dict[str, Any]:
    """The figures of the record."""
    return {
        "points": sum(tally.points for tally in tallies.values()),
        "differences": sum(tally.different for tally in tallies.values()),
        "floats": sum(tally.floats for tally in tallies.values()),
        "outcomes never met": unmet(tallies),
        "grids": {
            name: {"points": tally.points, "differences": tally.different, "floats": tally.floats}
            for name, tally in tallies.items()
        },
        "outcomes": {name: dict(sorted(tally.outcomes.items())) for name, tally in tallies.items()},
        "first differences": [line for tally in tallies.values() for line in tally.shown],
    }


def unmet(tallies: Tallies) -> list[str]:
    """What a grid is to reach and has not: where it never meets a limit, it would agree with anything."""
    return [f"{grid.name}: {wanted}" for grid in ALL for wanted in sorted(grid.wanted - set(tallies[grid.name].outcomes))]


def told(figures: dict[str, Any]) -> int:
    """Print what came of it; 1 where anything differs."""
    for line in figures["first differences"]:
        print(line)
    print(f"{figures['points']:,} points, {figures['floats']:,} floats, {figures['differences']:,} differences")
    return 1 if figures["differences"] else 0


def main() -> int:
    """Compare, and keep the record of a whole run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--points", type=int, default=FULL, help="how many in all (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} points, no record")
    given = parser.parse_args()
    if given.quick:
        return told(measured(quick()))
    progress = Progress("grid")
    pieces = resumed(progress, given.points)
    run(progress, pieces, given.jobs)
    figures = measured(pieces.tallies)
    ended = told(figures)
    if progress.changed():
        print("the package was changed while this ran: nothing is recorded")
        return 1
    command = "python -m proof.grid" + ("" if given.points == FULL else f" --points {given.points}")
    finish("grid", command, progress.started, figures, seconds=progress.seconds()).save()
    progress.done()
    for line in figures["outcomes never met"]:
        print(f"never met: {line}")
    return 1 if ended or figures["outcomes never met"] else 0


if __name__ == "__main__":
    sys.exit(main())
