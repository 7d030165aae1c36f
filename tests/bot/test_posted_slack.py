"""The made-up company posts into a channel of Slack: once, and where that is archived whoever set it up hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from adapters.base import Who
from adapters.slack import post
from bot.bootstrap import PLATFORMS
from bot.loop import Bot
from bot.once import sent
from bot.parts import set_up
from bot.people import link
from bot.settings import composed
from bot.wake.tick import tick
from conversations.event import Said
from conversations.view import Message, Text
from kpi_engine.model.company import Actor
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.adapters.slack.town import user
from tests.bot.telegram_stage import demo_with

ANN = Who("slack", "T1", "UANN", "Chen Zhe")
THERE = replace(ANN, channel="C7", channel_name="#all")
NEXT_MONDAY = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)
"""Five past nine in Shanghai."""


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bot:
    monkeypatch.setattr(post, "APART", 0.0)
    found = demo_with(f"sqlite:///{tmp_path}/demo.db", {})
    with Session(found.engine) as session, session.begin():
        owner = next(one for one in load.people(Scope(session, 1)) if one.name.en == "Chen Zhe")
        link(session, ANN, Actor(1, owner), found.clock())
    return found


def ticked(bot: Bot, slack: FakeSlack, *moments: datetime) -> None:
    """What `kpi-bot tick` does at these moments."""

    async def playing() -> None:
        await slack.start()
        told = {"slack_bot_token": "xoxb-1", "slack_signing_secret": "shhh", "slack_api_url": f"{slack.base}/api/"}
        at = composed(PLATFORMS).model_validate(told)
        try:
            for now in moments:
                tick(bot.engine, now)
                await sent(set_up(at), at, replace(bot, clock=partial(lambda moment: moment, now)))
        finally:
            await slack.stop()

    asyncio.run(playing())
    assert slack.faults == []


def said(bot: Bot, who: Who, words: str) -> str:
    views: Sequence[object] = bot.hear(who, Said(words))
    blocks = [block for view in views if isinstance(view, Message) for block in view.blocks]
    return " ".join(block.html for block in blocks if isinstance(block, Text))


def test_it_is_posted_once_and_the_report_has_its_files_in_the_thread(bot: Bot) -> None:
    for words in ("post leaderboard Monday 9:00", "post monthly report Monday 9:00"):
        said(bot, THERE, f"/kpi {words}")
    slack = FakeSlack(users={"UANN": user("Chen Zhe")})
    ticked(bot, slack, NEXT_MONDAY, NEXT_MONDAY, NEXT_MONDAY + timedelta(hours=1, minutes=1))

    there = [each for each in slack.messages if each.channel == "C7"]
    assert [each.payload["text"].partition(",")[0] for each in there] == ["Departments", "Harbour &amp; Hill Trading"]
    assert [(file["name"], file["channel"], file["thread"]) for file in slack.files.values()] == [
        ("Harbour & Hill Trading November 2026.png", "C7", there[1].ts),
        ("Harbour_Hill_Trading-2026-11.xlsx", "C7", there[1].ts),
    ]


def test_of_an_archived_channel_whoever_set_it_up_hears_once(bot: Bot) -> None:
    said(bot, THERE, "/kpi post leaderboard Monday 9:30")
    slack = FakeSlack(users={"UANN": user("Chen Zhe")})
    ticked(bot, slack, NEXT_MONDAY)
    slack.failures.append(Failure("chat.postMessage", "is_archived"))
    later = NEXT_MONDAY + timedelta(minutes=30)
    ticked(bot, slack, later, later + timedelta(minutes=1), later + timedelta(days=7))

    told = [each.payload["text"] for each in slack.messages if "#all" in each.payload["text"]]
    assert [text.partition(". ")[0] for text in told] == [
        "I can't post in #all any more what you set up there (Leaderboard): it is archived"
    ]
    assert [each for each in slack.messages if each.channel == "C7"] == []
    assert "it is archived" in str(bot.hear(ANN, Said("/kpi settings posts")))


def test_of_a_file_that_is_not_taken_the_channel_reads_in_its_own_language(bot: Bot) -> None:
    said(bot, THERE, "/kpi post monthly report Monday 9:00 中文")
    slack = FakeSlack(
        users={"UANN": user("Chen Zhe")}, failures=[Failure("files.getUploadURLExternal", "missing_scope")]
    )
    ticked(bot, slack, NEXT_MONDAY)

    report, told = [each for each in slack.messages if each.channel == "C7"]
    assert "我在这里还不能发送这个文件" in told.payload["text"]
    assert told.thread == report.ts
