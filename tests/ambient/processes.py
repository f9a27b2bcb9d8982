"""Programs in new interpreters, and what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import ketadose

ROOT = Path(__file__).parents[2]
PACKAGE = Path(ketadose.__file__).parent
"""The package that is tested: that of the checkout, or the one that is installed."""

TELL = "from tests.ambient import story\nprint(story.told())\n"
HAND_OUT = "print(story.handed_out())\n"
"""After `TELL`: the pint Quantities that go out."""


def said_by(program: str, *options: str, **environment: str) -> list[str]:
    """The lines that the program prints in an interpreter of its own, which has to end well."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    ended = subprocess.run(
        [sys.executable, *options, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONHASHSEED": "0", **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def differing(said: list[str], plain: list[str]) -> list[tuple[str, str]]:
    """The first lines that are not what they are in plain surroundings: a few of them, because they are long."""
    pairs = zip(said + ["nothing"] * (len(plain) - len(said)), plain + ["nothing"] * (len(said) - len(plain)), strict=True)
    return [(ours, theirs) for ours, theirs in pairs if ours != theirs][:2]
