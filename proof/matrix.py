"""Every Python that is supported with every pint that is tested, with and without NumPy: the same vectors, the same bytes.

Each cell is a new virtual environment with the wheel that is built from this checkout. Interpreters are looked for among
those of pyenv and on the path; a cell whose parts cannot be had together says so. A run goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from proof import records
from proof.cell import sections
from proof.progress import Progress
from proof.vectors import pack

PYTHONS = ("3.11", "3.12", "3.13")
PINTS = ("0.25.3", "0.26.2")
_NEEDS = {"0.26.2": (3, 12)}
"""The first Python that a pint installs on, where it is not the oldest of ours."""


@attrs.frozen
class Cell:
    """One environment."""

    python: str
    pint: str
    numpy: bool

    @property
    def name(self) -> str:
        """What it is called in the record."""
        return f"Python {self.python}, pint {self.pint}, {'with' if self.numpy else 'without'} NumPy"

    @property
    def impossible(self) -> str:
        """Why its parts cannot be had together; empty where they can."""
        needs = _NEEDS.get(self.pint)
        if needs is None or tuple(map(int, self.python.split("."))) >= needs:
            return ""
        return f"cannot be had: pint {self.pint} needs Python {needs[0]}.{needs[1]}"


CELLS = tuple(Cell(python, pint, numpy) for python in PYTHONS for pint in PINTS for numpy in (True, False))


def interpreter(python: str) -> str | None:
    """A working interpreter of this version."""
    installed = sorted(Path.home().glob(f".pyenv/versions/{python}.*/bin/python"), reverse=True)
    for path in (*map(str, installed), shutil.which(f"python{python}")):
        if path and subprocess.run([path, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def wheel(directory: Path) -> Path:
    """The wheel of this checkout."""
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(directory), str(records.ROOT))
    return next(directory.glob("ketadose-*.whl"))


def measured(cell: Cell, package: Path, room: Path) -> dict[str, Any]:
    """What the cell's own environment says of the vectors."""
    if cell.impossible:
        return {"state": cell.impossible}
    found = interpreter(cell.python)
    if found is None:
        return {"state": f"cannot be had: no Python {cell.python} was found"}
    place = room / f"{cell.python}-{cell.pint}{'-numpy' if cell.numpy else ''}"
    shutil.rmtree(place, ignore_errors=True)
    _run(found, "-m", "venv", str(place))
    python = str(place / "bin" / "python")
    _run(python, "-m", "pip", "install", "--quiet", str(package), f"pint=={cell.pint}", *(["numpy>=2"] if cell.numpy else []))
    shutil.copytree(records.ROOT / "proof", place / "proof", ignore=shutil.ignore_patterns("records", "__pycache__"))
    told: dict[str, Any] = json.loads(_run(python, "-m", "proof.cell", str(place), at=place))
    if not Path(told.pop("package")).is_relative_to(place):
        raise SystemExit(f"{cell.name}: the package is not the wheel's")
    return {"state": "run"} | told


def disagreements(cells: dict[str, dict[str, Any]], text: str) -> Iterator[str]:
    """Every section of a cell that is not as the pack, or as the first cell that has it."""
    expected = {"text": text}
    for name, told in cells.items():
        for section, found in told.get("sha256", {}).items():
            if found != expected.setdefault(section, found):
                yield f"{name}: {section} differs"


def _run(*command: str, at: Path | None = None) -> str:
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False, env=alone)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def _everywhere() -> dict[str, dict[str, Any]]:
    progress = Progress("matrix")
    cells: dict[str, dict[str, Any]] = progress.state
    with tempfile.TemporaryDirectory() as directory:
        room = Path(directory)
        package = wheel(room)
        for cell in CELLS:
            if cell.name not in cells:
                cells[cell.name] = measured(cell, package, room)
                progress.keep(cells)
            print(f"{cell.name}: {cells[cell.name]['state']}", flush=True)
    text = pack.about()["sha256"]
    told = {"vectors": pack.COUNT, "sha256": text, "cells": cells, "different": list(disagreements(cells, text))}
    told["run"] = sum(each["state"] == "run" for each in cells.values())
    told["impossible"] = sum(each["state"] != "run" for each in cells.values())
    records.finish("matrix", "python -m proof.matrix", progress.started, told, seconds=progress.seconds()).save()
    progress.done()
    return cells


def main() -> int:
    """0 where all bytes are the same."""
    parser = argparse.ArgumentParser(prog="python -m proof.matrix", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only the interpreter at hand, in this process; no record")
    if parser.parse_args().quick:
        cells = {"here": {"sha256": {name: pack.digest(lines) for name, lines in sections().items()}}}
    else:
        cells = _everywhere()
    different = list(disagreements(cells, pack.about()["sha256"]))
    for name, told in cells.items():
        print(name, json.dumps(told.get("sha256", told)))
    print(*different, f"{len(different)} sections differ", sep="\n")
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
