"""The limits of each care area, every bound with its citation; "ours" is a judgement of this project and says so.

The psychiatric clinic's are loaded at once, the other areas' when one of them is first used; `PROFILES` has them all.
"""

from __future__ import annotations

from types import MappingProxyType

from ketadose.catalog.limits.figures import (
    ADULT_FROM,
    BASIS_ADJUSTED,
    BASIS_IDEAL,
    BASIS_LEAN,
    BMI_SHOWN_FROM,
    COARSE_PERCENT,
    DILUTE_FROM,
    DILUTE_TO,
    FLOW_PLAUSIBLE,
    HANGING_HOURS,
    IDEAL_DOMAIN,
    INFANT_BELOW,
    INTERVAL_STEP_DAYS,
    INTRAMUSCULAR_SITE,
    LEAN_DOMAIN,
    MOVE_DAYS,
    ORDER_HUNDREDFOLD,
    ORDER_ROUNDED_TO,
    ORDER_SET_TO,
    ORDER_TENFOLD,
    POUNDS_BMI_FROM,
    POUNDS_BMI_READ,
    POUNDS_FACTOR_HIGH,
    POUNDS_FACTOR_LOW,
    PROGRAMME_VOLUME_PLAUSIBLE,
    REVIEW_AFTER,
    REVIEW_AGAIN_AFTER,
    STALE_DAYS,
    SUBCUTANEOUS_SITE,
    WEIGHT_CHANGE_PERCENT,
)
from ketadose.catalog.limits.psychiatric_clinic import PSYCHIATRIC_CLINIC
from ketadose.catalog.limits.walls import EVERYBODY, OUTER_WALLS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketadose.catalog.limits.other_areas import (
        ACUTE_PAIN_WARD,
        ANAESTHESIA,
        CHRONIC_PAIN,
        EMERGENCY_AGITATION,
        EMERGENCY_ANALGESIA,
        EMERGENCY_SUICIDALITY,
        PROCEDURAL_SEDATION,
    )
    from ketadose.model.profile import Profile
    from ketadose.terms import CareArea

    PROFILES: Mapping[CareArea, Profile]

__all__ = [
    "ACUTE_PAIN_WARD",
    "ADULT_FROM",
    "ANAESTHESIA",
    "BASIS_ADJUSTED",
    "BASIS_IDEAL",
    "BASIS_LEAN",
    "BMI_SHOWN_FROM",
    "CHRONIC_PAIN",
    "COARSE_PERCENT",
    "DILUTE_FROM",
    "DILUTE_TO",
    "EMERGENCY_AGITATION",
    "EMERGENCY_ANALGESIA",
    "EMERGENCY_SUICIDALITY",
    "EVERYBODY",
    "FLOW_PLAUSIBLE",
    "HANGING_HOURS",
    "IDEAL_DOMAIN",
    "INFANT_BELOW",
    "INTERVAL_STEP_DAYS",
    "INTRAMUSCULAR_SITE",
    "LEAN_DOMAIN",
    "MOVE_DAYS",
    "ORDER_HUNDREDFOLD",
    "ORDER_ROUNDED_TO",
    "ORDER_SET_TO",
    "ORDER_TENFOLD",
    "OUTER_WALLS",
    "POUNDS_BMI_FROM",
    "POUNDS_BMI_READ",
    "POUNDS_FACTOR_HIGH",
    "POUNDS_FACTOR_LOW",
    "PROCEDURAL_SEDATION",
    "PROFILES",
    "PROGRAMME_VOLUME_PLAUSIBLE",
    "PSYCHIATRIC_CLINIC",
    "REVIEW_AFTER",
    "REVIEW_AGAIN_AFTER",
    "STALE_DAYS",
    "SUBCUTANEOUS_SITE",
    "WEIGHT_CHANGE_PERCENT",
]

_ELSEWHERE = (
    "EMERGENCY_ANALGESIA",
    "EMERGENCY_SUICIDALITY",
    "EMERGENCY_AGITATION",
    "ACUTE_PAIN_WARD",
    "CHRONIC_PAIN",
    "PROCEDURAL_SEDATION",
    "ANAESTHESIA",
)


def __getattr__(name: str) -> object:
    """Load the other care areas when one of them, or all of them, is first used."""
    if name not in {"PROFILES", *_ELSEWHERE}:
        raise AttributeError(f"module 'ketadose.catalog.limits' has no attribute {name!r}")
    from ketadose.catalog.limits import other_areas

    every = (PSYCHIATRIC_CLINIC, *(getattr(other_areas, each) for each in _ELSEWHERE))
    globals()["PROFILES"] = MappingProxyType({profile.area: profile for profile in every})
    globals().update({each: getattr(other_areas, each) for each in _ELSEWHERE})
    return globals()[name]
