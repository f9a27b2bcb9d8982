"""The limits of the care areas outside the psychiatric clinic, every bound with its citation.

What a source leaves to the site, such as the largest dose of an emergency department, is no limit here: a site adds its own.
"""

from __future__ import annotations

from ketadose.catalog.limits.cited import IM, IV, K, S, ours, seen
from ketadose.catalog.limits.walls import EVERYBODY, OUTER_WALLS
from ketadose.evidence import sources
from ketadose.findings import Limit
from ketadose.measures import Amount, AmountRate, Duration, PerWeight, PerWeightRate, Weight
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea

_TABLE = "table 1"
_WARD = "dose and drug preparation"
_LABEL = "dosage and administration: anaesthesia"
_INDUCTION = "section 4.2: induction of anaesthesia"
_CHILDREN = "eTG, for children from 2 years, on ideal weight; extended to adults by us"
_A_MINUTE = seen(Duration("1 min"), sources.KETAMINE_LABEL_EUGIA, "slowly, over 60 seconds: the label of ketamine", _LABEL)

EMERGENCY_ANALGESIA = Profile(
    CareArea.EMERGENCY_ANALGESIA,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.PER_WEIGHT,
            K,
            IV,
            soft_low=seen(PerWeight("0.1 mg/kg"), sources.ACEP_NOW, "the smallest recommended dose", "dosing"),
            soft_high=seen(PerWeight("0.3 mg/kg"), sources.ACEP_NOW, "the largest recommended dose", "dosing"),
            hard_high=seen(PerWeight("0.35 mg/kg"), sources.ASRA_ACUTE_2018, "boluses do not exceed it", "recommendations"),
        ),
        Limit(
            Axis.DURATION,
            None,
            IV,
            soft_low=seen(Duration("15 min"), sources.ACEP_NOW, "an infusion over 15 minutes", "dosing"),
            hard_low=seen(Duration("5 min"), sources.WESTJEM_2020, "a slow push over 5 minutes", _TABLE),
        ),
    ),
)

EMERGENCY_SUICIDALITY = Profile(
    CareArea.EMERGENCY_SUICIDALITY,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.PER_WEIGHT,
            K,
            IV,
            hard_high=seen(PerWeight("0.2 mg/kg"), sources.DOMANY_2020, "the trial's dose; more was given over 40 min only"),
            lasting_to=Duration("30 min"),
        ),
        Limit(
            Axis.PER_WEIGHT,
            K,
            IV,
            hard_high=seen(PerWeight("0.5 mg/kg"), sources.ABBAR_2022, "the dose of the trial, over 40 min"),
        ),
        Limit(
            Axis.DURATION,
            None,
            IV,
            soft_low=seen(Duration("40 min"), sources.ABBAR_2022, "the duration of the trial"),
            hard_low=_A_MINUTE,
        ),
        Limit(
            Axis.PER_WEIGHT_RATE,
            K,
            IV,
            soft_high=ours(PerWeightRate("0.75 mg/kg/h"), "0.5 mg/kg over 40 min (Abbar 2022)"),
            hard_high=ours(PerWeightRate("12 mg/kg/h"), "0.2 mg/kg over a minute"),
        ),
        Limit(Axis.COURSE, K, IV, hard_high=seen(2, sources.ABBAR_2022, "two infusions, 24 hours apart")),
    ),
)

EMERGENCY_AGITATION = Profile(
    CareArea.EMERGENCY_AGITATION,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(Axis.PER_WEIGHT, K, IM, hard_high=seen(PerWeight("4 mg/kg"), sources.WESTJEM_2020, "the dose", _TABLE)),
        Limit(Axis.AMOUNT, K, IM, hard_high=seen(Amount("500 mg"), sources.WESTJEM_2020, "the largest single dose", _TABLE)),
    ),
)

ACUTE_PAIN_WARD = Profile(
    CareArea.ACUTE_PAIN_WARD,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.AMOUNT_RATE,
            K,
            IV,
            hard_high=seen(AmountRate("25 mg/h"), sources.NHS_HIGHLAND, "never more above 50 kg", _WARD),
        ),
        Limit(
            Axis.AMOUNT_RATE,
            K,
            IV,
            hard_high=seen(
                AmountRate("15 mg/h"),
                sources.NHS_HIGHLAND,
                "never more under 50 kg; the source leaves 50 kg itself open, and the lower rate is taken",
                _WARD,
            ),
            up_to=Weight("50 kg"),
        ),
        Limit(
            Axis.DURATION,
            None,
            IV,
            hard_low=ours(Duration("60 min"), "an infusion by rate; the ward guideline has no loading dose"),
            hard_high=seen(Duration("24 h"), sources.NHS_HIGHLAND, "a syringe is discarded after 24 hours", _WARD),
        ),
    ),
)

