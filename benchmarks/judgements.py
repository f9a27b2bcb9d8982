"""Rows on somebody else's order, on screening a person, on the readiness of a session, and on a site's own document."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import ketadose as kd
from benchmarks import yardsticks
from benchmarks.doses import OLIVER
from benchmarks.running import NO_BAR, Calls, Row
from ketadose import screening

_WRITTEN = {"amount": "35 mg", "per_weight": "0.5 mg/kg", "weight": "70 kg", "over": "40 min"}
_WRONG = {"amount": "350 mg", "weight": "70 kg", "over": "40 min"}
_NINE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_POLICY = screening.SitePolicy(highest_pressure="150/95 mmHg", lowest_pressure="90/50 mmHg")
_PRESSURES = (("90 mmHg", "150 mmHg"), ("50 mmHg", "95 mmHg"))
_COURSE = kd.plan_course("70 kg", OLIVER, start="2026-01-05", calendar=kd.Calendar(zone="Europe/London"))
_ANSWERS = {"never": sorted(screening.CODES), "planned": {"pregnancy": "no"}, "without": sorted(screening.AGENTS), "others": []}
_SITE = (Path(__file__).parent.parent / "examples" / "site.toml").read_text("utf-8")


def rows() -> tuple[Row, ...]:
    """Against the nearest thing that something common does: pint's comparisons, or reading the same as JSON or TOML."""
    return (
        Calls("a right order verified / a naive pint version", NO_BAR, lambda: _verified(_WRITTEN), _naive, 4),
        Calls("a wrong order verified and explained / a naive pint version", NO_BAR, lambda: _verified(_WRONG), _naive, 2),
        Calls("a person screened / the same answers through JSON", NO_BAR, _screened, _through_json, 5),
        Calls("a session's readiness / a naive pint version of its pressure", NO_BAR, _ready, _pressure, 20),
        Calls("a site's document / tomllib", NO_BAR, lambda: kd.read_catalog(_SITE), lambda: tomllib.loads(_SITE), 2),
    )


def _verified(written: dict[str, str]) -> object:
    return kd.verify_order(kd.Order(drug="ketamine", route="intravenous", **written), protocol=OLIVER)


def _naive() -> object:
    return yardsticks.verify(*_WRITTEN.values())


def _screened() -> object:
    answers = screening.Answers(never=screening.CODES, planned={"pregnancy": "no"}, without=screening.AGENTS, others=())
    return kd.screen(answers, kd.protocols.SPRAVATO_US)


def _through_json() -> object:
    return json.loads(json.dumps(_ANSWERS))


def _ready() -> object:
    return kd.check_readiness(_COURSE, 1, screening.Vitals(_NINE, "142/90 mmHg"), at=_NINE, policy=_POLICY)


def _pressure() -> object:
    return yardsticks.pressure("142/90 mmHg", _PRESSURES)
