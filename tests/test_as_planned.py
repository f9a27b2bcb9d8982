"""What was planned is printed as it was planned: an edited preparation or a course of two people is refused."""

import pickle
from datetime import date

import attrs
import pytest

import ketadose as kd
from ketadose import formulas
from ketadose.calc.planned import as_planned
from ketadose.errors import KetadoseError, LimitError
from ketadose.measures import Concentration, Duration, FlowRate
from ketadose.planning import plan as planning
from ketadose.terms import Axis, Route, Severity

ADULT = kd.Patient("70 kg", age="40 years")
VIAL = kd.products.KETAMINE_50_MG_PER_ML
PUMP = kd.Pump("1 mL/h")


def stops(error):
    return {finding.code for finding in error.value.findings if finding.severity is Severity.STOP and not finding.overridden}


def refused(code, result, **options):
    with pytest.raises(KetadoseError) as caught:
        kd.report.text(result, **options)
    assert caught.value.code == code


def an_infusion(**options):
    regimen = kd.Regimen("ketamine", "intravenous", "1.5 mg/kg", over="40 min")
    override = kd.Override("per_weight.high", by="A. B.", reason="on purpose")
    rate = kd.Override("per_weight_rate.high", by="A. B.", reason="on purpose")
    dose = kd.calculate_dose(ADULT, regimen, overrides=(override, rate))
    return kd.plan_infusion(dose, product=VIAL, syringe=kd.Syringe("0.01 mL"), **({"made_up_to": "100 mL"} | options))


def a_dose(name, **options):
    return kd.calculate_dose(ADULT, getattr(kd.protocols, name), **options)


def undiluted(plan, **options):
    """What is pushed or run in stronger than the label allows, for which somebody takes responsibility."""
    over = {"over": "40 min"} if plan is kd.plan_infusion else {}
    codes = ("product.undiluted", "bag.strong", "duration.low")
    override = kd.Override(codes, by="A. B.", reason="on purpose")
    dose = kd.calculate_dose(ADULT, kd.Regimen("ketamine", "intravenous", "0.9 mg/kg", **over), overrides=override)
    return plan(dose, product=kd.products.KETAMINE_100_MG_PER_ML, overrides=override, **options)


@pytest.mark.parametrize(
    "plan",
    [
        lambda: an_infusion(),
        lambda: an_infusion(pump=PUMP, rounding="down"),
        lambda: an_infusion(made_up_to=None, added_to="100 mL", line_volume="5 mL", diluent="glucose 5 %"),
        lambda: an_infusion().delivered("11 min"),
        lambda: kd.plan_injection(a_dose("GLUE_2017", level="0.5 mg/kg"), product=VIAL, syringe=kd.Syringe("0.1 mL")),
        lambda: kd.plan_injection(
            a_dose("GLUE_2017", level="0.5 mg/kg"), product=VIAL, syringe=kd.Syringe("0.2 mL"), rounding="up"
        ),
        lambda: undiluted(kd.plan_infusion, made_up_to="1 mL"),
        lambda: undiluted(kd.plan_injection),
        lambda: kd.plan_oral(a_dose("IRWIN_2013"), product=kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",))),
        lambda: kd.plan_devices(a_dose("SPRAVATO_UNDER_65", level="84 mg"), product=kd.products.SPRAVATO_28_MG),
    ],
    ids=["infusion", "pump", "added", "part", "injection", "rounded up", "strong", "strong bolus", "oral", "devices"],
)
def test_a_plan_prints_and_so_does_its_copy_but_not_without_its_findings(plan):
    result = plan()
    assert kd.report.text(pickle.loads(pickle.dumps(result))) == kd.report.text(result)
    told = result.infusion if type(result).__name__ == "PartDelivered" else result
    assert told.findings
    edited = attrs.evolve(told, findings=())
    refused("record.disagrees", attrs.evolve(result, infusion=edited) if told is not result else edited)


def test_a_rate_and_a_time_that_agree_with_each_other_but_not_with_the_order_are_refused():
    infusion = an_infusion()
    over = Duration("20 min")
    edited = attrs.evolve(
        infusion,
        rate=FlowRate("300 mL/h"),
        duration=over,
        duration_deviation=formulas.DURATION_DEVIATION(over, infusion.dose.regimen.over).result,
    )
    refused("record.disagrees", edited)
    refused("record.disagrees", attrs.evolve(infusion.delivered("10 min"), infusion=edited))


def test_a_preparation_printed_with_a_course_is_checked_too():
    course = kd.plan_course(ADULT, kd.protocols.OLIVER_2022, start="2026-01-05")
    infusion = kd.plan_infusion(course.doses[0], product=VIAL, made_up_to="100 mL")
    assert "Findings" in kd.report.text(course, prepared=(infusion,))
    refused("record.disagrees", course, prepared=(attrs.evolve(infusion, findings=()),))


def test_an_edited_dose_within_a_preparation_keeps_its_own_code():
    infusion = an_infusion()
    refused("dose.changed", attrs.evolve(infusion, dose=attrs.evolve(infusion.dose, findings=())))


@pytest.mark.parametrize("other", [("50 kg", {}), ("70 kg", {"profile": "anaesthesia"}), ("70 kg", {"basis": "ideal"})])
def test_a_course_is_of_one_patient_judged_in_one_way(other):
    weight, options = other
    regimen = kd.protocols.OLIVER_2022
    first, second = (
        kd.calculate_dose(kd.Patient(each, height="170 cm", sex="female", age="40 years"), regimen, **given)
        for each, given in (("70 kg", {}), (weight, options))
    )
    mixed = planning.plan_doses((first, *([second] * 5)), False, regimen.days, date(2026, 1, 5), (), planning.BARE)
    refused("record.disagrees", attrs.evolve(mixed))


@pytest.mark.parametrize("strength", ["10 mg/mL", "50 mg/mL"])
def test_what_is_pushed_undiluted_is_as_strong_as_the_vial(strength):
    handling = attrs.evolve(VIAL.handling, strongest=Concentration("10 mg/mL"))
    source = kd.Source.site("Pharmacy 7")
    product = kd.Product("ketamine", strength, "10 mL", routes=("intravenous",), source=source, handling=handling)
    override = kd.Override("duration.low", by="A. B.", reason="over 2 min by hand")
    dose = kd.calculate_dose(ADULT, kd.Regimen("ketamine", "intravenous", "0.2 mg/kg"), overrides=override)
    if strength == "10 mg/mL":
        assert kd.plan_injection(dose, product=product).amount.exact == "14 mg"
        return
    with pytest.raises(LimitError) as caught:
        kd.plan_injection(dose, product=product)
    assert stops(caught) == {"bag.strong"}


def test_a_diluent_of_a_product_that_has_none_recorded_is_said_to_be_unchecked():
    product = kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), source=kd.Source.site("Pharmacy 7"))
    dose = a_dose("OLIVER_2022")
    codes = [
        {each.code for each in kd.plan_infusion(dose, product=product, made_up_to="100 mL", **options).findings}
        for options in ({}, {"diluent": "glucose 5 %"})
    ]
    assert ["bag.diluent" in each for each in codes] == [False, True]


