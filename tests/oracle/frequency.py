"""The text of a frequency, taken apart word by word from the left in every way there is."""

from collections.abc import Iterator

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SESSIONS = ("infusion", "session", "dose", "treatment", "injection")
A_WEEK = {"weekly": 1, "once weekly": 1, "once a week": 1, "twice weekly": 2, "twice a week": 2}
EVERY = {"daily": 1, "once daily": 1, "every day": 1, "every other day": 2, "every second day": 2, "every week": 7}
TIMES = ("times weekly", "times a week", "a week", "x/week", "per week")

Said = dict[str, int]
Parts = Iterator[tuple[Said, str]]
"""What a beginning of the text says, and the rest of it."""


def readings(text: str) -> list[Said]:
    """Every way to read the whole text: "sessions", "a_week", "every" and "days", as far as it says them."""
    if not text:
        return []
    found = []
    for count, rest in _maybe(_count, text, text):
        for rate, tail in _maybe(_rate, rest, text):
            found += [count | rate | time for time, nothing in _maybe(_time, tail, text) if not nothing]
    return found


def _maybe(part, rest: str, whole: str) -> Parts:
    """The part, after a comma or a space where something stands before it; or nothing."""
    yield {}, rest
    begins = [rest] if rest is whole else [rest[len(mark) :] for mark in (", ", ",", " ") if rest.startswith(mark)]
    for begin in begins:
        yield from part(begin)


def _number(text: str) -> Iterator[tuple[int, str]]:
    for value, word in enumerate(WORDS, 1):
        if text.startswith(word):
            yield value, text[len(word) :]
    digits = text[: next((at for at, letter in enumerate(text) if letter not in "0123456789"), len(text))]
    if 1 <= len(digits) <= 3 and digits[0] != "0":
        yield int(digits), text[len(digits) :]


def _one_or_more(words: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """A word, or the same word with an s."""
    for word in words:
        if text.startswith(word):
            yield word, text[len(word) :]
            if text.startswith(word + "s"):
                yield word, text[len(word) + 1 :]


def _count(text: str) -> Parts:
    for value, rest in _number(text):
        if rest.startswith(" "):
            yield from (({"sessions": value}, tail) for _, tail in _one_or_more(SESSIONS, rest[1:]))


def _rate(text: str) -> Parts:
    for name, words in (("a_week", A_WEEK), ("every", EVERY)):
        yield from (({name: value}, text[len(word) :]) for word, value in words.items() if text.startswith(word))
    for value, rest in _number(text):
        often = rest.removeprefix(" ")
        yield from (({"a_week": value}, often[len(word) :]) for word in TIMES if often.startswith(word))
    if text.startswith("every "):
        yield from (({"every": days}, rest) for days, rest in _span(text[6:]))


def _time(text: str) -> Parts:
    for how in ("", "for ", "over ", "within ", "in "):
        if text.startswith(how):
            yield from (({"days": days}, rest) for days, rest in _span(text[len(how) :]))


def _span(text: str) -> Iterator[tuple[int, str]]:
    for value, rest in _number(text):
        if rest.startswith(" "):
            for word, tail in _one_or_more(("day", "week"), rest[1:]):
                yield value * (7 if word == "week" else 1), tail
