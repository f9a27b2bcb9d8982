"""Whatever is handed to a public function, what comes out is a result or a KetadoseError that says what to do."""

import datetime
from fractions import Fraction

import numpy as np
import pint
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.errors import CODES, KetadoseError
from ketadose.evidence import Citation
from ketadose.model.patient import Scalar
from ketadose.working import Formula

VIAL = kd.products.KETAMINE_50_MG_PER_ML
DOSE = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
GLUE = kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level="0.5 mg/kg")
SPRAY = kd.calculate_dose("70 kg", kd.protocols.SPRAVATO_UNDER_65, level="56 mg")
INFUSION = kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL")
COURSE = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
CITATION = Citation(kd.sources.OLIVER_2022, "abstract")


class Evil:
    """Raises whenever it is looked at."""

    def __repr__(self):
        raise RuntimeError("evil")

    def __eq__(self, other):
        raise RuntimeError("evil")

    __hash__ = None
    __float__ = __str__ = __len__ = __iter__ = __repr__

    @property
    def __class__(self):
        raise RuntimeError("evil")


ODD = [
    None,
    True,
    0,
    -1,
    70,
    70.0,
    float("nan"),
    10**400,
    3 + 1j,
    Fraction(1, 3),
    "",
    " ",
    "70",
    "70 kg",
    "70,5 kg",
    "0.5 mg/kg",
    "x" * 10**6,
    "\x00",
    "\udcff",
    "70 \u212ag",
    b"70 kg",
    (),
    [],
    {},
    ("0.5 mg/kg",),
    [1, 2],
    set(),
    object(),
    int,
    len,
    Evil(),
    [Evil()],
    np.float64(70),
    np.array([1, 2]),
    np.str_("70 kg"),
    np.datetime64("2026-01-05"),
    pint.Quantity(70, "kg"),
    pint.Quantity(5, "percent"),
    pint.Quantity(np.array([1.0]), "kg"),
    m.Weight("70 kg"),
    m.Amount("35 mg"),
    object.__new__(m.Weight),
    object.__new__(kd.Patient),
    object.__new__(kd.Regimen),
    object.__new__(kd.Product),
    object.__new__(kd.Dose),
    datetime.datetime(2026, 1, 5),
    datetime.date.max,
    kd.Patient("70 kg"),
    kd.protocols.OLIVER_2022,
    VIAL,
    DOSE,
    INFUSION,
    COURSE,
    kd.WeightBasis.ACTUAL,
    kd.KETAMINE,
]
CALLS = {
    "patient weight": lambda x: kd.Patient(x),
    "patient height": lambda x: kd.Patient("70 kg", height=x),
    "patient age": lambda x: kd.Patient("70 kg", age=x),
    "patient sex": lambda x: kd.Patient("70 kg", sex=x),
    "weight origin": lambda x: kd.Patient("70 kg", weight_origin=x),
    "weighed on": lambda x: kd.Patient("70 kg", weighed_on=x),
    "previous weight": lambda x: kd.Patient("70 kg", previous_weight=x),
    "dose patient": lambda x: kd.calculate_dose(x, kd.protocols.OLIVER_2022),
    "dose regimen": lambda x: kd.calculate_dose("70 kg", x),
    "dose level": lambda x: kd.calculate_dose("70 kg", kd.protocols.GLUE_2017, level=x),
    "dose basis": lambda x: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, basis=x),
    "dose profile": lambda x: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=x),
    "dose overrides": lambda x: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, overrides=x),
    "dose at": lambda x: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, at=x),
    "dose by": lambda x: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, by=x),
    "regimen drug": lambda x: kd.Regimen(x, "oral", "35 mg"),
    "regimen route": lambda x: kd.Regimen("ketamine", x, "35 mg"),
    "regimen dose": lambda x: kd.Regimen("ketamine", "oral", x),
    "regimen over": lambda x: kd.Regimen("ketamine", "intravenous", "35 mg", over=x),
    "regimen days": lambda x: kd.Regimen("ketamine", "oral", "35 mg", days=x),
    "regimen at_most": lambda x: kd.Regimen("ketamine", "oral", "35 mg", at_most=x),
    "regimen first": lambda x: kd.Regimen("ketamine", "oral", "35 mg", first=x),
    "regimen step": lambda x: kd.Regimen("ketamine", "oral", "35 mg", step=x),
    "regimen ages": lambda x: kd.Regimen("ketamine", "oral", "35 mg", ages=x),
    "regimen area": lambda x: kd.Regimen("ketamine", "oral", "35 mg", area=x),
    "regimen source": lambda x: kd.Regimen("ketamine", "oral", "35 mg", source=x),
    "regimen name": lambda x: kd.Regimen("ketamine", "oral", "35 mg", name=x),
    "regimen evidence": lambda x: kd.Regimen("ketamine", "oral", "35 mg", evidence=x),
    "regimen remarks": lambda x: kd.Regimen("ketamine", "oral", "35 mg", remarks=x),
    "pattern days": lambda x: kd.DayPattern(x, CITATION),
    "pattern citation": lambda x: kd.DayPattern((1, 2), x),
    "pattern within": lambda x: kd.DayPattern((1, 2), CITATION, within=x),
    "pattern derived": lambda x: kd.DayPattern((1, 2), CITATION, derived=x),
    "pattern ascending": lambda x: kd.DayPattern((1, 2), CITATION, ascending=x),
    "source key": lambda x: kd.Source(x, "reference", doi="10.1/x"),
    "source standing": lambda x: kd.Source("KEY", "reference", standing=x),
    "site source": lambda x: kd.Source.site(x),
    "citation source": lambda x: kd.Citation(x, "abstract"),
    "citation place": lambda x: kd.Citation(kd.sources.OLIVER_2022, x),
    "override codes": lambda x: kd.Override(x, "A. Doctor", "because"),
    "override by": lambda x: kd.Override("per_weight.high", x, "because"),
    "override reason": lambda x: kd.Override("per_weight.high", "A. Doctor", x),
    "basis": lambda x: kd.WeightBasis(x),
    "basis cap": lambda x: kd.WeightBasis.ACTUAL.capped(x),
    "basis raw cap": lambda x: kd.WeightBasis(Scalar.ACTUAL, x),
    "product drug": lambda x: kd.Product(x, "10 mg/mL", "10 mL", routes=("oral",)),
    "product strength": lambda x: kd.Product("ketamine", x, "10 mL", routes=("oral",)),
    "product volume": lambda x: kd.Product("ketamine", "10 mg/mL", x, routes=("oral",)),
    "product routes": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=x),
    "product single use": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), single_use=x),
    "product sprays": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), sprays=x),
    "product rest": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), rest=x),
    "product instructions": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), instructions=x),
    "product source": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), source=x),
    "product name": lambda x: kd.Product("ketamine", "10 mg/mL", "10 mL", routes=("oral",), name=x),
    "syringe": lambda x: kd.Syringe(x),
    "syringe capacity": lambda x: kd.Syringe("0.01 mL", x),
    "pump": lambda x: kd.Pump(x),
    "pump largest": lambda x: kd.Pump("1 mL/h", x),
    "infusion dose": lambda x: kd.plan_infusion(x, product=VIAL, made_up_to="100 mL"),
    "infusion product": lambda x: kd.plan_infusion(DOSE, product=x, made_up_to="100 mL"),
    "infusion made up to": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to=x),
    "infusion added to": lambda x: kd.plan_infusion(DOSE, product=VIAL, added_to=x),
    "infusion line": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", line_volume=x),
    "infusion syringe": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", syringe=x),
    "infusion pump": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", pump=x),
    "infusion rounding": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", rounding=x),
    "infusion overrides": lambda x: kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", overrides=x),
    "delivered": lambda x: INFUSION.delivered(after=x),
    "injection dose": lambda x: kd.plan_injection(x, product=VIAL),
    "injection product": lambda x: kd.plan_injection(GLUE, product=x),
    "injection syringe": lambda x: kd.plan_injection(GLUE, product=VIAL, syringe=x),
    "oral dose": lambda x: kd.plan_oral(x, product=VIAL),
    "devices dose": lambda x: kd.plan_devices(x, product=kd.products.SPRAVATO_28_MG),
    "devices product": lambda x: kd.plan_devices(SPRAY, product=x),
    "course patient": lambda x: kd.plan_course(x, kd.protocols.OLIVER_2022, start="2026-01-05"),
    "course regimen": lambda x: kd.plan_course("70 kg", x, start="2026-01-05"),
    "course start": lambda x: kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start=x),
    "course levels": lambda x: kd.plan_course("70 kg", kd.protocols.GLUE_2017, start="2026-01-05", levels=x),
    "course sessions": lambda x: kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05", sessions=x),
    "sessions dose": lambda x: kd.plan_sessions(x, start="2026-01-05"),
    "report": lambda x: kd.report.text(x),
    "report prepared": lambda x: kd.report.text(COURSE, prepared=x),
    "measure": lambda x: m.Weight(x),
    "measure value and text": lambda x: m.Weight(x, "70 kg"),
    "measure text of value": lambda x: m.Weight(Fraction(70), x),
    "measure of": lambda x: m.Weight.of(x, "kg"),
    "measure of unit": lambda x: m.Weight.of(70, x),
    "measure to": lambda x: m.Weight("70 kg").to(x),
    "formula": lambda x: kd.formulas.DOSE(m.PerWeight("0.5 mg/kg"), x),
}


