"""What pytest loads (`-p proof.examples`) to try property tests on as many random examples as each was allotted, and to count.

Only tests made with `@given` are kept. Each writes one line of JSON when it is done, so that nothing is lost where a run is
broken off. An example counts when the test went through it to the end: what `assume` rejects does not.
"""

from __future__ import annotations

import functools
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from proof.records import ROOT

FAILING = ROOT / "proof" / "failing"
"""Where Hypothesis keeps what failed and finds it again; committed only when something did."""


@attrs.frozen
class Plan:
    """Which tests are tried on how many examples: those named, or each on so many, and then only the marked ones."""

    seed: int
    results: str
    tests: dict[str, int] = attrs.Factory(dict)
    each: int = 0
    marked_only: bool = False
    failing: str = str(FAILING)

    def write(self, path: Path) -> None:
        """Write it for the process that runs it."""
        path.write_text(json.dumps(attrs.asdict(self)), "utf-8")

    def examples(self, test: str, properties: tuple[int, ...]) -> int:
        """How many this test is tried on."""
        if self.marked_only and not properties:
            return 0
        return self.each or self.tests.get(test, 0)


@attrs.frozen
class Tried:
    """One test on one lot of examples: how many were asked for, how many it went through, and how it failed, if it did."""

    test: str
    properties: tuple[int, ...]
    asked: int
    ran: int
    seconds: float
    seed: int
    failed: str = ""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The plan is a file."""
    parser.addoption("--examples-plan", required=False, help="a plan that proof.release has written")


def pytest_configure(config: pytest.Config) -> None:
    """Try by the plan, if there is one."""
    path = config.getoption("--examples-plan")
    if path:
        config.pluginmanager.register(Trial(Plan(**json.loads(Path(path).read_text("utf-8")))), "trial")


class Trial:
    """Gives each test its examples and its seed, and writes down what came of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ran: dict[str, int] = {}
        self.asked: dict[str, int] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests that the plan names, each with its own number of examples and its own seed."""
        kept = []
        for item in items:
            function = getattr(item, "obj", None)
            asked = self.plan.examples(item.nodeid, _properties(item)) if is_hypothesis_test(function) else 0
            if asked and function is not None:
                self.asked[item.nodeid] = asked
                self._prepare(item.nodeid, function)
                kept.append(item)
        items[:] = kept

    def _prepare(self, test: str, function: Any) -> None:
        own = settings(
            max_examples=self.asked[test],
            derandomize=False,
            database=DirectoryBasedExampleDatabase(self.plan.failing),
            phases=(Phase.reuse, Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        )
        own(seed(self._seed(test))(function))
        function.hypothesis.inner_test = self._counting(test, function.hypothesis.inner_test)

    def _seed(self, test: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self.plan.seed} {test}".encode()).digest()[:8], "big")

    def _counting(self, test: str, inner: Callable[..., None]) -> Callable[..., None]:
        self.ran[test] = 0

        @functools.wraps(inner)
        def counted(*arguments: Any, **named: Any) -> None:
            inner(*arguments, **named)
            self.ran[test] += 1

        return counted

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Run the test, and write one line when it is done."""
        started, failed = time.monotonic(), ""
        try:
            return (yield)
        except BaseException as error:
            failed = f"{type(error).__name__}: {error}"[:500]
            raise
        finally:
            test = item.nodeid
            took = round(time.monotonic() - started, 4)
            self._note(Tried(test, _properties(item), self.asked[test], self.ran[test], took, self._seed(test), failed))

    def _note(self, tried: Tried) -> None:
        with Path(self.plan.results).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(attrs.asdict(tried)) + "\n")


def _properties(item: pytest.Item) -> tuple[int, ...]:
    return tuple(number for mark in item.iter_markers("property") for number in mark.args)
