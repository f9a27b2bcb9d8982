"""Each kind of mistake in an order made by hand, and what makes several of them a tie."""

import pytest

import ketadose as kd
from ketadose.model.order import Order
from ketadose.terms import MistakeKind
from ketadose.verify.mistakes import ASKS
from ketadose.verify.verification import Verdict
from ketadose.verify.verifying import verify_order

OLIVER, IRWIN = kd.protocols.OLIVER_2022, kd.protocols.IRWIN_2013
VIAL = kd.products.KETAMINE_50_MG_PER_ML
PLAIN = {
    "drug": "ketamine",
    "route": "intravenous",
    "amount": "42.5 mg",
    "per_weight": "0.5 mg/kg",
    "weight": "85 kg",
    "concentration": "50 mg/mL",
    "volume": "0.85 mL",
    "made_up_to": "100 mL",
    "rate": ("150 mL/h", "63.75 mg/h", "0.75 mg/kg/h"),
    "over": "40 min",
    "sessions": 6,
    "frequency": "twice weekly for 3 weeks",
    "total": "255 mg",
}
PERSON = kd.Patient("120 kg", height="170 cm", sex="female")  # ideal 61.45 kg, adjusted 84.87 kg, lean 60.78 kg


def order(*without, **changed):
    return Order(**{name: value for name, value in (PLAIN | changed).items() if name not in without})


def rates(flow="150 mL/h", amount="63.75 mg/h", each="0.75 mg/kg/h"):
    return {"rate": (flow, amount, each)}


ALONE = [
    # kind, field, what is wrong, what was meant
    ("DECIMAL", "amount", {"amount": "425 mg"}, "42.5 mg"),
    ("DECIMAL", "amount", {"amount": "0.425 mg"}, "42.5 mg"),
    ("DECIMAL", "per_weight", {"per_weight": "5 mg/kg"}, "0.5 mg/kg"),
    ("DECIMAL", "volume", {"volume": "8.5 mL"}, "0.85 mL"),
    ("DECIMAL", "weight", {"weight": "850 kg"}, "85 kg"),
    ("DECIMAL", "over", {"over": "400 min"}, "40 min"),
    ("DECIMAL", "flow_rate", rates(flow="1500 mL/h"), "150 mL/h"),
    ("DECIMAL", "total", {"total": "2550 mg"}, "255 mg"),
    ("DECIMAL", "made_up_to", {"made_up_to": "1000 mL"}, "100 mL"),
    ("MICROGRAMS", "amount", {"amount": "42.5 mcg"}, "42.5 mg"),
    ("MICROGRAMS", "concentration", {"concentration": "50 mcg/mL"}, "50 mg/mL"),
    ("MICROGRAMS", "per_weight_rate", rates(each="0.75 mcg/kg/h"), "0.75 mg/kg/h"),
    ("MINUTES", "over", {"over": "40 h"}, "40 min"),
    ("MINUTES", "flow_rate", rates(flow="150 mL/min"), "150 mL/h"),
    ("MINUTES", "amount_rate", rates(amount="63.75 mg/min"), "63.75 mg/h"),
    ("POUNDS", "weight", {"weight": "187.4 kg"}, "85 kg (exact 85.0032101380 kg)"),
    ("POUNDS", "weight", {"weight": "85 lb"}, "85 kg"),
    ("PER_WEIGHT", "amount", {"amount": "0.5 mg"}, "42.5 mg"),
    ("PER_WEIGHT", "per_weight", {"per_weight": "42.5 mg/kg"}, "0.5 mg/kg"),
    ("PER_WEIGHT", "amount_rate", rates(amount="0.75 mg/h"), "63.75 mg/h"),
    ("PER_WEIGHT", "per_weight_rate", rates(each="63.75 mg/kg/h"), "0.75 mg/kg/h"),
    ("COURSE", "amount", {"amount": "255 mg"}, "42.5 mg"),
    ("COURSE", "per_weight", {"per_weight": "3 mg/kg"}, "0.5 mg/kg"),
    ("COURSE", "total", {"total": "42.5 mg"}, "255 mg"),
    ("VOLUME", "volume", {"volume": "42.5 mL"}, "0.85 mL"),
    ("VOLUME", "amount", {"amount": "0.85 mg"}, "42.5 mg"),
    ("VOLUME", "flow_rate", rates(flow="63.75 mL/h"), "150 mL/h"),
    ("VOLUME", "amount_rate", rates(amount="150 mg/h"), "63.75 mg/h"),
    ("STRENGTH", "concentration", {"concentration": "10 mg/mL"}, "50 mg/mL"),
    ("STRENGTH", "product", {"concentration": None, "product": kd.products.KETAMINE_10_MG_PER_ML}, "50 mg/mL"),
    ("VIAL", "volume", {"volume": "8.5 mL", "product": VIAL}, "0.85 mL"),
    ("VIAL", "concentration", {"concentration": "5 mg/mL", "product": VIAL}, "50 mg/mL"),
    ("SALT", "amount", {"amount": "49 mg"}, "42.48 mg"),
    ("SALT", "concentration", {"concentration": "57.67 mg/mL"}, "50"),
    ("DRUG", "amount", {"amount": "21.25 mg"}, "42.5 mg"),
    ("DRUG", "per_weight", {"per_weight": "1 mg/kg"}, "0.5 mg/kg"),
    ("FREQUENCY", "sessions", {"sessions": 8}, "6 sessions"),
    ("FREQUENCY", "frequency", {"frequency": "twice weekly for 6 weeks"}, "21 days"),
    ("FREQUENCY", "frequency", {"frequency": "four times a week for 3 weeks"}, "2 a week"),
    ("FREQUENCY", "frequency", {"frequency": "3 x/week for 3 weeks"}, "2 a week"),
]


