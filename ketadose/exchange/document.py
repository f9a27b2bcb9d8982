"""From a file or a text to the plain data of a TOML document; nothing of what it means is decided here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NoReturn

from ketadose.errors import CatalogError, KetadoseError, shown

LARGEST = 1_000_000
"""Bytes of a file, characters of a text."""
_MOST_POINTS = 64
"""In one line: a key of thousands of parts takes the reader's memory with its square."""


def read_document(source: object) -> dict[str, Any]:
    """The document as plain data.

    Raises `KetadoseError` "argument.type" for what is neither a path nor text; `CatalogError` for what is not TOML.
    """
    text = _text(source)
    if len(text) > LARGEST:
        _refuse(f"the document has more than {LARGEST:,} characters")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_POINTS:
            _refuse(f"line {number} has more than {_MOST_POINTS} points", fix="Write it on several lines")
    try:
        return tomllib.loads(text)
    except RecursionError:
        _refuse("the document is nested too deeply")
    except ValueError as error:  # tomllib's own, and that of a number with thousands of digits
        _refuse(f"this is not TOML: {error}", fix=_meant_as_path(text))


def _text(source: object) -> str:
    if issubclass(type(source), str):
        return str.__str__(source)
    if type(source) is not type(Path()):
        raise KetadoseError(
            "argument.type",
            f"{shown(source)} is neither a file nor a text",
            field="source",
            received=source,
            expected="a pathlib.Path or the TOML text",
        )
    try:
        if not source.is_file():
            _refuse(f"there is no file {shown(str(source))}")
        with source.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            _refuse(f"the file has more than {LARGEST:,} bytes")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(f"byte {error.start + 1} of the file is not UTF-8", fix="Save the file as UTF-8")
    except OSError as error:
        _refuse(f"the file cannot be read: {error.strerror}")


def _meant_as_path(text: str) -> str:
    return "Write pathlib.Path(...) to read a file" if "\n" not in text and text.endswith(".toml") else ""


def _refuse(problem: str, fix: str = "") -> NoReturn:
    raise CatalogError.of((KetadoseError("catalog.document", problem, field="document", fix=fix),))
