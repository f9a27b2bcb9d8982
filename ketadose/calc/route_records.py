"""Which records of bioavailability answer for a dose, and what must be known of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ketadose.calc.dose import Dose, untouched
from ketadose.catalog import bioavailability as catalog
from ketadose.catalog import limits
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding
from ketadose.measures import Amount
from ketadose.measures.printing import shortened
from ketadose.model.bioavailability import Bioavailability, Population, Shares, Spread, check_way, refuse_other
from ketadose.model.salt import Potency
from ketadose.records import exact_text, whole
from ketadose.terms import Drug, Route, Severity

Records = Bioavailability | tuple[Bioavailability, ...] | list[Bioavailability]

NO_ORDER = Finding(
    "equivalent.estimate",
    Severity.NOTE,
    "an estimate by exposure to the parent drug, checked against no limits, and no order: routes also differ in onset, peak, "
    "norketamine and from person to person",
)


def checked(dose: Dose) -> Dose:
    """The dose, if it is one and nothing of it was edited.

    Raises `KetadoseError`: "argument.type", "record.hollow", "dose.changed".
    """
    if type(dose) is not Dose:
        _refuse("dose", dose, "a dose", "Use kd.calculate_dose(...)")
    return untouched(dose)


def _a_child(dose: Dose) -> bool:
    age = dose.patient.age
    return age is not None and not limits.EVERYBODY[0].inside(*age.value.as_integer_ratio())


def chosen(dose: Dose, drug: Drug, route: Route, records: object, field: str) -> Shares:
    """The records that the caller names, or else all of the catalog's for the drug and the route but those of children.

    For a child none is chosen: what was measured in adults does not answer for one, nor a model of other children.

    Raises `KetadoseError`: "argument.type", "record.hollow", "bioavailability.other".
    """
    if records is None:
        mine = (each for each in catalog.ALL if each.drug is drug and each.route is route)
        adults = (each for each in mine if each.population is not Population.CHILDREN)
        child = _a_child(dose)
        return Shares(drug, route, tuple(each for each in adults if not child or each.spread is Spread.DEFINITION))
    given: Any = (records,) if type(records) is Bioavailability else records
    if type(given) not in {tuple, list} or not given or any(type(each) is not Bioavailability for each in given):
        _refuse(field, records, "a record of bioavailability, or several", "Use ketadose.catalog.bioavailability")
    check_way(tuple(whole(each, field) for each in given), drug, route, field)
    return for_adults(Shares(drug, route, tuple(given)), field)


def for_adults(shares: Shares, field: str = "records") -> Shares:
    """The records, if none of them is of children.

    Raises `KetadoseError`: "argument.type", "record.hollow", "bioavailability.other".
    """
    if type(shares) is not Shares:
        _refuse("shares", shares, "records of one drug and route", "Use kd.systemic_amount(...)")
    for each in whole(shares, "shares").records:
        if each.population is Population.CHILDREN:
            refuse_other(each, "a record of adults: children's records answer for no adult", field)
    return shares


def no_child(dose: Dose, shares: Shares) -> None:
    """Refuse records for a child, but for what holds by definition.

    Raises `KetadoseError` "bioavailability.other".
    """
    for each in shares.records:
        if each.spread is not Spread.DEFINITION and _a_child(dose):
            refuse_other(each, "no record: none of the catalog's answers for a child")


def of_dose(dose: Dose, shares: Shares) -> None:
    """Refuse records of another drug or route than the dose's.

    Raises `KetadoseError`: as `checked` and `for_adults`.
    """
    regimen = checked(dose).regimen
    no_child(dose, for_adults(shares))
    if shares.drug is not regimen.drug or shares.route is not regimen.route:
        raise KetadoseError(
            "bioavailability.other",
            f"the records are of {shares.drug.value} {shares.route.value}",
            field="shares",
            received=str(shares),
            expected=f"{regimen.drug.value} {regimen.route.value}",
        )


def check_ratio(given: Drug, wanted: Drug, ratio: object) -> None:
    """Refuse an exchange of racemate and esketamine without a ratio, and a ratio where nothing is exchanged.

    Raises `KetadoseError`: "potency.needed", "argument.type", "record.hollow".
    """
    if ratio is None and given is not wanted:
        raise KetadoseError(
            "potency.needed",
            f"{given.value} is not exchanged for {wanted.value} without a ratio",
            field="ratio",
            expected="a Potency, which names its source",
            fix="Pass ratio=ketadose.catalog.salts.CORREIA_MELO_2020, or a Potency of your own",
        )
    if ratio is None:
        return
    if type(ratio) is not Potency:
        _refuse("ratio", ratio, "a Potency", "Use ketadose.catalog.salts.POTENCIES")
    whole(ratio, "ratio")
    if given is wanted:
        _refuse("ratio", ratio, f"no ratio: both are {wanted.value}", "Leave out ratio=")


def notes(shares: Shares) -> tuple[Finding, ...]:
    """What must be known of the records, as NOTE; nothing where the answer holds by definition."""
    of = f"{shares.drug.value} {shares.route.value}"
    records = shares.records
    if not records:
        words = f"no record here says how much of {of} reaches the circulation of this patient: unknown, not all of it"
        return (Finding("bioavailability.unknown", Severity.CAUTION, words),)
    if all(each.spread is Spread.DEFINITION for each in records):
        return ()
    said = [_note("parent", f"{of}: the parent drug only; norketamine and other metabolites are not counted")]
    bare = [each.name for each in records if each.low is None]
    if bare:
        words = f"{of}: no interval is printed by {', '.join(bare)}: people may differ by more than the answer shows"
        said.append(_note("spread", words))
    unsaid = [each.name for each in records if each.population is Population.NOT_STATED]
    if unsaid:
        said.append(_note("population", f"{of}: that they measured adults is not stated by {', '.join(unsaid)}"))
    if shares.factor > 1:
        factor = exact_text(shortened(shares.factor))
        said.append(_note("disagree", f"{of}: the records' values differ by a factor of {factor}"))
    return tuple(said)


def exchanged(ratio: Potency) -> Finding:
    """That one drug was turned into the other, and by whose ratio."""
    words = f"racemic ketamine and esketamine are exchanged {ratio.ratio}, as {ratio.name} gave them: the caller's choice"
    return Finding("equivalent.ratio", Severity.CAUTION, words, ratio.citation)


def value_of(record: Bioavailability | None) -> Fraction | None:
    """The value of a record, if there is one."""
    return None if record is None else record.value


def told(low: Amount | None, high: Amount | None, value: Amount | None, what: str, *shares: Shares) -> str:
    """The interval in words, or that it is unknown and for want of what."""
    if low is None or high is None:
        missing = " and ".join(dict.fromkeys(f"{s.drug.value} {s.route.value}" for s in shares if not s.known))
        return f"{what}: unknown: no human source for {missing}"
    if low == high:
        return f"{what}: {low}"
    trusted = f", by the most trusted record {value}" if value is not None else ""
    return f"{what}: {low} to {high}{trusted}"


def _note(code: str, words: str) -> Finding:
    return Finding(f"bioavailability.{code}", Severity.NOTE, words)


def _refuse(field: str, given: object, expected: str, fix: str) -> None:
    raise KetadoseError(
        "argument.type", f"{shown(given)} is not usable", field=field, received=given, expected=expected, fix=fix
    )
