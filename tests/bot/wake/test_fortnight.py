"""A fortnight of a company in four time zones, over National Day and a change of clocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.tables import RunRow
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Leave
from kpi_engine.commands import PlanAction, PlannedAction, SetDeputy
from kpi_engine.model.reminders import Reminders
from tests.bot.wake.days import Days
from tests.factories import Office, definition, entry
from tests.stage import quick

SALES = 1
ZONES = {
    "ann": "Asia/Shanghai",
    "hal": "America/New_York",
    "sam": "Europe/Berlin",
    "mia": "Australia/Lord_Howe",
}


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    found = quick(sqlite_database)
    yield found
    found.dispose()


def furnish(office: Office) -> None:
    """Sam enters a value each day, Mia one each week."""
    office.publish(
        definition("Revenue", 60, office.sam, frequency=PeriodKind.DAY),
        definition("Visits", 40, office.mia, frequency=PeriodKind.WEEK),
        today=date(2026, 9, 1),
    )


def begin(engine: Engine, now: datetime) -> Days:
    return Days.begin(engine, now, ZONES, furnish)


def test_everybody_is_asked_at_their_hour_on_days_that_are_worked(engine: Engine) -> None:
    """1 to 7 October is free, Saturday the 10th is worked; on the 4th the clocks of Lord Howe go on by half an hour.

    Sam is on leave on the 8th and 9th. Nobody answers: nobody is asked a third time.
    """
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.leave("sam", Leave(date(2026, 10, 8), date(2026, 10, 10)))
    days.until(datetime(2026, 10, 14, 12, tzinfo=UTC))

    assert days.of("sam") == [
        "Mon 28 Sep 16:00 sam: Sam, 2 values are due. One lin",
        "Tue 29 Sep 16:00 sam: Sam, 2 values are due. One lin",
        "Wed 30 Sep 16:00 sam: Sam, 2 values are due. One lin",
        "Sat 10 Oct 16:00 sam: Sam, one value is due. A line ",
        "Mon 12 Oct 16:00 sam: Sam, 2 values are due. One lin",
        "Tue 13 Oct 16:00 sam: Sam, 2 values are due. One lin",
    ]
    assert days.of("mia") == [
        "Mon 28 Sep 16:00 mia: Mia, 2 values are due. One lin",
        "Tue 29 Sep 16:00 mia: Mia, 2 values are due. One lin",
        "Thu 08 Oct 16:00 mia: Mia, 2 values are due. One lin",
        "Fri 09 Oct 16:00 mia: Mia, 2 values are due. One lin",
        "Mon 12 Oct 16:00 mia: Mia, 2 values are due. One lin",
        "Tue 13 Oct 16:00 mia: Mia, 2 values are due. One lin",
    ]
    assert days.of("hal") == [
        "Mon 28 Sep 09:00 hal: Sales, September 2026: no scor",
        "Thu 08 Oct 09:00 hal: Sales, October 2026: no score ",
        "Thu 08 Oct 09:00 hal: September 2026 is over. When a",
        "Mon 12 Oct 09:00 hal: Sales, October 2026: no score ",
    ]
    assert [line[:16] for line in days.of("ann")] == [line[:16] for line in days.of("hal")]


def test_who_has_answered_is_not_asked(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.until(datetime(2026, 9, 28, 14, 30, tzinfo=UTC))
    monday, tuesday = (Period(date(2026, 9, day), PeriodKind.DAY) for day in (28, 29))
    with days.office() as office:
        office.enter(entry(1, monday, 10), by=days.ids["sam"], today=monday.start)
    days.until(datetime(2026, 9, 29, 12, tzinfo=UTC))
    with days.office() as office:
        office.enter(entry(1, tuesday, 10), by=days.ids["sam"], today=tuesday.start)
    days.until(datetime(2026, 9, 29, 20, tzinfo=UTC))

    assert [line[:16] for line in days.of("sam")] == ["Mon 28 Sep 16:00"]


def test_two_hours_of_downtime_are_caught_up_with_once(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.until(datetime(2026, 9, 28, 13, tzinfo=UTC))
    days.jump(timedelta(hours=2))
    days.until(datetime(2026, 9, 28, 22, tzinfo=UTC))
    assert [line[:16] for line in days.of("sam")] == ["Mon 28 Sep 17:00"]


def test_days_of_downtime_are_one_message_in_working_hours(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.wake()
    days.jump(timedelta(days=2, hours=8))
    days.until(datetime(2026, 9, 30, 13, tzinfo=UTC))
    assert [line[:16] for line in days.of("sam")] == ["Wed 30 Sep 09:00"]


def test_a_clock_that_is_set_back_doubles_nothing(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.until(datetime(2026, 9, 28, 14, tzinfo=UTC))
    days.jump(timedelta(hours=-1))
    days.until(datetime(2026, 9, 29, 14, tzinfo=UTC))
    assert [line[:16] for line in days.of("sam")] == ["Mon 28 Sep 16:00", "Tue 29 Sep 16:00"]


def test_who_is_written_to_enough_is_asked_no_more_that_week(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.wants("sam", Reminders(budget=2))
    days.until(datetime(2026, 10, 1, 0, tzinfo=UTC))
    assert [line[:16] for line in days.of("sam")] == ["Mon 28 Sep 16:00", "Tue 29 Sep 16:00"]


def test_a_snooze_puts_off_what_comes_meanwhile(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.wants("sam", Reminders(snoozed_until=datetime(2026, 9, 29, 8, 30, tzinfo=UTC)))
    days.until(datetime(2026, 9, 29, 20, tzinfo=UTC))
    assert [line[:16] for line in days.of("sam")] == ["Tue 29 Sep 10:30", "Tue 29 Sep 16:00"]


def test_a_snooze_that_ends_before_their_hour_brings_nothing_forward(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    with days.office() as office:
        for day in (7, 14):
            week = Period(date(2026, 9, day), PeriodKind.WEEK)
            office.enter(entry(2, week, 10), by=days.ids["mia"], today=date(2026, 9, 25))
    days.wants("mia", Reminders(snoozed_until=datetime(2026, 9, 28, 1, tzinfo=UTC)))
    days.until(datetime(2026, 9, 28, 20, tzinfo=UTC))
    assert [line[:16] for line in days.of("mia")] == ["Mon 28 Sep 16:00"]


def test_who_wants_no_second_reminder_gets_none(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.wants("mia", Reminders(again=False))
    days.until(datetime(2026, 9, 30, 12, tzinfo=UTC))
    assert [line[:16] for line in days.of("mia")] == ["Mon 28 Sep 16:00"]


def test_what_is_to_be_done_is_said_on_the_morning_of_its_day(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    with days.office() as office:
        office.do(PlanAction(PlannedAction("Call Rex", days.ids["mia"], date(2026, 9, 29)), SALES))
    days.until(datetime(2026, 9, 29, 0, tzinfo=UTC))
    assert [line[:16] for line in days.of("mia")] == ["Mon 28 Sep 16:00", "Tue 29 Sep 09:00"]


def test_who_steps_in_hears_on_monday_of_those_who_agreed_to_it(engine: Engine) -> None:
    """Mia's deputy is Sam; Sam himself has not agreed that Hal is told."""
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    days.wants("mia", Reminders(ladder=True))
    with days.office() as office:
        office.do(SetDeputy(days.ids["mia"], days.ids["sam"]))
    days.until(datetime(2026, 9, 28, 12, tzinfo=UTC))

    assert days.of("sam") == ["Mon 28 Sep 09:00 sam: Mia may need a hand: the last "]
    assert "hand" not in " ".join(days.of("hal"))


