"""The public strategies: what they draw lies in its bounds, is read, and where it is to be refused it is."""

import importlib
import importlib.util
import sys
from fractions import Fraction

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose import testing
from ketadose.terms import MistakeKind, Rounding
from tests.measures import facts


def drawn(strategy, count):
    """So many of what a strategy draws."""
    found = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def collect(each):
        found.append(each)

    collect()
    return found


BOUNDS = {
    m.Weight: ("40 kg", "150 kg"),
    m.Height: ("50 in", "2 m"),
    m.Amount: ("500 mcg", "1 g"),
    m.Duration: ("90 s", "1 d"),
    m.FlowRate: ("1 mL/h", "10 mL/min"),
}


@given(st.sampled_from(list(BOUNDS)), st.data())
def test_texts_lie_between_their_bounds_by_another_reading(kind, data):
    """The text is read letter by letter, by a reader that shares no code with the library's."""
    low, high = (facts.said(kind, bound) for bound in BOUNDS[kind])
    value = facts.said(kind, data.draw(testing.texts(kind, *BOUNDS[kind], places=2)))
    assert value is not None
    assert low <= value <= high


@pytest.mark.parametrize("bound", ["40 kg", "150 kg"])
def test_both_bounds_are_drawn(bound):
    assert find(testing.weights(units=("kg",), places=1), lambda text: text == bound) == bound


def test_every_unit_is_drawn_and_only_those_that_are_named():
    units = {"kg", "g", "lb", "oz", "st"}
    for unit in units:
        assert find(testing.weights(), lambda text, unit=unit: text.endswith(f" {unit}")).split(" ")[1] == unit
    assert find(testing.heights(), lambda text: " ft " in text)


@given(testing.weights(units=("lb", "st")), testing.heights(units=("cm",)), testing.ages(), testing.strengths(units=("g/L",)))
def test_named_units_are_kept_to(weight, height, age, strength):
    assert weight.split(" ")[1] in {"lb", "st"}
    assert height.endswith(" cm")
    assert age.endswith(" years")
    assert strength.endswith(" g/L")


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        (("70.4 kg", "70.6 kg"), "argument.type"),
        (("71 kg", "70 kg"), "argument.type"),
        (("70", "80 kg"), "measure.bare_number"),
    ],
)
def test_bounds_with_nothing_between_are_refused(bounds, code):
    with pytest.raises(kd.KetadoseError) as caught:
        testing.texts(m.Weight, *bounds, units=("kg",), places=0)
    assert caught.value.code == code
    assert "nothing lies" in str(caught.value) or code != "argument.type"


def test_unit_of_another_kind_is_refused():
    with pytest.raises(kd.KetadoseError) as caught:
        testing.weights(units=("mg",))
    assert caught.value.code == "measure.unit"


@pytest.mark.property(40)
@given(facts.kinds, st.data())
def test_refused_texts_are_refused(kind, data):
    """By the independent reader as well, so that the fault is in the text and not in the library."""
    text = data.draw(testing.refused_texts(kind))
    assert facts.said(kind, text) is None
    with pytest.raises(kd.KetadoseError) as caught:
        kind(text)
    assert facts.is_well_told(caught.value)
    assert caught.value.code.startswith("measure.")


@given(testing.patients(), testing.regimens(), testing.protocols())
def test_patients_and_regimens_are_what_they_say(patient, regimen, chosen):
    protocol, level = chosen
    assert 40 <= patient.weight.value <= 150
    assert patient.age is None or 18 <= patient.age.value <= 90
    assert (regimen.over is not None) == (regimen.route is kd.Route.INTRAVENOUS)
    assert level in protocol.doses
    assert protocol in kd.protocols.ALL


def test_every_protocol_with_every_dose_is_drawn():
    several = {(protocol.name, level) for protocol in kd.protocols.ALL for level in protocol.doses}
    assert {(protocol.name, level) for protocol, level in drawn(testing.protocols(), 2 * len(several))} == several
    assert len(several) > 100


