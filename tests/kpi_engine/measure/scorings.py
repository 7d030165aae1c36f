"""Random targets and scorings that fit a direction, from anything that chooses like `random.Random`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import (
    Anchor,
    Anchors,
    Band,
    Bands,
    Basis,
    BestWorst,
    Closeness,
    Deciles,
    Edge,
    Efficacy,
    Improvement,
    Limit,
    Method,
    Mirror,
    NamedLevel,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Progress,
    Proportional,
    RangeEnds,
    Reciprocal,
    Rounding,
    Scoring,
    Side,
    Step,
    TargetLevels,
)

MORE = (Direction.HIGHER, Direction.AT_LEAST)
TWO_SIDED = (Direction.RANGE, Direction.NEAREST)


def random_target(chance: Random, direction: Direction, *, positive: bool = False) -> Target:
    """Levels in order for the direction."""
    if direction in (Direction.YESNO, Direction.ZERO):
        return Target(Decimal(chance.randint(0, 1) if direction is Direction.YESNO else 0))
    if direction is Direction.LEVELS:
        return Target(Decimal(chance.randint(1, 3)))
    low, level, high = sorted(Decimal(chance.randint(1 if positive else -3, 60)) for _ in range(3))
    if direction is Direction.RANGE:
        return Target(low, upper=high)
    threshold, stretch = (low, high) if direction in (*MORE, Direction.NEAREST) else (high, low)
    made = Target(
        level,
        threshold=threshold if chance.random() < 0.5 else None,
        stretch=stretch if chance.random() < 0.5 else None,
    )
    assert target_problem(direction, made) is None
    return made


def random_scoring(chance: Random, direction: Direction, target: Target) -> Scoring:
    """One in which there is no problem; the direction's own where none of many tries fits."""
    for _ in range(40):
        made = Scoring(
            chance.choice(METHODS)(chance, direction, target),
            floor=Decimal(chance.choice([0, 0, 20])),
            cap=Decimal(chance.choice([100, 120, 150])),
            limits=_limits(chance, direction),
            hurdle=Decimal(60) if chance.random() < 0.1 else None,
        )
        if not scoring_problems(direction, target, made):
            return made
    return Scoring()


def number(chance: Random, low: int = -20, high: int = 90) -> Decimal:
    """With up to one decimal."""
    return Decimal(chance.randint(low * 10, high * 10)) / 10


def _limits(chance: Random, direction: Direction) -> tuple[Limit, ...]:
    if chance.random() < 0.7:
        return ()
    side = Side.BELOW if direction in MORE else Side.ABOVE
    basis = chance.choice(list(Basis))
    level = number(chance) if basis is Basis.VALUE else number(chance, 1, 15) / 10
    return (Limit(side, level, basis, including=chance.random() < 0.5),)


def _in_order(chance: Random, direction: Direction, count: int) -> list[Decimal]:
    """Points that fall where less is better, and rise to the middle and fall again where only the middle is good."""
    points = sorted(number(chance, 0, 130) for _ in range(count))
    if direction in MORE:
        return points
    if direction in TWO_SIDED:
        return points[::2] + points[1::2][::-1]
    return points[::-1]


def _anchors(chance: Random, direction: Direction, target: Target) -> Method:
    basis = chance.choice(list(Basis))
    places = sorted({number(chance) / (10 if basis is Basis.TARGET else 1) for _ in range(chance.randint(1, 5))})
    points = _in_order(chance, direction, len(places))
    edges = list(Edge)
    anchors = tuple(Anchor(at, score) for at, score in zip(places, points, strict=True))
    return Anchors(anchors, basis, chance.choice(edges), chance.choice(edges))


def _bands(chance: Random, direction: Direction, target: Target) -> Method:
    basis = chance.choice(list(Basis))
    ends = sorted({number(chance) / (10 if basis is Basis.TARGET else 1) for _ in range(chance.randint(1, 5))})
    points = _in_order(chance, direction, len(ends) + 1)
    lows, highs = [None, *ends], [*ends, None]
    bands = tuple(Band(low, high, score) for low, high, score in zip(lows, highs, points, strict=True))
    return Bands(bands, basis, upper_end=chance.random() < 0.5)


def _step(chance: Random) -> Step:
    basis = chance.choice(list(Basis))
    unit = number(chance, 1, 9) / (100 if basis is Basis.TARGET else 1)
    most = number(chance, 5, 30) if chance.random() < 0.5 else None
    return Step(number(chance, 1, 12), unit, basis, chance.choice(list(Rounding)), most)


def _per_step(chance: Random, direction: Direction, target: Target) -> Method:
    better = _step(chance) if direction not in TWO_SIDED and chance.random() < 0.6 else None
    worse = _step(chance) if better is None or chance.random() < 0.8 else None
    return PerStep(worse, better, Decimal(chance.choice([100, 100, 80])))


def _range_ends(chance: Random, direction: Direction, target: Target) -> Method:
    top = target.value if target.upper is None else target.upper
    return RangeEnds(target.value - number(chance, 1, 40), top + number(chance, 1, 40))


def _levels(chance: Random, direction: Direction, target: Target) -> Method:
    points = sorted(number(chance, 0, 120) for _ in range(chance.randint(3, 6)))
    return NamedLevels(tuple(NamedLevel(Name.same(str(score)), score) for score in points))


def _deciles(chance: Random, direction: Direction, target: Target) -> Method:
    first = chance.randint(1, 7)
    begins = sorted({number(chance) for _ in range(40)})[: 11 - first]
    return Deciles(tuple(begins if direction in MORE else begins[::-1]), first)


METHODS: tuple[Callable[[Random, Direction, Target], Method | None], ...] = (
    lambda chance, direction, target: None,
    lambda chance, direction, target: Proportional(),
    lambda chance, direction, target: Mirror(),
    lambda chance, direction, target: Reciprocal(),
    lambda chance, direction, target: PassFail(),
    lambda chance, direction, target: PerEvent(number(chance, 1, 20), Decimal(100)),
    lambda chance, direction, target: BestWorst(number(chance), number(chance)),
    lambda chance, direction, target: Progress(number(chance)),
    lambda chance, direction, target: Efficacy(number(chance), number(chance)),
    lambda chance, direction, target: Closeness(number(chance, 1, 40), chance.choice(list(Basis))),
    lambda chance, direction, target: TargetLevels(Decimal(50), Decimal(100), Decimal(130)),
    lambda chance, direction, target: Improvement(number(chance), number(chance), number(chance)),
    _anchors,
    _bands,
    _per_step,
    _range_ends,
    _levels,
    _deciles,
)
