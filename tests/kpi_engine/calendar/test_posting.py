"""When something is posted in a channel: once a week or a month, on a day that is worked, whenever the clock wakes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from kpi_engine.calendar.posting import Posting, Rhythm, begun, due_posting, next_posting
from kpi_engine.calendar.working import Calendar

CHINA = Calendar(country="CN")
SHANGHAI = "Asia/Shanghai"
MONDAYS = Rhythm(0, time(9))
MONTHLY = Rhythm(None, time(9))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("rhythm", "now", "expected"),
    [
        (MONDAYS, "2026-11-22 12:00", "2026-11-23 09:00"),
        (MONDAYS, "2026-11-23 08:59", "2026-11-23 09:00"),
        (MONDAYS, "2026-11-23 09:00", "2026-11-30 09:00"),
        (MONDAYS, "2026-10-04 12:00", "2026-10-08 09:00"),  # Monday the 5th is free, as are the two days after it
        (Rhythm(5, time(9)), "2026-10-09 12:00", "2026-10-10 09:00"),  # a Saturday that is worked
        (Rhythm(5, time(9)), "2026-11-20 12:00", "2026-11-23 09:00"),
        (MONTHLY, "2026-11-02 09:00", "2026-12-01 09:00"),
        (MONTHLY, "2026-09-30 12:00", "2026-10-08 09:00"),
    ],
)
def test_the_next_time(rhythm: Rhythm, now: str, expected: str) -> None:
    found = next_posting(rhythm, CHINA, SHANGHAI, at(now))
    assert found is not None
    assert found.when == at(expected)


@pytest.mark.parametrize(
    ("rhythm", "now", "expected"),
    [
        (
            Rhythm(5, time(9)),
            "2026-11-29 12:00",
            "2026-12-07 09:00",
        ),  # Sunday: of Saturday the 5th, and not of the 28th
        (Rhythm(5, time(9)), "2026-11-28 09:00", "2026-12-07 09:00"),
        (Rhythm(5, time(9)), "2026-11-28 08:59", "2026-11-30 09:00"),
        (MONDAYS, "2026-10-06 12:00", "2026-10-12 09:00"),  # Monday the 5th is free until the 8th, but over
        (MONDAYS, "2026-11-22 12:00", "2026-11-23 09:00"),
        (MONTHLY, "2026-11-01 12:00", "2026-11-02 09:00"),  # a Sunday: the month's first day that is worked is to come
    ],
)
def test_the_first_time_of_what_is_set_up(rhythm: Rhythm, now: str, expected: str) -> None:
    found = next_posting(rhythm, CHINA, SHANGHAI, begun(rhythm, CHINA, SHANGHAI, at(now)))
    assert found is not None
    assert found.when == at(expected)


def test_a_company_that_works_on_no_day_is_posted_nothing() -> None:
    assert next_posting(MONDAYS, Calendar(weekdays=frozenset()), SHANGHAI, at("2026-11-22 12:00")) is None


def test_however_often_it_is_looked_each_week_has_one() -> None:
    """Over National Day, looked at every half hour but for two days."""
    looks = [at("2026-09-27 00:10") + timedelta(minutes=30 * n) for n in range(48 * 21)]
    looks = [look for look in looks if not at("2026-10-11 23:00") < look < at("2026-10-13 22:00")]
    found = [due_posting(MONDAYS, CHINA, SHANGHAI, since, now) for since, now in pairwise(looks)]
    assert [(each.day, each.when) for each in found if each] == [
        (date(2026, 9, 28), at("2026-09-28 09:00")),
        (date(2026, 10, 5), at("2026-10-08 09:00")),
        (date(2026, 10, 12), at("2026-10-12 09:00")),
    ]


def test_of_several_that_were_missed_the_last_is_enough() -> None:
    found = due_posting(MONDAYS, CHINA, SHANGHAI, at("2026-11-01 12:00"), at("2026-11-24 12:00"))
    assert found == Posting(date(2026, 11, 23), at("2026-11-23 09:00").astimezone(UTC))


def test_a_change_of_clocks_neither_skips_nor_doubles() -> None:
    """On 29 March 2026 the clocks of Berlin go on at 2, on 25 October back at 3."""
    every_day = Calendar(weekdays=frozenset(range(7)))
    for month, sunday in ((3, 29), (10, 25)):
        rhythm = Rhythm(6, time(2, 30))
        looks = [datetime(2026, month, sunday - 1, tzinfo=UTC) + timedelta(minutes=10 * n) for n in range(288)]
        found = [due_posting(rhythm, every_day, "Europe/Berlin", a, b) for a, b in pairwise(looks)]
        assert len([each for each in found if each]) == 1