@pytest.mark.property(40)
@pytest.mark.parametrize("name", CALLS)
def test_nothing_but_our_errors_escapes(name):
    codes = {code for code, _ in CODES}
    for odd in ODD:
        try:
            CALLS[name](odd)
        except KetadoseError as error:
            assert error.code in codes
            assert str(error).isascii()
            assert len(str(error)) < 300
            assert len(error.received) <= 60
            assert {type(part) for part in (error.problem, error.field, error.expected, error.fix)} == {str}


@pytest.mark.parametrize("name", sorted(set(CALLS) - {"dose at", "regimen first", "regimen days"}))
def test_every_argument_is_looked_at(name):
    """An argument that takes anything at all is an argument that nobody reads."""
    refused = 0
    for odd in ODD:
        try:
            CALLS[name](odd)
        except KetadoseError:
            refused += 1
    assert refused > len(ODD) / 2


@pytest.mark.parametrize(
    ("weight", "code"),
    [("9.9 kg", "patient.weight"), ("999.9 kg", None), ("1000 kg", "patient.weight"), ("2204.7 lb", "patient.weight")],
)
def test_weights_no_adult_has_are_refused(weight, code):
    if code is None:
        assert kd.Patient(weight).weight.written == weight
        return
    with pytest.raises(KetadoseError) as caught:
        kd.Patient(weight)
    assert caught.value.code == code


