"""Every formula of the library, by its symbol and written again on pairs: from what it is called, and from its source.

A number of things is a pair too. Times are hours, as in the library's own records.
"""

from collections.abc import Callable

from tests.oracle import shares, weights
from tests.oracle.pairs import Pair, add, div, mul, sub

Rule = Callable[..., Pair]


def off(came: Pair, wanted: Pair) -> Pair:
    """By how many percent of what was wanted."""
    return mul((100, 1), div(sub(came, wanted), wanted))


def rests(devices: Pair, rest: Pair) -> Pair:
    """One rest between each two devices."""
    return mul(sub(devices, (1, 1)), rest)


def of_women(rule: Rule) -> Rule:
    return lambda *given: rule(*given, "female")


def of_men(rule: Rule) -> Rule:
    return lambda *given: rule(*given, "male")


RULES: dict[str, Rule] = {
    "dose": mul,
    "per_weight": div,
    "volume": div,
    "amount_in": mul,
    "concentration": div,
    "bag_total": add,
    "left": sub,
    "amount_left": sub,
    "vials_volume": mul,
    "flow_rate": div,
    "running_time": div,
    "volume_run": mul,
    "amount_rate": div,
    "per_weight_rate": div,
    "deviation": off,
    "duration_deviation": off,
    "share": off,
    "weight_change": off,
    "amount_change": off,
    "devices_amount": mul,
    "devices_volume": mul,
    "rest_total": rests,
    "repeated": mul,
    "together": add,
    "volume_of": div,
    "rate_for": mul,
    "amount_run": mul,
    "time_for": div,
    "span": sub,
    "time_sum": add,
    "volume_sum": add,
    "body_mass_index": weights.body_mass_index,
    "ideal_female": of_women(weights.ideal),
    "ideal_male": of_men(weights.ideal),
    "adjusted": weights.adjusted,
    "lean_female": of_women(weights.lean),
    "lean_male": of_men(weights.lean),
    "systemic_low": shares.arrives,
    "systemic_high": shares.arrives,
    "systemic": shares.arrives,
    "equivalent_low": shares.needs,
    "equivalent_high": shares.needs,
    "equivalent": shares.needs,
    "as_esketamine": div,
    "as_ketamine": mul,
    "base": div,
    "hydrochloride": mul,
}
