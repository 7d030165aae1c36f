"""The commands that Telegram's clients offer, per language and kind of chat."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from adapters.telegram.limits import DESCRIPTION
from adapters.telegram.text import cut
from adapters.telegram.words import Menu


async def put_menus(bot: Bot, menus: Sequence[Menu]) -> None:
    """Puts them in place of what was there."""
    for menu in menus:
        private, group = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
        for scope, commands in ((private, menu.private), (group, menu.group)):
            drawn = [BotCommand(name, cut(about, DESCRIPTION)) for name, about in commands]
            await bot.set_my_commands(drawn, scope=scope, language_code=menu.language or None)
