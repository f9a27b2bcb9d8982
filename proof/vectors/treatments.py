"""People, regimens and what is on the shelf, all in text, as a caller would type them."""

from __future__ import annotations

from typing import Any

from proof.vectors.numbering import Choices, written

Given = dict[str, Any]

_PER_KILOGRAM = tuple(f"{written(each, 2)} mg/kg" for each in range(5, 105, 5))
_FINE = (
    "750 mcg/kg",
    "0.333 mg/kg",
    "1.000000001 mg/kg",
    "0.50 mg/kg",
    "0.7500001 mg/kg",
    "35 mg",
    "0.1 g",
    "99999 mcg",
    "50 mg",
)
_LARGE = ("1.1 mg/kg", "1.3 mg/kg", "4.45 mg/kg", "4.5 mg/kg", "4.6 mg/kg", "13.1 mg/kg")
LEVELS: dict[tuple[str, str], tuple[str, ...]] = {
    ("ketamine", "intravenous"): (*_PER_KILOGRAM, *_FINE, *_LARGE),
    ("esketamine", "intravenous"): (*_PER_KILOGRAM[:10], "0.25 mg/kg", "0.4 mg/kg", "28 mg", "1.05 mg/kg"),
    ("ketamine", "subcutaneous"): (*_PER_KILOGRAM, *_FINE, "4.6 mg/kg"),
    ("esketamine", "subcutaneous"): ("0.5 mg/kg", "0.6 mg/kg", "1 mg/kg", "1.1 mg/kg", "30 mg"),
    ("ketamine", "intramuscular"): (*_PER_KILOGRAM, *_FINE, *_LARGE, "4 mg/kg"),
    ("esketamine", "intramuscular"): ("0.25 mg/kg", "2 mg/kg", "4.1 mg/kg"),
    ("ketamine", "intranasal"): ("5 mg", "10 mg", "50 mg", "60 mg", "75 mg", "76 mg", "110 mg", "0.5 mg/kg"),
    ("esketamine", "intranasal"): ("28 mg", "56 mg", "84 mg", "84 mg", "42 mg", "112 mg", "56000 mcg", "0.5 mg/kg"),
    ("ketamine", "oral"): ("0.2 mg/kg", "0.5 mg/kg", "2 mg/kg", "2.6 mg/kg", "3.1 mg/kg", "150 mg", "310 mg", "8 mg/kg"),
    ("esketamine", "oral"): ("0.5 mg/kg", "30 mg", "31 mg", "3 mg/kg", "3.1 mg/kg"),
    ("ketamine", "sublingual"): ("0.5 mg/kg", "1 mg/kg", "1.1 mg/kg", "50 mg", "3.5 mg/kg"),
    ("esketamine", "sublingual"): ("0.5 mg/kg", "10 mg"),
}
"""Doses for each drug and route, around every limit of the psychiatric clinic and past the outer walls."""

_TIMES = (
    "2 min",
    "10 min",
    "20 min",
    "40 min",
    "40 min",
    "2400 s",
    "45 min",
    "60 min",
    "1 h",
    "100 min",
    "119 min",
    "2 h",
    "130 min",
)
_AREAS = (
    "emergency analgesia",
    "emergency suicidality",
    "emergency agitation",
    "acute pain ward",
    "chronic pain",
    "procedural sedation",
    "anaesthesia",
)
_CAPS = ("40 mg", "0.0605 g", "100 mg")
_HEIGHTS = ("165.1 cm", "5 ft 5 in", "1.83 m", "178 cm", "72 in", "6 ft 0.5 in", "60 in")
_ODD_HEIGHTS = ("148 cm", "100 cm", "0.98 m", "49.9 cm", "301 cm", "1780 mm", "178")
_AGES = ("42 years", "42 years", "18 years", "65 year", "83 years", "17.9 years")
_BASES = ("actual", "ideal", "adjusted", "lean")
_ODD_WEIGHTS = ("9.9 kg", "1000 kg", "70,5 kg", "70", "0 kg", "260.5 kg", "29 kg", "30 kg", "250 kg", "2205 lb", "154.5 lb")
_STRENGTHS = ("10 mg/mL", "50 mg/mL", "50 mg/mL", "100 mg/mL", "25 g/L", "33 mg/mL", "5 mg/ml")
_VIALS = ("2 mL", "5 mL", "20 mL", "0.01 L", "0.7 mL")
_GRADUATIONS = (None, "0.01 mL", "0.02 mL", "0.1 mL", "0.25 mL", "0.5 mL", "1 mL", "0.07 mL")
_CAPACITIES = ("10 mL", "20 mL", "50 mL", "1 mL", "0.07 mL")
_BAGS = ("50 mL", "100 mL", "100 mL", "250 mL", "0.5 L")
_LINES = (None, None, None, "1 mL", "7 mL", "20 mL")
_STEPS = (None, "0.01 mL/h", "0.1 mL/h", "1 mL/h", "5 mL/h", "40 mL/h", "40 mL/h", "1 mL/min")
_LARGEST = (None, None, None, "999 mL/h", "1200 mL/h", "200 mL/h", "99.5 mL/h", "60 mL/h")
_MODES = ("half up", "half up", "down", "up")
_INJECTED = ("intravenous", "subcutaneous", "intramuscular")