@given(
    testing.doses(testing.patients(st.just("70 kg")), testing.regimens(("oral",), drug="ketamine", level=st.just("1 mg/kg")))
)
def test_what_is_given_is_what_is_drawn_from(dose):
    assert (dose.amount, dose.regimen.route) == (m.Amount("70 mg"), kd.Route.ORAL)


@given(
    testing.infusions(
        product=testing.products(strength=st.just("50 mg/mL"), volume=st.just("10 mL")),
        syringe=testing.syringes(st.just("0.01 mL")),
        pump=testing.pumps(st.just("1 mL/h"), st.just("999 mL/h")),
        rounding=st.just(Rounding.DOWN),
    )
)
def test_infusions_are_planned_with_the_devices_that_are_given(infusion):
    assert infusion.draw.product.strength == m.Concentration("50 mg/mL")
    assert infusion.draw.syringe == kd.Syringe("0.01 mL")
    assert infusion.pump == kd.Pump("1 mL/h", "999 mL/h")
    assert infusion.rounding is Rounding.DOWN
    assert infusion.amount <= infusion.dose.amount
    assert not [each for each in infusion.findings if each.severity.value == "STOP"]


def test_a_product_that_does_not_fit_the_dose_is_an_error_and_not_left_out():
    """What no limit and no device is the reason of is a mistake in the test that asks."""
    with pytest.raises(kd.KetadoseError) as caught:
        drawn(testing.infusions(product=testing.products("esketamine")), 1)
    assert caught.value.code == "product.drug"


@given(testing.injections(syringe=st.just(kd.Syringe("0.5 mL"))), testing.courses(days=st.just((1, 8))))
def test_injections_and_courses_are_never_past_a_hard_limit(injection, course):
    assert (injection.draw.volume.value / Fraction(1, 2)).denominator == 1
    assert len(course.sessions) == 2
    assert not [each for each in (*injection.findings, *course.findings) if each.severity.value == "STOP"]


@given(testing.courses())
def test_courses_keep_to_their_calendar(course):
    if course.calendar is not None:
        assert not any(course.calendar.closed(session.date) for session in course.sessions)


def test_courses_with_and_without_a_calendar_are_drawn():
    assert {course.calendar is None for course in drawn(testing.courses(), 20)} == {True, False}


@given(testing.mistaken_orders())
def test_a_mistaken_order_is_wrong_in_its_field_alone(mistaken):
    differing = {each for each in FIELDS if getattr(mistaken.order, each) != getattr(mistaken.right, each)}
    assert differing == {mistaken.field}
    assert mistaken.order != mistaken.right


FIELDS = ("amount", "per_weight", "weight", "concentration", "volume", "total", "over", "sessions")
FIELDS += ("made_up_to", "added_to", "volume_to_infuse", "flow_rate", "amount_rate", "per_weight_rate")


def test_every_kind_of_mistake_is_drawn():
    """Each of these by its name, and no other kind."""
    kinds = [MistakeKind[name] for name in ("DECIMAL", "MICROGRAMS", "MINUTES", "POUNDS", "PER_WEIGHT", "VOLUME", "COURSE")]
    assert {mistaken.kind for mistaken in drawn(testing.mistaken_orders(), 200)} == set(kinds)


def test_without_hypothesis_the_error_says_what_to_install(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("ketadose.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r'pip install "ketadose\[testing\]"'):
        importlib.import_module("ketadose.testing")


def test_library_does_not_import_its_strategies():
    """Hypothesis is for whoever tests: `import ketadose` and its public names never load it."""
    import subprocess

    code = "import sys, ketadose as kd; [getattr(kd, name) for name in kd.__all__]; print('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_every_public_strategy_has_a_running_example():
    for name in testing.__all__:
        thing = getattr(testing, name)
        assert isinstance(thing, type) or ">>>" in thing.__doc__, name
