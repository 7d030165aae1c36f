"""What would raise a score."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from kpi_engine.measure.curve.points import points
from kpi_engine.measure.exact import divide
from kpi_engine.measure.why.contributions import Contribution, contributions
from kpi_engine.measure.why.reach import HAIR, Reach, best_within, reach_of, value_for
from kpi_engine.model.curve import Curve
from kpi_engine.model.kpi import Aggregation, UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

_FIVE = Decimal(5)
_WHOLE = (Aggregation.SUM, Aggregation.LAST, Aggregation.MIN, Aggregation.MAX, Aggregation.COUNT)
"""How whole numbers stay whole."""


@dataclass(frozen=True, slots=True)
class Raise:
    """What a line could add to the total by reaching `needed`; at most, where all that can be reached is not enough."""

    line: KpiScore
    needed: Decimal | None
    gain: Decimal


def five_more(card: Scorecard) -> tuple[Raise, ...]:
    """What would give five points more in total, one line alone: cheapest first.

    Cheap is a small change, measured in parts of the target. Lines whose cap comes first, or that would need more
    than there can be (over 100 % of a share), follow by what they could add; lines that have it all are left out.
    """
    raises = [_raise(contribution) for contribution in contributions(card)]
    return tuple(sorted((found for found in raises if found.gain > HAIR), key=_price))


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
