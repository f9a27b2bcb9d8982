"""The command line: `python -m ketadose dose` and `python -m ketadose plan`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

import attrs

from ketadose import report
from ketadose.calc.devices import plan_devices
from ketadose.calc.dose import calculate_dose
from ketadose.calc.infusion import plan_infusion
from ketadose.calc.injection import plan_injection, plan_oral
from ketadose.calc.planned import Preparation
from ketadose.catalog import products, protocols
from ketadose.errors import KetadoseError, LimitError, shown
from ketadose.evidence import Source
from ketadose.findings import Override
from ketadose.model.patient import Patient, WeightBasis
from ketadose.model.product import Product, Pump, Syringe
from ketadose.model.regimen import Regimen
from ketadose.planning.course import Course
from ketadose.planning.plan import plan_course
from ketadose.terms import CareArea, Rounding, Route, Severity, read_word
from ketadose.version import VERSION

_ABOUT = """\
Weight-based dosing and infusion protocols in ketamine and esketamine treatment.

Every measure is a number with its unit in quotes: "70 kg", "0.5 mg/kg", "40 min", "100 mL". Nothing has a default that
matters: where a source leaves a choice, the message lists the choices. Results show their working and sources.
Decision support for clinicians: it proposes, the responsible clinician decides.
"""
_PLAN_EXAMPLES = """\
examples:
  six infusions, from the vial to the pump:
    python -m ketadose plan --weight "70 kg" --protocol OLIVER_2022 --start 2026-01-05 \\
      --product KETAMINE_50_MG_PER_ML --made-up-to "100 mL" --syringe "0.01 mL" --pump "1 mL/h"
  three ascending subcutaneous injections:
    python -m ketadose plan --weight "70 kg" --protocol GLUE_2017 --start 2026-01-05 \\
      --product KETAMINE_50_MG_PER_ML --syringe "0.01 mL"
  nasal devices, 56 mg first and 84 mg after:
    python -m ketadose plan --weight "70 kg" --protocol SPRAVATO_UNDER_65 --start 2026-01-05 \\
      --level "56 mg" "84 mg" "84 mg" "84 mg" "84 mg" "84 mg" "84 mg" "84 mg" --product SPRAVATO_28_MG
