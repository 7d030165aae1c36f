"""A modal that is handed in: the answer goes into the acknowledgement, because only so it is seen in the modal."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from html import escape
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError

from adapters.slack.asker import Asker
from adapters.slack.beside import ask_beside
from adapters.slack.deliver import parted, say
from adapters.slack.elements import Json
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.form import errors_in, modal, reading
from adapters.slack.places import kept
from conversations.view import Message, Text, View

log = logging.getLogger(__name__)

PATIENCE = 2.0
"""Seconds; Slack waits for three."""


async def answer_form(
    ack: AsyncAck, view: Mapping[str, Any], asker: Asker, coming: Awaitable[Sequence[View]], since: float
) -> None:
    """Acknowledges with the next form, errors at its fields, or by closing; what is said goes where the form came from.

    Where the bot takes long, `since` the moment on the loop's clock at which the form was handed in, the modal says so,
    and is given the answer when it comes.
    """
    task = asyncio.ensure_future(coming)
    passed = asyncio.get_running_loop().time() - since
    done, _ = await asyncio.wait({task}, timeout=max(PATIENCE - passed, 0))
    if not done:
        await ack(response_action="update", view=_waiting(asker))
    try:
        views = await task
    except Exception:
        await ack()  # else Slack would say that nobody is there
        raise
    if not views:  # it came again, and was answered when it came first
        await ack()
        return
    messages, form = parted(views)
    if form and done and not messages and (errors := errors_in(view, form)):
        await ack(response_action="errors", errors=errors)
        return
    if form:
        drawn = modal(form, messages, asker.words, kept(asker.place, asker.user))
        await (ack(response_action="update", view=drawn) if done else turn_over(asker, str(view["id"]), drawn))
        await ask_beside(asker, form)
        return
    if done:
        await ack(response_action="clear")
    else:
        await turn_over(asker, str(view["id"]), reading(messages, asker.words, {}))
    await say(asker, messages)


async def answer_act(view: Mapping[str, Any], asker: Asker, views: Sequence[View]) -> None:
    """What is done in a modal without handing it in is answered in it: only a hand-in can close a modal."""
    messages, form = parted(views)
    came_from = kept(asker.place, asker.user)
    drawn = modal(form, messages, asker.words, came_from) if form else reading(messages, asker.words, came_from)
    await turn_over(asker, str(view["id"]), drawn)
    if form:
        await ask_beside(asker, form)


async def turn_over(asker: Asker, id: str, drawn: Json) -> None:
    """Puts something else into an open modal; whoever has closed it meanwhile misses nothing but the sight."""
    try:
        await asker.client.views_update(view_id=id, view=drawn)
    except SlackApiError as error:
        log.info("views.update: %s", code(error))
    except NO_ANSWER as error:
        log.warning("views.update: %s", type(error).__name__)


def _waiting(asker: Asker) -> Json:
    return reading([Message((Text(escape(asker.words.wait)),))], asker.words, {})
