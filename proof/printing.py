"""The rules for safe doses on everything that the vectors print: every answer and refusal, every working, every 20th report.

What a caller typed stands in refusals and workings between quotation marks, as it was typed; it is taken out before looking.
So is the exact number of a measure, which is for the reader of text and not for an order.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import ketadose as kd
from ketadose.errors import shown
from proof import records
from proof.progress import Progress
from proof.vectors import Vector, vector
from proof.vectors.answers import answer, course_of, dose_of, planned
from tests.ismp import RULES, faults

MANY, FEW, AT_ONCE, REPORTED = 100_000, 2_000, 500, 20
_SHOWN = 20
_UNIT = re.compile("the unit .*, not a unit of")
_WRITTEN = re.compile(r", written (['\"]).*\1$", re.MULTILINE)


def outputs(each: Vector) -> Iterator[tuple[str, str]]:
    """Everything that is printed for a vector, with what it is: an answer, a refusal, a working, a report."""
    told = answer(each.kind, each.given)
    if "refused" in told:
        yield from (("refusal", _unquoted(text, each.given)) for text in _texts(told["refused"]))
        return
    yield from (("answer", text) for name, part in told.items() if name != "exact" for text in _texts(part))
    for result in _results(each):
        yield "working", _WRITTEN.sub("", str(result.working))
        if each.number % REPORTED == 0:
            yield "report", _WRITTEN.sub("", kd.report.text(result))


def _results(each: Vector) -> Iterator[Any]:
    """What the vector makes: the dose, and what is planned with it."""
    if each.kind == "reading":
        return
    if each.kind == "course":
        yield (course := course_of(each.given))
        yield from course.doses
        return
    yield dose_of(each.given)
    if each.kind in {"infusion", "injection", "devices"}:
        yield planned(each.given, each.kind)


def _texts(told: Any) -> Iterator[str]:
    if type(told) is str:
        yield told
    elif type(told) in {dict, list}:
        for part in told.values() if type(told) is dict else told:
            yield from _texts(part)


def _unquoted(text: str, given: Any) -> str:
    """The text without what was quoted of the question."""
    for typed in sorted(_texts(given), key=len, reverse=True):
        text = text.replace(shown(typed), "'...'")
    return _UNIT.sub("the unit '...', not a unit of", text)


def linted(first: int, count: int) -> dict[str, Any]:
    """How many outputs of each sort so many vectors print, and what breaks a rule."""
    sorts: Counter[str] = Counter()
    found = []
    for number in range(first, first + count):
        for sort, text in outputs(vector(number)):
            sorts[sort] += 1
            found += [f"{number}: {sort}: {fault}" for fault in faults(text)]  # type: ignore[no-untyped-call]
    return {"sorts": sorts, "findings": len(found), "found": found[:_SHOWN]}


def main() -> int:
    """0 where no rule is broken."""
    parser = argparse.ArgumentParser(prog="python -m proof.printing", description=__doc__)
    parser.add_argument("--vectors", type=int, default=MANY)
    parser.add_argument("--quick", action="store_true", help=f"{FEW:,} vectors, no record")
    given = parser.parse_args()
    many = FEW if given.quick else given.vectors
    progress = Progress("printing", kept=not given.quick)
    state = progress.state or {"vectors": 0, "sorts": {}, "findings": 0, "found": []}
    while state["vectors"] < many:
        count = min(AT_ONCE, many - state["vectors"])
        told = linted(state["vectors"], count)
        state["sorts"] = dict(sorted((Counter(state["sorts"]) + told["sorts"]).items()))
        state["found"] = [*state["found"], *told["found"]][:_SHOWN]
        state |= {"vectors": state["vectors"] + count, "findings": state["findings"] + told["findings"]}
        progress.keep(state)
    printed = sum(state["sorts"].values())
    print(*state["found"], f"{printed:,} outputs of {many:,} vectors, {state['findings']} findings", sep="\n")
    if not given.quick:
        measured = state | {"outputs": printed, "rules": sorted(RULES)}
        command = f"python -m proof.printing --vectors {many}"
        records.finish("printing", command, progress.started, measured, seconds=progress.seconds()).save()
        progress.done()
    return int(state["findings"] > 0)


if __name__ == "__main__":
    sys.exit(main())
