"""What differs between two protocols, or two versions of one, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

import attrs

from ketadose.errors import KetadoseError, shown
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


def _days(days: Any) -> str:
    within = f" within {days.within} days" if days.within else ""
    rising = ", a dose for each" if days.ascending else ""
    derived = f" (derived: {days.derived})" if days.derived else ""
    return f"{', '.join(map(str, days.days))}{within}{rising}{derived}"


def _evidence(evidence: Any) -> str:
    return f"{evidence.grade.value}; {evidence.design}; {evidence.population}; n = {evidence.participants}"


def _value(part: Any) -> str:
    return str(part.value)


def _each(part: Any) -> str:
    return "; ".join(map(str, part))


def _either(part: Any) -> str:
    return " or ".join(map(str, part))


def _dose(part: Any) -> str:
    doses, between = part
    return (" to " if between else " or ").join(map(str, doses)) or _NOTHING


def _words(part: Any) -> str:
    return "; ".join(each.value for each in part)


def _of_evidence(name: str) -> Callable[[Regimen], Any]:
    return lambda regimen: getattr(regimen.evidence, name) if regimen.evidence else ()


_PARTS: tuple[tuple[str, Callable[[Regimen], Any], Callable[[Any], str]], ...] = (
    ("title", attrgetter("title"), str),
    ("drug", attrgetter("drug"), _value),
    ("route", attrgetter("route"), _value),
    ("care area", attrgetter("area"), _value),
    ("dose", attrgetter("doses", "between"), _dose),
    ("why no dose", attrgetter("undosed"), str),
    ("duration", attrgetter("over"), str),
    ("days", attrgetter("days"), _days),
    ("number of sessions", lambda regimen: len(regimen.days.days) if regimen.days else None, str),
    ("cap of a session", attrgetter("at_most"), str),
    ("first session", attrgetter("first"), _either),
    ("largest step", attrgetter("step"), str),
    ("ages", attrgetter("ages"), str),
    ("indications", attrgetter("indications"), _words),
    ("phases", attrgetter("phases"), _each),
    ("titration", attrgetter("titration"), str),
    ("monitoring", attrgetter("monitoring"), _each),
    (
        "evidence",
        lambda regimen: regimen.evidence and attrs.evolve(regimen.evidence, outcome=(), negative=(), against=()),
        _evidence,
    ),
    ("outcome", _of_evidence("outcome"), _each),
    ("negative", _of_evidence("negative"), _each),
    ("against", _of_evidence("against"), _each),
    ("remarks", attrgetter("remarks"), _each),
    ("source", attrgetter("citation"), str),
)
"""Each part of a protocol: what it is called, how it is got, and how it is told. Values are compared, not their text."""

_CITED = frozenset({"days", "ages", "phases", "titration", "monitoring"})


def _differences(first: Regimen, second: Regimen) -> Iterator[Difference]:
    if first.name != second.name and not (first.name and second.name):
        yield Difference("name", first.name or _NOTHING, second.name or _NOTHING)
    for what, get, tell in _PARTS:
        one, other = get(first), get(second)
        if one != other:
            told, also = (tell(each) if each else _NOTHING for each in (one, other))
            if told == also and what in _CITED and first.citation.source != second.citation.source:
                continue  # two documents: the source tells of that
            yield Difference(what, told, also if told != also else f"{also} (otherwise cited or written)")


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
    return Comparison(first, second, tuple(_differences(first, second)))
