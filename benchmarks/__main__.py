"""The speed table: each row is ours against a yardstick, both sides in turn in one run; the median ratio is printed.

    python -m pip install -e ".[bench]"
    python -m benchmarks               # every row
    python -m benchmarks course --rounds 31
    python -m benchmarks --record      # and keep the figures for docs/speed.md
    python -m benchmarks --quick       # only whether every row runs

Exit 1 where a row that has a bar is above it. Ratios of one process differ from run to run, so three rounds are no verdict.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from importlib.metadata import version

import attrs
import pint

from benchmarks.rows import every_row
from benchmarks.running import Measured, measure
from proof.records import begin, finish

_PEERS = ("pint", "python-dateutil", "drugdose")
_ROUNDS, _QUICK_ROUNDS = 15, 3


def main() -> int:
    """Print the table, and keep it where that is asked for; 1 if a bar is missed."""
    given = _arguments()
    started = begin()
    rounds = _QUICK_ROUNDS if given.quick else given.rounds
    print(f"Python {sys.version.split()[0]}, pint {pint.__version__}, {rounds} rounds; ratios ours / yardstick")
    print(f"{'row':72} {'bar':>6} {'median':>8} {'lowest':>8} {'highest':>8}")
    rows: dict[str, Measured] = {}
    for row in every_row():
        if given.name in row.name:
            told = rows[row.name] = measure(row, rounds)
            print(f"{row.name:72} {told.bar:>6} {told.median:8.3f} {told.lowest:8.3f} {told.highest:8.3f}", flush=True)
    if given.record:
        _keep(given.record, rows, started)
    short = [name for name, told in rows.items() if told.short]
    print(f"above their bars: {'; '.join(short) or 'none'}")
    return 1 if short and not given.quick else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Print the speed table as ratios.")
    parser.add_argument("name", nargs="?", default="", help="only rows with these words in their names")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"rounds of each row (default {_ROUNDS})")
    parser.add_argument("--record", nargs="?", const="speed", help='keep the figures, as "speed" unless another name is given')
    parser.add_argument("--quick", action="store_true", help="a few rounds, which keep nothing and fail nothing")
    given = parser.parse_args()
    if given.record and (given.quick or given.name):
        parser.error("only a full run of every row is kept")
    return given


def _keep(name: str, rows: dict[str, Measured], started: datetime) -> None:
    command = "python -m benchmarks --record" + ("" if name == "speed" else f" {name}")
    beside = {peer: version(peer) for peer in _PEERS}
    measured = {"rows": {row: attrs.asdict(told) for row, told in rows.items()}, "beside": beside}
    finish(name, command, started, measured).save()


if __name__ == "__main__":
    sys.exit(main())
