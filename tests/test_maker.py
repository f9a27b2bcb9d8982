"""Records that calculations make in the quick way are in nothing different from those that the constructor makes."""

from __future__ import annotations

import copy
import pickle
import weakref

import attrs
import pytest

import ketadose as kd
from ketadose.errors import KetadoseError
from ketadose.records import maker

DOSE = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
COURSE = kd.plan_sessions(DOSE, start="2026-01-05")
QUICK = {"dose": DOSE, "step": DOSE.steps[0], "session": COURSE.sessions[0], "course": COURSE}
each = pytest.mark.parametrize("record", QUICK.values(), ids=QUICK.keys())


def fields_of(record) -> dict[str, object]:
    return {field.alias: getattr(record, field.name) for field in attrs.fields(type(record)) if field.init}


@each
def test_it_is_what_the_constructor_makes(record):
    made = type(record)(**fields_of(record))
    assert type(made) is type(record)
    assert (made, hash(made), repr(made)) == (record, hash(record), repr(record))
    assert pickle.loads(pickle.dumps(record)) == copy.deepcopy(record) == record


@each
def test_it_does_not_change(record):
    name, value = next(iter(fields_of(record).items()))
    with pytest.raises(AttributeError):
        setattr(record, name, value)
    with pytest.raises(AttributeError):
        record.__class__ = object
    with pytest.raises(KetadoseError, match=r"record\.changed"):
        record.__init__(**fields_of(record))


@each
def test_it_is_weakly_referenced(record):
    assert weakref.ref(record)() is record


def test_only_the_calculation_says_that_it_calculated():
    assert DOSE.calculated
    assert not attrs.evolve(DOSE).calculated


@pytest.mark.parametrize("values", [(), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6, 7)])
def test_every_field_has_its_value(values):
    with pytest.raises(TypeError):
        maker(type(COURSE.sessions[0]))(*values)
