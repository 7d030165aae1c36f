"""The small HTML of texts → pieces of rich text, in which what people typed is only letters."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.html import Break, Closed, Opened, Plain, read_html
from adapters.slack.clean import clean
from adapters.slack.elements import Json, piece

_STYLES = {"b": "bold", "i": "italic", "code": "code"}


def rich(html: str) -> list[Json]:
    """The text in pieces."""
    return list(_pieces(html))


def _pieces(html: str) -> Iterator[Json]:
    style: dict[str, bool] = {}
    link = ""
    for each in read_html(html):
        match each:
            case Plain(text=text):
                yield from _words(text.replace("\n", " "), style, link)
            case Break():
                yield piece("\n")
            case Opened(tag="a", link=link):
                pass
            case Closed(tag="a"):
                link = ""
            case Opened(tag=tag):
                style = {**style, _STYLES[tag]: True}
            case Closed(tag=tag):
                style = {name: on for name, on in style.items() if name != _STYLES[tag]}


def _words(text: str, style: dict[str, bool], link: str) -> Iterator[Json]:
    words = clean(text)
    if words and link:
        leading = {"type": "link", "url": link, "text": words}
        yield {**leading, "style": style} if style else leading
    elif words:
        yield piece(words, **style)
