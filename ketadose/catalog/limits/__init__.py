"""The limits of each care area, every bound with its citation; "ours" is a judgement of this project and says so."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ketadose.catalog.limits.figures import (
    BMI_SHOWN_FROM,
    COARSE_PERCENT,
    DILUTE_FROM,
    DILUTE_TO,
    IDEAL_DOMAIN,
    INTRAMUSCULAR_SITE,
    LEAN_DOMAIN,
    POUNDS_BMI_FROM,
    POUNDS_BMI_READ,
    POUNDS_FACTOR_HIGH,
    POUNDS_FACTOR_LOW,
    STALE_DAYS,
    SUBCUTANEOUS_SITE,
)
from ketadose.catalog.limits.other_areas import (
    ACUTE_PAIN_WARD,
    ANAESTHESIA,
    CHRONIC_PAIN,
    EMERGENCY_AGITATION,
    EMERGENCY_ANALGESIA,
    EMERGENCY_SUICIDALITY,
    PROCEDURAL_SEDATION,
)
from ketadose.catalog.limits.psychiatric_clinic import PSYCHIATRIC_CLINIC
from ketadose.catalog.limits.walls import EVERYBODY, OUTER_WALLS
from ketadose.model.profile import Profile
from ketadose.terms import CareArea

__all__ = [
    "ACUTE_PAIN_WARD",
    "ANAESTHESIA",
    "BMI_SHOWN_FROM",
    "CHRONIC_PAIN",
    "COARSE_PERCENT",
    "DILUTE_FROM",
    "DILUTE_TO",
    "EMERGENCY_AGITATION",
    "EMERGENCY_ANALGESIA",
    "EMERGENCY_SUICIDALITY",
    "EVERYBODY",
    "IDEAL_DOMAIN",
    "INTRAMUSCULAR_SITE",
    "LEAN_DOMAIN",
    "OUTER_WALLS",
    "POUNDS_BMI_FROM",
    "POUNDS_BMI_READ",
    "POUNDS_FACTOR_HIGH",
    "POUNDS_FACTOR_LOW",
    "PROCEDURAL_SEDATION",
    "PROFILES",
    "PSYCHIATRIC_CLINIC",
    "STALE_DAYS",
    "SUBCUTANEOUS_SITE",
]

PROFILES: Mapping[CareArea, Profile] = MappingProxyType(
    {
        CareArea.PSYCHIATRIC_CLINIC: PSYCHIATRIC_CLINIC,
        CareArea.EMERGENCY_ANALGESIA: EMERGENCY_ANALGESIA,
        CareArea.EMERGENCY_SUICIDALITY: EMERGENCY_SUICIDALITY,
        CareArea.EMERGENCY_AGITATION: EMERGENCY_AGITATION,
        CareArea.ACUTE_PAIN_WARD: ACUTE_PAIN_WARD,
        CareArea.CHRONIC_PAIN: CHRONIC_PAIN,
        CareArea.PROCEDURAL_SEDATION: PROCEDURAL_SEDATION,
        CareArea.ANAESTHESIA: ANAESTHESIA,
    }
)
"""The profile of each care area."""
