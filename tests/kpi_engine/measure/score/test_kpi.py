"""A KPI's line: value, target, points, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.measure.score.kpi import score_kpi, trend
from kpi_engine.measure.values.slots import decides_since, version_in
from kpi_engine.measure.values.source import Source
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.kpi import Aggregation, Direction, KpiVersion, PeriodTarget, Unit, UnitKind
from kpi_engine.model.score import KpiScore, ScoreState, Status
from tests.kpi_engine.measure.build import BOOK, WEEKDAYS, actual, agreed, period, read, target, version

WEEKLY = version(frequency=PeriodKind.WEEK)
DAILY = version(frequency=PeriodKind.DAY, target=target("210"))


def score(
    versions: KpiVersion | list[KpiVersion],
    actuals: dict[str, str | ActualState],
    code: str = "2026-11",
    targets: list[PeriodTarget] | None = None,
) -> KpiScore | None:
    """The line of a period, as of Monday 23 November."""
    every = versions if isinstance(versions, list) else [versions]
    lines = [actual(when, value) for when, value in actuals.items()]
    return score_kpi(Source(every, lines, targets or []), period(code), BOOK)


def scored(
    versions: KpiVersion | list[KpiVersion],
    actuals: dict[str, str | ActualState],
    code: str = "2026-11",
    targets: list[PeriodTarget] | None = None,
) -> KpiScore:
    line = score(versions, actuals, code, targets)
    assert line is not None
    return line


def test_a_value_against_its_target() -> None:
    line = scored(version(), {"2026-10": "95"}, "2026-10")

    assert (line.state, line.entered, line.due, line.of) == (ScoreState.SCORED, 1, 1, 1)
    assert (line.reading, line.target) == (read("95"), target("100"))
    assert (line.raw, line.score, line.status) == (Decimal(95), Decimal(95), Status.ON_TRACK)
    assert line.weight == 40


def test_raw_points_show_what_the_cap_takes() -> None:
    line = scored(version(), {"2026-10": "150"}, "2026-10")

    assert (line.raw, line.score) == (Decimal(150), Decimal(120))


@pytest.mark.parametrize(
    ("actuals", "code", "state", "due"),
    [
        ({}, "2026-11", ScoreState.NOT_DUE, 0),
        ({}, "2026-12", ScoreState.NOT_DUE, 0),
        ({}, "2026-10", ScoreState.MISSING, 1),
        ({"2026-10": ActualState.WITHDRAWN}, "2026-10", ScoreState.MISSING, 1),
        ({"2026-10": ActualState.NOT_APPLICABLE}, "2026-10", ScoreState.NOT_APPLICABLE, 0),
        ({"2026-10": ActualState.AWAY}, "2026-10", ScoreState.NOT_APPLICABLE, 0),
        ({"2026-11": ActualState.AWAY}, "2026-11", ScoreState.NOT_APPLICABLE, 0),
        ({"2026-08": ActualState.AWAY}, "2026-Q3", ScoreState.MISSING, 2),
    ],
)
def test_why_there_is_no_score(actuals: dict[str, str | ActualState], code: str, state: ScoreState, due: int) -> None:
    line = scored(version(), actuals, code)

    assert (line.state, line.due, line.entered) == (state, due, 0)
    assert (line.score, line.reading, line.target, line.shares, line.status) == (None, None, None, (), Status.NONE)
    assert line.full_target is not None


def test_an_open_month_is_held_against_the_target_so_far() -> None:
    line = scored(WEEKLY, {"2026-W45": "20", "2026-W46": "30", "2026-W47": "25"})

    assert (line.entered, line.due, line.of) == (3, 3, 4)
    assert (line.target, line.full_target) == (target("75"), target("100"))
    assert line.reading == read("75")
    assert line.score == 100


def test_a_value_entered_before_it_is_due_counts() -> None:
    line = scored(WEEKLY, {"2026-W45": "20", "2026-W46": "30", "2026-W47": "25", "2026-W48": "25"})

    assert (line.entered, line.due) == (4, 4)
    assert line.target == target("100")


def test_a_missing_week_is_neither_zero_nor_a_gift() -> None:
    for direction in (Direction.HIGHER, Direction.LOWER):
        line = scored(version(frequency=PeriodKind.WEEK, direction=direction), {"2026-W45": "25"})

        assert (line.entered, line.due) == (1, 3)
        assert line.score == 100


def test_the_levels_shrink_with_the_target() -> None:
    line = scored(
        version(frequency=PeriodKind.WEEK, target=target("100", threshold="80", stretch="120")),
        {"2026-W45": "20"},
    )

    assert line.target == target("25", threshold="20", stretch="30")
    assert line.score == 60


def test_days_are_due_on_working_days_from_the_day_after() -> None:
    line = scored(DAILY, {"2026-11-20": "10"})

    assert (line.entered, line.due, line.of) == (1, 15, 21)
    assert (line.target, line.score) == (target("10"), Decimal(100))


def test_today_counts_once_it_is_entered() -> None:
    assert scored(DAILY, {"2026-11-20": "10", "2026-11-23": "10"}).due == 16


@pytest.mark.parametrize(
    ("published", "due"),
    [
        ("2026-10-30", 15),
        ("2026-11-01", 15),
        ("2026-11-02", 15),
        ("2026-11-04", 13),
        ("2026-11-19", 2),
        ("2026-11-20", 1),
        ("2026-11-22", 0),
        ("2026-11-23", 0),
    ],
)
def test_a_value_is_due_from_the_day_on_which_the_kpi_was_put_in_force(published: str, due: int) -> None:
    late = replace(DAILY, in_force=date(2026, 11, 1), published=date.fromisoformat(published))
    assert scored(late, {}).due == due


def test_a_value_of_a_day_before_that_counts_all_the_same() -> None:
    late = replace(DAILY, in_force=date(2026, 11, 1), published=date(2026, 11, 19))
    line = scored(late, {"2026-11-03": "10"})
    assert (line.entered, line.due, line.of, line.score) == (1, 3, 21, Decimal(100))


def test_a_value_on_a_free_day_is_measured_though_none_was_due() -> None:
    line = scored(DAILY, {"2026-11-20": "10", "2026-11-21": "1"})

    assert (line.reading, line.target) == (read("11"), target("10"))
    assert (line.entered, line.unasked, line.due) == (1, 1, 15)


def test_a_free_day_alone_is_no_score() -> None:
    assert scored(DAILY, {"2026-11-21": "1"}).state is ScoreState.MISSING
    assert score(DAILY, {"2026-11-21": "1"}, "2026-11-21") is None


def test_a_quarter_is_the_sum_of_its_months() -> None:
    targets = [agreed("2026-08-01", target("200"))]
    line = scored(version(), {"2026-07": "100", "2026-08": "150", "2026-09": "90"}, "2026-Q3", targets)

    assert (line.reading, line.target) == (read("340"), target("400"))
    assert [(share.target, share.counted, share.of) for share in line.shares] == [
        (target("100"), Decimal(1), 1),
        (target("200"), Decimal(1), 1),
        (target("100"), Decimal(1), 1),
    ]
    assert line.score == 85


def test_a_month_of_a_quarterly_target_is_its_part() -> None:
    line = scored(version(cycle=PeriodKind.QUARTER, target=target("300")), {"2026-10": "80"}, "2026-10")

    assert (line.target, line.score) == (target("100"), Decimal(80))


def test_targets_of_rates_are_weighted_by_what_was_entered() -> None:
    rate = version(
        aggregation=Aggregation.RATIO,
        unit=Unit(UnitKind.PERCENT),
        frequency=PeriodKind.WEEK,
        target=target("0.9"),
    )
    targets = [agreed("2026-10-01", target("0.8"))]
    line = scored(rate, {"2026-W44": "8/10", "2026-W45": "40/50", "2026-W46": "45/50"}, "2026-Q4", targets)

    assert line.reading == read("93/110")
    assert line.target is not None
    assert line.target.value == (Decimal("0.8") + 2 * Decimal("0.9")) / 3


def test_the_last_value_is_held_against_the_target_of_its_cycle() -> None:
    stock = version(aggregation=Aggregation.LAST)
    targets = [agreed("2026-08-01", target("50"))]
    line = scored(stock, {"2026-07": "100", "2026-08": "40"}, "2026-Q3", targets)

    assert (line.reading, line.target, line.score) == (read("40"), target("50"), Decimal(80))
    assert line.full_target == target("100")


def test_a_target_changed_in_the_quarter_counts_from_its_date() -> None:
    versions = [version("2026-01-01"), version("2026-09-01", number=2, target=target("200"))]
    line = scored(versions, {"2026-07": "100", "2026-08": "100", "2026-09": "100"}, "2026-Q3")

    assert line.target == target("400")
    assert line.version.number == 2
    assert [share.version.number for share in line.shares] == [1, 1, 2]
    assert scored(versions, {"2026-08": "100"}, "2026-08").target == target("100")


def test_a_change_in_the_middle_of_a_cycle_shares_it_out() -> None:
    """From Thursday of week 47 on: that week has three days of the old target and two of the new one."""
    versions = [
        version(frequency=PeriodKind.WEEK),
        version("2026-11-19", number=2, frequency=PeriodKind.WEEK, target=target("200")),
    ]
    line = scored(versions, {"2026-W45": "25", "2026-W46": "25", "2026-W47": "50"})

    assert [(share.version.number, share.counted, share.of) for share in line.shares] == [
        (1, Decimal("2.6"), 4),
        (2, Decimal("0.4"), 4),
    ]
    assert line.target == target("85")


def test_a_level_that_was_not_always_agreed_is_not_agreed() -> None:
    versions = [version(), version("2026-09-01", number=2, target=target("100", threshold="80"))]

    assert scored(versions, {"2026-08": "90", "2026-09": "90"}, "2026-Q3").target == target("200")


def test_another_unit_begins_a_new_series() -> None:
    versions = [
        version(),
        version("2026-09-01", number=2, unit=Unit(UnitKind.MONEY), target=target("5000")),
    ]
    line = scored(versions, {"2026-08": "90", "2026-09": "5000"}, "2026-Q3")

    assert (line.reading, line.target, line.of) == (read("5000"), target("5000"), 1)


def test_another_frequency_begins_a_new_series() -> None:
    versions = [version(), version("2026-11-01", number=2, frequency=PeriodKind.WEEK)]
    line = scored(versions, {"2026-10": "90", "2026-W45": "25"}, "2026-Q4")

    assert (line.reading, line.target) == (read("25"), target("25"))


@pytest.mark.parametrize(
    ("versions", "code"),
    [
        ([version("2026-11-01")], "2026-10"),
        ([version("2026-01-01"), version("2026-10-01", number=2, retired=True)], "2026-10"),
        ([version()], "2026-W40"),
        ([], "2026-10"),
    ],
)
def test_not_in_force_or_not_measured(versions: list[KpiVersion], code: str) -> None:
    assert score(versions, {"2026-10": "1"}, code) is None


def test_a_retired_kpi_counts_for_the_time_it_was_in_force() -> None:
    versions = [version("2026-01-01"), version("2026-09-01", number=2, retired=True)]
    line = scored(versions, {"2026-07": "100", "2026-08": "100"}, "2026-Q3")

    assert (line.of, line.score, line.version.number) == (2, Decimal(100), 1)


def test_the_month_in_which_a_kpi_begins_is_measured_whole() -> None:
    line = scored(version("2026-11-20"), {"2026-11": "100"})

    assert (line.target, line.score) == (target("100"), Decimal(100))


def test_weeks_before_a_kpi_begins_are_not_measured() -> None:
    line = scored(version("2026-11-13", frequency=PeriodKind.WEEK), {"2026-W46": "25"})

    assert (line.entered, line.due, line.of) == (1, 2, 3)
    assert (line.target, line.score) == (target("25"), Decimal(100))


def test_a_week_that_counts_in_the_month_before_the_first_is_not_measured() -> None:
    assert score(version("2026-11-01", frequency=PeriodKind.WEEK), {}, "2026-10") is None


def test_the_same_records_give_the_same_score_in_any_order() -> None:
    versions = [version("2026-09-01", number=2, target=target("200")), version("2026-01-01")]
    one = score(versions, {"2026-09": "100", "2026-07": "100"}, "2026-Q3")

    assert one == score(versions[::-1], {"2026-07": "100", "2026-09": "100"}, "2026-Q3")


def test_yes_or_no() -> None:
    backup = version(direction=Direction.YESNO, aggregation=Aggregation.AVERAGE, target=target("1"))

    assert scored(backup, {"2026-10": "1"}, "2026-10").score == 100
    assert scored(backup, {"2026-10": "0"}, "2026-10").score == 0
    assert scored(backup, {"2026-09": "1", "2026-10": "0"}, "2026-H2").score == 0


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("90", Status.ON_TRACK),
        ("89.95", Status.ON_TRACK),
        ("89.94", Status.BEHIND),
        ("75", Status.BEHIND),
        ("74.94", Status.AT_RISK),
    ],
)
def test_the_status_is_that_of_the_score_as_shown(value: str, status: Status) -> None:
    assert scored(version(), {"2026-10": value}, "2026-10").status is status


@pytest.mark.parametrize(
    ("code", "number"),
    [("2026-05", None), ("2026-06", 1), ("2026-08", 1), ("2026-09", 2), ("2026-10", None), ("2026-12", None)],
)
def test_the_version_in_force_is_that_of_the_middle_day(code: str, number: int | None) -> None:
    versions = [
        version("2026-06-20"),
        version("2026-09-10", number=2),
        version("2026-10-10", number=3, retired=True),
    ]
    found = version_in(versions, period(code), WEEKDAYS)

    assert (found and found.number) == number


def values(versions: list[KpiVersion], actuals: dict[str, str | ActualState], code: str, before: int) -> object:
    lines: list[Actual] = [actual(when, value) for when, value in actuals.items()]
    return trend(Source(versions, lines), period(code), BOOK, before)


def test_the_trend_is_the_values_of_the_periods_before_and_of_this_one() -> None:
    assert values([version()], {"2026-08": "1", "2026-10": "3"}, "2026-10", 3) == (None, 1, None, 3)
    assert values([version()], {"2026-04": "1", "2026-06": "2", "2026-09": "3"}, "2026-Q3", 1) == (3, 3)


def test_the_trend_does_not_hold_a_sum_that_still_grows_against_whole_ones() -> None:
    entered = {"2026-07": "1", "2026-09": "2", "2026-10": "3"}

    assert values([version()], entered, "2026-Q4", 1) == (3, None)
    assert values([version(aggregation=Aggregation.AVERAGE)], entered, "2026-Q4", 1) == (Decimal("1.5"), 3)


WEEKS_OF_OCTOBER = {"2026-W41": "2", "2026-W42": "2", "2026-W43": "2", "2026-W44": "2"}


@pytest.mark.parametrize(
    ("since", "aggregation", "entered", "october"),
    [
        ("2026-10-19", Aggregation.SUM, {"2026-W43": "2", "2026-W44": "2"}, None),
        ("2026-10-19", Aggregation.SUM, {"2026-W40": "2", **WEEKS_OF_OCTOBER}, 10),
        ("2026-09-01", Aggregation.SUM, {"2026-W43": "2", "2026-W44": "2"}, 4),
        ("2026-10-19", Aggregation.AVERAGE, {"2026-W43": "2", "2026-W44": "2"}, 2),
    ],
    ids=["begun within", "with what was before", "weeks are missing", "an average"],
)
def test_the_trend_does_not_hold_a_month_in_which_the_kpi_began_against_whole_ones(
    since: str, aggregation: Aggregation, entered: dict[str, str | ActualState], october: int | None
) -> None:
    begun = replace(version(frequency=PeriodKind.WEEK, aggregation=aggregation), published=date.fromisoformat(since))

    assert values([begun], entered, "2026-11", 1) == (october, None)


def test_the_trend_leaves_out_what_does_not_compare() -> None:
    versions = [version(), version("2026-09-01", number=2, unit=Unit(UnitKind.MONEY))]

    assert values(versions, {"2026-08": "1", "2026-09": "2", "2026-10": "3"}, "2026-10", 2) == (None, 2, 3)
    assert values([version("2026-12-01")], {}, "2026-10", 1) == (None, None)


@pytest.mark.parametrize(
    ("cycle", "in_force", "since"),
    [
        (PeriodKind.MONTH, "2027-01-01", date(2027, 1, 1)),
        (PeriodKind.WEEK, "2027-01-01", date(2026, 12, 31)),
        (PeriodKind.MONTH, "2026-12-04", date(2026, 12, 3)),
    ],
)
def test_a_version_decides_about_a_week_that_it_begins_in(cycle: PeriodKind, in_force: str, since: date) -> None:
    """Week 53 counts by Thursday 31 December: in December, whose target a version of January is not about."""
    later = version(in_force, number=2, frequency=PeriodKind.WEEK, cycle=cycle)

    assert decides_since(later, WEEKDAYS) == since