CHRONIC_PAIN = Profile(
    CareArea.CHRONIC_PAIN,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.PER_WEIGHT_RATE,
            K,
            IV,
            soft_high=seen(PerWeightRate("0.35 mg/kg/h"), sources.SCHWARTZMAN_2009, "the largest rate of the trial"),
            hard_high=ours(PerWeightRate("0.5 mg/kg/h")),
        ),
        Limit(
            Axis.AMOUNT_RATE,
            K,
            IV,
            hard_high=seen(AmountRate("25 mg/h"), sources.SCHWARTZMAN_2009, "the trial's cap on the rate"),
        ),
        Limit(
            Axis.DURATION,
            K,
            IV,
            hard_low=ours(Duration("60 min"), "an infusion by rate"),
            hard_high=seen(Duration("4 h"), sources.SCHWARTZMAN_2009, "four hours a day"),
        ),
        Limit(Axis.COURSE, K, IV, soft_high=seen(10, sources.SCHWARTZMAN_2009, "daily for ten days")),
        Limit(
            Axis.WINDOW,
            K,
            IV,
            soft_high=ours(PerWeight("14 mg/kg"), "0.35 mg/kg/h for four hours on each of ten days (Schwartzman 2009)"),
            window=10,
        ),
    ),
)

PROCEDURAL_SEDATION = Profile(
    CareArea.PROCEDURAL_SEDATION,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.PER_WEIGHT,
            K,
            IV,
            soft_low=ours(PerWeight("0.25 mg/kg"), _CHILDREN),
            soft_high=ours(PerWeight("0.5 mg/kg"), _CHILDREN),
            hard_high=ours(PerWeight("1 mg/kg"), _CHILDREN),
        ),
        Limit(Axis.DURATION, None, IV, hard_low=_A_MINUTE),
    ),
)

ANAESTHESIA = Profile(
    CareArea.ANAESTHESIA,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        Limit(
            Axis.PER_WEIGHT,
            K,
            IV,
            soft_low=seen(PerWeight("1 mg/kg"), sources.KETAMINE_LABEL_EUGIA, "the smallest dose", _LABEL),
            soft_high=seen(PerWeight("2 mg/kg"), sources.KETAMINE_LABEL_EUGIA, "the average dose", _LABEL),
            hard_high=seen(PerWeight("4.5 mg/kg"), sources.KETAMINE_LABEL_EUGIA, "the largest dose", _LABEL),
        ),
        Limit(
            Axis.PER_WEIGHT_RATE,
            K,
            IV,
            soft_high=seen(PerWeightRate("30 mg/kg/h"), sources.KETALAR_LABEL, "0.5 mg/kg/min", "section 2"),
        ),
        Limit(Axis.DURATION, None, IV, hard_low=_A_MINUTE),
        Limit(
            Axis.PER_WEIGHT,
            K,
            IM,
            soft_low=seen(PerWeight("6.5 mg/kg"), sources.KETAMINE_LABEL_EUGIA, "the smallest dose", _LABEL),
            hard_high=seen(PerWeight("13 mg/kg"), sources.KETAMINE_LABEL_EUGIA, "the largest dose", _LABEL),
        ),
        Limit(
            Axis.PER_WEIGHT,
            S,
            IV,
            soft_low=seen(PerWeight("0.5 mg/kg"), sources.ESKETAMINE_CH, "the smallest dose", _INDUCTION),
            hard_high=seen(PerWeight("1 mg/kg"), sources.ESKETAMINE_CH, "the largest dose", _INDUCTION),
        ),
        Limit(
            Axis.PER_WEIGHT,
            S,
            IM,
            soft_low=seen(PerWeight("2 mg/kg"), sources.ESKETAMINE_CH, "the smallest dose", _INDUCTION),
            hard_high=seen(PerWeight("4 mg/kg"), sources.ESKETAMINE_CH, "the largest dose", _INDUCTION),
        ),
    ),
)
