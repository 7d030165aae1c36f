"""Ways of scoring that go by steps: bands, points for each unit, points for each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from kpi_engine.measure.curve.extent import Extent, absolute
from kpi_engine.measure.curve.pieces import Pieces
from kpi_engine.measure.exact import divide
from kpi_engine.model.curve import Flat, Line, Piece, Point, Shape, Stairs
from kpi_engine.model.kpi import RISING, TWO_SIDED, Direction, Target
from kpi_engine.model.scoring import Bands, PerEvent, PerStep, Rounding, Step


def bands(method: Bands, target: Target, extent: Extent) -> Pieces:
    """The same points all over a band."""
    return tuple(
        Piece(
            Flat(band.points),
            None if band.high is None else absolute(band.high, method.basis, target, extent),
            with_end=band.high is not None and method.upper_end,
        )
        for band in method.bands
    )


def per_step(method: PerStep, direction: Direction, target: Target, extent: Extent) -> Pieces:
    """The start at the target (all over a range); from there steps to either side."""
    if direction in TWO_SIDED:
        below, above = (method.worse, -1), (method.worse, -1)
    elif direction in RISING:
        below, above = (method.worse, -1), (method.better, 1)
    else:
        below, above = (method.better, 1), (method.worse, -1)
    low, high = target.value, target.top if direction is Direction.RANGE else target.value
    left = _away((low, method.start), *below, target, extent, sign=-1)
    right = _away((high, method.start), *above, target, extent, sign=1)
    between = [Piece(Flat(method.start), high, with_end=True)] if low < high else []
    return (*_leftwards(left, low), *between, *_rightwards(right, high))


def per_event(method: PerEvent, target: Target, extent: Extent) -> Pieces:
    """Events are allowed and counted by whole cycles: of several cycles the points are the mean of theirs."""
    allowed = divide(target.value * extent.cycles, extent.part)
    each = divide(-method.points, Decimal(extent.cycles))
    stairs = Stairs((allowed, method.start), Decimal(1), each, begun=True)
    return Piece(Flat(method.start), allowed, with_end=True), Piece(stairs)


@dataclass(frozen=True, slots=True)
class _Away:
    """A shape from the start outwards; beyond `reach` the last points stay. `at_reach`: they do from there on."""

    shape: Shape
    reach: Decimal | None = None
    at_reach: bool = True
    beyond: Decimal = Decimal(0)


def _away(start: Point, step: Step | None, gain: int, target: Target, extent: Extent, *, sign: int) -> _Away:
    if step is None:
        return _Away(Flat(start[1]))
    unit, each = absolute(step.unit, step.basis, target, extent), step.points * gain
    shape = _shape(start, step.rounding, unit, each, sign)
    if step.most is None:
        return _Away(shape)
    beyond = start[1] + step.most * gain
    number = divide(step.most, step.points)
    match step.rounding:
        case Rounding.PROPORTIONAL:
            return _Away(shape, unit * number, True, beyond)
        case Rounding.DOWN:
            return _Away(shape, unit * number.to_integral_value(ROUND_CEILING), True, beyond)
        case Rounding.UP:
            return _Away(shape, unit * (number.to_integral_value(ROUND_CEILING) - 1), False, beyond)


def _shape(start: Point, rounding: Rounding, unit: Decimal, each: Decimal, sign: int) -> Shape:
    if rounding is Rounding.PROPORTIONAL:
        first, second = sorted((start, (start[0] + sign * unit, start[1] + each)))
        return Line(first, second)
    return Stairs(start, unit, each, begun=rounding is Rounding.UP)


def _leftwards(away: _Away, start: Decimal) -> Iterator[Piece]:
    if away.reach is not None:
        yield Piece(Flat(away.beyond), start - away.reach, with_end=away.at_reach)
    yield Piece(away.shape, start, with_end=True)


def _rightwards(away: _Away, start: Decimal) -> Iterator[Piece]:
    if away.reach is None:
        yield Piece(away.shape)
    else:
        yield Piece(away.shape, start + away.reach, with_end=not away.at_reach)
        yield Piece(Flat(away.beyond))
