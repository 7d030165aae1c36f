"""Nobody is written to at night, on days off, on leave, while they are not to be disturbed, or more than they want."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kpi_engine.calendar.asking import next_asking, second_asking
from kpi_engine.calendar.hours import Hours, moment
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.calendar.writing import NoMore, NotBefore, Verdict, Wishes, Write, may_write, week_start

CHINA = Calendar(country="CN")
LI_NA = Wishes("Asia/Shanghai")
FOUR = time(16)


def at(text: str, zone: str = "Asia/Shanghai") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def judged(verdict: Verdict, zone: str = "Asia/Shanghai") -> str:
    match verdict:
        case Write():
            return "now"
        case NotBefore(when=when):
            return f"{when.astimezone(ZoneInfo(zone)):%m-%d %H:%M}"
        case NoMore(until=until):
            return f"no more until {until.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" if until else "never"


@pytest.mark.parametrize(
    ("now", "wishes", "written", "verdict"),
    [
        ("2026-11-23 09:00", LI_NA, 0, "now"),
        ("2026-11-23 08:59", LI_NA, 0, "11-23 09:00"),
        ("2026-11-23 17:59", LI_NA, 4, "now"),
        ("2026-11-23 18:00", LI_NA, 0, "11-24 09:00"),
        ("2026-11-27 20:00", LI_NA, 0, "11-30 09:00"),
        ("2026-11-27 10:00", LI_NA, 5, "no more until 11-30 00:00"),
        ("2026-11-29 23:59", LI_NA, 5, "no more until 11-30 00:00"),
        ("2026-11-23 10:00", replace(LI_NA, budget=0), 0, "never"),
        ("2026-11-23 10:00", replace(LI_NA, hours=Hours(time(7), time(8, 30))), 0, "11-24 07:00"),
        ("2026-11-23 10:00", replace(LI_NA, snoozed_until=at("2026-11-23 11:00")), 0, "11-23 11:00"),
        ("2026-11-23 10:00", replace(LI_NA, snoozed_until=at("2026-11-23 19:00")), 0, "11-24 09:00"),
        ("2026-11-23 10:00", replace(LI_NA, snoozed_until=at("2026-11-22 19:00")), 0, "now"),
        # Spring Festival: free from 15 to 23 February, and Saturday the 14th is worked for it.
        ("2026-02-14 10:00", LI_NA, 0, "now"),
        ("2026-02-14 18:00", LI_NA, 0, "02-24 09:00"),
        ("2026-11-23 10:00", replace(LI_NA, presence=Presence(left=date(2026, 11, 20))), 0, "never"),
        (
            "2026-11-23 10:00",
            replace(LI_NA, presence=Presence(leave=(Leave(date(2026, 11, 23), date(2026, 11, 26)),))),
            0,
            "11-26 09:00",
        ),
    ],
)
def test_when_somebody_may_be_written_to(now: str, wishes: Wishes, written: int, verdict: str) -> None:
    assert judged(may_write(wishes, CHINA, written, at(now))) == verdict


def test_hours_are_by_the_wall_clock_also_where_it_is_put_on_and_back() -> None:
    berlin = Wishes("Europe/Berlin")
    for day, hour in (("2026-03-27", 8), ("2026-03-30", 7), ("2026-10-23", 7), ("2026-10-26", 8)):
        verdict = may_write(berlin, Calendar(), 0, datetime.fromisoformat(f"{day}T00:30:00+00:00"))
        assert verdict == NotBefore(datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00"))


def test_a_time_that_is_skipped_comes_an_hour_later_and_one_that_is_twice_is_the_first() -> None:
    assert moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert moment(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_week_begins_with_the_monday_that_it_is_there() -> None:
    sunday_in_utc = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    assert week_start(sunday_in_utc, "Asia/Shanghai") == datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    assert week_start(sunday_in_utc, "UTC") == datetime(2026, 11, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "now", "asked"),
    [
        (PeriodKind.DAY, "2026-11-23 09:00", "2026-11-23 16:00"),
        (PeriodKind.DAY, "2026-11-23 16:00", "2026-11-24 16:00"),
        (PeriodKind.DAY, "2026-11-27 16:00", "2026-11-30 16:00"),
        (PeriodKind.WEEK, "2026-11-23 09:00", "2026-11-23 16:00"),
        (PeriodKind.WEEK, "2026-11-23 17:00", "2026-11-30 16:00"),
        (PeriodKind.MONTH, "2026-11-23 09:00", "2026-11-30 16:00"),
        (PeriodKind.MONTH, "2026-01-31 09:00", "2026-02-02 16:00"),
        (PeriodKind.QUARTER, "2026-11-23 09:00", "2026-12-31 16:00"),
        # The week of the Spring Festival is not asked for; the one before it is on the first day after.
        (PeriodKind.WEEK, "2026-02-14 09:00", "2026-02-24 16:00"),
    ],
)
def test_when_values_are_asked_for(kind: PeriodKind, now: str, asked: str) -> None:
    assert next_asking(kind, FOUR, LI_NA, CHINA, at(now)) == at(asked)


def test_nobody_is_asked_before_they_are_back() -> None:
    away = replace(LI_NA, presence=Presence(leave=(Leave(date(2026, 11, 30), date(2026, 12, 7)),)))
    assert next_asking(PeriodKind.MONTH, FOUR, away, CHINA, at("2026-11-23 09:00")) == at("2026-12-07 16:00")


def test_a_second_time_is_on_the_next_day_that_is_worked() -> None:
    assert second_asking(at("2026-11-27 16:00"), FOUR, LI_NA, CHINA) == at("2026-11-30 16:00")
