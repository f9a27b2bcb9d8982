"""What reaches the circulation, what another route would need, base and salt: as they are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

import ketadose as kd
from ketadose import measures as m
from ketadose.calc.route import Equivalent, Systemic, disagreements
from ketadose.calc.salt import Converted, base_of, hydrochloride_of
from ketadose.catalog import bioavailability as shares
from ketadose.catalog import salts
from ketadose.model.bioavailability import Population, Shares
from ketadose.model.salt import Potency, Salt
from tests.strategies import ANYTHING_GOES as EVERY
from tests.test_codes import IRWIN, dose_of, young
from tests.told.results import RATIO, irwin, oliver

ORAL, VEIN = (kd.KETAMINE, kd.Route.ORAL), (kd.KETAMINE, kd.Route.INTRAVENOUS)
(CHILDREN, *_) = [each for each in shares.ALL if each.population is Population.CHILDREN]
ADULTS = Shares(*ORAL, (shares.CHONG_2009_ORAL,))
OF_CHILDREN = Shares(CHILDREN.drug, CHILDREN.route, (CHILDREN,))


def child() -> kd.Dose:
    return dose_of(IRWIN, young(), overrides=EVERY)


def edited() -> kd.Dose:
    return attrs.evolve(irwin(), amount=m.Amount("350 mg"))


SHARES: dict[str, Callable[[], Any]] = {
    "systemic of an amount": lambda: kd.systemic_amount("35 mg"),
    "systemic of a hollow dose": lambda: kd.systemic_amount(object.__new__(kd.Dose)),
    "systemic of an edited dose": lambda: kd.systemic_amount(edited()),
    "systemic by another route": lambda: kd.systemic_amount(irwin(), records=shares.ROLAN_2014_SUBLINGUAL),
    "systemic by children": lambda: kd.systemic_amount(irwin(), records=CHILDREN),
    "systemic by a name": lambda: kd.systemic_amount(irwin(), records="CHONG_2009_ORAL"),
    "systemic of a child by adults": lambda: kd.systemic_amount(child(), records=shares.CHONG_2009_ORAL),
    "systemic made of text": lambda: Systemic(irwin(), "7 to 32 %"),
    "systemic made of nothing": lambda: Systemic(irwin(), object.__new__(Shares)),
    "systemic made of another route": lambda: Systemic(oliver(), ADULTS),
    "systemic made of children": lambda: Systemic(irwin(), OF_CHILDREN),
    "systemic made for a child": lambda: Systemic(child(), ADULTS),
    "equivalent of an amount": lambda: kd.equivalent_dose("35 mg", to="oral"),
    "equivalent to a slip": lambda: kd.equivalent_dose(oliver(), to="IV"),
    "equivalent to nothing": lambda: kd.equivalent_dose(oliver(), to=None),
    "equivalent of a slip": lambda: kd.equivalent_dose(oliver(), to="oral", drug="S-ketamine"),
    "equivalent by a name": lambda: kd.equivalent_dose(irwin(), to="sublingual", records="CHONG_2009_ORAL"),
    "equivalent to a name": lambda: kd.equivalent_dose(oliver(), to="oral", to_records="CHONG_2009_ORAL"),
    "equivalent to another route": lambda: kd.equivalent_dose(oliver(), to="oral", to_records=shares.ROLAN_2014_SUBLINGUAL),
    "equivalent without a ratio": lambda: kd.equivalent_dose(oliver(), to="oral", drug="esketamine"),
    "equivalent by a number": lambda: kd.equivalent_dose(oliver(), to="oral", drug="esketamine", ratio=2),
    "equivalent by a hollow ratio": lambda: kd.equivalent_dose(
        oliver(), to="oral", drug="esketamine", ratio=object.__new__(Potency)
    ),
    "equivalent by a ratio of nothing": lambda: kd.equivalent_dose(oliver(), to="oral", ratio=RATIO),
    "equivalent made of text": lambda: Equivalent(irwin(), ADULTS, "all of it"),
    "equivalent made for a child": lambda: Equivalent(child(), Shares(*ORAL, ()), ADULTS),
    "equivalent made without a ratio": lambda: Equivalent(irwin(), ADULTS, Shares(kd.ESKETAMINE, kd.Route.ORAL, ())),
    "side by side of a slip": lambda: disagreements(drug="S-ketamine"),
    "side by side by a slip": lambda: disagreements(route="IV"),
    "side by side of esketamine": lambda: "; ".join(
        each.name for row in disagreements(drug="esketamine") for each in row.records
    ),
    "side by side by mouth": lambda: "; ".join(each.name for row in disagreements(route="oral") for each in row.records),
    "base of a slip": lambda: base_of("35 mg", "S-ketamine"),
    "base of a weight": lambda: base_of("70 kg", "ketamine"),
    "hydrochloride of nothing": lambda: hydrochloride_of(None, "ketamine"),
    "conversion of a slip": lambda: Converted("35 mg", "salt", salts.SALTS[0]),
    "conversion of no salt": lambda: Converted("35 mg", "base", "ketamine"),
    "conversion of a hollow salt": lambda: Converted("35 mg", "base", object.__new__(Salt)),
}
"""Each is refused but for a few that are told."""
