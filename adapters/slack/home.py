"""The home tab: my day, one's scorecard and the ways to the rest."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from itertools import chain

from slack_sdk.errors import SlackApiError

from adapters.slack.actions import button_rows
from adapters.slack.asker import Asker
from adapters.slack.elements import Json, fitted, note
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.form import asking
from adapters.slack.message import view_blocks
from adapters.slack.words import SlackWords
from conversations.event import Pressed
from conversations.view import Button, Form, Message, Run, View

log = logging.getLogger(__name__)

MY_DAY = Pressed(Run(""))
"""What is done by typing /kpi alone."""
PAGE = Pressed(Run("home"))
"""What the tab shows: my day, and what belongs beside it."""


def home(views: Sequence[View], words: SlackWords) -> Json:
    """An answer as the home tab; a form is there by what it asks and a button that opens it.

    Where it is too long for a tab, it ends with a button by which all of it comes into the chat.
    """
    blocks = list(chain.from_iterable(view_blocks(_message(view, words)) for view in views))
    rest = [note(words.rest), *button_rows([Button(words.all_of_it, MY_DAY.action)])]
    return {"type": "home", "blocks": fitted(blocks, rest) or [note(words.title)]}


async def publish(asker: Asker, views: Sequence[View]) -> None:
    """Draws the tab; where Slack does not take it, it stays as it was."""
    try:
        await asker.client.views_publish(user_id=asker.user, view=home(views, asker.words))
    except SlackApiError as error:
        log.error("views.publish: %s", code(error))
    except NO_ANSWER as error:
        log.error("views.publish: %s", type(error).__name__)


def _message(view: View, words: SlackWords) -> Message:
    match view:
        case Message():
            return view
        case Form():
            return asking(view, words)
