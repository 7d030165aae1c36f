"""What is owed to be told is told once, to whoever is there, in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.post.outbox import KEPT, MOST, Outbox, settle
from bot.tables import PostRow, PostState
from conversations.news import News, NewsKind
from tests.factories import NOW, Office, found_office

NEWS = News(NewsKind.PROPOSED, "7")


@pytest.fixture
def office(session: Session) -> Office:
    return found_office(session)


def outbox(office: Office, later: timedelta = timedelta()) -> Outbox:
    return Outbox(office.session, office.owner.company_id, NOW + later)


def subjects(office: Office, person_id: int, later: timedelta = timedelta()) -> list[str]:
    return [row.subject for row in outbox(office, later).due(person_id)]


def test_what_is_owed_is_owed_once(office: Office) -> None:
    outbox(office).owe([(office.sam, NEWS), (office.sam, NEWS), (office.mia, NEWS)])
    outbox(office).owe([(office.sam, NEWS), (office.sam, News(NewsKind.PROPOSED, "8"))])

    assert subjects(office, office.sam) == ["7", "8"]
    assert subjects(office, office.mia) == ["7"]
    assert subjects(office, office.hal) == []


def test_what_was_told_is_not_owed_again(office: Office) -> None:
    outbox(office).owe([(office.sam, NEWS)])
    (row,) = outbox(office).due(office.sam)
    settle(row, PostState.SENT, NOW)
    outbox(office).owe([(office.sam, NEWS)])

    assert subjects(office, office.sam) == []
    outbox(office).owe([(office.sam, News(NewsKind.PROPOSED, "7", step=2))])
    assert subjects(office, office.sam) == ["7"]


def test_what_comes_too_late_is_dropped(office: Office) -> None:
    outbox(office).owe([(office.sam, NEWS)])

    assert subjects(office, office.sam, KEPT - timedelta(seconds=1)) == ["7"]
    assert subjects(office, office.sam, KEPT) == []
    (row,) = office.session.scalars(select(PostRow))
    assert (row.state, row.settled_at) == (PostState.DROPPED, NOW + KEPT)


def test_nobody_is_shown_everything_at_once(office: Office) -> None:
    outbox(office).owe((office.sam, News(NewsKind.PROPOSED, str(number))) for number in range(MOST + 2))

    for row in outbox(office).due(office.sam):
        settle(row, PostState.SENT, NOW)
    assert subjects(office, office.sam) == [str(MOST), str(MOST + 1)]


@pytest.fixture
def another(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


def test_two_at_once_end_in_one_message(office: Office, another: Session) -> None:
    """The later one finds it there."""
    company, sam = office.owner.company_id, office.sam
    office.session.commit()
    Outbox(another, company, NOW).owe([(sam, NEWS)])
    another.commit()
    outbox(office).owe([(sam, NEWS)])

    assert subjects(office, sam) == ["7"]
