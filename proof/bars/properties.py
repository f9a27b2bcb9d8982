"""The forty properties, each shown by the tests that carry its number."""

from proof.figures import Figure, Measured
from proof.properties import PROPERTIES, Property

COMMAND = "python -m proof.release --examples 2000000"


def _figure(each: Property) -> Figure:
    number = str(each.number)

    def told(measured: Measured) -> str:
        shown = measured["properties"].get(number)
        if shown is None or not shown["examples"]:
            return ""
        tests = f"{shown['tests']} test" + "s" * (shown["tests"] != 1)
        return f"{shown['examples']:,} examples of {tests}" + ("" if shown["passed"] else ", and one fails")

    def reached(measured: Measured) -> bool:
        return bool(measured["properties"][number]["passed"])

    return Figure(f"{number}. {each.statement}", "no counterexample", "release", COMMAND, told, reached)


FIGURES = tuple(_figure(each) for each in PROPERTIES)
