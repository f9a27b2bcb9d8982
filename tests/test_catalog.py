"""Every record of the catalog: cited, of the right kinds, consistent with itself, inside its limits or marked."""

import ast
from pathlib import Path

import attrs
import pytest

import ketadose as kd
from ketadose import catalog
from ketadose.bounds import Bound, DoseRule, Limit
from ketadose.catalog import discrepancies, limits, products, protocols
from ketadose.errors import KetadoseError, LimitError
from ketadose.evidence import Citation, Source, Standing, sources
from ketadose.measures import Amount, Duration, PerWeight, Weight
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Indication, PhaseKind, Severity
from tests.refused import REFUSED

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(kd.__file__).resolve().parent
each_protocol = pytest.mark.parametrize("protocol", protocols.ALL, ids=lambda protocol: protocol.name)
FACTS = {Standing.PUBLISHED, Standing.OURS, Standing.DEFINITION}


def citations(record):
    """Every citation inside a record, however deep."""
    if type(record) is Citation:
        yield record
    elif type(record) in {tuple, list}:
        for each in record:
            yield from citations(each)
    elif hasattr(record, "__attrs_attrs__"):
        for field in record.__attrs_attrs__:
            yield from citations(getattr(record, field.name))


@each_protocol
def test_every_protocol_is_cited_down_to_its_parts(protocol):
    found = list(citations(protocol))
    assert found
    for citation in found:
        assert citation.source.standing is Standing.PUBLISHED
        assert getattr(sources, citation.source.key) is citation.source
        assert citation.place.strip()
    for part in (*protocol.phases, *protocol.monitoring):
        assert part.citation.source.standing is Standing.PUBLISHED


@each_protocol
def test_every_protocol_says_what_it_is_for_and_how_far_it_was_studied(protocol):
    assert getattr(protocols, protocol.name) is protocol
    assert protocol.title
    assert protocol.indications
    assert all(type(each) is Indication for each in protocol.indications)
    evidence = protocol.evidence
    assert evidence.design
    assert evidence.population
    assert bool(protocol.doses) is not bool(protocol.undosed)


@each_protocol
def test_doses_rise_and_are_of_one_kind(protocol):
    values = [dose.value for dose in protocol.doses]
    assert values == sorted(set(values))
    assert {type(dose) for dose in protocol.doses} in ({Amount}, {PerWeight}, set())


@each_protocol
def test_the_days_agree_with_the_phases(protocol):
    """No more sessions a week, in all, or over weeks than the phases say; a single-phase induction is the whole pattern."""
    days = protocol.days
    if days is None:
        return
    acute = [phase for phase in protocol.phases if phase.kind in {PhaseKind.TRIAL, PhaseKind.INDUCTION}]
    if len(protocol.phases) == 1 and acute:
        phase = acute[0]
        if phase.sessions:
            assert len(days.days) <= phase.sessions[1]
        if phase.a_week:
            assert days.most_in(7) <= phase.a_week
        if phase.weeks:
            assert days.days[-1] <= 7 * phase.weeks[1]
    if days.within:
        assert days.days[-1] <= days.within
    if days.derived:
        assert len(days.days) > 1


def stops(call):
    try:
        call()
    except LimitError as error:
        return {finding.code for finding in error.findings if finding.severity is Severity.STOP}
    return set()


@each_protocol
def test_every_dose_is_inside_the_hard_limits_of_its_care_area_or_marked(protocol):
    age = "70 years" if protocol.ages and protocol.ages.from_age else "40 years"
    patient = kd.Patient("70 kg", age=age)
    found = set()
    for level in protocol.doses:
        found |= stops(lambda level=level: kd.calculate_dose(patient, protocol, level=level))
    if protocol.doses and protocol.days:
        settled = protocol.days.ascending or len(protocol.doses) == 1
        levels = None if settled else (protocol.first or protocol.doses)[0]
        found |= stops(lambda: kd.plan_course(patient, protocol, start="2026-01-05", levels=levels))
    assert found == REFUSED.get(protocol.name, set())
    section = (ROOT / "docs/catalog.md").read_text("utf-8").split(f"### {protocol.name}\n")[1].split("\n###")[0]
    marks = [line for line in section.splitlines() if line.startswith("- limits: refused at 70 kg by ")]
    assert len(marks) == bool(found)
    assert all(code in mark for mark in marks for code in found)


def test_a_source_without_a_dose_is_a_record_and_calculating_it_an_error():
    undosed = [protocol for protocol in protocols.ALL if protocol.undosed]
    assert {"ZHAN_2019", "MCINNES_2022", "AHUJA_2022", "HULL_2022"} <= {protocol.name for protocol in undosed}
    for protocol in undosed:
        with pytest.raises(KetadoseError, match="states no dose") as caught:
            kd.calculate_dose("70 kg", protocol)
        assert caught.value.code == "regimen.no_dose"


