"""A programme: boluses, infusions and pauses one after another, each step with what of it was ordered."""

from __future__ import annotations

from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError
from ketadose.measures import AmountRate, Duration, PerWeightRate
from ketadose.measures.reading import read, read_optional
from ketadose.model.level import DoseLevel, read_dose, read_either
from ketadose.records import Record
from ketadose.terms import Word

DrugRate = AmountRate | PerWeightRate


class Ordered(Word):
    """A quantity of a step that can be ordered."""

    AMOUNT = "amount"
    RATE = "rate"
    DURATION = "duration"


class StepKind(Word):
    """What a step of a programme does."""

    BOLUS = "bolus"
    INFUSION = "infusion"
    PAUSE = "pause"


_FORMS = "two of amount=, rate= and duration=, amount= alone for a bolus, or ProgrammeStep.pause"


@attrs.define(init=False, frozen=True)
class ProgrammeStep(Record):
    """A step by what was ordered: exactly two of amount, rate and duration, or the amount alone for a bolus.

    `amount` is in mg or mg/kg, `rate` in mg/h or mg/kg/h. What was not ordered is derived when the programme is planned;
    `ordered` and `derived` tell which is which. `ProgrammeStep.pause("10 min")` gives nothing for a time.

    Raises `KetadoseError`: "programme.step" for another choice, and what reading raises.

    >>> step = ProgrammeStep(rate="0.2 mg/kg/h", duration="1 h")
    >>> print(step, "-", step.derived.value, "derived")
    0.2 mg/kg/h for 60 min - amount derived
    """

    amount: DoseLevel | None
    rate: DrugRate | None
    duration: Duration | None
    paused: bool

    def __init__(self, amount: object = None, rate: object = None, duration: object = None, paused: bool = False) -> None:
        given = [each is not None for each in (amount, rate, duration)]
        wanted = given == [False, False, True] if paused is True else sum(given) == 2 or given == [True, False, False]
        if type(paused) is not bool or not wanted:
            named = [word.value for word, here in zip(Ordered, given, strict=True) if here]
            _refuse(f"{' and '.join(named) or 'nothing'} {'are' if len(named) > 1 else 'is'} no step", f"Give {_FORMS}")
        self.__attrs_init__(
            None if amount is None else read_dose(amount, "amount"),
            None if rate is None else read_rate(rate, "rate"),
            read_optional(Duration, duration, "duration"),
            paused,
        )

    @classmethod
    def pause(cls, duration: object) -> ProgrammeStep:
        """A step in which nothing is given."""
        return cls(duration=read(Duration, duration, "duration"), paused=True)

    @property
    def kind(self) -> StepKind:
        """Whether it is a bolus, an infusion or a pause."""
        if self.paused:
            return StepKind.PAUSE
        return StepKind.INFUSION if len(self.ordered) > 1 else StepKind.BOLUS

    @property
    def ordered(self) -> tuple[Ordered, ...]:
        """The quantities that were ordered."""
        given = (self.amount, self.rate, self.duration)
        return tuple(word for word, each in zip(Ordered, given, strict=True) if each is not None)

    @property
    def derived(self) -> Ordered | None:
        """The quantity of an infusion that follows from the two that were ordered; None for a bolus and a pause."""
        if self.kind is not StepKind.INFUSION:
            return None
        return next(word for word in Ordered if word not in self.ordered)

    def changed(self, *, amount: object = None, rate: object = None, duration: object = None) -> ProgrammeStep:
        """The step with one ordered quantity changed: the other ordered one stays, only the derived one follows.

        Raises `KetadoseError`: "programme.step" for anything but one quantity, "programme.derived" for one that was not
        ordered, and what reading raises.

        >>> step = ProgrammeStep(rate="0.1 mg/kg/h", duration="1 h")
        >>> print(step.changed(rate="0.2 mg/kg/h"))
        0.2 mg/kg/h for 60 min
        >>> step.changed(amount="20 mg")
        Traceback (most recent call last):
        ...
        ketadose.errors.KetadoseError: amount: rate and duration are ordered, the amount follows from them. Write \
ProgrammeStep(...) with the two that are meant. [programme.derived]
        """
        given = {Ordered.AMOUNT: amount, Ordered.RATE: rate, Ordered.DURATION: duration}
        new: dict[Ordered, Any] = {word: each for word, each in given.items() if each is not None}
        if len(new) != 1:
            _refuse("one quantity of a step is changed at a time", "Write step.changed(rate=...), or a new ProgrammeStep(...)")
        ((word, value),) = new.items()
        if word not in self.ordered:
            ordered = " and ".join(each.value for each in self.ordered)
            several = "are" if len(self.ordered) > 1 else "is"
            follows = f", the {word.value} follows from them" if word is self.derived else f"; a {self.kind.value} has no other"
            raise KetadoseError(
                "programme.derived",
                f"{ordered} {several} ordered{follows}",
                field=word.value,
                received=value,
                fix="Write ProgrammeStep(...) with the two that are meant",
            )
        return attrs.evolve(self, **{word.value: value})

    def __str__(self) -> str:
        if self.paused:
            return f"pause of {self.duration}"
        told = [f"{self.amount}" if self.amount else "", f"at {self.rate}" if self.rate else ""]
        over = f"{'for' if self.rate else 'over'} {self.duration}" if self.duration else ""
        text = " ".join(each for each in (*told, over) if each)
        return f"bolus of {text}" if self.kind is StepKind.BOLUS else text.removeprefix("at ")


def read_rate(given: object, field: str) -> DrugRate:
    """An amount rate per weight or an amount rate: the unit tells which; mL/h is refused, because a pump's rate is derived."""
    form = "a rate such as 0.1 mg/kg/h (mg/kg/h or mcg/kg/min) or 10 mg/h"
    rate: DrugRate = read_either(PerWeightRate, AmountRate, given, field, form)
    return rate


def _refuse(problem: str, fix: str) -> NoReturn:
    raise KetadoseError("programme.step", problem, field="step", fix=fix)
