"""Side effects with onset, peak and duration as each source claims them; where sources differ, each has its record."""

from __future__ import annotations

from ketadose.catalog.side_effects import labels_esketamine, labels_ketamine, pages, studies
from ketadose.model.screening import SideEffect

ALL: tuple[SideEffect, ...] = (*labels_ketamine.ALL, *labels_esketamine.ALL, *studies.ALL, *pages.ALL)
