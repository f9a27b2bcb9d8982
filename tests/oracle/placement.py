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
    wanted: list[int],
    gaps: list[int],
    most: int | None,
    in_week: int,
    last: int | None,
    moves: int,
    is_open: set[int],
    *,
    before: tuple[int, ...] = (),
    earliest: int = 0,
) -> Iterator[tuple[int, ...]]:
    """Every placement that keeps everything.

    The first session is where it is wanted. After sessions that were given `before`, it may be moved as well, but to no day
    before the `earliest`; the first of the gaps is then the one from the last of those.
    """
    least = gaps if before else [0, *gaps]
    stack = [before]
    while stack:
        done = stack.pop()
        place = len(done) - len(before)
        if place == len(wanted):
            yield done[len(before) :]
            continue
        fixed = not done
        for day in [wanted[0]] if fixed else range(max(wanted[place] - moves, earliest), wanted[place] + moves + 1):
            late = last is not None and day > last
            gap = None if fixed else day - done[-1]
            near = gap is not None and (gap < least[place] or (most is not None and gap > most))
            full = sum(day - WEEK < other for other in done) >= in_week
            if not (late or near or full) and (fixed or day in is_open):
                stack.append((*done, day))


def cost(placed: tuple[int, ...], wanted: list[int], liked: set[int]) -> tuple[int, int, int, tuple[int, ...]]:
    """What the planner wishes for, the first wish first."""
    moved = [day - asked for day, asked in zip(placed, wanted, strict=True)]
    unliked = sum(day not in liked for day in placed)
    return unliked, sum(abs(by) for by in moved), sum(by < 0 for by in moved), placed
