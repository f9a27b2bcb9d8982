"""The different doses of a course: which they are, whether they belong together, and what they find."""

from __future__ import annotations

from collections.abc import Iterable

from ketadose.calc.dose import Dose
from ketadose.findings import Finding


def different(doses: Iterable[Dose]) -> tuple[Dose, ...]:
    """Each dose once, in the order in which they come; one and the same record is one dose."""
    return tuple({id(dose): dose for dose in doses}.values())


def of_one(doses: tuple[Dose, ...]) -> bool:
    """Whether all are doses of one patient by one regimen, judged by the same limits."""
    one, *others = ((each.patient, each.regimen, each.profile, each.basis) for each in doses)
    return all(each == one for each in others)


def found_in(doses: tuple[Dose, ...]) -> tuple[Finding, ...]:
    """The findings of different doses, each once; that a dose is not for the first session, the course judges itself."""
    told = dict.fromkeys(finding for dose in doses for finding in dose.findings)
    return tuple(finding for finding in told if finding.code != "dose.first")
