"""What a long run has done so far, kept so that it goes on after a stop; on other code it begins again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from proof import records


class Progress:
    """The state of one run by its name; kept on disk after every step, unless it is a run that leaves no record."""

    def __init__(self, name: str, *, kept: bool = True) -> None:
        self._path = records.PROGRESS / f"{name}.json"
        self._kept = kept
        self._code = records.code()
        self._began = datetime.now(UTC)
        self.started = records.begin()
        self.state: dict[str, Any] = {}
        self._before = 0
        if kept and self._path.exists():
            self._go_on(json.loads(self._path.read_text("utf-8")))

    def _go_on(self, told: dict[str, Any]) -> None:
        if told["code"] == self._code:
            self.started = datetime.fromisoformat(told["started"])
            self._before, self.state = told["seconds"], told["state"]

    def seconds(self) -> int:
        """How long the run has taken, all its parts together."""
        return self._before + int((datetime.now(UTC) - self._began).total_seconds())

    def keep(self, state: dict[str, Any]) -> None:
        """Write the state, whole or not at all."""
        if not self._kept:
            return
        told = {"code": self._code, "started": self.started.isoformat(), "seconds": self.seconds(), "state": state}
        self._path.parent.mkdir(exist_ok=True)
        records.write_whole(self._path, json.dumps(told))

    def changed(self) -> bool:
        """Whether the package is no longer the one that the run began with."""
        return records.code() != self._code

    def done(self) -> None:
        """Nothing is left to go on with."""
        self._path.unlink(missing_ok=True)
