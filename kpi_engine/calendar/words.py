"""Periods as people write them, and the one way in which they are written back."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from kpi_engine.calendar.period import JANUARY, Period, PeriodKind


def read_period(text: str, today: date, year_start: int = JANUARY) -> Period | None:
    """The period meant, or None where the text names none; where years begin with that month.

    A month, quarter, half or week without a year is the latest one that has begun.
    """
    words = plain(text)
    if words in _RELATIVE:
        kind, ago = _RELATIVE[words]
        return Period.holding(today, kind, year_start).back(ago)
    if words in MONTH_NAMES:
        return _named(PeriodKind.MONTH, None, MONTH_NAMES[words], today, year_start)
    for kind, pattern in _PATTERNS:
        if found := pattern.fullmatch(words):
            return _found(kind, found, today, year_start)
    return None


def read_within(text: str, year: int) -> Period | None:
    """The month, quarter, half or week of that year which a text without a year names; None of any other text."""
    words = plain(text)
    if words in MONTH_NAMES:
        return _numbered(PeriodKind.MONTH, year, MONTH_NAMES[words], 1, JANUARY)
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(words)
        if found and not found["year"]:
            return _numbered(kind, year, _number(found["number"]), 1, JANUARY)
    return None


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


def plain(text: str) -> str:
    """As it is compared: half width, small letters, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def place_in_year(period: Period) -> tuple[int, int]:
    """The year that a quarter, half or year is called after, and its number in it; FY2027 ends in 2027."""
    months = (period.start.month - period.year_start) % 12
    ends_next_year = period.year_start != JANUARY and period.start.month >= period.year_start
    return period.start.year + ends_next_year, months // _LENGTHS.get(period.kind, 12) + 1


_RELATIVE = {
    word: (kind, ago)
    for kind, ago, words in (
        (PeriodKind.DAY, 0, "today|今天|今日"),
        (PeriodKind.DAY, 1, "yesterday|昨天|昨日"),
        (PeriodKind.WEEK, 0, "this week|本周|这周|这个星期"),
        (PeriodKind.WEEK, 1, "last week|上周|上个星期"),
        (PeriodKind.MONTH, 0, "this month|本月|这个月"),
        (PeriodKind.MONTH, 1, "last month|上月|上个月"),
        (PeriodKind.QUARTER, 0, "this quarter|本季度|本季|这个季度"),
        (PeriodKind.QUARTER, 1, "last quarter|上季度|上季|上个季度"),
        (PeriodKind.YEAR, 0, "this year|今年|本年|本年度"),
        (PeriodKind.YEAR, 1, "last year|去年|上年度"),
    )
    for word in words.split("|")
}

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTH_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""The number of a month by its name or short name, in small letters."""

_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_FISCAL = rf"(?:fy ?)?{_YEAR}"
_FISCAL_ZH = rf"{_YEAR}(?:年|财年|财政年度|年度)"
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PeriodKind.DAY, _YEAR + r"-(?P<month>[0-9]{1,2})-(?P<number>[0-9]{1,2})"),
        (PeriodKind.DAY, _YEAR + r"年(?P<month>[0-9]{1,2})月(?P<number>[0-9]{1,2})[日号]"),
        (PeriodKind.WEEK, rf"(?:{_YEAR}-?)?w(?P<number>[0-9]{{1,2}})"),
        (PeriodKind.WEEK, rf"(?:{_YEAR}年)?第(?P<number>[0-9]{{1,2}})周"),
        (PeriodKind.MONTH, _YEAR + r"-(?P<number>[0-9]{1,2})"),
        (PeriodKind.MONTH, rf"(?:{_YEAR}年)?(?P<number>[0-9]{{1,2}})月份?"),
        (PeriodKind.QUARTER, rf"(?:{_FISCAL}[- ]?)?q(?P<number>[1-4])"),
        (PeriodKind.QUARTER, rf"(?:{_FISCAL_ZH})?第?(?P<number>[1-4一二三四])季度?"),
        (PeriodKind.HALF, rf"(?:{_FISCAL}[- ]?)?h(?P<number>[12])"),
        (PeriodKind.HALF, rf"(?:{_FISCAL_ZH})?(?P<number>[上下])半年"),
        (PeriodKind.YEAR, _FISCAL),
        (PeriodKind.YEAR, _FISCAL_ZH),
    )
)
_WEEK_53_WITHIN = 9
"""Years in a row of which at least one that has begun has a week 53."""
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


def _number(digits: str) -> int:
    return _DIGITS.get(digits) or int(digits)


def _found(kind: PeriodKind, found: re.Match[str], today: date, year_start: int) -> Period | None:
    part = found.groupdict()
    year = int(part["year"]) if part["year"] else None
    number = part.get("number") or "1"
    if kind is PeriodKind.DAY:
        return _named(kind, year, int(number), today, year_start, month=int(part["month"]))
    return _named(kind, year, _number(number), today, year_start)


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
            years, months = divmod(year_start - 1 + (number - 1) * _LENGTHS.get(kind, 12), 12)
            return date(begun + years, months + 1, 1)
