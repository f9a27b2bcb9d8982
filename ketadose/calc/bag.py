"""The bag: made up to a volume or added to one, its concentration by name and in truth, and what stays in the line."""

from __future__ import annotations

from typing import NoReturn

import attrs

from ketadose import formulas
from ketadose.calc.draw import Draw
from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.measures import Amount, Concentration, Duration, Volume
from ketadose.measures.reading import read, read_optional
from ketadose.model.handling import Diluent
from ketadose.model.product import Product
from ketadose.records import Record
from ketadose.terms import Severity
from ketadose.working import Entry, Given

_NO_LINE = Finding(
    "line.unknown",
    Severity.NOTE,
    "what stays in the line is counted as delivered: give line_volume to have it subtracted",
)
_UNKNOWN = "{} was not checked: no diluent is recorded for this product"


@attrs.frozen
class Bag(Record):
    """A made-up bag: how it is made, its concentration by name and in truth, and what of it reaches the patient.

    `made_up_to` tells which way: the named volume in all, or the drug added to the named volume. `line_volume` and
    `line_amount` stay in the line when the bag is empty; None where nobody said how much that is.
    """

    made_up_to: bool
    named: Volume
    diluent: Volume
    volume: Volume
    nominal_concentration: Concentration
    concentration: Concentration
    line_volume: Volume | None
    line_amount: Amount | None
    volume_to_infuse: Volume


@attrs.frozen
class MadeUp:
    """A bag with its entries and findings."""

    bag: Bag
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def keeping(product: Product, bag: Bag, diluent: Diluent | None, duration: Duration) -> tuple[Finding, ...]:
    """How long the bag may be used, whether the infusion is over by then, how strong it may be, and of what diluent."""
    handling = product.handling
    if handling is None:
        return () if diluent is None else (Finding("bag.diluent", Severity.CAUTION, _UNKNOWN, None, (diluent.value,)),)
    found: tuple[Finding, ...] = (Finding("bag.use", Severity.NOTE, "after dilution: {}", handling.citation, (handling.use,)),)
    keeps = handling.use_within
    if keeps is not None and duration > keeps:
        words = "the infusion runs for {}; the bag may be used for {}"
        found += (Finding("bag.late", Severity.CAUTION, words, handling.citation, (duration, keeps)),)
    found += too_strong(product, bag.concentration)
    if diluent is not None and diluent not in handling.diluents:
        named = " or ".join(each.value for each in handling.diluents) or "none is recorded"
        words = "{} is not a diluent that is named for an infusion of this product: {}"
        found += (Finding("bag.diluent", Severity.CAUTION, words, handling.citation, (diluent.value, named)),)
    return found


def too_strong(product: Product, concentration: Concentration) -> tuple[Finding, ...]:
    """A STOP where what goes into a vein is stronger than the product's label allows."""
    handling = product.handling
    strongest = None if handling is None else handling.strongest
    if handling is None or strongest is None or concentration <= strongest:
        return ()
    words = "{} is what would go into the vein; the strongest that does is {}"
    return (Finding("bag.strong", Severity.STOP, words, handling.citation, (concentration, strongest)),)


def make_bag(draw: Draw, made_up_to: object, added_to: object, line_volume: object) -> MadeUp:
    """The bag by its named volume: all of it with `made_up_to`, that and the drug with `added_to`; exactly one is given.

    Raises `KetadoseError`: "bag.choice", "bag.volume" and what reading the volumes raises.
    """
    if (made_up_to is None) == (added_to is None):
        raise KetadoseError(
            "bag.choice",
            "the bag is either made up to a volume or the drug is added to one",
            field="made_up_to, added_to",
            expected="exactly one of the two",
            fix='Write made_up_to="100 mL" or added_to="100 mL"',
        )
    made_up = made_up_to is not None
    named = read(Volume, made_up_to if made_up else added_to, "made_up_to" if made_up else "added_to")
    diluent, total, entries = _mixed(draw, named, made_up)
    nominal = formulas.CONCENTRATION(draw.amount, named).result
    true = formulas.CONCENTRATION(draw.amount, total)
    line = read_optional(Volume, line_volume, "line_volume")
    entries += (true,)
    if line is None:
        return MadeUp(Bag(made_up, named, diluent, total, nominal, true.result, None, None, total), entries, (_NO_LINE,))
    if line >= total:
        _refuse_volume("line_volume", line, f"a line of {line} would hold all of the {total}", "Check the line")
    reaches, stays = formulas.LEFT(total, line), formulas.AMOUNT_IN(line, true.result)
    bag = Bag(made_up, named, diluent, total, nominal, true.result, line, stays.result, reaches.result)
    return MadeUp(bag, (*entries, Given("stays in the line", line), reaches, stays), (_residue(bag),))


def _mixed(draw: Draw, named: Volume, made_up: bool) -> tuple[Volume, Volume, tuple[Entry, ...]]:
    """Diluent and volume in all, with the entries that tell of them."""
    if not made_up:
        step = formulas.BAG_TOTAL(named, draw.volume)
        return named, step.result, (Given("drug added to", named), step)
    if named < draw.volume:
        _refuse_volume("made_up_to", named, f"{named} cannot hold the {draw.volume} that is drawn", "Use a larger bag")
    diluent = formulas.LEFT(named, draw.volume)
    return diluent.result, named, (Given("bag made up to", named), diluent)


def _residue(bag: Bag) -> Finding:
    share = formulas.SHARE(bag.volume_to_infuse, bag.volume).result
    words = (
        "{} with {} stays in the line and is not counted as delivered, where the line was primed with the drug ({} of the "
        "dose): flush it at no more than the pump's rate, after the stated time, or account for it"
    )
    return Finding("line.residue", Severity.CAUTION, words, None, (bag.line_volume, bag.line_amount, share))


def _refuse_volume(field: str, volume: Volume, problem: str, fix: str) -> NoReturn:
    raise KetadoseError("bag.volume", problem, field=field, received=volume.exact, fix=fix)
