"""Whether a score counts as response, remission or the like, by the definition of a study that is named."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose import formulas
from ketadose.errors import KetadoseError, shown
from ketadose.measures.printing import beside
from ketadose.model.scale import Comparison, Definition, Judged
from ketadose.records import Record, exact_text, plain, whole
from ketadose.working import Given, Working


@attrs.frozen
class Outcome(Record):
    """Two scores of one person, judged by a definition, which is kept with the answer.

    Everything else is computed from these three whenever it is asked, so that it cannot disagree with them.

    Raises `KetadoseError`: "argument.type" for anything but a definition, "scale.score".
    """

    definition: Definition
    baseline: int
    now: int

    def __attrs_post_init__(self) -> None:
        if type(self.definition) is not Definition:
            raise KetadoseError(
                "argument.type",
                f"{shown(self.definition)} is not a definition",
                field="definition",
                received=self.definition,
                fix="Use one of kd.catalog.scales.DEFINITIONS",
            )
        scale = whole(self.definition, "definition").scale
        scale.check(self.baseline, "baseline")
        scale.check(self.now, "now")
        if not self.baseline and self.definition.judged is Judged.PERCENT:
            raise KetadoseError(
                "scale.score",
                "a fall from 0 has no percentage",
                field="baseline",
                received=self.baseline,
                expected=f"a baseline above 0 for {self.definition.rule}",
                fix="Use a definition by score or points",
            )

    @property
    def change(self) -> int:
        """The change in points: less than zero where the score fell."""
        return self.now - self.baseline

    @property
    def reduction(self) -> Fraction | None:
        """The fall from the baseline in percent, exactly; less than zero where the score rose, None from a baseline of 0."""
        return -formulas.deviation(Fraction(self.now), Fraction(self.baseline)) if self.baseline else None

    @property
    def met(self) -> bool:
        """Whether the definition is met; decided on exact figures."""
        definition = self.definition
        fallen = {Judged.PERCENT: self.reduction, Judged.POINTS: Fraction(-self.change), Judged.SCORE: Fraction(self.now)}
        figure = fallen[definition.judged] or Fraction(0)
        compared = {
            Comparison.AT_LEAST: figure >= definition.threshold,
            Comparison.ABOVE: figure > definition.threshold,
            Comparison.AT_MOST: figure <= definition.threshold,
            Comparison.BELOW: figure < definition.threshold,
        }
        return compared[definition.comparison] and (self.change > 0 or not definition.risen)

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be known beside the answer: in whom the definition was found, its remarks, what speaks against it."""
        definition = self.definition
        when = (f"the study judged {definition.when}",) if definition.when else ()
        people = (f"the study's people: {definition.population}",) if definition.population else ()
        return (*when, *people, *definition.remarks, *(f"against it: {each}" for each in definition.against))

    @property
    def working(self) -> Working:
        """The steps: both scores, the fall, and the definition with its study."""
        name = self.definition.scale.name
        return Working((Given(f"{name} at baseline", self.baseline), Given(f"{name} now", self.now), _Judgement(self)))

    @property
    def _told(self) -> str:
        """The change in words."""
        size = abs(self.change)
        if not size:
            return "no change"
        points = f"a {'fall' if self.change < 0 else 'rise'} of {size} point{'' if size == 1 else 's'}"
        return points if self.reduction is None else f"{points}, {self._percent(abs(self.reduction))}"

    def _percent(self, percent: Fraction) -> str:
        """The percentage, with enough digits to tell it from a threshold in percent."""
        bound = self.definition.threshold if self.definition.judged is Judged.PERCENT else Fraction(0)
        return beside(percent, bound, "%")[0]

    def __str__(self) -> str:
        definition = self.definition
        answer = f"{definition.purpose.value} {'met' if self.met else 'not met'}"
        scores = f"{definition.scale.name} from {self.baseline} to {self.now} ({self._told})"
        return f"{scores}: {answer}, as {definition.rule} ({definition.citation})"

    def __plain__(self) -> dict[str, Any]:
        return {
            **plain(self),
            "change": self.change,
            "reduction": None if self.reduction is None else exact_text(self.reduction),
            "met": self.met,
            "notes": list(self.notes),
            "text": str(self),
            "working": self.working.__plain__(),
        }


@attrs.frozen
class _Judgement(Record):
    """The entry of a working that tells how an outcome came about."""

    outcome: Outcome

    def lines(self) -> tuple[str, ...]:
        """The fall in points and in percent, the rule, the answer and its source."""
        outcome = self.outcome
        definition, points = outcome.definition, -outcome.change
        fall = f"fall = baseline - now = {outcome.baseline} - {outcome.now} = {points}"
        reduction = outcome.reduction
        share = () if reduction is None else (f"= {points} \u00f7 {outcome.baseline} = {self._signed(reduction)}",)
        answer = f"{definition.purpose.value} = {definition.rule}: {'met' if outcome.met else 'not met'}"
        return (fall, *share, answer, f"source: {definition.citation}")

    def _signed(self, reduction: Fraction) -> str:
        return f"{'-' if reduction < 0 else ''}{self.outcome._percent(abs(reduction))}"

    def __plain__(self) -> dict[str, Any]:
        return {"judged": self.outcome.definition.name, "lines": list(self.lines())}


def response(baseline: int, now: int, definition: Definition) -> Outcome:
    """Whether a score now, after one at baseline, meets a study's definition of response, remission or the like.

    Studies differ: a MADRS of 10 is remission for one, 12 for another. So the definition is always named, and kept with
    the answer. Both scores are whole numbers of the definition's scale; the same scale, in the same version, both times.

    Raises `KetadoseError`: "argument.type"; "scale.score" for a score that the scale does not have, and for a percentage
    of a baseline of 0.

    >>> import ketadose as kd
    >>> from ketadose.catalog import scales
    >>> ekstrand, parikh, sustain = (
    ...     scales.EKSTRAND_2022_MADRS_REMISSION,  # at most 10
    ...     scales.PARIKH_2023_MADRS_REMISSION,  # less than 10
    ...     scales.SUSTAIN_3_MADRS_REMISSION,  # at most 12
    ... )
    >>> for score in (10, 11, 12):
    ...     print(score, [kd.response(30, score, each).met for each in (ekstrand, parikh, sustain)])
    10 [True, False, True]
    11 [False, False, True]
    12 [False, False, True]
    >>> print(kd.response(30, 11, ekstrand))
    MADRS from 30 to 11 (a fall of 19 points, 63.33 %): remission not met, as a score of at most 10 (Ekstrand et al. 2022,
    Int J Neuropsychopharmacol 25(5):339-349, doi 10.1093/ijnp/pyab088, abstract)
    """
    return Outcome(definition, baseline, now)
