"""A medication error that really happened, or the word that none was found: what stands behind each kind of mistake."""

from __future__ import annotations

import attrs

from ketadose.evidence import Citation
from ketadose.model.complete import cite, need, say
from ketadose.records import Record
from ketadose.terms import MistakeKind


@attrs.frozen
class Incident(Record):
    """What happened, in our words, to which kind of mistake it belongs, and where it is told.

    `citation` is None where no published case was found: `happened` then says what was looked for.

    Raises `KetadoseError` "screening.form" for a record that says nothing.
    """

    kind: MistakeKind
    happened: str
    citation: Citation | None

    def __attrs_post_init__(self) -> None:
        need(self.kind, MistakeKind, "kind")
        say(self.happened, "happened")
        if self.citation is not None:
            cite(self.citation)

    def __str__(self) -> str:
        source = f" [{self.citation}]" if self.citation else ""
        return f"{self.kind.value}: {self.happened}{source}"
