"""Rows on new interpreters: importing, the first dose, and the command line."""

from __future__ import annotations

from benchmarks.running import NO_BAR, Processes, Row

_FIRST_DOSE = "import ketadose as kd; str(kd.calculate_dose('70 kg', kd.protocols.OLIVER_2022).working)"
_DOSE = ["dose", "--weight", "70 kg", "--protocol", "OLIVER_2022"]
_PLAN = ["plan", "--weight", "70 kg", "--age", "42 years", "--protocol", "OLIVER_2022", "--start", "2026-01-05"]


def rows() -> tuple[Row, ...]:
    """In an environment with pint and without NumPy."""
    return (
        Processes("import ketadose / import pint", "0.05", "import ketadose"),
        Processes("import to first worked dose / import pint", "0.6", _FIRST_DOSE),
        Processes("a dose on the command line / import pint", NO_BAR, _command(_DOSE)),
        Processes("a course on the command line / import pint", NO_BAR, _command(_PLAN)),
    )


def _command(words: list[str]) -> str:
    return f"from ketadose.cli import main; assert not main({words!r})"
