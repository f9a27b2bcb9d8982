"""What reaches the circulation, what another route would need, base and salt: intervals by named records, and no orders."""

import copy
import inspect
import json
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import measures as m
from ketadose import pharmacology
from ketadose.calc.route import Equivalent, Systemic, disagreements
from ketadose.calc.salt import Converted, base_of, hydrochloride_of
from ketadose.catalog import bioavailability as catalog
from ketadose.catalog import salts
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source
from ketadose.findings import Finding
from ketadose.measures.printing import shortened
from ketadose.model.bioavailability import Bioavailability, Population, Shares, Spread
from ketadose.model.salt import Potency, Salt
from ketadose.records import Record, exact_text
from ketadose.terms import Drug, Route, Severity, Word
from tests.ismp import faults
from tests.oracle import shares as oracle
from tests.oracle.pairs import Pair, compare, number, same
from tests.properties.looking import codes, pair
from tests.strategies import ANYTHING_GOES, infusion

PAGE = Citation(Source.site("SOP 12"), "page 1")
RATIO = salts.CORREIA_MELO_2020
VIAL = kd.products.KETAMINE_50_MG_PER_ML
ADULTS = [each for each in catalog.ALL if each.population is not Population.CHILDREN]
PAIRS = [(drug, route) for drug in Drug for route in Route]
each_record = pytest.mark.parametrize("record", catalog.ALL, ids=lambda record: record.name)
each_pair = pytest.mark.parametrize(("drug", "route"), PAIRS, ids=[f"{d.value} {r.value}" for d, r in PAIRS])


SPRAY = (Drug.ESKETAMINE, Route.INTRANASAL)
SPRAYED = ((28, 1), (56, 1), (84, 1))
"""No other dose of it is ever calculated."""


def dose_of(drug=Drug.KETAMINE, route=Route.ORAL, amount=None, weight="70 kg"):
    amount = amount or ("56 mg" if (Drug(drug), Route(route)) == SPRAY else "35 mg")
    over = "2 h" if Route(route) is Route.INTRAVENOUS else None
    regimen = kd.Regimen(drug, route, amount, over=over, source=Source.site("SOP 12"))
    return kd.calculate_dose(weight, regimen, overrides=ANYTHING_GOES)


def own(value=None, low=None, high=None, drug=Drug.KETAMINE, route=Route.ORAL, **more):
    spread = Spread.NONE if low is None else Spread.INTERQUARTILE
    fields = {"spread": spread, "n": 5, "population": Population.ADULTS, "citation": PAGE, **more}
    return Bioavailability("OWN", drug, route, "solution", value, low, high, analyte="ketamine (parent drug)", **fields)


def refused(code, make, *args, **more):
    with pytest.raises(KetadoseError) as caught:
        make(*args, **more)
    error = caught.value
    assert error.code == code
    assert str(error).isascii()
    assert len(str(error)) < 300
    assert "object at 0x" not in str(error)
    return error


def fraction(given: Pair) -> Fraction:
    return Fraction(*given)


def record_of(row: oracle.Row) -> Bioavailability:
    """The one record of the catalog that the oracle's row is about."""
    (found,) = [
        each
        for each in catalog.ALL
        if (each.drug.value, each.route.value) == (row.drug, row.route)
        and row.mark in str(each.citation)
        and ("-" if each.value is None else exact_text(each.value)) == row.value
    ]
    return found


# The records


def test_every_record_says_what_the_sources_say():
    """Typed again as text: no record more, none less, each figure, interval, number of people and source."""
    found = [
        (
            each.drug.value,
            each.route.value,
            *("-" if end is None else exact_text(end) for end in (each.value, each.low, each.high)),
            each.spread.name,
            "-" if each.n is None else str(each.n),
            each.population.value,
        )
        for each in catalog.ALL
    ]
    assert sorted(found) == sorted(tuple(row[:8]) for row in oracle.ROWS)
    assert {record_of(row).name for row in oracle.ROWS} == {each.name for each in catalog.ALL}


@each_pair
def test_the_order_is_the_order_of_trust_that_the_catalog_documents(drug, route):
    rows = oracle.rows(drug.value, route.value)
    records = [each for each in ADULTS if (each.drug, each.route) == (drug, route)]
    assert records == [record_of(row) for row in rows]
    ranks = [oracle.RANKS.index(row.rank) for row in rows]
    assert ranks == sorted(ranks)
    for one, other in pairwise(rows):
        if one.rank == other.rank and "-" not in {one.n, other.n}:
            assert int(one.n) >= int(other.n)


def test_children_come_last_and_the_names_are_unique():
    assert [each.population is Population.CHILDREN for each in catalog.ALL] == [False] * len(ADULTS) + [True] * 3
    assert catalog.ALL[-3:] == catalog.CHILDREN
    names = [each.name for each in catalog.ALL]
    assert len(set(names)) == len(names)
    assert all(getattr(catalog, each.name) is each for each in catalog.ALL)
    assert {each.drug for each in salts.SALTS} == set(Drug)
    for each in (*salts.SALTS, *salts.POTENCIES):
        assert getattr(salts, each.name) is each


@each_record
def test_a_record_is_told_whole_and_safely(record):
    (first, *rest) = record.lines()
    assert first == str(record)
    assert rest == [*(f"remark: {each}" for each in record.remarks), f"source: {record.citation}"]
    for words in (first, *rest):
        assert faults(words) == []
    assert record.name in first
    assert record.spread.value in first
    assert (f"n = {record.n};" in first) or (record.n is None and "n not stated" in first)
    for end in (record.value, record.low, record.high):
        assert end is None or f"{exact_text(end)} %" in first


