"""The mutants: a copy of the project in which every function of the scope stands beside all its broken versions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import chdir
from difflib import ndiff
from pathlib import Path
from typing import Any

import attrs
import libcst as cst
from mutmut.mutation import file_mutation

from proof.records import ROOT

SCOPE = {
    "measures": ("ketadose/measures/*.py",),
    "formulas": ("ketadose/formulas.py",),
    "findings": ("ketadose/findings.py", "ketadose/bounds.py"),
    "calc": ("ketadose/calc/*.py",),
}
"""What is mutated, by the name under which it is counted."""

COPIED = ("ketadose", "tests", "docs", "examples", "README.md", "pyproject.toml")
_ARITHMETIC = (
    *(cst.Add, cst.Subtract, cst.Multiply, cst.Divide, cst.FloorDivide, cst.Modulo, cst.Power, cst.Minus, cst.Plus),
    *(cst.AddAssign, cst.SubtractAssign, cst.MultiplyAssign, cst.DivideAssign, cst.FloorDivideAssign),
)
_COMPARED = (cst.ComparisonTarget, cst.Is, cst.IsNot, cst.In, cst.NotIn)
_KINDS: tuple[tuple[tuple[type[cst.CSTNode], ...], str], ...] = (
    (_COMPARED, "comparison"),
    ((cst.BaseNumber,), "number"),
    ((cst.BaseString,), "text"),
    ((cst.BooleanOperation, cst.UnaryOperation, cst.IfExp, cst.Break, cst.Continue), "logic"),
    ((cst.Call,), "argument"),
)


@attrs.frozen
class Mutant:
    """One broken version of one function: where it is, what kind of thing was changed, and the line before and after."""

    name: str
    package: str
    where: str
    kind: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.where}: {self.before} => {self.after}"


def make(tree: Path) -> list[Mutant]:
    """Copy the project to `tree`, with mutants in place of the modules of the scope."""
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, tree / name)
    with (tree / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[tool.mutmut]\nsource_paths = ["ketadose"]\n')
    with chdir(tree):  # where mutmut looks for its settings
        return [
            mutant
            for package, patterns in SCOPE.items()
            for pattern in patterns
            for path in sorted(tree.glob(pattern))
            for mutant in _mutate(package, path, tree)
        ]


def _mutate(package: str, path: Path, tree: Path) -> Iterator[Mutant]:
    module = path.relative_to(tree).with_suffix("").as_posix().replace("/", ".")
    code = cst.parse_module(path.read_text("utf-8")).visit(_Undecorated()).code
    parsed, mutations, classes, functions = file_mutation.create_mutations(str(path), code)
    mutated = file_mutation.combine_mutations_to_source(parsed, mutations, classes, functions)
    path.write_text(mutated.code, "utf-8")
    lines = mutated.code.splitlines()
    texts = {name: lines[span.start - 1 : span.end] for name, span in mutated.line_span_by_function_name.items()}
    groups = file_mutation.group_by_top_level_node(mutations)
    made = [each for node, group in groups.items() if isinstance(node, cst.FunctionDef) for each in group]
    for name, mutation in zip(mutated.mutant_names, made, strict=True):
        stem = name.partition("__mutmut_")[0]
        function = stem.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
        whole, broken = f"{stem}__mutmut_orig", name
        before, after = _changed(
            [line.replace(whole, stem) for line in texts[whole]], [line.replace(broken, stem) for line in texts[broken]]
        )
        yield Mutant(f"{module}.{name}", package, f"{module}.{function}", _kind(mutation.original_node), before, after)


def _kind(node: cst.CSTNode) -> str:
    """What was changed: an operator that compares or calculates, a number, a text, a condition, an argument, or a value."""
    if isinstance(node, cst.BinaryOperation | cst.UnaryOperation | cst.AugAssign):
        sign = node.operator
        if isinstance(sign, _ARITHMETIC):
            return "arithmetic"
    return next((kind for types, kind in _KINDS if isinstance(node, types)), "value")


def _changed(before: list[str], after: list[str]) -> tuple[str, str]:
    """The lines that differ, each side as one line; the first line is told apart by the name alone."""
    marked = list(ndiff(before, after))
    return tuple(" ".join(line[2:].strip() for line in marked if line.startswith(mark)) for mark in ("- ", "+ "))  # type: ignore[return-value]


class _Undecorated(cst.CSTTransformer):
    """Writes `@property def x` as `def x` and `x = property(x)`, which mutmut can take in hand; likewise `@cache`."""

    def leave_FunctionDef(self, _original: cst.FunctionDef, function: cst.FunctionDef) -> Any:  # noqa: N802
        match function.decorators:
            case [cst.Decorator(decorator=cst.Name(("property" | "cache") as word))]:
                name = function.name.value
                return cst.FlattenSentinel(
                    [function.with_changes(decorators=()), cst.parse_statement(f"{name} = {word}({name})")]
                )
        return function
