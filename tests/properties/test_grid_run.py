"""A long run over the grids: every point once, broken off and taken up again, and what differs is counted."""

from __future__ import annotations

import attrs

from proof import grid as run
from proof import records
from proof.progress import Progress
from tests.properties import grids
from tests.properties.grid import Compared, Grid


def test_pieces_of_a_run_are_all_its_points(monkeypatch, tmp_path):
    """Each point once; broken off and taken up again it is the same run, and of other code it is another."""
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(Grid, "compare", lambda grid, index: asked.append((grid.name, index)) or Compared([], ["met"], 2))
    monkeypatch.setattr(records, "PROGRESS", tmp_path)
    monkeypatch.setattr(records, "code", lambda: "one")
    monkeypatch.setattr(run, "PIECES", 7)
    points = 2_345
    for number in range(run.PIECES):
        progress = Progress("grid")
        pieces = run.resumed(progress, points)
        pieces.add(*run.piece((points, number)))
        progress.keep(attrs.asdict(pieces))
    assert sorted(asked) == sorted((grid.name, index) for grid, count in grids.split(points) for index in range(count))
    figures = run.measured(run.resumed(Progress("grid"), points).tallies)
    assert (figures["points"], figures["floats"], figures["differences"]) == (points, 2 * points, 0)
    assert figures["outcomes"]["reading"] == {"met": dict(grids.split(points))[grids.READING]}
    assert run.resumed(Progress("grid"), points + 1).done == []
    monkeypatch.setattr(records, "code", lambda: "another")
    assert run.resumed(Progress("grid"), points).done == []


def test_what_differs_or_escapes_is_counted_and_shown(monkeypatch):
    grid = grids.CLOCKS
    monkeypatch.setattr(Grid, "compare", lambda grid, index: Compared(["this", "that"], [], 0) if index else 1 // 0)
    tally = run.Tally()
    for index in range(run.SHOWN + 2):
        tally.count(run.compared(grid, index))
    assert (tally.different, len(tally.shown)) == (run.SHOWN + 2, run.SHOWN)
    assert tally.shown[:2] == ["clocks 0: ZeroDivisionError('integer division or modulo by zero')", "this; that"]
