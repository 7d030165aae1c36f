"""Telegram as the bot knows it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

from adapters.base import Poster
from adapters.part import Pace, Part
from adapters.platform import Finding, Platform, Shown
from adapters.ports import Ports
from adapters.telegram import PLATFORM
from adapters.telegram.settings import TelegramSettings, is_whole


def _part(settings: TelegramSettings, ports: Ports) -> Part:
    from adapters.telegram.running import telegram_part  # noqa: PLC0415  (only what runs pays for the library)

    return telegram_part(settings, ports)


def _poster(settings: TelegramSettings, ports: Ports) -> AbstractAsyncContextManager[Poster]:
    from adapters.telegram.running import poster  # noqa: PLC0415

    return poster(settings, ports)


async def _findings(settings: TelegramSettings, shown: Shown) -> Sequence[Finding]:
    if settings.telegram_bot_token is None:
        return ()
    from adapters.telegram.doctor import examine  # noqa: PLC0415
    from adapters.telegram.running import wire_of  # noqa: PLC0415

    return await examine(wire_of(settings))


def _join_link(settings: TelegramSettings) -> str:
    if settings.telegram_bot_token is None:
        return ""
    from adapters.telegram.running import link  # noqa: PLC0415

    return link(settings)


TELEGRAM = Platform(
    name=PLATFORM,
    title="Telegram",
    settings=TelegramSettings,
    needs="TELEGRAM_BOT_TOKEN",
    is_whole=is_whole,
    part=_part,
    poster=_poster,
    findings=_findings,
    pace=Pace(),
    join_link=_join_link,
)
