"""What can be relied on: tests, oracles, mutants, fuzzing, surroundings, versions, what is built."""

from __future__ import annotations

from collections.abc import Callable

from proof.bars.mutation import FIGURES as MUTATION
from proof.figures import Figure, Measured

SECONDS = 60
"""The default suite is to take less."""
POINTS, VECTORS, RUNS, EXAMPLES, TRAPS = 10_000_000, 100_000, 50_000_000, 2_000_000, 20


def _figure(
    what: str, bar: str, record: str, command: str, told: Callable[[Measured], str], reached: Callable[[Measured], bool]
) -> Figure:
    return Figure(what, bar, record, f"python -m {command}", told, reached)


def _coverage(m: Measured) -> str:
    lines, branches = m["statements"] - m["missing_lines"], m["branches"] - m["missing_branches"]
    asked = f"{m['pragmas']} lines ask to be left out"
    return f"{lines:,} of {m['statements']:,} lines, {branches:,} of {m['branches']:,} branches; {asked}"


def _suite(m: Measured) -> str:
    return f"{m['passed']:,} passed, {m['failed']} failed, {m['skipped']} skipped in {m['seconds']:.0f} s"


def _conditions(m: Measured) -> str:
    held = m["conditions"].values()
    return f"{sum(held)} of {len(held)} conditions, {m['tests']} tests" + "".join(
        f"; fails: {name}" for name in m["failed"][:3]
    )


def _cells(m: Measured) -> str:
    told = f"{m['run']} environments, {len(m['different'])} with another text"
    return told + f"; {m['impossible']} cannot be had (pint 0.26 needs Python 3.12)" * bool(m["impossible"])


def _package(m: Measured) -> str:
    wheel, faults = m["tests_on_wheel"], len(m["faults"])
    same = "the same bytes twice" if m["reproducible"] else "other bytes the second time"
    files = f"{m['files_in_wheel']} files in the wheel, {m['files_in_sdist']} in the sdist, {same}"
    return f"{files}; {wheel['passed']:,} tests passed on the wheel; {faults} faults"


FIGURES = (
    _figure(
        "line and branch coverage of `ketadose/`",
        "100 % and 100 %, at most 3 lines left out",
        "coverage",
        "proof.coverage",
        _coverage,
        lambda m: not m["missing_lines"] and not m["missing_branches"] and m["pragmas"] <= 3 and not m["failed"],
    ),
    *MUTATION,
    _figure(
        "the default suite, `python -m pytest -q`, on two cores",
        "less than 60 s, nothing fails",
        "suite",
        "proof.suite",
        _suite,
        lambda m: m["seconds"] < SECONDS and not m["failed"],
    ),
    _figure(
        "the suite as CI runs it: 200 examples of each property, always the same ones",
        "nothing fails",
        "suite-200",
        "proof.suite --examples 200",
        _suite,
        lambda m: not m["failed"],
    ),
    _figure(
        "property tests on random examples",
        "2,000,000 examples, none fails",
        "release",
        "proof.release --examples 2000000",
        lambda m: f"{m['examples']:,} examples of {m['tests']} tests, {len(m['failures'])} fail",
        lambda m: m["examples"] >= EXAMPLES and not m["failures"],
    ),
    _figure(
        "equal to the independent oracle in exact integers",
        "10,000,000 points, no difference",
        "grid",
        "proof.grid",
        lambda m: f"{m['points']:,} points of {len(m['grids'])} grids, {m['differences']} differences",
        lambda m: m["points"] >= POINTS and not m["differences"] and not m["outcomes never met"],
    ),
    _figure(
        "floats that are handed out are correctly rounded",
        "none is not",
        "grid",
        "proof.grid",
        lambda m: f"{m['floats']:,} floats, {m['differences']} differences",
        lambda m: m["floats"] > 0 and not m["differences"],
    ),
    _figure(
        "the same text from a second language: Node, BigInt only",
        "100,000 vectors, no difference",
        "node",
        "proof.node --vectors 100000",
        lambda m: f"{m['vectors']:,} vectors, {m['differences']} differences, Node {m['node'].lstrip('v')}",
        lambda m: m["vectors"] >= VECTORS and not m["differences"],
    ),
    _figure(
        "fuzzing of every reader: only `KetadoseError` escapes, what is read is exact",
        "50,000,000 runs, no fault",
        "fuzz",
        "proof.fuzz --runs 50000000",
        lambda m: f"{m['runs']:,} runs of {len(m['runs_by_target'])} readers, {m['crashes']} faults",
        lambda m: m["runs"] >= RUNS and not m["crashes"],
    ),
    _figure(
        "no fuzzed input takes longer than its reader is allowed",
        "none",
        "fuzz",
        "proof.fuzz --runs 50000000",
        lambda m: (
            f"{m['slow']} slow inputs; a measure is read or refused within {m['seconds_allowed']['measures'] * 1000:g} ms"
        ),
        lambda m: m["runs"] >= RUNS and not m["slow"],
    ),
    _figure(
        "what surrounds the process changes no byte",
        "ten conditions",
        "ambient",
        "proof.ambient",
        _conditions,
        lambda m: len(m["conditions"]) == 10 and all(m["conditions"].values()) and not m["failed"],
    ),
    _figure(
        "Python 3.11, 3.12, 3.13 × pint 0.25.3, 0.26.2 × with and without NumPy",
        "5,000 vectors, the same bytes",
        "matrix",
        "proof.matrix",
        _cells,
        lambda m: m["run"] > 1 and not m["different"],
    ),
    _figure(
        "printing by the rules for safe doses",
        "the linter finds nothing",
        "printing",
        "proof.printing --vectors 100000",
        lambda m: f"{m['outputs']:,} outputs of {m['vectors']:,} vectors, {m['findings']} findings",
        lambda m: m["vectors"] >= VECTORS and not m["findings"],
    ),
    _figure(
        "traps of pint, attrs and Python in `docs/soup.md`, each pinned by a test",
        "at least 20",
        "ambient",
        "proof.ambient",
        lambda m: f"{m['traps_listed']} listed, {m['traps_pinned']} pinned",
        lambda m: m["traps_pinned"] == m["traps_listed"] >= TRAPS,
    ),
    _figure(
        "wheel and sdist: contents, licences, bill of materials, the suite on the wheel",
        "no fault",
        "package",
        "proof.package",
        _package,
        lambda m: not m["faults"],
    ),
)
