"""The public surface is written down here: a new name is a reviewed decision."""

import subprocess
import sys

import pytest

import ketadose as kd

PUBLIC = """
Calendar CareArea Citation Course DayPattern Dose ESKETAMINE Infusion KETAMINE KetadoseError LimitError Order Override
Patient Product Pump Regimen Route Source Syringe WeightBasis __version__ calculate_dose catalog check_readiness
diff_protocols equivalent_dose errors find_protocols findings formulas limits measures plan_course plan_devices
plan_infusion plan_injection plan_oral plan_sessions planning products protocols read_catalog report response screen
screening sources systemic_amount verify_order
"""


def test_public_names_are_pinned():
    assert sorted(kd.__all__) == sorted(PUBLIC.split())
    assert len(kd.__all__) <= 50
    assert dir(kd) == sorted(kd.__all__)


@pytest.mark.parametrize("name", PUBLIC.split())
def test_every_public_name_is_there(name):
    assert getattr(kd, name) is getattr(kd, name)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'dosage'"):
        _ = kd.dosage


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, ketadose; print([n for n in ('pint', 'attrs', 'attr', 'numpy', 'cattrs') if n in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_dose_from_text_never_loads_pint():
    code = (
        "import sys, ketadose as kd; print(kd.calculate_dose('70 kg', kd.protocols.OLIVER_2022).working);"
        "print([n for n in ('pint', 'numpy', 'cattrs') if n in sys.modules])"
    )
    env = {"PYTHONIOENCODING": "utf-8"}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env)
    assert out.stdout.decode("utf-8").splitlines()[-1] == "[]"


def test_every_public_thing_has_a_docstring_and_every_function_an_example():
    for name in kd.__all__:
        thing = getattr(kd, name)
        if name.startswith("__") or name in {"KETAMINE", "ESKETAMINE"}:
            continue
        assert thing.__doc__, name
        if callable(thing) and not isinstance(thing, type):
            assert ">>>" in thing.__doc__, name
