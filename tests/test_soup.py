"""The oddities of pint, attrs, NumPy and Python that the library is built around, each pinned, as docs/soup.md lists them.

When one of these fails, what lies underneath has changed: look at docs/soup.md before anything else.
"""

import datetime
import importlib
import json
import math
import os
import pickle
import re
import subprocess
import sys
import threading
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from importlib.machinery import ModuleSpec
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import numpy as np
import pint
import pytest

Q = pint.Quantity
REGISTRY = pint.UnitRegistry()
SOUP = Path(__file__).resolve().parent.parent / "docs/soup.md"


def test_a_dose_per_weight_is_a_plain_number():
    assert Q(5000, "mg/kg") <= 2


def test_a_percentage_passes_as_a_dose_per_weight():
    assert Q(0.5, "percent").check("mg/kg")
    assert Q(0.5, "percent").to("mg/kg").magnitude == pytest.approx(5000)


def test_a_frequency_passes_as_a_rate_per_weight():
    assert Q(1, "Hz").check("mg/kg/h")


def test_a_decimal_comma_is_read_as_something_else():
    read = REGISTRY.Quantity("0,5 mg/kg")
    assert read.magnitude != 0.5


def test_a_comma_makes_seventy_kilograms_seven_hundred():
    assert REGISTRY.Quantity("70,5 kg").magnitude == 705


def test_a_space_in_a_number_multiplies():
    assert REGISTRY.Quantity("12 500 mg").magnitude == 6000


def test_capital_ml_is_a_megalitre():
    assert REGISTRY.Quantity("100 ML").to("mL").magnitude == pytest.approx(1e11)


def test_units_are_micronits():
    assert "nit" in str(REGISTRY.Quantity("5 units").units)


def test_a_quantity_changes_in_place():
    quantity = Q(70.0, "kg")
    quantity.ito("g")
    assert quantity.magnitude == 70000


def test_two_registries_do_not_mix():
    with pytest.raises(ValueError, match="different registries"):
        REGISTRY.Quantity(1, "kg") + Q(1, "kg")


def test_a_conversion_answers_from_a_cache_after_a_redefinition():
    registry = pint.UnitRegistry()
    assert registry.Quantity(1, "kg").to("g").magnitude == pytest.approx(1000)
    registry.define("kilogram = 2000 * gram")
    assert registry.Quantity(1, "kg").to("g").magnitude == pytest.approx(1000)


def test_float_arithmetic_in_pint_is_not_exact():
    assert (Q(0.1, "mg") + Q(0.2, "mg")) > Q(0.3, "mg")


def test_a_capital_turns_milligrams_into_tonnes():
    assert REGISTRY.Quantity("1 Mg").to("kg").magnitude == 1000


def test_gr_is_grains_and_m_is_metres():
    assert REGISTRY.Quantity("10 gr").to("mg").magnitude == pytest.approx(647.9891)
    assert REGISTRY.Quantity("40 m").check("[length]")


def test_half_a_milligram_per_kilogram_times_pounds_has_the_magnitude_of_pounds():
    assert (Q(0.5, "mg/kg") * Q(154, "lb")).magnitude == 77


def test_nothing_of_a_weight_is_the_number_zero():
    assert Q(0, "kg") == 0


def test_a_quantity_that_is_not_a_number_passes_every_limit():
    assert not Q(math.nan, "mg") > Q(90, "mg")


def test_pint_prints_micrograms_by_a_letter_that_is_read_as_milli():
    assert f"{Q(5, 'microgram'):~P}" in {"5 \N{MICRO SIGN}g", "5 \N{GREEK SMALL LETTER MU}g"}


def test_pint_prints_exponents():
    assert str(Q(0.00001, "kg")) == "1e-05 kilogram"


def test_a_quantity_from_a_pickle_belongs_to_another_registry():
    assert pickle.loads(pickle.dumps(REGISTRY.Quantity(1, "kg")))._REGISTRY is not REGISTRY


def test_a_definition_can_be_bent_in_place():
    registry = pint.UnitRegistry()
    kept = registry._units["kilogram"]
    object.__setattr__(kept.converter, "scale", 999)
    assert registry._units["kilogram"] is kept
    assert registry.Quantity(1.0, "kg").to("g").magnitude == pytest.approx(999)


def test_a_registry_makes_whatever_its_quantity_makes(monkeypatch):
    honest = REGISTRY.Quantity
    monkeypatch.setattr(REGISTRY, "Quantity", lambda value, units: honest(10 * value, units))
    assert REGISTRY.Quantity(70, "kg").magnitude == 700


