"""Where pages are wrong or contradict each other: what they say, what holds, and the source that decides it."""

from __future__ import annotations

import attrs

from ketadose.errors import KetadoseError
from ketadose.evidence import Citation
from ketadose.records import Record, read_text
from ketadose.terms import Word


class Verdict(Word):
    """What is the matter with a claim."""

    WRONG = "wrong"
    MISATTRIBUTED = "credited to the wrong document"
    OVERSTATED = "more than the source says"
    INCOMPLETE = "true, with something decisive left out"
    UNSUPPORTED = "no source found"
    OPEN = "sources disagree; both are kept"


@attrs.frozen
class Claim(Record):
    """What a page says, in our words, and which page."""

    says: str
    citation: Citation

    def __str__(self) -> str:
        return f"{self.says} [{self.citation}]"


@attrs.frozen
class Discrepancy(Record):
    """A topic, what is claimed, what holds, and what decides it; where nothing decides it, the verdict says so.

    Raises `KetadoseError` "source.incomplete" without a claim, or without a deciding source where one is needed.
    """

    topic: str
    claims: tuple[Claim, ...]
    verdict: Verdict
    holds: str
    decided_by: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_text(self.topic, "topic", empty=False)
        read_text(self.holds, "holds", empty=False)
        open_ended = self.verdict is Verdict.UNSUPPORTED
        claimed = type(self.claims) is tuple and bool(self.claims) and all(type(each) is Claim for each in self.claims)
        decided = all(type(each) is Citation for each in self.decided_by) and (open_ended or bool(self.decided_by))
        if type(self.verdict) is not Verdict or not claimed or not decided:
            raise KetadoseError(
                "source.incomplete",
                "a discrepancy needs its claims, a verdict and the source that decides it",
                field="discrepancy",
                received=self.topic,
            )
