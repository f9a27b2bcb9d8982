"""Every error code and every finding code with what it means."""

from __future__ import annotations

from ketadose.errors import CODES
from ketadose.findings import FINDINGS
from sheets.markdown import table


def lines() -> list[str]:
    """The two published lists."""
    told = ["# Errors and findings", "", "Made from the code by `docs/make_sheets.py`; do not edit.", ""]
    told += ["## Errors: the question has no answer", ""]
    told += table("code | what is wrong", ((f"`{code}`", meaning) for code, meaning in CODES))
    told += ["", "## Findings: the answer exists and somebody must know", ""]
    return told + table("code | severity and meaning", ((f"`{code}`", meaning) for code, meaning in FINDINGS))
