"""The score of mutation testing, package by package, and what its survivors are."""

from proof.figures import Figure, Measured

BAR = 95
"""Per cent of the mutants of each package that are caught, at least."""
COMMAND = "python -m proof.mutation"
PACKAGES = ("measures", "formulas", "findings", "calc")


def _score(package: str) -> Figure:
    def told(measured: Measured) -> str:
        found = measured["packages"].get(package)
        if found is None:
            return ""
        caught = found["killed"] + found["timeout"]
        return f"{found['score']:.2f} %: {caught:,} of {found['mutants']:,} mutants, {found['survived']} survived"

    def reached(measured: Measured) -> bool:
        return bool(measured["packages"][package]["score"] >= BAR)

    return Figure(f"mutation score of {package}", f"at least {BAR} %", "mutation", COMMAND, told, reached)


def _all(measured: Measured, told: str) -> str:
    """What is told of the survivors, where the mutants of every package were tried."""
    return told if set(PACKAGES) <= measured["packages"].keys() else ""


FIGURES = (
    *map(_score, PACKAGES),
    Figure(
        "mutants of a comparison or an arithmetic operator that survive and do not mean the same",
        "none",
        "mutation",
        COMMAND,
        lambda measured: _all(measured, f"{len(measured['operators'])}"),
        lambda measured: not measured["operators"],
    ),
    Figure(
        "survivors without a reason in `proof/mutation/survivors.toml`",
        "none",
        "mutation",
        COMMAND,
        lambda measured: _all(measured, f"{len(measured['without_reason'])}; {len(measured['reasons'])} have one"),
        lambda measured: not measured["without_reason"],
    ),
    Figure(
        "two runs of mutation testing agree on every mutant",
        "no disagreement",
        "mutation",
        COMMAND,
        lambda measured: _all(measured, f"{measured['runs']} runs, {len(measured['disagreements'])} disagreements"),
        lambda measured: measured["runs"] > 1 and not measured["disagreements"],
    ),
)
