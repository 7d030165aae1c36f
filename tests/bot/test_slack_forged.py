"""What a workspace sends by hand: buttons, modals and home tabs of another company show nothing of it, and change nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from itertools import cycle

import pytest
from sqlalchemy import Engine, select

from bot import clock
from kpi_engine.store.base import Base
from kpi_engine.store.database import connect
from tests.adapters.slack.client import Client
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.fields import inputs, key_of
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.state import Json
from tests.adapters.slack.town import user
from tests.adapters.slack.user import User
from tests.bot.slack_process import Process

SECRETS = ("Kestrel", "Hidden aim", "Ann Lee")
"""What is read in Ann's company."""
Forgery = Callable[["Scene"], Awaitable[object]]


class Replicas:
    """Processes on one database: what happens is heard by one after the other."""

    def __init__(self, slack: FakeSlack, processes: Sequence[Process]) -> None:
        self._slack = slack
        self._processes = processes
        self._turn = cycle(processes)

    def client(self, user: str, team: str) -> Client:
        """Somebody in a workspace."""
        return Client(self._slack, self._send, self._settled, user, team)

    async def _send(self, kind: str, payload: Json) -> Json:
        return await next(self._turn).send(kind, payload)

    async def _settled(self) -> None:
        for process in self._processes:
            await process.settled()


class Scene:
    """Ann sets up a company in one workspace and begins a dialog; Cat, of another, knows all that Slack carries of it."""

    def __init__(self, slack: FakeSlack, running: Replicas) -> None:
        self.slack = slack
        self.ann = running.client("UANN", "T1")
        self.cat = running.client("UCAT", "T2")
        self.theirs: Json = None
        """The modal that stands before Ann."""
        self.message: Json = None
        """That stands before Cat, with buttons."""

    async def begins(self) -> None:
        """Ann has goals to set, and Cat a company and a message with a button."""
        await self.ann.command("start")
        await self.ann.hand_in(self._modal("UANN"), {"name": "Kestrel", "departments": "Hidden aim"})
        await self.ann.say("kpi")
        await self.ann.command("strategy")
        self.theirs = self._modal("UANN")
        for words in ("start new company", "cancel", "kpi"):
            await self.cat.say(words)
        await self.cat.open("home")
        self.message = replace([each for each in self.slack.messages if each.channel == "DUCAT"][-1])

    @property
    def dialog(self) -> tuple[str, int]:
        """Ann's, and how far it is."""
        kept = json.loads(self.theirs["private_metadata"])
        return kept["run"], kept["turn"]

    async def modal_of_cat(self, command: str = "strategy") -> Json:
        """One for a dialog that they have begun."""
        await self.cat.command(command)
        return self._modal("UCAT")

    def seen_by_cat(self) -> str:
        """All that stands before them."""
        return User(self.slack, "UCAT").looks()

    def in_anns_chat(self) -> list[Json]:
        """What stands there."""
        return [words_of(each) for each in self.slack.messages if "UANN" in (each.only, each.channel[1:])]

    async def presses(self, value: Json, place: Json) -> None:
        """Cat presses a button of theirs that carries something else."""
        press = self.cat.pressing(0, place)
        press["actions"][0]["value"] = json.dumps(value)
        await self.sends("block_actions", press)

    async def sends(self, kind: str, payload: Json) -> None:
        """Cat sends a payload of their own making."""
        await self.cat.send(kind, payload)
        await self.cat.settled()

    def _modal(self, user: str) -> Json:
        return User(self.slack, user).modal


async def _press_in_a_message(scene: Scene) -> None:
    run, turn = scene.dialog
    for act in ("show", "answer", "back", "skip", "cancel"):
        await scene.presses([run, turn, act, "goals", "Stolen"], scene.message)


async def _press_on_the_home_tab(scene: Scene) -> None:
    run, turn = scene.dialog
    for act in ("show", "answer", "cancel"):
        await scene.presses([run, turn, act, "goals", "Stolen"], scene.slack.homes["UCAT"])