def test_a_figure_is_told_with_its_interval_or_with_the_lack_of_one():
    told = [
        str(own(24)),
        str(own(24, 17, 27)),
        str(own(None, 20, 25)),
        str(own(100, 100, 100, spread=Spread.DEFINITION, n=None)),
    ]
    assert told == [
        "OWN: 24 % (interval: none reported); solution; adults, n = 5; ketamine (parent drug)",
        "OWN: 24 % (17 % to 27 %, interquartile range); solution; adults, n = 5; ketamine (parent drug)",
        "OWN: 20 % to 25 % (interquartile range); solution; adults, n = 5; ketamine (parent drug)",
        "OWN: 100 % (by definition); solution; adults, n not stated; ketamine (parent drug)",
    ]


amounts = st.integers(1, 40_000).map(lambda count: (count, 1000))
orders = st.sampled_from(PAIRS).flatmap(
    lambda order: st.tuples(st.just(order[0]), st.just(order[1]), st.sampled_from(SPRAYED) if order == SPRAY else amounts)
)
"""Drug, route and an amount that can be calculated."""
ways = st.sampled_from(PAIRS)
percents = st.integers(1, 10_000).map(lambda count: (count, 100))


def milligrams(amount: Pair) -> str:
    return f"{exact_text(fraction(amount))} mg"


@pytest.mark.property(25)
@given(orders)
def test_all_of_the_dose_is_the_dose(order):
    """100 % is the identity, by any route."""
    drug, route, amount = order
    answer = kd.systemic_amount(dose_of(drug, route, milligrams(amount)), records=own(100, drug=drug, route=route))
    for each in (answer.low, answer.value, answer.high):
        assert same(pair(each), amount)


@pytest.mark.property(25)
@given(amounts, percents)
def test_a_share_of_a_dose_is_exact(amount, share):
    """Share * dose is exact, and no float is near it."""
    answer = kd.systemic_amount(dose_of(amount=milligrams(amount)), records=own(fraction(share)))
    for each in (answer.low, answer.value, answer.high):
        assert type(each.value) is Fraction
        assert same(pair(each), oracle.arrives(amount, share))


@given(amounts, st.lists(percents, min_size=3, max_size=3))
def test_the_ends_of_one_record_are_the_ends_of_its_interval(amount, ends):
    low, value, high = sorted(ends, key=lambda each: each[0])
    dose = dose_of(amount=milligrams(amount))
    answer = kd.systemic_amount(dose, records=own(fraction(value), fraction(low), fraction(high)))
    for got, share in ((answer.low, low), (answer.value, value), (answer.high, high)):
        assert same(pair(got), oracle.arrives(amount, share))


@pytest.mark.property(26)
@given(amounts, percents, percents, st.sampled_from(list(Route)), st.sampled_from(list(Route)))
def test_there_and_back_by_the_same_records_is_the_identity(amount, one, other, start, way):
    """The amount by another route, ordered and turned back, is the amount, to the last digit."""
    here, there = own(fraction(one), route=start), own(fraction(other), route=way)
    dose = dose_of(route=start, amount=milligrams(amount))
    answer = kd.equivalent_dose(dose, to=way, records=here, to_records=there)
    assert answer.low == answer.value == answer.high
    assert same(pair(answer.value), oracle.needs(oracle.arrives(amount, one), other))
    back = turned(answer, there, here)
    assert back.low == back.value == back.high
    assert same(pair(back.value), amount)


def turned(answer, there, here, ratio=None):
    """The way back of an equivalent, its value given: by the formulas alone where no dose so large can be calculated."""
    try:
        dose = dose_of(answer.drug, answer.route, answer.value)
    except kd.LimitError:
        dose = None
    if dose is not None:
        return kd.equivalent_dose(dose, to=here.route, drug=here.drug, records=there, to_records=here, ratio=ratio)
    arrived = pharmacology.apply(pharmacology.SYSTEMIC, answer.value, pharmacology.Share(there.value)).result
    if ratio is not None:
        rule = pharmacology.AS_ESKETAMINE if here.drug is Drug.ESKETAMINE else pharmacology.AS_KETAMINE
        arrived = pharmacology.apply(rule, arrived, ratio.ratio).result
    value = pharmacology.apply(pharmacology.EQUIVALENT, arrived, pharmacology.Share(here.value)).result
    return type("Back", (), {"low": value, "value": value, "high": value})


@pytest.mark.property(26)
@given(amounts, percents, percents, st.sampled_from(list(Drug)))
def test_there_and_back_through_the_other_drug_is_the_identity(amount, one, other, drug):
    """With an exchange: 2 : 1 there and 1 : 2 back, exactly."""
    wanted = next(each for each in Drug if each is not drug)
    here, there = own(fraction(one), drug=drug), own(fraction(other), drug=wanted, route=Route.SUBLINGUAL)
    dose = dose_of(drug, amount=milligrams(amount))
    answer = kd.equivalent_dose(dose, to="sublingual", drug=wanted, ratio=RATIO, records=here, to_records=there)
    arrived = oracle.exchanged(oracle.arrives(amount, one), wanted.value)
    assert same(pair(answer.value), oracle.needs(arrived, other))
    assert same(pair(turned(answer, there, here, RATIO).value), amount)


@given(orders, ways)
def test_there_and_back_by_the_whole_catalog_holds_the_amount(order, way):
    """With intervals the way back is wider than the amount, and always around it."""
    (drug, route, amount), (wanted, other) = order, way
    ratio = None if drug is wanted else RATIO
    answer = kd.equivalent_dose(dose_of(drug, route, milligrams(amount)), to=other, drug=wanted, ratio=ratio)
    if answer.known:
        low, high = oracle.envelope(oracle.rows(drug.value, route.value))
        to_low, to_high = oracle.envelope(oracle.rows(wanted.value, other.value))
        back = []
        for each, share, to_share in ((answer.low, to_low, high), (answer.high, to_high, low)):
            arrived = oracle.arrives(pair(each), share)
            back.append(oracle.needs(arrived if drug is wanted else oracle.exchanged(arrived, drug.value), to_share))
        assert compare(back[0], amount) <= 0 <= compare(back[1], amount)


