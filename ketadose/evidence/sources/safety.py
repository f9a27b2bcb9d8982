"""Where contraindications, side effects, interactions and time courses come from, beyond the labels."""

from __future__ import annotations

from ketadose.evidence import Source

ACEVEDO_DIAZ_2020 = Source(
    "ACEVEDO_DIAZ_2020",
    "Acevedo-Diaz et al., side effects of one infusion of ketamine, J Affect Disord, as restated by its authors",
    address="psychcongress.com, 2 December 2019",
)
AHUJA_PREPRINT = Source(
    "AHUJA_PREPRINT",
    "Ahuja et al., intramuscular ketamine, preprint of BMC Psychiatry 22:634",
    address="Research Square rs-1331173 (abstract at katalog.lib.cas.cz)",
)
BROOKE_TRIAL = Source(
    "BROOKE_TRIAL",
    "Ketamine for suicidal thoughts in the emergency department, Brooke Army Medical Center, registered protocol",
    address="clinicaltrials.gov NCT01892995 (copy at clinicaltrialexchange.com)",
)
CPSBC_DRAFT_2021 = Source(
    "CPSBC_DRAFT_2021",
    "College of Physicians and Surgeons of British Columbia, draft on ketamine by injection, 2021, as summarised",
    address="katacanada.org",
)
DIAZGRANADOS_2010 = Source(
    "DIAZGRANADOS_2010", "Diazgranados et al. 2010, bipolar depression", address="pmc.ncbi.nlm.nih.gov/articles/PMC3000408"
)
HAGELBERG_2010 = Source(
    "HAGELBERG_2010", "Hagelberg et al. 2010, Eur J Pain 14(6):625-629", doi="10.1016/j.ejpain.2009.10.003", pmid="19897389"
)
KETALAR_AU_LEAFLET = Source(
    "KETALAR_AU_LEAFLET", "Ketalar, Australian consumer medicine information", address="nps.org.au, Ketalar"
)
KETALAR_HENRY_SCHEIN = Source(
    "KETALAR_HENRY_SCHEIN", "Ketalar (Henry Schein), US label", address="medthority.com, Ketalar Henry Schein"
)
KETALAR_PDR = Source("KETALAR_PDR", "Ketalar, drug summary of the PDR, restating the US label", address="pdr.net, Ketalar")
KETAMINE_LABEL_HOSPIRA = Source(
    "KETAMINE_LABEL_HOSPIRA",
    "Ketamine hydrochloride injection (Hospira), US label",
    address="pfizermedicalinformation.com/ketamine/highlights",
)
KETAMINE_LABEL_MYLAN = Source(
    "KETAMINE_LABEL_MYLAN",
    "Ketamine hydrochloride injection (Mylan), US label in the older format",
    address="fda.report 505dc937",
)
KETAMIN_LEAFLET_ABCUR = Source("KETAMIN_LEAFLET_ABCUR", "Ketamin (Abcur), package leaflet", address="imeds.se, Ketamin Abcur")
KETAMINE_SUMMARY = Source(
    "KETAMINE_SUMMARY",
    "Ketamine, precautions and interactions of European summaries of product characteristics, as restated",
    address="rxreasoner.com/substances/ketamine",
)
KETAMAX_PHILIPPINES = Source(
    "KETAMAX_PHILIPPINES", "Ketamax (ketamine), Philippine prescribing information", address="mims.com/philippines, Ketamax"
)
NOPPERS_RIFAMPICIN = Source(
    "NOPPERS_RIFAMPICIN", "Noppers et al., rifampicin and S-ketamine in 20 men", address="scholars.duke.edu, pub1303721"
)
OKTOS_PROTOCOL = Source("OKTOS_PROTOCOL", "OKTOS pilot study, BMC Psychiatry 2020", doi="10.1186/s12888-020-02925-1")
PELTONIEMI_2011 = Source(
    "PELTONIEMI_2011", "Peltoniemi et al. 2011, Clin Pharmacol Ther 90(2):296-302", doi="10.1038/clpt.2011.140"
)
PELTONIEMI_2012_GRAPEFRUIT = Source(
    "PELTONIEMI_2012_GRAPEFRUIT",
    "Peltoniemi et al. 2012, Eur J Clin Pharmacol 68(6):979-986",
    doi="10.1007/s00228-012-1214-9",
    pmid="22286159",
)
PELTONIEMI_2012_RIFAMPICIN = Source(
    "PELTONIEMI_2012_RIFAMPICIN",
    "Peltoniemi et al. 2012, Basic Clin Pharmacol Toxicol 111(5):325-332",
    doi="10.1111/j.1742-7843.2012.00908.x",
)
PELTONIEMI_2012_ST_JOHNS_WORT = Source(
    "PELTONIEMI_2012_ST_JOHNS_WORT",
    "Peltoniemi et al. 2012, Fundam Clin Pharmacol 26(6):743-750",
    doi="10.1111/j.1472-8206.2011.00954.x",
    pmid="21635359",
)
RODRIGUES_2022 = Source(
    "RODRIGUES_2022",
    "Rodrigues et al. 2022, safety of repeated infusions at a Canadian centre, n=203 (catalogue copy of the abstract)",
    address="searchworks.staging.jioinstitute.edu.in",
)
SCOTTISH_PALLIATIVE = Source(
    "SCOTTISH_PALLIATIVE", "Scottish Palliative Care Guidelines, ketamine", address="palliativecareguidelines.scot.nhs.uk"
)
SHORT_2018 = Source(
    "SHORT_2018", "Short et al. 2018, Lancet Psychiatry 5(1):65-78", doi="10.1016/S2215-0366(17)30272-9", pmid="28757132"
)
SPRAVATO_MEDICAL_INFORMATION = Source(
    "SPRAVATO_MEDICAL_INFORMATION",
    "Spravato, medical information of Johnson & Johnson, United States",
    address="jnjmedicalconnect.com",
)
SPRAVATO_PDR = Source(
    "SPRAVATO_PDR",
    "Spravato, drug summary of the PDR, restating the US label",
    address="pdr.net/drug-summary/?drugLabelId=24300",
)
SPRAVATO_PHILIPPINES = Source(
    "SPRAVATO_PHILIPPINES", "Spravato, Philippine prescribing information", address="mims.com/philippines/drug/info/spravato"
)
SPRAVATO_WEEKS = Source(
    "SPRAVATO_WEEKS",
    "Adverse events of esketamine over time, post hoc analysis of NCT02493868 and NCT02497287, n=928",
    address="psychiatrist.com",
)
SZARMACH_2021 = Source("SZARMACH_2021", "Szarmach et al. 2021, Medicina 57(3):274", doi="10.3390/medicina57030274")
WELLINGTON_ICU = Source("WELLINGTON_ICU", "Wellington ICU, ketamine monograph", address="drug.wellingtonicu.com")
YIP_2022 = Source("YIP_2022", "Yip et al. 2022, Front Psychiatry 13:1017504", doi="10.3389/fpsyt.2022.1017504", pmid="36245888")
AN_2021 = Source(
    "AN_2021", "An et al. 2021, Front Psychol, meta-analysis of intranasal treatment", doi="10.3389/fpsyg.2021.648691"
)
COYLE_LAWS_2015 = Source("COYLE_LAWS_2015", "Coyle and Laws 2015, meta-analysis of single infusions", doi="10.1002/hup.2475")
HAN_2016 = Source("HAN_2016", "Han et al. 2016, Neuropsychiatr Dis Treat 12:2859-2867", doi="10.2147/NDT.S117146")
KETAMIN_LABATEC_CH = Source(
    "KETAMIN_LABATEC_CH", "Ketamin Labatec, Swiss product information", address="ch.oddb.org, fachinfo reg 63231"
)
KETAMINE_MIMS_INDIA = Source(
    "KETAMINE_MIMS_INDIA",
    "Ketamine, generic monograph of MIMS India, a drug compendium",
    address="mims.com/india/drug/info/ketamine",
)
KRYST_2020 = Source(
    "KRYST_2020", "Kryst et al. 2020, Pharmacol Rep 72:543-562", doi="10.1007/s43440-020-00097-z", pmid="32301056"
)
SANACORA_2017 = Source(
    "SANACORA_2017",
    "Sanacora et al. 2017 (American Psychiatric Association), JAMA Psychiatry 74:399-405, as restated at mdedge.com, 133049",
    doi="10.1001/jamapsychiatry.2017.0080",
)
