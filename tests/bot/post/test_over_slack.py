"""A reminder goes out over the real poster to a Slack on this machine, once, also where Slack's answer is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from adapters.slack.build import once_client
from adapters.slack.post import SlackPoster
from bot.metrics import Metrics
from bot.people import settle
from bot.post import letters
from bot.post.delivery import Delivery
from bot.post.office import Office
from bot.post.traffic import Traffic
from bot.tables import AccountRow, PostRow
from bot.wake.tick import begin, tick
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.store.database import connect
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.adapters.slack.town import WORDS, user
from tests.bot.post.carrier import until
from tests.bot.post.conftest import at_once
from tests.factories import NOW, definition, found_office

BEFORE = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""16:00 in Shanghai."""


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    """Sam owes a value at DUE, and can be written to in Slack."""
    found = connect(sqlite_database)
    with Session(found) as session, session.begin():
        office = found_office(session)
        office.publish(
            definition("Revenue <net>", owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 20)
        )
        place = settle(session, "slack", "T1", office.owner.company_id).id
        account = AccountRow(person_id=office.sam, platform="slack", workspace_id=place, external_id="USAM")
        account.company_id, account.heard_at = office.owner.company_id, NOW
        session.add(account)
    begin(found, BEFORE)
    tick(found, BEFORE)
    yield found
    found.dispose()


async def sent(engine: Engine, slack: FakeSlack) -> None:
    """The clock ticks, and the post runs until everything is settled."""
    loop, ids = asyncio.get_running_loop(), count()
    began = loop.time()

    async def client_for(workspace: str) -> AsyncWebClient:
        assert workspace == "T1"
        return once_client(f"{slack.base}/api/", "xoxb-1")

    def now() -> datetime:
        return DUE + timedelta(seconds=loop.time() - began)

    tick(engine, now())
    office = Office(engine, now, lambda: f"mark{next(ids)}", "one")
    delivery = Delivery(office, {"slack": SlackPoster(client_for, lambda _: WORDS)}, Traffic(), at_once, Metrics())
    await slack.start()
    try:
        await delivery.start()
        await until(lambda: is_settled(engine), within=30)
        await delivery.stop()
    finally:
        await slack.stop()


def is_settled(engine: Engine) -> bool:
    with Session(engine) as session:
        return session.scalars(select(PostRow.id).where(PostRow.settled_at.is_(None))).first() is None


@pytest.mark.parametrize(
    "failures",
    [
        (),
        (Failure("chat.postMessage", "internal_error", 500),),
        (Failure("chat.postMessage", "ratelimited", 429, 1),),
    ],
    ids=["at once", "nobody answers", "too fast"],
)
def test_a_reminder_arrives_once(engine: Engine, failures: Sequence[Failure], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "ASK_AFTER", timedelta(seconds=0.2))
    monkeypatch.setattr(letters, "FIRST_WAIT", timedelta(seconds=0.2))
    slack = FakeSlack(users={"USAM": user("Sam")}, failures=list(failures))
    asyncio.run(sent(engine, slack))

    (message,) = slack.messages
    drawn = str(message.payload)
    assert "2 values are due. One line is enough for all of them." in drawn
    assert "Revenue &lt;net&gt;" in drawn or "Revenue <net>" in drawn
    assert "Enter my values" in drawn
    assert slack.faults == []
