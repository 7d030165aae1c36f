"""A chance of 60 % is one of about 60 in 100: on a handful of series that happened, and where the truth is known.

The whole measurement, on some 300 series, is `bench/calibration.py`; here are enough to see a method go wrong.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import fmean

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import continued
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Aggregation

SERIES = json.loads(Path(__file__).with_name("series.json").read_text(encoding="utf-8"))["series"]
KINDS = {1: PeriodKind.YEAR, 4: PeriodKind.QUARTER, 12: PeriodKind.MONTH}
PAIRS = ((12, 1), (12, 3), (24, 6))
"""Values known, and values told together."""


def told(values: list[Decimal], steps: int, kind: PeriodKind = PeriodKind.MONTH, *, share: bool = False) -> Spread:
    """The sum of the next values."""
    last = Period.holding(date(2026, 1, 1), kind)
    history = History.up_to(last, values, Aggregation.SUM, Calendar(), share=share)
    return Spread.of(sum((one.value for one in row), Decimal(0)) for row in continued(history, steps, seed=1).rows)


@pytest.fixture(autouse=True)
def fewer_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred ways are enough where many forecasts are looked at together."""
    monkeypatch.setattr("kpi_engine.measure.forecast.outlook.PATHS", 200)


def stretches() -> Iterator[tuple[Spread, Decimal]]:
    """What was told at some places of each series, and what came."""
    for series in SERIES:
        values = [Decimal(str(value)) for value in series["values"]]
        for known, ahead in PAIRS:
            for end in range(known, len(values) - ahead, 25):
                came = sum(values[end : end + ahead], Decimal(0))
                yield told(values[end - known : end], ahead, KINDS[series["season"]]), came


def test_targets_are_reached_as_often_as_said() -> None:
    """Both directions together; what too narrow a forecast would miss on either side."""
    every = list(stretches())
    for part, points in ((Decimal("0.6"), 4), (Decimal("0.8"), 6)):
        higher = fmean(came >= spread.at(1 - part) for spread, came in every)
        lower = fmean(came <= spread.at(part) for spread, came in every)
        assert abs(50 * (higher + lower) - 100 * float(part)) <= points
    assert len(every) > 200


@pytest.mark.parametrize(("mean", "truth"), [(0.5, 0.910), (1.5, 0.558), (3.0, 0.199)])
def test_counts_with_zeros_come_as_often_as_said(mean: float, truth: float) -> None:
    """Poisson counts, 24 known: at most one has the probability exp(-mean) x (1 + mean)."""
    said = fmean(float(told(_poisson(mean, 24, Random(seed)), 1).between(None, Decimal(1))) for seed in range(100))

    assert abs(said - truth) <= 0.07


def test_rates_near_the_whole_come_as_often_as_said() -> None:
    """On-time rates whose odds scatter around 97 %: so many are at least what a chance of 20, 50, 80 % promises."""
    rows = [_rates(3.5, 0.6, 25, Random(seed)) for seed in range(200)]
    spreads = [told(row[:24], 1, share=True) for row in rows]
    for part in (0.2, 0.5, 0.8):
        came = fmean(row[24] >= spread.at(Decimal(str(1 - part))) for row, spread in zip(rows, spreads, strict=True))
        assert abs(came - part) <= 0.07


def _poisson(mean: float, count: int, random: Random) -> list[Decimal]:
    return [Decimal(_events(mean, random)) for _ in range(count)]


def _events(mean: float, random: Random) -> int:
    """Knuth's way: uniform factors until their product is below exp(-mean)."""
    events, product = -1, 1.0
    while product > math.exp(-mean):
        events, product = events + 1, product * random.random()
    return events


def _rates(odds: float, scatter: float, count: int, random: Random) -> list[Decimal]:
    return [Decimal(f"{1 / (1 + math.exp(-random.gauss(odds, scatter))):.3f}") for _ in range(count)]
