"""What the tests of measures share."""

import pint
import pytest


@pytest.fixture
def application():
    """Puts back the application registry that was there before the test."""
    before = pint.get_application_registry().get()
    yield pint.set_application_registry
    pint.set_application_registry(before)
