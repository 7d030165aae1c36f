"""A duration said in another unit of time than it is counted in: `2 hours` of something counted in minutes."""

from __future__ import annotations

import re
from fractions import Fraction

from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.kpi import Unit, UnitKind

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_AT_WORK = {"day": 8 * 3600, "week": 5 * 8 * 3600}
"""Of a working day and week."""
_WORDS = {
    "second": "seconds?|secs?|秒钟?",
    "minute": "minutes?|mins?|分钟?",
    "hour": "hours?|hrs?|h|个?小时|个?钟头",
    "day": "(?:working |business )?days?|个?工作日|天",
    "week": "(?:working )?weeks?|wks?|周|个?星期|个?礼拜",
}
_NUMBER = "(?P<number>.*[0-9一二两三四五六七八九十半])"
_SAID = tuple((name, re.compile(f"{_NUMBER} ?(?:{words})")) for name, words in _WORDS.items())


def other_time(typed: str, unit: Unit) -> tuple[str, tuple[Fraction, ...]] | None:
    """The number, and how many of the KPI's unit each of what it counts may be; None where it is no other unit.

    Days in hours may be whole days or working days. `typed` is tidy and in small letters.
    """
    own = _own(unit)
    said = ((name, found) for name, form in _SAID if (found := form.fullmatch(typed)))
    name, found = next(said, ("", None))
    if not own or not found or name == own:
        return None
    at_work = _SECONDS | _AT_WORK
    factors = (Fraction(each[name], each[own]) for each in (at_work, _SECONDS))
    return found["number"], tuple(dict.fromkeys(factors))


def _own(unit: Unit) -> str:
    """The unit of time that the KPI is counted in, by its label; empty where it is none of these."""
    if unit.kind is not UnitKind.DURATION:
        return ""
    labels = [lowered(tidy(label)).strip() for label in (unit.label.en, unit.label.zh)]
    return next((name for name, words in _WORDS.items() for label in labels if re.fullmatch(words, label)), "")
