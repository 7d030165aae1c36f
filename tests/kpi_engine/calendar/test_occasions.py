"""Moments are looked for from the last one back, and none is missed by that: held against all of half a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest

from kpi_engine.calendar.asking import asked_at, second_asking
from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.occasions import Asked, Occasion, next_occasion, occasions
from kpi_engine.calendar.period import JANUARY, PeriodKind
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.calendar.working import WEEKDAYS, Calendar
from kpi_engine.calendar.writing import Wishes

CHINA = Calendar(WEEKDAYS, "CN", JANUARY)
NOW = datetime(2026, 10, 9, 8, tzinfo=UTC)
"""The Friday after the week of the National Day, 16:00 in Shanghai."""
WISHES = {
    "there": Wishes("Asia/Shanghai"),
    "elsewhere": Wishes("America/New_York"),
    "back from leave": Wishes("Asia/Shanghai", presence=Presence(leave=(Leave(date(2026, 9, 14), date(2026, 10, 8)),))),
    "going on leave": Wishes("Asia/Shanghai", presence=Presence(leave=(Leave(date(2026, 10, 10), date(2026, 12, 1)),))),
    "snoozed": Wishes("Asia/Shanghai", snoozed_until=NOW + timedelta(minutes=20)),
    "snoozed into leave": Wishes(
        "Asia/Shanghai",
        snoozed_until=NOW + timedelta(days=4),
        presence=Presence(leave=(Leave(date(2026, 10, 12), date(2026, 10, 17)),)),
    ),
    "has left": Wishes("Asia/Shanghai", presence=Presence(left=date(2026, 9, 30))),
}
SINCE = (timedelta(minutes=1), timedelta(hours=1), timedelta(days=2), timedelta(days=20))


def every_moment(asked: Asked, wishes: Wishes) -> Iterator[tuple[Occasion, datetime]]:
    """From July on, whatever there is."""
    for kind in PeriodKind:
        period = CHINA.holding(date(2026, 7, 1), kind)
        while period.start < date(2026, 12, 31):
            if is_expected(period, CHINA):
                yield from moments(asked, wishes, kind, period.last_day, period.end)
            period = period.next()


def moments(
    asked: Asked, wishes: Wishes, kind: PeriodKind, last_day: date, end: date
) -> Iterator[tuple[Occasion, datetime]]:
    first = asked_at(last_day, asked.at, wishes, CHINA) if kind in asked.kinds else None
    again = second_asking(first, asked.at, wishes, CHINA) if first and asked.again else None
    led = {PeriodKind.WEEK: Occasion.BRIEF, PeriodKind.MONTH: Occasion.CLOSING}.get(kind) if asked.leads else None
    after = asked_at(end, wishes.hours.start, wishes, CHINA) if led else None
    found = ((Occasion.VALUES, first), (Occasion.AGAIN, again), (led, after))
    yield from ((why, when) for why, when in found if why and when)


@pytest.mark.parametrize("who", WISHES)
@pytest.mark.parametrize("again", [True, False], ids=["again", "once"])
def test_no_moment_is_missed(who: str, again: bool) -> None:
    asked = Asked(time(16), again, frozenset({PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH}), leads=True)
    every = list(every_moment(asked, WISHES[who]))
    for hours, since in product(range(-30, 30), SINCE):
        now = NOW + timedelta(hours=hours)
        due = {why for why, when in every if now - since < when <= now}
        assert occasions(asked, WISHES[who], CHINA, now - since, now) == due, (now, since)
        soon = now + timedelta(hours=1)
        coming = min((when for _, when in every if now < when <= soon), default=None)
        assert next_occasion(asked, WISHES[who], CHINA, now, soon) == coming, now


def test_who_snoozed_into_their_leave_is_asked_once_on_the_day_they_are_back() -> None:
    every_day = Asked(time(16), again=False, kinds=frozenset({PeriodKind.DAY}))
    wishes = WISHES["snoozed into leave"]
    moments = {when for why, when in every_moment(every_day, wishes) if when > NOW}
    assert min(moments) == datetime(2026, 10, 19, 8, tzinfo=UTC)
