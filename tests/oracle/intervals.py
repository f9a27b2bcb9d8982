"""The interval of maintenance by "the least frequent that holds", and when a course is reviewed."""

STEP = 7
"""Days by which an interval grows: this project's figure."""
REVIEWS = (3, 6)
"""Sessions after which a course is reviewed: this project's figures."""


def proposed(least: int, most: int, sessions: int | None, tried: list[tuple[int, bool]]) -> tuple[str, int | None]:
    """The action and the days, from what was tried: (days, whether the response held), the earliest first."""
    if not tried:
        return "start", least
    if any(days < least or days > most for days, _ in tried):
        return "judge", None
    if sessions is not None and len(tried) >= sessions:
        return "judge", None
    held = [days for days, kept in tried if kept]
    failed = [days for days, kept in tried if not kept]
    if any(one >= other for one in held for other in failed):
        return "judge", None
    last = tried[-1][0]
    if not failed:
        return ("keep", most) if last == most else ("longer", min(last + STEP, most))
    if not held:
        return ("judge", None) if min(failed) == least else ("shorter", least)
    best = max(held)
    if best == last:
        return "keep", best
    return ("shorter" if best < last else "longer"), best


def reviews(sessions: int | None, judged_after: int | None, maintained: bool) -> list[int | None]:
    """After which sessions a course is reviewed, None standing for before maintenance."""
    asked = [*REVIEWS, *([] if judged_after is None else [judged_after])]
    kept = sorted(each for each in asked if sessions is None or each <= sessions)
    return [*kept, None] if maintained else [*kept]