def only(**given: Any) -> Given:
    """What was given, without what was not."""
    return {name: value for name, value in given.items() if value is not None}


def weight(choices: Choices) -> str:
    """The weight of a person of about 40 to 130 kg in any unit; now and then one that is odd or refused."""
    if choices.once_in(25):
        return choices.of(_ODD_WEIGHTS)
    unit, low, places = choices.of(
        (("kg", 400, 1), ("kg", 40_000, 3), ("kg", 40, 0), ("g", 40_000, 0), ("lb", 900, 1), ("oz", 1_500, 0), ("st", 640, 2))
    )
    return f"{choices.decimal(low, 3 * low, places)} {unit}"


def patient(choices: Choices, *, measured: bool = False) -> Given:
    """A person; `measured` with height and sex."""
    told = only(weight=weight(choices))
    if measured or choices.once_in(4):
        height = choices.of(_HEIGHTS if choices.below(8) else _ODD_HEIGHTS)
        told |= only(height=height, sex=choices.of(("female", "male")))
        for name in ("height", "sex"):
            if choices.once_in(30):
                told.pop(name)
    if choices.once_in(5):
        told["age"] = choices.of(_AGES)
    if choices.once_in(12):
        told["weight_origin"] = choices.of(("measured", "stated", "estimated"))
    if choices.once_in(12):
        told["previous_weight"] = choices.of(("70 kg", "154 lb", "150 kg", "33 kg"))
    return told


def regimen(choices: Choices, drug: str, route: str, *, over: bool = False) -> Given:
    """A regimen of a site's own, with one dose or a choice of doses."""
    dose: Any = choices.of(LEVELS[drug, route])
    told = only(drug=drug, route=route, dose=dose)
    if route == "intravenous" and (over or choices.below(6)):
        told["over"] = choices.of(_TIMES)
    elif choices.once_in(150):
        told["over"] = "40 min"
    if choices.once_in(8):
        told["at_most"] = choices.of(_CAPS)
    if choices.once_in(12):
        told["area"] = choices.of(_AREAS)
    return told


def dose(choices: Choices, drug: str, route: str, *, over: bool = False) -> Given:
    """Everything that a dose is calculated from."""
    basis = choices.of(_BASES) if choices.once_in(3) else None
    told: Given = {"patient": patient(choices, measured=basis not in {None, "actual"})}
    told["regimen"] = regimen(choices, drug, route, over=over)
    fixed = not told["regimen"]["dose"].endswith("/kg")
    if basis is not None and (not fixed or choices.once_in(6)):
        told["basis"] = basis
        if choices.once_in(3):
            told["basis_at_most"] = choices.of(("100 kg", "60 kg", "154 lb"))
    if choices.once_in(20):
        told["profile"] = choices.of((*_AREAS, "psychiatric clinic", "clinic"))
    if choices.below(2):
        told["overrides"] = "all" if choices.below(4) else [choices.of(("per_weight.high", "amount.high", "duration.low"))]
    return told


def calculated(choices: Choices) -> Given:
    """A dose by any route, now and then with a level to choose, or with a word that is not one."""
    told = dose(choices, *choices.of((*LEVELS, ("ketamine", "intravenous"), ("ketamine", "intravenous"))))
    mine = told["regimen"]
    if choices.once_in(6):
        mine["dose"] = ["0.2 mg/kg", "0.5 mg/kg", "1 mg/kg"]
        told |= only(level=choices.of((None, "0.5 mg/kg", "500 mcg/kg", "0.6 mg/kg", "1.0 mg/kg", "35 mg", "0,5 mg/kg")))
        if choices.once_in(2):
            mine |= {"dose": ["0.2 mg/kg", "0.9 mg/kg"], "between": True}
    if choices.once_in(40):
        told["patient" if choices.below(2) else "regimen"] |= choices.of(({"sex": "F"}, {"weight_origin": "guessed"}))
        told["regimen"].pop("sex", None)
        told["regimen"].pop("weight_origin", None)
    if choices.once_in(40):
        mine["route"] = choices.of(("IV", "iv", "SC", "IM", "nasal", "PO", "SL", "rectal"))
    if choices.once_in(60):
        mine["drug"] = choices.of(("S-ketamine", "Ketalar", "spravato", "Racemic ketamine"))
    if choices.once_in(40):
        mine["dose"] = choices.of(("0.5", "0,5 mg/kg", "0.5 mL", "0.5 mg/lb", "35 MG", "0 mg", "500 ug/kg", ".5 mg/kg"))
    return told


