"""Property 14 at every bound: one unit in the last place inside, exactly at it, and one outside."""

from __future__ import annotations

from fractions import Fraction

import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.catalog.limits import EVERYBODY, OUTER_WALLS, PROFILES, PSYCHIATRIC_CLINIC
from ketadose.terms import Axis
from tests.oracle import limits as oracle
from tests.oracle.pairs import Pair, decimal_text, number
from tests.properties.looking import findings_of, minutes, pair
from tests.strategies import ANYTHING_GOES, SOURCE

PLACES = 9
COUNTS = {Axis.INTERVAL, Axis.PER_WEEK, Axis.COURSE}
SIDES = ("soft_low", "hard_low", "soft_high", "hard_high")
KETAMINE, ESKETAMINE = kd.KETAMINE, kd.ESKETAMINE


def bound_of(limit, side: str) -> Pair | None:
    bound = getattr(limit, side)
    if bound is None:
        return None
    if limit.axis in COUNTS:
        return bound.value, 1
    return minutes(bound.value) if limit.axis is Axis.DURATION else pair(bound.value)


def as_oracle(limit) -> oracle.Bounds:
    """The catalog's limit as the oracle has it."""
    name = limit.axis.name.lower()
    drug, route = limit.drug and limit.drug.value, limit.route and limit.route.value
    up_to = limit.up_to and pair(limit.up_to)
    lasting = (each and minutes(each) for each in (limit.lasting_to, limit.lasting_over))
    return oracle.Bounds(
        name, drug, route, *(bound_of(limit, side) for side in SIDES), limit.wall, limit.window, up_to, *lasting
    )


def test_oracle_has_the_limits_of_the_catalog():
    """The oracle's tables, typed a second time, are the catalog's: every bound, every drug, every route, none more."""
    assert {area.value for area in PROFILES} == {"psychiatric clinic", *oracle.ELSEWHERE}
    for area, profile in PROFILES.items():
        own = [limit for limit in profile.limits if limit not in (*OUTER_WALLS, *EVERYBODY)]
        typed = oracle.ELSEWHERE.get(area.value) or oracle.CLINIC[oracle.COMMON :]
        assert sorted(_comparable(as_oracle(limit)) for limit in own) == sorted(map(_comparable, typed))
        everywhere = [_comparable(as_oracle(limit)) for limit in profile.limits if limit in (*OUTER_WALLS, *EVERYBODY)]
        assert sorted(everywhere) == sorted(map(_comparable, oracle.CLINIC[: oracle.COMMON]))


def _comparable(bounds: oracle.Bounds) -> list[str]:
    """Every field as text, bounds to nine decimals."""
    told = []
    for field in bounds:
        given = number(field) if type(field) is str and field[0].isdigit() else field
        told.append(_decimal(given) if isinstance(given, tuple) else repr(given))
    return told


def _decimal(bound: Pair) -> str:
    scaled, rest = divmod(bound[0] * 10**PLACES, bound[1])
    assert not rest
    return decimal_text(scaled, PLACES)


def figures(limit, side: str) -> list[tuple[str, Pair]]:
    """The bound less one unit in the last place, the bound, and one more; whole numbers for what is counted."""
    numerator, denominator = bound_of(limit, side)
    if limit.axis in COUNTS:
        return [(str(count), (count, 1)) for count in (numerator - 1, numerator, numerator + 1) if count >= 1]
    scaled = numerator * 10**PLACES // denominator
    assert scaled * denominator == numerator * 10**PLACES
    return [(decimal_text(count, PLACES), (count, 10**PLACES)) for count in (scaled - 1, scaled, scaled + 1)]


CASES = [
    pytest.param(
        area,
        limit,
        drug,
        text,
        figure,
        id=f"{area.name}-{drug.name}-{limit.route and limit.route.value}-{side}-{limit.axis.name}-{text}",
    )
    for area, profile in PROFILES.items()
    for limit in profile.limits
    if profile is PSYCHIATRIC_CLINIC or limit not in (*OUTER_WALLS, *EVERYBODY)
    for side in SIDES
    if getattr(limit, side) is not None
    for drug in ([limit.drug] if limit.drug else [KETAMINE, ESKETAMINE] if limit.route else [KETAMINE])
    for text, figure in figures(limit, side)
]


def asked(area, limit, drug, figure: str, overrides):
    """A call in which this axis has this figure."""
    axis, route = limit.axis, limit.route or kd.Route.INTRAVENOUS
    plain = {"overrides": overrides, "profile": area}
    weight = str(limit.up_to or "61 kg")
    level = "0.3 mg/kg" if drug is KETAMINE else "0.2 mg/kg"
    if (drug, route) == (ESKETAMINE, kd.Route.INTRANASAL):
        level = "56 mg"
    if axis in {Axis.AGE, Axis.WEIGHT}:
        patient = kd.Patient("70 kg", age=f"{figure} years") if axis is Axis.AGE else kd.Patient(f"{figure} kg")
        return lambda: kd.calculate_dose(patient, _regimen(drug, route, level), **plain)
    if axis is Axis.AMOUNT:
        return lambda: kd.calculate_dose("200 kg", _regimen(drug, route, f"{figure} mg"), **plain)
    if axis is Axis.PER_WEIGHT:
        return lambda: kd.calculate_dose("61 kg", _regimen(drug, route, f"{figure} mg/kg"), **plain)
    if axis is Axis.PER_WEIGHT_RATE:
        hours = 2 if limit.lasting_over else 1
        each = m.PerWeight.of(Fraction(figure) * hours, "mg/kg")
        return lambda: kd.calculate_dose(weight, _regimen(drug, route, each, over=f"{hours} h"), **plain)
    if axis is Axis.AMOUNT_RATE:
        return lambda: kd.calculate_dose(weight, _regimen(drug, route, f"{figure} mg", over="1 h"), **plain)
    if axis is Axis.DURATION:
        return lambda: kd.calculate_dose("61 kg", _regimen(drug, route, level, over=f"{figure} min"), **plain)
    if axis is Axis.WINDOW:
        return _window(area, limit, figure, overrides)
    days = {
        Axis.INTERVAL: lambda count: (1, 1 + count, 1 + 20 * count),
        Axis.PER_WEEK: lambda count: tuple(range(1, count + 1)),
        Axis.COURSE: lambda count: tuple(range(1, 7 * count, 7)),
    }[axis](int(figure))
    return lambda: kd.plan_course("61 kg", _regimen(drug, route, level, days=days), start="2026-01-05", **plain)


