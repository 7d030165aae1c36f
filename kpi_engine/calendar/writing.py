"""Whether somebody may be written to unasked, now: nobody is nagged at night, on leave, or more than they want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from kpi_engine.calendar.hours import OFFICE, Hours, moment
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar

MOST_DAYS = 400
"""How far ahead a day on which somebody is there is looked for."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """When somebody may be written to, and how often."""

    zone: str
    """Whose wall clock the hours are by, as IANA names it."""
    hours: Hours = OFFICE
    budget: int = 5
    """Messages that the bot writes by itself from Monday to Sunday; 0 is none at all. Answers do not count."""
    snoozed_until: datetime | None = None
    """Aware; nothing is written before."""
    presence: Presence = ALWAYS


@dataclass(frozen=True, slots=True)
class Write:
    """Now."""


@dataclass(frozen=True, slots=True)
class NotBefore:
    """Later, from that moment (UTC) on: it is to be asked again then."""

    when: datetime


@dataclass(frozen=True, slots=True)
class NoMore:
    """This week's budget is used; `until` (UTC) is when the next week's begins. None: no message is wanted at all."""

    until: datetime | None


Verdict: TypeAlias = Write | NotBefore | NoMore


def may_write(wishes: Wishes, calendar: Calendar, written: int, now: datetime) -> Verdict:
    """Whether a message may be sent at that moment (aware) to who was `written` so often since Monday of their week."""
    if written >= wishes.budget:
        return NoMore(next_week(now, wishes.zone) if wishes.budget else None)
    earliest = max(now, wishes.snoozed_until or now)
    when = next_open(wishes, calendar, earliest)
    if when is None:
        return NoMore(None)
    return Write() if when <= now else NotBefore(when)


def next_open(wishes: Wishes, calendar: Calendar, since: datetime) -> datetime | None:
    """The first moment from then on in the hours of a day that is worked and on which they are there, if any comes."""
    for day in days_there(wishes, calendar, since.astimezone(ZoneInfo(wishes.zone)).date()):
        opens, closes = (moment(day, at, wishes.zone) for at in (wishes.hours.start, wishes.hours.end))
        if since < closes:
            return max(since, opens)
    return None


def days_there(wishes: Wishes, calendar: Calendar, first: date) -> Iterator[date]:
    """The days from that one on that are worked and on which they are there."""
    days = (first + timedelta(days=ahead) for ahead in range(MOST_DAYS))
    return (day for day in days if calendar.is_working(day) and wishes.presence.holds(day))


def week_start(now: datetime, zone: str) -> datetime:
    """Midnight at the beginning of the Monday of the week that it is there, in UTC."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return moment(today - timedelta(days=today.weekday()), datetime.min.time(), zone)


def next_week(now: datetime, zone: str) -> datetime:
    """The same of the week after."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return moment(today + timedelta(days=7 - today.weekday()), datetime.min.time(), zone)
