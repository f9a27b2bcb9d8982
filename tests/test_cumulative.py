"""What courses add up to, against arithmetic by hand and an oracle that counts every calendar day with plain fractions."""

from __future__ import annotations

import datetime
import pickle
from fractions import Fraction
from typing import NamedTuple

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.measures import Amount
from ketadose.planning import cumulative
from tests import strategies as some
from tests.oracle import shares

MONDAY = "2026-01-05"
LEVELS = ("0.5 mg/kg", "0.75 mg/kg", "1 mg/kg")


def own(route="intravenous", drug="ketamine", doses=LEVELS, days=(1,)):
    over = "40 min" if route == "intravenous" else None
    return kd.Regimen(drug, route, doses, over=over, days=days, source=some.SOURCE)


def course(weight="70 kg", start=MONDAY, days=(1, 4, 8, 11), levels="0.5 mg/kg", **options):
    regimen = own(days=days, **{name: options.pop(name) for name in ("route", "drug", "doses") if name in options})
    return kd.plan_course(weight, regimen, start=start, levels=levels, overrides=some.ANYTHING_GOES, **options)


def figures(result):
    """given, to come, total, mg/kg, lifetime, most, most mg/kg, systemic low and high: exact, None where unknown."""
    names = (
        "given",
        "to_come",
        "total",
        "total_per_weight",
        "lifetime",
        "most",
        "most_per_weight",
        "systemic_low",
        "systemic_high",
    )
    found = (getattr(result, name) for name in names)
    return tuple(None if each is None else each.value for each in found)


# By hand


def test_a_planned_course():
    """Four sessions of 35 mg on days 1, 4, 8 and 11: two of them in any seven days, all of them in eleven."""
    planned = course()
    assert figures(cumulative(planned, days=7)) == (0, 140, 140, 2, 140, 70, 1, 140, 140)
    assert [cumulative(planned, days=days).most.value for days in (1, 3, 4, 7, 8, 10, 11, 28)] == [
        35,
        35,
        70,
        70,
        105,
        105,
        140,
        140,
    ]
    assert [(taken.date.day, taken.amount.value, taken.per_weight.value) for taken in cumulative(planned, days=7).sessions] == [
        (5, 35, Fraction(1, 2)),
        (8, 35, Fraction(1, 2)),
        (12, 35, Fraction(1, 2)),
        (15, 35, Fraction(1, 2)),
    ]


def test_what_really_happened():
    """35 given, 17.5 stopped, one missed, 20 given instead of 35: 72.5 mg; of the next nothing is known yet."""
    done = course(days=(1, 4, 8, 11, 15)).record(1, "given").record(2, "stopped", amount="17.5 mg").record(3, "missed")
    done = done.record(4, "given", amount="20 mg")
    result = cumulative(done, days=8, before="400 mg")
    total = Fraction(215, 2)
    most = Fraction(55)  # 20 on the 15th and 35 on the 19th; 52.5 mg on the 5th and the 8th
    expected = (Fraction(145, 2), 35, total, total / 70, 400 + total, most, most / 70, total, total)
    assert figures(result) == expected
    assert [taken.given for taken in result.sessions] == [True, True, True, False]
    assert [taken.date.day for taken in result.sessions] == [5, 8, 15, 19]


def test_part_of_a_dose_and_more_than_the_dose():
    """What was given counts, not what was ordered."""
    done = course(days=(1, 4)).record(1, "partly given", amount="0.25 mg").record(2, "given", amount="36.5 mg")
    assert figures(cumulative(done, days=3))[:3] == (Fraction(147, 4), 0, Fraction(147, 4))
    assert cumulative(done, days=3).most.value == Fraction(73, 2)


def test_the_date_on_which_it_was_given_counts():
    """Session 2 a day late lies within a week of session 4, and no longer of session 1 in three days."""
    planned = course(days=(1, 4, 8, 11))
    late = planned.record(1, "given").record(2, "given", date="2026-01-09")
    assert [taken.date.day for taken in cumulative(late, days=7).sessions] == [5, 9, 12, 15]
    assert cumulative(planned, days=7).most.value == 70
    assert cumulative(late, days=7).most.value == 105
    moved = planned.record(4, "moved", date="2026-01-13")
    assert cumulative(moved, days=6).most.value == 105
    assert cumulative(moved, days=6).given.value == 0


