"""What the tests of surroundings share."""

import pytest

from tests.ambient.processes import HAND_OUT, TELL, said_by

NOTHING_HEAVY_YET = "import sys; assert not {'pint', 'numpy'} & set(sys.modules)\n"


@pytest.fixture(scope="session")
def plain() -> list[str]:
    """The story as a plain interpreter tells it, which loads pint and NumPy no sooner than a Quantity is asked for."""
    said = said_by(TELL + NOTHING_HEAVY_YET + HAND_OUT)
    assert len(said) > 60
    assert any("69.85 kg (exact 69.85322498 kg)" in line for line in said)
    assert sum("LimitError" in line or "KetadoseError" in line for line in said) >= 10
    return said
