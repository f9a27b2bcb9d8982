"""Orders verified by hand arithmetic: each relation, each limit, what is missing, and what is refused."""

import json
import pickle
from fractions import Fraction

import pint
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.catalog.limits import EVERYBODY, OUTER_WALLS, PROFILES
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source
from ketadose.findings import Bound, Limit
from ketadose.model.order import Order
from ketadose.model.profile import Profile
from ketadose.terms import Axis, Severity
from ketadose.verify.basis import weights_of
from ketadose.verify.facts import noun_of
from ketadose.verify.frequency import read_frequency
from ketadose.verify.relations import BETWEEN, relations_of
from ketadose.verify.verification import Verdict
from ketadose.verify.verifying import verify_order

OLIVER, GLUE, IRWIN = kd.protocols.OLIVER_2022, kd.protocols.GLUE_2017, kd.protocols.IRWIN_2013
SPRAY = kd.products.SPRAVATO_28_MG
WHOLE = {
    "drug": "ketamine",
    "route": "intravenous",
    "amount": "35 mg",
    "per_weight": "0.5 mg/kg",
    "weight": "70 kg",
    "concentration": "50 mg/mL",
    "volume": "0.7 mL",
    "made_up_to": "100 mL",
    "rate": ("150 mL/h", "52.5 mg/h", "12.5 mcg/kg/min"),
    "over": "40 min",
    "sessions": 6,
    "span": 21,
    "frequency": "twice weekly for 3 weeks",
    "total": "210 mg",
}
DEVICES = {
    "drug": "esketamine",
    "route": "intranasal",
    "amount": "84 mg",
    "product": SPRAY,
    "devices": 3,
}


def order(*without, **changed):
    return Order(**{name: value for name, value in (WHOLE | changed).items() if name not in without})


def codes(found, severity=None):
    return sorted({f.code for f in found.findings if severity in {None, f.severity.value}})


def test_an_order_whose_figures_all_agree_agrees():
    found = verify_order(order(), patient="70 kg", protocol=OLIVER)
    assert found.verdict is Verdict.AGREES
    assert (found.failed, found.mistakes, found.unchecked, found.missing, found.findings) == ((), (), (), (), ())
    assert str(found) == "AGREES: every figure agrees with another"
    assert found.apart == ""


