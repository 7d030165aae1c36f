"""The message from which a modal was opened: it asks what the modal asks, so that whoever closes it goes on there."""

from __future__ import annotations

import logging

from slack_sdk.errors import SlackApiError

from adapters.slack.asked import Asked, without_buttons
from adapters.slack.asker import Asker
from adapters.slack.errors import NO_ANSWER, why
from adapters.slack.form import asking
from adapters.slack.message import posts
from adapters.slack.places import Direct
from conversations.view import Form

log = logging.getLogger(__name__)


async def ask_beside(asker: Asker, form: Form) -> None:
    """Puts the question in the place of the one before it; where that is gone, it is asked in the modal alone.

    A question that is several messages would leave all but one there in the end: the message stays as it is.
    """
    place, drawn = asker.place, posts(asking(form, asker.words))
    if not (isinstance(place, Direct) and place.over) or len(drawn) != 1:
        return
    try:
        await asker.client.chat_update(channel=place.channel, ts=place.over, **drawn[0])
    except (SlackApiError, *NO_ANSWER) as error:
        log.info("a question is asked in its modal alone: %s", why(error))
        return
    blocks = without_buttons(drawn[0])
    await asker.questions.stands(Asked(place.channel, place.over, form.run, form.turn, blocks))
