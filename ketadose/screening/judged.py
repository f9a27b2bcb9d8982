"""What judgements of readiness, discharge and a course have in common: items, one answer, what would turn it into a pass."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from ketadose.findings import Finding
from ketadose.records import Record, plain
from ketadose.screening.asked import Asked
from ketadose.screening.verdict import Answer, Item, combine
from ketadose.working import Given, Working

Judgement = TypeVar("Judgement", Item, Asked)


class Answered(Record, Generic[Judgement]):
    """Items with an answer each, and the one that follows from all of them."""

    __slots__ = ()
    items: tuple[Judgement, ...]

    @property
    def answer(self) -> Answer:
        """Any hold holds; else any unknown is unknown; else it passes."""
        return combine(item.answer for item in self.items)

    def of(self, answer: Answer) -> tuple[Judgement, ...]:
        """The items with this answer."""
        return tuple(item for item in self.items if item.answer is answer)

    @property
    def to_pass(self) -> tuple[str, ...]:
        """What would turn each hold and each unknown into a pass, the holds first."""
        return tuple(f"{item.code}: {item.to_pass}" for item in (*self.of(Answer.HOLD), *self.of(Answer.UNKNOWN)))

    def _summed_up(self, what: str) -> str:
        """The answer, what was judged, and how many items have each answer."""
        counts = ", ".join(f"{len(self.of(answer))} {answer.value}" for answer in Answer)
        return f"{self.answer.value}: {what}: {counts}"


class Judged(Answered[Item]):
    """A judgement of items, made when the record is made; nothing of it is ever raised."""

    __slots__ = ()
    _area = ""
    """The first part of the codes of its findings."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A hold as a STOP, an unknown as a CAUTION, told and never raised, and what else must be known."""
        return tuple(finding for item in self.items for finding in item.told(self._area))

    @property
    def working(self) -> Working:
        """Each item: what was asked, what was judged, and every source of it."""
        entries: list[Given] = []
        for item in self.items:
            first, *more = item.citations or (None,)
            entries += [Given(item.code, str(item), first), *(Given("  also", item.asked, each) for each in more)]
        return Working(tuple(entries))

    def _plain(self, *without: str) -> dict[str, Any]:
        """The fields but for those named, and the answer with everything behind it."""
        return {
            **plain(self, *without),
            "answer": self.answer.value,
            "items": [item.to_dict() for item in self.items],
            "to_pass": list(self.to_pass),
            "findings": [finding.to_dict() for finding in self.findings],
        }
