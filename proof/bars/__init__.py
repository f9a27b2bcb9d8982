"""Every figure with its bar, in the groups in which the page shows them."""

from proof.bars import hazards, properties, reliability, speed
from proof.figures import Figure

GROUPS: tuple[tuple[str, tuple[Figure, ...]], ...] = (
    ("Reliability", reliability.FIGURES),
    ("Properties", properties.FIGURES),
    ("Speed", speed.FIGURES),
    ("Hazards", hazards.FIGURES),
)
"""Each group's heading and its figures."""

FIGURES: tuple[Figure, ...] = tuple(figure for _, figures in GROUPS for figure in figures)
