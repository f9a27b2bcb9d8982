"""All grids, and how the points of a run are split among them."""

from __future__ import annotations

from tests.properties.grid import Grid
from tests.properties.grid_clocks import CLOCKS
from tests.properties.grid_courses import COURSES
from tests.properties.grid_doses import DOSES
from tests.properties.grid_formulas import FORMULAS
from tests.properties.grid_giving import GIVING
from tests.properties.grid_placing import PLACING, REPLANNING
from tests.properties.grid_reading import READING
from tests.properties.grid_rounding import ROUNDING
from tests.properties.grid_rules import INTERVALS, PATTERNS, TITRATION
from tests.properties.grid_running import PROGRAMMES, RUNNING
from tests.properties.grid_shares import CUMULATION, SHARES
from tests.properties.grid_weighing import WEIGHING
from tests.properties.grid_whole import WHOLE

ALL = (
    READING,
    FORMULAS,
    ROUNDING,
    DOSES,
    WHOLE,
    GIVING,
    SHARES,
    PATTERNS,
    COURSES,
    CUMULATION,
    PLACING,
    REPLANNING,
    TITRATION,
    INTERVALS,
    CLOCKS,
    RUNNING,
    PROGRAMMES,
    WEIGHING,
)


def split(points: int) -> list[tuple[Grid, int]]:
    """How many points each grid gets by its share; what is left over goes to the first."""
    shares = sum(grid.share for grid in ALL)
    counts = [points * grid.share // shares for grid in ALL]
    counts[0] += points - sum(counts)
    return list(zip(ALL, counts, strict=True))
