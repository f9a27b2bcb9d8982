"""The kinds of mistakes that an order is looked through for, each with a published case."""

from __future__ import annotations

from ketadose.catalog import incidents
from ketadose.terms import MistakeKind
from ketadose.verify.mistakes import ASKS


def lines() -> list[str]:
    """Each kind of mistake: what would tell it from another, and what has happened."""
    told = [
        "# Mistakes in orders",
        "",
        "Made from the code by `docs/make_sheets.py`; do not edit. What `kd.verify_order` looks for when an order disagrees",
        "with itself, its protocol or its patient; what would tell one mistake from another that gives the same figures; and a",
        "case in which it really happened, of ketamine where there is one. Where no published case was found, that is said.",
    ]
    for kind in MistakeKind:
        told += ["", f"## {kind.value[0].upper()}{kind.value[1:]}", "", f"- to tell it apart: {ASKS[kind]}"]
        for incident in incidents.ALL:
            if incident.kind is kind:
                source = f" ({incident.citation})" if incident.citation else ""
                told.append(f"- {incident.happened}{source}")
    return told
