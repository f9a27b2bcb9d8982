"""A long run as many short processes: what is done so far, the next process, and the faults that are open."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, Self

import attrs

from proof.fuzzing.plans import PLANS, goal_of
from proof.records import ROOT, begin, write_whole

_RUNS = re.compile(r"^stat::number_of_executed_units: *(\d+)", re.MULTILINE)
_TAIL = 2000
_PATIENCE = 600


class Chunk(NamedTuple):
    """What one process did: runs, its seconds and those of the processor, and the end of what it told."""

    runs: int
    seconds: float
    processor: float
    told: str


class Fault(NamedTuple):
    """A case that breaks a promise, and which."""

    target: str
    told: str
    data: bytes


@attrs.define
class Progress:
    """What has been run so far, saved whole or not at all."""

    path: Path
    started: str
    spent: float = 0.0
    processes: int = 0
    runs: dict[str, int] = attrs.field(factory=dict)
    processor: dict[str, float] = attrs.field(factory=dict)
    codes: dict[str, int] = attrs.field(factory=dict)

    @classmethod
    def load(cls, path: Path) -> Self:
        """What was saved last, or nothing yet."""
        saved: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {"started": begin().isoformat()}
        return cls(path, **saved)

    @property
    def total(self) -> int:
        """The runs of all targets."""
        return sum(self.runs.values())

    @property
    def seconds(self) -> int:
        """How long all processes took."""
        return int(self.spent)

    def next(self, total: int) -> str | None:
        """The target that is furthest behind its share; None when every one is done."""
        done = {name: self.runs.get(name, 0) / max(goal_of(name, total), 1) for name in PLANS}
        behind = min(done, key=lambda name: done[name])
        return behind if done[behind] < 1 else None

    def add(self, name: str, chunk: Chunk, code: str) -> None:
        """Count a process."""
        self.spent += chunk.seconds
        self.processes += 1
        self.runs[name] = self.runs.get(name, 0) + chunk.runs
        self.processor[name] = self.processor.get(name, 0.0) + chunk.processor
        self.codes[code] = self.codes.get(code, 0) + chunk.runs

    def save(self) -> None:
        """Write all of it."""
        saved = attrs.asdict(self, filter=lambda field, _: field.name != "path")
        write_whole(self.path, json.dumps(saved, indent=1) + "\n")


def run_chunk(name: str, runs: int, seconds: int, seed: int, room: Path) -> Chunk:
    """One process of a target; no runs where it could not begin."""
    begun, before = perf_counter(), _processor()
    ended = _process(name, "--runs", str(runs), "--seconds", str(seconds), "--seed", str(seed), room=room)
    found = _RUNS.search(ended.stderr)
    return Chunk(int(found[1]) if found else 0, perf_counter() - begun, _processor() - before, ended.stderr[-_TAIL:])


def open_faults(room: Path) -> list[Fault]:
    """The faults that were kept and still are faults; those that no longer are get put away in `fixed/`."""
    found = []
    for name in PLANS:
        faults = room / name / "faults"
        if not faults.is_dir() or not any(faults.iterdir()):
            continue
        told = dict(line.split(" ", 1) for line in _process(name, "--again", room=room).stdout.splitlines())
        for path in sorted(faults.iterdir()):
            words = told.get(path.name, "ends the process")
            if words == "fixed":
                (room / name / "fixed").mkdir(exist_ok=True)
                path.replace(room / name / "fixed" / path.name)
            else:
                found.append(Fault(name, words, path.read_bytes()))
    return found


def _process(name: str, *arguments: str, room: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "proof.fuzzing.chunk", name, *arguments, "--room", str(room)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, check=False
    )


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
