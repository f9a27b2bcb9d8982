"""The examples run as they stand and print what a reader is promised."""

import runpy
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.py"))
PROMISED = {
    "clinic_morning.py": "Not delivered: ",
    "own_catalog.py": "Write axis if that is meant",
    "own_regimen.py": "Overridden by A. Doctor: responded to this dose in 2025",
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_example_runs(path, capsys):
    runpy.run_path(str(path), run_name="__main__")
    assert PROMISED[path.name] in " ".join(capsys.readouterr().out.split())
