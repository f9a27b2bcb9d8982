"""The record of one run: what was measured, by which command, when, on which code and with which versions."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "proof" / "records"
PROGRESS = ROOT / ".proof"
"""Where long runs keep what they have done so far; not part of the repository."""


@attrs.frozen
class Record:
    """One run that really happened. `measured` holds the figures by name, as JSON can: numbers, text, lists and tables."""

    name: str
    command: str
    started: str
    seconds: int
    commit: str
    code: str
    versions: dict[str, str]
    measured: dict[str, Any]

    @property
    def day(self) -> str:
        """The date the run began, in UTC."""
        return self.started[:10]

    def save(self) -> Path:
        """Write it where the page looks for it."""
        RECORDS.mkdir(exist_ok=True)
        path = RECORDS / f"{self.name}.json"
        path.write_text(json.dumps(attrs.asdict(self), indent=1) + "\n", "utf-8")
        return path


def begin() -> datetime:
    """The moment a run starts."""
    return datetime.now(UTC).replace(microsecond=0)


def finish(name: str, command: str, started: datetime, measured: dict[str, Any], *, seconds: int | None = None) -> Record:
    """The record of a run that ends now; `seconds` where it was resumed and took longer than since `started`."""
    took = int((datetime.now(UTC) - started).total_seconds()) if seconds is None else seconds
    moment = started.isoformat().replace("+00:00", "Z")
    return Record(name, command, moment, took, commit(), code(), versions(), measured)


def load(name: str) -> Record | None:
    """The record of this name, if its run ever happened."""
    path = RECORDS / f"{name}.json"
    return Record(**json.loads(path.read_text("utf-8"))) if path.exists() else None


def write_whole(path: Path, text: str) -> None:
    """Write a file beside and move it into place: a run that is broken off leaves the last one whole."""
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def commit() -> str:
    """The commit that was checked out, with "+" where the package differed from it; "unknown" outside a checkout."""
    told = _git("rev-parse", "--short=10", "HEAD")
    return told + ("+" if _git("status", "--porcelain", "--", "ketadose") else "") if told else "unknown"


def code() -> str:
    """What the package's modules hash to, so that a later reader sees whether a figure was measured on the code at hand."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "ketadose").rglob("*.py")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def versions() -> dict[str, str]:
    """What the run stood on."""
    found = {"python": platform.python_version(), "cores": str(os.cpu_count())}
    for name in ("pint", "attrs", "hypothesis", "numpy"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def _git(*words: str) -> str:
    try:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
