"""What a history says about a period to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from statistics import fmean

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.profile import profile
from kpi_engine.measure.forecast.simulation import PATHS, fit, simulate
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading

FEWEST = 6
"""Values below which nothing is foretold."""
ENOUGH = 12
"""Values below which what is foretold is a wide guess."""
_FAR = 4
"""Foretold is with confidence at most this part of a history's length."""
_STEPS = 10_000
"""Values drawn in all ways together; a month of days is then told in a tenth of a second."""
_FEWEST_PATHS = 200
_KEPT = 128
"""Outlooks kept, a tenth of a megabyte each: a dialog asks for the same ones with every answer, a year has twelve."""
_FINEST = 9
_FINER = 3
"""Decimals more than a history has that are foretold; of whole numbers none."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a period's value could be, and how much that was told from."""

    spread: Spread
    known: int
    """Values that it is told from."""
    seasonal: bool
    """Whether something in them comes back every season."""
    far: bool
    """Whether it reaches farther than a quarter of the history, where the past says less."""

    @property
    def few(self) -> bool:
        """Whether there are so few values that this is a wide guess."""
        return self.known < ENOUGH


@dataclass(frozen=True, slots=True)
class Ways:
    """Readings of periods to come, as they could be: one row for each way, as long as the periods."""

    rows: tuple[tuple[Reading, ...], ...]
    seasonal: bool


@lru_cache(maxsize=_KEPT)
def outlook(history: History, cycle: Period, seed: int) -> Outlook | None:
    """The value of the cycle, from what was over when it began; None of fewer than six values.

    The values are continued as they were entered, and make a cycle in each way: that came nearer than continuing
    cycles (`bench/README.md`). Only days that come back by the year are continued by cycles, if those show it.
    """
    past = history.before(cycle)
    if len(past.known) < FEWEST:
        return None
    basis = _by_the_year(past, cycle) or past
    coming = periods_after(basis, cycle)
    inside = sum(period.middle in cycle for period in coming)
    ways = continued(basis, len(coming), seed)
    values = (aggregate(basis.how, row[-inside:]) for row in ways.rows)
    spread = Spread.of(value.value for value in values if value)
    return Outlook(spread, len(basis.known), ways.seasonal, far=len(coming) * _FAR > len(basis.known))


def usual_denominator(readings: Sequence[Reading]) -> Decimal | None:
    """What a rate to come is a rate of: as much as was usual; None where a reading came without its parts."""
    found = [reading.denominator for reading in readings if reading.denominator is not None]
    return _exact(fmean(map(float, found)), _FINEST) if found and len(found) == len(readings) else None


def reading_of(value: Decimal, denominator: Decimal | None) -> Reading:
    """A value to come, as a rate of the denominator if there is one."""
    return Reading(value) if denominator is None else Reading(value, value * denominator, denominator)


def periods_after(history: History, cycle: Period) -> tuple[Period, ...]:
    """The entry periods that follow the history, to the end of the cycle."""
    last = history.periods[-1]
    found: list[Period] = []
    if last.kind is cycle.kind:
        following = last.next()
        while following <= cycle:
            found.append(following)
            following = following.next()
        return tuple(found)
    between = Period.holding(last.middle, cycle.kind)
    while between <= cycle:
        found += entry_periods(last.kind, between, history.calendar)
        between = between.next()
    return tuple(period for period in found if period > last)


def continued(history: History, steps: int, seed: int) -> Ways:
    """Ways to go on for so many entry periods, from at least three values; the same seed gives the same ones."""
    scale = history.scale
    fitted = fit([None if value is None else scale.onto(value) for value in history.floats], history.season)
    places = _places(history.known)
    paths = simulate(fitted, steps, seed, max(_FEWEST_PATHS, min(PATHS, _STEPS // max(steps, 1))))
    usual = usual_denominator(history.known)
    rows = tuple(tuple(reading_of(_exact(scale.back(place), places), usual) for place in path) for path in paths)
    return Ways(rows, any(fitted.season))


def _by_the_year(past: History, cycle: Period) -> History | None:
    """The cycles of a history of days, where they come back every year, which days cannot show."""
    if past.periods[0].kind is not PeriodKind.DAY or cycle.kind is PeriodKind.DAY:
        return None
    cycles = past.by(cycle.kind)
    return cycles if profile(cycles, ()) is not None else None


def _places(readings: Sequence[Reading]) -> int:
    decimals = max(_decimals(reading.value) for reading in readings)
    return min(decimals + _FINER, _FINEST) if decimals else 0


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _exact(value: float, places: int) -> Decimal:
    return Decimal(f"{value:.{places}f}")
