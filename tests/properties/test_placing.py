"""The planner against an oracle that tries every placement: it finds one exactly when there is one, and the best."""

from __future__ import annotations

import datetime
import re

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import ketadose as kd
from tests import strategies as some
from tests.oracle import placement as oracle

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REGIMEN = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", source=some.SOURCE)
CITATION = kd.Citation(some.SOURCE, "as given")
FAR = 90
"""Days after the start that the oracle looks at."""


@attrs.frozen
class Case:
    """One question to the planner and to the oracle alike."""

    start: datetime.date
    days: tuple[int, ...]
    parts: tuple[int, ...]
    clinic_days: tuple[str, ...]
    closures: tuple[tuple[int, int], ...]
    preferred: tuple[str, ...]
    open_on: tuple[int, ...]
    least_gap: int | None
    most_gap: int | None
    in_week: int | None
    span: int | None
    moves: int | None

    def date(self, day: int) -> datetime.date:
        return self.start + datetime.timedelta(days=day)

    def weekday(self, day: int) -> str:
        return DAYS[self.date(day).weekday()]

    def closed(self, day: int) -> bool:
        return any(first <= day < first + length for first, length in self.closures)

    def open_days(self) -> set[int]:
        everyday = {day for day in range(FAR) if self.weekday(day) in self.clinic_days and not self.closed(day)}
        return everyday | set(self.open_on)

    def liked_days(self) -> set[int]:
        return {day for day in range(FAR) if not self.preferred or self.weekday(day) in self.preferred}

    def calendar(self) -> kd.Calendar:
        return kd.Calendar(
            clinic_days=self.clinic_days,
            closures=[(self.date(first), self.date(first + length - 1)) for first, length in self.closures],
            preferred=self.preferred,
            open_on=[self.date(day) for day in self.open_on],
        )

    def pattern(self) -> kd.DayPattern:
        return kd.DayPattern(self.days, CITATION, parts=tuple(kd.planning.Part(count) for count in self.parts))

    def plan(self) -> kd.Course:
        names = ("least_gap", "most_gap", "in_week", "span", "moves")
        spacing = kd.planning.Spacing(**{name: getattr(self, name) for name in names})
        options = {"days": self.pattern(), "calendar": self.calendar(), "spacing": spacing}
        return kd.plan_course("70 kg", REGIMEN, start=self.start, overrides=some.ANYTHING_GOES, **options)

    def placements(self, shorter=0):
        """Every placement, by the oracle; with all gaps so many days shorter, but never less than one."""
        wanted = [day - 1 for day in self.days]
        gaps = [max(gap - shorter, 1) for gap in oracle.least_gaps(wanted, list(self.parts), self.least_gap)]
        last = None if self.span is None else self.span - 1
        moves = 6 if self.moves is None else self.moves
        week = oracle.week_of(wanted, self.in_week, self.least_gap)
        return oracle.every(wanted, gaps, self.most_gap, week, last, moves, self.open_days())

    def possible(self, shorter=0) -> bool:
        return next(iter(self.placements(shorter)), None) is not None

    def best(self):
        wanted = [day - 1 for day in self.days]
        liked = self.liked_days()
        return min(self.placements(), key=lambda placed: oracle.cost(placed, wanted, liked), default=None)


maybe = lambda low, high: st.none() | st.integers(low, high)  # noqa: E731