WRONG = {
    "dose = dose per weight \u00d7 weight": (("amount", "per_weight", "weight"), {"per_weight": "0.53 mg/kg"}),
    "dose = volume to draw \u00d7 strength": (("amount", "volume", "concentration"), {"concentration": "30 mg/mL"}),
    "dose = rate \u00d7 duration": (("amount", "rate", "over"), {"rate": "50 mg/h"}),
    "dose = devices \u00d7 content of a device": (("amount", "devices", "product"), {"devices": 2}),
    "rate = rate per weight \u00d7 weight": (("rate", "weight"), {"rate": ("52.5 mg/h", "12 mcg/kg/min")}),
    "rate per weight = dose per weight \u00f7 duration": (("rate", "per_weight", "over"), {"rate": "12 mcg/kg/min"}),
    "dose = rate \u00d7 volume of the bag \u00f7 pump rate": (
        ("amount", "rate", "made_up_to"),
        {"rate": ("152 mL/h", "50 mg/h")},
    ),
    "pump rate = volume of the bag \u00f7 duration": (("rate", "over", "made_up_to"), {"rate": "155 mL/h"}),
    "dose = course total \u00f7 sessions": (("amount", "total", "sessions"), {"total": "180 mg"}),
    "sessions = sessions of the frequency": (("sessions", "frequency"), {"frequency": "five infusions"}, "six infusions"),
    "strength = strength of the product": (
        ("concentration", "product"),
        {"product": kd.products.KETAMINE_10_MG_PER_ML},
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_relation_of_the_table_fails_on_its_own(name):
    fields, changed, *text = WRONG[name]
    plain = (
        WHOLE
        | {"frequency": "".join(text)}
        | (DEVICES if "devices" in fields else {"product": kd.products.KETAMINE_50_MG_PER_ML})
    )
    written = {field: plain[field] for field in ("drug", "route", *fields)}
    rates = changed.get("rate", ())
    if "rate" in fields:  # of the three rates, those that the relation needs
        kinds = [rate.rpartition(" ")[2] for rate in (rates if type(rates) is tuple else (rates,))]
        written["rate"] = tuple(rate for rate in WHOLE["rate"] if rate.rpartition(" ")[2] in kinds)
    right, wrong = verify_order(Order(**written)), verify_order(Order(**written | changed))
    assert [check.name for check in right.held if not check.fields[0].startswith("drug")] == [name]
    assert right.failed == ()
    assert [check.name for check in wrong.failed] == [name]
    assert wrong.verdict is Verdict.DISAGREES
    assert ("order.frequency" if "frequency" in fields else "order.relation") in codes(wrong, "STOP")


def test_the_table_has_no_relation_that_is_not_tried_above():
    assert len(WRONG) == len(BETWEEN)


@pytest.mark.parametrize(
    ("known", "names"),
    [
        (
            ("volume", "concentration", "per_weight", "weight"),
            ["volume to draw = dose per weight \u00d7 weight \u00f7 strength"],
        ),
        (("flow_rate", "infused", "amount_rate", "amount"), ["dose = rate \u00d7 volume of the bag \u00f7 pump rate"]),
        (("amount", "weight", "protocol_per_weight"), ["dose \u00f7 weight = the protocol's dose per weight"]),
        (("total", "devices", "sessions", "content"), ["course total = devices \u00d7 sessions \u00d7 content of a device"]),
        (("infused", "flow_rate", "protocol_over"), ["volume of the bag \u00f7 pump rate = the protocol's duration"]),
        (("per_weight_rate", "per_weight", "infused", "flow_rate"), None),
        (("amount", "weight"), []),
        (("product_strength", "content"), []),
        ((), []),
    ],
)
def test_a_missing_figure_is_gone_round(known, names):
    found = [relation.name for relation in relations_of(known)]
    assert found == names if names is not None else len(found) == 1


def test_both_sides_and_the_factor_are_told():
    (check,) = verify_order(order("rate", "per_weight", "volume", "total", amount="350 mg"), protocol=OLIVER).failed
    assert (check.left, check.right) == ("5 mg/kg = 350 mg \u00f7 70 kg", "0.5 mg/kg")
    assert (check.factor, check.against) == (10, "protocol")
    assert str(check).endswith("5 mg/kg = 350 mg \u00f7 70 kg, not 0.5 mg/kg, 10 times too much")


@pytest.mark.parametrize(
    ("changed", "agree"),
    [
        ({"amount": "35.4 mg", "total": "212.4 mg"}, True),  # the volume says 35 to 40 mg as it is drawn
        ({"volume": "0.70 mL", "amount": "34.6 mg", "weight": "69.2 kg", "total": "208 mg"}, True),
        ({"rate": "150.4 mL/h"}, True),
        ({"rate": "153 mL/h"}, False),
        ({"weight": "74 kg"}, True),  # 37 mg: 0.7 mL, if the syringe goes in tenths
        ({"weight": "74 kg", "volume": "0.71 mL", "amount": "35.5 mg"}, False),
        ({"weight": "78 kg"}, False),
        ({"per_weight": "0.53 mg/kg"}, True),
        ({"per_weight": "0.6 mg/kg"}, False),
        ({"total": "212 mg"}, True),
        ({"total": "250 mg"}, False),
    ],
)
def test_rounding_within_a_step_is_no_mistake(changed, agree):
    found = verify_order(order("span", "frequency", **({"rate": "150 mL/h"} | changed)))
    assert (found.failed == ()) is agree


def test_a_bag_may_be_made_up_to_a_volume_added_to_one_or_not_said():
    plain = {"drug": "ketamine", "route": "intravenous", "amount": "500 mg", "concentration": "50 mg/mL", "over": "60 min"}

    def held(**bag):
        return verify_order(Order(**plain, **bag)).failed == ()

    assert held(made_up_to="100 mL", rate="100 mL/h")
    assert not held(made_up_to="100 mL", rate="110 mL/h")
    assert held(added_to="100 mL", rate="110 mL/h")
    assert not held(added_to="100 mL", rate="100 mL/h")
    assert held(bag_volume="100 mL", rate="110 mL/h")
    assert held(bag_volume="100 mL", rate="100 mL/h")
    assert not held(bag_volume="100 mL", rate="120 mL/h")
    assert held(made_up_to="100 mL", volume_to_infuse="93 mL", rate="93 mL/h")
    bare = Order(drug="ketamine", route="intravenous", added_to="100 mL", rate="100 mL/h", over="60 min")
    assert verify_order(bare).unchecked == ("added_to", "over", "flow_rate")  # how much drug is added is not said
    open_bag = Order(drug="ketamine", route="intravenous", bag_volume="100 mL", rate="100 mL/h", over="60 min")
    assert verify_order(open_bag).verdict is Verdict.AGREES


def test_a_missing_weight_is_the_patients_within_five_percent():
    def failed(weight):
        return verify_order(order("weight", "rate", "volume"), patient=weight).failed

    assert failed("70 kg") == failed("73 kg") == ()
    (check,) = failed("80 kg")
    assert (check.name, check.against) == ("dose = dose per weight \u00d7 the patient's weight", "patient")


def test_another_weight_than_the_patients_is_a_caution_and_no_agreement():
    found = verify_order(order(), patient="74 kg")
    assert codes(found) == ["order.mistake", "order.weight"]
    assert found.verdict is Verdict.DISAGREES
    assert "no single mistake" in next(f.message for f in found.findings if f.code == "order.mistake")
    assert "No single mistake that is known explains it" in str(found)


def test_a_protocol_is_another_drug_route_duration_or_number_of_sessions():
    other = verify_order(order(drug="esketamine", route="oral", sessions=5), protocol=OLIVER)
    names = {check.name for check in other.failed if check.against == "protocol"}
    assert names == {"drug = the protocol's drug", "route = the protocol's route", "sessions = the protocol's sessions"}
    severities = {f.severity for f in other.findings if f.code == "order.protocol"}
    assert severities == {Severity.STOP, Severity.CAUTION}
    assert verify_order(Order(drug="ketamine", product=SPRAY)).failed[0].name == "drug = the product's drug"


def test_the_dose_of_the_protocol_that_fits_is_taken_and_a_range_holds_what_is_inside():
    given = {"drug": "ketamine", "route": "subcutaneous", "weight": "80 kg"}
    for amount, agrees in (("20 mg", True), ("40 mg", True), ("80 mg", True), ("50 mg", False)):
        assert (verify_order(Order(**given, amount=amount), protocol=GLUE).failed == ()) is agrees
    wide = kd.Regimen("ketamine", "subcutaneous", ("0.25 mg/kg", "0.75 mg/kg"), between=True)
    for amount, factor in (("19 mg", None), ("50 mg", 1), ("60 mg", 1), ("100 mg", None)):
        found = verify_order(Order(**given, amount=amount), protocol=wide)
        assert (found.failed == ()) is (factor == 1)
    assert verify_order(Order(**given, amount="600 mg"), protocol=wide).failed[0].factor == 10
    assert verify_order(Order(**given, amount="40 mg"), protocol=kd.protocols.ZHAN_2019).verdict is Verdict.DISAGREES


def test_a_capped_dose_is_the_protocols():
    capped = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", at_most="50 mg")
    given = {"drug": "ketamine", "route": "intravenous", "over": "40 min"}
    assert verify_order(Order(**given, amount="50 mg", weight="120 kg"), protocol=capped).failed == ()
    assert verify_order(Order(**given, amount="60 mg", weight="120 kg"), protocol=capped).failed != ()
    assert verify_order(Order(**given, amount="50 mg"), patient="120 kg", protocol=capped).failed == ()
    assert verify_order(Order(**given, per_weight="0.5 mg/kg"), protocol=capped).failed == ()
    fixed = kd.Regimen("ketamine", "oral", "60 mg", at_most="50 mg")
    assert verify_order(Order(drug="ketamine", route="oral", amount="50 mg"), protocol=fixed).failed == ()


@pytest.mark.parametrize(
    ("written", "unchecked", "missing"),
    [
        ({"drug": "ketamine"}, (), ("route", "dose", "dose per weight", "weight")),
        ({"amount": "35 mg"}, ("amount",), ("drug", "route", "dose per weight", "weight")),
        ({"amount": "35 mg", "weight": "70 kg"}, ("amount", "weight"), ("drug", "route", "dose per weight")),
        (
            {"drug": "ketamine", "route": "intravenous", "amount": "35 mg", "per_weight": "0.5 mg/kg", "weight": "70 kg"},
            (),
            ("duration",),
        ),
        ({"drug": "ketamine", "route": "oral", "amount": "35 mg", "per_weight": "0.5 mg/kg", "weight": "70 kg"}, (), ()),
    ],
)
def test_an_order_that_is_not_enough_says_what_is_missing(written, unchecked, missing):
    found = verify_order(Order(**written))
    assert (found.unchecked, found.missing) == (unchecked, missing)
    assert found.verdict is (Verdict.UNDERDETERMINED if missing else Verdict.AGREES)
    assert ("order.missing" in codes(found)) is bool(missing)
    if missing:
        assert f"Would help: {', '.join(missing)}" in str(found)


@pytest.mark.parametrize(
    ("more", "unchecked", "helps"),
    [
        ({"sessions": 6}, "sessions", {"course total"}),
        ({"frequency": "twice weekly"}, "frequency", set()),
        ({"frequency": "biweekly"}, "frequency", set()),
        ({"sessions": 6, "interval": 3}, "interval", {"days in all", "sessions a week of the frequency"}),
        ({"product": kd.products.KETAMINE_50_MG_PER_ML}, "product", {"volume to draw", "strength"}),
        ({"made_up_to": "100 mL"}, "made_up_to", {"pump rate"}),
    ],
)
def test_a_figure_that_nothing_checks_is_never_verified(more, unchecked, helps):
    plain = {name: WHOLE[name] for name in ("drug", "route", "amount", "per_weight", "weight", "over")}
    found = verify_order(Order(**plain, rate="52.5 mg/h", **more))
    assert found.failed == ()
    assert found.verdict is Verdict.UNDERDETERMINED
    assert unchecked in found.unchecked
    assert helps <= set(found.missing)
    assert f"Not checked by anything: {', '.join(map(noun_of, found.unchecked))}" in str(found)


@pytest.mark.parametrize(
    ("text", "count", "a_week", "every", "days"),
    [
        ("twice weekly for 3 weeks", None, 2, None, 21),
        ("every 3 days", None, None, 3, None),
        ("weekly", None, 1, None, None),
        ("3 x/week", None, 3, None, None),
        ("3x/week", None, 3, None, None),
        ("six infusions over 21 days", 6, None, None, 21),
        ("six infusions, twice weekly, six weeks", 6, 2, None, 42),
        ("daily for 28 days", None, None, 1, 28),
        ("every other day", None, None, 2, None),
        ("every 2 weeks, 8 weeks", None, None, 14, 56),
        ("12 sessions", 12, None, None, None),
        ("three times a week within 12 days", None, 3, None, 12),
    ],
)
def test_a_frequency_in_the_grammar_is_read(text, count, a_week, every, days):
    read = read_frequency(text)
    assert (read.number, read.a_week, read.every, read.days) == (count, a_week, every, days)


@pytest.mark.parametrize(
    "text",
    [
        "biweekly",
        "fortnightly",
        "monthly",
        "Weekly",
        "weekly ",
        " weekly",
        ", weekly",
        "every 0 days",
        "thirteen infusions",
        "once",
        "2-3 x/week",
        "every 2-3 days",
        "weekly weekly",
        "6",
        "for",
        "weekly for three months",
        "twice  weekly",
        "q3d",
    ],
)
def test_any_other_text_is_not_read(text):
    assert read_frequency(text) is None
    if text == text.strip():  # an order's text is taken without the spaces around it
        found = verify_order(order("span", frequency=text))
        assert "order.unread" in codes(found)
        assert found.verdict is Verdict.UNDERDETERMINED


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ({"sessions": 6, "frequency": "twice weekly for 3 weeks"}, True),
        ({"sessions": 5, "frequency": "twice weekly for 3 weeks"}, False),
        ({"sessions": 6, "frequency": "twice weekly", "span": 18}, True),
        ({"sessions": 6, "frequency": "twice weekly", "span": 28}, False),
        ({"sessions": 6, "frequency": "twice weekly within 28 days"}, True),
        ({"sessions": 9, "frequency": "twice weekly within 28 days"}, False),
        ({"sessions": 4, "interval": 7, "span": 22}, True),
        ({"sessions": 4, "interval": 7, "span": 28}, True),
        ({"sessions": 4, "interval": 7, "span": 29}, False),
        ({"sessions": 4, "interval": 7, "span": 20}, False),
        ({"interval": 3, "frequency": "every 3 days"}, True),
        ({"interval": 3, "frequency": "every 4 days"}, False),
        ({"interval": 3, "frequency": "twice weekly"}, True),
        ({"interval": 5, "frequency": "twice weekly"}, False),
        ({"span": 18, "frequency": "six infusions, twice weekly for 3 weeks"}, True),
        ({"span": 14, "frequency": "six infusions, twice weekly for 3 weeks"}, False),
        ({"span": 20, "frequency": "six infusions over 21 days"}, False),
        ({"span": 21, "frequency": "six infusions over 21 days"}, True),
    ],
)
def test_sessions_and_how_often_and_for_how_long_fit_each_other(written, holds):
    found = verify_order(Order(drug="ketamine", route="intravenous", **written))
    assert ("order.frequency" not in codes(found, "STOP")) is holds or "order.relation" in codes(found)
    assert (found.failed == ()) is holds


