"""Clauses of a rule, and how they are meant, become a scoring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from kpi_engine.intake.rule_bands import bands_of
from kpi_engine.intake.rule_meaning import SHARES, Meaning, is_whole, level_of
from kpi_engine.intake.rule_parts import (
    At,
    Between,
    Beyond,
    Cap,
    Clause,
    Event,
    Floor,
    FullMarks,
    InProportion,
    Kind,
    Level,
    Lines,
    Met,
    Missed,
    Most,
    Parts,
    Ratio,
    RatioKind,
    Rest,
    Steps,
    Way,
)
from kpi_engine.measure.direction import FALLING, RISING, TWO_SIDED
from kpi_engine.model.kpi import Direction, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import (
    AT_STRETCH,
    AT_TARGET,
    NO_POINTS,
    Anchor,
    Anchors,
    Bands,
    Basis,
    Edge,
    Limit,
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
    Scoring,
    Side,
    Step,
)

T = TypeVar("T")

CONTRADICTION, INCOMPLETE, UNIT = "rule_contradiction", "rule_incomplete", "rule_unit"


def make(clauses: Sequence[Clause], unit: Unit, direction: Direction, meaning: Meaning) -> Scoring | str:
    """The scoring, or the key of why there is none.

    Keys: rule_contradiction, rule_incomplete (what some values score is not said), rule_unit (a number of something
    that the KPI is not counted in), rule_two_bases (values and parts of the target in one table),
    rule_other_direction (points off for the better).
    """
    return _Maker(clauses, unit, direction, meaning).made()


class _Unmade(Exception):
    """Why there is no scoring, by key."""


class _Maker:
    """One reading of one rule."""

    def __init__(self, clauses: Sequence[Clause], unit: Unit, direction: Direction, meaning: Meaning) -> None:
        self.clauses, self.unit, self.direction, self.meaning = clauses, unit, direction, meaning

    def made(self) -> Scoring | str:
        try:
            method, used = self._method()
            scoring = Scoring(method, limits=self._limits(used), hurdle=self._hurdle())
            return self._held(scoring)
        except _Unmade as why:
            return str(why)

    def _all(self, kind: type[T]) -> list[T]:
        return [clause for clause in self.clauses if isinstance(clause, kind)]

    def _has(self, *kinds: type[object]) -> bool:
        return any(isinstance(clause, kinds) for clause in self.clauses)

    def _one(self, kind: type[T]) -> T | None:
        found = list(dict.fromkeys(self._all(kind)))
        if len(found) > 1:
            raise _Unmade(CONTRADICTION)
        return found[0] if found else None

    def _method(self) -> tuple[Method | None, bool]:
        """The method, and whether the comparisons are its bands."""
        makers: dict[Callable[[], Method], bool] = {
            self._by_ratio: bool(self._all(Ratio) or (self._all(InProportion) and not self._all(Steps))),
            self._by_steps: bool(self._all(Steps)),
            self._by_events: bool(self._all(Event)),
            self._by_levels: bool(self._all(Level)),
            self._by_anchors: bool(self._all(At)),
            self._by_target: bool(self._all(Met) and self._all(Missed)),
        }
        wanted = [maker for maker, is_wanted in makers.items() if is_wanted]
        as_bands = self._is_table() and not wanted
        if len(wanted) > 1 or (self._all(Most) and self._by_steps not in wanted):
            raise _Unmade(CONTRADICTION)
        if self._all(Lines) and self._by_anchors not in wanted:
            raise _Unmade(INCOMPLETE)
        if self._all(Parts) and self._by_steps not in wanted:
            raise _Unmade(INCOMPLETE)
        if not as_bands and self._by_anchors not in wanted and self._has(Between, Rest):
            raise _Unmade(CONTRADICTION)
        if as_bands:
            return self._by_bands([*self._compared(), *self._all(Between)]), True
        if not wanted and self._all(Met):
            raise _Unmade(INCOMPLETE)
        return (wanted[0](), wanted == [self._by_anchors] and not self._linear()) if wanted else (None, False)

    def _is_table(self) -> bool:
        return self._has(Between, Rest) or len(self._compared()) > 1

    def _compared(self) -> list[Beyond]:
        return [one for one in self._all(Beyond) if not self._is_hurdle(one)]

    def _is_hurdle(self, one: Beyond) -> bool:
        if one.quantity.kind is not Kind.SCORE:
            return False
        return one.of_score or self.unit.kind is not UnitKind.SCORE or self.meaning.of_score is True

    def _by_ratio(self) -> Method:
        ratio = self._one(Ratio)
        if self._met(AT_TARGET) != AT_TARGET:
            raise _Unmade(CONTRADICTION)
        if ratio is None:
            if self.direction not in RISING:
                raise _Unmade(INCOMPLETE)
            return Proportional()
        match ratio.kind:
            case RatioKind.RATE if self.unit.kind in SHARES and self.meaning.percent is Basis.VALUE:
                ends = Anchor(Decimal(0), NO_POINTS), Anchor(Decimal(1), AT_TARGET)
                return Anchors(ends, left=Edge.EXTEND, right=Edge.EXTEND)
            case RatioKind.PROPORTIONAL | RatioKind.RATE:
                return Proportional()
            case RatioKind.RECIPROCAL:
                return Reciprocal()
            case RatioKind.MIRROR:
                return Mirror()

    def _by_steps(self) -> Method:
        good = [one for one in self._all(Steps) if one.adds]
        bad = [one for one in self._all(Steps) if not one.adds]
        full = self._one(FullMarks)
        if len(good) > 1 or len(bad) > 1 or (full and good):
            raise _Unmade(CONTRADICTION)
        worse, better = (self._step(some[0]) if some else None for some in (bad, good))
        return PerStep(worse, better, self._met(full.points if full else AT_TARGET))

    def _step(self, steps: Steps) -> Step:
        if not self._is_right_way(steps):
            raise _Unmade("rule_other_direction")
        unit, basis = self._level(steps)
        most = [one.points for one in self._all(Most) if one.adds is steps.adds]
        if len(set(most)) > 1 or (self._all(Most) and not self._has_its_step()):
            raise _Unmade(CONTRADICTION)
        return Step(steps.points, unit, basis, self._rounding(steps), most[0] if most else None)

    def _has_its_step(self) -> bool:
        return all(any(step.adds is most.adds for step in self._all(Steps)) for most in self._all(Most))

    def _is_right_way(self, steps: Steps) -> bool:
        if self.direction in TWO_SIDED:
            return steps.way in (Way.AWAY, Way.WORSE) and not steps.adds
        if steps.way is Way.WORSE:
            return not steps.adds
        good = Way.HIGH if self.direction in RISING else Way.LOW if self.direction in FALLING else None
        return steps.way is not Way.AWAY and good is not None and (steps.way is good) is steps.adds

    def _rounding(self, steps: Steps) -> Rounding:
        parts = self._one(Parts)
        if parts is None:
            whole = self._all(InProportion) or is_whole(steps, self.unit)
            return Rounding.PROPORTIONAL if whole or self.meaning.parts is None else self.meaning.parts
        of = parts.of
        if of and (of.number, of.kind) != (steps.quantity.number, steps.quantity.kind):
            raise _Unmade(CONTRADICTION)
        return parts.rounding

    def _by_events(self) -> Method:
        event = self._one(Event)
        assert event is not None
        full = self._one(FullMarks)
        if self.direction not in FALLING:
            raise _Unmade("rule_other_direction")
        if self.unit.kind is not UnitKind.COUNT:
            raise _Unmade(UNIT)
        return PerEvent(event.points, self._met(full.points if full else AT_TARGET))

    def _met(self, otherwise: Decimal) -> Decimal:
        met = self._one(Met)
        return met.points if met else otherwise

    def _by_levels(self) -> Method:
        levels = sorted(self._all(Level), key=lambda one: one.points)
        if len({level.name for level in levels}) < len(levels):
            raise _Unmade(CONTRADICTION)
        return NamedLevels(tuple(NamedLevel(Name.same(level.name), level.points) for level in levels))

    def _by_anchors(self) -> Method:
        if self._all(Met):
            raise _Unmade("rule_two_bases")
        if not self._linear():
            return self._by_bands([*self._all(At), *self._compared(), *self._all(Between)])
        levels = [(self._level(one), one.points) for one in self._all(At)]
        bad_side = Side.ABOVE if self.direction in FALLING else Side.BELOW
        if self._has(Between, Rest) or not any(one.side is bad_side for one in self._compared()):
            raise _Unmade(INCOMPLETE)
        if len({basis for (_, basis), _ in levels}) > 1:
            raise _Unmade("rule_two_bases")
        anchors = sorted((Anchor(at, points) for (at, _), points in levels), key=lambda anchor: anchor.at)
        return Anchors(tuple(anchors), levels[0][0][1])

    def _linear(self) -> bool:
        lines = self._one(Lines)
        return lines.linear if lines else self.meaning.linear is True

    def _by_bands(self, named: list[At | Beyond | Between]) -> Bands:
        made = bands_of(named, self._one(Rest), self.unit, self.direction, self.meaning) if named else INCOMPLETE
        if isinstance(made, str):
            raise _Unmade(made)
        return made

    def _by_target(self) -> Method:
        met, missed = self._one(Met), self._one(Missed)
        if met != Met(AT_TARGET) or missed != Missed(NO_POINTS):
            raise _Unmade(INCOMPLETE)
        return PassFail()

    def _level(self, one: Steps | Beyond | At) -> tuple[Decimal, Basis]:
        level = level_of(one.quantity, self.unit, self.meaning)
        if level is None:
            raise _Unmade(UNIT)
        return level

    def _limits(self, used: bool) -> tuple[Limit, ...]:
        limits = []
        for one in [] if used else self._compared():
            including = self.meaning.including if one.including is None else one.including
            limits.append(Limit(one.side, *self._level(one), one.points, including=including is True))
        missed = self._one(Missed)
        if missed and not self._all(Met):
            side = Side.ABOVE if self.direction in FALLING else Side.BELOW
            limits.append(Limit(side, Decimal(1), Basis.TARGET, missed.points))
        return tuple(limits)

    def _hurdle(self) -> Decimal | None:
        hurdles = [one for one in self._all(Beyond) if self._is_hurdle(one)]
        if any(one.side is not Side.BELOW or one.points or one.including is not False for one in hurdles):
            raise _Unmade(CONTRADICTION)
        if len({one.quantity.number for one in hurdles}) > 1:
            raise _Unmade(CONTRADICTION)
        return hurdles[0].quantity.number if hurdles else None

    def _held(self, scoring: Scoring) -> Scoring:
        """Between floor and cap; points that the text itself gives are never capped by what it does not say."""
        cap, floor, full = self._one(Cap), self._one(Floor), self._one(FullMarks)
        if cap and full and cap != Cap(full.points):
            raise _Unmade(CONTRADICTION)
        said = [one.points for one in self.clauses if isinstance(one, At | Between | Beyond | Level)]
        most = cap.points if cap else full.points if full else max([AT_STRETCH, *said])
        return replace(scoring, cap=most, floor=floor.points if floor else NO_POINTS)
