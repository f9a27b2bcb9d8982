"""Why a question has no answer.

Every exception that leaves a public function is a `KetadoseError`. It says what is wrong (`code`), where (`field`), what
came (`received`), what was expected and what to write instead (`fix`). `CODES` is the published list.
"""

from __future__ import annotations

from decimal import Context, localcontext
from typing import Any

CODES: tuple[tuple[str, str], ...] = (
    ("measure.bare_number", "a number came without its unit"),
    ("measure.comma", "a comma: decimal mark in some countries, thousands mark in others"),
    ("measure.hollow", "an object that was never filled with a value"),
    ("measure.kind", "a measure of another kind, or of no kind at all"),
    ("measure.length", "text longer than any honest measure"),
    ("measure.missing", "nothing was given where a measure is needed"),
    ("measure.not_finite", "not a number, or infinite"),
    ("measure.not_positive", "zero or less where only more than zero makes sense"),
    ("measure.number", "not a number that can be read exactly"),
    ("measure.registry", "the pint registry defines this unit otherwise than the world does"),
    ("measure.size", "a number too large or too small to be meant"),
    ("measure.text", "text that is not one number and one unit"),
    ("measure.unit", "a unit that this kind of measure does not have"),
    ("measure.written", "the value and the text it is said to come from differ"),
    ("record.changed", "a finished record was asked to change"),
    ("record.disagrees", "a result whose figures do not agree with each other"),
    ("record.hollow", "a record that was never filled"),
    ("word.unknown", "a word outside the closed list"),
    ("date.unreadable", "not a calendar date"),
    ("patient.weight", "a weight that no adult has"),
    ("patient.height", "a height that no adult has"),
    ("basis.needs", "the weight basis needs something that the patient record does not hold"),
    ("basis.fixed", "a weight basis for a dose that does not depend on the weight"),
    ("basis.domain", "the weight basis gives no usable weight for this patient"),
    ("source.incomplete", "a source or a citation with nothing to look up"),
    ("limit.empty", "a limit whose bounds are missing or out of order"),
    ("profile.incomplete", "a care area's profile that lacks some of its limits"),
    ("limit.inside", "a finding was asked of a figure that is inside its limit"),
    ("limit.stop", "a hard limit is passed and no override names it"),
    ("override.incomplete", "an override without codes, a name or a reason"),
    ("regimen.dose", "a dose that is neither an amount nor an amount per weight"),
    ("regimen.duration", "an infusion needs a duration, and only an infusion has one"),
    ("regimen.pattern", "a pattern of days that is empty or out of order"),
    ("regimen.no_dose", "the source states no dose, so none can be calculated"),
    ("regimen.phase", "a phase, a titration or a monitoring whose figures cannot be used"),
    ("tier.needed", "the source leaves the dose open and none was chosen"),
    ("tier.unknown", "a dose that the source does not offer"),
    ("product.drug", "the product holds another drug than was ordered"),
    ("product.form", "the product cannot be used in this way"),
    ("product.route", "the product cannot be given by this route"),
    ("device.settings", "a syringe or pump whose settings make no sense"),
    ("bag.choice", "the bag is either made up to a volume or added to one, exactly one"),
    ("bag.volume", "the bag is too small for what goes into it"),
    ("draw.capacity", "the volume does not fit the syringe"),
    ("draw.too_small", "the volume is less than the syringe can measure"),
    ("rounding.none", "no multiple of the device's step lies within the hard limits"),
    ("rate.too_fast", "the rate is above what the pump can run"),
    ("rate.too_slow", "the rate is below what the pump can run"),
    ("infusion.needed", "the calculation is for an infusion and the dose is not one"),
    ("infusion.elapsed", "a time after the infusion has ended"),
    ("running.event", "what cannot have happened to a running infusion at that time"),
    ("running.rate", "a rate that the pump cannot be set to"),
    ("programme.step", "a step of a programme that is no bolus, no infusion and no pause"),
    ("programme.derived", "a quantity of a step that was not ordered and follows from those that were"),
    ("devices.whole", "the dose is not a whole number of devices"),
    ("bioavailability.form", "a bioavailability whose figures are missing, out of order or not shares of a dose"),
    ("bioavailability.other", "a record of another drug, route or population than is asked for"),
    ("potency.needed", "racemate and esketamine are exchanged only by a ratio that the caller names"),
    ("scale.form", "a scale or a definition whose figures make no sense"),
    ("scale.score", "a score that the scale does not have, or one that a definition cannot judge"),
    ("screening.form", "a screening fact that is not complete"),
    ("screening.answer", "an answer to what was not asked, or two answers that contradict each other"),
    ("readiness.reading", "a reading without its unit, not whole, or from after the moment that is judged"),
    ("review.scores", "scores, or sessions that were reviewed, that are no whole numbers of this course"),
    ("readiness.policy", "a site's lowest value that is not below its highest"),
    ("catalog.document", "a site's catalog with errors: each is listed with its path"),
    ("calendar.form", "clinic days, closures or holidays that cannot be used"),
    ("calendar.zone", "a time zone that is missing or not in the time-zone database"),
    ("time.unreadable", "not a time of day, or one whose zone is not said"),
    ("course.pattern", "the regimen has no pattern of days to plan by"),
    ("course.spacing", "gaps, spans or numbers of sessions that cannot be used or contradict each other"),
    ("course.start", "the first session would be on a day on which the clinic does not treat"),
    ("course.impossible", "no placement of the sessions keeps every constraint"),
    ("history.session", "a session that the course does not have, or that cannot be given this record"),
    ("history.order", "a date out of the order of the sessions"),
    ("history.missing", "what happened in a session, or what to do about it, was not said"),
    ("course.tiers", "the doses do not match the sessions of the course"),
    ("titration.none", "the regimen has no rule by which its dose changes"),
    ("titration.figure", "an improvement, a number of sessions or days that a titration cannot be judged by"),
    ("maintenance.none", "no maintenance phase, or more than one, or one without an interval in days"),
    ("maintenance.tried", "intervals that were tried, or sessions, that are no positive whole numbers"),
    ("order.empty", "an order that says nothing"),
    ("order.field", "a field of an order that is no count, or that is written twice"),
    ("argument.type", "an argument of the wrong type"),
    ("argument.text", "not one line of printable text"),
    ("dose.changed", "a dose that is not what its own patient, regimen and level give"),
)
"""Every error code with what it means, in the order of the library's own layers."""

