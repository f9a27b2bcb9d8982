"""Reading where a record of a caller's own comes from."""

from __future__ import annotations

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation, Source
from ketadose.evidence.sources import CALLER
from ketadose.records import is_a


def read_citation(source: object) -> Citation:
    """A citation, a source, or nothing: a figure of the caller's own."""
    if is_a(source, Citation):
        return source
    if is_a(source, Source):
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
