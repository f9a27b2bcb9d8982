"""The published list of finding codes; that of error codes is `ketadose.errors.CODES`."""

from __future__ import annotations

from ketadose.terms import Axis

FINDINGS: tuple[tuple[str, str], ...] = (
    *(
        (f"{axis.name.lower()}.{side}", f"{axis.value} {'below' if side == 'low' else 'above'} a bound: CAUTION or STOP")
        for axis in Axis
        if axis not in {Axis.HEIGHT, Axis.BODY_MASS_INDEX}
        for side in ("low", "high")
    ),
    ("age.unknown", "NOTE: no age was given, so adulthood was not checked"),
    ("weight.converted", "NOTE: the weight was converted to kilograms"),
    ("weight.pounds", "CAUTION: pounds and kilograms may have been mistaken for each other"),
    ("weight.pounds_unchecked", "NOTE: without a height or an earlier weight, pounds for kilograms cannot be noticed"),
    ("weight.not_measured", "NOTE: the weight was stated or estimated, not measured"),
    ("weight.changed", "CAUTION: the weight differs from the one that the dose was calculated on by 5 % or more"),
    ("weight.fixed", "NOTE: a fixed dose does not change with the weight"),
    ("weight.undated", "NOTE: how old the weight is cannot be said: a date is missing"),
    ("weight.stale", "CAUTION: the weight is old on the day of a session, or dated after it"),
    ("basis.used", "NOTE: the dose is calculated on another weight than the actual one"),
    ("basis.above_actual", "CAUTION: the dosing weight is more than the actual weight"),
    ("basis.outside", "CAUTION: the weight formula is used outside the people it was made for"),
    ("basis.obesity", "NOTE: body mass index 30 or more: the dose on each weight basis"),
    ("weight.capped", "CAUTION: the dosing weight was capped"),
    ("dose.capped", "CAUTION: the dose was capped"),
    ("dose.not_allowed", "STOP: a dose that the product's instructions do not have"),
    ("dose.first", "NOTE on a dose, STOP in a course: not a dose of the source for the first session"),
    ("dose.age", "STOP: not an age that the source doses in this way; CAUTION: the age is not known"),
    (
        "dose.area",
        "CAUTION: judged by the limits of another care area than the regimen's own; STOP where those of its own refuse it",
    ),
    ("dose.no_limits", "STOP: no limits are known for this drug, route and care area"),
    ("regimen.unsourced", "NOTE: a regimen that names no document"),
    ("regimen.remark", "NOTE: what the source leaves unclear or how far it goes"),
    (
        "rounding.held_down",
        "NOTE: a figure was rounded the other way so as not to pass a hard limit, a cap or the pump's largest rate",
    ),
    ("rounding.coarse", "CAUTION: the device's step moves the figure by more than 5 %"),
    ("product.off_label", "NOTE: the product's label does not name this route"),
    ("product.undiluted", "STOP: the product must be diluted before it goes into a vein"),
    ("bag.use", "NOTE: how long the made-up bag may be used, by the label or by the site"),
    ("bag.late", "CAUTION: the infusion runs longer than the bag may be used"),
    ("bag.strong", "STOP: a bag or an injection stronger than what may go into a vein, by the label or by the site"),
    (
        "bag.diluent",
        "CAUTION: a diluent that the product's label does not name for an infusion, or a product with none recorded",
    ),
    ("draw.unrounded", "NOTE: no syringe was given, so the volume is not rounded to a graduation"),
    ("draw.large_site", "CAUTION: more than is usually injected at one site"),
    ("rate.unrounded", "NOTE: no pump was given, so the rate is not rounded to a step"),
    ("programme.bags", "NOTE: a programme needs more than one bag"),
    ("line.unknown", "NOTE: what stays in the line is not counted"),
    ("line.residue", "CAUTION: part of the dose stays in the line"),
    (
        "bioavailability.unknown",
        "CAUTION: no record says how much of a dose by this route reaches the circulation of this patient",
    ),
    ("bioavailability.parent", "NOTE: the parent drug alone is counted, not its active metabolites"),
    ("bioavailability.spread", "NOTE: records that print no interval, so that people may differ by more than is shown"),
    ("bioavailability.population", "NOTE: records that do not say that they measured adults"),
    ("bioavailability.disagree", "NOTE: the records of a route disagree, and by what factor"),
    ("equivalent.estimate", "NOTE: an equivalence is an estimate checked against no limits, and no order"),
    ("equivalent.ratio", "CAUTION: racemate and esketamine were exchanged by a ratio that the caller named"),
    ("course.no_limits", "STOP: no limits on a course are known for this drug, route and care area"),
    ("course.order", "CAUTION: the source raises the dose from session to session, and this course does not follow it"),
    ("course.step", "STOP: the dose changes by more than the source's step"),
    ("course.condition", "NOTE: sessions that are given only on a condition"),
    ("course.other_days", "CAUTION: the sessions are planned on other days than the source's"),
    ("course.moved", "NOTE: sessions that are not on their day of the pattern, and why"),
    ("course.closer", "CAUTION: two sessions are closer to each other than any two of the pattern"),
    ("course.span", "CAUTION: the course is longer than the source's span"),
    ("course.closed", "CAUTION: a session is planned for a day on which the clinic does not treat"),
    ("course.holidays", "CAUTION: sessions in a year of which the calendar knows no holiday"),
    ("course.replan", "CAUTION: what was given leaves no room for the next session: plan again"),
    ("clock.gap", "CAUTION: a session would start at a time that does not exist, as the clocks are put forward"),
    ("clock.twice", "CAUTION: a session would start at a time that exists twice, as the clocks are put back"),
    ("course.derived", "NOTE: the days were derived; the source gives only their number and span"),
    ("proposal.order", "NOTE: a proposal by a source's rule is no order"),
    ("proposal.unchecked", "NOTE: no patient was given, so a proposed dose was checked against no limit"),
    ("proposal.ours", "NOTE: a proposed interval between the ends that the source names is this project's"),
)
"""Every finding code with what it means."""