@st.composite
def cases(draw, most=6, moves=3):
    gaps = draw(st.lists(st.integers(1, 8), max_size=most - 1))
    days = [1]
    for gap in gaps:
        days.append(days[-1] + gap)
    cut = draw(st.integers(0, len(days) - 1))
    parts = (cut, len(days) - cut) if cut else ()
    start = draw(st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)))
    clinic = {*draw(st.sets(st.sampled_from(DAYS), min_size=1)), DAYS[start.weekday()]}
    clinic_days = tuple(day for day in DAYS if day in clinic)
    closures = tuple(draw(st.lists(st.tuples(st.integers(1, 25), st.integers(1, 5)), max_size=3)))
    preferred = draw(st.just(()) | st.sets(st.sampled_from(clinic_days)).map(tuple))
    open_on = tuple(draw(st.sets(st.integers(1, 25), max_size=2))) if preferred else ()
    least, largest = draw(maybe(1, 4)), draw(maybe(1, 10))
    assume(least is None or largest is None or least <= largest)
    span = draw(st.none() | st.integers(max(1, days[-1] - 4), days[-1] + 5))
    furthest = draw(st.integers(0, moves))
    week = draw(maybe(1, 4))
    return Case(start, tuple(days), parts, clinic_days, closures, preferred, open_on, least, largest, week, span, furthest)


def outcome(case):
    """The days found, counted from 0, or None with the error."""
    try:
        course = case.plan()
    except kd.KetadoseError as error:
        assert error.code in {"course.impossible", "course.spacing"}
        return None, error
    return tuple((session.date - case.start).days for session in course.sessions), None


@given(cases())
def test_planner_finds_the_best_placement_exactly_when_there_is_one(case):
    """The same placement: fewest on days not preferred, fewest days moved, fewest earlier, then the earliest dates."""
    found, _ = outcome(case)
    assert found == case.best()


@given(cases(most=4), st.integers(4, 6) | st.none())
def test_planner_finds_the_best_placement_where_sessions_may_move_far(case, moves):
    case = attrs.evolve(case, moves=moves)
    found, _ = outcome(case)
    assert found == case.best()


SATURDAY = Case(datetime.date(2026, 1, 5), (1, 6), (), DAYS[:5], (), (), (), 2, None, None, None, 6)
"""Monday and the Saturday after it, in a clinic that treats on weekdays."""
DAILY_THEN_WEEKLY = Case(
    datetime.date(2026, 1, 5), (1, 2, 3, 10, 17), (3, 2), DAYS, ((8, 3), (16, 3)), (), (), None, None, None, 17, 2
)


@given(cases(most=4), st.sets(st.integers(1, 3)))
@example(SATURDAY, {1})
def test_where_no_day_is_preferred_an_extra_open_date_is_as_good_as_any(case, opened):
    """`open_on` are dates on which the clinic treats all the same: with no wish for a weekday none of them costs anything."""
    open_on = tuple(case.days[place] - 1 for place in opened if place < len(case.days))
    case = attrs.evolve(case, preferred=(), open_on=open_on)
    found, _ = outcome(case)
    assert found == case.best()


@given(cases(), st.randoms())
def test_order_of_closures_and_days_changes_nothing(case, random):
    shuffled = {name: random.sample(getattr(case, name), len(getattr(case, name))) for name in ("closures", "clinic_days")}
    other = attrs.evolve(case, **{name: tuple(each) for name, each in shuffled.items()})
    assert outcome(case)[0] == outcome(other)[0]


@given(cases())
def test_error_names_a_session_that_there_is_and_what_it_says_can_be_read(case):
    found, error = outcome(case)
    if found is None:
        text = str(error)
        assert text.isascii()
        assert len(text) < 300
        if error.code == "course.impossible":
            assert 2 <= error.session <= len(case.days)