def test_the_head_hears_of_it_where_nobody_steps_in_and_of_nobody_who_answered(engine: Engine) -> None:
    days = begin(engine, datetime(2026, 9, 27, 12, tzinfo=UTC))
    for name in ("mia", "sam"):  # The 25th is a holiday.
        days.wants(name, Reminders(ladder=True))
    with days.office() as office:
        last = Period(date(2026, 9, 24), PeriodKind.DAY)
        office.enter(entry(1, last, 10), by=days.ids["sam"], today=last.start)
    days.until(datetime(2026, 9, 28, 16, tzinfo=UTC))

    (heard,) = days.whole("hal")
    assert "Mia may need a hand: the last 2 values of Visits did not come in." in heard
    assert "Sam may" not in heard


def test_who_left_a_dialog_open_is_asked_after_it_once(engine: Engine) -> None:
    """Hal's is still open on the next morning, Ann has ended hers."""
    began = datetime(2026, 9, 28, 1, tzinfo=UTC)
    days = begin(engine, began)
    with Session(engine) as session, session.begin():
        for name in ("hal", "ann"):
            run = RunRow(id=name, company_id=days.company_id, person_id=days.ids[name], flow="build", state={})
            run.opened_at = run.touched_at = began
            session.add(run)
    days.until(began + timedelta(hours=12))
    with Session(engine) as session, session.begin():
        session.delete(session.get_one(RunRow, "ann"))
    days.until(began + timedelta(days=3))

    asked = [each.line(30) for each in days.sent if "in the middle of" in each.words]
    assert asked == ["Tue 29 Sep 09:00 hal: You were in the middle of buil"]
