"""Every protocol: what it gives, on which days, how far it has been studied, and where it comes from."""

from __future__ import annotations

import ketadose as kd
from ketadose import catalog
from ketadose.errors import LimitError
from ketadose.model.regimen import Regimen
from ketadose.terms import Severity
from sheets.markdown import table

_ADULT = ("40 years", "70 years")


def heading() -> str:
    """The top of the catalog's page."""
    return "\n".join(
        (
            f"# The catalog, version {catalog.VERSION}",
            "",
            "Made from the code by `docs/make_sheets.py`; do not edit. Every figure is of base where the source does not say",
            "otherwise. A cited figure is the source's own (a dose that was given, a duration, a number of sessions); its use",
            'as a limit is this project\'s choice. "ours" is a judgement of this project, not a published figure. A protocol',
            "is not an advice to use it: look at what kind of study it is, at its numbers, and at what speaks against it.",
        )
    )


def lines() -> list[str]:
    """The table of all protocols, then each with everything that is known of it."""
    every = kd.protocols.ALL
    documents = {protocol.citation.source.key for protocol in every}
    told = ["## Protocols", "", f"{len(every)} protocols from {len(documents)} documents.", ""]
    told += table("name | drug | route | dose | over | sessions | evidence | n", map(_summary, every))
    for protocol in every:
        told += ["", *_protocol(protocol)]
    return told


def _summary(protocol: Regimen) -> tuple[object, ...]:
    evidence = protocol.evidence
    grade, people = (
        (evidence.grade.value, f"{evidence.participants:,}" if evidence.participants else "") if evidence else ("", "")
    )
    sessions = len(protocol.days.days) if protocol.days else ""
    link = f"[{protocol.name}](#{protocol.name.lower()})"
    return link, protocol.drug.value, protocol.route.value, _dose(protocol), protocol.over or "", sessions, grade, people


def _dose(protocol: Regimen) -> str:
    return (" to " if protocol.between else " or ").join(map(str, protocol.doses)) or "not stated"


def _protocol(protocol: Regimen) -> list[str]:
    over = f", over {protocol.over}" if protocol.over else ""
    told = [f"### {protocol.name}", "", f"{protocol.title}.", ""]
    told.append(f"- {protocol.drug.value}, {protocol.route.value}, {protocol.area.value}")
    told.append(f"- for: {', '.join(each.value for each in protocol.indications)}")
    told.append(f"- dose: {_dose(protocol)}{over}{f': {protocol.undosed}' if protocol.undosed else ''}")
    told += [f"- at most {protocol.at_most} in a session"] if protocol.at_most else []
    told += [f"- ages: {protocol.ages}"] if protocol.ages else []
    told += [f"- changes by {protocol.step} at a time"] if protocol.step else []
    told += [f"- first session: {' or '.join(map(str, protocol.first))}"] if protocol.first else []
    told += _days(protocol)
    told += [f"- phase: {phase}" for phase in protocol.phases]
    told += [f"- titration: {protocol.titration}"] if protocol.titration else []
    told += [f"- monitoring: {each} [{each.citation.source.reference}]" for each in protocol.monitoring]
    told += _evidence(protocol)
    told += [f"- note: {remark}" for remark in protocol.remarks]
    stops = refused(protocol)
    told += [f"- limits: refused at 70 kg by {', '.join(stops)}; calculating it needs an Override"] if stops else []
    return [*told, f"- source: {protocol.citation}"]


def _days(protocol: Regimen) -> list[str]:
    days = protocol.days
    if days is None:
        return []
    within = f", within {days.within} days" if days.within else ""
    ascending = ", ascending from session to session" if days.ascending else ""
    told = [f"- days: {', '.join(map(str, days.days))}{within}{ascending}"]
    return [*told, f"- days derived: {days.derived}"] if days.derived else told


def _evidence(protocol: Regimen) -> list[str]:
    evidence = protocol.evidence
    if evidence is None:
        return []
    people = f", n = {evidence.participants:,}" if evidence.participants else ""
    told = [f"- evidence: {evidence.grade.value}; {evidence.design}; {evidence.population}{people}"]
    told += [f"- outcome: {each}" for each in evidence.outcome]
    told += [f"- negative: {each}" for each in evidence.negative]
    return [*told, *(f"- against: {citation}" for citation in evidence.against)]


def refused(protocol: Regimen) -> list[str]:
    """The codes of the STOPs that the protocol's own care area has for it at 70 kg, with any of its doses or as a course."""
    codes: list[str] = []
    age = _ADULT[protocol.ages is not None and protocol.ages.from_age is not None]
    patient = kd.Patient("70 kg", age=age)
    for level in protocol.doses:
        codes += _stops(lambda level=level: kd.calculate_dose(patient, protocol, level=level))
    if protocol.doses and protocol.days:
        settled = protocol.days.ascending or len(protocol.doses) == 1
        levels = None if settled else (protocol.first or protocol.doses)[0]
        codes += _stops(lambda: kd.plan_course(patient, protocol, start="2026-01-05", levels=levels))
    return list(dict.fromkeys(codes))


def _stops(call: object) -> list[str]:
    try:
        call()  # type: ignore[operator]
    except LimitError as error:
        return [finding.code for finding in error.findings if finding.severity is Severity.STOP]
    return []
