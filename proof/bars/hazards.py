"""The hazards, each controlled by a test that meets it."""

from proof.figures import Figure, Measured
from proof.hazards import HAZARDS

COMMAND = "python -m proof.hazards"


def _figure(hazard: str) -> Figure:
    def told(measured: Measured) -> str:
        controlled = measured["controlled"].get(hazard)
        return "" if controlled is None else "refused or told" if controlled else "its test fails"

    def reached(measured: Measured) -> bool:
        return bool(measured["controlled"][hazard])

    return Figure(hazard, "controlled", "hazards", COMMAND, told, reached)


FIGURES = tuple(_figure(hazard) for hazard in HAZARDS)
