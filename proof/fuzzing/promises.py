"""What the library promises of every refusal and of every result."""

from __future__ import annotations

import json
from typing import Any

from ketadose.errors import CODES, CatalogError, KetadoseError
from proof.fuzzing.target import require

_CODES = frozenset(code for code, _ in CODES)
_LONGEST = 300
_SHOWN = 60


def refused(error: KetadoseError) -> None:
    """A refusal has a code of the published list, and a message on one line of printable ASCII under 300 characters."""
    message = str(error)
    require(error.code in _CODES, "the code {} is not published", error.code)
    require(message.isascii() and message.isprintable() and len(message) < _LONGEST, "the message {}", message)
    require(message.endswith(f" [{error.code}]"), "the message does not end with its code")
    require(len(error.received) <= _SHOWN and error.received.isascii(), "what was received is too long or not ASCII")
    if isinstance(error, CatalogError):
        for each in error.errors:
            refused(each)


def written(record: Any) -> str:
    """A result is told in words, and as plain data that JSON takes as it is; the words are handed back."""
    plain = record.to_dict()
    require(json.loads(json.dumps(plain, allow_nan=False)) == plain, "the plain data is not what JSON says of it")
    return str(record)
