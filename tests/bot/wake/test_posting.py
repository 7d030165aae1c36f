"""A fortnight of what is posted in channels, over National Day, a downtime, late values and a channel that is archived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.channels import spoken_in
from bot.tables import PostRow
from conversations.view import Document, Picture
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.commands import RankPeople, SetBulletin, StopBulletin
from kpi_engine.model.bulletin import BulletinKind
from kpi_engine.model.name import Language
from tests.bot.wake.days import PLATFORM, Days
from tests.factories import Office, day, definition, entry, month
from tests.stage import quick

MONDAYS = Rhythm(0, time(9))
TUESDAYS = Rhythm(1, time(16, 30))
MONTHLY = Rhythm(None, time(10))
ZONES = dict.fromkeys(("ann", "hal", "sam", "mia"), "Asia/Shanghai")


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    found = quick(sqlite_database)
    yield found
    found.dispose()


def furnish(office: Office) -> None:
    """Three departments of which each has a score, so that they are ranked."""
    revenue, visits = office.publish(
        definition("Revenue", 60, office.sam, frequency=PeriodKind.MONTH),
        definition("Visits", 40, office.mia, frequency=PeriodKind.DAY),
        today=date(2026, 8, 1),
    )
    for number, value in ((8, 90), (9, 95)):
        office.enter(entry(revenue, month(number), value), by=office.sam, today=date(2026, 9, 27))
    office.enter(entry(visits, day(25, of=9), 60), by=office.mia, today=date(2026, 9, 27))


@pytest.fixture
def days(engine: Engine) -> Days:
    return Days.begin(engine, datetime(2026, 9, 27, 4, tzinfo=UTC), ZONES, furnish)


def test_each_is_posted_once_whatever_happens(days: Days) -> None:
    """1 to 7 October is free; on Tuesday the 13th the bot is away from 15:30 to 17:30; the clock is set back on the 9th."""
    sales, all_ = days.channel("sales"), days.channel("all", Language.ZH)
    days.posts(SetBulletin(sales, BulletinKind.BRIEF, MONDAYS))
    days.posts(SetBulletin(all_, BulletinKind.BRIEF, TUESDAYS, Language.ZH))
    days.posts(SetBulletin(all_, BulletinKind.REPORT, MONTHLY))
    days.until(datetime(2026, 10, 9, 4, tzinfo=UTC))
    days.jump(timedelta(hours=-1))
    days.until(datetime(2026, 10, 13, 7, 30, tzinfo=UTC))
    days.jump(timedelta(hours=2))
    days.until(datetime(2026, 10, 14, 4, tzinfo=UTC))

    assert [line[:16] for line in days.of("sales")] == ["Mon 28 Sep 09:00", "Thu 08 Oct 09:00", "Mon 12 Oct 09:00"]
    assert [line[:16] for line in days.of("all")] == [
        "Tue 29 Sep 16:30",
        "Thu 08 Oct 10:00",
        "Thu 08 Oct 16:30",
        "Tue 13 Oct 17:30",
    ]


def test_late_values_are_put_into_what_stands_there(days: Days) -> None:
    days.posts(SetBulletin(days.channel("sales"), BulletinKind.BRIEF, MONDAYS))
    days.until(datetime(2026, 9, 28, 6, tzinfo=UTC))
    with days.office() as office:
        office.enter(entry(2, day(24, of=9), 40), by=days.ids["mia"], today=date(2026, 9, 28))
    days.until(datetime(2026, 9, 29, 6, tzinfo=UTC))

    assert [line[:16] for line in days.of("sales")] == ["Mon 28 Sep 09:00", "Mon 28 Sep 15:00"]
    first, second = days.whole("sales")
    assert first != second
    assert "(anew)" in days.of("sales")[1]
    with Session(days.engine) as session:
        assert len(session.scalars(select(PostRow).where(PostRow.channel_id.is_not(None))).all()) == 1


def test_what_says_the_same_again_is_told_in_a_line(days: Days) -> None:
    """In October nothing is entered: the brief is September's, week after week, until something comes."""
    days.posts(SetBulletin(days.channel("sales"), BulletinKind.BRIEF, MONDAYS))
    days.until(datetime(2026, 10, 19, 6, tzinfo=UTC))
    assert [line[:16] for line in days.of("sales")] == [
        "Mon 28 Sep 09:00",
        "Thu 08 Oct 09:00",
        "Mon 12 Oct 09:00",
        "Mon 19 Oct 09:00",
    ]
    whole, *again = days.whole("sales")
    assert again == ["Weekly brief: nothing new since 28 Sep 2026."] * 3

    with days.office() as office:
        office.enter(entry(2, day(24, of=9), 40), by=days.ids["mia"], today=date(2026, 10, 19))
    days.until(datetime(2026, 10, 20, 6, tzinfo=UTC))
    last = days.posted("sales")[-1]
    assert last.anew
    assert last.words.startswith("Acme, September 2026: ")
    assert last.words != whole