def _regimen(drug, route, level, **options):
    return kd.Regimen(drug, route, level, source=SOURCE, **options)


def _window(area, limit, figure: str, overrides, last: int | None = None):
    """Five sessions that add up to the figure, the last of them on the last day of the window."""
    whole = int(figure.replace(".", ""))
    parts = (*[whole // 5] * 4, whole - 4 * (whole // 5))
    levels = [f"{decimal_text(part, PLACES)} mg/kg" for part in parts]
    regimen = _regimen(
        limit.drug,
        limit.route,
        tuple(dict.fromkeys(levels)),
        over="100 min" if limit.route is kd.Route.INTRAVENOUS else None,
        days=(1, 2, 3, 5, last or limit.window),
    )
    plain = {"start": "2026-01-05", "levels": levels, "overrides": overrides, "profile": area}
    return lambda: kd.plan_course("61 kg", regimen, **plain)


@pytest.mark.property(14)
@pytest.mark.parametrize(("area", "limit", "drug", "text", "figure"), CASES)
def test_caution_past_soft_and_stop_past_hard(area, limit, drug, text, figure):
    """Nothing at or inside the bounds, CAUTION outside soft, STOP outside hard, and of the right code."""
    expected = oracle.severity(_as_text(limit), figure)
    found = [f for f in findings_of(asked(area, limit, drug, text, ANYTHING_GOES)) if f.limit == limit]
    assert [finding.severity.value for finding in found] == ([expected] if expected else [])
    if expected:
        low = any(_past_low(limit, side, figure) for side in ("soft_low", "hard_low"))
        assert found[0].code == f"{limit.axis.name.lower()}.{'low' if low else 'high'}"


def _past_low(limit, side: str, figure: Pair) -> bool:
    bound = bound_of(limit, side)
    return bound is not None and figure[0] * bound[1] < bound[0] * figure[1]


def _as_text(limit) -> oracle.Bounds:
    bounds = {side: bound_of(limit, side) for side in SIDES}
    texts = {side: bound and _decimal(bound) for side, bound in bounds.items()}
    return oracle.Bounds(limit.axis.name.lower(), None, None, **texts)


HARD = [case for case in CASES if oracle.severity(_as_text(case.values[1]), case.values[4]) == "STOP"]


@pytest.mark.parametrize(("area", "limit", "drug", "text", "figure"), HARD)
def test_stop_refuses_and_only_an_override_lets_it_pass(area, limit, drug, text, figure):
    """Without an override that names it a `LimitError`; with one the finding holds it; an outer wall refuses all the same."""
    with pytest.raises(kd.LimitError) as caught:
        asked(area, limit, drug, text, ())()
    assert caught.value.code == "limit.stop"
    if limit.wall:
        with pytest.raises(kd.LimitError) as again:
            asked(area, limit, drug, text, ANYTHING_GOES)()
        assert "There is no override" in str(again.value)
        return
    call = asked(area, limit, drug, text, ANYTHING_GOES)
    told = [finding for finding in findings_of(call) if finding.limit == limit]
    assert [finding.overridden for finding in told] == [ANYTHING_GOES]
    rest = tuple(code for code in ANYTHING_GOES.codes if code != told[0].code)
    with pytest.raises(kd.LimitError) as named:
        asked(area, limit, drug, text, kd.Override(rest, "Dr Example", "names all but this one"))()
    assert [finding.overridden for finding in named.value.findings if finding.limit == limit] == [None]


@pytest.mark.property(32)
@pytest.mark.parametrize(
    ("area", "limit"),
    [(area, limit) for area, profile in PROFILES.items() for limit in profile.limits if limit.axis is Axis.WINDOW],
)
def test_session_on_the_day_after_the_window_does_not_count(area, limit):
    """At the edge: the same total over one day more is inside."""
    side = "soft_high" if limit.soft_high else "hard_high"
    text, _ = figures(limit, side)[-1]
    inside, outside = _window(area, limit, text, ANYTHING_GOES), _window(area, limit, text, ANYTHING_GOES, limit.window + 1)
    assert [f.limit for f in inside().findings].count(limit) == 1
    assert [f.limit for f in outside().findings].count(limit) == 0


@pytest.mark.parametrize(
    ("product", "level", "severity"),
    [
        ("SPRAVATO_UNDER_65", "56 mg", None),
        ("SPRAVATO_UNDER_65", "84 mg", None),
        (None, "56.000000001 mg", "STOP"),
        (None, "70 mg", "STOP"),
    ],
)
def test_esketamine_has_only_the_doses_of_its_label(product, level, severity):
    """The allowed set of a nasal device is exact."""
    regimen = getattr(kd.protocols, product) if product else _regimen(ESKETAMINE, kd.Route.INTRANASAL, level)
    found = findings_of(lambda: kd.calculate_dose("70 kg", regimen, level=level, overrides=ANYTHING_GOES))
    told = [finding.severity.value for finding in found if finding.code == "dose.not_allowed"]
    assert told == ([severity] if severity else [])
