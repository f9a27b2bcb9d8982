"""`verify_order`: every relation of an order, and which mistake explains those that fail."""

from __future__ import annotations

from fractions import Fraction
from typing import NoReturn

from ketadose.errors import KetadoseError, shown
from ketadose.measures import PerWeight
from ketadose.model.order import Order
from ketadose.model.patient import Patient
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.records import whole
from ketadose.terms import CareArea, Severity
from ketadose.verify.explaining import Explained, explain
from ketadose.verify.facts import FIELDS, Facts, facts_of
from ketadose.verify.figures import Figure, exactly
from ketadose.verify.judging import Judge, profile_for
from ketadose.verify.lacking import figure_text, missing, unchecked
from ketadose.verify.relations import relations_of, told
from ketadose.verify.rules import Rule, SameWeight, SameWord, course_rules, figure_near
from ketadose.verify.telling import of_a_check, of_a_text, of_mistakes, of_what_is_missing
from ketadose.verify.verification import Mistake, Verdict, Verification


def verify_order(
    order: Order,
    patient: Patient | object = None,
    protocol: Regimen | None = None,
    profile: Profile | CareArea | str | None = None,
) -> Verification:
    """Whether an order's figures agree with each other, with the patient and with the protocol; and if not, why.

    Every relation between its figures is looked at, each figure being as exact as it is written and as its device can be
    set: `held` and `failed`. Where one fails, or a hard limit is passed, `likely` names the single mistake that explains it,
    or several that explain it as well, with what would tell them apart. The limits are those of the protocol's care area,
    or of `profile`; without either, of the psychiatric clinic. Nothing is calculated for the patient here, and nothing is
    corrected: what was probably meant is a question to the person who wrote it.

    Findings, none of which is raised: "order.relation" (STOP), "order.protocol" (STOP for drug, route, dose and duration,
    CAUTION for sessions), "order.frequency" (STOP), "order.weight", "order.mistake", "order.missing" and "order.unread"
    (CAUTION), and the codes of the limits.

    Raises `KetadoseError`: "argument.type" for no order or no protocol, "profile.incomplete", "word.unknown",
    "record.hollow" and whatever reading the patient raises.

    >>> import ketadose as kd
    >>> order = Order(drug="ketamine", route="intravenous", amount="350 mg", over="40 min", weight="70 kg")
    >>> found = verify_order(order, protocol=kd.protocols.OLIVER_2022)
    >>> for each in (*found.failed, *found.likely):
    ...     print(each)
    dose ÷ weight = the protocol's dose per weight does not hold: 5 mg/kg = 350 mg ÷ 70 kg, not 0.5 mg/kg, 10 times too
    much
    a decimal point has moved: dose 350 mg, probably meant 35 mg
    >>> found.verdict.value, sorted({each.code for each in found.findings})
    ('disagrees', ['amount.high', 'order.mistake', 'order.protocol', 'per_weight.high', 'per_weight_rate.high'])
    """
    _check_kinds(order, protocol)
    person = patient if patient is None or type(patient) is Patient else Patient(patient)
    person = None if person is None else whole(person, "patient")
    area = CareArea.PSYCHIATRIC_CLINIC if protocol is None else protocol.area
    judge = Judge(profile_for(profile, area), person)
    facts = facts_of(order)
    if person is not None and "weight" not in facts.figures:
        facts = facts.tried(patient_weight=figure_near(person.weight.value))
    readings = _beside(facts, protocol, person)
    rules = _rules(readings[0], person, protocol)
    ordered = _nearest_first(readings, rules)
    explained = explain(ordered, rules, judge)
    facts = explained[0].facts if explained else ordered[0]
    mistakes = tuple(_mistake(order, each) for each in explained)
    return _concluded(order, judge, protocol, facts, rules, mistakes)


def _check_kinds(order: object, protocol: object) -> None:
    for given, kind, field, fix in ((order, Order, "order", "Write kd.Order(...)"), (protocol, Regimen, "protocol", "")):
        if type(given) is kind:
            whole(given, field)
        elif given is not None or field == "order":
            _refuse(given, field, fix or "Use kd.protocols or kd.Regimen")


def _refuse(given: object, field: str, fix: str) -> NoReturn:
    raise KetadoseError("argument.type", f"{shown(given)} is no {field}", field=field, received=given, fix=fix)


