"""Whoever blocks the bot on Telegram: who leads them hears that nothing arrives, and it arrives once they press Start again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.loop import Bot
from bot.post.outbox import Outbox
from bot.tables import AccountRow
from conversations.cards.names import subject_words
from conversations.news import News, NewsKind
from kpi_engine.model.score import Subject, SubjectKind
from tests.adapters.telegram.person import Person
from tests.bot.telegram_stage import demo_with, on_stage
from tests.bot.test_posted_telegram import ticks

OWNER, ZHANG = 7, 9
CAME = "陈喆已凭你的邀请码加入"


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    return demo_with(f"sqlite:///{tmp_path}/demo.db", {OWNER: "Chen Zhe", ZHANG: "Zhang Yue"})


def owe(bot: Bot) -> None:
    """Zhang Yue is owed the news that whom they invited has come."""
    with Session(bot.engine) as session, session.begin():
        people = {row.external_id: row for row in session.scalars(select(AccountRow))}
        owner, zhang = people[str(OWNER)], people[str(ZHANG)]
        news = News(NewsKind.CAME, subject_words(Subject(SubjectKind.PERSON, owner.person_id)))
        Outbox(session, zhang.company_id, bot.clock()).owe([(zhang.person_id, news)])


def test_it_is_told_once_and_what_was_kept_comes_when_they_are_back(bot: Bot) -> None:
    async def played() -> tuple[str, str, str]:
        async with on_stage(bot) as stage:
            owner, zhang = Person(stage.telegram, OWNER, "Chen Zhe"), Person(stage.telegram, ZHANG, "张玥")
            for person in (owner, zhang):
                await person.starts()
            await stage.telegram.settled()
            await zhang.blocks()
            owe(bot)
            for minutes in (1, 2, 3):
                await ticks(bot, stage.telegram.base, bot.clock() + timedelta(minutes=minutes))
            blocked = zhang.screen()
            await zhang.starts()
            await stage.telegram.settled()
            await ticks(bot, stage.telegram.base, bot.clock() + timedelta(minutes=4))
            return owner.screen(), blocked, zhang.screen()

    owner, blocked, back = asyncio.run(played())
    assert owner.count("What I send to Zhang Yue doesn't arrive") == 1
    assert CAME not in blocked
    assert CAME in back.rpartition("> /start")[2]
