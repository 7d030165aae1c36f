"""Do unit, direction and aggregation fit what a KPI counts?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kpi_engine.design.check.finding import Apply, Finding, Fix, Question, Topic
from kpi_engine.design.check.heading import better
from kpi_engine.design.check.lexicon import spoken
from kpi_engine.design.check.mend import apply_or_ask, latest, of_kpi, revise
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord, Part
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.exact import divide
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import FALLING, RISING, Aggregation, Definition, Direction, Target, UnitKind

FAR_OVER = Decimal(10)
"""A percent is kept as its fraction: a target of more than 1000 % was meant as 90 and not as 90 wholes."""
_HUNDRED = Decimal(100)


def unit_wrong(model: Model) -> Iterator[Finding]:
    """There is a unit, and the target is a number of it."""
    for record in model.kpis:
        definition = record.definition
        if Part.UNIT in record.unsaid:
            yield of_kpi(RuleId.UNIT_WRONG, record, Question(Topic.UNIT), unit=None, target=None)
        elif _disagrees(record):
            fix = _hundredth(model, record) if definition.unit.kind is UnitKind.PERCENT else Question(Topic.UNIT)
            yield of_kpi(RuleId.UNIT_WRONG, record, fix, unit=definition.unit, target=definition.target)


def direction_wrong(model: Model) -> Iterator[Finding]:
    """There is a direction, and it does not contradict the name."""
    for record in model.kpis:
        if Part.DIRECTION in record.unsaid:
            yield of_kpi(RuleId.DIRECTION_WRONG, record, Question(Topic.DIRECTION), direction=None)
            continue
        opposite = _opposite(record.definition.direction)
        if opposite and _same_way(opposite, better(record.definition)):
            fix = _flip(model, record, opposite)
            yield of_kpi(RuleId.DIRECTION_WRONG, record, fix, direction=record.definition.direction)


def aggregation_wrong(model: Model) -> Iterator[Finding]:
    """Rates are never added or averaged, what happens adds up, what there is at a moment does not."""
    for record in model.kpis:
        if fitting := _fitting(record.definition):
            changed = replace(latest(record).definition, aggregation=fitting)
            params = {"aggregation": record.definition.aggregation, "fitting": fitting}
            yield of_kpi(RuleId.AGGREGATION_WRONG, record, Apply(revise(model, record, changed)), **params)


def _disagrees(record: KpiRecord) -> bool:
    definition = record.definition
    target = definition.target.value
    if Part.TARGET in record.unsaid:
        return False
    if definition.unit.kind is UnitKind.PERCENT:
        return abs(target) > FAR_OVER
    if "%" in definition.unit.label.en + definition.unit.label.zh:
        return True
    return definition.unit.kind is UnitKind.COUNT and 0 < target < 1 and spoken(definition.name, "rate") is not None


def _hundredth(model: Model, record: KpiRecord) -> Fix:
    definition = latest(record).definition
    levels = _each_level(definition.target)
    return apply_or_ask(model, record, replace(definition, target=levels), Topic.UNIT)


def _each_level(target: Target) -> Target:
    def hundredth(level: Decimal | None) -> Decimal | None:
        return None if level is None else divide(level, _HUNDRED)

    others = [hundredth(level) for level in (target.upper, target.threshold, target.stretch)]
    return Target(divide(target.value, _HUNDRED), *others)


def _same_way(one: Direction, other: Direction | None) -> bool:
    return any(one in way and other in way for way in (RISING, FALLING))


def _opposite(direction: Direction) -> Direction | None:
    match direction:
        case Direction.HIGHER:
            return Direction.LOWER
        case Direction.LOWER:
            return Direction.HIGHER
        case Direction.AT_LEAST:
            return Direction.AT_MOST
        case Direction.AT_MOST | Direction.ZERO:
            return Direction.AT_LEAST
        case Direction.RANGE | Direction.NEAREST | Direction.MILESTONE | Direction.YESNO | Direction.LEVELS:
            return None


def _flip(model: Model, record: KpiRecord, direction: Direction) -> Fix:
    """Threshold and stretch change places; they fall away where that makes no curve."""
    definition = latest(record).definition
    target = replace(definition.target, threshold=definition.target.stretch, stretch=definition.target.threshold)
    if target_problem(direction, target):
        target = Target(definition.target.value)
    return apply_or_ask(model, record, replace(definition, direction=direction, target=target), Topic.DIRECTION)


def _fitting(definition: Definition) -> Aggregation | None:
    """What it should be; None where it may well be what it is, as it follows from a formula."""
    if definition.expression:
        return None
    match definition.aggregation:
        case Aggregation.SUM | Aggregation.COUNT:
            if definition.unit.kind is UnitKind.PERCENT:
                return Aggregation.RATIO
            return Aggregation.LAST if _over_time(definition, "stock") else None
        case Aggregation.AVERAGE | Aggregation.WEIGHTED:
            return Aggregation.RATIO if definition.unit.kind is UnitKind.PERCENT else None
        case Aggregation.LAST:
            return Aggregation.SUM if _counts(definition) and _over_time(definition, "flow") else None
        case Aggregation.RATIO | Aggregation.MIN | Aggregation.MAX:
            return None


def _over_time(definition: Definition, kind: str) -> bool:
    """Whether values are put together at all, of something that is called so."""
    return definition.frequency.rank < definition.cycle.rank and spoken(definition.name, kind) is not None


def _counts(definition: Definition) -> bool:
    return definition.unit.kind in (UnitKind.COUNT, UnitKind.MONEY)
