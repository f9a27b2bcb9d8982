"""Limits, what they find, and who may let it pass.

A `Limit` bounds one axis with up to four bounds, each with its own citation. Exactly at a bound is inside. Past a soft
bound is a CAUTION, past a hard bound a STOP; a calculation with a STOP is refused unless an `Override` names it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, LimitError, shown
from ketadose.evidence import Citation, Standing
from ketadose.measures import Beside, Measure
from ketadose.records import Record, read_text
from ketadose.terms import Axis, CareArea, Drug, Route, Severity

FINDINGS: tuple[tuple[str, str], ...] = (
    *(
        (f"{axis.name.lower()}.{side}", f"{axis.value} {'below' if side == 'low' else 'above'} a bound: CAUTION or STOP")
        for axis in Axis
        if axis not in {Axis.HEIGHT, Axis.BODY_MASS_INDEX}
        for side in ("low", "high")
    ),
    ("age.unknown", "NOTE: no age was given, so adulthood was not checked"),
    ("weight.converted", "NOTE: the weight was converted to kilograms"),
    ("weight.pounds", "CAUTION: pounds and kilograms may have been mistaken for each other"),
    ("weight.pounds_unchecked", "NOTE: without a height or an earlier weight, pounds for kilograms cannot be noticed"),
    ("weight.not_measured", "NOTE: the weight was stated or estimated, not measured"),
    ("weight.stale", "CAUTION: the weight is old on the day of a session, or dated after it"),
    ("basis.used", "NOTE: the dose is calculated on another weight than the actual one"),
    ("basis.above_actual", "CAUTION: the dosing weight is more than the actual weight"),
    ("basis.outside", "CAUTION: the weight formula is used outside the people it was made for"),
    ("basis.obesity", "NOTE: body mass index 30 or more: the dose on each weight basis"),
    ("weight.capped", "CAUTION: the dosing weight was capped"),
    ("dose.capped", "CAUTION: the dose was capped"),
    ("dose.not_allowed", "STOP: a dose that the product's instructions do not have"),
    ("dose.first", "NOTE on a dose, STOP in a course: not a dose of the source for the first session"),
    ("dose.age", "STOP: not an age that the source doses in this way; CAUTION: the age is not known"),
    ("dose.no_limits", "STOP: no limits are known for this drug, route and care area"),
    ("regimen.unsourced", "NOTE: a regimen that names no document"),
    ("regimen.remark", "NOTE: what the source leaves unclear or how far it goes"),
    (
        "rounding.held_down",
        "NOTE: a figure was rounded the other way so as not to pass a hard limit, a cap or the pump's largest rate",
    ),
    ("rounding.coarse", "CAUTION: the device's step moves the figure by more than 5 %"),
    ("product.off_label", "NOTE: the product's label does not name this route"),
    ("product.undiluted", "STOP: the product must be diluted before it goes into a vein"),
    ("draw.unrounded", "NOTE: no syringe was given, so the volume is not rounded to a graduation"),
    ("draw.large_site", "CAUTION: more than is usually injected at one site"),
    ("rate.unrounded", "NOTE: no pump was given, so the rate is not rounded to a step"),
    ("line.unknown", "NOTE: what stays in the line is not counted"),
    ("line.residue", "CAUTION: part of the dose stays in the line"),
    ("course.order", "CAUTION: the source raises the dose from session to session, and this course does not follow it"),
    ("course.step", "STOP: the dose changes by more than the source's step"),
    ("course.derived", "NOTE: the days were derived; the source gives only their number and span"),
)
"""Every finding code with what it means."""


@attrs.frozen
class Bound(Record):
    """One end of a limit: the figure that is still inside, and where it comes from."""

    value: Measure | int | Fraction
    citation: Citation
    reason: str = ""
    unit: str = ""
    """What a plain number counts: sessions, days, %."""

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".rstrip()

    @property
    def ours(self) -> bool:
        """Whether this is a judgement of the project and not a published figure."""
        return self.citation.source.standing is Standing.OURS


@attrs.frozen
class Limit(Record):
    """Bounds on one axis, for a drug and a route (None: any), in a care area.

    A `wall` is an outer limit that no override passes. Raises `KetadoseError` "limit.empty" without a bound, without a
    citation, or with bounds out of order.
    """

    axis: Axis
    drug: Drug | None = None
    route: Route | None = None
    soft_low: Bound | None = None
    hard_low: Bound | None = None
    soft_high: Bound | None = None
    hard_high: Bound | None = None
    wall: bool = False
    window: int = 0
    """For the axis WINDOW: how many days in a row are added up."""
    pairs: tuple[int, int, int, int] = attrs.field(init=False, repr=False, eq=False)
    """The innermost low and high bound as numerator and denominator; an absent one is 0/1 or 1/0."""

    def __attrs_post_init__(self) -> None:
        bounds = (self.hard_low, self.soft_low, self.soft_high, self.hard_high)
        given = [bound for bound in bounds if bound is not None]
        ordered = [exact(bound.value) for bound in given]
        if not given or ordered != sorted(ordered):
            raise KetadoseError("limit.empty", "a limit needs bounds in their order", field=self.axis.value, received=ordered)
        low, high = self.soft_low or self.hard_low, self.soft_high or self.hard_high
        lowest = exact(low.value).as_integer_ratio() if low else (0, 1)
        highest = exact(high.value).as_integer_ratio() if high else (1, 0)
        object.__setattr__(self, "pairs", (*lowest, *highest))

    def inside(self, numerator: int, denominator: int) -> bool:
        """Whether the figure numerator/denominator is inside the soft bounds; exactly at a bound is inside."""
        low, low_by, high, high_by = self.pairs
        return numerator * low_by >= low * denominator and numerator * high_by <= high * denominator

    def broken(self, numerator: int, denominator: int) -> tuple[Severity, str, Bound]:
        """The severity, the side ("low" or "high") and the bound that a figure outside is past, the hard ones first."""
        sides = (
            (Severity.STOP, "high", self.hard_high),
            (Severity.STOP, "low", self.hard_low),
            (Severity.CAUTION, "high", self.soft_high),
            (Severity.CAUTION, "low", self.soft_low),
        )
        figure = Fraction(numerator, denominator)
        for severity, side, bound in sides:
            if bound is not None and (figure > exact(bound.value) if side == "high" else figure < exact(bound.value)):
                return severity, side, bound
        raise KetadoseError("limit.inside", "the figure is inside the limit", field=self.axis.value, received=figure)


@attrs.frozen
class DoseRule(Record):
    """The only amounts that a product's instructions have, for a drug and a route; no override passes it."""

    drug: Drug
    route: Route
    allowed: tuple[Measure, ...]
    citation: Citation


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


