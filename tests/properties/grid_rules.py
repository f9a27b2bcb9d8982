"""What rules make of counts: days by pattern, the next dose by a source's rule, the next interval of maintenance, reviews."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import ketadose as kd
from ketadose.measures import PerWeight
from ketadose.model.conduct import Phase, Titration
from ketadose.planning import PhaseKind, Tried, propose_dose, propose_interval, review_sessions
from tests.oracle import intervals, patterns
from tests.oracle import titration as oracle
from tests.oracle.pairs import Pair
from tests.properties.grid import Choices, Grid, Told
from tests.properties.looking import pair
from tests.strategies import SOURCE, plain

PLACE = kd.Citation(SOURCE, "page 3")


class Block(NamedTuple):
    """A part of a pattern: "weekly" (a week, weeks), "every" (days, sessions) or "spread" (sessions, within)."""

    rule: str
    one: int
    other: int


class Days(NamedTuple):
    """Two parts with days between, the whole so many times over with a rest, and only the first so many sessions."""

    first: Block
    then: Block | None
    after: int
    times: int
    rest: int
    sessions: int | None


def days_point(index: int) -> Days:
    choose = Choices(index)
    first, then = _block(choose), _block(choose) if choose.one_in(2) else None
    after, times, rest = choose.below(4), choose.of((1, 1, 2, 3)), choose.below(10)
    return Days(first, then, after, times, rest, choose.between(1, 6) if choose.one_in(3) else None)


def _block(choose: Choices) -> Block:
    rule = choose.of(("weekly", "every", "spread"))
    if rule == "spread":
        sessions = choose.between(1, 12)
        return Block(rule, sessions, choose.between(sessions, 40))
    return Block(rule, choose.between(1, 7), choose.between(1, 6))


def _made(block: Block) -> kd.DayPattern:
    if block.rule == "weekly":
        return kd.DayPattern.weekly(block.one, weeks=block.other)
    if block.rule == "every":
        return kd.DayPattern.every(block.one, sessions=block.other)
    return kd.DayPattern.spread(block.one, within=block.other)


def days_computed(asked: Days) -> Told:
    try:
        pattern = _made(asked.first)
        if asked.then is not None:
            pattern = pattern.then(_made(asked.then), after=asked.after)
        pattern = pattern.repeated(asked.times, rest=asked.rest)
        pattern = pattern if asked.sessions is None else pattern.shortened(asked.sessions)
    except kd.KetadoseError as error:
        return {"error": error.code}
    told: Told = {"days": list(pattern.days), "lasts": pattern.lasts or pattern.days[-1]}
    return told | {"gap": pattern.shortest_gap, "in a week": pattern.most_in(7), "rule": asked.first.rule}


def days_expected(asked: Days) -> Told:
    rules = {"weekly": patterns.weekly, "every": patterns.every, "spread": patterns.spread}
    found = rules[asked.first.rule](asked.first.one, asked.first.other)
    if asked.then is not None:
        found = patterns.then(found, rules[asked.then.rule](asked.then.one, asked.then.other), asked.after)
    found = patterns.repeated(found, asked.times, asked.rest)
    if asked.sessions is not None:
        if asked.sessions > len(found[0]):
            return {"error": "regimen.pattern"}
        found = patterns.shortened(found, asked.sessions)
    days, lasts = found
    gaps = [later - earlier for earlier, later in pairwise(days)]
    told: Told = {"days": list(days), "lasts": lasts, "gap": min(gaps, default=None)}
    return told | {"in a week": patterns.most_in(days, 7), "rule": asked.first.rule}


PATTERNS = Grid(
    "patterns",
    100,
    days_point,
    days_computed,
    days_expected,
    frozenset({"answered", "regimen.pattern", "rule weekly", "rule every", "rule spread"}),
    ("rule",),
)


class Ladder(NamedTuple):
    """Levels in hundredths of mg/kg, and the figures of a rule."""

    doses: tuple[int, ...]
    between: bool
    step: int | None
    by: int | None
    up_to: int | None
    down_to: int | None
    improvement: int | None
    everybody: bool
    after: int | None
    every: int | None


class Titrated(NamedTuple):
    """A rule, the present level in hundredths, and what is known: the improvement in tenths of a percent."""

    ladder: Ladder
    level: int
    improvement: int | None
    sessions: int | None
    days: int | None
    tolerated: bool | None


LADDERS = 3_000
"""So many rules; each is asked many times."""


def titration_point(index: int) -> Titrated:
    choose = Choices(index)
    ladder = _ladder(choose.below(LADDERS))
    level = choose.between(*ladder.doses) if ladder.between else choose.of(ladder.doses)
    improvement = choose.of((None, (ladder.improvement or 50) * 10, choose.between(-300, 1_000), choose.between(-300, 1_000)))
    sessions, days = (choose.of((None, choose.below(8), choose.below(8))) for _ in range(2))
    return Titrated(ladder, level, improvement, sessions, days, choose.of((None, True, True, True, False)))


@cache
def _ladder(number: int) -> Ladder:
    choose = Choices(number)
    between = choose.one_in(3)
    doses = [choose.between(5, 60)]
    for _ in range(1 if between else choose.between(1, 5)):
        doses.append(doses[-1] + choose.between(1, 30))
    step, by = (choose.of((None, None, choose.between(1, 30))) for _ in range(2))
    up_to = choose.of((None, choose.between(5, 150), choose.of(doses)))
    down_to = choose.of((None, None, doses[0], choose.between(1, 60)))
    improvement = choose.of((None, 20, 25, 50))
    everybody = improvement is None and choose.one_in(2)
    after, every = (choose.of((None, None, choose.between(1, 6))) for _ in range(2))
    return Ladder(tuple(doses), between, step, by, up_to, down_to, improvement, everybody, after, every)


def _text(hundredths: int) -> str:
    return f"{plain(hundredths, 2)} mg/kg"


@cache
def _regimen(ladder: Ladder) -> kd.Regimen:
    by, up_to, down_to = (each and PerWeight(_text(each)) for each in (ladder.by, ladder.up_to, ladder.down_to))
    rule = Titration(
        "as the source says",
        PLACE,
        improvement=ladder.improvement,
        after=ladder.after,
        by=by,
        up_to=up_to,
        down_to=down_to,
        every=ladder.every,
        everybody=ladder.everybody,
    )
    doses, step = tuple(map(_text, ladder.doses)), ladder.step and _text(ladder.step)
    return kd.Regimen("ketamine", "subcutaneous", doses, between=ladder.between, step=step, titration=rule, source=SOURCE)


def titration_computed(asked: Titrated) -> Told:
    tenths = asked.improvement
    improvement = None if tenths is None else f"{'-' if tenths < 0 else ''}{plain(abs(tenths), 1)} %"
    proposal = propose_dose(
        _regimen(asked.ladder),
        _text(asked.level),
        improvement=improvement,
        sessions=asked.sessions,
        days=asked.days,
        tolerated=asked.tolerated,
    )
    told: Told = {"action": proposal.action.value, "missing": sorted(proposal.missing)}
    told["proposed"] = None if proposal.proposed is None else pair(proposal.proposed)
    return told | {"next": None if proposal.next_level is None else pair(proposal.next_level)}


def titration_expected(asked: Titrated) -> Told:
    ladder = asked.ladder

    def pair_of(hundredths: int | None) -> Pair | None:
        return None if hundredths is None else (hundredths, 100)

    rule = oracle.Rule(
        tuple((each, 100) for each in ladder.doses),
        ladder.between,
        tuple((each, 100) for each in (ladder.by, ladder.step) if each is not None),
        pair_of(ladder.up_to),
        None if ladder.improvement is None else (ladder.improvement, 1),
        ladder.after,
        ladder.every,
        ladder.everybody,
        pair_of(ladder.down_to),
    )
    improvement = None if asked.improvement is None else (asked.improvement, 10)
    known = oracle.Known(improvement, asked.sessions, asked.days, asked.tolerated)
    action, proposed, missing = oracle.decided(rule, (asked.level, 100), known)
    above, _ = oracle.above(rule, (asked.level, 100))
    return {"action": action, "missing": sorted(missing), "proposed": proposed, "next": above}


ACTIONS = frozenset(f"action {action}" for action in ("raise", "stay", "lower", "judge", "unknown"))
TITRATION = Grid("titration", 80, titration_point, titration_computed, titration_expected, ACTIONS, ("action",))


class Maintained(NamedTuple):
    """A source's least and most days, its number of sessions, what was tried, and the sessions planned and judged after."""

    least: int
    most: int
    sessions: int | None
    tried: tuple[tuple[int, bool], ...]
    planned: int | None
    judged_after: int | None


