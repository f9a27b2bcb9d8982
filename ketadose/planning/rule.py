"""A titration rule applied: each of its conditions holds, fails or is unknown, and the decision follows from all of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose import formulas
from ketadose.calc.outcome import Outcome
from ketadose.measures.printing import beside
from ketadose.measures.value import make
from ketadose.model.conduct import Titration
from ketadose.model.level import DoseLevel
from ketadose.model.regimen import Regimen
from ketadose.model.scale import Purpose
from ketadose.records import Record, plain
from ketadose.terms import Word


class Action(Word):
    """What a rule proposes."""

    RAISE = "raise"
    STAY = "stay"
    LOWER = "lower"
    JUDGE = "judge"
    UNKNOWN = "unknown"


@attrs.frozen
class Asked(Record):
    """What is known of the present level: the improvement in percent, an outcome, sessions and days at it, tolerance."""

    percent: Fraction | None
    outcome: Outcome | None
    sessions: int | None
    days: int | None
    tolerated: bool | None


@attrs.frozen
class Condition(Record):
    """One thing that a rule asks for a rise: whether it holds (None: unknown), in words, and which argument is missing."""

    words: str
    holds: bool | None
    missing: str = ""


@attrs.frozen
class Rung(Record):
    """The level above the present one, or why there is none; `top` where that is because a ceiling is reached."""

    level: DoseLevel | None
    words: str
    top: bool = False


@attrs.frozen
class Verdict(Record):
    """A decision, why, and each condition that it rests on: an entry of a working."""

    level: DoseLevel
    action: Action
    proposed: DoseLevel | None
    reason: str
    conditions: tuple[Condition, ...]
    rung: Rung
    missing: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The action with both levels."""
        if self.action in {Action.RAISE, Action.LOWER}:
            return f"{self.action.value} from {self.level} to {self.proposed}"
        return f"{self.action.value} at {self.level}" if self.action is Action.STAY else str(self.action.value)

    def lines(self) -> tuple[str, ...]:
        """The decision, every condition, and what the regimen has above the present level."""
        return (f"{self.headline}: {self.reason}", *(each.words for each in self.conditions), self.rung.words)

    def __plain__(self) -> dict[str, Any]:
        return {"decided": self.action.value, "lines": list(self.lines()), **plain(self, "action", "rung")}


def decide(regimen: Regimen, level: DoseLevel, asked: Asked) -> Verdict:
    """What the regimen's rule says of the next session, given what is known of this one."""
    rule: Titration = regimen.titration  # type: ignore[assignment]
    rung = rung_above(regimen, rule, level)
    waits = tuple(each for each in (_sessions(rule, asked), _days(rule, asked)) if each is not None)
    criterion = _criterion(rule, asked)
    conditions = waits if criterion is None else (criterion, *waits)
    settled = _by_tolerance(rule, level, asked.tolerated, criterion is not None)
    if settled is None and criterion is None:
        told = (f"the rule has no figure to decide by: {rule.rule}", *(each.words for each in waits), rung.words)
        settled = _Decision(Action.JUDGE, "; ".join(told))
    if settled is None:
        settled = _rise(level, conditions, rung, asked.tolerated)
    return Verdict(level, settled.action, settled.proposed, settled.reason, conditions, rung, settled.missing)


@attrs.frozen
class _Decision:
    action: Action
    reason: str
    proposed: DoseLevel | None = None
    missing: tuple[str, ...] = ()


def _by_tolerance(rule: Titration, level: DoseLevel, tolerated: bool | None, rises: bool) -> _Decision | None:
    """What follows from tolerance alone; None where the rule's other conditions decide."""
    lowers = rule.down_to is not None and rule.down_to.value < level.value
    if tolerated is False:
        if lowers:
            return _Decision(Action.LOWER, f"{level} was not tolerated", rule.down_to)
        return _Decision(Action.JUDGE, f"{level} was not tolerated, and the rule names no level below it: {rule.rule}")
    if lowers and tolerated is None:
        return _Decision(Action.UNKNOWN, f"whether {level} was tolerated is not said", missing=("tolerated",))
    if rule.down_to is not None and tolerated and not rises:
        return _Decision(Action.STAY, f"{level} was tolerated", level)
    return None


