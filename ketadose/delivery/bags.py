"""The bags of a programme: all made alike, each hung when the one before is empty."""

from __future__ import annotations

import attrs

from ketadose import formulas
from ketadose.calc.bag import Bag, keeping
from ketadose.calc.draw import undiluted
from ketadose.calc.rounding import steps as count_steps
from ketadose.catalog.limits import FLOW_PLAUSIBLE, PROGRAMME_VOLUME_PLAUSIBLE
from ketadose.delivery.hanging import hangs_past, kept_too_long
from ketadose.delivery.judging import Judge
from ketadose.delivery.stepping import NO_VOLUME, START, PlannedStep
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Bound, Finding, exact
from ketadose.measures import Amount, Duration, FlowRate, Volume
from ketadose.model.product import Product, Pump
from ketadose.records import whole
from ketadose.terms import Drug, Rounding, Route, Severity
from ketadose.working import Entry, Given

_NO_LINE = Finding("line.unknown", Severity.NOTE, "what stays in the line at the end is counted as delivered")
_NO_SYRINGE = Finding("draw.unrounded", Severity.NOTE, "what is drawn up for a bag is exact and not rounded to a graduation")
_MOST_BAGS = 100


@attrs.frozen
class Hung:
    """The bag that every one is made like."""

    amount: Amount
    bag: Bag
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def fits(product: Product, drug: Drug) -> Product:
    """The product, if it holds this drug for a vein."""
    if type(product) is not Product:
        raise KetadoseError(
            "argument.type", f"{shown(product)} is not a product", field="product", received=product, fix="Use kd.products"
        )
    checked: Product = whole(product, "product")
    if checked.drug is not drug:
        problem = f"the product holds {checked.drug.value}, the programme is for {drug.value}"
        raise KetadoseError(
            "product.drug", problem, field="product", received=str(checked), fix="One is never turned into the other"
        )
    if Route.INTRAVENOUS not in checked.routes:
        problem = "the product is not for intravenous use"
        raise KetadoseError("product.route", problem, field="product", received=str(checked), fix="Use one that is")
    return checked


def make_alike(product: Product, amount: Amount, volume: Volume) -> Hung:
    """What is drawn up for a bag, and what it is made up to."""
    drawn = formulas.VOLUME(amount, product.strength)
    if drawn.result > volume:
        raise KetadoseError(
            "bag.volume",
            f"{volume} cannot hold the {drawn.result} that are drawn up",
            field="bag_volume",
            received=volume.written or volume.exact,
            fix="Use a larger bag",
        )
    diluent, strength = formulas.LEFT(volume, drawn.result), formulas.CONCENTRATION(amount, volume)
    bag = Bag(True, volume, diluent.result, volume, strength.result, strength.result, None, None, volume)
    named = (Given("product", str(product), product.citation), Given("in a bag", amount))
    entries = (*named, drawn, Given("bag made up to", volume), diluent, strength)
    return Hung(amount, bag, entries, (*undiluted(product, drawn.result, volume), _NO_SYRINGE, _NO_LINE))


def count_bags(volume: Volume, bag: Volume) -> int:
    """The fewest bags that hold the volume."""
    bags = count_steps(volume.value, bag.value, Rounding.UP)
    if bags > _MOST_BAGS:
        problem = f"{bags} bags of {bag} would be needed"
        raise KetadoseError(
            "bag.volume", problem, field="bag_volume", received=bag.written or bag.exact, fix="Use a larger bag"
        )
    return bags


def changes_of(steps: tuple[PlannedStep, ...], bag: Volume, bags: int) -> tuple[Duration, ...]:
    """When each bag but the last is empty; during a bolus, when that is given."""
    changes: list[Duration] = []
    volume = NO_VOLUME
    for step in steps:
        after: Volume = formulas.VOLUME_SUM(volume, step.volume).result
        while len(changes) < bags - 1 and (empty := formulas.VIALS_VOLUME(bag, len(changes) + 1).result) <= after:
            time = START if step.rate is None else formulas.RUNNING_TIME(formulas.LEFT(empty, volume).result, step.rate).result
            changes.append(formulas.TIME_SUM(step.start, time).result)
        volume = after
    return tuple(changes)


def of_bags(
    by: Judge, product: Product, bag: Bag, end: Duration, changes: tuple[Duration, ...], known: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """How many bags, how long the one that hangs longest may be used, and whether it is too strong for a vein."""
    ends = (*changes, end)
    longest = max(formulas.SPAN(end, since).result for since, end in zip((START, *changes), ends, strict=True))
    found = keeping(product, bag, None, longest)
    if not any(each.code == "bag.late" for each in found):
        found += kept_too_long(product, longest)
    found += hangs_past(by, longest, known)
    if not changes:
        return found
    words = "{} bags of {}; the next one is hung after {}"
    when = ", ".join(map(str, changes))
    return (Finding("programme.bags", Severity.NOTE, words, None, (str(len(ends)), bag.volume, when)), *found)


def flowing(steps: tuple[PlannedStep, ...], volume: Volume, pump: Pump | None) -> tuple[Finding, ...]:
    """A CAUTION for a rate that no usual pump has, where no pump's largest rate is known, and for a volume that is not usual.

    Findings: "programme.flow".
    """
    fastest = max((each.rate for each in steps if each.rate is not None), key=lambda rate: rate.value, default=None)
    found: tuple[Finding, ...] = ()
    if fastest is not None and (pump is None or pump.largest_rate is None):
        found += _unusual(fastest, FLOW_PLAUSIBLE)
    return found + _unusual(volume, PROGRAMME_VOLUME_PLAUSIBLE)


def _unusual(figure: FlowRate | Volume, bound: Bound) -> tuple[Finding, ...]:
    if exact(figure) <= exact(bound.value):
        return ()
    words = "{} is more than {}: {} ({}); is the bag stronger than was written?"
    figures = (figure, bound.value, bound.reason, bound.citation.source.standing.value)
    return (Finding("programme.flow", Severity.CAUTION, words, bound.citation, figures),)
