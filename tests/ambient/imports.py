"""In which order the library's modules are asked for, read from their source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.ambient.processes import PACKAGE

PATHS = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
_asking = re.compile(r"^( *)from (ketadose[\w.]*) import (\((?:[^)]*)\)|.*)", re.MULTILINE)


def asked(text: str) -> Iterator[tuple[bool, str]]:
    """Each of the library's modules that the source asks for, in its order, and whether at once or from inside something."""
    for indent, module, names in _asking.findall(text):
        yield not indent, module
        for part in re.findall(r"\w+", names):
            if f"{module}.{part}" in PATHS:
                yield not indent, f"{module}.{part}"


ASKED = {name: list(asked(path.read_text("utf-8"))) for name, path in PATHS.items()}
AT_ONCE = {name: [module for at_once, module in modules if at_once] for name, modules in ASKED.items()}
"""What each module asks for when it is imported."""
LATER = {name: [module for at_once, module in modules if not at_once] for name, modules in ASKED.items()}
"""What its functions ask for when they are called; type checkers' imports among them, which ask for nothing."""
LOADS_ITS_PARTS = {
    name
    for name, path in PATHS.items()
    if path.name == "__init__.py" and name != "ketadose" and any(part.startswith(f"{name}.") for part in AT_ONCE[name])
}


def parts_before_packages() -> set[tuple[str, str]]:
    """Who asks for a part of a package, which loads its parts itself, before that package: a module, and the part."""
    found: set[tuple[str, str]] = set()

    def ask(name: str, asker: str, loaded: set[str]) -> None:
        above = [name[:end] for end in range(len(name)) if name[end] == "."]
        if LOADS_ITS_PARTS & set(above) - loaded:
            found.add((asker, name))
        for each in (*above, name):
            if each not in loaded:
                loaded.add(each)
                for wanted in AT_ONCE[each]:
                    ask(wanted, each, loaded)

    for name in PATHS:
        loaded: set[str] = set()
        if not any(name.startswith(f"{package}.") for package in LOADS_ITS_PARTS):
            ask(name, "somebody", loaded)
            for wanted in LATER[name]:
                ask(wanted, name, set(loaded))
    return found