def test_the_entry_that_stands_counts():
    """A correction takes the place of what it corrects, in both directions."""
    wrong = course(days=(1, 4)).record(1, "given")
    assert figures(cumulative(wrong.record(1, "missed", corrects=True), days=7))[:3] == (0, 35, 35)
    assert figures(cumulative(wrong.record(1, "stopped", amount="5 mg", corrects=True), days=7))[:3] == (5, 35, 40)
    missed = course(days=(1, 4)).record(1, "missed")
    assert figures(cumulative(missed.record(1, "given", corrects=True), days=7))[:3] == (35, 35, 70)
    back = wrong.record(1, "moved", date="2026-01-07", corrects=True)
    assert figures(cumulative(back, days=7))[:3] == (0, 70, 70)
    assert cumulative(back, days=2).most.value == 70


def test_everything_missed_is_nothing():
    gone = course(days=(1, 4)).record(1, "missed").record(2, "missed")
    result = cumulative(gone, days=7, before="10 mg")
    assert result.sessions == ()
    assert figures(result)[:7] == (0, 0, 0, 0, 10, 0, 0)


def test_a_session_that_is_made_up_is_to_come():
    """Missed was the old date: the new one is planned, counts, and is counted once when it was given."""
    missed = course(days=(1, 4, 8, 11)).record(1, "given").record(2, "missed")
    assert figures(cumulative(missed, days=7))[:3] == (35, 70, 105)
    left = kd.planning.replan(missed, on="2026-01-09", missed="leave out")
    assert figures(cumulative(left, days=7))[:3] == (35, 70, 105)
    again = kd.planning.replan(missed, on="2026-01-09", missed="make up")
    assert [session.date.day for session in again.sessions] == [5, 9, 12, 16]
    assert figures(cumulative(again, days=7))[:3] == (35, 105, 140)
    assert [taken.date.day for taken in cumulative(again, days=7).sessions] == [5, 9, 12, 16]
    assert again.status(2) == "planned"
    given = again.record(2, "given", amount="30 mg")
    assert figures(cumulative(given, days=7))[:3] == (65, 70, 135)
    twice = kd.planning.replan(again.record(2, "missed"), on="2026-01-11", missed="make up")
    assert figures(cumulative(twice, days=7))[:3] == (35, 105, 140)
    lost = again.record(2, "missed")
    assert figures(cumulative(lost, days=7))[:3] == (35, 70, 105)


def test_a_session_that_is_made_up_is_judged_by_the_limits():
    """As is a plan with the same dates from the start: what nobody counts, nobody stops."""
    days = (1, 2, 3)
    missed = course(days=days, levels="1 mg/kg").record(1, "given").record(2, "missed")
    again = kd.planning.replan(missed, on="2026-01-07", missed="make up", overrides=some.ANYTHING_GOES)
    dates = [(session.date - again.start).days + 1 for session in again.sessions]
    same = course(days=tuple(dates), levels="1 mg/kg")

    def judged(plan):
        return sorted((finding.code, finding.message) for finding in plan.findings if finding.limit is not None)

    assert "interval.low" in {code for code, _ in judged(same)}
    assert judged(again) == judged(same)


def test_courses_that_overlap_in_time():
    """Two courses of one person: their sessions are one row of dates, and windows reach across both."""
    first = course(days=(1, 8, 15), levels="0.5 mg/kg")
    second = course(start="2026-01-10", days=(1, 8), levels="1 mg/kg")
    result = cumulative(first, second, days=7)
    assert [(taken.date.day, taken.amount.value) for taken in result.sessions] == [
        (5, 35),
        (10, 70),
        (12, 35),
        (17, 70),
        (19, 35),
    ]
    assert figures(result) == (0, 245, 245, Fraction(7, 2), 245, 105, Fraction(3, 2), 245, 245)
    assert cumulative(first, second, days=8).most.value == 175
    assert figures(cumulative(second, first, days=8)) == figures(cumulative(first, second, days=8))


def test_two_sessions_on_one_day_are_one_day():
    """Both count in a window of one day."""
    assert cumulative(course(days=(1,)), course(days=(1,), levels="1 mg/kg"), days=1).most.value == 105


