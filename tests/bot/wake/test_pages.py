"""Many people are planned page by page: whatever happens in between, each of them is asked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from bot.tables import PostRow, WakeRow
from bot.wake import alike
from bot.wake import plan as planning
from bot.wake.tick import begin, paged, tick
from conversations.news import NewsKind
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.company import Role
from kpi_engine.store.tables import PersonRow
from tests.factories import definition, found_office, hat

BEFORE = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""16:00 in Shanghai."""


@pytest.fixture
def owners(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Seven people who owe a value on that Monday; a page has three, of whom two are told apart."""
    monkeypatch.setattr(alike, "PAGE", 3)
    monkeypatch.setattr(alike, "TOLD", 2)
    with Session(engine) as session, session.begin():
        office = found_office(session)
        ids = [office.hire(f"P{n}", Role.MEMBER, hat(office.sales)) for n in range(7)]
        names = (definition(f"Visits {id}", 100 // 7 + (id == ids[0]) * 2, owner_id=id) for id in ids)
        office.publish(*(replace(each, frequency=PeriodKind.DAY) for each in names), today=date(2026, 11, 20))
    begin(engine, BEFORE)
    return ids


def asked(engine: Engine) -> list[int | None]:
    """Who is owed a reminder, as often as they are."""
    with Session(engine) as session:
        found = select(PostRow.person_id).where(PostRow.kind == NewsKind.REMINDER).order_by(PostRow.person_id)
        return list(session.scalars(found))


def test_everybody_is_looked_at_and_asked_in_one_tick(engine: Engine, owners: list[int]) -> None:
    with Session(engine) as session:
        everybody = len(session.scalars(select(PersonRow.id)).all())
    assert [page.people for page in paged(engine, BEFORE)] == [2] * (everybody // 2)
    assert tick(engine, DUE).people == len(owners)
    assert asked(engine) == owners


def test_killed_between_two_pages(engine: Engine, owners: list[int]) -> None:
    """Of the second tick only the first page is planned; the next process goes on with the others."""
    tick(engine, BEFORE)
    pages = paged(engine, DUE)
    while not asked(engine):
        next(pages)
    assert 0 < len(asked(engine)) < len(owners)
    engine.dispose()

    tick(engine, DUE + timedelta(minutes=1))
    assert asked(engine) == owners


def test_killed_in_the_middle_of_a_page(engine: Engine, owners: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written of the page is as if it had not been."""

    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    tick(engine, BEFORE)
    pages = paged(engine, DUE)
    while not asked(engine):
        next(pages)
    before = asked(engine)
    monkeypatch.setattr(planning, "note", killed)
    with pytest.raises(Killed):
        next(pages)
    monkeypatch.undo()
    assert asked(engine) == before

    tick(engine, DUE + timedelta(minutes=1))
    assert asked(engine) == owners


def test_who_has_left_holds_up_nobody(engine: Engine, owners: list[int]) -> None:
    """Also where all of a page have."""
    tick(engine, BEFORE)
    with Session(engine) as session, session.begin():
        for id in owners[:6]:
            session.get_one(PersonRow, id).active = False
            session.get_one(WakeRow, id).alike = None
    tick(engine, DUE)
    assert asked(engine) == owners[6:]


def test_where_nothing_is_due_one_thing_is_asked(engine: Engine, owners: list[int]) -> None:
    tick(engine, DUE)
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *of: said.append(of[2]))
    tick(engine, DUE + timedelta(seconds=30))
    assert len([each for each in said if each.startswith("SELECT")]) == len(said) - said.count("BEGIN IMMEDIATE") == 1
