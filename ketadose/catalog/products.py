"""What is on the shelf, by label. Strengths are of base, as the labels state them.

Whether a vial is for several doses or for one depends on the country: the United States' are multiple-dose vials, the
Israeli label says single use.
"""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.handling import Diluent, Handling
from ketadose.model.product import Product
from ketadose.terms import Drug, Route

_LABELLED = (Route.INTRAVENOUS, Route.INTRAMUSCULAR)
_VIALS = "section 3 (multiple-dose vials)"
_INCOMPATIBLE = ("diazepam", "barbiturates")

_US_READY = Handling(
    diluents=(Diluent.GLUCOSE, Diluent.SALINE),
    incompatible=_INCOMPATIBLE,
    storage="20 to 25 \u00b0C, protected from light",
    source=Citation(
        sources.KETALAR_LABEL,
        "sections 2.1 and 2.3; 10 mg/mL should not be diluted for injection, incompatibilities: Handbook on Injectable Drugs",
    ),
)
_US = Handling(
    diluents=(Diluent.GLUCOSE, Diluent.SALINE),
    injection_diluents=(Diluent.WATER, Diluent.SALINE, Diluent.GLUCOSE),
    incompatible=_INCOMPATIBLE,
    storage="20 to 25 \u00b0C, protected from light",
    source=Citation(sources.KETALAR_LABEL, "sections 2.1 and 2.3; incompatibilities: Handbook on Injectable Drugs"),
)
_US_STRONG = Handling(
    diluents=(Diluent.GLUCOSE, Diluent.SALINE),
    injection_diluents=(Diluent.WATER, Diluent.SALINE, Diluent.GLUCOSE),
    strongest="50 mg/mL",
    incompatible=_INCOMPATIBLE,
    storage="20 to 25 \u00b0C, protected from light",
    source=Citation(
        sources.KETALAR_LABEL,
        "sections 2.1 and 2.3: with an equal volume, so 50 mg/mL at most; incompatibilities: Handbook on Injectable Drugs",
    ),
)
_ELSEWHERE = Handling(
    incompatible=_INCOMPATIBLE,
    source=Citation(sources.KETALAR_AU, "incompatibilities: UK and Israeli product information; storage was not seen"),
)

KETAMINE_10_MG_PER_ML = Product(
    Drug.KETAMINE,
    "10 mg/mL",
    "20 mL",
    routes=_LABELLED,
    as_salt="11.53 mg/mL",
    handling=_US_READY,
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_10_MG_PER_ML",
)
KETAMINE_50_MG_PER_ML = Product(
    Drug.KETAMINE,
    "50 mg/mL",
    "10 mL",
    routes=_LABELLED,
    as_salt="57.67 mg/mL",
    handling=_US,
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_50_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "5 mL",
    routes=_LABELLED,
    as_salt="115.33 mg/mL",
    handling=_US_STRONG,
    source=Citation(sources.KETAMINE_LABEL_GLAND, _VIALS),
    name="KETAMINE_100_MG_PER_ML",
)
KETAMINE_100_MG_PER_ML_10_ML = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "10 mL",
    routes=_LABELLED,
    as_salt="115.33 mg/mL",
    handling=_US_STRONG,
    source=Citation(sources.KETAMINE_LABEL_EUGIA, _VIALS),
    name="KETAMINE_100_MG_PER_ML_10_ML",
)
KETAMINE_100_MG_PER_ML_2_ML_NZ = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "2 mL",
    routes=_LABELLED,
    single_use=True,
    source=Citation(
        sources.KETAMINE_NZ,
        "the ampoule holds 2 mL, 200 mg in all; routes of the same strength elsewhere (ours); once opened, for one use (ours)",
    ),
    name="KETAMINE_100_MG_PER_ML_2_ML_NZ",
)
KETAMINE_100_MG_PER_ML_2_ML_AU = Product(
    Drug.KETAMINE,
    "100 mg/mL",
    "2 mL",
    routes=_LABELLED,
    as_salt="115.34 mg/mL",
    single_use=True,
    handling=_ELSEWHERE,
    source=Citation(sources.KETALAR_AU, "Ketamine-Baxter, ampoules of 2 mL; once opened, for one use (ours)"),
    name="KETAMINE_100_MG_PER_ML_2_ML_AU",
)
KETAMINE_10_MG_PER_ML_10_ML_AU = Product(
    Drug.KETAMINE,
    "10 mg/mL",
    "10 mL",
    routes=(Route.INTRAVENOUS,),
    as_salt="11.53 mg/mL",
    single_use=True,
    handling=_ELSEWHERE,
    source=Citation(sources.KETALAR_AU, "Interpharma, ampoules of 100 mg in 10 mL; once opened, for one use (ours)"),
    name="KETAMINE_10_MG_PER_ML_10_ML_AU",
)
SPRAVATO_28_MG = Product(
    Drug.ESKETAMINE,
    "140 mg/mL",
    "0.2 mL",
    routes=(Route.INTRANASAL,),
    single_use=True,
    sprays=2,
    rest="5 min",
    as_salt="161.5 mg/mL",
    source=Citation(sources.SPRAVATO_NDC, "28 mg in 0.2 mL, single use; 32.3 mg as hydrochloride: US label, section 11"),
    instructions=Citation(sources.SPRAVATO_US_MANUFACTURER, "2 sprays in each device; wait 5 minutes after each device"),
    name="SPRAVATO_28_MG",
)

ALL: tuple[Product, ...] = (
    KETAMINE_10_MG_PER_ML,
    KETAMINE_50_MG_PER_ML,
    KETAMINE_100_MG_PER_ML,
    KETAMINE_100_MG_PER_ML_10_ML,
    KETAMINE_100_MG_PER_ML_2_ML_NZ,
    KETAMINE_100_MG_PER_ML_2_ML_AU,
    KETAMINE_10_MG_PER_ML_10_ML_AU,
    SPRAVATO_28_MG,
)
"""Every product of the catalog."""