def test_milligrams_for_milligrams_per_kilogram_are_a_caution_and_the_other_way_a_stop():
    fixed = kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", "0.5 mg", over="40 min"))
    assert "per_weight.low" in {finding.code for finding in fixed.findings}
    with pytest.raises(kd.LimitError):
        kd.calculate_dose("70 kg", kd.Regimen("ketamine", "intravenous", "35 mg/kg", over="40 min"))


def test_a_formula_refuses_another_kind():
    with pytest.raises(kd.errors.KindError, match="not what dose needs"):
        kd.formulas.DOSE(m.Weight("70 kg"), m.Weight("70 kg"))
    assert all(isinstance(formula, Formula) for formula in kd.formulas.ALL)


def test_a_date_beyond_the_calendar_is_refused():
    with pytest.raises(KetadoseError, match="after the calendar does"):
        kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="9999-12-31")


def test_a_line_that_would_hold_the_whole_bag_is_refused():
    with pytest.raises(KetadoseError, match="would hold all"):
        kd.plan_infusion(DOSE, product=VIAL, made_up_to="100 mL", line_volume="100 mL")


def test_an_intravenous_product_is_asked_for_a_vein():
    only_muscle = kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intramuscular",))
    with pytest.raises(KetadoseError, match="not for intravenous use"):
        kd.plan_infusion(DOSE, product=only_muscle, made_up_to="100 mL")


def test_a_device_cannot_be_drawn_up():
    with pytest.raises(KetadoseError, match="is not drawn up"):
        kd.plan_infusion(
            kd.calculate_dose("70 kg", kd.Regimen("esketamine", "intravenous", "0.25 mg/kg", over="40 min")),
            product=kd.products.SPRAVATO_28_MG,
            made_up_to="100 mL",
        )


def test_a_nasal_device_does_not_give_another_route():
    with pytest.raises(KetadoseError, match="a nasal device does not give"):
        kd.plan_devices(
            kd.calculate_dose("70 kg", kd.Regimen("esketamine", "intravenous", "0.4 mg/kg", over="40 min")),
            product=kd.products.SPRAVATO_28_MG,
        )