# The whole catalog against the oracle


@given(orders)
def test_the_answer_is_the_envelope_of_every_record_and_reaches_both_ends(order):
    drug, route, amount = order
    rows = oracle.rows(drug.value, route.value)
    answer = kd.systemic_amount(dose_of(drug, route, milligrams(amount)))
    assert answer.known is bool(rows)
    assert answer.records == tuple(record_of(row) for row in rows)
    if not rows:
        assert (answer.low, answer.value, answer.high) == (None, None, None)
        return
    low, high = oracle.envelope(rows)
    assert same(pair(answer.low), oracle.arrives(amount, low))
    assert same(pair(answer.high), oracle.arrives(amount, high))
    assert same(pair(answer.value), oracle.arrives(amount, oracle.trusted(rows)))
    ends = [kd.systemic_amount(answer.dose, records=each) for each in answer.records]
    assert all(answer.low <= each.low <= each.high <= answer.high for each in ends)
    assert answer.low in [each.low for each in ends]
    assert answer.high in [each.high for each in ends]
    assert answer.low <= answer.value <= answer.high


@given(orders, ways)
def test_an_equivalent_runs_from_the_least_through_the_most_to_the_most_through_the_least(order, way):
    (drug, route, amount), (wanted, other) = order, way
    ratio = None if drug is wanted else RATIO
    answer = kd.equivalent_dose(dose_of(drug, route, milligrams(amount)), to=other, drug=wanted, ratio=ratio)
    mine, theirs = oracle.rows(drug.value, route.value), oracle.rows(wanted.value, other.value)
    assert (answer.drug, answer.route, answer.known) == (wanted, other, bool(mine and theirs))
    if not answer.known:
        assert (answer.low, answer.value, answer.high) == (None, None, None)
        assert "unknown" in str(answer)
        return
    (low, high), (to_low, to_high) = oracle.envelope(mine), oracle.envelope(theirs)
    best = oracle.trusted(mine), oracle.trusted(theirs)
    for got, share, to_share in ((answer.low, low, to_high), (answer.high, high, to_low), (answer.value, *best)):
        arrived = oracle.arrives(amount, share)
        arrived = arrived if drug is wanted else oracle.exchanged(arrived, wanted.value)
        assert same(pair(got), oracle.needs(arrived, to_share))


@given(amounts, st.sampled_from(list(Drug)))
def test_what_is_given_into_a_vein_is_in_the_circulation_by_definition(amount, drug):
    dose = dose_of(drug, Route.INTRAVENOUS, milligrams(amount))
    answer = kd.systemic_amount(dose)
    assert answer.low == answer.value == answer.high == dose.amount
    assert [each.spread for each in answer.records] == [Spread.DEFINITION]
    assert answer.findings == dose.findings
    assert str(answer) == f"{dose}, in the circulation: {dose.amount}"


UNKNOWN = [each for each in PAIRS if not oracle.rows(each[0].value, each[1].value)]


def test_the_unknown_ones_are_these():
    assert [(drug.value, route.value) for drug, route in UNKNOWN] == [
        ("ketamine", "subcutaneous"),
        ("esketamine", "subcutaneous"),
        ("esketamine", "intramuscular"),
    ]


@pytest.mark.parametrize(("drug", "route"), UNKNOWN)
def test_without_a_record_the_answer_is_unknown_and_no_number(drug, route):
    """Both directions: of such a dose, and for such a route."""
    dose = dose_of(drug, route)
    vein = dose_of(drug, Route.INTRAVENOUS)
    for answer in (kd.systemic_amount(dose), kd.equivalent_dose(dose, to="intravenous"), kd.equivalent_dose(vein, to=route)):
        assert not answer.known
        assert (answer.low, answer.value, answer.high) == (None, None, None)
        assert str(answer).endswith(f": unknown: no human source for {drug.value} {route.value}")
        plain = answer.to_dict()
        assert (plain["low"], plain["value"], plain["high"], plain["known"]) == (None, None, None, False)
        assert not any("formula" in entry for entry in plain["working"])
        assert "bioavailability.unknown" in codes(answer)
    assert "unknown, not all of it" in next(f.message for f in answer.findings if f.code == "bioavailability.unknown")
    assert str(Shares(drug, route, ())) == f"{drug.value} {route.value}: unknown: no human source"
    assert (Shares(drug, route, []).factor, Shares(drug, route, ()).trusted) == (1, None)


def test_both_routes_without_a_record_are_both_named():
    answer = kd.equivalent_dose(dose_of(route="subcutaneous"), to="intramuscular", drug="esketamine", ratio=RATIO)
    assert str(answer).endswith(": unknown: no human source for ketamine subcutaneous and esketamine intramuscular")


# Which records may answer


CHILDREN = [(each, each.drug, each.route) for each in catalog.CHILDREN]