def one_less(case, relaxation):
    """(the case with the change made, the case with one day or session less of it, shorter gaps for both)."""
    if found := re.fullmatch(r"a last day (\d+) days? later, (.+)", relaxation):
        more = int(found[1])
        assert datetime.date.fromisoformat(found[2]) == case.date(case.span - 1 + more)
        return attrs.evolve(case, span=case.span + more), attrs.evolve(case, span=case.span + more - 1)
    if found := re.fullmatch(r"moving a session by up to (\d+) days? instead of (\d+)", relaxation):
        assert int(found[2]) == case.moves
        return attrs.evolve(case, moves=int(found[1])), attrs.evolve(case, moves=int(found[1]) - 1)
    if found := re.fullmatch(r"a gap of up to (\d+) days? instead of (\d+)", relaxation):
        assert int(found[2]) == case.most_gap
        return attrs.evolve(case, most_gap=int(found[1])), attrs.evolve(case, most_gap=int(found[1]) - 1)
    if found := re.fullmatch(r"up to (\d+) sessions? in seven days instead of (\d+)", relaxation):
        return attrs.evolve(case, in_week=int(found[1])), attrs.evolve(case, in_week=int(found[1]) - 1)
    if found := re.fullmatch(r"opening on (.+)", relaxation):
        day = (datetime.date.fromisoformat(found[1]) - case.start).days
        return attrs.evolve(case, open_on=(*case.open_on, day)), case
    if found := re.fullmatch(r"treating on (\w+)s", relaxation):
        return attrs.evolve(case, clinic_days=(*case.clinic_days, found[1])), case
    return None


@st.composite
def impossible_cases(draw):
    """A case that the planner refuses after a search, and its error."""
    case = draw(cases(most=4, moves=2).filter(lambda case: len(case.days) > 1))
    blocked = case.days[draw(st.integers(1, len(case.days) - 1))] - 1 - case.moves
    case = attrs.evolve(case, closures=(*case.closures, (max(blocked, 1), 2 * case.moves + draw(st.integers(1, 3)))))
    found, error = outcome(case)
    assume(found is None and error.code == "course.impossible")
    return case, error


impossible = impossible_cases()


@given(impossible)
def test_every_change_that_is_said_to_do_does_and_one_less_does_not(asked):
    case, error = asked
    for relaxation in error.relaxations:
        if shorter := re.fullmatch(r"gaps (\d+) days? shorter, at least (\d+) days?", relaxation):
            less = int(shorter[1])
            assert case.possible(less)
            assert not case.possible(less - 1)
            attrs.evolve(case, least_gap=int(shorter[2])).plan()
        elif changes := one_less(case, relaxation):
            more, less = changes
            assert more.possible()
            assert not less.possible()
            more.plan()
        else:
            assert " and a last day " in relaxation


@given(impossible, st.integers(1, 5))
def test_a_small_change_that_would_do_is_told(asked, by):
    """What the oracle finds possible after one change is in the list, and never smaller than the list says."""
    case, error = asked
    told = " | ".join(error.relaxations)
    singles = {
        r"a last day (\d+) day": case.span is not None and attrs.evolve(case, span=case.span + by).possible(),
        r"moving a session by up to (\d+)": attrs.evolve(case, moves=case.moves + by).possible(),
        r"a gap of up to (\d+) day": case.most_gap is not None and attrs.evolve(case, most_gap=case.most_gap + by).possible(),
    }
    for words, does in singles.items():
        if does:
            assert re.search(words, told), (words, told)
    for weekday in DAYS:
        wider = attrs.evolve(case, clinic_days=(*case.clinic_days, weekday))
        if weekday not in case.clinic_days and wider.possible():
            assert f"treating on {weekday}s" in told


@given(impossible, st.integers(1, 6))
def test_a_smaller_least_gap_that_would_do_is_told(asked, least):
    """What a caller can write: `least_gap=` instead of the pattern's own gaps, with the week that comes with it."""
    case, error = asked
    if (
        least < max(oracle.least_gaps(list(case.days), list(case.parts), case.least_gap))
        and attrs.evolve(case, least_gap=least).possible()
    ):
        assert any(each.startswith(("gaps ", "a least gap of ")) for each in error.relaxations), error.relaxations


@pytest.mark.parametrize(
    "case",
    [
        Case(datetime.date(2026, 1, 5), (1, 8, 15), (), DAYS, ((5, 3),), (), (), None, None, None, 15, 1),
        attrs.evolve(DAILY_THEN_WEEKLY, closures=((1, 1),), moves=1),
    ],
    ids=["once a week", "daily, then once a week"],
)
def test_shorter_gaps_are_told_to_weekly_patterns_and_later_phases_too(case):
    """`least_gap=` below a week brings two sessions a week with it, and a later phase may be wider than the first."""
    found, error = outcome(case)
    assert found is None
    assert attrs.evolve(case, least_gap=1).possible()
    assert any(each.startswith(("gaps ", "a least gap of ")) for each in error.relaxations), error.relaxations


