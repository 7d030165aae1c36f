"""Which directions a KPI can have that is scored by a method."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.model.kpi import FALLING, RISING, TWO_SIDED, Direction, Target
from kpi_engine.model.scoring import (
    BestWorst,
    Closeness,
    Deciles,
    Efficacy,
    Improvement,
    Mirror,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Progress,
    Proportional,
    RangeEnds,
    Reciprocal,
    Scoring,
    TargetLevels,
)

_EVERY = frozenset(Direction)


def directions_of(target: Target, scoring: Scoring) -> frozenset[Direction]:
    """Of which directions the method can be."""
    match scoring.method:
        case Proportional():
            return RISING
        case Mirror() | Reciprocal():
            return FALLING
        case Progress(baseline=baseline) if baseline != target.value:
            return _by_order(baseline, target.value)
        case Closeness():
            return frozenset({Direction.NEAREST})
        case RangeEnds():
            return frozenset({Direction.RANGE})
        case PerEvent():
            return FALLING
        case NamedLevels():
            return frozenset({Direction.LEVELS})
        case None | PassFail():
            return _EVERY
        case _:
            return _of_order(scoring)


def _of_order(scoring: Scoring) -> frozenset[Direction]:
    """Of the methods whose levels say which way they go."""
    match scoring.method:
        case BestWorst(best=best, worst=worst):
            return _by_order(worst, best)
        case Efficacy(bad=bad, good=good):
            return _by_order(bad, good)
        case Improvement(threshold=threshold, benchmark=benchmark):
            return _by_order(threshold, benchmark)
        case Deciles(begins=begins) if begins:
            return _by_order(begins[0], begins[-1])
        case PerStep(better=better):
            return RISING | FALLING | TWO_SIDED if better is None else RISING | FALLING
        case TargetLevels():
            return RISING | FALLING
        case _:
            return RISING | FALLING | TWO_SIDED


def _by_order(bad: Decimal, good: Decimal) -> frozenset[Direction]:
    return RISING if good > bad else FALLING if good < bad else RISING | FALLING
