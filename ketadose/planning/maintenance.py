"""How far apart maintenance sessions are, and when a course is reviewed: proposals with their source, never applied.

"The least frequent that holds": the longest interval of the source's span at which the response held until the next session.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

import attrs

from ketadose.calc.profiles import profile_of
from ketadose.catalog.limits import INTERVAL_STEP_DAYS, REVIEW_AFTER, REVIEW_AGAIN_AFTER
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Standing
from ketadose.findings import Finding, exact
from ketadose.model.conduct import Phase, Span
from ketadose.model.regimen import Regimen
from ketadose.planning.relapse import Watch, relapse_windows, watch_dates
from ketadose.records import Record, plain, whole
from ketadose.terms import PhaseKind, Severity, Word
from ketadose.working import Given, Working

__all__ = [
    "IntervalAction",
    "IntervalProposal",
    "Review",
    "Tried",
    "Watch",
    "propose_interval",
    "relapse_windows",
    "review_sessions",
    "watch_dates",
]
_RULE = "the least frequent that holds"


class IntervalAction(Word):
    """What is proposed of the interval between two maintenance sessions."""

    START = "start"
    LONGER = "longer"
    KEEP = "keep"
    SHORTER = "shorter"
    JUDGE = "judge"


@attrs.frozen
class Tried(Record):
    """An interval in days that was tried, and whether the response held until the next session.

    Raises `KetadoseError` "maintenance.tried" for anything but a whole number of days above 0 and True or False.

    >>> print(Tried(7, held=True))
    7 days: held
    """

    days: int
    held: bool

    def __attrs_post_init__(self) -> None:
        if not _counts(self.days):
            _refuse("days", self.days, "a whole number of days, 1 or more")
        if type(self.held) is not bool:
            _refuse("held", self.held, "True or False: whether the response held until the next session")

    def __str__(self) -> str:
        return f"{_in_days(self.days)}: {'held' if self.held else 'did not hold'}"


@attrs.frozen
class IntervalProposal(Record):
    """The interval that is proposed from what was tried, within the span of a maintenance phase: decided when it is made.

    `action` is what to do, `days` the interval (None where it is left to judgement), `reason` why.
    """

    phase: Phase
    tried: tuple[Tried, ...]
    action: IntervalAction = attrs.field(init=False, repr=False, eq=False)
    days: int | None = attrs.field(init=False, repr=False, eq=False)
    reason: str = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        span = _span_of(self.phase)
        if type(self.tried) is not tuple or any(type(each) is not Tried for each in self.tried):
            _refuse("tried", self.tried, "a sequence of Tried(days, held), the earliest first")
        for each in self.tried:
            whole(each, "tried")
        action, days, reason = _decide(span, self.tried, self.phase.sessions and self.phase.sessions[1])
        object.__setattr__(self, "action", action)
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "reason", reason)

    @property
    def span(self) -> Span:
        """The least and the most days that the source names."""
        return _span_of(self.phase)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """That it is no order, and what of it is this project's and not the source's."""
        citation, (least, most) = self.phase.citation, self.span
        order = f"a proposal within what the source allows, {_range(self.span)}, and no order: who prescribes decides"
        found: tuple[Finding, ...] = (Finding("proposal.order", Severity.NOTE, order, citation),)
        ours = Standing.OURS.value
        if _RULE not in self.phase.condition and self.days is not None and least != most:
            words = f"the source names the interval, not how to choose in it: {_RULE} ({ours})"
            found += (Finding("proposal.ours", Severity.NOTE, words, INTERVAL_STEP_DAYS.citation),)
        if self.action is IntervalAction.LONGER and self.days not in {least, most, *(each.days for each in self.tried)}:
            words = f"between the source's {_range(self.span)} the interval grows by {INTERVAL_STEP_DAYS} ({ours})"
            found += (Finding("proposal.ours", Severity.NOTE, words, INTERVAL_STEP_DAYS.citation),)
        return found

    @property
    def working(self) -> Working:
        """What the source allows, what was tried, and what follows."""
        history = "; ".join(map(str, self.tried)) or "nothing"
        entries = (Given("source", str(self.phase), self.phase.citation), Given("tried", history))
        return Working((*entries, Given("proposal", self._told)))

    @property
    def _told(self) -> str:
        every = "" if self.days is None else f", every {_in_days(self.days)}"
        return f"{self.action.value}{every}: {self.reason}"

    def __str__(self) -> str:
        return f"{self._told} ({self.phase.citation})"

    def __plain__(self) -> dict[str, Any]:
        return {
            **plain(self),
            "action": self.action.value,
            "days": self.days,
            "reason": self.reason,
            "findings": [finding.to_dict() for finding in self.findings],
            "working": self.working.__plain__(),
        }


def propose_interval(maintenance: Phase | Regimen, tried: Sequence[Tried] = ()) -> IntervalProposal:
    """The interval from one maintenance session to the next, in days, by the least frequent that holds.

    `maintenance` is the maintenance phase, or a regimen that has one; `tried` what was tried, the earliest first. Nothing
    tried starts with the shortest interval of the source. Where all that was tried held, the next longer one is proposed:
    longer than the last by seven days (this project's step) or as long as the source's longest. Otherwise the longest that
    held is kept or gone back to; where none held, the source's shortest. An interval that held although the same or a shorter
    one did not, one outside the source's span, and a shortest one that did not hold are left to judgement: `days` is None.

    Findings: "proposal.order", "proposal.ours".

    Raises `KetadoseError`: "maintenance.none" without exactly one maintenance phase that names days, "maintenance.tried",
    "argument.type".

    >>> import ketadose as kd
    >>> from ketadose.planning.maintenance import Tried, propose_interval
    >>> held = [Tried(7, True), Tried(7, True)]
    >>> propose_interval(kd.protocols.SPRAVATO_US, held).days
    14
    >>> propose_interval(kd.protocols.SPRAVATO_US, [*held, Tried(14, False)]).reason
    '14 days did not hold, 7 days did'
    """
    phase = maintenance if isinstance(maintenance, Phase) else _phase_of(maintenance)
    if type(tried) not in {list, tuple}:
        _refuse("tried", tried, "a sequence of Tried(days, held), the earliest first")
    return IntervalProposal(phase, tuple(tried))


def _decide(span: Span, tried: tuple[Tried, ...], sessions: int | None) -> tuple[IntervalAction, int | None, str]:
    """The action, the days and the reason."""
    least, most = span
    if not tried:
        return IntervalAction.START, least, f"nothing was tried: the source's most frequent, every {_in_days(least)}"
    outside = sorted({each.days for each in tried if not least <= each.days <= most})
    if outside:
        told = ", ".join(map(str, outside))
        return IntervalAction.JUDGE, None, f"the source says {_range(span)}; it says nothing of {told} days"
    if sessions is not None and len(tried) >= sessions:
        return IntervalAction.JUDGE, None, f"the source gives at most {sessions} sessions, and {len(tried)} were given"
    held, failed = ({each.days for each in tried if each.held is sort} for sort in (True, False))
    if held and failed and max(held) >= min(failed):
        return IntervalAction.JUDGE, None, f"{_in_days(max(held))} held, and {_in_days(min(failed))} did not: they contradict"
    last = tried[-1].days
    return _after_success(last, most) if not failed else _after_failure(last, least, held, failed)


def _after_success(last: int, most: int) -> tuple[IntervalAction, int, str]:
    """Everything held: one step longer than the last, or the source's longest."""
    if last == most:
        return IntervalAction.KEEP, most, f"{_in_days(most)} held, and the source names nothing longer"
    days = min(last + int(exact(INTERVAL_STEP_DAYS.value)), most)
    return IntervalAction.LONGER, days, f"all that was tried held, {_in_days(last)} the last"


def _after_failure(last: int, least: int, held: set[int], failed: set[int]) -> tuple[IntervalAction, int | None, str]:
    """Something did not hold: the longest that did, which is shorter; else the most frequent of the source."""
    shortest = min(failed)
    if held:
        best = max(held)
        action = IntervalAction.KEEP if best == last else IntervalAction.SHORTER if best < last else IntervalAction.LONGER
        return action, best, f"{_in_days(shortest)} did not hold, {_in_days(best)} did"
    if shortest == least:
        return IntervalAction.JUDGE, None, f"{_in_days(least)} did not hold, and the source names nothing shorter"
    return IntervalAction.SHORTER, least, f"{_in_days(shortest)} did not hold, and nothing else did: the source's most frequent"


@attrs.frozen
class Review(Record):
    """When a course is reviewed: `after` so many sessions, None before maintenance; why, and by whose word."""

    after: int | None
    why: str
    citation: Citation
    said: tuple[str, ...] = ()
    """What the regimen's own source says of its phases."""

    def __str__(self) -> str:
        when = "before maintenance" if self.after is None else f"after session {self.after}"
        ours = self.citation.source.standing is Standing.OURS
        source = Standing.OURS.value if ours else self.citation
        return f"{when}: {self.why} ({source})" + "".join(f"; {each}" for each in self.said)


def review_sessions(regimen: Regimen, *, sessions: int | None = None) -> tuple[Review, ...]:
    """After which sessions a course is reviewed: what the regimen's source says, and what this project does.

    `sessions` is how many are planned; by default those of the regimen's days, and without any no review is left out. A
    titration that is judged after a number of sessions is the source's; a review after 3 and after 6 sessions and before
    maintenance is this project's, each as its `citation` says. Both stand side by side where they fall together.

    Raises `KetadoseError`: "argument.type", "maintenance.tried" for a number of sessions that is none.

    >>> import ketadose as kd
    >>> from ketadose.planning.maintenance import review_sessions
    >>> [review.after for review in review_sessions(kd.protocols.SPRAVATO_US)]
    [3, 6, None]
    >>> print(review_sessions(kd.protocols.OLIVER_2022, sessions=5)[0])
    after session 3: a course is reviewed after this many sessions (a judgement of this project, not a published limit)
    """
    profile_of(regimen, None)
    if sessions is not None and not _counts(sessions):
        _refuse("sessions", sessions, "a whole number of sessions, 1 or more")
    if sessions is None and regimen.days is not None:
        sessions = len(regimen.days.days)
    bounds = (REVIEW_AFTER, REVIEW_AGAIN_AFTER)
    found = [Review(int(exact(bound.value)), bound.reason, bound.citation) for bound in bounds]
    rule = regimen.titration
    if rule is not None and rule.after is not None:
        found.append(Review(rule.after, rule.rule, rule.citation))
    kept = [each for each in found if each.after is None or sessions is None or each.after <= sessions]
    ordered = sorted(kept, key=lambda each: each.after or 0)
    if any(phase.kind is PhaseKind.MAINTENANCE for phase in regimen.phases):
        said = tuple(f"the source: {phase} [{phase.citation}]" for phase in regimen.phases if phase.condition)
        ordered.append(Review(None, "whether to go on", REVIEW_AFTER.citation, said))
    return tuple(ordered)


def _phase_of(regimen: Regimen) -> Phase:
    profile_of(regimen, None)
    phases = [phase for phase in regimen.phases if phase.kind is PhaseKind.MAINTENANCE and phase.every is not None]
    if len(phases) != 1:
        why = "several maintenance phases" if phases else "no maintenance phase that names days between sessions"
        raise KetadoseError(
            "maintenance.none",
            f"{regimen.label} has {why}",
            field="maintenance",
            received=regimen.label,
            fix="Give one Phase(PhaseKind.MAINTENANCE, citation, every=(7, 14))",
        )
    return phases[0]


def _span_of(phase: Phase) -> Span:
    every = whole(phase, "maintenance").every if type(phase) is Phase else None
    if every is None or phase.kind is not PhaseKind.MAINTENANCE:
        raise KetadoseError(
            "maintenance.none",
            f"{shown(str(phase))} is no maintenance phase with days between sessions",
            field="maintenance",
            received=str(phase),
            fix="Give one Phase(PhaseKind.MAINTENANCE, citation, every=(7, 14))",
        )
    return every  # type: ignore[no-any-return]


def _counts(given: object) -> bool:
    return type(given) is int and given > 0


def _in_days(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _range(span: Span) -> str:
    least, most = span
    return f"every {_in_days(least) if least == most else f'{least} to {most} days'}"


def _refuse(field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError("maintenance.tried", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
