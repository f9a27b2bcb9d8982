"""The command line: `python -m ketadose dose` and `python -m ketadose plan`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from ketadose import report
from ketadose.calc.dose import calculate_dose
from ketadose.cli.arguments import parser
from ketadose.cli.given import calendar, choices, patient, regimen, spacing
from ketadose.cli.preparing import prepared
from ketadose.errors import KetadoseError, LimitError
from ketadose.planning.plan import plan_course
from ketadose.terms import Severity


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when a result was printed, 2 with the error's own message when there is none."""
    options = parser(_dose, _plan).parse_args(arguments)
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


def _dose(options: argparse.Namespace) -> str:
    levels = options.level or [None]
    if len(levels) > 1:
        raise KetadoseError(
            "tier.needed", "one session has one dose", field="--level", received=" ".join(levels), fix="Give one --level"
        )
    dose = calculate_dose(patient(options), regimen(options), level=levels[0], **choices(options))
    return _json(dose.to_dict()) if options.json else report.text(dose, working=options.working)


def _plan(options: argparse.Namespace) -> str:
    levels = options.level[0] if options.level and len(options.level) == 1 else options.level
    course = plan_course(
        patient(options),
        regimen(options),
        start=options.start,
        levels=levels,
        sessions=options.sessions,
        calendar=calendar(options),
        spacing=spacing(options),
        **choices(options),
    )
    ready = prepared(course, options)
    if options.json:
        return _json({"course": course.to_dict(), "preparations": [each.to_dict() for each in ready]})
    return report.text(course, prepared=ready, working=options.working)


def _json(record: object) -> str:
    return json.dumps(record, indent=2, ensure_ascii=False)
