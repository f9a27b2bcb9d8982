"""A long story told with the library: whatever surrounds the process, every byte of it stays the same.

`told()` is everything that is printed, written as JSON or refused; `handed_out()` the pint Quantities that come back.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from threading import Lock

import ketadose as kd
from ketadose import measures as m
from ketadose.errors import KetadoseError

READINGS = (
    (m.Weight, "154 lb"),
    (m.Weight, "70,5 kg"),
    (m.Weight, "11 st"),
    (m.Height, "5 ft 5.5 in"),
    (m.Age, "42 years"),
    (m.Amount, "5 \u00b5g"),
    (m.PerWeight, "0.5 mg/kg"),
    (m.Concentration, "50 mg/ml"),
    (m.Volume, "100 ML"),
    (m.Duration, "100 s"),
    (m.FlowRate, "12345.678 mL/h"),
    (m.AmountRate, "0 mg/h"),
    (m.PerWeightRate, "12.5 ug/kg/min"),
    (m.Weight, 70),
    (m.Weight, None),
    (m.Weight, m.Volume("1 mL")),
    (m.Amount, "9" * 50),
    (m.Amount, ".5 mg"),
)
OUTPUT_OF_THE_PROCESS = Lock()
NUMBERS = (70.5, 0.1, Decimal("69.85322498765432101234"), Fraction(1, 3), 1e-7, float("nan"), True, Decimal("1E+999999"))


def told() -> str:
    """The whole story."""
    return lines(said for part in PARTS for said in part())


def handed_out() -> str:
    """What goes out as pint Quantities, and comes back in."""
    return lines(attempt(lambda kind=kind, given=given: there_and_back(kind(given))) for kind, given in READINGS)


def there_and_back(measure: m.Measure) -> str:
    quantity = measure.quantity
    return f"{quantity.magnitude!r} {type(measure)(quantity)!r}"


def lines(said: Iterable[str]) -> str:
    """One line of ASCII for each thing that was said."""
    return "\n".join(each.encode("unicode_escape").decode() for each in said)


def reading() -> Iterator[str]:
    for kind, given in READINGS:
        yield attempt(lambda kind=kind, given=given: f"{kind(given)!r} {kind(given)} {kind(given).__plain__()}")
    for number in NUMBERS:
        yield attempt(lambda number=number: f"{m.Weight.of(number, 'kg')!r} {m.Weight.of(number, 'lb')}")


def doses() -> Iterator[str]:
    person = kd.Patient(
        "154 lb", height="5 ft 9 in", age="42 years", sex="male", weight_origin="stated", previous_weight="75 kg"
    )
    capped = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", at_most="30 mg", source=kd.Source.site("SOP 12"))
    strong = kd.Regimen("ketamine", "intravenous", "1.1 mg/kg", over="60 min")
    override = kd.Override("per_weight.high", "A. Doctor", "earlier response")
    yield from printed(kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022))
    yield from printed(kd.calculate_dose(person, capped, basis="ideal", by="A. Pharmacist"))
    yield from printed(kd.calculate_dose(person, strong, overrides=override))
    yield attempt(lambda: kd.calculate_dose(person, strong))
    yield attempt(lambda: kd.calculate_dose(person, kd.protocols.SPRAVATO_UNDER_65))


def preparations() -> Iterator[str]:
    infusion = an_infusion()
    yield from printed(infusion)
    yield from printed(infusion.delivered(after="23 min"))
    spray = kd.calculate_dose(kd.Patient("70 kg", age="40 years"), kd.protocols.SPRAVATO_UNDER_65, level="56 mg")
    yield from printed(kd.plan_devices(spray, product=kd.products.SPRAVATO_28_MG))
    injected = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
    yield from printed(kd.plan_injection(injected, product=kd.products.KETAMINE_50_MG_PER_ML, syringe=kd.Syringe("0.01 mL")))


def an_infusion() -> kd.Infusion:
    return kd.plan_infusion(
        kd.calculate_dose("70.3 kg", kd.protocols.OLIVER_2022),
        product=kd.products.KETAMINE_50_MG_PER_ML,
        added_to="100 mL",
        syringe=kd.Syringe("0.01 mL"),
        pump=kd.Pump("1 mL/h"),
    )


def running() -> Iterator[str]:
    slower = kd.planning.start_infusion(an_infusion()).pause(at="20 min").resume(at="31 min", rate="100 mL/h")
    yield json.dumps(slower.to_dict())
    yield str(slower.stop(at="48 min").at("48 min"))
    yield attempt(lambda: slower.change_rate("9999 mL/h", at="32 min"))


def courses() -> Iterator[str]:
    week = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday")
    clinic = kd.Calendar(clinic_days=week, closures=["2026-03-25"], zone="Europe/Berlin", at="02:30")
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-03-22", calendar=clinic)
    yield from printed(course)
    yield attempt(lambda: course.starts(3).after("40 min").isoformat())  # on the night of the clock change
    happened = course.record(1, "given").record(2, "stopped", amount="21 mg", why="nausea").record(3, "missed", why="a cold")
    again = kd.planning.replan(happened, on="2026-03-30", missed="make up")
    yield from (str(kd.planning.diff_courses(happened, again)), json.dumps(again.to_dict()))
    yield str(kd.planning.cumulative(again, days=28, before="700 mg"))
    yield attempt(lambda: kd.planning.replan(happened, on="2026-03-30"))


def checks() -> Iterator[str]:
    order = kd.Order(drug="ketamine", route="intravenous", amount="350 mg", over="40 min", weight="70 kg")
    verified = kd.verify_order(order, protocol=kd.protocols.OLIVER_2022)
    yield from (str(verified), json.dumps(verified.to_dict()))
    answers = kd.screening.Answers(
        never=kd.screening.CODES, planned={"pregnancy": "no"}, without=kd.screening.AGENTS, others=()
    )
    screened = kd.screen(answers, kd.protocols.SPRAVATO_US)
    yield from (str(screened), json.dumps(screened.to_dict()))
    nine = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05", calendar=kd.Calendar(zone="Europe/London"))
    ready = kd.check_readiness(course, 1, kd.screening.Vitals(nine, "152/90 mmHg"), at=nine)
    yield from (str(ready), json.dumps(ready.to_dict()))
    yield str(kd.response(30, 11, kd.catalog.scales.EKSTRAND_2022_MADRS_REMISSION))
    yield str(kd.diff_protocols(kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US))


def command_line() -> Iterator[str]:
    from ketadose.cli import main

    for arguments in (
        ["dose", "--weight", "154 lb", "--protocol", "OLIVER_2022"],
        ["dose", "--weight", "70,5 kg", "--protocol", "OLIVER_2022"],
        ["plan", "--weight", "70 kg", "--protocol", "OLIVER_2022", "--start", "2026-01-05", "--json"],
    ):
        out, err = io.StringIO(), io.StringIO()
        with OUTPUT_OF_THE_PROCESS, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(arguments)
        yield f"{code} {out.getvalue()} {err.getvalue()}"


PARTS = (reading, doses, preparations, running, courses, checks, command_line)


def printed(result: object) -> Iterator[str]:
    """A result in every form that it has."""
    yield from (str(result), repr(result), kd.report.text(result), json.dumps(result.to_dict()))


def attempt(call: Callable[[], object]) -> str:
    """What comes back, or how it is refused."""
    try:
        return str(call())
    except KetadoseError as error:
        return f"{type(error).__name__} {error} {error.field} {error.received} {error.expected} {error.fix}"
