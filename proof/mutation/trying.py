"""The trials, as a plugin of pytest: collect once, learn which tests run which function, then fork for each mutant.

A mutant is killed when a test fails, timed out when a test takes far longer than it did (as an endless loop does), and has
survived when every test that runs its function passes. Time is the process's own, so a busy machine changes nothing.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

EXAMPLES = 15
"""Examples of each property, always the same."""

_STRICTEST = "test_told.py"
"""The tests that compare every word come first: they kill the most."""

_PATIENCE = 2.0
_SLOWER = 20
_STALLED = 300
_ENDED = {0: "survived", 1: "killed", -signal.SIGPROF: "timeout", -signal.SIGALRM: "timeout"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the mutants to try are listed, and how many to try at once."""
    parser.addoption("--room", type=Path, help="the folder with the mutants to try; answers go there")
    parser.addoption("--children", type=int, default=1, help="how many mutants are tried at once")
    parser.addoption("--alone", default="", help="the one mutant to try in this whole process, from the first import on")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything of the package is imported: the mutant of the whole process, or the taking of notes."""
    set_mutant_under_test(config.getoption("--alone") or "stats")


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """The same few examples each time; the first that fails is enough."""
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("trials", hypothesis.settings.default, max_examples=EXAMPLES, phases=phases)
    hypothesis.settings.load_profile("trials")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Every mutant that has no answer yet."""
    if session.config.getoption("--alone") or session.testsfailed:
        return None
    room: Path = session.config.getoption("--room")
    items = {item.nodeid: item for item in session.items}
    learned = room / "learned.json"
    if not learned.exists():
        _forked(lambda: _learn(session.items, learned))
    if not learned.exists():
        pytest.exit("the tests do not pass without a mutant", 1)
    told = json.loads(learned.read_text("utf-8"))
    answers = room / "answers.txt"
    done = {line.split("\t")[0] for line in answers.read_text("utf-8").splitlines()} if answers.exists() else set()
    left = [name for name in (room / "mutants.txt").read_text("utf-8").split() if name not in done]
    gc.freeze()
    with answers.open("a", encoding="utf-8") as out:
        for name, answer in _answers(left, items, told, session.config.getoption("--children")):
            out.write(f"{name}\t{answer}\n")
            out.flush()
    return True


def _answers(left: list[str], items: dict[str, pytest.Item], told: dict[str, Any], children: int) -> Iterator[tuple[str, str]]:
    """Each mutant with its answer, in the order in which the trials end."""
    running: dict[int, str] = {}
    for name in left:
        tests = told["tests"].get(name.partition("__mutmut_")[0], [])
        if not tests:
            yield name, "no tests"
            continue
        if len(running) == children:
            yield _next(running)
        child = os.fork()
        if not child:
            _try(name, [(items[test], told["seconds"][test]) for test in tests])
        running[child] = name
    while running:
        yield _next(running)


def _next(running: dict[int, str]) -> tuple[str, str]:
    child, status = os.wait()
    return running.pop(child), _ENDED.get(os.waitstatus_to_exitcode(status), "crashed")


def _try(name: str, tests: list[tuple[pytest.Item, float]]) -> NoReturn:
    """Run the tests until one fails, and end this fork with the answer."""
    set_mutant_under_test(name)
    code = 1
    try:
        signal.alarm(_STALLED)
        for item, seconds in tests:
            signal.setitimer(signal.ITIMER_PROF, _PATIENCE + _SLOWER * seconds)
            if any(report.failed for report in runtestprotocol(item, log=False)):
                break
        else:
            code = 0
    finally:
        os._exit(code)


def _learn(items: list[pytest.Item], to: Path) -> None:
    """Run every test unbroken: how long it takes, and which functions it runs."""
    seconds: dict[str, float] = {}
    tests: dict[str, list[str]] = {}
    at_import, passed = sorted(state()._stats), True
    for item in items:
        state()._stats.clear()
        clock = time.process_time()
        failed = [str(report.longrepr) for report in runtestprotocol(item, log=False) if report.failed]
        if failed:
            print(item.nodeid, *failed, sep="\n", file=sys.__stderr__)
            passed = False
        seconds[item.nodeid] = time.process_time() - clock
        for name in state()._stats:
            tests.setdefault(name, []).append(item.nodeid)
    for names in tests.values():
        names.sort(key=lambda name: (_STRICTEST not in name, seconds[name], name))
    if passed:
        to.write_text(json.dumps({"at_import": at_import, "seconds": seconds, "tests": tests}), "utf-8")


def _forked(task: Callable[[], None]) -> None:
    """Do it in a fork, so that this process stays as it was after collecting."""
    child = os.fork()
    if not child:
        try:
            task()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
