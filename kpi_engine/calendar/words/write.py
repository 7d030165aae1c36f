"""The one way in which periods are written."""

from __future__ import annotations

from kpi_engine.calendar.period import JANUARY, Period, PeriodKind


def write_period(period: Period) -> str:
    """The code that `read_period` reads back: 2026-11-23, 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026.

    A quarter, half or year of a company whose year does not begin in January says so: FY2027-Q3, FY2027.
    """
    start, (year, number) = period.start, place_in_year(period)
    fiscal = "" if period.year_start == JANUARY else "FY"
    match period.kind:
        case PeriodKind.DAY:
            return start.isoformat()
        case PeriodKind.WEEK:
            iso = start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}"
        case PeriodKind.MONTH:
            return f"{start:%Y-%m}"
        case PeriodKind.QUARTER:
            return f"{fiscal}{year:04}-Q{number}"
        case PeriodKind.HALF:
            return f"{fiscal}{year:04}-H{number}"
        case PeriodKind.YEAR:
            return f"{fiscal}{year:04}"


def place_in_year(period: Period) -> tuple[int, int]:
    """The year that a quarter, half or year is called after, and its number in it; FY2027 ends in 2027."""
    months = (period.start.month - period.year_start) % 12
    ends_next_year = period.year_start != JANUARY and period.start.month >= period.year_start
    return period.start.year + ends_next_year, months // LENGTHS.get(period.kind, 12) + 1


LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
"""Months in a period that has a number in its year."""
