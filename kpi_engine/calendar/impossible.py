"""A day that no month has: `11月31日`, `31 Nov`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from kpi_engine.calendar.words import ANY_MONTH, MONTH_NAMES

_DAYS = (
    re.compile(r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]"),
    re.compile(r"\b(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})\b"),
    re.compile(
        rf"\b(?P<day>3[01])(?:st|nd|rd|th)? (?P<month>{ANY_MONTH})\b(?: (?P<year>20[0-9]{{2}}))?", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<month>{ANY_MONTH})\.? (?P<day>3[01])(?:st|nd|rd|th)?\b(?:,? (?P<year>20[0-9]{{2}}))?", re.IGNORECASE
    ),
)
"""`45 Dec` is a value of December."""
_LEAP_YEAR = 2024
_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Impossible:
    """The day as it was typed, and how many days its month has; 0 where there is no such month."""

    said: str
    days: int


def impossible_day(text: str) -> Impossible | None:
    """The first such day in the words; not where it is their only number, as `31 Nov` may be 31 of November."""
    found = (found for pattern in _DAYS for found in pattern.finditer(text))
    dated = (one for one in found if re.search("[0-9]", text[: one.start()] + text[one.end() :]))
    return next((wrong for one in dated if (wrong := _impossible(one))), None)


def _impossible(found: re.Match[str]) -> Impossible | None:
    month = MONTH_NAMES.get(found["month"].casefold()) or int(found["month"])
    exists = 1 <= month <= _MONTHS_OF_YEAR
    days = monthrange(int(found["year"] or _LEAP_YEAR), month)[1] if exists else 0
    return None if 1 <= int(found["day"]) <= days else Impossible(found[0], days)
