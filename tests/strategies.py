"""What the tests draw beside the public strategies of `ketadose.testing`: text, so that the oracle can read it too."""

from __future__ import annotations

from hypothesis import strategies as st

import ketadose as kd
from ketadose import testing
from ketadose.testing import day_patterns, texts  # noqa: F401 - drawn by name from here
from tests.oracle.pairs import decimal_text

SOURCE = kd.Source.site("SOP 12")

ANYTHING_GOES = kd.Override(
    tuple(code for code, meaning in kd.findings.FINDINGS if "STOP" in meaning), "Dr Example", "a test of what lies beyond"
)
"""Names every STOP, so that an order past a hard limit is calculated; outer walls still refuse."""


def plain(count: int, places: int) -> str:
    """The decimal without trailing zeros."""
    text = decimal_text(count, places)
    return text.rstrip("0").rstrip(".") if places else text


weights = testing.weights()
kilograms = testing.weights(units=("kg",))
heights = testing.heights()
levels = testing.levels(places=5)
"""Up to the hard limit of every route by needle, which is often met exactly."""
times = testing.durations()
starts = testing.starts()
sexes = st.sampled_from(["female", "male"])
bases = st.sampled_from(["actual", "ideal", "adjusted", "lean"])
roundings = st.sampled_from(["half up", "down", "up"])

strengths = testing.strengths()
vials = testing.vials()
graduations = testing.graduations()
pump_steps = testing.pump_steps()
bag_ways = st.sampled_from(["made_up_to", "added_to"])
bag_volumes = testing.bag_volumes()
line_volumes = st.none() | testing.line_volumes()
products = testing.products()

infusions = testing.regimens(("intravenous",), level=levels)
injections = testing.regimens(("subcutaneous", "intramuscular"), level=levels)
regimens = infusions | injections
chosen_protocols = testing.protocols()


def infusion(level: str, over: str = "40 min", **options: object) -> kd.Regimen:
    """A site's own infusion of ketamine."""
    return kd.Regimen("ketamine", "intravenous", level, over=over, source=SOURCE, **options)


def injection(level: str, route: str = "subcutaneous", **options: object) -> kd.Regimen:
    """A site's own injection of ketamine."""
    return kd.Regimen("ketamine", route, level, source=SOURCE, **options)