@pytest.mark.parametrize("code", ["per_week.high", "interval.low", "course.high", "window.high"])
def test_a_course_is_judged_by_the_limits(code):
    plain = {"drug": "ketamine", "route": "intravenous", "per_weight": "0.5 mg/kg"}
    given = {
        "per_week.high": ({"frequency": "daily for 7 days"}, {"frequency": "twice weekly for 3 weeks"}),
        "interval.low": ({"interval": 1}, {"interval": 2}),
        "course.high": ({"sessions": 13}, {"sessions": 6}),
        "window.high": ({"sessions": 7, "span": 21}, {"sessions": 6, "span": 21}),
    }
    past, inside = given[code]
    assert code in codes(verify_order(Order(**plain, **past)))
    assert code not in codes(verify_order(Order(**plain, **inside)))


def test_a_course_that_cannot_be_laid_out_is_judged_by_its_number_alone():
    for more in ({"frequency": "8 x/week"}, {"interval": 1000}, {}):
        found = verify_order(Order(drug="ketamine", route="intravenous", sessions=13, **more))
        assert "course.high" in codes(found, "STOP")
    unknown = verify_order(Order(drug="ketamine", route="oral", sessions=3), profile="anaesthesia")
    assert "course.no_limits" in codes(unknown, "STOP")
    assert "dose.no_limits" in codes(unknown, "STOP")
    assert "course.no_limits" not in codes(
        verify_order(Order(drug="ketamine", route="oral", sessions=1), profile="anaesthesia")
    )


