"""One recorded rounding at a device, never past a hard limit that the order itself respects."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Generic, TypeVar

import attrs

from ketadose.calc.checks import Edge
from ketadose.catalog.limits import COARSE_PERCENT
from ketadose.errors import KetadoseError
from ketadose.findings import Finding, exact
from ketadose.measures import Measure
from ketadose.measures.printing import percent_text
from ketadose.measures.value import make
from ketadose.terms import Rounding, Severity
from ketadose.working import Rounded

Kind = TypeVar("Kind", bound=Measure)


@attrs.frozen
class Device:
    """What rounds: its name in words, its step, and what is being rounded."""

    name: str
    label: str
    step: Measure


@attrs.frozen
class AtStep(Generic[Kind]):
    """A figure at a device's step, with the entry and the findings that tell of it."""

    measure: Kind
    entry: Rounded
    findings: tuple[Finding, ...]


def at_step(figure: Kind, device: Device, mode: Rounding, *, low: Edge | None = None, high: Edge | None = None) -> AtStep[Kind]:
    """The figure as a multiple of the step: half-up, down or up, unless that would pass an edge that the figure respects.

    Half-up means floor(figure / step + 1/2) * step. Findings: "rounding.held_down", "rounding.coarse".
    Raises `KetadoseError` "draw.too_small" or "rate.too_slow" where nothing but zero is left, "rounding.none" where no
    multiple of the step lies between the edges.
    """
    value, step = figure.value, device.step.value
    count = steps(value, step, mode)
    held = None
    if high is not None and value <= high.value < count * step:
        held, count = high, steps(value, step, Rounding.DOWN)
    elif low is not None and value >= low.value > count * step:
        held, count = low, steps(value, step, Rounding.UP)
    rounded = make(type(figure), count * step)
    _refuse_nothing(figure, device, count)
    if held is not None and not _between(rounded.value, low, high):
        _refuse_edges(figure, device)
    findings: tuple[Finding, ...] = ()
    told = ""
    if held is not None:
        would = make(type(figure), steps(value, step, mode) * step)
        told = f"{mode.value} would give {would.in_full()}, past {held.why}; rounded to {rounded.in_full()} instead"
        findings += (Finding("rounding.held_down", Severity.NOTE, f"{device.label}: {told}"),)
    return AtStep(
        rounded,
        Rounded(device.label, device.name, figure, device.step, mode, rounded, told),
        findings + _coarse(figure, rounded, device),
    )


def steps(value: Fraction, step: Fraction, mode: Rounding) -> int:
    """How many steps the value has in this mode: whole numbers only, half-up at a tie.

    >>> [steps(Fraction(5, 2), Fraction(1), mode) for mode in Rounding]
    [3, 2, 3]
    """
    ratio = value / step
    numerator, denominator = ratio.numerator, ratio.denominator
    if mode is Rounding.DOWN:
        return numerator // denominator
    if mode is Rounding.UP:
        return -(-numerator // denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def _between(value: Fraction, low: Edge | None, high: Edge | None) -> bool:
    return (high is None or value <= high.value) and (low is None or value >= low.value)


def _coarse(figure: Measure, rounded: Measure, device: Device) -> tuple[Finding, ...]:
    percent = 100 * (rounded.value - figure.value) / figure.value
    if abs(percent) <= exact(COARSE_PERCENT.value):
        return ()
    message = f"{device.label}: the {device.name}'s step of {device.step} moves {figure} by {percent_text(percent)}"
    judgement = COARSE_PERCENT.citation.source.standing.value
    return (Finding("rounding.coarse", Severity.CAUTION, f"{message} ({judgement})", COARSE_PERCENT.citation),)


def _refuse_nothing(figure: Measure, device: Device, count: int) -> None:
    if count:
        return
    pump = device.name == "pump"
    raise KetadoseError(
        "rate.too_slow" if pump else "draw.too_small",
        f"{figure} is less than the {device.name}'s step of {device.step} can give",
        field=device.label,
        received=figure.exact,
        fix="Use a finer step" if pump else "Use a finer graduation or a weaker product",
    )


def _refuse_edges(figure: Any, device: Device) -> None:
    raise KetadoseError(
        "rounding.none",
        f"no multiple of {device.step} near {figure} lies within the hard limits",
        field=device.label,
        received=figure.exact,
        fix="Use a device with a finer step",
    )
