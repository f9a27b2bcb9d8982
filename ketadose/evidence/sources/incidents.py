"""Where medication errors that really happened are told."""

from __future__ import annotations

from ketadose.evidence import Source

COHEN_2020 = Source(
    "COHEN_2020",
    "Cohen 2020, Medication errors: dosing card contributes to error, Nursing, February 2020",
    address="journals.lww.com/nursing/Fulltext/2020/02000/Medication_Errors.19.aspx",
)
FDA_STRENGTH_2018 = Source(
    "FDA_STRENGTH_2018",
    "FDA 2018, differences in strength expression on product labels may lead to dosing errors",
    address="fda.gov, human drug compounding, 24 September 2018 (text at upha.com/news/420382)",
)
ISMP_BALANCE_1999 = Source(
    "ISMP_BALANCE_1999",
    "ISMP Medication Safety Alert, The check, please!, 21 April 1999",
    address="ismp.org/Newsletters/acutecare/articles/19990421.asp",
)
ISMP_DECIMAL = Source(
    "ISMP_DECIMAL",
    "ISMP, Please don't sleep through this wake-up call",
    address="ismp.org/resources/please-dont-sleep-through-wake-call",
)
ISMP_FLUOROURACIL = Source(
    "ISMP_FLUOROURACIL",
    "ISMP, a fatality with high-dose fluorouracil: four hours instead of four days",
    address="pmc.ncbi.nlm.nih.gov/articles/PMC3138377",
)
ISMP_METHOTREXATE = Source(
    "ISMP_METHOTREXATE",
    "ISMP for the NABP, accidental daily dosing of methotrexate",
    address="nabp.pharmacy/?p=430308",
)
ISMP_ORAL_LIQUIDS = Source(
    "ISMP_ORAL_LIQUIDS",
    "ISMP, Avoiding inadvertent IV injection of oral liquids",
    address="ismp.org/Newsletters/acutecare/showarticle.aspx?id=29",
)
ISMP_OVERFILL_2013 = Source(
    "ISMP_OVERFILL_2013",
    "ISMP, Understanding and managing IV container overfill, on a bulletin of ISMP Canada of August 2013",
    address="ismp.org/resources/understanding-and-managing-iv-container-overfill",
)
ISMP_ZINC = Source(
    "ISMP_ZINC",
    "ISMP, Fatal 1,000-fold overdoses can occur by transposing mcg and mg",
    address="ismp.org/resources/fatal-1000-fold-overdoses-can-occur-particularly-neonates-transposing-mcg-and-mg",
)
LAM_2018 = Source(
    "LAM_2018",
    "Lam 2018, a lidocaine infusion in Singapore, as restated",
    address="patientsafetysolutions.com, Infusion pump problems, 5 March 2019",
)
LONG_2003 = Source(
    "LONG_2003",
    "Long 2003, Ketamine medication error resulting in death, Int J Med Toxicol 6(1):2",
    address="acmt.net/ijmt",
)
PSNET_LEHMAN = Source(
    "PSNET_LEHMAN",
    "Kaushal 2003, Medication overdose, PSNet, on a case of 1994",
    address="psnet.ahrq.gov/webmm/case/9/Medication-Overdose",
)
WARNER_2018 = Source(
    "WARNER_2018",
    "Warner and Smischney 2018, Accidental ketamine overdose on induction of general anesthesia, Am J Case Rep 19:10-12",
    doi="10.12659/AJCR.906205",
)
