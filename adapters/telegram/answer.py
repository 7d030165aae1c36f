"""Shows what the bot answers: in private one message with the open question, in a group only what is for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, Forbidden
from telegram.helpers import create_deep_linked_url

from adapters.telegram.deliver import Deliver
from adapters.telegram.ears import Ears
from adapters.telegram.form import prompt
from adapters.telegram.keeping import Opened, opened, put_opened
from adapters.telegram.keyboard import Key
from adapters.telegram.limits import TOAST
from adapters.telegram.read import GO, Place
from adapters.telegram.render import Part, Words, drawn
from adapters.telegram.text import line, plain, size
from adapters.telegram.words import ChatWords
from conversations.view import Form, Message, QuestionKind, Text, View


class Answer:
    """What it shows stands in Telegram, what it must know of it in `kept`; it remembers nothing itself."""

    def __init__(self, deliver: Deliver, ears: Ears, bot: Bot) -> None:
        self._deliver = deliver
        self._kept = ears.kept
        self._in_thread = ears.in_thread
        self._bot = bot

    async def in_private(
        self, place: Place, views: Sequence[View], *, pressed: bool = False, answered: bool = False
    ) -> None:
        """Below everything, or in place of the question on which a button was `pressed`.

        A question that was `answered`, pressed or typed, does not stay.
        """
        before = await self._in_thread(lambda: opened(place.chat, self._kept))
        last = views[-1] if views else None
        parts = [part for view in views for part in drawn(view)]
        message = await self._show(place, parts, pressed=pressed)
        if before and before.prompt:
            await self._deliver.remove(replace(place, message=before.prompt))
        if isinstance(last, Form):
            await self._take_away(place, before, message)
            await self._remember(place, last, message)
        elif before and answered:
            await self._take_away(place, before, message)
            await self._in_thread(lambda: put_opened(place.chat, None, self._kept))
        elif before:
            aside = replace(before, prompt=0, aside=True)
            await self._in_thread(lambda: put_opened(place.chat, aside, self._kept))

    async def in_group(self, place: Place, views: Sequence[View], user: int, words: ChatWords) -> None:
        """What is for everybody there; the rest to the person alone, where the server can, else in their own chat."""
        for view in views:
            if isinstance(view, Message) and not view.only_you:
                for part in drawn(view):
                    await self._deliver.send(place, part, reply=True)
        alone = [view for view in views if isinstance(view, Form) or view.only_you]
        if self._deliver.knows.ephemeral and not any(isinstance(view, Form) for view in alone):
            for part in (part for view in alone for part in drawn(view)):
                await self._deliver.send(place, part, only=user)
        elif alone:
            await self._apart(place, alone, user, words)

    async def _apart(self, place: Place, views: Sequence[View], user: int, words: ChatWords) -> None:
        """Into their own chat, and a way there; nobody can be written to who never pressed Start."""
        try:
            await self.in_private(Place(user), views)
            said, link = words.in_private, f"https://t.me/{self._bot.username}"
        except (Forbidden, BadRequest):
            said, link = words.press_start, create_deep_linked_url(self._bot.username, GO)
        note = Words(line(said).html, ((Key(words.open_chat, link=link),),))
        await self._deliver.send(place, note, only=user if self._deliver.knows.ephemeral else None, reply=True)

    async def _show(self, place: Place, parts: Sequence[Part], *, pressed: bool) -> int:
        """The id of the last message."""
        if pressed and place.message:
            match parts:
                case [Words() as words] if await self._deliver.edit(place, words):
                    return place.message
            await self._deliver.remove(place)
        message = 0
        for part in parts:
            message = await self._deliver.send(place, part)
        return message

    async def _take_away(self, place: Place, before: Opened | None, message: int) -> None:
        """The question that was open before: there is one at a time, and it stands lowest."""
        if before and before.message not in (message, place.message):
            await self._deliver.remove(replace(place, message=before.message))

    async def _remember(self, place: Place, form: Form, message: int) -> None:
        words, example = prompt(form)
        asking = await self._deliver.ask_to_type(place, words, example) if words else 0
        key = form.questions[0].key if form.questions else ""
        question = Opened(message, asking, form.run, form.turn, key, _ticked(form))
        await self._in_thread(lambda: put_opened(place.chat, question, self._kept))


def toast(views: Sequence[View]) -> str:
    """What is said in passing before a question is shown again, where it is short: it pops up over the chat."""
    match views:
        case [Message(blocks=(Text(html=html),), buttons=()), Form()]:
            words = plain(html)
            return words if size(words) <= TOAST else ""
        case _:
            return ""


def _ticked(form: Form) -> tuple[str, ...]:
    asked = form.questions[0] if form.questions else None
    many = asked is not None and asked.kind is QuestionKind.MANY
    return tuple(asked.initial.split("\n")) if asked and many and asked.initial else ()