@given(cases())
def test_a_search_that_is_given_up_still_keeps_every_rule(case):
    """Without any patience the sessions are as early as may be, and each that was moved says so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ketadose.planning.placing._PATIENCE", 0)
        try:
            course = case.plan()
        except kd.KetadoseError as error:
            assert error.code in {"course.impossible", "course.spacing"}
            assert not case.possible()
            return
    found = tuple((session.date - case.start).days for session in course.sessions)
    everything = list(case.placements())
    assert found in everything
    wanted = tuple(day - 1 for day in case.days)
    assert found in {wanted, min(everything)}
    assert [bool(each.why) for each in course.sessions] == [day != asked for day, asked in zip(found, wanted, strict=True)]


@given(impossible)
def test_no_small_change_is_denied_only_where_there_is_none(asked):
    case, error = asked
    if not error.relaxations:
        assert "No small change is enough" in error.fix
        assert not attrs.evolve(case, moves=case.moves + 5).possible()


WORKING = DAYS[:5]


@pytest.mark.parametrize(
    ("pattern", "closures", "options"),
    [
        (kd.DayPattern.weekly(3, weeks=12), (("2026-02-02", "2026-02-15"),), {}),
        (kd.DayPattern.daily(30), (), {"least_gap": 1, "moves": 30, "in_week": 5}),
        (kd.DayPattern.weekly(2, weeks=3), (("2026-01-06", "2026-12-31"),), {"moves": 3000}),
    ],
    ids=["two weeks closed", "daily on working days", "moved by years"],
)
def test_a_search_ends(pattern, closures, options):
    """A course a clinic may really ask for, and typing errors, are answered or refused in time: in another process."""
    import subprocess
    import sys

    code = (
        "import ketadose as kd\n"
        "regimen = kd.Regimen('ketamine', 'intravenous', '0.5 mg/kg', over='40 min')\n"
        f"calendar = kd.Calendar(clinic_days={WORKING!r}, closures={closures!r})\n"
        f"pattern = kd.DayPattern({pattern.days!r}, kd.DayPattern.daily(1).citation)\n"
        "codes = tuple(code for code, meaning in kd.findings.FINDINGS if 'STOP' in meaning)\n"
        "try:\n"
        "    kd.plan_course('70 kg', regimen, days=pattern, start='2026-01-05', calendar=calendar,\n"
        f"        spacing=kd.planning.Spacing(**{options!r}), overrides=kd.Override(codes, 'A', 'a test'))\n"
        "except kd.KetadoseError as error:\n"
        "    assert error.code.startswith('course.')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)


@given(cases(), st.integers(0, 30))
def test_the_first_day_that_is_open_is_found_as_if_each_were_looked_at(case, after):
    first = min(day for day in range(after, FAR) if day in case.open_days())
    assert case.calendar().opening(case.date(after).toordinal()) == case.date(first).toordinal()


def test_centuries_of_closure_are_stepped_over():
    """To the last date and no further; a day on which the clinic treats all the same is found inside them."""
    last = datetime.date.max
    shut = {"closures": [("2026-01-06", last)]}
    assert kd.Calendar(**shut).opening(datetime.date(2026, 1, 6).toordinal()) is None
    assert kd.Calendar(**shut, open_on=[last]).opening(datetime.date(2026, 1, 6).toordinal()) == last.toordinal()
    assert kd.Calendar().opening(last.toordinal()) == last.toordinal()
    weekdays = kd.Calendar(clinic_days=("Monday",))
    assert weekdays.opening(last.toordinal()) is None, "the last date is a Friday"
