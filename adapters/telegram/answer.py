"""Shows what the bot answers in somebody's own chat: one message with the open question, and whatever else is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from adapters.telegram.deliver import Deliver
from adapters.telegram.ears import Ears
from adapters.telegram.form import example
from adapters.telegram.keeping import Opened, opened, put_opened
from adapters.telegram.limits import TOAST
from adapters.telegram.pages import turned
from adapters.telegram.read import Place
from adapters.telegram.render import Html, Part, drawn
from adapters.telegram.text import line, plain, size
from adapters.telegram.upon import Upon
from conversations.event import Event
from conversations.view import Form, Message, QuestionKind, Text, View


class Answer:
    """What it shows stands in Telegram, what it must know of it in `kept`; it remembers nothing itself."""

    def __init__(self, deliver: Deliver, ears: Ears) -> None:
        self._deliver = deliver
        self._kept = ears.kept
        self._in_thread = ears.in_thread

    async def in_private(self, place: Place, views: Sequence[View], event: Event) -> None:
        """What comes of the event, the open question last; where there is nothing to say nothing changes."""
        if not views:
            return
        before = await self._in_thread(lambda: opened(place.chat, self._kept))
        upon = Upon.of(event, place)
        last, page = turned(views[-1], event, before)
        parts = [*(part for view in views[:-1] for part in drawn(view)), *drawn(last, page)]
        message = await self._show(place, parts, upon)
        if isinstance(last, Form):
            await self._remember(place, last, message, upon)
        elif before:
            aside = replace(before, prompt=0, aside=True) if upon is Upon.NOTHING else None
            await self._in_thread(lambda: put_opened(place.chat, aside, self._kept))
        if before:
            gone = upon is not Upon.NOTHING or isinstance(last, Form)
            await self._take_away(place, before, upon, question=gone)

    async def _show(self, place: Place, parts: Sequence[Part], upon: Upon) -> int:
        """The id of the last message."""
        if upon is Upon.PRESSED and place.message:
            match parts:
                case [Html() as words] if await self._deliver.edit(place, words):
                    return place.message
            await self._deliver.remove(place)
        message = 0
        for part in parts:
            message = await self._deliver.send(place, part)
        return message

    async def _take_away(self, place: Place, before: Opened, upon: Upon, *, question: bool) -> None:
        """What asked to type, and the `question` itself unless it was edited: there is one, and it stands lowest."""
        if before.prompt:
            await self._deliver.remove(replace(place, message=before.prompt))
        if question and before.message != place.message:
            there = replace(place, message=before.message)
            asked = Html(line(before.asked, "b").html)
            if upon is not Upon.TYPED or not await self._deliver.edit(there, asked):
                await self._deliver.remove(there)

    async def _remember(self, place: Place, form: Form, message: int, upon: Upon) -> None:
        """Whoever has just typed an answer has their keyboard open already."""
        shown = "" if upon is Upon.TYPED else example(form)
        asking = await self._deliver.ask_to_type(place, shown) if shown else 0
        asked = form.questions[0] if form.questions else None
        key, label = (asked.key, asked.label) if asked else ("", "")
        question = Opened(message, asking, form.run, form.turn, key, label, _ticked(form))
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
