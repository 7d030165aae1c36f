"""One thing heard: who did it, what they are answered, and where that goes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import GroupsWanted, Who
from adapters.slack.asked import Asked, Questions, let_go
from adapters.slack.asker import Asker
from adapters.slack.bot import SlackBot
from adapters.slack.channels import Channels
from adapters.slack.deliver import show
from adapters.slack.groups import UserGroups
from adapters.slack.people import People
from adapters.slack.places import Place, replaces
from adapters.slack.read import mentioned, said
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import Turn, View

Json: TypeAlias = Mapping[str, Any]
Shows: TypeAlias = Callable[[Asker, Sequence[View]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who did something, and the ways to reach them."""

    who: Who
    asker: Asker
    mark: str = ""
    """Slack's own id of what happened, under which it is done once; empty for what may be done again."""


class Desk:
    """Finds out who did something and hands it to the bot."""

    def __init__(self, bot: SlackBot, now: Callable[[], float]) -> None:
        """`now` is in seconds, of a clock that nobody sets."""
        self.bot = bot
        self._people = People(now)
        self._channels = Channels()
        self._groups = UserGroups(now)

    async def meet(
        self, context: AsyncBoltContext, body: Mapping[str, Any], place: Place, user: str = ""
    ) -> Heard | None:
        """Whoever did it, or `user`; None for a bot, with which we don't talk."""
        client, workspace = client_of(context), workspace_of(context)
        id = user or str(context.user_id or "")
        who = await self._people.who(client, workspace, id) if id else None
        if who is None:
            return None
        who = await self._channels.there(client, who, body)
        words, questions = await self.bot.words(who), Questions(self.bot.kept(workspace), id)
        return Heard(who, Asker(client, id, place, words, questions, body.get("trigger_id", "")), mark_of(body))

    async def hear(self, heard: Heard, event: Event) -> Sequence[View]:
        """What they are to be shown; where that is about the groups of their workspace, Slack is asked for these."""
        try:
            return await self.bot.hear(heard.who, event, heard.mark)
        except GroupsWanted:
            groups = await self._groups.of(heard.asker.client, heard.who.workspace)
            return await self.bot.hear(replace(heard.who, groups=groups), event, heard.mark)

    async def answer(self, heard: Heard, event: Event, how: Shows = show) -> None:
        """Shows them what comes of it, and has it written down that they saw it: what comes again is not answered."""
        async with self.over(heard, event):
            views = await self.hear(heard, event)
            if views:
                await how(heard.asker, views)
        await self.answered(heard)

    @asynccontextmanager
    async def over(self, heard: Heard, event: Event) -> AsyncIterator[None]:
        """The question that stood in their chat before has no buttons after it, if it is over then."""
        before = await heard.asker.questions.last() if _may_answer(event) else None
        yield
        if before:
            await self._over(heard, before, event.text if isinstance(event, Said) else "")

    async def answered(self, heard: Heard) -> None:
        """They have been shown what came of it."""
        if heard.mark:
            await self.bot.answered(heard.who, heard.mark)

    async def _over(self, heard: Heard, asked: Asked, typed: str) -> None:
        """It is over where it stands no more, or stands again further down; what took its place is left alone."""
        stands = await self.bot.stands(heard.who, asked.run, asked.turn)
        last = await heard.asker.questions.last()
        replaced = last is None or last.ts == asked.ts or replaces(heard.asker.place, asked.ts)
        stays = stands if last == asked else replaced
        if stays:
            return
        await heard.asker.questions.gone(asked.ts)
        await let_go(heard.asker.client, asked, "" if stands else typed)

    async def said(self, context: AsyncBoltContext, text: str) -> Said:
        """What was typed; those who are mentioned in it are called as in their company, or as in Slack."""
        ids = [id for id in mentioned(text) if id != context.bot_user_id]
        if not ids:
            return said(text, {})
        client, workspace = client_of(context), workspace_of(context)
        names = dict(await self.bot.names(workspace, ids))
        for id in ids:
            if id not in names and (who := await self._people.who(client, workspace, id)):
                names[id] = who.name
        return said(text, names)


def client_of(context: AsyncBoltContext) -> AsyncWebClient:
    """By which we speak in the workspace."""
    client = context.client
    assert client is not None
    return client


def workspace_of(context: AsyncBoltContext) -> str:
    """The workspace in which we were installed; that of a whole organisation has its id."""
    return str(context.team_id or context.enterprise_id or "")


def mark_of(body: Json) -> str:
    """Slack's own id of what happened: it is the same when it is delivered again."""
    return str(body.get("event_id") or body.get("trigger_id") or "")


def marked(heard: Heard, mark: str) -> Heard:
    """The same person with something else that they did, or that follows from it."""
    return replace(heard, mark=mark)


def user_in(body: Json) -> str:
    """The id of whoever did what the payload tells."""
    return str((body.get("user") or {}).get("id") or body.get("user_id") or "")


def _may_answer(event: Event) -> bool:
    """Whether a dialog may go on by it."""
    match event:
        case Said() | Submitted() | Pressed(Turn()):
            return True
        case _:
            return False
