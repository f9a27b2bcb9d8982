"""How long a bag hangs, pauses included, against its product's handling, or a day, and the area's longest time."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ketadose.catalog.limits import HANGING_HOURS
from ketadose.delivery.judging import Judge
from ketadose.findings import Finding, exact, passed
from ketadose.measures import Duration
from ketadose.model.product import Product
from ketadose.terms import Axis, Severity


def kept_too_long(product: Product, time: Duration) -> tuple[Finding, ...]:
    """A CAUTION where a bag hangs for longer than it may be used, or for more than a day where nobody said how long.

    Findings: "bag.late".
    """
    handling = product.handling
    if handling is not None and handling.use_within is not None:
        if time <= handling.use_within:
            return ()
        words = "with its pauses the infusion ends after {}; the bag may be used for {}"
        return (Finding("bag.late", Severity.CAUTION, words, handling.citation, (time, handling.use_within)),)
    if exact(time) <= exact(HANGING_HOURS.value):
        return ()
    words = "a bag hangs for {}, pauses included; nothing is recorded for it and {} is the longest here ({})"
    figures = (time, HANGING_HOURS.value, HANGING_HOURS.citation.source.standing.value)
    return (Finding("bag.late", Severity.CAUTION, words, HANGING_HOURS.citation, figures),)


def hangs_past(by: Judge, time: Duration, known: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """A CAUTION for each longest duration of the care area that a bag hangs past, but for those found already.

    Findings: "duration.high".
    """
    told = {each.limit for each in known if each.code == "duration.high"}
    found: tuple[Finding, ...] = ()
    for limit in by.bind(time):
        high = limit.hard_high if limit.axis is Axis.DURATION else None
        if high is not None and limit not in told and exact(time) > exact(high.value):
            finding = passed(limit, time, "with its pauses the time that a bag hangs", by.profile.area)
            found += (attrs.evolve(finding, severity=Severity.CAUTION),)
    return found
