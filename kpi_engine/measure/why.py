"""Why a score is what it is, as data that anybody can redo, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import pairwise

from kpi_engine.measure.curve import Point, between, points
from kpi_engine.measure.exact import divide
from kpi_engine.model.kpi import Aggregation, UnitKind
from kpi_engine.model.score import Curve, Edge, KpiScore, Scorecard

_FIVE = Decimal(5)
_HAIR = Decimal("1e-20")
"""What 28 digits may leave out."""
_WHOLE = (Aggregation.SUM, Aggregation.LAST, Aggregation.MIN, Aggregation.MAX, Aggregation.COUNT)
"""How whole numbers stay whole."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a curve that gave the points: a line through two points, a point, or an edge.

    `edge` is None for a value on the curve; beyond it, EXTEND goes on along the line through both points,
    CLAMP keeps the score of `left`, ZERO gives none.
    """

    left: Point
    right: Point
    """The same as `left` where no line was needed."""
    edge: Edge | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a line adds to a total: `fraction` of the whole (0 to 1) x its score = `points`."""

    line: KpiScore
    fraction: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Raise:
    """What a line could add to the total by reaching `needed`; at most, where even the cap is not enough."""

    line: KpiScore
    needed: Decimal | None
    gain: Decimal


def segment(curve: Curve, value: Decimal) -> Segment:
    """The part of the curve that applies to the value."""
    first, last = curve.points[0], curve.points[-1]
    exact = next((point for point in curve.points if point[0] == value), None)
    if exact:
        return Segment(exact, exact)
    if value < first[0]:
        return _edge(curve.left, first, curve.points[:2])
    if value > last[0]:
        return _edge(curve.right, last, curve.points[-2:])
    left, right = next(pair for pair in pairwise(curve.points) if value < pair[1][0])
    return Segment(left, left if curve.step else right)


def contributions(card: Scorecard) -> tuple[Contribution, ...]:
    """What each scored line adds; the points sum to the card's score. In a card of parts: the parts'."""
    return tuple(_contributions(card, Decimal(1)))


def five_more(card: Scorecard) -> tuple[Raise, ...]:
    """What would give five points more in total, one line alone: cheapest first.

    Cheap is a small change, measured in parts of the target. Lines whose cap comes first follow, by what they
    could add; lines at their cap are left out.
    """
    raises = [_raise(contribution) for contribution in contributions(card)]
    return tuple(sorted((found for found in raises if found.gain > _HAIR), key=_price))


def value_for(curve: Curve, score: Decimal, value: Decimal) -> Decimal | None:
    """The value nearest to `value` that scores at least `score`; None where none does."""
    if score > curve.cap:
        return None
    candidates = (value, *_candidates(curve, score))
    good = [candidate for candidate in candidates if points(curve, candidate)[1] >= score - _HAIR]
    return min(good, key=lambda candidate: abs(candidate - value), default=None)


def _edge(edge: Edge, last: Point, last_two: tuple[Point, ...]) -> Segment:
    if edge is Edge.EXTEND:
        return Segment(last_two[0], last_two[1], edge)
    return Segment(last, last, edge)


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
    needed = value_for(line.curve, line.score + divide(_FIVE, fraction), line.reading.value)
    if needed is None:
        return Raise(line, None, (_best(line.curve) - line.score) * fraction)
    needed = _countable(line, line.curve, needed)
    return Raise(line, needed, (points(line.curve, needed)[1] - line.score) * fraction)


def _countable(line: KpiScore, curve: Curve, needed: Decimal) -> Decimal:
    """What is counted comes in whole numbers: the one at hand, or the next, if it is as good."""
    definition = line.version.definition
    if definition.unit.kind is not UnitKind.COUNT or definition.aggregation not in _WHOLE:
        return needed
    good_enough = points(curve, needed)[1] - _HAIR
    whole = (needed.to_integral_value(rounding) for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING))
    return next((value for value in whole if points(curve, value)[1] >= good_enough), needed)


def _price(found: Raise) -> tuple[bool, Decimal]:
    line = found.line
    if found.needed is None or line.reading is None or line.target is None:
        return True, -found.gain
    return False, divide(abs(found.needed - line.reading.value), abs(line.target.value) or Decimal(1))


def _best(curve: Curve) -> Decimal:
    """The most points there are on the curve."""
    if Edge.EXTEND in (curve.left, curve.right):
        return curve.cap
    return min(curve.cap, max(score for _, score in curve.points))


def _candidates(curve: Curve, score: Decimal) -> Iterator[Decimal]:
    """Where the curve meets the score: its points, and the places on its lines."""
    for point in curve.points:
        yield point[0]
    if curve.step:
        return
    for left, right in pairwise(curve.points):
        if left[1] != right[1]:
            yield between((left[1], left[0]), (right[1], right[0]), score)