def test_each_course_has_its_own_weight():
    """60 mg at 60 kg and 70 mg at 140 kg: the most in mg and the most in mg/kg lie in different windows."""
    heavy = course("140 kg", days=(1,), levels="0.5 mg/kg")
    light = course("60 kg", start="2026-03-01", days=(1,), levels="1 mg/kg")
    result = cumulative(heavy, light, days=28)
    assert figures(result)[:7] == (0, 130, 130, Fraction(3, 2), 130, 70, 1)


def test_mg_per_kg_is_of_the_actual_weight():
    """Also where the dose is calculated on another weight: 35 mg on 50 kg of ideal weight is 0.35 mg/kg of 100 kg."""
    patient = kd.Patient("100 kg", height="152.4 cm", sex="male")
    planned = kd.plan_course(patient, own(days=(1,)), start=MONDAY, levels="0.5 mg/kg", basis="ideal")
    result = cumulative(planned, days=7)
    assert (result.total.value, result.total_per_weight.value) == (25, Fraction(1, 4))


@pytest.mark.parametrize(("weight", "kg"), [("154 lb", Fraction(6985322498, 100_000_000)), ("70300 g", Fraction(703, 10))])
def test_exact_in_any_unit(weight, kg):
    """No rounding on the way: thirds and pounds stay exact."""
    result = cumulative(course(weight, days=(1, 2, 3)), days=2, before="0.1 mg")
    assert result.total.value == 3 * kg / 2
    assert result.total_per_weight.value == Fraction(3, 2)
    assert (result.most.value, result.lifetime.value) == (kg, 3 * kg / 2 + Fraction(1, 10))


@pytest.mark.parametrize("gap", [1, 7, 28])
def test_in_any_so_many_days(gap):
    """So many days begin with the day of a session: the last of them is inside, the next is not."""
    inside, outside = course(days=(1, gap)) if gap > 1 else course(days=(1,)), course(days=(1, gap + 1))
    assert cumulative(inside, days=gap).most.value == (70 if gap > 1 else 35)
    assert cumulative(outside, days=gap).most.value == 35
    assert cumulative(outside, days=gap + 1).most.value == 70


def test_the_fullest_window_need_not_be_the_first():
    """Little at first, then three in a week; before and after nothing."""
    planned = course(days=(1, 20, 22, 24, 60), levels=("1 mg/kg", "0.75 mg/kg", "0.5 mg/kg", "0.75 mg/kg", "1 mg/kg"))
    assert cumulative(planned, days=5).most.value == 140
    assert cumulative(planned, days=4).most.value == Fraction(175, 2)
    assert cumulative(planned, days=1).most.value == 70


# In the circulation


def test_what_reaches_the_circulation_from_a_vein_is_the_dose():
    result = cumulative(course(days=(1, 8)).record(1, "stopped", amount="10.1 mg"), days=7)
    assert result.systemic_low == result.systemic_high == result.total
    assert "in the circulation 45.1 mg" in str(result)


def test_what_reaches_the_circulation_by_mouth():
    """7 % to 32 % of ketamine: 70 mg are 4.9 mg to 22.4 mg; of esketamine 8 % by one source."""
    result = cumulative(course(route="oral", days=(1, 8)), days=7)
    assert (result.systemic_low.value, result.systemic_high.value) == (Fraction(49, 10), Fraction(224, 10))
    assert str(result).endswith("in the circulation 4.9 mg to 22.4 mg")
    esketamine = cumulative(course(route="oral", drug="esketamine", days=(1, 8)), days=7)
    assert (esketamine.systemic_low.value, esketamine.systemic_high.value) == (Fraction(56, 10), Fraction(56, 10))


def test_what_reaches_the_circulation_from_a_spray():
    """48 % to 54 % of esketamine: of 8 times 56 mg 215.04 mg to 241.92 mg."""
    planned = kd.plan_course("70 kg", kd.protocols.SPRAVATO_US, start=MONDAY, levels="56 mg")
    result = cumulative(planned, days=7)
    assert (result.systemic_low.value, result.systemic_high.value) == (Fraction(21504, 100), Fraction(24192, 100))


def test_courses_by_several_routes():
    """35 mg in a vein and 100 mg by mouth: 42 mg to 67 mg; the rest of the dose never arrives."""
    vein, mouth = course(days=(1,)), course("100 kg", "2026-01-07", route="oral", days=(1,), levels="1 mg/kg")
    result = cumulative(vein, mouth, days=7)
    assert (result.systemic_low.value, result.systemic_high.value) == (35 + 7, 35 + 32)
    assert result.total.value == 135