def test_an_oral_dose_is_not_injected():
    with pytest.raises(KetadoseError, match="is not given at once by this way"):
        kd.plan_injection(kd.calculate_dose("70 kg", kd.protocols.IRWIN_2013), product=VIAL)


def test_a_strong_product_is_not_pushed_undiluted():
    override = kd.Override("duration.low", "A. Doctor", "to see the dilution rule")
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg")
    dose = kd.calculate_dose("70 kg", regimen, overrides=override)
    with pytest.raises(kd.LimitError, match="must be diluted"):
        kd.plan_injection(dose, product=kd.products.KETAMINE_100_MG_PER_ML, overrides=override)
    assert kd.plan_injection(dose, product=VIAL, overrides=override).amount == m.Amount("35 mg")


def test_obesity_without_a_sex_or_with_an_odd_height_is_still_told():
    heavy = kd.calculate_dose(kd.Patient("100 kg", height="170 cm"), kd.protocols.OLIVER_2022)
    assert any("the other bases need the patient's sex" in finding.message for finding in heavy.findings)
    short = kd.calculate_dose(kd.Patient("40 kg", height="80 cm", sex="female"), kd.protocols.OLIVER_2022)
    assert any("ideal weight has no figure at this height" in finding.message for finding in short.findings)


def test_an_earlier_weight_about_twice_as_large_is_suspicious_in_both_directions():
    for now, before in (("154 kg", "70 kg"), ("70 kg", "154 kg")):
        dose = kd.calculate_dose(kd.Patient(now, previous_weight=before), kd.protocols.OLIVER_2022)
        assert "weight.pounds" in {finding.code for finding in dose.findings}


@pytest.mark.parametrize(
    ("weight", "more", "suspicious"),
    [
        ("90 kg", {"height": "150 cm"}, True),  # a body mass index of 40
        ("89.9 kg", {"height": "150 cm"}, False),
        ("140 kg", {"previous_weight": "70 kg"}, True),  # twice as much
        ("139.9 kg", {"previous_weight": "70 kg"}, False),
        ("70 kg", {"previous_weight": "140 kg"}, True),
        ("168 kg", {"previous_weight": "70 kg"}, True),  # 2.4 times as much
        ("168.1 kg", {"previous_weight": "70 kg"}, False),
    ],
)
def test_pounds_are_suspected_from_a_figure_on_and_the_figure_is_suspicious(weight, more, suspicious):
    dose = kd.calculate_dose(kd.Patient(weight, **more), kd.protocols.OLIVER_2022)
    assert ("weight.pounds" in {finding.code for finding in dose.findings}) is suspicious


def test_a_weight_dated_after_the_first_session_is_a_caution():
    patient = kd.Patient("70 kg", weighed_on="2026-01-06")
    course = kd.plan_course(patient, kd.protocols.OLIVER_2022, start="2026-01-05")
    assert any("after the first session" in finding.message for finding in course.findings)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "20260105", "2026-1-05", "2026-W01-1", "2026-01-05T09:00"])
def test_a_date_has_one_way_to_be_written(text):
    with pytest.raises(KetadoseError, match="not a calendar date"):
        kd.plan_course("70 kg", kd.protocols.TAYLOR_2018, start=text)


def test_a_pump_slower_than_its_own_step_is_refused():
    with pytest.raises(KetadoseError, match="below the step"):
        kd.Pump("10 mL/h", "9 mL/h")


def test_the_steps_of_a_working_are_its_formulas():
    assert [step.formula.name for step in DOSE.working.steps] == ["dose"]
    names = [step.formula.name for step in INFUSION.working.steps]
    assert names[0] == "volume to draw"
    assert names[-1] == "deviation of the duration in %"


def test_a_single_device_has_no_rest_between_two():
    alone = kd.Product("esketamine", "140 mg/mL", "0.4 mL", routes=("intranasal",), sprays=2, single_use=True)
    plan = kd.plan_devices(SPRAY, product=alone)
    assert (plan.devices, plan.first_to_last) == (1, None)
    assert "rest" not in kd.report.text(plan)


def test_a_cap_that_does_not_bind_changes_nothing_on_another_basis():
    patient = kd.Patient("70 kg", height="172 cm", sex="male")
    capped = kd.calculate_dose(patient, kd.protocols.OLIVER_2022, basis=kd.WeightBasis.IDEAL.capped("90 kg"))
    assert capped.amount == kd.calculate_dose(patient, kd.protocols.OLIVER_2022, basis="ideal").amount
