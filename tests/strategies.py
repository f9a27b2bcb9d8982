"""Hypothesis strategies: everything is text, as a caller would write it, so that the oracle can read it too."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

import ketadose as kd
from tests.oracle.pairs import decimal_text

SOURCE = kd.Source.site("SOP 12")

ANYTHING_GOES = kd.Override(
    tuple(code for code, meaning in kd.findings.FINDINGS if "STOP" in meaning), "Dr Example", "a test of what lies beyond"
)
"""Names every STOP, so that an order past a hard limit is calculated; outer walls still refuse."""


def decimals(low: int, high: int, places: int, unit: str) -> st.SearchStrategy[str]:
    """Text from low to high, whole as often as with up to so many decimals: "70.5 kg"."""
    fine = st.integers(low * 10**places, high * 10**places).map(lambda count: f"{plain(count, places)} {unit}")
    return st.integers(low, high).map(lambda count: f"{count} {unit}") | fine


def plain(count: int, places: int) -> str:
    """The decimal without trailing zeros."""
    text = decimal_text(count, places)
    return text.rstrip("0").rstrip(".") if places else text


kilograms = decimals(40, 150, 3, "kg")
weights = st.one_of(
    kilograms,
    st.integers(40_000, 150_000).map("{} g".format),
    decimals(90, 330, 2, "lb"),
    decimals(1_500, 5_200, 1, "oz"),
    decimals(7, 23, 2, "st"),
)
"""People of about 40 to 150 kg, in each unit that is read."""

heights = st.one_of(
    decimals(120, 210, 1, "cm"),
    st.builds("{} ft {} in".format, st.integers(4, 6), st.integers(0, 11)),
    st.integers(120, 210).map(lambda cm: f"{decimal_text(cm, 2)} m"),
)
sexes = st.sampled_from(["female", "male"])
bases = st.sampled_from(["actual", "ideal", "adjusted", "lean"])
roundings = st.sampled_from(["half up", "down", "up"])
starts = st.dates(datetime.date(2020, 1, 1), datetime.date(2090, 12, 31))


levels = st.one_of(
    st.integers(1, 100).map(lambda count: f"{plain(count, 2)} mg/kg"),
    st.integers(1_000, 100_000).map(lambda count: f"{plain(count, 5)} mg/kg"),
    st.sampled_from(["0.1 mg/kg", "0.5 mg/kg", "0.75 mg/kg", "0.9 mg/kg", "1 mg/kg"]),
)
"""Up to the hard limit of every route by needle, which is often met exactly."""
times = st.one_of(st.integers(40, 120).map("{} min".format), st.sampled_from(["40 min", "1 h", "100 min", "2 h", "3600 s"]))
"""Durations at which 1 mg/kg stays within the hard limit of 1.5 mg/kg/h."""

strengths = st.sampled_from(["10 mg/mL", "50 mg/mL", "100 mg/mL", "25 mg/mL", "33 mg/mL", "5 mg/mL"])
vials = st.sampled_from(["2 mL", "5 mL", "10 mL", "20 mL", "0.7 mL"])
graduations = st.sampled_from(["0.01 mL", "0.02 mL", "0.1 mL", "0.2 mL", "0.25 mL", "0.5 mL", "1 mL", "0.07 mL"])
pump_steps = st.sampled_from(["0.01 mL/h", "0.1 mL/h", "1 mL/h", "5 mL/h", "7 mL/h", "0.3 mL/h", "1 mL/min"])
bag_ways = st.sampled_from(["made_up_to", "added_to"])
bag_volumes = st.sampled_from(["50 mL", "100 mL", "250 mL", "0.5 L", "77.7 mL"])
line_volumes = st.one_of(st.none(), st.sampled_from(["1 mL", "2.5 mL", "7 mL", "20 mL"]))

products = st.builds(
    lambda strength, vial: kd.Product("ketamine", strength, vial, routes=("intravenous", "intramuscular"), source=SOURCE),
    strengths,
    vials,
)


def infusion(level: str, over: str = "40 min", **options: object) -> kd.Regimen:
    """A site's own infusion of ketamine."""
    return kd.Regimen("ketamine", "intravenous", level, over=over, source=SOURCE, **options)


def injection(level: str, route: str = "subcutaneous", **options: object) -> kd.Regimen:
    """A site's own injection of ketamine."""
    return kd.Regimen("ketamine", route, level, source=SOURCE, **options)


infusions = st.builds(infusion, levels, times)
injections = st.builds(injection, levels, st.sampled_from(["subcutaneous", "intramuscular"]))
regimens = st.one_of(infusions, injections)
chosen_protocols = st.sampled_from([(regimen, dose) for regimen in kd.protocols.ALL for dose in regimen.doses])
"""Every protocol of the catalog with each of its doses."""


@st.composite
def day_patterns(draw: st.DrawFn, most: int = 12, widest: int = 8) -> tuple[int, ...]:
    """Days that rise from day 1."""
    days = [1]
    for gap in draw(st.lists(st.integers(1, widest), max_size=most - 1)):
        days.append(days[-1] + gap)
    return tuple(days)
