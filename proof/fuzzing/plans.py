"""How much each reader is fuzzed, and which of the library's packages guide the fuzzer by their branches."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from proof.fuzzing.target import Target

THOUSAND = 1000


class Plan(NamedTuple):
    """A target's share of all runs, in thousandths, and the packages whose branches are watched."""

    share: int
    covers: tuple[str, ...]


PLANS = {
    "measures": Plan(930, ("ketadose.measures",)),
    "long_texts": Plan(1, ("ketadose.measures",)),
    "printed": Plan(15, ("ketadose.measures", "ketadose.records")),
    "numbers": Plan(10, ("ketadose.measures",)),
    "quantities": Plan(6, ("ketadose.measures",)),
    "dates": Plan(25, ("ketadose.model.calendar", "ketadose.model.patient", "ketadose.verify.frequency")),
    "calendars": Plan(5, ("ketadose.model.calendar", "ketadose.model.days", "ketadose.planning.clock")),
    "orders": Plan(4, ("ketadose.model.order", "ketadose.verify")),
    "site": Plan(2, ("ketadose.exchange",)),
    "answers": Plan(1, ("ketadose.screening",)),
    "command": Plan(1, ("ketadose.cli", "ketadose.calc", "ketadose.planning")),
}
"""Every target by its module; together they have all the thousandths, and the quickest have the most."""


def target_of(name: str) -> Target:
    """The target of this name, imported only now: what is imported before the fuzzer watches cannot guide it."""
    target: Target = import_module(f"proof.fuzzing.{name}").TARGET
    return target


def goal_of(name: str, total: int) -> int:
    """How many of all runs are this target's."""
    return total * PLANS[name].share // THOUSAND
