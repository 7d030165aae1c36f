"""The bot in Slack as it runs: settings, database, the real Bolt, and a Slack on this machine that judges all it is told."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event
from starlette.applications import Starlette

from adapters.part import CannotStart
from adapters.slack import PLATFORM as SLACK
from adapters.slack.running import Slack
from bot import bootstrap
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import ports_of
from bot.post.traffic import Traffic
from kpi_engine.store.database import connect
from tests.adapters.slack.client import Client, over_http, over_socket
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.fields import inputs
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.state import Failure, Json
from tests.adapters.slack.town import user
from tests.bot.slack_process import settings

WAYS = ("http", "socket")


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    engine = connect(sqlite_database)
    yield engine
    engine.dispose()


class Office:
    """A workspace with the bot in it."""

    def __init__(self, engine: Engine, way: str) -> None:
        self.slack = FakeSlack(users={"UANN": user("Ann Lee"), "UBOB": user("王芳", "zh-CN"), "UCAT": user("Cat")})
        self._engine = engine
        self._way = way

    async def play(self, scene: Callable[[Office], Awaitable[None]]) -> None:
        """The bot runs while the scene is played; nothing that it says may be wrong."""
        await self.slack.start()
        bot = bootstrap.build(self._engine)
        pool = Pool(bot.hear, Traffic(), Metrics())
        self._running = Slack(settings(self.slack, self._way), ports_of(SLACK, bot, pool))
        part = self._running.part()
        await part.start()
        try:
            if self._way == "socket":
                async with asyncio.timeout(5):
                    while not self.slack.sockets:
                        await asyncio.sleep(0.01)
            self.send = over_http(Starlette(routes=part.routes)) if self._way == "http" else over_socket(self.slack)
            await scene(self)
        finally:
            await part.stop()
            await pool.close()
            await self.slack.stop()
        assert (self.slack.faults, self.slack.failures) == ([], [])

    def person(self, id: str = "UANN", team: str = "T1") -> Client:
        return Client(self.slack, self.send, self._settled, id, team)

    @property
    def modal(self) -> Json:
        """The one that is open."""
        (view,) = self.slack.views.values()
        return view

    @property
    def said(self) -> list[str]:
        return [message.payload["text"] for message in self.slack.messages]

    async def _settled(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        await self._running.working.done()


def played(engine: Engine, way: str, scene: Callable[[Office], Awaitable[None]]) -> Office:
    """The office after the scene."""
    office = Office(engine, way)
    asyncio.run(office.play(scene))
    return office


@pytest.mark.parametrize("way", WAYS)
def test_a_company_is_set_up_in_slack(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.command("")
        assert office.said[-1].startswith("Hello Ann Lee.")
        await ann.command("start")
        assert office.modal["title"]["text"] == "Your company"
        await ann.hand_in(office.modal, {"name": "Kestrel <b> & Sons", "departments": "Sales"})
        assert office.slack.views == {}
        assert office.said[-1].startswith("✅ Kestrel &lt;b&gt; &amp; Sons is set up: Sales.")

    played(engine, way, scene)


def test_slack_says_where_the_first_owner_is_and_they_confirm_it(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await office.person("UBOB").command("start")
        fields = {block["block_id"]: block["element"] for block in office.modal["blocks"] if block["type"] == "input"}
        assert office.modal["title"]["text"] == "公司信息"
        assert fields["0+time_zone"]["initial_value"] == "Asia/Shanghai"

    played(engine, "http", scene)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_wrong_is_told_in_the_form_and_what_was_right_stays(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.command("start")
        await ann.hand_in(office.modal, {"name": "Kestrel", "departments": "Sales", "time_zone": "Nowhere"})
        assert [block["block_id"] for block in office.modal["blocks"] if block["type"] == "input"] == ["1+time_zone"]
        answer = await ann.hand_in(office.modal, {"time_zone": "Nowhere else"})
        assert answer["response_action"] == "errors"
        assert list(answer["errors"]) == ["1+time_zone"]
        assert "Nowhere" in str(office.modal)
        await ann.hand_in(office.modal, {"time_zone": "Berlin"})
        assert "Kestrel is set up" in office.said[-1]

    played(engine, way, scene)


def test_a_question_that_was_answered_meanwhile_says_so_and_shows_where_one_stands(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.command("start")
        old = office.modal
        await ann.hand_in(old, {"name": "Kestrel", "departments": "Sales", "time_zone": "Nowhere"})
        new = office.modal
        await ann.hand_in(old, {"name": "Other", "departments": "Other"})
        assert "earlier question" in str(office.modal)
        assert [block["block_id"] for block in office.modal["blocks"] if block["type"] == "input"] == ["1+time_zone"]
        await ann.hand_in(new, {"time_zone": "Berlin"})
        assert "Kestrel is set up" in office.said[-1]
        await ann.hand_in(old, {"name": "Other", "departments": "Other"})
        assert "That dialog is over" in office.said[-1]

    played(engine, "http", scene)


def test_a_modal_that_was_closed_comes_again_with_what_was_right_in_it(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.command("start")
        await ann.hand_in(office.modal, {"name": "Kestrel", "departments": "Sales", "time_zone": "Nowhere"})
        office.slack.views.clear()
        await ann.command("start")
        assert [block["block_id"] for block in office.modal["blocks"] if block["type"] == "input"] == ["1+time_zone"]

    played(engine, "http", scene)


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en-US", "I don't know you yet, Eve."), ("zh-CN", "Eve，我还不认识你。请找公司负责 KPI 的同事邀请你")],
)
@pytest.mark.parametrize(
    "stranger", [{"team_id": "T9"}, {"is_restricted": True}, {"is_ultra_restricted": True}, {"is_stranger": True}]
)
def test_who_is_no_member_is_told_whom_to_ask_wherever_they_speak(
    engine: Engine, stranger: dict[str, object], locale: str, said: str
) -> None:
    """They found no company, and are shown none."""

    async def scene(office: Office) -> None:
        office.slack.users["UEVE"] = {**user("Eve", locale), **stranger}
        eve = office.person("UEVE")
        for meets in (eve.command("start"), eve.say("revenue 5"), eve.open("home"), eve.shortcut("enter_numbers")):
            await meets
        told = [words_of(each) for each in (*office.slack.messages, *office.slack.homes.values(), office.modal)]
        assert [said in words for words in told] == [True] * 4
        assert inputs(office.modal) == []

    played(engine, "http", scene)


def test_a_refusal_to_a_mention_is_read_by_who_asked_alone(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        office.slack.users["UEVE"] = {**user("Eve", "en-US"), "is_restricted": True}
        await office.person("UEVE").mention("report")
        (refusal,) = office.slack.messages
        assert "I don't know you yet, Eve." in words_of(refusal)
        assert (refusal.channel, refusal.only) == ("C1", "UEVE")

    played(engine, "http", scene)


@pytest.mark.parametrize("error", ["missing_scope", "internal_error"])
def test_of_whom_slack_tells_nothing_founds_no_company_before_it_does(engine: Engine, error: str) -> None:
    """They may be a guest, or of another company. Who is known already is answered as ever."""

    async def founded(office: Office) -> None:
        office.slack.failures = [Failure("users.info", error)]
        await office.person().command("start")
        assert office.slack.views == {}
        assert office.said[-1].startswith("⛔ I could not find out who you are just now")
        await office.person().command("start")
        await office.person().hand_in(office.modal, {"name": "Kestrel", "departments": "Sales"})

    async def known(office: Office) -> None:
        office.slack.failures = [Failure("users.info", error)]
        await office.person().say("kpi")
        assert office.said[-1].startswith("Hello Ann Lee.")

    played(engine, "http", founded)
    played(engine, "http", known)


def test_another_workspace_sees_nothing_of_it(engine: Engine) -> None:
    """Also not with a button or a form that was forged."""

    async def scene(office: Office) -> None:
        ann, other = office.person(), office.person("UCAT", "T2")
        await ann.command("start")
        theirs = office.modal
        await other.hand_in(theirs, {"name": "Stolen", "departments": "Sales"})
        await ann.command("start")
        await ann.hand_in(office.modal, {"name": "Kestrel", "departments": "Sales"})
        await other.command("report")
        read = [message.payload["text"] for message in office.slack.messages if message.only == "UCAT"]
        assert ["Kestrel" in words for words in read] == [False]

    played(engine, "http", scene)


def test_a_token_that_slack_does_not_take_is_told_by_its_name(engine: Engine) -> None:
    async def scene() -> None:
        slack = FakeSlack(failures=[Failure("auth.test", "invalid_auth")])
        await slack.start()
        bot = bootstrap.build(engine)
        pool = Pool(bot.hear, Traffic(), Metrics())
        with pytest.raises(CannotStart, match="SLACK_BOT_TOKEN: Slack does not take it: invalid_auth"):
            await Slack(settings(slack, "http"), ports_of(SLACK, bot, pool)).start()
        await slack.stop()
        await pool.close()

    asyncio.run(scene())


@pytest.mark.parametrize("error", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
def test_an_app_token_that_slack_does_not_take_is_told_by_its_name(engine: Engine, error: str) -> None:
    async def scene() -> None:
        slack = FakeSlack(failures=[Failure("apps.connections.open", error)])
        await slack.start()
        bot = bootstrap.build(engine)
        pool = Pool(bot.hear, Traffic(), Metrics())
        part = Slack(settings(slack, "socket"), ports_of(SLACK, bot, pool)).part()
        with pytest.raises(CannotStart, match=f"SLACK_APP_TOKEN: Slack does not take it: {error}"):
            await part.start()
        await part.stop()
        await slack.stop()
        await pool.close()

    asyncio.run(scene())


def test_a_slack_that_is_busy_when_the_bot_starts_is_asked_again(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await office.person().command("")
        assert office.said[-1].startswith("Hello Ann Lee.")

    office = Office(engine, "socket")
    office.slack.failures = [Failure("apps.connections.open", "internal_error")]
    asyncio.run(office.play(scene))


@pytest.mark.parametrize("way", WAYS)
def test_of_questions_answered_by_typing_only_the_last_has_buttons(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        for words in ("kpi start", "Kestrel", "Sales", "Nowhere"):
            await ann.say(words)
        rows = [["actions" in str(block["type"]) for block in each.blocks] for each in office.slack.messages]
        assert [any(each) for each in rows] == [False] * (len(rows) - 1) + [True]
        assert "↳ Kestrel" in office.said[0]

    played(engine, way, scene)


@pytest.mark.parametrize("way", WAYS)
def test_whoever_asks_while_the_database_is_away_is_told_in_their_language(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann, bob = office.person(), office.person("UBOB")
        await ann.command("")
        with away(engine):
            await ann.command("report")
            await ann.say("report")
            await bob.say("报告")
        assert office.said[-3:-1] == [TROUBLE, TROUBLE]
        assert office.said[-1].startswith("⚠️ 我这边出了点问题")
        await ann.say("report")
        assert office.said[-1] != TROUBLE

    asyncio.run(Office(engine, way).play(scene))


TROUBLE = (
    "⚠️ Something went wrong on my side; nothing has been changed. "
    "Please try again; if it stays like this, tell whoever runs me."
)


@contextmanager
def away(engine: Engine) -> Iterator[None]:
    """Nobody gets anything out of it meanwhile."""

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    event.listen(engine, "before_cursor_execute", fails)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", fails)
