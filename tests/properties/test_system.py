"""Properties of the whole: what goes out comes back, the same question has the same answer, and no other error escapes."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose import testing
from ketadose.errors import CODES
from ketadose.model.order import Order
from ketadose.planning import replan
from tests import strategies as some

GIVEN = st.one_of(testing.patients(), testing.syringes(), testing.pumps(), testing.orders())
"""Records that a caller fills with text and words."""
RESULTS = st.one_of(testing.doses(), testing.infusions(), testing.injections(), testing.courses())
PUBLISHED = {code for code, _ in CODES}


@pytest.mark.property(37)
@given(st.one_of(GIVEN, RESULTS, testing.products(), testing.regimens(), testing.calendars()))
def test_pickle_and_json_give_back_what_went_in(record):
    again = pickle.loads(pickle.dumps(record))
    assert (again, hash(again), type(again)) == (record, hash(record), type(record))
    written = json.dumps(record.to_dict())
    assert json.loads(written) == record.to_dict()
    assert json.dumps(again.to_dict()) == written


@pytest.mark.property(37)
@given(GIVEN)
def test_what_json_says_makes_the_same_record(record):
    """Every measure as text, every word and count as it is: the record made of them is equal."""
    plain = json.loads(json.dumps(record.to_dict()))
    names = {"rates": "rate"}
    again = type(record)(**{names.get(name, name): given_back(value) for name, value in plain.items()})
    assert again == record
    assert hash(again) == hash(record)


def given_back(value):
    """What a caller writes for a value of the plain data: a measure as it was written, or by its exact number and unit."""
    if isinstance(value, dict):
        return value["written"] or f"{value['exact']} {value['unit']}"
    return [given_back(each) for each in value] if isinstance(value, list) else value


@pytest.mark.property(37)
@given(testing.patients(), testing.regimens())
def test_calculation_from_json_is_the_same_calculation(patient, regimen):
    plain = json.loads(json.dumps(patient.to_dict()))
    again = kd.Patient(**{name: given_back(value) for name, value in plain.items()})
    one, other = (kd.calculate_dose(person, regimen, overrides=some.ANYTHING_GOES) for person in (patient, again))
    assert one == other
    assert hash(one) == hash(other)


def dose_of(weight, regimen):
    return kd.calculate_dose(weight, regimen, overrides=some.ANYTHING_GOES)


@st.composite
def questions(draw):
    """A function and what it is asked."""
    ask = draw(st.sampled_from([dose_of, kd.verify_order, m.Weight, kd.report.text]))
    asked = {
        dose_of: st.tuples(some.weights, some.regimens),
        kd.verify_order: st.tuples(testing.orders() | testing.mistaken_orders().map(lambda mistaken: mistaken.order)),
        m.Weight: st.tuples(some.weights | testing.refused_texts(m.Weight)),
        kd.report.text: st.tuples(RESULTS),
    }
    return ask, *draw(asked[ask])


def answer(question):
    """All that it says, as bytes."""
    ask, *given_ = question
    try:
        found = ask(*given_)
    except kd.KetadoseError as error:
        return f"{error} {error.received}".encode()
    plain = found if isinstance(found, str) else found.__plain__() if isinstance(found, m.Measure) else found.to_dict()
    return json.dumps(plain).encode() + str(found).encode()


@pytest.mark.property(38)
@given(st.lists(questions(), min_size=2, max_size=2), st.randoms(use_true_random=False))
def test_same_question_same_bytes_in_any_order_and_any_thread(asked, random):
    first = [answer(each) for each in asked]
    order = list(range(len(asked)))
    random.shuffle(order)
    assert [answer(asked[place]) for place in order] == [first[place] for place in order]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(answer, [asked[place] for place in order])) == [first[place] for place in order]


DOSE = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
GLUE = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
VIAL = kd.products.KETAMINE_50_MG_PER_ML
COURSE = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
PERSON = {"weight": "70 kg", "height": "172 cm", "age": "42 years", "sex": "female", "weighed_on": "2026-01-02"}
DOORS = (
    (kd.Patient, PERSON),
    (kd.Regimen, {"drug": "ketamine", "route": "oral", "dose": "35 mg", "at_most": "40 mg", "days": (1, 4), "name": "own"}),
    (kd.Product, {"drug": "ketamine", "strength": "50 mg/mL", "volume": "10 mL", "routes": ("oral",), "sprays": 0}),
    (kd.Syringe, {"graduation": "0.01 mL", "capacity": "1 mL"}),
    (kd.Pump, {"step": "1 mL/h", "largest_rate": "999 mL/h"}),
    (kd.Calendar, {"clinic_days": ("Monday",), "closures": ["2026-01-12"], "zone": "Europe/London", "at": "09:00"}),
    (kd.Override, {"codes": "per_weight.high", "by": "Dr Example", "reason": "a test"}),
    (Order, {"drug": "ketamine", "amount": "35 mg", "rate": "150 mL/h", "sessions": 6, "frequency": "weekly", "span": "21 d"}),
    (kd.calculate_dose, {"patient": "70 kg", "regimen": kd.protocols.GLUE_2017, "level": "0.5 mg/kg", "basis": "actual"}),
    (kd.plan_infusion, {"dose": DOSE, "product": VIAL, "made_up_to": "100 mL", "line_volume": "2 mL", "rounding": "up"}),
    (kd.plan_injection, {"dose": GLUE, "product": VIAL, "syringe": kd.Syringe("0.01 mL"), "rounding": "down"}),
    (kd.plan_course, {"patient": "70 kg", "regimen": DOSE.regimen, "start": "2026-01-05", "sessions": 3, "days": (1, 4, 8)}),
    (kd.plan_sessions, {"dose": DOSE, "start": "2026-01-05", "sessions": 3}),
    (replan, {"course": COURSE.record(1, "given"), "on": "2026-01-06", "missed": "make up"}),
    (kd.verify_order, {"order": Order(amount="35 mg"), "patient": "70 kg", "protocol": kd.protocols.OLIVER_2022}),
    (kd.systemic_amount, {"dose": DOSE}),
    (kd.equivalent_dose, {"dose": DOSE, "to": "oral"}),
    (kd.find_protocols, {"drug": "ketamine", "route": "oral"}),
    (kd.diff_protocols, {"first": kd.protocols.OLIVER_2022, "second": kd.protocols.GLUE_2017}),
    (kd.report.text, {"result": DOSE}),
    (m.Weight.of, {"number": 70, "unit": "kg"}),
)
"""Public functions and records, each with what it may well be given."""

NUMBERS = st.one_of(st.integers(), st.floats(), st.fractions(), st.decimals(), st.booleans(), st.complex_numbers())
RECORDS = st.sampled_from([DOSE, GLUE, VIAL, COURSE, kd.KETAMINE, kd.Patient("70 kg"), m.Amount("35 mg"), kd.Calendar(), Order])
PLAIN = st.one_of(st.none(), NUMBERS, RECORDS, st.text(max_size=50), st.binary(max_size=9), st.dates(), st.datetimes())
HONEST = st.sampled_from([value for _, given_ in DOORS for value in given_.values()])
ANYTHING = st.one_of(
    PLAIN, HONEST, st.lists(PLAIN | HONEST, max_size=3), st.dictionaries(st.text(max_size=9), PLAIN, max_size=2)
)


@pytest.mark.property(40)
@given(st.sampled_from(DOORS), st.data())
def test_nothing_but_our_errors_escapes_from_any_door(door, data):
    """One or two arguments are anything at all: there is a result, or an error of ours with a published code."""
    ask, honest = door
    names = data.draw(st.lists(st.sampled_from(sorted(honest)), min_size=1, max_size=2, unique=True))
    given_ = honest | {name: data.draw(ANYTHING) for name in names}
    try:
        ask(**given_)
    except kd.KetadoseError as error:
        assert error.code in PUBLISHED
        assert str(error).isascii()
        assert len(str(error)) < 300
        assert len(error.received) <= 60


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[0].__qualname__)
def test_every_door_opens_to_what_is_honest(door):
    ask, honest = door
    assert ask(**honest) is not None
