"""What the sessions of a course add up to, and what of it was given."""

from __future__ import annotations

from fractions import Fraction

from ketadose import formulas
from ketadose.calc.dose import Dose
from ketadose.findings import exact
from ketadose.measures import Amount, Weight
from ketadose.measures.value import make
from ketadose.planning.history import Entry, What, standing
from ketadose.planning.session import Session
from ketadose.planning.spacing import Counted, in_order
from ketadose.working import Step


def add_up(doses: tuple[Dose, ...], same: bool) -> tuple[Step, ...]:
    """The steps that add up the sessions: equal ones multiplied, then one group to the next."""
    if same:
        return (formulas.REPEATED.step(doses[0].amount, len(doses)),)
    groups: dict[Fraction, int] = {}
    for dose in doses:
        groups[dose.amount.value] = groups.get(dose.amount.value, 0) + 1
    steps: list[Step] = []
    total: Step | None = None
    for value, count in groups.items():
        group = formulas.REPEATED(make(Amount, value), count)
        total = group if total is None else formulas.TOGETHER(total.result, group.result)
        steps.extend([group] if total is group else [group, total])
    return tuple(steps)


def given_so_far(history: tuple[Entry, ...]) -> Amount | None:
    """What was really given; None where nothing was."""
    total: Amount | None = None
    for entry in standing(history).values():
        if entry.amount is not None:
            total = entry.amount if total is None else formulas.TOGETHER(total, entry.amount).result
    return total


def count(sessions: tuple[Session, ...], history: tuple[Entry, ...], weight: Weight) -> tuple[Counted, ...]:
    """Every session that counts, in the order of the dates: what was really given, and what is still to come."""
    told = standing(history)
    counted = []
    for session in sessions:
        entry = told.get(session.number)
        if entry is None or entry.what is not What.MISSED:
            amount = session.dose.amount if entry is None or entry.amount is None else entry.amount
            per_weight = exact(amount) / exact(weight)
            counted.append(Counted(session.date.toordinal(), per_weight, session.number, entry is not None))
    return in_order(counted)