def exact(value: Measure | int | Fraction) -> Fraction:
    """The exact number of a measure or a count."""
    return value.value if isinstance(value, Measure) else Fraction(value)


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
    where = "outer wall of every care area" if limit.wall else f"{hard} limit of the {area.value}"
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
    if all([finding.severity is not Severity.STOP for finding in findings]):  # noqa: C419 - a list is faster here
        return findings
    settled = tuple(_settled(finding, overrides) for finding in findings)
    stops = [f for f in settled if f.severity is Severity.STOP and f.overridden is None]
    if stops:
        first = stops[0]
        more = f" (and {len(stops) - 1} more)" if len(stops) > 1 else ""
        codes = ", ".join(dict.fromkeys(f.code for f in stops))
        fix = "There is no override" if any(f.final for f in stops) else f"Correct it, or override {codes} by name"
        error = LimitError("limit.stop", f"STOP{more}: {first.message}", field=field, received=first.code, fix=fix)
        error.findings = settled
        raise error
    return settled


def _settled(finding: Finding, overrides: tuple[Override, ...]) -> Finding:
    if finding.severity is not Severity.STOP or finding.final or finding.overridden:
        return finding
    for override in overrides:
        if finding.code in override.codes:
            return attrs.evolve(finding, overridden=override)
    return finding
