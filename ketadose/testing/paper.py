"""Orders as somebody would write them from a plan: right ones, and ones with one mistake that has a name."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from ketadose.calc.infusion import Infusion
from ketadose.calc.injection import Injection
from ketadose.measures import Measure
from ketadose.measures.units import LONGEST_TEXT
from ketadose.model.order import Order
from ketadose.records import Record, exact_text
from ketadose.terms import MistakeKind, Rounding
from ketadose.testing.shelf import products, pumps, syringes
from ketadose.testing.treatments import doses, infusions, injections, regimens
from ketadose.testing.written import durations, levels

_MOST_SESSIONS = 12
_STRENGTHS = st.sampled_from(("10 mg/mL", "25 mg/mL", "50 mg/mL"))
_ROUNDINGS = (Rounding.HALF_UP, Rounding.DOWN)
_RATES = ("flow_rate", "amount_rate", "per_weight_rate")
_SET = ("volume", "flow_rate")
"""What a device is set to: rounded, so that a figure ten times too small may be none too small to be seen."""
_UNITS = (
    (MistakeKind.MICROGRAMS, "amount", "mcg"),
    (MistakeKind.MICROGRAMS, "per_weight", "mcg/kg"),
    (MistakeKind.MICROGRAMS, "concentration", "mcg/mL"),
    (MistakeKind.MICROGRAMS, "total", "mcg"),
    (MistakeKind.MINUTES, "over", "h"),
    (MistakeKind.MINUTES, "flow_rate", "mL/min"),
    (MistakeKind.MINUTES, "amount_rate", "mg/min"),
    (MistakeKind.MINUTES, "per_weight_rate", "mg/kg/min"),
    (MistakeKind.POUNDS, "weight", "lb"),
)
"""The right number with another unit."""
_NUMBERS = (
    (MistakeKind.PER_WEIGHT, "amount", "per_weight"),
    (MistakeKind.PER_WEIGHT, "per_weight", "amount"),
    (MistakeKind.VOLUME, "amount", "volume"),
    (MistakeKind.VOLUME, "volume", "amount"),
    (MistakeKind.COURSE, "amount", "total"),
    (MistakeKind.COURSE, "total", "amount"),
)
"""The number of another field with the right unit; every order has these fields."""

Plan = Infusion | Injection
_Figures = dict[str, str]
"""The figures of an order as text, by field; its rates by their own names."""


@attrs.frozen
class Mistaken(Record):
    """An order with one mistake in one field, and the right order that it was made from."""

    kind: MistakeKind
    field: str
    order: Order
    right: Order


def orders(plan: st.SearchStrategy[Plan] | None = None) -> st.SearchStrategy[Order]:
    """Orders that say what a plan says: dose, weight, what is drawn, the bag and its rates, one session or several.

    >>> from hypothesis import given, settings
    >>> import ketadose as kd
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(orders())
    ... def its_figures_agree(order):
    ...     assert kd.verify_order(order).failed == ()
    >>> its_figures_agree()
    """
    plans = _fine_plans() if plan is None else plan
    return st.builds(lambda made, sessions: _order(made, _figures(made, sessions)), plans, st.integers(1, _MOST_SESSIONS))


def mistaken_orders() -> st.SearchStrategy[Mistaken]:
    """Orders with one mistake in one figure that others in the order contradict: of which kind, and in which field.

    >>> from hypothesis import given, settings
    >>> import ketadose as kd
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(mistaken_orders())
    ... def its_figures_do_not_agree(mistaken):
    ...     assert kd.verify_order(mistaken.right).failed == ()
    ...     assert kd.verify_order(mistaken.order).failed != ()
    >>> its_figures_do_not_agree()
    """
    return _mistaken(_fine_plans())


@st.composite
def _mistaken(draw: st.DrawFn, plans: st.SearchStrategy[Plan]) -> Mistaken:
    made = draw(plans)
    figures = _figures(made, draw(st.integers(2, _MOST_SESSIONS)))
    possible = [each for each in _mistakes(figures) if len(each[2]) <= LONGEST_TEXT]
    kind = draw(st.sampled_from(list(dict.fromkeys(kind for kind, _, _ in possible))))
    field, text = draw(st.sampled_from([(field, text) for each, field, text in possible if each is kind]))
    return Mistaken(kind, field, _order(made, figures | {field: text}), _order(made, figures))


def _fine_plans() -> st.SearchStrategy[Plan]:
    """Plans of some milligrams with fine devices: of these a wrong figure is never mistaken for a rounded one."""
    level, over = levels("0.1 mg/kg", places=2), durations("40 min", "100 min", units=("min",), places=0)
    by_pump = doses(regimen=regimens(("intravenous",), level=level, over=over))
    at_once = doses(regimen=regimens(("subcutaneous", "intramuscular"), level=level))
    fine: dict[str, Any] = {
        "product": products(strength=_STRENGTHS),
        "syringe": syringes(st.just("0.01 mL")),
        "rounding": st.sampled_from(_ROUNDINGS),
    }
    return infusions(by_pump, pump=pumps(st.sampled_from(("0.1 mL/h", "1 mL/h"))), **fine) | injections(at_once, **fine)


def _figures(plan: Plan, sessions: int) -> _Figures:
    """Every figure of the plan whose decimals end, and a course of so many sessions."""
    dose = plan.dose
    known: dict[str, Measure | None] = {
        "weight": dose.patient.weight,
        "per_weight": dose.per_weight,
        "amount": dose.amount,
        "concentration": plan.draw.product.strength,
        "volume": plan.draw.volume,
        "total": type(dose.amount)(dose.amount.value * sessions, None),
        "over": dose.regimen.over,
        "amount_rate": dose.amount_rate,
        "per_weight_rate": dose.per_weight_rate,
    }
    if type(plan) is Infusion:
        known["made_up_to" if plan.bag.made_up_to else "added_to"] = plan.bag.named
        known |= {"volume_to_infuse": plan.volume_to_infuse, "flow_rate": plan.rate}
    texts = {field: _text(measure) for field, measure in known.items() if measure is not None}
    ending = {field: text for field, text in texts.items() if "/" not in text.split(" ")[0] and len(text) <= LONGEST_TEXT}
    return {**ending, "sessions": str(sessions)}


def _text(measure: Measure) -> str:
    told = measure.to(measure.units.shown.name)
    return f"{exact_text(told.number)} {told.unit}"


def _order(plan: Plan, figures: _Figures) -> Order:
    regimen = plan.dose.regimen
    given: dict[str, Any] = {field: text for field, text in figures.items() if field not in _RATES}
    given |= {"sessions": int(figures["sessions"]), "rate": tuple(figures[rate] for rate in _RATES if rate in figures)}
    return Order(drug=regimen.drug, route=regimen.route, **given)


def _mistakes(figures: _Figures) -> Iterator[tuple[MistakeKind, str, str]]:
    """Every mistake that can be made in these figures: of which kind, in which field, and how that reads."""
    parts = {field: text.split(" ") for field, text in figures.items() if field != "sessions"}
    for field, (number, unit) in parts.items():
        if field not in {"made_up_to", "added_to", "volume_to_infuse"}:
            ten_times, a_tenth = (exact_text(Fraction(number) * factor) for factor in (10, Fraction(1, 10)))
            yield MistakeKind.DECIMAL, field, f"{ten_times} {unit}"
            if field not in _SET:
                yield MistakeKind.DECIMAL, field, f"{a_tenth} {unit}"
    for kind, field, unit in _UNITS:
        if field in parts:
            yield kind, field, f"{parts[field][0]} {unit}"
    for kind, field, other in _NUMBERS:
        yield kind, field, f"{parts[other][0]} {parts[field][1]}"
