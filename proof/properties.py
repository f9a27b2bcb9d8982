"""The properties that the library holds itself to, and the tests that show each.

    python -m proof.properties

prints them with the number of tests that carry the mark `@pytest.mark.property(number)`. How many examples each was tried
on is measured by `python -m proof.release`.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter
from collections.abc import Iterator

import attrs

from proof.records import ROOT


@attrs.frozen
class Property:
    """One statement that is true of every input."""

    number: int
    group: str
    statement: str


_GROUPS = {
    "dose": (
        "a dose is more than nothing, and finite",
        "what is delivered never passes a hard limit that the order respects, whatever was rounded",
        "rounding down never delivers more than was ordered",
        "what is delivered is within one step of the device of what was ordered",
        "what is delivered is a whole number of the device's steps",
        "a dose never falls where the weight, the level or the cap rises",
        "twice the weight is twice the dose, on actual weight and without a cap, before rounding",
        "the same weight in kg, g, lb, oz or st gives the identical dose",
        "the same dose in mg, mcg or g gives the identical dose",
        "what was rounded once is not changed by rounding it again",
        "a step that divides another never delivers further from the order than that one",
        "the mg/kg that is reported is the one that the amount gives back",
        "a cap was applied exactly when a finding says so, and the finding has both figures",
        "CAUTION exactly outside the soft and inside the hard bounds, STOP exactly outside the hard ones; a bound is inside",
        "findings do not depend on the units of the input, but for notes of a conversion",
        "every figure is that of the independent oracle",
    ),
    "volume and rate": (
        "before rounding, mL times mg/mL is the dose, exactly",
        "twice the strength is half the volume",
        "the rounded volume never delivers more than a hard limit",
        "vials are the fewest that hold the volume; what is left is at least nothing and less than one vial",
        "the rate times the duration is the volume",
        "mg/kg/h and mcg/kg/min say the same, there and back",
        "the rate is at most the pump's largest, or there is an error",
        "half the duration is twice the rate",
        "a bioavailability of 1 changes nothing, and a share of a dose is exact",
        "a dose turned into that of another route and back is the dose",
    ),
    "schedule": (
        "a course has exactly as many sessions as were asked for",
        "its dates rise, and the first is the start",
        "its last session is within the span of the source",
        "every gap is at least the least gap",
        "another start shifts every session by as much",
        "in every rolling window the cumulative dose is within its limit, or a finding says so",
        "the total of a course is the sum of its sessions",
        "the minutes of an infusion are its real minutes, in every zone and on every change of the clocks",
        "a closure moves no session further than is said, and planning again never changes what has happened",
    ),
    "system": (
        "the exact text of a measure is read as that measure; printed text with a comma or a mark of shortening is refused",
        "JSON and pickle give back what went in, equal and with an equal hash",
        "the same question has the same answer, byte for byte, in any order and in any thread",
        "an order written from a calculation is verified without a fault; with a wrong figure that another contradicts, never",
        "every exception is a KetadoseError whose code is in the published list",
    ),
}
PROPERTIES: tuple[Property, ...] = tuple(
    Property(number, group, statement)
    for number, (group, statement) in enumerate(((group, each) for group, several in _GROUPS.items() for each in several), 1)
)


def marked() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every marked test, as "path::name", with the numbers of the properties that it shows."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                numbers = tuple(number for each in node.decorator_list for number in _numbers(each))
                if numbers:
                    yield f"{path.relative_to(ROOT).as_posix()}::{node.name}", numbers


def _numbers(decorator: ast.expr) -> list[int]:
    if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.property":
        return [ast.literal_eval(argument) for argument in decorator.args]
    return []


def main() -> int:
    """Print each property with the number of its tests; 1 where one has none."""
    argparse.ArgumentParser(prog="python -m proof.properties", description=__doc__.splitlines()[0]).parse_args()
    tests = Counter(number for _, numbers in marked() for number in numbers)
    for each in PROPERTIES:
        print(f"{each.number:2} {each.group:15} {tests[each.number]:3} tests  {each.statement}")
    return int({each.number for each in PROPERTIES} != set(tests))


if __name__ == "__main__":
    raise SystemExit(main())
