"""The real bot at a Telegram on this machine: what people there see, and what is left when it is killed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Who
from adapters.telegram import PLATFORM
from adapters.telegram.keeping import opened
from adapters.telegram.offering import menus
from bot.kept import KEPT, KeptTexts, tidy
from bot.loop import Bot
from bot.ports import offered
from bot.tables import HeardRow
from conversations.event import Said, Submitted
from conversations.view import Form, Message
from kpi_engine.store.database import connect
from kpi_engine.store.tables import ActualRow
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.state import Refused
from tests.bot.telegram_stage import WORKSPACE, Stage, all_answered, demo_with, on_stage, playing, restarted

OWNER, HEAD, ZHANG = 7, 8, 9
ACCOUNTS = {OWNER: "Chen Zhe", HEAD: "Thomas Berger", ZHANG: "Zhang Yue"}


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    """The made-up company, three of whose people have an account."""
    return demo_with(f"sqlite:///{tmp_path}/demo.db", ACCOUNTS)


def chat(bot: Bot, id: int, *lines: str, webhook: str = "") -> str:
    """What stands in somebody's chat after they did this."""

    async def played() -> str:
        async with on_stage(bot, webhook) as stage:
            person = Person(stage.telegram, id, ACCOUNTS.get(id, "Mallory"))
            await person.starts()
            await stage.telegram.settled()
            return await stage.does(person, *lines)

    return asyncio.run(played())


def actuals(bot: Bot) -> int:
    with Session(bot.engine) as session:
        return session.scalar(select(func.count(ActualRow.id))) or 0


@pytest.mark.parametrize("webhook", ["", "https://kpi.example.org/telegram/webhook"], ids=["polling", "webhook"])
def test_values_are_typed_and_entered(bot: Bot, webhook: str) -> None:
    shown = chat(bot, HEAD, "/actual", "5", webhook=webhook)
    assert shown.split("> /actual\n")[1] == (
        "Key-account visits, week 47, 2026\n"
        "> 5\n"
        "✅ Thank you. I understood:\n"
        "KPI | Period | Value | Before | \n"
        "Key-account visits | week 47, 2026 | 5 visits |  | \n"
        "[Undo] [Report] [Why?]"
    )  # fmt: skip


def test_it_is_said_in_chinese_to_who_reads_chinese(bot: Bot) -> None:
    shown = chat(bot, ZHANG, "/填报", "35")
    assert "张玥，你好！" in shown
    assert shown.split("> /填报\n")[1] == (
        "合格线索数，2026年第47周\n> 35\n✅ 收到，谢谢！我的理解是：\n指标 | 周期 | 数值 | 之前 | \n合格线索数 | 2026年第47周 | 35 条 |  | \n[撤销] [看报告] [为什么？]"
    )


def test_a_line_of_values_needs_no_command(bot: Bot) -> None:
    assert "Key-account visits | week 47, 2026 | 5 visits" in chat(bot, HEAD, "visits 5")


def test_a_stranger_is_told_how_to_come_in(bot: Bot) -> None:
    assert "code" in chat(bot, 66)


def test_somebody_joins_by_the_link_they_were_given(bot: Bot) -> None:
    """The code goes from the owner's chat to a phone that nobody knows yet, as a link and a picture to be scanned."""

    async def played() -> str:
        async with on_stage(replace(bot, join_link="https://t.me/kpi_bot?start={code}")) as stage:
            owner, new = Person(stage.telegram, OWNER, "Chen Zhe"), Person(stage.telegram, 55, "Xiaoyu")
            await owner.starts()
            invited = await stage.does(owner, "/invite Dong Xiaoyu")
            assert "(picture) " in invited
            await new.starts(invited.split("https://t.me/kpi_bot?start=")[1].split()[0])
            await stage.telegram.settled()
            return new.screen().partition("\n")[2]

    assert asyncio.run(played()).startswith("✅ 董晓宇，欢迎加入")


def test_a_dialog_begun_elsewhere_is_finished_in_telegram(bot: Bot) -> None:
    """Thomas begins at the terminal, where he is known by his name, and answers on his phone."""
    terminal = Who(LOCAL, "", "Thomas Berger", "Thomas Berger")
    begun = bot.hear(terminal, Said("/kpi actual"))
    assert isinstance(begun[-1], Form)
    shown = chat(bot, HEAD, "[Continue]", "5")
    assert "Key-account visits | week 47, 2026 | 5 visits" in shown
    stale = bot.hear(terminal, Submitted(begun[-1].run, begun[-1].turn, {begun[-1].questions[0].key: "6"}))
    assert isinstance(stale[0], Message)