def _syringe(choices: Choices) -> Given | None:
    graduation = choices.of(_GRADUATIONS)
    if graduation is None:
        return None
    return only(graduation=graduation, capacity=choices.of(_CAPACITIES) if choices.once_in(5) else None)


def _product(choices: Choices, drug: str, routes: tuple[str, ...]) -> Given:
    other = choices.once_in(40)
    told = only(drug="esketamine" if (drug == "ketamine") is other else "ketamine", strength=choices.of(_STRENGTHS))
    return told | only(
        volume=choices.of(_VIALS),
        routes=list(choices.of((routes, routes, ("intramuscular",), ("oral",))) if choices.once_in(8) else routes),
    )


def infusion(choices: Choices) -> Given:
    """A dose over a time with its vial, syringe, bag, line and pump."""
    drug = "ketamine" if choices.below(6) else "esketamine"
    told = dose(choices, drug, "intravenous", over=choices.below(30) > 0)
    if choices.below(3):
        told["overrides"] = "all"
    told["product"] = _product(choices, drug, ("intravenous", "intramuscular"))
    told |= only(syringe=_syringe(choices))
    step = choices.of(_STEPS)
    told |= only(pump=None if step is None else only(step=step, largest_rate=choices.of(_LARGEST)))
    ways = (
        choices.of((("made_up_to",), ("added_to",)))
        if choices.below(60)
        else ("made_up_to", "added_to")[: 2 * choices.below(2)]
    )
    told |= {way: choices.of(_BAGS if choices.below(20) else ("3 mL", "0.9 mL", "100")) for way in ways}
    told |= only(line_volume=choices.of(_LINES), rounding=choices.of(_MODES))
    return told | only(after=choices.of(("12.5 min", "1 s", "20 min", "2 h")) if choices.once_in(5) else None)


def injection(choices: Choices) -> Given:
    """A dose given at once, by needle or by mouth."""
    mouth = choices.once_in(4)
    drug = "ketamine" if choices.below(6) else "esketamine"
    route = choices.of(("oral", "sublingual") if mouth else _INJECTED)
    told = dose(choices, drug, route)
    if route == "intravenous" and choices.below(4):
        told["regimen"].pop("over", None)
        told["overrides"] = "all"
    told["product"] = _product(choices, drug, ("oral", "sublingual") if mouth else ("intravenous", "intramuscular"))
    by_mouth = mouth if choices.below(30) else not mouth
    return told | only(by_mouth=True if by_mouth else None, syringe=_syringe(choices), rounding=choices.of(_MODES))


def devices(choices: Choices) -> Given:
    """Whole nasal devices."""
    drug, route = choices.of((*(("esketamine", "intranasal"),) * 8, ("ketamine", "intranasal"), ("esketamine", "oral")))
    told = dose(choices, drug, route)
    if choices.below(8):
        told["regimen"] = only(drug=drug, route=route, dose=choices.of(("28 mg", "56 mg", "84 mg", "0.084 g")))
        told.pop("profile", None)
        told.pop("basis", None)
    product = only(drug="esketamine", strength="140 mg/mL", volume="0.2 mL", routes=["intranasal"], sprays=2)
    product |= choices.of(
        ({"rest": "5 min"}, {"rest": "300 s"}, {}, {"strength": "70 mg/mL"}, {"volume": "0.15 mL"}, {"sprays": 0})
    )
    return told | {"product": product}


def share(choices: Choices) -> Given:
    """How much of a dose reaches the circulation, or what another route would need."""
    drug, route = choices.of(tuple(LEVELS))
    told: Given = {"patient": only(weight=weight(choices)), "regimen": regimen(choices, drug, route), "overrides": "all"}
    if choices.once_in(2):
        told["to"] = choices.of(tuple(dict.fromkeys(route for _, route in LEVELS)))
    return told
