"""Base and hydrochloride by molecular weight, and the ratios in which a source gave racemate and esketamine."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, sources
from ketadose.model.salt import Potency, Salt
from ketadose.terms import Drug

_MERCK = Citation(sources.MERCK_INDEX_KETAMINE, "molecular weights")
KETAMINE_HYDROCHLORIDE = Salt(
    "KETAMINE_HYDROCHLORIDE",
    Drug.KETAMINE,
    Fraction(23773, 100),
    Fraction(27419, 100),
    _MERCK,
    remarks=("labels round: 57.67 mg or 57.7 mg of hydrochloride for 50 mg of base, 115.33 mg or 115.34 mg for 100 mg",),
)
ESKETAMINE_HYDROCHLORIDE = Salt(
    "ESKETAMINE_HYDROCHLORIDE",
    Drug.ESKETAMINE,
    Fraction(23773, 100),
    Fraction(27419, 100),
    _MERCK,
    remarks=(
        "an enantiomer weighs what its racemate weighs",
        "the US label of the nasal spray rounds: 32.3 mg of hydrochloride for 28 mg of base",
    ),
)

CORREIA_MELO_2020 = Potency(
    "CORREIA_MELO_2020",
    2,
    Citation(sources.CORREIA_MELO_2020, "abstract"),
    remarks=(
        "intravenous, over 40 min: ketamine 0.5 mg/kg against esketamine 0.25 mg/kg",
        "63 people with treatment-resistant depression",
        "esketamine was not inferior in remission at 24 h, by a margin of 20 %: that is no proof of equality",
    ),
)

SALTS: tuple[Salt, ...] = (KETAMINE_HYDROCHLORIDE, ESKETAMINE_HYDROCHLORIDE)
"""What base and hydrochloride of each drug weigh."""

POTENCIES: tuple[Potency, ...] = (CORREIA_MELO_2020,)
"""The ratios; none is ever applied unless the caller names it."""
