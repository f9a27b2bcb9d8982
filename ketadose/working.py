"""How a result came about: formulas, the steps that applied them, and the record of all steps.

A `Working` keeps what was computed and renders it only when somebody looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

import attrs

from ketadose.errors import KindError, shown
from ketadose.evidence import Citation
from ketadose.measures import Measure
from ketadose.measures.value import make
from ketadose.records import Frozen, Record, maker
from ketadose.terms import Rounding

_name = re.compile(r"[a-z_]+")
Term = Measure | int


class Entry(Protocol):
    """One numbered entry of a working: the lines that tell it, and the same as plain data."""

    def lines(self) -> tuple[str, ...]:
        """The entry as text, its first line the most important."""

    def __plain__(self) -> dict[str, Any]: ...


@attrs.frozen
class Formula(Record):
    """An arithmetic rule: what it is called, how it is printed, what goes in, what comes out.

    The function has only + - * / and whole numbers in it, so that it runs on exact fractions and on arrays alike; the
    printed expression says the same in words, and a test evaluates it independently.
    """

    name: str
    symbol: str
    expression: str
    inputs: tuple[tuple[str, type[Any]], ...]
    result: type[Measure]
    function: Callable[..., Any] = attrs.field(repr=False)
    citation: Citation | None = None

    def __call__(self, *terms: Term) -> Step:
        """Apply the formula to terms in the order of its inputs; the result is exact.

        Raises `KindError` ("measure.kind") for a term of another kind than the input's.
        """
        for term, (name, kind) in zip(terms, self.inputs, strict=True):
            if type(term) is not kind or (kind is not int and not hasattr(term, "value")):
                raise KindError(
                    "measure.kind",
                    f"{shown(term)} is not what {self.name} needs",
                    field=name,
                    received=term,
                    expected=getattr(kind, "noun", "a whole number"),
                )
        return self.step(*terms)

    def step(self, *terms: Term) -> Step:
        """The same without looking at the kinds: for calculations whose types are checked already."""
        values = [term if type(term) is int else term.value for term in terms]  # type: ignore[union-attr]
        return make_step(self, terms, make(self.result, self.function(*values)))

    def __plain__(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "expression": self.expression,
            "inputs": {name: getattr(kind, "noun", "count") for name, kind in self.inputs},
            "result": self.result.noun,
            "source": str(self.citation) if self.citation else None,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return _look_up, (self.function.__module__, self.symbol.upper())


@attrs.define(slots=True, frozen=True)
class Step(Frozen):
    """A formula applied to terms."""

    formula: Formula
    terms: tuple[Term, ...]
    result: Any

    def lines(self) -> tuple[str, ...]:
        """Expression, substitution with units, result and, where the formula has one, its source."""
        named = {name: str(term) for (name, _), term in zip(self.formula.inputs, self.terms, strict=True)}
        printed = self.formula.expression.replace(" * ", " \u00d7 ").replace(" / ", " \u00f7 ")
        put_in = _name.sub(lambda match: named[match[0]], printed)
        words = _name.sub(lambda match: match[0].replace("_", " "), printed)
        first = f"{self.formula.name} = {words}"
        second = f"= {put_in} = {self.result}"
        source = (f"source: {self.formula.citation}",) if self.formula.citation else ()
        return (first, second, *source)

    def __plain__(self) -> dict[str, Any]:
        return {
            "formula": self.formula.name,
            "expression": self.formula.expression,
            "terms": {
                name: term if type(term) is int else term.__plain__()  # type: ignore[union-attr]
                for (name, _), term in zip(self.formula.inputs, self.terms, strict=True)
            },
            "result": self.result.__plain__(),
            "source": str(self.formula.citation) if self.formula.citation else None,
        }


make_step = maker(Step)


@attrs.define(slots=True, frozen=True)
class Given(Frozen):
    """Something that was given, as it was written, and where it comes from."""

    label: str
    term: Term | str
    citation: Citation | None = None

    def lines(self) -> tuple[str, ...]:
        """The thing, how it was written if otherwise, and its source."""
        written = self.term.written if isinstance(self.term, Measure) else None
        text = str(self.term)
        said = f", written {written!r}" if written and written != text else ""
        source = (f"source: {self.citation}",) if self.citation else ()
        return (f"{self.label}: {text}{said}", *source)

    def __plain__(self) -> dict[str, Any]:
        term = self.term.__plain__() if isinstance(self.term, Measure) else self.term
        return {"given": self.label, "value": term, "source": str(self.citation) if self.citation else None}


@attrs.frozen
class Rounded(Record):
    """A figure brought to a device's step, with both figures."""

    label: str
    device: str
    before: Measure
    step: Measure
    mode: Rounding
    after: Measure
    held: str = ""
    """Why the figure was not rounded as the mode says: the limit that it would have passed."""

    def lines(self) -> tuple[str, ...]:
        """Both figures, the step and the mode."""
        both = f"{self.before} to {self.after.in_full()}"
        how = f"{self.label} at the {self.device}'s step of {self.step}, {self.mode.value}: {both}"
        return (how, self.held) if self.held else (how,)

    def __plain__(self) -> dict[str, Any]:
        return {
            "rounded": self.label,
            "device": self.device,
            "step": self.step.__plain__(),
            "mode": self.mode.value,
            "before": self.before.__plain__(),
            "after": self.after.__plain__(),
            "held": self.held or None,
        }


@attrs.define(slots=True, frozen=True, eq=True)
class Working(Frozen):
    """The entries of a calculation in their order; `print` it for the numbered steps."""

    entries: tuple[Entry, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The formulas that were applied, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Step))

    def __str__(self) -> str:
        text = []
        for number, entry in enumerate(self.entries, 1):
            first, *rest = entry.lines()
            text.append(f"{number}. {first}")
            text.extend(f"   {line}" for line in rest)
        return "\n".join(text)

    def __plain__(self) -> list[dict[str, Any]]:
        return [entry.__plain__() for entry in self.entries]


def _look_up(module: str, name: str) -> Any:
    return getattr(import_module(module), name)
