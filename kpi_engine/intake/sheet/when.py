"""Periods as sheets write them: `2026/1`, `Jan-26`, `26年1月`, `十二月`, `202601`, a day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import ANY_MONTH, MONTH_NAMES, read_period, read_within
from kpi_engine.intake.chinese import spelt
from kpi_engine.intake.sheet.days import YEAR, iso_day, tells_day_first, two_ways
from kpi_engine.intake.sheet.grid import Cell, text_of


@dataclass(frozen=True, slots=True)
class Dates:
    """How the days and periods of a column, or of a row of heads, are to be read."""

    year: int
    """Of those that say none."""
    day_first: bool | None = None
    """In 3/4/2026; None where nothing tells."""


def period_of(cell: Cell, dates: Dates, today: date) -> Period | None:
    """The period that a cell names; None of no period, or of two (`is_two_ways`)."""
    text = _usual(cell, dates.day_first)
    return _within(text, dates.year) or read_period(text, today)


def is_two_ways(cell: Cell) -> bool:
    """Whether it is a day that can be read in two ways, where no other says which: 3/4/2026."""
    return two_ways(_plain(text_of(cell)))


def dates_down(cells: Sequence[Cell], year: int | None, today: date) -> Dates:
    """How a column is read: of the year given, or else the latest in which none of its cells lies in the future."""
    day_first = tells_day_first(_plain(text_of(cell)) for cell in cells)
    texts = {_usual(cell, day_first) for cell in cells}
    years = range(today.year, today.year - _YEARS, -1)
    begun = (one for one in years if _all_begun((_within(text, one) for text in texts), today))
    return Dates(year or next(begun, today.year), day_first)


def across(heads: Sequence[Cell], filled: Sequence[bool], year: int | None, today: date) -> list[Period | None]:
    """The periods that heads name from left to right, given which of them have values below.

    Heads without a year are of `year`, or else of the latest year in which no value lies in the future; after
    December comes the January of the next one.
    """
    day_first = tells_day_first(_plain(text_of(head)) for head in heads)
    texts = [_usual(head, day_first) for head in heads]
    if year:
        return _from(year, texts, today)
    found = [_from(begin, texts, today) for begin in range(today.year, today.year - _YEARS, -1)]
    return next((one for one in found if _all_begun(compress(one, filled), today)), found[0])


def year_in(cells: Iterable[Cell]) -> int | None:
    """The one year that titles speak of; None where they name none or several."""
    years = {int(year) for cell in cells if isinstance(cell, str) for year in _A_YEAR.findall(cell)}
    return years.pop() if len(years) == 1 else None


_YEARS = 3
"""How far back values without a year may lie."""
_A_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_NO_YEAR = re.compile(r"[0-9]{1,2}-[0-9]{1,2}")
_VALUES = re.compile(r"[ :_-]?(?:实际完成|实际|完成|达成)(?:值|情况|数)?$|[ :_-]actual$")
"""What stands behind a month over its values; not 目标."""


def _month_named(found: re.Match[str]) -> str:
    year = found[2] if len(found[2]) > 2 else f"20{found[2]}"
    return f"{year}-{MONTH_NAMES[found[1]]}"


def _spelt_month(found: re.Match[str]) -> str:
    return f"{found[1] or ''}{spelt(found[2])}月"


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"({YEAR})[/.]?([0-9]{{1,2}})"), lambda found: f"{found[1]}-{found[2]}"),
    (re.compile(rf"([0-9]{{1,2}})[/-]({YEAR})"), lambda found: f"{found[2]}-{found[1]}"),
    (re.compile(rf"({ANY_MONTH})[ ./,'-]*({YEAR}|(?<=['-])[0-9]{{2}})"), _month_named),
    (re.compile(rf"({YEAR})[ ./-]*({ANY_MONTH})"), lambda found: f"{found[1]}-{MONTH_NAMES[found[2]]}"),
    (re.compile(r"([0-9]{2})年([0-9]{1,2})月份?"), lambda found: f"20{found[1]}年{found[2]}月"),
    (re.compile(r"([0-9]{4}年)?(十?[一二三四五六七八九十])月份?"), _spelt_month),
    (re.compile(rf"week ([0-9]{{1,2}}),? ({YEAR})"), lambda found: f"{found[2]}-w{found[1]}"),
    (re.compile(rf"([qwh][0-9]{{1,2}})[ /'-]*({YEAR})"), lambda found: f"{found[2]}-{found[1]}"),
    (re.compile(rf"({YEAR})[年 /]*([qwh][0-9]{{1,2}})"), lambda found: f"{found[1]}-{found[2]}"),
)
"""A way to write a period, and the way in which `read_period` knows it."""


def _usual(cell: Cell, day_first: bool | None) -> str:
    plain = _VALUES.sub("", _plain(text_of(cell)))
    day = iso_day(plain, day_first=day_first)
    return day or next((write(found) for way, write in _WAYS if (found := way.fullmatch(plain))), plain)


def _within(text: str, year: int) -> Period | None:
    """What a text names without a year, a day among them, in that one."""
    return read_period(f"{year}-{text}", date.max) if _NO_YEAR.fullmatch(text) else read_within(text, year)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _from(begin: int, texts: Sequence[str], today: date) -> list[Period | None]:
    """The first head without a year is of the year `begin`."""
    periods: list[Period | None] = []
    last: Period | None = None
    for text in texts:
        year = last.start.year if last else begin
        period = _within(text, year)
        if period and last and period.start <= last.start and period.kind is last.kind:
            period = _within(text, year + 1)
        last = period or last
        periods.append(period or read_period(text, today))
    return periods


def _all_begun(periods: Iterable[Period | None], today: date) -> bool:
    return all(period.start <= today for period in periods if period)
