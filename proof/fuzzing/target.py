"""What is fuzzed: a reader, how bytes become a case of it, and what is promised of every case."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time
from typing import Any, NamedTuple

import attrs

REPEATS = 5
"""A case that took too long is slow if it does so in each of so many repeats: one may have met a busy machine."""
_SHOWN = 200


@attrs.frozen
class Target:
    """A reader under test: `make` never raises, `check` raises `BrokenPromiseError` where a promise does not hold.

    `within` is the time in seconds that a case may take, `longest` the most bytes of one; `seeds` are honest cases, `words`
    what they are made of.
    """

    make: Callable[[bytes], Any]
    check: Callable[[Any], None]
    within: float
    longest: int
    seeds: tuple[bytes, ...]
    words: tuple[str, ...]


class Fault(NamedTuple):
    """What is wrong: `kind` is the same for every case that breaks the same promise, or raises in the same place."""

    kind: str
    told: str


class BrokenPromiseError(AssertionError):
    """A promise of the library that did not hold: which, and of what."""

    def __init__(self, promise: str, told: str) -> None:
        super().__init__(told)
        self.promise = promise


def require(holds: bool, problem: str, *about: object) -> None:
    """Say which promise is broken, if one is; only then what it is about is put into the words."""
    if not holds:
        raise BrokenPromiseError(problem, problem.format(*map(_short, about)))


def _short(thing: object) -> str:
    try:
        return ascii(thing)[:_SHOWN]
    except Exception:
        return f"a {type(thing).__name__}"


def fault(target: Target, data: bytes) -> Fault | None:
    """What is wrong with the library's answer to these bytes; None where every promise holds."""
    case = target.make(data)
    begun = perf_counter()
    found = _outcome(target, case)
    if found is None and perf_counter() - begun > target.within:
        took = min(_seconds(target, data) for _ in range(REPEATS))
        times = int(took / target.within)
        found = Fault(f"slow: {times}", f"slow: {took:.4f} s, more than {target.within} s") if times else None
    return found


def _outcome(target: Target, case: Any) -> Fault | None:
    try:
        target.check(case)
    except BrokenPromiseError as broken:
        return Fault(f"broken: {broken.promise}", f"broken: {broken}")
    except (Exception, SystemExit) as error:
        told = f"escaped: {type(error).__name__} at {_place(error)}"
        return Fault(told, told)
    return None


def _place(error: BaseException) -> str:
    """The module and line that raised it."""
    here = error.__traceback__
    while here is not None and here.tb_next is not None:
        here = here.tb_next
    return "nowhere" if here is None else f"{here.tb_frame.f_globals.get('__name__')}:{here.tb_lineno}"


def _seconds(target: Target, data: bytes) -> float:
    """How long the processor is busy with the case: what else the machine does is not the library's."""
    case = target.make(data)
    begun = thread_time()
    target.check(case)
    return thread_time() - begun
