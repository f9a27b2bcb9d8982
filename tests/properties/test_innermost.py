"""The short way to "nothing found": the innermost bounds of several limits say exactly what the limits themselves say."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose.bounds import Bound, Limit, innermost, within
from ketadose.calc.checks import Checked, against_limits
from ketadose.catalog.limits import PROFILES
from ketadose.evidence import Citation
from ketadose.terms import Axis
from tests.strategies import SOURCE, infusion, injection, levels, times, weights

CITATION = Citation(SOURCE, "page 1")
RISING = ("hard_low", "soft_low", "soft_high", "hard_high")
figures = st.fractions(min_value=Fraction(1, 8), max_value=8, max_denominator=8)


@st.composite
def limits(draw) -> Limit:
    """A limit on mg with one to four bounds, in their order."""
    bounds = dict(zip(RISING, sorted(draw(figures) for _ in RISING), strict=True))
    kept = draw(st.sets(st.sampled_from(RISING), min_size=1))
    return Limit(Axis.AMOUNT, **{side: Bound(m.Amount(bounds[side], None), CITATION) for side in kept})


def bounds_of(limit: Limit) -> tuple[list[Fraction], list[Fraction]]:
    sides = [(side, getattr(limit, side)) for side in RISING]
    lows = [bound.value.value for side, bound in sides if bound is not None and side.endswith("low")]
    return lows, [bound.value.value for side, bound in sides if bound is not None and side.endswith("high")]


@given(several=st.lists(limits(), max_size=4), figure=figures)
def test_within_the_innermost_bounds_is_inside_every_limit(several, figure):
    lows, highs = ([bound for limit in several for bound in bounds_of(limit)[side]] for side in (0, 1))
    inside = all(figure >= low for low in lows) and all(figure <= high for high in highs)
    assert within(innermost(tuple(several)), *figure.as_integer_ratio()) is inside


@given(limit=limits())
def test_exactly_at_a_bound_is_inside_and_past_it_is_not(limit):
    lows, highs = bounds_of(limit)
    least = Fraction(1, 10**30)
    for bound, step in ((max(lows, default=None), -least), (min(highs, default=None), least)):
        if bound is not None:
            assert within(innermost((limit,)), *bound.as_integer_ratio())
            assert not within(innermost((limit,)), *(bound + step).as_integer_ratio())


@given(weight=weights, level=levels, over=times, by_needle=st.booleans(), area=st.sampled_from(sorted(PROFILES, key=str)))
def test_the_short_way_finds_what_asking_every_limit_finds(weight, level, over, by_needle, area):
    regimen = injection(level, "intramuscular") if by_needle else infusion(level, over)
    patient, profile = kd.Patient(weight), PROFILES[area]
    amount = kd.formulas.DOSE(regimen.doses[0], patient.weight).result
    asked = Checked(profile, regimen, amount, patient.weight).findings()
    assert against_limits(profile, regimen, amount, patient.weight) == asked


@pytest.mark.parametrize(
    ("regimen", "amount", "codes"),
    [
        (infusion("0.5 mg/kg"), "35 mg", []),
        (infusion("0.5 mg/kg", "4 h"), "35 mg", ["duration.high"]),
        (kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", source=SOURCE), "35 mg", ["duration.low"]),
        (kd.Regimen("esketamine", "sublingual", "0.5 mg/kg", source=SOURCE), "35 mg", ["dose.no_limits"]),
        (kd.protocols.SPRAVATO_UNDER_65, "57 mg", ["dose.not_allowed"]),
    ],
    ids=["inside", "too long", "a bolus", "no limits", "not a dose of the label"],
)
def test_what_is_no_question_of_bounds_is_found_too(regimen, amount, codes):
    profile = PROFILES[regimen.area]
    found = against_limits(profile, regimen, m.Amount(amount), m.Weight("70 kg"))
    assert [finding.code for finding in found] == codes