def figure_of(limit, side, more):
    """The bound, and a little more or less, as text; durations in minutes."""
    value = getattr(limit, side).value
    unit = "min" if limit.axis is Axis.DURATION else value.units.canonical.name
    number = value.value * 60 if limit.axis is Axis.DURATION else value.value
    step = m.Amount.of(number * 1000 + (0 if not more else -1 if side.endswith("low") else 1), "mg").value / 1000
    return f"{float(step):.6f}".rstrip("0").rstrip(".") + f" {unit}"


def order_at(limit, side, more):
    """An order in which this axis has this figure, and its patient."""
    drug, route = limit.drug or kd.KETAMINE, limit.route or kd.Route.INTRAVENOUS
    figure = figure_of(limit, side, more)
    plain = {"drug": drug, "route": route}
    if limit.lasting_over:
        plain["over"] = "61 min"
    if limit.axis in {Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE}:
        return Order(**plain, rate=figure, weight=str(limit.up_to or "70 kg"))
    name = {Axis.AMOUNT: "amount", Axis.PER_WEIGHT: "per_weight", Axis.DURATION: "over", Axis.WEIGHT: "weight"}[limit.axis]
    if limit.axis is Axis.PER_WEIGHT and limit.lasting_to:
        plain["over"] = "20 min"
    return Order(**plain | {name: figure})


