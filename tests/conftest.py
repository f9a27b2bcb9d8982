"""One hypothesis profile for every run: the same examples each time, as many as KETADOSE_EXAMPLES says (CI: 200)."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("KETADOSE_EXAMPLES", "25"))

settings.register_profile(
    "ci",
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # how fast the machine is must not fail a test
)
settings.load_profile("ci")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "property(*numbers): shows these of the properties listed in proof/properties.py")


@pytest.fixture(scope="session")
def examples() -> int:
    """How many examples each property gets, for tests that count their own."""
    return EXAMPLES


def pytest_collection_finish() -> None:
    gc.freeze()  # what was collected stays to the end: to look through it again and again takes a sixth of the time
