"""Measures as text: right ones between two bounds, in any unit of their kind, and ones that are to be refused."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import attrs
from hypothesis import strategies as st

from ketadose.errors import KetadoseError, shown
from ketadose.measures import Age, Duration, Height, Measure, PerWeight, Weight
from ketadose.records import exact_text

Texts = st.SearchStrategy[str]
_FOOT = 12
_MOST_INCHES = 119


def texts(kind: type[Measure], low: str, high: str, *, units: tuple[str, ...] = (), places: int = 3) -> Texts:
    """Texts of a kind between two bounds, both inside: as often whole numbers as those of one decimal, up to `places` of them.

    `units` names those to write in; without them any unit of the kind is used in which there is such a number.

    Raises `KetadoseError`: a "measure." code, "argument.type" where nothing lies between the bounds.

    >>> from hypothesis import find
    >>> from ketadose.measures import Volume
    >>> find(texts(Volume, "50 mL", "0.5 L", units=("mL",)), lambda text: "." in text and Volume(text) > Volume("99 mL"))
    '99.1 mL'
    """
    names = units or tuple(dict.fromkeys(unit.name for unit in kind.units.by_text.values()))
    bounds = [(name, kind(low).to(name).number, kind(high).to(name).number) for name in names]
    spans = [_span(unit, each, least, most) for unit, least, most in bounds for each in range(places + 1)]
    between = _Between(low, high, names, places, tuple(span for span in spans if span.first <= span.last))
    if not between.spans:
        raise KetadoseError(
            "argument.type",
            f"nothing lies from {shown(low)} to {shown(high)} in {' or '.join(names)} with {places} decimals",
            field="low, high",
            received=(low, high),
            expected="a low bound, a higher one, and decimals enough",
        )
    return _text(between)


class _Span(NamedTuple):
    """Every number of so many decimals between two bounds, in one unit, as whole numbers of its last place."""

    unit: str
    places: int
    first: int
    last: int


def _span(unit: str, places: int, least: Fraction, most: Fraction) -> _Span:
    return _Span(unit, places, -(-least * 10**places // 1), most * 10**places // 1)


@attrs.frozen
class _Between:
    """What a strategy says of itself, and the spans that it draws from, which a failing test is not to print."""

    low: str
    high: str
    units: tuple[str, ...]
    places: int
    spans: tuple[_Span, ...] = attrs.field(repr=False)


@st.composite
def _text(draw: st.DrawFn, between: _Between) -> str:
    span = draw(st.sampled_from(between.spans))
    number = Fraction(draw(st.integers(span.first, span.last)), 10**span.places)
    return f"{exact_text(number)} {span.unit}"


def weights(low: str = "40 kg", high: str = "150 kg", *, units: tuple[str, ...] = (), places: int = 3) -> Texts:
    """Body weights in kg, g, lb, oz and st.

    >>> from hypothesis import find
    >>> find(weights("40 kg", "150 kg"), lambda text: text.endswith("lb"))
    '89 lb'
    """
    return texts(Weight, low, high, units=units, places=places)


def heights(low: str = "120 cm", high: str = "210 cm", *, units: tuple[str, ...] = (), places: int = 2) -> Texts:
    """Body heights in cm, m, in and ft, and in feet with inches.

    >>> from hypothesis import find
    >>> find(heights("150 cm", "190 cm"), lambda text: " ft " in text)
    '5 ft 0 in'
    """
    plain = texts(Height, low, high, units=units, places=places)
    first = max(-(-Height(low).to("in").number // 1), _FOOT)
    last = min(Height(high).to("in").number // 1, _MOST_INCHES)
    if first > last or (units and "ft" not in units):
        return plain
    return plain | st.integers(first, last).map(lambda inches: f"{inches // _FOOT} ft {inches % _FOOT} in")


def ages(low: str = "18 years", high: str = "90 years") -> Texts:
    """Ages in whole years.

    >>> from hypothesis import find
    >>> find(ages(), lambda text: True)
    '18 years'
    """
    return texts(Age, low, high, units=("years",), places=0)


def levels(low: str = "0.01 mg/kg", high: str = "1 mg/kg", *, units: tuple[str, ...] = ("mg/kg",), places: int = 3) -> Texts:
    """Doses per kilogram, by default up to the hard limit of the psychiatric clinic for what is given by needle.

    >>> from hypothesis import find
    >>> find(levels("0.3 mg/kg", "0.5 mg/kg"), lambda text: True)
    '0.3 mg/kg'
    """
    return texts(PerWeight, low, high, units=units, places=places)


def durations(low: str = "40 min", high: str = "2 h", *, units: tuple[str, ...] = ("min", "h", "s"), places: int = 2) -> Texts:
    """Times over which an infusion runs, by default those in which 1 mg/kg stays within 1.5 mg/kg/h.

    >>> from hypothesis import find
    >>> find(durations(), lambda text: text.endswith(" h"))
    '1 h'
    """
    return texts(Duration, low, high, units=units, places=places)


_FAULTS = (
    "{n},5 {u}",
    "{n},000 {u}",
    ".{n} {u}",
    "{n}. {u}",
    "0{n} {u}",
    "+{n} {u}",
    "-{n} {u}",
    "~{n} {u}",
    "{n}e1 {u}",
    "{n}/2 {u}",
    "{n}-{n} {u}",
    "{n} 5 {u}",
    "{n}_0 {u}",
    "{n}",
    "{u}",
    "0 {u}",
    "0.0 {u}",
    "nan {u}",
    "inf {u}",
    "{n}  {u}",
    " {n} {u}",
    "{n} {u} ",
    "{n} {u}\n",
    "{n}\u00a0{u}",
    "{n}\uff10 {u}",
    "{n} {u}{u}",
    "{n} {u} (rounded)",
    "{n} {u} (exact {n}.5 {u})",
    "{n} of {u}",
)


def refused_texts(kind: type[Measure]) -> Texts:
    """Texts that nobody may read as this kind: one thing is wrong with each, from a comma to the unit of another kind.

    >>> from hypothesis import find
    >>> from ketadose.measures import Weight
    >>> find(refused_texts(Weight), lambda text: "," in text)
    '1,5 kg'
    """
    own = kind.units.by_text
    others = sorted({unit for each in Measure.__subclasses__() for unit in each.units.by_text if unit not in own})
    wrong = st.builds("{} {}".format, st.integers(1, 999), st.sampled_from(others))
    unit = kind.units.canonical.name
    return wrong | st.builds(lambda fault, n: fault.format(n=n, u=unit), st.sampled_from(_FAULTS), st.integers(1, 999))
