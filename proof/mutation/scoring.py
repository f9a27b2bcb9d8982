"""What the trials say: how many mutants were killed, which lived on, and which of those have a reason in survivors.toml."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from proof.bars.mutation import BAR
from proof.mutation.making import Mutant

OPERATORS = ("comparison", "arithmetic")
"""No mutant of these kinds may live on, unless it means the same as what it was made of."""

_REASONS = Path(__file__).with_name("survivors.toml")


def measured(mutants: list[Mutant], runs: list[dict[str, str]]) -> dict[str, Any]:
    """The figures of the last run, and whether the runs agree on every mutant."""
    answers = runs[-1]
    alive = [mutant for mutant in mutants if answers[mutant.name] not in {"killed", "timeout"}]
    known, same = _reasons()
    packages = dict.fromkeys(mutant.package for mutant in mutants)
    kinds = sorted({mutant.kind for mutant in mutants})
    told = {str(mutant) for mutant in alive}
    return {
        **_tally(mutants, answers),
        "packages": {package: _tally((each for each in mutants if each.package == package), answers) for package in packages},
        "kinds": {kind: _tally((each for each in mutants if each.kind == kind), answers) for kind in kinds},
        "operators": [str(each) for each in alive if each.kind in OPERATORS and str(each) not in same],
        "without_reason": sorted(told - known.keys()),
        "reasons": {each: known[each] for each in sorted(told & known.keys())},
        "no_longer_needed": sorted(known.keys() - told),
        "runs": len(runs),
        "disagreements": [name for name, answer in answers.items() if any(run[name] != answer for run in runs)],
    }


def holds(found: dict[str, Any]) -> bool:
    """Whether the bars are met: the score of each package, no operator, a reason for each survivor, and the same twice."""
    scores = [each["score"] for each in found["packages"].values()]
    return min(scores) >= BAR and not (found["operators"] or found["without_reason"] or found["disagreements"])


def _tally(mutants: Iterable[Mutant], answers: dict[str, str]) -> dict[str, Any]:
    """How the trials of these ended. A mutant that made a test run on and on is caught as well; the score counts both."""
    count = Counter(answers[mutant.name] for mutant in mutants)
    total = count.total()
    ends = {end.replace(" ", "_"): count[end] for end in ("killed", "timeout", "survived", "no tests", "crashed")}
    return {"mutants": total, **ends, "score": 10000 * (count["killed"] + count["timeout"]) // total / 100}


def _reasons() -> tuple[dict[str, str], set[str]]:
    """The reviewed survivors with their reasons, and which of them mean the same as the original."""
    groups = tomllib.loads(_REASONS.read_text("utf-8")).get("survivors", ())
    known = {mutant: group["reason"] for group in groups for mutant in group["mutants"]}
    return known, {mutant for group in groups if group["same"] for mutant in group["mutants"]}
