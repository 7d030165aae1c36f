"""What is typed and what is opened: the command, the chat with the bot, mentions, the home tab."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from html import escape
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError

from adapters.slack.asker import Asker
from adapters.slack.deliver import say
from adapters.slack.desk import Desk, Heard, marked
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.files import fetch_file
from adapters.slack.home import MY_DAY, publish
from adapters.slack.names import COMMAND
from adapters.slack.places import Direct, Public, Whisper
from adapters.slack.working import Working
from conversations.view import Message, Text

Json: TypeAlias = Mapping[str, Any]

log = logging.getLogger(__name__)

ONCE = timedelta(days=1)
"""In which Slack has long ceased to send an event again."""


class Talk:
    """The listeners."""

    def __init__(self, desk: Desk, working: Working) -> None:
        self._desk = desk
        self._working = working

    def listen(self, app: AsyncApp) -> None:
        """Gives the app these listeners."""
        heard_by = self._working.heard_by
        app.command(COMMAND)(heard_by(self.command))
        app.event("message")(heard_by(self.message))
        app.event("app_mention")(heard_by(self.mention))
        app.event("app_home_opened")(heard_by(self.opened))
        app.event("member_joined_channel")(heard_by(self.joined))

    async def command(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """A command is answered to whoever gave it, wherever that was."""
        await ack()
        heard = await self._desk.meet(context, body, Whisper(body["response_url"]))
        if heard:
            await self._desk.answer(heard, await self._desk.said(context, f"{COMMAND} {body.get('text', '')}"))

    async def message(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """Words and files in the chat with the bot; what is only changed or deleted there says nothing new."""
        if event.get("channel_type") != "im" or event.get("bot_id") or event.get("subtype") not in _SAID:
            return
        place = Direct(event["channel"], thread=event.get("thread_ts") or "")
        heard = await self._desk.meet(context, body, place)
        if heard is None:
            return
        if (event.get("text") or "").strip():
            await self._desk.answer(heard, await self._desk.said(context, event["text"]))
        for file in event.get("files") or ():
            await self._dropped(marked(heard, f"{heard.mark}.{file['id']}"), file)

    async def mention(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """What the bot is asked in a channel it answers there, in a thread."""
        if event.get("bot_id"):
            return
        heard = await self._desk.meet(context, body, Public(event["channel"], event.get("thread_ts") or event["ts"]))
        if heard:
            words = event["text"].replace(f"<@{context.bot_user_id}>", " ").strip()
            await self._desk.answer(heard, await self._desk.said(context, f"{COMMAND} {words}"))

    async def opened(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """The home tab is my day; whoever opens the chat for the first time is greeted in it."""
        heard = await self._desk.meet(context, body, Direct(event["channel"]))
        if heard is None:
            return
        if event.get("tab") == "home":
            await self._desk.answer(marked(heard, ""), MY_DAY, publish)
            return
        await _suggest(heard.asker, event["channel"])
        if not await self._desk.bot.knows(heard.who):
            await self._desk.answer(marked(heard, f"greeted.{heard.who.user}"), MY_DAY)

    async def joined(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """The bot says once what it does in a channel that it was taken into."""
        if event["user"] != context.bot_user_id:
            return
        inviter = event.get("inviter") or event["user"]
        heard = await self._desk.meet(context, body, Direct(event["channel"]), inviter)
        if heard and await self._desk.bot.is_first(heard.who, heard.mark, ONCE):
            await say(heard.asker, [Message((Text(escape(heard.asker.words.joined)),))])

    async def _dropped(self, heard: Heard, file: Json) -> None:
        dropped = await fetch_file(heard.asker.client, file)
        if dropped:
            await self._desk.answer(heard, dropped)
        elif await self._desk.bot.is_first(heard.who, heard.mark, ONCE):
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
