"""What can be read in a chat of the Telegram on this machine: words, where links lead, labels of buttons, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from tests.adapters.telegram.markup import links, plain, plain_rich
from tests.adapters.telegram.messages import labels
from tests.adapters.telegram.state import Call, Json, Server, number_of


def read(server: Server, messages: Iterable[Json]) -> str:
    """All of these messages; words in a picture as far as it is drawn as SVG."""
    return "\n".join(_read(server, message) for message in messages)


def _read(server: Server, message: Json) -> str:
    call = server.written.get(number_of(message))
    return "\n".join([*(_words(call) if call else (message.get("text", ""),)), *labels(message)])


def _words(call: Call) -> list[str]:
    given = call.given
    html = given.get("text", "") + given.get("caption", "") + given.get("rich_message", {}).get("html", "")
    words = plain_rich(html) if "rich_message" in given else plain(html) if "parse_mode" in given else html
    names = [name for name, _ in call.files.values()]
    pictures = "".join(content.decode() for field, (_, content) in call.files.items() if field == "photo")
    return [words, *links(html), *names, unescape(re.sub("<[^>]+>", " ", pictures))]
