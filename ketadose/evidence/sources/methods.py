"""Where formulas and figures of technique come from."""

from __future__ import annotations

from ketadose.evidence import Source

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
JANMAHASATIAN_2005 = Source(
    "JANMAHASATIAN_2005",
    "Janmahasatian et al. 2005, Clin Pharmacokinet 44(10):1051-1065",
    doi="10.2165/00003088-200544100-00004",
)
LEAN_WEIGHT_TABLE = Source(
    "LEAN_WEIGHT_TABLE",
    "Table of size descriptors, Arch Dis Child Educ Pract",
    address="ep.bmj.com/highwire/markup/136780",
)
USACH_2019 = Source("USACH_2019", "Usach et al. 2019, Adv Ther 36:2986-2996", doi="10.1007/s12325-019-01101-6")
