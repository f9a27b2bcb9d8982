"""What a source's rule says of the next dose; levels are pairs, None is what nobody said."""

from typing import NamedTuple

from tests.oracle.pairs import Pair, add, compare, sub


class Rule(NamedTuple):
    """The doses of a regimen in order, any between the two of a range; its steps and ceiling; when it rises and falls.

    `improvement` in percent, `after` in sessions and `every` in days at a level; `everybody` rises; not borne: `down_to`.
    """

    doses: tuple[Pair, ...]
    between: bool = False
    steps: tuple[Pair, ...] = ()
    up_to: Pair | None = None
    improvement: Pair | None = None
    after: int | None = None
    every: int | None = None
    everybody: bool = False
    down_to: Pair | None = None


class Known(NamedTuple):
    """What is known at a level."""

    improvement: Pair | None
    sessions: int | None
    days: int | None
    tolerated: bool | None


Answer = tuple[str, Pair | None, tuple[str, ...]]
"""What to do, the level for the next session, and what is missing."""


def above(rule: Rule, level: Pair) -> tuple[Pair | None, bool]:
    """The next level, None where there is none to name, and whether that is because a ceiling is reached."""
    top = rule.doses[-1]
    if rule.up_to is not None and compare(rule.up_to, top) < 0:
        top = rule.up_to
    if compare(level, top) >= 0:
        return None, True
    if rule.between:
        if not rule.steps:
            return None, False
        raised = [add(level, step) for step in rule.steps]
        least = raised[0] if all(compare(raised[0], each) <= 0 for each in raised) else raised[1]
        return (least if compare(least, top) < 0 else top), False
    following = next(dose for dose in rule.doses if compare(dose, level) > 0)
    if compare(following, top) > 0:
        return None, True
    near = all(compare(sub(following, level), step) <= 0 for step in rule.steps)
    return (following if near else None), False


def decided(rule: Rule, level: Pair, known: Known) -> Answer:
    following, ceiling = above(rule, level)
    falls = rule.down_to is not None and compare(rule.down_to, level) < 0
    rises = rule.everybody or rule.improvement is not None
    if known.tolerated is False:
        return ("lower", rule.down_to, ()) if falls else ("judge", None, ())
    if falls and known.tolerated is None:
        return "unknown", None, ("tolerated",)
    if not rises:
        return ("stay", level, ()) if rule.down_to is not None and known.tolerated else ("judge", None, ())
    asked = _conditions(rule, known)
    if any(holds is False for _, holds in asked) or (ceiling and known.tolerated):
        return "stay", level, ()
    missing = [] if ceiling and known.tolerated is None else [name for name, holds in asked if holds is None]
    missing += ["tolerated"] if known.tolerated is None else []
    if missing:
        return "unknown", None, tuple(missing)
    return ("judge", None, ()) if following is None else ("raise", following, ())


def _conditions(rule: Rule, known: Known) -> list[tuple[str, bool | None]]:
    """Each thing that a rise waits for: which argument tells of it, and whether it holds."""
    asked: list[tuple[str, bool | None]] = []
    if rule.improvement is not None:
        less = None if known.improvement is None else compare(known.improvement, rule.improvement) < 0
        asked.append(("improvement", less))
    for name, needed, had in (("sessions", rule.after, known.sessions), ("days", rule.every, known.days)):
        if needed is not None:
            asked.append((name, None if had is None else had >= needed))
    return asked