@pytest.mark.parametrize(("record", "drug", "route"), CHILDREN, ids=[each[0].name for each in CHILDREN])
def test_a_record_of_children_answers_for_no_adult(record, drug, route):
    dose = dose_of(drug, route)
    assert record not in kd.systemic_amount(dose).records
    beside = next(each for each in ADULTS if (each.drug, each.route) == (drug, route))
    for records in (record, (record,), [beside, record]):
        refused("bioavailability.other", kd.systemic_amount, dose, records=records)
        error = refused("bioavailability.other", kd.equivalent_dose, dose, to="intravenous", records=records)
        assert error.field == "records"
        error = refused("bioavailability.other", kd.equivalent_dose, dose_of(drug, "intravenous"), to=route, to_records=records)
        assert error.field == "to_records"
    shares = Shares(drug, route, (record,))
    refused("bioavailability.other", Systemic, dose, shares)
    refused("bioavailability.other", Equivalent, dose_of(drug, "intravenous"), kd.systemic_amount(dose).shares, shares)
    assert kd.systemic_amount(dose, records=beside).records == (beside,)


@each_record
def test_a_record_of_another_drug_or_route_is_refused(record):
    for drug, route in PAIRS:
        dose = dose_of(drug, route)
        if (drug, route) == (record.drug, record.route):
            continue
        error = refused("bioavailability.other", kd.systemic_amount, dose, records=record)
        assert f"is of {record.drug.value} {record.route.value}" in str(error)
        refused("bioavailability.other", Shares, drug, route, (record,))
        refused("bioavailability.other", Systemic, dose, Shares(record.drug, record.route, (record,)))
        if record.population is not Population.CHILDREN:
            shares = Shares(record.drug, record.route, (record,))
            refused("bioavailability.other", Equivalent, dose, shares, shares)
            error = refused("bioavailability.other", kd.equivalent_dose, dose_of(drug), to=route, to_records=record)
            assert error.field == "to_records"


@pytest.mark.parametrize("field", ["records", "to_records"])
def test_a_record_that_was_never_filled_is_refused_under_the_name_of_its_argument(field):
    for hollow in (object.__new__(Bioavailability), [object.__new__(Bioavailability)]):
        error = refused("record.hollow", kd.equivalent_dose, dose_of(), to="oral", **{field: hollow})
        assert error.field == field


def test_the_caller_narrows_the_records_and_sets_the_order_of_trust():
    dose = dose_of()
    swallowed, tablet = catalog.CHONG_2009_ORAL, catalog.YANAGIHARA_2003_ORAL
    one, other = (kd.systemic_amount(dose, records=each) for each in ((swallowed, tablet), [tablet, swallowed]))
    assert (one.trusted, other.trusted) == (swallowed, tablet)
    assert (one.value, other.value) == (m.Amount("8.4 mg"), m.Amount("7 mg"))
    assert (one.low, one.high) == (other.low, other.high) == (m.Amount("5.95 mg"), m.Amount("9.45 mg"))


def test_a_range_without_a_value_gives_ends_and_no_value():
    review = catalog.ANDRADE_2019_ORAL
    answer = kd.systemic_amount(dose_of(), records=review)
    assert (answer.low, answer.value, answer.high) == (m.Amount("7 mg"), None, m.Amount("8.75 mg"))
    assert str(answer) == "ketamine 35 mg oral, in the circulation: 7 mg to 8.75 mg"
    assert str(answer.shares) == "ketamine oral: 20 % to 25 %; 1 record, whose values differ by a factor of 1.25"
    there = kd.equivalent_dose(dose_of(route="intravenous"), to="oral", to_records=review)
    assert (there.low, there.value, there.high) == (m.Amount("140 mg"), None, m.Amount("175 mg"))
    assert there.to_dict()["value"] is None


# Racemate and esketamine


def test_the_ratio_is_two_to_one_in_both_directions():
    racemate, pure = dose_of(route="intravenous"), dose_of("esketamine", "intravenous", "17.5 mg")
    there = kd.equivalent_dose(racemate, to="intravenous", drug="esketamine", ratio=RATIO)
    back = kd.equivalent_dose(pure, to="intravenous", drug="ketamine", ratio=RATIO)
    assert there.low == there.value == there.high == pure.amount
    assert back.low == back.value == back.high == racemate.amount
    assert str(RATIO.ratio) == "(2:1)"
    assert "not inferior" in " ".join(RATIO.remarks)
    for answer, name in ((there, "ketamine ÷ ratio"), (back, "esketamine × ratio")):
        told = [line for entry in answer.working.entries for line in entry.lines()]
        assert RATIO.lines()[0] in told
        assert any(name in line for line in told)
        assert str(RATIO.citation) in {str(finding.citation) for finding in answer.findings}


@pytest.mark.parametrize(("drug", "other"), [("ketamine", "esketamine"), ("esketamine", "ketamine")])
def test_an_exchange_without_a_ratio_is_refused_and_so_is_a_ratio_without_an_exchange(drug, other):
    dose = dose_of(drug, "intravenous")
    for route in Route:
        error = refused("potency.needed", kd.equivalent_dose, dose, to=route, drug=other)
        assert "CORREIA_MELO_2020" in str(error)
    for ratio in (2, "2:1", Fraction(2), RATIO.ratio, True, object.__new__(Salt)):
        refused("argument.type", kd.equivalent_dose, dose, to="oral", drug=other, ratio=ratio)
    refused("record.hollow", kd.equivalent_dose, dose, to="oral", drug=other, ratio=object.__new__(Potency))
    refused("argument.type", kd.equivalent_dose, dose, to="oral", drug=drug, ratio=RATIO)
    refused("argument.type", kd.equivalent_dose, dose, to="oral", ratio=RATIO)
    shares = (Shares(drug, "intravenous", ()), Shares(other, "oral", ()))
    refused("potency.needed", Equivalent, dose, *shares)
    refused("argument.type", Equivalent, dose, *shares, "2:1")


def test_nothing_exchanges_by_default():
    for answer in (kd.equivalent_dose(dose_of(route="intravenous"), to=route) for route in Route):
        assert (answer.drug, answer.ratio) == (Drug.KETAMINE, None)
        assert "equivalent.ratio" not in codes(answer)
    assert inspect.signature(kd.equivalent_dose).parameters["ratio"].default is None


