"""A formula over other KPIs, computed: exact to 28 digits, with nothing in it but sums."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DecimalException, Overflow
from graphlib import CycleError, TopologicalSorter
from typing import Generic, TypeAlias, TypeVar

from simpleeval import InvalidExpression, SimpleEval

from kpi_engine.measure.exact import DIGITS, EXACT
from kpi_engine.model.actual import Reading

T = TypeVar("T")
Operators: TypeAlias = Mapping[type[ast.operator | ast.unaryop], Callable[..., T]]

DEPTH = 40
"""How deep sums may stand inside sums."""
FUNCTIONS = ("min", "max", "abs")


@dataclass(frozen=True, slots=True)
class NotComputable:
    """Why there is no value although there are all operands: `division_by_zero`, `too_large`, `operand_changed`."""

    key: str


@dataclass(frozen=True, slots=True)
class Algebra(Generic[T]):
    """What the signs of a formula mean for numbers, or for units."""

    operators: Operators[T]
    functions: Mapping[str, Callable[..., T]]
    constant: Callable[[str], T]


def operands(formula: str) -> frozenset[int]:
    """The ids of the KPIs that a formula such as `{12} / {15}` names."""
    return frozenset(int(id) for id in _OPERAND.findall(formula))


def compute(formula: str, values: Mapping[int, Decimal | None]) -> Reading | NotComputable | None:
    """The value of a formula, with numerator and denominator where it is a quotient.

    A missing operand makes the value missing, never zero: None. Division by zero is no value either, for a reason
    of its own.
    """
    known = {id: value for id in operands(formula) if (value := values.get(id)) is not None}
    if len(known) < len(operands(formula)):
        return None
    try:
        return _reading(_tree(formula), known)
    except Overflow:
        return NotComputable("too_large")
    except DecimalException:
        return NotComputable("division_by_zero")


def evaluate(formula: str, names: Mapping[int, T], algebra: Algebra[T]) -> T:
    """What the formula comes to in an algebra. ValueError where it is no formula."""
    return _run(_tree(formula), names, algebra)


def circle(formulas: Mapping[int, str]) -> tuple[int, ...]:
    """KPIs of which each is computed from the next, and the last from the first; empty where there are none."""
    try:
        TopologicalSorter({id: operands(formula) for id, formula in formulas.items()}).prepare()
    except CycleError as error:
        return tuple(error.args[1][1:])
    return ()


def _lowest(first: Decimal, *others: Decimal) -> Decimal:
    return min(first, *others)


def _highest(first: Decimal, *others: Decimal) -> Decimal:
    return max(first, *others)


_OPERAND = re.compile(r"\{([0-9]+)\}")
_PERCENT = re.compile(r"([0-9.]+)%")
_NUMBERS: Algebra[Decimal] = Algebra(
    {
        ast.Add: EXACT.add,
        ast.Sub: EXACT.subtract,
        ast.Mult: EXACT.multiply,
        ast.Div: EXACT.divide,
        ast.USub: EXACT.minus,
        ast.UAdd: EXACT.plus,
    },
    {"min": _lowest, "max": _highest, "abs": EXACT.abs},
    Decimal,
)
_NODES = (ast.Expr, ast.Name, ast.UnaryOp, ast.BinOp, ast.Call, ast.Constant)
"""All that is ever looked at: no attribute, no index, no comparison, no text."""


def _tree(formula: str) -> ast.expr:
    code = _PERCENT.sub(r"(\1 / 100)", _OPERAND.sub(r"k\1", formula))
    try:
        parsed = ast.parse(code, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError("no formula") from error
    if _depth(parsed) > DEPTH:
        raise ValueError("no formula")
    return parsed


def _depth(tree: ast.expr) -> int:
    level: list[ast.AST] = [tree]
    depth = 0
    while level:
        level, depth = [child for node in level for child in ast.iter_child_nodes(node)], depth + 1
    return depth


def _reading(tree: ast.expr, values: Mapping[int, Decimal]) -> Reading | NotComputable:
    if not isinstance(tree, ast.BinOp) or not isinstance(tree.op, ast.Div):
        return _bounded(Reading(_run(tree, values, _NUMBERS)))
    numerator, denominator = _run(tree.left, values, _NUMBERS), _run(tree.right, values, _NUMBERS)
    return _bounded(Reading(EXACT.divide(numerator, denominator), numerator, denominator))


def _bounded(reading: Reading) -> Reading | NotComputable:
    return reading if reading.value.adjusted() < DIGITS else NotComputable("too_large")


def _run(tree: ast.expr, names: Mapping[int, T], algebra: Algebra[T]) -> T:
    machine = SimpleEval(
        operators=algebra.operators,
        functions=algebra.functions,
        names={f"k{id}": value for id, value in names.items()},
    )
    machine.nodes = {kind: machine.nodes[kind] for kind in _NODES}
    # By itself the machine takes texts for constants, and `abs` alone for the function.
    machine.nodes[ast.Constant] = lambda node: algebra.constant(_number(node))
    machine.nodes[ast.Name] = lambda node: machine.names[node.id]
    try:
        found: T = machine.eval("formula", previously_parsed=tree)
    except (InvalidExpression, KeyError, TypeError) as error:
        raise ValueError("no formula") from error
    return found


def _number(node: ast.Constant) -> str:
    if type(node.value) not in (int, float):
        raise InvalidExpression
    return str(node.value)
