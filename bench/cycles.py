"""Whether a total is better told from the values as they were entered, or from the totals before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import fmean, median

from bench.calibration import KINDS
from bench.series import MONTHLY, QUARTERLY, Series, every_series
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import continued
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Aggregation

TOTALS = {MONTHLY: (3, PeriodKind.QUARTER), QUARTERLY: (4, PeriodKind.YEAR)}
"""So many values make one total of that kind."""
KNOWN = (6, 8, 12, 16, 20)
"""Totals before it."""
WINDOWS = 5
CHANCES = (0.15, 0.4, 0.5, 0.6, 0.8)
"""Parts below the levels whose errors are weighed."""


def main() -> None:
    """Prints the middle loss of both ways: quantile loss in usual changes from total to total, less is better."""
    print("values are   totals are   known   stretches   loss by values   by totals")
    for season, (count, kind) in TOTALS.items():
        for known in KNOWN:
            losses = [_both(*each) for each in _stretches(season, count, known)]
            by_values, by_totals = (median(loss[way] for loss in losses) for way in (0, 1))
            name = f"{KINDS[season].value:<12} {kind.value:<12}"
            print(f"{name} {known:>5} {len(losses):>11} {by_values:>16.3f} {by_totals:>11.3f}")


Stretch = tuple[Series, int, tuple[float, ...], tuple[float, ...]]


def _stretches(season: int, count: int, known: int) -> Iterator[Stretch]:
    for series in (one for one in every_series() if one.season == season):
        last = len(series.values) - count * (known + 1)
        for start in sorted({round(last * n / WINDOWS) for n in range(1, WINDOWS + 1)}) if last >= 0 else ():
            end = start + count * known
            before = series.values[start:end]
            if len(set(_totals(before, count))) > 1:
                yield series, count, before, series.values[end : end + count]


def _both(series: Series, count: int, before: Sequence[float], came: Sequence[float]) -> tuple[float, float]:
    totals = _totals(before, count)
    usual = fmean(abs(after - total) for total, after in pairwise(totals))
    kinds = KINDS[series.season], TOTALS[series.season][1]
    spreads = _spread(before, kinds[0], count), _spread(totals, kinds[1], 1)
    by_values, by_totals = (fmean(_loss(spread, sum(came), part) for part in CHANCES) / usual for spread in spreads)
    return by_values, by_totals


def _spread(values: Sequence[float], kind: PeriodKind, steps: int) -> Spread:
    last = Period.holding(date(2026, 1, 1), kind)
    history = History.up_to(last, [Decimal(repr(value)) for value in values], Aggregation.SUM, Calendar())
    rows = continued(history, steps, seed=1).rows
    return Spread.of(sum((reading.value for reading in row), Decimal(0)) for row in rows)


def _loss(spread: Spread, came: float, part: float) -> float:
    miss = came - float(spread.at(Decimal(str(part))))
    return max(part * miss, (part - 1) * miss)


def _totals(values: Sequence[float], count: int) -> list[float]:
    return [sum(values[start : start + count]) for start in range(0, len(values), count)]


if __name__ == "__main__":
    main()