def test_there_are_thirty_publications_and_six_routes_and_more():
    dosed = [protocol for protocol in protocols.ALL if protocol.doses]
    assert len({protocol.citation.source.key for protocol in dosed}) >= 30
    assert {protocol.route for protocol in dosed} == set(kd.Route)
    assert len(protocols.ALL) == len({protocol.name for protocol in protocols.ALL})
    assert sorted(dir(protocols)) == sorted(["ALL", *(protocol.name for protocol in protocols.ALL)])


def test_every_regimen_in_the_folder_is_in_the_catalog():
    """The table of homes leaves none out."""
    written = set()
    for path in sorted((PACKAGE / "catalog/protocols").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        made = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)]
        written |= {node.targets[0].id for node in made if getattr(node.value.func, "id", "") == "Regimen"}
    assert written == {protocol.name for protocol in protocols.ALL}
    with pytest.raises(AttributeError, match="no attribute 'OLIVER_2023'"):
        _ = protocols.OLIVER_2023
    with pytest.raises(AttributeError, match="no attribute 'doses'"):
        _ = catalog.doses


SYSTEMS = {
    "six infusions over 21 days": lambda p: (
        p.route is kd.Route.INTRAVENOUS and p.days and len(p.days.days) == 6 and p.days.within == 21
    ),
    "induction of four to eight, then maintenance": lambda p: any(phase.sessions == (4, 8) for phase in p.phases),
    "infusions over eight weeks, with maintenance": lambda p: p.name == "HIETAMIES_2023",
    "single infusion in social anxiety": lambda p: (
        Indication.SOCIAL_ANXIETY in p.indications and p.days and p.days.days == (1,)
    ),
    "intranasal esketamine": lambda p: p.drug is kd.ESKETAMINE and p.route is kd.Route.INTRANASAL,
    "daily oral ketamine for 28 days": lambda p: p.route is kd.Route.ORAL and p.days and p.days.days == tuple(range(1, 29)),
    "intramuscular ketamine": lambda p: p.route is kd.Route.INTRAMUSCULAR and bool(p.doses),
    "0.25, 0.5 and 1 mg/kg": lambda p: [str(dose) for dose in p.doses] == ["0.25 mg/kg", "0.5 mg/kg", "1 mg/kg"],
    "0.2 mg/kg in emergency care": lambda p: p.area is CareArea.EMERGENCY_SUICIDALITY and str(p.doses[0]) == "0.2 mg/kg",
    "0.5 mg/kg over 40 minutes": lambda p: bool(p.doses) and str(p.doses[0]) == "0.5 mg/kg" and str(p.over) == "40 min",
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_of_the_pages_has_its_record(system):
    assert [protocol.name for protocol in protocols.ALL if SYSTEMS[system](protocol)]


def test_ten_infusions_are_a_result_of_oliver_and_no_pattern():
    assert any("10 infusions" in each for each in protocols.OLIVER_2022.evidence.outcome)


def test_negative_findings_are_kept():
    told = {p.name for p in protocols.ALL if p.evidence.negative or p.evidence.against}
    assert {
        "JELOVAC_2025",
        "ABDALLAH_2022",
        "LOO_2023_FIXED",
        "GALVEZ_2018",
        "OCHS_ROSS_2020",
        "JAPAN_2021",
        "EKSTRAND_2022",
    } <= told


def every_bound():
    for profile in limits.PROFILES.values():
        for limit in profile.limits:
            yield from (b for b in (limit.soft_low, limit.soft_high, limit.hard_low, limit.hard_high) if b is not None)
    yield from (each for each in vars(limits).values() if type(each) is Bound)


def test_every_bound_is_cited_and_every_judgement_says_so():
    for bound in every_bound():
        assert bound.citation.source.standing in {Standing.PUBLISHED, Standing.OURS}
        assert getattr(sources, bound.citation.source.key) is bound.citation.source
        assert ("judgement of this project" in str(bound.citation)) is bound.ours


def test_every_care_area_has_a_profile_with_the_walls():
    assert set(limits.PROFILES) == set(CareArea)
    for area, profile in limits.PROFILES.items():
        assert profile.area is area
        assert set(limits.OUTER_WALLS) <= set(profile.limits)


CITED = Citation(sources.OURS, "judgement")


def bound(text):
    return Bound(PerWeight(text), CITED)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Limit(Axis.PER_WEIGHT, hard_low=bound("2 mg/kg"), hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, soft_low=bound("2 mg/kg"), soft_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, soft_high=bound("2 mg/kg"), hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, soft_low=bound("1 mg/kg"), hard_low=bound("2 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT),
        lambda: Limit(Axis.AMOUNT, hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.INTERVAL, soft_low=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, hard_high=PerWeight("1 mg/kg")),
        lambda: Limit("dose", hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.WINDOW, hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, hard_high=bound("1 mg/kg"), window=7),
        lambda: Limit(Axis.PER_WEIGHT, "ketamine", hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, None, "oral", hard_high=bound("1 mg/kg")),
        lambda: Limit(Axis.PER_WEIGHT, hard_high=bound("1 mg/kg"), wall="no"),
        lambda: Limit(Axis.PER_WEIGHT, hard_high=bound("1 mg/kg"), up_to="50 kg"),
        lambda: Limit(Axis.PER_WEIGHT, hard_high=bound("1 mg/kg"), lasting_to="60 min"),
        lambda: Limit(Axis.PER_WEEK, hard_high=Bound(3, CITED), up_to=Weight("50 kg")),
        lambda: Limit(Axis.PER_WEEK, hard_high=Bound(3, CITED), lasting_over=Duration("1 h")),
        lambda: DoseRule("ketamine", kd.Route.ORAL, (Amount("10 mg"),), CITED),
        lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (), CITED),
        lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, ("10 mg",), CITED),
        lambda: DoseRule(kd.KETAMINE, kd.Route.ORAL, (Amount("10 mg"),), "label"),
        lambda: Bound(PerWeight("1 mg/kg"), None),
        lambda: Bound("1 mg/kg", CITED),
        lambda: Bound(True, CITED),
        lambda: Bound(0, CITED),
    ],
)
def test_a_limit_that_makes_no_sense_cannot_be_made(make):
    with pytest.raises(KetadoseError) as caught:
        make()
    assert caught.value.code == "limit.empty"


