"""One update: who did what, what the bot says to it, and what they are shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from telegram import Bot, CallbackQuery, Message, Update, User
from telegram.error import BadRequest, Forbidden

from adapters.base import Who
from adapters.telegram.answer import Answer, toast
from adapters.telegram.data import HandIn, More, Tick
from adapters.telegram.deliver import Deliver
from adapters.telegram.ears import Ears
from adapters.telegram.files import dropped
from adapters.telegram.group import GroupAnswer
from adapters.telegram.keeping import Opened, first_called, opened, put_moved, put_opened
from adapters.telegram.keyboard import said_by
from adapters.telegram.read import Place, channel_id, is_command, meant_for, place, said, who
from adapters.telegram.render import Html
from adapters.telegram.text import line
from adapters.telegram.ticks import in_order, redrawn, toggled
from adapters.telegram.upon import Upon
from adapters.telegram.words import ChatWords
from conversations.event import Event, Pressed, Submitted
from conversations.view import Act, Run
from conversations.view import Turn as Steer

log = logging.getLogger(__name__)


class Turn:
    """Handles updates; two of the same person's must not come at once."""

    def __init__(self, bot: Bot, ears: Ears, deliver: Deliver) -> None:
        self._bot = bot
        self._ears = ears
        self._deliver = deliver
        self._in_thread = ears.in_thread
        self._answer = Answer(deliver, ears)
        self._in_group = GroupAnswer(deliver, ears, bot, self._answer)

    async def handle(self, update: Update) -> None:
        """Everything of an update; other kinds are not asked of Telegram."""
        mark, message = str(update.update_id), update.message
        if update.callback_query:
            await self._pressed(update.callback_query, mark)
        elif update.edited_message and update.edited_message.from_user:
            await self._edited(update.edited_message, update.edited_message.from_user)
        elif message and message.migrate_to_chat_id:
            old, new = message.chat.id, message.migrate_to_chat_id
            await self._in_thread(lambda: put_moved(old, new, self._ears.kept))
        elif message and message.from_user and not message.from_user.is_bot:
            await self._said(message, message.from_user, mark)

    async def _said(self, message: Message, user: User, mark: str) -> None:
        here = place(message)
        if not here.private:
            text = meant_for(message, self._bot.bot)
            if text:
                await self._go_on(user, here, said(text), mark)
        elif message.document:
            await self._go_on(user, here, await dropped(self._bot, message.document), mark)
        elif message.text:
            await self._go_on(user, here, await self._typed(here, message.text), mark)
        else:
            await self._say(user, here, lambda words: words.unreadable)

    async def _typed(self, here: Place, text: str) -> Event:
        """The answer to the open question, unless it is a command or is said to something else."""
        if is_command(text):
            return said(text)
        question = await self._opened(here.chat)
        if question is None or not question.is_meant(here.replied):
            return said(text)
        return Submitted(
            question.run, question.turn, {question.key: "\n".join(dict.fromkeys((*question.ticked, text)))}
        )

    async def _pressed(self, query: CallbackQuery, mark: str) -> None:
        data = await self._in_thread(lambda: said_by(query.data or "", self._ears.kept))
        user = query.from_user
        if data is None or query.message is None:
            await self._pop_up(query.id, (await self._words(user)).old_button)
            return
        here = place(query.message, query.id)
        match data:
            case Tick():
                await self._ticked(query, here, data)
            case More():
                shown = await self._deliver.turn_page(here, data)
                await self._pop_up(here.query, "" if shown else (await self._words(user)).old_button)
            case Run() | Steer():
                await self._go_on(user, here, Pressed(data), mark)
            case HandIn():
                await self._go_on(user, here, await self._handed_in(here, data), mark)

    async def _ticked(self, query: CallbackQuery, here: Place, tick: Tick) -> None:
        """What is ticked is kept: the keyboard that comes with a second press may be that of before the first."""
        question = await self._opened(here.chat)
        keyboard = query.message.reply_markup if isinstance(query.message, Message) else None
        if keyboard is None or question is None or question.message != here.message:
            await self._go_on(query.from_user, here, Pressed(Steer(tick.run, tick.turn, Act.SHOW)), "")
            return
        values = in_order(keyboard, toggled(question.ticked, tick.value), self._ears.kept)
        await self._in_thread(lambda: put_opened(here.chat, replace(question, ticked=values), self._ears.kept))
        drawn = await self._in_thread(lambda: redrawn(keyboard, values, self._ears.kept))
        await self._deliver.edit_keyboard(here, drawn)
        await self._pop_up(here.query)

    async def _handed_in(self, here: Place, data: HandIn) -> Event:
        """What is ticked; of a question that stands elsewhere by now nobody can tell, and it is shown again."""
        question = await self._opened(here.chat)
        if not data.key:
            return Submitted(data.run, data.turn, {})
        if question is None or question.message != here.message:
            return Pressed(Steer(data.run, data.turn, Act.SHOW))
        return Submitted(data.run, data.turn, {data.key: "\n".join(question.ticked)})

    async def _go_on(self, user: User, here: Place, event: Event, mark: str) -> None:
        person = await self._speaker(user, here)
        views = await self._ears.hear(person, event, mark)
        if here.query:
            note = toast(views) if Upon.of(event, here) is Upon.PRESSED else ""
            await self._pop_up(here.query, note)
            views = views[1:] if note else views
        try:
            if here.private:
                await self._answer.in_private(here, views, event)
            else:
                await self._in_group.show(here, views, event, person)
        except Forbidden as error:
            log.info("nobody is there to be answered: %s", error)
        await self._ears.answered(person, mark)

    async def _edited(self, message: Message, user: User) -> None:
        """Nothing is undone or done anew by it, and whoever corrects a value that way is told so."""
        here = place(message)
        if here.private:
            await self._say(user, here, lambda words: words.edited)

    async def _say(self, user: User, here: Place, words: Callable[[ChatWords], str]) -> None:
        await self._deliver.send(here, Html(line(words(await self._words(user))).html), reply=True)

    async def _pop_up(self, press: str, words: str = "") -> None:
        """Every press is answered, so that its button stops waiting; after a minute Telegram takes it no more."""
        try:
            await self._bot.answer_callback_query(press, words or None)
        except BadRequest as error:
            log.info("a press was answered too late: %s", error)

    async def _opened(self, chat: int) -> Opened | None:
        return await self._in_thread(lambda: opened(chat, self._ears.kept))

    async def _words(self, user: User) -> ChatWords:
        return await self._ears.words(self._who(user))

    async def _speaker(self, user: User, here: Place) -> Who:
        """The person, with the group or the topic in which they speak."""
        if here.private:
            return self._who(user)
        chat = await self._in_thread(lambda: first_called(here.chat, self._ears.kept))
        return replace(self._who(user), channel=channel_id(chat, here.topic), channel_name=here.name)

    def _who(self, user: User) -> Who:
        return who(user, str(self._bot.id))