def test_under_the_skin_nobody_knows():
    """Unknown, never zero and never all of it; one session is enough, and one that was missed is none."""
    skin = course(route="subcutaneous", days=(1, 8))
    for result in (cumulative(skin, days=7), cumulative(skin, course(), days=7), cumulative(course(), skin, days=7)):
        assert result.systemic_low is None
        assert result.systemic_high is None
        assert str(result).endswith("in the circulation unknown")
        assert result.to_dict()["systemic_low"] is None
    missed = skin.record(1, "missed").record(2, "missed")
    assert figures(cumulative(missed, course(days=(1,)), days=7))[7:] == (35, 35)


def test_for_a_child_nobody_knows_but_what_is_given_into_a_vein():
    """What was measured in adults does not answer for a child."""
    child = kd.Patient("40 kg", age="10 years")
    planned = kd.plan_course(child, own("oral"), start=MONDAY, levels="0.5 mg/kg", overrides=some.ANYTHING_GOES)
    assert cumulative(planned, days=7).systemic_low is None
    vein = kd.plan_course(child, own(), start=MONDAY, levels="0.5 mg/kg", overrides=some.ANYTHING_GOES)
    assert cumulative(vein, days=7).systemic_high.value == 20


# The oracle

ROUTES = ("intravenous", "oral", "sublingual", "intranasal", "intramuscular", "subcutaneous")
FACTS = ("given", "other", "partly given", "stopped", "missed")
POUND = Fraction(45_359_237, 100_000_000)
PEOPLE = {"70.3 kg": Fraction(703, 10), "55 kg": Fraction(55), "154 lb": 154 * POUND, "61237 g": Fraction(61_237, 1_000)}


class Counts(NamedTuple):
    """A session that counts: its day as an ordinal, mg, kg, whether it is on record, and its route."""

    day: int
    mg: Fraction
    kg: Fraction
    given: bool
    route: str


def happens(draw, plan, number, day, latest, ordered, again):
    """One thing that happens to a session: the course with it, the day and the mg of it; None where it was missed."""
    fact = draw(st.sampled_from(FACTS))
    day += draw(st.integers(0, latest - day))
    hundredths = draw(st.integers(1, 20_000 if fact == "other" else 2_749))
    amount = None if fact in {"given", "missed"} else f"{some.plain(hundredths, 2)} mg"
    what = "given" if fact == "other" else fact
    date = None if fact == "missed" else datetime.date.fromordinal(day)  # it can be missed on its own date only
    day = plan.session(number).date.toordinal() if date is None else day
    plan = plan.record(number, what, date=date, amount=amount, corrects=again)
    return plan, day, {"given": ordered, "missed": None}.get(fact, Fraction(hundredths, 100))


@st.composite
def histories(draw, drug="ketamine"):
    """A course by any route, on any weight and days, of which some of the first sessions have happened; some are corrected."""
    fixed = {"intranasal"} if drug == "esketamine" else set()  # in mg by its label
    route, weight = draw(st.sampled_from([each for each in ROUTES if each not in fixed])), draw(st.sampled_from(sorted(PEOPLE)))
    pattern = draw(some.day_patterns(most=6, widest=12))
    levels = tuple(draw(st.lists(st.sampled_from(LEVELS), min_size=len(pattern), max_size=len(pattern))))
    begin = datetime.date(2026, 1, 5) + datetime.timedelta(days=draw(st.integers(0, 60)))
    plan = course(weight, begin, pattern, levels, route=route, drug=drug)
    days = [begin.toordinal() + day - 1 for day in pattern]
    sessions = [
        Counts(day, Fraction(level.split()[0]) * PEOPLE[weight], PEOPLE[weight], False, route)
        for day, level in zip(days, levels, strict=True)
    ]
    for place in range(draw(st.integers(0, len(days)))):
        latest = days[place + 1] - 1 if place + 1 < len(days) else days[place] + 9
        ordered, day = sessions[place].mg, days[place]
        for again in (False, True)[: draw(st.integers(1, 2))]:
            plan, day, mg = happens(draw, plan, place + 1, day, latest, ordered, again)
            sessions[place] = None if mg is None else Counts(day, mg, PEOPLE[weight], True, route)
    return plan, [each for each in sessions if each is not None]


