"""An event that somebody else got in the way of is taken up again; one that can't be handled is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from psycopg.errors import AdminShutdown, DeadlockDetected, SerializationFailure
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from adapters.base import LOCAL, Who
from bot import loop
from bot.loop import Bot
from bot.turn import Chat
from conversations.event import Event, Said
from conversations.view import View
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow
from tests.factories import NOW

ANNA = Who(LOCAL, "", "Anna", "Anna")


@pytest.fixture
def bot(sqlite_database: str) -> Bot:
    return Bot(connect(sqlite_database), lambda: NOW, lambda: "1")


def stumbling(times: int, error: Exception) -> tuple[list[Event], Callable[[Chat, Event], Sequence[View]]]:
    """`handle` with what it heard: it fails so many times before it answers nothing."""
    heard: list[Event] = []

    def handle(chat: Chat, event: Event) -> Sequence[View]:
        heard.append(event)
        if len(heard) <= times:
            raise error
        return ()

    return heard, handle


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("UPDATE", {}, DeadlockDetected()),
        OperationalError("UPDATE", {}, SerializationFailure()),
        IntegrityError("INSERT", {}, Exception()),
        StaleDataError(),
    ],
    ids=lambda error: str(type(getattr(error, "orig", error)).__name__),
)
def test_who_was_late_is_heard_again(bot: Bot, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    heard, handle = stumbling(2, error)
    monkeypatch.setattr(loop, "handle", handle)

    assert bot.hear(ANNA, Said("/kpi")) == ()
    assert len(heard) == 3


def test_what_will_not_work_is_not_tried_again(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard, handle = stumbling(1, OperationalError("UPDATE", {}, AdminShutdown()))
    monkeypatch.setattr(loop, "handle", handle)

    assert len(bot.hear(ANNA, Said("/kpi"))) == 1
    assert len(heard) == 1


def test_asking_whether_somebody_is_a_stranger_founds_nothing(bot: Bot) -> None:
    assert bot.stranger(ANNA) == ""
    with Session(bot.engine) as session:
        assert session.scalar(select(func.count()).select_from(CompanyRow)) == 0


def test_news_that_cannot_be_told_are_in_nobodys_way(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*chat: object) -> Sequence[View]:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.loop.unasked", broken)

    assert "Anna" in str(bot.hear(ANNA, Said("/kpi")))
    assert "could not be told" in caplog.text
