"""What is pressed and handed in: buttons, modals, shortcuts."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack.actions import PRESSED
from adapters.slack.asker import Asker
from adapters.slack.deliver import parted, read_out, show, show_next
from adapters.slack.desk import Desk, Heard, marked, user_in
from adapters.slack.form import FORM, kept_in
from adapters.slack.home import MY_DAY, publish
from adapters.slack.names import ENTER, TAKE
from adapters.slack.places import Direct, Home, Whisper, place_in, pressed_at
from adapters.slack.questions import BY_PLACE, in_full
from adapters.slack.read import pressed, submitted
from adapters.slack.submitting import answer_act, answer_form
from adapters.slack.working import Working
from conversations.event import Pressed, Submitted
from conversations.view import Act, Run, Turn, View

Json: TypeAlias = Mapping[str, Any]

VALUES = "actual"
"""The command that both give."""
TWICE = timedelta(seconds=2)
"""Within which a second click on the same button is none."""


class Interactions:
    """The listeners."""

    def __init__(self, desk: Desk, working: Working) -> None:
        self._desk = desk
        self._working = working

    def listen(self, app: AsyncApp) -> None:
        """Gives the app these listeners."""
        heard_by = self._working.heard_by
        app.action(re.compile(rf"{re.escape(PRESSED)}\d+"))(heard_by(self.press))
        app.view(FORM)(heard_by(self.hand_in))
        app.shortcut({"type": "shortcut", "callback_id": ENTER})(heard_by(self.enter))
        app.shortcut({"type": "message_action", "callback_id": TAKE})(heard_by(self.take))

    async def press(self, ack: AsyncAck, body: Json, action: Json, context: AsyncBoltContext) -> None:
        """A button in a message, on the home tab or in a modal."""
        await ack()
        view = body.get("view") or {}
        in_modal = view.get("type") == "modal"
        place = place_in(kept_in(view), user_in(body)) if in_modal else pressed_at(body)
        heard = await self._desk.meet(context, body, place)
        if heard is None or not await self._desk.bot.is_first(heard.who, _click(body, action), TWICE):
            return

        async def turned(asker: Asker, views: Sequence[View]) -> None:
            await answer_act(view, asker, views)

        event = pressed(action)
        answers = isinstance(event.action, Turn) and event.action.act is not Act.SHOW
        await self._desk.answer(heard, event, turned if in_modal else show_next if answers else show)
        await self._redraw(heard)

    async def hand_in(self, ack: AsyncAck, body: Json, view: Json, context: AsyncBoltContext) -> None:
        """A modal with a form; it is acknowledged with what comes of it."""
        since = asyncio.get_running_loop().time()
        heard = await self._desk.meet(context, body, place_in(kept_in(view), user_in(body)))
        if heard is None:
            await ack()
            return
        event = submitted(view)
        async with self._desk.over(heard, event):
            await answer_form(ack, view, heard.asker, self._handed_in(heard, event), since)
        await self._desk.answered(heard)
        await self._redraw(heard)

    async def enter(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """ "Enter my numbers", from anywhere."""
        await ack()
        heard = await self._desk.meet(context, body, Direct(user_in(body)))
        if heard:
            await self._desk.answer(heard, Pressed(Run(VALUES)), read_out)

    async def take(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """ "Take this as a value", at a message."""
        await ack()
        heard = await self._desk.meet(context, body, Whisper(body["response_url"]))
        if heard:
            words = await self._desk.said(context, body["message"].get("text") or "")
            await self._desk.answer(heard, Pressed(Run(f"{VALUES} {words.text}")))

    async def _handed_in(self, heard: Heard, event: Submitted) -> Sequence[View]:
        """The answer; options that came by their places are looked up in the form as it stands now."""
        if any(BY_PLACE in value for value in event.values.values()):
            _, form = parted(await self._desk.hear(marked(heard, ""), Pressed(Turn(event.run, event.turn, Act.SHOW))))
            questions = {question.key: question for question in form.questions} if form else {}
            values = {
                key: in_full(value, questions[key]) if key in questions else value
                for key, value in event.values.items()
            }
            event = replace(event, values=values)
        return await self._desk.hear(heard, event)

    async def _redraw(self, heard: Heard) -> None:
        """The home tab shows what came of what was done on it."""
        if isinstance(heard.asker.place, Home):
            await self._desk.answer(marked(heard, ""), MY_DAY, publish)


def _click(body: Json, action: Json) -> str:
    """Names a button, where it stands and who pressed it."""
    where = body.get("container") or {}
    at = where.get("message_ts") or where.get("view_id")
    pressed = user_in(body), at, action.get("action_id"), action.get("value")
    return f"click.{sha256(repr(pressed).encode()).hexdigest()}"