def fullest(sessions, span, of):
    """The most in any so many calendar days, wherever they begin, day by day."""
    first, last = min(each.day for each in sessions), max(each.day for each in sessions)
    each_day = [sum((of(each) for each in sessions if each.day == day), Fraction(0)) for day in range(first, last + 1)]
    return max(sum(each_day[begin : begin + span], Fraction(0)) for begin in range(len(each_day)))


def arrives(sessions, drug, end):
    """The least or the most that reaches the circulation, by the shares typed again from the sources; None where unknown."""
    total = Fraction(0)
    for each in sessions:
        rows = shares.rows(drug, each.route)
        if not rows:
            return None
        total += each.mg * Fraction(*shares.envelope(rows)[end]) / 100
    return total


SEVERAL = st.sampled_from(["ketamine", "ketamine", "esketamine"]).flatmap(
    lambda drug: st.tuples(st.just(drug), st.lists(histories(drug), min_size=1, max_size=3))
)


@pytest.mark.property(33)
@given(SEVERAL, st.sampled_from([1, 7, 28]) | st.integers(1, 100), st.integers(0, 99_999))
def test_figures_are_those_of_the_oracle(courses, span, tenths):
    """Several courses of one drug, whatever happened in them: every figure exactly, and whatever order they are named in."""
    drug, several = courses
    plans = [plan for plan, _ in several]
    assume(all(one != other for place, one in enumerate(plans) for other in plans[:place]))
    sessions = [each for _, counted in several for each in counted]
    before = Fraction(tenths, 10)
    text = f"{some.plain(tenths, 1)} mg" if tenths else None
    result = cumulative(*plans, days=span, before=text)
    given_mg = sum((each.mg for each in sessions if each.given), Fraction(0))
    total = sum((each.mg for each in sessions), Fraction(0))
    per_kg = sum((each.mg / each.kg for each in sessions), Fraction(0))
    most = fullest(sessions, span, lambda each: each.mg) if sessions else 0
    most_per_kg = fullest(sessions, span, lambda each: each.mg / each.kg) if sessions else 0
    arrive = tuple(arrives(sessions, drug, end) for end in (0, 1))
    expected = (given_mg, total - given_mg, total, per_kg, total + before, most, most_per_kg, *arrive)
    assert result.drug.value == drug
    assert figures(result) == expected
    assert figures(cumulative(*reversed(plans), days=span, before=text)) == expected
    found = [(each.date.toordinal(), each.amount.value, each.per_weight.value, each.given) for each in result.sessions]
    assert sorted(found) == sorted((each.day, each.mg, each.mg / each.kg, each.given) for each in sessions)
    assert [each[0] for each in found] == sorted(each[0] for each in found)
    everything = cumulative(*plans, days=40_000)
    assert (everything.most, everything.most_per_weight) == (result.total, result.total_per_weight)
    assert (pickle.loads(pickle.dumps(result)), result.days) == (result, span)


def test_a_total_is_plain_data_for_a_program():
    """Every figure, those that are computed too."""
    result = cumulative(course().record(1, "stopped", amount="17.5 mg"), days=7, before="400 mg")
    written = result.to_dict()
    names = ("given", "to_come", "total", "total_per_weight", "lifetime", "most", "most_per_weight", "systemic_low")
    for name in names:
        assert written[name]["text"] == str(getattr(result, name))
    assert (written["drug"], written["days"], written["before"]["exact"]) == ("ketamine", 7, "400")
    assert [each["given"] for each in written["sessions"]] == [True, False, False, False]


def test_only_the_courses_that_are_named_count():
    """A course planned after an earlier one does not bring it along, nor twice."""
    first = course(days=(1, 4))
    second = course(start="2026-01-12", days=(1, 4), earlier=(first,))
    assert cumulative(second, days=28).total.value == 70
    assert cumulative(first, second, days=28).total.value == 140


def test_planning_again_does_not_count_twice():
    """The course as it is now, with what was given before and the dose that was changed."""
    done = course(days=(1, 4, 8)).record(1, "given")
    again = kd.planning.replan(done, on="2026-01-06", levels="1 mg/kg", overrides=some.ANYTHING_GOES)
    assert figures(cumulative(again, days=7))[:3] == (35, 140, 175)


