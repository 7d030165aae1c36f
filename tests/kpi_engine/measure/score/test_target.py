"""What a target says of one entry period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.score.target import entry_target
from kpi_engine.model.kpi import Aggregation, Target
from tests.kpi_engine.measure.build import WEEKDAYS, period, target, version


@pytest.mark.parametrize(
    ("how", "frequency", "code", "expected"),
    [
        (Aggregation.SUM, PeriodKind.MONTH, "2026-11", target("100", threshold="80")),
        (Aggregation.SUM, PeriodKind.WEEK, "2026-W47", target("25", threshold="20")),
        (Aggregation.SUM, PeriodKind.DAY, "2026-02-02", target("5", threshold="4")),
        (Aggregation.AVERAGE, PeriodKind.WEEK, "2026-W47", target("100", threshold="80")),
        (Aggregation.LAST, PeriodKind.WEEK, "2026-W47", target("100", threshold="80")),
    ],
)
def test_of_a_sum_it_is_a_part(how: Aggregation, frequency: PeriodKind, code: str, expected: Target) -> None:
    """November 2026 has the weeks 45 to 48, February twenty working days."""
    monthly = version(aggregation=how, frequency=frequency, target=target("100", threshold="80"))
    assert entry_target(monthly, period(code), WEEKDAYS) == expected


def test_nothing_is_expected_in_a_cycle_of_a_free_day() -> None:
    daily = version(frequency=PeriodKind.DAY, cycle=PeriodKind.DAY, target=Target(Decimal(5)))
    assert entry_target(daily, period("2026-11-21"), WEEKDAYS) is None