@pytest.mark.parametrize(("kind", "field", "changed", "meant"), ALONE)
def test_a_mistake_in_one_field_is_named(kind, field, changed, meant):
    assert verify_order(order()).verdict is Verdict.AGREES
    found = verify_order(order(**changed))
    assert found.verdict is Verdict.DISAGREES
    told = [each for each in found.likely if each.kind.name == kind and each.field == field]
    assert any(each.meant.startswith(meant.split(" (")[0]) for each in told)
    assert all(each.fits and each.all_of_them and each.alone for each in told)
    assert {name for each in told for name in each.repairs} == {check.name for check in found.failed}
    assert len({each.field for each in found.likely}) <= 2


def test_a_bag_made_the_other_way_is_named():
    given = {"drug": "ketamine", "route": "intravenous", "amount": "40 mg", "concentration": "10 mg/mL", "over": "60 min"}
    given["volume"] = "4 mL"
    for right, wrong, rate in (("added_to", "made_up_to", "104 mL/h"), ("made_up_to", "added_to", "100 mL/h")):
        assert verify_order(Order(**given, **{right: "100 mL"}, rate=rate)).failed == ()
        found = verify_order(Order(**given, **{wrong: "100 mL"}, rate=rate))
        assert [(each.kind, each.field, each.meant) for each in found.likely] == [
            (MistakeKind.BAG, wrong, right.replace("_", " "))
        ]
        assert found.likely[0].factor is None


def test_a_weight_on_another_basis_is_named():
    plain = {"drug": "ketamine", "route": "intravenous", "over": "40 min", "per_weight": "0.5 mg/kg"}
    for weight, amount, meant in (
        ("84.87 kg", "60 mg", "actual weight"),
        ("120 kg", "42.4 mg", "adjusted weight"),
        ("84.87 kg", "42.4 mg", "adjusted weight"),
    ):
        found = verify_order(Order(**plain, weight=weight, amount=amount), patient=PERSON)
        assert (MistakeKind.BASIS, "weight", meant) in [(each.kind, each.field, each.meant) for each in found.mistakes]


@pytest.mark.parametrize(
    ("devices", "amount", "meant"), [(2, "84 mg", "3 devices"), (3, "56 mg", "2 devices"), (3, "60 mg", "2 devices")]
)
def test_a_number_of_devices_that_is_not_the_doses_is_named(devices, amount, meant):
    given = {"drug": "esketamine", "route": "intranasal", "product": kd.products.SPRAVATO_28_MG}
    found = verify_order(Order(**given, devices=devices, amount=amount))
    told = [(each.kind, each.field, each.meant) for each in found.likely]
    assert ((MistakeKind.DEVICES, "devices", meant) in told) is (amount != "60 mg")


def test_a_route_or_drug_that_is_not_the_protocols_is_named():
    given = {"drug": "ketamine", "amount": "42.5 mg", "weight": "85 kg", "over": "40 min"}
    (route,) = verify_order(Order(**given, route="oral"), protocol=OLIVER).likely
    assert (route.kind, route.written, route.meant) == (MistakeKind.ROUTE, "oral", "intravenous")
    (drug,) = verify_order(Order(**given | {"drug": "esketamine", "route": "intravenous"}), protocol=OLIVER).likely
    assert (drug.kind, drug.written, drug.meant) == (MistakeKind.DRUG, "esketamine", "ketamine")


def test_the_oral_dose_given_intravenously_is_named_by_the_limits_alone():
    """2 mg/kg is an oral dose; nothing else in the order is wrong."""
    found = verify_order(
        Order(drug="ketamine", route="intravenous", amount="140 mg", per_weight="2 mg/kg", weight="70 kg", over="100 min")
    )
    assert found.failed == ()
    assert found.verdict is Verdict.DISAGREES
    assert (MistakeKind.ROUTE, "oral") in [(each.kind, each.meant) for each in found.likely]
    assert all(each.fits and each.repairs == () for each in found.mistakes)


def test_a_tenfold_decimal_and_the_other_vial_are_a_tie_and_what_tells_them_apart_is_said():
    """10 mg/mL for 100 mg/mL: both mean the same strength."""
    found = verify_order(order("product", concentration="100 mg/mL", volume="4.25 mL"))
    told = {(each.kind.name, each.field): each.meant for each in found.likely}
    assert told["DECIMAL", "concentration"] == told["STRENGTH", "concentration"] == "10 mg/mL"
    assert ASKS[MistakeKind.STRENGTH] in found.apart
    assert ASKS[MistakeKind.DECIMAL] in found.apart
    assert f"To tell them apart: {found.apart}" in str(found)
    assert f"One of {len(found.likely)}: " in str(found)
    assert "; or " in next(each.message for each in found.findings if each.code == "order.mistake")


