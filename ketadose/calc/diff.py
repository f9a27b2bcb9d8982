"""What differs between two protocols, or two versions of one, in words."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.model.days import DayPattern
from ketadose.model.regimen import Regimen
from ketadose.records import Record, whole

_NOTHING = "none"


@attrs.frozen
class Difference(Record):
    """One thing that differs: what it is, and how each of the two has it."""

    what: str
    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.what}: {self.first}; {self.second}"


@attrs.frozen
class Comparison(Record):
    """Two protocols and everything in which they differ, in the order of a protocol's own parts."""

    first: Regimen
    second: Regimen
    differences: tuple[Difference, ...]

    def __str__(self) -> str:
        if not self.differences:
            return "no difference"
        named = bool(self.first.name and self.second.name) and self.first.name != self.second.name
        one, other = (self.first.name, self.second.name) if named else ("the first", "the second")
        told = [f"{each.what}: {each.first} in {one}, {each.second} in {other}" for each in self.differences]
        return "\n".join(told)


def _days(regimen: Regimen) -> str:
    pattern: DayPattern | None = regimen.days
    if pattern is None:
        return _NOTHING
    within = f" within {pattern.within} days" if pattern.within else ""
    rising = ", a dose for each" if pattern.ascending else ""
    return f"{', '.join(map(str, pattern.days))}{within}{rising}{f' (derived: {pattern.derived})' if pattern.derived else ''}"


def _or_none(part: object) -> str:
    return str(part) if part else _NOTHING


def _all(parts: tuple[object, ...]) -> str:
    return "; ".join(map(str, parts)) or _NOTHING


def _evidence(regimen: Regimen) -> str:
    evidence = regimen.evidence
    if evidence is None:
        return _NOTHING
    return f"{evidence.grade.value}; {evidence.design}; {evidence.population}; n = {evidence.participants}"


_PARTS: tuple[tuple[str, Callable[[Regimen], str]], ...] = (
    ("title", lambda regimen: _or_none(regimen.title)),
    ("drug", lambda regimen: regimen.drug.value),
    ("route", lambda regimen: regimen.route.value),
    ("care area", lambda regimen: regimen.area.value),
    ("dose", lambda regimen: (" to " if regimen.between else " or ").join(map(str, regimen.doses)) or _NOTHING),
    ("why no dose", lambda regimen: _or_none(regimen.undosed)),
    ("duration", lambda regimen: _or_none(regimen.over)),
    ("days", _days),
    ("number of sessions", lambda regimen: str(len(regimen.days.days)) if regimen.days else _NOTHING),
    ("cap of a session", lambda regimen: _or_none(regimen.at_most)),
    ("first session", lambda regimen: " or ".join(map(str, regimen.first)) or _NOTHING),
    ("largest step", lambda regimen: _or_none(regimen.step)),
    ("ages", lambda regimen: _or_none(regimen.ages)),
    ("indications", lambda regimen: "; ".join(each.value for each in regimen.indications) or _NOTHING),
    ("phases", lambda regimen: _all(regimen.phases)),
    ("titration", lambda regimen: _or_none(regimen.titration)),
    ("monitoring", lambda regimen: _all(regimen.monitoring)),
    ("evidence", _evidence),
    ("outcome", lambda regimen: _all(regimen.evidence.outcome) if regimen.evidence else _NOTHING),
    ("negative", lambda regimen: _all(regimen.evidence.negative) if regimen.evidence else _NOTHING),
    ("against", lambda regimen: _all(regimen.evidence.against) if regimen.evidence else _NOTHING),
    ("remarks", lambda regimen: _all(regimen.remarks)),
    ("source", lambda regimen: str(regimen.citation)),
)


def diff_protocols(first: Regimen, second: Regimen) -> Comparison:
    """Every part in which two protocols, or two versions of one, differ.

    Doses are compared as measures: "0.5 mg/kg" and "500 mcg/kg" are the same. Raises `KetadoseError` "argument.type".

    >>> import ketadose as kd
    >>> compared = kd.diff_protocols(kd.protocols.MURROUGH_2013_SINGLE, kd.protocols.BERMAN_2000)
    >>> print(compared.differences[1])
    indications: treatment-resistant depression; major depression
    >>> [each.what for each in compared.differences]
    ['title', 'indications', 'evidence', 'outcome', 'remarks', 'source']
    """
    for regimen in (first, second):
        if type(regimen) is not Regimen:
            raise KetadoseError(
                "argument.type",
                f"{shown(regimen)} is not a regimen",
                field="regimen",
                received=regimen,
                fix="Use kd.protocols or kd.Regimen",
            )
        whole(regimen, "regimen")
    told = ((what, words(first), words(second)) for what, words in _PARTS)
    return Comparison(first, second, tuple(Difference(*each) for each in told if each[1] != each[2]))
