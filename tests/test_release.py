"""The release run: what each test is given, what counts, what is kept, and what a failure leaves."""

import json
import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from proof.examples import Plan, Tried
from proof.records import ROOT
from proof.release import FIRST, LEAST, Sum, measured, next_lot, read, shares

CHEAP = Sum("cheap", (1,), ran=20, seconds=0.02)
DEAR = Sum("dear", (1, 2), ran=20, seconds=2)


def tried(test, ran, **more):
    return Tried(test, more.pop("properties", ()), more.pop("asked", ran), ran, **({"seconds": 1, "seed": 7} | more))


def written(path, *several, end="\n"):
    path.write_text("\n".join(json.dumps(attrs.asdict(each)) for each in several) + end, "utf-8")


def test_all_have_the_least_and_together_they_have_what_is_asked():
    found = shares([CHEAP, DEAR], 20_000)
    assert found["dear"] == LEAST
    assert 20_000 <= sum(found.values()) <= 20_002


def test_above_the_least_each_test_has_the_same_time():
    found = shares([CHEAP, DEAR], 10_000_000)
    assert found["cheap"] * CHEAP.cost == pytest.approx(found["dear"] * DEAR.cost, rel=0.001)


def test_a_spent_test_and_one_that_failed_are_tried_no_more_and_the_others_have_their_share():
    spent, failed = Sum("spent", (), ran=700, seconds=1, spent=True), Sum("failed", (), ran=5, seconds=1, failed="broken")
    found = shares([CHEAP, spent, failed], 50_000)
    assert set(found) == {"cheap"}
    assert found["cheap"] + 705 == pytest.approx(50_000, abs=1)
    assert shares([spent, failed], 50_000) == {}


def test_a_lot_is_short_and_the_last_one_is_what_is_left():
    assert next_lot({"dear": DEAR}, 4_000) == {"dear": 300}
    assert next_lot({"cheap": CHEAP}, 4_000) == {"cheap": 3_980}
    assert next_lot({"cheap": CHEAP}, 40_000) == {"cheap": 5_000}
    assert next_lot({"cheap": attrs.evolve(CHEAP, ran=4_001)}, 4_000) == {}


def test_lots_add_up_over_processes_and_a_line_that_was_broken_off_is_left_out(tmp_path):
    written(tmp_path / "0.jsonl", tried("one", 20, properties=(3,)), tried("one", 500), end='\n{"test": "one", "ra')
    written(tmp_path / "1.jsonl", tried("one", 1_000), tried("few", 30, asked=100), tried("wrong", 9, asked=10, failed="E: no"))
    sums = read(tmp_path)
    assert (sums["one"].ran, sums["one"].properties, sums["one"].ended) == (1_520, (3,), False)
    assert (sums["few"].spent, sums["wrong"].spent) == (True, False)
    assert (sums["few"].ended, sums["wrong"].ended) == (True, True)


def test_what_was_measured_is_told_for_each_property():
    sums = {"cheap": CHEAP, "dear": attrs.evolve(DEAR, failed="E: no")}
    told = measured(sums, 11)
    assert (told["tests"], told["examples"], told["failures"], told["seed"]) == (2, 40, ["dear"], "11")
    assert list(told["properties"]) == [str(number) for number in range(1, 41)]
    assert told["properties"]["1"] == {"tests": 2, "examples": 40, "passed": False}
    assert told["properties"]["2"] == {"tests": 1, "examples": 20, "passed": False}
    assert told["properties"]["3"] == {"tests": 0, "examples": 0, "passed": True}


MODULE = """
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

shows = pytest.mark.property

@shows(1)
@given(st.integers())
def test_holds(number):
    assume(number % 3)

@given(st.integers(0, 4))
def test_few(number):
    pass

@shows(2)
@given(st.integers())
def test_fails(number):
    assert number < 1_000

def test_without_examples():
    raise AssertionError("is not to run")
"""


def run(room: Path, plan: Plan):
    """A module of its own, tried by the plan; what was written of each test."""
    (room / "test_own.py").write_text(MODULE, "utf-8")
    (room / "pytest.ini").write_text("[pytest]\nmarkers = property\n", "utf-8")
    results = room / "results.jsonl"
    attrs.evolve(plan, results=str(results), failing=str(room / "failing")).write(room / "plan.json")
    words = ["-q", "-p", "proof.examples", "--examples-plan", "plan.json", "-p", "no:cacheprovider", "test_own.py"]
    place = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "pytest", *words]
    ended = subprocess.run(command, cwd=room, env=place, capture_output=True, text=True, check=False)
    lines = [Tried(**json.loads(line)) for line in results.read_text("utf-8").splitlines()]
    return ended, {each.test.partition("::")[2]: each for each in lines}


@pytest.mark.slow
def test_tests_are_tried_on_what_the_plan_says_and_what_ran_is_counted(tmp_path):
    plan = Plan(5, "", {"test_own.py::test_holds": 300, "test_own.py::test_few": 300})
    ended, found = run(tmp_path, plan)
    assert ended.returncode == 0, ended.stdout
    assert set(found) == {"test_holds", "test_few"}
    assert (found["test_holds"].ran, found["test_holds"].asked) == (300, 300)
    assert (found["test_few"].ran, found["test_few"].asked) == (5, 300)
    assert found["test_holds"].properties == [1]
    assert found["test_holds"].seed != found["test_few"].seed


@pytest.mark.slow
def test_a_failure_is_told_and_kept_and_only_marked_tests_are_tried_where_that_is_asked(tmp_path):
    ended, found = run(tmp_path, Plan(5, "", each=FIRST, marked_only=True))
    assert ended.returncode == 1
    assert set(found) == {"test_holds", "test_fails"}
    assert found["test_fails"].failed.startswith("AssertionError")
    assert found["test_holds"].failed == ""
    assert any((tmp_path / "failing").iterdir())
    assert "reproduce_failure" in ended.stdout
