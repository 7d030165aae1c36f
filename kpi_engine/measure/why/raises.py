"""What would raise a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import chain

from kpi_engine.measure.curve.points import points
from kpi_engine.measure.exact import divide
from kpi_engine.measure.why.contributions import Contribution, contributions
from kpi_engine.measure.why.reach import HAIR, Reach, reach_of, value_for
from kpi_engine.model.curve import Curve
from kpi_engine.model.kpi import Aggregation, UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

_FIVE = Decimal(5)
_WHOLE = (Aggregation.SUM, Aggregation.LAST, Aggregation.MIN, Aggregation.MAX, Aggregation.COUNT)
"""How whole numbers stay whole."""


@dataclass(frozen=True, slots=True)
class Raise:
    """What a line adds to the total by reaching `needed`."""

    line: KpiScore
    needed: Decimal
    gain: Decimal


def five_more(card: Scorecard) -> tuple[Raise, ...]:
    """What gives five points more in total, one line alone: cheapest first.

    Cheap is a small change, measured in parts of the target. Lines whose cap comes first, or that would need more
    than there can be (over 100 % of a share), are left out.
    """
    return tuple(sorted(chain.from_iterable(map(_raise, contributions(card))), key=_price))


def _raise(contribution: Contribution) -> Iterator[Raise]:
    line, fraction = contribution.line, contribution.fraction
    if line.curve is None or line.reading is None or line.score is None or not fraction:
        return
    reach = reach_of(line)
    needed = value_for(line.curve, line.score + divide(_FIVE, fraction), line.reading.value, reach)
    if needed is not None:
        needed = _countable(line, line.curve, needed, reach)
        yield Raise(line, needed, (points(line.curve, needed)[1] - line.score) * fraction)


def _countable(line: KpiScore, curve: Curve, needed: Decimal, reach: Reach) -> Decimal:
    """What is counted comes in whole numbers: the one at hand, or the next, if it is as good."""
    definition = line.version.definition
    if definition.unit.kind is not UnitKind.COUNT or definition.aggregation not in _WHOLE:
        return needed
    good_enough = points(curve, needed)[1] - HAIR
    whole = (needed.to_integral_value(rounding) for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING))
    return next((value for value in whole if value in reach and points(curve, value)[1] >= good_enough), needed)


def _price(found: Raise) -> Decimal:
    line = found.line
    assert line.reading is not None
    assert line.target is not None
    return divide(abs(found.needed - line.reading.value), abs(line.target.value) or Decimal(1))
