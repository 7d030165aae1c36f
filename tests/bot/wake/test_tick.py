"""A tick by hand, two at once, and one that can't plan a company."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from bot import cli
from bot.deeds import carry_out
from bot.migrate import migrate
from bot.standing import standing
from bot.tables import AccountRow, PostRow, WakeRow, WorkspaceRow
from bot.wake import tick as ticking
from bot.wake.bulletins import look
from bot.wake.plan import plan
from bot.wake.tick import begin, tick
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.commands import AddMember, ChangeSettings, Command, SetBulletin, SetReminders, SnoozeReminders
from kpi_engine.model.bulletin import BulletinKind, Trouble
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.done import BulletinSet
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import Reminders, Reminding, Snooze
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.archive import put_back, taken_out
from kpi_engine.store.database import connect
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditRow, BulletinRow, ChannelRow, PersonRow
from kpi_engine.store.work import Work
from tests.factories import company_row, definition, found_office, person_row

BEFORE = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""16:00 in Shanghai."""


@pytest.fixture
def sam(engine: Engine) -> int:
    """Sam owes a value on that Monday."""
    with Session(engine) as session, session.begin():
        office = found_office(session)
        office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        found = office.sam
    begin(engine, BEFORE)
    tick(engine, BEFORE)
    return found


def owed(engine: Engine) -> list[tuple[int | None, str]]:
    with Session(engine) as session:
        found = session.execute(select(PostRow.person_id, PostRow.kind).order_by(PostRow.id))
        return [(person_id, kind.value) for person_id, kind in found if kind.value == "reminder"]


def test_what_is_due_is_owed_once_however_often_it_ticks(engine: Engine, sam: int) -> None:
    assert owed(engine) == []
    for minutes in (0, 0, 1, 30):
        tick(engine, DUE + timedelta(minutes=minutes))
    assert owed(engine) == [(sam, "reminder")]


def test_two_ticks_at_once_plan_nobody_twice(engine: Engine, sam: int) -> None:
    """Neither by the rows that one of them holds nor, where it has them no more, by what is owed already."""
    with Session(engine) as one, one.begin():
        assert plan(one, 1, DUE) > 0
        if engine.dialect.name == "postgresql":
            tick(engine, DUE)
    tick(engine, DUE)
    assert owed(engine) == [(sam, "reminder")]


@pytest.fixture
def bulletin(engine: Engine, sam: int) -> int:
    """A brief each Monday at 16:00."""
    with Session(engine) as session, session.begin():
        owner = session.scalars(select(PersonRow).order_by(PersonRow.id)).first()
        assert owner
        channel = ChannelRow(platform="carrier", workspace="T1", external_id="C1", name="all", language=Language.EN)
        channel.company_id = owner.company_id
        session.add(channel)
        session.flush()
        actor = Actor(owner.company_id, load.person(Scope(session, owner.company_id), owner.id))
        set_up = SetBulletin(channel.id, BulletinKind.BRIEF, Rhythm(0, time(16)))
        done = execute(set_up, Work(session, actor, BEFORE, BEFORE.date()))
        assert isinstance(done, BulletinSet)
        return done.bulletin.id


