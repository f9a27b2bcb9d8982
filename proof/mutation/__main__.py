"""`python -m proof.mutation`: make the mutants, try each, keep the record. Stopped and started again, it goes on."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

from proof.mutation import making, scoring
from proof.records import PROGRESS, ROOT, begin, code, commit, finish

_MEASURES = ("bridge", "kinds", "numbers", "printing", "redefinition", "text", "traps")
_PROPERTIES = ("dose", "volume", "rate", "limits", "held_limits", "innermost")
_WORDS = ("told", "codes", "findings", "refusals", "records", "regimen_parts", "worked_examples")
_CALC = ("bioavailability", "examples", "site_catalog", "as_planned", "held_to", "body_weight", "scales")


def _files(folder: str, *names: str) -> list[str]:
    return [f"tests/{folder}test_{name}.py" for name in names]


TESTS = {
    "measures": [*_files("measures/", *_MEASURES), *_files("", "told", "codes")],
    "formulas": [*_files("properties/", "formulas"), *_files("", "told", "worked_examples")],
    "findings": [*_files("properties/", *_PROPERTIES), *_files("", *_WORDS)],
    "calc": [*_files("properties/", *_PROPERTIES), *_files("", *_WORDS, *_CALC), "README.md", "docs/guide.md"],
}
"""The tests on which the mutants of each package are tried."""

_LEFT_OUT = "not test_body_has_only_arithmetic and not test_every_function_has_its_record and not 440_of_1100"
"""Tests that read the source, in which a mutant stands beside the original; and two grids that take seconds each."""

BOTH = 2
"""Every mutant is tried twice, to see that the answers agree."""

_OPTIONS = (
    "-q --assert=plain --tb=native -c pyproject.toml --rootdir=. -p proof.mutation.trying "
    "-o addopts='--doctest-glob=*.md -p no:cacheprovider' -m 'not slow'"
)


def main() -> int:
    """Try the mutants; 1 where a bar is not met."""
    parser = argparse.ArgumentParser(prog="python -m proof.mutation", description="Try every mutant on the tests.")
    parser.add_argument("--quick", action="store_true", help="only formulas and findings, once, without a record")
    parser.add_argument("--anew", action="store_true", help="begin again, with the code and the tests as they are now")
    parser.add_argument("--children", type=int, default=1, help="how many mutants to try at once")
    parser.add_argument("--only", nargs="+", choices=TESTS, default=list(TESTS), help="the mutants of these packages")
    parser.add_argument("--runs", type=int, default=BOTH, help="how often each is tried: two runs are to agree")
    given = parser.parse_args()
    room = PROGRESS / ("mutation-quick" if given.quick else "mutation")
    begun = room / "begun.json"
    if given.anew or given.quick or not begun.exists():
        _make(room)
    elif json.loads(begun.read_text("utf-8"))["of"]["code"] != code():
        print("going on with the code as it was when this run began; --anew measures it as it is now", file=sys.stderr)
    packages, runs = (("formulas", "findings"), 1) if given.quick else (given.only, given.runs)
    listed = [making.Mutant(**each) for each in json.loads((room / "mutants.json").read_text("utf-8"))]
    mutants = [mutant for mutant in listed if mutant.package in packages]
    found = scoring.measured(mutants, [_run(room, number, mutants, given.children) for number in range(1, runs + 1)])
    print(json.dumps(found, indent=1))
    if not given.quick:
        _record(begun, _command(packages, runs), found)
    return 0 if scoring.holds(found) else 1


def _command(packages: Sequence[str], runs: int) -> str:
    """What to type for the same."""
    only = "" if set(packages) == set(TESTS) else f" --only {' '.join(packages)}"
    return f"python -m proof.mutation{only}" + ("" if runs == BOTH else f" --runs {runs}")


def _make(room: Path) -> None:
    """A copy of the project with its mutants, and from which code it was made: what is edited meanwhile is not measured."""
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(parents=True)
    of = {"commit": commit(), "code": code()}
    mutants = making.make(room / "tree")
    (room / "mutants.json").write_text(json.dumps([attrs.asdict(mutant) for mutant in mutants]), "utf-8")
    (room / "begun.json").write_text(json.dumps({"started": begin().isoformat(), "of": of}), "utf-8")


def _record(begun: Path, command: str, found: dict[str, Any]) -> None:
    """Keep the record, of the code that the mutants were made from."""
    told = json.loads(begun.read_text("utf-8"))
    record = finish("mutation", command, datetime.fromisoformat(told["started"]), found)
    attrs.evolve(record, **told["of"]).save()


def _run(room: Path, number: int, mutants: list[making.Mutant], children: int) -> dict[str, str]:
    """The answer for each mutant in the run of this number."""
    answers: dict[str, str] = {}
    for package in dict.fromkeys(mutant.package for mutant in mutants):
        place = room / f"run-{number}" / package
        place.mkdir(parents=True, exist_ok=True)
        names = [mutant.name for mutant in mutants if mutant.package == package]
        (place / "mutants.txt").write_text("\n".join(names), "utf-8")
        learned = room / f"{package}.json"
        if _pytest(room / "tree", package, f"--room={place}", f"--learned={learned}", f"--children={children}"):
            raise SystemExit("the tests do not pass without a mutant")
        answers |= _answers(place / "answers.txt")
        at_import = json.loads(learned.read_text("utf-8"))["at_import"]
        alone = [name for name in names if answers[name] == "no tests" and name.partition("__mutmut_")[0] in at_import]
        answers |= _alone(room / "tree", place, alone)
    return answers


def _alone(tree: Path, place: Path, names: list[str]) -> dict[str, str]:
    """Mutants of functions that run while the package is imported, each in a process of its own from the first import on."""
    done = _answers(place / "alone.txt")
    with (place / "alone.txt").open("a", encoding="utf-8") as out:
        for name in names:
            if name not in done:
                done[name] = "killed" if _pytest(tree, place.name, "-x", f"--alone={name}") else "survived"
                out.write(f"{name}\t{done[name]}\n")
                out.flush()
    return done


def _answers(path: Path) -> dict[str, str]:
    return dict(line.split("\t") for line in path.read_text("utf-8").splitlines()) if path.exists() else {}


def _pytest(tree: Path, package: str, *words: str) -> int:
    """Run the tests of a package in the tree, with the plugin that tries mutants instead of running each test once."""
    command = [sys.executable, "-m", "pytest", *shlex.split(_OPTIONS), "-k", _LEFT_OUT, *words, *TESTS[package]]
    path = {"PYTHONPATH": os.pathsep.join((str(tree), str(ROOT))), "PYTHONHASHSEED": "0"}
    return subprocess.run(command, cwd=tree, env={**os.environ, **path}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
