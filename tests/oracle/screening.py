"""Three-valued answers with plain text and tuples: says nothing of the library, shares no code with it."""

HOLD_CLASSES = {"contraindicated", "do not co-administer", "not recommended", "excluded from a study"}
SILENT = "no reason to avoid or to adjust"
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def worst(answers):
    """Hold before unknown before pass; nothing asked is unknown."""
    for each in ("hold", "unknown", "pass"):
        if each in answers:
            return each
    return "unknown"


def month_later(day, months):
    """(year, month, day) so many months on, at most the last day of the month."""
    year, month, date = day
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = 29 if month == 2 and leap else MONTH_LENGTHS[month - 1]
    return year, month, min(date, length)


def applies(when, window, now, ever, planned, since):
    """yes, no or unknown: `window` is ("days", n), ("months", n) or None, `since` (days ago, (date, today)) or None."""
    had = "yes" if now == "yes" or since is not None else ever
    if when == "planned":
        return planned
    if when in {"current", "a judgement that it would be a hazard"}:
        return now
    if when == "history":
        return had
    if when == "recent":
        if now == "yes" or had != "yes" or window is None:
            return "yes" if now == "yes" else had
        if since is None:
            return "unknown"
        days, (last, today) = since
        inside = days <= window[1] if window[0] == "days" else today <= month_later(last, window[1])
        return "yes" if inside else "no"
    if "yes" in (now, had):
        return "yes"
    return "no" if (now, had) == ("no", "no") else "unknown"


def said(applied, advice, page, weighed):
    """What one source makes of it."""
    if applied == "unknown":
        return "unknown"
    if applied == "no" or page or advice == SILENT:
        return "pass"
    if advice in HOLD_CLASSES:
        return "hold"
    return "pass" if weighed else "unknown"
