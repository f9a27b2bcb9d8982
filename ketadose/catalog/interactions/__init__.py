"""What labels, guidelines and studies say of other agents together with ketamine; facts to warn with, never applied."""

from __future__ import annotations

from ketadose.catalog.interactions import labels, studies
from ketadose.model.screening import Interaction

ALL: tuple[Interaction, ...] = (*labels.ALL, *studies.ALL)