# What is printed


def test_text_says_every_figure():
    planned = course(days=(1, 4)).record(1, "stopped", amount="17.5 mg")
    assert str(cumulative(planned, days=7, before="400 mg")) == (
        "ketamine: 52.5 mg (0.75 mg/kg) in 2 sessions; 17.5 mg given, 35 mg to come; at most 52.5 mg (0.75 mg/kg) in 7 days; "
        "452.5 mg with what was given before; in the circulation 52.5 mg"
    )
    assert str(cumulative(course(days=(1,)), days=1)) == (
        "ketamine: 35 mg (0.5 mg/kg) in 1 session; 0 mg given, 35 mg to come; at most 35 mg (0.5 mg/kg) in 1 day; "
        "in the circulation 35 mg"
    )


def test_text_of_large_figures_keeps_to_safe_printing():
    """A comma from a thousand on, and no figure of a drug without its unit."""
    text = str(cumulative(course("100 kg", levels="1 mg/kg"), days=7, before="123 g"))
    assert "123,400 mg with what was given before" in text


# Refusals


def refused(call):
    with pytest.raises(kd.KetadoseError) as error:
        call()
    assert len(str(error.value)) < 300
    assert str(error.value).isascii()
    return error.value.code


def test_racemate_and_esketamine_are_never_added_up():
    """Whatever the order, and also where nothing of one of them was given."""
    one, other = course(days=(1,)), course(days=(1,), drug="esketamine")
    assert refused(lambda: cumulative(one, other, days=7)) == "potency.needed"
    assert refused(lambda: cumulative(other, one, one, days=7)) == "potency.needed"
    assert refused(lambda: cumulative(one, other.record(1, "missed"), days=7)) == "potency.needed"
    assert cumulative(other, days=7).drug.value == "esketamine"


NO_COURSES = [None, "course", 1, kd.protocols.OLIVER_2022, [], (), {}, object()]


@pytest.mark.parametrize("given", NO_COURSES, ids=lambda given: type(given).__name__)
def test_what_is_no_course_is_refused(given):
    """Alone, beside a course, and a list of courses in the place of one."""
    one = course(days=(1,))
    assert refused(lambda: cumulative(given, days=7)) == "argument.type"
    assert refused(lambda: cumulative(one, given, days=7)) == "argument.type"
    assert refused(lambda: cumulative([one], days=7)) == "argument.type"
    assert refused(lambda: cumulative(days=7)) == "argument.type"


def test_a_hollow_course_is_refused():
    one = course(days=(1,))
    assert refused(lambda: cumulative(one, object.__new__(type(one)), days=7)) == "record.hollow"


NO_DAYS = [None, 0, -1, 7.0, "7", "7 d", True, False, Fraction(7), float("nan"), 40_001, 10**100, (7,), object()]


@pytest.mark.parametrize("days", NO_DAYS, ids=lambda days: type(days).__name__)
def test_what_is_no_number_of_days_is_refused(days):
    """No default window, and no rounding of one."""
    assert refused(lambda: cumulative(course(days=(1,)), days=days)) == "argument.type"


@pytest.mark.parametrize("before", [0, 400, 400.0, "400", "0 mg", "-5 mg", "400 mL", "0.5 mg/kg", "4e2 mg", "", True, object()])
def test_what_is_no_amount_is_refused(before):
    """A bare number is no amount; nothing before is said by leaving it out."""
    assert refused(lambda: cumulative(course(days=(1,)), days=7, before=before)).startswith("measure.")


@pytest.mark.parametrize("place", [0, 1])
def test_an_edited_dose_is_refused(place):
    """A course of which any dose was changed by hand has no figures."""
    plan = course(days=(1, 8), levels=("0.5 mg/kg", "0.75 mg/kg"))
    sessions = list(plan.sessions)
    dose = attrs.evolve(sessions[place].dose, amount=Amount("350 mg"))
    sessions[place] = attrs.evolve(sessions[place], dose=dose)
    assert refused(lambda: cumulative(attrs.evolve(plan, sessions=tuple(sessions)), days=7)) == "dose.changed"


def test_the_same_course_is_not_counted_twice():
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    with pytest.raises(kd.KetadoseError, match="the same course was given twice"):
        cumulative(course, course, days=7)
