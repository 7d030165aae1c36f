"""The bots that are measured, each in a process of its own: `python -m bench.telegram_bots NAME ADDRESS DATABASE`."""

from __future__ import annotations

import asyncio
import logging
import sys
from dataclasses import replace

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from adapters.telegram import PLATFORM
from adapters.telegram.app import Telegram, Wire
from adapters.telegram.ears import Ears
from adapters.telegram.offering import menus
from adapters.telegram.running import ears_of
from bot.loop import Bot
from bot.metrics import Metrics
from bot.pool import Pool
from bot.ports import offered, ports_of
from bot.post.traffic import Traffic
from bot.run import stays_loaded
from conversations.event import Event
from conversations.view import Message, Text, View
from tests.adapters.telegram.playing import Says, Unpaced
from tests.adapters.telegram.state import TOKEN
from tests.bot.telegram_stage import WORKSPACE, demo_with

ECHO, ADAPTER, BOT = "echo", "adapter", "whole bot"
FIRST = 1000
"""The account of the first person; the others follow."""
PEOPLE = 50


def main(name: str, base: str, url: str) -> None:
    """Runs it until it is told to end."""
    logging.disable()
    wire = Wire(TOKEN, base)
    match name:
        case "echo":
            _echo(base)
        case "adapter":
            asyncio.run(_forever(Telegram(wire, _around_an_echo(url), (), Unpaced())))
        case _:
            asyncio.run(_forever(_whole(wire, url)))


def _echo(base: str) -> None:
    """As the library's own example has it."""

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    app = ApplicationBuilder().token(TOKEN).base_url(f"{base}/bot").base_file_url(f"{base}/file/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


def _around_an_echo(url: str) -> Ears:
    """What the adapter must remember is in the database, as it is for the real bot."""
    return replace(_ears(demo_with(url, {})), hear=Says(_same).ears().hear, answered=Says().ears().answered)


def _same(event: Event) -> list[View]:
    return [Message((Text("/report"),))]


def _whole(wire: Wire, url: str) -> Telegram:
    """The made-up company, in which everybody is its head of sales; it answers with a report, as fast as it can."""
    bot = demo_with(url, {FIRST + n: "Thomas Berger" for n in range(PEOPLE)})
    return Telegram(wire, _ears(bot), menus(offered), Unpaced())


def _ears(bot: Bot) -> Ears:
    return ears_of(ports_of(PLATFORM, bot, Pool(bot.hear, Traffic(), Metrics())), WORKSPACE)


async def _forever(telegram: Telegram) -> None:
    stays_loaded()
    await telegram.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
