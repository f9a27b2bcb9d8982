"""Orders for the verifier: written from calculations, rounded as on paper, with one mistake put in; and what must be seen.

Whether a mistake can be seen at all is asked of plain interval arithmetic on a list of products typed here, which shares
nothing with the verifier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import ketadose as kd
from ketadose.model.order import Order

F = Fraction
POUND, SALT = F(45359237, 100_000_000), F(27419, 23773)
SOURCE = kd.Source.site("SOP 12")
VIALS = (kd.products.KETAMINE_10_MG_PER_ML, kd.products.KETAMINE_50_MG_PER_ML, kd.products.KETAMINE_100_MG_PER_ML)
SYRUP = kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral", "sublingual"), source=SOURCE)
S_VIAL = kd.Product("esketamine", "25 mg/mL", "2 mL", routes=("intravenous", "intramuscular"), source=SOURCE)
SPRAY = kd.products.SPRAVATO_28_MG
PROTOCOLS = [(each, level) for each in kd.protocols.ALL for level in each.doses if not each.at_most]
UNITS = {
    "amount": "mg",
    "total": "mg",
    "per_weight": "mg/kg",
    "weight": "kg",
    "concentration": "mg/mL",
    "volume": "mL",
    "made_up_to": "mL",
    "added_to": "mL",
    "volume_to_infuse": "mL",
    "over": "min",
    "flow_rate": "mL/h",
    "amount_rate": "mg/h",
    "per_weight_rate": "mg/kg/h",
}
COUNTS = ("devices", "sessions", "interval", "span")
RATES = ("flow_rate", "amount_rate", "per_weight_rate")
BAGS = ("made_up_to", "added_to")


@dataclass
class Written:
    """An order as it will be written: each figure with its number of decimals, words, and what it was written from."""

    figures: dict[str, tuple[F, int]]
    words: dict[str, Any]
    protocol: kd.Regimen
    patient: kd.Patient
    kept: set[str] = field(default_factory=set)
    """Fields that must not be left out: without them the rounding of others would be no rounding of a device."""
    protocol_given: bool = False
    patient_given: bool = False

    def order(self) -> Order:
        """The order as the library reads it."""
        options: dict[str, Any] = dict(self.words)
        rates = []
        for name, (value, places) in self.figures.items():
            if name in COUNTS:
                options[name] = int(value)
            elif name in RATES:
                rates.append(f"{decimal(value, places)} {UNITS[name]}")
            else:
                options[name] = f"{decimal(value, places)} {UNITS[name]}"
        return Order(**options, rate=tuple(rates))

    def verified(self):
        from ketadose.verify.verifying import verify_order

        return verify_order(
            self.order(),
            patient=self.patient if self.patient_given else None,
            protocol=self.protocol if self.protocol_given else None,
            profile=self.protocol.area,
        )

    def with_figure(self, name: str, value: F, places: int) -> Written | None:
        """The same with another figure; None where it would be zero."""
        new = rounded(value, places)
        return (
            None
            if new <= 0
            else Written(
                self.figures | {name: (new, places)},
                self.words,
                self.protocol,
                self.patient,
                self.kept,
                self.protocol_given,
                self.patient_given,
            )
        )


def rounded(value: F, places: int) -> F:
    """Half up."""
    tens = 10**places
    return F((2 * value.numerator * tens + value.denominator) // (2 * value.denominator), tens)


def places_of(value: F, most: int = 12) -> int:
    """As many decimals as the number has."""
    return next((places for places in range(most) if (value * 10**places).denominator == 1), most)


def decimal(value: F, places: int) -> str:
    whole, rest = divmod(int(rounded(value, places) * 10**places), 10**places)
    return f"{whole}.{str(rest).rjust(places, '0')}" if places else str(whole)


def exactly(value: F) -> tuple[F, int]:
    places = places_of(value)
    return rounded(value, places), places


def clean(random: Random) -> Written:
    """An order written from a calculation, some of its fields left out; again until one can be calculated."""
    while True:
        try:
            written = _calculated(random)
        except kd.KetadoseError:
            continue
        return _thinned(random, written)


def _calculated(random: Random) -> Written:
    protocol, level = random.choice(PROTOCOLS)
    if random.random() < 0.4:
        protocol, level = _own(random)
    patient = _patient(random, protocol)
    dose = kd.calculate_dose(patient, protocol, level=level)
    near = _near_a_limit(patient, protocol, dose)
    figures: dict[str, tuple[F, int]] = {"weight": exactly(patient.weight.value)}
    words: dict[str, Any] = {"drug": protocol.drug.value, "route": protocol.route.value}
    written = Written(figures, words, protocol, patient, {"over"} if near and protocol.over else set())
    amount = dose.amount.value
    figures["amount"] = exactly(amount) if near else _at(random, amount, (0, 0, 1, 1, 2))
    if type(level) is kd.measures.PerWeight:
        figures["per_weight"] = exactly(level.value)
    else:
        figures["per_weight"] = (
            _at(random, dose.per_weight.value, (2, 3)) if not near else _at(random, dose.per_weight.value, (6,))
        )
    _prepared(random, written, dose)
    _course(random, written, patient, protocol, level, amount)
    return written


def _own(random: Random) -> tuple[kd.Regimen, Any]:
    drug, route = random.choice(
        [("ketamine", "intravenous")] * 4
        + [("ketamine", "subcutaneous"), ("ketamine", "intramuscular"), ("ketamine", "oral"), ("ketamine", "sublingual")]
        + [("esketamine", "intravenous"), ("ketamine", "intranasal")]
    )
    over = random.choice(["40 min", "60 min", "45 min", "100 min", "50 min"]) if route == "intravenous" else None
    most = {"oral": 250, "sublingual": 100, "intravenous": 40 if drug == "esketamine" else 75}.get(route, 90)
    level: Any = f"{decimal(F(random.randrange(10, most), 100), 2)} mg/kg"
    level = f"{random.choice([10, 20, 30, 40, 50])} mg" if route == "intranasal" else level
    days = random.choice(
        [kd.DayPattern.weekly(2, weeks=3), kd.DayPattern.every(random.randint(3, 14), sessions=random.randint(2, 6))]
    )
    protocol = kd.Regimen(drug, route, level, over=over, days=days, source=SOURCE)
    return protocol, protocol.doses[0]


def _patient(random: Random, protocol: kd.Regimen) -> kd.Patient:
    weight = F(random.randrange(400, 1500), 10) if random.random() < 0.7 else F(random.randrange(40, 150))
    if random.random() < 0.1:
        weight = random.randrange(90, 330) * POUND
    return kd.Patient(
        kd.measures.Weight.of(weight, "kg"), height=f"{random.randrange(150, 195)} cm", sex=random.choice(["female", "male"])
    )


def _near_a_limit(patient: kd.Patient, protocol: kd.Regimen, dose: Any) -> bool:
    """Whether a little more or a little longer would be a STOP: then nothing is rounded."""
    for share, longer in ((F(104, 100), 1), (F(1), F(103, 100)), (F(1), F(97, 100))):
        over = None if protocol.over is None else kd.measures.Duration.of(protocol.over.value * longer, "h")
        more = kd.Regimen(
            protocol.drug, protocol.route, kd.measures.Amount.of(dose.amount.value * share, "mg"), over=over, area=protocol.area
        )
        allowed = protocol.route is kd.Route.INTRANASAL
        try:
            if not allowed:
                kd.calculate_dose(patient, more)
        except kd.LimitError:
            return True
    return False


def _at(random: Random, value: F, places: tuple[int, ...]) -> tuple[F, int]:
    """The value at one of these numbers of decimals, but never so coarse that it is gone."""
    chosen = random.choice(places)
    while rounded(value, chosen) == 0:
        chosen += 1
    return rounded(value, chosen), chosen


def _prepared(random: Random, written: Written, dose: Any) -> None:
    """What is drawn, and for an infusion the bag, the pump and the rates; for a nasal device how many."""
    protocol, figures, words = written.protocol, written.figures, written.words
    if protocol.route is kd.Route.INTRANASAL:
        if protocol.drug is kd.ESKETAMINE:
            plan = kd.plan_devices(dose, product=SPRAY)
            figures["devices"] = (F(plan.devices), 0)
            words["product"] = SPRAY
        return
    by_mouth = protocol.route in {kd.Route.ORAL, kd.Route.SUBLINGUAL}
    product = S_VIAL if protocol.drug is kd.ESKETAMINE else SYRUP if by_mouth else random.choice(VIALS)
    if by_mouth and protocol.drug is kd.ESKETAMINE:
        return
    syringe = kd.Syringe(random.choice(["0.01 mL", "0.01 mL", "0.02 mL", "0.1 mL"]))
    if random.random() < 0.5:
        words["product"] = product
    if "product" not in words or random.random() < 0.3:
        figures["concentration"] = exactly(product.strength.value)
    if protocol.over is None:
        plan_one = kd.plan_oral if by_mouth else kd.plan_injection
        plan = plan_one(dose, product=product, syringe=syringe)
        figures["volume"] = exactly(plan.draw.volume.value)
        _as_drawn(random, written, plan)
        return
    way, bag = random.choice(BAGS), random.choice([50, 100, 100, 250, 500])
    line = random.choice([None, None, None, "7 mL"])
    pump = kd.Pump(random.choice(["0.1 mL/h", "1 mL/h"]))
    infusion = kd.plan_infusion(dose, product=product, syringe=syringe, pump=pump, line_volume=line, **{way: f"{bag} mL"})
    figures["volume"] = exactly(infusion.draw.volume.value)
    figures[way] = (F(bag), 0)
    figures["over"] = exactly(protocol.over.value * 60)
    figures["flow_rate"] = exactly(infusion.rate.value)
    if line is not None:
        figures["volume_to_infuse"] = _at(random, infusion.volume_to_infuse.value, (2,))
        written.kept |= {"volume_to_infuse"}
    near = "over" in written.kept
    figures["amount_rate"] = _at(random, dose.amount_rate.value, (6,) if near else (0, 1, 2))
    figures["per_weight_rate"] = _at(random, dose.per_weight_rate.value, (6,) if near else (2, 3))
    if line is None:
        _as_drawn(random, written, infusion)


def _as_drawn(random: Random, written: Written, plan: Any) -> None:
    """Sometimes the dose is written as it is drawn; then the volume and the strength that make it so are written too."""
    exact = written.patient.weight.value * written.figures["per_weight"][0]
    graduation = plan.draw.syringe.graduation.value * plan.draw.product.strength.value
    near = 2 * abs(plan.amount.value - exact) <= graduation
    if random.random() < 0.2 and "over" not in written.kept and plan.amount.value <= exact and near:
        written.figures["amount"] = exactly(plan.amount.value)
        written.kept |= {"volume", "concentration"}
        for name in ("amount_rate", "per_weight_rate"):
            written.figures.pop(name, None)


def _course(random: Random, written: Written, patient: Any, protocol: Any, level: Any, amount: F) -> None:
    """Sessions, days and total, from a plan."""
    if protocol.days is None or len(protocol.days.days) < 2 or protocol.days.ascending:
        return
    plan = kd.plan_course(patient, protocol, start="2026-01-05", levels=None if len(protocol.doses) == 1 else level)
    days = [session.day for session in plan.sessions]
    figures = written.figures
    figures["sessions"] = (F(len(days)), 0)
    gaps = {later - before for before, later in pairwise(days)}
    figures["span"] = (F(days[-1]), 0)
    if len(gaps) == 1:
        figures["interval"] = (F(gaps.pop()), 0)
        figures["span"] = (F(days[-1]), 0)
        written.words["frequency"] = random.choice([f"every {int(figures['interval'][0])} days", f"{len(days)} sessions", ""])
    elif protocol.days == kd.DayPattern.weekly(2, weeks=3):
        written.words["frequency"] = random.choice(["twice weekly for 3 weeks", "six infusions over 21 days", "2 x/week", ""])
        figures["span"] = (F(21), 0)
    else:
        del figures["span"]
    if not written.words.get("frequency"):
        written.words.pop("frequency", None)
    figures["total"] = exactly(plan.total.value) if random.random() < 0.5 else _at(random, plan.total.value, (0, 1))


def _thinned(random: Random, written: Written) -> Written:
    """Some fields left out at random; the patient and the protocol beside it, or not."""
    written.patient_given, written.protocol_given = random.random() < 0.4, random.random() < 0.5
    share = random.choice([0, 0.2, 0.4])
    for name in list(written.figures):
        kept = name in written.kept or (name == "concentration" and "volume" in written.kept)
        if not kept and random.random() < share:
            del written.figures[name]
    if "product" in written.words and "volume" not in written.kept and random.random() < share:
        del written.words["product"]
    if random.random() < share:
        written.words.pop("frequency", None)
    return written
