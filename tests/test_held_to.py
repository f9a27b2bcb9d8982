"""Which dose of a regimen is given, and which limits judge it: those of its drug, route and duration, and no others."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose.calc.checks import against_limits
from ketadose.errors import KetadoseError
from ketadose.findings import Bound, Limit
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Drug, Route
from tests.strategies import SOURCE

SEEN, OWN = kd.Citation(kd.sources.OLIVER_2022, "as given"), kd.Citation(SOURCE, "as given")
CLINIC = kd.limits.PSYCHIATRIC_CLINIC
OVER = {Route.INTRAVENOUS: "40 min", Route.SUBCUTANEOUS: None}
DRUGS, ROUTES = st.sampled_from([None, *Drug]), st.sampled_from([None, *Route])


def limit(highest, citation, **more):
    return Limit(Axis.PER_WEIGHT, soft_high=Bound(m.PerWeight(f"{highest} mg/kg"), citation), **more)


@given(DRUGS, ROUTES, st.sampled_from(list(Drug)), st.sampled_from(list(OVER)))
def test_a_limit_is_found_passed_exactly_where_it_is_of_the_drug_and_the_route(drug, route, given_drug, given_route):
    """Also where a wider one, for every drug and route, alone would find nothing."""
    narrow = limit("0.4", SEEN, drug=drug, route=route)
    regimen = kd.Regimen(given_drug, given_route, "0.5 mg/kg", over=OVER[given_route], source=SOURCE)
    profile = Profile(CareArea.PSYCHIATRIC_CLINIC, (limit("0.9", SEEN), narrow))
    found = against_limits(profile, regimen, m.Amount("35 mg"), m.Weight("70 kg"))
    binds = drug in {None, given_drug} and route in {None, given_route}
    assert [finding.code for finding in found] == ["per_weight.high"] * binds


@pytest.mark.parametrize(
    ("route", "over", "binding"),
    [
        ("intravenous", "40 min", [False, True]),
        ("intravenous", "30 min", [True, False]),
        ("intramuscular", None, [True, False]),
    ],
)
def test_a_limit_for_short_or_long_infusions_is_among_those_of_a_dose_that_lasts_so(route, over, binding):
    half_hour = m.Duration("30 min")
    added = (limit("0.8", OWN, lasting_to=half_hour), limit("0.7", OWN, lasting_over=half_hour))
    profile = Profile(CLINIC.area, (*CLINIC.limits, *added), CLINIC.rules, site="SOP 12")
    regimen = kd.Regimen("ketamine", route, "0.5 mg/kg", over=over, source=SOURCE)
    dose = kd.calculate_dose("70 kg", regimen, profile=profile)
    assert [each in dose.limits for each in added] == binding


@pytest.mark.parametrize(
    ("level", "advised"),
    [
        (m.PerWeight("500 mcg/kg"), '"500 mcg/kg"'),
        (m.PerWeight(Fraction(1, 2), None), '"0.5 mg/kg"'),
        (m.PerWeight(Fraction(f"0.5{'0' * 30}1"), None), f'"0.5{"0" * 30}1 mg/kg"'),
        (m.PerWeight(Fraction(f"0.5{'0' * 31}1"), None), '"1 mg/kg"'),
    ],
    ids=["as written", "never written", "40 characters", "41 characters"],
)
def test_the_dose_that_is_advised_is_a_text_that_can_be_read(level, advised):
    regimen = kd.Regimen("ketamine", "intravenous", (level, "1 mg/kg"), over="40 min", source=SOURCE)
    with pytest.raises(KetadoseError) as caught:
        kd.calculate_dose("70 kg", regimen)
    assert caught.value.fix == f"Choose one: level={advised}"
