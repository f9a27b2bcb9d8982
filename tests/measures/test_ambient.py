"""What surrounds the process changes no byte: optimisation, hash seeds, threads, locale, and what is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

VECTORS = """
import sys
from fractions import Fraction as F
from ketadose import measures as m
from ketadose.errors import KetadoseError

CASES = [
    (m.Weight, "154 lb"), (m.Weight, "70,5 kg"), (m.Weight, "11 st"), (m.Height, "5 ft 5.5 in"), (m.Age, "42 years"),
    (m.Amount, "5 \\u00b5g"), (m.PerWeight, "0.5 mg/kg"), (m.Concentration, "50 mg/ml"), (m.Volume, "100 ML"),
    (m.Duration, "100 s"), (m.FlowRate, "12345.678 mL/h"), (m.AmountRate, "0 mg/h"), (m.PerWeightRate, "12.5 ug/kg/min"),
    (m.Weight, 70), (m.Weight, None), (m.Weight, m.Volume("1 mL")), (m.Amount, "9" * 50), (m.Amount, ".5 mg"),
]

def tell(kind, given):
    try:
        measure = kind(given)
        quantity = measure.quantity
        again = kind(quantity)
        return f"{measure!r} {measure.__plain__()} {quantity.magnitude!r} {again.written} {float(measure)!r}"
    except KetadoseError as error:
        return f"{type(error).__name__} {error} {error.received}"

def tell_all():
    return "\\n".join(tell(kind, given) for kind, given in CASES).encode("unicode_escape").decode()
"""

ALONE = VECTORS + "print(tell_all())"
TOGETHER = (
    VECTORS
    + """
from threading import Barrier, Thread
assert "pint" not in sys.modules
barrier, told = Barrier(8), []
def run():
    barrier.wait()
    told.append(tell_all())
threads = [Thread(target=run) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
if len(told) == 8 and len(set(told)) == 1:
    print(told[0])
"""
)


def start(program: str, *options: str, **environment: str) -> subprocess.Popen[str]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, *options, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(process: subprocess.Popen[str]) -> str:
    output, errors = process.communicate()
    assert process.returncode == 0, errors
    return output


@pytest.fixture(scope="module")
def plain() -> str:
    text = said_by(start(ALONE, PYTHONHASHSEED="0"))
    assert "69.85 kg (exact 69.85322498 kg)" in text
    assert text.count("measure.") >= 7
    return text


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        ((), {"PYTHONHASHSEED": "4294967295"}),
        (("-O",), {}),
        ((), {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Apia"}),
        (("-X", "dev", "-W", "error"), {}),
    ],
    ids=["another hash seed", "-O", "locale and zone", "every warning an error"],
)
def test_the_surroundings_of_the_process_change_no_byte(plain, options, environment):
    assert said_by(start(ALONE, *options, **environment)) == plain


def test_eight_threads_at_first_use_say_the_same_bytes(plain):
    assert said_by(start(TOGETHER)) == plain


def test_reading_and_printing_text_loads_neither_pint_nor_numpy():
    program = """
import sys
from ketadose import measures as m
assert str(m.Weight("154 lb")) and m.Weight.of(70.5, "kg") and m.Weight("70 kg").to("lb")
print(sorted({"pint", "numpy"} & set(sys.modules)))
_ = m.Weight("70 kg").quantity
print(sorted({"pint"} & set(sys.modules)))
"""
    assert said_by(start(program)).split("\n")[:2] == ["[]", "['pint']"]
