"""Days away as people write them: `until Wed`, `from 24 Dec to 2 Jan`, `到周三`, `下周`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kpi_engine.calendar.dates import read_date, read_past_day
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Leave
from kpi_engine.calendar.words import plain, read_period

ONE = timedelta(days=1)
FAR = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Said:
    """The first and the last day away; without a first one, until the last one from now on."""

    first: date | None
    last: date


def read_away(text: str, today: date) -> Said | None:
    """What was said, or None; a day without a preposition is that day, `3 days` are today and two more."""
    words = plain(text).removesuffix("为止")
    if found := _UNTIL.fullmatch(words):
        return _until(found["last"] or found["last_zh"], today)
    if found := _COUNT.fullmatch(words):
        days = (_DIGITS.get(found["count"]) or int(found["count"])) * (7 if found["weeks"] else 1)
        return Said(today, today + timedelta(days=days - 1)) if days else None
    whole = _period(words, today)
    return Said(whole.start, whole.last_day) if whole else _span(words, today)


def with_leave(known: Sequence[Leave], said: Said, today: date) -> tuple[Leave, ...]:
    """What was known with what is said, which stands in place of whatever it touches.

    `until` changes the end of a leave that has begun.
    """
    begun = next((away.start for away in known if said.first is None and away.start <= today < away.end), today)
    new = Leave(said.first or begun, said.last + ONE)
    others = (away for away in known if away.end <= new.start or new.end <= away.start)
    return tuple(sorted((*others, new), key=lambda away: away.start))


def back(known: Sequence[Leave], today: date) -> tuple[Leave, ...]:
    """What was known, where somebody is there again from today on."""
    ended = (Leave(away.start, min(away.end, today)) if away.start <= today else away for away in known)
    return tuple(away for away in ended if away.start < away.end)


def without(known: Sequence[Leave], day: date) -> tuple[Leave, ...]:
    """What was known without the leave that holds that day."""
    return tuple(away for away in known if not away.start <= day < away.end)


def ended(known: Sequence[Leave], now: Sequence[Leave]) -> Leave | None:
    """The leave that is shorter than it was known, or gone, where no days were added: of somebody who is back."""
    fewer = [away for away in known if away not in now]
    inside = all(any(was.start <= one.start and one.end <= was.end for was in known) for one in now)
    return fewer[-1] if fewer and inside else None


_UNTIL = re.compile(r"(?:(?:until|till|til|to|through|up to) (?P<last>.+)|[到至](?P<last_zh>.+))")
_SPANS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:from )?(?P<first>.+?) (?:to|until|till|through) (?P<last>.+)",
        r"(?:from )?(?P<first>.+?) ?(?: - |–|—|~|\.\.) ?(?P<last>.+)",
        r"[从自]?(?P<first>.+?)[到至](?P<last>.+)",
    )
)
_COUNT = re.compile(
    r"(?:for )?(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]) ?(?:days?|天|(?P<weeks>weeks?|周|个?星期))"
)
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NEXT = {
    "next week": (PeriodKind.WEEK, 7),
    "下周": (PeriodKind.WEEK, 7),
    "下个星期": (PeriodKind.WEEK, 7),
    "下星期": (PeriodKind.WEEK, 7),
}
_BARE_DAY = re.compile(r"([0-9]{1,2})[日号]?")


def _until(words: str, today: date) -> Said | None:
    last = read_date(words, today)
    return Said(None, last) if last and last >= today else None


def _period(words: str, today: date) -> Period | None:
    if words in _NEXT:
        kind, days = _NEXT[words]
        return Period.holding(today + timedelta(days=days), kind)
    found = read_period(words, today)
    return found if found and found.kind in (PeriodKind.WEEK, PeriodKind.DAY) else None


def _span(words: str, today: date) -> Said | None:
    for pattern in _SPANS:
        found = pattern.fullmatch(words)
        first = found and _day(found["first"], today)
        last = found and first and _last(found["last"], first, today)
        if first and last:
            return Said(first, last) if first <= last else None
    only = _day(words.removeprefix("on "), today)
    return Said(only, only) if only else None


def _last(words: str, first: date, today: date) -> date | None:
    """By itself, or counted from the first day; `12月24日到31日` says the month once."""
    if bare := _BARE_DAY.fullmatch(words):
        return read_date(f"{first.year}-{first.month}-{bare[1]}", first)
    day = read_date(words, today)
    return day if day and first <= day < today + FAR else read_date(words, first)


def _day(words: str, today: date) -> date | None:
    """Who was ill says so afterwards: a day that would be far ahead is one of late."""
    day = read_date(words, today)
    return day if day and day - today < FAR else read_past_day(words, today)
