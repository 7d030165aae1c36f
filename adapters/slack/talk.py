"""What is typed and what is opened: the command, the chat with the bot, mentions, the home tab."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError

from adapters.slack.deliver import Asker, say, show
from adapters.slack.desk import Desk, Heard, marked
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.files import fetch_file
from adapters.slack.home import MY_DAY, publish
from adapters.slack.names import COMMAND
from adapters.slack.places import Direct, Public, Whisper
from adapters.slack.recent import Recent
from adapters.slack.working import Working
from conversations.event import Event
from conversations.view import Message, Text

Json: TypeAlias = Mapping[str, Any]

log = logging.getLogger(__name__)

GREETED = 7 * 86_400
"""Seconds for which somebody whom nobody knows is not greeted again."""


class Talk:
    """The listeners."""

    def __init__(self, desk: Desk, working: Working, now: Callable[[], float]) -> None:
        self._desk = desk
        self._working = working
        self._greeted = Recent(GREETED, now)

    def listen(self, app: AsyncApp) -> None:
        """Gives the app these listeners."""
        app.command(COMMAND)(self.command)
        app.event("message")(self.message)
        app.event("app_mention")(self.mention)
        app.event("app_home_opened")(self.opened)
        app.event("member_joined_channel")(self.joined)

    async def command(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """A command is answered to whoever gave it, wherever that was."""
        await ack()
        async with self._working:
            heard = await self._desk.meet(context, body, Whisper(body["response_url"]))
            if heard:
                await self._answer(heard, await self._desk.said(context, f"{COMMAND} {body.get('text', '')}"))

    async def message(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """Words and files in the chat with the bot; what is only changed or deleted there says nothing new."""
        if event.get("channel_type") != "im" or event.get("bot_id") or event.get("subtype") not in _SAID:
            return
        async with self._working:
            place = Direct(event["channel"], thread=event.get("thread_ts") or "")
            heard = await self._desk.meet(context, body, place)
            if heard is None:
                return
            if (event.get("text") or "").strip():
                await self._answer(heard, await self._desk.said(context, event["text"]))
            for file in event.get("files") or ():
                await self._dropped(marked(heard, f"{heard.mark}.{file['id']}"), file)

    async def mention(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """What the bot is asked in a channel it answers there, in a thread."""
        if event.get("bot_id"):
            return
        async with self._working:
            place = Public(event["channel"], event.get("thread_ts") or event["ts"])
            heard = await self._desk.meet(context, body, place)
            if heard:
                words = event["text"].replace(f"<@{context.bot_user_id}>", " ").strip()
                await self._answer(heard, await self._desk.said(context, f"{COMMAND} {words}"))

    async def opened(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """The home tab is my day; whoever opens the chat for the first time is greeted in it."""
        async with self._working:
            heard = await self._desk.meet(context, body, Direct(event["channel"]))
            if heard is None:
                return
            if event.get("tab") == "home":
                await publish(heard.asker, await self._desk.hear(marked(heard, ""), MY_DAY))
                return
            await _suggest(heard.asker, event["channel"])
            if not await self._desk.bot.knows(heard.who) and not self._greeted.again(heard.who):
                await self._answer(heard, MY_DAY)

    async def joined(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """The bot says once what it does in a channel that it was taken into."""
        if event["user"] != context.bot_user_id:
            return
        async with self._working:
            inviter = event.get("inviter") or event["user"]
            heard = await self._desk.meet(context, body, Direct(event["channel"]), inviter)
            if heard:
                await say(heard.asker, [Message((Text(escape(heard.asker.words.joined)),))])

    async def _answer(self, heard: Heard, event: Event) -> None:
        await show(heard.asker, await self._desk.hear(heard, event))

    async def _dropped(self, heard: Heard, file: Json) -> None:
        dropped = await fetch_file(heard.asker.client, file)
        if dropped:
            await self._answer(heard, dropped)
        else:
            await say(heard.asker, [Message((Text(escape(heard.asker.words.failed)),))])


async def _suggest(asker: Asker, channel: str) -> None:
    """Offers what can be asked, where the app is set up as an agent."""
    words = asker.words
    prompts = [{"title": prompt.title, "message": prompt.says} for prompt in words.prompts]
    try:
        await asker.client.assistant_threads_setSuggestedPrompts(
            channel_id=channel, title=words.prompts_title, prompts=prompts
        )
    except SlackApiError as error:
        log.info("assistant.threads.setSuggestedPrompts: %s", code(error))
    except NO_ANSWER as error:
        log.warning("assistant.threads.setSuggestedPrompts: %s", type(error).__name__)


_SAID = (None, "file_share", "thread_broadcast")