def test_what_would_pass_a_hard_limit_or_weigh_nobody_comes_after():
    """425 mg at 0.5 mg/kg and 85 kg: 0.5 is not 5 mg/kg and 85 is not 850 kg."""
    given = {"drug": "ketamine", "route": "intravenous", "per_weight": "0.5 mg/kg", "weight": "85 kg", "over": "40 min"}
    found = verify_order(Order(**given, amount="425 mg"))
    ranks = {each.field: each.rank for each in found.mistakes if each.kind is MistakeKind.DECIMAL}
    assert ranks == {"amount": 1, "per_weight": 2, "weight": 2}
    assert [each.fits for each in found.mistakes if each.field == "per_weight"] == [False]
    assert "then a hard limit is still passed" in "\n".join(found.mistakes[-1].lines() + found.mistakes[1].lines())
    assert found.mistakes[0].lines()[0].startswith("likely: a decimal point has moved: dose 425 mg")
    assert found.mistakes[1].lines()[0].startswith("less likely: ")


@pytest.mark.parametrize(
    ("written", "kind", "field"),
    [
        ({"per_weight": "5 mg/kg", "amount": "350 mg", "weight": "70 kg"}, "DECIMAL", "per_weight"),
        ({"per_weight": "3 mg/kg", "amount": "210 mg", "weight": "70 kg", "sessions": 6}, "COURSE", "per_weight"),
        ({"per_weight": "1 mg/kg", "amount": "70 mg", "weight": "70 kg"}, "DRUG", "per_weight"),
        ({"per_weight": "500 mg/kg", "amount": "35 g", "weight": "70 kg"}, "MICROGRAMS", "per_weight"),
    ],
)
def test_a_mistake_that_was_calculated_with_is_named_beside_the_protocol(written, kind, field):
    found = verify_order(Order(drug="ketamine", route="intravenous", over="40 min", **written), protocol=OLIVER)
    assert next((each.kind.name, each.field, each.alone) for each in found.likely) == (kind, field, False)
    assert str(found.likely[0]).endswith(", and what was calculated from it")


def test_pounds_that_were_calculated_with_are_named_beside_the_patient():
    found = verify_order(
        Order(drug="ketamine", route="intravenous", over="40 min", per_weight="0.5 mg/kg", amount="77 mg", weight="154 kg"),
        patient="70 kg",
    )
    assert [check.against for check in found.failed] == ["patient"]
    assert [(each.kind.name, each.field) for each in found.likely] == [("POUNDS", "weight")]


def test_hours_that_were_calculated_with_are_named_beside_the_protocol():
    found = verify_order(
        Order(drug="ketamine", route="intravenous", amount="35 mg", over="40 h", rate="0.875 mg/h", weight="70 kg"),
        protocol=OLIVER,
    )
    assert ("MINUTES", "over", False) in [(each.kind.name, each.field, each.alone) for each in found.likely]


def test_two_mistakes_are_told_in_part():
    """The volume and the total are both wrong: no single mistake repairs both."""
    found = verify_order(order(volume="8.5 mL", total="510 mg"))
    assert len(found.failed) == 2
    assert found.likely
    assert not any(each.all_of_them for each in found.likely)
    assert "one mistake would explain a part of it" in next(f.message for f in found.findings if f.code == "order.mistake")


def test_two_mistakes_that_nothing_explains_are_told_so():
    found = verify_order(order("total", "volume", amount="30 mg", rate=("131 mL/h",)))
    assert found.failed
    assert (found.mistakes, found.apart) == ((), "")
    assert "No single mistake that is known explains it" in str(found)


def test_every_kind_has_a_question():
    assert set(ASKS) == set(MistakeKind)


def test_a_mistake_is_named_under_the_dose_of_the_protocol_that_it_leads_to():
    """0.3 and 0.6 mg/kg are both doses: the written 0.6 is one, but the dose was calculated on the other."""
    both = kd.Regimen("ketamine", "subcutaneous", ("0.3 mg/kg", "0.6 mg/kg"))
    found = verify_order(
        Order(drug="ketamine", route="subcutaneous", per_weight="0.6 mg/kg", weight="94.6 kg", amount="28.4 mg"), protocol=both
    )
    assert "per_weight" in [each.field for each in found.likely]


def test_every_kind_of_mistake_has_a_published_case_or_the_word_that_none_was_found():
    incidents = kd.catalog.incidents.ALL
    assert {each.kind for each in incidents} == set(MistakeKind)
    for each in incidents:
        assert str(each).startswith(f"{each.kind.value}: {each.happened}")
        assert (each.citation is None) is each.happened.startswith("no published case")
        assert each.citation is None or str(each.citation) in str(each)
