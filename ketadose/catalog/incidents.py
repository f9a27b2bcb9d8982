"""A published case for each kind of mistake in an order, of ketamine where there is one; where none was found, that."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.incident import Incident
from ketadose.terms import MistakeKind

ALL: tuple[Incident, ...] = (
    Incident(
        MistakeKind.DECIMAL,
        "morphine .5 mg, written without a zero before the point, was copied as 5 mg; an infant died",
        Citation(sources.ISMP_DECIMAL, "text"),
    ),
    Incident(
        MistakeKind.DECIMAL,
        "a woman of 69 years was given ten times the ketamine that was meant and died of a myocardial infarction",
        Citation(sources.LONG_2003, "abstract"),
    ),
    Incident(
        MistakeKind.MICROGRAMS,
        "zinc of a preterm infant was entered in mg instead of mcg, a thousand times too much; the child died",
        Citation(sources.ISMP_ZINC, "summary of the event"),
    ),
    Incident(
        MistakeKind.MINUTES,
        "days were taken for hours: the volume of a day was set as the rate of an hour, 28.8 instead of 1.2 mL/h of "
        "fluorouracil; the patient died",
        Citation(sources.ISMP_FLUOROURACIL, "problem"),
    ),
    Incident(
        MistakeKind.POUNDS,
        "a patient of 122 kg was given the alteplase of a person of 122 lb, 50 mg instead of 90 mg",
        Citation(sources.COHEN_2020, "first case"),
    ),
    Incident(
        MistakeKind.PER_WEIGHT,
        "an order of 10.6 g with 30 mg/kg beside it for about 70 kg, five times too much, was given: nobody compared the two; "
        "no case was found in which the figure for a kilogram itself was given as the total",
        Citation(sources.ISMP_BALANCE_1999, "problem"),
    ),
    Incident(
        MistakeKind.COURSE,
        "cyclophosphamide of 4 g/m2 over four days was given on each of the four; the patient died",
        Citation(sources.PSNET_LEHMAN, "commentary"),
    ),
    Incident(
        MistakeKind.VOLUME,
        "lidocaine of 41.7 mg/h was set as 41.7 mL/h instead of 4.17 mL/h, ten times too much, which may have led to her death",
        Citation(sources.LAM_2018, "text"),
    ),
    Incident(
        MistakeKind.STRENGTH,
        "a vial of ketamine 100 mg/mL was taken for one of 10 mg/mL: 950 mg instead of 95 mg; the patient recovered",
        Citation(sources.WARNER_2018, "abstract"),
    ),
    Incident(
        MistakeKind.VIAL,
        "ketamine 10 mg/mL on a syringe was taken for all that it held: 50 mg were given where 5 to 10 mg were ordered",
        Citation(sources.FDA_STRENGTH_2018, "second report"),
    ),
    Incident(
        MistakeKind.BAG,
        "more than 1,100 patients were given weaker chemotherapy, as what was in the bag before the drug was not counted",
        Citation(sources.ISMP_OVERFILL_2013, "problem"),
    ),
    Incident(MistakeKind.SALT, "no published case of ketamine was found", None),
    Incident(MistakeKind.DRUG, "no published case of racemic ketamine and esketamine was found", None),
    Incident(
        MistakeKind.ROUTE,
        "lorazepam drawn up to be swallowed was put into another syringe and given into a vein",
        Citation(sources.ISMP_ORAL_LIQUIDS, "text"),
    ),
    Incident(MistakeKind.BASIS, "no published case was found in which one weight basis was taken for another", None),
    Incident(
        MistakeKind.FREQUENCY,
        "methotrexate 20 mg weekly was prescribed as 20 mg daily; the patient died",
        Citation(sources.ISMP_METHOTREXATE, "methotrexate errors"),
    ),
    Incident(MistakeKind.DEVICES, "no published case of a wrong number of nasal devices was found", None),
)
