"""How much of a dose reaches the circulation, and what another route or the other drug would need: intervals, never orders.

Parent drug only, in mg of base. Where no human source says how much a route lets through, the answer is "unknown".
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from ketadose import pharmacology
from ketadose.calc.dose import Dose
from ketadose.calc.route_records import (
    NO_ORDER,
    Records,
    check_ratio,
    checked,
    chosen,
    exchanged,
    for_adults,
    no_child,
    notes,
    of_dose,
    told,
    value_of,
)
from ketadose.catalog import bioavailability as catalog
from ketadose.findings import Finding
from ketadose.measures import Amount
from ketadose.model.bioavailability import Bioavailability, Shares
from ketadose.model.salt import Potency
from ketadose.pharmacology import Share
from ketadose.records import Record, plain
from ketadose.terms import Drug, Route, read_word
from ketadose.working import Formula, Given, Step, Working


@attrs.frozen
class Systemic(Record):
    """How much of a dose reaches the circulation, by every record that was used; everything else is computed from these.

    Raises `KetadoseError`: "argument.type", "dose.changed", "bioavailability.other", "record.hollow".
    """

    dose: Dose
    shares: Shares

    def __attrs_post_init__(self) -> None:
        of_dose(self.dose, self.shares)

    @property
    def records(self) -> tuple[Bioavailability, ...]:
        """The records that were used, the most trusted first."""
        return self.shares.records

    @property
    def known(self) -> bool:
        """Whether there is any record to answer by."""
        return self.shares.known

    @property
    def trusted(self) -> Bioavailability | None:
        """The most trusted record that has a value."""
        return self.shares.trusted

    @property
    def low(self) -> Amount | None:
        """The least that any record says; None where it is unknown."""
        return _result(self._steps(pharmacology.SYSTEMIC_LOW, self.shares.low))

    @property
    def high(self) -> Amount | None:
        """The most that any record says; None where it is unknown."""
        return _result(self._steps(pharmacology.SYSTEMIC_HIGH, self.shares.high))

    @property
    def value(self) -> Amount | None:
        """By the most trusted record; None where no record has a value."""
        return _result(self._steps(pharmacology.SYSTEMIC, value_of(self.trusted)))

    @property
    def working(self) -> Working:
        """The dose, the records with their sources, and each step."""
        low = self._steps(pharmacology.SYSTEMIC_LOW, self.shares.low)
        high = self._steps(pharmacology.SYSTEMIC_HIGH, self.shares.high)
        best = self._steps(pharmacology.SYSTEMIC, value_of(self.trusted))
        return Working((_ordered(self.dose), *self.records, *low, *high, *best))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the dose, and what must be known of the records."""
        return tuple(dict.fromkeys((*self.dose.findings, *notes(self.shares))))

    def _steps(self, formula: Formula, share: Fraction | None) -> tuple[Step, ...]:
        return () if share is None else (pharmacology.apply(formula, self.dose.amount, Share(share)),)

    def __str__(self) -> str:
        return told(self.low, self.high, self.value, f"{self.dose}, in the circulation", self.shares)

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | _figures(self)


