"""A result as plain text: what to give, what to draw up, how to run the pump, when, what to know, and the working."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from ketadose.calc.devices import DevicePlan
from ketadose.calc.dose import Dose, untouched
from ketadose.calc.draw import Draw
from ketadose.calc.infusion import Infusion, PartDelivered
from ketadose.calc.injection import Injection
from ketadose.calc.planned import Preparation, as_planned
from ketadose.errors import KetadoseError, shown
from ketadose.findings import Finding
from ketadose.model.patient import Patient
from ketadose.planning.course import Course
from ketadose.planning.unedited import unchanged
from ketadose.records import whole
from ketadose.terms import Severity, Weekday
from ketadose.working import Working

_PREPARATIONS = {Infusion, Injection, DevicePlan}
Result: TypeAlias = Dose | Preparation | PartDelivered | Course

_FOOTER = "Decision support: the responsible clinician checks and decides."


def text(result: Result, *, prepared: Sequence[Preparation] = (), working: bool = True) -> str:
    """The result as text; a course may be told with the preparations of its doses.

    Raises `KetadoseError` "argument.type" for anything that is not a result of the library.

    >>> import ketadose as kd
    >>> dose = kd.calculate_dose(kd.Patient("70 kg", age="40 years"), kd.protocols.TAYLOR_2018)
    >>> print(kd.report.text(dose, working=False))
    TAYLOR_2018: One intravenous infusion in social anxiety disorder
      source: Taylor et al. 2018, Neuropsychopharmacology 43(2):325-333, doi 10.1038/npp.2017.194, abstract
      evidence: randomised controlled trial; double-blind placebo-controlled crossover trial, 28 days between; social
        anxiety disorder; n = 18
      negative: anxiety on the visual scale did not separate from placebo over time, p = 0.95
      limits: psychiatric clinic
    Patient: 70 kg = 154.3 lb (rounded), 40 years
    <BLANKLINE>
    Dose: ketamine 35 mg intravenous over 40 min (0.5 mg/kg; 52.5 mg/h; 0.75 mg/kg/h; 12.5 mcg/kg/min)
    <BLANKLINE>
    Findings
      NOTE weight.pounds_unchecked: without a height or an earlier weight, pounds written as kilograms cannot be
      noticed: not checked
    <BLANKLINE>
    ketadose 0.1.0, catalog 2026.12. Decision support: the responsible clinician checks and decides.
    """
    dose, body, steps, findings = _parts(result, _fitting(result, prepared))
    lines = [*_heading(dose), "", *body, "", *_findings(findings)]
    if working:
        lines += ["", *_working(steps)]
    made = dose.made
    who = f" Made{' by ' + made.by if made.by else ''}{' at ' + made.at.isoformat() if made.at else ''}."
    stamp = who if made.by or made.at else ""
    return "\n".join([*lines, "", f"ketadose {made.library}, catalog {made.catalog}.{stamp} {_FOOTER}"])


_Parts = tuple[Dose, list[str], tuple[tuple[str, Working], ...], tuple[Finding, ...]]


def _parts(result: Result, prepared: tuple[Preparation, ...]) -> _Parts:
    if type(result) not in {Dose, Course, PartDelivered, *_PREPARATIONS}:
        raise KetadoseError(
            "argument.type",
            f"{shown(result)} is not a result to print",
            field="result",
            received=result,
            fix="Use kd.calculate_dose(...)",
        )
    if isinstance(result, Course):
        unchanged(result)
    untouched(_dose_of(whole(result, "result")))
    for each in (result, *prepared):
        if not isinstance(each, Dose | Course):
            as_planned(each)
    if isinstance(result, Dose):
        return result, _dose(result), (("dose", result.working),), result.findings
    if isinstance(result, Course):
        first = result.sessions[0].dose
        findings = tuple(dict.fromkeys((*result.findings, *(f for each in prepared for f in each.findings))))
        steps = [*((f"dose, {dose.amount}", dose.working) for dose in result.doses)]
        steps += [(f"preparation, {each.dose.amount}", each.working) for each in prepared]
        return first, _course(result, prepared), (*steps, ("course", result.working)), findings
    if isinstance(result, PartDelivered):
        return result.infusion.dose, _part(result), (("delivered", result.working),), result.findings
    steps = [("dose", result.dose.working), ("preparation", result.working)]
    return result.dose, [*_dose(result.dose), *_prepared(result)], tuple(steps), result.findings


def _dose_of(result: Result) -> Dose:
    if isinstance(result, Dose):
        return result
    if isinstance(result, Course):
        return result.sessions[0].dose
    return result.infusion.dose if isinstance(result, PartDelivered) else result.dose


def _fitting(result: Result, prepared: object) -> tuple[Preparation, ...]:
    """The preparations, if each belongs to a dose of the result: those of another patient are refused."""
    given: Any = prepared if type(prepared) in {tuple, list} else (prepared,)
    doses = whole(result, "result").doses if type(result) is Course else ()
    for each in given:
        if type(each) not in _PREPARATIONS or whole(each, "prepared").dose not in doses:
            raise KetadoseError(
                "argument.type",
                f"{shown(each)} prepares no dose of this course",
                field="prepared",
                received=each,
                fix="Prepare the doses in course.doses",
            )
    return tuple(given)


def _heading(dose: Dose) -> list[str]:
    regimen = dose.regimen
    title = f": {regimen.title}" if regimen.title else ""
    lines = [f"{regimen.label}{title}", f"  source: {regimen.citation}"]
    if regimen.evidence is not None:
        evidence = regimen.evidence
        n = f"; n = {evidence.participants:,}" if evidence.participants else ""
        told = [f"evidence: {evidence.grade.value}; {evidence.design}; {evidence.population}{n}"]
        told += [f"negative: {found}" for found in evidence.negative]
        told += [f"against: {citation}" for citation in evidence.against]
        lines += [line for each in told for line in _wrapped(each, hanging="    ")]
    return [*lines, f"  limits: {dose.profile}", _patient(dose.patient)]


def _patient(patient: Patient) -> str:
    parts = [f"{patient.weight} = {patient.weight.to('lb')}"]
    if patient.weight_origin is not None:
        parts.append(f"weight {patient.weight_origin.value}")
    if patient.weighed_on is not None:
        parts.append(f"weighed on {patient.weighed_on.isoformat()}")
    if patient.previous_weight is not None:
        parts.append(f"earlier weight {patient.previous_weight}")
    parts += [str(each) for each in (patient.height, patient.age) if each is not None]
    if patient.sex is not None:
        parts.append(patient.sex.value)
    return "Patient: " + ", ".join(parts)


def _dose(dose: Dose) -> list[str]:
    rate, per_weight_rate = dose.amount_rate, dose.per_weight_rate
    actual = dose.weight is dose.patient.weight
    capped = f"capped at {dose.amount}" if any(finding.code == "dose.capped" for finding in dose.findings) else ""
    told = (f"{dose.level} of {dose.weight}", str(dose.basis)) if not actual else (str(dose.level),) if capped else ()
    basis = f" ({', '.join((*told, capped) if capped else told)})" if told else ""
    figures = [f"{dose.per_weight}" if actual else f"{dose.per_weight} of actual weight"]
    if rate is not None and per_weight_rate is not None:
        figures += [str(rate), str(per_weight_rate), str(per_weight_rate.to("mcg/kg/min"))]
    return [f"Dose: {dose}{basis} ({'; '.join(figures)})"]


def _course(course: Course, prepared: tuple[Preparation, ...]) -> list[str]:
    lines: list[str] = []
    for dose in course.doses:
        lines += _dose(dose)
        lines += [line for each in prepared if each.dose == dose for line in _prepared(each)]
    lines += ["", f"Sessions: {course}"]
    for session in course.sessions:
        at = f" at {session.at.isoformat('minutes')}" if session.at else ""
        status = course.status(session.number)
        told = [str(session.dose.amount), *([status] if status != "planned" else []), *([session.why] if session.why else [])]
        date = f"{session.date.isoformat()} {Weekday.of(session.date).value}{at}"
        lines += _wrapped(f"{session.number}. {date}, day {session.day}: {'; '.join(told)}", hanging="     ")
    lines.append(f"Course total, ordered: {course.total} ({course.total_per_weight})")
    if course.history:
        lines += ["History", *(line for entry in course.history for line in _wrapped(str(entry), hanging="     "))]
    return [*lines, f"Given so far: {course.given}"] if course.given else lines


def _prepared(plan: Preparation) -> list[str]:
    if isinstance(plan, DevicePlan):
        several = plan.first_to_last is not None and plan.devices > 1
        rest = f", {plan.rest} rest after each, {plan.first_to_last} from the first to the last" if several else ""
        return [f"Devices: {plan}{rest}"]
    lines = [_draw(plan.draw)]
    if isinstance(plan, Injection):
        return [*lines, f"Given: {plan.amount}, {plan.per_weight}; deviation {plan.deviation}"]
    bag = plan.bag
    what = plan.diluent.value if plan.diluent else "diluent"
    how = f"made up to {bag.named} with {bag.diluent} of {what}; {bag.concentration}"
    if not bag.made_up_to:
        of = f" of {what}" if plan.diluent else ""
        how = f"added to {bag.named}{of} = {bag.volume}; {bag.concentration} (nominal {bag.nominal_concentration})"
    lines.append(f"Bag: {plan.draw} of drug {how}")
    rate = plan.rate.in_full() if plan.pump else str(plan.rate)
    time = f"{plan.duration}; deviation of the duration {plan.duration_deviation}"
    lines.append(f"Pump: {bag.volume_to_infuse} at {rate} for {time}")
    rates = f"{plan.amount_rate}; {plan.per_weight_rate}; {plan.per_weight_rate.to('mcg/kg/min')}"
    lines.append(f"Delivered: {plan.amount}, {plan.per_weight} ({rates}); deviation {plan.deviation}")
    return lines


def _draw(draw: Draw) -> str:
    pack = draw.product.pack
    vials = f"{draw.vials} {pack}" + ("s" if draw.vials > 1 else "")
    left = "waste" if draw.waste is not None else f"left in the {pack}"
    return (
        f"Draw: {draw} of {draw.product.drug.value} {draw.product.strength} = {draw.amount}; "
        f"{vials} of {draw.product.volume}; {left}: {draw.left_volume} = {draw.left_amount}"
    )


def _part(part: PartDelivered) -> list[str]:
    bag = part.infusion.bag
    line = f"; {bag.line_amount} in the {bag.line_volume} of the line" if bag.line_volume is not None else ""
    return [
        f"Delivered after {part.after}: {part.amount} ({part.per_weight}) in {part.volume}",
        f"Not delivered: {part.amount_left} in {part.volume_left}{line}",
    ]


def _findings(findings: tuple[Finding, ...]) -> list[str]:
    loudest = sorted(findings, key=lambda finding: -list(Severity).index(finding.severity))
    return ["Findings", *(line for finding in loudest for line in _wrapped(str(finding)))] if findings else ["Findings: none"]


def _wrapped(line: str, width: int = 118, hanging: str = "  ") -> list[str]:
    from textwrap import wrap

    return wrap(line, width, initial_indent="  ", subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _working(steps: Sequence[tuple[str, Working]]) -> list[str]:
    lines: list[str] = []
    for label, working in steps:
        lines += [f"Working: {label}", *(f"  {line}" for line in str(working).splitlines())]
    return lines
