"""A day as people write it: one to come, or one that has been."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.words import MONTH_NAMES, plain, read_within


def read_date(text: str, today: date) -> date | None:
    """The day meant, or None. Without a year it is the next such day: `12-24`, `24 Dec`, `12月24日`, `周五`."""
    words = plain(text)
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    return _dated(words, today) or _weekday(words, today) or _month_end(words, today) or _later(words, today)


def read_deadline(text: str, today: date) -> date | None:
    """The day until which something is to be done: `by 24 Dec`, `12月24号前`; without a month the next of that number.

    In Chinese 24号前 is until the 24th.
    """
    words = _UNTIL.sub("", plain(text))
    return read_date(words, today) or _numbered_next(words, today)


def read_start(text: str, today: date) -> date | None:
    """The day from which something holds: of a month the first one, else as in `read_date`.

    Without a year it is the nearest, be it over: in November `12月` is the next month and `1 Oct` the month before.
    """
    words, first = plain(text), today.replace(day=1)
    if words in _THIS_MONTH or words in _NEXT_MONTH:
        return _months_later(first, int(words in _NEXT_MONTH))
    month = read_within(words, today.year)
    if month and month.kind is PeriodKind.MONTH:
        return min((_months_later(month.start, 12 * year) for year in (-1, 0, 1)), key=lambda day: abs(day - today))
    return _dated(words, today, nearest=True) or read_date(text, today)


def read_past_day(text: str, today: date) -> date | None:
    """Where days of late are meant: without a year the nearest such day; `24 Nov`, `11月24日`, `昨天`, `周一`.

    Without a month it is the last one of that number: `the 5th`, `5号`.
    """
    words = plain(text)
    if words in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[words])
    return _dated(words, today, nearest=True) or _weekday_ago(words, today) or _numbered(words, today)


_UNTIL = re.compile(r"^(?:by|until|till) (?:the )?|(?<=[日号末底天一二三四五六]) ?(?:之前|以前|前)$")
_DAYS_AGO = {"today": 0, "今天": 0, "yesterday": 1, "昨天": 1, "前天": 2}
_DAYS = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "next week": 7, "下周": 7}
_THIS_MONTH = ("this month", "start of this month", "本月", "这个月", "本月初", "月初")
_NEXT_MONTH = ("next month", "start of next month", "beginning of next month", "下个月", "下月", "下个月初", "下月初")
_MONTH_ENDS = {"end of month": 1, "month end": 1, "月底": 1, "本月底": 1, "end of next month": 2, "下月底": 2}
_YEAR_ENDS = ("end of year", "year end", "年底")
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:(?P<year>[0-9]{4})[-/.])?(?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?: ?(?P<year>[0-9]{4}))?",
        r"(?P<day>1[3-9]|2[0-9]|3[01])[/.](?P<month>[0-9]{1,2})(?:[/.](?P<year>[0-9]{4}))?",
        r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?",
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]+)\.?(?: (?P<year>[0-9]{4}))?",
        r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>[0-9]{4}))?",
    )
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAY_ZH = re.compile("(?P<week>[本这下]?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_WEEKDAY_AGO_ZH = re.compile("(?P<week>[本这上]?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_DIGITS_ZH = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBERED = re.compile("(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|[日号])")
_LATER = re.compile(
    r"(?:in )?(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]) ?"
    "(?:(?P<days>days?|天)|(?P<weeks>weeks?|周|个?星期)|months?|个?月)(?:后|之后|以后|内|之内)?"
)
_LEAP_YEAR_WITHIN = 9


def _dated(words: str, today: date, *, nearest: bool = False) -> date | None:
    found = next((found for pattern in _DATES if (found := pattern.fullmatch(words))), None)
    month = found and (MONTH_NAMES.get(found["month"]) or (int(found["month"]) if found["month"].isdigit() else 0))
    if not found or not month:
        return None
    if found["year"]:
        return _day(int(found["year"]), month, int(found["day"]))
    years = range(1 - _LEAP_YEAR_WITHIN if nearest else 0, _LEAP_YEAR_WITHIN)
    days = [day for year in years if (day := _day(today.year + year, month, int(found["day"])))]
    if nearest:
        return min(days, key=lambda day: abs(day - today), default=None)
    return next((day for day in days if day >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(words: str, today: date) -> date | None:
    """`next Friday` and `下周五` are next week's."""
    monday = today - timedelta(days=today.weekday())
    number = _weekday_number(words.removeprefix("on ").removeprefix("next "))
    if number is not None:
        return monday + timedelta(days=7 + number) if "next " in words else _next_weekday(number, today)
    if found := _WEEKDAY_ZH.fullmatch(words):
        number = _WEEKDAYS_ZH.index(found["day"].replace("天", "日"))
        if found["week"]:
            return monday + timedelta(days=number + 7 * (found["week"] == "下"))
        return _next_weekday(number, today)
    return None


def _weekday_number(name: str) -> int | None:
    return next((n for n, weekday in enumerate(_WEEKDAYS) if len(name) > 2 and weekday.startswith(name)), None)


def _weekday_ago(words: str, today: date) -> date | None:
    """`last Friday` and `上周五` are last week's."""
    monday = today - timedelta(days=today.weekday())
    name = words.removeprefix("on ").removeprefix("last ")
    number, last = _weekday_number(name), "last " in words
    if found := _WEEKDAY_AGO_ZH.fullmatch(words):
        number, last = _WEEKDAYS_ZH.index(found["day"].replace("天", "日")), found["week"] == "上"
    if number is None:
        return None
    return monday + timedelta(days=number - 7) if last else today - timedelta(days=(today.weekday() - number) % 7)


def _numbered(words: str, today: date) -> date | None:
    found = _NUMBERED.fullmatch(words)
    if not found:
        return None
    month = today.replace(day=1)
    days = (_day(first.year, first.month, int(found["day"])) for first in (month, _months_later(month, -1)))
    return next((day for day in days if day and day <= today), None)


def _numbered_next(words: str, today: date) -> date | None:
    found = _NUMBERED.fullmatch(words)
    if not found:
        return None
    month = today.replace(day=1)
    days = (_day(first.year, first.month, int(found["day"])) for first in (month, _months_later(month, 1)))
    return next((day for day in days if day and day >= today), None)


def _next_weekday(number: int, today: date) -> date:
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _month_end(words: str, today: date) -> date | None:
    if words in _YEAR_ENDS:
        return date(today.year, 12, 31)
    return _months_later(today.replace(day=1), _MONTH_ENDS[words]) - timedelta(days=1) if words in _MONTH_ENDS else None


def _later(words: str, today: date) -> date | None:
    found = _LATER.fullmatch(words)
    if not found:
        return None
    count = _DIGITS_ZH.get(found["count"]) or int(found["count"])
    if found["days"] or found["weeks"]:
        return today + timedelta(days=count * (1 if found["days"] else 7))
    return _months_later(today, count)


def _months_later(day: date, months: int) -> date:
    """The same day of that month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return next(found for back in range(4) if (found := _day(year, month + 1, day.day - back)))
