"""Studies in people, by first author and year."""

from __future__ import annotations

from ketadose.evidence import Source

ABDALLAH_2022 = Source(
    "ABDALLAH_2022",
    "Abdallah et al. 2022, Neuropsychopharmacology 47(8):1574-1581",
    doi="10.1038/s41386-022-01266-9",
    pmid="35046508",
)
AHUJA_2022 = Source("AHUJA_2022", "Ahuja et al. 2022, BMC Psychiatry 22:634", doi="10.1186/s12888-022-04268-5")
AL_SHIRAWI_2017 = Source(
    "AL_SHIRAWI_2017",
    "Al Shirawi et al. 2017, J Clin Psychopharmacol",
    address="scribd.com/document/523450892 (copy of the paper)",
)
ANZCTR_KED = Source(
    "ANZCTR_KED",
    "KED, subcutaneous ketamine in older adults, registered protocol ACTRN12617001130358",
    address="anzctr.org.au, id 373390",
)
ANZCTR_ZED3 = Source(
    "ANZCTR_ZED3",
    "Intravenous ketamine in treatment-resistant depression, registered protocol ACTRN12624001442594",
    address="anzctr.org.au, id 388014",
)
ARABZADEH_2018 = Source(
    "ARABZADEH_2018", "Arabzadeh et al. 2018, J Affect Disord", doi="10.1016/j.jad.2018.02.056", pmid="29660637"
)
BERMAN_2000 = Source(
    "BERMAN_2000",
    "Berman et al. 2000, Biol Psychiatry 47(4):351-354",
    address="scholars.mssm.edu, antidepressant effects of ketamine",
)
CAN_2021 = Source("CAN_2021", "Can et al. 2021 (OKTOS), Transl Psychiatry 11", doi="10.1038/s41398-021-01230-z")
CHILUKURI_2014 = Source(
    "CHILUKURI_2014", "Chilukuri et al. 2014, Indian J Psychol Med 36(1):71-76", doi="10.4103/0253-7176.127258", pmid="24701015"
)
COLLA_2024 = Source(
    "COLLA_2024", "Colla et al. 2024, J Psychiatr Res 173:124-130", doi="10.1016/j.jpsychires.2024.03.002", pmid="38522166"
)
CORREIA_MELO_2020 = Source("CORREIA_MELO_2020", "Correia-Melo et al. 2020, J Affect Disord 264:527-534", pmid="31786030")
CUSIN_2012 = Source("CUSIN_2012", "Cusin et al. 2012, Am J Psychiatry, letter", doi="10.1176/appi.ajp.2012.12020219")
CUSIN_2017 = Source(
    "CUSIN_2017",
    "Cusin et al. 2017, Ketamine augmentation for outpatients: two-step intravenous dose escalation",
    address="einstein.pure.elsevier.com, ketamine augmentation for outpatients",
)
DALY_2018 = Source("DALY_2018", "Daly et al. 2018, JAMA Psychiatry", address="pmc.ncbi.nlm.nih.gov/articles/PMC5838571")
DALY_2019 = Source(
    "DALY_2019",
    "Daly et al. 2019 (SUSTAIN-1), JAMA Psychiatry 76(9):893-903",
    doi="10.1001/jamapsychiatry.2019.1189",
    pmid="31166571",
)
DEL_SANT_2020 = Source("DEL_SANT_2020", "Del Sant et al. 2020, J Psychopharmacol", doi="10.1177/0269881120922955")
DOMANY_2019 = Source(
    "DOMANY_2019", "Domany et al. 2019, Br J Psychiatry 214(1):20-26", doi="10.1192/bjp.2018.196", pmid="30246667"
)
EKSTRAND_2022 = Source(
    "EKSTRAND_2022",
    "Ekstrand et al. 2022, Int J Neuropsychopharmacol 25(5):339-349",
    doi="10.1093/ijnp/pyab088",
    pmid="35020871",
)
ELEKT_D_2023 = Source("ELEKT_D_2023", "Anand et al. 2023, N Engl J Med", doi="10.1056/NEJMoa2302399", pmid="37224232")
FALK_2020 = Source("FALK_2020", "Falk et al. 2020, BMC Palliat Care 19(1)", doi="10.1186/s12904-019-0499-1")
FAVA_2020 = Source(
    "FAVA_2020", "Fava et al. 2020, Mol Psychiatry 25(7):1592-1603", doi="10.1038/s41380-018-0256-5", pmid="30283029"
)
FEDER_2014 = Source("FEDER_2014", "Feder et al. 2014, JAMA Psychiatry 71(6):681-688", pmid="24740528")
FEDER_2021 = Source("FEDER_2021", "Feder et al. 2021, Am J Psychiatry 178(2):193-202", doi="10.1176/appi.ajp.2020.20050596")
FEDGCHIN_2019 = Source(
    "FEDGCHIN_2019",
    "Fedgchin et al. 2019 (TRANSFORM-1), Int J Neuropsychopharmacol 22(10):616-630",
    doi="10.1093/ijnp/pyz039",
    pmid="31290965",
)
FU_2020 = Source("FU_2020", "Fu et al. 2020 (ASPIRE I), J Clin Psychiatry 81(3):19m13191", address="psychiatrist.com, ASPIRE I")
GALVEZ_2018 = Source(
    "GALVEZ_2018", "Galvez et al. 2018, J Psychopharmacol 32(4):397-407", doi="10.1177/0269881118760660", pmid="29542371"
)
GLUE_2017 = Source(
    "GLUE_2017", "Glue et al. 2017, J Psychopharmacol 31(10):1302-1305", doi="10.1177/0269881117705089", pmid="28441895"
)
GLUE_2018 = Source(
    "GLUE_2018", "Glue et al. 2018, J Psychopharmacol 32(6):663-667", doi="10.1177/0269881118762073", pmid="29561204"
)
GLUE_2020 = Source(
    "GLUE_2020",
    "Glue et al. 2020, J Psychopharmacol 34(3):267-272",
    doi="10.1177/0269881119874457",
    address="avyia.com (abstract restated); Australian New Zealand registry ACTRN12615000617561",
)
GLUE_2024 = Source("GLUE_2024", "Glue et al. 2024 (R-107), Nature Medicine", doi="10.1038/s41591-024-03063-x")
HIETAMIES_2023 = Source(
    "HIETAMIES_2023", "Hietamies et al. 2023, J Affect Disord 335:484-492", doi="10.1016/j.jad.2023.04.141", pmid="37201900"
)
HULL_2022 = Source("HULL_2022", "Hull et al. 2022, J Affect Disord 314:59-67", doi="10.1016/j.jad.2022.07.004")
INTRAMUSCULAR_TWO_CASES = Source(
    "INTRAMUSCULAR_TWO_CASES",
    "Intramuscular ketamine in depression, suicidal thoughts and anxiety: two cases, European Psychiatry, congress abstract",
    address="cambridge.org, European Psychiatry, online 23 March 2020",
)
IONESCU_2021 = Source(
    "IONESCU_2021",
    "Ionescu et al. 2021 (ASPIRE II), Int J Neuropsychopharmacol 24(1):22-31",
    address="safetylit.org, ASPIRE II",
)
IRWIN_2013 = Source(
    "IRWIN_2013", "Irwin et al. 2013, J Palliat Med 16(8):958-965", doi="10.1089/jpm.2012.0617", pmid="23805864"
)
JAFARINIA_2016 = Source("JAFARINIA_2016", "Jafarinia et al. 2016, J Affect Disord 204:1-8", doi="10.1016/j.jad.2016.05.076")
JANIK_2025 = Source(
    "JANIK_2025", "Janik et al. 2025, JAMA Psychiatry 82(9):877-887", doi="10.1001/jamapsychiatry.2025.1317", pmid="40601310"
)
JAPAN_2021 = Source(
    "JAPAN_2021", "Esketamine nasal spray in Japan, phase 2b, BMC Psychiatry 2021", doi="10.1186/s12888-021-03538-y"
)
JELOVAC_2025 = Source(
    "JELOVAC_2025",
    "Jelovac et al. 2025 (KARMA-Dep 2), JAMA Psychiatry",
    doi="10.1001/jamapsychiatry.2025.3019",
    pmid="41123905",
)
KHEIRABADI_2023 = Source(
    "KHEIRABADI_2023", "KheirAbadi and Golkar 2023, Iran J Psychiatry Behav Sci 17(4):e137879", doi="10.5812/ijpbs-137879"
)
LAPIDUS_2014 = Source(
    "LAPIDUS_2014", "Lapidus et al. 2014, Biol Psychiatry 76(12):970-976", doi="10.1016/j.biopsych.2014.03.026", pmid="24821196"
)
LARA_2013 = Source("LARA_2013", "Lara et al. 2013, Int J Neuropsychopharmacol 16(9):2111-2117", doi="10.1017/S1461145713000485")
LARKIN_2011 = Source(
    "LARKIN_2011",
    "Larkin and Beautrais 2011, retracted",
    doi="10.1017/S1461145711000629",
    pmid="21557878",
    address="retractionwatch.com, 28 August 2017",
)
LOO_2016 = Source("LOO_2016", "Loo et al. 2016, Acta Psychiatr Scand 134:48-56", doi="10.1111/acps.12572", pmid="27028832")
LOO_2023 = Source(
    "LOO_2023", "Loo et al. 2023 (KADS), Br J Psychiatry 223(6):533-541", doi="10.1192/bjp.2023.79", pmid="38108319"
)
LUCCHESE_2021 = Source(
    "LUCCHESE_2021", "Lucchese et al. 2021, J Psychopharmacol 35(2):142-149", doi="10.1177/0269881120978398", pmid="33427015"
)
MCINNES_2022 = Source("MCINNES_2022", "McInnes et al. 2022, J Affect Disord", doi="10.1016/j.jad.2021.12.097", pmid="35027209")
MURROUGH_2013_REPEATED = Source(
    "MURROUGH_2013_REPEATED",
    "Murrough et al. 2013, Biol Psychiatry 74(4):250-256",
    doi="10.1016/j.biopsych.2012.06.022",
    pmid="22840761",
)
MURROUGH_2013_SINGLE = Source("MURROUGH_2013_SINGLE", "Murrough et al. 2013, Am J Psychiatry", pmid="23982301")
OCHS_ROSS_2020 = Source(
    "OCHS_ROSS_2020",
    "Ochs-Ross et al. 2020 (TRANSFORM-3), Am J Geriatr Psychiatry",
    doi="10.1016/j.jagp.2019.10.008",
    pmid="31734084",
)
OLIVER_2022 = Source(
    "OLIVER_2022", "Oliver et al. 2022, J Clin Psychiatry 83(6):21m14336", doi="10.4088/JCP.21m14336", pmid="36112599"
)
PARIKH_2023 = Source("PARIKH_2023", "Parikh et al. 2023 (Bio-K), n=75", address="safetylit.org, citation 837756")
PHILLIPS_2019 = Source(
    "PHILLIPS_2019",
    "Phillips et al. 2019, Am J Psychiatry 176(5):401-409",
    doi="10.1176/appi.ajp.2018.18070834",
    pmid="30922101",
)
POPOVA_2019 = Source(
    "POPOVA_2019", "Popova et al. 2019 (TRANSFORM-2), Am J Psychiatry", address="clinicaltrials.gov NCT02418585"
)
REIF_2023 = Source(
    "REIF_2023", "Reif et al. 2023 (ESCAPE-TRD), N Engl J Med 389:1298-1309", address="clinicaltrials.gov NCT04338321"
)
RODRIGUEZ_2013 = Source("RODRIGUEZ_2013", "Rodriguez et al. 2013, Neuropsychopharmacology", doi="10.1038/npp.2013.150")
SALLOUM_2019 = Source(
    "SALLOUM_2019", "Salloum et al. 2019, J Affect Disord 260:131-139", doi="10.1016/j.jad.2019.09.017", pmid="31494365"
)
SHADLI_2018 = Source(
    "SHADLI_2018",
    "Shadli et al. 2018, Int J Neuropsychopharmacol 21(8):717-724",
    doi="10.1093/ijnp/pyy032",
    address="researchoutput.csu.edu.au, ketamine effects on EEG during therapy",
)
SINGH_2016 = Source("SINGH_2016", "Singh et al. 2016, Am J Psychiatry", doi="10.1176/appi.ajp.2016.16010037")
SINGH_2016_ESKETAMINE = Source(
    "SINGH_2016_ESKETAMINE",
    "Singh et al. 2016, intravenous esketamine, as tabled by the Cochrane review of 2021",
    address="pmc.ncbi.nlm.nih.gov/articles/PMC8434915/table/CD011612-tblf-0056",
)
SMITH_APELDOORN = Source(
    "SMITH_APELDOORN",
    "Oral esketamine in treatment-resistant depression, randomised trial with open-label extension, Groningen",
    address="umcgresearch.org, oral esketamine in patients with treatment-resistant depression",
)
SZARMACH_2020 = Source(
    "SZARMACH_2020", "Szarmach et al. 2020, Neuropsychiatr Dis Treat 16:2539-2551", doi="10.2147/NDT.S273287", pmid="33154641"
)
TAYLOR_2018 = Source("TAYLOR_2018", "Taylor et al. 2018, Neuropsychopharmacology 43(2):325-333", doi="10.1038/npp.2017.194")
WILKOWSKA_2021 = Source(
    "WILKOWSKA_2021", "Wilkowska et al. 2021, Neuropsychiatr Dis Treat 17:2637-2646", doi="10.2147/NDT.S325000"
)
ZANICOTTI_2012 = Source(
    "ZANICOTTI_2012", "Zanicotti et al. 2012, J Palliat Med 15(4):400-403", doi="10.1089/jpm.2011.0314", pmid="22468772"
)
ZARATE_2006 = Source(
    "ZARATE_2006",
    "Zarate et al. 2006, Arch Gen Psychiatry, as tabled by the Cochrane review of 2021",
    address="pmc.ncbi.nlm.nih.gov/articles/PMC8434915/table/CD011612-tblf-0064",
)
ZHAN_2019 = Source("ZHAN_2019", "Zhan et al. 2019, J Affect Disord 251:205-212", doi="10.1016/j.jad.2019.03.071")
ZHENG_2018 = Source("ZHENG_2018", "Zheng et al. 2018, J Psychiatr Res 106:61-68", pmid="30278319")
ABBAR_2022 = Source("ABBAR_2022", "Abbar et al. 2022, BMJ 376:e067194", doi="10.1136/bmj-2021-067194", pmid="35110300")
BURGER_2016 = Source("BURGER_2016", "Burger et al. 2016, Military Medicine", pmid="27753551")
DOMANY_2020 = Source(
    "DOMANY_2020",
    "Domany et al. 2020, Depression and Anxiety 37(3):224-233",
    address="cris.tau.ac.il, ketamine for acute suicidal ideation",
)
KASHANI_2014 = Source("KASHANI_2014", "Kashani et al. 2014, Emergency (Tehran) 2(1):36-39", pmid="26495340")
SCHWARTZMAN_2009 = Source("SCHWARTZMAN_2009", "Schwartzman et al. 2009, Pain", doi="10.1016/j.pain.2009.08.015")
SIGTERMANS_2009 = Source("SIGTERMANS_2009", "Sigtermans et al. 2009, Pain 145:304-311", doi="10.1016/j.pain.2009.06.023")
