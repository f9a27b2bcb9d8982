"""Rating scales: what scores they have, what a source calls them, and what a study counted as response or remission."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any, NoReturn

import attrs

from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Citation
from ketadose.measures import numbers
from ketadose.records import Record, exact_text, read_text, whole
from ketadose.terms import Word

_MOST = 1000
_WHOLE = 100


class Purpose(Word):
    """What a definition decides."""

    RESPONSE = "response"
    REMISSION = "remission"
    WELLNESS = "wellness"
    RELAPSE = "relapse"
    RELIABLE_CHANGE = "reliable change"
    MEANINGFUL_CHANGE = "meaningful change"
    SIGNIFICANT_END = "clinically significant end score"
    DISSOCIATION = "dissociation"


class Judged(Word):
    """What of the two scores is judged: how far they fell, or where they ended."""

    PERCENT = "fall from baseline in percent"
    POINTS = "fall from baseline in points"
    SCORE = "score now"


class Comparison(Word):
    """How it is compared with the threshold."""

    AT_LEAST = "at least"
    ABOVE = "more than"
    AT_MOST = "at most"
    BELOW = "less than"


@attrs.frozen
class Band(Record):
    """A range of scores with the name that a source gives it: from `start` up to where the next band starts.

    Raises `KetadoseError`: "scale.form", "argument.text".
    """

    start: int
    name: str

    def __attrs_post_init__(self) -> None:
        _score(self.start, "band")
        read_text(self.name, "band", empty=False)


@attrs.frozen
class Cutoff(Record):
    """A score from which on a source says something of a person; no band of severity.

    Raises `KetadoseError`: "scale.form", "argument.text".
    """

    start: int
    meaning: str
    citation: Citation

    def __attrs_post_init__(self) -> None:
        _score(self.start, "cutoff")
        read_text(self.meaning, "cutoff", empty=False)
        _record(self.citation, Citation, "citation")

    def __str__(self) -> str:
        return f"from {self.start}: {self.meaning} ({self.citation})"


@attrs.frozen
class Scale(Record):
    """A rating scale in one version: its items, its lowest and highest total, and the bands that a source defines.

    Higher is worse on every scale of the catalog. `bands` are empty where no source defines any; a `bands_citation`
    says which source defines them. `cutoffs` are scores that mean something else than a degree of severity.

    Raises `KetadoseError`: "scale.form" for a range that is not two rising whole numbers, for bands that do not start at
    the lowest score, do not rise or leave the range, and for a missing citation; "argument.text".

    >>> from ketadose.catalog import scales
    >>> print(scales.GAD_7)
    GAD-7, 7 items, 0 to 21: minimal 0 to 4, mild 5 to 9, moderate 10 to 14, severe 15 to 21
    """

    name: str
    title: str
    items: int
    lowest: int
    highest: int
    citation: Citation
    bands: tuple[Band, ...] = ()
    bands_citation: Citation | None = None
    cutoffs: tuple[Cutoff, ...] = ()
    remarks: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_text(self.name, "scale", empty=False)
        read_text(self.title, "title", empty=False)
        for field in ("items", "lowest", "highest"):
            _score(getattr(self, field), field)
        if not self.items or self.lowest >= self.highest:
            _refuse("scale", (self.items, self.lowest, self.highest), "items, a lowest score and a higher highest one")
        _record(self.citation, Citation, "citation")
        _records(self.bands, Band, "bands")
        _records(self.cutoffs, Cutoff, "cutoffs")
        _texts(self.remarks)
        starts = [band.start for band in self.bands]
        if self.bands:
            _record(self.bands_citation, Citation, "bands_citation")
            if starts[0] != self.lowest or any(one >= other for one, other in pairwise(starts)):
                _refuse("bands", starts, f"bands that start at {self.lowest} and rise")
        elif self.bands_citation is not None:
            _refuse("bands", starts, "bands, as they are cited")
        for start in (*starts, *(cutoff.start for cutoff in self.cutoffs)):
            if not self.lowest <= start <= self.highest:
                _refuse("scale", start, f"a score from {self.lowest} to {self.highest}")

    def check(self, score: object, field: str = "score") -> int:
        """The score, if the scale has it: a whole number in its range.

        Raises `KetadoseError` "scale.score".
        """
        if type(score) is not int or not self.lowest <= score <= self.highest:
            raise KetadoseError(
                "scale.score",
                f"{shown(score)} is no score of {self.name}",
                field=field,
                received=score,
                expected=f"a whole number from {self.lowest} to {self.highest}",
            )
        return score

    def band(self, score: int) -> Band | None:
        """The band that holds the score; None where no source defines bands.

        Raises `KetadoseError` "scale.score".

        >>> from ketadose.catalog import scales
        >>> [scales.GAD_7.band(score).name for score in (4, 5, 14, 15)]
        ['minimal', 'mild', 'moderate', 'severe']
        >>> print(scales.LSAS_SELF.band(70))
        None
        """
        held = self.check(score)
        return next((band for band in reversed(self.bands) if band.start <= held), None)

    def __str__(self) -> str:
        ends = [band.start - 1 for band in self.bands[1:]] + [self.highest]
        bands = [f"{band.name} {band.start} to {end}" for band, end in zip(self.bands, ends, strict=False)]
        told = f"{self.name}, {self.items} items, {self.lowest} to {self.highest}"
        return f"{told}: {', '.join(bands)}" if bands else told


def _threshold(given: object) -> Fraction:
    try:
        return numbers.exact_number(given, "threshold")
    except (KetadoseError, AttributeError):
        return _refuse("threshold", given, "a number")


@attrs.frozen
class Definition(Record):
    """What one study counted as response, remission or the like: what is judged, how it is compared, and with what.

    `threshold` is a percentage, points or a score, after `judged`; kept exactly. `risen`: the score must also be above the
    baseline. `when` and `population` are the study's own; `against` cites what speaks against using it so.

    Raises `KetadoseError`: "scale.form" for a definition that every score or none would meet, for a fall that is compared
    as "at most", for a score that is not whole and without a citation; "argument.text".

    >>> from ketadose.catalog import scales
    >>> print(scales.TAYLOR_2018_LSAS_CA_RESPONSE)
    LSAS-CA: response = a fall of more than 35 % (Taylor et al. 2018, Neuropsychopharmacology 43(2):325-333, doi
    10.1038/npp.2017.194, abstract)
    """

    name: str
    scale: Scale
    purpose: Purpose
    judged: Judged
    comparison: Comparison
    threshold: Fraction = attrs.field(converter=_threshold)
    citation: Citation
    risen: bool = False
    when: str = ""
    population: str = ""
    against: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_text(self.name, "definition", empty=False)
        read_text(self.when, "when")
        read_text(self.population, "population")
        kinds = (("purpose", Purpose), ("judged", Judged), ("comparison", Comparison), ("risen", bool))
        for field, kind in kinds:
            if type(getattr(self, field)) is not kind:
                _refuse(field, getattr(self, field), f"one {kind.__name__}")
        _record(self.scale, Scale, "scale")
        _record(self.citation, Citation, "citation")
        _records(self.against, Citation, "against")
        _texts(self.remarks)
        upwards = self.comparison in {Comparison.AT_LEAST, Comparison.ABOVE}
        if not upwards and (self.judged is not Judged.SCORE or self.risen):
            _refuse("comparison", self.comparison.value, "at least or more than")
        if self.risen and self.judged is not Judged.SCORE:
            _refuse("risen", self.risen, "False where a fall is judged")
        self._check_threshold()

    def _check_threshold(self) -> None:
        low, high = {
            Judged.PERCENT: (0, _WHOLE),
            Judged.POINTS: (0, self.scale.highest - self.scale.lowest),
            Judged.SCORE: (self.scale.lowest, self.scale.highest),
        }[self.judged]
        parts = 1 if self.judged is Judged.SCORE else _WHOLE  # scores are whole, falls have at most two decimals
        if self.comparison in {Comparison.ABOVE, Comparison.AT_MOST}:
            splits = low <= self.threshold < high
        else:
            splits = low < self.threshold <= high
        if not splits or parts % self.threshold.denominator:
            _refuse(
                "threshold", exact_text(self.threshold), f"a figure between {low} and {high} that some meet and some do not"
            )

    @property
    def rule(self) -> str:
        """What must hold, in words, without scale and study."""
        units = {Judged.PERCENT: " %", Judged.POINTS: " point" if self.threshold == 1 else " points", Judged.SCORE: ""}
        what = "a score of" if self.judged is Judged.SCORE else "a fall of"
        risen = " and above the baseline" if self.risen else ""
        return f"{what} {self.comparison.value} {exact_text(self.threshold)}{units[self.judged]}{risen}"

    def __str__(self) -> str:
        when = f", {self.when}" if self.when else ""
        return f"{self.scale.name}: {self.purpose.value} = {self.rule}{when} ({self.citation})"


def _score(given: object, field: str) -> None:
    if type(given) is not int or not 0 <= given <= _MOST:
        _refuse(field, given, f"a whole number from 0 to {_MOST}")


def _record(given: object, kind: type[Record], field: str) -> None:
    if type(given) is not kind:
        _refuse(field, given, f"one {kind.__name__}")
    whole(given, field)


def _records(given: Any, kind: type[Record], field: str) -> None:
    if type(given) is not tuple:
        _refuse(field, given, f"a tuple of {kind.__name__}")
    for each in given:
        _record(each, kind, field)


def _texts(given: Any) -> None:
    if type(given) is not tuple:
        _refuse("remarks", given, "a tuple of text")
    for each in given:
        read_text(each, "remarks", empty=False)


def _refuse(field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError("scale.form", f"{shown(given)} is not usable", field=field, received=given, expected=expected)
