"""Fuzz every reader: only `KetadoseError` leaves it, what it reads is exact, and no input is over its time.

    python -m pip install -e ".[proof]"
    python -m proof.fuzz --runs 50000000      # writes proof/records/fuzz.json; stopped, it goes on where it was
    python -m proof.fuzz --quick              # some of every target, no record: what CI runs

A run of hours is many processes of less than a minute; after each of them what was done is saved, and the corpus stays. Remove
`.proof/fuzz/progress.json` to count from zero again with the corpus that was found. Exits with 1 where a fault is open, with 2
without atheris.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from proof.fuzzing.campaign import Fault, Progress, open_faults, run_chunk
from proof.fuzzing.plans import PLANS, goal_of, target_of
from proof.records import PROGRESS, code, finish

ROOM = PROGRESS / "fuzz"
_ALL = 50_000_000
_QUICK, _FEWEST = 60_000, 200
_SECONDS = 45
"""A process ends after so many, so that what is done is saved every minute."""
_MOST = 2_000_000


def main() -> int:
    """The status of the process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=_ALL, help="how many in all, over all targets and all calls")
    parser.add_argument("--quick", action="store_true", help="some of every target, and no record")
    options = parser.parse_args()
    if find_spec("atheris") is None:
        print("atheris is not installed: python -m pip install atheris", file=sys.stderr)
        return 2
    return _quick() if options.quick else _all(options.runs)


def _quick() -> int:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as several:
        room = Path(folder)
        chunks = list(several.map(lambda name: run_chunk(name, max(goal_of(name, _QUICK), _FEWEST), 0, 1, room), PLANS))
        faults = open_faults(room)
    for name, chunk in zip(PLANS, chunks, strict=True):
        print(f"{name}: {chunk.runs:,} runs")
    _tell(faults)
    silent = [chunk.told for chunk in chunks if not chunk.runs]
    print(*silent, sep="\n", file=sys.stderr, end="")
    return 1 if faults or silent else 0


def _all(total: int) -> int:
    progress = Progress.load(ROOM / "progress.json")
    while (name := progress.next(total)) is not None:
        left = goal_of(name, total) - progress.runs.get(name, 0)
        chunk = run_chunk(name, min(left, _MOST), _SECONDS, progress.processes + 1, ROOM)
        if not chunk.runs:
            print(chunk.told, file=sys.stderr)
            return 1
        progress.add(name, chunk, code())
        progress.save()
        print(f"{progress.total:,} of {total:,} runs; {name} {progress.runs[name]:,}", flush=True)
    faults = open_faults(ROOM)
    _tell(faults)
    started, measured = datetime.fromisoformat(progress.started), _measured(progress, faults)
    record = finish("fuzz", f"python -m proof.fuzz --runs {total}", started, measured, seconds=progress.seconds)
    print(record.save())
    return 1 if faults else 0


def _measured(progress: Progress, faults: list[Fault]) -> dict[str, Any]:
    slow = sum(fault.told.startswith("slow") for fault in faults)
    return {
        "runs": progress.total,
        "crashes": len(faults) - slow,
        "slow": slow,
        "faults": [f"{fault.target}: {fault.told}" for fault in faults],
        "faults_gone": sum(1 for _ in ROOM.glob("*/fixed/*")),
        "runs_by_target": progress.runs,
        "runs_a_second": round(progress.total / max(progress.seconds, 1)),
        "runs_a_processor_second": {name: round(runs / progress.processor[name]) for name, runs in progress.runs.items()},
        "seconds_allowed": {name: target_of(name).within for name in PLANS},
        "corpus": {name: sum(1 for _ in (ROOM / name / "corpus").iterdir()) for name in PLANS},
        "runs_by_code": progress.codes,
        "atheris": version("atheris"),
    }


def _tell(faults: list[Fault]) -> None:
    for fault in faults:
        print(f"{fault.target}: {fault.told}: {fault.data!r}")


if __name__ == "__main__":
    sys.exit(main())
