"""Sessions placed on days by trying every way there is: days are whole numbers, the calendar is a set of open days."""

from collections.abc import Iterator

WEEK = 7


def least_gaps(days: list[int], parts: list[int], least: int | None) -> list[int]:
    """The fewest days before each session but the first: those given, or the closest two of the same phase."""
    gaps = [days[place + 1] - days[place] for place in range(len(days) - 1)]
    if least is not None:
        return [least] * len(gaps)
    phase = [number for number, count in enumerate(parts) for _ in range(count)] or [0] * len(days)
    found = []
    for place, gap in enumerate(gaps):
        inside = [g for p, g in enumerate(gaps) if phase[p] == phase[p + 1] == phase[place + 1]]
        found.append(min(inside) if phase[place] == phase[place + 1] else gap)
    return found


def most_in_seven(days: list[int]) -> int:
    """The most of these days in any seven in a row."""
    return max(sum(first <= day < first + WEEK for day in days) for first in range(min(days) - WEEK, max(days) + 1))


def week_of(days: list[int], in_week: int | None, least: int | None) -> int:
    """The most sessions in any seven days: those given, else the pattern's own, and two where a short gap is given."""
    if in_week is not None:
        return in_week
    own = most_in_seven(days)
    return max(own, 2) if least is not None and least < WEEK else own


def every(
    wanted: list[int], gaps: list[int], most: int | None, in_week: int, last: int | None, moves: int, is_open: set[int]
) -> Iterator[tuple[int, ...]]:
    """Every placement that keeps everything, the first session where it is wanted."""
    found: list[tuple[int, ...]] = [(wanted[0],)] if last is None or wanted[0] <= last else []
    ends: list[tuple[int, ...]] = found if len(wanted) == 1 else []
    yield from ends
    stack = [iter(found)] if len(wanted) > 1 else []
    while stack:
        done = next(stack[-1], None)
        if done is None:
            stack.pop()
            continue
        place = len(done)
        onward = []
        for day in range(wanted[place] - moves, wanted[place] + moves + 1):
            gap = day - done[-1]
            if day not in is_open or gap < gaps[place - 1] or (most is not None and gap > most):
                continue
            if last is not None and day > last:
                continue
            if sum(day - WEEK < other <= day for other in (*done, day)) > in_week:
                continue
            onward.append((*done, day))
        if place + 1 == len(wanted):
            yield from onward
        else:
            stack.append(iter(onward))


def cost(placed: tuple[int, ...], wanted: list[int], liked: set[int]) -> tuple[int, int, int, tuple[int, ...]]:
    """What the planner wishes for, the first wish first."""
    moved = [day - asked for day, asked in zip(placed, wanted, strict=True)]
    unliked = sum(day not in liked for day in placed)
    return unliked, sum(abs(by) for by in moved), sum(by < 0 for by in moved), placed
