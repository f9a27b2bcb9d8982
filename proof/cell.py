"""The vectors in the environment at hand: the texts of one cell of the matrix, and what it stands on.

Three sections: text, which must be the conformance pack's; Quantities in and out, the same with every pint; NumPy's scalars,
the same wherever NumPy is installed.
"""

from __future__ import annotations

import json
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import ketadose
from proof.vectors import pack, quantities, vector

MANY = 1_000
"""Quantities, and NumPy scalars."""


def sections(count: int = pack.COUNT) -> dict[str, list[str]]:
    """The lines of each section; no "numpy" where it is not installed."""
    found = {"text": [pack.answered(vector(number)) for number in range(count)]}
    found["quantities"] = [quantities.by_pint(number) for number in range(MANY)]
    if find_spec("numpy"):
        found["numpy"] = [quantities.by_numpy(number) for number in range(MANY)]
    return found


def stands_on() -> dict[str, Any]:
    """The versions, and where the package was found."""
    found: dict[str, Any] = {"python": platform.python_version(), "package": str(Path(ketadose.__file__).parent)}
    for name in ("pint", "numpy", "attrs", "cattrs"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found


def main() -> None:
    """Print the digests, and write the lines into the directory that is named."""
    found = sections()
    for name, lines in found.items():
        (Path(sys.argv[1]) / f"{name}.txt").write_text("\n".join(lines) + "\n", "ascii")
    print(json.dumps(stands_on() | {"sha256": {name: pack.digest(lines) for name, lines in found.items()}}))


if __name__ == "__main__":
    main()
