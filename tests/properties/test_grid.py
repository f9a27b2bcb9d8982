"""Property 16 and the grids: the library equals the oracle at every point, every outcome is met, and a difference is seen.

Ten million points: `python -m proof.grid`.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

import ketadose as kd
from ketadose import measures as m
from tests.properties import grids
from tests.properties.grid import Choices, Grid, agree

EXAMPLES = int(os.environ.get("KETADOSE_EXAMPLES", "50"))
POINTS = 100 * EXAMPLES
FAR = 6_000
"""So many points are looked through for an outcome, or for a difference."""
EACH = pytest.mark.parametrize("grid", grids.ALL, ids=lambda grid: grid.name)


@pytest.mark.parametrize(("grid", "count"), grids.split(POINTS), ids=lambda each: getattr(each, "name", None))
def test_grid_equals_the_oracle(grid: Grid, count: int):
    assert [line for index in range(count) for line in grid.compare(index).differences] == []


def test_step_of_a_source_is_kept_whatever_it_starts_with():
    """Found by the grid of courses: without doses for the first session the source's step was not looked at."""
    regimen = kd.Regimen("ketamine", "subcutaneous", ("0.25 mg/kg", "1 mg/kg"), days=(1, 8), step="0.5 mg/kg")
    with pytest.raises(kd.LimitError) as refused:
        kd.plan_course("70 kg", regimen, start="2026-01-05", levels=("0.25 mg/kg", "1 mg/kg"))
    assert [each.code for each in refused.value.findings if each.severity.value == "STOP"] == ["course.step"]


@EACH
def test_grid_reaches_every_outcome(grid: Grid):
    """A grid that never meets a limit, a held rounding or an error would agree with anything."""
    met: set[str] = set()
    for index in range(FAR):
        met.update(grid.outcomes(grid.expected(grid.point(index))))
        if grid.wanted <= met:
            break
    assert grid.wanted - met == set()


def test_points_are_split_by_the_shares():
    for points in (0, 1, 100, 12_345, 10_000_000):
        assert sum(count for _, count in grids.split(points)) == points
    assert min(count for _, count in grids.split(10_000_000)) > 1_000


def test_point_of_a_number_is_always_the_same():
    """By the published first four words of splitmix64 from 0, the last of them first."""
    choose = Choices(0)
    words = [choose.below(2**64) for _ in range(4)]
    assert words == [0xF88BB8A8724C81EC, 0x06C45D188009454F, 0x6E789E6AA1B965F4, 0xE220A8397B1DCDAF]
    assert all(grid.point(index) == grid.point(index) for grid in grids.ALL for index in range(20))


@pytest.mark.parametrize(
    ("one", "other"),
    [((1, 2), (2, 3)), ((1, 2), None), ([(1, 2)], [(1, 2), (1, 2)]), (1, True), ("a", "b"), ([("a", "STOP")], [("a", "wall")])],
)
def test_figures_that_differ_do_not_agree(one: Any, other: Any):
    assert not agree(one, other)
    assert not agree(other, one)


@pytest.mark.parametrize(("one", "other"), [((1, 2), (3, 6)), ([(1, 2), (4, 4)], [(2, 4), (1, 1)]), ("a", "a"), (None, None)])
def test_figures_that_are_the_same_agree(one: Any, other: Any):
    assert agree(one, other)


def _pounds_as_kilograms(patch: pytest.MonkeyPatch) -> None:
    known = m.Weight.units
    patch.setattr(m.Weight, "units", known._replace(by_text={**known.by_text, "lb": known.by_text["kg"]}))


def _rounded_down(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.calc.rounding.steps", lambda value, step, mode: value // step)


def _no_limits(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(kd.findings.Limit, "inside", lambda limit, numerator, denominator: True)


def _floats_cut_off(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(m.Measure, "__float__", lambda measure: measure.value.numerator // measure.value.denominator + 0.0)


def _short_hours(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.planning.clock._SECONDS", 3_599)


def _window_of_half_the_days(patch: pytest.MonkeyPatch) -> None:
    from ketadose.planning.spacing import largest

    patch.setattr("ketadose.planning.spacing.largest", lambda days, span, *more: largest(days, span // 2, *more))


def _every_day_open(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(kd.Calendar, "opens", lambda calendar, day: True)


def _never_enough(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.planning.rule._sessions", lambda rule, asked: None)


def _longer_by_a_day(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.planning.maintenance._after_success", lambda last, most: (_longer(), last + 1, ""))


def _longer() -> Any:
    from ketadose.planning.maintenance import IntervalAction

    return IntervalAction.LONGER


def _no_two_in_a_week(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(kd.DayPattern, "most_in", lambda pattern, span: 1)


def _least_for_most(patch: pytest.MonkeyPatch) -> None:
    from ketadose.model.bioavailability import Shares

    patch.setattr(Shares, "high", Shares.low)


def _stop_is_a_pause(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.delivery.stretches.stopped", lambda events: False)


def _never_old(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ketadose.planning.weighing._too_old", lambda weighed, day: False)


WRONG = {
    "reading": (_pounds_as_kilograms, _floats_cut_off),
    "formulas": (_floats_cut_off,),
    "rounding": (_rounded_down,),
    "doses": (_pounds_as_kilograms, _no_limits, _floats_cut_off),
    "whole": (_pounds_as_kilograms, _rounded_down, _no_limits),
    "giving": (_rounded_down, _pounds_as_kilograms),
    "patterns": (_no_two_in_a_week,),
    "shares": (_least_for_most,),
    "courses": (_no_limits, _window_of_half_the_days, _pounds_as_kilograms),
    "cumulation": (_pounds_as_kilograms,),
    "placing": (_every_day_open,),
    "replanning": (_every_day_open,),
    "titration": (_never_enough,),
    "intervals": (_longer_by_a_day,),
    "clocks": (_short_hours,),
    "running": (_stop_is_a_pause,),
    "programmes": (_rounded_down,),
    "weighing": (_never_old, _pounds_as_kilograms),
}
"""For each grid ways in which the library could be wrong."""


@pytest.mark.parametrize(
    ("grid", "wrong"),
    [(grid, wrong) for grid in grids.ALL for wrong in WRONG[grid.name]],
    ids=lambda each: getattr(each, "name", getattr(each, "__name__", "")),
)
def test_grid_notices_a_difference(grid: Grid, wrong: Any, monkeypatch):
    """The comparison can fail: a library that is wrong in one thing is seen."""
    wrong(monkeypatch)
    assert any(grid.compare(index).differences for index in range(FAR))
