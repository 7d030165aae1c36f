"""Many workspaces: installed by a page, each a company of its own, with tokens that are sealed, change and are taken back."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, text
from starlette.applications import Starlette

from adapters.base import Address, Outcome, TransportError
from adapters.slack import PLATFORM
from adapters.slack.running import Slack
from adapters.slack.settings import SlackSettings
from bot import bootstrap
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import ports_of
from bot.post.traffic import Traffic
from conversations.view import Message, Text
from kpi_engine.store.database import connect
from tests.adapters.slack.client import SECRET, Client, over_http
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.adapters.slack.town import user

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk still uses it

KEY = "k" * 32
HELLO = Message((Text("Hello"),))


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    engine = connect(sqlite_database)
    yield engine
    engine.dispose()


class Landlord:
    """The bot with a page by which workspaces install it."""

    def __init__(self, engine: Engine, key: str = KEY) -> None:
        self._engine = engine
        self._key = key
        self.slack = FakeSlack(users={"UANN": user("Ann"), "UCAT": user("Cat", team_id="T2")})

    async def play(self, scene: Callable[[Landlord], Awaitable[None]]) -> None:
        await self.slack.start()
        bot = bootstrap.build(self._engine)
        pool = Pool(bot.hear, Traffic(), Metrics())
        self.running = Slack(self._settings(), ports_of(PLATFORM, bot, pool, self._key))
        self.part = self.running.part()
        await self.running.start()
        self.web = Starlette(routes=self.part.routes)
        try:
            await scene(self)
        finally:
            await self.running.stop()
            await pool.close()
            await self.slack.stop()
        assert (self.slack.faults, self.slack.failures) == ([], [])

    async def install(self, team: str, expires_in: int = 0) -> httpx.Response:
        """Somebody of that workspace installs the app."""
        self.slack.installing = {"team": team, "expires_in": expires_in}
        async with self._browser() as browser:
            page = await browser.get("/slack/install")
            state = parse_qs(urlsplit(_link(page.text)).query)["state"][0]
            cookie = {"Cookie": f"slack-app-oauth-state={state}"}
            return await browser.get(f"/slack/oauth_redirect?code={team}&state={state}", headers=cookie)

    async def forgets(self, team: str) -> Outcome:
        """Returns when nothing can be sent there any more; Bolt answers such an event before it has done with it."""
        async with asyncio.timeout(5):
            while True:
                try:
                    await self.running.workspaces.client_for(team)
                except TransportError as error:
                    return error.outcome
                await asyncio.sleep(0.01)

    async def visit(self, path: str) -> httpx.Response:
        async with self._browser() as browser:
            return await browser.get(path)

    def person(self, id: str, team: str) -> Client:
        return Client(self.slack, over_http(self.web), self._settled, id, team)

    def _browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.web), base_url="https://bot")

    async def _settled(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        await self.running.working.done()

    def _settings(self) -> SlackSettings:
        return SlackSettings(
            slack_api_url=f"{self.slack.base}/api/",
            slack_signing_secret=SecretStr(SECRET),
            slack_client_id="1.2",
            slack_client_secret=SecretStr("client-secret"),
            kpi_bot_secret_key=SecretStr(self._key),
        )


def _link(page: str) -> str:
    (found,) = re.findall(r'href="([^"]*/oauth/v2/authorize[^"]*)"', page)
    return unescape(str(found))


def tokens(slack: FakeSlack, method: str) -> list[str]:
    """With which tokens the method was called."""
    return [token for called, token in slack.tokens if called == method]


def test_each_workspace_is_a_company_of_its_own(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        assert (await landlord.install("T1")).status_code == 200
        assert (await landlord.install("T2")).status_code == 200
        for id, team, name in (("UANN", "T1", "Kestrel"), ("UCAT", "T2", "Osprey")):
            person = landlord.person(id, team)
            await person.command("start new company")
            (view,) = landlord.slack.views.values()
            await person.hand_in(view, {"name": name, "departments": "Sales"})
        assert set(tokens(landlord.slack, "views.open")) == {"xoxb-T1", "xoxb-T2"}

    asyncio.run(Landlord(engine).play(scene))
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM company ORDER BY id")).scalars().all()
    assert [("Kestrel" in str(name), "Osprey" in str(name)) for name in names] == [(True, False), (False, True)]


def test_each_workspace_takes_its_own_user_groups(engine: Engine) -> None:
    """Also where its token is about to end: it is asked with the new one."""

    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1")
        await landlord.install("T2", expires_in=600)
        landlord.slack.users |= {"UBEA": user("Bea"), "UDAN": user("Dan", team_id="T2")}
        for id, team, group in (("UANN", "T1", "Night shift"), ("UCAT", "T2", "Early shift")):
            landlord.slack.groups = {group: ["UBEA", "UDAN"]}
            person = landlord.person(id, team)
            await person.command("start new company")
            (view,) = landlord.slack.views.values()
            await person.hand_in(view, {"name": "Kestrel", "departments": "Sales"})
            await person.command(f"members groups {group}")
            told = landlord.slack.messages[-1]
            assert told.only == id
            assert f"New department: {group}. 1 person joined the company." in told.payload["text"]
        for method in ("usergroups.list", "users.list"):
            asked_with = dict.fromkeys(tokens(landlord.slack, method))
            assert list(asked_with) == ["xoxb-T1", "xoxb-T2-again"]

    asyncio.run(Landlord(engine).play(scene))


def test_tokens_are_sealed(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1")

    asyncio.run(Landlord(engine).play(scene))
    with engine.connect() as connection:
        (kept,) = connection.execute(text("SELECT text FROM sealed")).scalars().all()
    assert "xoxb" not in kept


def test_another_key_opens_none_of_them_and_says_so(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    async def installed(landlord: Landlord) -> None:
        await landlord.install("T1")

    async def scene(landlord: Landlord) -> None:
        with pytest.raises(TransportError) as error:
            await landlord.part.poster.post(Address("T1", "UANN"), HELLO, "m1")  # type: ignore[union-attr]
        assert error.value.outcome is Outcome.NEVER

    asyncio.run(Landlord(engine).play(installed))
    with caplog.at_level(logging.ERROR):
        asyncio.run(Landlord(engine, "other" * 8).play(scene))
    assert "KPI_BOT_SECRET_KEY does not open the token of workspace T1" in caplog.text


def test_an_installation_that_nobody_began_here_is_refused(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        assert (await landlord.visit("/slack/oauth_redirect?code=T1&state=made-up")).status_code == 400
        assert not tokens(landlord.slack, "oauth.v2.access")

    asyncio.run(Landlord(engine).play(scene))


def test_a_token_about_to_end_is_changed_for_a_new_one(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1", expires_in=600)
        await landlord.part.poster.post(Address("T1", "UANN"), HELLO, "m1")  # type: ignore[union-attr]
        assert tokens(landlord.slack, "chat.postMessage") == ["xoxb-T1-again"]

    asyncio.run(Landlord(engine).play(scene))


def test_where_slack_gives_no_new_token_the_old_one_answers(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1", expires_in=600)
        landlord.slack.failures = [Failure("oauth.v2.access", "internal_error")]
        await landlord.person("UANN", "T1").say("kpi")
        assert tokens(landlord.slack, "chat.postMessage") == ["xoxb-T1"]
        await landlord.person("UANN", "T1").say("kpi")
        assert tokens(landlord.slack, "chat.postMessage") == ["xoxb-T1", "xoxb-T1-again"]

    asyncio.run(Landlord(engine).play(scene))
    assert "no new token for workspace T1" in caplog.text


def test_an_event_is_answered_without_asking_slack_whose_the_token_is(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1")
        asked = len(tokens(landlord.slack, "auth.test"))
        await landlord.person("UANN", "T1").say("kpi")
        assert "Hello Ann." in landlord.slack.messages[-1].payload["text"]
        assert len(tokens(landlord.slack, "auth.test")) == asked

    asyncio.run(Landlord(engine).play(scene))


def test_a_workspace_that_has_not_installed_it_is_told_so(engine: Engine) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.person("UANN", "T1").command("")
        assert "reinstall" in landlord.slack.messages[-1].payload["text"]

    asyncio.run(Landlord(engine).play(scene))


@pytest.mark.parametrize("end", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}])
def test_a_workspace_that_takes_the_app_away_is_forgotten(engine: Engine, end: dict[str, object]) -> None:
    async def scene(landlord: Landlord) -> None:
        await landlord.install("T1")
        await landlord.install("T2")
        await landlord.person("UANN", "T1").event(end)
        assert await landlord.forgets("T1") is Outcome.NEVER
        assert await landlord.part.poster.post(Address("T2", "UCAT"), HELLO, "m2")  # type: ignore[union-attr]

    asyncio.run(Landlord(engine).play(scene))
