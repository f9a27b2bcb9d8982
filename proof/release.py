"""The release run: every property test on its share of two million random examples.

    python -m proof.release --examples 2000000

Each test is tried on a few examples first, to see what one costs; then all get about the same time, so that cheap ones get
more, but none fewer than 500. A test that has no more examples to draw is spent, and others get its share. What was done is
kept at every step, and the same command goes on with it, as long as the package has not changed. What
fails is kept in proof/failing/, and tried first the next time. `--quick` tries each marked test on 20 examples.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs

from proof.examples import Plan, Tried
from proof.properties import PROPERTIES
from proof.records import PROGRESS, ROOT, begin, code, finish

FIRST, LEAST = 20, 500
LOT_SECONDS, LOT_EXAMPLES = 30, 5_000
"""A lot of examples of one test is over after about so long: nothing more is lost when a run is broken off."""


@attrs.define
class Sum:
    """What a test has been tried on so far."""

    test: str
    properties: tuple[int, ...]
    ran: int = 0
    seconds: float = 0.0
    spent: bool = False
    failed: str = ""

    def add(self, tried: Tried) -> None:
        """Count one lot; a test that went through less than half of it has nothing more to draw."""
        self.ran += tried.ran
        self.seconds += tried.seconds
        self.spent = self.spent or 2 * tried.ran < tried.asked
        self.failed = self.failed or tried.failed

    @property
    def cost(self) -> float:
        """Seconds for each example."""
        return max(self.seconds, 1e-6) / max(self.ran, 1)

    @property
    def ended(self) -> bool:
        """Whether it is tried no more."""
        return self.spent or bool(self.failed)


def read(directory: Path) -> dict[str, Sum]:
    """What every test has been tried on; a line that was broken off is left out."""
    sums: dict[str, Sum] = {}
    for path in sorted(directory.glob("*.jsonl")):
        for line in path.read_text("utf-8").split("\n")[:-1]:
            try:
                tried = Tried(**json.loads(line))
            except json.JSONDecodeError:
                continue
            sums.setdefault(tried.test, Sum(tried.test, tuple(tried.properties))).add(tried)
    return sums


def shares(sums: Iterable[Sum], examples: int) -> dict[str, int]:
    """How many examples each test is to have in all: the same time each, at least LEAST, and `examples` together."""
    several = list(sums)
    live = [each for each in several if not each.ended]
    wanted = examples - sum(each.ran for each in several if each.ended)
    low, high = 0.0, max((each.cost for each in live), default=0.0) * max(wanted, 0)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(_share(each, middle) for each in live) >= wanted else (middle, high)
    return {each.test: _share(each, high) for each in live}


def _share(each: Sum, seconds: float) -> int:
    return max(LEAST, int(seconds / each.cost) + 1)


def next_lot(sums: dict[str, Sum], examples: int) -> dict[str, int]:
    """How many examples each test is tried on next; empty when all is done."""
    left = {test: share - sums[test].ran for test, share in shares(sums.values(), examples).items()}
    return {
        test: min(more, LOT_EXAMPLES, max(int(LOT_SECONDS / sums[test].cost), 1)) for test, more in left.items() if more > 0
    }


@attrs.frozen
class Run:
    """One release run, as it is kept: its seed, when it began and on which code."""

    seed: int
    started: str
    directory: Path

    @classmethod
    def begun(cls, seed: int | None) -> Run:
        """The run of this code that was begun, or a new one."""
        directory = PROGRESS / "release"
        path, here = directory / "run.json", code()
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        if kept.get("code") != here or (seed is not None and kept["seed"] != seed):
            directory.mkdir(parents=True, exist_ok=True)
            for old in directory.glob("*.jsonl"):
                old.unlink()
            kept = {"code": here, "seed": secrets.randbits(64) if seed is None else seed, "started": begin().isoformat()}
            path.write_text(json.dumps(kept), "utf-8")
        return cls(kept["seed"], kept["started"], directory)

    def sums(self) -> dict[str, Sum]:
        """What was done so far."""
        return read(self.directory)

    def plan(self, place: int, before: int, tests: dict[str, int]) -> Plan:
        """What one process does next; its seed is another one for each lot, and stands in each line of the results."""
        return Plan(self.seed + before, str(self.directory / f"{place}.jsonl"), tests)

    def lot(self, number: int, several: list[Plan]) -> list[int]:
        """Run the plans side by side, one process each; the exit codes."""
        running = []
        for place, plan in enumerate(several):
            path = self.directory / f"plan-{place}.json"
            plan.write(path)
            running.append(tries(path, self.directory / f"log-{number}-{place}.txt"))
        return [each.wait() for each in running]


def tries(plan: Path, log: Path | None = None) -> subprocess.Popen[bytes]:
    """A pytest process that tries what a plan says."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "proof.examples", "--examples-plan", str(plan), "tests"]
    return subprocess.Popen(command, cwd=ROOT, stdout=None if log is None else log.open("wb"), stderr=subprocess.STDOUT)