def test_no_record_answers_for_a_child():
    """What an adult's record says of a child is unknown; by definition the intravenous dose still is itself."""
    child = kd.Patient("30 kg", age="9 years")
    anyway = kd.Override("age.low", "Dr Example", "a test of what lies beyond")
    dose = kd.calculate_dose(child, kd.protocols.IRWIN_2013, overrides=anyway)
    assert not kd.systemic_amount(dose).known
    with pytest.raises(KetadoseError) as caught:
        kd.systemic_amount(dose, records=kd.catalog.bioavailability.CHONG_2009_ORAL)
    assert caught.value.code == "bioavailability.other"
    infused = kd.calculate_dose(child, kd.protocols.OLIVER_2022, overrides=anyway)
    assert kd.systemic_amount(infused).low == infused.amount
    assert not kd.equivalent_dose(infused, to="oral").known
    with pytest.raises(KetadoseError):
        kd.equivalent_dose(infused, to="oral", to_records=kd.catalog.bioavailability.BRUNETTE_2011_ORAL)


# Base and salt


def rounded(number_of: Fraction, places: int) -> str:
    """Half up to so many decimals."""
    count = (number_of * 10**places * 2 + 1) // 2
    return exact_text(Fraction(count, 10**places))


@pytest.mark.parametrize(
    ("drug", "base", "label", "places"),
    [
        ("esketamine", "28", "32.3", 1),
        ("ketamine", "10", "11.53", 2),
        ("ketamine", "50", "57.67", 2),
        ("ketamine", "50", "57.7", 1),
        ("ketamine", "100", "115.34", 2),
        ("esketamine", "5", "5.77", 2),
        ("esketamine", "25", "28.83", 2),
        ("ketamine", "250", "288.3", 1),
    ],
)
def test_the_salt_of_a_base_is_what_labels_print(drug, base, label, places):
    salt = hydrochloride_of(f"{base} mg", drug)
    assert rounded(salt.amount.value, places) == label
    assert same(pair(salt.amount), oracle.hydrochloride_with(number(base)))
    back = base_of(f"{label} mg", drug)
    assert abs(back.amount.value - Fraction(base)) * 2 * 10**places <= 1
    assert same(pair(back.amount), oracle.base_in(number(label)))


@given(amounts, st.sampled_from(list(Drug)))
def test_base_and_salt_there_and_back_is_the_identity(amount, drug):
    text = milligrams(amount)
    salt, base = hydrochloride_of(text, drug), base_of(text, drug)
    assert same(pair(salt.amount), oracle.hydrochloride_with(amount))
    assert same(pair(base.amount), oracle.base_in(amount))
    assert same(pair(base_of(salt.amount, drug).amount), amount)
    assert same(pair(hydrochloride_of(base.amount, drug).amount), amount)
    assert base.amount < m.Amount(text) < salt.amount


def test_the_factor_is_0_867():
    for salt in salts.SALTS:
        assert rounded(1 / salt.ratio.value, 3) == "0.867"
        assert (salt.ratio.one, salt.ratio.other) == (Fraction("274.19"), Fraction("237.73"))
        assert "86.7 % (rounded) of it" in str(salt)
        assert salt.lines()[0] == f"molecular weights of {salt.drug.value} hydrochloride and base: 274.19 and 237.73"


def test_base_and_salt_are_told_apart():
    salt, base = hydrochloride_of("50 mg", "ketamine"), base_of("57.67 mg", "ketamine")
    assert str(salt) == "ketamine base 50 mg = ketamine hydrochloride 57.67 mg (rounded)"
    assert str(base) == "ketamine hydrochloride 57.67 mg = ketamine base 50 mg (rounded)"
    assert (salt.other.value, base.other.value) == ("hydrochloride", "base")
    assert salt.citation == base.citation == salts.KETAMINE_HYDROCHLORIDE.citation
    for each in (salt, base):
        lines = [line for entry in each.working.entries for line in entry.lines()]
        assert f"source: {each.citation}" in lines
        assert all(faults(line) == [] for line in (str(each), *lines))


@pytest.mark.parametrize("convert", [base_of, hydrochloride_of])
def test_what_is_no_amount_or_no_drug_is_refused(convert):
    refused("measure.bare_number", convert, 28, "esketamine")
    refused("measure.unit", convert, "28 mL", "esketamine")
    refused("measure.kind", convert, m.Weight("28 g"), "esketamine")
    refused("word.unknown", convert, "28 mg", "ketamin")
    refused("argument.type", Converted, "28 mg", "base", "ESKETAMINE")
    refused("record.hollow", Converted, "28 mg", "base", object.__new__(Salt))
    refused("word.unknown", Converted, "28 mg", "salt", salts.KETAMINE_HYDROCHLORIDE)


# What must be known


def shape(answer):
    return {f.code: f.severity for f in answer.findings if f not in answer.dose.findings}


