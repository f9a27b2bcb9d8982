"""The limits of each care area, every bound with its citation; "ours" is a judgement of this project and says so."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from ketadose.evidence import Citation, Source, sources
from ketadose.findings import Bound, DoseRule, Limit
from ketadose.measures import (
    Age,
    Amount,
    BodyMassIndex,
    Concentration,
    Duration,
    Height,
    Measure,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Drug, Route

_OURS = Citation(sources.OURS, "judgement")


def _seen(value: Measure | int, source: Source, reason: str = "", place: str = "abstract", unit: str = "") -> Bound:
    return Bound(value, Citation(source, place), reason, unit)


def _ours(value: Measure | int | Fraction, reason: str = "", unit: str = "") -> Bound:
    return Bound(value, _OURS, reason, unit)


_K, _S = Drug.KETAMINE, Drug.ESKETAMINE
_IV, _SC, _IM, _IN, _PO, _SL = (
    Route.INTRAVENOUS,
    Route.SUBCUTANEOUS,
    Route.INTRAMUSCULAR,
    Route.INTRANASAL,
    Route.ORAL,
    Route.SUBLINGUAL,
)
_LABEL = "dosage and administration: anaesthesia"


def _wall(drug: Drug, route: Route | None, bound: Bound, axis: Axis = Axis.PER_WEIGHT) -> Limit:
    return Limit(axis, drug, route, hard_high=bound, wall=True)


_LABEL_LARGEST = "the label's largest dose in anaesthesia"
_HALF = "half of the racemate's; no esketamine label for this route is cited"
OUTER_WALLS: tuple[Limit, ...] = (
    _wall(_K, _IV, _seen(PerWeight("4.5 mg/kg"), sources.KETAMINE_LABEL_EUGIA, _LABEL_LARGEST, _LABEL)),
    _wall(_K, _IM, _seen(PerWeight("13 mg/kg"), sources.KETAMINE_LABEL_EUGIA, _LABEL_LARGEST, _LABEL)),
    _wall(_K, _PO, _seen(PerWeight("7 mg/kg"), sources.ANDRADE_2019_PART_2, "the largest oral dose that the review found")),
    _wall(
        _K, _SC, _ours(PerWeight("4.5 mg/kg"), "the label's largest intravenous dose; no label cited here is for this route")
    ),
    _wall(_K, _SL, _ours(PerWeight("7 mg/kg"), "as by mouth")),
    _wall(_K, None, _ours(PerWeight("13 mg/kg"), "the largest dose of the labels cited here")),
    _wall(_S, _IV, _ours(PerWeight("0.5 mg/kg"), _HALF)),
    _wall(_S, _IM, _ours(PerWeight("0.65 mg/kg"), _HALF)),
    _wall(
        _S,
        _IN,
        _seen(Amount("84 mg"), sources.SPRAVATO_UK, "the largest dose of the label", "dosage and administration"),
        Axis.AMOUNT,
    ),
    _wall(_S, None, _ours(PerWeight("6.5 mg/kg"), "half of the racemate's")),
)
"""Maxima that no override passes, in every care area: of labels and reviews, and judgements where none is cited."""

_EVERYBODY = (
    Limit(Axis.AGE, hard_low=_ours(Age("18 years"), "the protocols are for adults")),
    Limit(
        Axis.WEIGHT,
        soft_low=_ours(Weight("30 kg"), "check the weight and its unit"),
        soft_high=_ours(Weight("250 kg"), "check the weight and its unit"),
    ),
)

_INTRAVENOUS = (
    Limit(
        Axis.PER_WEIGHT,
        _K,
        _IV,
        soft_low=_seen(PerWeight("0.1 mg/kg"), sources.FAVA_2020, "the lowest dose of the dose-finding trial"),
        soft_high=_seen(PerWeight("0.75 mg/kg"), sources.ANDRADE_2017, "the most that the review says some may require"),
        hard_high=_seen(PerWeight("1 mg/kg"), sources.FAVA_2020, "the highest dose of the dose-finding trial"),
    ),
    Limit(
        Axis.PER_WEIGHT,
        _S,
        _IV,
        soft_low=_ours(PerWeight("0.1 mg/kg")),
        soft_high=_ours(PerWeight("0.375 mg/kg"), "half of the racemate's"),
    ),
    Limit(Axis.AMOUNT, _K, _IV, soft_high=_ours(Amount("100 mg"))),
    Limit(
        Axis.PER_WEIGHT_RATE,
        _K,
        _IV,
        soft_high=_ours(PerWeightRate("1 mg/kg/h")),
        hard_high=_seen(PerWeightRate("1.5 mg/kg/h"), sources.FAVA_2020, "1 mg/kg over 40 min, the fastest of the trial"),
    ),
    Limit(
        Axis.PER_WEIGHT_RATE,
        _S,
        _IV,
        soft_high=_ours(PerWeightRate("0.5 mg/kg/h"), "half of the racemate's"),
        hard_high=_ours(PerWeightRate("0.75 mg/kg/h"), "half of the racemate's"),
    ),
    Limit(
        Axis.DURATION,
        None,
        _IV,
        soft_low=_seen(Duration("40 min"), sources.PARIKH_2023, "the shorter of the trial's infusions"),
        hard_low=_seen(Duration("2 min"), sources.ANDRADE_2017, "the shortest session that the review found"),
        soft_high=_seen(Duration("100 min"), sources.PARIKH_2023, "the longer of the trial's infusions"),
        hard_high=_ours(Duration("120 min")),
    ),
    Limit(Axis.INTERVAL, None, _IV, soft_low=_ours(2, "three a week leaves two days")),
    Limit(
        Axis.PER_WEEK,
        None,
        _IV,
        soft_high=_seen(2, sources.ELEKT_D_2023, "twice a week"),
        hard_high=_seen(3, sources.SINGH_2016, "three a week"),
    ),
    Limit(
        Axis.COURSE,
        None,
        _IV,
        soft_high=_seen(6, sources.OLIVER_2022, "six infusions"),
        hard_high=_seen(12, sources.EKSTRAND_2022, "at most 12 infusions"),
    ),
    Limit(Axis.WINDOW, _K, _IV, soft_high=_ours(PerWeight("3 mg/kg")), window=21),
    Limit(Axis.WINDOW, _K, _IV, hard_high=_ours(PerWeight("12 mg/kg")), window=28),
)

_SUBCUTANEOUS = (
    Limit(
        Axis.PER_WEIGHT,
        _K,
        _SC,
        soft_low=_seen(PerWeight("0.1 mg/kg"), sources.LOO_2016, "the first step of the titration"),
        soft_high=_seen(PerWeight("0.9 mg/kg"), sources.LOO_2023, "the highest dose of the trial"),
        hard_high=_seen(PerWeight("1 mg/kg"), sources.GLUE_2017, "the highest dose of the study"),
    ),
    Limit(Axis.AMOUNT, _K, _SC, soft_high=_ours(Amount("100 mg"))),
    Limit(Axis.INTERVAL, _K, _SC, soft_low=_ours(3)),
    Limit(Axis.PER_WEEK, _K, _SC, soft_high=_seen(2, sources.LOO_2023, "twice a week"), hard_high=_ours(3)),
    Limit(Axis.COURSE, _K, _SC, soft_high=_seen(8, sources.LOO_2023, "twice a week for four weeks")),
)

_INTRAMUSCULAR = (
    Limit(
        Axis.PER_WEIGHT,
        _K,
        _IM,
        soft_low=_seen(PerWeight("0.1 mg/kg"), sources.LOO_2016, "the first step of the titration"),
        soft_high=_ours(PerWeight("1 mg/kg")),
        hard_high=_ours(PerWeight("1.3 mg/kg"), "just above the highest published in psychiatry, 70 mg at 122 lb (Cusin 2012)"),
    ),
    Limit(Axis.AMOUNT, _K, _IM, hard_high=_ours(Amount("100 mg"))),
    Limit(Axis.INTERVAL, _K, _IM, soft_low=_ours(3)),
    Limit(Axis.PER_WEEK, _K, _IM, soft_high=_ours(2), hard_high=_ours(3)),
    Limit(Axis.COURSE, _K, _IM, soft_high=_ours(8)),
)

_INTRANASAL = (
    Limit(Axis.INTERVAL, _S, _IN, soft_low=_ours(2)),
    Limit(
        Axis.PER_WEEK,
        _S,
        _IN,
        hard_high=_seen(2, sources.SPRAVATO_UK, "twice a week in weeks 1 to 4", "dosage and administration"),
    ),
    Limit(
        Axis.COURSE,
        _S,
        _IN,
        soft_high=_seen(8, sources.SPRAVATO_UK, "induction: twice a week for four weeks", "dosage and administration"),
    ),
)

_ORAL = (
    Limit(
        Axis.PER_WEIGHT,
        _K,
        _PO,
        soft_low=_seen(PerWeight("0.25 mg/kg"), sources.ANDRADE_2019_PART_2, "the smallest oral dose that the review found"),
        soft_high=_seen(PerWeight("2.5 mg/kg"), sources.ANDRADE_2019_PART_2, "the oral dose held equal to the intravenous one"),
        hard_high=_ours(PerWeight("3 mg/kg")),
    ),
    Limit(
        Axis.AMOUNT,
        _K,
        _PO,
        hard_high=_seen(Amount("300 mg"), sources.ANDRADE_2019_PART_2, "the largest fixed oral dose that the review found"),
    ),
    Limit(Axis.COURSE, _K, _PO, soft_high=_seen(28, sources.IRWIN_2013, "daily for 28 days")),
)

PSYCHIATRIC_CLINIC = Profile(
    CareArea.PSYCHIATRIC_CLINIC,
    (*OUTER_WALLS, *_EVERYBODY, *_INTRAVENOUS, *_SUBCUTANEOUS, *_INTRAMUSCULAR, *_INTRANASAL, *_ORAL),
    (
        DoseRule(
            _S,
            _IN,
            (Amount("28 mg"), Amount("56 mg"), Amount("84 mg")),
            Citation(sources.SPRAVATO_UK, "dosage and administration"),
        ),
    ),
)

PROFILES: Mapping[CareArea, Profile] = MappingProxyType({CareArea.PSYCHIATRIC_CLINIC: PSYCHIATRIC_CLINIC})
"""The profile of each care area."""

BMI_SHOWN_FROM = _ours(BodyMassIndex("30 kg/m2"), "the dose on each weight basis is shown from here")
STALE_DAYS = _ours(28, "a weight older than this is called old", "days")
COARSE_PERCENT = _ours(5, "a device's step that moves the figure by more is called coarse", "%")
POUNDS_BMI_FROM = _ours(BodyMassIndex("40 kg/m2"), "pounds written as kilograms are suspected from here")
POUNDS_BMI_READ = Limit(
    Axis.BODY_MASS_INDEX, soft_low=_ours(BodyMassIndex("17 kg/m2")), soft_high=_ours(BodyMassIndex("35 kg/m2"))
)
"""Where the body mass index lies when the same number, read as pounds, is plausible."""
POUNDS_FACTOR_LOW = _ours(Fraction(2), "pounds for kilograms: the smallest suspicious factor to an earlier weight", "times")
POUNDS_FACTOR_HIGH = _ours(Fraction(12, 5), "pounds for kilograms: the largest suspicious factor to an earlier weight", "times")
LEAN_DOMAIN: tuple[Limit, ...] = (
    Limit(
        Axis.AGE,
        soft_low=_seen(Age("18 years"), sources.JANMAHASATIAN_2005),
        soft_high=_seen(Age("82 years"), sources.JANMAHASATIAN_2005),
    ),
    Limit(
        Axis.WEIGHT,
        soft_low=_seen(Weight("40.7 kg"), sources.JANMAHASATIAN_2005),
        soft_high=_seen(Weight("216.5 kg"), sources.JANMAHASATIAN_2005),
    ),
    Limit(
        Axis.BODY_MASS_INDEX,
        soft_low=_seen(BodyMassIndex("17.1 kg/m2"), sources.JANMAHASATIAN_2005),
        soft_high=_seen(BodyMassIndex("69.9 kg/m2"), sources.JANMAHASATIAN_2005),
    ),
)
"""The people that lean weight was fitted to."""
IDEAL_DOMAIN: tuple[Limit, ...] = (
    Limit(
        Axis.HEIGHT, soft_low=_seen(Height("60 in"), sources.IDEAL_WEIGHT_TABLE, "the formula counts inches over 60", "table 3")
    ),
)
"""The heights that ideal weight was made for."""
SUBCUTANEOUS_SITE = _seen(Volume("1.5 mL"), sources.USACH_2019, "the most generally accepted at one subcutaneous site")
INTRAMUSCULAR_SITE = _seen(Volume("5 mL"), sources.HOPKINS_2013, "the most cited for one intramuscular injection", "overview")
DILUTE_FROM = _seen(
    Concentration("100 mg/mL"),
    sources.KETALAR_LABEL,
    "from this strength on, not intravenously without dilution",
    "warning: proper dilution",
)
DILUTE_TO = _seen(
    2, sources.KETAMINE_LABEL_EQUAL_VOLUME, "diluted with an equal volume", "directions for use", "times its own volume"
)
