"""Parts of a view → calls of the Bot API."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from telegram import Bot, ForceReply, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from adapters.document import content
from adapters.picture import picture
from adapters.picture.png import png
from adapters.ports import InThread, Kept
from adapters.telegram.data import More
from adapters.telegram.form import TYPE
from adapters.telegram.keeping import fitted
from adapters.telegram.keyboard import Rows, markup
from adapters.telegram.knows import RICH_METHOD, Knows
from adapters.telegram.media import NOT_MODIFIED, file_name
from adapters.telegram.more import kept_keyboard, rows_on_page
from adapters.telegram.outcomes import is_shut
from adapters.telegram.read import Place
from adapters.telegram.render import File, Html, Part, Photo, Rich

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Deliver:
    """Sends, edits and removes what the bot shows."""

    def __init__(self, bot: Bot, kept: Kept, in_thread: InThread, knows: Knows) -> None:
        self._bot = bot
        self._kept = kept
        self._in_thread = in_thread
        self.knows = knows

    async def send(self, place: Place, part: Part, only: int | None = None, reply: bool = False) -> int:
        """Sends it and returns the message's id; where `only` is somebody's id, nobody else in the group sees it."""
        match part:
            case Rich():
                return await self._send_rich(place, part, only, reply)
            case Html(html=html):
                send = partial(self._bot.send_message, text=html, parse_mode=ParseMode.HTML)
                send = partial(send, link_preview_options=NO_PREVIEW)
            case Photo(of=of, caption=caption):
                drawn = await self._in_thread(lambda: png(picture(of)))
                send = partial(self._bot.send_photo, photo=drawn, caption=caption, parse_mode=ParseMode.HTML)
            case File(document=document):
                file = InputFile(await self._in_thread(lambda: content(document)), filename=file_name(document.name))
                send = partial(self._bot.send_document, document=file)
        sent = await send(
            chat_id=place.chat,
            message_thread_id=place.topic,
            reply_markup=await self.markup(part.rows),
            reply_parameters=_answered(place) if reply else None,
            api_kwargs=_only(only, place),
        )
        return int(sent.message_id)

    async def edit(self, place: Place, words: Html | Rich) -> bool:
        """Puts the words in place of the message; False where it can't be edited any more."""
        try:
            if isinstance(words, Rich):
                return await self._edit_rich(place, words)
            await self._bot.edit_message_text(
                words.html,
                chat_id=place.chat,
                message_id=place.message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=await self.markup(words.rows),
            )
        except BadRequest as error:
            return NOT_MODIFIED in str(error)
        return True

    async def _edit_rich(self, place: Place, words: Rich) -> bool:
        """Only where the server knows such messages."""
        if not self.knows.rich:
            return False
        await self._bot.edit_message_text(
            None,  # type: ignore[arg-type]  # the library does not know yet that there may be no text
            chat_id=place.chat,
            message_id=place.message,
            reply_markup=await self.markup(words.rows),
            api_kwargs={"rich_message": {"html": words.html}},
        )
        return True

    async def edit_keyboard(self, place: Place, keyboard: InlineKeyboardMarkup | None) -> None:
        """Changes only the buttons; a message that is gone needs none."""
        try:
            await self._bot.edit_message_reply_markup(place.chat, place.message, reply_markup=keyboard)
        except BadRequest as error:
            log.info("a keyboard stays as it is: %s", error)

    async def turn_page(self, place: Place, to: More) -> bool:
        """Shows that page of the message's buttons; False where they are kept no more, or it can't be edited."""
        rows = await self._in_thread(lambda: kept_keyboard(to, self._kept))
        if rows is None or not place.message:
            return False
        await self.edit_keyboard(place, await self.markup(rows, to.page))
        return True

    async def ask_to_type(self, place: Place, example: str) -> int:
        """Opens the keyboard of the client for an answer."""
        force = ForceReply(input_field_placeholder=example)
        return int((await self._bot.send_message(place.chat, TYPE, reply_markup=force)).message_id)

    async def remove(self, place: Place) -> None:
        """Takes the message away, or at least its buttons where it is too old for that."""
        if not place.message:
            return
        try:
            await self._bot.delete_message(place.chat, place.message)
        except BadRequest:
            await self.edit_keyboard(place, None)

    async def _send_rich(self, place: Place, part: Rich, only: int | None, reply: bool) -> int:
        given: dict[str, Any] = {"chat_id": place.chat, "rich_message": {"html": part.html}}
        topic = {"message_thread_id": place.topic} if place.topic else {}
        keyboard = await self.markup(part.rows)
        under = {"reply_markup": keyboard} if keyboard else {}
        answered = {"reply_parameters": _answered(place)} if reply and place.message else {}
        if self.knows.rich:
            try:
                whole = {**given, **topic, **under, **answered, **_only(only, place)}
                return int((await self._bot.do_api_request(RICH_METHOD, whole))["message_id"])
            except BadRequest as error:
                if is_shut(error):
                    raise
                log.warning("a rich message was refused, and is sent as text: %s", error)
        return await self._send_plainly(place, part, only, reply)

    async def _send_plainly(self, place: Place, part: Rich, only: int | None, reply: bool) -> int:
        *before, last = part.otherwise
        for words in before:
            await self.send(place, words, only, reply)
        return await self.send(place, Html(last.html, part.rows), only, reply)

    async def markup(self, rows: Rows, page: int = 0) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them, at that page of them; what is too long for it is kept."""

        def drawn() -> InlineKeyboardMarkup | None:
            return markup(rows_on_page(rows, page, self._kept), lambda text: fitted(text, self._kept))

        return await self._in_thread(drawn) if rows else None


def _answered(place: Place) -> ReplyParameters | None:
    """What is answered, as far as it is still there."""
    return ReplyParameters(place.message, allow_sending_without_reply=True) if place.message else None


def _only(user: int | None, place: Place) -> dict[str, Any]:
    if user is None:
        return {}
    pressed = {"callback_query_id": place.query} if place.query else {}
    return {"ephemeral_message_parameters": {"receiver_user_id": user, **pressed}}
