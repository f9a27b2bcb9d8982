"""A course reviewed where a review is due: outcomes by named definitions, and what is asked of tolerance, with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import attrs

from ketadose.calc.outcome import Outcome, response
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding
from ketadose.model.scale import Definition, Purpose
from ketadose.planning.course import Course
from ketadose.planning.history import WITH_A_DOSE, standing
from ketadose.planning.maintenance import Review, review_sessions
from ketadose.planning.unedited import unchanged
from ketadose.records import Record, whole
from ketadose.screening.gating import replied
from ketadose.screening.judged import Judged
from ketadose.screening.tolerance import QUESTIONS, Question, question, read_replies
from ketadose.screening.verdict import Answer, Item, Reply, Weighed, read_kind, read_kinds, read_weighed, settled
from ketadose.terms import Severity

_NO_RESPONSE = "Scores(definition, baseline, after={...}) by a named definition of a response"
_DECIDES = 'somebody decides whether to go on: Weighed("{}", by, reason)'


@attrs.define(init=False, frozen=True)
class Scores(Record):
    """The scores of one person on the scale of a definition: at baseline, and after so many sessions.

    Raises `KetadoseError`: "argument.type" for no definition, "review.scores" for anything but whole numbers of sessions,
    "scale.score" for a score that the scale does not have.

    >>> from ketadose.catalog import scales
    >>> print(Scores(scales.EKSTRAND_2022_MADRS_REMISSION, 30, {3: 18, 6: 9}).after)
    ((3, 18), (6, 9))
    """

    definition: Definition
    baseline: int | None
    after: tuple[tuple[int, int], ...]

    def __init__(
        self, definition: Definition, baseline: int | None = None, after: Mapping[int, int] | tuple[tuple[int, int], ...] = ()
    ) -> None:
        if type(definition) is not Definition:
            raise KetadoseError(
                "argument.type",
                f"{shown(definition)} is not a definition",
                field="definition",
                received=definition,
                fix="Use one of kd.catalog.scales.DEFINITIONS",
            )
        pairs: Any = tuple(after.items()) if isinstance(after, Mapping) else after
        if type(pairs) is not tuple or any(type(each) is not tuple or len(each) != 2 for each in pairs):
            _refuse("after", after, "a mapping of sessions to scores, such as {3: 18}")
        for number, score in pairs:
            if type(number) is not int or number < 1:
                _refuse("after", number, "a whole number of sessions")
            whole(definition, "definition").scale.check(score, "after")
        if baseline is not None:
            whole(definition, "definition").scale.check(baseline, "baseline")
        if len(dict(pairs)) < len(pairs):
            _refuse("after", after, "one score for each number of sessions")
        self.__attrs_init__(definition, baseline, tuple(sorted(pairs)))

    def outcome(self, number: int) -> Outcome | None:
        """The outcome after so many sessions; None where one of the scores is missing.

        Raises `KetadoseError` "scale.score" where the definition cannot judge the baseline.
        """
        now = dict(self.after).get(number)
        return None if self.baseline is None or now is None else response(self.baseline, now, self.definition)


@attrs.frozen
class CourseReview(Judged):
    """A course at the reviews that are due by its history, with scores, answers and decisions: made again with the record."""

    course: Course
    scores: tuple[Scores, ...] = ()
    replies: tuple[tuple[str, Reply], ...] = ()
    reviewed: int = 0
    weighed: tuple[Weighed, ...] = ()
    items: tuple[Item, ...] = attrs.field(init=False, repr=False, eq=False)
    _area = "review"

    def __attrs_post_init__(self) -> None:
        read_kind(self.course, Course, "course")
        unchanged(self.course)
        object.__setattr__(self, "scores", read_kinds(self.scores, Scores, "scores"))
        object.__setattr__(self, "replies", read_replies(self.replies))
        if type(self.reviewed) is not int or self.reviewed < 0:
            _refuse("reviewed", self.reviewed, "how many sessions had been given at the last review, 0 for none")
        if self.reviewed > self.given:
            _refuse("reviewed", self.reviewed, f"at most the {self.given} sessions that were given")
        items = tuple(self._judged())
        decisions = read_weighed(self.weighed, [item.code for item in items])
        object.__setattr__(self, "weighed", decisions)
        object.__setattr__(self, "items", tuple(settled(item, decisions, self._area) for item in items))

    @property
    def given(self) -> int:
        """How many sessions were given, wholly or in part."""
        return sum(each.what in WITH_A_DOSE for each in standing(self.course.history).values())

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Every review of the course."""
        return review_sessions(self.course.regimen, sessions=len(self.course.sessions))

    @property
    def due(self) -> tuple[Review, ...]:
        """The reviews that are due: as many sessions were given, or all are over and maintenance would be next."""
        over = len(standing(self.course.history)) == len(self.course.sessions)
        return tuple(
            each for each in self.reviews if (over if each.after is None else self.reviewed < each.after <= self.given)
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of tolerance, with its sources."""
        return tuple(question(code, self.course.regimen.drug) for code in QUESTIONS)

    def _judged(self) -> Iterator[Item]:
        due = self.due
        ahead = [each.after for each in self.reviews if each.after is not None and each.after > self.given]
        following = f"; the next after session {ahead[0]}" if ahead else ""
        why = "; ".join(map(str, due)) or f"none by now, with {self.given} given{following}"
        yield Item("due", "reviews that are due", Answer.PASS, why, citations=tuple(each.citation for each in due))
        if not due:
            return
        numbers = dict.fromkeys(self.given if each.after is None else each.after for each in due)
        for number in numbers:
            for scores in self.scores:
                yield _outcome(scores, number)
        if all(each.definition.purpose is not Purpose.RESPONSE for each in self.scores):
            why = "no scores were given" if not self.scores else "no definition of a response was given"
            yield Item("outcome", "response", Answer.UNKNOWN, why, _NO_RESPONSE)
        told = dict(self.replies)
        for each in self.questions:
            reply = told.get(each.code, Reply.UNKNOWN)
            item = replied(each.code, each.asked, reply, Reply.NO, f'replies={{"{each.code}": ...}}', None)
            item = attrs.evolve(item, citations=tuple(dict.fromkeys(fact.citation for fact in each.facts)))
            if item.answer is Answer.HOLD:
                item = attrs.evolve(item, to_pass=_DECIDES.format(each.code), weighing=True)
            yield item

    def __str__(self) -> str:
        return self._summed_up(
            f"course of {self.course.regimen.label} after {self.given} of {len(self.course.sessions)} sessions"
        )

    def __plain__(self) -> dict[str, Any]:
        asked = [{"asked": str(each), "says": [str(fact) for fact in each.facts]} for each in self.questions]
        plain = self._plain("course", "scores")
        return {**plain, "course": str(self.course), "due": list(map(str, self.due)), "questions": asked}


def review_course(
    course: Course,
    scores: Scores | tuple[Scores, ...] | list[Scores] = (),
    *,
    replies: Mapping[str, Reply | str] | tuple[tuple[str, Reply], ...] = (),
    reviewed: int = 0,
    weighed: tuple[Weighed, ...] = (),
) -> CourseReview:
    """Pass, hold or unknown for a course where a review of it is due by what was given.

    A review is due once as many sessions were given as `planning.review_sessions` says, more than were given at the last one
    (`reviewed`), and before maintenance once every session is over. Each of `scores` is judged by its own named definition, and
    one of them is of a response: without it the review is unknown. A response that is not met, and a relapse that is, hold
    until somebody decides; dissociation that is met, and a score that is worse than the baseline whatever the definition says
    of it, are unknown until somebody has weighed them; of remission and the like the answer is told and holds nothing. What is
    asked of tolerance is answered by `replies`, a mapping of `QUESTIONS` to "yes", "no" or "unknown": a yes holds until a
    `Weighed` says who has decided. What is missing is unknown, never a pass.

    Findings: "review.hold" (STOP, told and never raised), "review.unknown", "review.weighed", "review.outcome".

    Raises `KetadoseError`: "argument.type", "review.scores", "screening.answer", "scale.score", "word.unknown",
    "record.disagrees" for an edited course; "review.scores" also where more sessions were `reviewed` than given.

    >>> import ketadose as kd
    >>> from ketadose.catalog import scales
    >>> from ketadose.screening import QUESTIONS, Scores, review_course
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> for number in (1, 2, 3):
    ...     course = course.record(number, "given")
    >>> scores = Scores(scales.SALLOUM_2019_MADRS_RESPONSE, 30, {3: 14})
    >>> review = review_course(course, scores, replies=dict.fromkeys(QUESTIONS, "no"))
    >>> print(review)
    pass: course of OLIVER_2022 after 3 of 6 sessions: 7 pass, 0 hold, 0 unknown
    >>> review_course(course, scores, replies={**dict.fromkeys(QUESTIONS, "no"), "urinary": "yes"}).answer.value
    'hold'
    """
    given: tuple[Any, ...] = (course, scores, replies, reviewed, weighed)
    return CourseReview(*given)


def _outcome(scores: Scores, number: int) -> Item:
    """One definition after so many sessions."""
    definition = scores.definition
    code, asked = f"{definition.name}.{number}", f"{definition.purpose.value} after session {number}"
    cites = (definition.citation,)
    outcome = scores.outcome(number)
    if outcome is None:
        missing = "a baseline" if scores.baseline is None else f"a score after session {number}"
        return Item(code, asked, Answer.UNKNOWN, f"{definition.scale.name}: not known", missing, cites)
    notes = tuple(Finding("review.outcome", Severity.NOTE, f"{code}: {note}", definition.citation) for note in outcome.notes)
    lost = outcome.met if definition.purpose is Purpose.RELAPSE else not outcome.met
    if lost and definition.purpose in {Purpose.RELAPSE, Purpose.RESPONSE}:
        return Item(code, asked, Answer.HOLD, str(outcome), _DECIDES.format(code), cites, True, notes)
    worse = outcome.change > 0
    if worse or (outcome.met and definition.purpose is Purpose.DISSOCIATION):
        why = f"{outcome}{'; worse than the baseline' if worse else ''}"
        return Item(code, asked, Answer.UNKNOWN, why, f'somebody weighs it: Weighed("{code}", by, reason)', cites, True, notes)
    return Item(code, asked, Answer.PASS, str(outcome), "", cites, notes=notes)


def _refuse(field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError("review.scores", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
