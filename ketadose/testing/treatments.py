"""Patients, regimens and protocols, and what is calculated and prepared for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import reject
from hypothesis import strategies as st

from ketadose.calc.dose import Dose, calculate_dose
from ketadose.calc.infusion import Infusion, plan_infusion
from ketadose.calc.injection import Injection, plan_injection
from ketadose.catalog import protocols as catalog
from ketadose.errors import KetadoseError
from ketadose.model.level import DoseLevel
from ketadose.model.patient import Patient
from ketadose.model.product import Product, Pump, Syringe
from ketadose.model.regimen import Regimen
from ketadose.terms import Rounding, Sex
from ketadose.testing.shelf import bag_volumes, line_volumes, products, pumps, syringes
from ketadose.testing.written import Texts, ages, durations, heights, levels, weights

_NEEDLES = ("intravenous", "subcutaneous", "intramuscular")
_AT_ONCE = ("subcutaneous", "intramuscular")
_BAG_WAYS = ("made_up_to", "added_to")
_NO_ANSWER = frozenset({"limit.stop", "draw.too_small", "bag.volume", "rate.too_slow", "rate.too_fast", "rounding.none"})
"""What is refused because of a limit, and because these devices cannot give it."""
_Answer = TypeVar("_Answer")


def answered(ask: Callable[[], _Answer], no_answer: frozenset[str] = _NO_ANSWER) -> _Answer:
    """The answer; where there is none for one of these reasons, something else is drawn."""
    try:
        return ask()
    except KetadoseError as error:
        if error.code not in no_answer:
            raise
        reject()


def patients(
    weight: Texts | None = None, *, height: Texts | None = None, age: Texts | None = None
) -> st.SearchStrategy[Patient]:
    """Adults; height, age and sex are known of some.

    >>> from hypothesis import find
    >>> find(patients(), lambda patient: patient.sex is not None).sex
    <Sex.FEMALE: 'female'>
    """
    return st.builds(
        Patient,
        weights() if weight is None else weight,
        height=st.none() | (heights() if height is None else height),
        age=st.none() | (ages() if age is None else age),
        sex=st.sampled_from((None, *Sex)),
    )


def regimens(
    routes: tuple[str, ...] = _NEEDLES, *, drug: str = "ketamine", level: Texts | None = None, over: Texts | None = None
) -> st.SearchStrategy[Regimen]:
    """A site's own regimens by these routes; what is intravenous is an infusion.

    >>> from hypothesis import find
    >>> own = find(regimens(("intravenous",)), lambda regimen: True)
    >>> print(own.doses[0], own.over, sep="; ")
    1 mg/kg; 40 min
    """
    dose, time = levels() if level is None else level, durations() if over is None else over

    def by(route: str) -> st.SearchStrategy[Regimen]:
        return st.builds(Regimen, st.just(drug), st.just(route), dose, over=time if route == "intravenous" else st.none())

    return st.one_of([by(route) for route in routes])


def protocols() -> st.SearchStrategy[tuple[Regimen, DoseLevel]]:
    """Every protocol of the catalog with each of its doses.

    >>> from hypothesis import find
    >>> protocol, level = find(protocols(), lambda chosen: chosen[0].name == "GLUE_2017")
    >>> level
    PerWeight('0.25 mg/kg')
    """
    chosen = [(protocol.name, place) for protocol in catalog.ALL for place in range(len(protocol.doses))]
    return st.sampled_from(chosen).map(_published)


def _published(chosen: tuple[str, int]) -> tuple[Regimen, DoseLevel]:
    """By name, so that a failing test prints the name and not the whole protocol."""
    name, place = chosen
    protocol: Regimen = getattr(catalog, name)
    return protocol, protocol.doses[place]


def doses(
    patient: st.SearchStrategy[Patient] | None = None, regimen: st.SearchStrategy[Regimen] | None = None
) -> st.SearchStrategy[Dose]:
    """Calculated doses, of any of the regimen's levels, that no limit refuses; of own regimens and of the whole catalog.

    >>> from hypothesis import given, settings
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(doses(regimen=regimens(("subcutaneous",))))
    ... def at_most_one_milligram_per_kilogram(dose):
    ...     assert dose.amount.value <= dose.patient.weight.value
    >>> at_most_one_milligram_per_kilogram()
    """
    either = regimens() | protocols().map(lambda chosen: chosen[0]) if regimen is None else regimen
    return _calculated(patients() if patient is None else patient, either)


@st.composite
def _calculated(draw: st.DrawFn, people: st.SearchStrategy[Patient], several: st.SearchStrategy[Regimen]) -> Dose:
    person, chosen = draw(people), draw(several)
    level = draw(st.sampled_from(chosen.doses))
    return answered(lambda: calculate_dose(person, chosen, level=level))


def infusions(
    dose: st.SearchStrategy[Dose] | None = None,
    *,
    product: st.SearchStrategy[Product] | None = None,
    syringe: st.SearchStrategy[Syringe | None] | None = None,
    pump: st.SearchStrategy[Pump | None] | None = None,
    rounding: st.SearchStrategy[Rounding] | None = None,
) -> st.SearchStrategy[Infusion]:
    """Planned infusions, with and without a syringe's graduation and a pump's step, that these devices can give.

    >>> from hypothesis import given, settings
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(infusions())
    ... def the_rate_times_the_time_is_the_volume(infusion):
    ...     assert infusion.rate.value * infusion.duration.value == infusion.volume_to_infuse.value
    >>> the_rate_times_the_time_is_the_volume()
    """
    ordered = doses(regimen=regimens(("intravenous",))) if dose is None else dose
    vial = products() if product is None else product
    drawn_with = st.none() | syringes() if syringe is None else syringe
    mode = st.sampled_from(Rounding) if rounding is None else rounding
    run_by = st.none() | pumps() if pump is None else pump
    bag = st.tuples(st.sampled_from(_BAG_WAYS), bag_volumes())

    def plan(dose: Dose, bag: tuple[str, str], **devices: Any) -> Infusion:
        way, volume = bag
        options = devices | {way: volume}
        return answered(lambda: plan_infusion(dose, **options))

    return st.builds(
        plan,
        ordered,
        bag,
        product=vial,
        syringe=drawn_with,
        pump=run_by,
        line_volume=st.none() | line_volumes(),
        rounding=mode,
    )


def injections(
    dose: st.SearchStrategy[Dose] | None = None,
    *,
    product: st.SearchStrategy[Product] | None = None,
    syringe: st.SearchStrategy[Syringe | None] | None = None,
    rounding: st.SearchStrategy[Rounding] | None = None,
) -> st.SearchStrategy[Injection]:
    """Planned injections under the skin and into a muscle that the syringe can measure.

    >>> from hypothesis import given, settings
    >>> @settings(derandomize=True, max_examples=5)
    ... @given(injections())
    ... def what_is_given_is_what_is_drawn(injection):
    ...     assert injection.amount == injection.draw.amount
    >>> what_is_given_is_what_is_drawn()
    """
    ordered = doses(regimen=regimens(_AT_ONCE)) if dose is None else dose
    vial = products() if product is None else product
    drawn_with = st.none() | syringes() if syringe is None else syringe
    mode = st.sampled_from(Rounding) if rounding is None else rounding

    def plan(dose: Dose, **devices: Any) -> Injection:
        return answered(lambda: plan_injection(dose, **devices))

    return st.builds(plan, ordered, product=vial, syringe=drawn_with, rounding=mode)
