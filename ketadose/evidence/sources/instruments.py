"""Where scales, their bands and their definitions of response come from."""

from __future__ import annotations

from ketadose.evidence import Source

BAUER_STAEB_2021 = Source(
    "BAUER_STAEB_2021",
    "Bauer-Staeb et al. 2021, J Clin Epidemiol 137:200-208",
    doi="10.1016/j.jclinepi.2021.04.002",
    pmid="33892086",
)
BEARD_2011 = Source(
    "BEARD_2011", "Beard et al. 2011, J Anxiety Disord 25(5):722-726", doi="10.1016/j.janxdis.2011.03.009", pmid="21501944"
)
BJELLAND_2002 = Source("BJELLAND_2002", "Bjelland et al. 2002, J Psychosom Res 52:69-77", address="PII S0022-3999(01)00296-3")
BLANCHARD_2023 = Source(
    "BLANCHARD_2023", "Blanchard et al. 2023, J Trauma Stress 36(6):1102-1114", doi="10.1002/jts.22975", pmid="37845820"
)
BLEVINS_2015 = Source("BLEVINS_2015", "Blevins et al. 2015, J Trauma Stress 28(6):489-498", doi="10.1002/jts.22059")
CADSS_ADVERSE_EVENTS_2023 = Source(
    "CADSS_ADVERSE_EVENTS_2023",
    "CADSS against dissociation as an adverse event, Int J Neuropsychopharmacol 2023;26(3):198-206",
    doi="10.1093/ijnp/pyac081",
    pmid="36525338",
)
CADSS_POST_HOC_2021 = Source(
    "CADSS_POST_HOC_2021",
    "Dissociation and response in TRANSFORM-2 and SUSTAIN-1, post hoc, Int J Neuropsychopharmacol",
    doi="10.1093/ijnp/pyab084",
)
DURU_2008 = Source(
    "DURU_2008",
    "Duru and Fantino 2008, Curr Med Res Opin 24(5):1329-1335",
    doi="10.1185/030079908x291958",
    pmid="18377706",
)
ESKETAMINE_CPT_2021 = Source(
    "ESKETAMINE_CPT_2021",
    "Clin Pharmacol Ther 2021;109(2):536-546, on the esketamine trials",
    doi="10.1002/cpt.2024",
)
FARRIS_2013 = Source(
    "FARRIS_2013", "Farris et al. 2013, J Clin Psychiatry 74(7):685-690", doi="10.4088/JCP.12m07789", pmid="23945445"
)
FORKUS_2022 = Source("FORKUS_2022", "Forkus et al. 2022, Clin Psychol Sci Pract", doi="10.1037/cps0000111", pmid="37378352")
GOODMAN_1989 = Source(
    "GOODMAN_1989",
    "Goodman et al. 1989, Arch Gen Psychiatry 46(11):1006-1011",
    doi="10.1001/archpsyc.1989.01810110048007",
)
HADS_CAMBIO = Source(
    "HADS_CAMBIO",
    "HAD score, decision support model of Cambio, restating Zigmond and Snaith 1983",
    address="development.cds-platform.com, HAD_score/1",
)
HAMILTON_1959 = Source(
    "HAMILTON_1959",
    "Hamilton 1959, Br J Med Psychol 32:50-55, as restated in a decision support model of Cambio",
    address="cds-platform.com, Hamilton anxiety rating scale",
)
HAWLEY_2002 = Source("HAWLEY_2002", "Hawley et al. 2002, J Affect Disord 72:177-184", pmid="12200208")
HENGARTNER_2021 = Source(
    "HENGARTNER_2021", "Hengartner and Ploederl 2021, BMJ Evid Based Med", doi="10.1136/bmjebm-2020-111600"
)
IDS_QIDS = Source(
    "IDS_QIDS",
    "Interpretation of the IDS and QIDS, after Rush 2003 and Trivedi 2004",
    address="ids-qids.org/interpretation.html",
)
KROENKE_2001 = Source(
    "KROENKE_2001",
    "Kroenke et al. 2001, J Gen Intern Med 16:606-613",
    doi="10.1046/j.1525-1497.2001.016009606.x",
    pmid="11556941",
)
LOEWE_2004 = Source(
    "LOEWE_2004",
    "Loewe et al. 2004, Med Care 42(12):1194-1201",
    doi="10.1097/00005650-200412000-00006",
    pmid="15550799",
)
MARKS_1979 = Source(
    "MARKS_1979",
    "Marks and Mathews 1979, Behav Res Ther 17:263-267, as restated",
    address="mrcpsych.uk (2022/05) and c.coek.info (Mavissakalian 1986)",
)
MARX_2022 = Source(
    "MARX_2022", "Marx et al. 2022, Psychol Assess 34(2):197-203", address="hsrd.research.va.gov, citation 157955"
)
MATZA_2010 = Source(
    "MATZA_2010", "Matza et al. 2010, Int J Methods Psychiatr Res 19(4):223-232", doi="10.1002/mpr.323", pmid="20718076"
)
MONTGOMERY_1979 = Source(
    "MONTGOMERY_1979", "Montgomery and Asberg 1979, Br J Psychiatry 134:382-389", doi="10.1192/bjp.134.4.382"
)
PCL_5_QXMD = Source(
    "PCL_5_QXMD",
    "PCL-5 calculator, restating the older rule of the US National Center for PTSD",
    address="calculate.qxmd.com, PCL-5",
)
RAMAKRISHNAN_2024 = Source(
    "RAMAKRISHNAN_2024", "Ramakrishnan et al. 2024, J Psychiatr Res", doi="10.1016/j.jpsychires.2024.03.044"
)
RODRIGUES_2021 = Source(
    "RODRIGUES_2021", "Rodrigues et al. 2021, J Affect Disord 282:160-164", doi="10.1016/j.jad.2020.12.119", pmid="33418362"
)
RUSH_2003 = Source("RUSH_2003", "Rush et al. 2003, Biol Psychiatry 54:573-583", address="ids-qids.org")
RYTWINSKI_2009 = Source("RYTWINSKI_2009", "Rytwinski et al. 2009, Depress Anxiety", doi="10.1002/da.20503")
SNAITH_1986 = Source(
    "SNAITH_1986",
    "Snaith et al. 1986, as restated in a textbook of health measurement",
    address="th4.ilovetranslation.com/J7JCavJZW9A=d",
)
SNAITH_2003 = Source(
    "SNAITH_2003", "Snaith 2003, Health Qual Life Outcomes 1:29", address="hqlo.biomedcentral.com, 1477-7525-1-29"
)
SPITZER_2006 = Source(
    "SPITZER_2006",
    "Spitzer et al. 2006, Arch Intern Med 166(10):1092-1097",
    doi="10.1001/archinte.166.10.1092",
    pmid="16717171",
)
STORCH_2015 = Source(
    "STORCH_2015",
    "Storch et al. 2015, Compr Psychiatry 63:30-35",
    doi="10.1016/j.comppsych.2015.08.007",
    pmid="26555489",
)
SUSTAIN_3_SUBGROUP = Source(
    "SUSTAIN_3_SUBGROUP", "SUSTAIN-3, subgroup, CNS Drugs 2023;37(8):715-723", doi="10.1007/s40263-023-01026-3"
)
TOUSSAINT_2020 = Source(
    "TOUSSAINT_2020", "Toussaint et al. 2020, J Affect Disord 265:395-401", doi="10.1016/j.jad.2020.01.032", pmid="32090765"
)
VON_GLISCHINSKI_2018 = Source(
    "VON_GLISCHINSKI_2018",
    "von Glischinski et al. 2018, Clin Psychol Psychother 25(3):465-473",
    doi="10.1002/cpp.2179",
    pmid="29430794",
)
WEATHERS_2018 = Source(
    "WEATHERS_2018", "Weathers et al. 2018, Psychol Assess 30(3):383-395", doi="10.1037/pas0000486", pmid="28493729"
)
ZIMMERMAN_2013 = Source(
    "ZIMMERMAN_2013", "Zimmerman et al. 2013, J Affect Disord 150(2):384-388", doi="10.1016/j.jad.2013.04.028", pmid="23759278"
)
