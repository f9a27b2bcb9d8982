"""The oracle itself: it shares nothing with the library, has every formula and axis, and knows what is known by hand."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose import formulas, pharmacology
from ketadose.planning.maintenance import IntervalAction
from ketadose.planning.rule import Action
from ketadose.terms import Axis
from tests.oracle import course, expressions, floats, intervals, limits, patients, patterns, printing, titration, units
from tests.oracle.formulas import RULES
from tests.oracle.pairs import Pair, number, same

MODULES = sorted(Path(__file__).parent.joinpath("oracle").glob("*.py"))
ALLOWED = {*sys.stdlib_module_names, "numpy", "tests.oracle"}
"""What an oracle may be made of: Python, the numbers that somebody hands over, and other parts of it."""
ALL = formulas.ALL + pharmacology.ALL


def imported(source: str) -> set[str]:
    """What a module imports: the package of each, and of our own tests the folder."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(f"{'.' * node.level}{node.module or ''}")
    return {".".join(name.split(".")[:2]) if name.startswith("tests") else name.split(".")[0] for name in names}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_oracle_imports_nothing_of_the_library(path):
    source = path.read_text("utf-8")
    assert imported(source) - ALLOWED == set()
    assert "__import__" not in source
    assert "import_module" not in source


@pytest.mark.parametrize(
    "source", ["import ketadose", "from ketadose.measures import Weight", "from tests.strategies import x"]
)
def test_an_import_of_the_library_would_be_seen(source):
    assert imported(source) - ALLOWED != set()


def test_every_formula_has_its_rule_in_the_oracle():
    assert set(RULES) == {formula.symbol for formula in ALL}


FIGURES = st.tuples(st.integers(1, 10**9), st.integers(1, 10**4))


@given(FIGURES, FIGURES)
def test_rules_say_what_the_formulas_print(one: Pair, other: Pair):
    """Two ways to the same number that share nothing but the words: the printed expression, and the rule written again."""
    for formula in ALL:
        figures = [
            (figure[0], 1) if kind is int else figure for (_, kind), figure in zip(formula.inputs, (one, other), strict=False)
        ]
        names = {name: figure for (name, _), figure in zip(formula.inputs, figures, strict=True)}
        assert same(RULES[formula.symbol](*figures), expressions.evaluate(formula.expression, names)), formula.symbol


def test_every_axis_is_judged_by_the_oracle():
    """The axes of doses and courses by the care areas, those of a person's build by what the weight formulas were made for."""
    everything = (*limits.CLINIC, *(each for area in limits.ELSEWHERE.values() for each in area))
    built = {name for domain in patients.MADE_FOR.values() for name, *_ in domain}
    names = {"cm": "height", "bmi": "body_mass_index", "years": "age", "kg": "weight"}
    assert {each.axis for each in everything} | {names[each] for each in built} == {axis.name.lower() for axis in Axis}


def test_every_answer_of_a_rule_is_one_that_the_oracle_gives():
    assert {action.value for action in Action} == {"raise", "stay", "lower", "judge", "unknown"}
    assert {action.value for action in IntervalAction} == {"start", "longer", "keep", "shorter", "judge"}
    assert {area.value for area in kd.CareArea} == {limits.HERE, *limits.ELSEWHERE}


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**20))
def test_nearest_float_is_that_of_exact_division(numerator: int, denominator: int):
    """Python divides whole numbers correctly rounded, in other code."""
    assert same(floats.nearest((numerator, denominator)), (numerator / denominator).as_integer_ratio())


@pytest.mark.parametrize(
    ("value", "nearest"),
    [((2**53 + 1, 1), 2**53), ((2**53 + 3, 1), 2**53 + 4), ((-(2**53) - 1, 1), -(2**53)), ((1, 2), None), ((0, 1), 0)],
)
def test_of_two_floats_equally_near_the_even_one_is_taken(value, nearest):
    assert same(floats.nearest(value), value if nearest is None else (nearest, 1))


