"""Strategies for Hypothesis: patients, doses, infusions, courses and orders to test your own code with, against this library.

Measures come as text, as a caller writes them; everything else comes as the library's own records. Bounds are text as
well. Each strategy is a function, so that what it draws can be narrowed:

>>> from hypothesis import given, settings
>>> import ketadose as kd
>>> from ketadose import testing as some
>>> @settings(derandomize=True, database=None, max_examples=20)
... @given(some.weights("40 kg", "80 kg"), some.levels("0.1 mg/kg", "0.5 mg/kg"))
... def test_half_a_milligram_per_kilogram_is_at_most_forty_milligrams(weight, level):
...     regimen = kd.Regimen("ketamine", "intravenous", level, over="40 min")
...     assert kd.calculate_dose(weight, regimen).amount <= kd.measures.Amount("40 mg")
>>> test_half_a_milligram_per_kilogram_is_at_most_forty_milligrams()

Needs Hypothesis: `pip install "ketadose[testing]"`.
"""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError('ketadose.testing needs Hypothesis: pip install "ketadose[testing]"')

from ketadose.testing.paper import Mistaken, mistaken_orders, orders
from ketadose.testing.schedule import calendars, courses, day_patterns, starts
from ketadose.testing.shelf import (
    bag_volumes,
    graduations,
    line_volumes,
    products,
    pump_steps,
    pumps,
    strengths,
    syringes,
    vials,
)
from ketadose.testing.treatments import doses, infusions, injections, patients, protocols, regimens
from ketadose.testing.written import ages, durations, heights, levels, refused_texts, texts, weights

__all__ = [
    "Mistaken",
    "ages",
    "bag_volumes",
    "calendars",
    "courses",
    "day_patterns",
    "doses",
    "durations",
    "graduations",
    "heights",
    "infusions",
    "injections",
    "levels",
    "line_volumes",
    "mistaken_orders",
    "orders",
    "patients",
    "products",
    "protocols",
    "pump_steps",
    "pumps",
    "refused_texts",
    "regimens",
    "starts",
    "strengths",
    "syringes",
    "texts",
    "vials",
    "weights",
]
