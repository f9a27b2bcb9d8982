"""The closed words of the field: drug, route, sex, care area and the like, each read exactly or refused."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NoReturn, TypeVar

from ketadose.errors import KetadoseError, shown

if TYPE_CHECKING:
    import datetime


class Word(Enum):
    """A member of a closed list. Members are single objects, so they hash by identity, which is fast."""

    __hash__ = object.__hash__


class Drug(Word):
    """What is given. Ketamine is the racemate; esketamine is its S-enantiomer; neither is ever turned into the other."""

    KETAMINE = "ketamine"
    ESKETAMINE = "esketamine"


class Route(Word):
    """How it is given, the name in full: abbreviations of routes are misread."""

    INTRAVENOUS = "intravenous"
    SUBCUTANEOUS = "subcutaneous"
    INTRAMUSCULAR = "intramuscular"
    INTRANASAL = "intranasal"
    ORAL = "oral"
    SUBLINGUAL = "sublingual"


INJECTED = frozenset({Route.INTRAVENOUS, Route.SUBCUTANEOUS, Route.INTRAMUSCULAR})
"""The routes that need a needle."""


class CareArea(Word):
    """Where it is given: limits belong to a care area, as in a pump's drug library."""

    PSYCHIATRIC_CLINIC = "psychiatric clinic"
    EMERGENCY_ANALGESIA = "emergency analgesia"
    EMERGENCY_SUICIDALITY = "emergency suicidality"
    EMERGENCY_AGITATION = "emergency agitation"
    ACUTE_PAIN_WARD = "acute pain ward"
    CHRONIC_PAIN = "chronic pain"
    PROCEDURAL_SEDATION = "procedural sedation"
    ANAESTHESIA = "anaesthesia"

    @property
    def place(self) -> str:
        """The area in a sentence: a place takes its article, a kind of care does not."""
        return f"the {self.value}" if self.value.endswith(("clinic", "ward")) else str(self.value)


class Indication(Word):
    """What a source treats."""

    TREATMENT_RESISTANT_DEPRESSION = "treatment-resistant depression"
    MAJOR_DEPRESSION = "major depression"
    BIPOLAR_DEPRESSION = "bipolar depression"
    SUICIDAL_IDEATION = "suicidal ideation"
    ANXIETY_SYMPTOMS = "symptoms of anxiety"
    GENERALISED_ANXIETY = "generalised anxiety disorder"
    SOCIAL_ANXIETY = "social anxiety disorder"
    POST_TRAUMATIC_STRESS = "post-traumatic stress disorder"
    OBSESSIVE_COMPULSIVE = "obsessive-compulsive disorder"
    ACUTE_PAIN = "acute pain"
    CHRONIC_PAIN = "chronic pain"
    AGITATION = "agitation"
    ANAESTHESIA = "anaesthesia"


class Grade(Word):
    """What kind of study or document stands behind a regimen, the strongest first. A kind of design, not a verdict."""

    LABEL = "label of a licensed product"
    RANDOMISED = "randomised controlled trial"
    CONTROLLED = "controlled study without full randomisation"
    OPEN = "open-label study"
    COHORT = "cohort"
    CASES = "case reports"
    GUIDELINE = "guideline"
    SERVICE = "practice of a service"


class Sex(Word):
    """The sex that the weight formulas ask for."""

    FEMALE = "female"
    MALE = "male"


class WeightOrigin(Word):
    """How a weight was obtained."""

    MEASURED = "measured"
    STATED = "stated"
    ESTIMATED = "estimated"


class Rounding(Word):
    """How a figure is brought to a device's step."""

    HALF_UP = "half up"
    DOWN = "down"
    UP = "up"


class PhaseKind(Word):
    """The part that a phase plays in a treatment."""

    TRIAL = "trial"
    INDUCTION = "induction"
    CONTINUATION = "continuation"
    TAPER = "taper"
    MAINTENANCE = "maintenance"