def posted(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(session.scalars(select(PostRow.subject).where(PostRow.channel_id.is_not(None))))


def test_two_ticks_at_once_post_nothing_twice(engine: Engine, bulletin: int) -> None:
    """Neither by the rows that one of them holds nor, where it has them no more, by what is owed already."""
    tick(engine, BEFORE)
    with Session(engine) as one, one.begin():
        assert look(one, DUE) == 1
        if engine.dialect.name == "postgresql":
            tick(engine, DUE)
    tick(engine, DUE)
    assert posted(engine) == [str(bulletin)]

    with Session(engine) as session, session.begin():
        row = session.get_one(BulletinRow, bulletin)
        row.seen_until = row.look_at = BEFORE
    tick(engine, DUE + timedelta(minutes=5))
    assert posted(engine) == [str(bulletin)]


def test_how_the_post_and_the_clock_stand(engine: Engine, bulletin: int) -> None:
    tick(engine, DUE)
    with Session(engine) as session:
        now, later = standing(session, DUE), standing(session, DUE + timedelta(hours=2))
    assert (now.owed, now.late, now.awaited, now.unlooked) == (2, 0, 1, 0)
    assert (later.owed, later.late, later.awaited, later.unlooked) == (2, 1, 1, 6), "Sam has no account yet"


def test_only_what_there_is_somewhere_to_send_to_is_late(engine: Engine, sam: int, bulletin: int) -> None:
    tick(engine, DUE)
    two_hours_later = DUE + timedelta(hours=2)

    def late() -> tuple[int, int, int]:
        session.flush()
        stands = standing(session, two_hours_later)
        return stands.late, stands.awaited, stands.unreachable

    with Session(engine) as session:
        company_id = session.get_one(PersonRow, sam).company_id
        place = WorkspaceRow(company_id=company_id, platform="carrier", external_id="T1")
        session.add(place)
        session.flush()
        account = AccountRow(company_id=company_id, person_id=sam, platform="carrier", workspace_id=place.id)
        account.external_id, account.heard_at = "sam", DUE
        session.add(account)
        assert late() == (2, 0, 0)
        account.unreachable_since = DUE
        assert late() == (1, 0, 1)
        session.scalars(select(ChannelRow)).one().trouble = Trouble.GONE
        assert late() == (0, 0, 2)


def test_a_company_that_cannot_be_planned_holds_up_no_other(
    engine: Engine, sam: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with Session(engine) as session, session.begin():
        other = found_office(session, name="Other")
        other.publish(definition(owner_id=other.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20))
        found = other.sam
    begin(engine, BEFORE)
    tick(engine, BEFORE)

    def broken(session: Session, company_id: int, now: datetime) -> int:
        if company_id == 1:
            raise ZeroDivisionError
        return plan(session, company_id, now)

    monkeypatch.setattr(ticking, "plan", broken)
    assert tick(engine, DUE).people == 1
    assert owed(engine) == [(found, "reminder")]
    assert "company 1 could not be planned" in caplog.text

    monkeypatch.undo()
    tick(engine, DUE + timedelta(hours=1))
    assert owed(engine) == [(found, "reminder"), (sam, "reminder")]


@dataclass(frozen=True)
class Pair:
    engine: Engine
    company_id: int
    owner: int
    sam: int
    mia: int

    def alike(self) -> bool:
        """Whether they are planned as one."""
        with Session(self.engine) as session:
            return len({session.get_one(WakeRow, id).alike for id in (self.sam, self.mia)}) == 1

    def says(self, person_id: int, command: Command) -> None:
        """Half an hour before they are asked."""
        with Session(self.engine) as session, session.begin():
            person = load.person(Scope(session, self.company_id), person_id)
            carry_out(command, Work(session, Actor(self.company_id, person), BEFORE, BEFORE.date()))

    def owed(self, since: datetime) -> list[int]:
        """Who is reminded by a tick then."""
        tick(self.engine, since)
        return [id for id, _ in owed(self.engine) if id in (self.sam, self.mia)]


@pytest.fixture
def pair(engine: Engine) -> Pair:
    """Sam and Mia of another company are asked as one at DUE; nothing has been done there since yesterday."""
    with Session(engine) as session, session.begin():
        office = found_office(session, name="Other")
        names = definition("Visits", 50, owner_id=office.sam), definition("Calls", 50, owner_id=office.mia)
        office.publish(*(replace(each, frequency=PeriodKind.DAY) for each in names), today=date(2026, 11, 20))
        session.execute(update(AuditRow).values(at=BEFORE - timedelta(days=1)))
        found = Pair(engine, office.owner.company_id, office.owner.person.id, office.sam, office.mia)
    begin(engine, BEFORE)
    tick(engine, BEFORE)
    return found


def test_people_who_are_alike_are_asked_as_one(pair: Pair) -> None:
    assert pair.alike()
    assert pair.owed(DUE) == [pair.sam, pair.mia]


@pytest.mark.parametrize(
    "command", [SetReminders(Reminders(at=time(17))), SnoozeReminders(Snooze.HOUR)], ids=["hour", "snooze"]
)
@pytest.mark.parametrize("late", ["sam", "mia"])
def test_who_wants_to_be_asked_later_is_told_apart(pair: Pair, command: Command, late: str) -> None:
    """An hour later than the other, whichever of the two stands for both."""
    later, other = (pair.sam, pair.mia) if late == "sam" else (pair.mia, pair.sam)
    pair.says(later, command)
    assert pair.owed(DUE) == [other]
    assert pair.owed(DUE + timedelta(hours=1)) == [other, later]


def test_what_the_company_changes_holds_for_all(pair: Pair) -> None:
    pair.says(pair.owner, ChangeSettings(reminding=Reminding(at=time(17))))
    assert pair.owed(DUE) == []
    assert pair.owed(DUE + timedelta(hours=1)) == [pair.sam, pair.mia]


def test_who_is_new_is_looked_at(pair: Pair) -> None:
    pair.says(pair.owner, AddMember(Name.same("Kim"), Role.MEMBER, ()))
    with Session(pair.engine) as session:
        kim = session.scalars(select(PersonRow.id).order_by(PersonRow.id.desc())).first()
        assert session.get(WakeRow, kim) is not None


def test_who_has_left_is_looked_at_no_more(engine: Engine, sam: int) -> None:
    with Session(engine) as session, session.begin():
        session.get_one(PersonRow, sam).active = False
    tick(engine, DUE)
    with Session(engine) as session:
        assert sam not in session.scalars(select(WakeRow.person_id)).all()
    assert owed(engine) == []


def test_a_backup_knows_who_has_been_seen_to(engine: Engine, sam: int, blank_url: str) -> None:
    tick(engine, DUE)
    other = connect(blank_url)
    migrate(other)
    with Session(engine) as old, Session(other) as new:
        put_back(new, taken_out(old, None))
        new.commit()

    tick(other, DUE + timedelta(minutes=1))
    assert owed(other) == [(sam, "reminder")]
    other.dispose()


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    monkeypatch.setattr(sys, "argv", ["kpi-bot", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


def test_one_is_told_as_one(
    monkeypatch: pytest.MonkeyPatch, sqlite_database: str, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", sqlite_database)
    with Session(connect(sqlite_database)) as session, session.begin():
        company_row(session)
        person_row(session)
    assert run(monkeypatch, "tick", "--at", "2026-11-23T16:00+08:00") == 0
    assert capsys.readouterr().out.startswith("kpi-bot: 1 person and 0 posts in channels looked at; ")


def test_a_tick_by_hand(
    monkeypatch: pytest.MonkeyPatch, sqlite_database: str, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", sqlite_database)
    assert run(monkeypatch, "tick", "--at", "2026-11-23T16:00+08:00") == 0
    assert (
        capsys.readouterr().out
        == "kpi-bot: 0 people and 0 posts in channels looked at; nothing is set up to send over\n"
    )

    for wrong in ("yesterday", "2026-11-23T16:00"):
        assert run(monkeypatch, "tick", "--at", wrong) == cli.WRONG
        assert capsys.readouterr().err == (
            "kpi-bot: --at: has to be a moment with its zone, such as 2026-11-30T16:00+08:00\n"
        )
