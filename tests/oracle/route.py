"""Bioavailability typed again as text from what the sources print, and intervals in pairs of whole numbers."""

from tests.oracle.pairs import Pair, compare, div, mul, number

_K, _S = "ketamine", "esketamine"
HUNDRED = number("100")

# name: drug, route, value, low, high; None where the source prints none
PRINTED: dict[str, tuple[str, str, str | None, str | None, str | None]] = {
    "DEFINITION_KETAMINE_INTRAVENOUS": (_K, "intravenous", "100", "100", "100"),
    "KETALAR_CH_INTRAMUSCULAR": (_K, "intramuscular", "93", None, None),
    "NASAL_KETAMINE_2022_30_MG": (_K, "intranasal", "13", None, None),
    "NASAL_KETAMINE_2022_50_MG": (_K, "intranasal", "11", None, None),
    "NASAL_KETAMINE_2022_10_MG": (_K, "intranasal", "17", None, None),
    "YANAGIHARA_2003_INTRANASAL": (_K, "intranasal", "45", None, None),
    "CHONG_2009_ORAL": (_K, "oral", "24", "17", "27"),
    "CHONG_2006_ORAL": (_K, "oral", "23", "14", "32"),  # 23, standard deviation 9
    "YANAGIHARA_2003_ORAL": (_K, "oral", "20", None, None),
    "HASAN_2021_ORAL_R": (_K, "oral", "19", "9", "29"),  # 19, standard deviation 10
    "HASAN_2021_ORAL_S": (_K, "oral", "15", "7", "23"),  # 15, standard deviation 8
    "ANDRADE_2019_ORAL": (_K, "oral", None, "20", "25"),
    "ROLAN_2014_SUBLINGUAL": (_K, "sublingual", "29", "27", "31"),
    "CHONG_2009_SUBLINGUAL": (_K, "sublingual", "24", "19", "49"),
    "CHONG_2006_SUBLINGUAL": (_K, "sublingual", "32", "15", "49"),  # 32, standard deviation 17
    "YANAGIHARA_2003_SUBLINGUAL": (_K, "sublingual", "30", None, None),
    "DEFINITION_ESKETAMINE_INTRAVENOUS": (_S, "intravenous", "100", "100", "100"),
    "PEREZ_RUIXO_2021_INTRANASAL_56_MG": (_S, "intranasal", "54", None, None),
    "PEREZ_RUIXO_2021_INTRANASAL_84_MG": (_S, "intranasal", "51", None, None),
    "SPRAVATO_CH_INTRANASAL": (_S, "intranasal", "48", None, None),
    "FANTA_2015_ORAL": (_S, "oral", "8", None, None),
    "PEREZ_RUIXO_2021_SWALLOWED": (_S, "oral", "18.6", None, None),
    "SIMONS_2022_SUBLINGUAL": (_S, "sublingual", "26", None, None),
}
CHILDREN = {
    "HORNIK_2018_INTRAMUSCULAR": (_K, "intramuscular", "41", None, None),
    "BRUNETTE_2011_ORAL": (_K, "oral", "45", "33", "58"),
    "MALINOVSKY_1996_INTRANASAL": (_K, "intranasal", "50", None, None),
}
TRUSTED = {
    (_K, "intravenous"): "100",
    (_K, "intramuscular"): "93",
    (_K, "intranasal"): "13",
    (_K, "oral"): "24",
    (_K, "sublingual"): "29",
    (_S, "intravenous"): "100",
    (_S, "intranasal"): "54",
    (_S, "oral"): "8",
    (_S, "sublingual"): "26",
}

Interval = tuple[Pair, Pair, Pair]


def interval(drug: str, route: str) -> Interval | None:
    """The least, the most trusted and the most that the sources print; None where none prints any."""
    ends = [
        number(end)
        for one, other, *figures in PRINTED.values()
        if (one, other) == (drug, route)
        for end in figures
        if end is not None
    ]
    if not ends:
        return None
    low = high = ends[0]
    for end in ends:
        low = end if compare(end, low) < 0 else low
        high = end if compare(end, high) > 0 else high
    return low, number(TRUSTED[drug, route]), high


def systemic(amount: str, shares: Interval) -> Interval:
    """mg in the circulation: the least, by the most trusted record, the most."""
    low, best, high = (div(mul(number(amount), share), HUNDRED) for share in shares)
    return low, best, high


def equivalent(amount: str, given: Interval, wanted: Interval, times: Pair = (1, 1)) -> Interval:
    """mg by the other route; `times` is mg of the other drug for 1 mg of this one in the circulation."""
    low, best, high = (mul(each, times) for each in systemic(amount, given))
    least, trusted, most = wanted
    return div(mul(low, HUNDRED), most), div(mul(best, HUNDRED), trusted), div(mul(high, HUNDRED), least)
