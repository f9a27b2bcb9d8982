"""Whether anything around the process changes a byte, and whether every trap of what lies underneath is pinned.

    python -m proof.ambient            # writes proof/records/ambient.json
    python -m proof.ambient --quick    # the same tests, no record

runs the tests of `tests/ambient` and `tests/test_soup.py` and tells, for each condition, whether its test passed.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any

from proof.records import ROOT, begin, finish
from proof.suite import cases

SOUP = ROOT / "docs" / "soup.md"
BAR_OF_TRAPS = 20
_CHANGES_NO_BYTE = "test_the_surroundings_of_the_process_change_no_byte"
CONDITIONS = {
    "attrs validators disabled": (f"{_CHANGES_NO_BYTE}[attrs validators disabled]",),
    "-O": (f"{_CHANGES_NO_BYTE}[-O]",),
    "any decimal context": (f"{_CHANGES_NO_BYTE}[any decimal context]",),
    "locale": (f"{_CHANGES_NO_BYTE}[locale]", f"{_CHANGES_NO_BYTE}[a bare system]"),
    "TZ": (f"{_CHANGES_NO_BYTE}[TZ]",),
    "hash seed": (f"{_CHANGES_NO_BYTE}[hash seed]",),
    "a hostile application registry": ("test_a_hostile_application_registry_changes_no_byte_and_gets_no_quantity",),
    "8 threads at first use": ("test_eight_threads_at_first_use_say_the_same_bytes",),
    "fork and spawn": ("test_processes_started_in_every_way_say_the_same_bytes",),
    "pickling": (f"{_CHANGES_NO_BYTE}[pickling]", "test_a_forged_pickle_is_refused"),
}
"""The ten conditions, each with the tests that meet it; a name without brackets stands for all of its cases."""


def main() -> int:
    """Run the tests; 1 where a condition changes a byte, a trap is not pinned, or any test fails."""
    parser = argparse.ArgumentParser(prog="python -m proof.ambient", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="write no record")
    quick = parser.parse_args().quick
    started = begin()
    measured = measure(cases(["tests/ambient", "tests/test_soup.py", "-m", "slow or not slow"]))
    for condition, held in measured["conditions"].items():
        print(f"{'holds' if held else 'short':6} {condition}")
    print(f"{measured['traps_pinned']} of {measured['traps_listed']} traps pinned, {measured['tests']} tests, ", end="")
    print(f"failed: {', '.join(measured['failed']) or 'none'}")
    if not quick:
        finish("ambient", "python -m proof.ambient", started, measured).save()
    pinned = measured["traps_pinned"] == measured["traps_listed"] >= BAR_OF_TRAPS
    return int(bool(measured["failed"]) or not all(measured["conditions"].values()) or not pinned)


def measure(passed: dict[str, bool]) -> dict[str, Any]:
    """What the tests, by name and whether each passed, say of the conditions and of the traps."""
    traps = re.findall(r"`(test_\w+)`", SOUP.read_text("utf-8"))
    return {
        "conditions": {name: all(_held(passed, test) for test in tests) for name, tests in CONDITIONS.items()},
        "tests": len(passed),
        "failed": sorted(name for name, well in passed.items() if not well),
        "traps_listed": len(traps),
        "traps_pinned": sum(passed.get(trap, False) for trap in traps),
    }


def _held(passed: dict[str, bool], test: str) -> bool:
    """Whether the test ran and passed, in every one of its cases."""
    ended = [well for name, well in passed.items() if name == test or name.startswith(f"{test}[")]
    return bool(ended) and all(ended)


if __name__ == "__main__":
    sys.exit(main())
