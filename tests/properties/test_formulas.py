"""Every formula: replayed from what it prints, run on arrays, and looked at for what its body may hold."""

from __future__ import annotations

import ast
import inspect
import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketadose import formulas, measures, pharmacology
from ketadose.working import Formula
from tests.oracle.expressions import Unreadable, evaluate
from tests.oracle.pairs import same
from tests.properties.looking import pair

ALL = formulas.ALL + pharmacology.ALL
EACH = pytest.mark.parametrize("formula", ALL, ids=lambda formula: formula.symbol)
ALLOWED = (ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Name, ast.Load, ast.Constant)


def spans(formula) -> list[tuple[int, int]]:
    """A span for each input in which no formula has a figure of zero or below: the first input is the larger one."""
    by_kind = {measures.Height: (120, 220), int: (2, 40), measures.BodyMassIndex: (15, 70)}
    plain = [(500, 900), (1, 90)]
    return [by_kind.get(kind, plain[place]) for place, (_, kind) in enumerate(formula.inputs)]


def term(kind, figure):
    """The figure as a term of that kind."""
    if kind is int:
        return int(figure)
    if kind is pharmacology.Share:
        return kind(figure)
    if kind is pharmacology.Ratio:
        return kind(Fraction(figure.numerator), Fraction(figure.denominator))
    return kind.of(figure, kind.units.canonical.name)


FIGURES = st.builds(Fraction, st.integers(1, 10**9), st.integers(1, 10**4))


@given(FIGURES, FIGURES)
def test_printed_expression_gives_the_computed_number(one, other):
    """Each formula is replayed: the printed words, read by an independent evaluator, give the very same number."""
    for formula in ALL:
        assert len(formula.inputs) <= 2
        figures = [
            Fraction(figure.numerator) if kind is int else figure
            for (_, kind), figure in zip(formula.inputs, (one, other), strict=False)
        ]
        terms = [term(kind, figure) for (_, kind), figure in zip(formula.inputs, figures, strict=True)]
        names = {
            name: (figure.numerator, figure.denominator) for (name, _), figure in zip(formula.inputs, figures, strict=True)
        }
        step = formula(*terms)
        assert type(step.result) is formula.result, formula.symbol
        assert type(step.result.value) is Fraction, formula.symbol
        assert step.terms == tuple(terms), formula.symbol
        assert same(pair(step.result), evaluate(formula.expression, names)), formula.symbol


@EACH
def test_same_function_runs_on_arrays(formula):
    """Whole arrays of floats agree with the exact numbers to 1e-12 of the value."""
    random = np.random.default_rng(20260105)
    columns = [random.uniform(low, high, 200) for low, high in spans(formula)]
    columns = [np.floor(column) if kind is int else column for column, (_, kind) in zip(columns, formula.inputs, strict=True)]
    result = formula.function(*columns)
    assert result.shape == (200,)
    exact = [formula.function(*map(Fraction, row)) for row in zip(*(column.tolist() for column in columns), strict=True)]
    assert all(abs(Fraction(float(got)) - want) <= abs(want) / 10**12 for got, want in zip(result, exact, strict=True))


@EACH
def test_body_has_only_arithmetic_and_whole_numbers(formula):
    """One return of + - * / over the inputs and integers: no float, no call, no choice, no comparison."""
    (function,) = ast.parse(inspect.getsource(formula.function)).body
    assert isinstance(function, ast.FunctionDef)
    assert not function.decorator_list
    words, returned = function.body
    assert isinstance(words, ast.Expr)
    assert isinstance(words.value, ast.Constant)
    assert type(words.value.value) is str
    assert isinstance(returned, ast.Return)
    nodes = list(ast.walk(returned.value))
    assert [type(node).__name__ for node in nodes if not isinstance(node, ALLOWED)] == []
    assert all(type(node.value) is int for node in nodes if isinstance(node, ast.Constant))
    arguments = [argument.arg for argument in function.args.args]
    assert {node.id for node in nodes if isinstance(node, ast.Name)} == set(arguments)
    assert len(arguments) == len(formula.inputs)


@EACH
def test_record_is_found_again_by_its_symbol(formula):
    """The symbol is the record's name in the module, so that a pickled step finds its formula."""
    module = formulas if formula in formulas.ALL else pharmacology
    assert getattr(module, formula.symbol.upper()) is formula
    assert pickle.loads(pickle.dumps(formula)) is formula
    assert formula.expression.isascii()


@pytest.mark.parametrize(("module", "least", "helpers"), [(formulas, 25, set()), (pharmacology, 10, {pharmacology.apply})])
def test_every_function_has_its_record(module, least, helpers):
    """No arithmetic without a record, no record twice, none left out of ALL."""
    functions = {
        value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    assert functions - helpers == {formula.function for formula in module.ALL}
    assert len(module.ALL) >= least
    assert [each for each in vars(module).values() if isinstance(each, Formula)] == list(module.ALL)


def test_no_two_formulas_are_called_the_same():
    assert len({formula.symbol for formula in ALL}) == len(ALL)
    assert len({formula.name for formula in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2 + 3 * 4", (14, 1)), ("(2 + 3) * 4", (20, 1)), ("8 - 3 - 2", (3, 1)), ("8 / 4 / 2", (1, 1)), ("0.4 * a", (3, 5))],
)
def test_evaluator_knows_its_arithmetic(text, value):
    assert same(evaluate(text, {"a": (3, 2)}), value)


@pytest.mark.parametrize("text", ["a b", "2 +", "(a", "a ** 2", "a % 2", "unknown", "A"])
def test_evaluator_reads_nothing_else(text):
    with pytest.raises(Unreadable):
        evaluate(text, {"a": (3, 2), "b": (1, 1)})
