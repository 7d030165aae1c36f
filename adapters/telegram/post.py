"""Unasked messages: each is sent once, and what became of it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import zip_longest

from telegram import Bot
from telegram.error import ChatMigrated, TelegramError

from adapters.base import BETWEEN_PARTS, BETWEEN_TOPIC, Address, Outcome, TransportError, parts_of
from adapters.ports import InThread, Kept
from adapters.telegram.deliver import Deliver
from adapters.telegram.keeping import moved, put_aside, put_moved
from adapters.telegram.knows import Knows
from adapters.telegram.media import edit_media
from adapters.telegram.outcomes import told
from adapters.telegram.read import Place
from adapters.telegram.render import File, Html, Part, Photo, Rich, drawn
from conversations.view import Message

APART = 1.1
"""Seconds between two messages in a group: Telegram wants no more than one a second in a chat."""

_BEHIND_CHAT = "/"
"""In the id of what was sent, between the chat and the messages."""


class TelegramPost:
    """A `Poster` with a bot of its own, which neither waits nor tries again: the post has its own lanes for that."""

    def __init__(self, bot: Bot, kept: Kept, in_thread: InThread, knows: Knows) -> None:
        self._bot = bot
        self._deliver = Deliver(bot, kept, in_thread, knows)
        self._kept = kept
        self._in_thread = in_thread

    async def begin(self) -> None:
        """Opens its connections."""
        await self._bot.initialize()

    async def end(self) -> None:
        """Closes them."""
        await self._bot.shutdown()

    async def post(self, to: Address, message: Message, mark: str) -> str:
        """The id has the chat, then every message: a long text is several. Telegram takes no mark."""
        place = await self._place(to)
        try:
            return await self._sent(place, message)
        except ChatMigrated as error:
            # The group became a supergroup under us, so that nothing was sent.
            new = error.new_chat_id
            await self._in_thread(lambda: put_moved(place.chat, new, self._kept))
            return await self._sent(replace(place, chat=new), message)

    async def posted(self, to: Address, mark: str) -> str | None:
        """Telegram can't be asked what a bot has sent."""
        raise TransportError("Telegram can't be asked", Outcome.UNKNOWN)

    async def amend(self, to: Address, id: str, message: Message) -> str:
        """Each part in place of the one that was there; what is left over goes, what is more follows."""
        chat, _, before = id.rpartition(_BEHIND_CHAT)
        place = replace(await self._place(to), chat=int(chat))
        numbers = []
        try:
            for number, part in zip_longest(parts_of(before), self._parts(message)):
                numbers += await self._amended(replace(place, message=int(number or 0)), part)
        except TelegramError as error:
            raise told(error, begun=False) from error
        return _id(place, numbers)

    async def _amended(self, there: Place, part: Part | None) -> list[int]:
        """The message that says it now; none where there is nothing to say any more."""
        if there.message and part and await self._edited(there, part):
            return [there.message]
        await self._deliver.remove(there)
        if part is None:
            return []
        await self._wait(there)
        return [await self._deliver.send(there, part)]

    async def _edited(self, there: Place, part: Part) -> bool:
        match part:
            case Html() | Rich():
                return await self._deliver.edit(there, part)
            case Photo() | File():
                keyboard = await self._deliver.markup(part.rows)
                return await edit_media(self._bot, self._in_thread, there, part, keyboard)

    async def _sent(self, place: Place, message: Message) -> str:
        if place.private:
            await self._in_thread(lambda: put_aside(place.chat, self._kept))
        numbers: list[int] = []
        for part in self._parts(message):
            try:
                if numbers:
                    await self._wait(place)
                numbers.append(await self._deliver.send(place, part))
            except ChatMigrated:
                raise
            except TelegramError as error:
                raise told(error, begun=bool(numbers)) from error
        return _id(place, numbers)

    def _parts(self, message: Message) -> Sequence[Part]:
        """What is sent, message by message: without tables where the server knows none."""
        return [each for part in drawn(message) for each in self._plain(part)]

    def _plain(self, part: Part) -> Sequence[Part]:
        if not isinstance(part, Rich) or self._deliver.knows.rich:
            return [part]
        *before, last = part.otherwise
        return [*before, Html(last.html, part.rows)]

    async def _wait(self, place: Place) -> None:
        if not place.private:
            await asyncio.sleep(APART)

    async def _place(self, to: Address) -> Place:
        """`channel` is a group, or `group/topic`."""
        group, _, topic = to.channel.partition(BETWEEN_TOPIC)
        if not group:
            return Place(int(to.user))
        chat = await self._in_thread(lambda: moved(int(group), self._kept))
        return Place(chat, int(topic) if topic else None, private=False)


@asynccontextmanager
async def posting(bot: Bot, kept: Kept, in_thread: InThread) -> AsyncIterator[TelegramPost]:
    """What sends alone, where nothing is heard."""
    knows = Knows()
    post = TelegramPost(bot, kept, in_thread, knows)
    await post.begin()
    try:
        await knows.learn(bot)
        yield post
    finally:
        await post.end()


def _id(place: Place, numbers: Sequence[int]) -> str:
    return f"{place.chat}{_BEHIND_CHAT}{BETWEEN_PARTS.join(map(str, numbers))}"
