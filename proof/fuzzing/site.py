"""A site's catalog: any text is a catalog that says what its TOML says, or is refused with every error."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from ketadose import CareArea, read_catalog
from ketadose.errors import CatalogError, KetadoseError
from ketadose.exchange.site import SiteCatalog
from proof.fuzzing.given import text_of
from proof.fuzzing.kinds import BY_NAME, same
from proof.fuzzing.promises import refused, written
from proof.fuzzing.target import Target, require
from proof.records import ROOT

_AGAIN = "\x1e"
"""What stands after it is repeated as often as 64,000 letters hold."""
_LARGE = 64_000
_KINDS = {"strength": "Concentration", "volume": "Volume", "over": "Duration", "at_most": "Amount"}


def make(data: bytes) -> str:
    """The text of a document."""
    head, _, again = text_of(data).partition(_AGAIN)
    return head + again * (_LARGE // len(again) if again else 0)


def check(text: str) -> None:
    """The catalog holds what the document says and makes a profile of every care area; or each of its errors is told."""
    try:
        site = read_catalog(text)
    except KetadoseError as error:
        refused(error)
        require(isinstance(error, CatalogError) and bool(error.errors), "{} is no list of errors", error)
        return
    document = tomllib.loads(text)
    for entries, records in (("protocol", site.protocols), ("product", site.products)):
        for entry, record in zip(document.get(entries, []), records, strict=True):
            _as_written(entry, record)
    require(len(site.limits) == len(document.get("limit", [])), "limits are missing")
    written(site)
    _profiles(site)


def _as_written(entry: dict[str, Any], record: Any) -> None:
    require(record.name == entry["name"], "{} is called {}", entry["name"], record.name)
    for key, kind in _KINDS.items():
        if key in entry:
            same(getattr(record, key), BY_NAME[kind].said(entry[key]), "{} is read as {}", entry[key], getattr(record, key))
    doses = entry.get("dose", [])
    for text, dose in zip([doses] if isinstance(doses, str) else doses, getattr(record, "doses", ()), strict=True):
        same(dose, BY_NAME[type(dose).__name__].said(text), "{} is read as {}", text, dose)


def _profiles(site: SiteCatalog) -> None:
    for area in CareArea:
        require(str(site.profile(area)).startswith(area.value), "{} has no profile", area)


_EXAMPLE = Path(ROOT / "examples" / "site.toml").read_text("utf-8")
_HEAD, *_ENTRIES = _EXAMPLE.split("\n[[p")
_SOURCE = '[source]\ndocument = "SOP 12"\n'

TARGET = Target(
    make=make,
    check=check,
    within=2.0,
    longest=1500,
    seeds=(
        *(f"{_SOURCE}[[p{entry}".encode() for entry in _ENTRIES if entry.startswith(("roduct", "rotocol]"))),
        *(f"{_SOURCE}[[limit]]{entry}".encode() for entry in _EXAMPLE.split("[[limit]]")[1:]),
        _SOURCE.encode(),
        f'{_SOURCE}\x1e[[limit]]\narea = "ward"\n'.encode(),
        b"a = \x1e[",
        b'a = "\x1e\\u0041',
    ),
    words=(
        *("[[protocol]]\n", "[[product]]\n", "[[limit]]\n", "[source]\n", "[[protocol.phases]]\n", "[product.handling]\n"),
        *(
            "name = ",
            "drug = ",
            "route = ",
            "dose = ",
            "over = ",
            "days = ",
            "axis = ",
            "area = ",
            "hard_high = ",
            "strength = ",
        ),
        *(
            '"0.5 mg/kg"',
            '"40 min"',
            '"ketamine"',
            '"intravenous"',
            "[1, 8, 15]",
            "{ from = ",
            "true",
            "1e99",
            "nan",
            "2026-01-05",
        ),
        *("2026-01-05T09:00:00Z", "'''", '"""', "\\U0010ffff", "0x", "\x1e", "between = true\n", "undosed = ", "window = 28\n"),
        *('"psychiatric clinic"', '"days between sessions"', '"total dose per body weight"', "at_most = ", "\x7f", "\ufeff"),
    ),
)
