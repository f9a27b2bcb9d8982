"""Reading where a record of a caller's own comes from."""

from __future__ import annotations

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.evidence.sources import CALLER


def read_citation(source: object) -> Citation:
    """A citation, a source, or nothing: a figure of the caller's own."""
    if type(source) is Citation:
        return source
    if type(source) is Source:
        return Citation(source, "as given")
    if source is None:
        return Citation(CALLER, "no document named")
    raise KetadoseError(
        "argument.type",
        f"{shown(source)} is not a source",
        field="source",
        received=source,
        fix='Write kd.Source.site("SOP 12")',
    )
