"""The method that a rule describes, for each way of describing one."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.rules.bands import bands_of
from kpi_engine.intake.rules.distance import Event, InProportion, Most, Parts, Ratio, RatioKind, Steps, Way
from kpi_engine.intake.rules.meaning import SHARES, is_whole
from kpi_engine.intake.rules.parts import At, Between, Beyond, FullMarks, Level, Met, Missed, Rest
from kpi_engine.intake.rules.quantity import Kind, Quantity
from kpi_engine.intake.rules.said import CONTRADICTION, INCOMPLETE, OTHER_DIRECTION, TWO_BASES, UNIT, Rule, Unmade
from kpi_engine.model.kpi import FALLING, RISING, TWO_SIDED, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import (
    AT_TARGET,
    NO_POINTS,
    Anchor,
    Anchors,
    Bands,
    Basis,
    Edge,
    Method,
    Mirror,
    NamedLevel,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Proportional,
    Reciprocal,
    Rounding,
    Side,
    Step,
)


def by_ratio(rule: Rule) -> Method:
    """In proportion to value and target."""
    ratio = rule.one(Ratio)
    if _met(rule, AT_TARGET) != AT_TARGET:
        raise Unmade(CONTRADICTION)
    if ratio is None:
        if rule.direction not in RISING:
            raise Unmade(INCOMPLETE)
        return Proportional()
    match ratio.kind:
        case RatioKind.RATE if rule.unit.kind in SHARES and rule.meaning.percent is Basis.VALUE:
            return _by_value(rule)
        case RatioKind.PROPORTIONAL | RatioKind.RATE:
            return Proportional()
        case RatioKind.VALUE:
            return _by_value(rule)
        case RatioKind.RECIPROCAL:
            return Reciprocal()
        case RatioKind.MIRROR:
            return Mirror()


def by_steps(rule: Rule) -> Method:
    """Points for each step away from the target."""
    good = [one for one in rule.all(Steps) if one.adds]
    bad = [one for one in rule.all(Steps) if not one.adds]
    full = rule.one(FullMarks)
    if len(good) > 1 or len(bad) > 1 or (full and good):
        raise Unmade(CONTRADICTION)
    worse, better = (_step(rule, some[0]) if some else None for some in (bad, good))
    return PerStep(worse, better, _met(rule, full.points if full else AT_TARGET))


def by_events(rule: Rule) -> Method:
    """Points off for each event."""
    event = rule.one(Event)
    assert event is not None
    full = rule.one(FullMarks)
    if rule.direction not in FALLING:
        raise Unmade(OTHER_DIRECTION)
    if rule.unit.kind is not UnitKind.COUNT:
        raise Unmade(UNIT)
    return PerEvent(event.points, _met(rule, full.points if full else AT_TARGET))


def by_levels(rule: Rule) -> Method:
    """Levels by name."""
    levels = sorted(rule.all(Level), key=lambda one: one.points)
    if len({level.name for level in levels}) < len(levels):
        raise Unmade(CONTRADICTION)
    return NamedLevels(tuple(NamedLevel(Name.same(level.name), level.points) for level in levels))


def by_anchors(rule: Rule) -> Method:
    """Points at values: on lines between them, or in steps."""
    if rule.all(Met):
        raise Unmade(TWO_BASES)
    if not rule.linear():
        return by_bands(rule, [*rule.all(At), *rule.compared(), *rule.all(Between)])
    levels = [(rule.level(one), one.points) for one in rule.all(At)]
    bad_side = Side.ABOVE if rule.direction in FALLING else Side.BELOW
    if rule.has(Between, Rest) or not any(one.side is bad_side for one in rule.compared()):
        raise Unmade(INCOMPLETE)
    if len({basis for (_, basis), _ in levels}) > 1:
        raise Unmade(TWO_BASES)
    anchors = sorted((Anchor(at, points) for (at, _), points in levels), key=lambda anchor: anchor.at)
    return Anchors(tuple(anchors), levels[0][0][1])


def by_bands(rule: Rule, named: list[At | Beyond | Between]) -> Bands:
    """A table of bands."""
    made = bands_of(named, rule.one(Rest), rule.unit, rule.direction, rule.meaning) if named else INCOMPLETE
    if isinstance(made, str):
        raise Unmade(made)
    return made


def by_target(rule: Rule) -> Method:
    """Met or not."""
    met, missed = rule.one(Met), rule.one(Missed)
    if met != Met(AT_TARGET) or missed != Missed(NO_POINTS):
        raise Unmade(INCOMPLETE)
    return PassFail()


def _by_value(rule: Rule) -> Method:
    if rule.unit.kind not in SHARES:
        raise Unmade(UNIT)
    ends = Anchor(Decimal(0), NO_POINTS), Anchor(Decimal(1), AT_TARGET)
    return Anchors(ends, left=Edge.EXTEND, right=Edge.EXTEND)


def _step(rule: Rule, steps: Steps) -> Step:
    if not _is_right_way(rule, steps):
        raise Unmade(OTHER_DIRECTION)
    unit, basis = rule.level(steps)
    most = [one.points for one in rule.all(Most) if one.adds is steps.adds]
    if len(set(most)) > 1 or (rule.all(Most) and not _has_its_step(rule)):
        raise Unmade(CONTRADICTION)
    return Step(steps.points, unit, basis, _rounding(rule, steps), most[0] if most else None)


def _has_its_step(rule: Rule) -> bool:
    return all(any(step.adds is most.adds for step in rule.all(Steps)) for most in rule.all(Most))


def _is_right_way(rule: Rule, steps: Steps) -> bool:
    if rule.direction in TWO_SIDED:
        return steps.way in (Way.AWAY, Way.WORSE) and not steps.adds
    if steps.way is Way.WORSE:
        return not steps.adds
    good = Way.HIGH if rule.direction in RISING else Way.LOW if rule.direction in FALLING else None
    return steps.way is not Way.AWAY and good is not None and (steps.way is good) is steps.adds


def _rounding(rule: Rule, steps: Steps) -> Rounding:
    parts = rule.one(Parts)
    if parts is None:
        whole = rule.all(InProportion) or is_whole(steps, rule.unit)
        return Rounding.PROPORTIONAL if whole or rule.meaning.parts is None else rule.meaning.parts
    if parts.of and not _is_the_step(parts.of, steps.quantity):
        raise Unmade(CONTRADICTION)
    return parts.rounding


def _is_the_step(part: Quantity, step: Quantity) -> bool:
    """不足1% of a step of one percentage point is the step, too."""
    percent = part.kind is Kind.PERCENT and step.kind in (Kind.PERCENTAGE_POINTS, Kind.OF_TARGET)
    return part.number == step.number and (part.kind is step.kind or percent)


def _met(rule: Rule, otherwise: Decimal) -> Decimal:
    met = rule.one(Met)
    return met.points if met else otherwise
