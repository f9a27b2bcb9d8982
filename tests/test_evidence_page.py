"""The page of evidence says what the records say: no figure holds without a run that reached its bar."""

from datetime import date

import attrs
import pytest

from benchmarks import page as speed
from proof import page
from proof.bars import FIGURES, GROUPS
from proof.figures import Figure, State
from proof.records import RECORDS, Record, load

NAMES = sorted(path.stem for path in RECORDS.glob("*.json"))
FIGURE = Figure(
    "mutants", "at least 95 %", "mutation", "python -m proof.mutation", lambda m: m["told"], lambda m: m["score"] >= 95
)
RECORD = Record(
    "mutation", "python -m proof.mutation", "2026-11-21T10:00:00Z", 60, "abc", "def", {}, {"told": "95 %", "score": 95}
)


def measured(**more):
    return attrs.evolve(RECORD, measured=RECORD.measured | more)


def test_page_is_what_the_records_say():
    assert page.PAGE.read_text("utf-8") == page.text(), "stale: run python -m proof page"


def test_speed_table_is_what_the_records_say():
    assert speed.PAGE.read_text("utf-8") == speed.text(), "stale: run python -m benchmarks.page"


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (None, State.NOT_RUN),
        (RECORD, State.HOLDS),
        (measured(score=94), State.SHORT),
        (measured(told=""), State.NOT_RUN),
    ],
    ids=["no record", "at the bar", "below it", "no such row in the record"],
)
def test_state_is_read_from_the_record(record, state):
    assert FIGURE.state(record) is state
    assert f"| {state} |" in page.row(FIGURE, record)


def test_row_has_the_bar_the_figure_the_day_the_commit_and_the_command():
    row = page.row(FIGURE, RECORD)
    assert row == "| mutants | at least 95 % | 95 % | holds | 2026-11-21 | abc | `python -m proof.mutation` |"


def test_each_figure_has_a_row_of_its_own_in_exactly_one_state():
    lines = [line.split(" | ") for line in page.text().splitlines() if line.startswith("| ")]
    rows = [line for line in lines if line[0] != "| figure"]
    assert len(rows) == len(FIGURES) == sum(len(figures) for _, figures in GROUPS)
    assert len({row[0] for row in rows}) == len(rows)
    assert {row[3] for row in rows} <= set(State)


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_of_a_run_that_can_have_happened(name):
    record = load(name)
    assert record.name == name
    assert record.command.startswith("python -m ")
    assert date(2026, 11, 1) <= date.fromisoformat(record.day)
    assert record.seconds >= 0
    assert {"python", "pint"} <= record.versions.keys()
    assert any(figure.record == name for figure in FIGURES)


def test_every_record_that_a_figure_reads_is_written_by_its_command():
    commands = {figure.record: figure.command for figure in FIGURES if figure.record}
    for name in NAMES:
        assert load(name).command.split(" --")[0] == commands[name].split(" --")[0]
