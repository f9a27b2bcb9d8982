"""What it means to be refused."""

from collections.abc import Callable

import pytest

from ketadose.errors import KetadoseError
from tests.measures.facts import is_well_told


def refused(call: Callable[[], object], *codes: str) -> None:
    """The call ends in a well-told error, and where codes are named, in one of them."""
    with pytest.raises(KetadoseError) as caught:
        call()
    assert is_well_told(caught.value)
    assert not codes or caught.value.code in codes
