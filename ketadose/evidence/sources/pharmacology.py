"""Where bioavailability, salts and the interactions of oral doses come from."""

from __future__ import annotations

from ketadose.evidence import Source

BRUNETTE_2011 = Source(
    "BRUNETTE_2011",
    "Brunette et al. 2011, Paediatr Anaesth 21(6):653-662",
    doi="10.1111/j.1460-9592.2011.03548.x",
    pmid="21355949",
)
CHONG_2006 = Source(
    "CHONG_2006",
    "Chong et al. 2006, Pain Med 7(5):469 (meeting abstract)",
    address="ketamine.com/bioavailability.html (copy of the abstract)",
)
CHONG_2009 = Source(
    "CHONG_2009", "Chong et al. 2009, Clin Drug Investig 29", doi="10.2165/00044011-200929050-00004", pmid="19366273"
)
FANTA_2015 = Source(
    "FANTA_2015", "Fanta et al. 2015, Eur J Clin Pharmacol 71(4):441-447", doi="10.1007/s00228-015-1826-y", pmid="25724645"
)
HASAN_2021 = Source(
    "HASAN_2021",
    "Hasan et al. 2021, Anesthesiology 135(2):326",
    address="pubs.asahq.org/anesthesiology/article/135/2/326/115818",
)
HORNIK_2018 = Source("HORNIK_2018", "Hornik et al. 2018, J Clin Pharmacol", doi="10.1002/jcph.1116", pmid="29677389")
MALINOVSKY_1996 = Source("MALINOVSKY_1996", "Malinovsky et al. 1996, Br J Anaesth 77(2):203-207", doi="10.1093/bja/77.2.203")
MERCK_INDEX_KETAMINE = Source(
    "MERCK_INDEX_KETAMINE",
    "The Merck Index, ketamine, as printed in a data sheet",
    address="data.cas-msds.com/Ketamine.html",
)
NASAL_KETAMINE_2022 = Source(
    "NASAL_KETAMINE_2022", "Nasal against intravenous ketamine, Pharmacotherapy 2022;42(4):298-310", doi="10.1002/phar.2669"
)
PEREZ_RUIXO_2021 = Source(
    "PEREZ_RUIXO_2021",
    "Perez-Ruixo et al. 2021, Clin Pharmacokinet 60(4):501-516",
    doi="10.1007/s40262-020-00953-4",
    pmid="33128208",
)
ROLAN_2014 = Source(
    "ROLAN_2014", "Rolan et al. 2014, Br J Clin Pharmacol 77(6):1011-1016", doi="10.1111/bcp.12264", pmid="24977293"
)
SIMONS_2022 = Source(
    "SIMONS_2022", "Simons et al. 2022, Front Pain Res 3:946486", doi="10.3389/fpain.2022.946486", pmid="35899184"
)
YANAGIHARA_2003 = Source(
    "YANAGIHARA_2003", "Yanagihara et al. 2003, Biopharm Drug Dispos 24(1):37-43", doi="10.1002/bdd.336", pmid="12516077"
)