CASES = [
    pytest.param(area, limit, side, id=f"{area.name}-{limit.axis.name}-{limit.drug}-{limit.route}-{side}-{place}")
    for area, profile in PROFILES.items()
    for place, limit in enumerate(profile.limits)
    for side in ("soft_low", "hard_low", "soft_high", "hard_high")
    if getattr(limit, side) is not None
    and limit.axis in {Axis.AMOUNT, Axis.PER_WEIGHT, Axis.AMOUNT_RATE, Axis.PER_WEIGHT_RATE, Axis.DURATION, Axis.WEIGHT}
    and (area.name == "PSYCHIATRIC_CLINIC" or limit not in (*OUTER_WALLS, *EVERYBODY))
]


@pytest.mark.parametrize(("area", "limit", "side"), CASES)
def test_each_limit_judges_an_order(area, limit, side):
    """A little past the bound the limit is told, at the bound it isn't past this bound."""
    past = verify_order(order_at(limit, side, True), profile=area)
    told = [f for f in past.findings if f.limit == limit]
    assert [f.severity.value for f in told] == ["STOP" if side.startswith("hard") else "CAUTION"]
    at = verify_order(order_at(limit, side, False), profile=area)
    assert [f.severity.value for f in at.findings if f.limit == limit and f.severity is told[0].severity] == []


