"""Whose limits judge: those of a care area, and after them those that a site has added."""

from __future__ import annotations

from typing import NoReturn

from ketadose.catalog import limits
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Standing
from ketadose.findings import Limit
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.records import whole
from ketadose.terms import CareArea, read_word

_CLINIC = CareArea.PSYCHIATRIC_CLINIC
_OF_A_SITE = "Use read_catalog(...).profile(area), which adds to them"


def profile_of(regimen: Regimen, profile: Profile | CareArea | str | None) -> Profile:
    """The limits that judge: those of the regimen's care area, or of the one or the site's profile that the caller names.

    Raises `KetadoseError`: "argument.type" for no regimen, "profile.incomplete", "word.unknown", "record.hollow".
    """
    if type(regimen) is not Regimen:
        raise KetadoseError(
            "argument.type",
            f"{shown(regimen)} is not a regimen",
            field="regimen",
            received=regimen,
            fix="Use kd.protocols or kd.Regimen",
        )
    whole(regimen, "regimen")
    if profile is None:
        return _of_the_library(regimen.area)
    if type(profile) is Profile:
        return _rebuilt(profile)
    if callable(getattr(profile, "profile", None)):
        _refuse_profile(profile, "a catalog has a profile for each care area", "Write profile=catalog.profile(area)")
    return _of_the_library(read_word(CareArea, profile, "profile"))


def _of_the_library(area: CareArea) -> Profile:
    return limits.PSYCHIATRIC_CLINIC if area is _CLINIC else limits.PROFILES[area]


def _rebuilt(profile: Profile) -> Profile:
    """The library's own limits of the care area and, after them, those that a site has added; nothing else is taken over.

    A profile that lacks or changes any of them is refused, and so is an addition that is not a site's own.
    """
    base = _of_the_library(whole(profile, "profile").area)
    if not profile.contains(base):
        _refuse_profile(profile, "the profile lacks limits of its care area", _OF_A_SITE)
    added = profile.limits[len(base.limits) :]
    if len(profile.rules) > len(base.rules) or not all(_is_a_sites(limit) for limit in added):
        _refuse_profile(profile, "the profile holds more than a site's own limits", _OF_A_SITE)
    return Profile(base.area, (*base.limits, *added), base.rules, profile.site)


def _is_a_sites(limit: Limit) -> bool:
    bounds = (limit.soft_low, limit.hard_low, limit.soft_high, limit.hard_high)
    return not limit.wall and all(bound.citation.source.standing is Standing.SITE for bound in bounds if bound is not None)


def _refuse_profile(profile: object, problem: str, fix: str) -> NoReturn:
    raise KetadoseError("profile.incomplete", problem, field="profile", received=shown(profile), fix=fix)