@pytest.mark.parametrize(
    ("bound_by", "binding"),
    [
        ({"lasting_to": Duration("60 min")}, [True, True, False]),
        ({"lasting_over": Duration("60 min")}, [False, False, True]),
        ({"lasting_over": Duration("59 min"), "lasting_to": Duration("60 min")}, [False, True, False]),
        ({}, [True, True, True]),
    ],
)
def test_a_limit_may_be_for_a_bolus_or_for_long_infusions(bound_by, binding):
    limit = Limit(Axis.PER_WEIGHT, hard_high=bound("1 mg/kg"), **bound_by)
    times = (None, Duration("60 min"), Duration("60.1 min"))
    assert [limit.binds(Weight("70 kg"), over) for over in times] == binding


@pytest.mark.parametrize("level", ["25 mg/h", "15 mg/h"])
def test_the_guideline_s_own_most_can_be_ordered_for_a_day(level):
    """The label's induction dose is no wall for what runs in over a day."""
    weight, amount = ("70 kg", "600 mg") if level == "25 mg/h" else ("45 kg", "360 mg")
    order = kd.Regimen("ketamine", "intravenous", amount, over="24 h", area="acute pain ward")
    assert str(kd.calculate_dose(weight, order).amount_rate) == level
    hourly = kd.Regimen("ketamine", "intravenous", "4.6 mg/kg", over="61 min", area="acute pain ward")
    codes = stops(lambda: kd.calculate_dose(weight, hourly))
    assert "per_weight_rate.high" in stops(lambda: kd.calculate_dose(weight, attrs.evolve(hourly, dose="4.7 mg/kg")))
    assert "per_weight.high" not in codes


@pytest.mark.parametrize("given", [None, ("x",), "x", 5])
def test_a_profile_is_made_of_limits_and_rules(given):
    area = CareArea.ANAESTHESIA
    for make in (lambda: Profile(area, given), lambda: Profile(area, (), given), lambda: Profile(given, ())):
        with pytest.raises(KetadoseError) as caught:
            make()
        assert caught.value.code in {"argument.type", "word.unknown"}


def test_a_claim_is_told_with_its_page():
    told = str(discrepancies.ALL[0].claims[0])
    assert "not a source of facts" in told


def test_a_limit_with_equal_bounds_can_be_made():
    assert Limit(Axis.PER_WEIGHT, soft_high=bound("1 mg/kg"), hard_high=bound("1 mg/kg"))


def test_every_product_is_cited_and_says_how_it_is_diluted():
    for product in products.ALL:
        assert getattr(products, product.name) is product
        for citation in citations(product):
            assert getattr(sources, citation.source.key) is citation.source
        assert product.as_salt is None or product.as_salt.value > product.strength.value
    us = [p for p in products.ALL if p.handling and p.handling.citation.source is sources.KETALAR_LABEL]
    assert len(us) == 4
    assert all(p.handling.use == "use immediately" and "diazepam" in p.handling.incompatible for p in us)


