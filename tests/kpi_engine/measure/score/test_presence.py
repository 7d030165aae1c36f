"""A person's own KPI counts in the days on which they are there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.measure.score.kpi import score_kpi, trend
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, KpiVersion
from kpi_engine.model.score import KpiScore, ScoreState
from tests.kpi_engine.measure.build import BOOK, actual, period, read, target, version

JOINS = Presence(joined=date(2026, 10, 21))
"""A Wednesday: 8 of October's 22 weekdays are left, and 3 of the five of week 43."""


def scored(own: KpiVersion, actuals: dict[str, str], presence: Presence, code: str = "2026-10") -> KpiScore:
    lines = [actual(when, value) for when, value in actuals.items()]
    line = score_kpi(Source([own], lines, presence=presence), period(code), BOOK)
    assert line is not None
    return line


@pytest.mark.parametrize(
    ("presence", "level"),
    [
        (Presence(), "110"),
        (Presence(joined=date(2026, 10, 22)), "35"),
        (Presence(left=date(2026, 10, 6)), "15"),
        (Presence(leave=(Leave(date(2026, 10, 5), date(2026, 10, 10)),)), "85"),
    ],
)
def test_what_is_summed_up_has_a_target_by_the_days(presence: Presence, level: str) -> None:
    """110 a month of 22 weekdays: 5 a day."""
    line = scored(version(target=target("110")), {"2026-10": "20"}, presence)

    assert line.target is not None
    assert line.target.value.quantize(Decimal("1e-20")) == Decimal(level)
    assert line.full_target == line.target


def test_a_rate_has_the_same_target_whoever_comes_when() -> None:
    rate = version(aggregation=Aggregation.AVERAGE, target=target("110"))

    assert scored(rate, {"2026-10": "20"}, JOINS).target == target("110")


def test_weeks_in_which_nobody_was_there_are_not_missing() -> None:
    weekly = version(frequency=PeriodKind.WEEK, target=target("100"))
    line = scored(weekly, {"2026-W41": "99", "2026-W43": "15", "2026-W44": "20"}, JOINS)

    assert (line.entered, line.due, line.of) == (2, 2, 2)
    assert [(share.counted, share.of) for share in line.shares] == [(Decimal("1.6"), 5)]
    assert (line.reading, line.target) == (read("35"), target("32"))


def test_a_month_on_leave_is_not_measured() -> None:
    lines = [actual("2026-10", "5")]
    away = Presence(leave=(Leave(date(2026, 9, 28), date(2026, 11, 2)),))

    assert score_kpi(Source([version()], lines, presence=away), period("2026-10"), BOOK) is None
    quarter = scored(version(), {"2026-10": "5", "2026-11": "50"}, away, "2026-Q4")
    assert (quarter.of, quarter.reading, quarter.target) == (2, read("50"), target("100"))


def test_who_has_left_owes_nothing_more() -> None:
    line = scored(version(frequency=PeriodKind.WEEK), {}, Presence(left=date(2026, 11, 9)), "2026-11")

    assert (line.state, line.due, line.of) == (ScoreState.MISSING, 1, 1)


def test_the_trend_begins_when_they_come() -> None:
    lines = [actual("2026-09", "5"), actual("2026-10", "6")]

    assert trend(Source([version()], lines, presence=JOINS), period("2026-10"), BOOK, 1) == (None, Decimal(6))