@pytest.mark.parametrize(
    ("id", "said"),
    [
        (HEAD, "I may not write in Sales {team}, so here is what you asked for there."),
        (ZHANG, "我没有在“Sales {team}”里发言的权限，你问的内容发到这里："),
    ],
)
def test_what_is_asked_where_the_bot_may_not_write_is_answered_in_ones_own_chat(
    bot: Bot, id: int, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def played() -> str:
        async with on_stage(bot) as stage:
            group = Group(stage.telegram, -100).open("Sales {team}")
            stage.telegram.server.closed[group.id] = Refused(400, "Bad Request: CHAT_WRITE_FORBIDDEN")
            someone = Person(stage.telegram, id, ACCOUNTS[id])
            await someone.starts()
            await stage.telegram.settled()
            await someone.types("/leaderboard@kpi_bot", group)
            await stage.telegram.settled()
            await all_answered(bot)
            return someone.screen()

    told, _, board = asyncio.run(played()).rpartition(said)
    assert told
    assert "106.7" in board
    assert caplog.messages == []


def test_the_menus_say_the_same_in_both_languages() -> None:
    english, chinese = menus(offered)
    assert [name for name, _ in english.private] == [name for name, _ in chinese.private]
    assert (
        "report",
        "Where the company, a department, a person or a KPI stands; values missing; the weekly brief",
    ) in english.group
    assert english.private[0][0] == "kpi"
    assert "start" not in dict(english.private)


class TestKilled:
    """Between any two steps the process is gone; Telegram delivers again what was not confirmed."""

    def test_what_was_done_and_not_answered_is_not_done_twice(self, bot: Bot) -> None:
        """Killed after the transaction and before the answer: the answer can't be sent, and the next process hears it."""
        before = actuals(bot)

        async def played() -> str:
            async with FakeTelegram() as telegram:
                head = Person(telegram, HEAD, "Thomas Berger")
                async with playing(bot, telegram):
                    await head.starts()
                    await telegram.settled()
                    await Stage(telegram, bot).does(head, "/actual")
                self._killed_while_hearing(bot, telegram, "5")
                await head.types("5")
                async with playing(restarted(bot, connect(str(bot.engine.url))), telegram):
                    await telegram.settled()
                assert telegram.server.faults == []
                return head.screen()

        shown = asyncio.run(played())
        assert shown.endswith("I was interrupted after I had taken that in; it counts, and once. Nothing needs to be sent again.")  # fmt: skip
        assert actuals(bot) == before + 1

    def test_what_was_answered_and_not_confirmed_is_met_with_silence(self, bot: Bot) -> None:
        async def played() -> tuple[str, str]:
            async with FakeTelegram() as telegram:
                head = Person(telegram, HEAD, "Thomas Berger")
                async with playing(bot, telegram):
                    await head.starts()
                    await telegram.settled()
                    await Stage(telegram, bot).does(head, "/actual", "5")
                    once = head.screen()
                    with Session(bot.engine) as session:
                        marks = session.scalars(select(HeardRow.mark).order_by(HeardRow.heard_at)).all()
                    message = next(one for one in telegram.server.messages[HEAD] if one.get("text") == "5")
                    telegram.server.updates.append({"update_id": max(map(int, marks)), "message": message})
                    async with telegram.server.changed:
                        telegram.server.changed.notify_all()
                    await telegram.settled()
                return once, head.screen()

        once, twice = asyncio.run(played())
        assert once == twice

    def _killed_while_hearing(self, bot: Bot, telegram: FakeTelegram, text: str) -> None:
        """The next update is done by a process that never answers."""
        number = next(telegram.server.numbers) + 2
        kept = KeptTexts(bot.engine, bot.clock, PLATFORM, WORKSPACE)
        question = opened(HEAD, kept)
        assert question is not None
        who = Who(PLATFORM, WORKSPACE, str(HEAD), "Thomas Berger")
        bot.hear(who, Submitted(question.run, question.turn, {question.key: text}), str(number))


def test_what_nobody_draws_for_long_is_forgotten(bot: Bot) -> None:
    kept = KeptTexts(bot.engine, bot.clock, PLATFORM, WORKSPACE)
    kept.put("#1", "report")
    later = KeptTexts(bot.engine, lambda: bot.clock() + KEPT * 2, PLATFORM, WORKSPACE)
    later.put("#2", "why")
    tidy(bot.engine, bot.clock() + KEPT * 2)
    assert (kept.get("#1"), kept.get("#2")) == (None, "why")
    kept.drop("#2")
    assert kept.get("#2") is None


def test_to_look_something_up_waits_for_nobody_who_writes(bot: Bot) -> None:
    """On SQLite, where there is one writer at a time: everybody's answer looks up which question is open."""
    kept = KeptTexts(bot.engine, bot.clock, PLATFORM, WORKSPACE)
    kept.put("#1", "report")
    with bot.engine.begin() as writing:
        writing.execute(select(HeardRow.mark))
        assert kept.get("#1") == "report"