def _beside(facts: Facts, protocol: Regimen | None, person: Patient | None) -> tuple[Facts, ...]:
    """The order beside each dose of the protocol; a range has its two ends, either of which lets pass what lies between."""
    if protocol is None:
        return (facts,)
    more: dict[str, Figure] = {}
    if protocol.over is not None:
        more["protocol_over"] = exactly(protocol.over.value)
    if protocol.days is not None:
        more["protocol_sessions"] = exactly(len(protocol.days.days))
    facts = facts.tried(**more)
    found = []
    for level in protocol.doses:
        name = "protocol_per_weight" if type(level) is PerWeight else "protocol_amount"
        figure = exactly(level.value)
        if protocol.between:
            figure = Figure(protocol.doses[0].value, level.value, protocol.doses[-1].value)
        found.append(facts.tried(**{name: _capped(figure, name, protocol, facts, person)}))
    return tuple(found) or (facts,)


def _capped(figure: Figure, name: str, protocol: Regimen, facts: Facts, person: Patient | None) -> Figure:
    """The protocol's dose, no more than its cap comes to."""
    cap, weight = protocol.at_most, facts.figures.get("weight")
    kilograms = weight.value if weight is not None else None if person is None else person.weight.value
    if cap is None or (name == "protocol_per_weight" and kilograms is None):
        return figure
    most = cap.value if kilograms is None or name == "protocol_amount" else cap.value / kilograms
    return exactly(most) if most < figure.value else figure


def _rules(facts: Facts, person: Patient | None, protocol: Regimen | None) -> tuple[Rule, ...]:
    """Everything that the order can be asked."""
    rules: list[Rule] = list(relations_of(name for name in FIELDS if facts.get(name) is not None))
    if protocol is not None:
        rules += [SameWord("drug", protocol.drug, "protocol")] if facts.drug is not None else []
        rules += [SameWord("route", protocol.route, "protocol")] if facts.route is not None else []
    if facts.product is not None and facts.drug is not None:
        rules.append(SameWord("drug", facts.product.drug, "product"))
    if person is not None and "weight" in facts.figures:
        rules.append(SameWeight(person.weight.value))
    return (*rules, *course_rules(facts))


def _nearest_first(readings: tuple[Facts, ...], rules: tuple[Rule, ...]) -> tuple[Facts, ...]:
    """The order beside each dose of the protocol: those with which the most relations hold first, then the nearest."""
    measured = [(sum(not rule.holds(facts) for rule in rules), _distance(facts, rules)) for facts in readings]
    return tuple(readings[place] for place in sorted(range(len(readings)), key=lambda place: measured[place]))


def _distance(facts: Facts, rules: tuple[Rule, ...]) -> Fraction:
    factors = [rule.check(facts).factor for rule in rules if rule.against == "protocol" and not rule.holds(facts)]
    return max((max(factor, 1 / factor) for factor in factors if factor is not None), default=Fraction(1))


def _mistake(order: Order, each: Explained) -> Mistake:
    facts, undone = each.facts, each.undone
    name = facts.bag_way if undone.field == "bag_volume" else undone.field
    before = facts.figures.get("product_strength" if undone.field == "product" else undone.field)
    numeric = not isinstance(undone.meant, str)
    kind = {"product": "product_strength"}.get(undone.field, undone.field)
    said = undone.meant if isinstance(undone.meant, str) else told(kind, undone.meant)
    factor = before.value / undone.meant.value if numeric and before is not None else None  # type: ignore[union-attr]
    repairs = tuple(rule.check(facts).name for rule in each.repaired)
    return Mistake(
        undone.kind,
        name,
        figure_text(getattr(order, name)),
        said,
        factor,
        repairs,
        each.complete,
        each.findings,
        undone.alone,
        each.rank,
    )


def _concluded(
    order: Order, judge: Judge, protocol: Regimen | None, facts: Facts, rules: tuple[Rule, ...], mistakes: tuple[Mistake, ...]
) -> Verification:
    checks = tuple(rule.check(facts) for rule in rules)
    failed = tuple(check for check in checks if not check.held)
    lacking = unchecked(order, facts, rules)
    wanted = missing(order, facts, rules, lacking, judge.profile)
    likely = tuple(each for each in mistakes if each.rank == 1)
    findings = (
        *(of_a_check(check, protocol) for check in failed),
        *of_mistakes(likely, bool(failed)),
        *judge.findings(facts),
        *of_a_text(order, any(name.startswith("said_") for name in facts.figures)),
        *of_what_is_missing(lacking, wanted),
    )
    stopped = any(each.severity is Severity.STOP for each in findings)
    verdict = Verdict.UNDERDETERMINED if lacking or wanted else Verdict.AGREES
    return Verification(
        order,
        judge.patient,
        protocol,
        judge.profile,
        Verdict.DISAGREES if failed or stopped else verdict,
        tuple(check for check in checks if check.held),
        failed,
        mistakes,
        lacking,
        wanted,
        findings,
    )
