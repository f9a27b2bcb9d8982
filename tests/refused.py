"""The protocols that the limits of their own care area refuse, and by which codes: each is marked in docs/catalog.md."""

UNTIMED = {"duration.low"}
REFUSED = {
    "EKSTRAND_2022": UNTIMED,
    "JELOVAC_2025": UNTIMED,
    "LOO_2016_INTRAVENOUS": UNTIMED,
    "CHILUKURI_2014_INTRAVENOUS": UNTIMED,
    "GALVEZ_2018": {"amount.high"},
    "COLLA_2024": {"per_weight.high", "window.high"},
    "DOMANY_2020": UNTIMED,
    "KASHANI_2014": UNTIMED,
    "BURGER_2016": UNTIMED,
    "INTRAMUSCULAR_TWO_CASES": {"per_week.high"},
}
"""At 70 kg, any of their doses, or their course."""