def measured(sums: dict[str, Sum], seed: int) -> dict[str, Any]:
    """The figures of a run: in all, and for each property."""
    by_number: dict[int, list[Sum]] = defaultdict(list)
    for each in sums.values():
        for number in each.properties:
            by_number[number].append(each)
    return {
        "tests": len(sums),
        "examples": sum(each.ran for each in sums.values()),
        "fewest": min((each.ran for each in sums.values() if not each.spent), default=0),
        "spent": sum(each.spent for each in sums.values()),
        "failures": sorted(each.test for each in sums.values() if each.failed),
        "seconds": int(sum(each.seconds for each in sums.values())),
        "seed": str(seed),
        "properties": {
            str(each.number): {
                "tests": len(by_number[each.number]),
                "examples": sum(test.ran for test in by_number[each.number]),
                "passed": all(not test.failed for test in by_number[each.number]),
            }
            for each in PROPERTIES
        },
    }


def quick(seed: int) -> int:
    """Each marked test on 20 examples; pytest says what fails."""
    directory = PROGRESS / "quick"
    directory.mkdir(parents=True, exist_ok=True)
    results, path = directory / "results.jsonl", directory / "plan.json"
    results.unlink(missing_ok=True)
    Plan(seed, str(results), each=FIRST, marked_only=True).write(path)
    failed = tries(path).wait()
    sums = read(directory)
    print(f"{sum(each.ran for each in sums.values()):,} examples of {len(sums)} tests")
    return failed


def release(examples: int, seed: int | None, jobs: int) -> int:
    """Try until every test has its share; then write the record."""
    run, number = Run.begun(seed), 0
    print(f"seed {run.seed}, begun {run.started}", flush=True)
    if not run.sums():
        run.lot(0, [attrs.evolve(run.plan(0, 0, {}), each=FIRST)])
    while lot := next_lot(sums := run.sums(), examples):
        number += 1
        before = sum(each.ran for each in sums.values())
        print(f"{before:,} examples", flush=True)
        dealt = sorted(lot, key=lambda test: lot[test] * sums[test].cost)
        run.lot(number, [run.plan(place, before, {test: lot[test] for test in dealt[place::jobs]}) for place in range(jobs)])
        if sum(each.ran for each in run.sums().values()) == before:
            print(f"nothing was tried: see {run.directory}", file=sys.stderr)
            return 1
    told = measured(run.sums(), run.seed)
    started = datetime.fromisoformat(run.started).astimezone(UTC)
    finish("release", f"python -m proof.release --examples {examples}", started, told, seconds=told["seconds"]).save()
    print(json.dumps(told, indent=1))
    return 1 if told["failures"] else 0


def main() -> int:
    """Run, or go on; 1 where a property failed."""
    parser = argparse.ArgumentParser(prog="python -m proof.release", description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=2_000_000, help="in all tests together")
    parser.add_argument("--seed", type=int, help="the same examples again; a new one by default, 0 with --quick")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    parser.add_argument("--quick", action="store_true", help="a few examples of each marked test; writes no record")
    asked = parser.parse_args()
    return quick(asked.seed or 0) if asked.quick else release(asked.examples, asked.seed, asked.jobs)


if __name__ == "__main__":
    sys.exit(main())
