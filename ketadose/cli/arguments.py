"""What the command line understands, and the help that teaches it by example."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ketadose.catalog import products, protocols
from ketadose.terms import CareArea, Rounding, Route
from ketadose.version import VERSION

Command = Callable[[argparse.Namespace], str]
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
  the same where the clinic treats on four days and is closed on one of them:
    python -m ketadose plan --weight "70 kg" --protocol OLIVER_2022 --start 2026-01-05 --closed 2026-01-12 \
      --clinic-days Monday Tuesday Thursday Friday --zone Europe/London --at 09:00
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


def parser(dose: Command, plan: Command) -> argparse.ArgumentParser:
    """The parser of both commands, each with what runs it."""
    top = argparse.ArgumentParser(
        prog="python -m ketadose", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"ketadose {VERSION}")
    commands = top.add_subparsers(required=True, metavar="dose | plan")
    for name, run, summary, examples in (
        ("dose", dose, "how much one session gives", _DOSE_EXAMPLES),
        ("plan", plan, "a dated course, with what to draw up and how to run the pump", _PLAN_EXAMPLES),
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
    return top


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
    when.add_argument("--clinic-days", nargs="+", metavar="DAY", help="days of the week the clinic treats: Monday Thursday")
    when.add_argument("--preferred", nargs="+", metavar="DAY", default=(), help="those that are chosen where there is a choice")
    when.add_argument("--closed", nargs="+", metavar="DATES", default=(), help="2026-12-25, or 2026-12-24/2027-01-01")
    when.add_argument("--zone", default="", help="the clinic's time zone: Europe/London")
    when.add_argument("--at", help="the time of day that sessions start: 09:00")
    when.add_argument("--least-gap", type=int, metavar="DAYS", help="the fewest days from one session to the next")
    when.add_argument("--most-gap", type=int, metavar="DAYS", help="the most days from one session to the next")
    when.add_argument("--span", type=int, metavar="DAYS", help="the last day of the course, the first being 1")
    when.add_argument("--moves", type=int, metavar="DAYS", help="how many days a session may be moved")
    how = command.add_argument_group("preparation")
    how.add_argument("--product", help=f"one of {', '.join(product.name for product in products.ALL)}")
    how.add_argument("--made-up-to", help='the bag holds this much in all: "100 mL"')
    how.add_argument("--added-to", help='the drug is added to this much: "100 mL"')
    how.add_argument("--line-volume", help='what stays in the line: "20 mL"')
    how.add_argument("--syringe", help='the syringe\'s graduation: "0.01 mL"')
    how.add_argument("--pump", help='the step of the pump\'s rate: "1 mL/h"')
    how.add_argument("--largest-rate", help='the largest rate of the pump: "999 mL/h"')
    how.add_argument("--rounding", help=", ".join(mode.value for mode in Rounding) + "; half up if left out")
