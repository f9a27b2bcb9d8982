"""What is no document: this project's own judgement, a figure of the caller's own, and what holds by definition."""

from __future__ import annotations

from ketadose.evidence import Source, Standing

CALLER = Source("CALLER", "the caller's own figure", standing=Standing.SITE)
DEFINITION = Source("DEFINITION", "by definition", standing=Standing.DEFINITION)
OURS = Source("OURS", "ketadose", standing=Standing.OURS)
