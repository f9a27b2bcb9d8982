"""What surrounds the process changes no byte: each condition in an interpreter of its own."""

import re

import pytest

from tests.ambient.processes import HAND_OUT, PACKAGE, TELL, differing, said_by
from tests.ambient.story import READINGS

VALIDATORS_OFF = "import attrs; attrs.validators.set_disabled(True)\n"

CROOKED_DECIMALS = """
import decimal
every_signal = list(decimal.Context().traps)
crooked = decimal.Context(prec=1, rounding=decimal.ROUND_UP, Emin=-1, Emax=1, capitals=0, clamp=1, traps=every_signal)
decimal.setcontext(crooked)
decimal.DefaultContext.prec, decimal.DefaultContext.rounding = 1, decimal.ROUND_UP
"""

ANOTHER_LOCALE = """
import locale
for name in ("tr_TR.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", ""):
    try:
        locale.setlocale(locale.LC_ALL, name)
        break
    except locale.Error:
        continue
"""

THROUGH_PICKLES = """
import pickle
from tests.ambient import story
printed = story.printed
story.printed = lambda result: printed(pickle.loads(pickle.dumps(result)))
"""

NO_PINT_NO_NUMPY = "import sys; sys.modules.update(pint=None, numpy=None)\n"

HOSTILE_REGISTRY = """
import pint
hostile = pint.UnitRegistry()
for line in ("gram = 2 * pound", "milligram = 1e-2 * gram", "hour = 61 * minute", "liter = 2 * meter ** 3", "meter = 3 * foot"):
    hostile.define(line)
pint.set_application_registry(hostile)
"""

CONDITIONS = {
    "attrs validators disabled": (VALIDATORS_OFF + TELL, (), {}),
    "-O": (TELL, ("-O",), {}),
    "any decimal context": (CROOKED_DECIMALS + TELL + HAND_OUT, (), {}),
    "locale": (ANOTHER_LOCALE + TELL, (), {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"}),
    "TZ": (TELL, (), {"TZ": "Pacific/Apia"}),
    "hash seed": (TELL + HAND_OUT, (), {"PYTHONHASHSEED": "4294967295"}),
    "pickling": (THROUGH_PICKLES + TELL, (), {}),
    "every warning an error": (TELL, ("-W", "error", "-X", "int_max_str_digits=640"), {}),
    "a bare system": (NO_PINT_NO_NUMPY + TELL, (), {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
}
"""What each does before the story is told, to the interpreter, and to its environment."""


@pytest.mark.slow
@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_surroundings_of_the_process_change_no_byte(plain, condition):
    program, options, environment = CONDITIONS[condition]
    said = said_by(program, *options, **environment)
    assert not differing(said, plain if HAND_OUT in program else plain[: -len(READINGS)])


@pytest.mark.slow
def test_a_hostile_application_registry_changes_no_byte_and_gets_no_quantity(plain):
    said = said_by(HOSTILE_REGISTRY + TELL + HAND_OUT)
    assert not differing(said[: -len(READINGS)], plain[: -len(READINGS)])
    for ours, theirs in zip(said[-len(READINGS) :], plain[-len(READINGS) :], strict=True):
        assert ours == theirs if "Error" in theirs else "[measure.registry]" in ours


ASKS = re.compile(
    r"\.(?:strftime|strptime|localtime|environ|getenv|getcontext|setlocale)\b"  # a zone, a locale, an environment, a context
    r"|\bdate(?:time)?\.(?:now|today|utcnow)\b"  # a clock
)


def test_the_library_asks_neither_the_clock_nor_the_environment():
    modules = list(PACKAGE.rglob("*.py"))
    assert len(modules) > 100
    asked = [
        f"{path.name}: {line.strip()}"
        for path in modules
        for line in path.read_text("utf-8").splitlines()
        if ASKS.search(line) and not line.lstrip().startswith((">>>", "..."))
    ]
    assert asked == []
