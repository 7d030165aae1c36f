"""A picture or a file in place of the one that stands in a message."""

from __future__ import annotations

from telegram import Bot, InlineKeyboardMarkup, InputFile, InputMediaDocument, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest

from adapters.document import content
from adapters.picture import picture
from adapters.picture.png import png
from adapters.ports import InThread
from adapters.telegram.read import Place
from adapters.telegram.render import File, Photo
from adapters.telegram.text import clean

NOT_MODIFIED = "not modified"
_STEERS_A_POST = str.maketrans(dict.fromkeys('";\\/', " "))


async def edit_media(
    bot: Bot, in_thread: InThread, place: Place, part: Photo | File, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Whether it stands there now; False where the message can't be edited any more."""
    media = await _photo(part, in_thread) if isinstance(part, Photo) else await _file(part, in_thread)
    try:
        await bot.edit_message_media(media, place.chat, place.message, reply_markup=keyboard)
    except BadRequest as error:
        return NOT_MODIFIED in str(error)
    return True


def file_name(name: str) -> str:
    """What a server can read where files are posted to it."""
    return clean(name).translate(_STEERS_A_POST)


async def _photo(part: Photo, in_thread: InThread) -> InputMediaPhoto:
    drawn = await in_thread(lambda: png(picture(part.of)))
    return InputMediaPhoto(drawn, part.caption, ParseMode.HTML)


async def _file(part: File, in_thread: InThread) -> InputMediaDocument:
    document = part.document
    return InputMediaDocument(InputFile(await in_thread(lambda: content(document)), file_name(document.name), True))