def test_every_way_to_tell_a_dose_is_judged_where_they_differ():
    """0.5 mg/kg is written and 7 mL of 50 mg/mL would be drawn: 350 mg, 5 mg/kg."""
    drawn = {"drug": "ketamine", "route": "intravenous", "per_weight": "0.5 mg/kg", "weight": "70 kg", "over": "40 min"}
    found = verify_order(Order(**drawn, volume="7 mL", concentration="50 mg/mL"))
    assert "per_weight.high" in codes(found, "STOP")
    (worst,) = {f.figures[0].figure.exact for f in found.findings if f.code == "per_weight.high" and f.final}
    assert worst == "5 mg/kg"


def test_what_is_ordered_is_held_to_a_hard_limit_exactly_and_what_follows_beyond_its_rounding():
    plain = {"drug": "ketamine", "route": "intravenous", "over": "60 min", "weight": "70 kg"}
    assert "per_weight.high" in codes(verify_order(Order(**plain, amount="70.01 mg")), "STOP")
    assert "per_weight.high" not in codes(verify_order(Order(**plain, amount="70 mg")), "STOP")
    assert "per_weight.high" not in codes(verify_order(Order(**plain, volume="1.41 mL", concentration="50 mg/mL")), "STOP")
    assert "per_weight.high" in codes(verify_order(Order(**plain, volume="1.45 mL", concentration="50 mg/mL")), "STOP")
    assert "per_weight.high" not in codes(verify_order(Order(**plain, amount="52.51 mg")), "CAUTION")
    assert "per_weight.high" in codes(verify_order(Order(**plain, per_weight="0.751 mg/kg")), "CAUTION")


def test_only_the_devices_doses_are_allowed():
    assert "dose.not_allowed" not in codes(verify_order(Order(**DEVICES)))
    assert "dose.not_allowed" in codes(verify_order(Order(**DEVICES | {"amount": "70 mg", "devices": 2})), "STOP")
    rounded = {"drug": "esketamine", "route": "intranasal", "per_weight": "1.28 mg/kg", "weight": "65.8 kg"}
    assert codes(verify_order(Order(**rounded)), "STOP") == []  # 84.2 mg by figures that are rounded