"""
_DOSE_EXAMPLES = """\
examples:
  one dose of a published protocol:
    python -m ketadose dose --weight "154 lb" --protocol OLIVER_2022
  a regimen of one's own:
    python -m ketadose dose --weight "83 kg" --drug ketamine --route intravenous --dose "0.6 mg/kg" --over "40 min"
  on another weight:
    python -m ketadose dose --weight "102.06 kg" --height "165.1 cm" --sex female --protocol OLIVER_2022 --basis ideal
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when a result was printed, 2 with the error's own message when there is none."""
    options = _parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        print(options.run(options), flush=True)
    except LimitError as error:
        stops = [f"  {finding}" for finding in error.findings if finding.severity is Severity.STOP]
        print("\n".join([f"ketadose: {error}", *stops]), file=sys.stderr)
        return 2
    except KetadoseError as error:
        print(f"ketadose: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - closed with the process
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ketadose", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"ketadose {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="dose | plan")
    for name, run, summary, examples in (
        ("dose", _dose, "how much one session gives", _DOSE_EXAMPLES),
        ("plan", _plan, "a dated course, with what to draw up and how to run the pump", _PLAN_EXAMPLES),
    ):
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(run=run)
        _who_and_what(command)
        if name == "plan":
            _how_and_when(command)
    return parser


def _who_and_what(command: argparse.ArgumentParser) -> None:
    who = command.add_argument_group("patient")
    who.add_argument("--weight", required=True, help='body weight: "70 kg", "154 lb"')
    who.add_argument("--height", help='"165 cm", "5 ft 5 in"')
    who.add_argument("--age", help='"42 years"')
    who.add_argument("--sex", help="female or male")
    who.add_argument("--weight-origin", help="measured, stated or estimated")
    who.add_argument("--weighed-on", help="the date of the weight, YYYY-MM-DD")
    who.add_argument("--previous-weight", help="an earlier weight, to notice pounds for kilograms")
    what = command.add_argument_group("regimen: a protocol, or one's own with --drug, --route and --dose")
    what.add_argument("--protocol", help=f"one of the {len(protocols.ALL)} in docs/catalog.md, such as OLIVER_2022")
    what.add_argument("--drug", help="ketamine or esketamine")
    what.add_argument("--route", help=", ".join(route.value for route in Route))
    what.add_argument("--dose", help='"0.6 mg/kg" or "56 mg"')
    what.add_argument("--over", help='duration of an infusion: "40 min"')
    what.add_argument("--days", nargs="+", type=int, help="days of the course, the first being 1: 1 4 8 11")
    what.add_argument("--source", help='the document it comes from: "SOP 12"')
    what.add_argument("--level", nargs="+", help="the dose where the protocol offers several; in a plan one, or one a session")
    what.add_argument("--profile", help="the care area whose limits judge: " + ", ".join(area.value for area in CareArea))
    what.add_argument("--basis", default="actual", help="actual (default), ideal, adjusted or lean weight")
    what.add_argument("--weight-cap", help='the dosing weight is at most this: "100 kg"')
    what.add_argument("--override", nargs="+", default=[], metavar="CODE", help="let these STOPs pass")
    what.add_argument("--by", default="", help="who makes the result, and who overrides")
    what.add_argument("--reason", default="", help="why the STOPs may pass")
    command.add_argument("--json", action="store_true", help="print the record as JSON, exact numbers as text")
    command.add_argument("--no-working", dest="working", action="store_false", help="leave out the working")


def _how_and_when(command: argparse.ArgumentParser) -> None:
    when = command.add_argument_group("course")
    when.add_argument("--start", required=True, help="the date of the first session, YYYY-MM-DD")
    when.add_argument("--sessions", type=int, help="fewer sessions than the protocol has")
    how = command.add_argument_group("preparation")
    how.add_argument("--product", help=f"one of {', '.join(product.name for product in products.ALL)}")
    how.add_argument("--made-up-to", help='the bag holds this much in all: "100 mL"')
    how.add_argument("--added-to", help='the drug is added to this much: "100 mL"')
    how.add_argument("--line-volume", help='what stays in the line: "20 mL"')
    how.add_argument("--syringe", help='the syringe\'s graduation: "0.01 mL"')
    how.add_argument("--pump", help='the step of the pump\'s rate: "1 mL/h"')
    how.add_argument("--largest-rate", help='the largest rate of the pump: "999 mL/h"')
    how.add_argument("--rounding", help=", ".join(mode.value for mode in Rounding) + "; half up if left out")


def _dose(options: argparse.Namespace) -> str:
    levels = options.level or [None]
    if len(levels) > 1:
        raise KetadoseError(
            "tier.needed", "one session has one dose", field="--level", received=" ".join(levels), fix="Give one --level"
        )
    dose = calculate_dose(_patient(options), _regimen(options), level=levels[0], **_choices(options))
    return _json(dose.to_dict()) if options.json else report.text(dose, working=options.working)


def _plan(options: argparse.Namespace) -> str:
    levels = options.level[0] if options.level and len(options.level) == 1 else options.level
    course = plan_course(
        _patient(options),
        _regimen(options),
        start=options.start,
        levels=levels,
        sessions=options.sessions,
        **_choices(options),
    )
    prepared = _prepared(course, options)
    if options.json:
        return _json({"course": course.to_dict(), "preparations": [each.to_dict() for each in prepared]})
    return report.text(course, prepared=prepared, working=options.working)


_FEW = 20
_FOR_A_BAG = ("made_up_to", "added_to", "line_volume", "pump", "largest_rate")
_FOR_A_SYRINGE = ("syringe", "rounding")


def _prepared(course: Course, options: argparse.Namespace) -> tuple[Preparation, ...]:
    """The preparation of each different dose; a flag that this kind of preparation has no use for is refused."""
    if options.product is None:
        _refuse_unused(options, (*_FOR_A_BAG, *_FOR_A_SYRINGE), "nothing is prepared without --product")
        return ()
    product = _product(options.product)
    if product.sprays:
        _refuse_unused(options, (*_FOR_A_BAG, *_FOR_A_SYRINGE), "a nasal device needs no preparation")
        return tuple(plan_devices(dose, product=product) for dose in course.doses)
    common: dict[str, Any] = {
        "product": product,
        "syringe": Syringe(options.syringe) if options.syringe is not None else None,
        "rounding": options.rounding or Rounding.HALF_UP,
        "overrides": _overrides(options),
    }
    if course.regimen.over is None:
        _refuse_unused(options, _FOR_A_BAG, "the dose is not an infusion")
        plan = plan_oral if course.regimen.route in {Route.ORAL, Route.SUBLINGUAL} else plan_injection
        return tuple(plan(dose, **common) for dose in course.doses)
    if options.pump is None:
        _refuse_unused(options, ("largest_rate",), "no pump was given")
    pump = Pump(options.pump, options.largest_rate) if options.pump is not None else None
    bag = {"made_up_to": options.made_up_to, "added_to": options.added_to, "line_volume": options.line_volume}
    return tuple(plan_infusion(dose, pump=pump, **bag, **common) for dose in course.doses)


def _refuse_unused(options: argparse.Namespace, names: Sequence[str], why: str) -> None:
    for name in names:
        if getattr(options, name) is not None:
            flag = "--" + name.replace("_", "-")
            raise KetadoseError("argument.type", f"{flag} has no use here: {why}", fix=f"Leave out {flag}")


def _patient(options: argparse.Namespace) -> Patient:
    return Patient(
        options.weight,
        **{field.name: getattr(options, field.name) for field in attrs.fields(Patient) if field.name != "weight"},
    )


def _regimen(options: argparse.Namespace) -> Regimen:
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


def _product(name: str) -> Product:
    product: Product = _named(name, products.ALL, "--product")
    return product


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


def _choices(options: argparse.Namespace) -> dict[str, Any]:
    basis = WeightBasis.read(options.basis)
    if options.weight_cap is not None:
        basis = basis.capped(options.weight_cap)
    return {"basis": basis, "profile": options.profile, "overrides": _overrides(options), "by": options.by}


def _overrides(options: argparse.Namespace) -> tuple[Override, ...]:
    if not options.override and options.reason:
        raise KetadoseError("argument.type", "--reason has no use here: nothing is overridden", fix="Leave out --reason")
    return (Override(tuple(options.override), options.by, options.reason),) if options.override else ()


def _json(record: object) -> str:
    return json.dumps(record, indent=2, ensure_ascii=False)
