"""How a row is measured: ours and its yardstick in turn, many times, so that a noisy machine tells both the same.

What counts is the processor's time and not the clock's: a core that is shared takes nothing from it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Protocol

import attrs

Call = Callable[[], object]
NO_BAR = "-"
_TURNS = 30
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # compile once only
_NO_NUMPY = "import sys; sys.modules['numpy'] = None; "


class Row(Protocol):
    """What is compared with what, and how many times its cost it may take."""

    @property
    def name(self) -> str: ...

    @property
    def bar(self) -> str: ...

    def ratio(self) -> float:
        """Ours / the yardstick, of one round."""


@attrs.frozen
class Calls:
    """A call against another. In each turn both are made `times` times, and the fastest turn of each counts."""

    name: str
    bar: str
    ours: Call
    yardstick: Call
    times: int = 40
    turns: int = _TURNS

    def ratio(self) -> float:
        """Ours / the yardstick, of one round."""
        turns = [(_timed(self.ours, self.times), _timed(self.yardstick, self.times)) for _ in range(self.turns)]
        return min(ours for ours, _ in turns) / min(yardstick for _, yardstick in turns)


@attrs.frozen
class Processes:
    """What a new interpreter runs against what another does, bare Python taken off both, NumPy hidden from both."""

    name: str
    bar: str
    ours: str
    yardstick: str = "import pint"

    def ratio(self) -> float:
        """Ours / the yardstick, the fastest of three in turn."""
        turns = [[_interpreter(code) for code in ("pass", self.ours, self.yardstick)] for _ in range(3)]
        bare, ours, yardstick = (min(times) for times in zip(*turns, strict=True))
        return (ours - bare) / (yardstick - bare)


@attrs.frozen
class Measured:
    """A row with the ratios of its rounds."""

    bar: str
    median: float
    lowest: float
    highest: float
    rounds: int

    @property
    def short(self) -> bool:
        """Whether there is a bar and the median is above it."""
        return self.bar != NO_BAR and self.median > float(self.bar)


def measure(row: Row, rounds: int) -> Measured:
    """The row, so many times over."""
    ratios = [row.ratio() for _ in range(rounds)]
    median, lowest, highest = (round(told(ratios), 4) for told in (statistics.median, min, max))
    return Measured(row.bar, median, lowest, highest, rounds)


def _timed(call: Call, times: int) -> float:
    started = time.process_time()
    for _ in range(times):
        call()
    return time.process_time() - started


def _interpreter(code: str) -> float:
    """Seconds that a new interpreter takes of the processor."""
    before = _children()
    subprocess.run([sys.executable, "-c", _NO_NUMPY + code], check=True, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