class MistakeKind(Word):
    """What goes wrong in an order, in words."""

    DECIMAL = "a decimal point has moved"
    MICROGRAMS = "mg and mcg were taken for each other"
    MINUTES = "hours and minutes were taken for each other"
    POUNDS = "pounds and kilograms were taken for each other"
    PER_WEIGHT = "a figure per kilogram and a total were taken for each other"
    COURSE = "the total of the course and one dose were taken for each other"
    VOLUME = "mg and mL were taken for each other"
    STRENGTH = "a vial of another strength was meant"
    VIAL = "the strength of each mL was taken for what a vial holds"
    BAG = "made up to a volume and added to one were taken for each other"
    SALT = "base and hydrochloride were taken for each other"
    DRUG = "racemic ketamine and esketamine were taken for each other"
    ROUTE = "the dose of one route is given by another"
    BASIS = "the weight is on another basis"
    FREQUENCY = "the number of sessions, how often and for how long do not fit each other"
    DEVICES = "the number of devices is not the dose's"


class Weekday(Word):
    """A day of the week, the week beginning on Monday."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @classmethod
    def of(cls, date: datetime.date) -> Weekday:
        """The day of the week of a date."""
        return tuple(cls)[date.weekday()]


class Axis(Word):
    """What a limit bounds."""

    AGE = "age"
    WEIGHT = "body weight"
    HEIGHT = "height"
    BODY_MASS_INDEX = "body mass index"
    AMOUNT = "dose"
    PER_WEIGHT = "dose per body weight"
    AMOUNT_RATE = "rate"
    PER_WEIGHT_RATE = "rate per body weight"
    DURATION = "duration"
    INTERVAL = "days between sessions"
    PER_WEEK = "sessions in seven days"
    COURSE = "sessions in the course"
    WINDOW = "total dose per body weight"


class Severity(Word):
    """How loudly a finding speaks: NOTE tells, CAUTION asks for a look, STOP refuses unless it is overridden."""

    NOTE = "NOTE"
    CAUTION = "CAUTION"
    STOP = "STOP"


AWord = TypeVar("AWord", bound=Word)

_MEANT = {
    "s-ketamine": "esketamine",
    "(s)-ketamine": "esketamine",
    "s(+)-ketamine": "esketamine",
    "spravato": "esketamine",
    "racemic ketamine": "ketamine",
    "ketalar": "ketamine",
    "iv": "intravenous",
    "im": "intramuscular",
    "sc": "subcutaneous",
    "sq": "subcutaneous",
    "in": "intranasal",
    "nasal": "intranasal",
    "po": "oral",
    "sl": "sublingual",
    "f": "female",
    "m": "male",
    "half_up": "half up",
    "ptsd": "post-traumatic stress disorder",
    "gad": "generalised anxiety disorder",
    "sad": "social anxiety disorder",
    "ocd": "obsessive-compulsive disorder",
    "trd": "treatment-resistant depression",
    "mdd": "major depression",
    "anxiety": "symptoms of anxiety",
    "clinic": "psychiatric clinic",
    "ward": "acute pain ward",
}


def read_word(kind: type[AWord], given: object, field: str) -> AWord:
    """One of the closed words: the member itself or its exact text; anything else is refused with a suggestion.

    >>> read_word(Route, "intravenous", "route")
    <Route.INTRAVENOUS: 'intravenous'>
    >>> read_word(Drug, "S-ketamine", "drug")
    Traceback (most recent call last):
    ...
    ketadose.errors.KetadoseError: drug: 'S-ketamine' is not one of the words; expected ketamine or esketamine. \
Write esketamine if that is meant. [word.unknown]
    """
    if type(given) is kind:
        return given
    if type(given) is str:
        for word in kind:
            if word.value == given:
                return word
    return _refuse_word(kind, given, field)


def _refuse_word(kind: type[Word], given: object, field: str) -> NoReturn:
    words = [str(word.value) for word in kind]
    meant = None
    if type(given) is str and len(given) <= 40:
        plain = given.strip().lower()
        meant = _MEANT.get(plain)
        if meant not in words:
            from difflib import get_close_matches

            nearness = 0.4 if kind is Drug else 0.7  # "ketoprofen" is worth a word, "rectal" for "oral" is not
            meant = next(iter(get_close_matches(plain, words, n=1, cutoff=nearness)), None)
    raise KetadoseError(
        "word.unknown",
        f"{shown(given)} is not one of the words",
        field=field,
        received=given,
        expected=" or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words),
        fix=f"Write {meant} if that is meant" if meant else "",
    )
