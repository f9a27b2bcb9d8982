"""Lines and branches of the package that the suite runs: `python -m proof.coverage` (one process, some minutes)."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from proof.records import ROOT, begin, finish
from proof.suite import run


def main() -> int:
    """Measure and keep the record; 1 where a line or a branch is never run."""
    argparse.ArgumentParser(description="Measure the coverage of ketadose/ by its tests.").parse_args()
    started = begin()
    tally = run(["-n", "0"], {}, tool=("coverage", "run", "-m", "pytest"))
    measured = tally._asdict() | totals()
    finish("coverage", "python -m proof.coverage", started, measured).save()
    print(measured)
    return 1 if tally.failed or measured["missing_lines"] or measured["missing_branches"] else 0


def totals() -> dict[str, Any]:
    """What coverage counted: statements, branches, what was missed and where, and what was left out of the count."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "coverage.json"
        subprocess.run([sys.executable, "-m", "coverage", "json", "-q", "-o", str(path)], cwd=ROOT, check=True)
        found = json.loads(path.read_text("utf-8"))
    total = found["totals"]
    missed = {name: each["missing_lines"] for name, each in sorted(found["files"].items()) if each["missing_lines"]}
    return {
        "statements": total["num_statements"],
        "branches": total["num_branches"],
        "missing_lines": total["missing_lines"],
        "missing_branches": total["missing_branches"],
        "missing": missed,
        "typing_only": total["excluded_lines"] - pragmas(),
        "pragmas": pragmas(),
    }


def pragmas() -> int:
    """Lines that ask to be left out. What only a type checker reads (`if TYPE_CHECKING:`) is left out without asking."""
    return sum(path.read_text("utf-8").count("pragma: no ") for path in (ROOT / "ketadose").rglob("*.py"))


if __name__ == "__main__":
    sys.exit(main())
