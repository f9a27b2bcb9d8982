"""The sheets that are made from the code are fresh."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_generated_sheets_are_fresh():
    run = subprocess.run(
        [sys.executable, "docs/make_sheets.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
