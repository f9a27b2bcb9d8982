"""The command line: any arguments print a result, or a message and the status that is promised."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import ketadose
from ketadose.cli import main
from ketadose.errors import CODES
from proof.fuzzing.given import text_of
from proof.fuzzing.target import Target, require

_CODE = re.compile(r" \[([a-z_.]+)\]$", re.MULTILINE)
_CODES = frozenset(code for code, _ in CODES)
_REFUSED = 2
_ARGUMENTS = (Path(ketadose.__file__).parent / "cli" / "arguments.py").read_text("utf-8")


class _Screen(io.TextIOWrapper):
    """A standard stream that keeps what was printed."""

    def __init__(self, errors: str) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=errors)

    def told(self) -> str:
        """What was printed."""
        self.flush()
        printed: io.BytesIO = self.buffer  # type: ignore[assignment]
        return printed.getvalue().decode("utf-8", "surrogateescape")


@contextlib.contextmanager
def _screens() -> Iterator[tuple[_Screen, _Screen]]:
    """Standard output and error as Python opens them, each kept apart."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = screens = _Screen("strict"), _Screen("backslashreplace")
    try:
        yield screens
    finally:
        sys.stdout, sys.stderr = before


def make(data: bytes) -> list[str]:
    """The arguments, one in each line; the shell lets no zero byte through."""
    return text_of(data.replace(b"\0", b"")).split("\n")


def check(arguments: list[str]) -> None:
    """0 and a result; 2 and an error of the published list; or 2 and the usage, and 0 after --help and --version."""
    with _screens() as (out, err):
        try:
            status = main(arguments)
        except SystemExit as ended:
            require(ended.code == _REFUSED or (ended.code == 0 and bool(out.told())), "it ended with {}", ended.code)
            require(ended.code == 0 or "usage: " in err.told(), "it ended with {}", err.told())
            return
    require(status in {0, _REFUSED}, "the status is {}", status)
    if status == 0:
        require(bool(out.told()) and not err.told(), "success, and {} on standard error", err.told())
        return
    told = err.told()
    found = _CODE.search(told)
    require(
        not out.told() and told.startswith("ketadose: ") and found is not None and found[1] in _CODES, "refused with {}", told
    )


def _examples() -> Iterator[bytes]:
    """Every call that the help of the commands shows."""
    text = _ARGUMENTS.replace("\\\\\n", " ").replace("\\\n", " ")
    for line in re.findall(r"python -m ketadose (.+)", text):
        yield "\n".join(shlex.split(line)).encode()


_FLAGS = sorted(set(re.findall(r"--[a-z-]+", _ARGUMENTS)))

TARGET = Target(
    make=make,
    check=check,
    within=2.0,
    longest=500,
    seeds=(*_examples(), b"--help", b"plan\n--help", b"--version", b"dose\n--weight\n70,5 kg\n--protocol\nOLIVER_2022"),
    words=(
        *(f"\n{flag}\n" for flag in _FLAGS),
        *("70 kg", "5 ft 5 in", "0.5 mg/kg", "40 min", "100 mL", "0.01 mL", "1 mL/h", "2026-01-05", "2026-12-24/2027-01-01"),
        *("Monday\nThursday", "Europe/London", "09:00", "ketamine", "intravenous", "subcutaneous", "oral", "ideal", "lean"),
        *(
            "OLIVER_2022",
            "GLUE_2017",
            "SPRAVATO_UNDER_65",
            "IRWIN_2013",
            "KETAMINE_50_MG_PER_ML",
            "SPRAVATO_28_MG",
            "per_weight.high",
        ),
    ),
)
