"""Slack as the bot knows it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

from adapters.base import Poster
from adapters.part import Part
from adapters.platform import Finding, Platform, Shown
from adapters.ports import Ports
from adapters.slack import PLATFORM
from adapters.slack.limits import PACE
from adapters.slack.manifest import manifest_in
from adapters.slack.settings import SlackSettings, is_whole


def _part(settings: SlackSettings, ports: Ports) -> Part:
    from adapters.slack.running import Slack  # noqa: PLC0415  (only what runs pays for Bolt)

    return Slack(settings, ports).part()


def _poster(settings: SlackSettings, ports: Ports) -> AbstractAsyncContextManager[Poster]:
    from adapters.slack.running import poster  # noqa: PLC0415

    return poster(settings, ports)


async def _findings(settings: SlackSettings, shown: Shown) -> Sequence[Finding]:
    if settings.slack_bot_token is None:
        return ()
    from adapters.slack.doctor import examine  # noqa: PLC0415

    return await examine(settings, shown)


SLACK = Platform(
    name=PLATFORM,
    title="Slack",
    settings=SlackSettings,
    needs="SLACK_BOT_TOKEN and SLACK_APP_TOKEN",
    is_whole=is_whole,
    part=_part,
    poster=_poster,
    findings=_findings,
    pace=PACE,
    manifest=manifest_in,
)