async def _press_in_their_modal(scene: Scene) -> None:
    press = scene.cat.pressing(0, scene.theirs)
    await scene.sends("block_actions", press)


async def _words_on_buttons(scene: Scene) -> None:
    for words in ("report", "members", "strategy", "export json", "undo", "invite Ann Lee"):
        await scene.presses([words], scene.message)


async def _their_modal_handed_in(scene: Scene) -> None:
    await scene.sends("view_submission", scene.cat.handing_in(scene.theirs, {"goals": "Stolen"}))


async def _their_dialog_in_a_modal(scene: Scene) -> None:
    """One that Cat was given for a dialog of their own."""
    mine, (run, turn) = await scene.modal_of_cat(), scene.dialog
    await scene.sends("view_submission", scene.cat.handing_in(_keeping(mine, run=run, turn=turn), {"goals": "Stolen"}))


async def _their_place_in_a_modal(scene: Scene) -> None:
    """One that ends a dialog of Cat's own, the answer to which goes where it was begun."""
    mine, theirs = await scene.modal_of_cat("settings holidays"), json.loads(scene.theirs["private_metadata"])
    places = {name: value for name, value in theirs.items() if name not in ("run", "turn")}
    answer = {key_of(inputs(mine)[0]): "none"}
    await scene.sends("view_submission", scene.cat.handing_in(_keeping(mine, **places), answer))
    assert "It was like that already." in scene.seen_by_cat()


FORGERIES: Mapping[str, Forgery] = {
    "a button in a message": _press_in_a_message,
    "a button on the home tab": _press_on_the_home_tab,
    "a button in their modal": _press_in_their_modal,
    "words on buttons": _words_on_buttons,
    "their modal": _their_modal_handed_in,
    "their dialog in a modal": _their_dialog_in_a_modal,
    "their place in a modal": _their_place_in_a_modal,
}


@pytest.mark.parametrize(
    ("way", "processes", "database"),
    [("http", 1, "sqlite_database"), ("socket", 1, "sqlite_database"), ("many", 2, "postgresql_database")],
)
@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES.keys())
def test_nothing_is_shown_or_changed(
    forgery: Forgery, way: str, processes: int, database: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(database)
    engine = connect(url)

    async def played(scene: Scene) -> None:
        await scene.begins()
        records, chat, calls = _records(engine), scene.in_anns_chat(), len(scene.slack.tokens)
        await forgery(scene)
        if way == "many":
            assert {token for _, token in scene.slack.tokens[calls:]} == {"xoxb-T2"}
        assert [secret for secret in SECRETS if secret in scene.seen_by_cat()] == []
        assert scene.in_anns_chat() == chat
        assert _records(engine) == records
        await scene.ann.hand_in(scene.theirs, {"goals": "Grow"})
        assert "Grow" in str(_records(engine))

    asyncio.run(_play(url, way, processes, played))
    engine.dispose()


async def _play(url: str, way: str, processes: int, scene: Callable[[Scene], Awaitable[None]]) -> None:
    async with AsyncExitStack() as running:
        slack = FakeSlack(users={"UANN": user("Ann Lee"), "UCAT": user("Cat", team_id="T2")})
        await slack.start()
        running.push_async_callback(slack.stop)
        begun = [Process(slack, url, clock.now, way) for _ in range(processes)]
        for process in begun:
            await process.begin()
            running.push_async_callback(process.end)
        if way == "many":
            await begun[0].install("T1", "T2")
        await scene(Scene(slack, Replicas(slack, begun)))


def _records(engine: Engine) -> dict[str, list[object]]:
    """All rows of Ann's company, the first that was founded."""
    tables = [table for table in Base.metadata.sorted_tables if "company_id" in table.c]
    with engine.connect() as connection:
        return {table.name: list(connection.execute(select(table).where(table.c.company_id == 1))) for table in tables}


def _keeping(view: Json, **more: Json) -> Json:
    return {**view, "private_metadata": json.dumps({**json.loads(view["private_metadata"]), **more})}
