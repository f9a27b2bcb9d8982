"""Where clinic and educational pages are wrong or contradict each other, with the source that decides it."""

from __future__ import annotations

from ketadose.catalog import discrepancies
from ketadose.model.discrepancy import Verdict


def lines() -> list[str]:
    """Each discrepancy with both sides and what holds."""
    told = [
        "# What the pages say, and what the sources say",
        "",
        "Made from the code by `docs/make_sheets.py`; do not edit. Five clinic and educational pages on ketamine for anxiety",
        "were read claim by claim. Where one is wrong, leaves out something decisive or contradicts another, it stands here",
        "with the source that decides it; the catalog holds the checked fact. Where nothing decides it, both sides are kept.",
    ]
    for number, each in enumerate(discrepancies.ALL, 1):
        told += ["", f"## {number}. {each.topic[0].upper()}{each.topic[1:]}", ""]
        told += [f"- claimed: {claim}" for claim in each.claims]
        told += [f"- verdict: {each.verdict.value}", f"- holds: {each.holds}"]
        settled = each.verdict not in {Verdict.OPEN, Verdict.UNSUPPORTED}
        told += [f"- {'decided by' if settled else 'see'}: {citation}" for citation in each.decided_by]
    return told
