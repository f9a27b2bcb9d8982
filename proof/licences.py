"""The licences of everything that runs: ketadose and what it needs, and what those need.

python -m proof.licences     # of the environment at hand; 1 if one is not allowed or not known
"""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

import attrs
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = {
    "MIT": "MIT",
    "License :: OSI Approved :: MIT License": "MIT",
    "BSD": "BSD",
    "BSD-2-Clause": "BSD",
    "BSD-3-Clause": "BSD",
    "License :: OSI Approved :: BSD License": "BSD",
    "Apache-2.0": "Apache-2.0",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "PSF-2.0": "PSF-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
"""The licences that may be depended on, by the words with which metadata names them. Other words are for a person to read."""


@attrs.frozen
class Licensed:
    """A package, and its licence as allowed here; without one, what its metadata says instead."""

    name: str
    version: str
    licence: str | None
    told: tuple[str, ...]


def licensed(package: Distribution) -> Licensed:
    """A package's licence: the one that all of its metadata's words mean, if that is one and allowed."""
    told = words_of(package)
    meant = {ALLOWED.get(each) for each in told}
    licence = meant.pop() if len(meant) == 1 else None
    return Licensed(canonicalize_name(package.metadata["Name"]), package.version, licence, told)


def words_of(package: Distribution) -> tuple[str, ...]:
    """The licence expression; without one the classifiers and the free text, unless that is a whole licence."""
    about = package.metadata
    if "License-Expression" in about:
        return (about["License-Expression"],)
    classifiers = [each for each in about.get_all("Classifier", []) if each.startswith("License ::")]
    return (*classifiers, *(each for each in about.get_all("License", []) if "\n" not in each))


def closure(name: str, installed: dict[str, Distribution]) -> set[str]:
    """The package itself, what it needs at run time, and what those need."""
    found: set[str] = set()
    wanted = [name]
    while wanted:
        each = wanted.pop()
        if each not in found:
            found.add(each)
            wanted += needs(installed[each])
    return found


def needs(package: Distribution) -> list[str]:
    """What a package needs on this Python, its extras aside."""
    wanted = [Requirement(line) for line in package.requires or ()]
    return [canonicalize_name(each.name) for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]


def packages_in(folder: Path | None = None) -> dict[str, Distribution]:
    """What is installed in a folder of packages, or where this Python looks, by its normal name."""
    found = distributions() if folder is None else distributions(path=[str(folder)])
    return {canonicalize_name(each.metadata["Name"]): each for each in found}


def licences(folder: Path | None = None) -> list[Licensed]:
    """The licences of all that ketadose needs at run time, by name."""
    installed = packages_in(folder)
    return [licensed(installed[name]) for name in sorted(closure("ketadose", installed))]


def main() -> int:
    """Print the licences; 1 if one is not allowed or not known."""
    rows = licences()
    for row in rows:
        print(f"{row.name:20}{row.version:12}{row.licence or 'NOT ALLOWED: ' + '; '.join(row.told)}")
    return int(any(row.licence is None for row in rows))


if __name__ == "__main__":
    sys.exit(main())