VEIN = dose_of(route="intravenous")
EQUAL = (own(24), own(24, 17, 27))
FINDING_CASES = {
    "bioavailability.parent": (lambda: kd.systemic_amount(dose_of()), lambda: kd.systemic_amount(VEIN)),
    "bioavailability.spread": (
        lambda: kd.systemic_amount(dose_of(), records=own(24)),
        lambda: kd.systemic_amount(dose_of(), records=own(24, 17, 27)),
    ),
    "bioavailability.population": (
        lambda: kd.systemic_amount(dose_of(), records=own(24, population=Population.NOT_STATED)),
        lambda: kd.systemic_amount(dose_of(), records=own(24)),
    ),
    "bioavailability.disagree": (
        lambda: kd.systemic_amount(dose_of(), records=(own(24), own(25))),
        lambda: kd.systemic_amount(dose_of(), records=EQUAL),
    ),
    "bioavailability.unknown": (
        lambda: kd.systemic_amount(dose_of(route="subcutaneous")),
        lambda: kd.systemic_amount(dose_of(route="subcutaneous"), records=own(24, route=Route.SUBCUTANEOUS)),
    ),
    "equivalent.ratio": (
        lambda: kd.equivalent_dose(VEIN, to="intravenous", drug="esketamine", ratio=RATIO),
        lambda: kd.equivalent_dose(VEIN, to="intravenous"),
    ),
    "equivalent.estimate": (lambda: kd.equivalent_dose(VEIN, to="intravenous"), lambda: kd.systemic_amount(VEIN)),
}


@pytest.mark.parametrize("code", sorted(FINDING_CASES))
def test_every_finding_is_found_and_its_neighbour_is_not(code):
    make, neighbour = FINDING_CASES[code]
    loud = code in {"bioavailability.unknown", "equivalent.ratio"}
    assert shape(make())[code] is (Severity.CAUTION if loud else Severity.NOTE)
    assert code not in shape(neighbour())


def test_findings_name_the_records_and_come_once():
    answer = kd.equivalent_dose(dose_of(), to="sublingual")
    told = [finding.message for finding in answer.findings]
    assert len(set(told)) == len(told)
    assert [code for code in codes(answer) if code.split(".")[0] in {"bioavailability", "equivalent"}] == [
        *["bioavailability.parent", "bioavailability.spread", "bioavailability.population", "bioavailability.disagree"] * 2,
        "equivalent.estimate",
    ]
    assert any("ketamine oral: no interval is printed by YANAGIHARA_2003_ORAL:" in words for words in told)
    assert any("sublingual: the records' values differ by a factor of 1.333" in words for words in told)
    twice = kd.equivalent_dose(dose_of(), to="oral")
    assert codes(twice).count("bioavailability.parent") == 1
    assert twice.findings[: len(twice.dose.findings)] == twice.dose.findings


# Disagreements


def test_disagreements_are_listed_side_by_side_with_children_last():
    listed = {(each.drug.value, each.route.value): each for each in disagreements()}
    counted = {}
    for row in oracle.ROWS:
        counted.setdefault((row.drug, row.route), []).append(row)
    assert {key: len(each.records) for key, each in listed.items()} == {
        key: len(rows) for key, rows in counted.items() if len(rows) > 1
    }
    for key, shares in listed.items():
        values = [fraction(number(row.value)) for row in counted[key] if row.value != "-"]
        values += [fraction(number(end)) for row in counted[key] if row.value == "-" for end in (row.low, row.high)]
        assert shares.factor == max(values) / min(values)
        assert f"differ by a factor of {exact_text(shortened(shares.factor))}" in str(shares)
        assert f"{len(shares.records)} records" in str(shares)
        assert faults(str(shares)) == []


def test_disagreements_are_narrowed_by_drug_and_route():
    assert [each.route.value for each in disagreements(drug="esketamine")] == ["intranasal"]
    assert disagreements(drug="ketamine", route="subcutaneous") == ()
    assert {each.drug for each in disagreements(route=Route.INTRANASAL)} == set(Drug)
    (muscle,) = disagreements(drug="ketamine", route="intramuscular")
    assert muscle.factor == Fraction(93, 41)
    refused("word.unknown", disagreements, drug="propofol")
    refused("word.unknown", disagreements, route="rectal")


# Refusals of form


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"value": 0},
        {"value": -1},
        {"value": "100.0001"},
        {"value": 24, "low": 25, "high": 27},
        {"value": 24, "low": 17, "high": 23},
        {"low": 25, "high": 20},
        {"value": 24, "low": 0, "high": 27},
        {"value": 24, "low": 17, "high": 101},
        {"value": 24, "low": 17},
        {"value": 24, "high": 27, "spread": Spread.INTERQUARTILE},
        {"value": 24, "low": 17, "high": 27, "spread": Spread.NONE},
        {"value": 24, "low": 17, "high": 27, "spread": Spread.STANDARD_ERROR},
        {"value": 24, "spread": Spread.INTERQUARTILE},
        {"value": 24, "spread": Spread.DEFINITION},
        {"value": 24, "spread": "none reported"},
        {"value": 24, "population": "adults"},
        {"value": 24, "drug": "ketamine"},
        {"value": 24, "route": "oral"},
        {"value": 24, "n": 0},
        {"value": 24, "n": -3},
        {"value": 24, "n": True},
        {"value": 24, "n": 6.0},
        {"value": True},
        {"value": "a quarter"},
        {"value": float("nan")},
        {"value": [24]},
        {"value": 24, "citation": "Chong 2009"},
        {"value": 24, "citation": None},
        {"value": 24, "remarks": ["text"]},
    ],
    ids=str,
)
def test_a_record_whose_figures_make_no_sense_is_refused(fields):
    refused("bioavailability.form", own, **fields)


def test_the_edges_of_what_is_a_share_are_taken():
    assert own(100).highest == 100
    assert own(24, 24, 24).lowest == 24
    assert own(Fraction(1, 10**9)).lowest > 0
    assert own(18.6).value == own(Decimal("18.6")).value == Fraction(93, 5)
    assert own(24, n=None).n is None


