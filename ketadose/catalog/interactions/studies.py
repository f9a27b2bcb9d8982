"""Studies of other agents and the concentration of S-ketamine in healthy volunteers; the abstracts advise nothing."""

from __future__ import annotations

from fractions import Fraction

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Interaction
from ketadose.terms import Drug, Route

_GRAPEFRUIT = Citation(sources.PELTONIEMI_2012_GRAPEFRUIT, "abstract")
_PELTONIEMI_2011 = Citation(sources.PELTONIEMI_2011, "abstract")
_ST_JOHNS_WORT = Citation(sources.PELTONIEMI_2012_ST_JOHNS_WORT, "abstract")
_HAGELBERG = Citation(sources.HAGELBERG_2010, "abstract")
_RIFAMPICIN = Citation(sources.PELTONIEMI_2012_RIFAMPICIN, "abstract")
_NOPPERS = Citation(sources.NOPPERS_RIFAMPICIN, "abstract")

_ESKETAMINE = (Drug.ESKETAMINE,)
_ORAL = (Route.ORAL,)
_INTRAVENOUS = (Route.INTRAVENOUS,)


ALL = (
    Interaction(
        ("grapefruit juice",),
        "more esketamine in the blood",
        None,
        "200 mL three times daily for 5 days, 12 healthy volunteers, 0.2 mg/kg",
        _GRAPEFRUIT,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure 3-fold (range 2.4 to 3.6), peak 2.1-fold (1.8 to 2.6), half-life up by 24 %",
        exposure=Fraction(3),
        peak=Fraction(21, 10),
    ),
    Interaction(
        ("ticlopidine",),
        "more esketamine in the blood",
        None,
        "250 mg twice daily for 6 days, 11 healthy volunteers, 0.2 mg/kg",
        _PELTONIEMI_2011,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure 2.4-fold",
        exposure=Fraction(12, 5),
    ),
    Interaction(
        ("itraconazole",),
        "more esketamine in the blood",
        None,
        "200 mg once daily for 6 days, 11 healthy volunteers, 0.2 mg/kg",
        _PELTONIEMI_2011,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure did not rise",
    ),
    Interaction(
        ("clarithromycin",),
        "more esketamine in the blood",
        None,
        "4 days, 10 healthy volunteers, 0.2 mg/kg as syrup",
        _HAGELBERG,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure 2.6-fold, peak 3.6-fold",
        exposure=Fraction(13, 5),
        peak=Fraction(18, 5),
    ),
    Interaction(
        ("St John's wort",),
        "less esketamine in the blood",
        None,
        "14 days, 12 healthy volunteers, 0.3 mg/kg",
        _ST_JOHNS_WORT,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure down by 58 %, peak down by 66 %",
        exposure=Fraction(42, 100),
        peak=Fraction(34, 100),
    ),
    Interaction(
        ("rifampicin",),
        "less esketamine in the blood",
        None,
        "600 mg for 6 days, 11 healthy volunteers, 0.3 mg/kg",
        _RIFAMPICIN,
        _ESKETAMINE,
        _ORAL,
        magnitude="exposure down by 86 %",
        exposure=Fraction(14, 100),
    ),
    Interaction(
        ("rifampicin",),
        "less esketamine in the blood",
        None,
        "600 mg for 6 days, 11 healthy volunteers, 0.1 mg/kg",
        _RIFAMPICIN,
        _ESKETAMINE,
        _INTRAVENOUS,
        magnitude="exposure down by 14 %",
        exposure=Fraction(86, 100),
    ),
    Interaction(
        ("rifampicin",),
        "less esketamine in the blood",
        None,
        "600 mg for 5 days, 20 men",
        _NOPPERS,
        _ESKETAMINE,
        _INTRAVENOUS,
        magnitude="exposure down by 10 %, of S-norketamine by 50 %",
        exposure=Fraction(90, 100),
    ),
)