def test_a_frozen_record_changes_when_init_is_called_again():
    @attrs.frozen
    class Record:
        value: int

    record = Record(1)
    record.__init__(2)
    assert record.value == 2


def test_validators_can_be_switched_off_for_everybody():
    @attrs.frozen
    class Record:
        value: int = attrs.field(validator=attrs.validators.gt(0))

    attrs.validators.set_disabled(True)
    try:
        assert Record(-1).value == -1
    finally:
        attrs.validators.set_disabled(False)


def test_unpickling_a_frozen_record_skips_its_checks():
    @attrs.frozen
    class Record:
        value: int = attrs.field(validator=attrs.validators.gt(0))

    record = object.__new__(Record)
    record.__setstate__({"value": -1})
    assert record.value == -1


def test_the_state_of_a_frozen_record_can_be_set_again():
    @attrs.frozen
    class Record:
        value: int

    record = Record(1)
    record.__setstate__({"value": 2})
    assert record.value == 2


def test_a_class_with_an_init_of_its_own_keeps_a_second_one():
    @attrs.define(init=False, frozen=True)
    class Record:
        value: int

        def __init__(self, value):
            self.__attrs_init__(abs(value))

    record = Record(-1)
    record.__attrs_init__(-2)
    assert record.value == -2


def test_one_record_can_become_another_kind_by_force():
    @attrs.define(frozen=True, weakref_slot=False)
    class Kilograms:
        value: int

    @attrs.define(frozen=True, weakref_slot=False)
    class Millilitres:
        value: int

    record = Kilograms(70)
    object.__setattr__(record, "__class__", Millilitres)
    assert record == Millilitres(70)


def test_round_is_half_even():
    assert (round(0.5), round(1.5), round(2.5)) == (0, 2, 2)


def test_nan_passes_every_limit():
    assert not math.nan > 1  # noqa: PLW0177 - the comparison is the point
    assert not math.nan < 0  # noqa: PLW0177


def test_a_tenth_and_two_tenths_are_more_than_three_tenths():
    assert 0.1 + 0.2 > 0.3


def test_a_decimal_obeys_a_context_that_anybody_sets():
    with localcontext() as context:
        context.prec = 3
        assert Decimal("69.85322498") * 1 == Decimal("69.9")


def test_a_long_decimal_division_is_not_exact():
    hours = Decimal(11) / Decimal(60)
    assert Decimal(55) / hours != 300
    assert Fraction(55) / Fraction(11, 60) == 300


def test_a_fraction_can_be_changed_from_outside():
    value = Fraction(1, 2)
    value._numerator = 5
    assert value == Fraction(5, 2)


def test_a_bool_is_a_whole_number():
    assert isinstance(True, int)
    assert Fraction(True) == 1


def test_int_reads_digits_of_every_script():
    assert int("\u0667\u0660") == 70


def test_float_reads_underscores_and_words():
    assert float("7_0") == 70
    assert math.isinf(float("infinity"))


def test_a_very_long_number_cannot_be_printed():
    with pytest.raises(ValueError, match="Exceeds the limit"):
        str(10**5000)


def test_a_datetime_is_a_date():
    assert isinstance(datetime.datetime(2026, 1, 5), datetime.date)


def test_a_date_is_read_in_forms_nobody_meant():
    assert datetime.date.fromisoformat("20260105") == datetime.date.fromisoformat("2026-W02-1")


def test_the_text_of_a_decimal_obeys_the_context():
    with localcontext(Context(capitals=0)):
        assert repr(Decimal("1E+9")) == "Decimal('1e+9')"


def test_a_fraction_reads_exponents_and_spaces():
    assert Fraction(" 7e1\n") == 70


def test_a_superscript_is_a_digit():
    assert "\u00b2".isdigit()
    with pytest.raises(ValueError, match="invalid literal"):
        int("\u00b2")


def test_another_letter_becomes_k_in_lower_case():
    assert "70 \u212ag".lower() == "70 kg"


def test_micro_and_mu_are_two_letters_that_look_the_same():
    assert "\N{MICRO SIGN}" != "\N{GREEK SMALL LETTER MU}"


def test_a_dollar_in_a_pattern_lets_a_line_break_pass():
    assert re.match(r"70 kg$", "70 kg\n")


def test_a_pattern_written_by_a_caller_reaches_into_objects():
    written = "{.__class__.__name__}"
    assert written.format(70) == "int"


def test_text_of_a_subclass_says_what_it_likes_of_itself():
    class Lying(str):
        def __len__(self):
            return 1

    assert len(Lying("7" * 100)) == 1


def test_one_and_true_are_one_key():
    words = {1: "one"}
    words[True] = "true"
    assert words == {1: "true"}


