"""A day as people write it."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAYS = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "next week": 7, "下周": 7}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_ZH = "一二三四五六日"
_IN = re.compile(r"(?:in )?(\d{1,3}) ?(days?|天|weeks?|周|星期|months?|个月|月)(?:后|之后|内)?")


def read_date(text: str, today: date) -> date | None:
    """The day meant, or None. Without a year it is the next such day: `12-24`, `12月24日`, `Friday`, `周五`."""
    words = " ".join(text.lower().split())
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    return _numeric(words, today) or _weekday(words, today) or _month_end(words, today) or _later(words, today)


def _numeric(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?", words)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return _day(year, month, day) if year else _next(month, day, today)


def _next(month: int | None, day: int | None, today: date) -> date | None:
    candidates = [_day(today.year + years, month, day) for years in range(5)]
    return next((found for found in candidates if found and found >= today), None)


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _weekday(words: str, today: date) -> date | None:
    words = words.removeprefix("on ").removeprefix("next ")
    for number, name in enumerate(_WEEKDAYS):
        if len(words) >= 3 and name.startswith(words):
            return _next_weekday(number, today)
    found = re.fullmatch(r"(下)?(?:周|星期|礼拜)([一二三四五六日天])", words)
    if not found:
        return None
    number = _WEEKDAYS_ZH.index(found[2].replace("天", "日"))
    if found[1]:
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
    return _next_weekday(number, today)


def _next_weekday(number: int, today: date) -> date:
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _month_end(words: str, today: date) -> date | None:
    ends = {"end of month": 1, "month end": 1, "月底": 1, "end of next month": 2, "下月底": 2}
    ends |= {"年底": 0, "end of year": 0}
    if words not in ends:
        return None
    months = ends[words] or 13 - today.month
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def _later(words: str, today: date) -> date | None:
    found = _IN.fullmatch(words)
    if not found:
        return None
    count, unit = int(found[1]), found[2]
    if unit.startswith("month") or unit.endswith("月"):
        year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
        return _clipped(year, month + 1, today.day)
    return today + timedelta(days=count * (1 if unit.startswith("day") or unit == "天" else 7))


def _clipped(year: int, month: int, day: int) -> date:
    found = _day(year, month, day)
    return found or _clipped(year, month, day - 1)
