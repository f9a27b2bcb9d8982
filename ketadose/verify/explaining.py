"""Which single mistake explains an order: each is undone, and what then holds is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ketadose.findings import Finding
from ketadose.terms import Axis, Severity
from ketadose.verify.facts import Facts
from ketadose.verify.judging import OF_A_DOSE, Judge
from ketadose.verify.mistakes import Undone, crossed, scaled, together
from ketadose.verify.readings import (
    other_bag,
    other_devices,
    other_frequency,
    other_vials,
    other_weight,
    other_words,
)
from ketadose.verify.rules import Rule


class Explained(NamedTuple):
    """A mistake that explains the order: what it repairs, how the order then fits, and its rank; 1 is the top tie.

    `facts` are the order as it is written, beside the protocol's dose that the mistake leads to.
    """

    facts: Facts
    undone: Undone
    failed: tuple[Rule, ...]
    repaired: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    rank: int = 0

    @property
    def complete(self) -> bool:
        """Whether every relation that failed is repaired."""
        return len(self.repaired) == len(self.failed)


def explain(readings: tuple[Facts, ...], rules: tuple[Rule, ...], judge: Judge) -> tuple[Explained, ...]:
    """Every mistake that explains the order, ranked; `readings` are the order beside each dose that may be the protocol's.

    A mistake in one field explains it if all relations that failed hold without it, and none that held breaks. Where no
    one does, those are told that repair the most and break none. Where none failed and a hard limit is passed, a mistake
    explains it if no hard limit is passed without it.

    First are those after which no hard limit is passed and no body weight is out of the ordinary.
    """
    failing = [tuple(rule for rule in rules if not rule.holds(facts)) for facts in readings]
    for facts, failed in zip(readings, failing, strict=True):
        if not failed:
            return _ranked(list(_inside(facts, rules, judge)), _cautions) if _dose_stops(judge.findings(facts)) else ()
    cases = [
        _Case(facts, failed, tuple(rule for rule in rules if rule not in failed))
        for facts, failed in zip(readings, failing, strict=True)
    ]
    found = [each for case in cases for each in _repairing(case, rules, judge, whole=True)]
    if not found:
        fewest = min(map(len, failing))
        partly = [each for c in cases if len(c.failed) == fewest for each in _repairing(c, rules, judge, whole=False)]
        most = max((len(each.repaired) for each in partly), default=0)
        found = [each for each in partly if len(each.repaired) == most]
    return _ranked(found, _odd)


class _Case(NamedTuple):
    """An order with what failed and what held."""

    facts: Facts
    failed: tuple[Rule, ...]
    held: tuple[Rule, ...]


def _every(facts: Facts, rules: tuple[Rule, ...], judge: Judge) -> Iterator[Undone]:
    return chain(
        scaled(facts),
        crossed(facts),
        other_vials(facts),
        other_bag(facts),
        other_weight(facts, judge.patient),
        other_words(facts),
        other_devices(facts),
        other_frequency(facts, rules),
    )


def _repairing(case: _Case, rules: tuple[Rule, ...], judge: Judge, whole: bool) -> Iterator[Explained]:
    """What repairs every relation that failed, or with `whole` False any of them, and breaks none."""
    for undone in _every(case.facts, rules, judge):
        yield from _looked_at(case, undone, judge, whole)
    if all(map(_compares, case.failed)):
        beside = case._replace(held=tuple(filter(_compares, case.held)))
        for undone in together(case.facts):
            yield from _looked_at(beside, undone, judge, whole)


def _looked_at(case: _Case, undone: Undone, judge: Judge, whole: bool) -> Iterator[Explained]:
    tried = undone.facts
    if whole and not all(rule.holds(tried) for rule in case.failed):
        return
    repaired = case.failed if whole else tuple(rule for rule in case.failed if rule.holds(tried))
    if repaired and all(rule.holds(tried) for rule in case.held):
        yield Explained(case.facts, undone, case.failed, repaired, judge.findings(tried, meant=True))


def _inside(facts: Facts, rules: tuple[Rule, ...], judge: Judge) -> Iterator[Explained]:
    """What brings an order inside the hard limits whose relations all hold."""
    beside = tuple(rule for rule in rules if _compares(rule))
    for undone in chain(_every(facts, rules, judge), together(facts)):
        kept = rules if undone.alone else beside
        if all(rule.holds(undone.facts) for rule in kept):
            findings = judge.findings(undone.facts, meant=True)
            if not _stops(findings):
                yield Explained(facts, undone, (), (), findings)


def _compares(rule: Rule) -> bool:
    """Whether the rule compares the order with the patient or the protocol, not its figures with each other."""
    return rule.against in {"patient", "protocol"}


def _stops(findings: Iterable[Finding]) -> bool:
    return any(each.severity is Severity.STOP for each in findings)


def _dose_stops(findings: Iterable[Finding]) -> bool:
    """Whether a hard limit on a dose, a rate or a duration is passed."""
    return _stops(each for each in findings if each.limit is not None and each.limit.axis in OF_A_DOSE)


def _odd(each: Explained) -> int:
    """Whether a hard limit is passed still, or the weight is nobody's."""
    odd = any(f.limit is not None and f.limit.axis is Axis.WEIGHT for f in each.findings)
    return int(_stops(each.findings) or odd)


def _cautions(each: Explained) -> int:
    return len(each.findings)


def _ranked(found: list[Explained], key: object) -> tuple[Explained, ...]:
    """Those that are equally good share a rank; the same mistake in the same field with the same meaning is told once."""
    measured = [(key(each), each) for each in found]  # type: ignore[operator]
    ranks = {value: rank for rank, value in enumerate(sorted({value for value, _ in measured}), 1)}
    once: dict[object, Explained] = {}
    for value, each in sorted(measured, key=lambda pair: pair[0]):
        meant = each.undone.meant
        said = meant if isinstance(meant, str) else meant.value
        once.setdefault((each.undone.kind, each.undone.field, said), each._replace(rank=ranks[value]))
    return tuple(once.values())
