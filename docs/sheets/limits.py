"""Every limit of every care area, the domains of the weight formulas, and single figures."""

from __future__ import annotations

from ketadose.calc.checks import bounds_text
from ketadose.catalog import limits
from ketadose.catalog.limits import figures
from ketadose.evidence import Standing
from ketadose.findings import Bound, Limit
from sheets.markdown import row, table

_HEAD = "drug | route | axis | bounds"


def lines() -> list[str]:
    """The outer walls, the limits of each care area, then what is about weights."""
    told = ["## Limits", "", "### Everywhere: outer walls, without override", ""]
    told += table(_HEAD, map(_limit, limits.OUTER_WALLS))
    told += ["", "### Everywhere: age and weight", "", *table(_HEAD, map(_limit, limits.EVERYBODY))]
    common = (*limits.OUTER_WALLS, *limits.EVERYBODY)
    for area, profile in limits.PROFILES.items():
        told += ["", f"### {area.value.capitalize()}", ""]
        told += table(_HEAD, (_limit(limit) for limit in profile.limits if limit not in common))
        for rule in profile.rules:
            allowed = ", ".join(map(str, rule.allowed))
            told.append(row((rule.drug.value, rule.route.value, "allowed doses", f"{allowed} [{rule.citation}]")))
    told += ["", "### Weights", ""]
    told += table(
        _HEAD,
        (
            *(_limit(limit, "lean weight") for limit in limits.LEAN_DOMAIN),
            *(_limit(limit, "ideal and adjusted weight") for limit in limits.IDEAL_DOMAIN),
            _limit(limits.POUNDS_BMI_READ, "read in the other unit"),
        ),
    )
    told += [
        "",
        "A patient record refuses weights below 10 kg or from 1,000 kg and heights outside 50 to 300 cm (ours: typing).",
    ]
    told += ["", "### Single figures", ""]
    return told + table("figure | value | source", ((bound.reason, bound, _standing(bound)) for bound in single_figures()))


def _limit(limit: Limit, drug: str = "") -> tuple[object, ...]:
    window = f" in {limit.window} days" if limit.window else ""
    route = limit.route.value if limit.route else "any"
    name = drug or (limit.drug.value if limit.drug else "any")
    bounds = (limit.soft_low, limit.soft_high, limit.hard_low, limit.hard_high)
    reasons = dict.fromkeys(bound.reason for bound in bounds if bound is not None and bound.reason)
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return name, route, f"{limit.axis.value}{window}", f"{bounds_text(limit)}{why}"


def single_figures() -> list[Bound]:
    """The bounds that stand alone, and those that stand in a row."""
    rows = (each if isinstance(each, tuple) else (each,) for each in vars(figures).values())
    return [each for row in rows for each in row if isinstance(each, Bound)]


def _standing(bound: Bound) -> str:
    return "ours" if bound.citation.source.standing is Standing.OURS else str(bound.citation)
