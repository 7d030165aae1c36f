"""An answer on its way: a modal where one can be opened, else messages at the place where it was asked for."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.slack.asked import Asked, without_buttons
from adapters.slack.asker import Asker
from adapters.slack.beside import ask_beside
from adapters.slack.elements import Json
from adapters.slack.errors import BLOCKS_REFUSED, MESSAGE_GONE, NO_ANSWER, NO_MODAL, NOT_THERE, code
from adapters.slack.files import send_file
from adapters.slack.form import asking, modal, reading
from adapters.slack.message import posts, uploads
from adapters.slack.places import Direct, Home, Place, Public, Whisper, kept
from adapters.slack.respond import respond
from adapters.slack.unsent import Unsent, instead
from conversations.view import Form, Message, View

log = logging.getLogger(__name__)


def parted(views: Sequence[View]) -> tuple[list[Message], Form | None]:
    """What is said, and what is asked: of several forms the last."""
    forms = [view for view in views if isinstance(view, Form)]
    return [view for view in views if isinstance(view, Message)], forms[-1] if forms else None


async def show(asker: Asker, views: Sequence[View]) -> None:
    """Shows an answer. Without a trigger, or when it has expired, a form is a message by which it can be opened."""
    messages, form = parted(views)
    if form is None:
        await say(asker, messages)
    elif not await _asked(asker, messages, form):
        await _ask(asker, messages, form)


async def show_next(asker: Asker, views: Sequence[View]) -> None:
    """Shows what follows when a question was answered by a button of its message.

    What a modal asks then the message asks too, so that nothing stays there to be pressed that was answered already.
    """
    messages, form = parted(views)
    if form and await _asked(asker, messages, form):
        await ask_beside(asker, form)
    else:
        await show(replace(asker, trigger=""), views)


async def read_out(asker: Asker, views: Sequence[View]) -> None:
    """Shows an answer to somebody who is nowhere that a message could go to: all of it in a modal."""
    messages, form = parted(views)
    view = modal(form, messages, asker.words, {}) if form else reading(messages, asker.words, {})
    if not await _opened(asker, view):
        await show(replace(asker, trigger=""), views)


async def say(asker: Asker, messages: Sequence[Message]) -> Place:
    """Says messages, and returns where the next one would go.

    The first takes the place of the one whose button was pressed, where nobody else sees that.
    """
    place = asker.place
    if isinstance(place, Direct) and place.over:
        await asker.questions.gone(place.over)
    for message in messages:
        for post in posts(message):
            place = await _sent(asker, _unsaid(place), post, only_you=message.only_you)
        for upload in uploads(message):
            sent = await send_file(asker.client, _where(asker, place, only_you=message.only_you), upload)
            for post in posts(instead(upload, sent, asker.words)) if isinstance(sent, Unsent) else ():
                place = await _sent(asker, _unsaid(place), post, only_you=message.only_you)
    return place


def _unsaid(place: Place) -> Place:
    """Where nothing comes of the next message, the one before is not taken for it."""
    return replace(place, said="") if isinstance(place, Direct) else place


async def _ask(asker: Asker, messages: Sequence[Message], form: Form) -> None:
    """Asks in a message, which is remembered where it can be answered by typing."""
    question = asking(form, asker.words)
    place = await say(asker, [*messages, question])
    if isinstance(place, Direct) and place.said:
        blocks = without_buttons(posts(question)[-1])
        await asker.questions.stands(Asked(place.channel, place.said, form.run, form.turn, blocks))


async def _asked(asker: Asker, messages: Sequence[Message], form: Form) -> bool:
    """Whether the form stands before them in a modal."""
    return await _opened(asker, modal(form, messages, asker.words, kept(asker.place, asker.user)))


async def _opened(asker: Asker, view: Json) -> bool:
    if not asker.trigger:
        return False
    try:
        await asker.client.views_open(trigger_id=asker.trigger, view=view)
    except SlackApiError as error:
        log.log(logging.INFO if code(error) in NO_MODAL else logging.ERROR, "views.open: %s", code(error))
        return False
    except NO_ANSWER as error:
        log.warning("views.open: %s", type(error).__name__)
        return False
    return True


async def _sent(asker: Asker, place: Place, post: Mapping[str, Any], *, only_you: bool) -> Place:
    """Sends it and returns where the next one goes. Where it can't go there it goes into the person's own chat."""
    try:
        return await _send(asker, place, post, only_you=only_you)
    except SlackApiError as error:
        reason = code(error)
        if reason in BLOCKS_REFUSED and "blocks" in post:
            log.error("blocks refused: %s", reason)
            return await _sent(asker, place, {"text": post["text"]}, only_you=only_you)
        if place == Direct(asker.user) or reason not in (*MESSAGE_GONE, *NOT_THERE):
            log.error("an answer was not taken: %s", reason)
            return place
    except NO_ANSWER as error:
        log.error("an answer was not taken: %s", type(error).__name__)
        return place
    return await _sent(asker, Direct(asker.user), post, only_you=only_you)


async def _send(asker: Asker, place: Place, post: Mapping[str, Any], *, only_you: bool) -> Place:
    client = asker.client
    match place:
        case Whisper(url=url, over=over):
            if await respond(client, url, {**post, "replace_original": over, "response_type": "ephemeral"}):
                return Whisper(url)
            await client.chat_postMessage(channel=asker.user, **post)
            return Direct(asker.user)
        case Direct(channel=channel, over=over, thread=thread):
            if over:
                sent = await client.chat_update(channel=channel, ts=over, **post)
            else:
                sent = await client.chat_postMessage(channel=channel, thread_ts=thread or None, **post)
            return Direct(str(sent["channel"]), thread=thread, said=str(sent["ts"]))
        case Public(channel=channel, thread=thread) if only_you:
            await client.chat_postEphemeral(channel=channel, user=asker.user, thread_ts=thread, **post)
        case Public(channel=channel, thread=thread):
            await client.chat_postMessage(channel=channel, thread_ts=thread, **post)
        case Home():
            await client.chat_postMessage(channel=asker.user, **post)
    return place


def _where(asker: Asker, place: Place, *, only_you: bool) -> tuple[str, str]:
    """The channel, or the person's id, and the thread to which a file goes."""
    match place:
        case Public(channel=channel, thread=thread) if not only_you:
            return channel, thread
        case Direct(channel=channel, thread=thread):
            return channel, thread
        case Public() | Whisper() | Home():
            return asker.user, ""
