"""Unasked messages: each is sent once, and what became of it is told."""

from __future__ import annotations

from dataclasses import replace

import httpx
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from adapters.base import Address, Outcome, TransportError
from adapters.telegram.deliver import Deliver, Knows
from adapters.telegram.ears import InThread
from adapters.telegram.keeping import Kept, moved, put_aside, put_moved
from adapters.telegram.pace import seconds_of
from adapters.telegram.read import Place
from adapters.telegram.render import Words, drawn
from conversations.view import Message

_NOT_SENT = httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout
_BETWEEN = "/"


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
        """The id is that of the last message, with its chat: a long text is several. Telegram takes no mark."""
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
        """In place of the last message where both are one text; else as a new one, and the old one goes."""
        chat, _, number = id.rpartition(_BETWEEN)
        place = replace(await self._place(to), chat=int(chat), message=int(number))
        try:
            parts = drawn(message)
            if isinstance(parts[0], Words) and not parts[1:] and await self._deliver.edit(place, parts[0]):
                return id
            await self._deliver.remove(place)
        except TelegramError as error:
            raise _told(error, begun=False) from error
        return await self._sent(place, message)

    async def _sent(self, place: Place, message: Message) -> str:
        if place.private:
            await self._in_thread(lambda: put_aside(place.chat, self._kept))
        number = 0
        for part in drawn(message):
            try:
                number = await self._deliver.send(place, part)
            except ChatMigrated:
                raise
            except TelegramError as error:
                raise _told(error, begun=bool(number)) from error
        return f"{place.chat}{_BETWEEN}{number}"

    async def _place(self, to: Address) -> Place:
        """`channel` is a group, or `group/topic`."""
        group, _, topic = to.channel.partition(_BETWEEN)
        if not group:
            return Place(int(to.user))
        chat = await self._in_thread(lambda: moved(int(group), self._kept))
        return Place(chat, int(topic) if topic else None, private=False)


def _told(error: TelegramError, *, begun: bool) -> TransportError:
    """Of a message that was begun and not finished nobody can tell how much was read."""
    why = type(error).__name__
    if begun:
        return TransportError(f"{why} after a part of it", Outcome.UNKNOWN)
    match error:
        case RetryAfter():
            return TransportError(why, Outcome.LATER, seconds_of(error))
        case Forbidden() | BadRequest():
            return TransportError(f"{why}: {error.message}", Outcome.NEVER)
        case NetworkError() if not isinstance(error.__cause__, _NOT_SENT):
            return TransportError(why, Outcome.UNKNOWN)
        case _:
            return TransportError(why, Outcome.LATER)
