"""A fresh virtual environment, in which nothing of this checkout can be imported by accident."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import attrs

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""What a run may see of the shell that started it: neither a search path nor another setting of Python's."""


@attrs.frozen
class Environment:
    """A virtual environment in a folder of its own, without pip, so that it holds what was asked for and nothing else."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> Environment:
        """A new and empty one."""
        run(sys.executable, "-m", "venv", "--without-pip", folder)
        return cls(folder)

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Where installed packages lie."""
        return next(self.folder.glob("lib/python*/site-packages"))

    def install(self, *what: str | Path) -> None:
        """Install requirements or built distributions."""
        run(sys.executable, "-m", "pip", "-q", "--python", self.python, "install", *what)


def run(
    *words: str | Path, cwd: Path | None = None, must_pass: bool = True, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command and catch what it prints; one that fails stops everything, unless it may fail."""
    settings = CLEAN | (environment or {})
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    if must_pass and done.returncode:
        raise SystemExit("\n".join([" ".join(command), *done.stdout.splitlines()[-20:], *done.stderr.splitlines()[-20:]]))
    return done
