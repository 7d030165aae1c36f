"""Periods as people write them."""

from __future__ import annotations

import re
from datetime import date

from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.words.phrases import PATTERNS, RELATIVE, number_of, plain
from kpi_engine.calendar.words.write import LENGTHS


def read_period(text: str, today: date, year_start: int = JANUARY) -> Period | None:
    """The period meant, or None where the text names none; where years begin with that month.

    A month, quarter, half or week without a year is the latest one that has begun.
    """
    words = plain(text)
    if words in RELATIVE:
        kind, ago = RELATIVE[words]
        return Period.holding(today, kind, year_start).back(ago)
    for kind, pattern in PATTERNS:
        if found := pattern.fullmatch(words):
            return _found(kind, found, today, year_start)
    return None


def read_within(text: str, year: int) -> Period | None:
    """The month, quarter, half or week of that year which a text without a year names; None of any other text."""
    words = plain(text)
    for kind, pattern in PATTERNS:
        found = pattern.fullmatch(words)
        if found and not found["year"]:
            return _numbered(kind, year, number_of(found["number"]), 1, JANUARY)
    return None


_WEEK_53_WITHIN = 9
"""Years in a row of which at least one that has begun has a week 53."""


def _found(kind: PeriodKind, found: re.Match[str], today: date, year_start: int) -> Period | None:
    part = found.groupdict()
    year = int(part["year"]) if part["year"] else None
    number = part.get("number") or "1"
    if kind is PeriodKind.DAY:
        return _named(kind, year, int(number), today, year_start, month=int(part["month"]))
    return _named(kind, year, number_of(number), today, year_start)


def _named(
    kind: PeriodKind, year: int | None, number: int, today: date, year_start: int, *, month: int = 1
) -> Period | None:
    if year is not None:
        return _numbered(kind, year, number, month, year_start)
    years = (today.year + 1 - back for back in range(_WEEK_53_WITHIN))
    latest_first = (_numbered(kind, year, number, month, year_start) for year in years)
    return next((period for period in latest_first if period and period.start <= today), None)


def _numbered(kind: PeriodKind, year: int, number: int, month: int, year_start: int) -> Period | None:
    try:
        return Period.holding(_first_day(kind, year, number, month, year_start), kind, year_start)
    except ValueError:
        return None


def _first_day(kind: PeriodKind, year: int, number: int, month: int, year_start: int) -> date:
    match kind:
        case PeriodKind.DAY:
            return date(year, month, number)
        case PeriodKind.WEEK:
            return date.fromisocalendar(year, number, 1)
        case PeriodKind.MONTH:
            return date(year, number, 1)
        case PeriodKind.QUARTER | PeriodKind.HALF | PeriodKind.YEAR:
            begun = year - (year_start != JANUARY)
            years, months = divmod(year_start - 1 + (number - 1) * LENGTHS.get(kind, 12), 12)
            return date(begun + years, months + 1, 1)
