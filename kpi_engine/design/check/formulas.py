"""KPIs that are computed from others: from which, and whether they can be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.series import closed_scores
from kpi_engine.measure.formula.compute import Algebra, evaluate, operands
from kpi_engine.model.check import RuleId

_NONE: frozenset[int] = frozenset()


def formula_wrong(model: Model) -> Iterator[Finding]:
    """A formula over KPIs has all of them, never divides by what can be nothing, and does not need itself."""
    known = {record.id: record for record in model.kpis}
    for record in model.kpis:
        if not record.definition.expression:
            continue
        unknown = tuple(f"{{{id}}}" for id in sorted(operands(record.definition.expression) - known.keys()))
        divisors = [known[id] for id in sorted(divided_by(record.definition.expression)) if id in known]
        zero = next((divisor for divisor in divisors if _is_zero(model, record, divisor)), None)
        circle = record.id in drivers(model, record)
        if unknown or zero or circle:
            params = {"unknown": unknown, "zero": zero and zero.definition.name, "circle": circle}
            yield of_kpi(RuleId.FORMULA_WRONG, record, Question(Topic.FORMULA), **params)


def drivers(model: Model, record: KpiRecord) -> frozenset[int]:
    """All KPIs that it is computed from, directly or by way of others."""
    found: set[int] = set()
    ahead = set(operands(record.definition.expression))
    uses = {each.id: operands(each.definition.expression) for each in model.kpis} if ahead else {}
    while ahead:
        found |= ahead
        ahead = {driver for one in ahead for driver in uses.get(one, ())} - found
    return frozenset(found)


def divided_by(formula: str) -> frozenset[int]:
    """The KPIs any one of which, being zero, makes the formula divide by zero: of a sum it takes all of them."""
    leaves = {id: _Part(zero_with=frozenset({id})) for id in operands(formula)}
    return evaluate(formula, leaves, _DIVISIONS).divided_by


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a formula: with which KPIs it is zero, and by which it divides."""

    zero_with: frozenset[int] = _NONE
    divided_by: frozenset[int] = _NONE


def _together(*parts: _Part) -> _Part:
    return _Part(divided_by=_NONE.union(*(part.divided_by for part in parts)))


def _product(one: _Part, other: _Part) -> _Part:
    return _Part(one.zero_with | other.zero_with, one.divided_by | other.divided_by)


def _quotient(one: _Part, other: _Part) -> _Part:
    return _Part(one.zero_with, one.divided_by | other.divided_by | other.zero_with)


def _same(part: _Part) -> _Part:
    return part


_DIVISIONS: Algebra[_Part] = Algebra(
    {
        ast.Add: _together,
        ast.Sub: _together,
        ast.Mult: _product,
        ast.Div: _quotient,
        ast.USub: _same,
        ast.UAdd: _same,
    },
    {"min": _together, "max": _together, "abs": _same},
    lambda _: _Part(),
)


def _is_zero(model: Model, record: KpiRecord, divisor: KpiRecord) -> bool:
    """Whether it was nothing in one of the last cycles of what is computed, or is to be nothing."""
    lines = closed_scores(model, divisor, record.definition.cycle)
    return divisor.definition.target.value == 0 or any(line.reading and not line.reading.value for line in lines)
