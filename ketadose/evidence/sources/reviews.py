"""Reviews, consensus statements, guidelines and the practice of services."""

from __future__ import annotations

from ketadose.evidence import Source

ANDRADE_2017 = Source("ANDRADE_2017", "Andrade 2017, J Clin Psychiatry 78(7):e852-e857", doi="10.4088/JCP.17f11738")
ANDRADE_2019_PART_1 = Source(
    "ANDRADE_2019_PART_1",
    "Andrade 2019, Oral Ketamine for Depression, 1, J Clin Psychiatry 80(2)",
    address="iasp-pain.org, papers of the week 113908 (abstract)",
)
ANDRADE_2019_PART_2 = Source(
    "ANDRADE_2019_PART_2", "Andrade 2019, Oral Ketamine for Depression, 2, J Clin Psychiatry 80(2)", pmid="30997961"
)
BEAGLEHOLE_2023 = Source(
    "BEAGLEHOLE_2023", "Beaglehole et al. 2023, BJPsych Open 9(6):e191", doi="10.1192/bjo.2023.577", pmid="37828915"
)
HARTLAND_2023 = Source(
    "HARTLAND_2023", "Hartland et al. 2023, J Psychopharmacol 37(8):764-774", doi="10.1177/02698811231161627", pmid="37005739"
)
KISHIMOTO_2016 = Source(
    "KISHIMOTO_2016", "Kishimoto et al. 2016, Psychol Med 46(7):1459-1472", doi="10.1017/S0033291716000064", pmid="26867988"
)
OXFORD_SERVICE = Source(
    "OXFORD_SERVICE",
    "Oxford Health NHS Foundation Trust, ketamine service",
    address="oxfordhealth.nhs.uk/ips/ketamine-trd (2026) and oxfordhealth.nhs.uk/ketamine-service/faq (older)",
)
WHITTAKER_2021 = Source(
    "WHITTAKER_2021", "Whittaker et al. 2021, Ther Adv Psychopharmacol 11:1-12", doi="10.1177/20451253211056743"
)
ACEP_NOW = Source(
    "ACEP_NOW", "ACEP Now, policy on low-dose ketamine", address="acepnow.com/article/acep-policy-low-dose-ketamine"
)
ASRA_ACUTE_2018 = Source(
    "ASRA_ACUTE_2018",
    "Schwenk et al. 2018, Reg Anesth Pain Med 43(5):456-466, as restated at guidelinecentral.com",
    doi="10.1097/AAP.0000000000000806",
    pmid="29870457",
)
ASRA_CHRONIC_2018 = Source(
    "ASRA_CHRONIC_2018",
    "Cohen et al. 2018, Reg Anesth Pain Med 43(5):521-546, as restated at guidelinecentral.com",
    doi="10.1097/AAP.0000000000000808",
)
CANMAT_2021 = Source(
    "CANMAT_2021", "Swainson et al. 2021 (CANMAT), Can J Psychiatry 66(2):113-125", doi="10.1177/0706743720970860"
)
ETG_CHILDREN = Source(
    "ETG_CHILDREN",
    "eTG complete, conscious sedation of children with ketamine (an unofficial copy)",
    address="etg-complete-oxy.netlify.app/pain_and_analgesia/agg/c_agg7-c19-s7-5",
)
MAGUIRE_2021 = Source("MAGUIRE_2021", "Maguire et al. 2021, Am J Emerg Med 43:54-58", doi="10.1016/j.ajem.2020.12.088")
NHS_HIGHLAND = Source(
    "NHS_HIGHLAND",
    "NHS Highland, ketamine guidelines for acute pain",
    address="rightdecisions.scot.nhs.uk, NHS Highland, ketamine guidelines",
)
SALAHUDEEN_2020 = Source(
    "SALAHUDEEN_2020",
    "Salahudeen et al. 2020, Esketamine: new hope for the treatment of treatment-resistant depression? A narrative review",
    address="researchprofiles.canberra.edu.au, esketamine: new hope",
)
SYSTEMATIC_REVIEW_2025 = Source(
    "SYSTEMATIC_REVIEW_2025",
    "Ketamine and esketamine in treatment-refractory anxiety, systematic review, J Psychopharmacol 2025",
    doi="10.1177/02698811251389583",
)
WESTJEM_2020 = Source(
    "WESTJEM_2020",
    "Ketamine protocols in emergency care, West J Emerg Med 2020;21(2):272-281",
    doi="10.5811/westjem.2019.10.43067",
)