def test_the_patients_age_and_weight_are_judged():
    young = kd.Patient("70 kg", age="17 years")
    assert "age.low" in codes(verify_order(order(), patient=young), "STOP")
    assert verify_order(order(), patient=young).verdict is Verdict.DISAGREES
    assert "weight.high" in codes(verify_order(Order(drug="ketamine", amount="10 mg"), patient="260 kg"), "CAUTION")
    heavy = verify_order(Order(drug="ketamine", route="oral", amount="200 mg", per_weight="2 mg/kg"), patient="60 kg")
    assert "per_weight.high" in codes(heavy, "STOP")  # 200 mg are 3.33 mg/kg of this patient


def test_a_profile_is_a_care_area_or_a_sites_own():
    ward = Order(drug="ketamine", route="intravenous", amount="20 mg", rate="20 mg/h", over="60 min", weight="70 kg")
    assert verify_order(ward, profile="acute pain ward").profile.area is kd.CareArea.ACUTE_PAIN_WARD
    base = PROFILES[kd.CareArea.PSYCHIATRIC_CLINIC]
    own = Limit(Axis.AMOUNT, kd.KETAMINE, None, hard_high=Bound(m.Amount("15 mg"), Citation(Source.site("SOP 3"), "1")))
    site = Profile(base.area, (*base.limits, own), base.rules, "Site A")
    found = verify_order(ward, profile=site)
    assert own in {f.limit for f in found.findings}
    assert own not in {f.limit for f in verify_order(ward).findings}
    for wrong in (
        Profile(base.area, base.limits[1:], base.rules),
        Profile(base.area, (*base.limits, base.limits[0]), base.rules),
    ):
        with pytest.raises(KetadoseError) as caught:
            verify_order(ward, profile=wrong)
        assert caught.value.code == "profile.incomplete"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: verify_order("35 mg"), "argument.type"),
        (lambda: verify_order(None), "argument.type"),
        (lambda: verify_order(order(), protocol="OLIVER_2022"), "argument.type"),
        (lambda: verify_order(order(), profile="hospital"), "word.unknown"),
        (lambda: verify_order(order(), patient=70), "measure.bare_number"),
        (lambda: verify_order(object.__new__(Order)), "record.hollow"),
        (lambda: Order(), "order.empty"),
        (lambda: Order(frequency="  "), "order.empty"),
        (lambda: Order(made_up_to="100 mL", added_to="100 mL"), "order.field"),
        (lambda: Order(rate=("150 mL/h", "75 mL/h")), "order.field"),
        (lambda: Order(sessions=0), "order.field"),
        (lambda: Order(sessions=True), "order.field"),
        (lambda: Order(sessions=1001), "order.field"),
        (lambda: Order(devices="3"), "order.field"),
        (lambda: Order(interval="36 h"), "order.field"),
        (lambda: Order(span="3 weeks"), "measure.unit"),
        (lambda: Order(product="ketamine"), "argument.type"),
        (lambda: Order(amount=35), "measure.bare_number"),
        (lambda: Order(rate=150), "measure.bare_number"),
        (lambda: Order(rate="150 mg"), "measure.unit"),
        (lambda: Order(rate=pint.Quantity(3, "kg")), "measure.unit"),
        (lambda: Order(frequency="a\nb"), "argument.text"),
        (lambda: Order(drug="S-ketamine"), "word.unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(call, code):
    with pytest.raises(KetadoseError) as caught:
        call()
    assert caught.value.code == code
    assert len(str(caught.value)) < 300


def test_a_rate_is_known_by_its_unit_however_it_comes():
    for rate in ("12.5 mcg/kg/min", m.PerWeightRate("0.75 mg/kg/h"), pint.Quantity(0.75, "mg/kg/hour")):
        found = Order(rate=rate)
        assert str(found.per_weight_rate) == "0.75 mg/kg/h"
        assert (found.flow_rate, found.amount_rate) == (None, None)
    several = Order(rate=[pint.Quantity(150, "mL/hour"), None, "52.5 mg/h"])
    assert (str(several.flow_rate), str(several.amount_rate)) == ("150 mL/h", "52.5 mg/h")
    assert Order(interval="3 days", span="21 d").span == 21


def test_an_order_and_its_verification_are_records():
    written = order(product=kd.products.KETAMINE_50_MG_PER_ML)
    again = pickle.loads(pickle.dumps(written))
    assert (again, hash(again)) == (written, hash(written))
    assert str(written).startswith("ketamine, intravenous, dose 35 mg, at 0.5 mg/kg, for 70 kg, from ketamine 50 mg/mL, 10 mL")
    for found in (verify_order(written), verify_order(order(amount="350 mg"), patient="70 kg", protocol=OLIVER)):
        assert pickle.loads(pickle.dumps(found)) == found
        plain = json.loads(json.dumps(found.to_dict()))
        assert plain["verdict"] == found.verdict.value
        assert plain["text"] == str(found)
        assert [each["factor"] for each in plain["mistakes"]] == [
            None if each.factor is None else str(each.factor) for each in found.mistakes
        ]
        assert len(plain["working"]) == 2 + len(found.failed) + len(found.held) + len(found.likely)
        assert str(found.working).startswith("1. order: ketamine, intravenous")


@pytest.mark.parametrize("sex", ["female", "male"])
def test_the_bases_are_those_that_a_calculation_uses(sex):
    """Written twice, from the same sources, to the same figures."""
    person = kd.Patient("103.7 kg", height="168.5 cm", sex=sex)
    for basis, weight in weights_of(person).items():
        assert kd.calculate_dose(person, OLIVER, basis=basis.value).weight.value == weight
    assert len(weights_of(person)) == 4
    assert len(weights_of(kd.Patient("103.7 kg", height="168.5 cm"))) == 1
    assert len(weights_of(kd.Patient("40 kg", height="80 cm", sex="female"))) == 2


def test_a_verification_needs_no_drug_to_see_that_figures_disagree():
    found = verify_order(Order(amount="350 mg", per_weight="0.5 mg/kg", weight="70 kg"))
    assert found.verdict is Verdict.DISAGREES
    assert found.missing == ("drug", "route")
    assert "then no hard limit is passed" in str(found.working)


def test_a_result_whose_decimals_never_end_is_taken_as_it_stands():
    """A third is not rounded to a place of its own."""
    third = m.Weight.of(Fraction(200, 3), "kg")
    assert third.written is None
    given = {"drug": "ketamine", "route": "oral", "per_weight": "0.3 mg/kg"}
    assert verify_order(Order(**given, amount="20 mg", weight=third)).verdict is Verdict.AGREES
    assert verify_order(Order(**given, amount="24 mg", weight=third)).verdict is Verdict.DISAGREES


def test_the_text_of_a_verification():
    """Every line by hand."""
    given = {"drug": "ketamine", "route": "intravenous", "weight": "70 kg", "over": "40 min", "volume": "0.7 mL"}
    found = verify_order(Order(**given, amount="350 mg", frequency="biweekly"), protocol=OLIVER, patient="77 kg")
    first, *lines = str(found).split("\n")
    assert first == "DISAGREES: do not use this order as it is written"
    assert lines[0] == (
        "STOP: dose \u00f7 weight = the protocol's dose per weight does not hold: "
        "5 mg/kg = 350 mg \u00f7 70 kg, not 0.5 mg/kg, 10 times too much"
    )
    assert lines[1] == "CAUTION: weight = the patient's weight does not hold: 70 kg, not 77 kg, 1.1 times too little"
    assert lines[2] == "CAUTION: the frequency was not read: 'biweekly'"
    assert lines[3].startswith("STOP per_weight.high: ordered dose per body weight 4.545 mg/kg is above 4.5 mg/kg")
    assert lines[-3] == "Likely, for a part of it: a decimal point has moved: dose 350 mg, probably meant 35 mg"
    assert lines[-2] == "Not checked by anything: volume to draw, frequency"
    assert lines[-1] == "Would help: strength"
