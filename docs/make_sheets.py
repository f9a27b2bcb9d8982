"""Write the sheets that are made from the code: the pages in docs/ and tests/golden/catalog.json.

`python docs/make_sheets.py` writes them; with `--check` it only says which are stale, and fails if any is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sheets import bibliography, codes, discrepancies, facts, incidents, limits, products, protocols, record

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write or check the sheets; 1 if a checked one is stale."""
    parts = (protocols.lines(), products.lines(), limits.lines(), facts.lines(), bibliography.lines())
    sheets = {
        ROOT / "docs/catalog.md": _page([protocols.heading(), *(line for part in parts for line in ("", *part))]),
        ROOT / "docs/discrepancies.md": _page(discrepancies.lines()),
        ROOT / "docs/codes.md": _page(codes.lines()),
        ROOT / "docs/order-errors.md": _page(incidents.lines()),
        ROOT / "tests/golden/catalog.json": json.dumps(record.everything(), indent=1) + "\n",
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


def _page(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
