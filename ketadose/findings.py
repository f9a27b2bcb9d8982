"""Limits, what they find, and who may let it pass.

A `Limit` bounds one axis with up to four bounds, each with its own citation. Exactly at a bound is inside. Past a soft
bound is a CAUTION, past a hard bound a STOP; a calculation with a STOP is refused unless an `Override` names it.
"""

from __future__ import annotations

from typing import Any, NoReturn

import attrs

from ketadose.bounds import Bound, DoseRule, Limit, exact
from ketadose.errors import KetadoseError, LimitError, shown
from ketadose.evidence import Citation, Standing
from ketadose.measures import Beside, Measure
from ketadose.records import Record, read_text
from ketadose.terms import CareArea, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.codes import FINDINGS

__all__ = [
    "FINDINGS",
    "Bound",
    "DoseRule",
    "Finding",
    "Limit",
    "Override",
    "exact",
    "judge",
    "passed",
    "settle",
    "settled",
    "unused",
]


_STOP = Severity.STOP  # Python 3.11 takes ten times as long over a member of an Enum as over a name


def _codes(given: object) -> tuple[str, ...]:
    if type(given) is str:
        return (given,)
    return tuple(code for code in given if type(code) is str) if type(given) in {tuple, list} else ()  # type: ignore[attr-defined]


@attrs.frozen
class Override(Record):
    """Somebody takes responsibility for a STOP: which codes, who, and why. It becomes part of the result.

    Raises `KetadoseError` "override.incomplete" without codes, a name or a reason.
    """

    codes: tuple[str, ...] = attrs.field(converter=_codes)
    by: str
    reason: str

    def __attrs_post_init__(self) -> None:
        from ketadose.codes import FINDINGS

        known = {code for code, _ in FINDINGS}
        for code in self.codes or ("",):
            if code not in known:
                self._refuse("codes", code, "the code of a finding, such as per_weight.high", _nearest(code, known))
        for field, text in (("by", self.by), ("reason", self.reason)):
            if not read_text(text, f"override {field}").strip():
                self._refuse(field, text, "a name" if field == "by" else "a reason", "")

    def _refuse(self, field: str, given: str, expected: str, fix: str) -> NoReturn:
        what = "no finding code" if field == "codes" else "empty"
        raise KetadoseError(
            "override.incomplete",
            f"{shown(given)} is {what}",
            field=f"override {field}",
            received=given,
            expected=expected,
            fix=fix,
        )


def _nearest(code: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code[:60], sorted(known), n=1)
    return f"Write {near[0]} if that is meant" if near else ""


@attrs.frozen
class Finding(Record):
    """Something that somebody must know about a result that exists.

    The message is put together from `words` and `figures` when somebody reads it.
    """

    code: str
    severity: Severity
    words: str
    citation: Citation | None = None
    figures: tuple[Any, ...] = ()
    limit: Limit | None = attrs.field(default=None, repr=False)
    overridden: Override | None = None
    wall: bool = False
    """Whether no override lets it pass."""

    @property
    def message(self) -> str:
        """What must be known, in words and figures."""
        return self.words.format(*self.figures) if self.figures else self.words

    @property
    def final(self) -> bool:
        """Whether no override lets it pass."""
        return self.wall or (self.limit is not None and self.limit.wall)

    def __str__(self) -> str:
        ours = self.citation is None or self.citation.source.standing is Standing.OURS  # the message says so itself
        source = "" if ours else f" [{self.citation}]"
        passed = f" Overridden by {self.overridden.by}: {self.overridden.reason}" if self.overridden else ""
        return f"{self.severity.value} {self.code}: {self.message}{source}{passed}"

    def __plain__(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "figures": [str(figure) for figure in self.figures if type(figure) is not str],
            "source": str(self.citation) if self.citation else None,
            "overridden": self.overridden.to_dict() if self.overridden else None,
        }


def judge(limit: Limit, figure: Measure | int, what: str, area: CareArea) -> Finding | None:
    """The finding of a figure against a limit, or None where it is inside."""
    value = exact(figure)
    return None if limit.inside(value.numerator, value.denominator) else passed(limit, figure, what, area)


