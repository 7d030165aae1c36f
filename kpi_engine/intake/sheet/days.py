"""Days as sheets write them: `20/11/2026`, `20-Nov-26`, `Nov 20`, `11月20日`, `2026-11-20 00:00`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kpi_engine.calendar.words import ANY_MONTH, MONTH_NAMES

YEAR = "(?:19|20|21)[0-9]{2}"
"""A pattern for the years of which sheets tell."""


def iso_day(text: str, *, day_first: bool | None) -> str | None:
    """A plain text as the day that it names, `2026-11-20` or without a year `11-20`; None of anything else.

    `day_first` says which of two numbers is the day where both can be; without it such a day is none.
    """
    plain = _TIME.sub("", text)
    if found := _TWO_NUMBERS.fullmatch(plain):
        return _slashed(found, day_first=day_first)
    return next((write(found) for way, write in _WAYS if (found := way.fullmatch(plain))), None)


def two_ways(text: str) -> bool:
    """Whether it is a day that can be read in two ways: 3/4/2026."""
    found = _TWO_NUMBERS.fullmatch(_TIME.sub("", text))
    return found is not None and _slashed(found, day_first=None) is None


def tells_day_first(texts: Iterable[str]) -> bool | None:
    """Whether the day comes before the month in a column, as its days tell that can be read in one way only.

    None where none tells, or two disagree.
    """
    found = [match for text in texts if (match := _TWO_NUMBERS.fullmatch(_TIME.sub("", text)))]
    told = {int(match[1]) > _MONTHS for match in found if max(int(match[1]), int(match[2])) > _MONTHS}
    return told.pop() if len(told) == 1 else None


_MONTHS = 12
_DAY = "([0-9]{1,2})"
_TIME = re.compile(r"(?<=[0-9])[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?z?$")
"""What an export writes behind a day."""
_TWO_NUMBERS = re.compile(rf"{_DAY}[/.-]{_DAY}[/.-]({YEAR})")
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"({YEAR})[/.-]{_DAY}[/.-]{_DAY}"), lambda found: f"{found[1]}-{found[2]}-{found[3]}"),
    (re.compile(rf"({YEAR})([0-9]{{2}})([0-9]{{2}})"), lambda found: f"{found[1]}-{found[2]}-{found[3]}"),
    (re.compile(rf"(?:({YEAR})年)?{_DAY}月{_DAY}[日号]"), lambda found: _named(found[1], found[2], found[3])),
    (
        re.compile(rf"{_DAY}(?:st|nd|rd|th)?[ -]({ANY_MONTH})\.?,?[ -]({YEAR}|[0-9]{{2}})"),
        lambda found: _named(found[3], found[2], found[1]),
    ),
    (re.compile(rf"{_DAY}(?:st|nd|rd|th)? ({ANY_MONTH})\.?"), lambda found: _named(None, found[2], found[1])),
    (
        re.compile(rf"({ANY_MONTH})\.? {_DAY}(?:st|nd|rd|th)?(?:,? ({YEAR}))?"),
        lambda found: _named(found[3], found[1], found[2]),
    ),
)
"""A way to write a day, and what it says. `Nov-20` is November 2020, and nobody knows what `26-Jan` is."""


def _slashed(found: re.Match[str], *, day_first: bool | None) -> str | None:
    """A number over twelve is the day, whatever the others of the column are."""
    first, second = int(found[1]), int(found[2])
    if first == second or second > _MONTHS:
        return f"{found[3]}-{first}-{second}"
    if first > _MONTHS or day_first:
        return f"{found[3]}-{second}-{first}"
    return f"{found[3]}-{first}-{second}" if day_first is False else None


def _named(year: str | None, month: str, day: str) -> str:
    number = MONTH_NAMES.get(month, month)
    if not year:
        return f"{number}-{day}"
    return f"{year if len(year) > len('26') else f'20{year}'}-{number}-{day}"
