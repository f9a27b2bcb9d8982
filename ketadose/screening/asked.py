"""One condition or agent of a screening: what each of its sources says, whether that applies, and what follows."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ketadose.evidence import Citation, Standing
from ketadose.findings import Finding
from ketadose.model.screening import Advice, Contraindication, Interaction
from ketadose.records import Record, plain
from ketadose.screening.verdict import HOLDS, Answer, Reply, Weighed, combine
from ketadose.terms import Severity

Fact = Contraindication | Interaction


@attrs.frozen
class Said(Record):
    """What one source says, whether it applies to the person, and which arguments would answer that where it is open.

    `until` is the last day on which a recent event counts to the source.
    """

    fact: Fact
    applies: Reply
    asks: tuple[str, ...] = ()
    until: datetime.date | None = None

    @property
    def claim(self) -> bool:
        """Whether this is the claim of a clinic's page."""
        return self.fact.citation.source.standing is Standing.PAGE

    @property
    def class_(self) -> str:
        """What the source says to do, in its own class."""
        return self.fact.advice.value if self.fact.advice else "measured, and advised nothing"

    @property
    def answer(self) -> Answer:
        """Missing is unknown whatever the source says; where it applies, its class decides, and a page decides nothing."""
        if self.applies is not Reply.YES:
            return Answer.PASS if self.applies is Reply.NO else Answer.UNKNOWN
        if self.claim or self.fact.advice is Advice.NO_OBJECTION:
            return Answer.PASS
        return Answer.HOLD if self.fact.advice in HOLDS else Answer.UNKNOWN

    @property
    def weighing(self) -> bool:
        """Whether it applies and is to be weighed by somebody."""
        return self.applies is Reply.YES and self.answer is Answer.UNKNOWN

    def __str__(self) -> str:
        words = {Reply.YES: "applies", Reply.NO: "does not apply", Reply.UNKNOWN: "not known whether it applies"}
        where = f" [{self.fact.where}]" if isinstance(self.fact, Contraindication) and self.fact.where else ""
        ours = f" ({Standing.OURS.value})" if self.fact.citation.source.standing is Standing.OURS else ""
        return f"{self.fact}{where}{ours}: {words[self.applies]}"

    def __plain__(self) -> dict[str, Any]:
        return {"says": str(self.fact), "class": self.class_, "applies": self.applies.value, "source": str(self.fact.citation)}


@attrs.frozen
class Asked(Record):
    """One condition or agent: the sources, which may disagree and none of which wins, the answer and how to pass.

    Where sources do not settle it, `why` says what is not known, and `asks` which argument would answer it; without such an
    argument somebody weighs it. `elsewhere` is what sources say of it for other routes, areas and the other drug.
    """

    code: str
    title: str
    said: tuple[Said, ...]
    why: str = ""
    asks: str = ""
    decision: Weighed | None = None
    elsewhere: tuple[Contraindication, ...] = ()

    def settled(self, decisions: tuple[Weighed, ...]) -> Asked:
        """The item with the decision about it, if there is one."""
        own = [each for each in decisions if each.code == self.code]
        return attrs.evolve(self, decision=own[-1]) if own else self

    @property
    def answer(self) -> Answer:
        """Any hold holds; else what is not answered, or not yet weighed, is unknown; else it passes."""
        weighed = self.decision is not None
        found = [Answer.PASS if weighed and each.weighing else each.answer for each in self.said]
        if self.why:
            found.append(Answer.PASS if weighed and not self.asks else Answer.UNKNOWN)
        return combine(found)

    @property
    def applies(self) -> tuple[Said, ...]:
        """What applies to the person."""
        return tuple(each for each in self.said if each.applies is Reply.YES)

    @property
    def disagree(self) -> bool:
        """Whether sources of facts differ in the class of their advice."""
        return len({each.class_ for each in self.said if not each.claim}) > 1

    @property
    def to_pass(self) -> str:
        """What would turn a hold or an unknown into a pass; empty for a pass."""
        if self.answer is Answer.PASS:
            return ""
        held = [each for each in self.said if each.answer is Answer.HOLD]
        if held:
            ends = [each.until for each in held]
            last = max((end for end in ends if end is not None), default=None)
            later = f", as it is after {last.isoformat()}" if last is not None and None not in ends else ""
            return f"it no longer applies{later}; no decision lets a hold pass here"
        if self.asks:
            return f"answer {self.asks}"
        asks = tuple(dict.fromkeys(field for each in self.said for field in each.asks))
        told = [f"answer {' and '.join(asks)}, and it does not apply"] if asks else []
        if self.why or any(each.weighing for each in self.said):
            told += [f'somebody weighs it: Weighed("{self.code}", by, reason)'] if not self.decision else []
        return "; and ".join(told)

    @property
    def told(self) -> str:
        """The answer in words."""
        decided = f"; {self.decision}" if self.decision else ""
        return f"{self.answer.value}: {self.title}{decided}{'; ' + self.why if self.why else ''}"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each source that holds or is to be weighed, one for what is not answered, and what must be known besides."""
        found = tuple(finding for each in self.applies for finding in self._about(each))
        if self.disagree and not all(each.claim for each in self.applies):
            classes = " / ".join(dict.fromkeys(f"{each.class_} ({each.fact.citation.source.key})" for each in self._facts))
            found += (Finding("screening.disagree", Severity.NOTE, f"{self.title}: the sources differ: {classes}"),)
        if self.why:
            words = f"{self.title}: {self.why}{f'; {self.decision}' if self.decision else ''}"
            code = "screening.weighed" if self.decision and not self.asks else "screening.unknown"
            cited = self.elsewhere[0].citation if self.elsewhere else None
            found += (Finding(code, Severity.CAUTION, words, cited),)
        if any(each.applies is Reply.UNKNOWN for each in self.said):
            words = f"{self.title}: not answered: {', '.join(dict.fromkeys(a for each in self.said for a in each.asks))}"
            citation: Citation = next(each for each in self.said if each.applies is Reply.UNKNOWN).fact.citation
            found += (Finding("screening.unknown", Severity.CAUTION, words, citation),)
        return found

    @property
    def _facts(self) -> tuple[Said, ...]:
        return tuple(each for each in self.said if not each.claim)

    def _about(self, each: Said) -> tuple[Finding, ...]:
        """What a source that applies gives; one that has no objection gives nothing of its own."""
        named = f"{self.title}: " if isinstance(each.fact, Interaction) else ""
        words, citation = f"{named}{each}", each.fact.citation
        if each.claim:
            return (Finding("screening.claim", Severity.NOTE, words, citation),)
        if each.answer is Answer.HOLD:
            return (Finding("screening.hold", Severity.STOP, words, citation),)
        if not each.weighing:
            return ()
        if self.decision is not None:
            return (Finding("screening.weighed", Severity.CAUTION, f"{words}; {self.decision}", citation),)
        return (Finding("screening.weigh", Severity.CAUTION, words, citation),)

    def __str__(self) -> str:
        return f"{self.told}{'. To pass: ' + self.to_pass if self.to_pass else ''}"

    def __plain__(self) -> dict[str, Any]:
        return {
            **plain(self, "said", "elsewhere"),
            "elsewhere": [{"says": str(each), "source": str(each.citation)} for each in self.elsewhere],
            "said": [each.__plain__() for each in self.said],
            "answer": self.answer.value,
            "disagree": self.disagree,
            "to_pass": self.to_pass,
        }
