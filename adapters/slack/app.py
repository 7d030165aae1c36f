"""The app: Slack's listeners, each of which acknowledges first and answers after."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp

from adapters.slack.bot import SlackBot
from adapters.slack.desk import Desk, mark_of
from adapters.slack.interactions import Interactions
from adapters.slack.recent import Recent
from adapters.slack.talk import Talk
from adapters.slack.working import Working

log = logging.getLogger(__name__)

REPEATED = 3_600
"""Seconds within which Slack may send something again: it tries at once, after a minute and after five."""


def listen(app: AsyncApp, bot: SlackBot, now: Callable[[], float]) -> Working:
    """Gives the app its listeners; returns what tells whether they are still at work.

    `now` is in seconds, of a clock that nobody sets.
    """
    desk, working = Desk(bot, now), Working()
    app.use(_once(Recent(REPEATED, now)))
    app.error(_broken)
    Talk(desk, working, now).listen(app)
    Interactions(desk, working, now).listen(app)
    if app.oauth_flow is None:
        for end in ("app_uninstalled", "tokens_revoked"):
            app.event(end)(_ended)
    return working


def _once(recent: Recent) -> Callable[..., Awaitable[BoltResponse | None]]:
    async def once(body: Mapping[str, Any], next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse | None:
        """What was heard before is acknowledged again, and no more."""
        mark = mark_of(body)
        if mark and recent.again(mark):
            return BoltResponse(status=200)
        return await next()

    return once


async def _ended(body: Mapping[str, Any]) -> None:
    log.error("%s: the workspace no longer has the bot", body["event"]["type"])


async def _broken(error: Exception, body: Mapping[str, Any]) -> None:
    log.error("%s of Slack could not be answered", body.get("type"), exc_info=error)
