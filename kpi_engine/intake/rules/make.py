"""Clauses of a rule, and how they are meant, become a scoring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from kpi_engine.intake.rules.distance import Event, InProportion, Most, Parts, Ratio, Steps
from kpi_engine.intake.rules.meaning import Meaning, level_of
from kpi_engine.intake.rules.methods import (
    by_anchors,
    by_bands,
    by_events,
    by_levels,
    by_ratio,
    by_steps,
    by_target,
)
from kpi_engine.intake.rules.parts import (
    Aim,
    At,
    Between,
    Beyond,
    Cap,
    Clause,
    Floor,
    FullMarks,
    Level,
    Lines,
    Met,
    Missed,
    Rest,
)
from kpi_engine.intake.rules.said import CONTRADICTION, INCOMPLETE, OTHER_TARGET, Rule, Unmade
from kpi_engine.model.kpi import FALLING, Direction, Target, Unit
from kpi_engine.model.scoring import AT_STRETCH, NO_POINTS, Basis, Limit, Method, Scoring, Side

_Way = Callable[[Rule], Method]


def make(
    clauses: Sequence[Clause], unit: Unit, direction: Direction, target: Target, meaning: Meaning
) -> Scoring | str:
    """The scoring, or the key of why there is none.

    Keys: rule_contradiction, rule_incomplete (what some values score is not said), rule_unit (a number of something
    that the KPI is not counted in), rule_two_bases (values and parts of the target in one table),
    rule_other_direction (points off for the better), rule_other_target (than the KPI's).
    """
    rule = Rule(clauses, unit, direction, meaning)
    try:
        _check_aim(rule, target)
        way = _way(rule)
        method = way(rule) if way else None
        limits = () if _is_of_bands(rule, way) else _limits(rule)
        return _held(rule, Scoring(method, limits=limits, hurdle=_hurdle(rule)))
    except Unmade as why:
        return str(why)


def _check_aim(rule: Rule, target: Target) -> None:
    aim = rule.one(Aim)
    if aim and level_of(aim.quantity, rule.unit, Meaning(percent=Basis.VALUE)) != (target.value, Basis.VALUE):
        raise Unmade(OTHER_TARGET)


def _way(rule: Rule) -> _Way | None:
    """The one way of scoring that is described; none where there are only limits."""
    described: list[_Way] = [way for way, is_it in _ways(rule) if is_it]
    if rule.is_table() and not described:
        described = [_by_table]
    way = described[0] if described else None
    if len(described) > 1 or (rule.has(Between, Rest) and way not in (_by_table, by_anchors)):
        raise Unmade(CONTRADICTION)
    if (rule.has(Most) and way is not by_steps) or (rule.has(Met) and way in (_by_table, by_levels)):
        raise Unmade(CONTRADICTION)
    if (rule.has(Lines) and way not in (_by_table, by_anchors)) or (rule.has(Parts) and way is not by_steps):
        raise Unmade(INCOMPLETE)
    if way is None and rule.has(Met):
        raise Unmade(INCOMPLETE)
    return way


def _ways(rule: Rule) -> tuple[tuple[_Way, bool], ...]:
    return (
        (by_ratio, rule.has(Ratio) or (rule.has(InProportion) and not rule.has(Steps))),
        (by_steps, rule.has(Steps)),
        (by_events, rule.has(Event)),
        (by_levels, rule.has(Level)),
        (by_anchors, rule.has(At)),
        (by_target, rule.has(Met) and rule.has(Missed)),
    )


def _by_table(rule: Rule) -> Method:
    if rule.linear():
        raise Unmade(INCOMPLETE)
    return by_bands(rule, [*rule.compared(), *rule.all(Between)])


def _is_of_bands(rule: Rule, way: _Way | None) -> bool:
    """Whether the comparisons are rows of its table."""
    return way is _by_table or (way is by_anchors and not rule.linear())


def _limits(rule: Rule) -> tuple[Limit, ...]:
    limits = []
    for one in rule.compared():
        including = rule.meaning.including if one.including is None else one.including
        limits.append(Limit(one.side, *rule.level(one), one.points, including=including is True))
    missed = rule.one(Missed)
    if missed and not rule.all(Met):
        side = Side.ABOVE if rule.direction in FALLING else Side.BELOW
        limits.append(Limit(side, Decimal(1), Basis.TARGET, missed.points))
    return tuple(limits)


def _hurdle(rule: Rule) -> Decimal | None:
    hurdles = [one for one in rule.all(Beyond) if rule.is_hurdle(one)]
    if any(one.side is not Side.BELOW or one.points or one.including is not False for one in hurdles):
        raise Unmade(CONTRADICTION)
    if len({one.quantity.number for one in hurdles}) > 1:
        raise Unmade(CONTRADICTION)
    return hurdles[0].quantity.number if hurdles else None


def _held(rule: Rule, scoring: Scoring) -> Scoring:
    """Between floor and cap; points that the text itself gives are never capped by what it does not say."""
    cap, floor, full = rule.one(Cap), rule.one(Floor), rule.one(FullMarks)
    if cap and full and cap != Cap(full.points):
        raise Unmade(CONTRADICTION)
    said = [one.points for one in rule.clauses if isinstance(one, At | Between | Beyond | Level)]
    most = cap.points if cap else full.points if full else max([AT_STRETCH, *said])
    return replace(scoring, cap=most, floor=floor.points if floor else NO_POINTS)
