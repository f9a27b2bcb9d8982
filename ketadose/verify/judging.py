"""An order's figures against the limits of a care area: everything is reported, nothing refused."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs

from ketadose.catalog import limits
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Standing
from ketadose.findings import Finding, Limit, exact, passed
from ketadose.measures import Amount, Duration, PerWeight, Weight
from ketadose.measures.value import make
from ketadose.model.days import DayPattern
from ketadose.model.patient import Patient
from ketadose.model.profile import Profile, Rules
from ketadose.records import Record, whole
from ketadose.terms import Axis, CareArea, Drug, Route, Severity, Word, read_word
from ketadose.verify.facts import FIELDS, GIVEN, Facts, measure_of
from ketadose.verify.figures import Figure, exactly
from ketadose.verify.frequency import WEEK
from ketadose.verify.relations import relations_of

_AXES = {
    Axis.AMOUNT: "amount",
    Axis.PER_WEIGHT: "per_weight",
    Axis.AMOUNT_RATE: "amount_rate",
    Axis.PER_WEIGHT_RATE: "per_weight_rate",
    Axis.DURATION: "over",
}
_ORDERED = frozenset({"amount", "per_weight", "weight", "over", "devices", "content"})
"""What an order is made of: what they give is as much an order as what is written; where only certain amounts may be given,
a dose per weight is calculated from them."""
OF_A_DOSE = frozenset(_AXES)
_NOT_ASKED = GIVEN - {"product_strength", "content", "patient_weight"}


class _Told(Word):
    """How an order tells a figure."""

    WRITTEN = "written"
    ORDERED = "given by the figures that an order is made of"
    FOLLOWS = "given by others of its figures"


def profile_for(given: Profile | CareArea | str | None, otherwise: CareArea) -> Profile:
    """The limits that judge: those of the care area that is named, a site's profile that adds to them, or those otherwise.

    Raises `KetadoseError`: "profile.incomplete" for a profile that lacks limits of its care area or adds others than a
    site's own, "word.unknown", "record.hollow".
    """
    if type(given) is not Profile:
        return limits.PROFILES[otherwise if given is None else read_word(CareArea, given, "profile")]
    base = limits.PROFILES[whole(given, "profile").area]
    added = given.limits[len(base.limits) :]
    if not given.contains(base) or given.rules != base.rules or not all(map(_is_a_sites, added)):
        raise KetadoseError(
            "profile.incomplete",
            "the profile is not that of its care area with a site's own limits after it",
            field="profile",
            received=shown(given),
            fix="Use read_catalog(...).profile(area), which adds to them",
        )
    return Profile(base.area, (*base.limits, *added), base.rules, given.site)


def _is_a_sites(limit: Limit) -> bool:
    bounds = (limit.soft_low, limit.hard_low, limit.soft_high, limit.hard_high)
    return not limit.wall and all(bound.citation.source.standing is Standing.SITE for bound in bounds if bound is not None)


@attrs.frozen
class Judge(Record):
    """Whose limits judge, and the patient where one is known."""

    profile: Profile
    patient: Patient | None

    def findings(self, facts: Facts, meant: bool = False) -> tuple[Finding, ...]:
        """What the order passes, the same codes as a calculation gives; what was probably `meant` only beyond its rounding."""
        found = self._of_people(facts)
        if facts.drug is None or facts.route is None:
            return found
        rules = self.profile.for_(facts.drug, facts.route)
        found += self._of_a_dose(facts, rules, meant)
        if not rules.bounded:
            what = f"{facts.drug.value} {facts.route.value} in {self.profile.area.place}"
            found += (Finding("dose.no_limits", Severity.STOP, f"no limits are known for {what}: nothing was checked"),)
        return found + self._allowed(facts, rules) + self._of_a_course(facts, rules, facts.drug, facts.route)

    def _of_people(self, facts: Facts) -> tuple[Finding, ...]:
        """Body weight and age."""
        weights = [figure.value for name in ("weight", "patient_weight") if (figure := facts.figures.get(name)) is not None]
        broken: list[tuple[Limit, Any]] = [(limit, make(Weight, each)) for limit in self.profile.weight for each in weights]
        if self.patient is not None and self.patient.age is not None:
            broken += [(limit, self.patient.age) for limit in self.profile.age]
        return self._told([(limit, figure) for limit, figure in broken if not limit.inside(*exact(figure).as_integer_ratio())])

    def _of_a_dose(self, facts: Facts, rules: Rules, meant: bool) -> tuple[Finding, ...]:
        """Each axis with every figure that the order has on it: as it is written, and as others of its figures give it."""
        if self.patient is not None:
            facts = facts.tried(weight=exactly(self.patient.weight.value))
        ordered = _ORDERED - {"per_weight"} if rules.allowed else _ORDERED
        figures = {axis: tuple(_on_axis(name, facts, ordered)) for axis, name in _AXES.items()}
        weight, over = facts.figures.get("weight"), next((f for f, _ in figures[Axis.DURATION]), None)
        binding = [limit for limit in rules.limits if limit.axis in _AXES and _binds(limit, weight, over)]
        worst: list[tuple[Limit, Any]] = []
        for limit in binding:
            found = (_past(limit, figure, how, meant) for figure, how in figures[limit.axis])
            past = [value for value in found if value is not None]
            if past:
                value = max(past, key=lambda each, limit=limit: _distance(limit, each))  # type: ignore[misc]
                worst.append((limit, measure_of(_AXES[limit.axis], value)))
        return self._told(worst)

    def _allowed(self, facts: Facts, rules: Rules) -> tuple[Finding, ...]:
        for rule in rules.allowed:
            for figure, how in _on_axis("amount", facts):
                only = exactly(figure.value) if how is _Told.WRITTEN else figure
                if not any(only.meets(exactly(exact(each))) for each in rule.allowed):
                    choices = ", ".join(str(each) for each in rule.allowed)
                    message = f"{make(Amount, figure.value)} is not a dose of the product's instructions: {choices}"
                    return (Finding("dose.not_allowed", Severity.STOP, message, rule.citation, wall=True),)
        return ()

    def _of_a_course(self, facts: Facts, rules: Rules, drug: Drug, route: Route) -> tuple[Finding, ...]:
        """How the sessions follow each other, how many there are, and what they add up to."""
        pattern, count = _pattern(facts)
        figures: list[tuple[Limit, Any, str]] = []
        if count is not None:
            figures += [(limit, count, "sessions in the course:") for limit in rules.course]
        if pattern is not None and pattern.shortest_gap is not None:
            figures += [(limit, pattern.shortest_gap, "days between two sessions:") for limit in rules.interval]
            figures += [(limit, pattern.most_in(WEEK), "sessions in seven days:") for limit in rules.per_week]
        each = next((figure for figure, _ in _on_axis("per_weight", facts)), None)
        if pattern is not None and each is not None and count is not None:
            figures += [
                (limit, make(PerWeight, each.value * pattern.most_in(limit.window)), f"total dose in {limit.window} days")
                for limit in rules.window
            ]
        broken = [each for each in figures if not each[0].inside(*exact(each[1]).as_integer_ratio())]
        found = tuple(passed(limit, figure, what, self.profile.area) for limit, figure, what in broken)
        if count is not None and count > 1 and not rules.course_bounded:
            what = f"{drug.value} {route.value} in {self.profile.area.place}"
            words = f"no limits on intervals, sessions or totals are known for {what}: the course was not checked"
            found += (Finding("course.no_limits", Severity.STOP, words),)
        return found

    def _told(self, broken: list[tuple[Limit, Any]]) -> tuple[Finding, ...]:
        area = self.profile.area
        people = {Axis.AGE, Axis.WEIGHT}
        return tuple(
            passed(limit, figure, limit.axis.value if limit.axis in people else f"ordered {limit.axis.value}", area)
            for limit, figure in broken
        )


def _binds(limit: Limit, weight: Figure | None, over: Figure | None) -> bool:
    """Whether the limit is for this person and this duration; without a weight it is, if it is for everybody."""
    if weight is None and limit.up_to is not None:
        return False
    person = make(Weight, Fraction(0) if weight is None else weight.value)
    return limit.binds(person, None if over is None else make(Duration, over.value))


def _on_axis(name: str, facts: Facts, ordered: frozenset[str] = _ORDERED) -> Iterator[tuple[Figure, _Told]]:
    """The written figure, or else the most exact that the others give; then each other one that is not the same.

    With each, how the order tells it.
    """
    known = {field for field in FIELDS if facts.get(field) is not None} - _NOT_ASKED
    found = [(relation.solve(name, facts), relation) for relation in relations_of(known | {name}) if name in relation.fields]
    figures = [(each, _Told.ORDERED if ordered.issuperset(relation.fields) else _Told.FOLLOWS) for each, relation in found]
    figures.sort(key=lambda each: each[0].high / each[0].low)
    direct = facts.get(name)
    if direct is not None:
        figures.insert(0, (direct, _Told.WRITTEN))
    yield from figures[:1]
    yield from (each for each in figures[1:] if not each[0].meets(figures[0][0]))


def _past(limit: Limit, figure: Figure, how: _Told, meant: bool) -> Fraction | None:
    """The figure, where it is past a bound: as it stands if written, past a hard one if ordered; else beyond its rounding.

    Where only the nominal figure is past the hard bound, it is the nearest that its rounding leaves.
    """
    before = _severity(limit, figure.value)
    if before is None or (not meant and (how is _Told.WRITTEN or (how is _Told.ORDERED and before is Severity.STOP))):
        return None if before is None else figure.value
    ends = {_severity(limit, end): end for end in (figure.low, figure.high)}
    return None if None in ends else figure.value if before in ends and len(ends) == 1 else ends.get(Severity.CAUTION)


def _severity(limit: Limit, value: Fraction) -> Severity | None:
    ratio = value.as_integer_ratio()
    return None if limit.inside(*ratio) else limit.broken(*ratio)[0]


def _distance(limit: Limit, value: Fraction) -> tuple[bool, Fraction]:
    """How far past the limit: a STOP is further than a CAUTION, and the higher or lower figure than the other."""
    severity, side, _ = limit.broken(*value.as_integer_ratio())
    return severity is Severity.STOP, value if side == "high" else 1 / value


def _pattern(facts: Facts) -> tuple[DayPattern | None, int | None]:
    """The days of the course as far as the order tells them, and the number of its sessions; at least two follow each other."""

    def first(*names: str) -> int | None:
        found = (facts.figures.get(name) for name in names)
        return next((int(figure.value) for figure in found if figure is not None), None)

    count, gap, a_week = first("sessions", "said_sessions"), first("interval", "said_every"), first("said_a_week")
    span = first("span", "said_days")
    try:
        if gap is not None:
            count = (span - 1) // gap + 1 if count is None and span is not None else count
            return DayPattern.every(gap, sessions=count or 2), count
        if a_week is not None:
            weeks = 1 if count is None else -(-count // a_week)
            return DayPattern.weekly(a_week, weeks=weeks).shortened(count or a_week * weeks), count
        if span is not None and count is not None:
            return DayPattern.spread(count, within=span), count
    except KetadoseError:
        return None, count
    return None, count
