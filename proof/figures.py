"""A figure: what is measured, the bar, the command, and how a record is read against the bar."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from proof.records import Record

Measured = dict[str, Any]


class State(StrEnum):
    """What is known of a figure."""

    HOLDS = "holds"
    SHORT = "short"
    NOT_RUN = "not run"


@attrs.frozen
class Figure:
    """One figure. `told` writes what a record measured, "" where it holds no such row; `reached` judges it by the bar."""

    what: str
    bar: str
    record: str
    command: str
    told: Callable[[Measured], str]
    reached: Callable[[Measured], bool]

    def state(self, record: Record | None) -> State:
        """Holds or short, by the record; not run where there is none, or no such row in it."""
        if record is None or not self.told(record.measured):
            return State.NOT_RUN
        return State.HOLDS if self.reached(record.measured) else State.SHORT


def never(what: str, bar: str, command: str) -> Figure:
    """A figure that nothing measures yet."""
    return Figure(what, bar, "", command, lambda _: "", lambda _: False)