def passed(limit: Limit, figure: Any, what: str, area: CareArea) -> Finding:
    """The finding of a figure that is past a bound of the limit."""
    value = exact(figure)
    severity, side, bound = limit.broken(value.numerator, value.denominator)
    came: object = figure
    edge: object = bound.value
    if isinstance(figure, Measure) and isinstance(bound.value, Measure):
        came, edge = Beside(figure, bound.value), Beside(bound.value, figure)
    hard = "hard" if severity is Severity.STOP else "soft"
    where = "outer wall of every care area" if limit.wall else f"{hard} limit of {area.place}"
    relation = "above" if side == "high" else "below"
    judgement = f" ({bound.citation.source.standing.value})" if bound.ours else ""
    reason = f"; {bound.reason}" if bound.reason else ""
    words = "{2} {0} is {3} {1}, the {4}"
    figures = (came, edge, what, relation, f"{where}{judgement}{reason}")
    return Finding(f"{limit.axis.name.lower()}.{side}", severity, words, bound.citation, figures, limit)


def settle(findings: tuple[Finding, ...], overrides: tuple[Override, ...], field: str) -> tuple[Finding, ...]:
    """The findings with their overrides; a STOP that none names is refused with a `LimitError`.

    An outer wall has no override. A finding that is no STOP needs none.
    """
    if not [finding for finding in findings if finding.severity is _STOP]:
        return findings
    told = settled(findings, overrides)
    stops = [f for f in told if f.severity is Severity.STOP and f.overridden is None]
    if stops:
        first = next((each for each in stops if each.final), stops[0])
        more = f" (and {len(stops) - 1} more)" if len(stops) > 1 else ""
        codes = ", ".join(dict.fromkeys(f.code for f in stops))
        fix = "There is no override" if any(f.final for f in stops) else f"Correct it, or override {codes} by name"
        error = LimitError("limit.stop", f"STOP{more}: {first.message}", field=field, received=first.code, fix=fix)
        error.findings = told
        raise error
    return told


def settled(findings: tuple[Finding, ...], overrides: tuple[Override, ...]) -> tuple[Finding, ...]:
    """The findings with their overrides; nothing is refused, for what has happened already."""
    return tuple(_settled(finding, overrides) for finding in findings)


def _settled(finding: Finding, overrides: tuple[Override, ...]) -> Finding:
    if finding.severity is not Severity.STOP or finding.final or finding.overridden:
        return finding
    for override in overrides:
        if finding.code in override.codes:
            return attrs.evolve(finding, overridden=override)
    return finding


def unused(overrides: Override | tuple[Override, ...], *results: Any) -> tuple[Finding, ...]:
    """A CAUTION for each code of an override that let nothing pass in any of the results: what it was written for is not there.

    One override is often handed to several calculations, as to a dose and to the course of it. So none of them can tell on its
    own that a code is not needed: hand in every result that the override was meant for.

    Findings: "override.unused".

    Raises `KetadoseError` "argument.type" for what is no override, or no result with findings.

    >>> import ketadose as kd
    >>> override = kd.Override(("duration.low", "per_weight.high"), "A. Doctor", "as discussed")
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, overrides=override)
    >>> [finding.figures[0] for finding in kd.findings.unused(override, dose)]
    ['duration.low', 'per_weight.high']
    """
    given: Any = (overrides,) if type(overrides) is Override else overrides
    several = type(given) in {tuple, list} and all(type(each) is Override for each in given)
    if not several or not all(type(getattr(result, "findings", None)) is tuple for result in results):
        fix = "Write unused(overrides, dose, course)"
        raise KetadoseError("argument.type", "overrides and results are needed", field="overrides", received=overrides, fix=fix)
    found = [finding for result in results for finding in result.findings]
    used = {(finding.code, finding.overridden) for finding in found if finding.overridden is not None}
    told: tuple[Finding, ...] = ()
    for override in given:
        for code in override.codes:
            if (code, override) not in used:
                arose = any(finding.code == code for finding in found)
                why = "it did not arise as a STOP that this one lets pass" if arose else "it did not arise"
                words = "the override of {} by {} was not needed: {}"
                told += (Finding("override.unused", Severity.CAUTION, words, None, (code, override.by, why)),)
    return told


def __getattr__(name: str) -> object:
    """The list of codes is loaded when somebody reads it: no dose needs it."""
    if name != "FINDINGS":
        raise AttributeError(f"module 'ketadose.findings' has no attribute {name!r}")
    from ketadose.codes import FINDINGS

    return FINDINGS
