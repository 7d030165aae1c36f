"""Days, times and periods as a reader of the language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_month_names

from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.words import place_in_year
from kpi_engine.model.name import Language

LOCALES: Mapping[Language, str] = {Language.EN: "en", Language.ZH: "zh_Hans_CN"}
"""Babel's name for each language."""


def written_day(day: date, language: Language) -> str:
    """A day, with its year."""
    return format_date(day, "d MMM y" if language is Language.EN else "y年M月d日", LOCALES[language])


def written_clock(at: time) -> str:
    """A time of day, by a clock of 24 hours."""
    return f"{at:%H:%M}"


def between(low: str, high: str, language: Language) -> str:
    """From one thing to another: `93 – 115`, `93～115`."""
    return f"{low} – {high}" if language is Language.EN else f"{low}～{high}"


def written_hours(hours: Hours, language: Language) -> str:
    """From one time of day to another."""
    return between(written_clock(hours.start), written_clock(hours.end), language)


def written_moment(moment: datetime, zone: str, language: Language) -> str:
    """A day and a time of day, by the wall clock of that zone."""
    there = moment.astimezone(ZoneInfo(zone))
    between = ", " if language is Language.EN else " "
    return f"{written_day(there.date(), language)}{between}{written_clock(there.time())}"


def written_period(period: Period, language: Language, labels: Mapping[str, str]) -> str:
    """A period as one names it: `November 2026`, `2026年第47周`."""
    if period.kind is PeriodKind.DAY:
        return written_day(period.start, language)
    if period.kind in (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR):
        return _part_of_year(period, labels)
    year, week, _ = period.start.isocalendar()
    return labels[f"period.{period.kind.value}"].format(
        year=year if period.kind is PeriodKind.WEEK else period.start.year,
        week=week,
        month=format_date(period.start, "MMMM" if language is Language.EN else "M", LOCALES[language]),
    )


def month_words(number: int, language: Language) -> tuple[str, str]:
    """A month's long name and its short one: `April` and `Apr`, `四月` and `4月`."""
    long = get_month_names("wide", "stand-alone", LOCALES[language])[number]
    short = get_month_names("abbreviated", "stand-alone", LOCALES[language])[number]
    return str(long), str(short)


def _part_of_year(period: Period, labels: Mapping[str, str]) -> str:
    year, number = place_in_year(period)
    called = "period.calendar_year" if period.year_start == JANUARY else "period.fiscal_year"
    return labels[f"period.{period.kind.value}"].format(
        year=labels[called].format(year=year),
        quarter=number,
        half=labels["period.first_half" if number == 1 else "period.second_half"],
    )
