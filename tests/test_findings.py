"""Findings, overrides and limits on their own, without a calculation around them."""

import pytest

import ketadose as kd
from ketadose import codes
from ketadose import measures as m
from ketadose.errors import LimitError
from ketadose.evidence import Citation, Source
from ketadose.findings import Bound, Finding, Limit, Override, settle, settled
from ketadose.terms import Axis, Severity

PAGE = Citation(Source.site("SOP 12"), "page 1")
TOO_MUCH = Finding("per_weight.high", Severity.STOP, "too much")
TOO_FAST = Finding("per_weight_rate.high", Severity.STOP, "too fast")
WALL = Finding("dose.not_allowed", Severity.STOP, "no such dose", wall=True)
REMARK = Finding("regimen.remark", Severity.NOTE, "a remark")
EARLIER = Override(("per_weight.high", "dose.not_allowed"), "A. Doctor", "earlier response")


@pytest.mark.parametrize("findings", [(TOO_MUCH,), (TOO_MUCH, TOO_FAST), (REMARK, TOO_MUCH), (TOO_MUCH, REMARK), (WALL,)])
def test_a_stop_is_refused_alone_and_in_company(findings):
    with pytest.raises(LimitError) as caught:
        settle(findings, (), "dose")
    assert caught.value.findings == findings


def test_a_stop_that_is_overridden_hides_no_other():
    with pytest.raises(LimitError, match="too fast"):
        settle((TOO_MUCH, TOO_FAST), (EARLIER,), "dose")
    with pytest.raises(LimitError, match="no such dose"):
        settle((TOO_MUCH, WALL), (EARLIER,), "dose")


def test_what_is_no_stop_passes_as_it_is():
    assert settle((), (), "dose") == ()
    assert settle((REMARK,), (EARLIER,), "dose") == (REMARK,)
    (passed,) = settle((TOO_MUCH,), (EARLIER,), "dose")
    assert passed.overridden == EARLIER


def test_the_first_override_that_names_a_code_is_the_one_that_lets_it_pass():
    second = Override("per_weight.high", "B. Doctor", "another reason")
    (passed,) = settled((TOO_MUCH,), (second, EARLIER))
    assert passed.overridden == second
    assert settled((passed,), (EARLIER,)) == (passed,)


def test_words_without_figures_are_told_as_they_are():
    assert Finding("regimen.remark", Severity.NOTE, "see {table} {0}").message == "see {table} {0}"


def test_a_bound_is_told_with_its_unit_where_it_has_one():
    assert str(Bound(6, PAGE)) == "6"
    assert str(Bound(6, PAGE, unit="sessions")) == "6 sessions"


def test_soft_bounds_judge_before_hard_ones_and_hard_ones_alone():
    mg = [Bound(m.Amount(f"{count} mg"), PAGE) for count in range(1, 5)]
    both = Limit(Axis.AMOUNT, hard_low=mg[0], soft_low=mg[1], soft_high=mg[2], hard_high=mg[3])
    assert both.pairs == (2, 1, 3, 1)
    assert Limit(Axis.AMOUNT, hard_low=mg[0], hard_high=mg[3]).pairs == (1, 1, 4, 1)
    assert Limit(Axis.AMOUNT, soft_low=mg[1]).pairs == (2, 1, 1, 0)
    assert Limit(Axis.AMOUNT, soft_high=mg[2]).pairs == (0, 1, 3, 1)


def test_the_codes_are_read_through_the_findings_and_nothing_else_is():
    assert kd.findings.FINDINGS is codes.FINDINGS
    with pytest.raises(AttributeError, match=r"module 'ketadose\.findings' has no attribute 'CODES'"):
        _ = kd.findings.CODES


def test_a_limit_binds_those_it_is_for_and_its_own_ends_are_inside():
    one = Bound(m.Amount("1 mg"), PAGE)
    heavy, light = m.Weight("70.1 kg"), m.Weight("70 kg")
    half, hour, longer = m.Duration("30 min"), m.Duration("60 min"), m.Duration("61 min")
    up_to = Limit(Axis.AMOUNT, soft_high=one, up_to=light)
    assert [up_to.binds(weight, None) for weight in (light, heavy)] == [True, False]
    short = Limit(Axis.AMOUNT, soft_high=one, lasting_to=hour)
    assert [short.binds(light, over) for over in (None, half, hour, longer)] == [True, True, True, False]
    long = Limit(Axis.AMOUNT, soft_high=one, lasting_over=hour)
    assert [long.binds(light, over) for over in (None, half, hour, longer)] == [False, False, False, True]