@pytest.mark.parametrize(
    ("text", "table", "value"),
    [
        ("154 lb", units.WEIGHT, "69.85322498"),
        ("5 ft 5.5 in", units.HEIGHT, "166.37"),
        ("0.5mg", units.AMOUNT, "0.5"),
        ("2400 s", units.DURATION, "2400"),
        ("12.5 mcg/kg/min", units.PER_WEIGHT_RATE, "0.75"),
    ],
)
def test_honest_text_is_read(text, table, value):
    found = units.said(text, table)
    assert found is not None
    assert same(found, number(value))


@pytest.mark.parametrize(
    "text",
    ["70,5 kg", "070 kg", ".5 kg", "5. kg", "-5 kg", "0 kg", "0.0 kg", "70  kg", "70 KG", "70", "kg", "\uff17 kg", "7" * 41],
)
def test_other_text_is_not(text):
    assert units.said(text, units.WEIGHT) is None


@pytest.mark.parametrize("text", ["10 ft 1 in", "0 ft 5 in", "5 ft 12 in", "5 ft  5 in", "5 ft 05 in", "5 ft 5", "5.5 ft 5 in"])
def test_other_heights_are_not(text):
    assert units.said(text, units.HEIGHT) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((35, 1), "35 mg"),
        ((1, 3), "0.3333 mg (rounded)"),
        ((3492661249, 10**8), "34.93 mg (exact 34.92661249 mg)"),
        ((123450, 10), "12,345 mg"),
        ((12345678, 10), "1,234,568 mg (exact 1,234,567.8 mg)"),
        ((5, 100_000), "0.00005 mg"),
        ((12345, 10**7), "0.001235 mg (exact 0.0012345 mg)"),
    ],
)
def test_figures_are_printed_as_an_order_has_them(value, text):
    assert printing.told(value, "mg") == text


def test_days_by_rule():
    assert patterns.weekly(2, 3) == ((1, 4, 8, 11, 15, 18), 21)
    assert patterns.weekly(3, 1)[0] == (1, 3, 5)
    assert patterns.spread(6, 21)[0] == (1, 5, 9, 13, 17, 21)
    assert patterns.then(patterns.weekly(2, 4), patterns.every(7, 4))[0][-4:] == (29, 36, 43, 50)
    assert patterns.repeated(((1, 3, 5), 5), 2, 9)[0] == (1, 3, 5, 15, 17, 19)
    assert patterns.most_in((1, 4, 8, 11, 15, 18), 7) == 2


def test_windows_weeks_and_gaps():
    """Six infusions of 1 mg/kg: 6 mg/kg in three weeks, above the soft 3; a day apart, below the soft two."""
    days, amounts = [1, 4, 8, 11, 15, 18], [(70, 1)] * 6
    assert course.findings("ketamine", "intravenous", days, amounts, (70, 1)) == [("window.high", "CAUTION")]
    assert course.findings("ketamine", "intravenous", [1, 2], [(35, 1)] * 2, (70, 1)) == [("interval.low", "CAUTION")]
    assert course.largest_window(days, [(each, 1) for each in range(6)], 8) == (12, 1)


def test_a_rule_of_titration():
    """Up a rung for less than half of the improvement after four sessions, only where it is tolerated."""
    rule = titration.Rule(((1, 2), (3, 4)), improvement=(50, 1), after=4)
    assert titration.decided(rule, (1, 2), titration.Known((30, 1), 4, None, True)) == ("raise", (3, 4), ())
    assert titration.decided(rule, (1, 2), titration.Known((50, 1), 4, None, True)) == ("stay", (1, 2), ())
    assert titration.decided(rule, (1, 2), titration.Known((30, 1), None, None, None))[2] == ("sessions", "tolerated")


def test_the_least_frequent_that_holds():
    assert intervals.proposed(7, 14, None, [(7, True), (7, True)]) == ("longer", 14)
    assert intervals.proposed(7, 14, None, [(7, True), (14, False)]) == ("shorter", 7)
    assert intervals.reviews(5, None, True) == [3, None]
