"""Shows what the bot answers in a group: to everybody what is for all, the rest to whoever asked."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.helpers import create_deep_linked_url

from adapters.base import Who
from adapters.telegram.answer import Answer
from adapters.telegram.deliver import Deliver
from adapters.telegram.ears import Ears
from adapters.telegram.keeping import noted, put_moved, put_noted
from adapters.telegram.keyboard import Key
from adapters.telegram.limits import BUTTONS
from adapters.telegram.outcomes import is_shut
from adapters.telegram.read import GO, Place
from adapters.telegram.render import Html, drawn
from adapters.telegram.text import line
from conversations.event import Event
from conversations.view import Form, Message, Text, Tone, View

log = logging.getLogger(__name__)


class GroupAnswer:
    """What goes to one person alone is shown in the group where the server can do that, else in their own chat."""

    def __init__(self, deliver: Deliver, ears: Ears, bot: Bot, own: Answer) -> None:
        """`own` shows it in somebody's own chat."""
        self._deliver = deliver
        self._ears = ears
        self._bot = bot
        self._own = own

    async def show(self, place: Place, views: Sequence[View], event: Event, person: Who) -> None:
        """Where Telegram lets the bot write; a group that has become another one meanwhile is followed."""
        try:
            await self._show(place, views, event, person)
        except ChatMigrated as error:
            new = error.new_chat_id
            await self._ears.in_thread(lambda: put_moved(place.chat, new, self._ears.kept))
            await self._show(Place(new, private=False, name=place.name), views, event, person)

    async def _show(self, place: Place, views: Sequence[View], event: Event, person: Who) -> None:
        for_all, alone = [each for each in views if _for_all(each)], [each for each in views if not _for_all(each)]
        here = self._deliver.knows.ephemeral and not any(map(_is_edited, alone))
        try:
            await self._send(place, for_all, reply=True)
            if here:
                await self._send(place, alone, only=int(person.user))
        except TelegramError as error:
            if not is_shut(error):
                raise
            log.info("a group takes no answer, so it goes to whoever asked: %s", error)
            await self._in_private([await self._instead(place, person), *views], event, person)
            return
        if alone and not here:
            await self._apart(place, alone, event, person)

    async def _send(self, place: Place, views: Sequence[View], *, only: int | None = None, reply: bool = False) -> None:
        for part in (part for view in views for part in drawn(view)):
            await self._deliver.send(place, part, only, reply)

    async def _apart(self, place: Place, views: Sequence[View], event: Event, person: Who) -> None:
        """Into their own chat, and a way there; where nobody may write in the group they find it without."""
        words = await self._ears.words(person)
        if await self._in_private(views, event, person):
            said, link = words.in_private, f"https://t.me/{self._bot.username}"
        else:
            said, link = words.press_start, create_deep_linked_url(self._bot.username, GO)
        note = Html(line(said).html, ((Key(words.open_chat, link=link),),))
        try:
            await self._note(place, note, int(person.user))
        except TelegramError as error:
            if not is_shut(error):
                raise
            log.info("a group takes no answer: %s", error)

    async def _in_private(self, views: Sequence[View], event: Event, person: Who) -> bool:
        """False where they never pressed Start: then nobody may write to them."""
        try:
            await self._own.in_private(Place(int(person.user)), views, event)
        except (Forbidden, BadRequest) as error:
            log.info("nobody is there to be answered: %s", error)
            return False
        return True

    async def _instead(self, place: Place, person: Who) -> Message:
        """Says where it was asked, and why it is not answered there."""
        words = await self._ears.words(person)
        return Message((Text(line(words.closed_group.format(group=place.name)).html),))

    async def _note(self, place: Place, note: Html, user: int) -> None:
        """Where everybody sees it, it takes the place of the one before: no group fills with them."""
        if self._deliver.knows.ephemeral:
            await self._deliver.send(place, note, only=user, reply=True)
            return
        before = await self._ears.in_thread(lambda: noted(place.chat, user, self._ears.kept))
        await self._deliver.remove(replace(place, message=before))
        message = await self._deliver.send(place, note, reply=True)
        await self._ears.in_thread(lambda: put_noted(place.chat, user, message, self._ears.kept))


def _for_all(view: View) -> bool:
    """What somebody is asked, told of what they did, or refused, is nobody else's business."""
    match view:
        case Message(tone=tone, only_you=only_you):
            return tone is Tone.PLAIN and not only_you
        case Form():
            return False


def _is_edited(view: View) -> bool:
    """Whether a press changes it; what one person alone sees in a group stays as it is."""
    return isinstance(view, Form) or len(view.buttons) > BUTTONS
