"""The made-up company posts its leaderboard, brief and report into a topic of a group, which becomes a supergroup."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.telegram import post
from bot.bootstrap import PLATFORMS
from bot.loop import Bot
from bot.once import sent
from bot.parts import set_up
from bot.settings import composed
from bot.tables import PostRow
from bot.wake.tick import tick
from kpi_engine.store.tables import ChannelRow
from tests.adapters.telegram.person import Group, Person, drawn
from tests.adapters.telegram.state import TOKEN, Json
from tests.bot.telegram_stage import demo_with, on_stage

OWNER = 7
NEXT_MONDAY = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)
"""Five past nine in Shanghai."""
FIRST_OF_MONTH = datetime(2026, 12, 1, 1, 5, tzinfo=UTC)


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bot:
    monkeypatch.setattr(post, "APART", 0.0)
    return demo_with(f"sqlite:///{tmp_path}/demo.db", {OWNER: "Chen Zhe"})


async def ticks(bot: Bot, base: str, now: datetime) -> dict[str, int]:
    """What `kpi-bot tick` does at that moment with the Telegram there."""
    at = replace(bot, clock=lambda: now)
    tick(at.engine, now)
    settings = composed(PLATFORMS).model_validate({"telegram_bot_token": TOKEN, "telegram_api_url": base})
    return dict(await sent(set_up(settings), settings, at))


def test_it_is_set_up_in_the_group_and_posted_there(bot: Bot) -> None:
    async def played() -> tuple[list[Json], list[Json], list[dict[str, int]]]:
        async with on_stage(bot) as stage:
            group = Group(stage.telegram, -5, topic=45).open()
            owner = Person(stage.telegram, OWNER, "Chen Zhe")
            await owner.starts()
            for words in ("leaderboard here every Monday at 9", "brief", "monthly report 9:00"):
                await owner.types(f"/kpi@kpi_bot post {words}", group)
                await stage.telegram.settled()
            before = len(stage.telegram.server.messages[-5])
            sent = [await ticks(bot, stage.telegram.base, NEXT_MONDAY) for _ in range(2)]
            Group(stage.telegram, -1005, topic=45).open()
            stage.telegram.server.migrated[-5] = -1005
            await ticks(bot, stage.telegram.base, FIRST_OF_MONTH)
            return stage.telegram.server.messages[-5][before:], stage.telegram.server.messages[-1005], sent

    week, month, sent = asyncio.run(played())
    assert sent[0]["sent"] >= len(week) == 2
    assert sent[1] == {}
    assert [one["message_thread_id"] for one in (*week, *month)] == [45] * 5
    board, brief, report = (drawn([one]) for one in (*week, month[0]))
    assert board.startswith("Departments, October 2026")
    assert brief.startswith("Harbour & Hill Trading, November 2026: 98.6")
    assert brief.endswith(
        "Could use a hand: On-time delivery (69.1), Qualified leads (88.5) and Supplier on-time delivery (88.5).\n[Report]"
    )
    assert "Not in" not in report
    assert drawn(month[1:]) == (
        "(picture) Harbour & Hill Trading November 2026\n(file) Harbour_Hill_Trading-2026-11.xlsx\n[Report] [Why?]"
    )
    with Session(bot.engine) as session:
        assert [row.external_id for row in session.scalars(select(ChannelRow))] == ["-5/45"]
        assert {row.state.value for row in session.scalars(select(PostRow).where(PostRow.channel_id == 1))} == {"sent"}


def test_where_telegram_is_not_reached_that_is_said_in_a_line(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    assert asyncio.run(ticks(bot, "http://127.0.0.1:9", NEXT_MONDAY)) == {}
    assert [record.getMessage() for record in caplog.records if record.name == "bot.bootstrap"] == [
        "TELEGRAM_API_URL: http://127.0.0.1:9 does not answer: NetworkError"
    ]
