"""From when on something holds, as people write it: `from December`, `12月起`, `明年1月`, `next quarter`."""

from __future__ import annotations

import re
from datetime import date

from kpi_engine.calendar.dates import read_start
from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.words import plain, read_period, read_within


def read_start_period(text: str, today: date, year_start: int = JANUARY) -> Period | None:
    """The period, or the day, that it begins with; None where the text names none.

    What is written without a year is the nearest such period, as in `read_start`.
    """
    words = _with_year(_AROUND.sub("", plain(text)), today)
    if words in _NEXT:
        return Period.holding(today, _NEXT[words], year_start).next()
    near = [one for more in (-1, 0, 1) if (one := read_within(words, today.year + more))]
    if near and (near[0].kind is PeriodKind.MONTH or year_start == JANUARY):
        return min(near, key=lambda one: abs(one.start - today))
    day = None if _BARE.fullmatch(words) else read_start(words, today)
    return read_period(words, today, year_start) or (Period.holding(day, PeriodKind.DAY) if day else None)


_AROUND = re.compile(
    r"^(?:(?:from|since|starting|beginning|as of)\b\s*|从|自)|\s*(?:\bon(?:wards?)?|起|开始|以后|之后)$"
)
"""What may stand before and behind it."""
_NEXT = {
    word: kind
    for kind, words in (
        (PeriodKind.MONTH, "next month|下个月|下月"),
        (PeriodKind.QUARTER, "next quarter|下季度|下季|下个季度"),
        (PeriodKind.YEAR, "next year|明年"),
    )
    for word in words.split("|")
}
_OF_YEAR = re.compile(r"(?P<zh>今年|明年)(?P<month>.+)|(?P<month_en>.+?) (?:of )?(?P<en>this|next) year")
_BARE = re.compile(r"[0-9.]+")
"""`1.5` may be anything."""


def _with_year(words: str, today: date) -> str:
    """`明年1月` with its year in digits."""
    found = _OF_YEAR.fullmatch(words)
    if not found:
        return words
    if found["zh"]:
        return f"{today.year + (found['zh'] == '明年')}年{found['month']}"
    return f"{found['month_en']} {today.year + (found['en'] == 'next')}"
