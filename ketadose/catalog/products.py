"""What is on the shelf, by label. Strengths are of base, as the labels state them."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.product import Product
from ketadose.terms import Drug, Route

_LABELLED = (Route.INTRAVENOUS, Route.INTRAMUSCULAR)
_VIALS = "section 3 (multiple-dose vials)"

KETAMINE_10_MG_PER_ML = Product(
    Drug.KETAMINE,
    "10 mg/mL",
    "20 mL",
    routes=_LABELLED,
    citation=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_10_MG_PER_ML",
)
KETAMINE_50_MG_PER_ML = Product(
    Drug.KETAMINE,
    "50 mg/mL",
    "10 mL",
    routes=_LABELLED,
    citation=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_50_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "5 mL",
    routes=_LABELLED,
    dilute=True,
    citation=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_100_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML_10_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "10 mL",
    routes=_LABELLED,
    dilute=True,
    citation=Citation(sources.KETAMINE_LABEL_EUGIA, _VIALS),
    name="KETAMINE_100_MG_PER_ML_10_ML",
)
SPRAVATO_28_MG = Product(
    Drug.ESKETAMINE,
    "140 mg/mL",
    "0.2 mL",
    routes=(Route.INTRANASAL,),
    single_use=True,
    sprays=2,
    rest="5 min",
    citation=Citation(
        sources.SPRAVATO_US_MANUFACTURER,
        "2 sprays in each single-use device, wait 5 minutes after each; 28 mg in 0.2 mL by the NDC directory, 50458-028",
    ),
    name="SPRAVATO_28_MG",
)

ALL: tuple[Product, ...] = (
    KETAMINE_10_MG_PER_ML,
    KETAMINE_50_MG_PER_ML,
    KETAMINE_100_MG_PER_ML,
    KETAMINE_100_MG_PER_ML_10_ML,
    SPRAVATO_28_MG,
)
"""Every product of the catalog."""

DILUTION = Citation(sources.KETALAR_LABEL, "warning: not intravenously without proper dilution")
"""Why 100 mg/mL is refused undiluted in a vein."""
EQUAL_VOLUME = Citation(sources.KETAMINE_LABEL_GLAND, "dosage and administration: dilute with an equal volume")
"""How far it must be diluted at least."""
