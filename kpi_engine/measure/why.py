"""Why a score is what it is, as data that anybody can redo, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TypeAlias

from kpi_engine.measure.curve import piece_at, points, steps
from kpi_engine.measure.exact import divide
from kpi_engine.measure.reach import HAIR, Reach, best_within, reach_of, value_for
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Point, Shape, Stairs
from kpi_engine.model.kpi import Aggregation, UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

_FIVE = Decimal(5)
_WHOLE = (Aggregation.SUM, Aggregation.LAST, Aggregation.MIN, Aggregation.MAX, Aggregation.COUNT)
"""How whole numbers stay whole."""


@dataclass(frozen=True, slots=True)
class Corner:
    """The value is exactly one with points of its own: the target, the end of a band."""

    point: Point


@dataclass(frozen=True, slots=True)
class Constant:
    """The values from `low` to `high` (None: without an end) all have these points."""

    low: Decimal | None
    high: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """So many steps away from where the stairs begin."""

    stairs: Stairs
    steps: Decimal


Segment: TypeAlias = Corner | Constant | Line | Counted | Hyperbola
"""The part of a curve that gave the points."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a line adds to a total: `fraction` of the whole (0 to 1) x its score = `points`."""

    line: KpiScore
    fraction: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Raise:
    """What a line could add to the total by reaching `needed`; at most, where all that can be reached is not enough."""

    line: KpiScore
    needed: Decimal | None
    gain: Decimal


def segment(curve: Curve, value: Decimal) -> Segment:
    """The part of the curve that applies to the value."""
    piece = piece_at(curve, value)
    place = curve.pieces.index(piece)
    low, high = curve.pieces[place - 1].until if place else None, piece.until
    if value in (low, high, *_own_corners(piece.shape)):
        return Corner((value, points(curve, value)[0]))
    match piece.shape:
        case Flat(points=score):
            return Constant(low, high, score)
        case Stairs() as stairs:
            return Counted(stairs, steps(stairs, value))
        case Line() | Hyperbola() as shape:
            return shape


def contributions(card: Scorecard) -> tuple[Contribution, ...]:
    """What each scored line adds; the points sum to the card's score. In a card of parts: the parts'."""
    return tuple(_contributions(card, Decimal(1)))


def five_more(card: Scorecard) -> tuple[Raise, ...]:
    """What would give five points more in total, one line alone: cheapest first.

    Cheap is a small change, measured in parts of the target. Lines whose cap comes first, or that would need more
    than there can be (over 100 % of a share), follow by what they could add; lines that have it all are left out.
    """
    raises = [_raise(contribution) for contribution in contributions(card)]
    return tuple(sorted((found for found in raises if found.gain > HAIR), key=_price))


def _own_corners(shape: Shape) -> tuple[Decimal, ...]:
    match shape:
        case Line(left=left, right=right):
            return left[0], right[0]
        case Hyperbola(target=target):
            return (target,)
        case Flat() | Stairs():
            return ()


def _contributions(card: Scorecard, fraction: Decimal) -> Iterator[Contribution]:
    if card.score is None:
        return
    lines = [(line, line.score) for line in card.lines if line.score is not None]
    weight = sum((line.weight for line, _ in lines), Decimal(0))
    for line, score in lines:
        own = divide(fraction * line.weight, weight)
        yield Contribution(line, own, own * score)
    parts = [part for part in card.parts if part.card.score is not None]
    share = sum((part.share for part in parts), Decimal(0))
    for part in parts:
        yield from _contributions(part.card, divide(fraction * part.share, share))


def _raise(contribution: Contribution) -> Raise:
    line, fraction = contribution.line, contribution.fraction
    if line.curve is None or line.reading is None or line.score is None or not fraction:
        return Raise(line, None, Decimal(0))
    reach, value = reach_of(line), line.reading.value
    needed = value_for(line.curve, line.score + divide(_FIVE, fraction), value, reach)
    if needed is None:
        return Raise(line, None, (best_within(line.curve, value, reach) - line.score) * fraction)
    needed = _countable(line, line.curve, needed, reach)
    return Raise(line, needed, (points(line.curve, needed)[1] - line.score) * fraction)


def _countable(line: KpiScore, curve: Curve, needed: Decimal, reach: Reach) -> Decimal:
    """What is counted comes in whole numbers: the one at hand, or the next, if it is as good."""
    definition = line.version.definition
    if definition.unit.kind is not UnitKind.COUNT or definition.aggregation not in _WHOLE:
        return needed
    good_enough = points(curve, needed)[1] - HAIR
    whole = (needed.to_integral_value(rounding) for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING))
    return next((value for value in whole if value in reach and points(curve, value)[1] >= good_enough), needed)


def _price(found: Raise) -> tuple[bool, Decimal]:
    line = found.line
    if found.needed is None or line.reading is None or line.target is None:
        return True, -found.gain
    return False, divide(abs(found.needed - line.reading.value), abs(line.target.value) or Decimal(1))
