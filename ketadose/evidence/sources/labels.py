"""Labels and the manufacturers' own pages."""

from __future__ import annotations

from ketadose.evidence import Source

KETALAR_LABEL = Source(
    "KETALAR_LABEL",
    "Ketalar (ketamine hydrochloride) injection, US label, revised 10/2024",
    address="DailyMed 46dab560-8ecd-4d92-8c92-6baa2310b09b",
)
KETAMINE_LABEL_EQUAL_VOLUME = Source(
    "KETAMINE_LABEL_EQUAL_VOLUME",
    "Ketamine hydrochloride injection, US label in the older format",
    address="medlibrary.org/lib/rx/meds/ketamine-hydrochloride-1/page/4",
)
KETAMINE_LABEL_EUGIA = Source(
    "KETAMINE_LABEL_EUGIA",
    "Ketamine hydrochloride injection (Eugia), US label, revised 2/2024",
    address="DailyMed f8b01c77-620d-4734-a771-b8524b65bcca",
)
KETAMINE_LABEL_GLAND = Source(
    "KETAMINE_LABEL_GLAND",
    "Ketamine hydrochloride injection (Gland), US label, revised 2/2023",
    address="DailyMed b96a0a23-3ca0-4a92-bd8b-1e9921931772",
)
SPRAVATO_NDC = Source(
    "SPRAVATO_NDC", "Spravato, FDA National Drug Code directory", address="api.fda.gov/drug/ndc.json, 50458-028"
)
SPRAVATO_UK = Source(
    "SPRAVATO_UK",
    "Spravato 28 mg nasal spray, UK prescribing information (Janssen)",
    address="janssen-pi.co.uk/en/product-information/32",
)
SPRAVATO_US_MANUFACTURER = Source(
    "SPRAVATO_US_MANUFACTURER",
    "Spravato, dosing and administration (Janssen, United States)",
    address="spravatohcp.com/dosing-and-administration",
)
ESKETAMINE_CH = Source(
    "ESKETAMINE_CH",
    "Esketamin Sintetica, solution for injection, Swiss product information",
    address="ch.oddb.org/de/gcc/fachinfo/reg/67994",
)
KETALAR_AU = Source(
    "KETALAR_AU",
    "Ketalar and ketamine injections, Australian register entries",
    address="myhealthbox.eu (ARTG product summaries)",
)
KETALAR_CH = Source(
    "KETALAR_CH", "Ketalar (Pfizer), Swiss product information", address="ch.oddb.org/en/gcc/fachinfo/reg/35073"
)
KETALAR_UK = Source(
    "KETALAR_UK", "Ketalar (Pfizer), UK summary of product characteristics, 2019", address="rxreasoner.com/monographs/ketalar"
)
KETAMIN_CH = Source("KETAMIN_CH", "Ketamin injection, Swiss product information", address="ch.oddb.org, fachinfo reg 67199")
KETAMINE_NZ = Source(
    "KETAMINE_NZ",
    "Ketamine ampoules, labelling alert New Zealand (ANZCA)",
    address="anzca.edu.au, ketamine ampoules labelling alert",
)
SPRAVATO_CH = Source("SPRAVATO_CH", "Spravato, Swiss product information", address="ch.oddb.org, fachinfo reg 67103")
SPRAVATO_EU = Source(
    "SPRAVATO_EU",
    "Spravato, EU summary of product characteristics, as restated in 2025",
    address="rxreasoner.com/monographs/spravato",
)
SPRAVATO_HK = Source("SPRAVATO_HK", "Spravato, Hong Kong prescribing information", address="mims.com/hongkong, spravato")
SPRAVATO_MALAYSIA = Source(
    "SPRAVATO_MALAYSIA", "Spravato, Malaysian prescribing information", address="mims.com/malaysia/drug/info/spravato"
)
SPRAVATO_US_2021 = Source(
    "SPRAVATO_US_2021",
    "Spravato, US brief summary and safety information, as reprinted in 2021",
    address="usmedicine.com, 2021 directory, pages 30 to 35",
)
SPRAVATO_US_LABEL_2019 = Source(
    "SPRAVATO_US_LABEL_2019",
    "Spravato, US prescribing information of March 2019, as reprinted",
    address="120ty.net/bencandy.php?aid=58243&fid=134",
)
