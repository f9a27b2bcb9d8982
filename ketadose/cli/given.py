"""What was given on the command line, read as the library's own records."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import attrs

from ketadose.catalog import products, protocols
from ketadose.errors import KetadoseError, shown
from ketadose.evidence import Source
from ketadose.findings import Override
from ketadose.model.calendar import Calendar
from ketadose.model.patient import Patient, WeightBasis
from ketadose.model.product import Product
from ketadose.model.regimen import Regimen
from ketadose.planning.constraints import BY_PATTERN, Spacing
from ketadose.terms import CareArea, Weekday, read_word

_FEW = 20


def patient(options: argparse.Namespace) -> Patient:
    """The patient: every field has a flag of its own name."""
    return Patient(
        options.weight,
        **{field.name: getattr(options, field.name) for field in attrs.fields(Patient) if field.name != "weight"},
    )


def regimen(options: argparse.Namespace) -> Regimen:
    """A protocol by its name, or a regimen of one's own."""
    own = (options.drug, options.route, options.dose)
    if options.protocol is not None:
        if any(part is not None for part in (*own, options.over, options.days, options.source)):
            raise KetadoseError(
                "argument.type",
                "a protocol and a regimen of one's own were both given",
                field="--protocol",
                received=options.protocol,
                fix="Give --protocol, or --drug, --route and --dose",
            )
        protocol: Regimen = _named(options.protocol, protocols.ALL, "--protocol")
        return protocol
    if any(part is None for part in own):
        raise KetadoseError(
            "argument.type",
            "no regimen was given",
            field="--protocol",
            expected="a protocol, or --drug, --route and --dose",
            fix="Write --protocol OLIVER_2022",
        )
    return Regimen(
        options.drug,
        options.route,
        options.dose,
        over=options.over,
        days=tuple(options.days) if options.days else None,
        area=CareArea.PSYCHIATRIC_CLINIC if options.profile is None else read_word(CareArea, options.profile, "profile"),
        source=Source.site(options.source) if options.source is not None else None,
    )


def product_of(name: str) -> Product:
    """The product of this name."""
    found: Product = _named(name, products.ALL, "--product")
    return found


def _named(name: str, records: Sequence[Any], field: str) -> Any:
    for record in records:
        if record.name == name:
            return record
    from difflib import get_close_matches

    names = [record.name for record in records]
    near = get_close_matches(name[:60].upper(), names, n=1)
    raise KetadoseError(
        "word.unknown",
        f"{shown(name)} is not in the catalog",
        field=field,
        received=name,
        expected=", ".join(names) if len(names) < _FEW else "a name of docs/catalog.md",
        fix=f"Write {near[0]} if that is meant" if near else "",
    )


def choices(options: argparse.Namespace) -> dict[str, Any]:
    """What `calculate_dose` and `plan_course` take beside patient and regimen."""
    basis = WeightBasis.read(options.basis)
    if options.weight_cap is not None:
        basis = basis.capped(options.weight_cap)
    return {"basis": basis, "profile": options.profile, "overrides": overrides(options), "by": options.by}


def overrides(options: argparse.Namespace) -> tuple[Override, ...]:
    """The override that the flags name, if any."""
    if not options.override and options.reason:
        raise KetadoseError("argument.type", "--reason has no use here: nothing is overridden", fix="Leave out --reason")
    return (Override(tuple(options.override), options.by, options.reason),) if options.override else ()


def calendar(options: argparse.Namespace) -> Calendar | None:
    """The clinic's calendar, if anything was said of it."""
    if not (options.clinic_days or options.preferred or options.closed or options.zone or options.at):
        return None
    return Calendar(
        clinic_days=options.clinic_days or tuple(Weekday),
        preferred=options.preferred,
        closures=[tuple(each.split("/")) for each in options.closed],
        zone=options.zone,
        at=options.at,
    )


def spacing(options: argparse.Namespace) -> Spacing:
    """The room around the days of the pattern."""
    given = {name: getattr(options, name) for name in ("least_gap", "most_gap", "span", "moves")}
    return BY_PATTERN if all(each is None for each in given.values()) else Spacing(**given)
