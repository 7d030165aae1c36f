"""Times of day as people write them: 9, 17:30, 5pm, 下午5点半."""

from __future__ import annotations

import re
from datetime import time

from kpi_engine.calendar.hours import Hours

_ZH = dict(zip("零一二两三四五六七八九", (0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_EN_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?")
_ZH_TIME = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上)?(?P<hour>\d{1,2}|[零一二两三四五六七八九十]{1,3})[点时](?P<minute>半|\d{1,2}分?|整)?"
)
_AFTERNOON = ("pm", "p.m.", "下午", "晚上")
_BETWEEN = re.compile(r"\s*(?:-|–|—|~|～|to|until|till|到|至)\s*")
_NOON = 12


def read_time(text: str) -> time | None:
    """The time of day; None where it is none."""
    said = text.strip().casefold().replace("：", ":")
    found = _EN_TIME.fullmatch(said) or _ZH_TIME.fullmatch(said)
    if not found:
        return None
    half, hour = found["half"] or "", _number(found["hour"])
    if half in _AFTERNOON and hour < _NOON:
        hour += _NOON
    if half in ("am", "a.m.") and hour == _NOON:
        hour = 0
    try:
        return time(hour, _minute(found["minute"] or ""))
    except ValueError:
        return None


def read_hours(text: str) -> Hours | None:
    """From one time to another: `9-18`, `9:00 to 17:30`, `9点到18点`; None where that is no time."""
    times = [read_time(part) for part in _BETWEEN.split(text.strip().removeprefix("from "))]
    match times:
        case [time() as start, time() as end] if start < end:
            return Hours(start, end)
        case _:
            return None


def _minute(text: str) -> int:
    return 30 if text == "半" else int(text.removesuffix("分") or 0) if text != "整" else 0


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_ZH.get(tens, 1) if ten else 0) * 10 + _ZH.get(ones, 0)
