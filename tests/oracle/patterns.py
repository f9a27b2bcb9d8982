"""Days of a course by rule, found by counting; day 1 is the first session."""

WEEK = 7

Pattern = tuple[tuple[int, ...], int]
"""The days, and how many days the pattern takes."""


def weekly(a_week: int, weeks: int) -> Pattern:
    """In each week the first day, and every further session as soon as its share of the week has passed."""
    days = []
    for day in range(WEEK * weeks):
        week, inside = divmod(day, WEEK)
        due = [each for each in range(a_week) if inside * a_week <= each * WEEK < (inside + 1) * a_week]
        days += [WEEK * week + inside + 1] * len(due)
    return tuple(days), WEEK * weeks


def every(gap: int, sessions: int) -> Pattern:
    days = [1]
    while len(days) < sessions:
        days.append(days[-1] + gap)
    return tuple(days), gap * sessions


def spread(sessions: int, within: int) -> Pattern:
    """The first on day 1, the last on the last day, every other on the last whole day before its share of the span."""
    if sessions == 1:
        return (1,), within
    days = []
    for number in range(sessions):
        day = 1
        while day * (sessions - 1) <= number * (within - 1):
            day += 1
        days.append(day)
    return tuple(days), within


def then(one: Pattern, other: Pattern, after: int = 0) -> Pattern:
    """The other pattern when the one has passed, and so many days more."""
    before = one[1] + after
    return one[0] + tuple(before + day for day in other[0]), before + other[1]


def repeated(one: Pattern, times: int, rest: int) -> Pattern:
    found = one
    for _ in range(times - 1):
        found = then(found, one, rest)
    return found


def shortened(one: Pattern, sessions: int) -> Pattern:
    days = one[0][:sessions]
    return days, days[-1]


def most_in(days: tuple[int, ...], span: int) -> int:
    """The most of these days in any so many in a row."""
    return max(sum(first <= day < first + span for day in days) for first in range(1 - span, days[-1] + 1))
