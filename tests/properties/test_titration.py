"""The properties of a proposal: never past a level, a step or a ceiling, never up on missing data, and monotone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.evidence import Citation
from ketadose.measures import PerWeight
from ketadose.model.conduct import Titration
from ketadose.planning.rule import Action
from ketadose.planning.titration import propose_dose
from tests import strategies as some

PLACE = Citation(some.SOURCE, "page 3")


def text(hundredths: int) -> str:
    """0.45 mg/kg from 45, in whole numbers."""
    return f"{some.plain(hundredths, 2)} mg/kg"


def percent(tenths: int) -> str:
    return f"{'-' if tenths < 0 else ''}{some.plain(abs(tenths), 1)} %"


counts = st.none() | st.integers(0, 12)
optional_figures = st.none() | st.integers(1, 60)


@st.composite
def ladders(draw):
    """Levels in hundredths of mg/kg, a rule with a threshold, step, ceiling and waits, and the same as a regimen."""
    between = draw(st.booleans())
    doses = sorted(draw(st.sets(st.integers(5, 120), min_size=2, max_size=2 if between else 6)))
    by, up_to, step = (draw(optional_figures) for _ in range(3))
    up_to = up_to and up_to * 2
    threshold = draw(st.none() | st.integers(1, 100))
    everybody = draw(st.booleans()) if threshold is None else False
    after, every = (draw(st.none() | st.integers(1, 10)) for _ in range(2))
    rule = Titration(
        "up",
        PLACE,
        improvement=threshold,
        after=after,
        by=by and PerWeight(text(by)),
        up_to=up_to and PerWeight(text(up_to)),
        every=every,
        everybody=everybody,
    )
    regimen = some.injection(tuple(map(text, doses)), between=between, step=step and text(step), titration=rule)
    level = draw(st.integers(doses[0], doses[-1]) if between else st.sampled_from(doses))
    numbers = {
        "doses": doses,
        "between": between,
        "steps": [each for each in (by, step) if each],
        "up_to": up_to,
        "threshold": threshold,
        "everybody": everybody,
        "after": after,
        "every": every,
        "level": level,
    }
    return regimen, numbers


def above(numbers):
    """(next level or None, whether a ceiling is reached) in hundredths, counted on the fingers."""
    doses, level = numbers["doses"], numbers["level"]
    top = min([doses[-1], *([numbers["up_to"]] if numbers["up_to"] else [])])
    if level >= top:
        return None, True
    if numbers["between"]:
        return (min(level + min(numbers["steps"]), top), False) if numbers["steps"] else (None, False)
    following = next(dose for dose in doses if dose > level)
    if following > top:
        return None, True
    near = all(following - level <= step for step in numbers["steps"])
    return (following, False) if near else (None, False)


def expected(numbers, tenths, sessions, days, tolerated):
    """The action and the level by the words of the rule."""
    level = numbers["level"]
    following, ceiling = above(numbers)
    if tolerated is False or (numbers["threshold"] is None and not numbers["everybody"]):
        return "judge", None
    answers = [tolerated]
    if numbers["threshold"] is not None:
        answers.append(None if tenths is None else tenths < numbers["threshold"] * 10)
    for needed, had in ((numbers["after"], sessions), (numbers["every"], days)):
        if needed is not None:
            answers.append(None if had is None else had >= needed)
    if False in answers:
        return "stay", level
    if ceiling and tolerated:
        return "stay", level
    if None in answers:
        return "unknown", None
    return ("judge", None) if following is None else ("raise", following)


improvements = st.none() | st.integers(-300, 1000)
tolerances = st.sampled_from([None, True, False])


@given(ladders(), improvements, counts, counts, tolerances)
def test_a_proposal_is_what_the_words_of_the_rule_say(case, tenths, sessions, days, tolerated):
    regimen, numbers = case
    improvement = None if tenths is None else percent(tenths)
    proposal = propose_dose(
        regimen, text(numbers["level"]), improvement=improvement, sessions=sessions, days=days, tolerated=tolerated
    )
    action, level = expected(numbers, tenths, sessions, days, tolerated)
    assert proposal.action.value == action
    assert (proposal.proposed and proposal.proposed.value * 100) == level
    assert (proposal.next_level and proposal.next_level.value * 100) == above(numbers)[0]
    assert bool(proposal.missing) is (proposal.action is Action.UNKNOWN)
    assert regimen.offers(proposal.level)


@given(ladders(), improvements, counts, counts, tolerances)
def test_no_proposal_passes_the_ladder_the_ceiling_or_the_step(case, tenths, sessions, days, tolerated):
    regimen, numbers = case
    improvement = None if tenths is None else percent(tenths)
    proposal = propose_dose(
        regimen, text(numbers["level"]), improvement=improvement, sessions=sessions, days=days, tolerated=tolerated
    )
    for level in filter(None, (proposal.proposed, proposal.next_level)):
        hundredths = level.value * 100
        assert regimen.offers(level)
        assert hundredths <= numbers["doses"][-1]
        assert hundredths <= max(numbers["up_to"] or hundredths, numbers["level"])
        assert all(hundredths - numbers["level"] <= step for step in numbers["steps"])
        passed = [dose for dose in numbers["doses"] if numbers["level"] < dose < hundredths]
        assert numbers["between"] or not passed
    if proposal.action is Action.RAISE:
        assert proposal.proposed > proposal.level
        assert tolerated is not False


@given(ladders(), st.lists(st.integers(-300, 1000), min_size=2, max_size=2), counts, counts)
def test_less_improvement_never_proposes_less(case, tenths, sessions, days):
    regimen, numbers = case
    less, more = (
        propose_dose(regimen, text(numbers["level"]), improvement=percent(each), sessions=sessions, days=days)
        for each in sorted(tenths)
    )
    if more.proposed is not None and less.proposed is not None:
        assert less.proposed >= more.proposed
    if more.action is Action.RAISE:
        assert less.action is Action.RAISE


@given(ladders(), improvements, counts, counts)
def test_what_is_missing_is_never_taken_as_a_rise_and_giving_it_settles_the_answer(case, tenths, sessions, days):
    """Filling in what an "unknown" asks for ends it; nothing is raised of which nobody has said that it was tolerated."""
    regimen, numbers = case
    improvement = None if tenths is None else percent(tenths)
    given = {"improvement": improvement, "sessions": sessions, "days": days, "tolerated": None}
    proposal = propose_dose(regimen, text(numbers["level"]), **given)
    if proposal.action is Action.UNKNOWN:
        assert proposal.proposed is None
        assert all(given[name] is None for name in proposal.missing)
        filled = {**given, **dict.fromkeys(proposal.missing, 12)}
        if "improvement" in proposal.missing:
            filled["improvement"] = "0 %"
        filled["tolerated"] = True
        assert propose_dose(regimen, text(numbers["level"]), **filled).action is not Action.UNKNOWN
    assert proposal.action is not Action.RAISE


@given(ladders(), st.integers(-300, 1000), some.weights)
def test_a_patients_proposal_is_the_dose_that_calculating_gives(case, tenths, weight):
    regimen, numbers = case
    proposal = propose_dose(regimen, text(numbers["level"]), improvement=percent(tenths), sessions=12, days=12, patient=weight)
    if proposal.proposed is None:
        assert proposal.dose is None
        return
    try:
        dose = kd.calculate_dose(weight, regimen, level=proposal.proposed)
    except kd.LimitError as error:
        assert proposal.dose is None
        assert proposal.findings[1:] == error.findings
        return
    assert proposal.dose == dose
    assert proposal.findings[1:] == dose.findings
