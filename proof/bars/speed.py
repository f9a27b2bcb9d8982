"""The rows of the speed table, as `python -m benchmarks --record` keeps them."""

from fractions import Fraction

from proof.figures import Figure, Measured, never

COMMAND = "python -m benchmarks --record"
BARS = {
    "import ketadose / import pint": "0.05",
    "import to first worked dose / import pint": "0.6",
    'reading "0.5 mg/kg" / pint multiplication': "0.3",
    "reading a Quantity / pint multiplication": "0.6",
    "dose from text / pint multiplication": "2",
    "dose from text, capped, with findings / pint multiplication": "3",
    "dose from a Quantity / pint multiplication": "2",
    "dose traced / the same without records": "1.25",
    "six sessions of a computed dose / dateutil's six dates": "1",
    "six sessions and their dose / dateutil's six dates": "2",
}
"""Each row of the table that has a bar: at most this ratio."""
TO_COME = (
    ("cohort of a million rows, NumPy / hand-written validated NumPy", "1.25"),
    ("cohort through eager frames / the NumPy kernel", "1.5"),
    ("cohort through lazy engines / the engine's own expression", "2"),
    ("exposure, 6 infusions × 1,000 patients × 2,000 times / as many `np.exp`", "4"),
    ("exposure on a uniform grid / as many `np.exp`", "2"),
    ("exposure of 24 infusions / of 6", "1.6"),
    ("exposure, opentiva / ours (at least)", "30"),
    ("exposure, `solve_ivp` / ours (at least)", "1,000"),
    ("exposure, one patient, no NumPy, 2,000 times / as many `math.exp`", "2.5"),
)
"""Rows of parts that the library does not have yet."""


def _figure(row: str, bar: str) -> Figure:
    def told(measured: Measured) -> str:
        ratios = measured["rows"].get(row)
        return "" if ratios is None else f"{ratios['median']:.3g} ({ratios['lowest']:.3g} to {ratios['highest']:.3g})"

    def reached(measured: Measured) -> bool:
        return bool(Fraction(measured["rows"][row]["median"]) <= Fraction(bar))

    return Figure(row, f"at most {bar}", "speed", COMMAND, told, reached)


FIGURES = (
    *(_figure(row, bar) for row, bar in BARS.items()),
    *(never(f"{row}: not in the library yet", bar, "-") for row, bar in TO_COME),
)