_SHOWN = 60
_CAPITALS = Context(capitals=1)
_LONGEST = 299


def shown(received: object) -> str:
    """What came, escaped to printable ASCII and shortened to 60 characters, safe to put in a message."""
    if type(received) is str:
        text = ascii(received[:_SHOWN])
        return text if len(received) <= _SHOWN and len(text) <= _SHOWN else text[: _SHOWN - 4] + "...'"
    try:
        with localcontext(_CAPITALS):  # the text of a Decimal obeys a context that anybody sets
            text = _printable(ascii(received))
    except Exception:
        text = f"<{_printable(type(received).__name__)}>"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _cut(text: str, over: int) -> str:
    """The text, shorter by so many characters but never below 60."""
    kept = max(len(text) - over - 3, _SHOWN)
    return f"{text[:kept]}..." if over > 0 and kept < len(text) else text


def _printable(text: str) -> str:
    """The beginning of a text on one line of printable ASCII."""
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in text[:_LONGEST])


class KetadoseError(ValueError):
    """The question has no answer; `code`, `field`, `received`, `expected` and `fix` say why and what to do.

    >>> import ketadose as kd
    >>> kd.Patient("70,5 kg")
    Traceback (most recent call last):
    ...
    ketadose.errors.KetadoseError: weight: '70,5 kg' has a comma; expected a weight such as 70 kg (kg, g, lb, oz or st). \
Write 70.5 kg if that is meant. [measure.comma]
    """

    def __init__(
        self, code: str, problem: str, *, field: str = "", received: object = None, expected: str = "", fix: str = ""
    ) -> None:
        super().__init__(code, problem)
        self.code: str = code
        self.problem: str = _printable(problem)
        self.field: str = field
        self.received: str = shown(received)
        self.expected: str = expected
        self.fix: str = fix

    def __str__(self) -> str:
        tail = f" [{self.code}]"
        room = _LONGEST - len(tail)
        text = self._sentence(self.problem, self.expected)
        if len(text) > room:  # what was expected and what is wrong give way before what to do does
            expected = _cut(self.expected, len(text) - room)
            text = self._sentence(self.problem, expected)
            text = self._sentence(_cut(self.problem, len(text) - room), expected)
        return (text if len(text) <= room else text[: room - 3] + "...") + tail

    def _sentence(self, problem: str, expected: str) -> str:
        where = f"{self.field}: " if self.field else ""
        wanted = f"; expected {expected}" if expected else ""
        fix = f". {self.fix}" if self.fix else ""
        text = f"{where}{problem}{wanted}{fix}".rstrip(".") + "."
        return _printable(text) if not (text.isascii() and text.isprintable()) else text

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.code, self.problem, dict(self.__dict__))


class KindError(KetadoseError, TypeError):
    """Two kinds of measure were mixed: also a `TypeError`, so that Python's own operators behave."""


class LimitError(KetadoseError):
    """A hard limit is passed. `findings` holds every `Finding` of the refused calculation, the STOPs among them."""

    findings: tuple[Any, ...] = ()


class PlacementError(KetadoseError):
    """Sessions find no dates. `session` is the first that finds none; `relaxations` says, each on its own, what would do."""

    session: int = 0
    relaxations: tuple[str, ...] = ()


class CatalogError(KetadoseError):
    """A site's catalog is refused. `errors` holds every error of it, each with its own code and its path as `field`."""

    errors: tuple[KetadoseError, ...] = ()

    @classmethod
    def of(cls, errors: tuple[KetadoseError, ...]) -> CatalogError:
        """One error that tells how many there are and which is the first."""
        count = "1 error" if len(errors) == 1 else f"{len(errors)} errors, the first"
        first = str(errors[0]).removesuffix(" [catalog.document]").rstrip(".")
        error = cls("catalog.document", f"{count}: {first}", fix="" if len(errors) == 1 else "See error.listed() for all")
        error.errors = errors
        return error

    def listed(self) -> str:
        """Every error on a line of its own."""
        return "\n".join(map(str, self.errors))


def _restore(kind: type[KetadoseError], code: str, problem: str, fields: dict[str, Any]) -> KetadoseError:
    error = kind(code, problem)
    error.__dict__.update(fields)
    return error