@pytest.mark.parametrize("field", ["name", "formulation", "analyte"])
def test_text_of_a_record_is_one_line_and_not_empty(field):
    for text in ("", " ", "a\nb", None, 5, "x" * 301):
        refused("argument.text", attrs.evolve, catalog.CHONG_2009_ORAL, **{field: text})
    refused("argument.text", attrs.evolve, catalog.CHONG_2009_ORAL, remarks=("",))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Potency("P", 0, PAGE), "bioavailability.form"),
        (lambda: Potency("P", -2, PAGE), "bioavailability.form"),
        (lambda: Potency("P", True, PAGE), "bioavailability.form"),
        (lambda: Potency("P", 2, "SOP 12"), "bioavailability.form"),
        (lambda: Potency("P", 2, PAGE, remarks="text"), "bioavailability.form"),
        (lambda: Potency("", 2, PAGE), "argument.text"),
        (lambda: Potency("P", 2, object.__new__(Citation)), "record.hollow"),
        (lambda: Salt("S", Drug.KETAMINE, 0, 274, PAGE), "bioavailability.form"),
        (lambda: Salt("S", Drug.KETAMINE, 274, 274, PAGE), "bioavailability.form"),
        (lambda: Salt("S", Drug.KETAMINE, 274, 237, PAGE), "bioavailability.form"),
        (lambda: Salt("S", "ketamine", 237, 274, PAGE), "bioavailability.form"),
        (lambda: Salt(" ", Drug.KETAMINE, 237, 274, PAGE), "argument.text"),
        (lambda: Shares("ketamine", "oral", None), "bioavailability.form"),
        (lambda: Shares("ketamine", "oral", catalog.CHONG_2009_ORAL), "bioavailability.form"),
        (lambda: Shares("ketamine", "oral", (24,)), "bioavailability.form"),
        (lambda: Shares("ketamine", "oral", (object.__new__(Bioavailability),)), "record.hollow"),
        (lambda: Shares("ketamine", "rectal", ()), "word.unknown"),
        (lambda: Shares("propofol", "oral", ()), "word.unknown"),
    ],
)
def test_ratios_salts_and_lists_of_records_are_checked(make, code):
    refused(code, make)


# No order is made of an answer


@pytest.mark.parametrize("make", [lambda: kd.systemic_amount(VEIN), lambda: kd.equivalent_dose(VEIN, to="intramuscular")])
def test_nothing_is_prepared_or_planned_from_an_answer(make):
    answer = make()
    refused("argument.type", kd.plan_injection, answer, product=VIAL)
    refused("infusion.needed", kd.plan_infusion, answer, product=VIAL, made_up_to="100 mL")
    refused("argument.type", kd.plan_oral, answer, product=VIAL)
    refused("argument.type", kd.plan_devices, answer, product=kd.products.SPRAVATO_28_MG)
    refused("argument.type", kd.plan_sessions, answer, start="2026-01-05")
    refused("course.pattern", kd.plan_course, "70 kg", answer, start="2026-01-05")
    refused("argument.type", kd.calculate_dose, "70 kg", answer)
    refused("argument.type", kd.systemic_amount, answer)
    with pytest.raises(KetadoseError):
        kd.Regimen("ketamine", "intramuscular", answer, source=Source.site("SOP 12"))


@pytest.mark.parametrize(
    "changes",
    [{"amount": m.Amount("350 mg")}, {"patient": kd.Patient("60 kg")}, {"findings": ()}, {"weight": m.Weight("140 kg")}],
    ids=lambda changes: "/".join(changes),
)
def test_an_edited_dose_is_refused(changes):
    dose = kd.calculate_dose("70 kg", infusion("0.5 mg/kg"))
    edited = attrs.evolve(dose, **changes)
    refused("dose.changed", kd.systemic_amount, edited)
    refused("dose.changed", kd.equivalent_dose, edited, to="oral")
    for answer in (kd.systemic_amount(dose), kd.equivalent_dose(dose, to="oral")):
        refused("dose.changed", attrs.evolve, answer, dose=edited)


# Records are records


ANSWERS = {
    "systemic": kd.systemic_amount(dose_of()),
    "systemic, unknown": kd.systemic_amount(dose_of(route="subcutaneous")),
    "systemic, a range": kd.systemic_amount(dose_of(), records=catalog.ANDRADE_2019_ORAL),
    "equivalent": kd.equivalent_dose(VEIN, to="oral"),
    "equivalent, unknown": kd.equivalent_dose(VEIN, to="subcutaneous"),
    "equivalent, exchanged": kd.equivalent_dose(VEIN, to="intranasal", drug="esketamine", ratio=RATIO),
}
RECORDS = {
    **ANSWERS,
    "base": base_of("32.3 mg", "esketamine"),
    "hydrochloride": hydrochloride_of("28 mg", "esketamine"),
    "shares": disagreements()[0],
    "share": pharmacology.Share(Fraction(24)),
    "ratio": RATIO.ratio,
    **{each.name: each for each in (*catalog.ALL, *salts.SALTS, *salts.POTENCIES)},
}
each_result = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())


@each_result
def test_a_record_pickles_copies_and_hashes_equal(record):
    for again in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert again == record
        assert hash(again) == hash(record)
        assert type(again) is type(record)


@each_result
def test_a_record_is_plain_data_as_json(record):
    plain = record.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert "Fraction(" not in json.dumps(plain)
    assert plain["text"] == str(record)


@each_result
def test_a_record_refuses_change(record):
    name = attrs.fields(type(record))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, name, None)
    with pytest.raises(KetadoseError, match="does not change"):
        record.__init__(**{each.alias: getattr(record, each.name) for each in attrs.fields(type(record))})
    assert attrs.evolve(record) == record


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_plain_data_holds_the_figures_and_every_record_with_its_source(answer):
    plain = answer.to_dict()
    for name in ("low", "high", "value"):
        amount = getattr(answer, name)
        assert plain[name] == (amount and amount.__plain__())
    assert plain["known"] is answer.known
    assert [each["code"] for each in plain["findings"]] == codes(answer)
    lines = [line for entry in answer.working.entries for line in entry.lines()]
    both = (answer.shares, getattr(answer, "to_shares", answer.shares))
    for record in (each for shares in both for each in shares.records):
        assert str(record) in lines
        assert f"source: {record.citation}" in lines
    (ordered, *_) = lines
    assert ordered.endswith(f"as base: {answer.dose.amount}")


