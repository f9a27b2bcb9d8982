"""What verifying an order has found: a verdict, every relation, the likely mistakes, what is missing, what must be known."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose.findings import Finding
from ketadose.model.order import Order
from ketadose.model.patient import Patient
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.records import Record, exact_text, plain
from ketadose.terms import MistakeKind, Severity, Word
from ketadose.verify.check import Check
from ketadose.verify.facts import noun_of
from ketadose.verify.mistakes import ASKS
from ketadose.working import Entry, Given, Working


class Verdict(Word):
    """Whether the order's figures agree: every one of them with another, one of them not, or not enough to say."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDERDETERMINED = "underdetermined"


@attrs.frozen
class Mistake(Record):
    """One mistake that would explain the order: of which kind, in which field, what is written and what was probably meant.

    `repairs` names the relations that fail as the order is written and hold with this mistake undone; `all_of_them` says
    whether that is every one. `after` are the findings that the order would have then. `alone` is False where what was
    calculated from the field is wrong with it. Those of rank 1 are the most likely; several of rank 1 are a tie.
    """

    kind: MistakeKind
    field: str
    written: str
    meant: str
    factor: Fraction | None
    repairs: tuple[str, ...]
    all_of_them: bool
    after: tuple[Finding, ...]
    alone: bool
    rank: int

    @property
    def asks(self) -> str:
        """What to look at, to tell this mistake from another."""
        return ASKS[self.kind]

    @property
    def fits(self) -> bool:
        """Whether no hard limit would be passed."""
        return all(each.severity is not Severity.STOP for each in self.after)

    def __str__(self) -> str:
        told = f"{self.kind.value}: {noun_of(self.field)} {self.written}, probably meant {self.meant}"
        return told if self.alone else f"{told}, and what was calculated from it"

    def lines(self) -> tuple[str, ...]:
        """The mistake as an entry of a working, with its evidence."""
        repairs = (f"repairs: {'; '.join(self.repairs)}",) if self.repairs else ()
        inside = "then no hard limit is passed" if self.fits else "then a hard limit is still passed"
        return (f"{'likely' if self.rank == 1 else 'less likely'}: {self}", *repairs, inside)

    def __plain__(self) -> dict[str, Any]:
        factor = None if self.factor is None else exact_text(self.factor)
        return plain(self, "factor") | {"factor": factor, "fits": self.fits, "asks": self.asks, "text": str(self)}


@attrs.frozen
class Verification(Record):
    """What was found in an order, for the person who is responsible for it.

    `held` and `failed` are its relations. `mistakes` explain it, the most likely first. `unchecked` are the figures that
    take part in no relation, `missing` what would have them checked. An order with a relation that fails, or a STOP, never
    agrees, and neither does one with a figure that nothing checks.
    """

    order: Order
    patient: Patient | None
    protocol: Regimen | None
    profile: Profile
    verdict: Verdict
    held: tuple[Check, ...]
    failed: tuple[Check, ...]
    mistakes: tuple[Mistake, ...]
    unchecked: tuple[str, ...]
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def likely(self) -> tuple[Mistake, ...]:
        """The most likely mistake, or those that are equally likely."""
        return tuple(each for each in self.mistakes if each.rank == 1)

    @property
    def apart(self) -> str:
        """What would tell the most likely mistakes apart; empty unless there are several."""
        if len(self.likely) < 2:
            return ""
        asked = dict.fromkeys(f"{noun_of(each.field)}: {each.asks}" for each in self.likely)
        return "; ".join(asked)

    @property
    def working(self) -> Working:
        """The order, every relation with both sides, each mistake with its evidence, and whose limits judged."""
        entries: list[Entry] = [Given("order", str(self.order)), *self.failed, *self.held, *self.likely]
        return Working((*entries, Given("limits of", str(self.profile))))

    def __str__(self) -> str:
        told = [f"{self.verdict.value.upper()}: {_HEADS[self.verdict]}"]
        own = [each for each in self.findings if each.code.startswith("order.") and each.code not in _SAID_BELOW]
        told += [f"{each.severity.value}: {each.message}" for each in own]
        told += [str(each) for each in self.findings if not each.code.startswith("order.")]
        likely = self.likely
        if likely:
            head = "Likely" if len(likely) == 1 else f"One of {len(likely)}"
            told += [f"{head if each.all_of_them else f'{head}, for a part of it'}: {each}" for each in likely]
        elif self.failed:
            told.append("No single mistake that is known explains it")
        told += [f"To tell them apart: {self.apart}"] if self.apart else []
        told += [f"Not checked by anything: {', '.join(map(noun_of, self.unchecked))}"] if self.unchecked else []
        told += [f"Would help: {', '.join(self.missing)}"] if self.missing else []
        return "\n".join(told)

    def __plain__(self) -> dict[str, Any]:
        return plain(self, "profile") | {
            "profile": str(self.profile),
            "apart": self.apart,
            "text": str(self),
            "working": self.working.__plain__(),
        }


_SAID_BELOW = frozenset({"order.mistake", "order.missing"})
_HEADS = {
    Verdict.AGREES: "every figure agrees with another",
    Verdict.DISAGREES: "do not use this order as it is written",
    Verdict.UNDERDETERMINED: "not enough is written to verify it",
}
