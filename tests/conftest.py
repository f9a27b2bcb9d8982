"""One hypothesis profile for every run: the same examples each time, as many as KETADOSE_EXAMPLES says (CI: 200)."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    max_examples=int(os.environ.get("KETADOSE_EXAMPLES", "50")),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # how fast the machine is must not fail a test
)
settings.load_profile("ci")
