"""Which values a KPI can have, and which of them scores enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kpi_engine.measure.curve.points import between, points
from kpi_engine.measure.exact import divide
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Shape, Stairs
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.score import KpiScore
from kpi_engine.model.scoring import AT_TARGET, NO_POINTS

HAIR = Decimal("1e-20")
"""What 28 digits may leave out."""
_ZERO, _ONE = Decimal(0), Decimal(1)
_SMALLEST = {UnitKind.COUNT: _ONE, UnitKind.YESNO: _ONE, UnitKind.PERCENT: Decimal("0.0001")}
_SMALL = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Reach:
    """From the least to the most that a value can be; None is without an end. `step` is the smallest difference."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal = _SMALL

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


ANYWHERE = Reach()


def reach_of(line: KpiScore) -> Reach:
    """Nothing is less than none, and no share is more than the whole, unless it has been or is meant to be."""
    unit, known = line.version.definition.unit.kind, _known(line)
    low = _ZERO if all(value >= 0 for value in known) else None
    whole = unit in (UnitKind.PERCENT, UnitKind.YESNO) and low is not None and all(value <= 1 for value in known)
    return Reach(low, _ONE if whole else None, _SMALLEST.get(unit, _SMALL))


def value_for(curve: Curve, score: Decimal, value: Decimal, reach: Reach = ANYWHERE) -> Decimal | None:
    """The value within reach, nearest to `value`, that scores at least `score`; None where none does."""
    if score > curve.cap:
        return None
    good = (one for one in _candidates(curve, score, value, reach) if points(curve, one)[1] >= score - HAIR)
    return min(good, key=lambda candidate: abs(candidate - value), default=None)


def _known(line: KpiScore) -> list[Decimal]:
    """Every value the KPI has had or is meant to have, as far as the line knows."""
    target = line.full_target
    levels = () if target is None else (target.value, target.upper, target.threshold, target.stretch)
    value = None if line.reading is None else line.reading.value
    return [known for known in (value, *levels, *line.trend) if known is not None]


def _candidates(curve: Curve, score: Decimal, value: Decimal, reach: Reach) -> Iterator[Decimal]:
    """The value itself, the ends of the reach, where pieces end and where they meet the score; and beside them."""
    if value in reach:
        yield value
    corners = [end for end in (reach.low, reach.high) if end is not None]
    wanted = score if curve.hurdle is None or score <= NO_POINTS else max(score, curve.hurdle)
    for piece in curve.pieces:
        corners += [] if piece.until is None else [piece.until]
        corners += _meets(piece.shape, wanted)
    for corner in corners:
        yield from (beside for beside in (corner, corner - reach.step, corner + reach.step) if beside in reach)


def _meets(shape: Shape, score: Decimal) -> Iterator[Decimal]:
    """Where the shape would have the score, if it went on for ever."""
    match shape:
        case Flat():
            return
        case Line(left=left, right=right):
            yield between((left[1], left[0]), (right[1], right[0]), score)
        case Stairs(start=(value, first), unit=unit, points=each):
            number = divide(score - first, each)
            for whole in {number.to_integral_value(ROUND_FLOOR), number.to_integral_value(ROUND_CEILING)}:
                yield from (value - unit * whole, value + unit * whole)
        case Hyperbola(target=target):
            if score > 0:
                yield divide(AT_TARGET * target, score)