def test_documents_are_named_once_and_can_be_looked_up():
    documents = {name: getattr(sources, name) for name in dir(sources)}
    assert all(type(document) is Source and name == document.key for name, document in documents.items())
    with pytest.raises(AttributeError, match="no attribute 'OLIVER_2023'"):
        _ = sources.OLIVER_2023
    for document in documents.values():
        assert document.standing is not Standing.PUBLISHED or document.doi or document.pmid or document.address


def modules(*below):
    return [path for part in below for path in sorted((PACKAGE / part).rglob("*.py"))]


LOGIC = (ast.If, ast.For, ast.While, ast.Try, ast.With, ast.Lambda, ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.ClassDef)
PLUMBING = {
    "catalog/__init__.py",
    "catalog/limits/__init__.py",
    "catalog/protocols/__init__.py",
    "evidence/sources/__init__.py",
}
"""They load a part of the catalog when it is first used, and hold no fact but the version."""


@pytest.mark.parametrize("path", modules("catalog", "evidence/sources"), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_catalog_module_contains_logic(path):
    """Assignments of records; at most a function that only returns a record it makes."""
    if str(path.relative_to(PACKAGE)) in PLUMBING:
        return
    tree = ast.parse(path.read_text("utf-8"))
    kinds = [node for node in ast.walk(tree) if isinstance(node, LOGIC)]
    found = [type(node).__name__ for node in kinds if not isinstance(getattr(node, "op", None), ast.BitOr)]  # int | str
    assert found == []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        body = [node for node in function.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
        assert [type(node) for node in body] == [ast.Return]


COUNTING = {-1, 0, 1, 2}
KNOWN = {
    "delivery/bags.py": {100: "bags, a typing guard"},
    "calc/rounding.py": {100: "percent"},
    "planning/constraints.py": {3000: "days, a typing guard"},
    "planning/cumulation.py": {40_000: "days, a typing guard"},
    "planning/dating.py": {12: "days that fit a message"},
    "planning/impossible.py": {3: "what fits a message", 8: "weeks of a search"},
    "planning/placing.py": {20_000: "steps of a search"},
    "planning/titration.py": {100: "percent"},
    "cli/given.py": {20: "names that fit a message", 60: "characters of a message"},
    "errors.py": {3: "dots of a shortened text", 4: "the same with a quote", 60: "characters", 299: "characters"},
    "findings.py": {60: "characters of a message"},
    "model/days.py": {200: "characters", 400: "weeks, a typing guard", 1000: "sessions, a typing guard"},
    "model/patient.py": {
        4: "digits of a year",
        7: "place of a dash in a date",
        10: "kg, a typing guard; also the length of a date",
        50: "cm, a typing guard",
        300: "cm, a typing guard",
        1000: "kg, a typing guard",
    },
    "exchange/document.py": {64: "points in a line", 1_000_000: "characters"},
    "exchange/site.py": {60: "characters of a name"},
    "exchange/strict.py": {60: "characters", 100: "hints", 1000: "entries", 1024: "characters of a key", 99_999: "a count"},
    "model/complete.py": {60: "characters of a code", 100_000: "a count, a typing guard"},
    "model/scale.py": {100: "percent", 1000: "points, a typing guard"},
    "model/product.py": {100: "sprays, a typing guard"},
    "records.py": {5: "a prime of ten", 10: "decimal digits", 300: "characters"},
    "report/text.py": {118: "columns"},
    "screening/signs.py": {5: "a rate, a typing guard", 20: "mmHg, a typing guard", 80: "the same", 300: "the same"},
    "screening/verdict.py": {0.6: "likeness of words", 0.85: "likeness of words", 60: "characters of a name"},
    "terms.py": {0.4: "likeness of words", 0.7: "likeness of words", 40: "characters"},
}
"""Every other number outside the catalog, the formulas and the measures, and what it is: none of them is clinical."""


def numbers(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float, complex} and node.value not in COUNTING:
            yield node.value


HOMES = ("catalog/", "measures/", "evidence/sources/", "formulas.py", "pharmacology.py", "testing/")
"""Where numbers may stand: facts and units have theirs, and `testing` draws from ranges and judges nothing."""
ELSEWHERE = [p for p in modules("") if not str(p.relative_to(PACKAGE)).startswith(HOMES)]


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_module_contains_a_clinical_number(path):
    known = KNOWN.get(str(path.relative_to(PACKAGE)), {})
    assert set(numbers(path)) == set(known)
