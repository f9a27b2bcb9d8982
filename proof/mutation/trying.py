"""The trials, as a plugin of pytest: collect once, learn which tests run which function, then fork for each mutant.

A mutant is killed when a test fails, timed out when a test takes far longer than it did (as an endless loop does), and has
survived when every test that runs its function passes. Time is the process's own, so a busy machine changes nothing. Before
any mutant is tried, the tests of each function have to pass on the original in the order in which its mutants meet them: a
test that fails for being run out of its own order would kill them all.
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

_MUTANT = "__mutmut_"
"""What parts the name of a function from the number of its mutant; a function alone is the original."""

_PATIENCE = 2.0
_SLOWER = 20
_STALLED = 300
_ENDED = {0: "survived", 1: "killed", -signal.SIGPROF: "timeout", -signal.SIGALRM: "timeout"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the mutants to try are listed, and how many to try at once."""
    parser.addoption("--room", type=Path, help="the folder with the mutants to try; answers go there")
    parser.addoption("--learned", type=Path, help="what is learned of the tests once, for every run")
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
    children: int = session.config.getoption("--children")
    learned: Path = session.config.getoption("--learned")
    mutants = (room / "mutants.txt").read_text("utf-8").split()
    gc.freeze()
    if not learned.exists():
        _learned(items, mutants, learned, children)
    told = json.loads(learned.read_text("utf-8"))
    answers = room / "answers.txt"
    done = {line.split("\t")[0] for line in answers.read_text("utf-8").splitlines()} if answers.exists() else set()
    left = [name for name in mutants if name not in done]
    with answers.open("a", encoding="utf-8") as out:
        for name, answer in _answers(left, items, told, children):
            out.write(f"{name}\t{answer}\n")
            out.flush()
    return True


def _learned(items: dict[str, pytest.Item], mutants: list[str], to: Path, children: int) -> None:
    """Learn of the tests, and make sure of the order in which they are to run."""
    beside = to.with_suffix(".new")
    _forked(lambda: _learn(list(items.values()), beside))
    if not beside.exists():
        pytest.exit("the tests do not pass without a mutant", 1)
    told = json.loads(beside.read_text("utf-8"))
    functions = list(dict.fromkeys(name.partition(_MUTANT)[0] for name in mutants))
    ended = {answer for _, answer in _answers(functions, items, told, children)}
    if not ended <= {"survived", "no tests"}:
        pytest.exit("the tests do not pass without a mutant in another order than their own", 1)
    beside.replace(to)


def _answers(left: list[str], items: dict[str, pytest.Item], told: dict[str, Any], children: int) -> Iterator[tuple[str, str]]:
    """Each mutant with its answer, in the order in which the trials end."""
    running: dict[int, str] = {}
    for name in left:
        tests = told["tests"].get(name.partition(_MUTANT)[0], [])
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
            failed = [str(report.longrepr) for report in runtestprotocol(item, log=False) if report.failed]
            if failed and _MUTANT not in name:
                print(name, item.nodeid, *failed, sep="\n", file=sys.__stderr__, flush=True)
            if failed:
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