def test_json_writes_what_is_no_json_and_reads_a_name_twice():
    assert json.dumps(math.nan) == "NaN"
    assert json.loads('{"mg": 35, "mg": 350}') == {"mg": 350}


def test_an_assertion_is_not_there_under_optimisation():
    exec(compile("assert False", "guard", "exec", optimize=1))  # noqa: S102 - nothing else compiles it so


def test_time_between_two_moments_of_a_zone_ignores_the_clock_change():
    berlin = ZoneInfo("Europe/Berlin")
    before, after = (datetime.datetime(2026, 3, 29, hour, tzinfo=berlin) for hour in (1, 4))
    assert after - before == datetime.timedelta(hours=3)
    assert after.astimezone(datetime.UTC) - before.astimezone(datetime.UTC) == datetime.timedelta(hours=2)


def test_an_hour_that_does_not_exist_is_made_without_a_word():
    moment = datetime.datetime(2026, 3, 29, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert moment.astimezone(datetime.UTC).astimezone(ZoneInfo("Europe/Berlin")).hour == 3


def test_an_object_can_be_made_that_nobody_filled():
    assert not hasattr(object.__new__(Fraction), "_numerator")


def test_a_frozen_object_changes_by_force():
    @attrs.frozen
    class Record:
        value: int

    record = Record(1)
    object.__setattr__(record, "value", 2)
    assert record.value == 2


def test_a_pickle_calls_whatever_it_names():
    class Bent:
        def __reduce__(self):
            return int, ("350",)

    assert pickle.loads(pickle.dumps(Bent())) == 350


def test_a_module_is_found_before_it_is_whole(tmp_path, monkeypatch):
    (tmp_path / "half_imported.py").write_text("import sys\nfound = sys.modules[__name__]\nwhole = 'Quantity' in vars(found)\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert importlib.import_module("half_imported").whole is False


def test_two_threads_that_import_a_package_and_its_part_may_get_an_error(monkeypatch):
    reached, go_on, errors = threading.Event(), threading.Event(), []

    class Finder:
        """Finds a package that asks for its own part, but not before another thread has asked for that part too."""

        def find_spec(self, name, path=None, target=None):
            if name in {"package_of_parts", "package_of_parts.part"}:
                return ModuleSpec(name, self, is_package=name == "package_of_parts")
            return None

        def create_module(self, spec):
            if spec.name == "package_of_parts":
                reached.set()
                go_on.wait()

        def exec_module(self, module):
            if module.__name__ == "package_of_parts":
                importlib.import_module("package_of_parts.part")

    def load(name):
        try:
            importlib.import_module(name)
        except RuntimeError as error:
            errors.append(str(error))

    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    one, other = (threading.Thread(target=load, args=(name,)) for name in ("package_of_parts", "package_of_parts.part"))
    one.start()
    reached.wait()
    other.start()
    while not importlib._bootstrap._blocking_on.get(other.ident):  # until it has locked the part and waits for the package
        pass
    go_on.set()
    one.join()
    other.join()
    for name in ("package_of_parts", "package_of_parts.part"):
        sys.modules.pop(name, None)
    assert len(errors) == 1
    assert "deadlock detected" in errors[0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_has_the_lock_that_a_thread_held():
    program = """
import os, threading
lock = threading.Lock()
lock.acquire()
if not os.fork():
    os._exit(lock.locked())
print(os.wait()[1] >> 8)
"""
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "1\n"


def test_the_repr_of_a_numpy_float_is_no_number():
    assert repr(np.float64(0.1)) == "np.float64(0.1)"
    assert isinstance(np.float64(0.1), float)


def test_a_numpy_time_span_is_a_whole_number():
    assert isinstance(np.timedelta64(5, "m"), np.integer)


def test_a_narrow_float_has_another_shortest_text():
    assert str(np.float32(0.1)) == "0.1"
    assert repr(float(np.float32(0.1))) == "0.10000000149011612"


def test_whole_numbers_in_an_array_wrap_around():
    assert (np.array([2**63 - 1]) + 1)[0] < 0


def test_an_array_of_nothing_around_is_taken_for_a_number():
    assert float(np.array(70.0)) == 70


def test_every_oddity_is_listed_and_every_listed_one_is_here():
    listed = re.findall(r"`(test_\w+)`", SOUP.read_text("utf-8"))
    here = [
        name
        for name in globals()
        if name.startswith("test_") and name != "test_every_oddity_is_listed_and_every_listed_one_is_here"
    ]
    assert sorted(listed) == sorted(here)
    assert len(here) >= 20
