"""Single figures and domains: whose weight formulas they are, when a weight is old, how much goes into one site."""

from __future__ import annotations

from fractions import Fraction

from ketadose.catalog.limits.cited import ours, seen
from ketadose.evidence import sources
from ketadose.findings import Limit
from ketadose.measures import Age, BodyMassIndex, Concentration, Height, Volume, Weight
from ketadose.terms import Axis

BMI_SHOWN_FROM = ours(BodyMassIndex("30 kg/m2"), "the dose on each weight basis is shown from here")
STALE_DAYS = ours(28, "a weight older than this is called old", "days")
MOVE_DAYS = ours(6, "a session is not moved further from its day in the pattern, unless somebody says so", "days")
WEIGHT_CHANGE_PERCENT = ours(5, "a weight that differs by this or more from the dose's has changed", "%")
REVIEW_AFTER = ours(3, "a course is reviewed after this many sessions", "sessions")
REVIEW_AGAIN_AFTER = ours(6, "a course is reviewed again after this many sessions", "sessions")
INTERVAL_STEP_DAYS = ours(7, "between the ends that a source names, maintenance is spaced out by this much", "days")
COARSE_PERCENT = ours(5, "a device's step that moves the figure by more is called coarse", "%")
POUNDS_BMI_FROM = ours(BodyMassIndex("40 kg/m2"), "pounds written as kilograms are suspected from here")
POUNDS_BMI_READ = Limit(
    Axis.BODY_MASS_INDEX, soft_low=ours(BodyMassIndex("17 kg/m2")), soft_high=ours(BodyMassIndex("35 kg/m2"))
)
"""Where the body mass index lies when the same number, read as pounds, is plausible."""
POUNDS_FACTOR_LOW = ours(Fraction(2), "pounds for kilograms: the smallest suspicious factor to an earlier weight", "times")
POUNDS_FACTOR_HIGH = ours(Fraction(12, 5), "pounds for kilograms: the largest suspicious factor to an earlier weight", "times")
LEAN_DOMAIN: tuple[Limit, ...] = (
    Limit(
        Axis.AGE,
        soft_low=seen(Age("18 years"), sources.JANMAHASATIAN_2005),
        soft_high=seen(Age("82 years"), sources.JANMAHASATIAN_2005),
    ),
    Limit(
        Axis.WEIGHT,
        soft_low=seen(Weight("40.7 kg"), sources.JANMAHASATIAN_2005),
        soft_high=seen(Weight("216.5 kg"), sources.JANMAHASATIAN_2005),
    ),
    Limit(
        Axis.BODY_MASS_INDEX,
        soft_low=seen(BodyMassIndex("17.1 kg/m2"), sources.JANMAHASATIAN_2005),
        soft_high=seen(BodyMassIndex("69.9 kg/m2"), sources.JANMAHASATIAN_2005),
    ),
)
"""The people that lean weight was fitted to."""
IDEAL_DOMAIN: tuple[Limit, ...] = (
    Limit(
        Axis.HEIGHT, soft_low=seen(Height("60 in"), sources.IDEAL_WEIGHT_TABLE, "the formula counts inches over 60", "table 3")
    ),
)
"""The heights that ideal weight was made for."""
SUBCUTANEOUS_SITE = seen(Volume("1.5 mL"), sources.USACH_2019, "the most generally accepted at one subcutaneous site")
INTRAMUSCULAR_SITE = seen(Volume("5 mL"), sources.HOPKINS_2013, "the most cited for one intramuscular injection", "overview")
DILUTE_FROM = seen(
    Concentration("100 mg/mL"),
    sources.KETALAR_LABEL,
    "from this strength on, not intravenously without dilution",
    "warning: proper dilution",
)
DILUTE_TO = seen(
    2, sources.KETAMINE_LABEL_EQUAL_VOLUME, "diluted with an equal volume", "directions for use", "times its own volume"
)
