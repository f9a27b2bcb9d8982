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
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_10_MG_PER_ML",
)
KETAMINE_50_MG_PER_ML = Product(
    Drug.KETAMINE,
    "50 mg/mL",
    "10 mL",
    routes=_LABELLED,
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_50_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "5 mL",
    routes=_LABELLED,
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_100_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML_10_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "10 mL",
    routes=_LABELLED,
    source=Citation(sources.KETAMINE_LABEL_EUGIA, _VIALS),
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
    source=Citation(sources.SPRAVATO_NDC, "28 mg in 0.2 mL, single use"),
    instructions=Citation(sources.SPRAVATO_US_MANUFACTURER, "2 sprays in each device; wait 5 minutes after each device"),
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
