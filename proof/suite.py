"""The default suite, timed as a whole: `python -m proof.suite`, or `--examples 200` as CI runs it.

It runs `python -m pytest -q` in a process of its own and keeps how many tests passed and how long it took. A time is a figure
of the machine it was taken on; nothing in the tests depends on it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from proof.records import ROOT, begin, finish


class Tally(NamedTuple):
    """How a run of tests ended."""

    passed: int
    failed: int
    skipped: int
    seconds: float


def main() -> int:
    """Run the suite and keep its record; 1 where a test fails."""
    parser = argparse.ArgumentParser(description="Run and time the default suite.")
    parser.add_argument("--examples", type=int, help="examples of each property instead of the default")
    examples = parser.parse_args().examples
    started = begin()
    tally = run([], {} if examples is None else {"KETADOSE_EXAMPLES": str(examples)})
    name, more = ("suite", "") if examples is None else (f"suite-{examples}", f" --examples {examples}")
    finish(name, f"python -m proof.suite{more}", started, tally._asdict() | {"examples": examples or "default"}).save()
    print(f"{tally.passed:,} passed, {tally.failed} failed, {tally.skipped} skipped in {tally.seconds:.0f} s")
    return 1 if tally.failed else 0


def run(words: list[str], environment: dict[str, str], *, tool: tuple[str, ...] = ("pytest",)) -> Tally:
    """Run pytest with these words in a process of its own; the summary is counted from its report."""
    clock = time.monotonic()
    report = reported(words, environment, tool)
    total = failed = skipped = 0
    for suite in report.iter("testsuite"):
        total += int(suite.attrib["tests"])
        failed += int(suite.attrib["failures"]) + int(suite.attrib["errors"])
        skipped += int(suite.attrib["skipped"])
    return Tally(total - failed - skipped, failed, skipped, round(time.monotonic() - clock, 1))


def cases(words: list[str]) -> dict[str, bool]:
    """Each test that pytest ran with these words, and whether it passed."""
    return {case.attrib["name"]: len(case) == 0 for case in reported(words, {}, ("pytest",)).iter("testcase")}


def reported(words: list[str], environment: dict[str, str], tool: tuple[str, ...]) -> ET.Element:
    """The JUnit report that pytest writes of these words."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "report.xml"
        command = [sys.executable, "-m", *tool, "-q", f"--junitxml={path}", "-o", "junit_logging=no", *words]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False)
        return ET.parse(path).getroot()  # noqa: S314 - pytest wrote it a moment ago


if __name__ == "__main__":
    sys.exit(main())
