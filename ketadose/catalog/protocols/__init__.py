"""Published regimens, one name per document. The name tells the source, the title tells what it does.

A module is loaded when one of its names is first used; `ALL` is every protocol, by route and kind.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.catalog.protocols.anxiety import *  # noqa: F403
    from ketadose.catalog.protocols.esketamine_trials import *  # noqa: F403
    from ketadose.catalog.protocols.intramuscular import *  # noqa: F403
    from ketadose.catalog.protocols.intranasal import *  # noqa: F403
    from ketadose.catalog.protocols.intravenous_contested import *  # noqa: F403
    from ketadose.catalog.protocols.intravenous_courses import *  # noqa: F403
    from ketadose.catalog.protocols.intravenous_single import *  # noqa: F403
    from ketadose.catalog.protocols.oral import *  # noqa: F403
    from ketadose.catalog.protocols.other_areas import *  # noqa: F403
    from ketadose.catalog.protocols.services import *  # noqa: F403
    from ketadose.catalog.protocols.subcutaneous import *  # noqa: F403
    from ketadose.model.regimen import Regimen

    ALL: tuple[Regimen, ...]

_HOMES = {
    "intravenous_courses": (
        "OLIVER_2022",
        "ELEKT_D_2023",
        "MURROUGH_2013_REPEATED",
        "ZHAN_2019",
        "ZHENG_2018",
        "SINGH_2016_TWICE_WEEKLY",
        "SINGH_2016_THRICE_WEEKLY",
        "PHILLIPS_2019",
        "WILKOWSKA_2021",
    ),
    "intravenous_contested": (
        "EKSTRAND_2022",
        "CUSIN_2017",
        "ZED3_REGISTERED",
        "JELOVAC_2025",
    ),
    "services": (
        "OXFORD_SERVICE",
        "PARIKH_2023_SLOW",
        "PARIKH_2023_REGULAR",
        "MCINNES_2022",
        "HIETAMIES_2023",
    ),
    "intravenous_single": (
        "BERMAN_2000",
        "ZARATE_2006",
        "MURROUGH_2013_SINGLE",
        "FAVA_2020",
        "CORREIA_MELO_2020_KETAMINE",
        "CORREIA_MELO_2020_ESKETAMINE",
        "SINGH_2016_ESKETAMINE",
        "FALK_2020",
        "LOO_2016_INTRAVENOUS",
        "CHILUKURI_2014_INTRAVENOUS",
    ),
    "anxiety": (
        "TAYLOR_2018",
        "FEDER_2014",
        "FEDER_2021",
        "ABDALLAH_2022",
        "RODRIGUEZ_2013",
    ),
    "subcutaneous": (
        "GLUE_2017",
        "GLUE_2018",
        "GLUE_2020",
        "LOO_2023_FIXED",
        "LOO_2023_FLEXIBLE",
        "LOO_2016_SUBCUTANEOUS",
        "KED_REGISTERED",
        "DEL_SANT_2020",
    ),
    "intramuscular": (
        "LOO_2016_INTRAMUSCULAR",
        "CHILUKURI_2014_INTRAMUSCULAR",
        "CUSIN_2012",
        "ZANICOTTI_2012",
        "INTRAMUSCULAR_TWO_CASES",
        "AHUJA_2022",
        "BEAGLEHOLE_2023",
    ),
    "intranasal": (
        "LAPIDUS_2014",
        "GALVEZ_2018",
        "SPRAVATO_UNDER_65",
        "SPRAVATO_FROM_65",
        "SPRAVATO_US",
        "SPRAVATO_US_SUICIDALITY",
    ),
    "esketamine_trials": (
        "DALY_2018",
        "FEDGCHIN_2019",
        "POPOVA_2019",
        "OCHS_ROSS_2020",
        "JAPAN_2021",
        "DALY_2019",
        "REIF_2023",
        "FU_2020",
        "IONESCU_2021",
        "JANIK_2025",
    ),
    "oral": (
        "IRWIN_2013",
        "DOMANY_2019",
        "KHEIRABADI_2023",
        "AL_SHIRAWI_2017",
        "CAN_2021",
        "ARABZADEH_2018",
        "JAFARINIA_2016",
        "GLUE_2024",
        "COLLA_2024",
        "LARA_2013",
        "HULL_2022",
        "SMITH_APELDOORN",
    ),
    "other_areas": (
        "DOMANY_2020",
        "KASHANI_2014",
        "BURGER_2016",
        "ABBAR_2022",
        "ACEP_ANALGESIA",
        "WESTJEM_ANALGESIA",
        "WESTJEM_AGITATION",
        "SCHWARTZMAN_2009",
        "SIGTERMANS_2009",
        "HIGHLAND_WARD",
        "KETALAR_INDUCTION",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the module that holds a protocol when it is first used."""
    found: object
    if name == "ALL":
        found = tuple(__getattr__(each) for each in _HOME_OF)
    elif name in _HOME_OF:
        found = getattr(import_module(f"ketadose.catalog.protocols.{_HOME_OF[name]}"), name)
    else:
        raise AttributeError(f"module 'ketadose.catalog.protocols' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return ["ALL", *_HOME_OF]
