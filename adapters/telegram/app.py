"""The bot on Telegram: started in the loop that is running, by long polling or by a webhook, and stopped cleanly."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, BaseRateLimiter, ContextTypes, TypeHandler

from adapters.part import CannotStart, Part
from adapters.telegram import PLATFORM
from adapters.telegram.deliver import Deliver
from adapters.telegram.ears import Ears
from adapters.telegram.knows import Knows
from adapters.telegram.lines import Lines
from adapters.telegram.menus import put_menus
from adapters.telegram.order import Order
from adapters.telegram.poll import FIRST_PAUSE, LONGEST_PAUSE, Poller
from adapters.telegram.post import TelegramPost
from adapters.telegram.turn import Turn
from adapters.telegram.webhook import Webhook
from adapters.telegram.words import Menu

log = logging.getLogger(__name__)

HEARD = ("message", "edited_message", "callback_query")
"""Updates that are asked of Telegram."""
REFUSED = "TELEGRAM_BOT_TOKEN: Telegram refuses it; BotFather shows the present one"
TRIES = 5
"""How often an update is taken up again whose answer the network did not let through."""


@dataclass(frozen=True, slots=True)
class Wire:
    """How Telegram is reached, and how it reaches the bot."""

    token: str
    api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    """Where Telegram posts updates; empty for long polling."""
    webhook_secret: str = ""


class Telegram:
    """Hears and answers from `start` to `stop`."""

    def __init__(self, wire: Wire, ears: Ears, menus: Sequence[Menu], pace: BaseRateLimiter[Any]) -> None:
        self._wire = wire
        self._menus = menus
        self._app = _application(wire, pace)
        self._app.add_handler(TypeHandler(Update, self._heard))
        self._app.add_error_handler(self._failed)
        self._knows = Knows()
        self._turn = Turn(self._app.bot, ears, Deliver(self._app.bot, ears.kept, ears.in_thread, self._knows))
        self._post = TelegramPost(plain_bot(wire), ears.kept, ears.in_thread, self._knows)
        self._order = Order()
        self._poller = Poller(self._app.bot, self._take, HEARD)
        self._webhook = Webhook(self._app.bot, wire.webhook_secret, self._take)
        self._tries: Counter[int] = Counter()
        self._stopped = asyncio.Event()

    def part(self) -> Part:
        """As the running bot has it; there is a route only for a webhook."""
        routes = [self._webhook.route()] if self._wire.webhook_url else []
        return Part(PLATFORM, self.start, self.stop, routes, self._post)

    async def start(self) -> None:
        """Begins to listen, as soon as Telegram can be reached; CannotStart where it refuses the token."""
        logging.getLogger("httpx").setLevel(logging.WARNING)  # it names addresses, and the token is in them
        try:
            connected = await self._connected()
        except InvalidToken:
            await self._close()
            raise CannotStart(REFUSED) from None
        self._listening = asyncio.create_task(self._listen(connected=connected))

    async def stop(self) -> None:
        """What was heard is answered first."""
        self._stopped.set()
        self._poller.stop()
        self._webhook.open = False
        await self._listening
        await self._close()

    async def _close(self) -> None:
        """Whether Telegram was ever reached or not."""
        await self._post.end()
        await self._app.shutdown()
        await self._app.bot.shutdown()

    async def _listen(self, *, connected: bool) -> None:
        pause = FIRST_PAUSE
        while not connected and not self._stopped.is_set():
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            try:
                connected = await self._connected()
            except InvalidToken:
                log.error(REFUSED)
                return
        if connected and not self._wire.webhook_url:
            await self._poller.run()

    async def _connected(self) -> bool:
        """Whether Telegram knows by now how it reaches the bot, and what the bot can do."""
        try:
            await self._app.initialize()
            await self._post.begin()
            await self._knows.learn(self._app.bot)
            await put_menus(self._app.bot, self._menus)
            await self._announce()
        except NetworkError as error:
            log.warning("Telegram can't be reached (%s); it is tried again", type(error).__name__)
            return False
        return True

    async def _announce(self) -> None:
        if self._wire.webhook_url:
            url, secret = self._wire.webhook_url, self._wire.webhook_secret
            await self._app.bot.set_webhook(url, allowed_updates=HEARD, secret_token=secret)
            self._webhook.open = True
        else:
            await self._app.bot.delete_webhook()

    async def _take(self, update: Update) -> bool:
        """Handles the update; False where Telegram is to deliver it again."""
        user = update.effective_user
        tried = self._tries[update.update_id]
        async with self._order.turn_of(user.id if user else 0):
            await self._app.process_update(update)
        if self._tries[update.update_id] > tried:
            return False
        del self._tries[update.update_id]
        return True

    async def _heard(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await self._turn.handle(update)

    async def _failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What the network did not let through comes again, and is not done twice; the rest is a fault of ours."""
        error = context.error
        lost = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        if lost and isinstance(update, Update) and self._tries[update.update_id] < TRIES:
            self._tries[update.update_id] += 1
            log.warning("an answer did not go through (%s)", type(error).__name__)
        else:
            log.error("an update could not be answered", exc_info=None if isinstance(error, TelegramError) else error)


async def name_of(wire: Wire) -> str:
    """What the bot is called there: the same for everybody, as in https://t.me/<name>."""
    async with plain_bot(wire) as bot:
        return bot.username


def plain_bot(wire: Wire) -> Bot:
    """A bot that neither waits for its turn nor makes a call again."""
    api = wire.api_url.rstrip("/")
    return Bot(wire.token, f"{api}/bot", f"{api}/file/bot")


def _application(wire: Wire, pace: BaseRateLimiter[Any]) -> Application[Any, Any, Any, Any, Any, Any]:
    api = wire.api_url.rstrip("/")
    builder = ApplicationBuilder().token(wire.token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    return builder.request(Lines()).updater(None).job_queue(None).rate_limiter(pace).build()
