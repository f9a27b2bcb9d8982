"""The bibliography: one name per document, so that a missing citation is an error on import and in the editor."""

from __future__ import annotations

from ketadose.evidence import Source, Standing

OURS = Source("OURS", "ketadose", standing=Standing.OURS)
CALLER = Source("CALLER", "the caller's own figure", standing=Standing.SITE)

ANDRADE_2017 = Source("ANDRADE_2017", "Andrade 2017, J Clin Psychiatry 78(7):e852-e857", doi="10.4088/JCP.17f11738")
ANDRADE_2019_PART_2 = Source(
    "ANDRADE_2019_PART_2", "Andrade 2019, Oral Ketamine for Depression, 2, J Clin Psychiatry 80(2)", pmid="30997961"
)
EKSTRAND_2022 = Source(
    "EKSTRAND_2022", "Ekstrand et al. 2022, Int J Neuropsychopharmacol 25(5):339-349", doi="10.1093/ijnp/pyab088"
)
ELEKT_D_2023 = Source("ELEKT_D_2023", "Anand et al. 2023, N Engl J Med 388(25):2315-2325", doi="10.1056/NEJMoa2302399")
FAVA_2020 = Source("FAVA_2020", "Fava et al. 2020, Mol Psychiatry 25(7):1592-1603", doi="10.1038/s41380-018-0256-5")
GLUE_2017 = Source("GLUE_2017", "Glue et al. 2017, J Psychopharmacol 31(10):1302-1305", doi="10.1177/0269881117705089")
HOPKINS_2013 = Source(
    "HOPKINS_2013",
    "Hopkins and Arias 2013, Oncology Nurse Advisor, Jan/Feb, from p. 32",
    address="oncologynurseadvisor.com, review of large-volume intramuscular injections",
)
IDEAL_WEIGHT_TABLE = Source(
    "IDEAL_WEIGHT_TABLE",
    "Table of weights for dosing, after Devine 1974 and Erstad",
    address="pmc.ncbi.nlm.nih.gov/articles/PMC4411565/table/T3",
)
IRWIN_2013 = Source("IRWIN_2013", "Irwin et al. 2013, J Palliat Med 16(8):958-965", doi="10.1089/jpm.2012.0617")
JANMAHASATIAN_2005 = Source(
    "JANMAHASATIAN_2005",
    "Janmahasatian et al. 2005, Clin Pharmacokinet 44(10):1051-1065",
    doi="10.2165/00003088-200544100-00004",
)
KETALAR_LABEL = Source(
    "KETALAR_LABEL",
    "Ketalar (ketamine hydrochloride) injection, US label, revised 10/2024",
    address="DailyMed 46dab560-8ecd-4d92-8c92-6baa2310b09b",
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
KETAMINE_LABEL_EQUAL_VOLUME = Source(
    "KETAMINE_LABEL_EQUAL_VOLUME",
    "Ketamine hydrochloride injection, US label in the older format",
    address="medlibrary.org/lib/rx/meds/ketamine-hydrochloride-1/page/4",
)
LEAN_WEIGHT_TABLE = Source(
    "LEAN_WEIGHT_TABLE",
    "Table of size descriptors, Arch Dis Child Educ Pract",
    address="ep.bmj.com/highwire/markup/136780",
)
LOO_2016 = Source("LOO_2016", "Loo et al. 2016, Acta Psychiatr Scand 134:48-56", doi="10.1111/acps.12572")
LOO_2023 = Source("LOO_2023", "Loo et al. 2023 (KADS), Br J Psychiatry 223(6):533-541", doi="10.1192/bjp.2023.79")
MURROUGH_2013_REPEATED = Source(
    "MURROUGH_2013_REPEATED",
    "Murrough et al. 2013, Biol Psychiatry 74(4):250-256",
    doi="10.1016/j.biopsych.2012.06.022",
)
OLIVER_2022 = Source("OLIVER_2022", "Oliver et al. 2022, J Clin Psychiatry 83(6):21m14336", doi="10.4088/JCP.21m14336")
PARIKH_2023 = Source("PARIKH_2023", "Parikh et al. 2023 (Bio-K), n=75", address="safetylit.org, citation 837756")
SINGH_2016 = Source("SINGH_2016", "Singh et al. 2016, Am J Psychiatry", doi="10.1176/appi.ajp.2016.16010037")
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
TAYLOR_2018 = Source("TAYLOR_2018", "Taylor et al. 2018, Neuropsychopharmacology 43(2):325-333", doi="10.1038/npp.2017.194")
USACH_2019 = Source("USACH_2019", "Usach et al. 2019, Adv Ther 36:2986-2996", doi="10.1007/s12325-019-01101-6")
