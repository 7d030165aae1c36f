"""What is expected of the market, weighed with what the history says."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import Outlook
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.pace import Band

AT_ODDS = 2.0
"""Standard deviations between history and market, above which one of them is mistaken and the mean is neither."""
_EIGHT_IN_TEN = 2.563
"""Standard deviations in the width that eight in ten outcomes lie in."""
_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Growth:
    """What is expected of the market beside the year before, in eight of ten cases: 0.05 to 0.1 is 5 to 10 %."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Blended:
    """Both views and what they make together."""

    history: Band
    market: Band
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class AtOdds:
    """Both views, too far from each other to be mixed: ask which one holds."""

    history: Band
    market: Band


def year_before(history: History, cycle: Period) -> Decimal | None:
    """What the same cycle was a year before; None where it is not known."""
    by_cycle = history.by(cycle.kind) if history.known else history
    if not by_cycle.periods:
        return None
    found = dict(zip(by_cycle.periods, by_cycle.readings, strict=True))
    reading = found.get(cycle.back(by_cycle.season))
    return reading.value if reading and reading.value > 0 else None


def grown(base: Decimal, low: Decimal, high: Decimal, usual: Spread) -> tuple[Decimal, Decimal]:
    """The range that holds in eight of ten cases if the same cycle a year before grows so much (0.05 is 5 %).

    That cycle was a draw itself and would have come out otherwise as easily as the next may; so however exactly the
    growth is known, the range is wider than what is usual.
    """
    onto, back = _scale(usual, base * (1 + low))
    ends = onto(base * (1 + low)), onto(base * (1 + high))
    half = math.hypot(ends[1] - ends[0], onto(usual.band.high) - onto(usual.band.low)) / 2
    return back(sum(ends) / 2 - half), back(sum(ends) / 2 + half)


def blend(found: Outlook, low: Decimal, high: Decimal) -> Blended | AtOdds:
    """The history's outlook with a market that ends between low and high in eight of ten cases.

    Both are weighed by their precision, in logarithms where all values are above zero: the mean is
    (h / sh² + m / sm²) / (1 / sh² + 1 / sm²). The spread keeps the history's shape.
    Raises ValueError unless low < high.
    """
    if not low < high:
        raise ValueError("an expectation is a range from low to high")
    onto, back = _scale(found.spread, low)
    history, market = found.spread.band, Band(low, back((onto(low) + onto(high)) / 2), high)
    doubts = [(onto(band.high) - onto(band.low)) / _EIGHT_IN_TEN for band in (history, market)]
    means = [onto(band.middle) for band in (history, market)]
    if abs(means[0] - means[1]) > AT_ODDS * math.hypot(*doubts):
        return AtOdds(history, market)
    if not doubts[0]:
        return Blended(history, market, found)
    weights = [1 / doubt**2 for doubt in doubts]
    middle = sum(weight * mean for weight, mean in zip(weights, means, strict=True)) / sum(weights)
    narrower = math.sqrt(1 / sum(weights)) / doubts[0]
    outcomes = (back(middle + (onto(outcome) - means[0]) * narrower) for outcome in found.spread.outcomes)
    return Blended(history, market, replace(found, spread=Spread.of(outcomes)))


def _scale(spread: Spread, low: Decimal) -> tuple[Callable[[Decimal], float], Callable[[float], Decimal]]:
    if min(spread.outcomes[0], low) > 0:
        return math.log, lambda place: _exact(math.exp(place))
    return float, _exact


def _exact(value: float) -> Decimal:
    return Decimal(f"{value:.{_DECIMALS}f}")