def maintained_point(index: int) -> Maintained:
    choose = Choices(index)
    least = choose.of((3, 7, 14))
    most = least + choose.of((0, 4, 7, 14, 21))
    near = (least, least, most, least + 7, (least + most) // 2, choose.between(1, 40))
    tried = tuple((choose.of(near), bool(choose.below(3))) for _ in range(choose.below(5)))
    asked = choose.of((None, None, 3, 5)), choose.of((None, 2, 4, 9)), choose.of((None, 1, 4, 6))
    return Maintained(least, most, asked[0], tried, asked[1], asked[2])


@cache
def _maintained(least: int, most: int, sessions: int | None, judged_after: int | None) -> kd.Regimen:
    phase = Phase(PhaseKind.MAINTENANCE, PLACE, sessions=sessions and (1, sessions), every=(least, most))
    rule = None if judged_after is None else Titration("judged then", PLACE, after=judged_after)
    return kd.Regimen("ketamine", "subcutaneous", "0.5 mg/kg", phases=(phase,), titration=rule, source=SOURCE)


def maintained_computed(asked: Maintained) -> Told:
    regimen = _maintained(asked.least, asked.most, asked.sessions, asked.judged_after)
    proposal = propose_interval(regimen, [Tried(days, held) for days, held in asked.tried])
    reviews = [review.after for review in review_sessions(regimen, sessions=asked.planned)]
    return {"action": proposal.action.value, "days": proposal.days, "reviews": reviews}


def maintained_expected(asked: Maintained) -> Told:
    action, days = intervals.proposed(asked.least, asked.most, asked.sessions, list(asked.tried))
    return {"action": action, "days": days, "reviews": intervals.reviews(asked.planned, asked.judged_after, True)}


MOVES = frozenset(f"action {action}" for action in ("start", "longer", "keep", "shorter", "judge"))
INTERVALS = Grid("intervals", 100, maintained_point, maintained_computed, maintained_expected, MOVES, ("action",))
