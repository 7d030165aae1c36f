"""The app: Slack's listeners, each of which Slack is acknowledged in time, however long the answer takes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp

from adapters.slack.bot import SlackBot
from adapters.slack.desk import Desk
from adapters.slack.interactions import Interactions
from adapters.slack.talk import Talk
from adapters.slack.working import Working

log = logging.getLogger(__name__)


def listen(app: AsyncApp, bot: SlackBot, now: Callable[[], float]) -> Working:
    """Gives the app its listeners; returns what tells whether they are still at work.

    `now` is in seconds, of a clock that nobody sets.
    """
    desk, working = Desk(bot, now), Working()
    app.error(_broken)
    Talk(desk, working).listen(app)
    Interactions(desk, working).listen(app)
    if app.oauth_flow is None:
        for end in ("app_uninstalled", "tokens_revoked"):
            app.event(end)(_ended)
    return working


async def _ended(body: Mapping[str, Any]) -> None:
    log.error("%s: the workspace no longer has the bot", body["event"]["type"])


async def _broken(error: Exception, body: Mapping[str, Any]) -> None:
    log.error("%s of Slack could not be answered", body.get("type"), exc_info=error)
