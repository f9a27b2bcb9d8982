"""What is on the shelf: strengths, vials, graduations and pump steps as text, and products, syringes and pumps."""

from __future__ import annotations

from hypothesis import strategies as st

from ketadose.measures import Concentration
from ketadose.model.product import Product, Pump, Syringe
from ketadose.testing.written import Texts, texts

_STRENGTHS = ("10 mg/mL", "50 mg/mL", "100 mg/mL", "25 mg/mL", "33 mg/mL", "5 mg/mL")
_VIALS = ("2 mL", "5 mL", "10 mL", "20 mL", "0.7 mL")
_GRADUATIONS = ("0.01 mL", "0.02 mL", "0.1 mL", "0.2 mL", "0.25 mL", "0.5 mL", "1 mL", "0.07 mL")
_PUMP_STEPS = ("0.01 mL/h", "0.1 mL/h", "1 mL/h", "5 mL/h", "7 mL/h", "0.3 mL/h", "1 mL/min")
_BAGS = ("50 mL", "100 mL", "250 mL", "0.5 L", "77.7 mL")
_LINES = ("1 mL", "2.5 mL", "7 mL", "20 mL")
_LARGEST_RATES = ("999 mL/h", "1200 mL/h", "1 L/h")


def strengths(low: str = "5 mg/mL", high: str = "100 mg/mL", *, units: tuple[str, ...] = ("mg/mL",), places: int = 1) -> Texts:
    """Strengths of a product, common ones first.

    >>> from hypothesis import find
    >>> find(strengths(), lambda text: True)
    '10 mg/mL'
    """
    least, most = Concentration(low), Concentration(high)
    common = [text for text in _STRENGTHS if least <= Concentration(text) <= most and "mg/mL" in units]
    others = texts(Concentration, low, high, units=units, places=places)
    return st.sampled_from(common) | others if common else others


def vials() -> Texts:
    """What one vial holds, odd sizes included.

    >>> from hypothesis import find
    >>> find(vials(), lambda text: True)
    '2 mL'
    """
    return st.sampled_from(_VIALS)


def graduations() -> Texts:
    """The graduation of a syringe, coarse and odd ones included.

    >>> from hypothesis import find
    >>> find(graduations(), lambda text: True)
    '0.01 mL'
    """
    return st.sampled_from(_GRADUATIONS)


def pump_steps() -> Texts:
    """The step of an infusion pump's rate, coarse and odd ones included.

    >>> from hypothesis import find
    >>> find(pump_steps(), lambda text: True)
    '0.01 mL/h'
    """
    return st.sampled_from(_PUMP_STEPS)


def bag_volumes() -> Texts:
    """The volume that a bag is made up to, or that the drug is added to.

    >>> from hypothesis import find
    >>> find(bag_volumes(), lambda text: True)
    '50 mL'
    """
    return st.sampled_from(_BAGS)


def line_volumes() -> Texts:
    """What stays in the line when the bag is empty.

    >>> from hypothesis import find
    >>> find(line_volumes(), lambda text: True)
    '1 mL'
    """
    return st.sampled_from(_LINES)


def products(
    drug: str = "ketamine",
    *,
    routes: tuple[str, ...] = ("intravenous", "intramuscular"),
    strength: Texts | None = None,
    volume: Texts | None = None,
) -> st.SearchStrategy[Product]:
    """Vials of a drug for injection, some of them for single use.

    >>> from hypothesis import find
    >>> print(find(products(), lambda product: product.single_use))
    ketamine 10 mg/mL, 2 mL
    """

    def product(mg_per_ml: str, ml: str, single_use: bool) -> Product:
        return Product(drug, mg_per_ml, ml, routes=routes, single_use=single_use)

    return st.builds(
        product, strengths() if strength is None else strength, vials() if volume is None else volume, st.booleans()
    )


def syringes(graduation: Texts | None = None) -> st.SearchStrategy[Syringe]:
    """Syringes by their graduation.

    >>> from hypothesis import find
    >>> find(syringes(), lambda syringe: True).graduation
    Volume('0.01 mL')
    """
    return st.builds(Syringe, graduations() if graduation is None else graduation)


def pumps(step: Texts | None = None, largest_rate: Texts | None = None) -> st.SearchStrategy[Pump]:
    """Infusion pumps, some of which say how fast they run at most.

    >>> from hypothesis import find
    >>> find(pumps(), lambda pump: pump.largest_rate is not None)
    Pump(step=FlowRate('0.01 mL/h'), largest_rate=FlowRate('999 mL/h'))
    """
    largest = st.sampled_from((None, *_LARGEST_RATES)) if largest_rate is None else largest_rate
    return st.builds(Pump, pump_steps() if step is None else step, largest)