@given(orders, ways)
def test_nothing_that_is_printed_breaks_a_rule(order, way):
    (drug, route, amount), (wanted, other) = order, way
    ratio = None if drug is wanted else RATIO
    dose = dose_of(drug, route, milligrams(amount))
    for answer in (kd.systemic_amount(dose), kd.equivalent_dose(dose, to=other, drug=wanted, ratio=ratio)):
        lines = [line for entry in answer.working.entries for line in entry.lines()]
        for text in (str(answer), *lines, *map(str, answer.findings)):
            assert faults(text) == []
            assert "\n" not in text


# Whatever is given


class Hostile:
    """Lies about equality and breaks when looked at."""

    def __eq__(self, other):
        raise RuntimeError

    __hash__ = None

    def __repr__(self):
        raise RuntimeError

    def __index__(self):
        return 5


HOSTILE = (
    None, True, False, -1, 10**5000, -(10**5000), 5.0, float("nan"), float("inf"), Fraction(5), "5", "", b"5", [5], (5,), {5},
    5j, [], (), Hostile(), (Hostile(),), object, type, len, object.__new__(Bioavailability), (object.__new__(Bioavailability),),
    object.__new__(Shares), object.__new__(Potency), object.__new__(Salt), object.__new__(kd.Dose), object.__new__(Citation),
    object.__new__(Fraction), object.__new__(m.Amount), object.__new__(pharmacology.Share), kd.systemic_amount(VEIN), VEIN,
    catalog.CHONG_2009_ORAL, RATIO, Route.ORAL, Drug.KETAMINE, Spread.NONE, PAGE, lambda: 5,
)  # fmt: skip
CALLS = {
    "systemic dose": lambda x: kd.systemic_amount(x),
    "systemic records": lambda x: kd.systemic_amount(VEIN, records=x),
    "equivalent dose": lambda x: kd.equivalent_dose(x, to="oral"),
    "equivalent to": lambda x: kd.equivalent_dose(VEIN, to=x),
    "equivalent records": lambda x: kd.equivalent_dose(VEIN, to="oral", records=x),
    "equivalent to_records": lambda x: kd.equivalent_dose(VEIN, to="oral", to_records=x),
    "equivalent drug": lambda x: kd.equivalent_dose(VEIN, to="oral", drug=x),
    "equivalent ratio": lambda x: kd.equivalent_dose(VEIN, to="oral", drug="esketamine", ratio=x),
    "equivalent ratio alone": lambda x: kd.equivalent_dose(VEIN, to="oral", ratio=x),
    "disagreements drug": lambda x: disagreements(drug=x),
    "disagreements route": lambda x: disagreements(route=x),
    "base": lambda x: base_of(x, "ketamine"),
    "base drug": lambda x: base_of("5 mg", x),
    "hydrochloride": lambda x: hydrochloride_of(x, "ketamine"),
    "hydrochloride drug": lambda x: hydrochloride_of("5 mg", x),
    "Shares drug": lambda x: Shares(x, "oral", ()),
    "Shares route": lambda x: Shares("ketamine", x, ()),
    "Shares records": lambda x: Shares("ketamine", "oral", x),
    "Systemic dose": lambda x: Systemic(x, Shares("ketamine", "oral", ())),
    "Systemic shares": lambda x: Systemic(VEIN, x),
    "Equivalent shares": lambda x: Equivalent(VEIN, x, Shares("ketamine", "oral", ())),
    "Equivalent to_shares": lambda x: Equivalent(VEIN, kd.systemic_amount(VEIN).shares, x),
    "Equivalent ratio": lambda x: Equivalent(VEIN, kd.systemic_amount(VEIN).shares, Shares("ketamine", "oral", ()), x),
    "Converted given": lambda x: Converted(x, "base", salts.KETAMINE_HYDROCHLORIDE),
    "Converted form": lambda x: Converted("5 mg", x, salts.KETAMINE_HYDROCHLORIDE),
    "Converted salt": lambda x: Converted("5 mg", "base", x),
    **{
        f"{type(record).__name__} {field.name}": (lambda x, record=record, field=field: attrs.evolve(record, **{field.name: x}))
        for record in (catalog.CHONG_2009_ORAL, RATIO, salts.KETAMINE_HYDROCHLORIDE)
        for field in attrs.fields(type(record))
    },
}


@pytest.mark.parametrize("call", CALLS)
def test_whatever_is_given_nothing_but_our_own_error_comes_out(call):
    for given_ in HOSTILE:
        try:
            answer = CALLS[call](given_)
        except KetadoseError as error:
            assert str(error).isascii()
            assert len(str(error)) < 300
        else:
            for each in answer if type(answer) is tuple else (answer,):
                assert isinstance(each, Record)
                assert hash(each) == hash(pickle.loads(pickle.dumps(each)))
                assert faults(str(each)) == []


def test_guards_hold_with_validators_disabled():
    attrs.validators.set_disabled(True)
    try:
        refused("bioavailability.form", own, 101)
        refused("bioavailability.other", kd.systemic_amount, VEIN, records=catalog.CHONG_2009_ORAL)
    finally:
        attrs.validators.set_disabled(False)


def test_words_are_ours():
    assert issubclass(Spread, Word)
    assert issubclass(Population, Word)
    assert isinstance(kd.systemic_amount(dose_of()).findings[-1], Finding)
