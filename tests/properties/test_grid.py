"""Property 16 on a grid of whole scenarios, from the weight to the pump: equal to the oracle at every point.

The default run takes a few thousand points; `KETADOSE_GRID=10000000 python -m pytest -m slow tests/properties/test_grid.py`
takes as many as it says, from the point KETADOSE_GRID_FROM on, so that a long run can be split and resumed.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

import ketadose as kd
from tests.properties.grid import computed, differences, expected, point

FEW = 4_000
MANY = int(os.environ.get("KETADOSE_GRID", "100000"))
FROM = int(os.environ.get("KETADOSE_GRID_FROM", str(FEW)))


def disagreements(first: int, count: int) -> list[str]:
    """The first few points that differ, each with what was asked and what was said."""
    found = []
    for index in range(first, first + count):
        different = differences(index)
        if different:
            found.append(f"point {index} {point(index)}: {'; '.join(different)}")
        if len(found) == 5:
            break
    return found


def test_grid_equals_the_oracle():
    assert disagreements(0, FEW) == []


@pytest.mark.slow
def test_large_grid_equals_the_oracle():
    assert disagreements(FROM, MANY) == []


def test_grid_reaches_every_outcome():
    """A grid that never meets a limit, a held rounding or an error would agree with anything."""
    met: Counter[str] = Counter()
    for index in range(FEW):
        told = expected(point(index))
        met[told.get("error", "answered")] += 1
        met["held"] += told.get("held", 0) > 0
        met.update(f"{code} {severity}" for code, severity in told["findings"])
    wanted = {"answered", "held", "limit.stop", "draw.too_small", "bag.volume", "rate.too_slow", "rate.too_fast"}
    wanted |= {"per_weight.low CAUTION", "per_weight.high CAUTION", "per_weight.high STOP", "per_weight.high wall"}
    wanted |= {"amount.high CAUTION", "amount.high STOP", "per_weight_rate.high CAUTION", "per_weight_rate.high STOP"}
    wanted |= {"duration.low CAUTION", "duration.high CAUTION", "duration.high STOP"}
    assert {name for name in wanted if met[name] < 5} == set()


def test_grid_notices_a_difference(monkeypatch):
    """The comparison itself can fail: another reading of the pound is seen."""
    index = next(index for index in range(FEW) if point(index).weight.endswith(" lb") and "error" not in expected(point(index)))
    patient = kd.Patient
    monkeypatch.setattr(kd, "Patient", lambda weight, **more: patient(weight.replace(" lb", " kg"), **more))
    assert "mg" in computed(point(index))
    assert differences(index)
