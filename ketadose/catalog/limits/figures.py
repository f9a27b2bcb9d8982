"""Single figures and domains: whose weight formulas they are, when a weight is old, how much goes into one site."""

from __future__ import annotations

from fractions import Fraction

from ketadose.catalog.limits.cited import ours, seen
from ketadose.evidence import sources
from ketadose.findings import Limit
from ketadose.measures import (
    Age,
    Amount,
    AmountRate,
    BodyMassIndex,
    Concentration,
    Duration,
    FlowRate,
    Height,
    PerWeight,
    PerWeightRate,
    Volume,
    Weight,
)
from ketadose.terms import Axis

BMI_SHOWN_FROM = ours(BodyMassIndex("30 kg/m2"), "the dose on each weight basis is shown from here")
ADULT_FROM = ours(Age("18 years"), "a person is called an adult from here, as the code age.under_18 says")
INFANT_BELOW = ours(Age("0.25 years"), "three months, as the code age.under_3_months says")
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
HANGING_HOURS = ours(Duration("24 h"), "a bag hangs no longer where nothing is recorded of how long it may be used")
FLOW_PLAUSIBLE = ours(FlowRate("999 mL/h"), "a usual pump's largest rate")
PROGRAMME_VOLUME_PLAUSIBLE = ours(Volume("1000 mL"), "a programme's usual volume in all is no larger")

ORDER_TENFOLD = ours(10, "a decimal point that moved by one place", "times")
ORDER_HUNDREDFOLD = ours(100, "a decimal point that moved by two places", "times")
ORDER_ROUNDED_TO = (
    ours(Amount("1 mg"), "an amount on an order is rounded to no more"),
    ours(PerWeight("0.01 mg/kg"), "a dose per weight on an order is rounded to no more"),
    ours(Weight("1 kg"), "a body weight on an order is rounded to no more"),
    ours(Concentration("0.01 mg/mL"), "a strength on an order is rounded to no more"),
    ours(Volume("0.1 mL"), "a syringe's graduation is no coarser"),
    ours(Duration("1 min"), "a duration on an order is rounded to no more"),
    ours(FlowRate("1 mL/h"), "a pump's step is no coarser"),
    ours(AmountRate("1 mg/h"), "a rate in mg/h on an order is rounded to no more"),
    ours(PerWeightRate("0.01 mg/kg/h"), "a rate per weight on an order is rounded to no more"),
)
"""How far a figure on an order may have been rounded, by kind, whatever its last place says."""
ORDER_SET_TO = (
    ours(Volume("0.01 mL"), "a syringe's graduation is no finer"),
    ours(FlowRate("0.1 mL/h"), "a pump's step is no finer"),
)
"""How fine a device is set, by kind, however many decimals an order writes."""
BASIS_IDEAL = (
    seen(Weight("45.5 kg"), sources.IDEAL_WEIGHT_TABLE, "ideal weight of women at 60 inches", "table 3"),
    seen(Weight("50 kg"), sources.IDEAL_WEIGHT_TABLE, "ideal weight of men at 60 inches", "table 3"),
    seen(Weight("2.3 kg"), sources.IDEAL_WEIGHT_TABLE, "ideal weight for each inch over 60", "table 3"),
    seen(Height("60 in"), sources.IDEAL_WEIGHT_TABLE, "the height from which ideal weight counts", "table 3"),
    seen(Height("1 in"), sources.IDEAL_WEIGHT_TABLE, "the step in which ideal weight counts", "table 3"),
)
BASIS_ADJUSTED = seen(40, sources.IDEAL_WEIGHT_TABLE, "adjusted weight: part of what lies over ideal weight", "table 3", "%")
_LEAN = "table 2, semi-mechanistic model of Janmahasatian 2005"
BASIS_LEAN = (
    seen(9270, sources.LEAN_WEIGHT_TABLE, "lean weight: numerator, times the weight", _LEAN),
    seen(8780, sources.LEAN_WEIGHT_TABLE, "lean weight of women: denominator", _LEAN),
    seen(244, sources.LEAN_WEIGHT_TABLE, "lean weight of women: denominator, times the body mass index", _LEAN),
    seen(6680, sources.LEAN_WEIGHT_TABLE, "lean weight of men: denominator", _LEAN),
    seen(216, sources.LEAN_WEIGHT_TABLE, "lean weight of men: denominator, times the body mass index", _LEAN),
)
"""The weight formulas again, for verifying an order in other words than those that calculate it."""