def _rise(level: DoseLevel, conditions: tuple[Condition, ...], rung: Rung, tolerated: bool | None) -> _Decision:
    """One condition that fails is enough to stay; a rise needs all of them."""
    failed = [each.words for each in conditions if each.holds is False]
    unknown = [each for each in conditions if each.holds is None]
    if failed or (rung.top and tolerated):
        return _Decision(Action.STAY, rung.words if rung.top else "; ".join(failed), level)
    if tolerated is None:
        tolerance = Condition(f"whether {level} was tolerated is not said", None, "tolerated")
        unknown = [tolerance] if rung.top else [*unknown, tolerance]
    if unknown:
        words = "; ".join(each.words for each in unknown)
        return _Decision(Action.UNKNOWN, words, missing=tuple(each.missing for each in unknown))
    told = "; ".join(each.words for each in conditions)
    if rung.level is None:
        return _Decision(Action.JUDGE, f"{told}; {rung.words}")
    return _Decision(Action.RAISE, told, rung.level)


def rung_above(regimen: Regimen, rule: Titration, level: DoseLevel) -> Rung:
    """The next level of the regimen, within the rule's ceiling and the smaller of the rule's and the regimen's step."""
    highest = regimen.doses[-1]
    ceiling = rule.up_to if rule.up_to is not None and rule.up_to.value < highest.value else highest
    steps = [each for each in (rule.by, regimen.step) if each is not None]
    step = min(steps, key=lambda each: each.value, default=None)
    above = next((dose for dose in regimen.doses if dose.value > level.value), None)
    if above is None or level.value >= ceiling.value or (not regimen.between and above.value > ceiling.value):
        return Rung(None, f"the ceiling is reached: {_beyond(rule, level, highest)}", top=True)
    if regimen.between:
        if step is None:
            return Rung(None, f"the source names no step: any dose up to {ceiling} is in its range")
        raised = formulas.together(level.value, step.value)
        next_one = make(type(level), raised) if raised < ceiling.value else ceiling
        return Rung(next_one, f"the next level is {next_one}, by a step of at most {step} up to {ceiling}")
    if step is not None and formulas.left(above.value, level.value) > step.value:
        return Rung(None, f"the next level, {above}, is further away than the step of {step}")
    return Rung(above, f"the next level is {above}")


def _beyond(rule: Titration, level: DoseLevel, highest: DoseLevel) -> str:
    """What the present level is the highest of."""
    if rule.up_to is not None and rule.up_to.value <= highest.value:
        return f"the rule goes up to {rule.up_to}"
    on = f"; the rule goes on to {rule.up_to}, which is no dose of this regimen" if rule.up_to is not None else ""
    return f"{level} is the highest dose of the regimen{on}"


def _criterion(rule: Titration, asked: Asked) -> Condition | None:
    """What decides on a rise; None where the source leaves it to judgement."""
    if rule.everybody:
        return Condition("the source raises it for everybody", True)
    if rule.response:
        return _response(asked.outcome)
    return None if rule.improvement is None else _improvement(Fraction(rule.improvement), asked)


def _improvement(threshold: Fraction, asked: Asked) -> Condition:
    percent, of = asked.percent, ""
    if asked.outcome is not None and asked.outcome.definition.purpose is Purpose.DISSOCIATION:
        scale = asked.outcome.definition.scale.name
        return Condition(f"the rule asks for the improvement; {scale} measures dissociation, a side effect", None, "outcome")
    if asked.outcome is not None:
        percent, of = asked.outcome.reduction, f" ({asked.outcome.definition.scale.name})"
    if percent is None:
        why = "from a baseline of 0 it has no percentage" if asked.outcome else "none was given"
        asks = f"the rule asks for the improvement, whether it is less than {beside(threshold, threshold, '%')[0]}"
        return Condition(f"{asks}; {why}", None, "improvement")
    less = percent < threshold
    told, bound = beside(percent, threshold, "%")
    return Condition(f"the improvement of {told}{of} is {'less' if less else 'not less'} than {bound}", less)


def _response(outcome: Outcome | None) -> Condition:
    if outcome is None or outcome.definition.purpose is not Purpose.RESPONSE:
        came = "" if outcome is None else f"; the one given is of {outcome.definition.purpose.value}"
        return Condition(f"the rule asks for an outcome by a definition of response{came}", None, "outcome")
    return Condition(str(outcome), not outcome.met)


def _sessions(rule: Titration, asked: Asked) -> Condition | None:
    if rule.after is None:
        return None
    return _waited(asked.sessions, rule.after, "sessions", "at this level")


def _days(rule: Titration, asked: Asked) -> Condition | None:
    if rule.every is None:
        return None
    return _waited(asked.days, rule.every, "days", "at this level")


def _waited(given: int | None, needed: int, what: str, where: str) -> Condition:
    asks = f"the rule waits for {needed} {what if needed != 1 else what[:-1]} {where}"
    if given is None:
        return Condition(f"{asks}; how many there were is not said", None, what)
    enough = given >= needed
    return Condition(f"{asks}; there {'was' if given == 1 else 'were'} {given}", enough)
