"""The conformance pack: the first vectors with their answers, a file for each kind, one vector on each line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

import ketadose as kd
from ketadose.catalog import VERSION as CATALOG
from proof.records import ROOT
from proof.vectors import KINDS, Vector, vector
from proof.vectors.answers import answer

PACK = ROOT / "docs" / "conformance"
VERSION = 1
"""The pack's own version: raised whenever what a line means changes."""
COUNT = 5_000


def compact(data: Any) -> str:
    """JSON on one line, all ASCII, without spaces: the same bytes everywhere."""
    return json.dumps(data, separators=(",", ":"))


def question(each: Vector) -> str:
    """The line that another implementation reads."""
    return compact({"number": each.number, "kind": each.kind, "given": each.given})


def answered(each: Vector) -> str:
    """The line that it has to write."""
    return compact({"number": each.number, "answer": answer(each.kind, each.given)})


def digest(lines: Iterable[str]) -> str:
    """The SHA-256 of lines, each with its end."""
    found = hashlib.sha256()
    for line in lines:
        found.update(line.encode() + b"\n")
    return found.hexdigest()


def write() -> None:
    """Write the pack from the library at hand."""
    PACK.mkdir(exist_ok=True)
    vectors = [vector(number) for number in range(COUNT)]
    lines = {each.number: answered(each) for each in vectors}
    for kind in KINDS:
        mine = [_line(each, lines[each.number]) for each in vectors if each.kind == kind]
        head = compact({"pack": VERSION, "kind": kind})[:-1]
        (PACK / f"{kind}.json").write_text(f'{head},"vectors":[\n' + ",\n".join(mine) + "\n]}\n", "ascii")
    counts = {kind: sum(each.kind == kind for each in vectors) for kind in KINDS}
    told = {"pack": VERSION, "library": kd.__version__, "catalog": CATALOG, "vectors": counts}
    told["sha256"] = digest(lines[number] for number in range(COUNT))
    (PACK / "pack.json").write_text(json.dumps(told, indent=1) + "\n", "ascii")


def _line(each: Vector, line: str) -> str:
    return compact({"number": each.number, "given": each.given, "answer": json.loads(line)["answer"]})


def about() -> dict[str, Any]:
    """What the pack says of itself: its versions, how many vectors of each kind, and the digest of all answers."""
    return dict(json.loads((PACK / "pack.json").read_text("ascii")))


def packed() -> dict[int, tuple[Vector, str]]:
    """Every vector of the pack by its number, with the line that answers it."""
    found = {}
    for kind in KINDS:
        for row in json.loads((PACK / f"{kind}.json").read_text("ascii"))["vectors"]:
            line = compact({"number": row["number"], "answer": row["answer"]})
            found[row["number"]] = Vector(row["number"], kind, row["given"]), line
    return dict(sorted(found.items()))


def differences(numbers: Iterable[int]) -> Iterator[str]:
    """The vectors of these numbers that the library asks or answers otherwise than the pack."""
    pack = packed()
    for number in numbers:
        each, line = pack[number]
        if each != vector(number):
            yield f"{number} is another question: {question(each)}"
        elif line != (now := answered(each)):
            yield f"{number} {question(each)}\n  pack    {line}\n  library {now}"
