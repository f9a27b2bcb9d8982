"""The bag: made up to a volume or added to one, its concentration by name and in truth, and what stays in the line."""

from __future__ import annotations

import attrs

from ketadose import formulas
from ketadose.calc.draw import Draw
from ketadose.errors import KetadoseError
from ketadose.findings import Finding
from ketadose.measures import Concentration, Volume
from ketadose.measures.reading import read
from ketadose.terms import Severity
from ketadose.working import Entry, Given

_NO_LINE = Finding(
    "line.unknown", Severity.NOTE, "what stays in the line is counted as delivered: give line_volume to have it subtracted"
)


@attrs.frozen
class Bag:
    """A made-up bag: its volume, and its concentration by name and in truth."""

    volume: Volume
    nominal: Concentration
    concentration: Concentration
    entries: tuple[Entry, ...]


def make_bag(draw: Draw, made_up_to: object, added_to: object) -> Bag:
    """The bag by its named volume: all of it with `made_up_to`, that and the drug with `added_to`; exactly one is given."""
    if (made_up_to is None) == (added_to is None):
        raise KetadoseError(
            "bag.choice",
            "the bag is either made up to a volume or the drug is added to one",
            field="made_up_to, added_to",
            expected="exactly one of the two",
            fix='Write made_up_to="100 mL" or added_to="100 mL"',
        )
    if made_up_to is not None:
        named = read(Volume, made_up_to, "made_up_to")
        total, entries = named, (Given("bag made up to", named),)
        if named < draw.volume:
            raise KetadoseError(
                "bag.volume",
                f"{named} cannot hold the {draw.volume} that is drawn",
                field="made_up_to",
                received=made_up_to,
                fix="Use a larger bag",
            )
    else:
        named = read(Volume, added_to, "added_to")
        step = formulas.BAG_TOTAL(named, draw.volume)
        total, entries = step.result, (Given("drug added to", named), step)  # type: ignore[assignment]
    nominal = formulas.CONCENTRATION(draw.amount, named).result
    true = formulas.CONCENTRATION(draw.amount, total)
    return Bag(total, nominal, true.result, (*entries, true))


def into_patient(bag: Bag, line: Volume | None) -> tuple[Volume, tuple[Entry, ...], tuple[Finding, ...]]:
    """The volume that reaches the patient: all of the bag, or the bag less what stays in the line."""
    if line is None:
        return bag.volume, (), (_NO_LINE,)
    if line >= bag.volume:
        raise KetadoseError(
            "bag.volume",
            f"a line of {line} would hold all of the {bag.volume}",
            field="line_volume",
            received=line.exact,
            fix="Check the volume of the line",
        )
    step = formulas.LEFT(bag.volume, line)
    stays = formulas.AMOUNT_IN(line, bag.concentration)
    message = (
        f"{line} with {stays.result} stays in the line and is not counted as delivered (a line primed with the drug): "
        "flush it at no more than the pump's rate to give it, or account for it"
    )
    return step.result, (Given("stays in the line", line), step, stays), (Finding("line.residue", Severity.CAUTION, message),)
