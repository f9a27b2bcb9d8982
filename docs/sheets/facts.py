"""Bioavailability, salts, scales, screening facts, side effects, interactions, and what holds on the day of a session."""

from __future__ import annotations

from ketadose.calc.route import disagreements
from ketadose.catalog import (
    bioavailability,
    contraindications,
    day_of_session,
    interactions,
    salts,
    scales,
    side_effects,
    time_courses,
)
from ketadose.evidence import Citation
from ketadose.terms import Drug, Route
from sheets.markdown import table


def lines() -> list[str]:
    """Every fact that is no protocol, product or limit."""
    return [
        *_bioavailability(),
        "",
        *_salts(),
        "",
        *_scales(),
        "",
        *_screening(),
        "",
        *_effects(),
        "",
        *_interactions(),
        "",
        *_courses(),
        "",
        *_day(),
    ]


def _source(citation: Citation) -> str:
    return str(citation)


def _of(drugs: tuple[Drug, ...], routes: tuple[Route, ...]) -> str:
    return ", ".join(each.value for each in (*drugs, *routes))


def _bioavailability() -> list[str]:
    told = ["## Bioavailability", "", *_paragraph(bioavailability.__doc__)]
    told += table("drug | route | record | remarks | source", map(_share, bioavailability.ALL))
    told += ["", "### Where the records of a route disagree", ""]
    return told + [f"- {each}" for each in disagreements()]


def _share(each: bioavailability.Bioavailability) -> tuple[object, ...]:
    return each.drug.value, each.route.value, each, "; ".join(each.remarks), _source(each.citation)


def _salts() -> list[str]:
    told = ["## Base and hydrochloride, racemate and esketamine", ""]
    told += [f"- {each}" for each in (*salts.SALTS, *salts.POTENCIES)]
    return told


def _scales() -> list[str]:
    told = ["## Scales", ""]
    told += table("name | scale | source of the bands | source", (_scale(each) for each in scales.ALL))
    told += ["", "### Definitions of response, remission and the like", ""]
    return told + table("name | definition", ((each.name, each) for each in scales.DEFINITIONS))


def _scale(each: scales.Scale) -> tuple[object, ...]:
    bands = _source(each.bands_citation) if each.bands_citation else "no bands: no source defines them"
    cuts = "".join(f"; {cutoff} [{cutoff.citation.source.reference}]" for cutoff in each.cutoffs)
    return each.name, f"{each}{cuts}", bands, _source(each.citation)


def _screening() -> list[str]:
    told = [
        "## Contraindications and cautions",
        "",
        f"{len(contraindications.ALL)} records of {len(contraindications.CONDITIONS)}",
    ]
    told[-1] += " conditions, each in the class and the time words of its own source; sources that disagree stand side by side."
    told += [""]
    head = "condition | when it counts | class | says | drug, route | where | source"
    return told + table(head, (_contraindication(each) for each in contraindications.ALL))


def _contraindication(each: contraindications.Contraindication) -> tuple[object, ...]:
    within = f" (within {each.within} days)" if each.within else f" (within {each.months} months)" if each.months else ""
    where = "; ".join((*([each.where] if each.where else []), *(area.value for area in each.areas)))
    what = (each.says, _of(each.drugs, each.routes), where, _source(each.citation))
    return each.condition.title, f"{each.time.value}{within}", each.advice.value, *what


def _effects() -> list[str]:
    told = ["## Side effects", ""]
    head = "effect | says | onset | peak | lasts | counted | share | drug, route | serious | source"
    return told + table(head, (_effect(each) for each in side_effects.ALL))


def _effect(each: side_effects.SideEffect) -> tuple[object, ...]:
    spans = (_span(span) for span in (each.onset, each.peak, each.lasts))
    timed = each.onset or each.peak or each.lasts
    clock = each.clock.value if timed else ""
    rest = (each.share, _of(each.drugs, each.routes), "yes" if each.serious else "", _source(each.citation))
    return each.effect, each.says, *spans, clock, *rest


def _span(span: tuple[object, ...] | None) -> str:
    return "" if span is None else " to ".join(dict.fromkeys(map(str, span)))


def _interactions() -> list[str]:
    told = ["## Interactions", ""]
    head = "with | effect | class | says | magnitude | drug, route | source"
    return told + table(head, (_interaction(each) for each in interactions.ALL))


def _interaction(each: interactions.Interaction) -> tuple[object, ...]:
    advice = each.advice.value if each.advice else "measured only"
    what = (each.says, each.magnitude, _of(each.drugs, each.routes), _source(each.citation))
    return ", ".join(each.agents), each.effect, advice, *what


def _courses() -> list[str]:
    told = ["## Time course of the benefit", ""]
    rows = ((each, _of(each.drugs, each.routes), _source(each.citation)) for each in time_courses.ALL)
    return told + table("what and when | drug, route | source", rows)


def _day() -> list[str]:
    told = ["## The day of a session", ""]
    rows = (
        (each, each.advice.value, _of(each.drugs, each.routes), _set(each), _source(each.citation))
        for each in day_of_session.ALL
    )
    return told + table("gate or advice | class | drug, route | to be set by the site | source", rows)


def _set(each: day_of_session.Gate) -> str:
    return "yes" if each.site_setting else ""


def _paragraph(text: str | None) -> list[str]:
    return [*(text or "").strip().splitlines(), ""]