def test_what_is_private_is_not_posted(days: Days) -> None:
    """Neither who needs a hand, nor anybody's own place, nor who stays out; few are not ranked at all."""
    with days.office() as office:
        office.do(RankPeople(True))
    channel = days.channel("sales")
    for kind in BulletinKind:
        days.posts(SetBulletin(channel, kind, MONDAYS))
    days.until(datetime(2026, 9, 28, 6, tzinfo=UTC))
    said = " ".join(map(repr, days.posted("sales")))
    assert len(days.posted("sales")) == 2
    for name in ("Mia", "Eve", "Hal"):
        assert name not in said


def test_a_departments_channel_has_its_own(days: Days) -> None:
    """Its KPIs as everybody may see them; of who owes what not a word."""
    channel, sales = days.channel("sales"), 1
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, MONDAYS, department_id=sales))
    days.posts(SetBulletin(channel, BulletinKind.REPORT, Rhythm(0, time(10)), department_id=sales))
    days.until(datetime(2026, 9, 28, 6, tzinfo=UTC))
    brief, report = days.whole("sales")
    assert brief.startswith("Sales, September 2026: ")
    assert "Sales" in report
    assert "Revenue" in repr(days.posted("sales")[1].message)
    for name in ("Acme", "Mia", "Hal", "Eve"):
        assert name not in repr(days.posted("sales"))


def test_a_departments_stands_beside_the_companys(days: Days) -> None:
    """Each at its time; said again, it is changed, and the other stays."""
    channel, sales = days.channel("sales"), 1
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, MONDAYS))
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, MONDAYS, department_id=sales))
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, Rhythm(0, time(10)), department_id=sales))
    days.until(datetime(2026, 9, 28, 6, tzinfo=UTC))
    company, department = days.whole("sales")
    assert company.startswith("Acme, September 2026: ")
    assert department.startswith("Sales, September 2026: ")


def test_the_report_has_its_picture_and_its_sheet(days: Days) -> None:
    days.posts(SetBulletin(days.channel("sales"), BulletinKind.REPORT, MONTHLY))
    days.until(datetime(2026, 10, 8, 4, tzinfo=UTC))
    (report,) = (each.message for each in days.posted("sales"))
    assert {Picture, Document} <= {type(block) for block in report.blocks}
    assert not report.only_you


def test_into_a_channel_that_is_archived_nothing_is_posted_until_it_is_back(days: Days) -> None:
    """Who set it up hears of it once; the week that was missed is not made up for."""
    channel = days.channel("sales")
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, Rhythm(3, time(9))), by="hal")
    days.shut.add("sales")
    days.until(datetime(2026, 10, 9, 6, tzinfo=UTC))
    told = [line for line in days.whole("hal") if "#sales" in line or "in sales" in line]
    assert told == [
        "I can't post in sales any more what you set up there (Weekly brief): it is archived. Once it is open again, "
        "say something to me there, and it goes on."
    ]
    assert days.of("sales") == []

    days.shut.clear()
    with Session(days.engine) as session, session.begin():
        ann = Who(PLATFORM, "T1", "ann", "Ann", channel="sales", channel_name="sales")
        assert spoken_in(session, ann, days.company_id, days.now) == channel
    days.until(datetime(2026, 10, 15, 6, tzinfo=UTC))
    assert [line[:16] for line in days.of("sales")] == ["Thu 15 Oct 09:00"]


def test_what_was_stopped_before_its_moment_is_not_posted(days: Days) -> None:
    days.posts(SetBulletin(days.channel("sales"), BulletinKind.BRIEF, MONDAYS))
    days.until(datetime(2026, 9, 28, 0, 30, tzinfo=UTC))
    days.posts(StopBulletin(1))
    days.until(datetime(2026, 9, 28, 4, tzinfo=UTC))
    assert days.of("sales") == []


def test_the_first_is_of_a_day_after_it_was_set_up(days: Days) -> None:
    """It is Sunday; the Saturday before was free and would come on Monday, but was over. Said twice, it stays so."""
    sales, all_ = days.channel("sales"), days.channel("all")
    for at in (9, 9, 10):
        days.posts(SetBulletin(sales, BulletinKind.BRIEF, Rhythm(5, time(at))))
    days.until(datetime(2026, 10, 9, 4, tzinfo=UTC))
    assert [line[:16] for line in days.of("sales")] == ["Thu 08 Oct 10:00"], "of Saturday the 3rd, a free day"

    days.posts(SetBulletin(all_, BulletinKind.BRIEF, Rhythm(5, time(9))))
    days.until(datetime(2026, 10, 11, 4, tzinfo=UTC))
    assert [line[:16] for line in days.of("all")] == ["Sat 10 Oct 09:00"]


def test_what_is_changed_while_a_free_day_is_made_up_for_still_comes(days: Days) -> None:
    """The Monday of National Day comes on Thursday: who chooses another hour or language on Tuesday loses nothing."""
    channel = days.channel("sales")
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, MONDAYS))
    days.until(datetime(2026, 10, 6, 4, tzinfo=UTC))
    days.posts(SetBulletin(channel, BulletinKind.BRIEF, Rhythm(0, time(11))))
    days.until(datetime(2026, 10, 9, 4, tzinfo=UTC))
    assert [line[:16] for line in days.of("sales")] == ["Mon 28 Sep 09:00", "Thu 08 Oct 11:00"]
