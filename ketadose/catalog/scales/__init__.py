"""Rating scales, and what single studies counted as response, remission or the like on them.

A scale has bands only where a source defines them. Definitions that contradict each other stand side by side, each with
its own study; none of them is the default. What needs a second scale beside this one, such as a global impression, is not
here: one score cannot decide it.
"""

from __future__ import annotations

from ketadose.catalog.scales.anxiety import *  # noqa: F403
from ketadose.catalog.scales.depression import *  # noqa: F403
from ketadose.catalog.scales.obsession import *  # noqa: F403
from ketadose.catalog.scales.trauma import *  # noqa: F403
from ketadose.model.scale import Definition, Scale

ALL: tuple[Scale, ...] = (
    GAD_7,  # noqa: F405
    LSAS_SELF,  # noqa: F405
    LSAS_CLINICIAN,  # noqa: F405
    HAM_A,  # noqa: F405
    FQ_TOTAL_PHOBIA,  # noqa: F405
    HADS_ANXIETY,  # noqa: F405
    HADS_DEPRESSION,  # noqa: F405
    PHQ_9,  # noqa: F405
    MADRS,  # noqa: F405
    HRSD_17,  # noqa: F405
    QIDS_SR16,  # noqa: F405
    PCL_5,  # noqa: F405
    CAPS_5,  # noqa: F405
    Y_BOCS,  # noqa: F405
    CADSS,  # noqa: F405
)
"""Every scale of the catalog; two versions of one scale are two scales."""

DEFINITIONS: tuple[Definition, ...] = (
    HULL_2022_GAD_7_RESPONSE,  # noqa: F405
    TOUSSAINT_2020_GAD_7_CHANGE,  # noqa: F405
    BAUER_STAEB_2021_GAD_7_CHANGE,  # noqa: F405
    TAYLOR_2018_LSAS_CA_RESPONSE,  # noqa: F405
    VON_GLISCHINSKI_2018_LSAS_SR_RESPONSE,  # noqa: F405
    VON_GLISCHINSKI_2018_LSAS_CA_RESPONSE,  # noqa: F405
    VON_GLISCHINSKI_2018_LSAS_SR_REMISSION,  # noqa: F405
    VON_GLISCHINSKI_2018_LSAS_CA_REMISSION,  # noqa: F405
    MCINNES_2022_PHQ_9_RESPONSE,  # noqa: F405
    MCINNES_2022_PHQ_9_REMISSION,  # noqa: F405
    SUSTAIN_3_PHQ_9_REMISSION,  # noqa: F405
    LOEWE_2004_PHQ_9_CHANGE,  # noqa: F405
    BAUER_STAEB_2021_PHQ_9_CHANGE,  # noqa: F405
    SALLOUM_2019_MADRS_RESPONSE,  # noqa: F405
    SUSTAIN_3_MADRS_RESPONSE,  # noqa: F405
    TRANSFORM_3_MADRS_RESPONSE,  # noqa: F405
    PHILLIPS_2019_MADRS_RESPONSE,  # noqa: F405
    JAPAN_2021_MADRS_RESPONSE,  # noqa: F405
    EKSTRAND_2022_MADRS_REMISSION,  # noqa: F405
    SALLOUM_2019_MADRS_REMISSION,  # noqa: F405
    LOO_2023_MADRS_REMISSION,  # noqa: F405
    DALY_2018_MADRS_REMISSION,  # noqa: F405
    PARIKH_2023_MADRS_REMISSION,  # noqa: F405
    HAWLEY_2002_MADRS_REMISSION,  # noqa: F405
    TRANSFORM_3_MADRS_REMISSION,  # noqa: F405
    SUSTAIN_3_MADRS_REMISSION,  # noqa: F405
    SALLOUM_2019_MADRS_RELAPSE,  # noqa: F405
    DURU_2008_MADRS_CHANGE_LEAST,  # noqa: F405
    DURU_2008_MADRS_CHANGE_MOST,  # noqa: F405
    HENGARTNER_2021_MADRS_CHANGE_LEAST,  # noqa: F405
    HENGARTNER_2021_MADRS_CHANGE_MOST,  # noqa: F405
    HENGARTNER_2021_HRSD_17_CHANGE_LEAST,  # noqa: F405
    HENGARTNER_2021_HRSD_17_CHANGE_MOST,  # noqa: F405
    ELEKT_D_2023_QIDS_SR16_RESPONSE,  # noqa: F405
    FEDER_2021_CAPS_5_RESPONSE,  # noqa: F405
    MARX_2022_CAPS_5_CHANGE_SAMPLE_1,  # noqa: F405
    MARX_2022_CAPS_5_CHANGE_SAMPLE_2,  # noqa: F405
    MARX_2022_CAPS_5_END,  # noqa: F405
    MARX_2022_PCL_5_CHANGE_SAMPLE_1,  # noqa: F405
    MARX_2022_PCL_5_CHANGE_SAMPLE_2,  # noqa: F405
    MARX_2022_PCL_5_END,  # noqa: F405
    OLDER_RULE_PCL_5_RESPONSE,  # noqa: F405
    OLDER_RULE_PCL_5_CHANGE,  # noqa: F405
    BLANCHARD_2023_PCL_5_CHANGE_LEAST,  # noqa: F405
    BLANCHARD_2023_PCL_5_CHANGE_MOST,  # noqa: F405
    RODRIGUEZ_2013_Y_BOCS_RESPONSE,  # noqa: F405
    FARRIS_2013_Y_BOCS_RESPONSE,  # noqa: F405
    FARRIS_2013_Y_BOCS_REMISSION,  # noqa: F405
    FARRIS_2013_Y_BOCS_WELLNESS,  # noqa: F405
    RAMAKRISHNAN_2024_Y_BOCS_RESPONSE,  # noqa: F405
    RAMAKRISHNAN_2024_Y_BOCS_REMISSION,  # noqa: F405
    JANSSEN_CADSS_DISSOCIATION,  # noqa: F405
    POST_HOC_2021_CADSS_DISSOCIATION,  # noqa: F405
)
"""Every definition of the catalog, by scale."""
