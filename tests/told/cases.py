"""Every case, by its section and name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ketadose as kd
from ketadose import measures as m
from tests.test_codes import ERRORS, FINDING_CASES
from tests.test_refusals import CALLS, DOSE
from tests.told.limits import LIMITS
from tests.told.measures import KINDS, MEASURES, TEXTS
from tests.told.results import ASKED, BASES, MADE, PEOPLE, oliver
from tests.told.saying import given, outcome, record
from tests.told.shares import SHARES

GOLDEN = Path(__file__).parent.parent / "golden" / "told.json"

HOLLOW = (object.__new__(kd.Dose), object.__new__(kd.Product), object.__new__(kd.Regimen))
ODD = (None, True, 0, 70, 0.1, "", "70", "70,5 kg", "70 mg", "x" * 70, (), ("70 kg",), m.Amount("35 mg"), DOSE, *HOLLOW)
"""Arguments that are refused nearly everywhere, each with a text that is the same on every machine."""

CASES: dict[str, dict[str, Callable[[], Any]]] = {
    "refusals": {code: lambda make=make: outcome(make) for code, make in ERRORS.items()},
    "findings": {code: lambda case=case: [given(case[0]), given(case[2])] for code, case in FINDING_CASES.items()},
    "records": {name: lambda make=make: record(make()) for name, make in MADE.items()},
    "arguments": {name: lambda call=call: [outcome(call, odd) for odd in ODD] for name, call in CALLS.items()},
    "questions": {name: lambda make=make: outcome(make) for name, make in ASKED.items()},
    "shares": {name: lambda make=make: outcome(make) for name, make in SHARES.items()},
    "limits": {name: lambda make=make: outcome(make) for name, make in LIMITS.items()},
    "measures": {name: lambda make=make: outcome(make) for name, make in MEASURES.items()},
    "texts": {kind.__name__: lambda kind=kind: [outcome(kind, text) for text in TEXTS] for kind in KINDS},
    "people": {
        f"{name}, {basis}": lambda who=who, on=on: outcome(lambda: oliver(who(), basis=on()))
        for name, who in PEOPLE.items()
        for basis, on in BASES.items()
    },
}
"""By section and name, what gives the plain data of a case."""