@attrs.frozen
class Equivalent(Record):
    """What another route, or the other drug, would need for as much in the circulation; an estimate, and no order.

    Raises `KetadoseError`: "argument.type", "dose.changed", "bioavailability.other", "potency.needed", "record.hollow".
    """

    dose: Dose
    shares: Shares
    to_shares: Shares
    ratio: Potency | None = None

    def __attrs_post_init__(self) -> None:
        of_dose(self.dose, self.shares)
        check_ratio(self.dose.regimen.drug, for_adults(self.to_shares).drug, self.ratio)
        no_child(self.dose, self.to_shares)

    @property
    def drug(self) -> Drug:
        """The drug of the answer."""
        return self.to_shares.drug

    @property
    def route(self) -> Route:
        """The route of the answer."""
        return self.to_shares.route

    @property
    def known(self) -> bool:
        """Whether there are records of both routes."""
        return self.shares.known and self.to_shares.known

    @property
    def low(self) -> Amount | None:
        """The least: as little as possible arrives from the dose, as much as possible from the answer."""
        return _result(self._low)

    @property
    def high(self) -> Amount | None:
        """The most: as much as possible arrives from the dose, as little as possible from the answer."""
        return _result(self._high)

    @property
    def value(self) -> Amount | None:
        """By the most trusted record of each route; None where one has no value."""
        return _result(self._best)

    @property
    def _low(self) -> tuple[Step, ...]:
        formulas = pharmacology.SYSTEMIC_LOW, pharmacology.EQUIVALENT_LOW
        return self._steps(*formulas, self.shares.low, self.to_shares.high)

    @property
    def _high(self) -> tuple[Step, ...]:
        formulas = pharmacology.SYSTEMIC_HIGH, pharmacology.EQUIVALENT_HIGH
        return self._steps(*formulas, self.shares.high, self.to_shares.low)

    @property
    def _best(self) -> tuple[Step, ...]:
        formulas = pharmacology.SYSTEMIC, pharmacology.EQUIVALENT
        return self._steps(*formulas, value_of(self.shares.trusted), value_of(self.to_shares.trusted))

    def _steps(self, one: Formula, other: Formula, given: Fraction | None, wanted: Fraction | None) -> tuple[Step, ...]:
        if given is None or wanted is None:
            return ()
        steps: tuple[Step, ...] = (pharmacology.apply(one, self.dose.amount, Share(given)),)
        if self.ratio is not None:
            exchange = pharmacology.AS_ESKETAMINE if self.drug is Drug.ESKETAMINE else pharmacology.AS_KETAMINE
            steps += (pharmacology.apply(exchange, steps[0].result, self.ratio.ratio),)
        return (*steps, pharmacology.apply(other, steps[-1].result, Share(wanted)))

    @property
    def working(self) -> Working:
        """The dose, the records of both routes, the ratio where the drugs differ, and each step."""
        records = dict.fromkeys((*self.shares.records, *self.to_shares.records))
        ratio = () if self.ratio is None else (self.ratio,)
        return Working((_ordered(self.dose), *records, *ratio, *self._low, *self._high, *self._best))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the dose, what must be known of the records and of the ratio, and that this is no order."""
        own = (*notes(self.shares), *notes(self.to_shares), *(() if self.ratio is None else (exchanged(self.ratio),)))
        return tuple(dict.fromkeys((*self.dose.findings, *own, NO_ORDER)))

    def __str__(self) -> str:
        what = f"{self.dose}, as {self.drug.value} {self.route.value}"
        words = told(self.low, self.high, self.value, what, self.shares, self.to_shares)
        return f"{words} (an estimate, not an order)" if self.known else words

    def __plain__(self) -> dict[str, Any]:
        return plain(self) | _figures(self)


def systemic_amount(dose: Dose, *, records: Records | None = None) -> Systemic:
    """How much of a dose reaches the circulation: amount * share / 100, by every record of its drug and route.

    From the lowest to the highest that any record says, and by the most trusted one; `records` narrows them to one or some,
    in the caller's own order of trust. Children's records are never used, and no record answers for a child. Intravenous it
    is the dose, by definition.
    Without any record the answer is unknown: `known` is False, and there is no amount.

    Findings, all NOTE: "bioavailability.parent", "bioavailability.spread", "bioavailability.population",
    "bioavailability.disagree", "bioavailability.unknown"; and those of the dose.

    Raises `KetadoseError`: "argument.type", "dose.changed", "record.hollow"; "bioavailability.other" for a record of another
    drug or route, or of children.

    >>> import ketadose as kd
    >>> from ketadose.catalog import bioavailability as b
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.IRWIN_2013)
    >>> print(kd.systemic_amount(dose))
    ketamine 35 mg oral, in the circulation: 2.45 mg to 11.2 mg, by the most trusted record 8.4 mg
    >>> print(kd.systemic_amount(dose, records=b.CHONG_2009_ORAL))
    ketamine 35 mg oral, in the circulation: 5.95 mg to 9.45 mg, by the most trusted record 8.4 mg
    >>> print(kd.systemic_amount(kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")))
    ketamine 35 mg subcutaneous, in the circulation: unknown: no human source for ketamine subcutaneous
    """
    regimen = checked(dose).regimen
    return Systemic(dose, chosen(dose, regimen.drug, regimen.route, records, "records"))


def equivalent_dose(
    dose: Dose,
    *,
    to: Route | str,
    records: Records | None = None,
    to_records: Records | None = None,
    drug: Drug | str | None = None,
    ratio: Potency | None = None,
) -> Equivalent:
    """What another route would need for as much parent drug in the circulation: 100 * amount in the circulation / share.

    The interval is the widest that the records of both routes allow; `records` and `to_records` narrow them. `drug` is that
    of the answer, by default the same; racemate and esketamine are exchanged, as amounts in the circulation, only by a
    `ratio` that the caller names, such as `catalog.salts.CORREIA_MELO_2020`. An estimate of exposure to the parent drug,
    checked against no limits: no plan takes it for an order.

    Findings: those of `systemic_amount` for both routes, NOTE "equivalent.estimate", CAUTION "equivalent.ratio".

    Raises `KetadoseError`: "argument.type", "dose.changed", "record.hollow", "word.unknown", "bioavailability.other";
    "potency.needed" for the other drug without a ratio.

    >>> import ketadose as kd
    >>> from ketadose.catalog import bioavailability as b, salts
    >>> dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    >>> print(kd.equivalent_dose(dose, to="sublingual", to_records=b.ROLAN_2014_SUBLINGUAL).low)
    112.9 mg (rounded)
    >>> print(kd.equivalent_dose(dose, to="intravenous", drug="esketamine", ratio=salts.CORREIA_MELO_2020))
    ketamine 35 mg intravenous over 40 min, as esketamine intravenous: 17.5 mg (an estimate, not an order)
    """
    regimen = checked(dose).regimen
    wanted = regimen.drug if drug is None else read_word(Drug, drug, "drug")
    route = read_word(Route, to, "to")
    check_ratio(regimen.drug, wanted, ratio)
    given = chosen(dose, regimen.drug, regimen.route, records, "records")
    return Equivalent(dose, given, chosen(dose, wanted, route, to_records, "to_records"), ratio)


def disagreements(*, drug: Drug | str | None = None, route: Route | str | None = None) -> tuple[Shares, ...]:
    """The catalog's records side by side for each drug and route that has several, children's among them, to be looked at.

    `factor` of each is the highest value divided by the lowest. What is left out is not asked.

    Raises `KetadoseError` "word.unknown".

    >>> for shares in disagreements(drug="ketamine", route="intramuscular"):
    ...     print(shares.factor, *(record.name for record in shares.records))
    93/41 KETALAR_CH_INTRAMUSCULAR HORNIK_2018_INTRAMUSCULAR
    """
    drugs = tuple(Drug) if drug is None else (read_word(Drug, drug, "drug"),)
    routes = tuple(Route) if route is None else (read_word(Route, route, "route"),)
    pairs = ((one, other) for one in drugs for other in routes)
    listed = (Shares(one, other, tuple(r for r in catalog.ALL if (r.drug, r.route) == (one, other))) for one, other in pairs)
    return tuple(shares for shares in listed if len(shares.records) > 1)


def _ordered(dose: Dose) -> Given:
    return Given(f"ordered dose, {dose.regimen.drug.value} {dose.regimen.route.value}, as base", dose.amount)


def _result(steps: tuple[Step, ...]) -> Amount | None:
    return steps[-1].result if steps else None


def _figures(answer: Systemic | Equivalent) -> dict[str, Any]:
    """What is computed, as plain data."""
    amounts = {name: getattr(answer, name) for name in ("low", "high", "value")}
    return {
        **{name: None if amount is None else amount.__plain__() for name, amount in amounts.items()},
        "known": answer.known,
        "findings": [finding.__plain__() for finding in answer.findings],
        "text": str(answer),
        "working": answer.working.__plain__(),
    }
