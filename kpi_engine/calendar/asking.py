"""When somebody is asked for their values by the bot itself: the moments that the clock obeys and `remind` tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.hours import moment
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.calendar.writing import Wishes, days_there, next_open

AHEAD = 400
"""Periods that are looked through for the next that is asked for: more than a year of days."""


def next_asking(kind: PeriodKind, at: time, wishes: Wishes, calendar: Calendar, now: datetime) -> datetime | None:
    """When they are next asked for values of that kind, after `now`; None where that is more than a year away.

    On the last day of a period (a week's is its Sunday), or the first day after it that is worked and on which they are
    there, at that time of their wall clock. Periods for which no value is wanted, such as free days, are passed over.
    """
    today = now.astimezone(ZoneInfo(wishes.zone)).date()
    period = calendar.holding(today, kind).previous()
    for _ in range(AHEAD):
        if is_expected(period, calendar):
            when = first_asking(period.last_day, at, wishes, calendar)
            if when is None or when > now:
                return asked_at(period.last_day, at, wishes, calendar)
        period = period.next()
    return None


def asked_at(day: date, at: time, wishes: Wishes, calendar: Calendar) -> datetime | None:
    """That time of the first day from that one on on which they may be written to; within their hours, not snoozed.

    What is snoozed until a day on which they are away waits for the same time of the day on which they are back: they
    are asked once then, for that and for what came meanwhile.
    """
    first = next(days_there(wishes, calendar, day), None)
    if first is None:
        return None
    wanted = moment(first, at, wishes.zone)
    earliest = max(wanted, wishes.snoozed_until or wanted)
    until = earliest.astimezone(ZoneInfo(wishes.zone)).date()
    if wishes.presence.holds(until):
        return next_open(wishes, calendar, earliest)
    return first_asking(until, at, wishes, calendar)


def first_asking(day: date, at: time, wishes: Wishes, calendar: Calendar) -> datetime | None:
    """The same where nothing is snoozed: who puts reminders off is not asked sooner for what comes later."""
    return asked_at(day, at, replace(wishes, snoozed_until=None), calendar)


def second_asking(first: datetime, at: time, wishes: Wishes, calendar: Calendar) -> datetime | None:
    """When they are reminded, once, of what was asked for then and is still owed: at that time of their next day."""
    day = first.astimezone(ZoneInfo(wishes.zone)).date() + timedelta(days=1)
    return asked_at(day, at, wishes, calendar)
