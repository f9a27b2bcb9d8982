"""Write the sheets that are made from the code: docs/catalog.md, docs/codes.md and tests/golden/catalog.json.

`python docs/make_sheets.py` writes them; with `--check` it only says which are stale, and fails if any is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from ketadose import catalog
from ketadose.calc.checks import bounds_text
from ketadose.catalog import limits, products, protocols
from ketadose.errors import CODES
from ketadose.evidence import Standing
from ketadose.findings import FINDINGS, Bound, Limit
from ketadose.model.product import Product
from ketadose.model.regimen import Regimen

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write or check the sheets; 1 if a checked one is stale."""
    sheets = {
        ROOT / "docs/catalog.md": catalog_sheet(),
        ROOT / "docs/codes.md": codes_sheet(),
        ROOT / "tests/golden/catalog.json": json.dumps(catalog_record(), indent=1) + "\n",
    }
    stale = [path for path, text in sheets.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"stale: {path.relative_to(ROOT)}; run python docs/make_sheets.py")
        return 1 if stale else 0
    for path, text in sheets.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


def catalog_sheet() -> str:
    """Every protocol, product and limit with unit and source, as Markdown."""
    lines = [
        f"# The catalog, version {catalog.VERSION}",
        "",
        "Made from the code by `docs/make_sheets.py`; do not edit. Every figure is of base where the source does not say",
        "otherwise. A cited figure is the source's own (a dose that was given, a duration, a number of sessions); its use",
        'as a limit is this project\'s choice. "ours" is a judgement of this project, not a published figure.',
        "",
        "## Protocols",
        "",
    ]
    for protocol in protocols.ALL:
        lines += [*_protocol(protocol), ""]
    lines += [
        "## Products",
        "",
        "| name | drug | strength | pack | routes by label | use | source |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_product(product) for product in products.ALL]
    lines += ["", "## Limits", "", "### Everywhere: outer walls, without override", "", *_LIMIT_HEAD]
    lines += [_limit(limit) for limit in limits.OUTER_WALLS]
    for area, profile in limits.PROFILES.items():
        lines += ["", f"### {area.value.capitalize()}", "", *_LIMIT_HEAD]
        lines += [_limit(limit) for limit in profile.limits if not limit.wall]
        for rule in profile.rules:
            allowed = ", ".join(map(str, rule.allowed))
            lines.append(f"| {rule.drug.value} | {rule.route.value} | allowed doses | {allowed} [{rule.citation}] |")
    lines += ["", "### Weights", "", *_LIMIT_HEAD]
    lines += [_limit(limit, "lean weight") for limit in limits.LEAN_DOMAIN]
    lines += [_limit(limit, "ideal and adjusted weight") for limit in limits.IDEAL_DOMAIN]
    lines += [_limit(limits.POUNDS_BMI_READ, "read in the other unit")]
    lines += [
        "",
        "A patient record refuses weights below 10 kg or from 1,000 kg and heights outside 50 to 300 cm (ours: typing).",
    ]
    lines += ["", "### Single figures", "", "| figure | value | source |", "|---|---|---|"]
    lines += [f"| {bound.reason} | {bound} | {_standing(bound)} |" for bound in _single_figures()]
    return "\n".join(lines) + "\n"


_LIMIT_HEAD = ("| drug | route | axis | bounds |", "|---|---|---|---|")


def _protocol(protocol: Regimen) -> list[str]:
    evidence = protocol.evidence
    lines = [f"### {protocol.name}", "", f"{protocol.title}.", ""]
    lines.append(f"- {protocol.drug.value}, {protocol.route.value}, {protocol.area.value}")
    over = f", over {protocol.over}" if protocol.over else ""
    lines.append(f"- dose: {' or '.join(map(str, protocol.doses))}{over}")
    if protocol.ages is not None:
        lines.append(f"- ages: {protocol.ages}")
    if protocol.step is not None:
        lines.append(f"- changes by {protocol.step} at a time")
    if protocol.first:
        lines.append(f"- first session: {' or '.join(map(str, protocol.first))}")
    if protocol.days is not None:
        days = protocol.days
        within = f", within {days.within} days" if days.within else ""
        ascending = ", ascending from session to session" if days.ascending else ""
        lines.append(f"- days: {', '.join(map(str, days.days))}{within}{ascending}")
        if days.derived:
            lines.append(f"- days derived: {days.derived}")
    if evidence is not None:
        people = f", n = {evidence.participants}" if evidence.participants else ""
        graded = f" ({evidence.graded})" if evidence.graded else ""
        lines.append(f"- evidence: {evidence.design}; {evidence.population}{people}{graded}")
        lines += [f"- against: {citation}" for citation in evidence.against]
    lines += [f"- note: {remark}" for remark in protocol.remarks]
    return [*lines, f"- source: {protocol.citation}"]


def _product(product: Product) -> str:
    routes = ", ".join(route.value for route in product.routes)
    use = "single use" if product.single_use else "multiple dose"
    if product.sprays:
        use += f"; {product.sprays} sprays, {product.rest} rest after each [{product.instructions}]"
    cells = (product.name, product.drug.value, product.strength, product.volume, routes, use, product.citation)
    return "| " + " | ".join(map(str, cells)) + " |"


def _limit(limit: Limit, drug: str = "") -> str:
    window = f" in {limit.window} days" if limit.window else ""
    route = limit.route.value if limit.route else "any"
    name = drug or (limit.drug.value if limit.drug else "any")
    bounds = (limit.soft_low, limit.soft_high, limit.hard_low, limit.hard_high)
    reasons = dict.fromkeys(bound.reason for bound in bounds if bound is not None and bound.reason)
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return f"| {name} | {route} | {limit.axis.value}{window} | {bounds_text(limit)}{why} |"


def _single_figures() -> list[Bound]:
    return [each for each in vars(limits).values() if isinstance(each, Bound)]


def _standing(bound: Bound) -> str:
    return "ours" if bound.citation.source.standing is Standing.OURS else str(bound.citation)


def codes_sheet() -> str:
    """Every error code and every finding code with what it means, as Markdown."""
    lines = ["# Errors and findings", "", "Made from the code by `docs/make_sheets.py`; do not edit.", ""]
    lines += ["## Errors: the question has no answer", "", "| code | what is wrong |", "|---|---|"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in CODES]
    lines += ["", "## Findings: the answer exists and somebody must know", "", "| code | severity and meaning |", "|---|---|"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in FINDINGS]
    return "\n".join(lines) + "\n"


def catalog_record() -> dict[str, Any]:
    """Every record of the catalog as plain data."""
    return {
        "version": catalog.VERSION,
        "protocols": [protocol.to_dict() for protocol in protocols.ALL],
        "products": [product.to_dict() for product in products.ALL],
        "limits": {area.value: [limit.to_dict() for limit in profile.limits] for area, profile in limits.PROFILES.items()},
        "rules": {area.value: [rule.to_dict() for rule in profile.rules] for area, profile in limits.PROFILES.items()},
        "weights": [limit.to_dict() for limit in (*limits.LEAN_DOMAIN, *limits.IDEAL_DOMAIN, limits.POUNDS_BMI_READ)],
        "figures": [bound.to_dict() for bound in _single_figures()],
    }


if __name__ == "__main__":
    sys.exit(main())