def test_what_no_override_passes_is_told_first():
    child = kd.Patient("30 kg", age="10 years")
    with pytest.raises(LimitError, match=r"outer wall of every care area.*There is no override"):
        kd.calculate_dose(child, kd.Regimen("ketamine", "intravenous", "5 mg/kg", over="40 min"))


def test_a_copy_of_a_regimen_without_a_document_is_still_without_one():
    regimen = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min")
    dose = kd.calculate_dose(ADULT, pickle.loads(pickle.dumps(regimen)))
    assert "regimen.unsourced" in {each.code for each in dose.findings}
    assert kd.report.text(pickle.loads(pickle.dumps(dose))) == kd.report.text(dose)


def test_two_documents_that_cite_a_part_alike_differ_in_their_source_alone():
    regimen = kd.protocols.SINGH_2016_TWICE_WEEKLY
    days = attrs.evolve(regimen.days, citation=attrs.evolve(regimen.days.citation, place="elsewhere"))
    for copy in (regimen, pickle.loads(pickle.dumps(regimen))):
        changed = attrs.evolve(copy, days=days)
        assert [each.what for each in kd.diff_protocols(regimen, changed).differences] == ["days"]


def test_another_areas_limits_do_not_stand_in_for_an_override():
    clinic = kd.Regimen("ketamine", "intramuscular", "10 mg/kg")
    with pytest.raises(LimitError) as caught:
        kd.calculate_dose(ADULT, clinic, profile="anaesthesia")
    assert stops(caught) == {"dose.area"}
    assert "per_weight.high" in str(caught.value)
    theatre = kd.Regimen("ketamine", "intramuscular", "10 mg/kg", area="anaesthesia")
    assert "dose.area" not in {each.code for each in kd.calculate_dose(ADULT, theatre).findings}
    small = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min")
    (told,) = (each for each in kd.calculate_dose(ADULT, small, profile="anaesthesia").findings if each.code == "dose.area")
    assert told.severity is Severity.CAUTION


@pytest.mark.parametrize(
    ("to", "over", "fits"), [("30 min", "60 min", False), ("60 min", "60 min", False), ("60 min", "30 min", True)]
)
def test_a_limit_that_could_never_bind_is_refused(to, over, fits):
    limit = next(each for each in kd.catalog.limits.PSYCHIATRIC_CLINIC.limits if each.axis is Axis.PER_WEIGHT)
    changed = {"lasting_to": Duration(to), "lasting_over": Duration(over)}
    if fits:
        assert attrs.evolve(limit, **changed).lasting_to == Duration(to)
        return
    with pytest.raises(KetadoseError, match="never bind"):
        attrs.evolve(limit, **changed)


def test_a_profile_whose_sorted_limits_were_emptied_behind_its_back_judges_as_before():
    profile = pickle.loads(pickle.dumps(kd.catalog.limits.PSYCHIATRIC_CLINIC))
    rules = profile.for_(kd.KETAMINE, Route.INTRAVENOUS)
    nothing = dict.fromkeys(("limits", "amount", "per_weight", "amount_rate", "per_weight_rate", "duration"), ())
    profile._ready[kd.KETAMINE, Route.INTRAVENOUS] = attrs.evolve(rules, **nothing)
    with pytest.raises(LimitError) as caught:
        kd.calculate_dose(ADULT, kd.Regimen("ketamine", "intravenous", "2 mg/kg", over="40 min"), profile=profile)
    assert "per_weight.high" in stops(caught)


def test_a_preparation_that_cannot_be_planned_again_is_an_edited_one():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    infusion = kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL", pump=kd.Pump("1 mL/h"))
    as_planned(infusion)
    with pytest.raises(KetadoseError, match="is not what its own dose and devices give"):
        as_planned(attrs.evolve(infusion, pump=kd.Pump("1 mL/h", "100 mL/h")))
    with pytest.raises(KetadoseError, match="is not what this dose's own patient"):
        as_planned(attrs.evolve(infusion, dose=attrs.evolve(dose, findings=())))
