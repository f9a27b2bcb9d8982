"""The software bill of materials: ketadose and all that is installed with it, in CycloneDX, written from a real environment."""

from __future__ import annotations

import json
import sys

from packaging.utils import canonicalize_name

from ketadose.version import VERSION
from proof.environment import Environment, run
from proof.licences import Licensed
from proof.records import ROOT

SPECIFICATION = "1.6"


def bill_of_materials(environment: Environment) -> str:
    """What the environment holds, as text of CycloneDX; the same environment gives the same text."""
    asked = ("--pyproject", ROOT / "pyproject.toml", "--mc-type", "library", "--sv", SPECIFICATION)
    told = run(sys.executable, "-m", "cyclonedx_py", "environment", *asked, "--output-reproducible", environment.python)
    bill = json.loads(told.stdout)
    bill["metadata"]["component"]["version"] = VERSION  # pyproject.toml leaves it to the package
    text = json.dumps(bill, indent=1) + "\n"
    _validate(text)
    return text


def bill_faults(bill: str, needed: list[Licensed]) -> list[str]:
    """The bill lists exactly what ketadose needs at run time, each with its version and licence."""
    held = json.loads(bill)
    listed = {(canonicalize_name(each["name"]), each["version"]) for each in held["components"]}
    wanted = {(each.name, each.version) for each in needed if each.name != "ketadose"}
    bare = [each["name"] for each in (*held["components"], held["metadata"]["component"]) if not each.get("licenses")]
    return [
        *(f"not in the bill of materials: {name} {version}" for name, version in sorted(wanted - listed)),
        *(f"too much in the bill of materials: {name} {version}" for name, version in sorted(listed - wanted)),
        *(f"without a licence in the bill of materials: {name}" for name in bare),
    ]


def _validate(text: str) -> None:
    from cyclonedx.schema import SchemaVersion  # of the extra `proof`, which the tests do without
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.from_version(SPECIFICATION)).validate_str(text)
    if wrong is not None:
        raise SystemExit(f"the bill of materials is not valid: {wrong}")
